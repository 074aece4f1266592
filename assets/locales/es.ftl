# What a person reads on the television, in Spanish.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Inicia sesión en { $service }
pairing-open = Escanea el código QR o abre { $url }
pairing-open-short = Escanea o abre { $url }
pairing-open-here = Abre { $url } en este equipo
pairing-check = Tu teléfono debe mostrar este código
pairing-check-here = La página debe mostrar este código
pairing-approve = Aprueba en tu teléfono
pairing-continue = En tu teléfono, toca «{ phone-continue }»
pairing-compare = Compara este código y aprueba
pairing-beware = Solo si lo iniciaste tú en tu propia TV.
pairing-good-for = El código caduca en
page-good-for = La página se cierra en
minutes-left = { $minutes } min
pairing-last-minute = menos de un minuto
pairing-no-code = Aún no hay código
pairing-code = Código
pairing-qr = Código QR para abrir { $url }
pairing-qr-too-long = Esta dirección es demasiado larga para un código QR.
pairing-code-spoken = Código { $code }
spell-letter = { $letter } de { $word }
spell-hyphen = guion
speech-code = Abre { $url } en tu teléfono. Comprueba que muestra este código: { $code }. Otra vez: { $code }. Después, aprueba.

notice-asked-for = Nuevo código. El anterior ya no sirve.
notice-no-new-code = { $service } no envió un nuevo código ({ $answer }). Este sigue sirviendo.
notice-expired = Nuevo código. El anterior caducó.
notice-code-gone = Nuevo código. { $service } canceló el anterior.
notice-answer-lost = Tu aprobación no llegó. Aprueba otra vez, por favor.
notice-opening-here = Abriendo un navegador en este equipo…
notice-opened-here = Abierto en el navegador. Compara el código ahí y aprueba.
notice-not-opened-here = No se pudo abrir un navegador (xdg-utils). Usa tu teléfono.
notice-code-refused = { $service } no aceptó ese código. Pide otro en su página.
notice-client-not-kept = No se guardaron los ajustes. Esto funciona hasta que salgas.
notice-left-in-keyring = Sesión cerrada. La copia del llavero bloqueado se borra al desbloquearlo.

status-asking = Pidiendo un código a { $service }
status-replacing = Pidiendo un nuevo código. Este sigue sirviendo.
status-waiting = Esperando a tu teléfono
status-approval = Esperando tu aprobación
status-checked = Esperando a tu teléfono. Comprobado hace { $seconds } s
status-living = { $trouble }. Tu código sigue sirviendo. Nuevo intento en { $seconds } s
status-retry = { $trouble }. { retry-seconds }
status-retry-minutes = { $trouble }. { retry-minutes }
status-living-on = { $trouble }. Tu código sigue sirviendo
status-goes-on = { $trouble }. { retry-fixed }
status-retrying = { $trouble }. Intentando otra vez
retry-seconds = Nuevo intento en { $seconds } s
retry-minutes = Nuevo intento en { $minutes } min
retry-fixed = Continúa cuando se resuelva

trouble-offline = Sin red
trouble-dns = No se encuentra { $service }
trouble-unreachable = { $service } no responde
trouble-timeout = { $service } va demasiado lento
trouble-clock = La fecha de este equipo es incorrecta ({ $date })
trouble-expired = El certificado de { $service } caducó antes del { $date }, la fecha de este equipo
trouble-tls = No hay conexión segura
trouble-proxy = El proxy { $proxy } ({ $variable }) no llega a { $service }
trouble-proxy-refused = El proxy { $proxy } ({ $variable }) rechaza el usuario o la contraseña
trouble-proxy-unusable = { $variable } no es una dirección de proxy
trouble-portal = Una página de acceso de esta red responde en lugar de { $service }
trouble-foreign = Otra cosa responde en lugar de { $service } ({ $status })
trouble-busy = { $service } está saturado, se comprueba con menos frecuencia
trouble-user-limit = Tu cuenta alcanzó su límite diario en { $service }
trouble-user-limit-until = Tu cuenta alcanzó su límite diario en { $service } hasta las { $time }
trouble-app-limit = La aplicación alcanzó su límite diario en { $service }
trouble-app-limit-until = La aplicación alcanzó su límite diario en { $service } hasta las { $time }
trouble-client-blocked = { $service } no acepta el ID de cliente por ahora
trouble-down = { $service } tiene un problema
trouble-malformed = { $service } envió una respuesta no válida

## Buttons

button-bigger = Ampliar QR
button-smaller = Reducir QR
button-show-qr = Mostrar QR
button-check = Reintentar
button-new = Nuevo código
button-quit = Salir
button-stay = Cancelar
button-done = Listo
button-add-person = Añadir una persona a { $service }
button-again = Reintentar
button-pair-again = Nueva sesión
button-unpair = Cerrar sesión
button-not-you = ¿No eres tú? Cerrar sesión
button-keep = Cancelar
button-unlock = Desbloquear
button-pair-in-file = Nueva sesión
button-later = Ahora no
button-more = Más
button-stay-there = Dejar así
button-to-keyring = Mover al llavero
button-to-file = Mover a archivo
button-demo = Ver la demo
button-approve = Aprobar
button-services = Todos los servicios
button-type = Escribir el código
button-open-here = Abrir aquí
button-in-browser = Usar un navegador
button-open-again = Abrir otra vez
button-by-phone = Usar el teléfono
button-by-code = Usar un código
button-set-up = Reconfigurar

button-kept = Sesión guardada
button-recipes = Usar en otras apps
button-settings = Ajustes
button-about = Acerca de Couchpin
button-read = Leer en voz alta
button-close = Cerrar
button-remote = Probar el control remoto
button-picture = Tamaño de imagen
button-smaller-picture = Más pequeña
button-larger-picture = Más grande
button-start-again = Empezar de nuevo

hint-ok = Elegir
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = Volver
hint-cancel = Cancelar
hint-exit = Salir
hint-shrink = Reducir
hint-type = Escribir
hint-twice = Atrás dos veces para salir
hint-back-key = Atrás
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Atrás no funciona en modo quiosco

## What else there is

more-title = Más
settings-title = Ajustes
settings-body = Los cambios se aplican enseguida.
settings-language = Idioma
settings-language-about = El idioma en la TV y en la terminal.
settings-text = Tamaño del texto
settings-text-about = Con «{ choice-large }», todo lo que necesitas para iniciar sesión se lee bien desde lejos.
settings-theme = Tema
settings-theme-about = Oscuro para la noche, claro para el día o de alto contraste.
settings-motion = Animaciones
settings-motion-about = Animar las pantallas y los botones.
settings-sound = Sonidos
settings-sound-about = Suena un aviso al iniciar sesión.
settings-blanking = Apagado de pantalla
settings-blanking-about = Mantener la TV encendida mientras se muestra un código, o dejar que se apague.
settings-unattended = Códigos automáticos
settings-unattended-about = Cuántos códigos se muestran seguidos si no presionas ningún botón. Cada uno dura 15 minutos. Después, la pantalla descansa.
settings-store = Dónde guardar la sesión
settings-store-about = Dónde se guardará tu próxima sesión. Las que ya tienes se quedan donde están.
settings-swap = Botones del gamepad
settings-swap-about = Con qué botón se elige, A o B.
settings-taught = Botones aprendidos
settings-taught-about = Olvidar los botones que le enseñaste a Couchpin, si alguno no hace lo que debe.
choice-system = Según el sistema
choice-normal = Normal
choice-large = Grande
choice-dark = Oscuro
choice-light = Claro
choice-contrast = Alto contraste
choice-on = Sí
choice-off = No
choice-awake = Mantener encendida
choice-blank = Permitir
choice-one-code = Un código
choice-codes = { $count ->
    [one] { $count } código
    [many] { $count } de códigos
   *[other] { $count } códigos
}
choice-always = Sin límite
choice-automatic = Llavero, si está abierto
choice-keyring = Llavero
choice-file = Archivo privado
choice-a = Se elige con A
choice-b = Se elige con B
choice-keep-taught = Conservar
choice-forget-taught = Olvidar todos
choice-needs-font = falta la fuente

about-title = Couchpin { $version }
about-body = Inicia sesión en tus servicios en esta TV con tu teléfono. Código abierto (MIT o Apache 2.0). Fuentes: Inter, JetBrains Mono (OFL). Iconos: Lucide (ISC).
more-body = ¿El control remoto no responde? ¿La imagen sale cortada? Arréglalo aquí.

remote-title = Probar el control remoto
remote-body = Presiona cualquier botón para ver qué hace. Presiona Atrás dos veces para salir.
remote-nothing = Aún no presionaste nada
remote-code = código { $code } ({ $hex })
remote-window = teclado o control remoto
remote-closed = No se puede leer { $name } ({ $node })
remote-allow = Instala la regla udev de Couchpin (ver README) y vuelve a conectar el dispositivo.
teach-title = Nuevo botón: { $code }
teach-body = ¿Qué debe hacer? Elige con las flechas y presiona otra vez el nuevo botón.
not-kept = Esto funciona hasta que salgas, pero no se pudo guardar. { $why }.
not-kept-busy = Otro programa está escribiendo el archivo de ajustes
not-kept-mistake = El archivo de ajustes tiene un error. Corrígelo primero
not-kept-table = El archivo de ajustes usa el nombre { $name } para otra cosa
not-kept-exposed = Otro usuario puede cambiar el archivo de ajustes

name-up = Arriba
name-down = Abajo
name-left = Izquierda
name-right = Derecha
name-ok = OK
name-back = Atrás
name-menu = Menú
name-info = Info
name-play-pause = Play/Pausa
name-page-up = Página arriba
name-page-down = Página abajo
name-digit = Dígito { $digit }
name-red = Rojo
name-green = Verde
name-yellow = Amarillo
name-blue = Azul
name-other = aquí no hace nada
name-unknown = desconocido

picture-title = Tamaño de imagen
picture-body = Presiona Izquierda hasta ver las cuatro esquinas. Presiona OK cuando esté listo.
picture-percent = { $size } %

## All services

home-title = Tus servicios
home-body = Elige un servicio para iniciar sesión o administrarlo.
state-looking = …
state-not-set-up = Sin configurar
state-not-paired = Sesión no iniciada
state-paired = Sesión iniciada como { $name }
state-paired-nameless = Sesión iniciada
state-attention = Requiere atención

## With a phone, by hand, or in a browser

page-scan = Escanea el código QR
page-number = Cuando te lo pida, escribe este número
page-follow = Sigue los pasos en tu teléfono
page-allow = En tu teléfono, permite el acceso y copia el código
page-paste = Vuelve a la página de Couchpin y pégalo
page-connected = Teléfono conectado
page-connected-title = Continúa en tu teléfono
page-connected-body = ¿Otro teléfono? Presiona «{ button-show-qr }».
page-beware = El teléfono y la TV deben estar en la misma red.
page-spoken = Número { $code }
page-qr = Código QR de la página para tu teléfono
page-opened = La página está abierta en un teléfono
page-wrong = Número incorrecto, intento { $count } de { $most }
set-up-title = Configura { $service }
set-up-step = Paso { $step } de { $count }
typing-scan = Escanea el código QR y permite el acceso
typing-shown = { $service } te mostrará { $length } caracteres
typing-type = Escríbelos aquí
typing-switched-off = La página para el teléfono está desactivada en los ajustes.
typing-no-network = Esta TV no está en una red que tu teléfono pueda usar.
typing-public-address = Esta TV tiene una dirección pública. Consulta phone_page en los ajustes.
typing-no-page = No se pudo abrir la página para el teléfono.
typing-qr = Código QR para abrir { $service }
browser-title = Continúa en el navegador
browser-body = Permite el acceso en { $service }. ¿Aparece un error? { $application }
exchange-title = Iniciando sesión
exchange-body = Terminando de iniciar sesión en { $service }…

keyboard-title = Escribe el código de { $service }
keyboard-count = { $count } de { $length }
keyboard-capital = { $letter } mayúscula
keyboard-hyphen = guion
keyboard-underscore = guion bajo
keyboard-case-spoken = mayúsculas o minúsculas
keyboard-delete = Borrar
keyboard-clear = Borrar todo
keyboard-send = Enviar
typed-empty = Aún no hay nada escrito.
typed-cut = Solo { $count } de { $length } caracteres. Quizá el código se cortó en un guion.
typed-short = Solo { $count } de { $length } caracteres.

## Results

starting-title = Un momento
storing-title = Aprobado
storing-body = Guardando tu sesión…
forgetting-title = Cerrando sesión

paired-as = Sesión iniciada como { $name }
paired-nameless = Sesión iniciada en esta TV
paired-ready = { $service } está listo en esta TV. Kodi y otras apps ya pueden usarlo.
paired-stored-keyring = Guardada en el llavero · Adminístrala en { $url }
paired-stored-file = Guardada en un archivo privado · Adminístrala en { $url }
paired-stored-demo = Demo, se borra al salir
paired-file-why = No se usó el llavero. { $why }.
paired-checking = Comprobando con { $service }…
paired-delayed = Aún sin comprobar. { $trouble }.
paired-unknown = { $service } no dijo de quién es la cuenta.
paired-moved = { $service } se mudó a { $url }. Escribe esa dirección en el archivo de ajustes.
paired-scope = { $service } dice que esta sesión no tiene permiso para eso. Inicia sesión otra vez.
paired-old-token = { $service } necesita una sesión de su tipo más nuevo. Inicia sesión otra vez con una nueva aplicación.
paired-instead = Esta cuenta no es la de antes ({ $name }).
paired-ends = { $service } dejará de aceptar este tipo de sesión hacia abril de 2027. Antes de eso, registra una nueva aplicación e inicia sesión otra vez.
paired-ends-set-up = { $service } dejará de aceptar este tipo de sesión hacia abril de 2027. Antes de eso, elige «{ button-set-up }» en «{ button-more }».
paired-limited = { $service } dio menos permisos de los pedidos. Quizá algunas apps solo puedan leer.
paired-cannot-forget = No se pudo cerrar la sesión. { $why }.
paired-cannot-move = No se pudo mover. { $why }.
paired-client-not-kept = No se pudo guardar el ID de cliente en el archivo de ajustes. La próxima vez lo necesitarás de nuevo.
recipes-title = Usa tu sesión
recipes-body = Ejecuta estos comandos en este equipo. Le dan tu sesión a Kodi, a mpv y a tus propios scripts.

unpair-title = ¿Cerrar sesión en { $service }?
unpair-body = Las apps de este equipo pierden el acceso. Para quitar esta TV también de tu cuenta, abre { $url }.
signed-out-title = Sesión cerrada en { $service }
signed-out-body = Para quitar esta TV también de tu cuenta, abre { $url }.

quit-title = ¿Salir de Couchpin?
leave-title = ¿Volver a todos los servicios?
quit-body = Tu código deja de servir.
quit-body-storing = Tu sesión aún no está guardada. Si sales ahora, se pierde.
quit-body-page = La página de tu teléfono se cierra.
quit-body-plain = Puedes volver cuando quieras.

resting-title = ¿Otro código? Presiona cualquier botón
resting-body = En pausa, porque hace rato que no se presiona ningún botón.

## What a person must mend

cannot-store-title = Aprobado, pero no guardado
cannot-store-body = { $why }. Tu sesión está solo en la memoria. Deja esto encendido e inténtalo otra vez.
unreadable-title = No se puede leer tu sesión
unreadable-body = { $why }. Inténtalo otra vez. Si sigue fallando, inicia sesión de nuevo.
store-locked = El llavero está bloqueado
keyring-silent = El llavero no responde
keyring-slow = El llavero va demasiado lento
keyring-no-bus = No hay bus de sesión
keyring-bus-failed = No se puede usar el bus de sesión
keyring-no-service = No hay ningún servicio de llavero activo
keyring-not-started = El servicio de llavero no arrancó
keyring-no-default = No hay llavero predeterminado
keyring-several = El llavero tiene varias entradas para esta sesión
keyring-not-kept = El llavero no guardó lo que recibió
keyring-too-long = La sesión es demasiado larga para el llavero
keyring-failed = El llavero da un error
store-link = { $path } es un enlace simbólico
store-not-a-file = { $path } no es un archivo normal
store-anothers = { $path } pertenece a otro usuario. Cambia su propietario o bórralo
store-damaged = Estaba dañada. Hay una copia en { $path }
store-unclear = Estaba dañada
store-version = La guardó otra versión de Couchpin. Actualiza Couchpin o inicia sesión otra vez
store-other-service = Es la sesión de otro servicio ({ $service })
store-not-written = No se puede escribir { $path }. { $why }
store-not-read = No se puede leer { $path }. { $why }
store-not-removed = No se puede borrar { $path }. { $why }
store-not-set-aside = No se puede apartar { $path }. { $why }
store-not-opened = No se puede abrir { $path }. { $why }
store-in-use = Otro Couchpin está cambiando la sesión
store-empty = Sesión no iniciada
store-no-answer = El almacén no responde
system-disk-full = El disco está lleno
system-read-only = El disco es de solo lectura
system-no-permission = Permiso denegado
system-missing = Falta el archivo o la carpeta
system-in-the-way = Otro archivo u otra carpeta ocupa su lugar
system-not-a-file = No es un archivo normal
system-too-large = El archivo es demasiado grande
system-too-many-files = Hay demasiados archivos abiertos
system-disk-failed = El disco está fallando
system-timeout = Tardó demasiado
system-other = El sistema da el error { $number }
system-unknown = El sistema no da ningún motivo
locked-title = El llavero está bloqueado
locked-body = La sesión está iniciada, pero el llavero que la guarda está bloqueado. Quizá necesites un teclado para desbloquearlo.
absent-title = No se encuentra el llavero
absent-body = La sesión está iniciada, pero se guarda en el llavero. { $why }.
keep-title = Sesión guardada
keep-in-file = Está en un archivo privado que solo tú puedes leer. No está cifrado.
keep-in-keyring = Está en el llavero de este equipo. Los programas solo pueden leerla mientras esté desbloqueado.
denied-title = Rechazado en el teléfono
denied-body = Si fue sin querer, pide un nuevo código.
refused-title = { $service } cerró tu sesión
refused-body = Se retiró el acceso a { $service }. Inicia sesión otra vez para continuar.
refused-body-name = Se retiró el acceso de { $name } a { $service }. Inicia sesión otra vez para continuar.
rejected-title = { $service } rechazó la solicitud
rejected-client-title = { $service } no conoce este ID de cliente
rejected-body = Inténtalo más tarde.
rejected-client-body = Revisa el ID de cliente en { $source } o configúralo de nuevo.
rejected-blocked-title = { $service } no acepta este ID de cliente
rejected-blocked-body = El ID es incorrecto, o { $service } lo suspendió por un tiempo. Revísalo en { $source } o inténtalo más tarde.
rejected-answer = Respuesta al { $flow }: { $answer }
details-answer = Respuesta de { $service }: { $error }
flow-pin = inicio de sesión con PIN
flow-device = inicio de sesión de dispositivo
no-client-title = Falta un ID de cliente
no-client-body = Crea una aplicación en { $url } (tipo: «Mobile, desktop & browser apps»; URI de redirección: { $redirect }), escribe su ID de cliente en { $file } y empieza de nuevo:
no-client-plain-body = Crea una aplicación en { $url }, escribe su ID de cliente en { $file } y empieza de nuevo:
no-client-phone-body = Crea una aplicación en { $url } (tipo: «Mobile, desktop & browser apps»; URI de redirección: { $redirect }) y envía su ID de cliente desde tu teléfono. O escríbelo en { $file } y empieza de nuevo:
application-mobile = La aplicación debe ser del tipo «Mobile, desktop & browser apps» y tener exactamente esta URI de redirección:
application-redirect = La aplicación debe tener exactamente esta URI de redirección:
application-types = El tipo no se puede cambiar después. «TV, devices & command line» solo sirve para códigos. «Server apps & services» necesita también su secreto de cliente.
no-application-title = Configura { $service } primero
no-application-body = Crea una aplicación en { $url }, escribe su ID y su secreto de cliente en { $file } y empieza de nuevo:
wrong-application-title = ID o secreto de cliente incorrecto
wrong-application-body = Configúralos de nuevo o corrige el ID de cliente en { $source }.
lacks-secret-title = Esta aplicación necesita su secreto
lacks-secret-body = El ID de cliente es correcto, pero esta aplicación también tiene un secreto (tipo: «Server apps & services»). Configúrala de nuevo con el secreto, o crea una del tipo «Mobile, desktop & browser apps», que no lo tiene.
moved-title = { $service } se mudó
moved-body = Ahora está en { $url }. No se envió nada allí. Escribe la nueva dirección en { $file } y empieza de nuevo:
metadata-title = El issuer de los ajustes es incorrecto
metadata-body = Lo que publica { $issuer } es de otro issuer, o le falta una dirección. Revisa issuer en { $file }.
missing-body = Couchpin envió a { $service } una solicitud incompleta. Por favor, avísanos.
time-over-title = Se acabó el tiempo
time-over-body = Tienes 30 minutos. Inténtalo otra vez cuando puedas.
time-over-browser-body = El navegador no respondió en 5 minutos. Inténtalo otra vez. { $application }
page-closed-title = Demasiados números incorrectos
page-closed-body = Para proteger tu cuenta, la página se cerró. Empieza de nuevo para recibir otro número.
not-allowed-title = No se permitió el acceso
not-allowed-body = Si fue sin querer, inténtalo otra vez.
other-issuer-title = La respuesta no vino de { $service }
other-issuer-body = No se usó nada. Inténtalo otra vez.
page-refused-body = Revisa el ID de cliente. { $application }
redirect-refused-title = { $service } no conoce la URI de redirección
redirect-refused-body = { $application }
refused-code-title = { $service } rechazó el inicio de sesión
refused-code-body = El inicio de sesión tardó demasiado o ya se usó. Inicia sesión otra vez.
lost-code-title = Se perdió el inicio de sesión
lost-code-body = { $trouble }. Un inicio de sesión sirve solo una vez. Inicia sesión otra vez.
port-taken-title = El puerto { $port } está ocupado
port-taken-body = Lo usa otro programa de este equipo. Ciérralo, o pon otro redirect_port en { $file } y registra su dirección en { $service }:
no-browser-title = No se pudo abrir un navegador
no-browser-body = Instala un navegador y xdg-utils, o usa tu teléfono.
cannot-begin-title = No se pudo iniciar sesión
cannot-begin-body = { $why }. Inténtalo otra vez.
unexpected-title = Couchpin tuvo un error
unexpected-body = El inicio de sesión empieza de nuevo en un minuto, o ya mismo con «{ button-again }».
config-title = Error en el archivo de ajustes
config-no-home = Este equipo no tiene carpeta personal para los ajustes y las sesiones. HOME no está definida.
config-unreadable = No se puede leer { $file }. { $why }.
config-unreadable-from = No se puede leer { $file }, indicado en { $source }. { $why }.
config-exposed-owner = { $file } define { $setting }, pero pertenece a otro usuario. Debe ser tuyo o de root.
config-exposed-mode = { $file } define { $setting }, pero otros usuarios pueden cambiarlo. Evítalo con { $command }.
config-line = La línea { $line } de { $file } es desconocida o incorrecta. Ejecuta couchpin status para ver qué se espera.
config-value = El valor de { $name } en { $source } es incorrecto. { $expected }.
config-variable = El valor de { $source } es incorrecto. { $expected }.
config-no-certificates = Este equipo no tiene certificados para conexiones seguras. Instala ca-certificates.
config-no-client = Este equipo no puede establecer conexiones seguras.
expected-text = Se espera: texto en UTF-8
expected-word = Se espera: letras y dígitos sin espacios
expected-name = Se espera: un nombre de letras sencillas, dígitos y signos
expected-address = Se espera: una dirección con https://, sin usuario ni contraseña
expected-one-of = Se espera: { $words }
expected-phone-page = Se espera: true, false o la única dirección en la que escuchar, por ejemplo 192.168.1.20
expected-one-address = Se espera: la única dirección de este equipo a la que llega el teléfono, por ejemplo 192.168.1.20
source-built-in = esta versión de Couchpin

demo-banner = Demo. No se guarda nada.
demo-play = Con «{ button-approve }» haces el papel del teléfono.

## In a terminal

terminal-title = Inicia sesión en { $service }
terminal-code = Código: { $code } (caduca en { $time })
terminal-open = Abre: { $url }
terminal-link = O, con el código incluido: { $url }
terminal-approve = Aprueba en tu teléfono.
terminal-beware = Solo si lo iniciaste tú.
terminal-good-for = Caduca en { $time }
terminal-storing = Aprobado. Guardando tu sesión…
terminal-cannot-store = Aprobado, pero no guardado. { $why }. Tu sesión está solo en la memoria y se guardará cuando eso se arregle. Deja esto en marcha.
terminal-not-stored = Aprobado, pero no guardado. { $why }. Cuando esté arreglado, inicia sesión otra vez: { $pair }
terminal-checking = Sesión iniciada. Comprobando con { $service }…
terminal-paired = Sesión iniciada como { $name }, guardada en { $place }
terminal-paired-nameless = Sesión iniciada, guardada en { $place }
terminal-already = Ya hay una sesión iniciada como { $name }, guardada en { $place }. Para iniciar sesión otra vez: { $pair } --again
terminal-already-nameless = Ya hay una sesión iniciada, guardada en { $place }. Para iniciar sesión otra vez: { $pair } --again
terminal-keyring = el llavero de este equipo
terminal-demo = la carpeta de una demo
terminal-hook = Ejecutando on_paired…
terminal-interrupted = interrumpido, sin iniciar sesión
terminal-refused = { $service } ya no acepta la sesión guardada. Inicia sesión otra vez
terminal-unreadable = no se puede leer la sesión guardada. { $why }. Para iniciar sesión otra vez: { $pair } --again
terminal-resting = no se aprobó a tiempo. Para un nuevo código: { $pair }
terminal-denied = rechazado en el teléfono. Si fue sin querer: { $pair }
terminal-no-client = no hay ID de cliente de { $service }. Crea uno en { $url } (tipo: «Mobile, desktop & browser apps»; URI de redirección: { $redirect }) y escríbelo en { $file }:
terminal-no-client-plain = no hay ID de cliente de { $service }. Crea uno en { $url } y escríbelo en { $file }:
terminal-rejected-client = { $service } no conoce este ID de cliente. { $answers }. Corrígelo en { $source }
terminal-rejected-blocked = { $service } no acepta este ID de cliente. { $answers }. El ID es incorrecto, o { $service } lo suspendió por un tiempo. Revísalo en { $source } o inténtalo más tarde
terminal-rejected = { $service } rechazó la solicitud. { $answers }

terminal-phone = Con tu teléfono: { $url }
terminal-number = Cuando te lo pida, escribe este número: { $number }
terminal-follow = Sigue los pasos en tu teléfono.
terminal-network = El teléfono y el equipo deben estar en la misma red.
terminal-consent = O abre { $url }
terminal-paste = Después, pega el código aquí y presiona Enter.
terminal-or-paste = O pega el código aquí y presiona Enter.
terminal-typed = Ese no es el código. { $why }
terminal-no-application = configura { $service } primero. Crea una aplicación en { $url } y escribe su ID y su secreto de cliente en { $file }:
terminal-set-up = O crea una aplicación en { $url }, escribe su ID y su secreto de cliente en { $file } y empieza de nuevo.
terminal-paste-client = O pega el ID de cliente aquí y presiona Enter.
terminal-paste-secret = Ahora pega el secreto de cliente y presiona Enter.
terminal-client-saved = Guardado en { $file }.
terminal-wrong-application = ID o secreto de cliente incorrecto. Respuesta de { $service }: { $error }. Corrige el ID de cliente en { $source }
terminal-lacks-secret = la aplicación necesita su secreto. Respuesta de { $service }: { $error }. El ID de cliente es correcto, pero esta aplicación también tiene un secreto (tipo: «Server apps & services»). Escribe client_secret en { $file }, o crea una del tipo «Mobile, desktop & browser apps», que no lo tiene

## On the page for a phone

phone-code-title = Inicia sesión en { $service }
phone-code-consent = Abre { $service } y permite el acceso. Te mostrará un código.
phone-code-paste = Copia el código completo y pégalo aquí
phone-client-title = Configura { $service }
phone-client-register = En { $service }, toca «Create» arriba. Nombre: { $name }. URI de redirección: toca la dirección sugerida debajo del campo. Después, guarda.
phone-client-age = Tu cuenta de { $service } debe tener al menos un día.
phone-client-type = En { $service }, crea una aplicación. Tipo: «Mobile, desktop & browser apps». URI de redirección:
phone-client-create = En { $service }, crea una aplicación.
phone-client-paste = Después, copia lo que muestra { $service }
phone-client-hold = Mantén presionado para copiar
phone-client-id = ID de cliente
phone-client-secret = Secreto de cliente
phone-client-secret-optional = Secreto de cliente, si la aplicación lo tiene
phone-open = Abrir { $service }
phone-number = Número en tu TV
phone-send = Enviar a la TV
phone-fault-digits = Escribe los cuatro dígitos que muestra tu TV.
phone-fault-number = { $left ->
    [one] Ese no es el número de tu TV. Queda un intento.
    [many] Ese no es el número de tu TV. Quedan { $left } intentos.
   *[other] Ese no es el número de tu TV. Quedan { $left } intentos.
}
phone-fault-missing = Completa todos los campos.
phone-fault-cut = Falta una parte del código. Selecciónalo entero, con los guiones, y cópialo otra vez.
phone-fault-strange = Eso no parece el código de { $service }. Cópialo otra vez.
phone-fault-same = El ID y el secreto de cliente son el mismo texto. Copia cada uno por separado.
phone-fault-refused = { $service } no lo aceptó. Inténtalo otra vez.
phone-taken-title = Enviado a la TV
phone-taken-body = Esta página se actualiza en un momento.
phone-done-title = Listo
phone-done-body = Tu TV tiene la sesión iniciada en { $service }. Puedes cerrar esta página.
phone-set-up-body = { $service } está configurado en tu TV.
phone-continue = Continuar en { $service }
phone-continue-code = Comprueba que { $service } y tu TV muestran este código
phone-step = Paso { $step } de { $count }
phone-failed-title = No funcionó
phone-failed-body = Tu TV muestra cómo seguir.
phone-closed-title = Demasiados números incorrectos
phone-closed-body = Empieza de nuevo en la TV y escanea el nuevo código QR.
phone-over-title = Se acabó el tiempo
phone-over-body = Empieza de nuevo en la TV y escanea el nuevo código QR.

## In a browser on this computer

redirect-title = Vuelve a tu TV
redirect-body = { $service } respondió. Puedes cerrar esta página.
redirect-denied-title = Sin acceso
redirect-denied-body = { $service } no dio acceso. Cierra esta página. Couchpin muestra cómo seguir.
redirect-issuer-body = No se usó nada. Cierra esta página. Couchpin muestra cómo seguir.
redirect-unexpected-title = Este inicio de sesión no es de Couchpin
redirect-unexpected-body = Cierra esta página y continúa en la que abrió Couchpin.
redirect-used-title = Este enlace ya se usó
redirect-used-body = Solo funciona una vez. Cierra esta página y vuelve a iniciar sesión desde la TV.
