# What a person reads on the television, in Japanese.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = このテレビを{ $service }と連携
pairing-open = QRを読み取るか、スマホで { $url } を開く
pairing-open-short = 読み取るか { $url } を開く
pairing-open-here = このパソコンで { $url } を開く
pairing-check = スマホの表示と同じか確認
pairing-check-here = ページの表示と同じか確認
pairing-approve = 承認すると自動で切り替わります。
pairing-beware = この画面を見ているときだけ承認してください。
pairing-good-for = 残り時間
pairing-last-minute = 1分未満
pairing-no-code = コードはまだありません
pairing-code = コード
pairing-qr = { $url } を開くQRコード
pairing-qr-too-long = このアドレスは長すぎてQRコードにできません。
pairing-code-spoken = コード { $code }
spell-letter = { $word } の { $letter }
spell-hyphen = ハイフン
speech-code = スマホで { $url } を開いてください。次のコードが表示されているか確認してください：{ $code }。もう一度：{ $code }。そのあと承認してください。

notice-asked-for = 新しいコードです。前のコードはもう使えません。
notice-no-new-code = { $service }：新しいコードなし（{ $answer }）。このコードは有効です。
notice-expired = 新しいコードです。前のコードは期限が切れました。
notice-code-gone = 新しいコードです。前のコードは{ $service }で無効になりました。
notice-answer-lost = 承認の結果が届きませんでした。もう一度承認してください。
notice-opening-here = このパソコンでブラウザを開いています …
notice-opened-here = このパソコンのブラウザで開きました。コードを確認して承認してください。
notice-not-opened-here = ブラウザを開けませんでした（xdg-utils）。スマホをお使いください。
notice-code-refused = { $service }：コードが無効です。新しいコードをお使いください。
notice-client-not-kept = 設定にこのアプリケーションを保存できませんでした。終了するまで有効です。
notice-unpaired = 連携を解除しました。
notice-left-in-keyring = 連携を解除しました。キーリング内のコピーはロック解除時に消えます。

status-asking = { $service }からコードを取得中です
status-replacing = 別のコードを取得しています。届くまで今のコードを使えます。
status-waiting = スマホの承認待ちです
status-checked = スマホの承認待ちです（{ $seconds }秒前に確認）
status-living = { $trouble }。コードは有効、{ $seconds }秒後に再試行
status-retry = { $trouble }。{ $seconds }秒後に再試行します
status-retry-minutes = { $trouble }。{ $minutes }分後に再試行します
status-living-on = { $trouble }。コードは有効です
status-goes-on = { $trouble }。その後は自動で続きます
status-retrying = { $trouble }。再試行しています

trouble-offline = ネットワークに接続できません
trouble-dns = { $service }が見つかりません
trouble-unreachable = { $service }が応答しません
trouble-timeout = { $service }の応答が遅すぎます
trouble-clock = このパソコンの時計が合っていません（{ $date }）
trouble-expired = { $service }の証明書は、このパソコンの日付（{ $date }）では期限切れです
trouble-tls = 接続が安全ではありません
trouble-proxy = プロキシ { $proxy }（{ $variable }）が{ $service }に接続しません
trouble-proxy-refused = プロキシ { $proxy }（{ $variable }）のユーザー名かパスワードが違います
trouble-proxy-unusable = { $variable } がプロキシのアドレスになっていません
trouble-portal = { $service }ではなく別のページが応答しました
trouble-foreign = { $service }ではなく別のものが応答しました（{ $status }）
trouble-busy = { $service }が混雑しているため、確認の間隔を空けています
trouble-user-limit = { $service } でのアカウントの1日の上限に達しました
trouble-user-limit-until = { $service } でのアカウントの1日の上限に達しました（{ $time } まで）
trouble-app-limit = { $service } でのアプリの1日の上限に達しました
trouble-app-limit-until = { $service } でのアプリの1日の上限に達しました（{ $time } まで）
trouble-client-blocked = { $service } は今このクライアントID を受け付けません
trouble-down = { $service }で障害が起きています
trouble-malformed = { $service }の応答が正しくありません

## Buttons

button-bigger = QRを拡大
button-smaller = QRを縮小
button-check = 今すぐ確認
button-new = 新しいコード
button-quit = 終了
button-stay = 終了しない
button-done = 完了
button-again = 再試行
button-pair-again = もう一度連携
button-unpair = 連携を解除
button-not-you = 別の人？連携を解除
button-keep = 解除しない
button-unlock = ロックを解除
button-pair-in-file = ファイルを使って連携
button-later = あとで
button-more = その他
button-stay-there = 移動しない
button-to-keyring = キーリングに移動
button-to-file = 非公開ファイルに移動
button-demo = デモを見る
button-approve = デモ：承認
button-services = すべてのサービス
button-type = コードを入力
button-open-here = ここで開く
button-in-browser = ブラウザを使う
button-open-again = もう一度開く
button-by-phone = スマホを使う
button-by-code = コードを使う
button-set-up = もう一度設定

button-kept = ログイン情報の保存先
button-settings = 設定
button-about = このアプリについて
button-read = 読み上げ
button-close = 閉じる
button-remote = リモコンをテスト
button-picture = 画面サイズ
button-smaller-picture = 小さく
button-larger-picture = 大きく
button-start-over = 最初から
button-swap = AとBを入れ替え
button-forget-taught = 覚えたボタンを消去
button-start-again = 再起動

hint-ok = 決定
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = 閉じる
hint-back-key = 戻る
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = ここでは戻れません

## What else there is

more-title = その他
settings-title = 設定
settings-body = 変更はすぐに反映され、保存されます。
settings-language = 言語
settings-language-about = この画面と、ターミナルでのcouchpinの言語を選びます。
settings-text = 文字サイズ
settings-text-about = 「大」では、連携に必要な内容を大きな文字で表示します。文字が見えにくい方や小さなテレビに適しています。
settings-theme = 配色
settings-theme-about = 夜はダーク、昼はライト、最も見分けやすいのはハイコントラストです。
settings-motion = 動き
settings-motion-about = ボタンの枠を次のボタンへなめらかに動かすかを選びます。
settings-blanking = コードの表示中
settings-blanking-about = 承認するまでの間、テレビの画面が消えてもよいかを選びます。
settings-unattended = 連続するコード数
settings-unattended-about = ボタンが押されないときに、15分ずつ有効なコードを自動で何個まで出すかを選びます。その後、この画面は休止します。
settings-store = ログイン情報の保存
settings-store-about = 次回のログイン情報の保存先を選びます。連携済みのものは今の場所に残ります。
choice-system = システムに合わせる
choice-normal = 標準
choice-large = 大
choice-dark = ダーク
choice-light = ライト
choice-contrast = ハイコントラスト
choice-gliding = なめらか
choice-still = なし
choice-awake = 画面を消さない
choice-blank = 画面が消えてもよい
choice-one-code = コード1個
choice-codes = { $count ->
   *[other] コード{ $count }個
}
choice-always = 常に新しいコード
choice-automatic = キーリング（利用可能時）
choice-keyring = キーリング
choice-file = 非公開ファイル

about-title = Couchpin { $version }
about-body = ソファに座ったまま、このテレビをお使いのサービスと連携できます。MITおよびApache 2.0ライセンスのフリーソフトウェアです。書体にはInterとJetBrains Mono（SIL Open Font License）を使用しています。
more-body = リモコンのボタンが反応しないときや、画面の端が隠れているときは、ここで直せます。

remote-title = リモコンをテスト
remote-body = すべてのボタンを1回ずつ押してください。ここでの動作、キーコード、入力元が下に表示されます。
remote-nothing = まだ何も押されていません
remote-code = キーコード { $code }（{ $hex }）
remote-window = キーボードまたはリモコン
remote-closed = 読み取りできません：{ $name }（{ $node }）
remote-allow = 許可するには、couchpinのudevルールをインストールし（READMEを参照）、機器を接続し直してください。
teach-title = ボタン { $code } はまだ登録されていません
teach-body = どの動作にしますか？矢印で選び、同じボタンをもう一度押してください。「戻る」を押すと変更されません。
not-kept = 終了するまで有効ですが、保存できませんでした：{ $why }。
not-kept-busy = 別のプログラムが設定ファイルに書き込んでいます
not-kept-mistake = 先に設定ファイルの誤りを直す必要があります
not-kept-table = 設定ファイルで { $name } の名前が別のことに使われています
not-kept-exposed = 設定ファイルをほかのユーザーが変更できます

name-up = 上
name-down = 下
name-left = 左
name-right = 右
name-ok = OK
name-back = 戻る
name-menu = メニュー
name-info = 情報
name-play-pause = 再生/一時停止
name-page-up = 前のページ
name-page-down = 次のページ
name-digit = 数字 { $digit }
name-red = 赤
name-green = 緑
name-yellow = 黄
name-blue = 青
name-other = ここでは動作なし
name-unknown = 未登録

picture-title = 画面サイズ
picture-body = 四隅がテレビの画面の端にちょうど触れるまで大きくしてください。隠れる部分も、無駄な余白もなくなります。
picture-percent = { $size }%

## All services

home-title = お使いのサービス
home-body = サービスを選ぶと、連携の確認やログインができます。
state-looking = …
state-not-set-up = 未設定
state-not-paired = 未連携
state-paired = { $name }として連携済み
state-paired-nameless = 連携済み
state-attention = 確認が必要です

## With a phone, by hand, or in a browser

page-scan = スマホでコードを読み取る
page-number = 開いたページにこの番号を入力
page-follow = ページの案内に従うと自動で切り替わります。
page-beware = テレビと同じネットワークのスマホが必要です。
page-spoken = 番号 { $code }
page-qr = スマホ用ページを開くQRコード
page-opened = スマホでページが開かれています
page-wrong = 番号の間違い：{ $count }回目。{ $most }回でページが閉じます
set-up-title = このテレビで{ $service }を設定
typing-scan = コードを読み取ってアクセスを許可
typing-shown = { $service }に{ $length }文字のコードが表示される
typing-type = そのコードをここに入力
typing-switched-off = スマホ用ページは設定でオフになっています。
typing-no-network = スマホも使えるネットワークに接続していません。
typing-public-address = 公開アドレスです。設定のphone_pageを確認してください。
typing-no-page = スマホ用ページを開けませんでした。
typing-qr = { $service }を開くQRコード
browser-title = ブラウザで続けてください
browser-body = { $service }の確認はブラウザで行います。この画面は自動で進みます。エラーが表示された場合：{ $application }
exchange-title = ログインしています
exchange-body = { $service }からログイン情報を取得しています…

keyboard-title = コードを入力
keyboard-count = { $count }/{ $length }
keyboard-capital = 大文字 { $letter }
keyboard-hyphen = ハイフン
keyboard-underscore = アンダースコア
keyboard-case = Aa
keyboard-case-spoken = 大文字と小文字の切り替え
keyboard-delete = 削除
keyboard-send = 送信
typed-empty = まだ何も入力されていません。
typed-cut = { $length }文字のうち{ $count }文字しかありません。ハイフンのところで切れている可能性があります。
typed-short = { $length }文字のうち{ $count }文字しかありません。

## Results

starting-title = お待ちください
storing-title = 承認されました
storing-body = ログイン情報を安全に保存しています…
forgetting-title = 連携を解除しています

paired-as = { $name }として連携済み
paired-nameless = このテレビは連携済みです
paired-keyring = { $service } · このパソコンのキーリングに保存
paired-file = { $service } · 非公開ファイルに保存：{ $path }
paired-file-why = キーリングは使用されませんでした。{ $why }。
paired-demo = { $service } · デモ：終了すると消えます
paired-checking = まだ有効か{ $service }に確認しています…
paired-delayed = { $trouble }。まだ確認できていません。
paired-unknown = { $service }から、誰のアカウントかの情報を得られませんでした。
paired-moved = { $service }のアドレスが { $url } に変わりました。設定ファイルに書き込んでください。
paired-scope = { $service } によると、このサインインには許可がありません。もう一度連携してください。
paired-old-token = { $service } は新しい方式のサインインを求めています。新しいアプリでもう一度連携してください。
paired-instead = 前（{ $name }）とは別のアカウントです。
paired-ends = { $service } はこの方式のサインインを2027年4月ごろに終了します。それまでに新しいアプリを登録し、もう一度連携してください。
paired-ends-set-up = { $service } はこの方式のサインインを2027年4月ごろに終了します。それまでに「{ button-more }」の「{ button-set-up }」を選んでください。
paired-limited = { $service }で許可された権限が要求より少ないため、一部のプログラムは読み取りしかできない場合があります。
paired-cannot-forget = ログイン情報を消去できませんでした。{ $why }。
paired-cannot-move = 今の場所に残ります。{ $why }。
paired-client-not-kept = 設定にこのアプリケーションを保存できませんでした。次に起動したとき、couchpin はこれを認識できません。
paired-end = このテレビのアクセスはいつでも取り消せます：{ $url }

unpair-title = このテレビの連携を解除しますか？
unpair-body = このパソコンに保存されたログイン情報を消去します。それを使っているプログラムも使えなくなります。{ $service }の一覧には、{ $url } でアクセスを取り消すまで残ることがあります。

quit-title = couchpinを終了しますか？
leave-title = このログインを中止しますか？
quit-body = 終了すると、承認しても反映されません。コードも無効になります。
quit-body-storing = ログイン情報はまだ保存されていません。今終了すると失われます。
quit-body-page = 今やめると、スマホやブラウザで応答しても反映されません。
quit-body-plain = またいつでもどうぞ。

resting-title = ボタンを押すと新しいコードが出ます
resting-body = しばらく操作がなかったため、{ $service }への確認を停止しました。

## What a person must mend

cannot-store-title = 承認されましたが、保存できません
cannot-store-body = { $why }。ログイン情報はメモリにあります。電源を切らずに、もう一度お試しください。
unreadable-title = 保存されたログイン情報を読み取れません
unreadable-body = { $why }。
store-locked = キーリングがロックされています
keyring-silent = キーリングが応答しません
keyring-slow = キーリングの応答が遅すぎます
keyring-no-bus = セッションバスがありません
keyring-bus-failed = セッションバスを使用できません
keyring-no-service = キーリングサービスが動作していません
keyring-not-started = キーリングサービスが起動しませんでした
keyring-no-default = 既定のキーリングがありません
keyring-several = キーリングに該当する項目が複数あります
keyring-not-kept = キーリングが渡された内容を保持しませんでした
keyring-too-long = キーリングにはこの長さのログイン情報を保存できません
keyring-failed = キーリングでエラーが発生しました
store-link = { $path } はシンボリックリンクです
store-not-a-file = { $path } は通常のファイルではありません
store-anothers = { $path } は別のユーザーのものです。所有者をこのユーザーに戻すか、削除してください
store-damaged = 内容を読み取れなかったため、{ $path } として残しました
store-unclear = 内容を読み取れませんでした
store-version = 別のバージョンの Couchpin が書き込んだものです。Couchpin を更新するか、もう一度連携してください
store-other-service = 別のサービス（{ $service }）のログイン情報です
store-not-written = { $path } に書き込めませんでした。{ $why }
store-not-read = { $path } を読み取れませんでした。{ $why }
store-not-removed = { $path } を削除できませんでした。{ $why }
store-not-set-aside = { $path } を退避できませんでした。{ $why }
store-not-opened = { $path } を開けませんでした。{ $why }
store-in-use = 別の Couchpin がログイン情報を変更しています
store-empty = 連携しているものはありません
store-no-answer = 保存先が応答しません
system-disk-full = ディスクの空き容量がありません
system-read-only = このディスクは読み取り専用です
system-no-permission = 権限がありません
system-missing = ファイルまたはフォルダーがありません
system-in-the-way = 同じ名前の別のファイルまたはフォルダーがあります
system-not-a-file = 通常のファイルではありません
system-too-large = ファイルが大きすぎます
system-too-many-files = 開いているファイルが多すぎます
system-disk-failed = ディスクに障害があります
system-timeout = 時間がかかりすぎました
system-other = システムエラー { $number } が発生しました
system-unknown = システムから理由は示されていません
locked-title = キーリングがロックされています
locked-body = このテレビは連携済みですが、ログイン情報のあるキーリングがロックされているか、応答しません。ロックの解除にはキーボードが必要な場合があります。解除されると、この画面は自動で進みます。
absent-title = キーリングが見つかりません
absent-body = このテレビは連携済みですが、ログイン情報はキーリングにあります。{ $why }。キーリングが使えるようになると、この画面は自動で進みます。
keep-title = ログイン情報の保存先
keep-in-file = 自分だけが読める非公開ファイルにありますが、暗号化はされていません：{ $path }
keep-in-keyring = このパソコンのキーリングにあります。プログラムが読み取れるのは、キーリングのロックが解除されている間だけです。
denied-title = スマホで拒否されました
denied-body = 間違えて拒否した場合は、新しいコードを取得してください。
refused-title = { $service }がこのテレビを受け付けません
refused-body = アクセスが取り消されました。{ $service }の設定ページで取り消された可能性があります。続けるには、もう一度連携してください。
refused-body-name = { $name }のアクセスが取り消されました。{ $service }の設定ページで取り消された可能性があります。続けるには、もう一度連携してください。
rejected-title = { $service }に拒否されました
rejected-client-title = { $service }に未登録のクライアントIDです
rejected-body = { $answers }。この画面では解決できません。しばらくしてからもう一度お試しください。
rejected-client-body = { $answers }。クライアントIDの設定元：{ $source }。そこで修正し、couchpinを起動し直してください。
rejected-blocked-title = { $service } はこのクライアントID を受け付けません
rejected-blocked-body = { $answers }。ID が間違っているか、{ $service } が一時的に制限または停止しています。ID の設定元は { $source } です。そこを確かめるか、後でもう一度試してください。
rejected-answer = { $flow }の応答：{ $answer }
flow-pin = PINログイン
flow-device = デバイスログイン
no-client-title = クライアントIDが必要です
no-client-body = { $url } でcouchpinを登録し（種類：Mobile, desktop & browser apps、リダイレクト先：{ $redirect } ）、クライアントIDを { $file } に書き込んで、起動し直してください：
no-client-phone-body = { $url } でcouchpinを登録し（種類：Mobile, desktop & browser apps、リダイレクト先：{ $redirect } ）、クライアントIDをスマホから送ってください。または { $file } に書き込んで、起動し直してください：
application-mobile = アプリケーションは、種類が「Mobile, desktop & browser apps」で、リダイレクト先が次のとおりでなければなりません：
application-redirect = アプリケーションのリダイレクト先は、次のとおりでなければなりません：
application-types = 種類は後から変更できません。「TV, devices & command line」はコードだけに使えます。「Server apps & services」にはクライアントシークレットも必要です。
no-application-title = 先に{ $service }の設定が必要です
no-application-body = { $url } でアプリケーションを登録し、クライアントIDとクライアントシークレットを { $file } に書き込んで、起動し直してください：
wrong-application-title = クライアントIDかシークレットが違います
wrong-application-body = { $service }の応答：{ $error }。クライアントIDの設定元：{ $source }。もう一度設定するか、そこで修正してください。
lacks-secret-title = このアプリケーションにはシークレットが必要です
lacks-secret-body = { $service }の応答：{ $error }。クライアントIDは正しいのですが、このアプリケーションにはシークレットもあります（種類：Server apps & services）。シークレットを付けてもう一度設定するか、シークレットのいらない「Mobile, desktop & browser apps」で登録してください。
moved-title = { $service }のアドレスが変わりました
moved-body = 現在のアドレスは { $url } です。そこには何も送信していません。新しいアドレスを { $file } に書き込んで、起動し直してください：
metadata-title = 設定のissuerが一致しません
metadata-body = { $issuer } が公開している内容は別のissuerのものか、必要なアドレスがありません。{ $file } のissuerを確認してください。
missing-body = couchpinが送信した内容に不足があると、{ $service }から応答がありました：{ $said }。
time-over-title = 時間内に操作がありませんでした
time-over-body = もう一度お試しください。30分あるので、ゆっくり操作できます。
time-over-browser-body = 5分以内にブラウザから応答がなかったか、ブラウザでアクセスが許可されませんでした。{ $application }
page-closed-title = 番号の間違いが多すぎました
page-closed-body = 番号が5回間違って入力されたため、ページを閉じました。何も受け取っていません。
not-allowed-title = アクセスが許可されませんでした
not-allowed-body = 間違えて許可しなかった場合は、もう一度お試しください。
other-issuer-title = { $service }ではない別のサービスから応答がありました
other-issuer-body = その内容は使っていません。もう一度お試しください。
page-refused-body = ブラウザでの応答：{ $error }。クライアントIDを確認してください。{ $application }
redirect-refused-title = { $service }にリダイレクト先が登録されていません
redirect-refused-body = 応答：{ $error }。{ $application }
refused-code-title = { $service }がログインを受け付けません
refused-code-body = ブラウザから届いた情報が古すぎたか、すでに使われていました。もう一度ログインしてください。
lost-code-title = ログイン情報が失われました
lost-code-body = { $trouble }。ブラウザから届いた情報は一度しか使えないため、もう一度ログインしてください。
port-taken-title = ポート { $port } は使用中です
port-taken-body = このパソコンの別のプログラムが使用しています。そのプログラムを終了するか、{ $file } で別の redirect_port を設定し、そのアドレスを{ $service }に登録してください：
no-browser-title = ブラウザを開けませんでした
no-browser-body = このパソコンにブラウザがないか、ブラウザを開くためのもの（xdg-utils）がありません。
cannot-begin-title = ログインを開始できませんでした
cannot-begin-body = { $why }。
unexpected-title = Couchpinの不具合でログインが止まりました
unexpected-body = 1分後に自動でやり直します。すぐにやり直すこともできます。
config-title = このままではCouchpinを起動できません
config-no-home = 設定とログイン情報を置くホームフォルダーがありません：HOMEが設定されていません。
config-unreadable = { $file } を読み取れません。{ $why }。
config-unreadable-from = { $source } で指定された { $file } を読み取れません。{ $why }。
config-exposed-owner = { $file } には { $setting } がありますが、所有者が別のユーザーです。自分かrootのものにしてください。
config-exposed-mode = { $file } には { $setting } がありますが、ほかのユーザーも書き込めます。{ $command } で禁止してください。
config-line = { $file } の{ $line }行目：不明または誤った設定です。正しい書き方はコマンド couchpin status で確認できます。
config-value = { $source } の { $name } が正しくありません。{ $expected }。
config-variable = { $source } が正しくありません。{ $expected }。
config-no-certificates = 安全な接続に必要な証明書がありません。ca-certificates をインストールしてください。
config-no-client = このコンピューターでは安全な接続を作れません。
expected-text = 必要な値：UTF-8の文字列
expected-word = 必要な値：空白を含まない英数字
expected-name = 必要な値：英数字と記号による名前
expected-address = 必要な値：名前やパスワードを含まない https:// のアドレス
expected-one-of = 必要な値：{ $words }
expected-phone-page = 必要な値：true、false、または待ち受けるアドレス1つ（例：192.168.1.20）
expected-one-address = 必要な値：このコンピューターのアドレスのうち、スマホから届くもの1つ（例：192.168.1.20）
source-built-in = このcouchpinのビルド

demo-banner = デモ：このパソコンの外には何も送信されません

## In a terminal

terminal-title = このパソコンを{ $service }と連携
terminal-code = コード：{ $code }（残り時間：{ $time }）
terminal-open = 開く：{ $url }
terminal-link = または、コード入りのリンク：{ $url }
terminal-approve = 承認すると、自動で先に進みます。
terminal-beware = 自分で開始した場合だけ承認してください。
terminal-good-for = 残り時間：{ $time }
terminal-storing = 承認されました。ログイン情報を安全に保存しています…
terminal-cannot-store = 承認されましたが、保存できません。{ $why }。ログイン情報はメモリにあり、問題が解決すると保存されます。このまま実行し続けてください。
terminal-not-stored = 承認されましたが、保存されていません。{ $why }。解決したら、もう一度連携してください: { $pair }
terminal-checking = 連携しました。誰のアカウントか{ $service }に確認しています…
terminal-paired = { $name }として連携しました。保存先：{ $place }
terminal-paired-nameless = 連携しました。保存先：{ $place }
terminal-already = すでに{ $name }として連携済みです。保存先：{ $place }。連携し直すには：{ $pair } --again
terminal-already-nameless = すでに連携済みです。保存先：{ $place }。連携し直すには：{ $pair } --again
terminal-keyring = このパソコンのキーリング
terminal-demo = デモのフォルダ
terminal-hook = on_pairedを実行しています…
terminal-interrupted = 中断されました。連携していません
terminal-refused = 保存されたログイン情報は{ $service }で無効になりました。もう一度連携してください
terminal-unreadable = 保存されたログイン情報を読み取れません。{ $why }。連携し直すには：{ $pair } --again
terminal-resting = 時間内に承認されませんでした。新しいコードを取得するには：{ $pair }
terminal-denied = スマホで拒否されました。間違えて拒否した場合：{ $pair }
terminal-no-client = { $service }はクライアントIDでプログラムを識別しますが、設定されていません。{ $url } で登録し（種類：Mobile, desktop & browser apps、リダイレクト先：{ $redirect } ）、{ $file } に書き込んでください：
terminal-rejected-client = { $service }に未登録のクライアントIDです。{ $answers }。クライアントIDの設定元：{ $source }。そこで修正してください
terminal-rejected-blocked = { $service } はこのクライアントID を受け付けません。{ $answers }。ID が間違っているか、{ $service } が一時的に制限または停止しています。ID の設定元は { $source } です。そこを確かめるか、後でもう一度試してください
terminal-rejected = { $service }に拒否されました。{ $answers }

terminal-phone = スマホの場合：{ $url }
terminal-number = 開いたページに入力する番号：{ $number }
terminal-follow = ページの案内に従うと、自動で先に進みます。
terminal-network = パソコンと同じネットワークのスマホが必要です。
terminal-consent = または { $url } を開いてください
terminal-paste = 次に、コードをここに貼り付けて、Enterを押してください。
terminal-or-paste = または、コードをここに貼り付けて、Enterを押してください。
terminal-typed = これはコードではありません。{ $why }
terminal-no-application = 先に{ $service }の設定が必要です。{ $url } でアプリケーションを登録し、クライアントIDとクライアントシークレットを { $file } に書き込んでください：
terminal-set-up = または、{ $url } でアプリケーションを登録し、クライアントIDとクライアントシークレットを { $file } に書き込んで、起動し直してください。
terminal-wrong-application = クライアントIDかシークレットが違います。{ $service }の応答：{ $error }。クライアントIDの設定元：{ $source }。そこで修正してください
terminal-lacks-secret = アプリケーションにはシークレットが必要です。{ $service }の応答：{ $error }。クライアントIDは正しいのですが、このアプリケーションにはシークレットもあります（種類：Server apps & services）。client_secretを { $file } に書き込むか、シークレットのいらない「Mobile, desktop & browser apps」で登録してください

## On the page for a phone

phone-code-title = このテレビで{ $service }にログイン
phone-code-consent = { $service }を開いてアクセスを許可してください。コードが表示されます。
phone-code-paste = コードをすべてコピーして、ここに貼り付けてください
phone-client-title = このテレビで{ $service }を設定
phone-client-register = { $service }で、名前を{ $name }、権限を{ $scope }、リダイレクト先を次のとおりにしてアプリケーションを登録してください：
phone-client-type = { $service }で、種類が「Mobile, desktop & browser apps」のアプリケーションを、次のリダイレクト先で登録してください：
phone-client-paste = { $service }に表示された内容を貼り付けてください：
phone-client-id = クライアントID
phone-client-secret = クライアントシークレット
phone-client-secret-optional = クライアントシークレット（ある場合）
phone-open = { $service }を開く
phone-number = テレビに表示されている番号を入力してください
phone-send = テレビに送る
phone-fault-digits = テレビに表示されている4桁の番号を入力してください。
phone-fault-number = { $left ->
   *[other] テレビの番号と違います。あと{ $left }回入力できます。
}
phone-fault-missing = まだ入力されていない項目があります。
phone-fault-cut = コードの一部が足りません。ハイフンも含めてすべて選択し、もう一度コピーしてください。
phone-fault-strange = { $service }に表示されたものと違うようです。もう一度コピーしてください。
phone-fault-same = クライアントIDとクライアントシークレットが同じです。それぞれコピーしてください。
phone-fault-refused = { $service }に受け付けられませんでした。もう一度お試しください。
phone-taken-title = テレビに届きました
phone-taken-body = テレビが{ $service }にログインしています。結果はこのページに表示されます。
phone-done-title = 完了
phone-done-body = テレビが{ $service }にログインしました。このページは閉じてかまいません。
phone-set-up-body = テレビに{ $service }が設定されました。続きはテレビで進みます。このページは閉じてかまいません。
phone-failed-title = うまくいきませんでした
phone-failed-body = 続きはテレビの画面をご覧ください。
phone-closed-title = このページは閉じられました
phone-closed-body = 番号の間違いが多すぎました。テレビで最初からやり直し、新しいコードを読み取ってください。
phone-over-title = 時間切れです
phone-over-body = テレビで最初からやり直し、新しいコードを読み取ってください。

## In a browser on this computer

redirect-title = テレビに戻ってください
redirect-body = { $service }から応答がありました。このページは閉じてかまいません。couchpinが自動で続けます。
redirect-denied-title = アクセスできません
redirect-denied-body = { $service }でアクセスが許可されませんでした。このページを閉じて、couchpinの画面をご覧ください。
redirect-issuer-body = その内容は使っていません。このページを閉じて、couchpinの画面をご覧ください。
redirect-unexpected-title = couchpinはこの応答を待っていません
redirect-unexpected-body = このページを閉じて、couchpinが開いたページで続けてください。
redirect-used-title = このリンクは使用済みです
redirect-used-body = 一度しか開けません。このページを閉じて、テレビでもう一度ログインしてください。
