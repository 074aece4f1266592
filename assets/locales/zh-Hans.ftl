# What a person reads on the television, in Chinese (simplified characters).
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = 将此电视绑定到 { $service }
pairing-open = 扫描二维码，或用手机打开 { $url }
pairing-open-short = 扫码或打开 { $url }
pairing-open-here = 在这台电脑上打开 { $url }
pairing-check = 确认手机显示以下代码
pairing-check-here = 确认网页显示以下代码
pairing-approve = 请批准登录，此画面会自动切换。
pairing-beware = 仅当您正看着此画面时才批准。
pairing-good-for = 剩余时间
pairing-last-minute = 不到 1 分钟
pairing-no-code = 还没有代码
pairing-code = 代码
pairing-qr = 打开 { $url } 的二维码
pairing-qr-too-long = 此网址过长，无法生成二维码。
pairing-code-spoken = 代码 { $code }
spell-letter = { $word } 的 { $letter }
spell-hyphen = 连字符
speech-code = 请用手机打开 { $url }。确认手机上显示的是这个代码：{ $code }。再说一遍：{ $code }。然后批准登录。

notice-asked-for = 这是新代码，之前的代码已失效。
notice-no-new-code = { $service } 没有给出新代码（{ $answer }）。此代码仍然有效。
notice-expired = 这是新代码：之前的代码已过期。
notice-code-gone = 这是新代码：{ $service } 已不认识之前的代码。
notice-answer-lost = 已批准，但没有收到结果：请再批准一次。
notice-opening-here = 正在打开这台电脑上的浏览器 …
notice-opened-here = 已在这台电脑的浏览器中打开。请核对代码并批准。
notice-not-opened-here = 无法在此打开浏览器（xdg-utils）。请使用手机。
notice-code-refused = { $service } 没有接受此代码，其网页会显示一个新代码。
notice-client-not-kept = 设置未能保存此应用：在您退出之前有效。
notice-unpaired = 此电视已解除绑定。
notice-left-in-keyring = 已解除绑定。密钥环中的副本将在解锁后删除。

status-asking = 正在向 { $service } 获取代码
status-replacing = 正在获取新代码。在此之前，当前代码仍然有效。
status-waiting = 正在等待手机批准
status-checked = 正在等待手机批准，{ $seconds } 秒前检查过
status-living = { $trouble }。代码仍然有效，{ $seconds } 秒后重试
status-retry = { $trouble }。{ $seconds } 秒后重试
status-retry-minutes = { $trouble }。{ $minutes } 分钟后重试
status-living-on = { $trouble }。代码仍然有效
status-goes-on = { $trouble }。之后会自动继续
status-retrying = { $trouble }。正在重试

trouble-offline = 没有网络连接
trouble-dns = 找不到 { $service }
trouble-unreachable = { $service } 没有响应
trouble-timeout = { $service } 响应太慢
trouble-clock = 这台电脑的时间不正确（{ $date }）
trouble-expired = 按这台电脑的日期（{ $date }），{ $service } 的证书已过期
trouble-tls = 连接不安全
trouble-proxy = 代理 { $proxy }（{ $variable }）无法连接 { $service }
trouble-proxy-refused = 代理 { $proxy }（{ $variable }）需要其他用户名或密码
trouble-proxy-unusable = { $variable } 中没有可用的代理地址
trouble-portal = 打开 { $service } 时出现了其他页面
trouble-foreign = 应答的不是 { $service }（{ $status }）
trouble-busy = { $service } 正忙，已降低检查频率
trouble-user-limit = 您的账户已达到 { $service } 的每日上限
trouble-user-limit-until = 您的账户已达到 { $service } 的每日上限，到 { $time } 为止
trouble-app-limit = 此应用已达到 { $service } 的每日上限
trouble-app-limit-until = 此应用已达到 { $service } 的每日上限，到 { $time } 为止
trouble-client-blocked = { $service } 目前不接受此客户端 ID
trouble-down = { $service } 出现故障
trouble-malformed = { $service } 返回了无法识别的内容

## Buttons

button-bigger = 放大二维码
button-smaller = 缩小二维码
button-check = 立即检查
button-new = 新代码
button-quit = 退出
button-stay = 不退出
button-done = 完成
button-again = 重试
button-pair-again = 重新绑定
button-unpair = 解除绑定
button-not-you = 不是您？解除绑定
button-keep = 保留绑定
button-unlock = 解锁
button-pair-in-file = 重新绑定并存入文件
button-later = 稍后
button-more = 更多
button-stay-there = 保持不变
button-to-keyring = 移到密钥环
button-to-file = 移到私有文件
button-demo = 观看演示
button-approve = 演示：批准
button-services = 所有服务
button-type = 输入代码
button-open-here = 在此打开
button-in-browser = 使用本机浏览器
button-open-again = 重新打开
button-by-phone = 使用手机
button-by-code = 使用代码
button-set-up = 重新设置

button-kept = 登录信息保存位置
button-settings = 设置
button-about = 关于
button-read = 朗读
button-close = 关闭
button-remote = 测试遥控器
button-picture = 画面大小
button-smaller-picture = 缩小
button-larger-picture = 放大
button-start-over = 从头开始
button-swap = 互换 A 和 B
button-forget-taught = 清除自定义按键
button-start-again = 重新启动

hint-ok = 选择
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = 退出
hint-back-key = 返回
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = 返回键在此无效

## What else there is

more-title = 更多
settings-title = 设置
settings-body = 更改会立即生效并自动保存。
settings-language = 语言
settings-language-about = 此画面以及终端中的 couchpin 所用的语言。
settings-text = 文字大小
settings-text-about = “大”会以更大的文字显示绑定所需的内容，适合视力不佳或电视较小的情况。
settings-theme = 配色
settings-theme-about = 深色适合夜晚，浅色适合白天，也可选择最强的对比度。
settings-motion = 动画
settings-motion-about = 按钮的选框是否平滑移动到下一个按钮。
settings-blanking = 显示代码时
settings-blanking-about = 在您批准之前，电视是否可以熄屏。
settings-unattended = 连续代码数
settings-unattended-about = 无人按键时自动更换多少个代码，每个有效一刻钟。之后此画面进入休眠。
settings-store = 保存登录信息
settings-store-about = 下次登录的信息保存在哪里。已绑定的登录信息保持在原处。
choice-system = 跟随系统
choice-normal = 标准
choice-large = 大
choice-dark = 深色
choice-light = 浅色
choice-contrast = 高对比度
choice-gliding = 平滑移动
choice-still = 无
choice-awake = 保持亮屏
choice-blank = 可以熄屏
choice-one-code = 一个代码
choice-codes = { $count ->
   *[other] { $count } 个代码
}
choice-always = 始终更换新代码
choice-automatic = 密钥环（如已解锁）
choice-keyring = 密钥环
choice-file = 私有文件

about-title = Couchpin { $version }
about-body = 坐在沙发上，就能让这台电视登录您的各项服务。自由软件，采用 MIT 和 Apache 2.0 许可证，使用 Inter 和 JetBrains Mono 字体（SIL Open Font License）。
more-body = 如果遥控器的某个按键没有反应，或画面边缘被遮住，可以在这里解决。

remote-title = 测试遥控器
remote-body = 请把每个按键各按一次。它在这里的作用、键码和来源会显示在下方。
remote-nothing = 尚未按下任何按键
remote-code = 键码 { $code }（{ $hex }）
remote-window = 键盘或遥控器
remote-closed = 无权读取：{ $name }（{ $node }）
remote-allow = 要允许读取，请安装 couchpin 的 udev 规则（见 README），然后重新插入设备。
teach-title = 未知按键 { $code }
teach-body = 它应该做什么？用方向键选中，再按一次同一个按键。按返回键则保持不变。
not-kept = 在您退出之前有效，但未能保存：{ $why }。
not-kept-busy = 另一个程序正在写入设置文件
not-kept-mistake = 设置文件中有错误，需要先更正
not-kept-table = 设置文件中 { $name } 这个名称已作他用
not-kept-exposed = 其他用户可以更改设置文件

name-up = 上
name-down = 下
name-left = 左
name-right = 右
name-ok = OK
name-back = 返回
name-menu = 菜单
name-info = 信息
name-play-pause = 播放/暂停
name-page-up = 上一页
name-page-down = 下一页
name-digit = 数字 { $digit }
name-red = 红色
name-green = 绿色
name-yellow = 黄色
name-blue = 蓝色
name-other = 在此无作用
name-unknown = 未知

picture-title = 画面大小
picture-body = 放大画面，直到四个角刚好碰到电视屏幕的边缘。这样既不会遮住内容，也不会浪费空间。
picture-percent = { $size }%

## All services

home-title = 您的服务
home-body = 选择一项服务，查看其登录信息或进行登录。
state-looking = …
state-not-set-up = 未设置
state-not-paired = 未绑定
state-paired = 已绑定：{ $name }
state-paired-nameless = 已绑定
state-attention = 需要处理

## With a phone, by hand, or in a browser

page-scan = 用手机扫描二维码
page-number = 在网页上输入此数字
page-follow = 按网页提示操作，此画面会自动切换。
page-beware = 手机和电视必须在同一网络中。
page-spoken = 数字 { $code }
page-qr = 在手机上打开网页的二维码
page-opened = 网页已在手机上打开
page-wrong = 数字已输错 { $count } 次，满 { $most } 次后网页将关闭
set-up-title = 在这台电视上设置 { $service }
typing-scan = 扫描二维码，并允许访问
typing-shown = 随后 { $service } 会显示 { $length } 个字符
typing-type = 在这里输入这些字符
typing-switched-off = 设置不允许使用手机网页。
typing-no-network = 此电视未连接到手机可用的网络。
typing-public-address = 此电视使用公网地址：请查看设置中的 phone_page。
typing-no-page = 无法打开手机网页。
typing-qr = 打开 { $service } 的二维码
browser-title = 请在浏览器中继续
browser-body = { $service } 会在浏览器中询问您，此画面会自动继续。如果显示的是错误：{ $application }
exchange-title = 正在登录
exchange-body = 正在从 { $service } 获取登录信息…

keyboard-title = 输入代码
keyboard-count = { $count } / { $length }
keyboard-capital = 大写 { $letter }
keyboard-hyphen = 连字符
keyboard-underscore = 下划线
keyboard-case = Aa
keyboard-case-spoken = 切换大小写
keyboard-delete = 删除
keyboard-send = 发送
typed-empty = 尚未输入任何内容。
typed-cut = 只有 { $count } 个字符，应为 { $length } 个：可能在连字符处被截断了。
typed-short = 只有 { $count } 个字符，应为 { $length } 个。

## Results

starting-title = 请稍候
storing-title = 已批准
storing-body = 正在安全保存登录信息…
forgetting-title = 正在解除绑定

paired-as = 已绑定账号：{ $name }
paired-nameless = 此电视已绑定
paired-keyring = { $service } · 保存在这台电脑的密钥环中
paired-file = { $service } · 保存在私有文件中：{ $path }
paired-file-why = 未使用密钥环。{ $why }。
paired-demo = { $service } · 演示：退出后即清除
paired-checking = 正在向 { $service } 确认登录是否仍然有效…
paired-delayed = { $trouble }：暂时无法检查。
paired-unknown = { $service } 未能说明这是谁的账号。
paired-moved = { $service } 的地址已改为 { $url }：请将其写入设置文件。
paired-scope = { $service } 表示此登录没有这项权限：请重新绑定。
paired-old-token = { $service } 要求新类型的登录：请用新的应用重新绑定。
paired-instead = 这与之前的账户（{ $name }）不同。
paired-ends = { $service } 将在 2027 年 4 月前后停用这类登录。请在此之前注册新的应用并重新绑定。
paired-ends-set-up = { $service } 将在 2027 年 4 月前后停用这类登录。请在此之前选择“{ button-more }”中的“{ button-set-up }”。
paired-limited = { $service } 授予的权限少于请求：部分程序可能只能读取。
paired-cannot-forget = 未能删除登录信息。{ $why }。
paired-cannot-move = 登录信息仍保存在原处。{ $why }。
paired-client-not-kept = 设置未能保存此应用：下次启动时，couchpin 将不认识它。
paired-end = 您可以随时终止此电视的访问权限：{ $url }

unpair-title = 解除此电视的绑定？
unpair-body = 这台电脑上保存的登录信息将被删除，使用它的程序也将无法继续访问。{ $service } 的列表中可能仍会显示它，直到您在 { $url } 终止访问。

quit-title = 退出 couchpin？
leave-title = 退出此次登录？
quit-body = 退出后将收不到您的批准，代码也会作废。
quit-body-storing = 登录信息尚未保存。现在退出将会丢失。
quit-body-page = 退出后将不再等待您的答复。
quit-body-plain = 欢迎随时回来。

resting-title = 按任意键获取新代码
resting-body = 由于一段时间无人操作，此画面已停止向 { $service } 查询。

## What a person must mend

cannot-store-title = 已批准，但未能保存
cannot-store-body = { $why }。登录信息暂存在内存中：请勿关闭，并重试。
unreadable-title = 无法读取保存的登录信息
unreadable-body = { $why }。
store-locked = 密钥环已锁定
keyring-silent = 密钥环没有响应
keyring-slow = 密钥环响应太慢
keyring-no-bus = 没有会话总线
keyring-bus-failed = 会话总线无法使用
keyring-no-service = 没有正在运行的密钥环服务
keyring-not-started = 密钥环服务未能启动
keyring-no-default = 没有默认密钥环
keyring-several = 密钥环中有多个匹配的条目
keyring-not-kept = 密钥环没有保存所给的内容
keyring-too-long = 密钥环无法保存这么长的登录信息
keyring-failed = 密钥环报告错误
store-link = { $path } 是符号链接
store-not-a-file = { $path } 不是普通文件
store-anothers = { $path } 属于其他用户：请将其归还给当前用户或将其删除
store-damaged = 内容无法识别，已保留为 { $path }
store-unclear = 内容无法识别
store-version = 它由其他版本的 Couchpin 写入：请更新 Couchpin 或重新绑定
store-other-service = 这是其他服务（{ $service }）的登录信息
store-not-written = 无法写入 { $path }。{ $why }
store-not-read = 无法读取 { $path }。{ $why }
store-not-removed = 无法删除 { $path }。{ $why }
store-not-set-aside = 无法移开 { $path }。{ $why }
store-not-opened = 无法打开 { $path }。{ $why }
store-in-use = 另一个 Couchpin 正在更改登录信息
store-empty = 没有任何绑定
store-no-answer = 存储没有响应
system-disk-full = 磁盘已满
system-read-only = 此磁盘为只读
system-no-permission = 没有权限
system-missing = 找不到文件或文件夹
system-in-the-way = 同名的文件或文件夹已存在
system-not-a-file = 这不是普通文件
system-too-large = 文件过大
system-too-many-files = 打开的文件过多
system-disk-failed = 磁盘有故障
system-timeout = 耗时过长
system-other = 系统报告错误 { $number }
system-unknown = 系统未说明原因
locked-title = 密钥环已锁定
locked-body = 此电视已绑定，但登录信息在密钥环中，而密钥环已锁定或没有响应。解锁可能需要键盘。密钥环解锁后，此画面会自动继续。
absent-title = 密钥环不可用
absent-body = 此电视已绑定，但登录信息在密钥环中。{ $why }。密钥环可用后，此画面会自动继续。
keep-title = 登录信息保存位置
keep-in-file = 保存在只有您能读取的私有文件中，但该文件未加密：{ $path }
keep-in-keyring = 保存在这台电脑的密钥环中。只有在密钥环解锁时，程序才能读取。
denied-title = 已在手机上拒绝
denied-body = 如果是误操作，请获取新代码。
refused-title = { $service } 不再接受此电视
refused-body = 访问权限已被终止，可能是在 { $service } 的设置页面上操作的。请重新绑定以继续。
refused-body-name = { $name } 的访问权限已被终止，可能是在 { $service } 的设置页面上操作的。请重新绑定以继续。
rejected-title = { $service } 拒绝了请求
rejected-client-title = { $service } 不认识此客户端 ID
rejected-body = { $answers }。在此画面上无法解决，请稍后重试。
rejected-client-body = { $answers }。客户端 ID 来自 { $source }：请在那里更正，然后重新启动 couchpin。
rejected-blocked-title = { $service } 不接受此客户端 ID
rejected-blocked-body = { $answers }。ID 可能有误，或被 { $service } 限速或暂停了一段时间。它来自 { $source }：请在那里检查，或稍后再试。
rejected-answer = { $flow }返回 { $answer }
flow-pin = PIN 登录
flow-device = 设备登录
no-client-title = 需要客户端 ID
no-client-body = 请在 { $url } 注册 couchpin（类型：Mobile, desktop & browser apps；重定向地址：{ $redirect } ），将客户端 ID 写入 { $file }，然后重新启动：
no-client-phone-body = 请在 { $url } 注册 couchpin（类型：Mobile, desktop & browser apps；重定向地址：{ $redirect } ），并用手机发送客户端 ID。或将其写入 { $file }，然后重新启动：
application-mobile = 应用的类型必须是“Mobile, desktop & browser apps”，并且重定向地址必须与以下完全一致：
application-redirect = 应用的重定向地址必须与以下完全一致：
application-types = 类型以后无法更改。“TV, devices & command line”只能用于代码；“Server apps & services”还需要客户端密钥。
no-application-title = 需要先设置 { $service }
no-application-body = 请在 { $url } 注册一个应用，将其客户端 ID 和客户端密钥写入 { $file }，然后重新启动：
wrong-application-title = 客户端 ID 或客户端密钥有误
wrong-application-body = { $service } 返回了 { $error }。客户端 ID 来自 { $source }。请重新设置，或在那里更正。
lacks-secret-title = 此应用需要客户端密钥
lacks-secret-body = { $service } 返回了 { $error }。客户端 ID 正确，但此应用还有密钥（类型：Server apps & services）。请连同密钥重新设置，或注册一个不需要密钥的“Mobile, desktop & browser apps”类型的应用。
moved-title = { $service } 的地址已更改
moved-body = 现在的地址是 { $url }，尚未向那里发送任何内容。请将新地址写入 { $file }，然后重新启动：
metadata-title = 设置中的 issuer 不相符
metadata-body = { $issuer } 发布的内容描述的是另一个 issuer，或缺少某个地址。请检查 { $file } 中的 issuer。
missing-body = { $service } 认为 couchpin 发送的内容缺少某些信息：{ $said }。
time-over-title = 等待超时
time-over-body = 请重试，不用着急：有半小时的时间。
time-over-browser-body = 浏览器未在五分钟内返回，或者您没有在其中允许访问。{ $application }
page-closed-title = 数字输错次数过多
page-closed-body = 数字输错了五次，因此网页已关闭，没有接收任何内容。
not-allowed-title = 未允许访问
not-allowed-body = 如果是误操作，请重试。
other-issuer-title = 收到的回应来自另一个服务，而不是 { $service }
other-issuer-body = 其中的内容没有被采用。请重试。
page-refused-body = 浏览器中返回了 { $error }。请检查客户端 ID。{ $application }
redirect-refused-title = { $service } 不认识这个重定向地址
redirect-refused-body = 返回了 { $error }。{ $application }
refused-code-title = { $service } 没有接受此次登录
refused-code-body = 浏览器带回的信息已过期或已被使用过。请重新登录。
lost-code-title = 此次登录已丢失
lost-code-body = { $trouble }。浏览器带回的信息只能使用一次，请重新登录。
port-taken-title = 端口 { $port } 已被占用
port-taken-body = 这台电脑上的另一个程序正在使用该端口。请关闭它；或者在 { $file } 中设置另一个 redirect_port，并在 { $service } 的应用中填写相应地址：
no-browser-title = 无法打开浏览器
no-browser-body = 这台电脑上没有浏览器，或缺少打开浏览器的工具（xdg-utils）。
cannot-begin-title = 无法开始登录
cannot-begin-body = { $why }。
unexpected-title = Couchpin 出现故障，登录已中断
unexpected-body = 一分钟后会自动重新开始，您也可以立即重试。
config-title = Couchpin 无法这样启动
config-no-home = 此计算机没有用来存放设置和登录信息的主文件夹：未设置 HOME。
config-unreadable = 无法读取 { $file }。{ $why }。
config-unreadable-from = 无法读取 { $source } 指定的 { $file }。{ $why }。
config-exposed-owner = { $file } 设置了 { $setting }，但它属于其他用户。它必须属于您或 root。
config-exposed-mode = { $file } 设置了 { $setting }，但其他用户可以写入。请用 { $command } 禁止。
config-line = { $file } 第 { $line } 行：未知或错误的设置。命令 couchpin status 会说明正确的写法。
config-value = { $source } 中的 { $name } 不正确。{ $expected }。
config-variable = { $source } 不正确。{ $expected }。
config-no-certificates = 此计算机没有安全连接所需的证书。请安装 ca-certificates。
config-no-client = 此计算机无法建立安全连接。
expected-text = 应为：UTF-8 文本
expected-word = 应为：不含空格的字母和数字
expected-name = 应为：由普通字母、数字和符号组成的名称
expected-address = 应为：https:// 开头、不含用户名和密码的地址
expected-one-of = 应为：{ $words }
expected-phone-page = 应为：true、false，或要监听的唯一地址，例如 192.168.1.20
expected-one-address = 应为：此计算机上手机能访问的那个地址，例如 192.168.1.20
source-built-in = 此 couchpin 版本

demo-banner = 演示：不会有任何数据离开这台电脑

## In a terminal

terminal-title = 将这台电脑绑定到 { $service }
terminal-code = 代码：{ $code }（剩余时间：{ $time }）
terminal-open = 打开：{ $url }
terminal-link = 或打开已含代码的链接：{ $url }
terminal-approve = 请批准登录，此处会自动继续。
terminal-beware = 仅当这是您自己启动的才批准。
terminal-good-for = 剩余时间：{ $time }
terminal-storing = 已批准。正在安全保存登录信息…
terminal-cannot-store = 已批准，但未能保存。{ $why }。登录信息暂存在内存中，问题解决后会立即保存：请让程序继续运行。
terminal-not-stored = 已批准，但未保存。{ $why }。解决后请重新绑定：{ $pair }
terminal-checking = 已绑定。正在向 { $service } 查询这是谁的账号…
terminal-paired = 已绑定账号：{ $name }，保存位置：{ $place }
terminal-paired-nameless = 已绑定，保存位置：{ $place }
terminal-already = 此前已绑定账号：{ $name }，保存位置：{ $place }。要重新绑定：{ $pair } --again
terminal-already-nameless = 此前已绑定，保存位置：{ $place }。要重新绑定：{ $pair } --again
terminal-keyring = 这台电脑的密钥环
terminal-demo = 演示文件夹
terminal-hook = 正在运行 on_paired…
terminal-interrupted = 已中断，未绑定
terminal-refused = { $service } 不再接受已保存的登录信息：请重新绑定
terminal-unreadable = 无法读取保存的登录信息。{ $why }。要重新绑定：{ $pair } --again
terminal-resting = 未能及时获得批准。要获取新代码：{ $pair }
terminal-denied = 已在手机上拒绝。如果是误操作：{ $pair }
terminal-no-client = { $service } 通过客户端 ID 识别程序，但尚未设置。请在 { $url } 注册（类型：Mobile, desktop & browser apps；重定向地址：{ $redirect } ），并写入 { $file }：
terminal-rejected-client = { $service } 不认识此客户端 ID。{ $answers }。客户端 ID 来自 { $source }：请在那里更正
terminal-rejected-blocked = { $service } 不接受此客户端 ID。{ $answers }。ID 可能有误，或被 { $service } 限速或暂停了一段时间。它来自 { $source }：请在那里检查，或稍后再试
terminal-rejected = { $service } 拒绝了请求。{ $answers }

terminal-phone = 使用手机：{ $url }
terminal-number = 在网页上输入此数字：{ $number }
terminal-follow = 按网页提示操作，此处会自动继续。
terminal-network = 手机和电脑必须在同一网络中。
terminal-consent = 或打开 { $url }
terminal-paste = 然后将代码粘贴到这里，并按 Enter 键。
terminal-or-paste = 或将代码粘贴到这里，并按 Enter 键。
terminal-typed = 这不是代码。{ $why }
terminal-no-application = 需要先设置 { $service }。请在 { $url } 注册一个应用，并将其客户端 ID 和客户端密钥写入 { $file }：
terminal-set-up = 或在 { $url } 注册一个应用，将其客户端 ID 和客户端密钥写入 { $file }，然后重新启动。
terminal-wrong-application = 客户端 ID 或客户端密钥有误。{ $service } 返回了 { $error }。客户端 ID 来自 { $source }：请在那里更正
terminal-lacks-secret = 应用需要客户端密钥。{ $service } 返回了 { $error }：客户端 ID 正确，但此应用还有密钥（类型：Server apps & services）。请将 client_secret 写入 { $file }，或注册一个不需要密钥的“Mobile, desktop & browser apps”类型的应用

## On the page for a phone

phone-code-title = 在这台电视上登录 { $service }
phone-code-consent = 打开 { $service } 并允许访问，随后会显示一串代码。
phone-code-paste = 复制完整的代码并粘贴到这里
phone-client-title = 在这台电视上设置 { $service }
phone-client-register = 请在 { $service } 注册一个名为 { $name } 的应用，选择权限 { $scope }，并填写以下重定向地址：
phone-client-type = 请在 { $service } 注册一个类型为“Mobile, desktop & browser apps”的应用，并填写以下重定向地址：
phone-client-paste = 粘贴 { $service } 为它显示的内容：
phone-client-id = 客户端 ID
phone-client-secret = 客户端密钥
phone-client-secret-optional = 客户端密钥（如果应用有）
phone-open = 打开 { $service }
phone-number = 输入电视上显示的数字
phone-send = 发送到电视
phone-fault-digits = 请输入电视上显示的四位数字。
phone-fault-number = { $left ->
   *[other] 与电视上的数字不符。还可以试 { $left } 次。
}
phone-fault-missing = 还有内容没有填写。
phone-fault-cut = 代码不完整。请选中全部内容（包括连字符），再复制一次。
phone-fault-strange = 这不是 { $service } 显示的内容。请再复制一次。
phone-fault-same = 客户端 ID 和客户端密钥相同。请分别复制。
phone-fault-refused = { $service } 没有接受。请再试一次。
phone-taken-title = 电视已收到
phone-taken-body = 电视正在登录 { $service }，结果会显示在此页面上。
phone-done-title = 完成
phone-done-body = 电视已登录 { $service }。您可以关闭此页面。
phone-set-up-body = 电视已设置好 { $service }，并会自动继续。您可以关闭此页面。
phone-failed-title = 没有成功
phone-failed-body = 电视上会显示接下来怎么做。
phone-closed-title = 此页面已关闭
phone-closed-body = 数字输错次数过多。请在电视上重新开始，并扫描新的二维码。
phone-over-title = 时间到了
phone-over-body = 请在电视上重新开始，并扫描新的二维码。

## In a browser on this computer

redirect-title = 请回到电视
redirect-body = { $service } 已答复。您可以关闭此页面，couchpin 会自动继续。
redirect-denied-title = 未获访问权限
redirect-denied-body = { $service } 没有授予访问权限。请关闭此页面，couchpin 会显示接下来怎么做。
redirect-issuer-body = 其中的内容没有被采用。请关闭此页面，couchpin 会显示接下来怎么做。
redirect-unexpected-title = Couchpin 没有在等待这个
redirect-unexpected-body = 请关闭此页面，在 couchpin 打开的页面中继续。
redirect-used-title = 此链接已被使用
redirect-used-body = 它只能打开一次。请关闭此页面，在电视上重新登录。
