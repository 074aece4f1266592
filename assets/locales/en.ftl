# What a person reads on the television, in a terminal and on a phone, in English; the other languages say the same by sense.
#
# 1. Sign in, sign out, signed in as. "Pair" is the command's name only. A QR code is the picture, a code is what is compared or
#    typed, a number is the four digits.
# 2. A title says what happened, in five words at most, without a full stop. A body says what to do, in two short sentences. A
#    button is one to three words, a verb first; a question and its button share the verb, and the harmless answer is Cancel.
# 3. "You" and the present tense. Contractions are fine. Plain words: save, store, fix, again.
# 4. No colon and no semicolon joins two sentences. Sentences end with a full stop, fragments have none. No blank before "…".
# 5. Couchpin in a sentence, couchpin as a command. { $service } is a name such as Simkl.

## Pairing

pairing-title = Sign in to { $service }
pairing-open = Scan the QR code, or go to { $url }
pairing-open-short = Scan, or go to { $url }
pairing-open-here = Go to { $url } on this computer
pairing-check = Check that your phone shows this code
pairing-check-here = Check that the page shows this code
pairing-approve = Approve on your phone
pairing-continue = On your phone, tap “{ phone-continue }”
pairing-compare = Compare this code, then approve
pairing-beware = Only if you started this on your own TV.
pairing-good-for = Code expires in
page-good-for = Page closes in
minutes-left = { $minutes } min
pairing-last-minute = less than a minute
pairing-no-code = No code yet
pairing-code = Code
pairing-qr = QR code to { $url }
pairing-qr-too-long = This address is too long for a QR code.
pairing-code-spoken = Code { $code }
spell-letter = { $letter } as in { $word }
spell-hyphen = hyphen
speech-code = Go to { $url } on your phone. Check that it shows this code: { $code }. Again: { $code }. Then approve.

notice-asked-for = New code. The old one no longer works.
notice-no-new-code = { $service } sent no new code ({ $answer }). This one still works.
notice-expired = New code. The old one expired.
notice-code-gone = New code. { $service } cancelled the old one.
notice-answer-lost = Your approval didn’t arrive. Please approve again.
notice-opening-here = Opening a browser on this computer…
notice-opened-here = Opened in the browser. Compare the code there, and approve.
notice-not-opened-here = Couldn’t open a browser (xdg-utils). Use your phone.
notice-code-refused = { $service } didn’t accept that code. Get a new one on its page.
notice-client-not-kept = Couldn’t save the settings file. This works until you exit.
notice-left-in-keyring = Signed out. The copy in the locked keyring is deleted once it’s unlocked.

status-asking = Getting a code from { $service }
status-replacing = Getting a new code. This one still works.
status-waiting = Waiting for your phone
status-approval = Waiting for your approval
status-checked = Waiting for your phone. Checked { $seconds } s ago
status-living = { $trouble }. Your code still works. Trying again in { $seconds } s
status-retry = { $trouble }. { retry-seconds }
status-retry-minutes = { $trouble }. { retry-minutes }
status-living-on = { $trouble }. Your code still works
status-goes-on = { $trouble }. { retry-fixed }
status-retrying = { $trouble }. Trying again
retry-seconds = Trying again in { $seconds } s
retry-minutes = Trying again in { $minutes } min
retry-fixed = Continues when that is fixed

trouble-offline = No network
trouble-dns = Can’t find { $service }
trouble-unreachable = { $service } doesn’t answer
trouble-timeout = { $service } is too slow
trouble-clock = This computer’s date is wrong ({ $date })
trouble-expired = { $service }’s certificate expired before { $date }, this computer’s date
trouble-tls = No secure connection
trouble-proxy = The proxy { $proxy } ({ $variable }) can’t reach { $service }
trouble-proxy-refused = The proxy { $proxy } ({ $variable }) rejects the user name or password
trouble-proxy-unusable = { $variable } is not a proxy address
trouble-portal = A sign-in page of this network answers for { $service }
trouble-foreign = Something else answers for { $service } ({ $status })
trouble-busy = { $service } is busy, checking less often
trouble-user-limit = Your account’s daily limit at { $service } is reached
trouble-user-limit-until = Your account’s daily limit at { $service } is reached until { $time }
trouble-app-limit = The application’s daily limit at { $service } is reached
trouble-app-limit-until = The application’s daily limit at { $service } is reached until { $time }
trouble-client-blocked = { $service } doesn’t accept the client ID right now
trouble-down = { $service } has a problem
trouble-malformed = { $service } sent an unexpected answer

## Buttons

button-bigger = Enlarge QR
button-smaller = Shrink QR
button-show-qr = Show QR
button-check = Try again
button-new = New code
button-quit = Exit
button-stay = Cancel
button-done = Done
button-add-person = Add a person to { $service }
button-again = Try again
button-pair-again = Sign in again
button-unpair = Sign out
button-not-you = Not you? Sign out
button-keep = Cancel
button-unlock = Unlock
button-pair-in-file = Sign in again
button-later = Not now
button-more = More
button-stay-there = Leave as is
button-to-keyring = Move to keyring
button-to-file = Move to file
button-demo = See the demo
button-approve = Approve here
button-services = All services
button-type = Type the code
button-open-here = Open it here
button-in-browser = Use a browser
button-open-again = Open it again
button-by-phone = Use your phone
button-by-code = Use a code
button-set-up = Set up again

button-kept = Sign-in storage
button-recipes = Use it in other apps
button-settings = Settings
button-about = About
button-read = Read aloud
button-close = Close
button-remote = Test the remote
button-picture = Picture size
button-smaller-picture = Smaller
button-larger-picture = Larger
button-start-again = Start again

hint-ok = Select
hint-ok-key = OK
hint-enter-key = Enter
hint-a-key = A
hint-cross-key = ×
hint-back = Back
hint-cancel = Cancel
hint-exit = Exit
hint-shrink = Shrink
hint-type = Type
hint-twice = Press Back twice to leave
hint-back-key = Back
hint-escape-key = Esc
hint-b-key = B
hint-circle-key = ○
hint-no-way-out = Back is off in kiosk mode

## What else there is

more-title = More
settings-title = Settings
settings-body = Changes apply right away.
settings-language = Language
settings-language-about = The language on the TV and in the terminal.
settings-text = Text size
settings-text-about = Large makes everything you need to sign in easy to read from far away.
settings-theme = Theme
settings-theme-about = Dark for the evening, light for the day, or high contrast.
settings-motion = Motion
settings-motion-about = Animate screens and buttons.
settings-sound = Sounds
settings-sound-about = Play a sound when you’re signed in.
settings-blanking = Screen blanking
settings-blanking-about = Keep the TV on while a code is shown, or let it go dark.
settings-unattended = Automatic new codes
settings-unattended-about = How many codes to show in a row when no button is pressed. Each lasts 15 minutes. Then the screen rests.
settings-store = Sign-in storage
settings-store-about = Where your next sign-in is saved. Existing ones stay where they are.
settings-swap = Gamepad buttons
settings-swap-about = Choose whether A or B selects.
settings-taught = Taught buttons
settings-taught-about = Forget the buttons you taught Couchpin if one does the wrong thing.
choice-system = Same as system
choice-normal = Normal
choice-large = Large
choice-dark = Dark
choice-light = Light
choice-contrast = High contrast
choice-on = On
choice-off = Off
choice-awake = Keep on
choice-blank = Allow
choice-one-code = One code
choice-codes = { $count ->
    [one] { $count } code
   *[other] { $count } codes
}
choice-always = No limit
choice-automatic = Keyring, if unlocked
choice-keyring = Keyring
choice-file = Private file
choice-a = A selects
choice-b = B selects
choice-keep-taught = Keep
choice-forget-taught = Forget all
choice-needs-font = needs a font

about-title = Couchpin { $version }
about-body = Sign this TV in to your services with your phone. Open source (MIT or Apache 2.0). Fonts: Inter, JetBrains Mono (OFL). Icons: Lucide (ISC).
more-body = Remote not responding? Picture cut off? Fix it here.

remote-title = Test the remote
remote-body = Press any button to see what it does. Press Back twice to leave.
remote-nothing = Nothing pressed yet
remote-code = code { $code } ({ $hex })
remote-window = keyboard or remote
remote-closed = Can’t read { $name } ({ $node })
remote-allow = Install Couchpin’s udev rule (see README), then plug it in again.
teach-title = New button: { $code }
teach-body = What should it do? Choose with the arrows, then press the new button again.
not-kept = This works until you exit, but couldn’t be saved. { $why }.
not-kept-busy = Another program is writing the settings file
not-kept-mistake = The settings file has a mistake. Correct it first
not-kept-table = The settings file uses the name { $name } for something else
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
picture-body = Press Left until you see all four corners. Press OK when you’re done.
picture-percent = { $size } %

## All services

home-title = Your services
home-body = Choose a service to sign in or manage it.
state-looking = …
state-not-set-up = Not set up
state-not-paired = Not signed in
state-paired = Signed in as { $name }
state-paired-nameless = Signed in
state-attention = Needs attention

## With a phone, by hand, or in a browser

page-scan = Scan the QR code
page-number = When it asks, type this number
page-follow = Follow the steps on your phone
page-allow = On your phone, tap Allow and copy the code
page-paste = Go back to Couchpin’s page and paste it
page-connected = Phone connected
page-connected-title = Your phone has the page
page-connected-body = Another phone? Press { button-show-qr }.
page-beware = Phone and TV must be on the same network.
page-spoken = Number { $code }
page-qr = QR code to the page for your phone
page-opened = The page is open on a phone
page-wrong = Wrong number, try { $count } of { $most }
set-up-title = Set up { $service }
set-up-step = Step { $step } of { $count }
typing-scan = Scan the QR code, and allow access
typing-shown = { $service } then shows { $length } characters
typing-type = Type them here
typing-switched-off = The phone page is turned off in the settings.
typing-no-network = This TV isn’t on a network your phone can join.
typing-public-address = This TV has a public address. See phone_page in the settings.
typing-no-page = The phone page couldn’t be opened.
typing-qr = QR code to { $service }
browser-title = Continue in the browser
browser-body = Allow access at { $service }. If it shows an error instead: { $application }
exchange-title = Signing in
exchange-body = Finishing sign-in with { $service }…

keyboard-title = Type the code from { $service }
keyboard-count = { $count } of { $length }
keyboard-capital = capital { $letter }
keyboard-hyphen = hyphen
keyboard-underscore = underscore
keyboard-case-spoken = capital or small letters
keyboard-delete = Delete
keyboard-clear = Clear
keyboard-send = Send
typed-empty = Nothing typed yet.
typed-cut = Only { $count } of { $length } characters. It may have been cut off at a hyphen.
typed-short = Only { $count } of { $length } characters.

## Results

starting-title = One moment
storing-title = Approved
storing-body = Saving your sign-in…
forgetting-title = Signing out

paired-as = Signed in as { $name }
paired-nameless = This TV is signed in
paired-ready = Apps on this PC can use { $service } once you connect them.
paired-stored-keyring = Stored in the keyring · Manage at { $url }
paired-stored-file = Stored in a private file · Manage at { $url }
paired-demo = It’s just as easy with your own account.
paired-file-why = The keyring was not used. { $why }.
paired-checking = Checking with { $service }…
paired-delayed = Not checked yet. { $trouble }.
paired-unknown = { $service } didn’t say whose account it is.
paired-moved = { $service } has moved to { $url }. Write that into the settings file.
paired-scope = { $service } says this sign-in may not do that. Sign in again.
paired-old-token = { $service } needs a sign-in of its newer kind. Sign in again with a new application.
paired-instead = This is a different account than before ({ $name }).
paired-ends = { $service } ends this kind of sign-in around April 2027. Before then, register a new application and sign in again.
paired-ends-set-up = { $service } ends this kind of sign-in around April 2027. Before then, choose “{ button-set-up }” under “{ button-more }”.
paired-limited = { $service } gave fewer permissions than requested. Some apps may be read-only.
paired-cannot-forget = Couldn’t sign out. { $why }.
paired-cannot-move = Couldn’t move it. { $why }.
paired-client-not-kept = Couldn’t save the client ID in the settings file. It’s needed again next time.
recipes-title = Use your sign-in
recipes-body = Run these commands on this computer. They give it to Kodi, mpv and your own scripts.

unpair-title = Sign out of { $service }?
unpair-body = Apps on this computer lose access. To remove this TV from your account too, go to { $url }.
signed-out-title = Signed out of { $service }
signed-out-body = To remove this TV from your account too, go to { $url }.

quit-title = Exit Couchpin?
leave-title = Stop this sign-in?
quit-body = Your code stops working.
quit-body-storing = Your sign-in is not saved yet. If you exit now, it is lost.
quit-body-page = The page on your phone closes.
quit-body-plain = You can come back any time.

resting-title = Press any button for a new code
resting-body = Paused, because no button was pressed for a while.

## What a person must mend

cannot-store-title = Approved, but not saved
cannot-store-body = { $why }. Your sign-in is only in memory. Leave this on and try again.
unreadable-title = Can’t read the stored sign-in
unreadable-body = { $why }. Try again. If it keeps failing, sign in again.
store-locked = The keyring is locked
keyring-silent = The keyring doesn’t answer
keyring-slow = The keyring is too slow
keyring-no-bus = There is no session bus
keyring-bus-failed = The session bus can’t be used
keyring-no-service = No keyring service is running
keyring-not-started = The keyring service didn’t start
keyring-no-default = There is no default keyring
keyring-several = The keyring has several entries for it
keyring-not-kept = The keyring didn’t save what it was given
keyring-too-long = The sign-in is too long for the keyring
keyring-failed = The keyring reports an error
store-link = { $path } is a symbolic link
store-not-a-file = { $path } is not a plain file
store-anothers = { $path } belongs to another user. Give it back to this one, or remove it
store-damaged = It was damaged. A copy is in { $path }
store-unclear = It was damaged
store-version = It was written by another version of Couchpin. Update Couchpin, or sign in again
store-other-service = It is the sign-in of another service ({ $service })
store-not-written = Can’t write { $path }. { $why }
store-not-read = Can’t read { $path }. { $why }
store-not-removed = Can’t delete { $path }. { $why }
store-not-set-aside = Can’t move { $path } aside. { $why }
store-not-opened = Can’t open { $path }. { $why }
store-in-use = Another Couchpin is changing the sign-in
store-empty = Not signed in
store-no-answer = The store doesn’t answer
system-disk-full = The disk is full
system-read-only = This disk is read-only
system-no-permission = Permission denied
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
locked-body = You’re signed in, but the keyring that stores your sign-in is locked. You may need a keyboard to unlock it.
absent-title = Keyring not found
absent-body = You’re signed in, but your sign-in is stored in the keyring. { $why }.
keep-title = Sign-in storage
keep-in-file = It’s in a private file that only you can read. It isn’t encrypted.
keep-in-keyring = It’s in this computer’s keyring. Programs can only read it while the keyring is unlocked.
denied-title = Declined on the phone
denied-body = If that was a mistake, get a new code.
refused-title = { $service } signed this TV out
refused-body = Access to { $service } was removed. Sign in again to continue.
refused-body-name = { $name }’s access to { $service } was removed. Sign in again to continue.
rejected-title = { $service } refused the request
rejected-client-title = { $service } doesn’t know this client ID
rejected-body = Please try again later.
rejected-client-body = Check the client ID in { $source }, or set it up again.
rejected-blocked-title = { $service } doesn’t accept this client ID
rejected-blocked-body = The ID is wrong, or { $service } has suspended it for a while. Check it in { $source }, or try again later.
rejected-answer = { $flow } answered { $answer }
details-answer = { $service } answered { $error }
flow-pin = PIN sign-in
flow-device = device sign-in
no-client-title = A client ID is needed
no-client-body = Create an application at { $url } (type: Mobile, desktop & browser apps; redirect URI: { $redirect }), write its client ID into { $file }, and start again:
no-client-plain-body = Create an application at { $url }, write its client ID into { $file }, and start again:
no-client-phone-body = Create an application at { $url } (type: Mobile, desktop & browser apps; redirect URI: { $redirect }), and send its client ID from your phone. Or write it into { $file }, and start again:
application-mobile = The application must have the type Mobile, desktop & browser apps, and exactly this redirect URI:
application-redirect = The application must have exactly this redirect URI:
application-types = The type can’t be changed later. TV, devices & command line works for codes only. Server apps & services also needs its client secret.
no-application-title = Set up { $service } first
no-application-body = Create an application at { $url }, write its client ID and secret into { $file }, and start again:
wrong-application-title = Wrong client ID or secret
wrong-application-body = Set it up again, or correct the client ID in { $source }.
lacks-secret-title = This application needs its secret
lacks-secret-body = The client ID is right, but this application also has a secret (type: Server apps & services). Set it up again with the secret, or create one of the type Mobile, desktop & browser apps, which has none.
moved-title = { $service } has moved
moved-body = It is now at { $url }. Nothing was sent there. Write the new address into { $file }, and start again:
metadata-title = Wrong issuer in the settings
metadata-body = What { $issuer } publishes belongs to another issuer, or lacks an address. Check issuer in { $file }.
missing-body = Couchpin sent { $service } an incomplete request. Please report this.
time-over-title = Time’s up
time-over-body = You have 30 minutes. Try again when you’re ready.
time-over-browser-body = No answer from the browser within 5 minutes. Try again. { $application }
page-closed-title = Too many wrong numbers
page-closed-body = To protect your account the page was closed. Start again for a new number.
not-allowed-title = Access was not allowed
not-allowed-body = If that was a mistake, try again.
other-issuer-title = The answer came from a different service than { $service }
other-issuer-body = Nothing was used. Try again.
page-refused-body = Check the client ID. { $application }
redirect-refused-title = { $service } doesn’t know the redirect URI
redirect-refused-body = { $application }
refused-code-title = { $service } didn’t accept the sign-in
refused-code-body = The sign-in took too long or was used before. Please sign in again.
lost-code-title = The sign-in was lost
lost-code-body = { $trouble }. A sign-in can be used only once. Please sign in again.
port-taken-title = Port { $port } is in use
port-taken-body = Another program on this computer uses it. Close that program, or set another redirect_port in { $file } and register its address with { $service }:
no-browser-title = Couldn’t open a browser
no-browser-body = Install a browser and xdg-utils, or use your phone.
cannot-begin-title = Couldn’t start the sign-in
cannot-begin-body = { $why }. Try again.
unexpected-title = An error in Couchpin stopped the sign-in
unexpected-body = It starts again in a minute, or when you choose Try again.
config-title = Settings file has an error
config-no-home = This computer has no home folder for settings and sign-ins. HOME is not set.
config-unreadable = Can’t read { $file }. { $why }.
config-unreadable-from = Can’t read { $file }, which { $source } names. { $why }.
config-exposed-owner = { $file } sets { $setting }, but belongs to another user. It must belong to you, or to root.
config-exposed-mode = { $file } sets { $setting }, but other users can change it. Prevent that with { $command }.
config-line = { $file }, line { $line } is unknown or wrong. Run couchpin status to see what is expected.
config-value = { $name } in { $source } is wrong. { $expected }.
config-variable = { $source } is wrong. { $expected }.
config-no-certificates = This computer has no certificates for secure connections. Install ca-certificates.
config-no-client = This computer can’t make secure connections.
expected-text = Expected: text in UTF-8
expected-word = Expected: letters and digits without blanks
expected-name = Expected: a name of plain letters, digits and signs
expected-address = Expected: an address with https:// and without a name or password in it
expected-one-of = Expected: { $words }
expected-phone-page = Expected: true, false or the one address to listen on, such as 192.168.1.20
expected-one-address = Expected: the one address of this computer that the phone can reach, such as 192.168.1.20
source-built-in = this build of couchpin

demo-banner = Demo. Nothing is saved.
demo-play = Press “{ button-approve }” to play the phone.

## In a terminal

terminal-title = Sign in to { $service }
terminal-code = Code: { $code } (expires in { $time })
terminal-open = Go to: { $url }
terminal-link = Or, with the code in it: { $url }
terminal-approve = Approve on your phone.
terminal-beware = Only if you started this yourself.
terminal-good-for = Expires in { $time }
terminal-storing = Approved. Saving your sign-in…
terminal-cannot-store = Approved, but not saved. { $why }. Your sign-in is only in memory, and is saved once that is fixed. Leave this running.
terminal-not-stored = Approved, but not saved. { $why }. Once that is fixed, sign in again: { $pair }
terminal-checking = Signed in. Checking with { $service }…
terminal-paired = Signed in as { $name }, stored in { $place }
terminal-paired-nameless = Signed in, stored in { $place }
terminal-already = Already signed in as { $name }, stored in { $place }. To sign in again: { $pair } --again
terminal-already-nameless = Already signed in, stored in { $place }. To sign in again: { $pair } --again
terminal-keyring = this computer’s keyring
terminal-demo = a demo’s folder
terminal-hook = Running on_paired…
terminal-interrupted = interrupted, and not signed in
terminal-refused = { $service } no longer accepts the stored sign-in. Sign in again
terminal-unreadable = can’t read the stored sign-in. { $why }. To sign in again: { $pair } --again
terminal-resting = no approval in time. For a new code: { $pair }
terminal-denied = declined on the phone. If that was a mistake: { $pair }
terminal-no-client = no { $service } client ID. Create one at { $url } (type: Mobile, desktop & browser apps; redirect URI: { $redirect }), and write it into { $file }:
terminal-no-client-plain = no { $service } client ID. Create one at { $url }, and write it into { $file }:
terminal-rejected-client = { $service } doesn’t know this client ID. { $answers }. Correct it in { $source }
terminal-rejected-blocked = { $service } doesn’t accept this client ID. { $answers }. The ID is wrong, or { $service } has suspended it for a while. Check it in { $source }, or try again later
terminal-rejected = { $service } refused the request. { $answers }

terminal-phone = With your phone: { $url }
terminal-number = When it asks, type this number: { $number }
terminal-follow = Follow the steps on your phone.
terminal-network = Phone and computer must be on the same network.
terminal-consent = Or go to { $url }
terminal-paste = Then paste the code here and press Enter.
terminal-or-paste = Or paste the code here and press Enter.
terminal-typed = That is not the code. { $why }
terminal-no-application = set up { $service } first. Create an application at { $url }, and write its client ID and secret into { $file }:
terminal-set-up = Or create an application at { $url }, write its client ID and secret into { $file }, and start again.
terminal-paste-client = Or paste the client ID here and press Enter.
terminal-paste-secret = Now paste the client secret and press Enter.
terminal-client-saved = Saved in { $file }.
terminal-wrong-application = wrong client ID or secret. { $service } answered { $error }. Correct the client ID in { $source }
terminal-lacks-secret = the application needs its secret. { $service } answered { $error }. The client ID is right, but this application also has a secret (type: Server apps & services). Write client_secret into { $file }, or create one of the type Mobile, desktop & browser apps, which has none

## On the page for a phone

phone-code-title = Sign in to { $service }
phone-code-consent = Open { $service } and tap Allow. It shows you a code.
phone-code-paste = Copy the whole code and paste it here
phone-client-title = Set up { $service }
phone-client-register = On { $service }, tap Create at the top. Name: { $name }. Redirect URI: tap the suggested address below the field. Then save.
phone-client-age = Your { $service } account must be at least a day old.
phone-client-type = On { $service }, create an application. Type: Mobile, desktop & browser apps. Choose exactly this one. It can’t be changed later. Redirect URI:
phone-client-create = On { $service }, create an application.
phone-client-paste-id = Come back here and paste the client ID
phone-client-paste-both = Come back here and paste both
phone-client-hold = Tap and hold to copy
phone-client-or-copy = Or copy this address
phone-client-id = Client ID
phone-client-secret = Client secret
phone-client-secret-optional = Client secret, if the application has one
phone-client-has-secret = Does it also show a client secret?
phone-open = Open { $service }
phone-number = Number on your TV
phone-send = Send to TV
phone-fault-digits = Type the four digits on your TV.
phone-fault-number = { $left ->
    [one] That’s not the number on your TV. One try left.
   *[other] That’s not the number on your TV. { $left } tries left.
}
phone-fault-missing = Fill in every field.
phone-fault-cut = Part of the code is missing. Select all of it, including hyphens, and copy it again.
phone-fault-strange = That doesn’t look like { $service }’s code. Copy it again.
phone-fault-same = Client ID and client secret are the same text. Copy each of them.
phone-fault-refused = { $service } didn’t accept that. Please try again.
phone-taken-title = Sent to your TV
phone-taken-body = This page updates in a moment.
phone-unreachable-title = Your TV can’t reach { $service }
phone-unreachable-body = It keeps trying. This page goes on by itself.
phone-other-title = Another phone is signing in
phone-other-body = To use this one, let your TV show the QR code and scan it.
phone-done-title = Done
phone-done-body = Your TV is signed in to { $service }. You can close this page.
phone-set-up-body = { $service } is set up on your TV.
phone-continue = Continue to { $service }
phone-continue-code = Check that { $service } and your TV show this code
phone-step = Step { $step } of { $count }
phone-failed-title = That didn’t work
phone-failed-body = Your TV shows what to do next.
phone-closed-title = Too many wrong numbers
phone-closed-body = Start again on your TV and scan the new QR code.
phone-over-title = Time’s up
phone-over-body = Start again on your TV and scan the new QR code.

## In a browser on this computer

redirect-title = Go back to your TV
redirect-body = { $service } has answered. You can close this page.
redirect-denied-title = No access
redirect-denied-body = { $service } did not give access. Close this page. Couchpin shows what to do next.
redirect-issuer-body = Nothing was used. Close this page. Couchpin shows what to do next.
redirect-unexpected-title = This sign-in isn’t from Couchpin
redirect-unexpected-body = Close this page, and continue in the one that Couchpin opened.
redirect-used-title = This link was already used
redirect-used-body = It works only once. Close this page, and start the sign-in again on your TV.
