//! The whole program on a television: Shikimori with arrows, OK and Back only, through a phone, through a browser on
//! this computer, and by the keyboard on the screen.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::thread;
use std::time::Duration;

use couchpin::auth::AuthorizationCode;
use tempfile::TempDir;
use url::Url;

use crate::support::{
    Browser, Bus, Compositor, Display, Doorkeeper, Home, PlainBrowser, SOON, Screen, ScreenReader,
    Shell, wait_for,
};

/// Longer than a screen that came by itself takes no press.
const GLANCE: Duration = Duration::from_millis(600);

/// A living room with Shikimori, and with a listener, who reads what only the television shows.
struct Room {
    doorkeeper: Doorkeeper,
    display: Display,
    home: Home,
    bus: Bus,
    /// Programs of this fixture, before those of the system.
    tools: TempDir,
}

impl Room {
    fn with(settings: &str) -> Self {
        Self::on(Display::with_openbox(), settings)
    }

    fn on(display: Display, settings: &str) -> Self {
        let doorkeeper = Doorkeeper::start();
        let bus = Bus::start();
        let home = Home::asking_shikimori(doorkeeper.url.as_str()).on_bus(&bus.address);
        home.settings(settings);
        Self {
            doorkeeper,
            display,
            home,
            bus,
            tools: tempfile::tempdir().unwrap(),
        }
    }

    fn start(&self) -> Screen {
        Screen::of(self.couchpin().env("DISPLAY", &self.display.name))
    }

    fn couchpin(&self) -> Command {
        let mut path = vec![self.tools.path().to_owned()];
        path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
        let mut command = self.home.couchpin(&[]);
        command.env("PATH", std::env::join_paths(path).unwrap());
        command
    }

    /// Ann is signed in, her token works, and nothing of it was said.
    fn assert_signed_in(&self, screen: &Screen) {
        screen.wait_for_frame("paired");
        let told = self.home.run(&["token", "shikimori"]);
        assert_eq!(told.code, Some(0), "{told:?}");
        // Whose it is comes a moment after the token.
        wait_for("name", SOON, || {
            let status = self.home.run(&["status"]);
            let named = status.out.contains("shikimori: signed in as Ann");
            named.then_some(())
        });
        self.doorkeeper
            .assert_no_secret_in(&screen.said().join("\n"));
        let asked = self.doorkeeper.requests();
        let exchanges = asked
            .iter()
            .filter(|one| one.contains("authorization_code"));
        assert_eq!(exchanges.count(), 1, "{asked:?}");
    }
}

/// The digits of the number on the television, as a screen reader finds them.
fn number(reader: &mut ScreenReader) -> String {
    wait_for("number", SOON, || {
        let found = reader.look();
        let entry = found.iter().find(|found| found.role == "entry")?;
        let digits: String = entry.text.as_deref()?.split(", ").collect();
        (digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
    })
}

/// Signs Ann in on the site and presses "Authorize".
fn agree(browser: &Browser) {
    browser.write("[name=nickname]", "Ann");
    browser.press("form [type=submit]");
    browser.wait_for_text("h1, main, body", "");
    wait_for("consent page", SOON, || {
        browser.url().contains("/oauth/authorize").then_some(())
    });
    browser.press("form [type=submit]");
}

#[test]
#[ignore = "needs ruby-doorkeeper, chromium, Xvfb, openbox, xdotool, imagemagick, zbar-tools and at-spi2-core"]
fn a_remote_and_a_phone_sign_in() {
    let both = "store = \"file\"\nphone_page = \"127.0.0.1\"\n[simkl]\nclient_id = \"x\"\n";
    let room = Room::with(both);
    let mut reader = ScreenReader::on(&room.bus);
    let mut screen = room.start();
    screen.wait_for_frame("home");
    reader.wait_for_focus("Simkl");
    room.display.press(&["Right"]);
    reader.wait_for_focus("Shikimori");
    room.display.press(&["Return"]);
    let qr = room.display.wait_for_qr();
    assert!(qr.starts_with("http://127.0.0.1:"), "{qr}");
    let number = number(&mut reader);

    let phone = Browser::on_a_phone("en-GB,en");
    phone.open(&qr);
    screen.wait_for_view("consenting", SOON);
    reader.wait_for("The page is open on a phone");
    phone.press("a.button");
    phone.go_to_tab(1);
    agree(&phone);
    wait_for("code", SOON, || {
        phone.url().contains("/native?code=").then_some(())
    });
    let shown = phone.url();
    phone.go_to_tab(0);
    // First half a code, then the whole address of the page that shows it.
    let code = AuthorizationCode::typed(&shown).unwrap();
    phone.write("#code", &code.expose()[..20]);
    phone.write("#number", &number);
    phone.press("button");
    phone.wait_for_text("[role=alert]", "Part of the code is missing.");
    assert_eq!(room.doorkeeper.requests(), [""; 0], "nothing is spent");
    phone.write("#code", &shown);
    phone.photograph("whole-phone");
    phone.press("button");
    phone.wait_for_text("h1", "Done");
    phone.photograph("whole-phone-done");
    room.assert_signed_in(&screen);
    reader.wait_for("Signed in as Ann");

    // Done leads to all services, where it says so; from there the program is left.
    reader.wait_for_focus("Done");
    thread::sleep(GLANCE);
    room.display.press(&["Return"]);
    let home = screen.wait_for_view("home", SOON);
    assert!(home > 0);
    reader.wait_for_focus("Simkl");
    thread::sleep(GLANCE);
    room.display.press(&["Escape"]);
    reader.wait_for_focus("Cancel");
    room.display.press(&["Right", "Return"]);
    assert_eq!(screen.exit_code(), Some(0));
}

const BROWSER: &str = "store = \"file\"\nphone_page = false\n[shikimori]\nredirect_port = 8765\n";

#[test]
#[ignore = "needs ruby-doorkeeper, chromium, Xvfb, openbox, xdotool, imagemagick and at-spi2-core"]
fn a_remote_and_a_browser_on_this_computer_sign_in() {
    let _port = Doorkeeper::registered_port();
    let room = Room::with(BROWSER);
    let mut screen = sign_in_with_a_browser(&room, Room::start, "Minimized");
    assert_eq!(room.display.window(), Some([0, 0, 1920, 1080]));
    // It takes keys.
    thread::sleep(GLANCE);
    room.display.press(&["Return"]);
    assert_eq!(screen.exit_code(), Some(0));
    // The port is free again.
    std::net::TcpListener::bind(("127.0.0.1", 8765)).unwrap();
}

#[test]
#[ignore = "needs ruby-doorkeeper, chromium, Xvfb, weston, xdotool, imagemagick and at-spi2-core"]
fn a_remote_and_a_browser_of_a_wayland_desktop_sign_in() {
    let _port = Doorkeeper::registered_port();
    let pixels = (1920, 1080);
    let room = Room::on(Display::bare_of(pixels), BROWSER);
    let compositor = Compositor::on(&room.display, Shell::Desktop, pixels);
    let start = |room: &Room| {
        let socket = compositor.socket();
        Screen::of(room.couchpin().env("WAYLAND_DISPLAY", socket))
    };
    let mut screen = sign_in_with_a_browser(&room, start, "NotFullscreen");
    wait_for("whole screen", SOON, || {
        (screen.size() == Some(pixels)).then_some(())
    });
    thread::sleep(GLANCE);
    room.display.press(&["Return"]);
    assert_eq!(screen.exit_code(), Some(0));
}

/// Signs Ann in through a browser, out of whose way the window goes meanwhile.
fn sign_in_with_a_browser(room: &Room, start: impl Fn(&Room) -> Screen, how: &str) -> Screen {
    let opened = room.tools.path().join("opened");
    let program = room.tools.path().join("xdg-open");
    let script = format!("#!/bin/sh\nprintf '%s' \"$1\" > {}\n", opened.display());
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();

    let reader = ScreenReader::on(&room.bus);
    let screen = start(room);
    reader.wait_for_focus("Type the code");
    thread::sleep(GLANCE);
    room.display
        .press(&["Right", "Right", "Return", "Down", "Down", "Down"]);
    reader.wait_for_focus("Use a browser");
    room.display.press(&["Return"]);
    reader.wait_for("Continue in the browser");
    let address = wait_for("address", SOON, || fs::read_to_string(&opened).ok());

    let browser = Browser::on_a_computer("en-GB,en");
    browser.open(&address);
    agree(&browser);
    browser.wait_for_text("h1", "Go back to your TV");
    browser.photograph("whole-redirect");
    room.assert_signed_in(&screen);
    reader.wait_for("Signed in as Ann");
    // It went out of the browser's way, and is back.
    let way = |away| format!("browser away={away} how={how}");
    let gave_way = screen.log.wait_for(0, &way(true), SOON);
    screen.log.wait_for(gave_way, &way(false), SOON);
    screen
}

/// The rows of the keyboard on the screen; the last one ends with the wide key for capitals.
const KEYBOARD: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm_"];
const CAPITALS: (usize, usize) = (3, 8);

/// Where a character's key is: its row and its column.
fn place(character: char) -> (usize, usize) {
    let places = KEYBOARD.iter().enumerate();
    let mut found = places.filter_map(|(row, keys)| Some((row, keys.find(character)?)));
    found.next().unwrap()
}

/// The keys that lead from one place of the keyboard to another.
fn walk((row, column): (usize, usize), (to_row, to_column): (usize, usize)) -> Vec<&'static str> {
    // What is below the last two columns is the wide key.
    let column = if to_row == CAPITALS.0 {
        column.min(CAPITALS.1)
    } else {
        column
    };
    let vertical = if to_row < row { "Up" } else { "Down" };
    let horizontal = if to_column < column { "Left" } else { "Right" };
    let mut keys = vec![vertical; row.abs_diff(to_row)];
    keys.extend(vec![horizontal; column.abs_diff(to_column)]);
    keys
}

#[test]
#[ignore = "needs ruby-doorkeeper, Xvfb, openbox, xdotool, imagemagick, zbar-tools and at-spi2-core"]
fn a_remote_alone_types_the_whole_code() {
    let room = Room::with("store = \"file\"\nphone_page = false\n");
    let reader = ScreenReader::on(&room.bus);
    let screen = room.start();
    reader.wait_for_focus("Type the code");
    // The QR leads to the consent page itself.
    let address = Url::parse(&room.display.wait_for_qr()).unwrap();
    let shown = Doorkeeper::answer(&address, 0, &mut PlainBrowser::default());
    let code = AuthorizationCode::typed(shown.url.as_str()).unwrap();

    room.display.press(&["Return"]);
    reader.wait_for_focus("q");
    let (mut at, mut capital) = (place('q'), false);
    for character in code.expose().chars() {
        if character.is_ascii_alphabetic() && character.is_ascii_uppercase() != capital {
            room.display.press(
                &walk(at, CAPITALS)
                    .into_iter()
                    .chain(["Return"])
                    .collect::<Vec<_>>(),
            );
            (at, capital) = (CAPITALS, !capital);
        }
        let to = place(character.to_ascii_lowercase());
        room.display.press(
            &walk(at, to)
                .into_iter()
                .chain(["Return"])
                .collect::<Vec<_>>(),
        );
        at = to;
    }
    reader.wait_for_focus("Send");
    room.display.picture().keep("whole-keyboard");
    assert_eq!(room.doorkeeper.requests(), [""; 0], "nothing is spent yet");
    room.display.press(&["Return"]);
    room.assert_signed_in(&screen);
    reader.wait_for("Signed in as Ann");
}
