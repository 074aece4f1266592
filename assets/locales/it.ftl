# What a person reads on the television, in Italian.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Accedi a { $service }
pairing-open = Inquadra il codice QR o vai su { $url }
pairing-open-short = Inquadra o vai su { $url }
pairing-open-here = Vai su { $url } su questo computer
pairing-check = Il telefono deve mostrare questo codice
pairing-check-here = La pagina deve mostrare questo codice
pairing-approve = Approva sul telefono
pairing-continue = Sul telefono, tocca “{ phone-continue }”
pairing-compare = Confronta questo codice, poi approva
pairing-beware = Solo se hai iniziato tu, sulla tua TV.
pairing-good-for = Il codice scade tra
page-good-for = La pagina si chiude tra
minutes-left = { $minutes } min
pairing-last-minute = meno di un minuto
pairing-no-code = Ancora nessun codice
pairing-code = Codice
pairing-qr = Codice QR per { $url }
pairing-qr-too-long = Questo indirizzo è troppo lungo per un codice QR.
pairing-code-spoken = Codice { $code }
spell-letter = { $letter } come { $word }
spell-hyphen = trattino
speech-code = Vai su { $url } con il telefono. Controlla che mostri questo codice: { $code }. Ripeto: { $code }. Poi approva.

notice-asked-for = Nuovo codice. Quello di prima non vale più.
notice-no-new-code = { $service } non ha dato un nuovo codice ({ $answer }). Questo vale ancora.
notice-expired = Nuovo codice. Quello di prima è scaduto.
notice-code-gone = Nuovo codice. { $service } ha annullato quello di prima.
notice-answer-lost = La tua approvazione non è arrivata. Approva di nuovo.
notice-opening-here = Apertura del browser su questo computer…
notice-opened-here = Aperto nel browser. Confronta lì il codice e approva.
notice-not-opened-here = Impossibile aprire un browser (xdg-utils). Usa il telefono.
notice-code-refused = { $service } non ha accettato quel codice. Prendine uno nuovo sulla sua pagina.
notice-client-not-kept = Impossibile salvare il file delle impostazioni. Funziona finché non esci.
notice-left-in-keyring = TV scollegata. La copia nel portachiavi bloccato sarà eliminata allo sblocco.

status-asking = Richiesta di un codice a { $service }
status-replacing = Richiesta di un nuovo codice. Questo vale ancora.
status-waiting = In attesa del telefono
status-approval = In attesa della tua approvazione
status-checked = In attesa del telefono. Ultimo controllo { $seconds } s fa
status-living = { $trouble }. Il codice vale ancora. Nuovo tentativo tra { $seconds } s
status-retry = { $trouble }. { retry-seconds }
status-retry-minutes = { $trouble }. { retry-minutes }
status-living-on = { $trouble }. Il codice vale ancora
status-goes-on = { $trouble }. { retry-fixed }
status-retrying = { $trouble }. Nuovo tentativo in corso
retry-seconds = Nuovo tentativo tra { $seconds } s
retry-minutes = Nuovo tentativo tra { $minutes } min
retry-fixed = Riprende appena è risolto

trouble-offline = Nessuna rete
trouble-dns = Impossibile trovare { $service }
trouble-unreachable = { $service } non risponde
trouble-timeout = { $service } è troppo lento
trouble-clock = La data di questo computer è sbagliata ({ $date })
trouble-expired = Il certificato di { $service } è scaduto prima del { $date }, la data di questo computer
trouble-tls = Nessuna connessione sicura
trouble-proxy = Il proxy { $proxy } ({ $variable }) non raggiunge { $service }
trouble-proxy-refused = Il proxy { $proxy } ({ $variable }) rifiuta il nome utente o la password
trouble-proxy-unusable = { $variable } non è l’indirizzo di un proxy
trouble-portal = Al posto di { $service } risponde la pagina di accesso di questa rete
trouble-foreign = Al posto di { $service } risponde qualcos’altro ({ $status })
trouble-busy = { $service } è molto occupato, controlli meno frequenti
trouble-user-limit = Il limite giornaliero del tuo account { $service } è esaurito
trouble-user-limit-until = Il limite giornaliero del tuo account { $service } è esaurito fino alle { $time }
trouble-app-limit = Il limite giornaliero dell’applicazione su { $service } è esaurito
trouble-app-limit-until = Il limite giornaliero dell’applicazione su { $service } è esaurito fino alle { $time }
trouble-client-blocked = { $service } al momento non accetta il client ID
trouble-down = { $service } ha un problema
trouble-malformed = { $service } ha dato una risposta imprevista

## Buttons

button-bigger = Ingrandisci QR
button-smaller = Riduci QR
button-show-qr = Mostra QR
button-check = Riprova
button-new = Nuovo codice
button-quit = Esci
button-stay = Annulla
button-done = Fine
button-add-person = Aggiungi una persona a { $service }
button-again = Riprova
button-pair-again = Accedi di nuovo
button-unpair = Scollega
button-not-you = Non sei tu? Scollega
button-keep = Annulla
button-unlock = Sblocca
button-pair-in-file = Accedi di nuovo
button-later = Non ora
button-more = Altro
button-stay-there = Lascia così
button-to-keyring = Sposta nel portachiavi
button-to-file = Sposta su file
button-demo = Guarda la demo
button-approve = Approva
button-services = Tutti i servizi
button-type = Digita il codice
button-open-here = Apri qui
button-in-browser = Usa il browser
button-open-again = Apri di nuovo
button-by-phone = Usa il telefono
button-by-code = Usa un codice
button-set-up = Configura di nuovo

button-kept = Accesso salvato
button-recipes = Usa in altre app
button-settings = Impostazioni
button-about = Informazioni
button-read = Leggi ad alta voce
button-close = Chiudi
button-remote = Prova il telecomando
button-picture = Dimensioni immagine
button-smaller-picture = Più piccola
button-larger-picture = Più grande
button-start-again = Riavvia

hint-ok = Seleziona
hint-ok-key = OK
hint-enter-key = Invio
hint-a-key = A
hint-cross-key = ×
hint-back = Indietro
hint-cancel = Annulla
hint-exit = Esci
hint-shrink = Riduci
hint-type = Digita
hint-twice = Premi due volte Indietro per uscire
hint-back-key = Indietro
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Indietro è disattivato in modalità kiosk

## What else there is

more-title = Altro
settings-title = Impostazioni
settings-body = Le modifiche valgono subito.
settings-language = Lingua
settings-language-about = La lingua sulla TV e nel terminale.
settings-text = Dimensioni testo
settings-text-about = Con Grande leggi anche da lontano tutto ciò che serve per accedere.
settings-theme = Tema
settings-theme-about = Scuro per la sera, chiaro per il giorno, oppure a contrasto elevato.
settings-motion = Animazioni
settings-motion-about = Anima schermate e pulsanti.
settings-sound = Suoni
settings-sound-about = Riproduce un suono quando l’accesso è riuscito.
settings-blanking = Spegnimento schermo
settings-blanking-about = Tieni accesa la TV mentre c’è un codice, oppure lascia che lo schermo si spenga.
settings-unattended = Nuovi codici automatici
settings-unattended-about = Quanti codici mostrare di seguito se non premi nessun tasto. Ognuno dura 15 minuti. Poi lo schermo va a riposo.
settings-store = Dove salvare l’accesso
settings-store-about = Dove salvare il tuo prossimo accesso. Quelli che ci sono già restano dove sono.
settings-swap = Tasti del gamepad
settings-swap-about = Decidi se si seleziona con A o con B.
settings-taught = Tasti personalizzati
settings-taught-about = Elimina i tasti che hai insegnato a Couchpin, se uno fa la cosa sbagliata.
choice-system = Come il sistema
choice-normal = Normale
choice-large = Grande
choice-dark = Scuro
choice-light = Chiaro
choice-contrast = Contrasto elevato
choice-on = Sì
choice-off = No
choice-awake = Resta acceso
choice-blank = Può spegnersi
choice-one-code = Un codice
choice-codes = { $count ->
    [one] { $count } codice
    [many] { $count } codici
   *[other] { $count } codici
}
choice-always = Senza limite
choice-automatic = Portachiavi, se sbloccato
choice-keyring = Portachiavi
choice-file = File privato
choice-a = Seleziona con A
choice-b = Seleziona con B
choice-keep-taught = Mantieni
choice-forget-taught = Elimina tutti
choice-needs-font = manca un font

about-title = Couchpin { $version }
about-body = Accedi ai tuoi servizi su questa TV con il telefono. Open source (MIT o Apache 2.0). Font: Inter, JetBrains Mono (OFL). Icone: Lucide (ISC).
more-body = Il telecomando non risponde? L’immagine è tagliata? Rimedia qui.

remote-title = Prova il telecomando
remote-body = Premi un tasto qualsiasi per vedere che cosa fa. Premi due volte Indietro per uscire.
remote-nothing = Ancora nessun tasto premuto
remote-code = codice { $code } ({ $hex })
remote-window = tastiera o telecomando
remote-closed = Impossibile leggere { $name } ({ $node })
remote-allow = Installa la regola udev di Couchpin (vedi README), poi ricollega il dispositivo.
teach-title = Nuovo tasto: { $code }
teach-body = Che cosa deve fare? Scegli con le frecce, poi premi ancora quel tasto.
not-kept = Funziona finché non esci, ma non è stato possibile salvarlo. { $why }.
not-kept-busy = Un altro programma sta scrivendo il file delle impostazioni
not-kept-mistake = Il file delle impostazioni ha un errore. Prima correggilo
not-kept-table = Il file delle impostazioni usa il nome { $name } per qualcos’altro
not-kept-exposed = Un altro utente può modificare il file delle impostazioni

name-up = Su
name-down = Giù
name-left = Sinistra
name-right = Destra
name-ok = OK
name-back = Indietro
name-menu = Menu
name-info = Info
name-play-pause = Play/Pausa
name-page-up = Pagina su
name-page-down = Pagina giù
name-digit = Cifra { $digit }
name-red = Rosso
name-green = Verde
name-yellow = Giallo
name-blue = Blu
name-other = nessuna funzione
name-unknown = sconosciuto

picture-title = Dimensioni immagine
picture-body = Premi Sinistra finché non vedi tutti e quattro gli angoli. Quando hai finito, premi OK.
picture-percent = { $size }%

## All services

home-title = I tuoi servizi
home-body = Scegli un servizio per accedere o gestirlo.
state-looking = …
state-not-set-up = Non configurato
state-not-paired = Accesso non eseguito
state-paired = Accesso eseguito come { $name }
state-paired-nameless = Accesso eseguito
state-attention = Richiede attenzione

## With a phone, by hand, or in a browser

page-scan = Inquadra il codice QR
page-number = Quando serve, digita questo numero
page-follow = Segui i passaggi sul telefono
page-allow = Sul telefono, consenti l’accesso e copia il codice
page-paste = Torna alla pagina di Couchpin e incollalo
page-connected = Telefono connesso
page-connected-title = La pagina è sul tuo telefono
page-connected-body = Un altro telefono? Premi “{ button-show-qr }”.
page-beware = Il telefono e la TV devono essere sulla stessa rete.
page-spoken = Numero { $code }
page-qr = Codice QR per la pagina sul telefono
page-opened = La pagina è aperta su un telefono
page-wrong = Numero sbagliato, tentativo { $count } di { $most }
set-up-title = Configura { $service }
set-up-step = Passaggio { $step } di { $count }
typing-scan = Inquadra il codice QR e consenti l’accesso
typing-shown = Poi { $service } mostra { $length } caratteri
typing-type = Digita qui il codice
typing-switched-off = La pagina per il telefono è disattivata nelle impostazioni.
typing-no-network = Questa TV non è su una rete raggiungibile dal telefono.
typing-public-address = Questa TV ha un indirizzo pubblico. Vedi phone_page nelle impostazioni.
typing-no-page = Impossibile aprire la pagina per il telefono.
typing-qr = Codice QR per { $service }
browser-title = Continua nel browser
browser-body = Consenti l’accesso su { $service }. Vedi invece un errore? { $application }
exchange-title = Accesso in corso
exchange-body = Completamento dell’accesso a { $service }…

keyboard-title = Digita il codice di { $service }
keyboard-count = { $count } di { $length }
keyboard-capital = { $letter } maiuscola
keyboard-hyphen = trattino
keyboard-underscore = trattino basso
keyboard-case-spoken = maiuscole o minuscole
keyboard-delete = Cancella
keyboard-clear = Svuota
keyboard-send = Invia
typed-empty = Non hai ancora digitato nulla.
typed-cut = Solo { $count } di { $length } caratteri. Forse il codice è stato tagliato a un trattino.
typed-short = Solo { $count } di { $length } caratteri.

## Results

starting-title = Un momento
storing-title = Approvato
storing-body = Salvataggio dell’accesso…
forgetting-title = Scollegamento in corso

paired-as = Accesso eseguito come { $name }
paired-nameless = Accesso eseguito su questa TV
paired-ready = { $service } è pronto su questa TV. Kodi e altre app possono già usarlo.
paired-stored-keyring = Salvato nel portachiavi · Gestisci su { $url }
paired-stored-file = Salvato in un file privato · Gestisci su { $url }
paired-stored-demo = Demo, sparisce quando esci
paired-file-why = Il portachiavi non è stato usato. { $why }.
paired-checking = Verifica con { $service }…
paired-delayed = Non ancora verificato. { $trouble }.
paired-unknown = { $service } non ha detto di chi è l’account.
paired-moved = { $service } si è spostato su { $url }. Scrivi questo indirizzo nel file delle impostazioni.
paired-scope = Per { $service } questo accesso non ha i permessi necessari. Accedi di nuovo.
paired-old-token = { $service } richiede un accesso di tipo più recente. Accedi di nuovo con una nuova applicazione.
paired-instead = Questo account è diverso da quello di prima ({ $name }).
paired-ends = { $service } abbandonerà questo tipo di accesso verso aprile 2027. Prima di allora, registra una nuova applicazione e accedi di nuovo.
paired-ends-set-up = { $service } abbandonerà questo tipo di accesso verso aprile 2027. Prima di allora, scegli “{ button-set-up }” in “{ button-more }”.
paired-limited = { $service } ha concesso meno permessi di quelli richiesti. Alcune app potrebbero solo leggere.
paired-cannot-forget = Impossibile scollegare la TV. { $why }.
paired-cannot-move = Impossibile spostare l’accesso. { $why }.
paired-client-not-kept = Impossibile salvare il client ID nel file delle impostazioni. La prossima volta servirà di nuovo.
recipes-title = Usa il tuo accesso
recipes-body = Esegui questi comandi su questo computer. Passano l’accesso a Kodi, a mpv e ai tuoi script.

unpair-title = Scollegare la TV da { $service }?
unpair-body = Le app su questo computer perdono l’accesso. Per rimuovere la TV anche dal tuo account, vai su { $url }.
signed-out-title = TV scollegata da { $service }
signed-out-body = Per rimuovere la TV anche dal tuo account, vai su { $url }.

quit-title = Uscire da Couchpin?
leave-title = Interrompere questo accesso?
quit-body = Il codice non varrà più.
quit-body-storing = L’accesso non è ancora salvato. Se esci ora, va perso.
quit-body-page = La pagina sul telefono si chiuderà.
quit-body-plain = Puoi tornare quando vuoi.

resting-title = Premi un tasto qualsiasi per un nuovo codice
resting-body = In pausa, perché da un po’ non hai premuto nessun tasto.

## What a person must mend

cannot-store-title = Approvato, ma non salvato
cannot-store-body = { $why }. L’accesso è solo in memoria. Lascia tutto acceso e riprova.
unreadable-title = Impossibile leggere l’accesso salvato
unreadable-body = { $why }. Riprova. Se il problema continua, accedi di nuovo.
store-locked = Il portachiavi è bloccato
keyring-silent = Il portachiavi non risponde
keyring-slow = Il portachiavi è troppo lento
keyring-no-bus = Non c’è un bus di sessione
keyring-bus-failed = Il bus di sessione non è utilizzabile
keyring-no-service = Nessun servizio portachiavi è in esecuzione
keyring-not-started = Il servizio portachiavi non si è avviato
keyring-no-default = Non c’è un portachiavi predefinito
keyring-several = Il portachiavi ha più voci per questo accesso
keyring-not-kept = Il portachiavi non ha salvato ciò che ha ricevuto
keyring-too-long = L’accesso è troppo lungo per il portachiavi
keyring-failed = Il portachiavi segnala un errore
store-link = { $path } è un collegamento simbolico
store-not-a-file = { $path } non è un file normale
store-anothers = { $path } appartiene a un altro utente. Riassegnalo a questo o eliminalo
store-damaged = Era danneggiato. Una copia è in { $path }
store-unclear = Era danneggiato
store-version = È stato scritto da un’altra versione di Couchpin. Aggiorna Couchpin o accedi di nuovo
store-other-service = È l’accesso di un altro servizio ({ $service })
store-not-written = Impossibile scrivere { $path }. { $why }
store-not-read = Impossibile leggere { $path }. { $why }
store-not-removed = Impossibile eliminare { $path }. { $why }
store-not-set-aside = Impossibile mettere da parte { $path }. { $why }
store-not-opened = Impossibile aprire { $path }. { $why }
store-in-use = Un altro Couchpin sta modificando l’accesso
store-empty = Accesso non eseguito
store-no-answer = L’archivio non risponde
system-disk-full = Il disco è pieno
system-read-only = Il disco è di sola lettura
system-no-permission = Permesso negato
system-missing = Il file o la cartella non esiste
system-in-the-way = Al suo posto c’è un altro file o un’altra cartella
system-not-a-file = Non è un file normale
system-too-large = Il file è troppo grande
system-too-many-files = Ci sono troppi file aperti
system-disk-failed = Il disco è difettoso
system-timeout = Ci è voluto troppo tempo
system-other = Il sistema segnala l’errore { $number }
system-unknown = Il sistema non indica il motivo
locked-title = Il portachiavi è bloccato
locked-body = Hai già eseguito l’accesso, ma il portachiavi in cui è salvato è bloccato. Per sbloccarlo potrebbe servirti una tastiera.
absent-title = Portachiavi non trovato
absent-body = Hai già eseguito l’accesso, ma è salvato nel portachiavi. { $why }.
keep-title = Accesso salvato
keep-in-file = È in un file privato che solo tu puoi leggere. Non è crittografato.
keep-in-keyring = È nel portachiavi di questo computer. I programmi possono leggerlo solo mentre il portachiavi è sbloccato.
denied-title = Rifiutato sul telefono
denied-body = Se è stato un errore, richiedi un nuovo codice.
refused-title = { $service } ha scollegato questa TV
refused-body = L’accesso a { $service } è stato revocato. Accedi di nuovo per continuare.
refused-body-name = L’accesso di { $name } a { $service } è stato revocato. Accedi di nuovo per continuare.
rejected-title = { $service } ha rifiutato la richiesta
rejected-client-title = { $service } non conosce questo client ID
rejected-body = Riprova più tardi.
rejected-client-body = Controlla il client ID in { $source } o configuralo di nuovo.
rejected-blocked-title = { $service } non accetta questo client ID
rejected-blocked-body = L’ID è sbagliato, oppure { $service } lo ha sospeso per un po’. Controllalo in { $source } o riprova più tardi.
rejected-answer = { $flow }: risposta { $answer }
details-answer = { $service } ha risposto { $error }
flow-pin = Accesso con PIN
flow-device = Accesso del dispositivo
no-client-title = Serve un client ID
no-client-body = Crea un’applicazione su { $url } (tipo: “Mobile, desktop & browser apps”; redirect URI: { $redirect }), scrivi il suo client ID in { $file } e riavvia Couchpin:
no-client-plain-body = Crea un’applicazione su { $url }, scrivi il suo client ID in { $file } e riavvia Couchpin:
no-client-phone-body = Crea un’applicazione su { $url } (tipo: “Mobile, desktop & browser apps”; redirect URI: { $redirect }) e invia il suo client ID dal telefono. Oppure scrivilo in { $file } e riavvia Couchpin:
application-mobile = L’applicazione deve essere di tipo “Mobile, desktop & browser apps” e avere esattamente questo redirect URI:
application-redirect = L’applicazione deve avere esattamente questo redirect URI:
application-types = Il tipo non si può cambiare in seguito. “TV, devices & command line” funziona solo con i codici. “Server apps & services” richiede anche il suo client secret.
no-application-title = Prima configura { $service }
no-application-body = Crea un’applicazione su { $url }, scrivi il suo client ID e il suo client secret in { $file } e riavvia Couchpin:
wrong-application-title = Client ID o client secret sbagliato
wrong-application-body = Configura di nuovo, oppure correggi il client ID in { $source }.
lacks-secret-title = Questa applicazione richiede il client secret
lacks-secret-body = Il client ID è giusto, ma questa applicazione ha anche un client secret (tipo: “Server apps & services”). Configurala di nuovo con il client secret, oppure creane una di tipo “Mobile, desktop & browser apps”, che non ne ha.
moved-title = { $service } ha cambiato indirizzo
moved-body = Ora è su { $url }. Lì non è stato inviato nulla. Scrivi il nuovo indirizzo in { $file } e riavvia Couchpin:
metadata-title = Issuer sbagliato nelle impostazioni
metadata-body = I dati pubblicati da { $issuer } sono di un altro issuer, oppure manca un indirizzo. Controlla issuer in { $file }.
missing-body = Couchpin ha inviato a { $service } una richiesta incompleta. Segnala il problema.
time-over-title = Tempo scaduto
time-over-body = Hai 30 minuti. Riprova quando vuoi.
time-over-browser-body = Nessuna risposta dal browser entro 5 minuti. Riprova. { $application }
page-closed-title = Troppi numeri sbagliati
page-closed-body = La pagina è stata chiusa per proteggere il tuo account. Ricomincia per avere un nuovo numero.
not-allowed-title = Accesso non consentito
not-allowed-body = Se è stato un errore, riprova.
other-issuer-title = La risposta non viene da { $service }
other-issuer-body = Non è stato usato nulla. Riprova.
page-refused-body = Controlla il client ID. { $application }
redirect-refused-title = { $service } non conosce il redirect URI
redirect-refused-body = { $application }
refused-code-title = { $service } non ha accettato l’accesso
refused-code-body = L’accesso ha richiesto troppo tempo o è già stato usato. Accedi di nuovo.
lost-code-title = L’accesso è andato perso
lost-code-body = { $trouble }. Un accesso si può usare una sola volta. Accedi di nuovo.
port-taken-title = La porta { $port } è occupata
port-taken-body = La usa un altro programma su questo computer. Chiudilo, oppure imposta un altro redirect_port in { $file } e registra il suo indirizzo su { $service }:
no-browser-title = Impossibile aprire un browser
no-browser-body = Installa un browser e xdg-utils, oppure usa il telefono.
cannot-begin-title = Impossibile iniziare l’accesso
cannot-begin-body = { $why }. Riprova.
unexpected-title = Un errore di Couchpin ha interrotto l’accesso
unexpected-body = Ricomincia tra un minuto, oppure appena scegli “{ button-again }”.
config-title = Errore nel file delle impostazioni
config-no-home = Questo computer non ha una cartella home per impostazioni e accessi. HOME non è impostata.
config-unreadable = Impossibile leggere { $file }. { $why }.
config-unreadable-from = Impossibile leggere { $file }, indicato da { $source }. { $why }.
config-exposed-owner = { $file } imposta { $setting }, ma appartiene a un altro utente. Deve appartenere a te o a root.
config-exposed-mode = { $file } imposta { $setting }, ma altri utenti possono modificarlo. Impediscilo con { $command }.
config-line = In { $file } la riga { $line } è sconosciuta o sbagliata. Esegui couchpin status per sapere che cosa è previsto.
config-value = { $name } in { $source } è sbagliato. { $expected }.
config-variable = { $source } è sbagliato. { $expected }.
config-no-certificates = Questo computer non ha certificati per le connessioni sicure. Installa ca-certificates.
config-no-client = Questo computer non può creare connessioni sicure.
expected-text = Previsto: testo in UTF-8
expected-word = Previsto: lettere e cifre senza spazi
expected-name = Previsto: un nome di lettere semplici, cifre e segni
expected-address = Previsto: un indirizzo con https:// e senza nome o password al suo interno
expected-one-of = Previsto: { $words }
expected-phone-page = Previsto: true, false o l’unico indirizzo su cui ascoltare, per esempio 192.168.1.20
expected-one-address = Previsto: l’unico indirizzo di questo computer raggiungibile dal telefono, per esempio 192.168.1.20
source-built-in = questa versione di couchpin

demo-banner = Demo. Non viene salvato nulla.
demo-play = Premi “{ button-approve }” per fare la parte del telefono.

## In a terminal

terminal-title = Accedi a { $service }
terminal-code = Codice: { $code } (scade tra { $time })
terminal-open = Vai su: { $url }
terminal-link = Oppure, con il codice già incluso: { $url }
terminal-approve = Approva sul telefono.
terminal-beware = Solo se hai iniziato tu.
terminal-good-for = Scade tra { $time }
terminal-storing = Approvato. Salvataggio dell’accesso…
terminal-cannot-store = Approvato, ma non salvato. { $why }. L’accesso è solo in memoria e verrà salvato appena il problema è risolto. Lascia aperto il programma.
terminal-not-stored = Approvato, ma non salvato. { $why }. Una volta risolto il problema, accedi di nuovo: { $pair }
terminal-checking = Accesso eseguito. Verifica con { $service }…
terminal-paired = Accesso eseguito come { $name }, salvato in: { $place }
terminal-paired-nameless = Accesso eseguito, salvato in: { $place }
terminal-already = Accesso già eseguito come { $name }, salvato in: { $place }. Per accedere di nuovo: { $pair } --again
terminal-already-nameless = Accesso già eseguito, salvato in: { $place }. Per accedere di nuovo: { $pair } --again
terminal-keyring = portachiavi di questo computer
terminal-demo = cartella di una demo
terminal-hook = Esecuzione di on_paired…
terminal-interrupted = interrotto, accesso non eseguito
terminal-refused = { $service } non accetta più l’accesso salvato. Accedi di nuovo
terminal-unreadable = impossibile leggere l’accesso salvato. { $why }. Per accedere di nuovo: { $pair } --again
terminal-resting = nessuna approvazione in tempo. Per un nuovo codice: { $pair }
terminal-denied = rifiutato sul telefono. Se è stato un errore: { $pair }
terminal-no-client = nessun client ID di { $service }. Creane uno su { $url } (tipo: “Mobile, desktop & browser apps”; redirect URI: { $redirect }) e scrivilo in { $file }:
terminal-no-client-plain = nessun client ID di { $service }. Creane uno su { $url } e scrivilo in { $file }:
terminal-rejected-client = { $service } non conosce questo client ID. { $answers }. Correggilo in { $source }
terminal-rejected-blocked = { $service } non accetta questo client ID. { $answers }. L’ID è sbagliato, oppure { $service } lo ha sospeso per un po’. Controllalo in { $source } o riprova più tardi
terminal-rejected = { $service } ha rifiutato la richiesta. { $answers }

terminal-phone = Con il telefono: { $url }
terminal-number = Quando serve, digita questo numero: { $number }
terminal-follow = Segui i passaggi sul telefono.
terminal-network = Il telefono e il computer devono essere sulla stessa rete.
terminal-consent = Oppure vai su { $url }
terminal-paste = Poi incolla qui il codice e premi Invio.
terminal-or-paste = Oppure incolla qui il codice e premi Invio.
terminal-typed = Non è il codice giusto. { $why }
terminal-no-application = prima configura { $service }. Crea un’applicazione su { $url } e scrivi il suo client ID e il suo client secret in { $file }:
terminal-set-up = Oppure crea un’applicazione su { $url }, scrivi il suo client ID e il suo client secret in { $file } e riavvia.
terminal-paste-client = Oppure incolla qui il client ID e premi Invio.
terminal-paste-secret = Ora incolla il client secret e premi Invio.
terminal-client-saved = Salvato in { $file }.
terminal-wrong-application = client ID o client secret sbagliato. { $service } ha risposto { $error }. Correggi il client ID in { $source }
terminal-lacks-secret = l’applicazione richiede il client secret. { $service } ha risposto { $error }. Il client ID è giusto, ma questa applicazione ha anche un client secret (tipo: “Server apps & services”). Scrivi client_secret in { $file }, oppure crea un’applicazione di tipo “Mobile, desktop & browser apps”, che non ne ha

## On the page for a phone

phone-code-title = Accedi a { $service }
phone-code-consent = Apri { $service } e consenti l’accesso. Ti mostrerà un codice.
phone-code-paste = Copia tutto il codice e incollalo qui
phone-client-title = Configura { $service }
phone-client-register = Su { $service } tocca “Crea” in alto. Nome: { $name }. Redirect URI: tocca l’indirizzo suggerito sotto il campo. Poi salva.
phone-client-age = Il tuo account { $service } deve avere almeno un giorno.
phone-client-type = Su { $service } crea un’applicazione. Tipo: “Mobile, desktop & browser apps”. Redirect URI:
phone-client-create = Su { $service } crea un’applicazione.
phone-client-paste = Poi copia ciò che { $service } ti mostra
phone-client-hold = Tieni premuto per copiare
phone-client-id = Client ID
phone-client-secret = Client secret
phone-client-secret-optional = Client secret, se l’applicazione ne ha uno
phone-open = Apri { $service }
phone-number = Numero sulla TV
phone-send = Invia alla TV
phone-fault-digits = Digita le quattro cifre che vedi sulla TV.
phone-fault-number = { $left ->
    [one] Non è il numero sulla TV. Ti resta un tentativo.
    [many] Non è il numero sulla TV. Ti restano { $left } tentativi.
   *[other] Non è il numero sulla TV. Ti restano { $left } tentativi.
}
phone-fault-missing = Compila tutti i campi.
phone-fault-cut = Manca una parte del codice. Selezionalo tutto, trattini compresi, e copialo di nuovo.
phone-fault-strange = Non sembra il codice di { $service }. Copialo di nuovo.
phone-fault-same = Client ID e client secret sono lo stesso testo. Copiali uno alla volta.
phone-fault-refused = { $service } non lo ha accettato. Riprova.
phone-taken-title = Inviato alla TV
phone-taken-body = Questa pagina si aggiorna tra un attimo.
phone-done-title = Fatto
phone-done-body = La TV ha eseguito l’accesso a { $service }. Puoi chiudere questa pagina.
phone-set-up-body = { $service } è configurato sulla TV.
phone-continue = Continua su { $service }
phone-continue-code = { $service } e la TV devono mostrare questo codice
phone-step = Passaggio { $step } di { $count }
phone-failed-title = Non ha funzionato
phone-failed-body = Sulla TV vedi che cosa fare.
phone-closed-title = Troppi numeri sbagliati
phone-closed-body = Ricomincia sulla TV e inquadra il nuovo codice QR.
phone-over-title = Tempo scaduto
phone-over-body = Ricomincia sulla TV e inquadra il nuovo codice QR.

## In a browser on this computer

redirect-title = Torna alla TV
redirect-body = { $service } ha risposto. Puoi chiudere questa pagina.
redirect-denied-title = Nessun accesso
redirect-denied-body = { $service } non ha consentito l’accesso. Chiudi questa pagina. Couchpin ti mostra che cosa fare.
redirect-issuer-body = Non è stato usato nulla. Chiudi questa pagina. Couchpin ti mostra che cosa fare.
redirect-unexpected-title = Questo accesso non viene da Couchpin
redirect-unexpected-body = Chiudi questa pagina e continua in quella aperta da Couchpin.
redirect-used-title = Questo link è già stato usato
redirect-used-body = Funziona una sola volta. Chiudi questa pagina e ricomincia l’accesso sulla TV.
