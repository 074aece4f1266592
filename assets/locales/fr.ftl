# What a person reads on the television, in French.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Connectez-vous à { $service }
pairing-open = Scannez le code QR ou ouvrez { $url }
pairing-open-short = Scannez ou ouvrez { $url }
pairing-open-here = Ouvrez { $url } sur cet ordinateur
pairing-check = Votre téléphone doit afficher ce code
pairing-check-here = La page doit afficher ce code
pairing-approve = Approuvez sur votre téléphone
pairing-continue = Sur votre téléphone, touchez « { phone-continue } »
pairing-compare = Comparez ce code, puis approuvez
pairing-beware = Seulement si vous l’avez lancé sur votre propre TV.
pairing-good-for = Le code expire dans
page-good-for = La page se ferme dans
minutes-left = { $minutes } min
pairing-last-minute = moins d’une minute
pairing-no-code = Pas encore de code
pairing-code = Code
pairing-qr = Code QR vers { $url }
pairing-qr-too-long = Cette adresse est trop longue pour un code QR.
pairing-code-spoken = Code { $code }
spell-letter = { $letter } comme { $word }
spell-hyphen = tiret
speech-code = Ouvrez { $url } sur votre téléphone. Vérifiez qu’il affiche ce code : { $code }. Je répète : { $code }. Puis approuvez.

notice-asked-for = Nouveau code. L’ancien n’est plus valable.
notice-no-new-code = { $service } n’a pas envoyé de nouveau code ({ $answer }). Celui-ci reste valable.
notice-expired = Nouveau code. L’ancien a expiré.
notice-code-gone = Nouveau code. { $service } a annulé l’ancien.
notice-answer-lost = Votre approbation n’est pas arrivée. Approuvez encore une fois.
notice-opening-here = Ouverture d’un navigateur sur cet ordinateur…
notice-opened-here = Ouvert dans le navigateur. Comparez-y le code, puis approuvez.
notice-not-opened-here = Impossible d’ouvrir un navigateur (xdg-utils). Utilisez votre téléphone.
notice-code-refused = { $service } n’a pas accepté ce code. Sa page vous en donne un autre.
notice-client-not-kept = Paramètres non enregistrés. Cela marche tant que vous ne quittez pas.
notice-left-in-keyring = Déconnecté. La copie dans le trousseau verrouillé sera supprimée au déverrouillage.

status-asking = Demande d’un code à { $service }
status-replacing = Demande d’un nouveau code. Celui-ci reste valable.
status-waiting = En attente de votre téléphone
status-approval = En attente de votre approbation
status-checked = En attente de votre téléphone. Vérifié il y a { $seconds } s
status-living = { $trouble }. Votre code reste valable. Nouvel essai dans { $seconds } s
status-retry = { $trouble }. { retry-seconds }
status-retry-minutes = { $trouble }. { retry-minutes }
status-living-on = { $trouble }. Votre code reste valable
status-goes-on = { $trouble }. { retry-fixed }
status-retrying = { $trouble }. Nouvel essai en cours
retry-seconds = Nouvel essai dans { $seconds } s
retry-minutes = Nouvel essai dans { $minutes } min
retry-fixed = Reprise dès que c’est résolu

trouble-offline = Pas de réseau
trouble-dns = { $service } est introuvable
trouble-unreachable = { $service } ne répond pas
trouble-timeout = { $service } est trop lent
trouble-clock = La date de cet ordinateur est fausse ({ $date })
trouble-expired = Le certificat de { $service } a expiré avant le { $date }, la date de cet ordinateur
trouble-tls = La connexion n’est pas sécurisée
trouble-proxy = Le proxy { $proxy } ({ $variable }) n’arrive pas à joindre { $service }
trouble-proxy-refused = Le proxy { $proxy } ({ $variable }) refuse le nom d’utilisateur ou le mot de passe
trouble-proxy-unusable = { $variable } n’est pas une adresse de proxy
trouble-portal = Une page de connexion de ce réseau répond à la place de { $service }
trouble-foreign = Autre chose répond à la place de { $service } ({ $status })
trouble-busy = { $service } est surchargé, vérifications moins fréquentes
trouble-user-limit = Votre compte a atteint sa limite quotidienne sur { $service }
trouble-user-limit-until = Votre compte a atteint sa limite quotidienne sur { $service }, jusqu’à { $time }
trouble-app-limit = L’application a atteint sa limite quotidienne sur { $service }
trouble-app-limit-until = L’application a atteint sa limite quotidienne sur { $service }, jusqu’à { $time }
trouble-client-blocked = { $service } n’accepte pas l’ID client pour le moment
trouble-down = { $service } a un problème
trouble-malformed = { $service } a envoyé une réponse inattendue

## Buttons

button-bigger = Agrandir le QR
button-smaller = Réduire le QR
button-show-qr = Afficher le QR
button-check = Réessayer
button-new = Nouveau code
button-quit = Quitter
button-stay = Annuler
button-done = Terminé
button-add-person = Ajouter une personne à { $service }
button-again = Réessayer
button-pair-again = Se reconnecter
button-unpair = Se déconnecter
button-not-you = Pas vous ? Se déconnecter
button-keep = Annuler
button-unlock = Déverrouiller
button-pair-in-file = Se reconnecter
button-later = Pas maintenant
button-more = Plus
button-stay-there = Ne rien changer
button-to-keyring = Vers le trousseau
button-to-file = Vers un fichier
button-demo = Voir la démo
button-approve = Approuver
button-services = Tous les services
button-type = Saisir le code
button-open-here = Ouvrir ici
button-in-browser = Utiliser un navigateur
button-open-again = Rouvrir
button-by-phone = Utiliser le téléphone
button-by-code = Utiliser un code
button-set-up = Reconfigurer

button-kept = Connexion enregistrée
button-recipes = Dans d’autres applis
button-settings = Paramètres
button-about = À propos
button-read = Lire à voix haute
button-close = Fermer
button-remote = Tester la télécommande
button-picture = Taille de l’image
button-smaller-picture = Plus petite
button-larger-picture = Plus grande
button-start-again = Recommencer

hint-ok = Choisir
hint-ok-key = OK
hint-enter-key = Entrée
hint-a-key = A
hint-cross-key = ×
hint-back = Revenir
hint-cancel = Annuler
hint-exit = Quitter
hint-shrink = Réduire
hint-type = Saisir
hint-twice = Deux fois Retour pour sortir
hint-back-key = Retour
hint-escape-key = Échap
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Retour est désactivé en mode kiosque

## What else there is

more-title = Plus
settings-title = Paramètres
settings-body = Les changements s’appliquent aussitôt.
settings-language = Langue
settings-language-about = La langue sur la TV et dans le terminal.
settings-text = Taille du texte
settings-text-about = Avec « { choice-large } », tout ce qu’il faut pour vous connecter se lit bien de loin.
settings-theme = Thème
settings-theme-about = Sombre pour le soir, clair pour la journée, ou très contrasté.
settings-motion = Animations
settings-motion-about = Animer les écrans et les boutons.
settings-sound = Sons
settings-sound-about = Un son quand vous êtes connecté.
settings-blanking = Mise en veille
settings-blanking-about = Garder la TV allumée tant qu’un code s’affiche, ou la laisser s’éteindre.
settings-unattended = Codes automatiques
settings-unattended-about = Combien de codes se suivent si vous n’appuyez sur aucune touche. Chacun dure 15 minutes. Ensuite, l’écran fait une pause.
settings-store = Stockage de la connexion
settings-store-about = Où sera enregistrée votre prochaine connexion. Les autres restent où elles sont.
settings-swap = Boutons de la manette
settings-swap-about = Quel bouton sert à choisir, A ou B.
settings-taught = Touches apprises
settings-taught-about = Oublier les touches apprises, si l’une d’elles ne fait pas ce qu’il faut.
choice-system = Comme le système
choice-normal = Normale
choice-large = Grande
choice-dark = Sombre
choice-light = Clair
choice-contrast = Contraste élevé
choice-on = Oui
choice-off = Non
choice-awake = Garder allumée
choice-blank = Autoriser
choice-one-code = Un code
choice-codes = { $count ->
    [one] { $count } code
    [many] { $count } de codes
   *[other] { $count } codes
}
choice-always = Sans limite
choice-automatic = Trousseau, si déverrouillé
choice-keyring = Trousseau
choice-file = Fichier privé
choice-a = A pour choisir
choice-b = B pour choisir
choice-keep-taught = Conserver
choice-forget-taught = Tout oublier
choice-needs-font = police manquante

about-title = Couchpin { $version }
about-body = Connectez cette TV à vos services avec votre téléphone. Logiciel libre (MIT ou Apache 2.0). Polices : Inter, JetBrains Mono (OFL). Icônes : Lucide (ISC).
more-body = La télécommande ne répond pas ? L’image est coupée ? Réglez cela ici.

remote-title = Tester la télécommande
remote-body = Appuyez sur une touche pour voir ce qu’elle fait. Appuyez deux fois sur Retour pour sortir.
remote-nothing = Aucune touche pour l’instant
remote-code = code { $code } ({ $hex })
remote-window = clavier ou télécommande
remote-closed = Impossible de lire { $name } ({ $node })
remote-allow = Installez la règle udev de Couchpin (voir README), puis rebranchez l’appareil.
teach-title = Nouvelle touche : { $code }
teach-body = Que doit-elle faire ? Choisissez avec les flèches, puis appuyez encore sur la nouvelle touche.
not-kept = Cela marche tant que vous ne quittez pas, mais n’a pas pu être enregistré. { $why }.
not-kept-busy = Un autre programme écrit dans le fichier de paramètres
not-kept-mistake = Le fichier de paramètres contient une erreur. Corrigez-la d’abord
not-kept-table = Le fichier de paramètres utilise le nom { $name } pour autre chose
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
picture-body = Appuyez sur Gauche jusqu’à voir les quatre coins. Appuyez sur OK quand c’est bon.
picture-percent = { $size } %

## All services

home-title = Vos services
home-body = Choisissez un service pour vous connecter ou le gérer.
state-looking = …
state-not-set-up = Non configuré
state-not-paired = Non connecté
state-paired = Connecté en tant que { $name }
state-paired-nameless = Connecté
state-attention = À vérifier

## With a phone, by hand, or in a browser

page-scan = Scannez le code QR
page-number = Puis saisissez-y ce code à 4 chiffres
page-follow = Suivez les étapes sur votre téléphone
page-allow = Sur votre téléphone, autorisez l’accès et copiez le code
page-paste = Revenez à la page de Couchpin et collez-le
page-connected = Téléphone connecté
page-connected-title = Continuez sur votre téléphone
page-connected-body = Un autre téléphone ? Appuyez sur « { button-show-qr } ».
page-beware = Le téléphone et la TV doivent être sur le même réseau.
page-spoken = Code à 4 chiffres { $code }
page-qr = Code QR vers la page pour votre téléphone
page-opened = La page est ouverte sur un téléphone
page-wrong = Code erroné, essai { $count } sur { $most }
set-up-title = Configurez { $service }
set-up-step = Étape { $step } sur { $count }
typing-scan = Scannez le code QR et autorisez l’accès
typing-shown = { $service } affiche alors { $length } caractères
typing-type = Saisissez-les ici
typing-switched-off = La page pour téléphone est désactivée dans les paramètres.
typing-no-network = Cette TV n’est pas sur un réseau que votre téléphone peut rejoindre.
typing-public-address = Cette TV a une adresse publique. Vérifiez phone_page dans les paramètres.
typing-no-page = La page pour téléphone n’a pas pu s’ouvrir.
typing-qr = Code QR vers { $service }
browser-title = Continuez dans le navigateur
browser-body = Autorisez l’accès sur { $service }. Une erreur s’affiche à la place ? { $application }
exchange-title = Connexion en cours
exchange-body = Finalisation de la connexion à { $service }…

keyboard-title = Saisissez le code de { $service }
keyboard-count = { $count } sur { $length }
keyboard-capital = { $letter } majuscule
keyboard-hyphen = tiret
keyboard-underscore = tiret bas
keyboard-case-spoken = majuscules ou minuscules
keyboard-delete = Effacer
keyboard-clear = Tout effacer
keyboard-send = Envoyer
typed-empty = Rien n’est encore saisi.
typed-cut = Seulement { $count } caractères sur { $length }. Le code a peut-être été coupé à un tiret.
typed-short = Seulement { $count } caractères sur { $length }.

## Results

starting-title = Un instant
storing-title = Approuvé
storing-body = Enregistrement de votre connexion…
forgetting-title = Déconnexion en cours

paired-as = Connecté en tant que { $name }
paired-nameless = Cette TV est connectée à votre compte
paired-ready = { $service } est prêt sur cette TV. Kodi et d’autres applis peuvent maintenant l’utiliser.
paired-stored-keyring = Enregistrée dans le trousseau · Gestion sur { $url }
paired-stored-file = Enregistrée dans un fichier privé · Gestion sur { $url }
paired-stored-demo = Démo, effacée quand vous quittez
paired-file-why = Le trousseau n’a pas été utilisé. { $why }.
paired-checking = Vérification auprès de { $service }…
paired-delayed = Pas encore vérifié. { $trouble }.
paired-unknown = { $service } n’a pas dit à qui est ce compte.
paired-moved = { $service } se trouve maintenant sur { $url }. Inscrivez cette adresse dans le fichier de paramètres.
paired-scope = { $service } dit que cette connexion ne permet pas cela. Reconnectez-vous.
paired-old-token = { $service } demande une connexion du nouveau type. Reconnectez-vous avec une nouvelle application.
paired-instead = Ce n’est pas le même compte qu’avant ({ $name }).
paired-ends = { $service } met fin à ce type de connexion vers avril 2027. D’ici là, enregistrez une nouvelle application et reconnectez-vous.
paired-ends-set-up = { $service } met fin à ce type de connexion vers avril 2027. D’ici là, choisissez « { button-set-up } » sous « { button-more } ».
paired-limited = { $service } a donné moins de droits que demandé. Certaines applis pourront peut-être seulement lire.
paired-cannot-forget = La déconnexion n’a pas marché. { $why }.
paired-cannot-move = Le déplacement n’a pas marché. { $why }.
paired-client-not-kept = L’ID client n’a pas pu être enregistré dans le fichier de paramètres. Il vous le faudra encore la prochaine fois.
recipes-title = Utilisez votre connexion
recipes-body = Lancez ces commandes sur cet ordinateur. Elles la donnent à Kodi, à mpv et à vos propres scripts.

unpair-title = Se déconnecter de { $service } ?
unpair-body = Les applis de cet ordinateur perdent l’accès. Pour retirer aussi cette TV de votre compte, ouvrez { $url }.
signed-out-title = Déconnecté de { $service }
signed-out-body = Pour retirer aussi cette TV de votre compte, ouvrez { $url }.

quit-title = Quitter Couchpin ?
leave-title = Revenir à tous les services ?
quit-body = Votre code ne sera plus valable.
quit-body-storing = Votre connexion n’est pas encore enregistrée. Si vous quittez maintenant, elle est perdue.
quit-body-page = La page sur votre téléphone se ferme.
quit-body-plain = Revenez quand vous voulez.

resting-title = Nouveau code ? Appuyez sur une touche
resting-body = En pause, car aucune touche n’a servi depuis un moment.

## What a person must mend

cannot-store-title = Approuvé, mais pas enregistré
cannot-store-body = { $why }. Votre connexion n’est qu’en mémoire. Laissez tout allumé et réessayez.
unreadable-title = La connexion enregistrée est illisible
unreadable-body = { $why }. Réessayez. Si cela ne marche toujours pas, reconnectez-vous.
store-locked = Le trousseau est verrouillé
keyring-silent = Le trousseau ne répond pas
keyring-slow = Le trousseau est trop lent
keyring-no-bus = Il n’y a pas de bus de session
keyring-bus-failed = Le bus de session est inutilisable
keyring-no-service = Aucun service de trousseau n’est lancé
keyring-not-started = Le service de trousseau n’a pas démarré
keyring-no-default = Il n’y a pas de trousseau par défaut
keyring-several = Le trousseau a plusieurs entrées pour cette connexion
keyring-not-kept = Le trousseau n’a pas enregistré ce qu’il a reçu
keyring-too-long = La connexion est trop longue pour le trousseau
keyring-failed = Le trousseau signale une erreur
store-link = { $path } est un lien symbolique
store-not-a-file = { $path } n’est pas un fichier ordinaire
store-anothers = { $path } appartient à un autre utilisateur. Changez-en le propriétaire ou supprimez-le
store-damaged = Elle était endommagée. Il y a une copie dans { $path }
store-unclear = Elle était endommagée
store-version = Elle vient d’une autre version de Couchpin. Mettez Couchpin à jour ou reconnectez-vous
store-other-service = C’est la connexion d’un autre service ({ $service })
store-not-written = Impossible d’écrire { $path }. { $why }
store-not-read = Impossible de lire { $path }. { $why }
store-not-removed = Impossible de supprimer { $path }. { $why }
store-not-set-aside = Impossible de mettre { $path } de côté. { $why }
store-not-opened = Impossible d’ouvrir { $path }. { $why }
store-in-use = Un autre Couchpin modifie la connexion
store-empty = Non connecté
store-no-answer = Le stockage ne répond pas
system-disk-full = Le disque est plein
system-read-only = Ce disque est en lecture seule
system-no-permission = Permission refusée
system-missing = Le fichier ou le dossier est absent
system-in-the-way = Un autre fichier ou dossier occupe la place
system-not-a-file = Ce n’est pas un fichier ordinaire
system-too-large = Le fichier est trop gros
system-too-many-files = Trop de fichiers sont ouverts
system-disk-failed = Le disque est défectueux
system-timeout = Cela a pris trop de temps
system-other = Le système signale l’erreur { $number }
system-unknown = Le système ne donne pas de raison
locked-title = Le trousseau est verrouillé
locked-body = Vous êtes connecté, mais le trousseau qui contient votre connexion est verrouillé. Il faut peut-être un clavier pour le déverrouiller.
absent-title = Trousseau introuvable
absent-body = Vous êtes connecté, mais votre connexion est enregistrée dans le trousseau. { $why }.
keep-title = Connexion enregistrée
keep-in-file = Elle est dans un fichier privé que vous seul pouvez lire. Il n’est pas chiffré.
keep-in-keyring = Elle est dans le trousseau de cet ordinateur. Les programmes ne peuvent la lire que s’il est déverrouillé.
denied-title = Refusé sur le téléphone
denied-body = Si c’était une erreur, demandez un nouveau code.
refused-title = { $service } a déconnecté cette TV
refused-body = L’accès à { $service } a été retiré. Reconnectez-vous pour continuer.
refused-body-name = L’accès de { $name } à { $service } a été retiré. Reconnectez-vous pour continuer.
rejected-title = { $service } a refusé la demande
rejected-client-title = { $service } ne connaît pas cet ID client
rejected-body = Réessayez plus tard.
rejected-client-body = Vérifiez l’ID client dans { $source }, ou reconfigurez-le.
rejected-blocked-title = { $service } n’accepte pas cet ID client
rejected-blocked-body = L’ID est faux, ou { $service } l’a suspendu pour un temps. Vérifiez-le dans { $source }, ou réessayez plus tard.
rejected-answer = Réponse à la { $flow } : { $answer }
details-answer = Réponse de { $service } : { $error }
flow-pin = connexion par PIN
flow-device = connexion d’appareil
no-client-title = Il manque un ID client
no-client-body = Créez une application sur { $url } (type : « Mobile, desktop & browser apps » ; URI de redirection : { $redirect }), inscrivez son ID client dans { $file } et relancez :
no-client-plain-body = Créez une application sur { $url }, inscrivez son ID client dans { $file } et relancez :
no-client-phone-body = Créez une application sur { $url } (type : « Mobile, desktop & browser apps » ; URI de redirection : { $redirect }) et envoyez son ID client depuis votre téléphone. Ou inscrivez-le dans { $file } et relancez :
application-mobile = L’application doit être du type « Mobile, desktop & browser apps » et avoir exactement cette URI de redirection :
application-redirect = L’application doit avoir exactement cette URI de redirection :
application-types = Le type ne peut plus être changé ensuite. « TV, devices & command line » ne marche que pour les codes. « Server apps & services » demande aussi le secret client.
no-application-title = Configurez d’abord { $service }
no-application-body = Créez une application sur { $url }, inscrivez son ID client et son secret dans { $file } et relancez :
wrong-application-title = ID client ou secret incorrect
wrong-application-body = Reconfigurez-les, ou corrigez l’ID client dans { $source }.
lacks-secret-title = Il manque le secret client
lacks-secret-body = L’ID client est bon, mais cette application a aussi un secret (type : « Server apps & services »). Reconfigurez-la avec le secret, ou créez-en une du type « Mobile, desktop & browser apps », qui n’en a pas.
moved-title = { $service } a changé d’adresse
moved-body = La nouvelle adresse est { $url }. Rien n’y a été envoyé. Inscrivez cette adresse dans { $file } et relancez :
metadata-title = Mauvais issuer dans les paramètres
metadata-body = Ce que publie { $issuer } appartient à un autre issuer, ou il y manque une adresse. Vérifiez issuer dans { $file }.
missing-body = Couchpin a envoyé à { $service } une demande incomplète. Merci de nous le signaler.
time-over-title = Délai dépassé
time-over-body = Vous avez 30 minutes. Réessayez quand vous voulez.
time-over-browser-body = Le navigateur n’a pas répondu en 5 minutes. Réessayez. { $application }
page-closed-title = Trop de codes erronés
page-closed-body = Pour protéger votre compte, la page s’est fermée. Recommencez pour obtenir un nouveau code à 4 chiffres.
not-allowed-title = L’accès n’a pas été autorisé
not-allowed-body = Si c’était une erreur, réessayez.
other-issuer-title = La réponse ne vient pas de { $service }
other-issuer-body = Rien n’a été utilisé. Réessayez.
page-refused-body = Vérifiez l’ID client. { $application }
redirect-refused-title = { $service } ne connaît pas l’URI de redirection
redirect-refused-body = { $application }
refused-code-title = { $service } n’a pas accepté la connexion
refused-code-body = La connexion a pris trop de temps ou a déjà servi. Reconnectez-vous.
lost-code-title = Connexion perdue
lost-code-body = { $trouble }. Une connexion ne sert qu’une fois. Reconnectez-vous.
port-taken-title = Le port { $port } est occupé
port-taken-body = Un autre programme de cet ordinateur l’utilise. Fermez-le, ou mettez un autre redirect_port dans { $file } et enregistrez son adresse sur { $service } :
no-browser-title = Impossible d’ouvrir un navigateur
no-browser-body = Installez un navigateur et xdg-utils, ou utilisez votre téléphone.
cannot-begin-title = La connexion n’a pas pu démarrer
cannot-begin-body = { $why }. Réessayez.
unexpected-title = Couchpin a rencontré une erreur
unexpected-body = La connexion recommence dans une minute, ou tout de suite avec « { button-again } ».
config-title = Erreur dans le fichier de paramètres
config-no-home = Cet ordinateur n’a pas de dossier personnel pour les paramètres et les connexions. HOME n’est pas défini.
config-unreadable = Impossible de lire { $file }. { $why }.
config-unreadable-from = Impossible de lire { $file }, indiqué par { $source }. { $why }.
config-exposed-owner = { $file } définit { $setting }, mais appartient à un autre utilisateur. Il doit être à vous, ou à root.
config-exposed-mode = { $file } définit { $setting }, mais d’autres utilisateurs peuvent le modifier. Empêchez-le avec { $command }.
config-line = La ligne { $line } de { $file } est inconnue ou incorrecte. Lancez couchpin status pour voir ce qui est attendu.
config-value = La valeur de { $name } dans { $source } est incorrecte. { $expected }.
config-variable = La valeur de { $source } est incorrecte. { $expected }.
config-no-certificates = Cet ordinateur n’a pas de certificats pour les connexions sécurisées. Installez ca-certificates.
config-no-client = Cet ordinateur ne peut pas établir de connexion sécurisée.
expected-text = Attendu : du texte en UTF-8
expected-word = Attendu : des lettres et des chiffres sans espaces
expected-name = Attendu : un nom en lettres simples, chiffres et signes
expected-address = Attendu : une adresse en https://, sans nom ni mot de passe
expected-one-of = Attendu : { $words }
expected-phone-page = Attendu : true, false ou la seule adresse à écouter, par exemple 192.168.1.20
expected-one-address = Attendu : la seule adresse de cet ordinateur que le téléphone peut joindre, par exemple 192.168.1.20
source-built-in = cette version de Couchpin

demo-banner = Démo. Rien n’est enregistré.
demo-play = Avec « { button-approve } », vous jouez le rôle du téléphone.

## In a terminal

terminal-title = Connectez-vous à { $service }
terminal-code = Code : { $code } (expire dans { $time })
terminal-open = Ouvrez : { $url }
terminal-link = Ou, avec le code déjà inclus : { $url }
terminal-approve = Approuvez sur votre téléphone.
terminal-beware = Seulement si c’est vous qui l’avez lancé.
terminal-good-for = Expire dans { $time }
terminal-storing = Approuvé. Enregistrement de votre connexion…
terminal-cannot-store = Approuvé, mais pas enregistré. { $why }. Votre connexion n’est qu’en mémoire et sera enregistrée dès que c’est réparé. Laissez ceci tourner.
terminal-not-stored = Approuvé, mais pas enregistré. { $why }. Une fois que c’est réparé, reconnectez-vous : { $pair }
terminal-checking = Connecté. Vérification auprès de { $service }…
terminal-paired = Connecté en tant que { $name }, connexion enregistrée dans { $place }
terminal-paired-nameless = Connecté, connexion enregistrée dans { $place }
terminal-already = Déjà connecté en tant que { $name }, connexion enregistrée dans { $place }. Pour se reconnecter : { $pair } --again
terminal-already-nameless = Déjà connecté, connexion enregistrée dans { $place }. Pour se reconnecter : { $pair } --again
terminal-keyring = le trousseau de cet ordinateur
terminal-demo = le dossier d’une démo
terminal-hook = Exécution de on_paired…
terminal-interrupted = interrompu, et non connecté
terminal-refused = { $service } n’accepte plus la connexion enregistrée. Reconnectez-vous
terminal-unreadable = impossible de lire la connexion enregistrée. { $why }. Pour se reconnecter : { $pair } --again
terminal-resting = pas d’approbation à temps. Pour un nouveau code : { $pair }
terminal-denied = refusé sur le téléphone. Si c’était une erreur : { $pair }
terminal-no-client = pas d’ID client pour { $service }. Créez-en un sur { $url } (type : « Mobile, desktop & browser apps » ; URI de redirection : { $redirect }) et inscrivez-le dans { $file } :
terminal-no-client-plain = pas d’ID client pour { $service }. Créez-en un sur { $url } et inscrivez-le dans { $file } :
terminal-rejected-client = { $service } ne connaît pas cet ID client. { $answers }. Corrigez-le dans { $source }
terminal-rejected-blocked = { $service } n’accepte pas cet ID client. { $answers }. L’ID est faux, ou { $service } l’a suspendu pour un temps. Vérifiez-le dans { $source }, ou réessayez plus tard
terminal-rejected = { $service } a refusé la demande. { $answers }

terminal-phone = Avec votre téléphone : { $url }
terminal-number = Quand la page le demande, saisissez ce code à 4 chiffres : { $number }
terminal-follow = Suivez les étapes sur votre téléphone.
terminal-network = Le téléphone et l’ordinateur doivent être sur le même réseau.
terminal-consent = Ou ouvrez { $url }
terminal-paste = Collez ensuite le code ici et appuyez sur Entrée.
terminal-or-paste = Ou collez le code ici et appuyez sur Entrée.
terminal-typed = Ce n’est pas le code. { $why }
terminal-no-application = configurez d’abord { $service }. Créez une application sur { $url } et inscrivez son ID client et son secret dans { $file } :
terminal-set-up = Ou créez une application sur { $url }, inscrivez son ID client et son secret dans { $file } et relancez.
terminal-paste-client = Ou collez l’ID client ici et appuyez sur Entrée.
terminal-paste-secret = Collez maintenant le secret client et appuyez sur Entrée.
terminal-client-saved = Enregistré dans { $file }.
terminal-wrong-application = ID client ou secret incorrect. Réponse de { $service } : { $error }. Corrigez l’ID client dans { $source }
terminal-lacks-secret = l’application a besoin de son secret. Réponse de { $service } : { $error }. L’ID client est bon, mais cette application a aussi un secret (type : « Server apps & services »). Inscrivez client_secret dans { $file }, ou créez-en une du type « Mobile, desktop & browser apps », qui n’en a pas

## On the page for a phone

phone-code-title = Connectez-vous à { $service }
phone-code-consent = Ouvrez { $service } et autorisez l’accès. Un code s’affichera.
phone-code-paste = Copiez le code en entier et collez-le ici
phone-client-title = Configurez { $service }
phone-client-register = Sur { $service }, touchez « Create » en haut. Nom : { $name }. URI de redirection : touchez l’adresse proposée sous le champ. Puis enregistrez.
phone-client-age = Votre compte { $service } doit avoir au moins un jour.
phone-client-type = Sur { $service }, créez une application. Type : « Mobile, desktop & browser apps ». URI de redirection :
phone-client-create = Sur { $service }, créez une application.
phone-client-paste = Puis copiez ce que { $service } affiche
phone-client-hold = Appui long pour copier
phone-client-id = ID client
phone-client-secret = Secret client
phone-client-secret-optional = Secret client, si l’application en a un
phone-open = Ouvrir { $service }
phone-number = Code à 4 chiffres affiché sur la TV
phone-send = Envoyer à la TV
phone-fault-digits = Saisissez les quatre chiffres affichés sur votre TV.
phone-fault-number = { $left ->
    [one] Ce n’est pas le code affiché sur votre TV. Il reste un essai.
    [many] Ce n’est pas le code affiché sur votre TV. Il reste { $left } essais.
   *[other] Ce n’est pas le code affiché sur votre TV. Il reste { $left } essais.
}
phone-fault-missing = Remplissez tous les champs.
phone-fault-cut = Il manque une partie du code. Sélectionnez-le en entier, tirets compris, et copiez-le encore.
phone-fault-strange = Cela ne ressemble pas au code de { $service }. Copiez-le encore.
phone-fault-same = L’ID client et le secret client sont identiques. Copiez-les l’un après l’autre.
phone-fault-refused = { $service } ne l’a pas accepté. Réessayez.
phone-taken-title = Envoyé à la TV
phone-taken-body = Cette page s’actualise dans un instant.
phone-done-title = Terminé
phone-done-body = Votre TV est connectée à { $service }. Vous pouvez fermer cette page.
phone-set-up-body = { $service } est configuré sur votre TV.
phone-continue = Continuer vers { $service }
phone-continue-code = Vérifiez que { $service } et votre TV affichent ce code
phone-step = Étape { $step } sur { $count }
phone-failed-title = Cela n’a pas marché
phone-failed-body = Votre TV indique la suite.
phone-closed-title = Trop de codes erronés
phone-closed-body = Recommencez sur votre TV et scannez le nouveau code QR.
phone-over-title = Délai dépassé
phone-over-body = Recommencez sur votre TV et scannez le nouveau code QR.

## In a browser on this computer

redirect-title = Revenez à votre TV
redirect-body = { $service } a répondu. Vous pouvez fermer cette page.
redirect-denied-title = Pas d’accès
redirect-denied-body = { $service } n’a pas donné l’accès. Fermez cette page. Couchpin vous montre la suite.
redirect-issuer-body = Rien n’a été utilisé. Fermez cette page. Couchpin vous montre la suite.
redirect-unexpected-title = Cette connexion ne vient pas de Couchpin
redirect-unexpected-body = Fermez cette page et continuez dans celle que Couchpin a ouverte.
redirect-used-title = Ce lien a déjà servi
redirect-used-body = Il ne marche qu’une fois. Fermez cette page et recommencez la connexion sur votre TV.
