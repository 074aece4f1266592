# What a person reads on the television, in Polish.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Połącz telewizor z usługą { $service }
pairing-open = Zeskanuj QR lub otwórz { $url } w telefonie
pairing-open-short = Zeskanuj QR lub otwórz { $url }
pairing-open-here = Otwórz { $url } na tym komputerze
pairing-check = Sprawdź, czy telefon pokazuje
pairing-check-here = Sprawdź, czy strona pokazuje
pairing-approve = Zatwierdź. Ten ekran sam się zmieni.
pairing-beware = Zatwierdź tylko, jeśli patrzysz na ten ekran.
pairing-good-for = Ważny jeszcze
pairing-last-minute = mniej niż minutę
pairing-no-code = Jeszcze nie ma kodu
pairing-code = Kod
pairing-qr = Kod QR do { $url }
pairing-qr-too-long = Ten adres jest za długi na kod QR.
pairing-code-spoken = Kod { $code }
spell-letter = { $letter } jak { $word }
spell-hyphen = myślnik
speech-code = Otwórz { $url } w telefonie. Sprawdź, czy pokazuje ten kod: { $code }. Jeszcze raz: { $code }. Potem zatwierdź.

notice-asked-for = To jest nowy kod. Poprzedni już nie działa.
notice-no-new-code = { $service } nie podaje nowego kodu ({ $answer }). Ten nadal działa.
notice-expired = To jest nowy kod: poprzedni wygasł.
notice-code-gone = To jest nowy kod: { $service } nie zna już poprzedniego.
notice-answer-lost = Zatwierdzono, ale odpowiedź zaginęła: zatwierdź jeszcze raz.
notice-opening-here = Otwieranie przeglądarki na tym komputerze …
notice-opened-here = Otwarto w przeglądarce tutaj. Porównaj tam kod i zatwierdź.
notice-not-opened-here = Nie udało się tu otworzyć przeglądarki (xdg-utils). Użyj telefonu.
notice-code-refused = { $service } nie przyjmuje tego kodu. Strona usługi pokazuje inny.
notice-client-not-kept = Ustawienia nie przyjęły tej aplikacji: działa tylko do wyjścia.
notice-unpaired = Telewizor odłączono od konta.
notice-left-in-keyring = Odłączono. Kopia w zablokowanej bazie kluczy zniknie po jej otwarciu.

status-asking = Pobieranie kodu z usługi { $service }
status-replacing = Pobieranie innego kodu. Do tego czasu ważny jest ten.
status-waiting = Oczekiwanie na telefon
status-checked = Oczekiwanie na telefon. Sprawdzono { $seconds } s temu
status-living = { $trouble }. Kod nadal jest ważny; kolejna próba za { $seconds } s
status-retry = { $trouble }. Kolejna próba za { $seconds } s
status-retry-minutes = { $trouble }. Kolejna próba za { $minutes } min
status-living-on = { $trouble }. Kod nadal jest ważny
status-goes-on = { $trouble }. Potem wszystko ruszy samo
status-retrying = { $trouble }. Ponawianie próby

trouble-offline = Brak sieci
trouble-dns = Nie znaleziono usługi { $service }
trouble-unreachable = { $service } nie odpowiada
trouble-timeout = { $service } odpowiada zbyt wolno
trouble-clock = Zegar tego komputera źle chodzi ({ $date })
trouble-expired = Certyfikat usługi { $service } wygasł przed { $date }, datą tego komputera
trouble-tls = Połączenie nie jest bezpieczne
trouble-proxy = Serwer proxy { $proxy } ({ $variable }) nie łączy się z usługą { $service }
trouble-proxy-refused = Serwer proxy { $proxy } ({ $variable }) wymaga innej nazwy lub hasła
trouble-proxy-unusable = { $variable } nie zawiera adresu serwera proxy
trouble-portal = Zamiast usługi { $service } odpowiada inna strona
trouble-foreign = Zamiast usługi { $service } odpowiada coś innego ({ $status })
trouble-busy = Duży ruch w usłudze { $service }, rzadsze sprawdzanie
trouble-user-limit = Dzienny limit Twojego konta w { $service } jest wyczerpany
trouble-user-limit-until = Dzienny limit Twojego konta w { $service } jest wyczerpany do { $time }
trouble-app-limit = Dzienny limit aplikacji w { $service } jest wyczerpany
trouble-app-limit-until = Dzienny limit aplikacji w { $service } jest wyczerpany do { $time }
trouble-client-blocked = { $service } na razie nie przyjmuje client ID
trouble-down = Usługa { $service } ma awarię
trouble-malformed = { $service } odpowiada niezrozumiale

## Buttons

button-bigger = Większy QR
button-smaller = Mniejszy QR
button-check = Sprawdź teraz
button-new = Nowy kod
button-quit = Wyjdź
button-stay = Zostań
button-done = Gotowe
button-again = Spróbuj ponownie
button-pair-again = Połącz ponownie
button-unpair = Odłącz
button-not-you = To nie Ty? Odłącz
button-keep = Zachowaj
button-unlock = Odblokuj
button-pair-in-file = Połącz, użyj pliku
button-later = Później
button-more = Więcej
button-stay-there = Zostaw tam
button-to-keyring = Przenieś do bazy kluczy
button-to-file = Przenieś do pliku
button-demo = Zobacz demo
button-approve = Demo: zatwierdź
button-services = Wszystkie usługi
button-type = Wpisz kod
button-open-here = Otwórz tutaj
button-in-browser = Użyj przeglądarki
button-open-again = Otwórz ponownie
button-by-phone = Użyj telefonu
button-by-code = Użyj kodu
button-set-up = Ponów konfigurację

button-kept = Gdzie są dane logowania
button-settings = Ustawienia
button-about = Informacje
button-read = Czytaj na głos
button-close = Zamknij
button-remote = Przetestuj pilota
button-picture = Rozmiar obrazu
button-smaller-picture = Mniejszy
button-larger-picture = Większy
button-start-over = Zacznij od nowa
button-swap = Zamień A i B
button-forget-taught = Usuń przypisania
button-start-again = Uruchom ponownie

hint-ok = wybierz
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = wyjdź
hint-back-key = Wstecz
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Tu Wstecz nie działa

## What else there is

more-title = Więcej
settings-title = Ustawienia
settings-body = Każdy wybór działa od razu i zostaje zapisany.
settings-language = Język
settings-language-about = Język tego ekranu i programu couchpin w terminalu.
settings-text = Rozmiar tekstu
settings-text-about = Duży pokazuje to, co potrzebne do połączenia, dużymi literami: dla słabszego wzroku lub małego telewizora.
settings-theme = Motyw
settings-theme-about = Ciemny na wieczór, jasny na dzień albo najmocniejszy kontrast.
settings-motion = Animacje
settings-motion-about = Czy ramka wokół przycisku płynnie przesuwa się do następnego.
settings-blanking = Gdy widać kod
settings-blanking-about = Czy ekran telewizora może zgasnąć, zanim zatwierdzisz.
settings-unattended = Kody z rzędu
settings-unattended-about = Ile kodów pojawia się automatycznie, każdy na kwadrans, gdy nikt nie naciska przycisków. Potem ten ekran odpoczywa.
settings-store = Zapis danych logowania
settings-store-about = Gdzie zapisać następne dane logowania. To, co już połączone, zostaje na swoim miejscu.
choice-system = Jak w systemie
choice-normal = Normalny
choice-large = Duży
choice-dark = Ciemny
choice-light = Jasny
choice-contrast = Wysoki kontrast
choice-gliding = Płynne
choice-still = Brak
choice-awake = Ekran nie gaśnie
choice-blank = Ekran może zgasnąć
choice-one-code = Jeden kod
choice-codes = { $count ->
    [one] { $count } kod
    [few] { $count } kody
    [many] { $count } kodów
   *[other] { $count } kodu
}
choice-always = Zawsze nowy
choice-automatic = Baza kluczy, gdy otwarta
choice-keyring = Baza kluczy
choice-file = Prywatny plik

about-title = Couchpin { $version }
about-body = Loguje ten telewizor do Twoich usług, prosto z kanapy. Wolne oprogramowanie na licencjach MIT i Apache 2.0, z krojami pisma Inter i JetBrains Mono (SIL Open Font License).
more-body = Jeśli jakiś przycisk pilota nic nie robi albo nie widać brzegu obrazu, można to tutaj naprawić.

remote-title = Test pilota
remote-body = Naciśnij każdy przycisk raz. Poniżej zobaczysz, co tutaj robi, jego kod i skąd pochodzi.
remote-nothing = Jeszcze nic nie naciśnięto
remote-code = kod { $code } ({ $hex })
remote-window = klawiatura lub pilot
remote-closed = Brak zgody na odczyt: { $name } ({ $node })
remote-allow = Aby na to zezwolić, zainstaluj regułę udev programu couchpin (zob. README) i podłącz urządzenie ponownie.
teach-title = Przycisk { $code } nie jest jeszcze znany
teach-body = Co ma robić? Przejdź do funkcji strzałkami i naciśnij ten sam przycisk jeszcze raz. Wstecz niczego nie zmienia.
not-kept = Działa do wyjścia, ale nie udało się tego zapisać: { $why }.
not-kept-busy = Inny program właśnie zapisuje plik ustawień
not-kept-mistake = W pliku ustawień jest błąd, który trzeba najpierw poprawić
not-kept-table = W pliku ustawień nazwę { $name } ma coś innego
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
name-other = tutaj nic
name-unknown = nieznany

picture-title = Rozmiar obrazu
picture-body = Powiększaj, aż cztery narożniki dotkną brzegów ekranu telewizora. Wtedy nic nie jest ukryte i nic się nie marnuje.
picture-percent = { $size }%

## All services

home-title = Twoje usługi
home-body = Wybierz usługę, aby sprawdzić połączenie z kontem lub się zalogować.
state-looking = …
state-not-set-up = Nie skonfigurowano
state-not-paired = Nie połączono
state-paired = Połączono z kontem { $name }
state-paired-nameless = Połączono
state-attention = Wymaga uwagi

## With a phone, by hand, or in a browser

page-scan = Zeskanuj kod telefonem
page-number = Wpisz tam tę liczbę
page-follow = Dalej poprowadzi strona. Ten ekran sam się zmieni.
page-beware = Telefon i telewizor muszą być w tej samej sieci.
page-spoken = Liczba { $code }
page-qr = Kod QR do strony dla telefonu
page-opened = Strona jest otwarta w telefonie
page-wrong = Zła liczba: próba { $count } z { $most }. Po ostatniej strona się zamknie
set-up-title = Skonfiguruj { $service } na tym telewizorze
typing-scan = Zeskanuj kod i zezwól na dostęp
typing-shown = { $service } pokaże kod o długości { $length } znaków
typing-type = Wpisz go tutaj
typing-switched-off = Strona dla telefonu wyłączona w ustawieniach.
typing-no-network = Telewizor nie jest w żadnej sieci dostępnej dla telefonu.
typing-public-address = Adres publiczny: zobacz phone_page w ustawieniach.
typing-no-page = Nie udało się otworzyć strony dla telefonu.
typing-qr = Kod QR do { $service }
browser-title = Kontynuuj w przeglądarce
browser-body = { $service } poprosi tam o zgodę. Ten ekran sam przejdzie dalej. Zamiast tego widać błąd? { $application }
exchange-title = Logowanie
exchange-body = Pobieranie danych logowania z usługi { $service }…

keyboard-title = Wpisz kod
keyboard-count = { $count } z { $length }
keyboard-capital = wielkie { $letter }
keyboard-hyphen = łącznik
keyboard-underscore = podkreślnik
keyboard-case = Aa
keyboard-case-spoken = wielkie lub małe litery
keyboard-delete = Usuń
keyboard-send = Wyślij
typed-empty = Jeszcze nic nie wpisano.
typed-cut = Tylko { $count } z { $length } znaków: być może kod ucięto na łączniku.
typed-short = Tylko { $count } z { $length } znaków.

## Results

starting-title = Chwileczkę
storing-title = Zatwierdzono
storing-body = Bezpieczne zapisywanie danych logowania…
forgetting-title = Odłączanie

paired-as = Połączono z kontem { $name }
paired-nameless = Telewizor jest połączony z kontem
paired-keyring = { $service } · zapisano w bazie kluczy tego komputera
paired-file = { $service } · zapisano w prywatnym pliku: { $path }
paired-file-why = Nie użyto bazy kluczy. { $why }.
paired-demo = { $service } · demo: zniknie po wyjściu
paired-checking = Sprawdzanie w usłudze { $service }, czy nadal działa…
paired-delayed = { $trouble }: jeszcze nie udało się sprawdzić połączenia z kontem.
paired-unknown = { $service } nie podaje, czyje to konto.
paired-moved = { $service } ma nowy adres { $url }: wpisz go do pliku ustawień.
paired-scope = { $service } mówi, że to logowanie na to nie pozwala: połącz ponownie.
paired-old-token = { $service } wymaga logowania nowszego rodzaju: połącz ponownie z nową aplikacją.
paired-instead = To inne konto niż wcześniej ({ $name }).
paired-ends = { $service } zakończy ten rodzaj logowania około kwietnia 2027. Wcześniej zarejestruj nową aplikację i połącz ponownie.
paired-ends-set-up = { $service } zakończy ten rodzaj logowania około kwietnia 2027. Wcześniej wybierz „{ button-set-up }” w „{ button-more }”.
paired-limited = { $service } nie daje wszystkich uprawnień: niektóre programy mogą tylko odczytywać.
paired-cannot-forget = Nie udało się usunąć danych logowania. { $why }.
paired-cannot-move = Dane logowania zostają na swoim miejscu. { $why }.
paired-client-not-kept = Ustawienia nie przyjęły tej aplikacji: następnym razem couchpin nie będzie jej znać.
paired-end = Dostęp tego telewizora można w każdej chwili cofnąć: { $url }

unpair-title = Odłączyć telewizor od konta?
unpair-body = Dane logowania zapisane na tym komputerze zostaną usunięte i stracą je programy, które z nich korzystają. { $service } może nadal pokazywać dostęp na liście, dopóki nie cofniesz go na stronie { $url }.

quit-title = Wyjść z programu couchpin?
leave-title = Przerwać to logowanie?
quit-body = Po wyjściu nikt nie odbierze zatwierdzenia. Kod przepadnie.
quit-body-storing = Dane logowania nie są jeszcze zapisane. Po wyjściu przepadną.
quit-body-page = Po wyjściu nikt nie odbierze Twojej odpowiedzi.
quit-body-plain = Wróć, kiedy zechcesz.

resting-title = Naciśnij przycisk, by dostać nowy kod
resting-body = Od jakiegoś czasu nikogo tu nie było, więc ten ekran nie odpytuje już usługi { $service }.

## What a person must mend

cannot-store-title = Zatwierdzono, ale nie zapisano
cannot-store-body = { $why }. Dane logowania są w pamięci: nie wyłączaj programu i spróbuj ponownie.
unreadable-title = Nie można odczytać danych logowania
unreadable-body = { $why }.
store-locked = Baza kluczy jest zablokowana
keyring-silent = Baza kluczy nie odpowiada
keyring-slow = Baza kluczy odpowiada zbyt wolno
keyring-no-bus = Brak magistrali sesji
keyring-bus-failed = Nie można użyć magistrali sesji
keyring-no-service = Nie działa żadna usługa bazy kluczy
keyring-not-started = Usługa bazy kluczy nie uruchomiła się
keyring-no-default = Brak domyślnej bazy kluczy
keyring-several = Baza kluczy ma kilka pasujących wpisów
keyring-not-kept = Baza kluczy nie zachowała tego, co dostała
keyring-too-long = Baza kluczy nie przyjmuje tak długich danych logowania
keyring-failed = Baza kluczy zgłasza błąd
store-link = { $path } to dowiązanie symboliczne
store-not-a-file = { $path } nie jest zwykłym plikiem
store-anothers = { $path } należy do innego użytkownika: przekaż to bieżącemu lub usuń
store-damaged = Nie udało się ich zrozumieć, więc zachowano je jako { $path }
store-unclear = Nie udało się ich zrozumieć
store-version = Zapisała je inna wersja Couchpin: zaktualizuj Couchpin lub połącz ponownie
store-other-service = To dane logowania innej usługi ({ $service })
store-not-written = Nie udało się zapisać { $path }. { $why }
store-not-read = Nie udało się odczytać { $path }. { $why }
store-not-removed = Nie udało się usunąć { $path }. { $why }
store-not-set-aside = Nie udało się odłożyć { $path }. { $why }
store-not-opened = Nie udało się otworzyć { $path }. { $why }
store-in-use = Inny Couchpin właśnie zmienia dane logowania
store-empty = Nic nie jest połączone
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
locked-body = Telewizor jest połączony z kontem, ale dane logowania są w bazie kluczy, a ta jest zablokowana lub nie odpowiada. Do odblokowania może być potrzebna klawiatura. Po otwarciu bazy kluczy ten ekran sam przejdzie dalej.
absent-title = Baza kluczy jest niedostępna
absent-body = Telewizor jest połączony z kontem, ale dane logowania są w bazie kluczy. { $why }. Gdy baza kluczy będzie dostępna, ten ekran sam przejdzie dalej.
keep-title = Gdzie są dane logowania
keep-in-file = Są w prywatnym pliku, który tylko Ty możesz odczytać, ale który nie jest zaszyfrowany: { $path }
keep-in-keyring = Są w bazie kluczy tego komputera. Programy mogą je odczytać tylko wtedy, gdy baza kluczy jest odblokowana.
denied-title = Odrzucono w telefonie
denied-body = Jeśli to pomyłka, pobierz inny kod.
refused-title = { $service } nie akceptuje już tego telewizora
refused-body = Dostęp został cofnięty, być może na stronie ustawień usługi { $service }. Aby kontynuować, połącz ponownie.
refused-body-name = Dostęp do konta { $name } został cofnięty, być może na stronie ustawień usługi { $service }. Aby kontynuować, połącz ponownie.
rejected-title = { $service } odmawia dostępu
rejected-client-title = { $service } nie zna tego client ID
rejected-body = { $answers }. Na tym ekranie nie da się tego zmienić; spróbuj ponownie później.
rejected-client-body = { $answers }. Źródło client ID: { $source }. Popraw go tam i uruchom couchpin ponownie.
rejected-blocked-title = { $service } nie przyjmuje tego client ID
rejected-blocked-body = { $answers }. ID jest błędny albo { $service } go spowolnił lub na jakiś czas zawiesił. Pochodzi stąd: { $source }. Sprawdź go tam albo spróbuj później.
rejected-answer = { $flow }: odpowiedź { $answer }
flow-pin = Logowanie kodem PIN
flow-device = Logowanie urządzenia
no-client-title = Potrzebny jest client ID
no-client-body = Zarejestruj couchpin na stronie { $url } (typ: „Mobile, desktop & browser apps”; adres przekierowania: { $redirect }), wpisz jego client ID do pliku { $file } i uruchom ponownie:
no-client-phone-body = Zarejestruj couchpin na stronie { $url } (typ: „Mobile, desktop & browser apps”; adres przekierowania: { $redirect }) i wyślij jego client ID z telefonu. Albo wpisz go do pliku { $file } i uruchom ponownie:
application-mobile = Aplikacja musi być typu „Mobile, desktop & browser apps” i mieć dokładnie ten adres przekierowania:
application-redirect = Aplikacja musi mieć dokładnie ten adres przekierowania:
application-types = Typu nie da się już zmienić. „TV, devices & command line” wystarcza tylko do kodów; „Server apps & services” wymaga też client secret.
no-application-title = Najpierw skonfiguruj { $service }
no-application-body = Zarejestruj aplikację na stronie { $url }, wpisz jej client ID i client secret do pliku { $file } i uruchom couchpin ponownie:
wrong-application-title = Błędny client ID lub client secret
wrong-application-body = Odpowiedź z { $service }: { $error }. Źródło client ID: { $source }. Ponów konfigurację lub popraw go tam.
lacks-secret-title = Ta aplikacja wymaga client secret
lacks-secret-body = Odpowiedź z { $service }: { $error }. Client ID jest poprawny, ale ta aplikacja ma też client secret (typ: „Server apps & services”). Ponów konfigurację z client secret albo zarejestruj aplikację typu „Mobile, desktop & browser apps”, która go nie wymaga.
moved-title = { $service } ma nowy adres
moved-body = Teraz jest to { $url } i nic tam nie wysłano. Wpisz nowy adres do pliku { $file } i uruchom couchpin ponownie:
metadata-title = Issuer w ustawieniach się nie zgadza
metadata-body = To, co publikuje { $issuer }, opisuje inny issuer albo brakuje w tym adresu. Sprawdź issuer w pliku { $file }.
missing-body = W tym, co wysłał couchpin, usłudze { $service } czegoś zabrakło: { $said }.
time-over-title = Nikt nie zdążył na czas
time-over-body = Spróbuj ponownie, bez pośpiechu: masz pół godziny.
time-over-browser-body = Przeglądarka nie odpowiedziała w ciągu pięciu minut albo nie zezwolono w niej na dostęp. { $application }
page-closed-title = Zbyt wiele razy podano złą liczbę
page-closed-body = Złą liczbę wpisano pięć razy, więc strona jest zamknięta. Niczego nie przyjęto.
not-allowed-title = Nie zezwolono na dostęp
not-allowed-body = Jeśli to pomyłka, spróbuj ponownie.
other-issuer-title = Odpowiedź przyszła z innego serwisu niż { $service }
other-issuer-body = Nic z niej nie zostało użyte. Spróbuj ponownie.
page-refused-body = Odpowiedź w przeglądarce: { $error }. Sprawdź client ID. { $application }
redirect-refused-title = Usługa { $service } nie zna adresu przekierowania
redirect-refused-body = Odpowiedź: { $error }. { $application }
refused-code-title = { $service } nie akceptuje logowania
refused-code-body = Dane z przeglądarki były zbyt stare lub już ich użyto. Zaloguj się ponownie.
lost-code-title = Dane logowania przepadły
lost-code-body = { $trouble }. Dane z przeglądarki działają tylko raz, więc zaloguj się ponownie.
port-taken-title = Port { $port } jest zajęty
port-taken-body = Używa go inny program na tym komputerze. Zamknij go albo ustaw inny redirect_port w pliku { $file } i zarejestruj jego adres w usłudze { $service }:
no-browser-title = Nie udało się otworzyć przeglądarki
no-browser-body = Na tym komputerze żadnej nie ma albo nie ma jej czym otworzyć (xdg-utils).
cannot-begin-title = Nie udało się rozpocząć logowania
cannot-begin-body = { $why }.
unexpected-title = Błąd w Couchpin przerwał logowanie
unexpected-body = Rozpocznie się ponownie za minutę albo od razu, gdy spróbujesz ponownie.
config-title = Couchpin nie może się tak uruchomić
config-no-home = Ten komputer nie ma folderu domowego na ustawienia i dane logowania: nie ustawiono HOME.
config-unreadable = Nie można odczytać { $file }. { $why }.
config-unreadable-from = Nie można odczytać { $file }, na który wskazuje { $source }. { $why }.
config-exposed-owner = { $file } ustawia { $setting }, ale należy do innego użytkownika. Musi należeć do ciebie albo do roota.
config-exposed-mode = { $file } ustawia { $setting }, ale inni użytkownicy mogą go zmieniać. Zablokuj to poleceniem { $command }.
config-line = { $file }, wiersz { $line }: to jest nieznane lub błędne. Polecenie couchpin status powie, czego oczekuje program.
config-value = { $name } w { $source }: błędna wartość. { $expected }.
config-variable = { $source }: błędna wartość. { $expected }.
config-no-certificates = Na tym komputerze brakuje certyfikatów do bezpiecznych połączeń. Zainstaluj ca-certificates.
config-no-client = Na tym komputerze nie można nawiązać bezpiecznych połączeń.
expected-text = Oczekiwano: tekst w UTF-8
expected-word = Oczekiwano: litery i cyfry bez odstępów
expected-name = Oczekiwano: nazwa z prostych liter, cyfr i znaków
expected-address = Oczekiwano: adres z https://, bez nazwy i hasła
expected-one-of = Oczekiwano: { $words }
expected-phone-page = Oczekiwano: true, false albo jeden adres do nasłuchiwania, na przykład 192.168.1.20
expected-one-address = Oczekiwano: ten adres tego komputera, z którym połączy się telefon, na przykład 192.168.1.20
source-built-in = ta wersja couchpin

demo-banner = Demo: nic nie opuszcza tego komputera

## In a terminal

terminal-title = Połącz ten komputer z usługą { $service }
terminal-code = Kod: { $code } (ważny jeszcze { $time })
terminal-open = Otwórz: { $url }
terminal-link = Lub z kodem w adresie: { $url }
terminal-approve = Zatwierdź. Reszta stanie się sama.
terminal-beware = Zatwierdź tylko, jeśli to Ty uruchamiasz ten program.
terminal-good-for = Ważny jeszcze { $time }
terminal-storing = Zatwierdzono. Bezpieczne zapisywanie danych logowania…
terminal-cannot-store = Zatwierdzono, ale nie zapisano. { $why }. Dane logowania są w pamięci i zostaną zapisane po usunięciu problemu: nie zamykaj programu.
terminal-not-stored = Zatwierdzono, ale nie zapisano. { $why }. Po usunięciu przyczyny połącz ponownie: { $pair }
terminal-checking = Połączono. Sprawdzanie w usłudze { $service }, czyje to konto…
terminal-paired = Połączono z kontem { $name }, miejsce zapisu: { $place }
terminal-paired-nameless = Połączono, miejsce zapisu: { $place }
terminal-already = Już połączono z kontem { $name }, miejsce zapisu: { $place }. Aby połączyć ponownie: { $pair } --again
terminal-already-nameless = Już połączono, miejsce zapisu: { $place }. Aby połączyć ponownie: { $pair } --again
terminal-keyring = baza kluczy tego komputera
terminal-demo = folder demo
terminal-hook = Uruchamianie on_paired…
terminal-interrupted = przerwano, nie połączono
terminal-refused = { $service } nie akceptuje już zapisanych danych logowania: połącz ponownie
terminal-unreadable = nie można odczytać zapisanych danych logowania. { $why }. Aby połączyć ponownie: { $pair } --again
terminal-resting = nikt nie zatwierdził na czas. Aby dostać nowy kod: { $pair }
terminal-denied = odrzucono w telefonie. Jeśli to pomyłka: { $pair }
terminal-no-client = { $service } rozpoznaje programy po client ID, a żaden nie jest ustawiony. Zarejestruj go na stronie { $url } (typ: „Mobile, desktop & browser apps”; adres przekierowania: { $redirect }) i wpisz do pliku { $file }:
terminal-rejected-client = { $service } nie zna tego client ID. { $answers }. Źródło client ID: { $source }. Popraw go tam
terminal-rejected-blocked = { $service } nie przyjmuje tego client ID. { $answers }. ID jest błędny albo { $service } go spowolnił lub na jakiś czas zawiesił. Pochodzi stąd: { $source }. Sprawdź go tam albo spróbuj później
terminal-rejected = { $service } odmawia dostępu. { $answers }

terminal-phone = W telefonie: { $url }
terminal-number = Wpisz tam tę liczbę: { $number }
terminal-follow = Dalej poprowadzi strona. Reszta stanie się sama.
terminal-network = Telefon i komputer muszą być w tej samej sieci.
terminal-consent = Lub otwórz { $url }
terminal-paste = Potem wklej tutaj kod i naciśnij Enter.
terminal-or-paste = Lub wklej tutaj kod i naciśnij Enter.
terminal-typed = To nie jest kod. { $why }
terminal-no-application = Najpierw skonfiguruj { $service }. Zarejestruj aplikację na stronie { $url } i wpisz jej client ID i client secret do pliku { $file }:
terminal-set-up = Lub zarejestruj aplikację na stronie { $url }, wpisz jej client ID i client secret do pliku { $file } i uruchom couchpin ponownie.
terminal-wrong-application = błędny client ID lub client secret. Odpowiedź z { $service }: { $error }. Źródło client ID: { $source }. Popraw go tam
terminal-lacks-secret = aplikacja wymaga client secret. Odpowiedź z { $service }: { $error }. Client ID jest poprawny, ale ta aplikacja ma też client secret (typ: „Server apps & services”). Wpisz client_secret do pliku { $file } albo zarejestruj aplikację typu „Mobile, desktop & browser apps”, która go nie wymaga

## On the page for a phone

phone-code-title = Zaloguj ten telewizor do { $service }
phone-code-consent = Otwórz { $service } i zezwól na dostęp. Zobaczysz tam kod.
phone-code-paste = Skopiuj cały kod i wklej go tutaj
phone-client-title = Skonfiguruj { $service } na tym telewizorze
phone-client-register = Zarejestruj w { $service } aplikację o nazwie { $name }, z uprawnieniem { $scope } i tym adresem przekierowania:
phone-client-type = Zarejestruj w { $service } aplikację typu „Mobile, desktop & browser apps” z tym adresem przekierowania:
phone-client-paste = Wklej to, co pokaże { $service }:
phone-client-id = Client ID
phone-client-secret = Client secret
phone-client-secret-optional = Client secret, jeśli aplikacja go ma
phone-open = Otwórz { $service }
phone-number = Wpisz liczbę widoczną na telewizorze
phone-send = Wyślij do telewizora
phone-fault-digits = Wpisz cztery cyfry widoczne na telewizorze.
phone-fault-number = { $left ->
    [one] To nie ta liczba, którą pokazuje telewizor. Została jedna próba.
    [few] To nie ta liczba, którą pokazuje telewizor. Zostały { $left } próby.
    [many] To nie ta liczba, którą pokazuje telewizor. Zostało { $left } prób.
   *[other] To nie ta liczba, którą pokazuje telewizor. Zostało { $left } próby.
}
phone-fault-missing = Czegoś jeszcze brakuje.
phone-fault-cut = Brakuje części kodu. Zaznacz go w całości, razem z łącznikami, i skopiuj jeszcze raz.
phone-fault-strange = To nie jest to, co pokazuje { $service }. Skopiuj jeszcze raz.
phone-fault-same = Client ID i client secret to ten sam tekst. Skopiuj każdy z nich osobno.
phone-fault-refused = { $service } tego nie przyjmuje. Spróbuj jeszcze raz.
phone-taken-title = Telewizor już to ma
phone-taken-body = Teraz loguje się do { $service }. Ta strona pokaże, czy się udało.
phone-done-title = Gotowe
phone-done-body = Telewizor jest zalogowany do { $service }. Możesz zamknąć tę stronę.
phone-set-up-body = Telewizor zna już { $service } i działa dalej sam. Możesz zamknąć tę stronę.
phone-failed-title = Nie udało się
phone-failed-body = Telewizor pokazuje, co dalej.
phone-closed-title = Ta strona jest zamknięta
phone-closed-body = Zbyt wiele razy podano złą liczbę. Zacznij od nowa na telewizorze i zeskanuj nowy kod.
phone-over-title = Czas minął
phone-over-body = Zacznij od nowa na telewizorze i zeskanuj nowy kod.

## In a browser on this computer

redirect-title = Wróć do telewizora
redirect-body = Odpowiedź z { $service } już jest. Możesz zamknąć tę stronę; couchpin sam działa dalej.
redirect-denied-title = Brak dostępu
redirect-denied-body = { $service } nie udziela dostępu. Zamknij tę stronę; couchpin pokazuje, co dalej.
redirect-issuer-body = Nic z niej nie zostało użyte. Zamknij tę stronę; couchpin pokazuje, co dalej.
redirect-unexpected-title = Couchpin na to nie czeka
redirect-unexpected-body = Zamknij tę stronę i przejdź do tej, którą otworzył couchpin.
redirect-used-title = Ten link został już użyty
redirect-used-body = Otwiera się tylko raz. Zamknij tę stronę i zacznij logowanie na telewizorze od nowa.
