# What a person reads on the television, in Russian.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Вход в { $service }
pairing-open = Сканируйте QR или откройте { $url }
pairing-open-short = QR-код или { $url }
pairing-open-here = Откройте { $url } на этом компьютере
pairing-check = Сверьте код на телефоне
pairing-check-here = Сверьте код на странице
pairing-approve = Подтвердите на телефоне
pairing-continue = На телефоне нажмите «{ phone-continue }»
pairing-compare = Сверьте этот код и подтвердите
pairing-beware = Только если вход начали вы на своём телевизоре.
pairing-good-for = Код действует ещё
page-good-for = Страница открыта ещё
minutes-left = { $minutes } мин
pairing-last-minute = менее минуты
pairing-no-code = Кода пока нет
pairing-code = Код
pairing-qr = QR-код для { $url }
pairing-qr-too-long = Этот адрес слишком длинный для QR-кода.
pairing-code-spoken = Код { $code }
spell-letter = { $letter }, как в слове { $word }
spell-hyphen = дефис
speech-code = Откройте { $url } на телефоне. Проверьте, что там этот код: { $code }. Ещё раз: { $code }. Затем подтвердите вход.

notice-asked-for = Новый код. Прежний больше не действует.
notice-no-new-code = { $service } не даёт новый код ({ $answer }). Этот ещё действует.
notice-expired = Новый код. Срок прежнего истёк.
notice-code-gone = Новый код. Прежний отменён сервисом { $service }.
notice-answer-lost = Подтверждение не дошло. Подтвердите ещё раз.
notice-opening-here = Открываем браузер на этом компьютере…
notice-opened-here = Открыто в браузере. Сверьте там код и подтвердите.
notice-not-opened-here = Не удалось открыть браузер (xdg-utils). Возьмите телефон.
notice-code-refused = Код не принят. Новый есть на странице { $service }.
notice-client-not-kept = Файл настроек не сохранён. Всё работает до закрытия.
notice-left-in-keyring = Вы вышли. Копия в связке ключей удалится после разблокировки.

status-asking = Получаем код от { $service }
status-replacing = Получаем новый код. Этот ещё действует.
status-waiting = Ждём ваш телефон
status-approval = Ждём вашего подтверждения
status-checked = Ждём ваш телефон. Проверено { $seconds } с назад
status-living = { $trouble }. Код ещё действует. Повторим через { $seconds } с
status-retry = { $trouble }. { retry-seconds }
status-retry-minutes = { $trouble }. { retry-minutes }
status-living-on = { $trouble }. Код ещё действует
status-goes-on = { $trouble }. { retry-fixed }
status-retrying = { $trouble }. Пробуем снова
retry-seconds = Повторим через { $seconds } с
retry-minutes = Повторим через { $minutes } мин
retry-fixed = Продолжим, когда это исправится

trouble-offline = Нет сети
trouble-dns = Не удаётся найти { $service }
trouble-unreachable = { $service } не отвечает
trouble-timeout = { $service } отвечает слишком долго
trouble-clock = На этом компьютере неверная дата ({ $date })
trouble-expired = Сертификат { $service } просрочен по дате этого компьютера ({ $date })
trouble-tls = Нет безопасного соединения
trouble-proxy = Прокси { $proxy } ({ $variable }) не может соединиться с { $service }
trouble-proxy-refused = Прокси { $proxy } ({ $variable }) не принимает имя пользователя или пароль
trouble-proxy-unusable = В { $variable } указан не адрес прокси
trouble-portal = Вместо { $service } отвечает страница входа в эту сеть
trouble-foreign = Вместо { $service } отвечает что-то другое ({ $status })
trouble-busy = Сервис { $service } перегружен, проверяем реже
trouble-user-limit = Дневной лимит вашего аккаунта в { $service } исчерпан
trouble-user-limit-until = Дневной лимит вашего аккаунта в { $service } исчерпан до { $time }
trouble-app-limit = Дневной лимит приложения в { $service } исчерпан
trouble-app-limit-until = Дневной лимит приложения в { $service } исчерпан до { $time }
trouble-client-blocked = { $service } сейчас не принимает ID клиента
trouble-down = У { $service } неполадки
trouble-malformed = Неожиданный ответ от { $service }

## Buttons

button-bigger = Увеличить QR
button-smaller = Уменьшить QR
button-show-qr = Показать QR
button-check = Повторить
button-new = Новый код
button-quit = Закрыть
button-stay = Отмена
button-done = Готово
button-add-person = Добавить человека в { $service }
button-again = Повторить
button-pair-again = Войти снова
button-unpair = Выйти
button-not-you = Не вы? Выйти
button-keep = Отмена
button-unlock = Разблокировать
button-pair-in-file = Войти снова
button-later = Не сейчас
button-more = Ещё
button-stay-there = Не переносить
button-to-keyring = Перенести в связку
button-to-file = Перенести в файл
button-demo = Посмотреть демо
button-approve = Подтвердить здесь
button-services = Все сервисы
button-type = Ввести код
button-open-here = Открыть здесь
button-in-browser = Через браузер
button-open-again = Открыть снова
button-by-phone = С телефона
button-by-code = По коду
button-set-up = Настроить снова

button-kept = Хранение данных входа
button-recipes = В других программах
button-settings = Настройки
button-about = О программе
button-read = Прочитать вслух
button-close = Закрыть
button-remote = Проверить пульт
button-picture = Размер изображения
button-smaller-picture = Меньше
button-larger-picture = Больше
button-start-again = Запустить снова

hint-ok = Выбрать
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = Вернуться
hint-cancel = Отменить
hint-exit = Закрыть
hint-shrink = Уменьшить
hint-type = Ввести
hint-twice = Дважды «Назад», чтобы закрыть
hint-back-key = Назад
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = В режиме киоска «Назад» не работает

## What else there is

more-title = Ещё
settings-title = Настройки
settings-body = Изменения действуют сразу.
settings-language = Язык
settings-language-about = Язык на телевизоре и в терминале.
settings-text = Размер текста
settings-text-about = Крупный текст видно издалека. Всё нужное для входа легко прочитать.
settings-theme = Тема
settings-theme-about = Тёмная для вечера, светлая для дня или контрастная.
settings-motion = Анимация
settings-motion-about = Плавное движение экранов и кнопок.
settings-sound = Звуки
settings-sound-about = Звуковой сигнал, когда вход выполнен.
settings-blanking = Гашение экрана
settings-blanking-about = Не гасить экран, пока показан код, или разрешить ему погаснуть.
settings-unattended = Автообновление кода
settings-unattended-about = Сколько кодов показать подряд, если не нажимать кнопки. Каждый действует 15 минут. Потом экран отдыхает.
settings-store = Хранение данных входа
settings-store-about = Где сохранить данные следующего входа. Прежние останутся на месте.
settings-swap = Кнопки геймпада
settings-swap-about = Какой кнопкой выбирать, A или B.
settings-taught = Назначенные кнопки
settings-taught-about = Если кнопка, которую вы назначили, делает не то, назначения можно сбросить.
choice-system = Как в системе
choice-normal = Обычный
choice-large = Крупный
choice-dark = Тёмная
choice-light = Светлая
choice-contrast = Контрастная
choice-on = Включено
choice-off = Выключено
choice-awake = Не гасить
choice-blank = Разрешить
choice-one-code = Один код
choice-codes = { $count ->
    [one] { $count } код
    [few] { $count } кода
    [many] { $count } кодов
   *[other] { $count } кода
}
choice-always = Без ограничений
choice-automatic = Связка, если разблокирована
choice-keyring = Связка ключей
choice-file = Личный файл
choice-a = Выбирать кнопкой A
choice-b = Выбирать кнопкой B
choice-keep-taught = Оставить
choice-forget-taught = Сбросить все
choice-needs-font = нужен шрифт

about-title = Couchpin { $version }
about-body = Вход в ваши сервисы на этом телевизоре с помощью телефона. Открытый код (MIT или Apache 2.0). Шрифты: Inter, JetBrains Mono (OFL). Значки: Lucide (ISC).
more-body = Пульт не слушается? Картинка обрезана? Исправьте это здесь.

remote-title = Проверка пульта
remote-body = Нажимайте кнопки и смотрите, что они делают. Дважды «Назад», чтобы закрыть.
remote-nothing = Пока ничего не нажато
remote-code = код кнопки { $code } ({ $hex })
remote-window = клавиатура или пульт
remote-closed = Не удаётся прочитать { $name } ({ $node })
remote-allow = Установите правило udev для Couchpin (см. README) и подключите устройство заново.
teach-title = Новая кнопка: { $code }
teach-body = Что она должна делать? Выберите стрелками и нажмите новую кнопку ещё раз.
not-kept = Это работает, пока Couchpin открыт, но сохранить не удалось. { $why }.
not-kept-busy = Файл настроек сейчас записывает другая программа
not-kept-mistake = В файле настроек ошибка. Сначала исправьте её
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
name-other = здесь ничего
name-unknown = неизвестно

picture-title = Размер изображения
picture-body = Нажимайте «Влево», пока не увидите все четыре угла. Затем нажмите «OK».
picture-percent = { $size } %

## All services

home-title = Ваши сервисы
home-body = Выберите сервис, чтобы войти или управлять входом.
state-looking = …
state-not-set-up = Не настроен
state-not-paired = Вход не выполнен
state-paired = Вы вошли как { $name }
state-paired-nameless = Вход выполнен
state-attention = Требует внимания

## With a phone, by hand, or in a browser

page-scan = Сканируйте QR-код
page-number = Когда попросят, введите это число
page-follow = Следуйте указаниям на телефоне
page-allow = На телефоне разрешите доступ и скопируйте код
page-paste = Вернитесь на страницу Couchpin и вставьте его
page-connected = Телефон на связи
page-connected-title = Страница на телефоне
page-connected-body = Другой телефон? Нажмите «{ button-show-qr }».
page-beware = Телефон и телевизор должны быть в одной сети.
page-spoken = Число { $code }
page-qr = QR-код страницы для телефона
page-opened = Страница открыта на телефоне
page-wrong = Неверное число, попытка { $count } из { $most }
set-up-title = Настройка { $service }
set-up-step = Шаг { $step } из { $count }
typing-scan = Сканируйте QR-код и разрешите доступ
typing-shown = { $service } покажет код из { $length } символов
typing-type = Введите его здесь
typing-switched-off = Страница для телефона отключена в настройках.
typing-no-network = Этот телевизор не в сети, доступной телефону.
typing-public-address = У этого телевизора публичный адрес. См. phone_page в настройках.
typing-no-page = Не удалось открыть страницу для телефона.
typing-qr = QR-код для { $service }
browser-title = Продолжите в браузере
browser-body = Разрешите доступ на { $service }. Если там ошибка, проверьте приложение. { $application }
exchange-title = Выполняется вход
exchange-body = Завершаем вход в { $service }…

keyboard-title = Введите код от { $service }
keyboard-count = { $count } из { $length }
keyboard-capital = заглавная { $letter }
keyboard-hyphen = дефис
keyboard-underscore = подчёркивание
keyboard-case-spoken = заглавные или строчные буквы
keyboard-delete = Удалить
keyboard-clear = Очистить
keyboard-send = Отправить
typed-empty = Пока ничего не введено.
typed-cut = Только { $count } из { $length } символов. Возможно, код обрезан на дефисе.
typed-short = Только { $count } из { $length } символов.

## Results

starting-title = Одну минуту
storing-title = Подтверждено
storing-body = Сохраняем данные входа…
forgetting-title = Выходим

paired-as = Вы вошли как { $name }
paired-nameless = Вход на телевизоре выполнен
paired-ready = Программы на этом ПК смогут использовать { $service }, когда вы их подключите.
paired-stored-keyring = Хранится в связке ключей · Управление: { $url }
paired-stored-file = Хранится в личном файле · Управление: { $url }
paired-demo = Со своим аккаунтом всё так же просто.
paired-file-why = Связка ключей не использована. { $why }.
paired-checking = Проверяем вход в { $service }…
paired-delayed = Пока не проверено. { $trouble }.
paired-unknown = Сервис { $service } не сообщил, чей это аккаунт.
paired-moved = У { $service } новый адрес { $url }. Впишите его в файл настроек.
paired-scope = { $service } сообщает, что этому входу такое не разрешено. Войдите снова.
paired-old-token = Для { $service } нужен вход нового вида. Войдите снова с новым приложением.
paired-instead = Это не тот аккаунт, что раньше ({ $name }).
paired-ends = { $service } закроет этот вид входа примерно в апреле 2027 года. До этого зарегистрируйте новое приложение и войдите снова.
paired-ends-set-up = { $service } закроет этот вид входа примерно в апреле 2027 года. До этого откройте «{ button-more }» и выберите «{ button-set-up }».
paired-limited = { $service } даёт меньше прав, чем запрошено. Некоторые программы смогут только читать.
paired-cannot-forget = Не удалось выйти. { $why }.
paired-cannot-move = Не удалось перенести данные входа. { $why }.
paired-client-not-kept = ID клиента не сохранён в файле настроек. В следующий раз он понадобится снова.
recipes-title = Вход для других программ
recipes-body = Выполните эти команды на этом компьютере. Они откроют доступ для Kodi, mpv и ваших скриптов.

unpair-title = Выйти из { $service }?
unpair-body = Программы на этом компьютере потеряют доступ. Чтобы убрать телевизор и из аккаунта, откройте { $url }.
signed-out-title = Вы вышли из { $service }
signed-out-body = Чтобы убрать телевизор и из аккаунта, откройте { $url }.

quit-title = Закрыть Couchpin?
leave-title = Прервать вход?
quit-body = Код перестанет действовать.
quit-body-storing = Данные входа ещё не сохранены. Если закрыть сейчас, они пропадут.
quit-body-page = Страница на телефоне закроется.
quit-body-plain = Возвращайтесь в любое время.

resting-title = Для нового кода нажмите любую кнопку
resting-body = Пауза. Кнопки давно не нажимали.

## What a person must mend

cannot-store-title = Подтверждено, но не сохранено
cannot-store-body = { $why }. Данные входа только в памяти. Не выключайте и попробуйте ещё раз.
unreadable-title = Не удаётся прочитать данные входа
unreadable-body = { $why }. Попробуйте ещё раз. Если не поможет, войдите снова.
store-locked = Связка ключей заблокирована
keyring-silent = Связка ключей не отвечает
keyring-slow = Связка ключей отвечает слишком долго
keyring-no-bus = Нет сеансовой шины
keyring-bus-failed = Сеансовая шина не работает
keyring-no-service = Служба связки ключей не запущена
keyring-not-started = Служба связки ключей не запустилась
keyring-no-default = Нет связки ключей по умолчанию
keyring-several = В связке ключей несколько таких записей
keyring-not-kept = Связка ключей не сохранила то, что получила
keyring-too-long = Данные входа слишком длинные для связки ключей
keyring-failed = Связка ключей сообщает об ошибке
store-link = { $path } — символическая ссылка
store-not-a-file = { $path } — не обычный файл
store-anothers = { $path } принадлежит другому пользователю. Верните его себе или удалите
store-damaged = Данные были повреждены. Копия сохранена в { $path }
store-unclear = Данные были повреждены
store-version = Данные записала другая версия Couchpin. Обновите Couchpin или войдите снова
store-other-service = Это данные входа другого сервиса ({ $service })
store-not-written = Не удаётся записать { $path }. { $why }
store-not-read = Не удаётся прочитать { $path }. { $why }
store-not-removed = Не удаётся удалить { $path }. { $why }
store-not-set-aside = Не удаётся переместить { $path }. { $why }
store-not-opened = Не удаётся открыть { $path }. { $why }
store-in-use = Другой Couchpin меняет данные входа
store-empty = Вход не выполнен
store-no-answer = Хранилище не отвечает
system-disk-full = Диск переполнен
system-read-only = Этот диск только для чтения
system-no-permission = Нет прав доступа
system-missing = Файл или папка отсутствует
system-in-the-way = Мешает другой файл или папка
system-not-a-file = Это не обычный файл
system-too-large = Файл слишком большой
system-too-many-files = Открыто слишком много файлов
system-disk-failed = Диск неисправен
system-timeout = Это заняло слишком много времени
system-other = Система сообщает об ошибке { $number }
system-unknown = Система не называет причину
locked-title = Связка ключей заблокирована
locked-body = Вы вошли, но связка ключей с данными входа заблокирована. Чтобы её разблокировать, может понадобиться клавиатура.
absent-title = Связка ключей не найдена
absent-body = Вы вошли, но данные входа хранятся в связке ключей. { $why }.
keep-title = Хранение данных входа
keep-in-file = Данные в личном файле, доступном только вам. Он не зашифрован.
keep-in-keyring = Данные в связке ключей этого компьютера. Программы могут прочитать их, только пока она разблокирована.
denied-title = Отклонено на телефоне
denied-body = Если это вышло случайно, получите новый код.
refused-title = Вход в { $service } больше не действует
refused-body = Доступ к { $service } отозван. Чтобы продолжить, войдите снова.
refused-body-name = Доступ к { $service } для { $name } отозван. Чтобы продолжить, войдите снова.
rejected-title = Сервис { $service } отклонил запрос
rejected-client-title = { $service } не знает этот ID клиента
rejected-body = Попробуйте ещё раз позже.
rejected-client-body = Проверьте ID клиента ({ $source }) или настройте снова.
rejected-blocked-title = { $service } не принимает этот ID клиента
rejected-blocked-body = ID неверен или временно заблокирован сервисом { $service }. Проверьте его ({ $source }) или попробуйте позже.
rejected-answer = { $flow }, ответ { $answer }
details-answer = Ответ { $service }: { $error }
flow-pin = PIN-вход
flow-device = вход с устройства
no-client-title = Нужен ID клиента
no-client-body = Создайте приложение на { $url } (тип: Mobile, desktop & browser apps; Redirect URI: { $redirect }), впишите его ID клиента в { $file } и запустите Couchpin снова:
no-client-plain-body = Создайте приложение на { $url }, впишите его ID клиента в { $file } и запустите Couchpin снова:
no-client-phone-body = Создайте приложение на { $url } (тип: Mobile, desktop & browser apps; Redirect URI: { $redirect }) и отправьте его ID клиента с телефона. Или впишите его в { $file } и запустите Couchpin снова:
application-mobile = Приложению нужен тип «Mobile, desktop & browser apps» и в точности такой Redirect URI:
application-redirect = Приложению нужен в точности такой Redirect URI:
application-types = Тип потом не изменить. «TV, devices & command line» подходит только для кодов. Для «Server apps & services» нужен ещё и секрет клиента.
no-application-title = Сначала настройте { $service }
no-application-body = Создайте приложение на { $url }, впишите его ID и секрет клиента в { $file } и запустите Couchpin снова:
wrong-application-title = Неверный ID или секрет клиента
wrong-application-body = Настройте снова или исправьте ID клиента ({ $source }).
lacks-secret-title = Этому приложению нужен секрет
lacks-secret-body = ID клиента верный, но у этого приложения есть и секрет (тип: Server apps & services). Настройте его снова с секретом или создайте приложение типа «Mobile, desktop & browser apps», у которого секрета нет.
moved-title = У { $service } новый адрес
moved-body = Теперь это { $url }. Туда ничего не отправлено. Впишите новый адрес в { $file } и запустите Couchpin снова:
metadata-title = Неверный issuer в настройках
metadata-body = На { $issuer } указан другой issuer или не хватает адреса. Проверьте issuer в { $file }.
missing-body = Couchpin отправил в { $service } неполный запрос. Пожалуйста, сообщите об этом.
time-over-title = Время вышло
time-over-body = У вас 30 минут. Попробуйте ещё раз, когда будете готовы.
time-over-browser-body = Браузер не ответил за 5 минут. Попробуйте ещё раз. { $application }
page-closed-title = Слишком много неверных чисел
page-closed-body = Страница закрыта для защиты вашего аккаунта. Начните заново и получите новое число.
not-allowed-title = Доступ не разрешён
not-allowed-body = Если это вышло случайно, попробуйте ещё раз.
other-issuer-title = Ответ пришёл не от { $service }
other-issuer-body = Ничего не использовано. Попробуйте ещё раз.
page-refused-body = Проверьте ID клиента. { $application }
redirect-refused-title = { $service } не знает этот Redirect URI
redirect-refused-body = { $application }
refused-code-title = Сервис { $service } не принял вход
refused-code-body = Вход занял слишком много времени или уже был использован. Войдите снова.
lost-code-title = Вход сорвался
lost-code-body = { $trouble }. Один вход нельзя использовать дважды. Войдите снова.
port-taken-title = Порт { $port } занят
port-taken-body = Его использует другая программа на этом компьютере. Закройте её или задайте другой redirect_port в { $file } и зарегистрируйте его адрес на { $service }:
no-browser-title = Не удалось открыть браузер
no-browser-body = Установите браузер и xdg-utils или возьмите телефон.
cannot-begin-title = Не удалось начать вход
cannot-begin-body = { $why }. Попробуйте ещё раз.
unexpected-title = Ошибка в Couchpin прервала вход
unexpected-body = Вход начнётся заново через минуту или по кнопке «{ button-again }».
config-title = Ошибка в файле настроек
config-no-home = На этом компьютере нет домашней папки для настроек и данных входа. Переменная HOME не задана.
config-unreadable = Не удаётся прочитать { $file }. { $why }.
config-unreadable-from = Не удаётся прочитать { $file }, указанный в { $source }. { $why }.
config-exposed-owner = В { $file } задано { $setting }, но файл принадлежит другому пользователю. Он должен принадлежать вам или root.
config-exposed-mode = В { $file } задано { $setting }, но файл могут изменить другие пользователи. Запретите это командой { $command }.
config-line = В { $file } строка { $line } неизвестна или неверна. Что там ожидается, покажет couchpin status.
config-value = Неверное значение { $name } ({ $source }). { $expected }.
config-variable = Неверное значение { $source }. { $expected }.
config-no-certificates = На этом компьютере нет сертификатов для безопасных соединений. Установите ca-certificates.
config-no-client = Этот компьютер не может установить безопасное соединение.
expected-text = Ожидается текст в UTF-8
expected-word = Ожидаются буквы и цифры без пробелов
expected-name = Ожидается имя из простых букв, цифр и знаков
expected-address = Ожидается адрес с https:// без имени и пароля
expected-one-of = Ожидается: { $words }
expected-phone-page = Ожидается true, false или один адрес для подключений, например 192.168.1.20
expected-one-address = Ожидается адрес этого компьютера, доступный телефону, например 192.168.1.20
source-built-in = эта сборка Couchpin

demo-banner = Демо. Ничего не сохраняется.
demo-play = Нажмите «{ button-approve }» вместо телефона.

## In a terminal

terminal-title = Вход в { $service }
terminal-code = Код: { $code } (действует ещё { $time })
terminal-open = Откройте: { $url }
terminal-link = Или сразу с кодом: { $url }
terminal-approve = Подтвердите на телефоне.
terminal-beware = Только если вход начали вы.
terminal-good-for = Действует ещё { $time }
terminal-storing = Подтверждено. Сохраняем данные входа…
terminal-cannot-store = Подтверждено, но не сохранено. { $why }. Данные входа пока только в памяти и сохранятся, когда это будет исправлено. Не закрывайте программу.
terminal-not-stored = Подтверждено, но не сохранено. { $why }. Когда исправите это, войдите снова: { $pair }
terminal-checking = Вход выполнен. Проверяем его в { $service }…
terminal-paired = Вы вошли как { $name }, место хранения: { $place }
terminal-paired-nameless = Вход выполнен, место хранения: { $place }
terminal-already = Вы уже вошли как { $name }, место хранения: { $place }. Войти снова: { $pair } --again
terminal-already-nameless = Вход уже выполнен, место хранения: { $place }. Войти снова: { $pair } --again
terminal-keyring = связка ключей этого компьютера
terminal-demo = папка демо
terminal-hook = Выполняем on_paired…
terminal-interrupted = прервано, вход не выполнен
terminal-refused = { $service } больше не принимает сохранённый вход. Войдите снова
terminal-unreadable = не удаётся прочитать данные входа. { $why }. Войти снова: { $pair } --again
terminal-resting = вход не подтвердили вовремя. Новый код: { $pair }
terminal-denied = отклонено на телефоне. Если это вышло случайно: { $pair }
terminal-no-client = нет ID клиента { $service }. Создайте его на { $url } (тип: Mobile, desktop & browser apps; Redirect URI: { $redirect }) и впишите в { $file }:
terminal-no-client-plain = нет ID клиента { $service }. Создайте его на { $url } и впишите в { $file }:
terminal-rejected-client = { $service } не знает этот ID клиента. { $answers }. Исправьте его ({ $source })
terminal-rejected-blocked = { $service } не принимает этот ID клиента. { $answers }. ID неверен или временно заблокирован сервисом { $service }. Проверьте его ({ $source }) или попробуйте позже
terminal-rejected = сервис { $service } отклонил запрос. { $answers }

terminal-phone = С телефона: { $url }
terminal-number = Когда попросят, введите это число: { $number }
terminal-follow = Следуйте указаниям на телефоне.
terminal-network = Телефон и компьютер должны быть в одной сети.
terminal-consent = Или откройте { $url }
terminal-paste = Затем вставьте код сюда и нажмите Enter.
terminal-or-paste = Или вставьте код сюда и нажмите Enter.
terminal-typed = Это не тот код. { $why }
terminal-no-application = сначала настройте { $service }. Создайте приложение на { $url } и впишите его ID и секрет клиента в { $file }:
terminal-set-up = Или создайте приложение на { $url }, впишите его ID и секрет клиента в { $file } и запустите Couchpin снова.
terminal-paste-client = Или вставьте ID клиента сюда и нажмите Enter.
terminal-paste-secret = Теперь вставьте секрет клиента и нажмите Enter.
terminal-client-saved = Сохранено в { $file }.
terminal-wrong-application = неверный ID или секрет клиента. Ответ { $service }: { $error }. Исправьте ID клиента ({ $source })
terminal-lacks-secret = приложению нужен секрет. Ответ { $service }: { $error }. ID клиента верный, но у этого приложения есть и секрет (тип: Server apps & services). Впишите client_secret в { $file } или создайте приложение типа «Mobile, desktop & browser apps», у которого секрета нет

## On the page for a phone

phone-code-title = Вход в { $service }
phone-code-consent = Откройте { $service } и разрешите доступ. Там появится код.
phone-code-paste = Скопируйте код целиком и вставьте сюда
phone-client-title = Настройка { $service }
phone-client-register = На { $service } нажмите вверху «Создать». Название: { $name }. Redirect URI: нажмите на предложенный адрес под полем. Затем сохраните.
phone-client-age = Вашему аккаунту { $service } должно быть не меньше суток.
phone-client-type = Создайте приложение на { $service }. Тип: Mobile, desktop & browser apps. Выберите именно этот. Потом его не изменить. Redirect URI:
phone-client-create = Создайте приложение на { $service }.
phone-client-paste-id = Вернитесь сюда и вставьте ID клиента
phone-client-paste-both = Вернитесь сюда и вставьте оба значения
phone-client-hold = Удерживайте, чтобы скопировать
phone-client-or-copy = Или скопируйте этот адрес
phone-client-id = ID клиента
phone-client-secret = Секрет клиента
phone-client-secret-optional = Секрет клиента, если он есть у приложения
phone-client-has-secret = Есть и секрет клиента?
phone-open = Открыть { $service }
phone-number = Число с экрана телевизора
phone-send = Отправить на телевизор
phone-fault-digits = Введите четыре цифры с экрана телевизора.
phone-fault-number = { $left ->
    [one] На телевизоре другое число. Осталась { $left } попытка.
    [few] На телевизоре другое число. Осталось { $left } попытки.
    [many] На телевизоре другое число. Осталось { $left } попыток.
   *[other] На телевизоре другое число. Осталось { $left } попытки.
}
phone-fault-missing = Заполните все поля.
phone-fault-cut = Не хватает части кода. Выделите его целиком, вместе с дефисами, и скопируйте ещё раз.
phone-fault-strange = Не похоже на код от { $service }. Скопируйте его ещё раз.
phone-fault-same = ID и секрет клиента совпадают. Скопируйте каждый отдельно.
phone-fault-refused = Сервис { $service } это не принял. Попробуйте ещё раз.
phone-taken-title = Отправлено на телевизор
phone-taken-body = Эта страница сейчас обновится.
phone-unreachable-title = Телевизор не может связаться с { $service }
phone-unreachable-body = Он продолжает попытки. Эта страница обновится сама.
phone-other-title = Вход уже идёт с другого телефона
phone-other-body = Чтобы войти с этого, откройте QR-код на телевизоре и отсканируйте его.
phone-done-title = Готово
phone-done-body = Вход в { $service } на телевизоре выполнен. Эту страницу можно закрыть.
phone-set-up-body = Сервис { $service } настроен на телевизоре.
phone-continue = Перейти к { $service }
phone-continue-code = Проверьте, что этот код есть и на { $service }, и на телевизоре
phone-step = Шаг { $step } из { $count }
phone-failed-title = Не получилось
phone-failed-body = Телевизор покажет, что делать дальше.
phone-closed-title = Слишком много неверных чисел
phone-closed-body = Начните заново на телевизоре и отсканируйте новый QR-код.
phone-over-title = Время вышло
phone-over-body = Начните заново на телевизоре и отсканируйте новый QR-код.

## In a browser on this computer

redirect-title = Вернитесь к телевизору
redirect-body = Ответ от { $service } получен. Эту страницу можно закрыть.
redirect-denied-title = Нет доступа
redirect-denied-body = Сервис { $service } не дал доступа. Закройте эту страницу. Couchpin покажет, что делать дальше.
redirect-issuer-body = Ничего не использовано. Закройте эту страницу. Couchpin покажет, что делать дальше.
redirect-unexpected-title = Этот вход начал не Couchpin
redirect-unexpected-body = Закройте эту страницу и продолжите на той, которую открыл Couchpin.
redirect-used-title = Эта ссылка уже использована
redirect-used-body = Она работает только один раз. Закройте эту страницу и начните вход на телевизоре заново.
