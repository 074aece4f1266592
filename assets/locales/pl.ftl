# What a person reads on the television, in Polish.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Zaloguj się do { $service }
pairing-open = Zeskanuj kod QR lub wejdź na { $url }
pairing-open-short = Zeskanuj lub wejdź na { $url }
pairing-open-here = Wejdź na { $url } na tym komputerze
pairing-check = Sprawdź, czy telefon pokazuje ten kod
pairing-check-here = Sprawdź, czy strona pokazuje ten kod
pairing-approve = Zatwierdź na telefonie
pairing-continue = Na telefonie dotknij „{ phone-continue }”
pairing-compare = Porównaj ten kod i zatwierdź
pairing-beware = Tylko jeśli to Ty logujesz się na swoim telewizorze.
pairing-good-for = Kod wygaśnie za
page-good-for = Strona zamknie się za
minutes-left = { $minutes } min
pairing-last-minute = mniej niż minutę
pairing-no-code = Jeszcze nie ma kodu
pairing-code = Kod
pairing-qr = Kod QR do { $url }
pairing-qr-too-long = Ten adres jest za długi na kod QR.
pairing-code-spoken = Kod { $code }
spell-letter = { $letter } jak { $word }
spell-hyphen = łącznik
speech-code = Wejdź na { $url } na telefonie. Sprawdź, czy pokazuje ten kod: { $code }. Jeszcze raz: { $code }. Potem zatwierdź.

notice-asked-for = Nowy kod. Poprzedni już nie działa.
notice-no-new-code = { $service } nie podaje nowego kodu ({ $answer }). Ten nadal działa.
notice-expired = Nowy kod. Poprzedni wygasł.
notice-code-gone = Nowy kod. Poprzedni został anulowany przez { $service }.
notice-answer-lost = Zatwierdzenie nie dotarło. Zatwierdź jeszcze raz.
notice-opening-here = Otwieranie przeglądarki na tym komputerze…
notice-opened-here = Otwarto w przeglądarce. Porównaj tam kod i zatwierdź.
notice-not-opened-here = Nie udało się otworzyć przeglądarki (xdg-utils). Użyj telefonu.
notice-code-refused = { $service } nie przyjmuje tego kodu. Pobierz nowy na stronie usługi.
notice-client-not-kept = Nie udało się zapisać pliku ustawień. Działa to tylko do wyjścia.
notice-left-in-keyring = Wylogowano. Kopia w zablokowanej bazie kluczy zniknie po jej odblokowaniu.

status-asking = Pobieranie kodu z { $service }
status-replacing = Pobieranie nowego kodu. Ten nadal działa.
status-waiting = Oczekiwanie na telefon
status-approval = Oczekiwanie na zatwierdzenie
status-checked = Oczekiwanie na telefon. Sprawdzono { $seconds } s temu
status-living = { $trouble }. Kod nadal działa. Kolejna próba za { $seconds } s
status-retry = { $trouble }. { retry-seconds }
status-retry-minutes = { $trouble }. { retry-minutes }
status-living-on = { $trouble }. Kod nadal działa
status-goes-on = { $trouble }. { retry-fixed }
status-retrying = { $trouble }. Ponawianie próby
retry-seconds = Kolejna próba za { $seconds } s
retry-minutes = Kolejna próba za { $minutes } min
retry-fixed = Ruszy dalej, gdy problem zniknie

trouble-offline = Brak sieci
trouble-dns = Nie można znaleźć { $service }
trouble-unreachable = { $service } nie odpowiada
trouble-timeout = { $service } odpowiada zbyt wolno
trouble-clock = Data na tym komputerze jest źle ustawiona ({ $date })
trouble-expired = Certyfikat usługi { $service } wygasł przed { $date }, datą tego komputera
trouble-tls = Brak bezpiecznego połączenia
trouble-proxy = Serwer proxy { $proxy } ({ $variable }) nie łączy się z { $service }
trouble-proxy-refused = Serwer proxy { $proxy } ({ $variable }) odrzuca nazwę użytkownika lub hasło
trouble-proxy-unusable = { $variable } nie jest adresem serwera proxy
trouble-portal = Zamiast { $service } odpowiada strona logowania tej sieci
trouble-foreign = Zamiast { $service } odpowiada coś innego ({ $status })
trouble-busy = Duży ruch w { $service }, rzadsze sprawdzanie
trouble-user-limit = Dzienny limit Twojego konta w { $service } jest wyczerpany
trouble-user-limit-until = Dzienny limit Twojego konta w { $service } jest wyczerpany do { $time }
trouble-app-limit = Dzienny limit aplikacji w { $service } jest wyczerpany
trouble-app-limit-until = Dzienny limit aplikacji w { $service } jest wyczerpany do { $time }
trouble-client-blocked = { $service } na razie nie przyjmuje client ID
trouble-down = { $service } ma awarię
trouble-malformed = Nieoczekiwana odpowiedź z { $service }

## Buttons

button-bigger = Powiększ QR
button-smaller = Zmniejsz QR
button-show-qr = Pokaż QR
button-check = Spróbuj ponownie
button-new = Nowy kod
button-quit = Wyjdź
button-stay = Anuluj
button-done = Gotowe
button-add-person = Dodaj osobę do { $service }
button-again = Spróbuj ponownie
button-pair-again = Zaloguj się ponownie
button-unpair = Wyloguj się
button-not-you = To nie Ty? Wyloguj się
button-keep = Anuluj
button-unlock = Odblokuj
button-pair-in-file = Zaloguj się ponownie
button-later = Nie teraz
button-more = Więcej
button-stay-there = Zostaw tak
button-to-keyring = Użyj bazy kluczy
button-to-file = Użyj pliku
button-demo = Zobacz demo
button-approve = Zatwierdź tutaj
button-services = Wszystkie usługi
button-type = Wpisz kod
button-open-here = Otwórz tutaj
button-in-browser = Użyj przeglądarki
button-open-again = Otwórz ponownie
button-by-phone = Użyj telefonu
button-by-code = Użyj kodu
button-set-up = Skonfiguruj ponownie

button-kept = Dane logowania
button-recipes = Użyj w innych programach
button-settings = Ustawienia
button-about = Informacje
button-read = Czytaj na głos
button-close = Zamknij
button-remote = Przetestuj pilota
button-picture = Rozmiar obrazu
button-smaller-picture = Mniejszy
button-larger-picture = Większy
button-start-again = Uruchom ponownie

hint-ok = Wybierz
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = Wróć
hint-cancel = Anuluj
hint-exit = Wyjdź
hint-shrink = Zmniejsz
hint-type = Wpisz
hint-twice = Aby wyjść, naciśnij dwa razy Wstecz
hint-back-key = Wstecz
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Wstecz jest wyłączone w trybie kiosku

## What else there is

more-title = Więcej
settings-title = Ustawienia
settings-body = Zmiany działają od razu.
settings-language = Język
settings-language-about = Język na telewizorze i w terminalu.
settings-text = Rozmiar tekstu
settings-text-about = Duży tekst pozwala z daleka przeczytać wszystko, co potrzebne do logowania.
settings-theme = Motyw
settings-theme-about = Ciemny na wieczór, jasny na dzień albo wysoki kontrast.
settings-motion = Animacje
settings-motion-about = Animuj ekrany i przyciski.
settings-sound = Dźwięki
settings-sound-about = Odtwórz dźwięk po zalogowaniu.
settings-blanking = Wygaszanie ekranu
settings-blanking-about = Nie wygaszaj telewizora, gdy widać kod, albo pozwól mu zgasnąć.
settings-unattended = Automatyczne nowe kody
settings-unattended-about = Ile kodów pokazać z rzędu, gdy nie naciskasz przycisków. Każdy działa 15 minut. Potem ekran odpoczywa.
settings-store = Zapis danych logowania
settings-store-about = Gdzie zapisać następne dane logowania. Już zapisane zostają na swoim miejscu.
settings-swap = Przyciski gamepada
settings-swap-about = Zdecyduj, czy wybiera się przyciskiem A, czy B.
settings-taught = Własne przyciski
settings-taught-about = Usuń przyciski, których Couchpin się od Ciebie nauczył, jeśli któryś działa źle.
choice-system = Jak w systemie
choice-normal = Normalny
choice-large = Duży
choice-dark = Ciemny
choice-light = Jasny
choice-contrast = Wysoki kontrast
choice-on = Włączone
choice-off = Wyłączone
choice-awake = Nie wygaszaj
choice-blank = Zezwól
choice-one-code = Jeden kod
choice-codes = { $count ->
    [one] { $count } kod
    [few] { $count } kody
    [many] { $count } kodów
   *[other] { $count } kodu
}
choice-always = Bez limitu
choice-automatic = Baza kluczy, gdy odblokowana
choice-keyring = Baza kluczy
choice-file = Prywatny plik
choice-a = A wybiera
choice-b = B wybiera
choice-keep-taught = Zachowaj
choice-forget-taught = Usuń wszystkie
choice-needs-font = brak czcionki

about-title = Couchpin { $version }
about-body = Zaloguj ten telewizor do swoich usług za pomocą telefonu. Open source (MIT lub Apache 2.0). Czcionki: Inter, JetBrains Mono (OFL). Ikony: Lucide (ISC).
more-body = Pilot nie reaguje? Obraz jest ucięty? Napraw to tutaj.

remote-title = Przetestuj pilota
remote-body = Naciśnij dowolny przycisk, aby zobaczyć, co robi. Aby wyjść, naciśnij dwa razy Wstecz.
remote-nothing = Jeszcze nic nie naciśnięto
remote-code = kod { $code } ({ $hex })
remote-window = klawiatura lub pilot
remote-closed = Nie można odczytać { $name } ({ $node })
remote-allow = Zainstaluj regułę udev programu Couchpin (zob. README) i podłącz urządzenie ponownie.
teach-title = Nowy przycisk: { $code }
teach-body = Co ma robić? Wybierz strzałkami i jeszcze raz naciśnij nowy przycisk.
not-kept = Działa do wyjścia, ale nie udało się tego zapisać. { $why }.
not-kept-busy = Inny program właśnie zapisuje plik ustawień
not-kept-mistake = W pliku ustawień jest błąd. Najpierw go popraw
not-kept-table = W pliku ustawień nazwa { $name } oznacza coś innego
not-kept-exposed = Inny użytkownik może zmienić plik ustawień

name-up = W górę
name-down = W dół
name-left = W lewo
name-right = W prawo
name-ok = OK
name-back = Wstecz
name-menu = Menu
name-info = Informacje
name-play-pause = Odtwórz/Pauza
name-page-up = Strona w górę
name-page-down = Strona w dół
name-digit = Cyfra { $digit }
name-red = Czerwony
name-green = Zielony
name-yellow = Żółty
name-blue = Niebieski
name-other = brak funkcji
name-unknown = nieznany

picture-title = Rozmiar obrazu
picture-body = Naciskaj W lewo, aż zobaczysz wszystkie cztery rogi. Na koniec naciśnij OK.
picture-percent = { $size }%

## All services

home-title = Twoje usługi
home-body = Wybierz usługę, aby się zalogować lub nią zarządzać.
state-looking = …
state-not-set-up = Nie skonfigurowano
state-not-paired = Nie zalogowano
state-paired = Zalogowano jako { $name }
state-paired-nameless = Zalogowano
state-attention = Wymaga uwagi

## With a phone, by hand, or in a browser

page-scan = Zeskanuj kod QR
page-number = Gdy telefon poprosi, wpisz tę liczbę
page-follow = Wykonaj kroki na telefonie
page-allow = Na telefonie zezwól na dostęp i skopiuj kod
page-paste = Wróć na stronę Couchpin i wklej go
page-connected = Telefon połączony
page-connected-title = Strona jest na telefonie
page-connected-body = Inny telefon? Naciśnij „{ button-show-qr }”.
page-beware = Telefon i telewizor muszą być w tej samej sieci.
page-spoken = Liczba { $code }
page-qr = Kod QR do strony dla telefonu
page-opened = Strona jest otwarta na telefonie
page-wrong = Zła liczba, próba { $count } z { $most }
set-up-title = Skonfiguruj { $service }
set-up-step = Krok { $step } z { $count }
typing-scan = Zeskanuj kod QR i zezwól na dostęp
typing-shown = { $service } pokaże kod z { $length } znaków
typing-type = Wpisz go tutaj
typing-switched-off = Strona dla telefonu jest wyłączona w ustawieniach.
typing-no-network = Telewizor nie jest w sieci dostępnej dla telefonu.
typing-public-address = Telewizor ma publiczny adres. Zobacz phone_page w ustawieniach.
typing-no-page = Nie udało się otworzyć strony dla telefonu.
typing-qr = Kod QR do { $service }
browser-title = Kontynuuj w przeglądarce
browser-body = Zezwól na dostęp w { $service }. Zamiast tego widzisz błąd? { $application }
exchange-title = Logowanie
exchange-body = Kończenie logowania do { $service }…

keyboard-title = Wpisz kod z { $service }
keyboard-count = { $count } z { $length }
keyboard-capital = wielkie { $letter }
keyboard-hyphen = łącznik
keyboard-underscore = podkreślnik
keyboard-case-spoken = wielkie lub małe litery
keyboard-delete = Usuń
keyboard-clear = Wyczyść
keyboard-send = Wyślij
typed-empty = Jeszcze nic nie wpisano.
typed-cut = Tylko { $count } z { $length } znaków. Kod mógł zostać ucięty na łączniku.
typed-short = Tylko { $count } z { $length } znaków.

## Results

starting-title = Chwileczkę
storing-title = Zatwierdzono
storing-body = Zapisywanie danych logowania…
forgetting-title = Wylogowywanie

paired-as = Zalogowano jako { $name }
paired-nameless = Telewizor jest zalogowany
paired-ready = Programy na tym komputerze mogą korzystać z { $service }, gdy je połączysz.
paired-stored-keyring = Zapisano w bazie kluczy · Zarządzaj na { $url }
paired-stored-file = Zapisano w prywatnym pliku · Zarządzaj na { $url }
paired-demo = Z własnym kontem jest tak samo prosto.
paired-file-why = Nie użyto bazy kluczy. { $why }.
paired-checking = Sprawdzanie w { $service }…
paired-delayed = Jeszcze nie sprawdzono. { $trouble }.
paired-unknown = { $service } nie podaje, czyje to konto.
paired-moved = { $service } ma nowy adres { $url }. Wpisz go do pliku ustawień.
paired-scope = To logowanie nie ma potrzebnych uprawnień w { $service }. Zaloguj się ponownie.
paired-old-token = { $service } wymaga logowania nowszego rodzaju. Zaloguj się ponownie, używając nowej aplikacji.
paired-instead = To inne konto niż poprzednio ({ $name }).
paired-ends = { $service } zakończy ten rodzaj logowania około kwietnia 2027. Do tego czasu zarejestruj nową aplikację i zaloguj się ponownie.
paired-ends-set-up = { $service } zakończy ten rodzaj logowania około kwietnia 2027. Do tego czasu wybierz „{ button-set-up }” w menu „{ button-more }”.
paired-limited = { $service } daje mniej uprawnień, niż poproszono. Niektóre programy mogą tylko odczytywać.
paired-cannot-forget = Nie udało się wylogować. { $why }.
paired-cannot-move = Nie udało się przenieść danych logowania. { $why }.
paired-client-not-kept = Nie udało się zapisać client ID w pliku ustawień. Następnym razem trzeba będzie podać je ponownie.
recipes-title = Użyj danych logowania
recipes-body = Uruchom te polecenia na tym komputerze. Przekażą dane logowania do Kodi, mpv i Twoich skryptów.

unpair-title = Wylogować się z { $service }?
unpair-body = Programy na tym komputerze stracą dostęp. Aby usunąć telewizor także ze swojego konta, wejdź na { $url }.
signed-out-title = Wylogowano z { $service }
signed-out-body = Aby usunąć telewizor także ze swojego konta, wejdź na { $url }.

quit-title = Wyjść z Couchpin?
leave-title = Przerwać to logowanie?
quit-body = Kod przestanie działać.
quit-body-storing = Dane logowania nie są jeszcze zapisane. Jeśli teraz wyjdziesz, przepadną.
quit-body-page = Strona na telefonie się zamknie.
quit-body-plain = Wróć, kiedy zechcesz.

resting-title = Naciśnij dowolny przycisk, by dostać nowy kod
resting-body = Wstrzymano, bo od dłuższego czasu nie naciśnięto żadnego przycisku.

## What a person must mend

cannot-store-title = Zatwierdzono, ale nie zapisano
cannot-store-body = { $why }. Dane logowania są tylko w pamięci. Nie wyłączaj programu i spróbuj ponownie.
unreadable-title = Nie można odczytać danych logowania
unreadable-body = { $why }. Spróbuj ponownie. Jeśli to nie pomoże, zaloguj się ponownie.
store-locked = Baza kluczy jest zablokowana
keyring-silent = Baza kluczy nie odpowiada
keyring-slow = Baza kluczy odpowiada zbyt wolno
keyring-no-bus = Brak magistrali sesji
keyring-bus-failed = Nie można użyć magistrali sesji
keyring-no-service = Nie działa żadna usługa bazy kluczy
keyring-not-started = Usługa bazy kluczy się nie uruchomiła
keyring-no-default = Brak domyślnej bazy kluczy
keyring-several = Baza kluczy ma kilka pasujących wpisów
keyring-not-kept = Baza kluczy nie zapisała tego, co dostała
keyring-too-long = Dane logowania są za długie dla bazy kluczy
keyring-failed = Baza kluczy zgłasza błąd
store-link = { $path } to dowiązanie symboliczne
store-not-a-file = { $path } nie jest zwykłym plikiem
store-anothers = { $path } należy do innego użytkownika. Przekaż to bieżącemu użytkownikowi lub usuń
store-damaged = Dane były uszkodzone. Kopia jest w { $path }
store-unclear = Dane były uszkodzone
store-version = Dane zapisała inna wersja Couchpin. Zaktualizuj Couchpin lub zaloguj się ponownie
store-other-service = To dane logowania innej usługi ({ $service })
store-not-written = Nie można zapisać { $path }. { $why }
store-not-read = Nie można odczytać { $path }. { $why }
store-not-removed = Nie można usunąć { $path }. { $why }
store-not-set-aside = Nie można odłożyć na bok { $path }. { $why }
store-not-opened = Nie można otworzyć { $path }. { $why }
store-in-use = Inny Couchpin właśnie zmienia dane logowania
store-empty = Nie zalogowano
store-no-answer = Magazyn danych nie odpowiada
system-disk-full = Dysk jest pełny
system-read-only = Dysk jest tylko do odczytu
system-no-permission = Brak uprawnień
system-missing = Brak pliku lub folderu
system-in-the-way = Na przeszkodzie stoi inny plik lub folder
system-not-a-file = To nie jest zwykły plik
system-too-large = Plik jest za duży
system-too-many-files = Otwarto zbyt wiele plików
system-disk-failed = Dysk jest uszkodzony
system-timeout = Trwało to zbyt długo
system-other = System zgłasza błąd { $number }
system-unknown = System nie podaje przyczyny
locked-title = Baza kluczy jest zablokowana
locked-body = Telewizor jest zalogowany, ale baza kluczy z danymi logowania jest zablokowana. Do odblokowania może być potrzebna klawiatura.
absent-title = Nie znaleziono bazy kluczy
absent-body = Telewizor jest zalogowany, ale dane logowania są w bazie kluczy. { $why }.
keep-title = Dane logowania
keep-in-file = Są w prywatnym pliku, który tylko Ty możesz odczytać. Nie są zaszyfrowane.
keep-in-keyring = Są w bazie kluczy tego komputera. Programy mogą je odczytać tylko wtedy, gdy jest odblokowana.
denied-title = Odrzucono na telefonie
denied-body = Jeśli to pomyłka, pobierz nowy kod.
refused-title = Telewizor został wylogowany z { $service }
refused-body = Dostęp do { $service } został cofnięty. Aby kontynuować, zaloguj się ponownie.
refused-body-name = { $name } nie ma już dostępu do { $service }. Aby kontynuować, zaloguj się ponownie.
rejected-title = { $service } odrzuca żądanie
rejected-client-title = { $service } nie zna tego client ID
rejected-body = Spróbuj ponownie później.
rejected-client-body = Sprawdź client ID ({ $source }) albo skonfiguruj ponownie.
rejected-blocked-title = { $service } nie przyjmuje tego client ID
rejected-blocked-body = ID jest błędne albo zostało na jakiś czas zawieszone przez { $service }. Sprawdź je ({ $source }) albo spróbuj ponownie później.
rejected-answer = { $flow }: odpowiedź { $answer }
details-answer = Odpowiedź z { $service }: { $error }
flow-pin = Logowanie kodem PIN
flow-device = Logowanie urządzenia
no-client-title = Potrzebne jest client ID
no-client-body = Utwórz aplikację na stronie { $url } (typ: „Mobile, desktop & browser apps”; redirect URI: { $redirect }), wpisz jej client ID do pliku { $file } i uruchom Couchpin ponownie:
no-client-plain-body = Utwórz aplikację na stronie { $url }, wpisz jej client ID do pliku { $file } i uruchom Couchpin ponownie:
no-client-phone-body = Utwórz aplikację na stronie { $url } (typ: „Mobile, desktop & browser apps”; redirect URI: { $redirect }) i wyślij jej client ID z telefonu. Albo wpisz je do pliku { $file } i uruchom Couchpin ponownie:
application-mobile = Aplikacja musi być typu „Mobile, desktop & browser apps” i mieć dokładnie ten redirect URI:
application-redirect = Aplikacja musi mieć dokładnie ten redirect URI:
application-types = Typu nie da się później zmienić. „TV, devices & command line” działa tylko z kodami. „Server apps & services” wymaga też client secret.
no-application-title = Najpierw skonfiguruj { $service }
no-application-body = Utwórz aplikację na stronie { $url }, wpisz jej client ID i client secret do pliku { $file } i uruchom Couchpin ponownie:
wrong-application-title = Błędne client ID lub client secret
wrong-application-body = Skonfiguruj ponownie albo popraw client ID ({ $source }).
lacks-secret-title = Ta aplikacja wymaga client secret
lacks-secret-body = Client ID jest poprawne, ale ta aplikacja ma też client secret (typ: „Server apps & services”). Skonfiguruj ponownie z client secret albo utwórz aplikację typu „Mobile, desktop & browser apps”, która go nie ma.
moved-title = { $service } ma nowy adres
moved-body = Teraz jest to { $url }. Nic tam nie wysłano. Wpisz nowy adres do pliku { $file } i uruchom Couchpin ponownie:
metadata-title = Błędny issuer w ustawieniach
metadata-body = Dane z { $issuer } wskazują inny issuer albo brakuje w nich adresu. Sprawdź issuer w pliku { $file }.
missing-body = Couchpin wysłał do { $service } niepełne żądanie. Prosimy to zgłosić.
time-over-title = Czas minął
time-over-body = Masz 30 minut. Spróbuj ponownie, kiedy zechcesz.
time-over-browser-body = Przeglądarka nie odpowiedziała w ciągu 5 minut. Spróbuj ponownie. { $application }
page-closed-title = Zbyt wiele błędnych liczb
page-closed-body = Strona została zamknięta, aby chronić Twoje konto. Zacznij od nowa, aby dostać nową liczbę.
not-allowed-title = Nie zezwolono na dostęp
not-allowed-body = Jeśli to pomyłka, spróbuj ponownie.
other-issuer-title = Odpowiedź nie pochodzi z { $service }
other-issuer-body = Nic nie zostało użyte. Spróbuj ponownie.
page-refused-body = Sprawdź client ID. { $application }
redirect-refused-title = { $service } nie zna tego redirect URI
redirect-refused-body = { $application }
refused-code-title = { $service } nie przyjmuje logowania
refused-code-body = Logowanie trwało zbyt długo albo zostało już użyte. Zaloguj się ponownie.
lost-code-title = Logowanie przepadło
lost-code-body = { $trouble }. Logowania można użyć tylko raz. Zaloguj się ponownie.
port-taken-title = Port { $port } jest zajęty
port-taken-body = Używa go inny program na tym komputerze. Zamknij go albo ustaw inny redirect_port w pliku { $file } i zarejestruj jego adres w { $service }:
no-browser-title = Nie udało się otworzyć przeglądarki
no-browser-body = Zainstaluj przeglądarkę i xdg-utils albo użyj telefonu.
cannot-begin-title = Nie udało się rozpocząć logowania
cannot-begin-body = { $why }. Spróbuj ponownie.
unexpected-title = Błąd w Couchpin przerwał logowanie
unexpected-body = Zacznie się znowu za minutę albo gdy wybierzesz „{ button-again }”.
config-title = Błąd w pliku ustawień
config-no-home = Ten komputer nie ma folderu domowego na ustawienia i dane logowania. Nie ustawiono HOME.
config-unreadable = Nie można odczytać { $file }. { $why }.
config-unreadable-from = Nie można odczytać { $file }, na który wskazuje { $source }. { $why }.
config-exposed-owner = { $file } ustawia { $setting }, ale należy do innego użytkownika. Musi należeć do Ciebie albo do roota.
config-exposed-mode = { $file } ustawia { $setting }, ale inni użytkownicy mogą go zmieniać. Zablokuj to poleceniem { $command }.
config-line = W pliku { $file } wiersz { $line } jest nieznany lub błędny. Uruchom couchpin status, aby zobaczyć, czego oczekuje program.
config-value = Błędna wartość { $name } ({ $source }). { $expected }.
config-variable = Błędna wartość { $source }. { $expected }.
config-no-certificates = Ten komputer nie ma certyfikatów do bezpiecznych połączeń. Zainstaluj ca-certificates.
config-no-client = Ten komputer nie może nawiązać bezpiecznych połączeń.
expected-text = Oczekiwano: tekst w UTF-8
expected-word = Oczekiwano: litery i cyfry bez odstępów
expected-name = Oczekiwano: nazwa z prostych liter, cyfr i znaków
expected-address = Oczekiwano: adres z https://, bez nazwy i hasła w środku
expected-one-of = Oczekiwano: { $words }
expected-phone-page = Oczekiwano: true, false albo jeden adres do nasłuchiwania, na przykład 192.168.1.20
expected-one-address = Oczekiwano: ten adres tego komputera, z którym połączy się telefon, na przykład 192.168.1.20
source-built-in = ta wersja couchpin

demo-banner = Demo. Nic nie jest zapisywane.
demo-play = Naciśnij „{ button-approve }”, aby odegrać rolę telefonu.

## In a terminal

terminal-title = Zaloguj się do { $service }
terminal-code = Kod: { $code } (wygaśnie za { $time })
terminal-open = Wejdź na: { $url }
terminal-link = Lub z kodem w adresie: { $url }
terminal-approve = Zatwierdź na telefonie.
terminal-beware = Tylko jeśli to Ty się logujesz.
terminal-good-for = Wygaśnie za { $time }
terminal-storing = Zatwierdzono. Zapisywanie danych logowania…
terminal-cannot-store = Zatwierdzono, ale nie zapisano. { $why }. Dane logowania są tylko w pamięci i zostaną zapisane, gdy problem zniknie. Nie zamykaj programu.
terminal-not-stored = Zatwierdzono, ale nie zapisano. { $why }. Gdy problem zniknie, zaloguj się ponownie: { $pair }
terminal-checking = Zalogowano. Sprawdzanie w { $service }…
terminal-paired = Zalogowano jako { $name }, miejsce zapisu: { $place }
terminal-paired-nameless = Zalogowano, miejsce zapisu: { $place }
terminal-already = Już zalogowano jako { $name }, miejsce zapisu: { $place }. Aby zalogować się ponownie: { $pair } --again
terminal-already-nameless = Już zalogowano, miejsce zapisu: { $place }. Aby zalogować się ponownie: { $pair } --again
terminal-keyring = baza kluczy tego komputera
terminal-demo = folder demo
terminal-hook = Uruchamianie on_paired…
terminal-interrupted = przerwano, nie zalogowano
terminal-refused = { $service } nie przyjmuje już zapisanych danych logowania. Zaloguj się ponownie
terminal-unreadable = nie można odczytać danych logowania. { $why }. Aby zalogować się ponownie: { $pair } --again
terminal-resting = nie zatwierdzono na czas. Aby dostać nowy kod: { $pair }
terminal-denied = odrzucono na telefonie. Jeśli to pomyłka: { $pair }
terminal-no-client = brak client ID dla { $service }. Utwórz je na stronie { $url } (typ: „Mobile, desktop & browser apps”; redirect URI: { $redirect }) i wpisz do pliku { $file }:
terminal-no-client-plain = brak client ID dla { $service }. Utwórz je na stronie { $url } i wpisz do pliku { $file }:
terminal-rejected-client = { $service } nie zna tego client ID. { $answers }. Popraw je ({ $source })
terminal-rejected-blocked = { $service } nie przyjmuje tego client ID. { $answers }. ID jest błędne albo zostało na jakiś czas zawieszone przez { $service }. Sprawdź je ({ $source }) albo spróbuj ponownie później
terminal-rejected = { $service } odrzuca żądanie. { $answers }

terminal-phone = Na telefonie: { $url }
terminal-number = Gdy telefon poprosi, wpisz tę liczbę: { $number }
terminal-follow = Wykonaj kroki na telefonie.
terminal-network = Telefon i komputer muszą być w tej samej sieci.
terminal-consent = Lub wejdź na { $url }
terminal-paste = Potem wklej tutaj kod i naciśnij Enter.
terminal-or-paste = Lub wklej tutaj kod i naciśnij Enter.
terminal-typed = To nie jest ten kod. { $why }
terminal-no-application = najpierw skonfiguruj { $service }. Utwórz aplikację na stronie { $url } i wpisz jej client ID i client secret do pliku { $file }:
terminal-set-up = Lub utwórz aplikację na stronie { $url }, wpisz jej client ID i client secret do pliku { $file } i uruchom ponownie.
terminal-paste-client = Lub wklej tutaj client ID i naciśnij Enter.
terminal-paste-secret = Teraz wklej client secret i naciśnij Enter.
terminal-client-saved = Zapisano w { $file }.
terminal-wrong-application = błędne client ID lub client secret. Odpowiedź z { $service }: { $error }. Popraw client ID ({ $source })
terminal-lacks-secret = aplikacja wymaga client secret. Odpowiedź z { $service }: { $error }. Client ID jest poprawne, ale ta aplikacja ma też client secret (typ: „Server apps & services”). Wpisz client_secret do pliku { $file } albo utwórz aplikację typu „Mobile, desktop & browser apps”, która go nie ma

## On the page for a phone

phone-code-title = Zaloguj się do { $service }
phone-code-consent = Otwórz { $service } i zezwól na dostęp. Zobaczysz kod.
phone-code-paste = Skopiuj cały kod i wklej go tutaj
phone-client-title = Skonfiguruj { $service }
phone-client-register = W { $service } dotknij „Utwórz” u góry. Nazwa: { $name }. Redirect URI: dotknij adresu podpowiedzianego pod polem. Potem zapisz.
phone-client-age = Twoje konto w { $service } musi mieć co najmniej jeden dzień.
phone-client-type = W { $service } utwórz aplikację. Typ: „Mobile, desktop & browser apps”. Wybierz dokładnie ten. Potem nie da się go zmienić. Redirect URI:
phone-client-create = W { $service } utwórz aplikację.
phone-client-paste-id = Wróć tu i wklej client ID
phone-client-paste-both = Wróć tu i wklej oba
phone-client-hold = Przytrzymaj, aby skopiować
phone-client-or-copy = Albo skopiuj ten adres
phone-client-id = Client ID
phone-client-secret = Client secret
phone-client-secret-optional = Client secret, jeśli aplikacja go ma
phone-client-has-secret = Jest też client secret?
phone-open = Otwórz { $service }
phone-number = Liczba z telewizora
phone-send = Wyślij do telewizora
phone-fault-digits = Wpisz cztery cyfry widoczne na telewizorze.
phone-fault-number = { $left ->
    [one] To nie ta liczba, którą pokazuje telewizor. Została jedna próba.
    [few] To nie ta liczba, którą pokazuje telewizor. Zostały { $left } próby.
    [many] To nie ta liczba, którą pokazuje telewizor. Zostało { $left } prób.
   *[other] To nie ta liczba, którą pokazuje telewizor. Zostało { $left } próby.
}
phone-fault-missing = Wypełnij wszystkie pola.
phone-fault-cut = Brakuje części kodu. Zaznacz go w całości, razem z łącznikami, i skopiuj jeszcze raz.
phone-fault-strange = To nie wygląda na kod z { $service }. Skopiuj go jeszcze raz.
phone-fault-same = Client ID i client secret to ten sam tekst. Skopiuj je osobno.
phone-fault-refused = { $service } tego nie przyjmuje. Spróbuj ponownie.
phone-taken-title = Wysłano do telewizora
phone-taken-body = Ta strona zaraz się odświeży.
phone-unreachable-title = Telewizor nie może połączyć się z { $service }
phone-unreachable-body = Próbuje dalej. Ta strona sama przejdzie dalej.
phone-other-title = Loguje się już inny telefon
phone-other-body = Aby użyć tego, pokaż kod QR na telewizorze i zeskanuj go.
phone-done-title = Gotowe
phone-done-body = Telewizor jest zalogowany do { $service }. Możesz zamknąć tę stronę.
phone-set-up-body = Usługa { $service } jest skonfigurowana na telewizorze.
phone-continue = Przejdź do { $service }
phone-continue-code = Sprawdź, czy { $service } i telewizor pokazują ten kod
phone-step = Krok { $step } z { $count }
phone-failed-title = Nie udało się
phone-failed-body = Telewizor pokazuje, co dalej.
phone-closed-title = Zbyt wiele błędnych liczb
phone-closed-body = Zacznij od nowa na telewizorze i zeskanuj nowy kod QR.
phone-over-title = Czas minął
phone-over-body = Zacznij od nowa na telewizorze i zeskanuj nowy kod QR.

## In a browser on this computer

redirect-title = Wróć do telewizora
redirect-body = Odpowiedź z { $service } już jest. Możesz zamknąć tę stronę.
redirect-denied-title = Brak dostępu
redirect-denied-body = { $service } nie daje dostępu. Zamknij tę stronę. Couchpin pokazuje, co dalej.
redirect-issuer-body = Nic nie zostało użyte. Zamknij tę stronę. Couchpin pokazuje, co dalej.
redirect-unexpected-title = To logowanie nie pochodzi z Couchpin
redirect-unexpected-body = Zamknij tę stronę i kontynuuj na tej, którą otworzył Couchpin.
redirect-used-title = Ten link został już użyty
redirect-used-body = Działa tylko raz. Zamknij tę stronę i zacznij logowanie na telewizorze od nowa.
