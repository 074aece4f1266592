# What a person reads on the television, in French.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Connecter cette TV à { $service }
pairing-open = Scannez le QR ou ouvrez { $url } sur mobile
pairing-open-short = Scannez ou ouvrez { $url }
pairing-open-here = Ouvrez { $url } sur cet ordinateur
pairing-check = Votre téléphone doit afficher
pairing-check-here = La page doit afficher
pairing-approve = Approuvez. Cet écran changera tout seul.
pairing-beware = Approuvez uniquement si vous êtes devant cet écran.
pairing-good-for = Expire dans
pairing-last-minute = moins d’une minute
pairing-no-code = Pas encore de code
pairing-code = Code
pairing-qr = Code QR vers { $url }
pairing-qr-too-long = Cette adresse est trop longue pour un code QR.
pairing-code-spoken = Code { $code }
spell-letter = { $letter } comme { $word }
spell-hyphen = tiret
speech-code = Ouvrez { $url } sur votre téléphone. Vérifiez qu’il affiche ce code : { $code }. Je répète : { $code }. Puis approuvez.

notice-asked-for = Voici un nouveau code. Le précédent n’est plus valable.
notice-no-new-code = { $service } n’a pas donné de nouveau code ({ $answer }). Celui-ci reste valable.
notice-expired = Voici un nouveau code : le précédent a expiré.
notice-code-gone = Voici un nouveau code : { $service } ne connaissait plus le précédent.
notice-answer-lost = Approuvé, mais la réponse s’est perdue : veuillez approuver à nouveau.
notice-opening-here = Ouverture d’un navigateur sur cet ordinateur …
notice-opened-here = Ouvert dans le navigateur d’ici. Comparez-y le code et approuvez.
notice-not-opened-here = Aucun navigateur n’a pu s’ouvrir ici (xdg-utils). Prenez le téléphone.
notice-code-refused = { $service } n’a pas accepté ce code. Sa page vous en affiche un autre.
notice-client-not-kept = Les paramètres n’ont pas pu retenir cette application : valable jusqu’à la sortie.
notice-unpaired = TV dissociée.
notice-left-in-keyring = TV dissociée. La copie du trousseau sera supprimée à son déverrouillage.

status-asking = Demande d’un code à { $service }
status-replacing = Demande d’un autre code. Celui-ci reste valable en attendant.
status-waiting = En attente du téléphone
status-checked = En attente du téléphone. Vérifié il y a { $seconds } s
status-living = { $trouble }. Votre code reste valable ; nouvel essai dans { $seconds } s
status-retry = { $trouble }. Nouvel essai dans { $seconds } s
status-retry-minutes = { $trouble }. Nouvel essai dans { $minutes } min
status-living-on = { $trouble }. Votre code reste valable
status-goes-on = { $trouble }. Ensuite, tout continue tout seul
status-retrying = { $trouble }. Nouvel essai

trouble-offline = Pas de réseau
trouble-dns = { $service } est introuvable
trouble-unreachable = { $service } ne répond pas
trouble-timeout = { $service } répond trop lentement
trouble-clock = L’horloge de cet ordinateur est fausse ({ $date })
trouble-expired = Le certificat de { $service } a expiré avant le { $date }, la date de cet ordinateur
trouble-tls = La liaison réseau n’est pas sûre
trouble-proxy = Le proxy { $proxy } ({ $variable }) ne se connecte pas à { $service }
trouble-proxy-refused = Le proxy { $proxy } ({ $variable }) demande d’autres identifiants
trouble-proxy-unusable = { $variable } ne contient pas d’adresse de proxy
trouble-portal = Une autre page répond pour { $service }
trouble-foreign = Autre chose répond pour { $service } ({ $status })
trouble-busy = { $service } est saturé, vérifications espacées
trouble-user-limit = La limite quotidienne de votre compte { $service } est atteinte
trouble-user-limit-until = La limite quotidienne de votre compte { $service } est atteinte jusqu’à { $time }
trouble-app-limit = La limite quotidienne de l’application chez { $service } est atteinte
trouble-app-limit-until = La limite quotidienne de l’application chez { $service } est atteinte jusqu’à { $time }
trouble-client-blocked = { $service } n’accepte pas l’ID client pour le moment
trouble-down = { $service } est en panne
trouble-malformed = { $service } répond de façon illisible

## Buttons

button-bigger = Agrandir le QR
button-smaller = Réduire le QR
button-check = Vérifier
button-new = Nouveau code
button-quit = Quitter
button-stay = Rester
button-done = Terminé
button-again = Réessayer
button-pair-again = Associer à nouveau
button-unpair = Dissocier
button-not-you = Pas vous ? Dissocier
button-keep = Ne pas dissocier
button-unlock = Déverrouiller
button-pair-in-file = Associer via fichier
button-later = Plus tard
button-more = Plus
button-stay-there = Laisser là
button-to-keyring = Vers le trousseau
button-to-file = Vers un fichier privé
button-demo = Voir la démo
button-approve = Démo : approuver
button-services = Tous les services
button-type = Saisir le code
button-open-here = Ouvrir ici
button-in-browser = Avec un navigateur
button-open-again = Rouvrir
button-by-phone = Avec un téléphone
button-by-code = Avec un code
button-set-up = Reconfigurer

button-kept = Connexion enregistrée
button-settings = Paramètres
button-about = À propos
button-read = Lire à voix haute
button-close = Fermer
button-remote = Tester la télécommande
button-picture = Taille de l’image
button-smaller-picture = Plus petite
button-larger-picture = Plus grande
button-start-over = Recommencer
button-swap = Inverser A et B
button-forget-taught = Touches par défaut
button-start-again = Redémarrer

hint-ok = choisir
hint-ok-key = OK
hint-enter-key = Entrée
hint-a-key = A
hint-cross-key = ×
hint-back = quitter
hint-back-key = Retour
hint-escape-key = Échap
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Retour sans effet ici

## What else there is

more-title = Plus
settings-title = Paramètres
settings-body = Vos choix s’appliquent aussitôt et sont enregistrés.
settings-language = Langue
settings-language-about = La langue de cet écran et de couchpin dans un terminal.
settings-text = Taille du texte
settings-text-about = « Grande » affiche l’essentiel pour l’association en grosses lettres, pour les yeux fatigués ou les petites TV.
settings-theme = Couleurs
settings-theme-about = Sombres pour le soir, claires pour la journée, ou avec le contraste le plus fort.
settings-motion = Animations
settings-motion-about = Indique si le cadre d’un bouton glisse jusqu’au suivant.
settings-blanking = Code affiché
settings-blanking-about = Indique si l’écran de la TV peut s’éteindre avant votre approbation.
settings-unattended = Codes à la suite
settings-unattended-about = Le nombre de codes qui se succèdent, un quart d’heure chacun, quand personne n’appuie sur une touche. Ensuite, cet écran se met en veille.
settings-store = Garder la connexion
settings-store-about = Où la prochaine connexion sera enregistrée. Ce qui est déjà associé reste où il est.
choice-system = Comme le système
choice-normal = Normale
choice-large = Grande
choice-dark = Sombres
choice-light = Claires
choice-contrast = Contraste fort
choice-gliding = Fluides
choice-still = Aucune
choice-awake = L’écran reste allumé
choice-blank = L’écran peut s’éteindre
choice-one-code = Un code
choice-codes = { $count ->
    [one] { $count } code
    [many] { $count } de codes
   *[other] { $count } codes
}
choice-always = Toujours un nouveau
choice-automatic = Trousseau, si ouvert
choice-keyring = Dans le trousseau
choice-file = Dans un fichier privé

about-title = Couchpin { $version }
about-body = Connecte cette TV à vos services, depuis le canapé. Logiciel libre sous licences MIT et Apache 2.0, avec les polices Inter et JetBrains Mono (SIL Open Font License).
more-body = Si une touche de votre télécommande ne fait rien, ou si un bord de l’image est caché, corrigez-le ici.

remote-title = Tester la télécommande
remote-body = Appuyez une fois sur chaque touche. Son effet s’affiche ci-dessous, avec son code et sa provenance.
remote-nothing = Rien pour l’instant
remote-code = code { $code } ({ $hex })
remote-window = clavier ou télécommande
remote-closed = Lecture non autorisée : { $name } ({ $node })
remote-allow = Pour l’autoriser, installez la règle udev de couchpin (voir README), puis rebranchez l’appareil.
teach-title = Touche { $code } encore inconnue
teach-body = Que doit-elle faire ? Choisissez avec les flèches, puis appuyez à nouveau sur la même touche. Retour ne change rien.
not-kept = Valable jusqu’à la sortie, mais impossible à enregistrer : { $why }.
not-kept-busy = Un autre programme écrit le fichier de paramètres
not-kept-mistake = Le fichier de paramètres contient une erreur à corriger d’abord
not-kept-table = Autre chose porte le nom { $name } dans le fichier de paramètres
not-kept-exposed = Un autre utilisateur peut modifier le fichier de paramètres

name-up = Haut
name-down = Bas
name-left = Gauche
name-right = Droite
name-ok = OK
name-back = Retour
name-menu = Menu
name-info = Infos
name-play-pause = Lecture/Pause
name-page-up = Page haut
name-page-down = Page bas
name-digit = Chiffre { $digit }
name-red = Rouge
name-green = Vert
name-yellow = Jaune
name-blue = Bleu
name-other = sans effet ici
name-unknown = inconnue

picture-title = Taille de l’image
picture-body = Agrandissez l’image jusqu’à ce que les quatre coins touchent tout juste les bords de votre TV. Ainsi, rien n’est caché et aucune place n’est perdue.
picture-percent = { $size } %

## All services

home-title = Vos services
home-body = Choisissez un service pour voir sa connexion ou pour vous connecter.
state-looking = …
state-not-set-up = Non configuré
state-not-paired = Non associé
state-paired = Compte associé : { $name }
state-paired-nameless = Associé
state-attention = À vérifier

## With a phone, by hand, or in a browser

page-scan = Scannez le code avec votre téléphone
page-number = Saisissez-y ce nombre
page-follow = Suivez la page. Cet écran changera tout seul.
page-beware = Téléphone et TV doivent être sur le même réseau.
page-spoken = Nombre { $code }
page-qr = Code QR vers la page pour votre téléphone
page-opened = La page est ouverte sur un téléphone
page-wrong = Nombre faux : essai { $count } sur { $most }. Après le dernier, la page se ferme
set-up-title = Configurer { $service } sur cette TV
typing-scan = Scannez le code et autorisez l’accès
typing-shown = { $service } affiche alors { $length } caractères
typing-type = Saisissez-les ici
typing-switched-off = Page téléphone désactivée dans les paramètres.
typing-no-network = Cette TV n’est sur aucun réseau accessible à un téléphone.
typing-public-address = Adresse publique : voir phone_page dans les paramètres.
typing-no-page = La page pour téléphone n’a pas pu s’ouvrir.
typing-qr = Code QR vers { $service }
browser-title = Continuez dans le navigateur
browser-body = { $service } vous y demande votre accord. Cet écran continuera tout seul. Une erreur s’affiche à la place ? { $application }
exchange-title = Connexion en cours
exchange-body = Récupération de la connexion auprès de { $service }…

keyboard-title = Saisissez le code
keyboard-count = { $count } sur { $length }
keyboard-capital = { $letter } majuscule
keyboard-hyphen = tiret
keyboard-underscore = tiret bas
keyboard-case = Aa
keyboard-case-spoken = majuscules ou minuscules
keyboard-delete = Effacer
keyboard-send = Envoyer
typed-empty = Rien n’est encore saisi.
typed-cut = Seulement { $count } sur { $length } caractères : le code a peut-être été coupé à un tiret.
typed-short = Seulement { $count } sur { $length } caractères.

## Results

starting-title = Un instant
storing-title = Approuvé
storing-body = Enregistrement sécurisé de la connexion…
forgetting-title = Dissociation en cours

paired-as = Compte associé : { $name }
paired-nameless = Cette TV est associée
paired-keyring = { $service } · dans le trousseau de cet ordinateur
paired-file = { $service } · dans un fichier privé : { $path }
paired-file-why = Le trousseau n’a pas été utilisé. { $why }.
paired-demo = { $service } · démo : supprimé quand vous quittez
paired-checking = On demande à { $service } si la connexion est toujours valable…
paired-delayed = { $trouble } : la connexion n’a pas encore pu être vérifiée.
paired-unknown = { $service } n’a pas pu indiquer de quel compte il s’agit.
paired-moved = { $service } a changé d’adresse : { $url }. Inscrivez-la dans le fichier de paramètres.
paired-scope = { $service } dit que cette connexion ne permet pas cela : associez à nouveau.
paired-old-token = { $service } demande une connexion du nouveau type : associez à nouveau avec une nouvelle application.
paired-instead = Ce n’est pas le même compte qu’avant ({ $name }).
paired-ends = { $service } mettra fin à ce type de connexion vers avril 2027. D’ici là, enregistrez une nouvelle application et associez à nouveau.
paired-ends-set-up = { $service } mettra fin à ce type de connexion vers avril 2027. D’ici là, choisissez « { button-set-up } » sous « { button-more } ».
paired-limited = { $service } a accordé moins que demandé : certains programmes pourront seulement lire.
paired-cannot-forget = La connexion n’a pas pu être supprimée. { $why }.
paired-cannot-move = La connexion reste où elle est. { $why }.
paired-client-not-kept = Les paramètres n’ont pas pu retenir cette application : la prochaine fois, couchpin ne la connaîtra pas.
paired-end = Vous pouvez retirer l’accès de cette TV à tout moment : { $url }

unpair-title = Dissocier cette TV ?
unpair-body = La connexion enregistrée sur cet ordinateur sera supprimée, et les programmes qui l’utilisent ici la perdront. { $service } peut encore l’afficher tant que vous ne retirez pas l’accès sur { $url }.

quit-title = Quitter couchpin ?
leave-title = Abandonner cette connexion ?
quit-body = Plus personne ne verrait votre approbation. Votre code sera perdu.
quit-body-storing = La connexion n’est pas encore enregistrée. Si vous quittez maintenant, elle sera perdue.
quit-body-page = Plus personne n’attendrait votre réponse.
quit-body-plain = Revenez quand vous voulez.

resting-title = Nouveau code : appuyez sur une touche
resting-body = Comme il n’y avait personne depuis un moment, cet écran n’interroge plus { $service }.

## What a person must mend

cannot-store-title = Approuvé, mais non enregistré
cannot-store-body = { $why }. La connexion est gardée en mémoire : laissez cet écran allumé et réessayez.
unreadable-title = La connexion enregistrée est illisible
unreadable-body = { $why }.
store-locked = Le trousseau est verrouillé
keyring-silent = Le trousseau ne répond pas
keyring-slow = Le trousseau répond trop lentement
keyring-no-bus = Il n’y a pas de bus de session
keyring-bus-failed = Le bus de session est inutilisable
keyring-no-service = Aucun service de trousseau n’est en marche
keyring-not-started = Le service de trousseau n’a pas démarré
keyring-no-default = Il n’y a pas de trousseau par défaut
keyring-several = Le trousseau a plusieurs entrées pour elle
keyring-not-kept = Le trousseau n’a pas gardé ce qu’il a reçu
keyring-too-long = Le trousseau n’accepte pas une connexion aussi longue
keyring-failed = Le trousseau signale une erreur
store-link = { $path } est un lien symbolique
store-not-a-file = { $path } n’est pas un fichier ordinaire
store-anothers = { $path } appartient à un autre utilisateur : rendez-le à celui-ci ou supprimez-le
store-damaged = Elle est incompréhensible et a été gardée sous { $path }
store-unclear = Elle est incompréhensible
store-version = Elle vient d’une autre version de Couchpin : mettez Couchpin à jour ou associez à nouveau
store-other-service = C’est la connexion d’un autre service ({ $service })
store-not-written = Impossible d’écrire { $path }. { $why }
store-not-read = Impossible de lire { $path }. { $why }
store-not-removed = Impossible de supprimer { $path }. { $why }
store-not-set-aside = Impossible de mettre { $path } de côté. { $why }
store-not-opened = Impossible d’ouvrir { $path }. { $why }
store-in-use = Un autre Couchpin modifie la connexion
store-empty = Rien n’est associé
store-no-answer = Le stockage ne répond pas
system-disk-full = Le disque est plein
system-read-only = Le disque est en lecture seule
system-no-permission = L’autorisation manque
system-missing = Le fichier ou le dossier est absent
system-in-the-way = Un autre fichier ou dossier occupe la place
system-not-a-file = Ce n’est pas un fichier ordinaire
system-too-large = Le fichier est trop volumineux
system-too-many-files = Trop de fichiers sont ouverts
system-disk-failed = Le disque est défectueux
system-timeout = Cela a pris trop de temps
system-other = Le système signale l’erreur { $number }
system-unknown = Le système ne donne pas de raison
locked-title = Le trousseau est verrouillé
locked-body = Cette TV est associée, mais la connexion est dans le trousseau, qui est verrouillé ou ne répond pas. Le déverrouiller peut nécessiter un clavier. Cet écran continuera tout seul dès que le trousseau sera ouvert.
absent-title = Le trousseau est absent
absent-body = Cette TV est associée, mais la connexion est dans le trousseau. { $why }. Cet écran continuera tout seul dès que le trousseau sera disponible.
keep-title = Où la connexion est enregistrée
keep-in-file = Elle est dans un fichier privé, lisible par vous uniquement, mais non chiffré : { $path }
keep-in-keyring = Elle est dans le trousseau de cet ordinateur. Les programmes ne peuvent la lire que lorsqu’il est déverrouillé.
denied-title = Refusé sur le téléphone
denied-body = Si c’était une erreur, prenez un autre code.
refused-title = { $service } n’accepte plus cette TV
refused-body = L’accès a été retiré, peut-être depuis les paramètres sur { $service }. Associez à nouveau pour continuer.
refused-body-name = L’accès du compte { $name } a été retiré, peut-être depuis les paramètres sur { $service }. Associez à nouveau pour continuer.
rejected-title = { $service } refuse la demande
rejected-client-title = { $service } ne connaît pas cet ID client
rejected-body = { $answers }. Cet écran ne peut rien y changer ; réessayez plus tard.
rejected-client-body = { $answers }. L’ID client provient de { $source } : corrigez-le à cet endroit et relancez couchpin.
rejected-blocked-title = { $service } n’accepte pas cet ID client
rejected-blocked-body = { $answers }. L’ID est faux, ou { $service } l’a ralenti ou suspendu pour un temps. Il vient de { $source } : vérifiez-le là-bas, ou réessayez plus tard.
rejected-answer = Réponse à la { $flow } : { $answer }
flow-pin = connexion par PIN
flow-device = connexion d’appareil
no-client-title = Un ID client est nécessaire
no-client-body = Enregistrez couchpin sur { $url } (type : « Mobile, desktop & browser apps » ; adresse de redirection : { $redirect }), inscrivez son ID client dans { $file } et relancez-le :
no-client-phone-body = Enregistrez couchpin sur { $url } (type : « Mobile, desktop & browser apps » ; adresse de redirection : { $redirect }) et envoyez son ID client depuis votre téléphone. Ou inscrivez-le dans { $file } et relancez :
application-mobile = L’application doit être du type « Mobile, desktop & browser apps » et avoir exactement cette adresse de redirection :
application-redirect = L’application doit avoir exactement cette adresse de redirection :
application-types = Le type ne peut jamais être changé. « TV, devices & command line » ne suffit que pour les codes ; « Server apps & services » exige aussi le secret client.
no-application-title = { $service } doit d’abord être configuré
no-application-body = Enregistrez une application sur { $url }, inscrivez son ID client et son secret client dans { $file } et relancez couchpin :
wrong-application-title = ID client ou secret client incorrect
wrong-application-body = { $service } a répondu { $error }. L’ID client provient de { $source }. Configurez à nouveau, ou corrigez-le à cet endroit.
lacks-secret-title = Cette application a besoin de son secret
lacks-secret-body = { $service } a répondu { $error }. L’ID client est correct, mais cette application a aussi un secret (type : « Server apps & services »). Configurez-la à nouveau avec le secret, ou enregistrez-en une du type « Mobile, desktop & browser apps », qui n’en a pas besoin.
moved-title = { $service } a changé d’adresse
moved-body = L’adresse est maintenant { $url }, et rien n’y a été envoyé. Inscrivez la nouvelle adresse dans { $file } et relancez couchpin :
metadata-title = L’émetteur (issuer) des réglages ne correspond pas
metadata-body = Ce que publie { $issuer } décrit un autre émetteur, ou il y manque une adresse. Vérifiez issuer dans { $file }.
missing-body = Il manquait à { $service } quelque chose dans ce que couchpin a envoyé : { $said }.
time-over-title = Personne n’est venu à temps
time-over-body = Réessayez, et prenez votre temps : vous avez une demi-heure.
time-over-browser-body = Le navigateur n’est pas revenu dans les cinq minutes, ou l’accès n’y a pas été autorisé. { $application }
page-closed-title = Trop de nombres faux
page-closed-body = Un nombre faux a été saisi cinq fois, la page est donc fermée. Rien n’a été accepté.
not-allowed-title = L’accès n’a pas été autorisé
not-allowed-body = Si c’était une erreur, réessayez.
other-issuer-title = La réponse vient d’un autre service que { $service }
other-issuer-body = Rien n’en a été retenu. Réessayez.
page-refused-body = Réponse dans le navigateur : { $error }. Vérifiez l’ID client. { $application }
redirect-refused-title = { $service } ne connaît pas l’adresse de redirection
redirect-refused-body = Réponse : { $error }. { $application }
refused-code-title = { $service } n’a pas accepté la connexion
refused-code-body = Ce que le navigateur a transmis était trop ancien ou avait déjà servi. Veuillez vous connecter à nouveau.
lost-code-title = La connexion au compte s’est perdue
lost-code-body = { $trouble }. Ce que le navigateur a transmis ne sert qu’une fois : veuillez vous connecter à nouveau.
port-taken-title = Le port { $port } est occupé
port-taken-body = Un autre programme de cet ordinateur l’utilise. Fermez-le, ou définissez un autre redirect_port dans { $file } et enregistrez son adresse sur { $service } :
no-browser-title = Aucun navigateur n’a pu être ouvert
no-browser-body = Cet ordinateur n’en a pas, ou n’a rien pour en ouvrir un (xdg-utils).
cannot-begin-title = La connexion n’a pas pu commencer
cannot-begin-body = { $why }.
unexpected-title = Une erreur de Couchpin a arrêté la connexion
unexpected-body = Elle recommencera dans une minute, ou tout de suite si vous réessayez.
config-title = Couchpin ne peut pas démarrer ainsi
config-no-home = Cet ordinateur n’a pas de dossier personnel pour les paramètres et les connexions : HOME n’est pas défini.
config-unreadable = { $file } est illisible. { $why }.
config-unreadable-from = { $file }, indiqué par { $source }, est illisible. { $why }.
config-exposed-owner = { $file } définit { $setting }, mais appartient à un autre utilisateur. Il doit vous appartenir, ou à root.
config-exposed-mode = { $file } définit { $setting }, mais d’autres utilisateurs peuvent le modifier. Empêchez-le avec { $command }.
config-line = { $file }, ligne { $line } : c’est inconnu ou faux. La commande couchpin status dit ce qui est attendu.
config-value = { $name } dans { $source } n’est pas correct. { $expected }.
config-variable = { $source } n’est pas correct. { $expected }.
config-no-certificates = Cet ordinateur n’a pas de certificats pour les connexions sûres. Installez ca-certificates.
config-no-client = Cet ordinateur ne peut pas établir de connexions sûres.
expected-text = Attendu : du texte en UTF-8
expected-word = Attendu : des lettres et des chiffres sans espaces
expected-name = Attendu : un nom en lettres simples, chiffres et signes
expected-address = Attendu : une adresse en https://, sans nom ni mot de passe
expected-one-of = Attendu : { $words }
expected-phone-page = Attendu : true, false ou la seule adresse à écouter, par exemple 192.168.1.20
expected-one-address = Attendu : la seule adresse de cet ordinateur que le téléphone peut joindre, par exemple 192.168.1.20
source-built-in = cette version de couchpin

demo-banner = Démo : rien ne quitte cet ordinateur

## In a terminal

terminal-title = Connecter cet ordinateur à { $service }
terminal-code = Code : { $code } (expire dans { $time })
terminal-open = Ouvrez : { $url }
terminal-link = Ou, avec le code inclus : { $url }
terminal-approve = Approuvez. La suite est automatique.
terminal-beware = Approuvez uniquement si vous avez lancé ceci vous-même.
terminal-good-for = Expire dans { $time }
terminal-storing = Approuvé. Enregistrement sécurisé de la connexion…
terminal-cannot-store = Approuvé, mais non enregistré. { $why }. La connexion est gardée en mémoire et sera enregistrée dès que le problème sera corrigé : laissez ce programme tourner.
terminal-not-stored = Approuvé, mais non enregistré. { $why }. Une fois cela réparé, associez de nouveau : { $pair }
terminal-checking = Associé. On demande à { $service } de quel compte il s’agit…
terminal-paired = Compte associé : { $name }, enregistré dans { $place }
terminal-paired-nameless = Associé, enregistré dans { $place }
terminal-already = Compte déjà associé : { $name }, enregistré dans { $place }. Pour associer à nouveau : { $pair } --again
terminal-already-nameless = Déjà associé, enregistré dans { $place }. Pour associer à nouveau : { $pair } --again
terminal-keyring = le trousseau de cet ordinateur
terminal-demo = le dossier d’une démo
terminal-hook = Exécution de on_paired…
terminal-interrupted = interrompu, et non associé
terminal-refused = { $service } n’accepte plus la connexion enregistrée : associez à nouveau
terminal-unreadable = la connexion enregistrée est illisible. { $why }. Pour associer à nouveau : { $pair } --again
terminal-resting = personne n’a approuvé à temps. Pour un nouveau code : { $pair }
terminal-denied = refusé sur le téléphone. Si c’était une erreur : { $pair }
terminal-no-client = { $service } reconnaît les programmes à leur ID client, et aucun n’est défini. Enregistrez-en un sur { $url } (type : « Mobile, desktop & browser apps » ; adresse de redirection : { $redirect }) et inscrivez-le dans { $file } :
terminal-rejected-client = { $service } ne connaît pas cet ID client. { $answers }. L’ID client provient de { $source } : corrigez-le à cet endroit
terminal-rejected-blocked = { $service } n’accepte pas cet ID client. { $answers }. L’ID est faux, ou { $service } l’a ralenti ou suspendu pour un temps. Il vient de { $source } : vérifiez-le là-bas, ou réessayez plus tard
terminal-rejected = { $service } refuse la demande. { $answers }

terminal-phone = Avec votre téléphone : { $url }
terminal-number = Saisissez-y ce nombre : { $number }
terminal-follow = Suivez la page. La suite est automatique.
terminal-network = Téléphone et ordinateur doivent être sur le même réseau.
terminal-consent = Ou ouvrez { $url }
terminal-paste = Collez ensuite le code ici et appuyez sur Entrée.
terminal-or-paste = Ou collez le code ici et appuyez sur Entrée.
terminal-typed = Ce n’est pas un code. { $why }
terminal-no-application = { $service } doit d’abord être configuré. Enregistrez une application sur { $url } et inscrivez son ID client et son secret client dans { $file } :
terminal-set-up = Ou enregistrez une application sur { $url }, inscrivez son ID client et son secret client dans { $file } et relancez couchpin.
terminal-wrong-application = l’ID client ou le secret client est incorrect. { $service } a répondu { $error }. L’ID client provient de { $source } : corrigez-le à cet endroit
terminal-lacks-secret = l’application a besoin de son secret. { $service } a répondu { $error } : l’ID client est correct, mais cette application a aussi un secret (type : « Server apps & services »). Inscrivez client_secret dans { $file }, ou enregistrez-en une du type « Mobile, desktop & browser apps », qui n’en a pas besoin

## On the page for a phone

phone-code-title = Connecter cette TV à { $service }
phone-code-consent = Ouvrez { $service } et autorisez l’accès. Un code s’y affichera.
phone-code-paste = Copiez le code entier et collez-le ici
phone-client-title = Configurer { $service } sur cette TV
phone-client-register = Enregistrez sur { $service } une application nommée { $name }, avec le droit { $scope } et cette adresse de redirection :
phone-client-type = Enregistrez sur { $service } une application du type « Mobile, desktop & browser apps », avec cette adresse de redirection :
phone-client-paste = Collez ce que { $service } vous affiche pour elle :
phone-client-id = ID client
phone-client-secret = Secret client
phone-client-secret-optional = Secret client, si l’application en a un
phone-open = Ouvrir { $service }
phone-number = Saisissez le nombre affiché sur la TV
phone-send = Envoyer à la TV
phone-fault-digits = Saisissez les quatre chiffres affichés sur la TV.
phone-fault-number = { $left ->
    [one] Ce n’est pas le nombre affiché sur la TV. Encore un essai.
    [many] Ce n’est pas le nombre affiché sur la TV. Encore { $left } essais.
   *[other] Ce n’est pas le nombre affiché sur la TV. Encore { $left } essais.
}
phone-fault-missing = Il manque encore quelque chose.
phone-fault-cut = Il manque une partie du code. Sélectionnez-le en entier, tirets compris, et copiez-le à nouveau.
phone-fault-strange = Ce n’est pas ce que { $service } affiche. Copiez-le à nouveau sur son site.
phone-fault-same = L’ID client et le secret client sont identiques. Copiez-les l’un après l’autre.
phone-fault-refused = { $service } ne l’a pas accepté. Veuillez réessayer.
phone-taken-title = La TV l’a reçu
phone-taken-body = Elle se connecte maintenant à { $service }. Cette page vous dira si cela a réussi.
phone-done-title = C’est fait
phone-done-body = La TV est connectée à { $service }. Vous pouvez fermer cette page.
phone-set-up-body = La TV connaît maintenant { $service } et continue d’elle-même. Vous pouvez fermer cette page.
phone-failed-title = Cela n’a pas marché
phone-failed-body = La TV indique la suite.
phone-closed-title = Cette page est fermée
phone-closed-body = Le nombre était faux trop de fois. Recommencez sur la TV et scannez le nouveau code.
phone-over-title = Le temps est écoulé
phone-over-body = Recommencez sur la TV et scannez le nouveau code.

## In a browser on this computer

redirect-title = Revenez à votre TV
redirect-body = { $service } a répondu. Vous pouvez fermer cette page ; couchpin continue tout seul.
redirect-denied-title = Pas d’accès
redirect-denied-body = { $service } n’a pas donné l’accès. Fermez cette page ; couchpin indique la suite.
redirect-issuer-body = Rien n’en a été retenu. Fermez cette page ; couchpin indique la suite.
redirect-unexpected-title = Couchpin n’attend pas cela
redirect-unexpected-body = Fermez cette page et continuez dans celle que couchpin a ouverte.
redirect-used-title = Ce lien a déjà été utilisé
redirect-used-body = Il ne s’ouvre qu’une fois. Fermez cette page et recommencez la connexion sur la TV.
