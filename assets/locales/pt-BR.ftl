# What a person reads on the television, in Portuguese as in Brazil.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Vincule esta TV à conta { $service }
pairing-open = Escaneie o QR ou acesse { $url } no celular
pairing-open-short = Escaneie ou acesse { $url }
pairing-open-here = Acesse { $url } neste computador
pairing-check = Confira se o celular mostra
pairing-check-here = Confira se a página mostra
pairing-approve = Aprove. Esta tela muda sozinha.
pairing-beware = Aprove só se você estiver vendo esta tela.
pairing-good-for = Válido por
pairing-last-minute = menos de um minuto
pairing-no-code = Ainda sem código
pairing-code = Código
pairing-qr = Código QR para { $url }
pairing-qr-too-long = Este endereço é longo demais para um código QR.
pairing-code-spoken = Código { $code }
spell-letter = { $letter } de { $word }
spell-hyphen = hífen
speech-code = Acesse { $url } no celular. Confira se aparece este código: { $code }. Mais uma vez: { $code }. Depois, aprove.

notice-asked-for = Este é um novo código. O anterior não vale mais.
notice-no-new-code = { $service } não deu um novo código ({ $answer }). Este continua valendo.
notice-expired = Este é um novo código: o anterior expirou.
notice-code-gone = Este é um novo código: { $service } não reconhecia mais o anterior.
notice-answer-lost = Aprovado, mas a resposta se perdeu: aprove mais uma vez.
notice-opening-here = Abrindo um navegador neste computador …
notice-opened-here = Aberto no navegador daqui. Compare o código lá e aprove.
notice-not-opened-here = Não foi possível abrir um navegador aqui (xdg-utils). Use o celular.
notice-code-refused = { $service } não aceitou este código. A página de lá mostra outro.
notice-client-not-kept = As configurações não guardaram este aplicativo: ele vale até você sair.
notice-unpaired = Esta TV foi desvinculada.
notice-left-in-keyring = Desvinculada. A cópia no chaveiro bloqueado some ao desbloquear.

status-asking = Pedindo um código a { $service }
status-replacing = Pedindo outro código. Até lá, este continua válido.
status-waiting = Aguardando o celular
status-checked = Aguardando o celular. Verificado há { $seconds } s
status-living = { $trouble }. O código continua válido; nova tentativa em { $seconds } s
status-retry = { $trouble }. Nova tentativa em { $seconds } s
status-retry-minutes = { $trouble }. Nova tentativa em { $minutes } min
status-living-on = { $trouble }. O código continua válido
status-goes-on = { $trouble }. Depois continua sozinho
status-retrying = { $trouble }. Tentando de novo

trouble-offline = Sem rede
trouble-dns = Impossível encontrar { $service }
trouble-unreachable = { $service } não responde
trouble-timeout = { $service } responde devagar demais
trouble-clock = O relógio deste computador está errado ({ $date })
trouble-expired = O certificado de { $service } expirou antes de { $date }, a data deste computador
trouble-tls = A conexão não é segura
trouble-proxy = O proxy { $proxy } ({ $variable }) não se conecta a { $service }
trouble-proxy-refused = O proxy { $proxy } ({ $variable }) pede outro usuário ou senha
trouble-proxy-unusable = { $variable } não contém o endereço de um proxy
trouble-portal = Outra página responde no lugar de { $service }
trouble-foreign = Outra coisa responde no lugar de { $service } ({ $status })
trouble-busy = { $service } tem muito tráfego, verificando menos
trouble-user-limit = O limite diário da sua conta no { $service } foi atingido
trouble-user-limit-until = O limite diário da sua conta no { $service } foi atingido até { $time }
trouble-app-limit = O limite diário do aplicativo no { $service } foi atingido
trouble-app-limit-until = O limite diário do aplicativo no { $service } foi atingido até { $time }
trouble-client-blocked = O { $service } não aceita o client ID no momento
trouble-down = { $service } está com um problema
trouble-malformed = Resposta sem sentido de { $service }

## Buttons

button-bigger = QR maior
button-smaller = QR menor
button-check = Verificar agora
button-new = Novo código
button-quit = Sair
button-stay = Ficar
button-done = Concluir
button-again = Tentar de novo
button-pair-again = Vincular de novo
button-unpair = Desvincular
button-not-you = Não é você? Desvincular
button-keep = Manter
button-unlock = Desbloquear
button-pair-in-file = Vincular com arquivo
button-later = Mais tarde
button-more = Mais
button-stay-there = Deixar lá
button-to-keyring = Mover para o chaveiro
button-to-file = Mover para um arquivo
button-demo = Ver a demo
button-approve = Demo: aprovar
button-services = Todos os serviços
button-type = Digitar o código
button-open-here = Abrir aqui
button-in-browser = Usar um navegador
button-open-again = Abrir de novo
button-by-phone = Usar o celular
button-by-code = Usar um código
button-set-up = Configurar de novo

button-kept = Onde o login fica salvo
button-settings = Configurações
button-about = Sobre
button-read = Ler em voz alta
button-close = Fechar
button-remote = Testar o controle
button-picture = Tamanho da imagem
button-smaller-picture = Menor
button-larger-picture = Maior
button-start-over = Recomeçar
button-swap = Trocar A e B
button-forget-taught = Apagar botões salvos
button-start-again = Reiniciar

hint-ok = escolher
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = sair
hint-back-key = Voltar
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Voltar não funciona aqui

## What else there is

more-title = Mais
settings-title = Configurações
settings-body = O que você escolhe vale na hora e fica salvo.
settings-language = Idioma
settings-language-about = O idioma desta tela e do couchpin no terminal.
settings-text = Tamanho do texto
settings-text-about = Grande mostra o necessário para vincular em letras maiores, para quem enxerga pouco ou tem uma TV pequena.
settings-theme = Tema
settings-theme-about = Escuro para a noite, claro para o dia ou o contraste mais forte.
settings-motion = Animações
settings-motion-about = Se a moldura em volta de um botão desliza até o próximo.
settings-blanking = Com um código na tela
settings-blanking-about = Se a tela da TV pode apagar antes de você aprovar.
settings-unattended = Códigos seguidos
settings-unattended-about = Quantos códigos aparecem sozinhos, um a cada quinze minutos, quando ninguém aperta um botão. Depois, esta tela descansa.
settings-store = Onde salvar o login
settings-store-about = Onde o próximo login fica salvo. O que já está vinculado fica onde está.
choice-system = Como no sistema
choice-normal = Normal
choice-large = Grande
choice-dark = Escuro
choice-light = Claro
choice-contrast = Alto contraste
choice-gliding = Suaves
choice-still = Nenhuma
choice-awake = Tela sempre acesa
choice-blank = Tela pode apagar
choice-one-code = Um código
choice-codes = { $count ->
    [one] { $count } código
    [many] { $count } códigos
   *[other] { $count } códigos
}
choice-always = Sempre um novo
choice-automatic = No chaveiro, se aberto
choice-keyring = No chaveiro
choice-file = Em um arquivo privado

about-title = Couchpin { $version }
about-body = Faz login nos seus serviços nesta TV, direto do sofá. Software livre sob as licenças MIT e Apache 2.0, com as fontes Inter e JetBrains Mono (SIL Open Font License).
more-body = Se um botão do controle remoto não faz nada ou uma borda da imagem não aparece, resolva aqui.

remote-title = Testar o controle remoto
remote-body = Aperte cada botão uma vez. Abaixo aparece o que ele faz aqui, com o código e de onde ele vem.
remote-nothing = Nenhum botão apertado ainda
remote-code = código { $code } ({ $hex })
remote-window = teclado ou controle remoto
remote-closed = Sem permissão de leitura: { $name } ({ $node })
remote-allow = Para permitir, instale a regra udev do couchpin (veja o README) e conecte o dispositivo de novo.
teach-title = O botão { $code } ainda é desconhecido
teach-body = O que ele deve fazer? Vá até a função com as setas e aperte o mesmo botão de novo. Voltar deixa tudo como está.
not-kept = Vale até você sair, mas não foi possível salvar: { $why }.
not-kept-busy = Outro programa está gravando o arquivo de configurações
not-kept-mistake = O arquivo de configurações tem um erro que precisa ser corrigido antes
not-kept-table = Outra coisa se chama { $name } no arquivo de configurações
not-kept-exposed = Outro usuário pode alterar o arquivo de configurações

name-up = Para cima
name-down = Para baixo
name-left = Esquerda
name-right = Direita
name-ok = OK
name-back = Voltar
name-menu = Menu
name-info = Informações
name-play-pause = Reproduzir/Pausar
name-page-up = Página acima
name-page-down = Página abaixo
name-digit = Número { $digit }
name-red = Vermelho
name-green = Verde
name-yellow = Amarelo
name-blue = Azul
name-other = nada aqui
name-unknown = desconhecido

picture-title = Tamanho da imagem
picture-body = Aumente até os quatro cantos encostarem nas bordas da TV. Assim, nada fica escondido e nenhum espaço é desperdiçado.
picture-percent = { $size }%

## All services

home-title = Seus serviços
home-body = Escolha um serviço para ver o login dele ou para fazer login.
state-looking = …
state-not-set-up = Não configurado
state-not-paired = Não vinculado
state-paired = Vinculado: { $name }
state-paired-nameless = Vinculado
state-attention = Requer atenção

## With a phone, by hand, or in a browser

page-scan = Escaneie o código com o celular
page-number = Digite lá este número
page-follow = Siga a página. Esta tela muda sozinha.
page-beware = O celular e a TV devem estar na mesma rede.
page-spoken = Número { $code }
page-qr = Código QR da página para o celular
page-opened = Página aberta em um celular
page-wrong = Números errados: { $count } de { $most }. Depois, a página se fecha
set-up-title = Configurar { $service } nesta TV
typing-scan = Escaneie o código e permita o acesso
typing-shown = Depois, { $service } mostra { $length } caracteres
typing-type = Digite-os aqui
typing-switched-off = As configurações não permitem página no celular.
typing-no-network = Esta TV não está em nenhuma rede que um celular possa usar.
typing-public-address = Endereço público: veja phone_page nas configurações.
typing-no-page = Não foi possível abrir a página para o celular.
typing-qr = Código QR para { $service }
browser-title = Continue no navegador
browser-body = { $service } vai pedir sua confirmação lá. Esta tela continua sozinha. Apareceu um erro? { $application }
exchange-title = Fazendo login
exchange-body = Recebendo o login de { $service }…

keyboard-title = Digite o código
keyboard-count = { $count } de { $length }
keyboard-capital = { $letter } maiúsculo
keyboard-hyphen = hífen
keyboard-underscore = sublinhado
keyboard-case = Aa
keyboard-case-spoken = maiúsculas ou minúsculas
keyboard-delete = Apagar
keyboard-send = Enviar
typed-empty = Nada foi digitado ainda.
typed-cut = Só { $count } de { $length } caracteres: talvez o código tenha sido cortado em um hífen.
typed-short = Só { $count } de { $length } caracteres.

## Results

starting-title = Um momento
storing-title = Aprovado
storing-body = Salvando o login com segurança…
forgetting-title = Desvinculando

paired-as = Conta vinculada: { $name }
paired-nameless = Esta TV está vinculada
paired-keyring = { $service } · salvo no chaveiro deste computador
paired-file = { $service } · salvo em um arquivo privado: { $path }
paired-file-why = O chaveiro não foi usado. { $why }.
paired-demo = { $service } · uma demo: some quando você sair
paired-checking = Perguntando a { $service } se o login ainda vale…
paired-delayed = { $trouble }: ainda não foi possível verificar o login.
paired-unknown = { $service } não soube dizer de quem é o login.
paired-moved = { $service } agora está em { $url }: escreva esse endereço no arquivo de configurações.
paired-scope = O { $service } diz que este acesso não permite isso: vincule de novo.
paired-old-token = O { $service } pede um acesso do novo tipo: vincule de novo com um aplicativo novo.
paired-instead = Esta conta não é a de antes ({ $name }).
paired-ends = O { $service } encerra este tipo de acesso por volta de abril de 2027. Antes disso, registre um novo aplicativo e vincule de novo.
paired-ends-set-up = O { $service } encerra este tipo de acesso por volta de abril de 2027. Antes disso, escolha “{ button-set-up }” em “{ button-more }”.
paired-limited = { $service } concedeu menos que o pedido: alguns programas só poderão ler.
paired-cannot-forget = Não foi possível apagar o login. { $why }.
paired-cannot-move = O login fica onde está. { $why }.
paired-client-not-kept = As configurações não guardaram este aplicativo: da próxima vez, o couchpin não o conhecerá.
paired-end = Você pode encerrar o acesso desta TV quando quiser: { $url }

unpair-title = Desvincular esta TV?
unpair-body = O login salvo neste computador será apagado, e os programas que o usam vão perdê-lo. { $service } ainda pode mostrar o acesso na lista até você encerrá-lo em { $url }.

quit-title = Sair do couchpin?
leave-title = Sair deste login?
quit-body = Se você sair, ninguém vai perceber a sua aprovação. O código será perdido.
quit-body-storing = O login ainda não foi salvo. Se você sair agora, ele será perdido.
quit-body-page = Se você sair, ninguém mais vai esperar a sua resposta.
quit-body-plain = Volte quando quiser.

resting-title = Aperte um botão para um novo código
resting-body = Ninguém apareceu por um tempo, então esta tela parou de consultar { $service }.

## What a person must mend

cannot-store-title = Aprovado, mas não salvo
cannot-store-body = { $why }. O login está na memória: deixe tudo ligado e tente de novo.
unreadable-title = Não foi possível ler o login salvo
unreadable-body = { $why }.
store-locked = O chaveiro está bloqueado
keyring-silent = O chaveiro não responde
keyring-slow = O chaveiro responde devagar demais
keyring-no-bus = Não há barramento de sessão
keyring-bus-failed = O barramento de sessão não pode ser usado
keyring-no-service = Nenhum serviço de chaveiro está em execução
keyring-not-started = O serviço de chaveiro não iniciou
keyring-no-default = Não há chaveiro padrão
keyring-several = O chaveiro tem várias entradas para ele
keyring-not-kept = O chaveiro não guardou o que recebeu
keyring-too-long = O chaveiro não aceita um acesso tão longo
keyring-failed = O chaveiro informa um erro
store-link = { $path } é um link simbólico
store-not-a-file = { $path } não é um arquivo comum
store-anothers = { $path } pertence a outro usuário: devolva-o a este ou remova-o
store-damaged = Não foi possível entendê-lo, e ele foi guardado como { $path }
store-unclear = Não foi possível entendê-lo
store-version = Ele foi gravado por outra versão do Couchpin: atualize o Couchpin ou vincule de novo
store-other-service = É o login de outro serviço ({ $service })
store-not-written = Não foi possível gravar { $path }. { $why }
store-not-read = Não foi possível ler { $path }. { $why }
store-not-removed = Não foi possível remover { $path }. { $why }
store-not-set-aside = Não foi possível pôr { $path } de lado. { $why }
store-not-opened = Não foi possível abrir { $path }. { $why }
store-in-use = Outro Couchpin está mudando o login
store-empty = Nada está vinculado
store-no-answer = O armazenamento não responde
system-disk-full = O disco está cheio
system-read-only = O disco é somente leitura
system-no-permission = Falta permissão
system-missing = O arquivo ou a pasta não existe
system-in-the-way = Outro arquivo ou outra pasta ocupa o lugar
system-not-a-file = Não é um arquivo comum
system-too-large = O arquivo é grande demais
system-too-many-files = Há arquivos demais abertos
system-disk-failed = O disco está com defeito
system-timeout = Demorou demais
system-other = O sistema informa o erro { $number }
system-unknown = O sistema não informa o motivo
locked-title = O chaveiro está bloqueado
locked-body = Esta TV está vinculada, mas o login está no chaveiro, que está bloqueado ou não responde. Para desbloquear, talvez seja preciso um teclado. Esta tela continua sozinha quando o chaveiro abrir.
absent-title = O chaveiro não está disponível
absent-body = Esta TV está vinculada, mas o login está no chaveiro. { $why }. Esta tela continua sozinha quando o chaveiro estiver disponível.
keep-title = Onde o login fica salvo
keep-in-file = Está em um arquivo privado que só você pode ler, mas que não é criptografado: { $path }
keep-in-keyring = Está no chaveiro deste computador. Os programas só podem ler o login enquanto o chaveiro estiver desbloqueado.
denied-title = Recusado no celular
denied-body = Se foi um engano, peça outro código.
refused-title = { $service } não aceita mais esta TV
refused-body = O acesso foi encerrado, talvez na página de configurações de { $service }. Para continuar, vincule de novo.
refused-body-name = O acesso de { $name } foi encerrado, talvez na página de configurações de { $service }. Para continuar, vincule de novo.
rejected-title = { $service } recusou o pedido
rejected-client-title = { $service } não conhece este client ID
rejected-body = { $answers }. Nada nesta tela pode mudar isso; tente de novo mais tarde.
rejected-client-body = { $answers }. Origem do client ID: { $source }. Corrija lá e inicie o couchpin de novo.
rejected-blocked-title = O { $service } não aceita este client ID
rejected-blocked-body = { $answers }. O ID está errado, ou o { $service } o limitou ou suspendeu por um tempo. Ele vem de { $source }: confira lá, ou tente mais tarde.
rejected-answer = { $flow }: resposta { $answer }
flow-pin = Login com PIN
flow-device = Login do dispositivo
no-client-title = É necessário um client ID
no-client-body = Registre o couchpin em { $url } (tipo: “Mobile, desktop & browser apps”; endereço de redirecionamento: { $redirect }), escreva o client ID dele em { $file } e inicie de novo:
no-client-phone-body = Registre o couchpin em { $url } (tipo: “Mobile, desktop & browser apps”; endereço de redirecionamento: { $redirect }) e envie o client ID dele pelo celular. Ou escreva-o em { $file } e inicie de novo:
application-mobile = O aplicativo precisa ser do tipo “Mobile, desktop & browser apps” e ter exatamente este endereço de redirecionamento:
application-redirect = O aplicativo precisa ter exatamente este endereço de redirecionamento:
application-types = O tipo nunca pode ser mudado. “TV, devices & command line” só serve para códigos; “Server apps & services” precisa também do client secret.
no-application-title = Primeiro, é preciso configurar { $service }
no-application-body = Registre um aplicativo em { $url }, escreva o client ID e o client secret dele em { $file } e inicie de novo:
wrong-application-title = Client ID ou client secret incorreto
wrong-application-body = { $service } respondeu { $error }. Origem do client ID: { $source }. Configure de novo ou corrija lá.
lacks-secret-title = Este aplicativo precisa do client secret
lacks-secret-body = { $service } respondeu { $error }. O client ID está certo, mas este aplicativo também tem um client secret (tipo: “Server apps & services”). Configure de novo com o client secret ou registre um do tipo “Mobile, desktop & browser apps”, que não precisa dele.
moved-title = { $service } mudou de endereço
moved-body = Agora está em { $url }, e nada foi enviado para lá. Escreva o novo endereço em { $file } e inicie de novo:
metadata-title = O issuer das configurações não confere
metadata-body = O que { $issuer } publica descreve outro issuer, ou falta um endereço. Confira issuer em { $file }.
missing-body = Para { $service }, faltou algo no que o couchpin enviou: { $said }.
time-over-title = Ninguém veio a tempo
time-over-body = Tente de novo, com calma: você tem meia hora.
time-over-browser-body = O navegador não voltou em cinco minutos, ou o acesso não foi permitido lá. { $application }
page-closed-title = Números errados demais
page-closed-body = Um número errado foi digitado cinco vezes, então a página foi fechada. Nada foi aceito.
not-allowed-title = O acesso não foi permitido
not-allowed-body = Se foi um engano, tente de novo.
other-issuer-title = A resposta veio de um serviço que não é o { $service }
other-issuer-body = Nada dela foi usado. Tente de novo.
page-refused-body = A resposta no navegador foi { $error }. Confira o client ID. { $application }
redirect-refused-title = { $service } não conhece o endereço de redirecionamento
redirect-refused-body = A resposta foi { $error }. { $application }
refused-code-title = { $service } não aceitou o login
refused-code-body = O que o navegador trouxe era antigo demais ou já tinha sido usado. Faça login de novo.
lost-code-title = O login se perdeu
lost-code-body = { $trouble }. O que o navegador trouxe só vale uma vez, então faça login de novo.
port-taken-title = A porta { $port } está ocupada
port-taken-body = Outro programa neste computador está usando essa porta. Feche o programa, ou defina outro redirect_port em { $file } e registre o endereço dele em { $service }:
no-browser-title = Não foi possível abrir um navegador
no-browser-body = Este computador não tem nenhum, ou não tem nada que o abra (xdg-utils).
cannot-begin-title = Não foi possível começar o login
cannot-begin-body = { $why }.
unexpected-title = Uma falha no Couchpin interrompeu o login
unexpected-body = Ele recomeça em um minuto, ou agora mesmo se você tentar de novo.
config-title = O couchpin não pode iniciar assim
config-no-home = Este computador não tem pasta pessoal para configurações e logins: HOME não está definido.
config-unreadable = Não foi possível ler { $file }. { $why }.
config-unreadable-from = Não foi possível ler { $file }, indicado por { $source }. { $why }.
config-exposed-owner = { $file } define { $setting }, mas pertence a outro usuário. Deve pertencer a você ou ao root.
config-exposed-mode = { $file } define { $setting }, mas outros usuários podem alterá-lo. Impeça isso com { $command }.
config-line = { $file }, linha { $line }: é desconhecido ou está errado. O comando couchpin status diz o que é esperado.
config-value = { $name } em { $source } está errado. { $expected }.
config-variable = { $source } está errado. { $expected }.
config-no-certificates = Este computador não tem certificados para conexões seguras. Instale ca-certificates.
config-no-client = Não é possível fazer conexões seguras neste computador.
expected-text = Esperado: texto em UTF-8
expected-word = Esperado: letras e números sem espaços
expected-name = Esperado: um nome de letras simples, números e sinais
expected-address = Esperado: um endereço com https:// e sem nome nem senha
expected-one-of = Esperado: { $words }
expected-phone-page = Esperado: true, false ou o único endereço em que escutar, por exemplo 192.168.1.20
expected-one-address = Esperado: o único endereço deste computador que o celular alcança, por exemplo 192.168.1.20
source-built-in = esta versão do couchpin

demo-banner = Demo: nada sai deste computador

## In a terminal

terminal-title = Vincule este computador à conta { $service }
terminal-code = Código: { $code } (válido por { $time })
terminal-open = Acesse: { $url }
terminal-link = Ou, já com o código: { $url }
terminal-approve = Aprove. O resto acontece sozinho.
terminal-beware = Aprove só se foi você quem iniciou isto.
terminal-good-for = Válido por { $time }
terminal-storing = Aprovado. Salvando o login com segurança…
terminal-cannot-store = Aprovado, mas não salvo. { $why }. O login está na memória e será salvo assim que isso for resolvido: deixe o programa em execução.
terminal-not-stored = Aprovado, mas não salvo. { $why }. Quando isso for resolvido, vincule de novo: { $pair }
terminal-checking = Vinculado. Perguntando a { $service } de quem é o login…
terminal-paired = Conta vinculada: { $name }. Login salvo em: { $place }
terminal-paired-nameless = Vinculado. Login salvo em: { $place }
terminal-already = Conta já vinculada: { $name }. Login salvo em: { $place }. Para vincular de novo: { $pair } --again
terminal-already-nameless = Já vinculado. Login salvo em: { $place }. Para vincular de novo: { $pair } --again
terminal-keyring = chaveiro deste computador
terminal-demo = pasta de uma demo
terminal-hook = Executando on_paired…
terminal-interrupted = interrompido, sem vincular
terminal-refused = { $service } não aceita mais o login salvo: vincule de novo
terminal-unreadable = não foi possível ler o login salvo. { $why }. Para vincular de novo: { $pair } --again
terminal-resting = ninguém aprovou a tempo. Para um novo código: { $pair }
terminal-denied = recusado no celular. Se foi um engano: { $pair }
terminal-no-client = { $service } reconhece os programas por um client ID, e nenhum está definido. Registre um em { $url } (tipo: “Mobile, desktop & browser apps”; endereço de redirecionamento: { $redirect }) e escreva em { $file }:
terminal-rejected-client = { $service } não conhece este client ID. { $answers }. Origem do client ID: { $source }. Corrija lá
terminal-rejected-blocked = O { $service } não aceita este client ID. { $answers }. O ID está errado, ou o { $service } o limitou ou suspendeu por um tempo. Ele vem de { $source }: confira lá, ou tente mais tarde
terminal-rejected = { $service } recusou o pedido. { $answers }

terminal-phone = Com o celular: { $url }
terminal-number = Digite lá este número: { $number }
terminal-follow = Siga a página. O resto acontece sozinho.
terminal-network = O celular e o computador devem estar na mesma rede.
terminal-consent = Ou acesse { $url }
terminal-paste = Depois, cole o código aqui e aperte Enter.
terminal-or-paste = Ou cole o código aqui e aperte Enter.
terminal-typed = Isso não é um código. { $why }
terminal-no-application = Primeiro, é preciso configurar { $service }. Registre um aplicativo em { $url } e escreva o client ID e o client secret dele em { $file }:
terminal-set-up = Ou registre um aplicativo em { $url }, escreva o client ID e o client secret dele em { $file } e inicie de novo.
terminal-wrong-application = client ID ou client secret incorreto. { $service } respondeu { $error }. Origem do client ID: { $source }. Corrija lá
terminal-lacks-secret = o aplicativo precisa do client secret. { $service } respondeu { $error }: o client ID está certo, mas este aplicativo também tem um client secret (tipo: “Server apps & services”). Escreva client_secret em { $file } ou registre um do tipo “Mobile, desktop & browser apps”, que não precisa dele

## On the page for a phone

phone-code-title = Fazer login em { $service } nesta TV
phone-code-consent = Abra { $service } e permita o acesso. Depois, um código aparece lá.
phone-code-paste = Copie o código inteiro e cole aqui
phone-client-title = Configurar { $service } nesta TV
phone-client-register = Registre em { $service } um aplicativo chamado { $name }, com a permissão { $scope } e este endereço de redirecionamento:
phone-client-type = Registre em { $service } um aplicativo do tipo “Mobile, desktop & browser apps” com este endereço de redirecionamento:
phone-client-paste = Cole o que { $service } mostrar para ele:
phone-client-id = Client ID
phone-client-secret = Client secret
phone-client-secret-optional = Client secret, se o aplicativo tiver
phone-open = Abrir { $service }
phone-number = Digite o número que a TV mostra
phone-send = Enviar para a TV
phone-fault-digits = Digite os quatro dígitos que a TV mostra.
phone-fault-number = { $left ->
    [one] Esse não é o número da TV. Resta uma tentativa.
    [many] Esse não é o número da TV. Restam { $left } tentativas.
   *[other] Esse não é o número da TV. Restam { $left } tentativas.
}
phone-fault-missing = Ainda falta alguma coisa.
phone-fault-cut = Falta uma parte do código. Selecione tudo, com os hifens, e copie de novo.
phone-fault-strange = Isso não é o que { $service } mostra. Copie de lá mais uma vez.
phone-fault-same = Client ID e client secret são o mesmo texto. Copie um de cada vez.
phone-fault-refused = { $service } não aceitou. Tente de novo.
phone-taken-title = A TV recebeu
phone-taken-body = Ela está fazendo login em { $service }. Esta página vai dizer se deu certo.
phone-done-title = Pronto
phone-done-body = A TV está conectada a { $service }. Você pode fechar esta página.
phone-set-up-body = A TV já conhece { $service } e continua sozinha. Você pode fechar esta página.
phone-failed-title = Não deu certo
phone-failed-body = A TV mostra como continuar.
phone-closed-title = Esta página está fechada
phone-closed-body = O número estava errado vezes demais. Comece de novo na TV e escaneie o novo código.
phone-over-title = O tempo acabou
phone-over-body = Comece de novo na TV e escaneie o novo código.

## In a browser on this computer

redirect-title = Volte para a TV
redirect-body = { $service } respondeu. Você pode fechar esta página; o couchpin continua sozinho.
redirect-denied-title = Sem acesso
redirect-denied-body = { $service } não deu acesso. Feche esta página; o couchpin mostra como continuar.
redirect-issuer-body = Nada dela foi usado. Feche esta página; o couchpin mostra como continuar.
redirect-unexpected-title = O couchpin não espera por isto
redirect-unexpected-body = Feche esta página e continue na que o couchpin abriu.
redirect-used-title = Este link já foi usado
redirect-used-body = Ele só abre uma vez. Feche esta página e refaça o login na TV.
