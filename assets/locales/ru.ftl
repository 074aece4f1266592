# What a person reads on the television, in Russian.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Подключите этот ТВ к { $service }
pairing-open = Наведите камеру или откройте { $url }
pairing-open-short = Сканируйте или откройте { $url }
pairing-open-here = Откройте { $url } на этом компьютере
pairing-check = Сверьте с кодом на телефоне
pairing-check-here = Сверьте с кодом на странице
pairing-approve = Подтвердите. Экран сменится сам.
pairing-beware = Подтверждайте, только если видите этот экран.
pairing-good-for = Осталось
pairing-last-minute = меньше минуты
pairing-no-code = Кода пока нет
pairing-code = Код
pairing-qr = QR-код: { $url }
pairing-qr-too-long = Этот адрес слишком длинный для QR-кода.
pairing-code-spoken = Код { $code }
spell-letter = { $letter }, как в слове { $word }
spell-hyphen = дефис
speech-code = Откройте { $url } на телефоне. Проверьте, что там показан этот код: { $code }. Ещё раз: { $code }. Затем подтвердите вход.

notice-asked-for = Это новый код. Прежний больше не действует.
notice-no-new-code = Сервис { $service } не дал нового кода ({ $answer }). Этот ещё действует.
notice-expired = Это новый код: срок прежнего истёк.
notice-code-gone = Это новый код: сервис { $service } больше не принимает прежний.
notice-answer-lost = Подтверждено, но ответ потерялся: подтвердите ещё раз.
notice-opening-here = Открывается браузер на этом компьютере …
notice-opened-here = Открыто в браузере здесь. Сверьте там код и подтвердите.
notice-not-opened-here = Здесь не удалось открыть браузер (xdg-utils). Возьмите телефон.
notice-code-refused = Сервис { $service } не принял этот код. На его странице показан другой.
notice-client-not-kept = Настройки не сохранили это приложение: оно действует только до выхода.
notice-unpaired = Этот ТВ отвязан.
notice-left-in-keyring = ТВ отвязан. Копия исчезнет после разблокировки связки ключей.

status-asking = Запрашиваем код у { $service }
status-replacing = Запрашиваем другой код. Этот действует, пока не придёт новый.
status-waiting = Ждём ответа с телефона
status-checked = Ждём ответа с телефона. Проверено { $seconds } с назад
status-living = { $trouble }. Код действует, повтор через { $seconds } с
status-retry = { $trouble }. Повтор через { $seconds } с
status-retry-minutes = { $trouble }. Повтор через { $minutes } мин
status-living-on = { $trouble }. Код ещё действует
status-goes-on = { $trouble }. Затем всё продолжится само
status-retrying = { $trouble }. Пробуем снова

trouble-offline = Нет сети
trouble-dns = Не удаётся найти { $service }
trouble-unreachable = { $service } не отвечает
trouble-timeout = { $service } отвечает слишком долго
trouble-clock = На этом компьютере неверная дата ({ $date })
trouble-expired = Сертификат { $service } истёк раньше { $date } — даты на этом компьютере
trouble-tls = Соединение небезопасно
trouble-proxy = Прокси { $proxy } ({ $variable }) не соединяет с { $service }
trouble-proxy-refused = Прокси { $proxy } ({ $variable }) требует другое имя или пароль
trouble-proxy-unusable = В { $variable } нет адреса прокси
trouble-portal = Вместо { $service } отвечает другая страница
trouble-foreign = Вместо { $service } отвечает что-то другое ({ $status })
trouble-busy = Сервис { $service } перегружен, проверяем реже
trouble-user-limit = Дневной лимит вашей учётной записи { $service } исчерпан
trouble-user-limit-until = Дневной лимит вашей учётной записи { $service } исчерпан до { $time }
trouble-app-limit = Дневной лимит приложения в { $service } исчерпан
trouble-app-limit-until = Дневной лимит приложения в { $service } исчерпан до { $time }
trouble-client-blocked = { $service } пока не принимает ID клиента
trouble-down = В работе { $service } сбой
trouble-malformed = Непонятный ответ от { $service }

## Buttons

button-bigger = Увеличить QR
button-smaller = Уменьшить QR
button-check = Проверить
button-new = Новый код
button-quit = Выйти
button-stay = Остаться
button-done = Готово
button-again = Повторить
button-pair-again = Подключить снова
button-unpair = Отвязать
button-not-you = Не вы? Отвязать
button-keep = Не отвязывать
button-unlock = Разблокировать
button-pair-in-file = Подключить с файлом
button-later = Позже
button-more = Ещё
button-stay-there = Оставить там
button-to-keyring = В связку ключей
button-to-file = В личный файл
button-demo = Смотреть демо
button-approve = Демо: подтвердить
button-services = Все сервисы
button-type = Ввести код
button-open-here = Открыть здесь
button-in-browser = Через браузер
button-open-again = Открыть снова
button-by-phone = С телефона
button-by-code = По коду
button-set-up = Настроить снова

button-kept = Где хранится вход
button-settings = Настройки
button-about = О программе
button-read = Прочитать вслух
button-close = Закрыть
button-remote = Проверить пульт
button-picture = Размер изображения
button-smaller-picture = Меньше
button-larger-picture = Больше
button-start-over = Начать сначала
button-swap = Поменять A и B
button-forget-taught = Сбросить мои кнопки
button-start-again = Перезапустить

hint-ok = выбрать
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = выйти
hint-back-key = Назад
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Назад здесь не работает

## What else there is

more-title = Ещё
settings-title = Настройки
settings-body = Изменения действуют сразу и сохраняются.
settings-language = Язык
settings-language-about = Язык этого экрана и couchpin в терминале.
settings-text = Размер текста
settings-text-about = Крупный текст помогает прочитать всё нужное для подключения при слабом зрении или на небольшом телевизоре.
settings-theme = Тема
settings-theme-about = Тёмная для вечера, светлая для дня или самая контрастная.
settings-motion = Анимация
settings-motion-about = Будет ли рамка плавно переходить от кнопки к кнопке.
settings-blanking = Пока показан код
settings-blanking-about = Может ли экран телевизора погаснуть, пока вы не подтвердили вход.
settings-unattended = Кодов подряд
settings-unattended-about = Сколько кодов, по четверти часа каждый, сменится само, если никто не нажимает кнопки. Затем экран перейдёт в режим ожидания.
settings-store = Хранить вход
settings-store-about = Где хранить данные следующего входа. Уже подключённое останется на своём месте.
choice-system = Как в системе
choice-normal = Обычный
choice-large = Крупный
choice-dark = Тёмная
choice-light = Светлая
choice-contrast = Контрастная
choice-gliding = Плавная
choice-still = Нет
choice-awake = Экран не гаснет
choice-blank = Экран может погаснуть
choice-one-code = Один код
choice-codes = { $count ->
    [one] { $count } код
    [few] { $count } кода
    [many] { $count } кодов
   *[other] { $count } кода
}
choice-always = Всегда новый
choice-automatic = В связке, если открыта
choice-keyring = В связке ключей
choice-file = В личном файле

about-title = Couchpin { $version }
about-body = Помогает подключить этот телевизор к вашим сервисам прямо с дивана. Свободная программа под лицензиями MIT и Apache 2.0 со шрифтами Inter и JetBrains Mono (SIL Open Font License).
more-body = Если кнопка пульта не работает или край изображения не виден, это можно исправить здесь.

remote-title = Проверка пульта
remote-body = Нажмите каждую кнопку по разу. Ниже появится её действие, код и источник.
remote-nothing = Пока ничего не нажато
remote-code = код { $code } ({ $hex })
remote-window = клавиатура или пульт
remote-closed = Нет доступа: { $name } ({ $node })
remote-allow = Чтобы разрешить доступ, установите правило udev для couchpin (см. README) и подключите устройство заново.
teach-title = Кнопка { $code } пока неизвестна
teach-body = Что она должна делать? Выберите действие стрелками и нажмите ту же кнопку ещё раз. «Назад» оставит всё как есть.
not-kept = Действует до выхода, но сохранить не удалось: { $why }.
not-kept-busy = Файл настроек сейчас записывает другая программа
not-kept-mistake = В файле настроек есть ошибка, сначала её нужно исправить
not-kept-table = Имя { $name } в файле настроек занято другим
not-kept-exposed = Файл настроек может изменить другой пользователь

name-up = Вверх
name-down = Вниз
name-left = Влево
name-right = Вправо
name-ok = OK
name-back = Назад
name-menu = Меню
name-info = Инфо
name-play-pause = Пуск/пауза
name-page-up = Страница вверх
name-page-down = Страница вниз
name-digit = Цифра { $digit }
name-red = Красная
name-green = Зелёная
name-yellow = Жёлтая
name-blue = Синяя
name-other = не используется
name-unknown = неизвестна

picture-title = Размер изображения
picture-body = Увеличивайте, пока четыре уголка не коснутся краёв экрана. Тогда всё будет видно и место не пропадёт зря.
picture-percent = { $size } %

## All services

home-title = Ваши сервисы
home-body = Выберите сервис, чтобы проверить вход или войти.
state-looking = …
state-not-set-up = Не настроен
state-not-paired = Не подключён
state-paired = Вы вошли как { $name }
state-paired-nameless = Подключён
state-attention = Требует внимания

## With a phone, by hand, or in a browser

page-scan = Отсканируйте код телефоном
page-number = Введите там это число
page-follow = Следуйте указаниям страницы. Экран сменится сам.
page-beware = Телефон и ТВ должны быть в одной сети.
page-spoken = Число { $code }
page-qr = QR-код страницы для телефона
page-opened = Страница открыта на телефоне
page-wrong = Неверное число: попытка { $count } из { $most }. После последней страница закроется
set-up-title = Настройка { $service } на этом ТВ
typing-scan = Отсканируйте код и разрешите доступ
typing-shown = { $service } покажет код из { $length } символов
typing-type = Введите его здесь
typing-switched-off = Страница для телефона отключена в настройках.
typing-no-network = Этот ТВ не подключён к сети, доступной телефону.
typing-public-address = Публичный адрес: см. phone_page в настройках.
typing-no-page = Не удалось открыть страницу для телефона.
typing-qr = QR-код: { $service }
browser-title = Продолжите в браузере
browser-body = { $service } запросит доступ там. Этот экран сам перейдёт дальше. Вместо этого там ошибка? { $application }
exchange-title = Выполняется вход
exchange-body = Получаем данные входа от { $service }…

keyboard-title = Введите код
keyboard-count = { $count } из { $length }
keyboard-capital = заглавная { $letter }
keyboard-hyphen = дефис
keyboard-underscore = подчёркивание
keyboard-case = Aa
keyboard-case-spoken = заглавные или строчные буквы
keyboard-delete = Удалить
keyboard-send = Отправить
typed-empty = Пока ничего не введено.
typed-cut = Только { $count } из { $length } символов: возможно, код обрезан на дефисе.
typed-short = Только { $count } из { $length } символов.

## Results

starting-title = Одну секунду
storing-title = Подтверждено
storing-body = Надёжно сохраняем данные входа…
forgetting-title = Отвязываем

paired-as = Вы вошли как { $name }
paired-nameless = Этот ТВ подключён
paired-keyring = { $service } · хранится в связке ключей этого компьютера
paired-file = { $service } · хранится в личном файле: { $path }
paired-file-why = Связка ключей не использована. { $why }.
paired-demo = { $service } · демо: забудется при выходе
paired-checking = Спрашиваем у { $service }, действует ли ещё вход…
paired-delayed = { $trouble }: проверить пока не удалось.
paired-unknown = Сервис { $service } не сообщил, чей это аккаунт.
paired-moved = Новый адрес { $service }: { $url }. Впишите его в файл настроек.
paired-scope = { $service } сообщает, что этому входу это не разрешено: подключите снова.
paired-old-token = { $service } требует вход нового вида: подключите снова с новым приложением.
paired-instead = Это другая учётная запись, раньше была { $name }.
paired-ends = { $service } закроет этот вид входа примерно в апреле 2027 года. До этого зарегистрируйте новое приложение и подключите снова.
paired-ends-set-up = { $service } закроет этот вид входа примерно в апреле 2027 года. До этого выберите «{ button-set-up }» в «{ button-more }».
paired-limited = Сервис { $service } дал меньше прав, чем запрошено: некоторые программы смогут только читать.
paired-cannot-forget = Не удалось удалить данные входа. { $why }.
paired-cannot-move = Всё остаётся на прежнем месте. { $why }.
paired-client-not-kept = Настройки не сохранили это приложение: в следующий раз couchpin не будет его знать.
paired-end = Закрыть доступ для этого ТВ можно в любой момент: { $url }

unpair-title = Отвязать этот ТВ?
unpair-body = Данные входа на этом компьютере будут удалены, и программы, которые их используют, потеряют доступ. В списках { $service } этот ТВ может оставаться, пока вы не закроете доступ на { $url }.

quit-title = Выйти из couchpin?
leave-title = Прервать этот вход?
quit-body = Если выйти, ваше подтверждение никто не получит, а код пропадёт.
quit-body-storing = Данные входа ещё не сохранены. Если выйти сейчас, они пропадут.
quit-body-page = Если выйти, ваш ответ уже никто не получит.
quit-body-plain = Возвращайтесь в любое время.

resting-title = Нажмите любую кнопку для нового кода
resting-body = Здесь давно никого не было, поэтому запросы к { $service } остановлены.

## What a person must mend

cannot-store-title = Подтверждено, но не сохранено
cannot-store-body = { $why }. Данные входа пока в памяти: не выключайте и попробуйте ещё раз.
unreadable-title = Не удалось прочитать данные входа
unreadable-body = { $why }.
store-locked = Связка ключей заблокирована
keyring-silent = Связка ключей не отвечает
keyring-slow = Связка ключей отвечает слишком медленно
keyring-no-bus = Сеансовая шина отсутствует
keyring-bus-failed = Сеансовая шина недоступна
keyring-no-service = Служба связки ключей не запущена
keyring-not-started = Служба связки ключей не запустилась
keyring-no-default = Нет связки ключей по умолчанию
keyring-several = В связке ключей несколько подходящих записей
keyring-not-kept = Связка ключей не сохранила того, что получила
keyring-too-long = Связка ключей не принимает столь длинные данные входа
keyring-failed = Связка ключей сообщает об ошибке
store-link = { $path } — символическая ссылка
store-not-a-file = { $path } — не обычный файл
store-anothers = { $path } принадлежит другому пользователю: верните права этому пользователю или удалите
store-damaged = Их не удалось разобрать, они сохранены как { $path }
store-unclear = Их не удалось разобрать
store-version = Их записала другая версия Couchpin: обновите Couchpin или подключите заново
store-other-service = Это данные входа другого сервиса ({ $service })
store-not-written = Не удалось записать { $path }. { $why }
store-not-read = Не удалось прочитать { $path }. { $why }
store-not-removed = Не удалось удалить { $path }. { $why }
store-not-set-aside = Не удалось отложить { $path }. { $why }
store-not-opened = Не удалось открыть { $path }. { $why }
store-in-use = Другой Couchpin меняет данные входа
store-empty = Ничего не подключено
store-no-answer = Хранилище не отвечает
system-disk-full = Диск переполнен
system-read-only = Диск доступен только для чтения
system-no-permission = Нет прав доступа
system-missing = Нет такого файла или папки
system-in-the-way = Мешает другой файл или папка
system-not-a-file = Это не обычный файл
system-too-large = Файл слишком большой
system-too-many-files = Открыто слишком много файлов
system-disk-failed = Диск неисправен
system-timeout = Это заняло слишком много времени
system-other = Система сообщает об ошибке { $number }
system-unknown = Система не называет причину
locked-title = Связка ключей заблокирована
locked-body = Этот ТВ подключён, но данные входа в связке ключей, а она заблокирована или не отвечает. Для разблокировки может понадобиться клавиатура. Когда связку разблокируют, экран сам перейдёт дальше.
absent-title = Связка ключей недоступна
absent-body = Этот ТВ подключён, но данные входа в связке ключей. { $why }. Когда связка станет доступна, экран сам перейдёт дальше.
keep-title = Где хранятся данные входа
keep-in-file = Они в личном файле, который можете читать только вы, но он не зашифрован: { $path }
keep-in-keyring = Они в связке ключей этого компьютера. Программы могут прочитать их, только пока она разблокирована.
denied-title = Отклонено на телефоне
denied-body = Если это вышло случайно, получите новый код.
refused-title = { $service } больше не принимает этот ТВ
refused-body = Доступ закрыт, возможно, на странице настроек { $service }. Чтобы продолжить, подключите снова.
refused-body-name = Доступ для { $name } закрыт, возможно, на странице настроек { $service }. Чтобы продолжить, подключите снова.
rejected-title = Сервис { $service } отказал
rejected-client-title = { $service } не знает этот ID клиента
rejected-body = { $answers }. На этом экране это не исправить; попробуйте позже.
rejected-client-body = { $answers }. ID клиента взят отсюда: { $source }. Исправьте его там и запустите couchpin снова.
rejected-blocked-title = { $service } не принимает этот ID клиента
rejected-blocked-body = { $answers }. ID неверен, или { $service } ограничил либо временно приостановил его. Он взят отсюда: { $source }. Проверьте его там или попробуйте позже.
rejected-answer = { $flow }: получен ответ { $answer }
flow-pin = PIN-вход
flow-device = вход с устройства
no-client-title = Нужен ID клиента
no-client-body = Зарегистрируйте couchpin на { $url } (тип: Mobile, desktop & browser apps; адрес перенаправления: { $redirect }), впишите ID клиента в { $file } и запустите снова:
no-client-phone-body = Зарегистрируйте couchpin на { $url } (тип: Mobile, desktop & browser apps; адрес перенаправления: { $redirect }) и отправьте ID клиента с телефона. Или впишите его в { $file } и запустите снова:
application-mobile = Приложение должно быть типа «Mobile, desktop & browser apps», с точно таким адресом перенаправления:
application-redirect = У приложения должен быть точно такой адрес перенаправления:
application-types = Тип потом не изменить. «TV, devices & command line» годится только для кодов; для «Server apps & services» нужен и секрет клиента.
no-application-title = Сначала нужно настроить { $service }
no-application-body = Зарегистрируйте приложение на { $url }, впишите его ID и секрет клиента в { $file } и запустите couchpin снова:
wrong-application-title = Неверный ID или секрет клиента
wrong-application-body = Ответ от { $service }: { $error }. ID клиента взят отсюда: { $source }. Настройте снова или исправьте его там.
lacks-secret-title = Этому приложению нужен секрет клиента
lacks-secret-body = Ответ от { $service }: { $error }. ID клиента верный, но у этого приложения есть и секрет (тип: Server apps & services). Настройте его снова с секретом или зарегистрируйте приложение типа Mobile, desktop & browser apps: ему секрет не нужен.
moved-title = У { $service } новый адрес
moved-body = Теперь адрес такой: { $url }, и туда ничего не отправлено. Впишите новый адрес в { $file } и запустите couchpin снова:
metadata-title = Issuer в настройках не подходит
metadata-body = То, что публикует { $issuer }, описывает другой issuer, или там не хватает адреса. Проверьте issuer в { $file }.
missing-body = Сервису { $service } чего-то не хватило в запросе couchpin: { $said }.
time-over-title = Никто не подошёл вовремя
time-over-body = Попробуйте ещё раз и не спешите: у вас есть полчаса.
time-over-browser-body = Браузер не ответил за пять минут, или доступ там не разрешили. { $application }
page-closed-title = Слишком много неверных чисел
page-closed-body = Неверное число ввели пять раз, поэтому страница закрыта. Ничего не принято.
not-allowed-title = Доступ не разрешён
not-allowed-body = Если это вышло случайно, попробуйте ещё раз.
other-issuer-title = Ответ пришёл не от { $service }, а от другого сервиса
other-issuer-body = Из него ничего не взято. Попробуйте ещё раз.
page-refused-body = Ответ в браузере: { $error }. Проверьте ID клиента. { $application }
redirect-refused-title = { $service } не знает адрес перенаправления
redirect-refused-body = Ответ: { $error }. { $application }
refused-code-title = Сервис { $service } не принял вход
refused-code-body = Данные из браузера устарели или уже были использованы. Войдите ещё раз.
lost-code-title = Данные входа потеряны
lost-code-body = { $trouble }. Данные из браузера действуют только один раз, поэтому войдите снова.
port-taken-title = Порт { $port } занят
port-taken-body = Его использует другая программа на этом компьютере. Закройте её или задайте другой redirect_port в { $file } и зарегистрируйте его адрес на { $service }:
no-browser-title = Не удалось открыть браузер
no-browser-body = На этом компьютере его нет или его нечем открыть (xdg-utils).
cannot-begin-title = Не удалось начать вход
cannot-begin-body = { $why }.
unexpected-title = Ошибка в Couchpin прервала вход
unexpected-body = Вход начнётся заново через минуту или сразу, если попробовать ещё раз.
config-title = Couchpin не может так запуститься
config-no-home = У этого компьютера нет домашней папки для настроек и данных входа: переменная HOME не задана.
config-unreadable = Не удалось прочитать { $file }. { $why }.
config-unreadable-from = Не удалось прочитать { $file } (указан в { $source }). { $why }.
config-exposed-owner = В { $file } задано { $setting }, но файл принадлежит другому пользователю. Он должен принадлежать вам или root.
config-exposed-mode = В { $file } задано { $setting }, но файл могут менять другие пользователи. Запретите это: { $command }.
config-line = { $file }, строка { $line }: неизвестно или неверно. Команда couchpin status подскажет, что ожидается.
config-value = { $name } в { $source }: неверное значение. { $expected }.
config-variable = { $source }: неверное значение. { $expected }.
config-no-certificates = На этом компьютере нет сертификатов для безопасных соединений. Установите ca-certificates.
config-no-client = На этом компьютере нельзя установить безопасное соединение.
expected-text = Ожидается: текст в UTF-8
expected-word = Ожидается: буквы и цифры без пробелов
expected-name = Ожидается: имя из простых букв, цифр и знаков
expected-address = Ожидается: адрес с https:// без имени и пароля
expected-one-of = Ожидается: { $words }
expected-phone-page = Ожидается: true, false или один адрес для подключений, например 192.168.1.20
expected-one-address = Ожидается: тот адрес этого компьютера, который доступен телефону, например 192.168.1.20
source-built-in = эта сборка couchpin

demo-banner = Демо: ничего не покидает этот компьютер

## In a terminal

terminal-title = Подключите этот компьютер к { $service }
terminal-code = Код: { $code } (осталось { $time })
terminal-open = Откройте: { $url }
terminal-link = Или сразу с кодом: { $url }
terminal-approve = Подтвердите. Дальше всё пойдёт само.
terminal-beware = Подтверждайте, только если запустили это сами.
terminal-good-for = Осталось { $time }
terminal-storing = Подтверждено. Надёжно сохраняем данные входа…
terminal-cannot-store = Подтверждено, но не сохранено. { $why }. Данные входа пока в памяти и сохранятся, как только это будет исправлено: не закрывайте программу.
terminal-not-stored = Подтверждено, но не сохранено. { $why }. Когда это будет исправлено, подключите заново: { $pair }
terminal-checking = Подключено. Спрашиваем у { $service }, чей это аккаунт…
terminal-paired = Вы вошли как { $name }, место хранения: { $place }
terminal-paired-nameless = Подключено, место хранения: { $place }
terminal-already = Вы уже вошли как { $name }, место хранения: { $place }. Подключить заново: { $pair } --again
terminal-already-nameless = Уже подключено, место хранения: { $place }. Подключить заново: { $pair } --again
terminal-keyring = связка ключей этого компьютера
terminal-demo = папка демо
terminal-hook = Выполняем on_paired…
terminal-interrupted = прервано, подключение не выполнено
terminal-refused = { $service } больше не принимает сохранённый вход: подключите снова
terminal-unreadable = не удалось прочитать данные входа. { $why }. Подключить заново: { $pair } --again
terminal-resting = никто не подтвердил вовремя. Новый код: { $pair }
terminal-denied = отклонено на телефоне. Если это вышло случайно: { $pair }
terminal-no-client = { $service } узнаёт программы по ID клиента, а он не задан. Зарегистрируйте его на { $url } (тип: Mobile, desktop & browser apps; адрес перенаправления: { $redirect }) и впишите в { $file }:
terminal-rejected-client = { $service } не знает этот ID клиента. { $answers }. ID клиента взят отсюда: { $source }. Исправьте его там
terminal-rejected-blocked = { $service } не принимает этот ID клиента. { $answers }. ID неверен, или { $service } ограничил либо временно приостановил его. Он взят отсюда: { $source }. Проверьте его там или попробуйте позже
terminal-rejected = Сервис { $service } отказал. { $answers }

terminal-phone = С телефона: { $url }
terminal-number = Введите там это число: { $number }
terminal-follow = Следуйте указаниям страницы. Дальше всё пойдёт само.
terminal-network = Телефон и компьютер должны быть в одной сети.
terminal-consent = Или откройте { $url }
terminal-paste = Затем вставьте код сюда и нажмите Enter.
terminal-or-paste = Или вставьте код сюда и нажмите Enter.
terminal-typed = Это не код. { $why }
terminal-no-application = Сначала нужно настроить { $service }. Зарегистрируйте приложение на { $url } и впишите его ID и секрет клиента в { $file }:
terminal-set-up = Или зарегистрируйте приложение на { $url }, впишите его ID и секрет клиента в { $file } и запустите couchpin снова.
terminal-wrong-application = неверный ID или секрет клиента. Ответ от { $service }: { $error }. ID клиента взят отсюда: { $source }. Исправьте его там
terminal-lacks-secret = приложению нужен секрет клиента. Ответ от { $service }: { $error }. ID клиента верный, но у этого приложения есть и секрет (тип: Server apps & services). Впишите client_secret в { $file } или зарегистрируйте приложение типа Mobile, desktop & browser apps: ему секрет не нужен

## On the page for a phone

phone-code-title = Вход в { $service } на этом телевизоре
phone-code-consent = Откройте { $service } и разрешите доступ. Там появится код.
phone-code-paste = Скопируйте код целиком и вставьте сюда
phone-client-title = Настройка { $service } на этом телевизоре
phone-client-register = Зарегистрируйте на { $service } приложение с названием { $name }, правом { $scope } и этим адресом перенаправления:
phone-client-type = Зарегистрируйте на { $service } приложение типа «Mobile, desktop & browser apps» с этим адресом перенаправления:
phone-client-paste = Вставьте то, что покажет { $service }:
phone-client-id = ID клиента
phone-client-secret = Секрет клиента
phone-client-secret-optional = Секрет клиента, если он есть у приложения
phone-open = Открыть { $service }
phone-number = Введите число с экрана телевизора
phone-send = Отправить на телевизор
phone-fault-digits = Введите четыре цифры с экрана телевизора.
phone-fault-number = { $left ->
    [one] На телевизоре другое число. Осталась { $left } попытка.
    [few] На телевизоре другое число. Осталось { $left } попытки.
    [many] На телевизоре другое число. Осталось { $left } попыток.
   *[other] На телевизоре другое число. Осталось { $left } попытки.
}
phone-fault-missing = Заполнено не всё.
phone-fault-cut = Не хватает части кода. Выделите его целиком, вместе с дефисами, и скопируйте ещё раз.
phone-fault-strange = Это не то, что показывает { $service }. Скопируйте ещё раз.
phone-fault-same = ID и секрет клиента совпадают. Скопируйте каждый из них отдельно.
phone-fault-refused = Сервис { $service } это не принял. Попробуйте ещё раз.
phone-taken-title = Телевизор всё получил
phone-taken-body = Сейчас он входит в { $service }. На этой странице появится результат.
phone-done-title = Готово
phone-done-body = Телевизор вошёл в { $service }. Эту страницу можно закрыть.
phone-set-up-body = Теперь телевизор знает { $service } и продолжит сам. Эту страницу можно закрыть.
phone-failed-title = Не получилось
phone-failed-body = Телевизор покажет, что делать дальше.
phone-closed-title = Эта страница закрыта
phone-closed-body = Слишком много неверных чисел. Начните заново на телевизоре и отсканируйте новый код.
phone-over-title = Время вышло
phone-over-body = Начните заново на телевизоре и отсканируйте новый код.

## In a browser on this computer

redirect-title = Вернитесь к телевизору
redirect-body = Ответ от { $service } получен. Эту страницу можно закрыть: couchpin продолжит сам.
redirect-denied-title = Доступа нет
redirect-denied-body = Сервис { $service } не дал доступа. Закройте эту страницу: couchpin покажет, что делать дальше.
redirect-issuer-body = Из него ничего не взято. Закройте эту страницу: couchpin покажет, что делать дальше.
redirect-unexpected-title = Couchpin этого не ждёт
redirect-unexpected-body = Закройте эту страницу и продолжайте на той, которую открыл couchpin.
redirect-used-title = Эта ссылка уже использована
redirect-used-body = Она открывается только один раз. Закройте эту страницу и начните вход на телевизоре заново.
