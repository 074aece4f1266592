//! A user who does not see the television: what Debian's client of AT-SPI finds and hears, without a press.

use std::thread;
use std::time::Duration;

use super::{Setup, code_in};
use crate::support::{Bus, Flow, Found, Home, SOON, ScreenReader};

fn room_on(bus: &Bus) -> Setup {
    let mut setup = Setup::with(Flow::Pin, &["--interval", "1"]);
    setup.home = Home::asking(&setup.server.url).on_bus(&bus.address);
    setup.home.settings("store = \"file\"\n");
    setup
}

/// The one thing of this role.
fn the<'a>(found: &'a [Found], role: &str) -> &'a Found {
    let all: Vec<_> = found.iter().filter(|found| found.role == role).collect();
    let [one] = all[..] else {
        panic!("{role}: {all:?} in {found:#?}");
    };
    one
}

fn assert_spells(text: &str, code: &str) {
    let letters: Vec<_> = text.split(", ").collect();
    assert_eq!(letters.len(), code.len(), "{text}");
    for (said, letter) in letters.iter().zip(code.chars()) {
        let word = said.strip_prefix(&format!("{letter} as in "));
        if letter.is_ascii_alphabetic() {
            assert!(word.unwrap().starts_with(letter), "{said}");
        } else {
            assert_eq!(*said, letter.to_string());
        }
    }
}

#[test]
#[ignore = "needs at-spi2-core, python3-pyatspi, dbus-daemon, Xvfb, imagemagick and zbar-tools: run by .ci/run"]
fn screen_reader_reads_the_code_and_hears_the_pairing_each_once() {
    let bus = Bus::start();
    let mut reader = ScreenReader::on(&bus);
    let setup = room_on(&bus);
    let screen = setup.home.screen(&setup.display, &[]);
    let qr = setup.display.wait_for_qr();
    let code = code_in(&qr);
    reader.wait_for("Sign in to Simkl. Scan the QR code, or go to simkl.com/pin.");
    reader.wait_for_focus("Enlarge QR");

    let found = reader.look();
    assert_eq!(the(&found, "frame").name, "Couchpin");
    assert_eq!(the(&found, "heading").name, "Sign in to Simkl");
    assert_eq!(the(&found, "image").name, "QR code to simkl.com/pin");
    let entry = the(&found, "entry");
    assert_eq!(entry.name, "Code");
    assert!(entry.is("FOCUSABLE") && entry.is("READ_ONLY"), "{entry:?}");
    let spelling = entry.text.as_deref().unwrap();
    assert_spells(spelling, code);
    let focused: Vec<_> = found.iter().filter(|found| found.is("FOCUSED")).collect();
    let [button] = focused[..] else {
        panic!("{focused:?}");
    };
    assert_eq!(
        (&*button.role, &*button.name),
        ("push button", "Enlarge QR")
    );

    // Polls come and go, and seconds pass: nothing of that is said.
    setup
        .server
        .wait_for_poll_after(setup.server.count("poll") + 1);
    let said = reader.said();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains(&format!("Code {spelling}.")), "{said:?}");
    assert_eq!(said[1], "Waiting for your phone");

    setup.server.approve(code);
    screen.wait_for_frame("paired");
    reader.wait_for("Signed in as Ann");
    reader
        .wait_for("Apps on this PC can use Simkl once you connect them. Stored in a private file");
    // Whatever came between stays a moment at most, and need not be said.
    thread::sleep(Duration::from_secs(1));
    let mut said = reader.said();
    println!("said: {said:#?}");
    said.sort();
    let all = said.len();
    said.dedup();
    assert_eq!(said.len(), all, "each once");
}

#[test]
#[ignore = "needs at-spi2-core, python3-pyatspi, dbus-daemon, Xvfb, xdotool, imagemagick and zbar-tools: run by .ci/run"]
fn screen_reader_that_comes_later_hears_the_code_and_moves_the_focus() {
    let bus = Bus::start();
    let setup = room_on(&bus);
    let _screen = setup.home.screen(&setup.display, &[]);
    setup.display.wait_for_qr();
    let mut reader = ScreenReader::on(&bus);
    reader.wait_for("Sign in to Simkl. Scan the QR code");

    reader.go_to("Code");
    reader.wait_for_focus("Code");
    // The next press means the row.
    setup.display.press(&["Right"]);
    reader.wait_for_focus("New code");
    reader.go_to("More");
    reader.wait_for_focus("More");
    setup.display.press(&["Return"]);
    reader.wait_for("More. Remote not responding?");
    // The first is `Read aloud` where this machine can speak.
    setup.display.press(&["Next"]);
    reader.wait_for_focus("Exit");
    setup.display.press(&["Escape"]);
    reader.wait_for_focus("More");
}

#[test]
#[ignore = "needs at-spi2-core, python3-pyatspi, dbus-daemon, Xvfb, imagemagick and zbar-tools: run by .ci/run"]
fn session_that_ends_under_a_screen_reader_is_not_noticed() {
    let bus = Bus::start();
    let reader = ScreenReader::on(&bus);
    let setup = room_on(&bus);
    let mut screen = setup.home.screen(&setup.display, &[]);
    let qr = setup.display.wait_for_qr();
    reader.wait_for("Sign in to Simkl");
    drop(reader);
    drop(bus);
    thread::sleep(Duration::from_secs(1));
    setup.server.approve(code_in(&qr));
    screen.wait_for_view("paired", SOON);
    screen.wait_for_frame("paired");
    assert!(screen.is_running());
}
