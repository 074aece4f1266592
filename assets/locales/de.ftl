# What a person reads on the television, in German.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Diesen Fernseher mit { $service } verbinden
pairing-open = Scanne den QR oder öffne { $url } am Handy
pairing-open-short = Scanne oder öffne { $url }
pairing-open-here = Öffne { $url } auf diesem Computer
pairing-check = Prüfe, ob dein Handy dies zeigt
pairing-check-here = Prüfe, ob die Seite dies zeigt
pairing-approve = Bestätige. Hier geht es von selbst weiter.
pairing-beware = Bestätige nur, wenn du vor diesem Bildschirm bist.
pairing-good-for = Noch gültig
pairing-last-minute = unter einer Minute
pairing-no-code = Noch kein Code
pairing-code = Code
pairing-qr = QR-Code zu { $url }
pairing-qr-too-long = Diese Adresse ist zu lang für einen QR-Code.
pairing-code-spoken = Code { $code }
spell-letter = { $letter } wie { $word }
spell-hyphen = Bindestrich
speech-code = Öffne { $url } auf deinem Handy. Prüfe, ob es diesen Code zeigt: { $code }. Noch einmal: { $code }. Dann bestätige.

notice-asked-for = Das ist ein neuer Code. Der vorige gilt nicht mehr.
notice-no-new-code = { $service } gab keinen neuen Code ({ $answer }). Dieser gilt weiter.
notice-expired = Das ist ein neuer Code: Der vorige ist abgelaufen.
notice-code-gone = Das ist ein neuer Code: { $service } kannte den vorigen nicht mehr.
notice-answer-lost = Bestätigt, aber die Antwort ging verloren: Bitte bestätige noch einmal.
notice-opening-here = Auf diesem Computer wird ein Browser geöffnet …
notice-opened-here = Im Browser hier geöffnet. Vergleiche dort den Code und bestätige.
notice-not-opened-here = Hier ließ sich kein Browser öffnen (xdg-utils). Nimm dein Handy.
notice-code-refused = { $service } hat diesen Code abgelehnt. Die Seite dort zeigt dir einen neuen.
notice-client-not-kept = Die Einstellungen konnten diese Anwendung nicht übernehmen: Sie gilt nur bis zum Beenden.
notice-unpaired = Fernseher entkoppelt.
notice-left-in-keyring = Entkoppelt. Die Kopie im Schlüsselbund wird beim Entsperren gelöscht.

status-asking = Warten auf Code von { $service }
status-replacing = Neuer Code wird angefordert. Bis er da ist, gilt dieser weiter.
status-waiting = Warten auf dein Handy
status-checked = Warten auf dein Handy. Geprüft vor { $seconds } s
status-living = { $trouble }. Dein Code bleibt gültig; neuer Versuch in { $seconds } s
status-retry = { $trouble }. Neuer Versuch in { $seconds } s
status-retry-minutes = { $trouble }. Neuer Versuch in { $minutes } min
status-living-on = { $trouble }. Dein Code bleibt gültig
status-goes-on = { $trouble }. Danach geht es von selbst weiter
status-retrying = { $trouble }. Neuer Versuch läuft

trouble-offline = Kein Netzwerk
trouble-dns = { $service } ist nicht zu finden
trouble-unreachable = { $service } antwortet nicht
trouble-timeout = { $service } antwortet zu langsam
trouble-clock = Die Uhr dieses Computers geht falsch ({ $date })
trouble-expired = Das Zertifikat von { $service } endete vor dem { $date }, dem Datum dieses Computers
trouble-tls = Die Verbindung ist nicht sicher
trouble-proxy = Der Proxy { $proxy } ({ $variable }) verbindet nicht mit { $service }
trouble-proxy-refused = Der Proxy { $proxy } ({ $variable }) verlangt andere Zugangsdaten
trouble-proxy-unusable = { $variable } enthält keine Proxy-Adresse
trouble-portal = Eine fremde Seite antwortet für { $service }
trouble-foreign = Etwas anderes antwortet für { $service } ({ $status })
trouble-busy = { $service } ist überlastet, seltenere Abfragen
trouble-user-limit = Das Tageslimit deines Kontos bei { $service } ist erreicht
trouble-user-limit-until = Das Tageslimit deines Kontos bei { $service } ist bis { $time } Uhr erreicht
trouble-app-limit = Das Tageslimit der Anwendung bei { $service } ist erreicht
trouble-app-limit-until = Das Tageslimit der Anwendung bei { $service } ist bis { $time } Uhr erreicht
trouble-client-blocked = { $service } akzeptiert die Client-ID gerade nicht
trouble-down = { $service } ist gestört
trouble-malformed = { $service } antwortet fehlerhaft

## Buttons

button-bigger = QR größer
button-smaller = QR kleiner
button-check = Jetzt prüfen
button-new = Neuer Code
button-quit = Beenden
button-stay = Bleiben
button-done = Fertig
button-again = Erneut versuchen
button-pair-again = Neu koppeln
button-unpair = Entkoppeln
button-not-you = Nicht du? Entkoppeln
button-keep = Gekoppelt lassen
button-unlock = Entsperren
button-pair-in-file = Neu koppeln mit Datei
button-later = Später
button-more = Mehr
button-stay-there = Dort lassen
button-to-keyring = In den Schlüsselbund
button-to-file = In eine private Datei
button-demo = Demo ansehen
button-approve = Demo: bestätigen
button-services = Alle Dienste
button-type = Code eingeben
button-open-here = Hier öffnen
button-in-browser = Mit dem Browser hier
button-open-again = Erneut öffnen
button-by-phone = Mit dem Handy
button-by-code = Mit einem Code
button-set-up = Neu einrichten

button-kept = Wo die Anmeldung liegt
button-settings = Einstellungen
button-about = Über couchpin
button-read = Vorlesen
button-close = Schließen
button-remote = Fernbedienung testen
button-picture = Bildgröße
button-smaller-picture = Kleiner
button-larger-picture = Größer
button-start-over = Von vorn
button-swap = A und B tauschen
button-forget-taught = Tasten zurücksetzen
button-start-again = Neu starten

hint-ok = wählen
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = verlassen
hint-back-key = Zurück
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Zurück tut hier nichts

## What else there is

more-title = Mehr
settings-title = Einstellungen
settings-body = Was du wählst, gilt sofort und wird gespeichert.
settings-language = Sprache
settings-language-about = Die Sprache auf diesem Bildschirm und von couchpin im Terminal.
settings-text = Textgröße
settings-text-about = „Groß“ zeigt alles, was zum Koppeln nötig ist, in großer Schrift: für schwache Augen oder einen kleinen Fernseher.
settings-theme = Farben
settings-theme-about = Dunkel für den Abend, hell für den Tag oder mit dem stärksten Kontrast.
settings-motion = Bewegung
settings-motion-about = Ob der Rahmen um eine Schaltfläche zur nächsten gleitet.
settings-blanking = Bei angezeigtem Code
settings-blanking-about = Ob der Fernseher dunkel werden darf, bevor du bestätigt hast.
settings-unattended = Codes nacheinander
settings-unattended-about = Wie viele Codes von selbst kommen, jeder für eine Viertelstunde, wenn niemand eine Taste drückt. Danach ruht dieser Bildschirm.
settings-store = Anmeldung speichern
settings-store-about = Wo die nächste Anmeldung gespeichert wird. Was schon gekoppelt ist, bleibt, wo es ist.
choice-system = Wie das System
choice-normal = Normal
choice-large = Groß
choice-dark = Dunkel
choice-light = Hell
choice-contrast = Starker Kontrast
choice-gliding = Gleitend
choice-still = Keine
choice-awake = Bleibt hell
choice-blank = Darf dunkel werden
choice-one-code = Ein Code
choice-codes = { $count ->
    [one] { $count } Code
   *[other] { $count } Codes
}
choice-always = Immer ein neuer
choice-automatic = Im offenen Schlüsselbund
choice-keyring = Im Schlüsselbund
choice-file = In einer privaten Datei

about-title = Couchpin { $version }
about-body = Meldet diesen Fernseher vom Sofa aus bei deinen Diensten an. Freie Software unter den Lizenzen MIT und Apache 2.0, mit den Schriften Inter und JetBrains Mono (SIL Open Font License).
more-body = Wenn eine Taste deiner Fernbedienung nichts tut oder ein Rand des Bildes fehlt, kannst du es hier beheben.

remote-title = Fernbedienung testen
remote-body = Drücke jede Taste einmal. Unten steht, was sie hier tut, mit ihrem Code und woher sie kommt.
remote-nothing = Noch nichts gedrückt
remote-code = Code { $code } ({ $hex })
remote-window = Tastatur oder Fernbedienung
remote-closed = Kein Lesezugriff: { $name } ({ $node })
remote-allow = Zum Erlauben die udev-Regel von couchpin installieren (siehe README) und das Gerät neu anstecken.
teach-title = Taste { $code } ist noch unbekannt
teach-body = Was soll sie tun? Gehe mit den Pfeiltasten dorthin und drücke dieselbe Taste noch einmal. Mit Zurück bleibt alles, wie es ist.
not-kept = Es gilt bis zum Beenden, konnte aber nicht gespeichert werden: { $why }.
not-kept-busy = Ein anderes Programm schreibt gerade die Einstellungsdatei
not-kept-mistake = In der Einstellungsdatei steht ein Fehler, der zuerst behoben werden muss
not-kept-table = Etwas anderes heißt in der Einstellungsdatei { $name }
not-kept-exposed = Ein anderer Benutzer kann die Einstellungsdatei ändern

name-up = Hoch
name-down = Runter
name-left = Links
name-right = Rechts
name-ok = OK
name-back = Zurück
name-menu = Menü
name-info = Info
name-play-pause = Play/Pause
name-page-up = Seite hoch
name-page-down = Seite runter
name-digit = Ziffer { $digit }
name-red = Rot
name-green = Grün
name-yellow = Gelb
name-blue = Blau
name-other = hier ohne Effekt
name-unknown = unbekannt

picture-title = Bildgröße
picture-body = Vergrößere das Bild, bis die vier Ecken die Ränder deines Fernsehers gerade berühren. Dann fehlt nichts und kein Platz geht verloren.
picture-percent = { $size } %

## All services

home-title = Deine Dienste
home-body = Wähle einen Dienst, um seine Anmeldung zu sehen oder dich anzumelden.
state-looking = …
state-not-set-up = Nicht eingerichtet
state-not-paired = Nicht gekoppelt
state-paired = Gekoppelt als { $name }
state-paired-nameless = Gekoppelt
state-attention = Bitte prüfen

## With a phone, by hand, or in a browser

page-scan = Scanne den Code mit deinem Handy
page-number = Gib dort diese Zahl ein
page-follow = Folge der Seite. Hier geht es von selbst weiter.
page-beware = Handy und Fernseher müssen im selben Netzwerk sein.
page-spoken = Zahl { $code }
page-qr = QR-Code zur Seite für dein Handy
page-opened = Die Seite ist auf einem Handy geöffnet
page-wrong = Falsche Zahl: Versuch { $count } von { $most }. Nach dem letzten schließt die Seite
set-up-title = { $service } auf diesem Fernseher einrichten
typing-scan = Scanne den Code und erlaube den Zugriff
typing-shown = { $service } zeigt dann { $length } Zeichen
typing-type = Gib sie hier ein
typing-switched-off = Die Einstellungen erlauben keine Handyseite.
typing-no-network = Der Fernseher ist in keinem für Handys nutzbaren Netzwerk.
typing-public-address = Öffentliche Adresse: siehe phone_page in den Einstellungen.
typing-no-page = Die Handyseite ließ sich nicht öffnen.
typing-qr = QR-Code zu { $service }
browser-title = Weiter im Browser
browser-body = { $service } fragt dich dort. Hier geht es von selbst weiter. Steht dort stattdessen ein Fehler? { $application }
exchange-title = Anmeldung läuft
exchange-body = Die Anmeldung wird von { $service } abgerufen …

keyboard-title = Code eingeben
keyboard-count = { $count } von { $length }
keyboard-capital = großes { $letter }
keyboard-hyphen = Bindestrich
keyboard-underscore = Unterstrich
keyboard-case = Aa
keyboard-case-spoken = Groß- oder Kleinbuchstaben
keyboard-delete = Löschen
keyboard-send = Senden
typed-empty = Noch nichts eingegeben.
typed-cut = Nur { $count } von { $length } Zeichen: Vielleicht wurde an einem Bindestrich abgeschnitten.
typed-short = Nur { $count } von { $length } Zeichen.

## Results

starting-title = Einen Moment
storing-title = Bestätigt
storing-body = Die Anmeldung wird sicher gespeichert …
forgetting-title = Wird entkoppelt

paired-as = Gekoppelt als { $name }
paired-nameless = Dieser Fernseher ist gekoppelt
paired-keyring = { $service } · im Schlüsselbund dieses Computers
paired-file = { $service } · in einer privaten Datei: { $path }
paired-file-why = Der Schlüsselbund wurde nicht verwendet. { $why }.
paired-demo = { $service } · Demo: wird beim Beenden gelöscht
paired-checking = { $service } wird gefragt, ob die Anmeldung noch gilt …
paired-delayed = { $trouble }: Die Anmeldung konnte noch nicht geprüft werden.
paired-unknown = { $service } konnte nicht sagen, wessen Konto es ist.
paired-moved = { $service } ist nach { $url } umgezogen: Trage die neue Adresse in die Einstellungsdatei ein.
paired-scope = { $service } sagt, diese Anmeldung darf das nicht: neu koppeln.
paired-old-token = { $service } verlangt eine Anmeldung der neueren Art: mit einer neuen Anwendung neu koppeln.
paired-instead = Das ist ein anderes Konto als vorher ({ $name }).
paired-ends = { $service } beendet diese Art der Anmeldung etwa im April 2027. Vorher eine neue Anwendung registrieren und neu koppeln.
paired-ends-set-up = { $service } beendet diese Art der Anmeldung etwa im April 2027. Vorher unter „{ button-more }“ „{ button-set-up }“ wählen.
paired-limited = { $service } hat weniger erlaubt als erbeten: Manche Programme dürfen nur lesen.
paired-cannot-forget = Die Anmeldung konnte nicht gelöscht werden. { $why }.
paired-cannot-move = Die Anmeldung bleibt, wo sie ist. { $why }.
paired-client-not-kept = Die Einstellungen konnten diese Anwendung nicht übernehmen: Beim nächsten Start kennt couchpin sie nicht mehr.
paired-end = Du kannst den Zugriff dieses Fernsehers jederzeit beenden: { $url }

unpair-title = Diesen Fernseher entkoppeln?
unpair-body = Die auf diesem Computer gespeicherte Anmeldung wird gelöscht, auch für die Programme hier, die sie nutzen. { $service } selbst führt sie vielleicht weiter auf, bis du den Zugriff unter { $url } beendest.

quit-title = Couchpin beenden?
leave-title = Diese Anmeldung abbrechen?
quit-body = Deine Bestätigung würde niemand mehr bemerken. Dein Code geht verloren.
quit-body-storing = Die Anmeldung ist noch nicht gespeichert. Beim Beenden geht sie verloren.
quit-body-page = Dann wartet niemand mehr auf deine Antwort.
quit-body-plain = Komm jederzeit wieder.

resting-title = Für neuen Code beliebige Taste drücken
resting-body = Eine Weile war niemand hier, darum fragt dieser Bildschirm nicht mehr bei { $service } nach.

## What a person must mend

cannot-store-title = Bestätigt, aber nicht gespeichert
cannot-store-body = { $why }. Die Anmeldung liegt nur im Arbeitsspeicher: Lass alles eingeschaltet und versuche es erneut.
unreadable-title = Gespeicherte Anmeldung nicht lesbar
unreadable-body = { $why }.
store-locked = Der Schlüsselbund ist gesperrt
keyring-silent = Der Schlüsselbund antwortet nicht
keyring-slow = Der Schlüsselbund antwortet zu langsam
keyring-no-bus = Es gibt keinen Sitzungsbus
keyring-bus-failed = Der Sitzungsbus ist nicht nutzbar
keyring-no-service = Es läuft kein Schlüsselbunddienst
keyring-not-started = Der Schlüsselbunddienst ist nicht gestartet
keyring-no-default = Es gibt keinen Standardschlüsselbund
keyring-several = Der Schlüsselbund hat mehrere Einträge dafür
keyring-not-kept = Der Schlüsselbund hat nicht behalten, was er bekam
keyring-too-long = Der Schlüsselbund nimmt keine so lange Anmeldung an
keyring-failed = Der Schlüsselbund meldet einen Fehler
store-link = { $path } ist eine symbolische Verknüpfung
store-not-a-file = { $path } ist keine gewöhnliche Datei
store-anothers = { $path } gehört einem anderen Benutzer: Gib es diesem zurück oder entferne es
store-damaged = Sie war nicht zu verstehen und liegt nun als { $path } bereit
store-unclear = Sie war nicht zu verstehen
store-version = Sie stammt von einer anderen Couchpin-Version: Aktualisiere Couchpin oder kopple neu
store-other-service = Es ist die Anmeldung eines anderen Dienstes ({ $service })
store-not-written = { $path } konnte nicht geschrieben werden. { $why }
store-not-read = { $path } konnte nicht gelesen werden. { $why }
store-not-removed = { $path } konnte nicht gelöscht werden. { $why }
store-not-set-aside = { $path } konnte nicht beiseitegelegt werden. { $why }
store-not-opened = { $path } konnte nicht geöffnet werden. { $why }
store-in-use = Ein anderes Couchpin ändert gerade die Anmeldung
store-empty = Nichts ist gekoppelt
store-no-answer = Der Speicher antwortet nicht
system-disk-full = Der Datenträger ist voll
system-read-only = Der Datenträger ist schreibgeschützt
system-no-permission = Die Berechtigung fehlt
system-missing = Die Datei oder der Ordner fehlt
system-in-the-way = Eine andere Datei oder ein Ordner ist im Weg
system-not-a-file = Das ist keine gewöhnliche Datei
system-too-large = Die Datei ist zu groß
system-too-many-files = Zu viele Dateien sind geöffnet
system-disk-failed = Der Datenträger ist defekt
system-timeout = Es hat zu lange gedauert
system-other = Das System meldet Fehler { $number }
system-unknown = Das System nennt keinen Grund
locked-title = Der Schlüsselbund ist gesperrt
locked-body = Dieser Fernseher ist gekoppelt, aber die Anmeldung liegt im Schlüsselbund, und der ist gesperrt oder antwortet nicht. Zum Entsperren brauchst du vielleicht eine Tastatur. Sobald der Schlüsselbund offen ist, geht es hier von selbst weiter.
absent-title = Der Schlüsselbund fehlt
absent-body = Dieser Fernseher ist gekoppelt, aber die Anmeldung liegt im Schlüsselbund. { $why }. Sobald der Schlüsselbund da ist, geht es hier von selbst weiter.
keep-title = Wo die Anmeldung liegt
keep-in-file = Sie liegt in einer privaten Datei, die nur du lesen kannst, die aber nicht verschlüsselt ist: { $path }
keep-in-keyring = Sie liegt im Schlüsselbund dieses Computers. Programme können sie nur lesen, solange er entsperrt ist.
denied-title = Auf dem Handy abgelehnt
denied-body = Falls das ein Versehen war, nimm einen neuen Code.
refused-title = Kein Zugriff mehr auf { $service }
refused-body = Der Zugriff wurde beendet, vielleicht in den Einstellungen von { $service }. Kopple neu, um fortzufahren.
refused-body-name = Der Zugriff für { $name } wurde beendet, vielleicht in den Einstellungen von { $service }. Kopple neu, um fortzufahren.
rejected-title = { $service } lehnt die Anfrage ab
rejected-client-title = { $service } kennt diese Client-ID nicht
rejected-body = { $answers }. Auf diesem Bildschirm lässt sich daran nichts ändern; versuche es später erneut.
rejected-client-body = { $answers }. Die Client-ID stammt aus { $source }: Korrigiere sie dort und starte couchpin neu.
rejected-blocked-title = { $service } akzeptiert diese Client-ID nicht
rejected-blocked-body = { $answers }. Die ID ist falsch, oder { $service } hat sie gedrosselt oder vorübergehend gesperrt. Sie kommt von hier: { $source }. Dort prüfen oder es später noch einmal versuchen.
rejected-answer = Antwort auf { $flow }: { $answer }
flow-pin = PIN-Anmeldung
flow-device = Geräteanmeldung
no-client-title = Eine Client-ID wird benötigt
no-client-body = Registriere couchpin unter { $url } (Typ: „Mobile, desktop & browser apps“; Weiterleitungsadresse: { $redirect }), trage die Client-ID in { $file } ein und starte es neu:
no-client-phone-body = Registriere couchpin unter { $url } (Typ: „Mobile, desktop & browser apps“; Weiterleitungsadresse: { $redirect }) und sende die Client-ID mit dem Handy. Oder trage sie in { $file } ein und starte neu:
application-mobile = Die Anwendung muss vom Typ „Mobile, desktop & browser apps“ sein und genau diese Weiterleitungsadresse haben:
application-redirect = Die Anwendung muss genau diese Weiterleitungsadresse haben:
application-types = Der Typ lässt sich nie mehr ändern. „TV, devices & command line“ genügt nur für Codes; „Server apps & services“ braucht auch das Client-Secret.
no-application-title = { $service } muss erst eingerichtet werden
no-application-body = Registriere eine Anwendung unter { $url }, trage ihre Client-ID und ihr Client-Secret in { $file } ein und starte couchpin neu:
wrong-application-title = Client-ID oder Client-Secret ist falsch
wrong-application-body = { $service } hat mit { $error } geantwortet. Die Client-ID stammt aus { $source }. Richte den Dienst neu ein oder korrigiere sie dort.
lacks-secret-title = Diese Anwendung braucht ihr Client-Secret
lacks-secret-body = { $service } hat mit { $error } geantwortet. Die Client-ID stimmt, aber diese Anwendung hat auch ein Client-Secret (Typ: „Server apps & services“). Richte sie mit dem Client-Secret neu ein oder registriere eine vom Typ „Mobile, desktop & browser apps“, die keines braucht.
moved-title = { $service } ist umgezogen
moved-body = Die Adresse ist jetzt { $url }, und dorthin wurde nichts gesendet. Trage die neue Adresse in { $file } ein und starte couchpin neu:
metadata-title = Der Issuer in den Einstellungen passt nicht
metadata-body = Was { $issuer } veröffentlicht, beschreibt einen anderen Issuer, oder eine Adresse fehlt darin. Prüfe issuer in { $file }.
missing-body = { $service } hat in dem, was couchpin gesendet hat, etwas vermisst: { $said }.
time-over-title = Niemand kam rechtzeitig
time-over-body = Versuche es erneut und lass dir Zeit: Du hast eine halbe Stunde.
time-over-browser-body = Der Browser kam nicht innerhalb von fünf Minuten zurück, oder der Zugriff wurde dort nicht erlaubt. { $application }
page-closed-title = Zu viele falsche Zahlen
page-closed-body = Fünfmal wurde eine falsche Zahl eingegeben, darum ist die Seite geschlossen. Es wurde nichts übernommen.
not-allowed-title = Der Zugriff wurde nicht erlaubt
not-allowed-body = Falls das ein Versehen war, versuche es erneut.
other-issuer-title = Die Antwort kam von einem anderen Dienst als { $service }
other-issuer-body = Nichts davon wurde übernommen. Versuche es erneut.
page-refused-body = Im Browser kam die Antwort { $error }. Prüfe die Client-ID. { $application }
redirect-refused-title = { $service } kennt die Weiterleitungsadresse nicht
redirect-refused-body = Die Antwort war { $error }. { $application }
refused-code-title = { $service } lehnt die Anmeldung ab
refused-code-body = Was der Browser gebracht hat, war zu alt oder wurde schon verwendet. Bitte melde dich erneut an.
lost-code-title = Die Anmeldung ging verloren
lost-code-body = { $trouble }. Was der Browser gebracht hat, gilt nur einmal. Bitte melde dich erneut an.
port-taken-title = Port { $port } ist belegt
port-taken-body = Ein anderes Programm auf diesem Computer nutzt ihn. Beende es oder setze in { $file } einen anderen redirect_port und registriere dessen Adresse bei { $service }:
no-browser-title = Kein Browser ließ sich öffnen
no-browser-body = Auf diesem Computer gibt es keinen oder nichts, was einen öffnet (xdg-utils).
cannot-begin-title = Die Anmeldung konnte nicht beginnen
cannot-begin-body = { $why }.
unexpected-title = Ein Fehler in Couchpin hat die Anmeldung beendet
unexpected-body = In einer Minute beginnt sie von selbst neu, oder sofort, wenn du es erneut versuchst.
config-title = Couchpin kann so nicht starten
config-no-home = Dieser Computer hat keinen Benutzerordner für Einstellungen und Anmeldungen: HOME ist nicht gesetzt.
config-unreadable = { $file } ist nicht lesbar. { $why }.
config-unreadable-from = { $file }, angegeben in { $source }, ist nicht lesbar. { $why }.
config-exposed-owner = { $file } setzt { $setting }, gehört aber einem anderen Benutzer. Die Datei muss dir gehören oder root.
config-exposed-mode = { $file } setzt { $setting }, aber andere Benutzer können die Datei ändern. { $command } beendet das.
config-line = { $file }, Zeile { $line }: Das ist unbekannt oder falsch. Der Befehl couchpin status sagt, was erwartet wird.
config-value = { $name } in { $source } ist falsch. { $expected }.
config-variable = { $source } ist falsch. { $expected }.
config-no-certificates = Auf diesem Computer fehlen die Zertifikate für sichere Verbindungen. Installiere ca-certificates.
config-no-client = Auf diesem Computer sind keine sicheren Verbindungen möglich.
expected-text = Erwartet: Text in UTF-8
expected-word = Erwartet: Buchstaben und Ziffern ohne Leerzeichen
expected-name = Erwartet: ein Name aus einfachen Buchstaben, Ziffern und Zeichen
expected-address = Erwartet: eine Adresse mit https://, ohne Namen und Passwort darin
expected-one-of = Erwartet: { $words }
expected-phone-page = Erwartet: true, false oder die eine Adresse, auf der gelauscht wird, zum Beispiel 192.168.1.20
expected-one-address = Erwartet: die eine Adresse dieses Computers, die das Handy erreicht, zum Beispiel 192.168.1.20
source-built-in = diese Ausgabe von couchpin

demo-banner = Demo: nichts verlässt diesen Computer

## In a terminal

terminal-title = Diesen Computer mit { $service } verbinden
terminal-code = Code: { $code } (noch gültig: { $time })
terminal-open = Öffne: { $url }
terminal-link = Oder gleich mit dem Code: { $url }
terminal-approve = Bestätige. Hier geht es von selbst weiter.
terminal-beware = Bestätige nur, wenn du dies selbst gestartet hast.
terminal-good-for = Noch gültig: { $time }
terminal-storing = Bestätigt. Die Anmeldung wird sicher gespeichert …
terminal-cannot-store = Bestätigt, aber nicht gespeichert. { $why }. Die Anmeldung liegt nur im Arbeitsspeicher und wird gespeichert, sobald das behoben ist: Lass dies weiterlaufen.
terminal-not-stored = Zugestimmt, aber nicht gespeichert. { $why }. Sobald das behoben ist, neu koppeln: { $pair }
terminal-checking = Gekoppelt. { $service } wird gefragt, wessen Konto es ist …
terminal-paired = Gekoppelt als { $name }. Speicherort: { $place }
terminal-paired-nameless = Gekoppelt. Speicherort: { $place }
terminal-already = Bereits gekoppelt als { $name }. Speicherort: { $place }. Neu koppeln: { $pair } --again
terminal-already-nameless = Bereits gekoppelt. Speicherort: { $place }. Neu koppeln: { $pair } --again
terminal-keyring = Schlüsselbund dieses Computers
terminal-demo = Ordner einer Demo
terminal-hook = on_paired wird ausgeführt …
terminal-interrupted = abgebrochen und nicht gekoppelt
terminal-refused = { $service } akzeptiert die gespeicherte Anmeldung nicht mehr: bitte neu koppeln
terminal-unreadable = die gespeicherte Anmeldung ist nicht lesbar. { $why }. Neu koppeln: { $pair } --again
terminal-resting = niemand hat rechtzeitig bestätigt. Für einen neuen Code: { $pair }
terminal-denied = auf dem Handy abgelehnt. Falls das ein Versehen war: { $pair }
terminal-no-client = { $service } erkennt Programme an einer Client-ID, und es ist keine eingetragen. Registriere eine unter { $url } (Typ: „Mobile, desktop & browser apps“; Weiterleitungsadresse: { $redirect }) und trage sie in { $file } ein:
terminal-rejected-client = { $service } kennt diese Client-ID nicht. { $answers }. Die Client-ID stammt aus { $source }: Korrigiere sie dort
terminal-rejected-blocked = { $service } akzeptiert diese Client-ID nicht. { $answers }. Die ID ist falsch, oder { $service } hat sie gedrosselt oder vorübergehend gesperrt. Sie kommt von hier: { $source }. Dort prüfen oder es später noch einmal versuchen
terminal-rejected = { $service } lehnt die Anfrage ab. { $answers }

terminal-phone = Mit dem Handy: { $url }
terminal-number = Gib dort diese Zahl ein: { $number }
terminal-follow = Folge der Seite. Hier geht es von selbst weiter.
terminal-network = Handy und Computer müssen im selben Netzwerk sein.
terminal-consent = Oder öffne { $url }
terminal-paste = Füge dann den Code hier ein und drücke Enter.
terminal-or-paste = Oder füge den Code hier ein und drücke Enter.
terminal-typed = Das ist kein Code. { $why }
terminal-no-application = { $service } muss erst eingerichtet werden. Registriere eine Anwendung unter { $url } und trage ihre Client-ID und ihr Client-Secret in { $file } ein:
terminal-set-up = Oder registriere eine Anwendung unter { $url }, trage ihre Client-ID und ihr Client-Secret in { $file } ein und starte couchpin neu.
terminal-wrong-application = Client-ID oder Client-Secret ist falsch. { $service } hat mit { $error } geantwortet. Die Client-ID stammt aus { $source }: Korrigiere sie dort
terminal-lacks-secret = Die Anwendung braucht ihr Client-Secret. { $service } hat mit { $error } geantwortet: Die Client-ID stimmt, aber diese Anwendung hat auch ein Client-Secret (Typ: „Server apps & services“). Trage client_secret in { $file } ein oder registriere eine vom Typ „Mobile, desktop & browser apps“, die keines braucht

## On the page for a phone

phone-code-title = Diesen Fernseher bei { $service } anmelden
phone-code-consent = Öffne { $service } und erlaube den Zugriff. Dann siehst du dort einen Code.
phone-code-paste = Kopiere den ganzen Code und füge ihn hier ein
phone-client-title = { $service } auf diesem Fernseher einrichten
phone-client-register = Registriere bei { $service } eine Anwendung namens { $name } mit der Berechtigung { $scope } und dieser Weiterleitungsadresse:
phone-client-type = Registriere bei { $service } eine Anwendung vom Typ „Mobile, desktop & browser apps“ mit dieser Weiterleitungsadresse:
phone-client-paste = Füge ein, was { $service } dir dafür anzeigt:
phone-client-id = Client-ID
phone-client-secret = Client-Secret
phone-client-secret-optional = Client-Secret, falls die Anwendung eines hat
phone-open = { $service } öffnen
phone-number = Gib die Zahl ein, die der Fernseher zeigt
phone-send = An den Fernseher senden
phone-fault-digits = Gib die vier Ziffern ein, die der Fernseher zeigt.
phone-fault-number = { $left ->
    [one] Das ist nicht die Zahl auf dem Fernseher. Noch ein Versuch.
   *[other] Das ist nicht die Zahl auf dem Fernseher. Noch { $left } Versuche.
}
phone-fault-missing = Es fehlt noch etwas.
phone-fault-cut = Ein Teil des Codes fehlt. Markiere ihn ganz, auch die Bindestriche, und kopiere ihn noch einmal.
phone-fault-strange = Das ist nicht, was { $service } anzeigt. Kopiere es dort noch einmal.
phone-fault-same = Client-ID und Client-Secret sind derselbe Text. Kopiere beide einzeln.
phone-fault-refused = { $service } hat das nicht angenommen. Versuch es bitte noch einmal.
phone-taken-title = Der Fernseher hat es
phone-taken-body = Er meldet sich jetzt bei { $service } an. Diese Seite zeigt dir, ob es geklappt hat.
phone-done-title = Fertig
phone-done-body = Der Fernseher ist bei { $service } angemeldet. Du kannst diese Seite schließen.
phone-set-up-body = Der Fernseher kennt { $service } jetzt und macht von selbst weiter. Du kannst diese Seite schließen.
phone-failed-title = Das hat nicht geklappt
phone-failed-body = Der Fernseher zeigt, wie es weitergeht.
phone-closed-title = Diese Seite ist geschlossen
phone-closed-body = Die Zahl war zu oft falsch. Beginne am Fernseher von vorn und scanne den neuen Code.
phone-over-title = Die Zeit ist um
phone-over-body = Beginne am Fernseher von vorn und scanne den neuen Code.

## In a browser on this computer

redirect-title = Zurück zum Fernseher
redirect-body = { $service } hat geantwortet. Du kannst diese Seite schließen; couchpin macht von selbst weiter.
redirect-denied-title = Kein Zugriff
redirect-denied-body = { $service } hat keinen Zugriff gegeben. Schließe diese Seite; couchpin zeigt, wie es weitergeht.
redirect-issuer-body = Nichts davon wurde übernommen. Schließe diese Seite; couchpin zeigt, wie es weitergeht.
redirect-unexpected-title = Darauf wartet couchpin nicht
redirect-unexpected-body = Schließe diese Seite und mach auf der weiter, die couchpin geöffnet hat.
redirect-used-title = Dieser Link wurde schon benutzt
redirect-used-body = Er öffnet sich nur einmal. Schließe diese Seite und starte die Anmeldung am Fernseher neu.
