# What a person reads on the television, in Italian.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Associa questa TV a { $service }
pairing-open = Inquadra il QR o apri { $url } sul telefono
pairing-open-short = Inquadra il QR o apri { $url }
pairing-open-here = Apri { $url } su questo computer
pairing-check = Controlla che il telefono mostri
pairing-check-here = Controlla che la pagina mostri
pairing-approve = Approva. Questa schermata cambia da sola.
pairing-beware = Approva solo se stai guardando questo schermo.
pairing-good-for = Scade tra
pairing-last-minute = meno di un minuto
pairing-no-code = Ancora nessun codice
pairing-code = Codice
pairing-qr = Codice QR per { $url }
pairing-qr-too-long = Questo indirizzo è troppo lungo per un codice QR.
pairing-code-spoken = Codice { $code }
spell-letter = { $letter } come { $word }
spell-hyphen = trattino
speech-code = Apri { $url } sul telefono. Controlla che mostri questo codice: { $code }. Ripeto: { $code }. Poi approva.

notice-asked-for = Questo è un nuovo codice. Il precedente non vale più.
notice-no-new-code = { $service } non ha dato un nuovo codice ({ $answer }). Questo vale ancora.
notice-expired = Questo è un nuovo codice: il precedente è scaduto.
notice-code-gone = Questo è un nuovo codice: { $service } non riconosceva più il precedente.
notice-answer-lost = Approvato, ma la risposta è andata persa: approva di nuovo.
notice-opening-here = Apertura di un browser su questo computer …
notice-opened-here = Aperto nel browser di questo computer. Confronta lì il codice e approva.
notice-not-opened-here = Qui non si è aperto nessun browser (xdg-utils). Usa il telefono.
notice-code-refused = { $service } non ha accettato questo codice. La sua pagina te ne mostra un altro.
notice-client-not-kept = Le impostazioni non hanno salvato questa applicazione: vale finché non esci.
notice-unpaired = Questa TV è dissociata.
notice-left-in-keyring = Dissociata. La copia nel portachiavi bloccato sparirà allo sblocco.

status-asking = Richiesta del codice a { $service }
status-replacing = Richiesta di un altro codice. Fino ad allora vale questo.
status-waiting = In attesa del telefono
status-checked = In attesa del telefono. Ultimo controllo { $seconds } s fa
status-living = { $trouble }. Il codice resta valido; nuovo tentativo tra { $seconds } s
status-retry = { $trouble }. Nuovo tentativo tra { $seconds } s
status-retry-minutes = { $trouble }. Nuovo tentativo tra { $minutes } min
status-living-on = { $trouble }. Il codice resta valido
status-goes-on = { $trouble }. Poi prosegue da solo
status-retrying = { $trouble }. Nuovo tentativo in corso

trouble-offline = Rete non disponibile
trouble-dns = Impossibile trovare { $service }
trouble-unreachable = { $service } non risponde
trouble-timeout = { $service } risponde troppo lentamente
trouble-clock = L’orologio di questo computer è sbagliato ({ $date })
trouble-expired = Il certificato di { $service } è scaduto prima del { $date }, la data di questo computer
trouble-tls = La connessione non è sicura
trouble-proxy = Il proxy { $proxy } ({ $variable }) non si collega a { $service }
trouble-proxy-refused = Il proxy { $proxy } ({ $variable }) chiede altre credenziali
trouble-proxy-unusable = { $variable } non contiene l’indirizzo di un proxy
trouble-portal = Un’altra pagina risponde al posto di { $service }
trouble-foreign = Qualcos’altro risponde al posto di { $service } ({ $status })
trouble-busy = { $service } ha molto traffico, controlli ridotti
trouble-user-limit = Il limite giornaliero del tuo account { $service } è raggiunto
trouble-user-limit-until = Il limite giornaliero del tuo account { $service } è raggiunto fino alle { $time }
trouble-app-limit = Il limite giornaliero dell’applicazione su { $service } è raggiunto
trouble-app-limit-until = Il limite giornaliero dell’applicazione su { $service } è raggiunto fino alle { $time }
trouble-client-blocked = { $service } per ora non accetta il client ID
trouble-down = { $service } ha un problema
trouble-malformed = Risposta incomprensibile da { $service }

## Buttons

button-bigger = QR più grande
button-smaller = QR più piccolo
button-check = Controlla ora
button-new = Nuovo codice
button-quit = Esci
button-stay = Resta
button-done = Fine
button-again = Riprova
button-pair-again = Associa di nuovo
button-unpair = Dissocia
button-not-you = Non sei tu? Dissocia
button-keep = Mantieni
button-unlock = Sblocca
button-pair-in-file = Riassocia con un file
button-later = Più tardi
button-more = Altro
button-stay-there = Lascia lì
button-to-keyring = Sposta nel portachiavi
button-to-file = Sposta in file privato
button-demo = Guarda la demo
button-approve = Demo: approva
button-services = Tutti i servizi
button-type = Scrivi il codice
button-open-here = Apri qui
button-in-browser = Usa un browser qui
button-open-again = Apri di nuovo
button-by-phone = Usa il telefono
button-by-code = Usa un codice
button-set-up = Configura di nuovo

button-kept = Dove è salvato l’accesso
button-settings = Impostazioni
button-about = Informazioni
button-read = Leggi ad alta voce
button-close = Chiudi
button-remote = Prova il telecomando
button-picture = Dimensioni immagine
button-smaller-picture = Più piccola
button-larger-picture = Più grande
button-start-over = Ricomincia
button-swap = Scambia A e B
button-forget-taught = Elimina tasti salvati
button-start-again = Riavvia

hint-ok = scegli
hint-ok-key = OK
hint-enter-key = Invio
hint-a-key = A
hint-cross-key = ×
hint-back = esci
hint-back-key = Indietro
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Qui Indietro è inattivo

## What else there is

more-title = Altro
settings-title = Impostazioni
settings-body = Le tue scelte valgono subito e vengono salvate.
settings-language = Lingua
settings-language-about = La lingua di questa schermata e di couchpin nel terminale.
settings-text = Dimensioni testo
settings-text-about = Con Grande, ciò che serve per l’associazione appare in caratteri adatti a chi vede poco o a una TV piccola.
settings-theme = Tema
settings-theme-about = Scuro per la sera, chiaro per il giorno, oppure con il massimo contrasto.
settings-motion = Animazioni
settings-motion-about = Se la cornice attorno a un pulsante scorre fino a quello successivo.
settings-blanking = Mentre c’è un codice
settings-blanking-about = Se lo schermo della TV può spegnersi prima che tu abbia approvato.
settings-unattended = Codici consecutivi
settings-unattended-about = Quanti codici arrivano da soli, uno ogni quarto d’ora, se nessuno preme un tasto. Poi questa schermata va a riposo.
settings-store = Dove salvare l’accesso
settings-store-about = Dove verrà salvato il prossimo accesso. Ciò che è già associato resta dov’è.
choice-system = Come il sistema
choice-normal = Normale
choice-large = Grande
choice-dark = Scuro
choice-light = Chiaro
choice-contrast = Contrasto elevato
choice-gliding = Fluide
choice-still = Nessuna
choice-awake = Resta acceso
choice-blank = Può spegnersi
choice-one-code = Un codice
choice-codes = { $count ->
    [one] { $count } codice
    [many] { $count } codici
   *[other] { $count } codici
}
choice-always = Sempre uno nuovo
choice-automatic = Portachiavi, se aperto
choice-keyring = Portachiavi
choice-file = File privato

about-title = Couchpin { $version }
about-body = Fa accedere questa TV ai tuoi servizi, comodamente dal divano. Software libero con licenze MIT e Apache 2.0, con i caratteri Inter e JetBrains Mono (SIL Open Font License).
more-body = Se un tasto del telecomando non fa nulla o un bordo dell’immagine non si vede, puoi rimediare qui.

remote-title = Prova il telecomando
remote-body = Premi ogni tasto una volta. Sotto vedrai che cosa fa qui, il suo codice e da dove arriva.
remote-nothing = Nessun tasto premuto finora
remote-code = codice { $code } ({ $hex })
remote-window = tastiera o telecomando
remote-closed = Lettura non consentita: { $name } ({ $node })
remote-allow = Per consentirla, installa la regola udev di couchpin (vedi README) e ricollega il dispositivo.
teach-title = Il tasto { $code } non è ancora noto
teach-body = Che cosa deve fare? Raggiungi la funzione con le frecce, poi premi di nuovo lo stesso tasto. Indietro lascia tutto com’è.
not-kept = Vale finché non esci, ma non è stato possibile salvare: { $why }.
not-kept-busy = Un altro programma sta scrivendo il file delle impostazioni
not-kept-mistake = Il file delle impostazioni ha un errore da correggere prima
not-kept-table = Nel file delle impostazioni il nome { $name } è già occupato
not-kept-exposed = Un altro utente può modificare il file delle impostazioni

name-up = Su
name-down = Giù
name-left = Sinistra
name-right = Destra
name-ok = OK
name-back = Indietro
name-menu = Menu
name-info = Info
name-play-pause = Riproduci/Pausa
name-page-up = Pagina su
name-page-down = Pagina giù
name-digit = Numero { $digit }
name-red = Rosso
name-green = Verde
name-yellow = Giallo
name-blue = Blu
name-other = nessuna funzione
name-unknown = sconosciuto

picture-title = Dimensioni immagine
picture-body = Ingrandisci finché i quattro angoli toccano appena i bordi della TV. Così non si nasconde nulla e non si spreca spazio.
picture-percent = { $size }%

## All services

home-title = I tuoi servizi
home-body = Scegli un servizio per vedere il suo accesso o per accedere.
state-looking = …
state-not-set-up = Non configurato
state-not-paired = Non associato
state-paired = Associato come { $name }
state-paired-nameless = Associato
state-attention = Richiede attenzione

## With a phone, by hand, or in a browser

page-scan = Inquadra il codice con il telefono
page-number = Scrivi lì questo numero
page-follow = Segui la pagina. Questa schermata cambia da sola.
page-beware = Telefono e TV devono usare la stessa rete.
page-spoken = Numero { $code }
page-qr = Codice QR per la pagina sul telefono
page-opened = Pagina aperta su un telefono
page-wrong = Numeri sbagliati: { $count } su { $most }. Poi la pagina si chiude
set-up-title = Configura { $service } su questa TV
typing-scan = Inquadra il QR e consenti l’accesso
typing-shown = Poi { $service } mostra { $length } caratteri
typing-type = Scrivili qui
typing-switched-off = Le impostazioni vietano la pagina per telefono.
typing-no-network = Questa TV non è su una rete accessibile a un telefono.
typing-public-address = Indirizzo pubblico: vedi phone_page nelle impostazioni.
typing-no-page = Impossibile aprire la pagina per il telefono.
typing-qr = Codice QR per { $service }
browser-title = Continua nel browser
browser-body = { $service } ti chiede conferma lì. Questa schermata andrà avanti da sola. Mostra invece un errore? { $application }
exchange-title = Accesso in corso
exchange-body = Ricezione dell’accesso da { $service }…

keyboard-title = Scrivi il codice
keyboard-count = { $count } di { $length }
keyboard-capital = { $letter } maiuscola
keyboard-hyphen = trattino
keyboard-underscore = trattino basso
keyboard-case = Aa
keyboard-case-spoken = maiuscole o minuscole
keyboard-delete = Cancella
keyboard-send = Invia
typed-empty = Non hai ancora scritto nulla.
typed-cut = Solo { $count } di { $length } caratteri: forse il codice è stato tagliato a un trattino.
typed-short = Solo { $count } di { $length } caratteri.

## Results

starting-title = Un momento
storing-title = Approvato
storing-body = Salvataggio sicuro dell’accesso…
forgetting-title = Dissociazione in corso

paired-as = Accesso eseguito come { $name }
paired-nameless = Questa TV è associata
paired-keyring = { $service } · salvato nel portachiavi di questo computer
paired-file = { $service } · salvato in un file privato: { $path }
paired-file-why = Il portachiavi non è stato usato. { $why }.
paired-demo = { $service } · una demo: sarà dimenticata all’uscita
paired-checking = Verifica con { $service } se l’accesso è ancora valido…
paired-delayed = { $trouble }: non è stato ancora possibile verificare l’accesso.
paired-unknown = { $service } non ha saputo dire di chi è l’accesso.
paired-moved = { $service } si trova ora su { $url }: scrivi questo indirizzo nel file delle impostazioni.
paired-scope = { $service } dice che questo accesso non lo permette: associa di nuovo.
paired-old-token = { $service } richiede un accesso del nuovo tipo: associa di nuovo con una nuova applicazione.
paired-instead = Questo account non è quello di prima ({ $name }).
paired-ends = { $service } chiuderà questo tipo di accesso verso aprile 2027. Prima di allora registra una nuova applicazione e associa di nuovo.
paired-ends-set-up = { $service } chiuderà questo tipo di accesso verso aprile 2027. Prima di allora scegli «{ button-set-up }» in «{ button-more }».
paired-limited = { $service } ha concesso meno del richiesto: alcuni programmi potranno solo leggere.
paired-cannot-forget = Non è stato possibile eliminare l’accesso. { $why }.
paired-cannot-move = L’accesso resta dov’è. { $why }.
paired-client-not-kept = Le impostazioni non hanno salvato questa applicazione: la prossima volta couchpin non la conoscerà.
paired-end = Puoi revocare l’accesso di questa TV in qualsiasi momento: { $url }

unpair-title = Dissociare questa TV?
unpair-body = L’accesso salvato su questo computer verrà eliminato e i programmi che lo usano non lo avranno più. { $service } potrebbe ancora elencarlo finché non lo revochi su { $url }.

quit-title = Uscire da couchpin?
leave-title = Abbandonare questo accesso?
quit-body = Se esci, nessuno si accorgerà della tua approvazione. Il codice andrà perso.
quit-body-storing = L’accesso non è ancora salvato. Se esci ora, andrà perso.
quit-body-page = Se esci, nessuno aspetterà più la tua risposta.
quit-body-plain = Torna quando vuoi.

resting-title = Premi un tasto per un nuovo codice
resting-body = Da un po’ non c’è nessuno, quindi questa schermata ha smesso di interrogare { $service }.

## What a person must mend

cannot-store-title = Approvato, ma non salvato
cannot-store-body = { $why }. L’accesso è solo in memoria: lascia tutto acceso e riprova.
unreadable-title = Impossibile leggere l’accesso salvato
unreadable-body = { $why }.
store-locked = Il portachiavi è bloccato
keyring-silent = Il portachiavi non risponde
keyring-slow = Il portachiavi risponde troppo lentamente
keyring-no-bus = Non c’è un bus di sessione
keyring-bus-failed = Il bus di sessione non è utilizzabile
keyring-no-service = Nessun servizio portachiavi è in esecuzione
keyring-not-started = Il servizio portachiavi non si è avviato
keyring-no-default = Non c’è un portachiavi predefinito
keyring-several = Il portachiavi ha più voci per questo accesso
keyring-not-kept = Il portachiavi non ha conservato ciò che ha ricevuto
keyring-too-long = Il portachiavi non accetta un accesso così lungo
keyring-failed = Il portachiavi segnala un errore
store-link = { $path } è un collegamento simbolico
store-not-a-file = { $path } non è un file normale
store-anothers = { $path } appartiene a un altro utente: riassegnalo a questo o rimuovilo
store-damaged = Non è comprensibile ed è stato conservato come { $path }
store-unclear = Non è comprensibile
store-version = È stato scritto da un’altra versione di Couchpin: aggiorna Couchpin o associa di nuovo
store-other-service = È l’accesso di un altro servizio ({ $service })
store-not-written = Impossibile scrivere { $path }. { $why }
store-not-read = Impossibile leggere { $path }. { $why }
store-not-removed = Impossibile rimuovere { $path }. { $why }
store-not-set-aside = Impossibile mettere da parte { $path }. { $why }
store-not-opened = Impossibile aprire { $path }. { $why }
store-in-use = Un altro Couchpin sta modificando l’accesso
store-empty = Non è associato nulla
store-no-answer = L’archivio non risponde
system-disk-full = Il disco è pieno
system-read-only = Il disco è di sola lettura
system-no-permission = Manca l’autorizzazione
system-missing = Il file o la cartella non esiste
system-in-the-way = Un altro file o un’altra cartella occupa il posto
system-not-a-file = Non è un file normale
system-too-large = Il file è troppo grande
system-too-many-files = Ci sono troppi file aperti
system-disk-failed = Il disco è difettoso
system-timeout = C’è voluto troppo tempo
system-other = Il sistema segnala l’errore { $number }
system-unknown = Il sistema non indica il motivo
locked-title = Il portachiavi è bloccato
locked-body = Questa TV è associata, ma l’accesso è nel portachiavi, che è bloccato o non risponde. Per sbloccarlo potrebbe servire una tastiera. Questa schermata andrà avanti da sola appena il portachiavi sarà aperto.
absent-title = Il portachiavi non è disponibile
absent-body = Questa TV è associata, ma l’accesso è nel portachiavi. { $why }. Questa schermata andrà avanti da sola appena il portachiavi sarà disponibile.
keep-title = Dove è salvato l’accesso
keep-in-file = È in un file privato che solo tu puoi leggere, ma che non è cifrato: { $path }
keep-in-keyring = È nel portachiavi di questo computer. I programmi possono leggerlo solo mentre il portachiavi è sbloccato.
denied-title = Rifiutato sul telefono
denied-body = Se è stato un errore, richiedi un altro codice.
refused-title = { $service } non accetta più questa TV
refused-body = L’accesso è stato revocato, forse nella pagina delle impostazioni di { $service }. Per continuare, associa di nuovo.
refused-body-name = L’accesso di { $name } è stato revocato, forse nella pagina delle impostazioni di { $service }. Per continuare, associa di nuovo.
rejected-title = { $service } rifiuta la richiesta
rejected-client-title = { $service } non conosce questo client ID
rejected-body = { $answers }. Da questa schermata non si può cambiare nulla; riprova più tardi.
rejected-client-body = { $answers }. Origine del client ID: { $source }. Correggilo lì e riavvia couchpin.
rejected-blocked-title = { $service } non accetta questo client ID
rejected-blocked-body = { $answers }. L’ID è sbagliato, oppure { $service } lo ha rallentato o sospeso per un po’. Viene da { $source }: controllalo lì, o riprova più tardi.
rejected-answer = { $flow }: risposta { $answer }
flow-pin = Accesso con PIN
flow-device = Accesso del dispositivo
no-client-title = Serve un client ID
no-client-body = Registra couchpin su { $url } (tipo: “Mobile, desktop & browser apps”; indirizzo di reindirizzamento: { $redirect }), scrivi il suo client ID in { $file } e riavvia:
no-client-phone-body = Registra couchpin su { $url } (tipo: “Mobile, desktop & browser apps”; indirizzo di reindirizzamento: { $redirect }) e invia il suo client ID dal telefono. Oppure scrivilo in { $file } e riavvia:
application-mobile = L’applicazione deve essere di tipo “Mobile, desktop & browser apps” e avere esattamente questo indirizzo di reindirizzamento:
application-redirect = L’applicazione deve avere esattamente questo indirizzo di reindirizzamento:
application-types = Il tipo non si può mai cambiare. “TV, devices & command line” basta solo per i codici; “Server apps & services” richiede anche il client secret.
no-application-title = Prima bisogna configurare { $service }
no-application-body = Registra un’applicazione su { $url }, scrivi il suo client ID e il suo client secret in { $file } e riavvia:
wrong-application-title = Client ID o client secret sbagliato
wrong-application-body = { $service } ha risposto { $error }. Origine del client ID: { $source }. Configura di nuovo o correggilo lì.
lacks-secret-title = Questa applicazione richiede il suo client secret
lacks-secret-body = { $service } ha risposto { $error }. Il client ID è giusto, ma questa applicazione ha anche un client secret (tipo: «Server apps & services»). Configurala di nuovo con il client secret, oppure registrane una di tipo «Mobile, desktop & browser apps», che non lo richiede.
moved-title = { $service } ha cambiato indirizzo
moved-body = Ora si trova su { $url } e lì non è stato inviato nulla. Scrivi il nuovo indirizzo in { $file } e riavvia:
metadata-title = L’issuer nelle impostazioni non corrisponde
metadata-body = Ciò che { $issuer } pubblica descrive un altro issuer, o manca un indirizzo. Controlla issuer in { $file }.
missing-body = Per { $service } mancava qualcosa in ciò che couchpin ha inviato: { $said }.
time-over-title = Nessuno è arrivato in tempo
time-over-body = Riprova, con calma: hai mezz’ora di tempo.
time-over-browser-body = Il browser non è tornato entro cinque minuti, oppure lì l’accesso non è stato consentito. { $application }
page-closed-title = Troppi numeri sbagliati
page-closed-body = Numero sbagliato per cinque volte: la pagina è stata chiusa. Non è stato accettato nulla.
not-allowed-title = L’accesso non è stato consentito
not-allowed-body = Se è stato un errore, riprova.
other-issuer-title = La risposta è arrivata da un servizio diverso da { $service }
other-issuer-body = Non ne è stato usato nulla. Riprova.
page-refused-body = Nel browser ha risposto { $error }. Controlla il client ID. { $application }
redirect-refused-title = { $service } non conosce l’indirizzo di reindirizzamento
redirect-refused-body = Ha risposto { $error }. { $application }
refused-code-title = { $service } non ha accettato l’accesso
refused-code-body = Ciò che ha portato il browser era troppo vecchio o già usato. Accedi di nuovo.
lost-code-title = L’accesso è andato perso
lost-code-body = { $trouble }. Ciò che ha portato il browser vale una volta sola, quindi accedi di nuovo.
port-taken-title = La porta { $port } è occupata
port-taken-body = Un altro programma su questo computer la sta usando. Chiudilo, oppure imposta un altro redirect_port in { $file } e registra il suo indirizzo su { $service }:
no-browser-title = Impossibile aprire un browser
no-browser-body = Su questo computer non ce n’è nessuno, o manca ciò che serve per aprirlo (xdg-utils).
cannot-begin-title = Impossibile avviare l’accesso
cannot-begin-body = { $why }.
unexpected-title = Un errore di Couchpin ha fermato l’accesso
unexpected-body = Ricomincia da solo tra un minuto, o subito se riprovi.
config-title = Couchpin non può avviarsi così
config-no-home = Questo computer non ha una cartella personale per impostazioni e accessi: HOME non è impostato.
config-unreadable = Impossibile leggere { $file }. { $why }.
config-unreadable-from = Impossibile leggere { $file }, indicato da { $source }. { $why }.
config-exposed-owner = { $file } imposta { $setting }, ma appartiene a un altro utente. Deve appartenere a te o a root.
config-exposed-mode = { $file } imposta { $setting }, ma altri utenti possono modificarlo. Impediscilo con { $command }.
config-line = { $file }, riga { $line }: è sconosciuto o sbagliato. Il comando couchpin status dice che cosa è previsto.
config-value = { $name } in { $source } è sbagliato. { $expected }.
config-variable = { $source } è sbagliato. { $expected }.
config-no-certificates = Questo computer non ha certificati per le connessioni sicure. Installa ca-certificates.
config-no-client = Su questo computer non è possibile creare connessioni sicure.
expected-text = Previsto: testo in UTF-8
expected-word = Previsto: lettere e cifre senza spazi
expected-name = Previsto: un nome di lettere semplici, cifre e segni
expected-address = Previsto: un indirizzo con https:// e senza nome né password
expected-one-of = Previsto: { $words }
expected-phone-page = Previsto: true, false o l’unico indirizzo su cui ascoltare, per esempio 192.168.1.20
expected-one-address = Previsto: l’unico indirizzo di questo computer che il telefono può raggiungere, per esempio 192.168.1.20
source-built-in = questa versione di couchpin

demo-banner = Demo: nulla esce da questo computer

## In a terminal

terminal-title = Associa questo computer a { $service }
terminal-code = Codice: { $code } (scade tra { $time })
terminal-open = Apri: { $url }
terminal-link = Oppure, con il codice già incluso: { $url }
terminal-approve = Approva. Il resto avviene da solo.
terminal-beware = Approva solo se hai avviato tu questa richiesta.
terminal-good-for = Scade tra { $time }
terminal-storing = Approvato. Salvataggio sicuro dell’accesso…
terminal-cannot-store = Approvato, ma non salvato. { $why }. L’accesso è solo in memoria e verrà salvato appena il problema sarà risolto: lascia il programma in esecuzione.
terminal-not-stored = Approvato, ma non salvato. { $why }. Una volta risolto, associa di nuovo: { $pair }
terminal-checking = Associato. Verifica con { $service } di chi è l’accesso…
terminal-paired = Accesso eseguito come { $name }, salvato in: { $place }
terminal-paired-nameless = Accesso eseguito, salvato in: { $place }
terminal-already = Accesso già eseguito come { $name }, salvato in: { $place }. Per associare di nuovo: { $pair } --again
terminal-already-nameless = Accesso già eseguito, salvato in: { $place }. Per associare di nuovo: { $pair } --again
terminal-keyring = portachiavi di questo computer
terminal-demo = cartella di una demo
terminal-hook = Esecuzione di on_paired…
terminal-interrupted = interrotto, senza associazione
terminal-refused = { $service } non accetta più l’accesso salvato: associa di nuovo
terminal-unreadable = impossibile leggere l’accesso salvato. { $why }. Per associare di nuovo: { $pair } --again
terminal-resting = nessuno ha approvato in tempo. Per un nuovo codice: { $pair }
terminal-denied = rifiutato sul telefono. Se è stato un errore: { $pair }
terminal-no-client = { $service } riconosce i programmi da un client ID, ma non ne è impostato nessuno. Registrane uno su { $url } (tipo: “Mobile, desktop & browser apps”; indirizzo di reindirizzamento: { $redirect }) e scrivilo in { $file }:
terminal-rejected-client = { $service } non conosce questo client ID. { $answers }. Origine del client ID: { $source }. Correggilo lì
terminal-rejected-blocked = { $service } non accetta questo client ID. { $answers }. L’ID è sbagliato, oppure { $service } lo ha rallentato o sospeso per un po’. Viene da { $source }: controllalo lì, o riprova più tardi
terminal-rejected = { $service } rifiuta la richiesta. { $answers }

terminal-phone = Con il telefono: { $url }
terminal-number = Scrivi lì questo numero: { $number }
terminal-follow = Segui la pagina. Il resto avviene da solo.
terminal-network = Telefono e computer devono usare la stessa rete.
terminal-consent = Oppure apri { $url }
terminal-paste = Poi incolla qui il codice e premi Invio.
terminal-or-paste = Oppure incolla qui il codice e premi Invio.
terminal-typed = Questo non è un codice. { $why }
terminal-no-application = Prima bisogna configurare { $service }. Registra un’applicazione su { $url } e scrivi il suo client ID e il suo client secret in { $file }:
terminal-set-up = Oppure registra un’applicazione su { $url }, scrivi il suo client ID e il suo client secret in { $file } e riavvia couchpin.
terminal-wrong-application = client ID o client secret sbagliato. { $service } ha risposto { $error }. Origine del client ID: { $source }. Correggilo lì
terminal-lacks-secret = l’applicazione richiede il suo client secret. { $service } ha risposto { $error }: il client ID è giusto, ma questa applicazione ha anche un client secret (tipo: «Server apps & services»). Scrivi client_secret in { $file }, oppure registrane una di tipo «Mobile, desktop & browser apps», che non lo richiede

## On the page for a phone

phone-code-title = Accedi a { $service } su questa TV
phone-code-consent = Apri { $service } e consenti l’accesso. Vedrai poi un codice.
phone-code-paste = Copia tutto il codice e incollalo qui
phone-client-title = Configura { $service } su questa TV
phone-client-register = Registra su { $service } un’applicazione chiamata { $name }, con il permesso { $scope } e questo indirizzo di reindirizzamento:
phone-client-type = Registra su { $service } un’applicazione di tipo “Mobile, desktop & browser apps” con questo indirizzo di reindirizzamento:
phone-client-paste = Incolla ciò che { $service } ti mostra:
phone-client-id = Client ID
phone-client-secret = Client secret
phone-client-secret-optional = Client secret, se l’applicazione ne ha uno
phone-open = Apri { $service }
phone-number = Scrivi il numero che vedi sulla TV
phone-send = Invia alla TV
phone-fault-digits = Scrivi le quattro cifre che vedi sulla TV.
phone-fault-number = { $left ->
    [one] Non è il numero sulla TV. Ti resta un tentativo.
    [many] Non è il numero sulla TV. Ti restano { $left } tentativi.
   *[other] Non è il numero sulla TV. Ti restano { $left } tentativi.
}
phone-fault-missing = Manca ancora qualcosa.
phone-fault-cut = Manca una parte del codice. Selezionalo tutto, trattini compresi, e copialo di nuovo.
phone-fault-strange = Non è ciò che mostra { $service }. Copialo di nuovo da lì.
phone-fault-same = Client ID e client secret sono lo stesso testo. Copiali uno per volta.
phone-fault-refused = { $service } non lo ha accettato. Riprova.
phone-taken-title = La TV lo ha ricevuto
phone-taken-body = Ora sta accedendo a { $service }. Questa pagina ti dirà com’è andata.
phone-done-title = Fatto
phone-done-body = La TV ha effettuato l’accesso a { $service }. Puoi chiudere questa pagina.
phone-set-up-body = Ora la TV conosce { $service } e prosegue da sola. Puoi chiudere questa pagina.
phone-failed-title = Non ha funzionato
phone-failed-body = La TV mostra come continuare.
phone-closed-title = Questa pagina è chiusa
phone-closed-body = Il numero era sbagliato troppe volte. Ricomincia sulla TV e inquadra il nuovo codice.
phone-over-title = Tempo scaduto
phone-over-body = Ricomincia sulla TV e inquadra il nuovo codice.

## In a browser on this computer

redirect-title = Torna alla TV
redirect-body = { $service } ha risposto. Puoi chiudere questa pagina; couchpin continua da solo.
redirect-denied-title = Nessun accesso
redirect-denied-body = { $service } non ha consentito l’accesso. Chiudi questa pagina; couchpin mostra come continuare.
redirect-issuer-body = Non ne è stato usato nulla. Chiudi questa pagina; couchpin mostra come continuare.
redirect-unexpected-title = Couchpin non aspetta questo
redirect-unexpected-body = Chiudi questa pagina e continua in quella aperta da couchpin.
redirect-used-title = Questo link è già stato usato
redirect-used-body = Si apre una sola volta. Chiudi questa pagina e ripeti l’accesso dalla TV.
