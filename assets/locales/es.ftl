# What a person reads on the television, in Spanish.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Conectar esta TV a { $service }
pairing-open = Escanea el código o abre { $url } en tu teléfono
pairing-open-short = Escanea o abre { $url }
pairing-open-here = Abre { $url } en este equipo
pairing-check = Comprueba que tu teléfono muestra
pairing-check-here = Comprueba que la página muestra
pairing-approve = Aprueba. Esta pantalla cambiará sola.
pairing-beware = Aprueba solo si estás viendo esta pantalla.
pairing-good-for = Caduca en
pairing-last-minute = menos de un minuto
pairing-no-code = Aún no hay código
pairing-code = Código
pairing-qr = Código QR que lleva a { $url }
pairing-qr-too-long = Esta dirección es demasiado larga para un código QR.
pairing-code-spoken = Código { $code }
spell-letter = { $letter } de { $word }
spell-hyphen = guion
speech-code = Abre { $url } en tu teléfono. Comprueba que muestra este código: { $code }. Otra vez: { $code }. Después, aprueba.

notice-asked-for = Este es un código nuevo. El anterior ya no sirve.
notice-no-new-code = { $service } no dio un código nuevo ({ $answer }). Este sigue sirviendo.
notice-expired = Este es un código nuevo: el anterior caducó.
notice-code-gone = Este es un código nuevo: { $service } ya no reconocía el anterior.
notice-answer-lost = Aprobado, pero se perdió la respuesta: aprueba otra vez, por favor.
notice-opening-here = Abriendo un navegador en este equipo …
notice-opened-here = Abierto en el navegador de aquí. Compara allí el código y aprueba.
notice-not-opened-here = No se pudo abrir un navegador aquí (xdg-utils). Usa el teléfono.
notice-code-refused = { $service } no aceptó este código. Su página te muestra otro.
notice-client-not-kept = Los ajustes no pudieron guardar esta aplicación: vale hasta que salgas.
notice-unpaired = TV desvinculada.
notice-left-in-keyring = TV desvinculada. La copia del llavero se borrará al desbloquearlo.

status-asking = Pidiendo un código a { $service }
status-replacing = Pidiendo otro código. Este sirve hasta que llegue.
status-waiting = Esperando a tu teléfono
status-checked = Esperando a tu teléfono. Comprobado hace { $seconds } s
status-living = { $trouble }. Tu código aún sirve; nuevo intento en { $seconds } s
status-retry = { $trouble }. Nuevo intento en { $seconds } s
status-retry-minutes = { $trouble }. Nuevo intento en { $minutes } min
status-living-on = { $trouble }. Tu código aún sirve
status-goes-on = { $trouble }. Después sigue solo
status-retrying = { $trouble }. Intentando de nuevo

trouble-offline = No hay red
trouble-dns = No se encuentra { $service }
trouble-unreachable = { $service } no responde
trouble-timeout = { $service } responde muy despacio
trouble-clock = El reloj de este equipo está mal ({ $date })
trouble-expired = El certificado de { $service } caducó antes del { $date }, la fecha de este equipo
trouble-tls = La conexión no es segura
trouble-proxy = El proxy { $proxy } ({ $variable }) no conecta con { $service }
trouble-proxy-refused = El proxy { $proxy } ({ $variable }) pide otro usuario o contraseña
trouble-proxy-unusable = { $variable } no contiene la dirección de un proxy
trouble-portal = Otra página responde por { $service }
trouble-foreign = Otro equipo responde por { $service } ({ $status })
trouble-busy = { $service } está saturado, se comprueba menos
trouble-user-limit = Se alcanzó el límite diario de tu cuenta en { $service }
trouble-user-limit-until = Se alcanzó el límite diario de tu cuenta en { $service } hasta las { $time }
trouble-app-limit = Se alcanzó el límite diario de la aplicación en { $service }
trouble-app-limit-until = Se alcanzó el límite diario de la aplicación en { $service } hasta las { $time }
trouble-client-blocked = { $service } no acepta el ID de cliente por ahora
trouble-down = { $service } tiene un fallo
trouble-malformed = { $service } respondió sin sentido

## Buttons

button-bigger = Ampliar QR
button-smaller = Reducir QR
button-check = Comprobar ya
button-new = Código nuevo
button-quit = Salir
button-stay = Quedarse
button-done = Listo
button-again = Reintentar
button-pair-again = Vincular de nuevo
button-unpair = Desvincular
button-not-you = ¿No eres tú? Desvincular
button-keep = No desvincular
button-unlock = Desbloquear
button-pair-in-file = Vincular con archivo
button-later = Más tarde
button-more = Más
button-stay-there = Dejar ahí
button-to-keyring = Mover al llavero
button-to-file = Mover a archivo privado
button-demo = Ver la demo
button-approve = Demo: aprobar
button-services = Todos los servicios
button-type = Escribir el código
button-open-here = Abrir aquí
button-in-browser = Usar un navegador
button-open-again = Abrir de nuevo
button-by-phone = Usar el teléfono
button-by-code = Usar un código
button-set-up = Reconfigurar

button-kept = Sesión guardada
button-settings = Ajustes
button-about = Acerca de
button-read = Leer en voz alta
button-close = Cerrar
button-remote = Probar el mando
button-picture = Tamaño de imagen
button-smaller-picture = Más pequeña
button-larger-picture = Más grande
button-start-over = Empezar de nuevo
button-swap = Intercambiar A y B
button-forget-taught = Restablecer botones
button-start-again = Reiniciar

hint-ok = elegir
hint-ok-key = OK
hint-enter-key = Intro
hint-a-key = A
hint-cross-key = ×
hint-back = salir
hint-back-key = Atrás
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Atrás no hace nada aquí

## What else there is

more-title = Más
settings-title = Ajustes
settings-body = Lo que elijas se aplica al momento y se guarda.
settings-language = Idioma
settings-language-about = El idioma de esta pantalla y de couchpin en la terminal.
settings-text = Tamaño del texto
settings-text-about = «Grande» muestra lo necesario para vincular con letras grandes, para vista cansada o una TV pequeña.
settings-theme = Colores
settings-theme-about = Oscuros para la noche, claros para el día o con el contraste más alto.
settings-motion = Animaciones
settings-motion-about = Elige si el marco de un botón se desliza hasta el siguiente.
settings-blanking = Al mostrar un código
settings-blanking-about = Elige si la pantalla de la TV puede apagarse antes de que apruebes.
settings-unattended = Códigos seguidos
settings-unattended-about = Cuántos códigos salen solos, de un cuarto de hora cada uno, cuando nadie pulsa un botón. Después, esta pantalla descansa.
settings-store = Guardar la sesión
settings-store-about = Dónde se guardará la próxima sesión. Lo que ya está vinculado se queda donde está.
choice-system = Según el sistema
choice-normal = Normal
choice-large = Grande
choice-dark = Oscuros
choice-light = Claros
choice-contrast = Alto contraste
choice-gliding = Fluidas
choice-still = Ninguna
choice-awake = Sigue encendida
choice-blank = Puede apagarse
choice-one-code = Un código
choice-codes = { $count ->
    [one] { $count } código
    [many] { $count } de códigos
   *[other] { $count } códigos
}
choice-always = Siempre uno nuevo
choice-automatic = Llavero si está abierto
choice-keyring = En el llavero
choice-file = En un archivo privado

about-title = Couchpin { $version }
about-body = Inicia sesión en tus servicios en esta TV, desde el sofá. Software libre bajo las licencias MIT y Apache 2.0, con las tipografías Inter y JetBrains Mono (SIL Open Font License).
more-body = Si un botón del mando no hace nada o un borde de la imagen queda oculto, arréglalo aquí.

remote-title = Probar el mando
remote-body = Pulsa cada botón una vez. Abajo aparece lo que hace aquí, con su código y su procedencia.
remote-nothing = Aún no has pulsado nada
remote-code = código { $code } ({ $hex })
remote-window = teclado o mando
remote-closed = Lectura no permitida: { $name } ({ $node })
remote-allow = Para permitirla, instala la regla udev de couchpin (ver README) y vuelve a conectar el dispositivo.
teach-title = Botón { $code } aún desconocido
teach-body = ¿Qué debe hacer? Elígelo con las flechas y pulsa otra vez el mismo botón. Atrás lo deja como está.
not-kept = Vale hasta que salgas, pero no se pudo guardar: { $why }.
not-kept-busy = Otro programa está escribiendo el archivo de ajustes
not-kept-mistake = El archivo de ajustes tiene un error que hay que corregir antes
not-kept-table = Otra cosa se llama { $name } en el archivo de ajustes
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
name-digit = Número { $digit }
name-red = Rojo
name-green = Verde
name-yellow = Amarillo
name-blue = Azul
name-other = sin efecto aquí
name-unknown = desconocido

picture-title = Tamaño de imagen
picture-body = Amplía la imagen hasta que las cuatro esquinas rocen los bordes de tu TV. Así no se oculta nada ni se desaprovecha espacio.
picture-percent = { $size } %

## All services

home-title = Tus servicios
home-body = Elige un servicio para ver su sesión o para iniciar sesión.
state-looking = …
state-not-set-up = Sin configurar
state-not-paired = Sin vincular
state-paired = Vinculado: { $name }
state-paired-nameless = Vinculado
state-attention = Requiere atención

## With a phone, by hand, or in a browser

page-scan = Escanea el código con tu teléfono
page-number = Escribe allí este número
page-follow = Sigue la página. Esta pantalla cambiará sola.
page-beware = Teléfono y TV deben estar en la misma red.
page-spoken = Número { $code }
page-qr = Código QR de la página para tu teléfono
page-opened = Página abierta en un teléfono
page-wrong = Números incorrectos: { $count } de { $most }. Después, la página se cierra
set-up-title = Configurar { $service } en esta TV
typing-scan = Escanea el código y permite el acceso
typing-shown = Después, { $service } muestra { $length } caracteres
typing-type = Escríbelos aquí
typing-switched-off = Página para teléfono desactivada en los ajustes.
typing-no-network = Esta TV no está en una red que pueda usar un teléfono.
typing-public-address = Dirección pública: consulta phone_page en los ajustes.
typing-no-page = No se pudo abrir la página para el teléfono.
typing-qr = Código QR que lleva a { $service }
browser-title = Continúa en el navegador
browser-body = { $service } te pedirá confirmación allí. Esta pantalla seguirá sola. ¿Muestra un error en su lugar? { $application }
exchange-title = Iniciando sesión
exchange-body = Obteniendo la sesión de { $service }…

keyboard-title = Escribe el código
keyboard-count = { $count } de { $length }
keyboard-capital = { $letter } mayúscula
keyboard-hyphen = guion
keyboard-underscore = guion bajo
keyboard-case = Aa
keyboard-case-spoken = mayúsculas o minúsculas
keyboard-delete = Borrar
keyboard-send = Enviar
typed-empty = Aún no has escrito nada.
typed-cut = Solo { $count } de { $length } caracteres: quizá el código se cortó en un guion.
typed-short = Solo { $count } de { $length } caracteres.

## Results

starting-title = Un momento
storing-title = Aprobado
storing-body = Guardando la sesión de forma segura…
forgetting-title = Desvinculando

paired-as = Cuenta vinculada: { $name }
paired-nameless = Esta TV está vinculada
paired-keyring = { $service } · en el llavero de este equipo
paired-file = { $service } · en un archivo privado: { $path }
paired-file-why = No se usó el llavero. { $why }.
paired-demo = { $service } · demo: se borra al salir
paired-checking = Preguntando a { $service } si la sesión sigue siendo válida…
paired-delayed = { $trouble }: aún no se pudo comprobar la sesión.
paired-unknown = { $service } no pudo indicar de quién es la cuenta.
paired-moved = { $service } está ahora en { $url }: escribe esa dirección en el archivo de ajustes.
paired-scope = { $service } dice que este acceso no permite eso: vincula de nuevo.
paired-old-token = { $service } pide un acceso de su tipo nuevo: vincula de nuevo con otra aplicación.
paired-instead = Esta cuenta no es la de antes ({ $name }).
paired-ends = { $service } retirará este tipo de acceso hacia abril de 2027. Antes, registra una aplicación nueva y vincula de nuevo.
paired-ends-set-up = { $service } retirará este tipo de acceso hacia abril de 2027. Antes, elige «{ button-set-up }» en «{ button-more }».
paired-limited = { $service } concedió menos de lo pedido: algunos programas solo podrán leer.
paired-cannot-forget = No se pudo borrar la sesión. { $why }.
paired-cannot-move = La sesión se queda donde está. { $why }.
paired-client-not-kept = Los ajustes no pudieron guardar esta aplicación: la próxima vez couchpin no la conocerá.
paired-end = Puedes retirar el acceso de esta TV cuando quieras: { $url }

unpair-title = ¿Desvincular esta TV?
unpair-body = Se borra la sesión guardada en este equipo, y los programas que la usan aquí la pierden. Puede seguir apareciendo en { $service } hasta que retires el acceso en { $url }.

quit-title = ¿Salir de couchpin?
leave-title = ¿Salir de este inicio de sesión?
quit-body = Si apruebas, nadie se enterará. Tu código se pierde.
quit-body-storing = La sesión aún no está guardada. Si sales ahora, se pierde.
quit-body-page = Si sales, ya nadie esperará tu respuesta.
quit-body-plain = Vuelve cuando quieras.

resting-title = Pulsa cualquier botón para otro código
resting-body = Hace rato que no hay nadie, así que esta pantalla dejó de consultar a { $service }.

## What a person must mend

cannot-store-title = Aprobado, pero sin guardar
cannot-store-body = { $why }. La sesión está en memoria: no apagues esto y reinténtalo.
unreadable-title = No se puede leer la sesión guardada
unreadable-body = { $why }.
store-locked = El llavero está bloqueado
keyring-silent = El llavero no responde
keyring-slow = El llavero responde demasiado despacio
keyring-no-bus = No hay bus de sesión
keyring-bus-failed = No se puede usar el bus de sesión
keyring-no-service = No hay ningún servicio de llavero en marcha
keyring-not-started = El servicio de llavero no arrancó
keyring-no-default = No hay llavero predeterminado
keyring-several = El llavero tiene varias entradas para ella
keyring-not-kept = El llavero no conservó lo que recibió
keyring-too-long = El llavero no admite un acceso tan largo
keyring-failed = El llavero indica un error
store-link = { $path } es un enlace simbólico
store-not-a-file = { $path } no es un archivo normal
store-anothers = { $path } pertenece a otro usuario: asígnalo a este o bórralo
store-damaged = No se pudo entender y se guardó como { $path }
store-unclear = No se pudo entender
store-version = La escribió otra versión de Couchpin: actualiza Couchpin o vuelve a vincular
store-other-service = Es la sesión de otro servicio ({ $service })
store-not-written = No se pudo escribir { $path }. { $why }
store-not-read = No se pudo leer { $path }. { $why }
store-not-removed = No se pudo borrar { $path }. { $why }
store-not-set-aside = No se pudo apartar { $path }. { $why }
store-not-opened = No se pudo abrir { $path }. { $why }
store-in-use = Otro Couchpin está cambiando la sesión
store-empty = No hay nada vinculado
store-no-answer = El almacén no responde
system-disk-full = El disco está lleno
system-read-only = El disco es de solo lectura
system-no-permission = Falta el permiso
system-missing = Falta el archivo o la carpeta
system-in-the-way = Otro archivo u otra carpeta ocupa su lugar
system-not-a-file = No es un archivo normal
system-too-large = El archivo es demasiado grande
system-too-many-files = Hay demasiados archivos abiertos
system-disk-failed = El disco falla
system-timeout = Ha tardado demasiado
system-other = El sistema indica el error { $number }
system-unknown = El sistema no da ningún motivo
locked-title = El llavero está bloqueado
locked-body = Esta TV está vinculada, pero la sesión está en el llavero, que está bloqueado o no responde. Puede que necesites un teclado para desbloquearlo. Esta pantalla seguirá sola cuando el llavero esté abierto.
absent-title = No se encuentra el llavero
absent-body = Esta TV está vinculada, pero la sesión está en el llavero. { $why }. Esta pantalla seguirá sola cuando el llavero esté disponible.
keep-title = Dónde se guarda la sesión
keep-in-file = Está en un archivo privado que solo tú puedes leer, pero que no está cifrado: { $path }
keep-in-keyring = Está en el llavero de este equipo. Los programas solo pueden leerla mientras el llavero esté desbloqueado.
denied-title = Rechazado en el teléfono
denied-body = Si fue un error, pide otro código.
refused-title = { $service } ya no acepta esta TV
refused-body = Se retiró el acceso, quizá en la página de ajustes de { $service }. Vincula de nuevo para continuar.
refused-body-name = Se retiró el acceso de { $name }, quizá en la página de ajustes de { $service }. Vincula de nuevo para continuar.
rejected-title = { $service } rechaza la solicitud
rejected-client-title = { $service } no conoce este ID de cliente
rejected-body = { $answers }. Nada en esta pantalla puede cambiarlo; inténtalo más tarde.
rejected-client-body = { $answers }. El ID de cliente viene de { $source }: corrígelo ahí y reinicia couchpin.
rejected-blocked-title = { $service } no acepta este ID de cliente
rejected-blocked-body = { $answers }. El ID es incorrecto, o { $service } lo ha limitado o suspendido por un tiempo. Viene de { $source }: compruébalo allí o prueba más tarde.
rejected-answer = Respuesta al { $flow }: { $answer }
flow-pin = inicio de sesión con PIN
flow-device = inicio de sesión de dispositivo
no-client-title = Hace falta un ID de cliente
no-client-body = Registra couchpin en { $url } (tipo: «Mobile, desktop & browser apps»; dirección de redirección: { $redirect }), escribe su ID de cliente en { $file } y reinícialo:
no-client-phone-body = Registra couchpin en { $url } (tipo: «Mobile, desktop & browser apps»; dirección de redirección: { $redirect }) y envía su ID de cliente desde el teléfono. O escríbelo en { $file } y reinícialo:
application-mobile = La aplicación debe ser del tipo «Mobile, desktop & browser apps» y tener exactamente esta dirección de redirección:
application-redirect = La aplicación debe tener exactamente esta dirección de redirección:
application-types = El tipo no se puede cambiar nunca. «TV, devices & command line» solo sirve para códigos; «Server apps & services» necesita también su secreto de cliente.
no-application-title = Primero hay que configurar { $service }
no-application-body = Registra una aplicación en { $url }, escribe su ID y su secreto de cliente en { $file } y reinicia couchpin:
wrong-application-title = ID o secreto de cliente incorrecto
wrong-application-body = { $service } respondió { $error }. El ID de cliente viene de { $source }. Configúralo otra vez o corrígelo ahí.
lacks-secret-title = Esta aplicación necesita su secreto
lacks-secret-body = { $service } respondió { $error }. El ID de cliente es correcto, pero esta aplicación también tiene un secreto (tipo: «Server apps & services»). Configúrala otra vez con el secreto o registra una del tipo «Mobile, desktop & browser apps», que no lo necesita.
moved-title = { $service } ha cambiado de dirección
moved-body = Ahora está en { $url }, y allí no se ha enviado nada. Escribe la nueva dirección en { $file } y reinicia couchpin:
metadata-title = El emisor (issuer) de los ajustes no coincide
metadata-body = Lo que publica { $issuer } describe otro emisor o le falta una dirección. Comprueba issuer en { $file }.
missing-body = { $service } echó en falta algo en lo que envió couchpin: { $said }.
time-over-title = Nadie llegó a tiempo
time-over-body = Inténtalo otra vez, con calma: tienes media hora.
time-over-browser-body = El navegador no volvió en cinco minutos, o no se permitió el acceso en él. { $application }
page-closed-title = Demasiados números incorrectos
page-closed-body = Se escribió un número incorrecto cinco veces, así que la página se ha cerrado. No se ha aceptado nada.
not-allowed-title = No se permitió el acceso
not-allowed-body = Si fue un error, inténtalo otra vez.
other-issuer-title = La respuesta vino de un servicio que no es { $service }
other-issuer-body = No se ha usado nada de ella. Inténtalo otra vez.
page-refused-body = Respondió { $error } en el navegador. Comprueba el ID de cliente. { $application }
redirect-refused-title = { $service } no conoce la dirección de redirección
redirect-refused-body = Respondió { $error }. { $application }
refused-code-title = { $service } no aceptó el inicio de sesión
refused-code-body = Lo que trajo el navegador era demasiado antiguo o ya se había usado. Inicia sesión otra vez.
lost-code-title = Se perdió el inicio de sesión
lost-code-body = { $trouble }. Lo que trajo el navegador solo vale una vez, así que inicia sesión de nuevo.
port-taken-title = El puerto { $port } está ocupado
port-taken-body = Otro programa de este equipo lo está usando. Ciérralo, o pon otro redirect_port en { $file } y registra su dirección en { $service }:
no-browser-title = No se pudo abrir ningún navegador
no-browser-body = Este equipo no tiene ninguno, o no tiene nada que lo abra (xdg-utils).
cannot-begin-title = El inicio de sesión no pudo comenzar
cannot-begin-body = { $why }.
unexpected-title = Un fallo de Couchpin detuvo el inicio de sesión
unexpected-body = Volverá a empezar en un minuto, o ahora mismo si lo intentas de nuevo.
config-title = Couchpin no puede iniciarse así
config-no-home = Este ordenador no tiene carpeta personal para los ajustes y las sesiones: falta HOME.
config-unreadable = No se puede leer { $file }. { $why }.
config-unreadable-from = No se puede leer { $file }, que indica { $source }. { $why }.
config-exposed-owner = { $file } define { $setting }, pero pertenece a otro usuario. Debe ser tuyo o de root.
config-exposed-mode = { $file } define { $setting }, pero otros usuarios pueden modificarlo. Evítalo con { $command }.
config-line = { $file }, línea { $line }: es desconocido o incorrecto. El comando couchpin status dice lo que se espera.
config-value = { $name } en { $source } no es correcto. { $expected }.
config-variable = { $source } no es correcto. { $expected }.
config-no-certificates = Este ordenador no tiene certificados para conexiones seguras. Instala ca-certificates.
config-no-client = En este ordenador no se pueden hacer conexiones seguras.
expected-text = Se espera: texto en UTF-8
expected-word = Se espera: letras y cifras sin espacios
expected-name = Se espera: un nombre de letras sencillas, cifras y signos
expected-address = Se espera: una dirección con https:// y sin nombre ni contraseña
expected-one-of = Se espera: { $words }
expected-phone-page = Se espera: true, false o la única dirección en la que escuchar, por ejemplo 192.168.1.20
expected-one-address = Se espera: la única dirección de este ordenador que alcanza el móvil, por ejemplo 192.168.1.20
source-built-in = esta versión de couchpin

demo-banner = Demo: nada sale de este equipo

## In a terminal

terminal-title = Conectar este equipo a { $service }
terminal-code = Código: { $code } (caduca en { $time })
terminal-open = Abre: { $url }
terminal-link = O, con el código incluido: { $url }
terminal-approve = Aprueba. Esto seguirá solo.
terminal-beware = Aprueba solo si esto lo iniciaste tú.
terminal-good-for = Caduca en { $time }
terminal-storing = Aprobado. Guardando la sesión de forma segura…
terminal-cannot-store = Aprobado, pero sin guardar. { $why }. La sesión está en memoria y se guardará en cuanto eso se arregle: deja esto en marcha.
terminal-not-stored = Aprobado, pero no guardado. { $why }. Cuando esté arreglado, vuelve a vincular: { $pair }
terminal-checking = Vinculado. Preguntando a { $service } de quién es la cuenta…
terminal-paired = Cuenta vinculada: { $name }, guardada en { $place }
terminal-paired-nameless = Vinculado, guardado en { $place }
terminal-already = Cuenta ya vinculada: { $name }, guardada en { $place }. Para vincular de nuevo: { $pair } --again
terminal-already-nameless = Ya vinculado, guardado en { $place }. Para vincular de nuevo: { $pair } --again
terminal-keyring = el llavero de este equipo
terminal-demo = la carpeta de una demo
terminal-hook = Ejecutando on_paired…
terminal-interrupted = interrumpido, y sin vincular
terminal-refused = { $service } ya no acepta la sesión guardada: vincula de nuevo
terminal-unreadable = no se puede leer la sesión guardada. { $why }. Para vincular de nuevo: { $pair } --again
terminal-resting = nadie aprobó a tiempo. Para un código nuevo: { $pair }
terminal-denied = rechazado en el teléfono. Si fue un error: { $pair }
terminal-no-client = { $service } reconoce los programas por un ID de cliente, y no hay ninguno configurado. Registra uno en { $url } (tipo: «Mobile, desktop & browser apps»; dirección de redirección: { $redirect }) y escríbelo en { $file }:
terminal-rejected-client = { $service } no conoce este ID de cliente. { $answers }. El ID de cliente viene de { $source }: corrígelo ahí
terminal-rejected-blocked = { $service } no acepta este ID de cliente. { $answers }. El ID es incorrecto, o { $service } lo ha limitado o suspendido por un tiempo. Viene de { $source }: compruébalo allí o prueba más tarde
terminal-rejected = { $service } rechaza la solicitud. { $answers }

terminal-phone = Con tu teléfono: { $url }
terminal-number = Escribe allí este número: { $number }
terminal-follow = Sigue la página. Esto seguirá solo.
terminal-network = Teléfono y equipo deben estar en la misma red.
terminal-consent = O abre { $url }
terminal-paste = Después, pega el código aquí y pulsa Intro.
terminal-or-paste = O pega el código aquí y pulsa Intro.
terminal-typed = Eso no es un código. { $why }
terminal-no-application = Primero hay que configurar { $service }. Registra una aplicación en { $url } y escribe su ID y su secreto de cliente en { $file }:
terminal-set-up = O registra una aplicación en { $url }, escribe su ID y su secreto de cliente en { $file } y reinicia couchpin.
terminal-wrong-application = el ID o el secreto de cliente es incorrecto. { $service } respondió { $error }. El ID de cliente viene de { $source }: corrígelo ahí
terminal-lacks-secret = la aplicación necesita su secreto. { $service } respondió { $error }: el ID de cliente es correcto, pero esta aplicación también tiene un secreto (tipo: «Server apps & services»). Escribe client_secret en { $file } o registra una del tipo «Mobile, desktop & browser apps», que no lo necesita

## On the page for a phone

phone-code-title = Iniciar sesión en { $service } en esta TV
phone-code-consent = Abre { $service } y permite el acceso. Después verás allí un código.
phone-code-paste = Copia el código completo y pégalo aquí
phone-client-title = Configurar { $service } en esta TV
phone-client-register = Registra en { $service } una aplicación llamada { $name } con el permiso { $scope } y esta dirección de redirección:
phone-client-type = Registra en { $service } una aplicación del tipo «Mobile, desktop & browser apps» con esta dirección de redirección:
phone-client-paste = Pega lo que { $service } te muestra para ella:
phone-client-id = ID de cliente
phone-client-secret = Secreto de cliente
phone-client-secret-optional = Secreto de cliente, si la aplicación lo tiene
phone-open = Abrir { $service }
phone-number = Escribe el número que muestra la TV
phone-send = Enviar a la TV
phone-fault-digits = Escribe las cuatro cifras que muestra la TV.
phone-fault-number = { $left ->
    [one] Ese no es el número de la TV. Queda un intento.
    [many] Ese no es el número de la TV. Quedan { $left } intentos.
   *[other] Ese no es el número de la TV. Quedan { $left } intentos.
}
phone-fault-missing = Todavía falta algo.
phone-fault-cut = Falta una parte del código. Selecciónalo entero, con los guiones, y cópialo otra vez.
phone-fault-strange = Eso no es lo que muestra { $service }. Cópialo allí otra vez.
phone-fault-same = El ID y el secreto de cliente son el mismo texto. Copia cada uno por separado.
phone-fault-refused = { $service } no lo ha aceptado. Inténtalo otra vez.
phone-taken-title = La TV ya lo tiene
phone-taken-body = Ahora está iniciando sesión en { $service }. Esta página te dirá cómo ha ido.
phone-done-title = Listo
phone-done-body = La TV ha iniciado sesión en { $service }. Puedes cerrar esta página.
phone-set-up-body = La TV ya conoce { $service } y continúa sola. Puedes cerrar esta página.
phone-failed-title = No ha funcionado
phone-failed-body = La TV muestra cómo continuar.
phone-closed-title = Esta página está cerrada
phone-closed-body = El número era incorrecto demasiadas veces. Empieza de nuevo en la TV y escanea el nuevo código.
phone-over-title = Se acabó el tiempo
phone-over-body = Empieza de nuevo en la TV y escanea el nuevo código.

## In a browser on this computer

redirect-title = Vuelve a tu TV
redirect-body = { $service } ha respondido. Puedes cerrar esta página; couchpin continúa solo.
redirect-denied-title = Sin acceso
redirect-denied-body = { $service } no ha dado acceso. Cierra esta página; couchpin muestra cómo continuar.
redirect-issuer-body = No se ha usado nada de ella. Cierra esta página; couchpin muestra cómo continuar.
redirect-unexpected-title = Couchpin no espera esto
redirect-unexpected-body = Cierra esta página y continúa en la que abrió couchpin.
redirect-used-title = Este enlace ya se ha usado
redirect-used-body = Solo se abre una vez. Cierra esta página y vuelve a iniciar sesión desde la TV.
