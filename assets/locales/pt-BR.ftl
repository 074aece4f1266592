# What a person reads on the television, in Portuguese as in Brazil.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Entre no { $service }
pairing-open = Escaneie o QR Code ou acesse { $url }
pairing-open-short = Escaneie ou acesse { $url }
pairing-open-here = Acesse { $url } neste computador
pairing-check = Confira se o celular mostra este código
pairing-check-here = Confira se a página mostra este código
pairing-approve = Aprove no celular
pairing-continue = No celular, toque em “{ phone-continue }”
pairing-compare = Compare este código e aprove
pairing-beware = Só se foi você que começou isto na sua TV.
pairing-good-for = O código expira em
page-good-for = A página fecha em
minutes-left = { $minutes } min
pairing-last-minute = menos de um minuto
pairing-no-code = Ainda sem código
pairing-code = Código
pairing-qr = QR Code para { $url }
pairing-qr-too-long = Este endereço é longo demais para um QR Code.
pairing-code-spoken = Código { $code }
spell-letter = { $letter } de { $word }
spell-hyphen = hífen
speech-code = Acesse { $url } no celular. Confira se ele mostra este código: { $code }. De novo: { $code }. Depois, aprove.

notice-asked-for = Código novo. O anterior não vale mais.
notice-no-new-code = O { $service } não deu um código novo ({ $answer }). Este continua valendo.
notice-expired = Código novo. O anterior expirou.
notice-code-gone = Código novo. O { $service } cancelou o anterior.
notice-answer-lost = Sua aprovação não chegou. Aprove de novo.
notice-opening-here = Abrindo o navegador neste computador…
notice-opened-here = Aberto no navegador. Compare o código lá e aprove.
notice-not-opened-here = Não foi possível abrir um navegador (xdg-utils). Use o celular.
notice-code-refused = O { $service } não aceitou esse código. Pegue um novo na página dele.
notice-client-not-kept = Não foi possível salvar o arquivo de configurações. Isto vale até você sair.
notice-left-in-keyring = Você saiu da conta. A cópia no chaveiro bloqueado será apagada quando ele for desbloqueado.

status-asking = Pedindo um código ao { $service }
status-replacing = Pedindo um código novo. Este continua valendo.
status-waiting = Aguardando o celular
status-approval = Aguardando sua aprovação
status-checked = Aguardando o celular. Verificado há { $seconds } s
status-living = { $trouble }. O código continua valendo. Nova tentativa em { $seconds } s
status-retry = { $trouble }. { retry-seconds }
status-retry-minutes = { $trouble }. { retry-minutes }
status-living-on = { $trouble }. O código continua valendo
status-goes-on = { $trouble }. { retry-fixed }
status-retrying = { $trouble }. Tentando de novo
retry-seconds = Nova tentativa em { $seconds } s
retry-minutes = Nova tentativa em { $minutes } min
retry-fixed = Continua assim que isso se resolver

trouble-offline = Sem rede
trouble-dns = Não foi possível encontrar o { $service }
trouble-unreachable = O { $service } não responde
trouble-timeout = O { $service } está lento demais
trouble-clock = A data deste computador está errada ({ $date })
trouble-expired = O certificado do { $service } expirou antes de { $date }, a data deste computador
trouble-tls = Sem conexão segura
trouble-proxy = O proxy { $proxy } ({ $variable }) não chega ao { $service }
trouble-proxy-refused = O proxy { $proxy } ({ $variable }) recusa o usuário ou a senha
trouble-proxy-unusable = { $variable } não é um endereço de proxy
trouble-portal = Uma página de login desta rede responde no lugar do { $service }
trouble-foreign = Outra coisa responde no lugar do { $service } ({ $status })
trouble-busy = Muito movimento no { $service }, verificando com menos frequência
trouble-user-limit = O limite diário da sua conta no { $service } está esgotado
trouble-user-limit-until = O limite diário da sua conta no { $service } está esgotado até { $time }
trouble-app-limit = O limite diário do aplicativo no { $service } está esgotado
trouble-app-limit-until = O limite diário do aplicativo no { $service } está esgotado até { $time }
trouble-client-blocked = O { $service } não aceita o client ID no momento
trouble-down = O { $service } está com um problema
trouble-malformed = O { $service } enviou uma resposta inesperada

## Buttons

button-bigger = Ampliar QR Code
button-smaller = Reduzir QR Code
button-show-qr = Mostrar QR Code
button-check = Tentar de novo
button-new = Código novo
button-quit = Sair
button-stay = Cancelar
button-done = Concluir
button-add-person = Adicionar uma pessoa ao { $service }
button-again = Tentar de novo
button-pair-again = Entrar de novo
button-unpair = Sair da conta
button-not-you = Não é você? Sair da conta
button-keep = Cancelar
button-unlock = Desbloquear
button-pair-in-file = Entrar de novo
button-later = Agora não
button-more = Mais
button-stay-there = Deixar assim
button-to-keyring = Salvar no chaveiro
button-to-file = Salvar em arquivo
button-demo = Ver a demo
button-approve = Aprovar
button-services = Todos os serviços
button-type = Digitar o código
button-open-here = Abrir aqui
button-in-browser = Usar o navegador
button-open-again = Abrir de novo
button-by-phone = Usar o celular
button-by-code = Usar um código
button-set-up = Configurar de novo

button-kept = Login salvo
button-recipes = Usar em outros apps
button-settings = Configurações
button-about = Sobre
button-read = Ler em voz alta
button-close = Fechar
button-remote = Testar o controle
button-picture = Tamanho da imagem
button-smaller-picture = Menor
button-larger-picture = Maior
button-start-again = Reiniciar

hint-ok = Selecionar
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = Voltar
hint-cancel = Cancelar
hint-exit = Sair
hint-shrink = Reduzir
hint-type = Digitar
hint-twice = Aperte Voltar duas vezes para sair
hint-back-key = Voltar
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Voltar fica desativado no modo quiosque

## What else there is

more-title = Mais
settings-title = Configurações
settings-body = As mudanças valem na hora.
settings-language = Idioma
settings-language-about = O idioma na TV e no terminal.
settings-text = Tamanho do texto
settings-text-about = Com Grande, dá para ler de longe tudo o que é preciso para entrar.
settings-theme = Tema
settings-theme-about = Escuro para a noite, claro para o dia ou com alto contraste.
settings-motion = Animações
settings-motion-about = Animar telas e botões.
settings-sound = Sons
settings-sound-about = Tocar um som quando o login der certo.
settings-blanking = Apagar a tela
settings-blanking-about = Mantenha a TV acesa enquanto houver um código, ou deixe a tela apagar.
settings-unattended = Códigos automáticos
settings-unattended-about = Quantos códigos mostrar em seguida quando nenhum botão é apertado. Cada um dura 15 minutos. Depois, a tela descansa.
settings-store = Onde salvar o login
settings-store-about = Onde salvar o seu próximo login. Os que já existem ficam onde estão.
settings-swap = Botões do gamepad
settings-swap-about = Escolha se A ou B seleciona.
settings-taught = Botões personalizados
settings-taught-about = Esqueça os botões que você ensinou ao Couchpin, se algum fizer a coisa errada.
choice-system = Igual ao sistema
choice-normal = Normal
choice-large = Grande
choice-dark = Escuro
choice-light = Claro
choice-contrast = Alto contraste
choice-on = Sim
choice-off = Não
choice-awake = Manter acesa
choice-blank = Permitir
choice-one-code = Um código
choice-codes = { $count ->
    [one] { $count } código
    [many] { $count } códigos
   *[other] { $count } códigos
}
choice-always = Sem limite
choice-automatic = Chaveiro, se desbloqueado
choice-keyring = Chaveiro
choice-file = Arquivo privado
choice-a = A seleciona
choice-b = B seleciona
choice-keep-taught = Manter
choice-forget-taught = Esquecer todos
choice-needs-font = falta uma fonte

about-title = Couchpin { $version }
about-body = Entre nos seus serviços nesta TV usando o celular. Código aberto (MIT ou Apache 2.0). Fontes: Inter, JetBrains Mono (OFL). Ícones: Lucide (ISC).
more-body = O controle não responde? A imagem está cortada? Resolva aqui.

remote-title = Testar o controle
remote-body = Aperte qualquer botão para ver o que ele faz. Aperte Voltar duas vezes para sair.
remote-nothing = Nenhum botão apertado ainda
remote-code = código { $code } ({ $hex })
remote-window = teclado ou controle
remote-closed = Não foi possível ler { $name } ({ $node })
remote-allow = Instale a regra udev do Couchpin (veja o README) e reconecte o dispositivo.
teach-title = Botão novo: { $code }
teach-body = O que ele deve fazer? Escolha com as setas e aperte o botão novo outra vez.
not-kept = Vale até você sair, mas não foi possível salvar. { $why }.
not-kept-busy = Outro programa está gravando o arquivo de configurações
not-kept-mistake = O arquivo de configurações tem um erro. Corrija isso antes
not-kept-table = O arquivo de configurações usa o nome { $name } para outra coisa
not-kept-exposed = Outro usuário pode alterar o arquivo de configurações

name-up = Para cima
name-down = Para baixo
name-left = Esquerda
name-right = Direita
name-ok = OK
name-back = Voltar
name-menu = Menu
name-info = Informações
name-play-pause = Play/Pausa
name-page-up = Página acima
name-page-down = Página abaixo
name-digit = Dígito { $digit }
name-red = Vermelho
name-green = Verde
name-yellow = Amarelo
name-blue = Azul
name-other = sem função
name-unknown = desconhecido

picture-title = Tamanho da imagem
picture-body = Aperte Esquerda até ver os quatro cantos. Quando terminar, aperte OK.
picture-percent = { $size }%

## All services

home-title = Seus serviços
home-body = Escolha um serviço para entrar ou gerenciar.
state-looking = …
state-not-set-up = Não configurado
state-not-paired = Não conectado
state-paired = Conectado como { $name }
state-paired-nameless = Conectado
state-attention = Requer atenção

## With a phone, by hand, or in a browser

page-scan = Escaneie o QR Code
page-number = Quando pedir, digite este número
page-follow = Siga as etapas no celular
page-allow = No celular, permita o acesso e copie o código
page-paste = Volte à página do Couchpin e cole
page-connected = Celular conectado
page-connected-title = A página está no seu celular
page-connected-body = Outro celular? Aperte “{ button-show-qr }”.
page-beware = O celular e a TV precisam estar na mesma rede.
page-spoken = Número { $code }
page-qr = QR Code da página para o celular
page-opened = A página está aberta em um celular
page-wrong = Número errado, tentativa { $count } de { $most }
set-up-title = Configure o { $service }
set-up-step = Etapa { $step } de { $count }
typing-scan = Escaneie o QR Code e permita o acesso
typing-shown = O { $service } vai mostrar { $length } caracteres
typing-type = Digite-os aqui
typing-switched-off = A página para o celular está desativada nas configurações.
typing-no-network = Esta TV não está em uma rede que o celular possa usar.
typing-public-address = Esta TV tem um endereço público. Veja phone_page nas configurações.
typing-no-page = Não foi possível abrir a página para o celular.
typing-qr = QR Code para o { $service }
browser-title = Continue no navegador
browser-body = Permita o acesso no { $service }. Apareceu um erro? { $application }
exchange-title = Entrando
exchange-body = Concluindo o login no { $service }…

keyboard-title = Digite o código do { $service }
keyboard-count = { $count } de { $length }
keyboard-capital = { $letter } maiúsculo
keyboard-hyphen = hífen
keyboard-underscore = sublinhado
keyboard-case-spoken = maiúsculas ou minúsculas
keyboard-delete = Apagar
keyboard-clear = Limpar
keyboard-send = Enviar
typed-empty = Nada digitado ainda.
typed-cut = Só { $count } de { $length } caracteres. O código pode ter sido cortado em um hífen.
typed-short = Só { $count } de { $length } caracteres.

## Results

starting-title = Um momento
storing-title = Aprovado
storing-body = Salvando o login…
forgetting-title = Saindo da conta

paired-as = Conectado como { $name }
paired-nameless = Esta TV está conectada à sua conta
paired-ready = O { $service } está pronto nesta TV. O Kodi e outros apps já podem usar.
paired-stored-keyring = Salvo no chaveiro · Gerencie em { $url }
paired-stored-file = Salvo em um arquivo privado · Gerencie em { $url }
paired-stored-demo = Demo, some quando você sair
paired-file-why = O chaveiro não foi usado. { $why }.
paired-checking = Verificando com o { $service }…
paired-delayed = Ainda não verificado. { $trouble }.
paired-unknown = O { $service } não disse de quem é a conta.
paired-moved = O { $service } mudou para { $url }. Escreva esse endereço no arquivo de configurações.
paired-scope = Para o { $service }, este login não tem permissão para isso. Entre de novo.
paired-old-token = O { $service } pede um login do tipo mais novo. Entre de novo com um aplicativo novo.
paired-instead = Esta conta não é a mesma de antes ({ $name }).
paired-ends = O { $service } encerra este tipo de login por volta de abril de 2027. Antes disso, registre um aplicativo novo e entre de novo.
paired-ends-set-up = O { $service } encerra este tipo de login por volta de abril de 2027. Antes disso, escolha “{ button-set-up }” em “{ button-more }”.
paired-limited = O { $service } deu menos permissões do que o pedido. Alguns apps talvez só possam ler.
paired-cannot-forget = Não foi possível sair da conta. { $why }.
paired-cannot-move = Não foi possível mover o login. { $why }.
paired-client-not-kept = Não foi possível salvar o client ID no arquivo de configurações. Você vai precisar dele na próxima vez.
recipes-title = Use o seu login
recipes-body = Rode estes comandos neste computador. Eles passam o login para o Kodi, o mpv e os seus scripts.

unpair-title = Sair da conta do { $service }?
unpair-body = Os apps deste computador perdem o acesso. Para tirar esta TV também da sua conta, acesse { $url }.
signed-out-title = Você saiu do { $service }
signed-out-body = Para tirar esta TV também da sua conta, acesse { $url }.

quit-title = Sair do Couchpin?
leave-title = Interromper este login?
quit-body = O código deixa de valer.
quit-body-storing = O login ainda não foi salvo. Se você sair agora, ele se perde.
quit-body-page = A página no celular será fechada.
quit-body-plain = Volte quando quiser.

resting-title = Aperte qualquer botão para um código novo
resting-body = Em pausa, porque nenhum botão foi apertado por um tempo.

## What a person must mend

cannot-store-title = Aprovado, mas não salvo
cannot-store-body = { $why }. O login está só na memória. Deixe tudo ligado e tente de novo.
unreadable-title = Não foi possível ler o login salvo
unreadable-body = { $why }. Tente de novo. Se continuar assim, entre de novo.
store-locked = O chaveiro está bloqueado
keyring-silent = O chaveiro não responde
keyring-slow = O chaveiro está lento demais
keyring-no-bus = Não há barramento de sessão
keyring-bus-failed = O barramento de sessão não pode ser usado
keyring-no-service = Nenhum serviço de chaveiro está em execução
keyring-not-started = O serviço de chaveiro não iniciou
keyring-no-default = Não há chaveiro padrão
keyring-several = O chaveiro tem várias entradas para este login
keyring-not-kept = O chaveiro não salvou o que recebeu
keyring-too-long = O login é longo demais para o chaveiro
keyring-failed = O chaveiro informa um erro
store-link = { $path } é um link simbólico
store-not-a-file = { $path } não é um arquivo comum
store-anothers = { $path } pertence a outro usuário. Devolva-o a este ou apague-o
store-damaged = Estava danificado. Há uma cópia em { $path }
store-unclear = Estava danificado
store-version = Foi gravado por outra versão do Couchpin. Atualize o Couchpin ou entre de novo
store-other-service = É o login de outro serviço ({ $service })
store-not-written = Não foi possível gravar { $path }. { $why }
store-not-read = Não foi possível ler { $path }. { $why }
store-not-removed = Não foi possível apagar { $path }. { $why }
store-not-set-aside = Não foi possível pôr { $path } de lado. { $why }
store-not-opened = Não foi possível abrir { $path }. { $why }
store-in-use = Outro Couchpin está mudando o login
store-empty = Não conectado
store-no-answer = O armazenamento não responde
system-disk-full = O disco está cheio
system-read-only = O disco é somente leitura
system-no-permission = Permissão negada
system-missing = O arquivo ou a pasta não existe
system-in-the-way = Já existe outro arquivo ou outra pasta no lugar
system-not-a-file = Não é um arquivo comum
system-too-large = O arquivo é grande demais
system-too-many-files = Há arquivos demais abertos
system-disk-failed = O disco está com defeito
system-timeout = Demorou demais
system-other = O sistema informa o erro { $number }
system-unknown = O sistema não informa o motivo
locked-title = O chaveiro está bloqueado
locked-body = Esta TV está conectada à sua conta, mas o chaveiro que guarda o login está bloqueado. Talvez você precise de um teclado para desbloquear.
absent-title = Chaveiro não encontrado
absent-body = Esta TV está conectada à sua conta, mas o login está salvo no chaveiro. { $why }.
keep-title = Login salvo
keep-in-file = Está em um arquivo privado que só você pode ler. Não é criptografado.
keep-in-keyring = Está no chaveiro deste computador. Os programas só podem ler o login com o chaveiro desbloqueado.
denied-title = Recusado no celular
denied-body = Se foi um engano, peça um código novo.
refused-title = O { $service } desconectou esta TV
refused-body = O acesso ao { $service } foi removido. Entre de novo para continuar.
refused-body-name = O acesso de { $name } ao { $service } foi removido. Entre de novo para continuar.
rejected-title = O { $service } recusou o pedido
rejected-client-title = O { $service } não conhece este client ID
rejected-body = Tente de novo mais tarde.
rejected-client-body = Confira o client ID em { $source } ou configure de novo.
rejected-blocked-title = O { $service } não aceita este client ID
rejected-blocked-body = O ID está errado, ou o { $service } o suspendeu por um tempo. Confira em { $source } ou tente de novo mais tarde.
rejected-answer = { $flow }: resposta { $answer }
details-answer = O { $service } respondeu { $error }
flow-pin = Login com PIN
flow-device = Login do dispositivo
no-client-title = Falta um client ID
no-client-body = Crie um aplicativo em { $url } (tipo: “Mobile, desktop & browser apps”; redirect URI: { $redirect }), escreva o client ID em { $file } e reinicie o Couchpin:
no-client-plain-body = Crie um aplicativo em { $url }, escreva o client ID em { $file } e reinicie o Couchpin:
no-client-phone-body = Crie um aplicativo em { $url } (tipo: “Mobile, desktop & browser apps”; redirect URI: { $redirect }) e envie o client ID pelo celular. Ou escreva em { $file } e reinicie o Couchpin:
application-mobile = O aplicativo precisa ser do tipo “Mobile, desktop & browser apps” e ter exatamente este redirect URI:
application-redirect = O aplicativo precisa ter exatamente este redirect URI:
application-types = O tipo não pode ser mudado depois. “TV, devices & command line” só serve para códigos. “Server apps & services” também precisa do client secret.
no-application-title = Primeiro, configure o { $service }
no-application-body = Crie um aplicativo em { $url }, escreva o client ID e o client secret em { $file } e reinicie o Couchpin:
wrong-application-title = Client ID ou client secret errado
wrong-application-body = Configure de novo ou corrija o client ID em { $source }.
lacks-secret-title = Este aplicativo precisa do client secret
lacks-secret-body = O client ID está certo, mas este aplicativo também tem um client secret (tipo: “Server apps & services”). Configure de novo com o client secret ou crie um do tipo “Mobile, desktop & browser apps”, que não tem.
moved-title = O { $service } mudou de endereço
moved-body = Agora ele está em { $url }. Nada foi enviado para lá. Escreva o endereço novo em { $file } e reinicie o Couchpin:
metadata-title = Issuer errado nas configurações
metadata-body = O que { $issuer } publica é de outro issuer, ou falta um endereço. Confira issuer em { $file }.
missing-body = O Couchpin enviou ao { $service } um pedido incompleto. Avise os desenvolvedores.
time-over-title = O tempo acabou
time-over-body = Você tem 30 minutos. Tente de novo quando quiser.
time-over-browser-body = O navegador não respondeu em 5 minutos. Tente de novo. { $application }
page-closed-title = Muitos números errados
page-closed-body = A página foi fechada para proteger a sua conta. Comece de novo para receber outro número.
not-allowed-title = O acesso não foi permitido
not-allowed-body = Se foi um engano, tente de novo.
other-issuer-title = A resposta não veio do { $service }
other-issuer-body = Nada foi usado. Tente de novo.
page-refused-body = Confira o client ID. { $application }
redirect-refused-title = O { $service } não conhece o redirect URI
redirect-refused-body = { $application }
refused-code-title = O { $service } não aceitou o login
refused-code-body = O login demorou demais ou já foi usado. Entre de novo.
lost-code-title = O login se perdeu
lost-code-body = { $trouble }. Cada login só vale uma vez. Entre de novo.
port-taken-title = A porta { $port } está em uso
port-taken-body = Outro programa deste computador usa essa porta. Feche-o ou defina outro redirect_port em { $file } e registre o endereço no { $service }:
no-browser-title = Não foi possível abrir um navegador
no-browser-body = Instale um navegador e o xdg-utils, ou use o celular.
cannot-begin-title = Não foi possível iniciar o login
cannot-begin-body = { $why }. Tente de novo.
unexpected-title = Um erro no Couchpin interrompeu o login
unexpected-body = Ele recomeça em um minuto, ou quando você escolher “{ button-again }”.
config-title = Erro no arquivo de configurações
config-no-home = Este computador não tem pasta pessoal para configurações e logins. HOME não está definido.
config-unreadable = Não foi possível ler { $file }. { $why }.
config-unreadable-from = Não foi possível ler { $file }, indicado por { $source }. { $why }.
config-exposed-owner = { $file } define { $setting }, mas pertence a outro usuário. Precisa pertencer a você ou ao root.
config-exposed-mode = { $file } define { $setting }, mas outros usuários podem alterá-lo. Impeça isso com { $command }.
config-line = Em { $file }, a linha { $line } é desconhecida ou está errada. Rode couchpin status para ver o que é esperado.
config-value = { $name } em { $source } está errado. { $expected }.
config-variable = { $source } está errado. { $expected }.
config-no-certificates = Este computador não tem certificados para conexões seguras. Instale ca-certificates.
config-no-client = Este computador não consegue fazer conexões seguras.
expected-text = Esperado: texto em UTF-8
expected-word = Esperado: letras e dígitos sem espaços
expected-name = Esperado: um nome de letras simples, dígitos e sinais
expected-address = Esperado: um endereço com https:// e sem nome ou senha dentro dele
expected-one-of = Esperado: { $words }
expected-phone-page = Esperado: true, false ou o único endereço em que escutar, por exemplo 192.168.1.20
expected-one-address = Esperado: o único endereço deste computador que o celular alcança, por exemplo 192.168.1.20
source-built-in = couchpin (nesta versão)

demo-banner = Demo. Nada é salvo.
demo-play = Aperte “{ button-approve }” para fazer o papel do celular.

## In a terminal

terminal-title = Entre no { $service }
terminal-code = Código: { $code } (expira em { $time })
terminal-open = Acesse: { $url }
terminal-link = Ou, já com o código: { $url }
terminal-approve = Aprove no celular.
terminal-beware = Só se foi você que começou isto.
terminal-good-for = Expira em { $time }
terminal-storing = Aprovado. Salvando o login…
terminal-cannot-store = Aprovado, mas não salvo. { $why }. O login está só na memória e será salvo assim que isso se resolver. Deixe o programa rodando.
terminal-not-stored = Aprovado, mas não salvo. { $why }. Quando isso se resolver, entre de novo: { $pair }
terminal-checking = Conectado. Verificando com o { $service }…
terminal-paired = Conectado como { $name }, login salvo em: { $place }
terminal-paired-nameless = Conectado, login salvo em: { $place }
terminal-already = Já conectado como { $name }, login salvo em: { $place }. Para entrar de novo: { $pair } --again
terminal-already-nameless = Já conectado, login salvo em: { $place }. Para entrar de novo: { $pair } --again
terminal-keyring = chaveiro deste computador
terminal-demo = pasta de uma demo
terminal-hook = Executando on_paired…
terminal-interrupted = interrompido, sem login
terminal-refused = o { $service } não aceita mais o login salvo. Entre de novo
terminal-unreadable = não foi possível ler o login salvo. { $why }. Para entrar de novo: { $pair } --again
terminal-resting = nenhuma aprovação a tempo. Para um código novo: { $pair }
terminal-denied = recusado no celular. Se foi um engano: { $pair }
terminal-no-client = falta um client ID do { $service }. Crie um em { $url } (tipo: “Mobile, desktop & browser apps”; redirect URI: { $redirect }) e escreva em { $file }:
terminal-no-client-plain = falta um client ID do { $service }. Crie um em { $url } e escreva em { $file }:
terminal-rejected-client = o { $service } não conhece este client ID. { $answers }. Corrija em { $source }
terminal-rejected-blocked = o { $service } não aceita este client ID. { $answers }. O ID está errado, ou o { $service } o suspendeu por um tempo. Confira em { $source } ou tente de novo mais tarde
terminal-rejected = o { $service } recusou o pedido. { $answers }

terminal-phone = Com o celular: { $url }
terminal-number = Quando pedir, digite este número: { $number }
terminal-follow = Siga as etapas no celular.
terminal-network = O celular e o computador precisam estar na mesma rede.
terminal-consent = Ou acesse { $url }
terminal-paste = Depois, cole o código aqui e aperte Enter.
terminal-or-paste = Ou cole o código aqui e aperte Enter.
terminal-typed = Esse não é o código. { $why }
terminal-no-application = primeiro, configure o { $service }. Crie um aplicativo em { $url } e escreva o client ID e o client secret em { $file }:
terminal-set-up = Ou crie um aplicativo em { $url }, escreva o client ID e o client secret em { $file } e reinicie.
terminal-paste-client = Ou cole o client ID aqui e aperte Enter.
terminal-paste-secret = Agora cole o client secret e aperte Enter.
terminal-client-saved = Salvo em { $file }.
terminal-wrong-application = client ID ou client secret errado. O { $service } respondeu { $error }. Corrija o client ID em { $source }
terminal-lacks-secret = o aplicativo precisa do client secret. O { $service } respondeu { $error }. O client ID está certo, mas este aplicativo também tem um client secret (tipo: “Server apps & services”). Escreva client_secret em { $file } ou crie um do tipo “Mobile, desktop & browser apps”, que não tem

## On the page for a phone

phone-code-title = Entre no { $service }
phone-code-consent = Abra o { $service } e permita o acesso. Ele mostra um código.
phone-code-paste = Copie o código inteiro e cole aqui
phone-client-title = Configure o { $service }
phone-client-register = No { $service }, toque em “Criar” no topo. Nome: { $name }. Redirect URI: toque no endereço sugerido abaixo do campo. Depois, salve.
phone-client-age = Sua conta do { $service } precisa ter pelo menos um dia.
phone-client-type = No { $service }, crie um aplicativo. Tipo: “Mobile, desktop & browser apps”. Redirect URI:
phone-client-create = No { $service }, crie um aplicativo.
phone-client-paste = Depois, copie o que o { $service } mostrar
phone-client-hold = Toque e segure para copiar
phone-client-id = Client ID
phone-client-secret = Client secret
phone-client-secret-optional = Client secret, se o aplicativo tiver
phone-open = Abrir o { $service }
phone-number = Número na TV
phone-send = Enviar para a TV
phone-fault-digits = Digite os quatro dígitos que estão na TV.
phone-fault-number = { $left ->
    [one] Esse não é o número da TV. Resta uma tentativa.
    [many] Esse não é o número da TV. Restam { $left } tentativas.
   *[other] Esse não é o número da TV. Restam { $left } tentativas.
}
phone-fault-missing = Preencha todos os campos.
phone-fault-cut = Falta uma parte do código. Selecione tudo, com os hifens, e copie de novo.
phone-fault-strange = Isso não parece o código do { $service }. Copie de novo.
phone-fault-same = Client ID e client secret são o mesmo texto. Copie um de cada vez.
phone-fault-refused = O { $service } não aceitou. Tente de novo.
phone-taken-title = Enviado para a TV
phone-taken-body = Esta página se atualiza em instantes.
phone-done-title = Pronto
phone-done-body = A TV está conectada ao { $service }. Você pode fechar esta página.
phone-set-up-body = O { $service } está configurado na TV.
phone-continue = Continuar no { $service }
phone-continue-code = Confira se o { $service } e a TV mostram este código
phone-step = Etapa { $step } de { $count }
phone-failed-title = Não deu certo
phone-failed-body = A TV mostra o que fazer agora.
phone-closed-title = Muitos números errados
phone-closed-body = Comece de novo na TV e escaneie o novo QR Code.
phone-over-title = O tempo acabou
phone-over-body = Comece de novo na TV e escaneie o novo QR Code.

## In a browser on this computer

redirect-title = Volte para a TV
redirect-body = O { $service } respondeu. Você pode fechar esta página.
redirect-denied-title = Sem acesso
redirect-denied-body = O { $service } não deu acesso. Feche esta página. O Couchpin mostra o que fazer agora.
redirect-issuer-body = Nada foi usado. Feche esta página. O Couchpin mostra o que fazer agora.
redirect-unexpected-title = Este login não é do Couchpin
redirect-unexpected-body = Feche esta página e continue na que o Couchpin abriu.
redirect-used-title = Este link já foi usado
redirect-used-body = Ele só funciona uma vez. Feche esta página e comece o login de novo na TV.
