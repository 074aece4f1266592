# What a person reads on the television, in English.
# Buttons have one to three words. { $service } is a name such as Simkl.

## Pairing

pairing-title = Connect this TV to { $service }
pairing-open = Scan the code, or open { $url } on your phone
pairing-open-short = Scan, or open { $url }
pairing-open-here = Open { $url } on this computer
pairing-check = Check that your phone shows
pairing-check-here = Check that the page shows
pairing-approve = Approve. This screen changes by itself.
pairing-beware = Approve only if you are looking at this screen.
pairing-good-for = Good for
pairing-last-minute = less than a minute
pairing-no-code = No code yet
pairing-code = Code
pairing-qr = QR code to { $url }
pairing-qr-too-long = This address is too long for a QR code.
pairing-code-spoken = Code { $code }
spell-letter = { $letter } as in { $word }
spell-hyphen = hyphen
speech-code = Open { $url } on your phone. Check that it shows this code: { $code }. Once more: { $code }. Then approve.

notice-asked-for = This is a new code. The last one no longer counts.
notice-no-new-code = { $service } gave no new code ({ $answer }). This one is still good.
notice-expired = This is a new code: the last one ran out.
notice-code-gone = This is a new code: { $service } no longer knew the last one.
notice-answer-lost = Approved, but the answer was lost: please approve once more.
notice-opening-here = Opening a browser on this computer …
notice-opened-here = Open in the browser here. Compare the code there, and approve.
notice-not-opened-here = No browser could be opened here (xdg-utils). Use your phone.
notice-code-refused = { $service } did not accept this code. Its page shows you another one.
notice-client-not-kept = The settings could not take the client id: it holds until you leave.
notice-unpaired = This TV is unpaired.
notice-left-in-keyring = Unpaired. A copy in the locked keyring goes once it opens.

status-asking = Asking { $service } for a code
status-replacing = Asking for another code. This one stays good until it comes.
status-waiting = Waiting for your phone
status-checked = Waiting for your phone. Checked { $seconds } s ago
status-living = { $trouble }. Your code stays good; next try in { $seconds } s
status-retry = { $trouble }. Next try in { $seconds } s
status-retry-minutes = { $trouble }. Next try in { $minutes } min
status-living-on = { $trouble }. Your code stays good
status-goes-on = { $trouble }. Then this goes on by itself
status-retrying = { $trouble }. Trying again

trouble-offline = No network
trouble-dns = { $service } cannot be found
trouble-unreachable = { $service } does not answer
trouble-timeout = { $service } answers too slowly
trouble-clock = This computer’s clock is wrong ({ $date })
trouble-expired = The certificate of { $service } ended before { $date }, this computer’s date
trouble-tls = The connection is not safe
trouble-proxy = The proxy { $proxy } ({ $variable }) does not connect to { $service }
trouble-proxy-refused = The proxy { $proxy } ({ $variable }) wants another user name or password
trouble-proxy-unusable = { $variable } holds no address of a proxy
trouble-portal = Another page answers for { $service }
trouble-foreign = Something else answers for { $service } ({ $status })
trouble-busy = { $service } is busy, checking less often
trouble-user-limit = Your account’s daily limit at { $service } is reached
trouble-user-limit-until = Your account’s daily limit at { $service } is reached until { $time }
trouble-app-limit = The application’s daily limit at { $service } is reached
trouble-app-limit-until = The application’s daily limit at { $service } is reached until { $time }
trouble-client-blocked = { $service } does not accept the client id at the moment
trouble-down = { $service } has a fault
trouble-malformed = { $service } answered nonsense

## Buttons

button-bigger = Bigger QR
button-smaller = Smaller QR
button-check = Check now
button-new = New code
button-quit = Quit
button-stay = Stay
button-done = Done
button-again = Try again
button-pair-again = Pair again
button-unpair = Unpair
button-not-you = Not you? Unpair
button-keep = Keep it
button-unlock = Unlock
button-pair-in-file = Pair again, use a file
button-later = Later
button-more = More
button-stay-there = Leave it there
button-to-keyring = Move to the keyring
button-to-file = Move to a private file
button-demo = See the demo
button-approve = Demo: approve
button-services = All services
button-type = Type the code
button-open-here = Open it here
button-in-browser = Use a browser here
button-open-again = Open it again
button-by-phone = Use a phone
button-by-code = Use a code
button-set-up = Set up again

button-kept = Where the sign-in is kept
button-settings = Settings
button-about = About
button-read = Read aloud
button-close = Close
button-remote = Test the remote
button-picture = Picture size
button-smaller-picture = Smaller
button-larger-picture = Larger
button-start-over = Start over
button-swap = Swap A and B
button-forget-taught = Forget taught keys
button-start-again = Start again

hint-ok = choose
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = leave
hint-back-key = Back
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Back does nothing here

## What else there is

more-title = More
settings-title = Settings
settings-body = What you choose holds at once, and is kept.
settings-language = Language
settings-language-about = What this screen and couchpin in a terminal speak.
settings-text = Text size
settings-text-about = Large shows what is needed to pair in letters for weak eyes, or for a small television.
settings-theme = Colours
settings-theme-about = Dark for the evening, bright for the day, or the strongest contrast.
settings-motion = Motion
settings-motion-about = Whether the frame around a button glides to the next one.
settings-blanking = While a code is shown
settings-blanking-about = Whether the television may go dark before you have approved.
settings-unattended = Codes in a row
settings-unattended-about = How many codes come by themselves, a quarter of an hour each, when nobody presses a button. Then this screen rests.
settings-store = Keep the sign-in
settings-store-about = Where the next sign-in is kept. What is paired already stays where it is.
choice-system = As the system
choice-normal = Normal
choice-large = Large
choice-dark = Dark
choice-light = Bright
choice-contrast = Strong contrast
choice-gliding = Gliding
choice-still = None
choice-awake = Stay bright
choice-blank = May go dark
choice-one-code = One code
choice-codes = { $count ->
    [one] { $count } code
   *[other] { $count } codes
}
choice-always = Always a new one
choice-automatic = In the keyring if open
choice-keyring = In the keyring
choice-file = In a private file

about-title = Couchpin { $version }
about-body = Signs this television in to your services, from the couch. Free software under the MIT and Apache 2.0 licences, with the typefaces Inter and JetBrains Mono (SIL Open Font License).
more-body = If a button of your remote does nothing, or an edge of the picture is hidden, mend it here.

remote-title = Test the remote
remote-body = Press every button once. What it does here stands below, with its code and where it comes from.
remote-nothing = Nothing pressed yet
remote-code = code { $code } ({ $hex })
remote-window = keyboard or remote
remote-closed = May not be read: { $name } ({ $node })
remote-allow = To allow it, install couchpin’s udev rule (see README), and plug it in again.
teach-title = Key { $code } is not known yet
teach-body = What should it do? Go to it with the arrows, then press the same key again. Back leaves it as it is.
not-kept = It holds until you leave, but could not be kept: { $why }.
not-kept-busy = Another program is writing the settings file
not-kept-mistake = The settings file has a mistake that has to be mended first
not-kept-table = Something else has the name { $name } in the settings file
not-kept-exposed = Another user can change the settings file

name-up = Up
name-down = Down
name-left = Left
name-right = Right
name-ok = OK
name-back = Back
name-menu = Menu
name-info = Info
name-play-pause = Play/Pause
name-page-up = Page up
name-page-down = Page down
name-digit = Digit { $digit }
name-red = Red
name-green = Green
name-yellow = Yellow
name-blue = Blue
name-other = nothing here
name-unknown = not known

picture-title = Picture size
picture-body = Make it larger until the four corners just touch the edges of your television. Then nothing is hidden, and nothing is wasted.
picture-percent = { $size } %

## All services

home-title = Your services
home-body = Choose a service to see its sign-in, or to sign in.
state-looking = …
state-not-set-up = Not set up
state-not-paired = Not paired
state-paired = Paired as { $name }
state-paired-nameless = Paired
state-attention = Needs attention

## With a phone, by hand, or in a browser

page-scan = Scan the code with your phone
page-number = Type this number there
page-follow = Follow the page. This screen changes by itself.
page-beware = Phone and TV must be on the same network.
page-spoken = Number { $code }
page-qr = QR code to the page for your phone
page-opened = The page is open on a phone
page-wrong = Wrong number typed { $count } of { $most } times. Then the page closes
set-up-title = Set up { $service } on this TV
typing-scan = Scan the code, and allow access
typing-shown = { $service } then shows { $length } characters
typing-type = Type them here
typing-switched-off = The settings allow no page for a phone.
typing-no-network = This TV is on no network that a phone could be on.
typing-public-address = This TV has a public address: see phone_page in the settings.
typing-no-page = The page for a phone could not be opened.
typing-qr = QR code to { $service }
browser-title = Go on in the browser
browser-body = { $service } asks you there. This screen goes on by itself. Does it show an error instead? { $application }
exchange-title = Signing in
exchange-body = Getting the sign-in from { $service } …

keyboard-title = Type the code
keyboard-count = { $count } of { $length }
keyboard-capital = capital { $letter }
keyboard-hyphen = hyphen
keyboard-underscore = underscore
keyboard-case = Aa
keyboard-case-spoken = capital or small letters
keyboard-delete = Delete
keyboard-send = Send
typed-empty = Nothing is typed yet.
typed-cut = Only { $count } of { $length } characters: perhaps it was cut off at a hyphen.
typed-short = Only { $count } of { $length } characters.

## Results

starting-title = One moment
storing-title = Approved
storing-body = Keeping the sign-in safe …
forgetting-title = Unpairing

paired-as = Paired as { $name }
paired-nameless = This TV is paired
paired-keyring = { $service } · kept in this computer’s keyring
paired-file = { $service } · kept in a private file: { $path }
paired-file-why = The keyring was not used. { $why }.
paired-demo = { $service } · a demo: forgotten when you leave
paired-checking = Asking { $service } whether it still works …
paired-delayed = { $trouble }: it could not be checked yet.
paired-unknown = { $service } could not say whose it is.
paired-moved = { $service } has moved to { $url }: write that into the settings file.
paired-scope = { $service } says that this sign-in may not do that: pair again.
paired-old-token = { $service } wants a sign-in of its newer kind: pair again with a new application.
paired-instead = This is another account than before ({ $name }).
paired-ends = { $service } ends this kind of sign-in around April 2027. Before then, register a new application and pair again.
paired-ends-set-up = { $service } ends this kind of sign-in around April 2027. Before then, choose “{ button-set-up }” under “{ button-more }”.
paired-limited = { $service } granted less than was asked: some programs may only read.
paired-cannot-forget = It could not be forgotten. { $why }.
paired-cannot-move = It stays where it is. { $why }.
paired-client-not-kept = The settings could not take the client id: couchpin will not know this application the next time.
paired-end = You can end this TV’s access at any time: { $url }

unpair-title = Unpair this TV?
unpair-body = The sign-in kept on this computer is forgotten, and the programs here that use it lose it. { $service } itself may list it until you end it at { $url }.

quit-title = Leave couchpin?
leave-title = Leave this sign-in?
quit-body = Nobody would notice when you approve. Your code is lost.
quit-body-storing = The sign-in is not stored yet. If you leave now, it is lost.
quit-body-page = Nobody would wait for your answer any more.
quit-body-plain = Come back any time.

resting-title = Press any button for a new code
resting-body = Nobody was here for a while, so this screen stopped asking { $service }.

## What a person must mend

cannot-store-title = Approved, but not stored
cannot-store-body = { $why }. The sign-in is kept in memory: leave this on and try again.
unreadable-title = The stored sign-in cannot be read
unreadable-body = { $why }.
store-locked = The keyring is locked
keyring-silent = The keyring does not answer
keyring-slow = The keyring answers too slowly
keyring-no-bus = There is no session bus
keyring-bus-failed = The session bus cannot be used
keyring-no-service = No keyring service is running
keyring-not-started = The keyring service did not start
keyring-no-default = There is no default keyring
keyring-several = The keyring has several entries for it
keyring-not-kept = The keyring did not keep what it was given
keyring-too-long = The keyring takes no sign-in of this length
keyring-failed = The keyring reports an error
store-link = { $path } is a symbolic link
store-not-a-file = { $path } is not a plain file
store-anothers = { $path } belongs to another user: give it back to this one, or remove it
store-damaged = It could not be understood and was kept as { $path }
store-unclear = It could not be understood
store-version = It was written by another version of Couchpin: update Couchpin, or pair again
store-other-service = It is the sign-in of another service ({ $service })
store-not-written = { $path } could not be written. { $why }
store-not-read = { $path } could not be read. { $why }
store-not-removed = { $path } could not be removed. { $why }
store-not-set-aside = { $path } could not be set aside. { $why }
store-not-opened = { $path } could not be opened. { $why }
store-in-use = Another Couchpin is changing the sign-in
store-empty = Nothing is paired
store-no-answer = The store does not answer
system-disk-full = The disk is full
system-read-only = This disk can only be read
system-no-permission = Permission is missing
system-missing = The file or folder is missing
system-in-the-way = Another file or folder is in the way
system-not-a-file = It is not a plain file
system-too-large = The file is too large
system-too-many-files = Too many files are open
system-disk-failed = The disk is faulty
system-timeout = It took too long
system-other = The system reports error { $number }
system-unknown = The system gives no reason
locked-title = The keyring is locked
locked-body = This TV is paired, but the sign-in is in the keyring, and that is locked or does not answer. Unlocking may need a keyboard. This screen goes on by itself once the keyring is open.
absent-title = The keyring is not there
absent-body = This TV is paired, but the sign-in is in the keyring. { $why }. This screen goes on by itself once the keyring is there.
keep-title = Where the sign-in is kept
keep-in-file = It is in a private file that only you can read, but that is not encrypted: { $path }
keep-in-keyring = It is in this computer’s keyring. Programs can only read it while the keyring is unlocked.
denied-title = Declined on the phone
denied-body = If that was a mistake, take another code.
refused-title = { $service } no longer accepts this TV
refused-body = Access was ended, perhaps on the settings page of { $service }. Pair again to go on.
refused-body-name = Access for { $name } was ended, perhaps on the settings page of { $service }. Pair again to go on.
rejected-title = { $service } refuses
rejected-client-title = { $service } does not know this client id
rejected-body = { $answers }. Nothing on this screen can change that; try again later.
rejected-client-body = { $answers }. The client id comes from { $source }: mend it there and start couchpin again.
rejected-blocked-title = { $service } does not accept this client id
rejected-blocked-body = { $answers }. The id is wrong, or { $service } has slowed it down or suspended it for a while. It comes from { $source }: check it there, or try again later.
rejected-answer = { $flow } answered { $answer }
flow-pin = PIN sign-in
flow-device = device sign-in
no-client-title = A client id is needed
no-client-body = Register couchpin at { $url } (type: Mobile, desktop & browser apps; redirect address: { $redirect }), write its client id into { $file }, and start again:
no-client-phone-body = Register couchpin at { $url } (type: Mobile, desktop & browser apps; redirect address: { $redirect }), and send its client id from your phone. Or write it into { $file }, and start again:
application-mobile = The application must be of the type Mobile, desktop & browser apps, with exactly this redirect address:
application-redirect = The application must have exactly this redirect address:
application-types = The type can never be changed. TV, devices & command line does for codes alone; Server apps & services needs its client secret, too.
no-application-title = { $service } must be set up first
no-application-body = Register an application at { $url }, write its client id and secret into { $file }, and start again:
wrong-application-title = The client id or the secret is wrong
wrong-application-body = { $service } answered { $error }. The client id comes from { $source }. Set it up again, or mend it there.
lacks-secret-title = This application needs its secret
lacks-secret-body = { $service } answered { $error }. The client id is right, but this application has a secret, too (type: Server apps & services). Set it up again with the secret, or register one of the type Mobile, desktop & browser apps, which needs none.
moved-title = { $service } has moved
moved-body = It is at { $url } now, and nothing was sent there. Write the new address into { $file }, and start again:
metadata-title = The issuer in the settings does not fit
metadata-body = What { $issuer } publishes describes another issuer, or lacks an address. Check issuer in { $file }.
missing-body = { $service } missed something in what couchpin sent: { $said }.
time-over-title = Nobody came in time
time-over-body = Try again, and take your time: there is half an hour.
time-over-browser-body = The browser did not come back within five minutes, or access was not allowed there. { $application }
page-closed-title = Too many wrong numbers
page-closed-body = A wrong number was typed five times, so the page is closed. Nothing was taken.
not-allowed-title = Access was not allowed
not-allowed-body = If that was a mistake, try again.
other-issuer-title = The answer came from another service than { $service }
other-issuer-body = Nothing was taken from it. Try again.
page-refused-body = It answered { $error } in the browser. Check the client id. { $application }
redirect-refused-title = { $service } does not know the redirect address
redirect-refused-body = It answered { $error }. { $application }
refused-code-title = { $service } did not accept the sign-in
refused-code-body = What the browser brought was too old, or had been used before. Please sign in again.
lost-code-title = The sign-in was lost
lost-code-body = { $trouble }. What the browser brought counts only once, so please sign in again.
port-taken-title = Port { $port } is taken
port-taken-body = Another program on this computer listens there. Close it; or set another redirect_port in { $file }, and register its address with { $service }:
no-browser-title = No browser could be opened
no-browser-body = This computer has none, or nothing that opens one (xdg-utils).
cannot-begin-title = The sign-in could not begin
cannot-begin-body = { $why }.
unexpected-title = A fault in Couchpin stopped the sign-in
unexpected-body = It begins anew in a minute, or at once if you try again.
config-title = Couchpin cannot start like this
config-no-home = This computer has no home folder for settings and sign-ins: HOME is not set.
config-unreadable = { $file } cannot be read. { $why }.
config-unreadable-from = { $file }, which { $source } names, cannot be read. { $why }.
config-exposed-owner = { $file } sets { $setting }, but belongs to another user. It must belong to you, or to root.
config-exposed-mode = { $file } sets { $setting }, but other users can write to it. End that with { $command }.
config-line = { $file }, line { $line }: this is unknown or wrong. The command couchpin status tells what is expected.
config-value = { $name } in { $source } is wrong. { $expected }.
config-variable = { $source } is wrong. { $expected }.
config-no-certificates = This computer has no certificates for safe connections. Install ca-certificates.
config-no-client = Safe connections cannot be made on this computer.
expected-text = Expected: text in UTF-8
expected-word = Expected: letters and digits without blanks
expected-name = Expected: a name of plain letters, digits and signs
expected-address = Expected: an address with https:// and without a name or password in it
expected-one-of = Expected: { $words }
expected-phone-page = Expected: true, false or the one address to listen on, such as 192.168.1.20
expected-one-address = Expected: the one address of this computer that the phone can reach, such as 192.168.1.20
source-built-in = this build of couchpin

demo-banner = Demo: nothing leaves this computer

## In a terminal

terminal-title = Connect this computer to { $service }
terminal-code = Code: { $code } (good for { $time })
terminal-open = Open: { $url }
terminal-link = Or, with the code in it: { $url }
terminal-approve = Approve. This goes on by itself.
terminal-beware = Approve only if you started this yourself.
terminal-good-for = Good for { $time }
terminal-storing = Approved. Keeping the sign-in safe …
terminal-cannot-store = Approved, but not stored. { $why }. The sign-in is kept in memory and stored as soon as that is mended: leave this running.
terminal-not-stored = Approved, but not stored. { $why }. Once that is mended, pair again: { $pair }
terminal-checking = Paired. Asking { $service } whose it is …
terminal-paired = Paired as { $name }, kept in { $place }
terminal-paired-nameless = Paired, kept in { $place }
terminal-already = Already paired as { $name }, kept in { $place }. To pair anew: { $pair } --again
terminal-already-nameless = Already paired, kept in { $place }. To pair anew: { $pair } --again
terminal-keyring = this computer’s keyring
terminal-demo = a demo’s folder
terminal-hook = Running on_paired …
terminal-interrupted = interrupted, and not paired
terminal-refused = { $service } no longer accepts the stored sign-in: pair again
terminal-unreadable = the stored sign-in cannot be read. { $why }. To pair anew: { $pair } --again
terminal-resting = nobody approved in time. For a new code: { $pair }
terminal-denied = declined on the phone. If that was a mistake: { $pair }
terminal-no-client = { $service } knows programs by a client id, and none is set. Register one at { $url } (type: Mobile, desktop & browser apps; redirect address: { $redirect }), and write it into { $file }:
terminal-rejected-client = { $service } does not know this client id. { $answers }. The client id comes from { $source }: mend it there
terminal-rejected-blocked = { $service } does not accept this client id. { $answers }. The id is wrong, or { $service } has slowed it down or suspended it for a while. It comes from { $source }: check it there, or try again later
terminal-rejected = { $service } refuses. { $answers }

terminal-phone = With your phone: { $url }
terminal-number = Type this number there: { $number }
terminal-follow = Follow the page. This goes on by itself.
terminal-network = Phone and computer must be on the same network.
terminal-consent = Or open { $url }
terminal-paste = Then paste the code here, and press Enter.
terminal-or-paste = Or paste the code here, and press Enter.
terminal-typed = That is no code. { $why }
terminal-no-application = { $service } must be set up first. Register an application at { $url }, and write its client id and secret into { $file }:
terminal-set-up = Or register an application at { $url }, write its client id and secret into { $file }, and start again.
terminal-wrong-application = the client id or the secret is wrong. { $service } answered { $error }. The client id comes from { $source }: mend it there
terminal-lacks-secret = the application needs its secret. { $service } answered { $error }: the client id is right, but this application has a secret, too (type: Server apps & services). Write client_secret into { $file }, or register one of the type Mobile, desktop & browser apps, which needs none

## On the page for a phone

phone-code-title = Sign this TV in to { $service }
phone-code-consent = Open { $service } and allow access. It then shows you a code.
phone-code-paste = Copy the whole code and paste it here
phone-client-title = Set up { $service } on this TV
phone-client-register = Register an application called { $name } at { $service }, with the scope { $scope } and this redirect address:
phone-client-type = Register an application at { $service }, of the type Mobile, desktop & browser apps, with this redirect address:
phone-client-paste = Paste what { $service } shows you for it:
phone-client-id = Client ID
phone-client-secret = Client secret
phone-client-secret-optional = Client secret, if the application has one
phone-open = Open { $service }
phone-number = Type the number that the TV shows
phone-send = Send to the TV
phone-fault-digits = Type the four digits that the TV shows.
phone-fault-number = { $left ->
    [one] That is not the number on the TV. One try left.
   *[other] That is not the number on the TV. { $left } tries left.
}
phone-fault-missing = Something is still missing.
phone-fault-cut = A part of the code is missing. Select all of it, hyphens included, and copy it again.
phone-fault-strange = That is not what { $service } shows. Copy it there again.
phone-fault-same = Client ID and client secret are the same text. Copy each of them.
phone-fault-refused = { $service } did not accept that. Please try again.
phone-taken-title = The TV has it
phone-taken-body = It is signing in to { $service } now. This page will tell you how it went.
phone-done-title = Done
phone-done-body = The TV is signed in to { $service }. You can close this page.
phone-set-up-body = The TV knows { $service } now, and goes on by itself. You can close this page.
phone-failed-title = That did not work
phone-failed-body = The TV shows what to do next.
phone-closed-title = This page is closed
phone-closed-body = The number was wrong too often. Start again on the TV, and scan the new code.
phone-over-title = Time is up
phone-over-body = Start again on the TV, and scan the new code.

## In a browser on this computer

redirect-title = Return to your TV
redirect-body = { $service } has answered. You can close this page; couchpin goes on by itself.
redirect-denied-title = No access
redirect-denied-body = { $service } did not give access. Close this page; couchpin shows what to do next.
redirect-issuer-body = Nothing was taken from it. Close this page; couchpin shows what to do next.
redirect-unexpected-title = Couchpin is not waiting for this
redirect-unexpected-body = Close this page, and go on in the one that couchpin opened.
redirect-used-title = This link was already used
redirect-used-body = It opens only once. Close this page, and start the sign-in again on your TV.
