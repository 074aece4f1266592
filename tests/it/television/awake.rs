//! The television stays on while a code is on the screen, and may go blank when there is nothing to see.

use std::thread;
use std::time::{Duration, Instant};

use couchpin::ui::tv::Awake;
use x11rb::connection::Connection as _;
use x11rb::protocol::screensaver::{ConnectionExt as _, State};
use x11rb::protocol::xproto::{Blanking, ConnectionExt as _, Exposures};
use x11rb::rust_connection::RustConnection;

use super::{Setup, code_in};
use crate::support::{Bus, Flow, Home, SOON, ScreenSaver, wait_for};

/// Longer than the shortest lifetime of a code.
const LIFE: Duration = Duration::from_secs(45);

fn setup_beside(bus: &Bus, options: &[&str]) -> Setup {
    let mut setup = Setup::with(Flow::Pin, options);
    setup.home = Home::asking(&setup.server.url).on_bus(&bus.address);
    setup.home.settings("unattended_codes = 0\n");
    setup
}

#[test]
#[ignore = "needs dbus-daemon, Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn desktop_is_held_while_a_code_is_shown_and_let_go_while_resting_and_at_the_end() {
    let bus = Bus::start();
    let saver = ScreenSaver::on(&bus);
    let setup = setup_beside(&bus, &["--interval", "1", "--expires", "30"]);
    let mut screen = setup.home.screen(&setup.display, &[]);
    setup.display.wait_for_qr();
    saver.wait_for(&["couchpin inhibits: 70"], SOON);
    // Every poll changes the view; the desktop hears nothing of it.
    setup.server.wait_for_poll_after(3);
    saver.wait_for(&["couchpin inhibits: 70"], SOON);

    screen.wait_for_view("resting", LIFE);
    let let_go = ["couchpin inhibits: 70", "lets go: 70"];
    saver.wait_for(&let_go, SOON);
    setup.display.press(&["Down"]);
    let qr = setup.display.wait_for_qr();
    let again = [&let_go[..], &["couchpin inhibits: 72"]].concat();
    saver.wait_for(&again, SOON);

    setup.server.approve(code_in(&qr));
    screen.wait_for_frame("paired");
    saver.wait_for(&again, SOON);
    thread::sleep(Duration::from_millis(600));
    setup.display.press(&["Return"]);
    assert_eq!(screen.exit_code(), Some(0));
    saver.wait_for(&[&again[..], &["lets go: 72"]].concat(), SOON);
}

#[test]
#[ignore = "needs dbus-daemon, Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn bus_without_a_screen_saver_and_one_that_never_answers_are_not_noticed() {
    for bus in [Bus::start(), Bus::deaf()] {
        let setup = setup_beside(&bus, &["--interval", "1"]);
        setup.home.settings("store = \"file\"\n");
        let mut screen = setup.home.screen(&setup.display, &[]);
        let qr = setup.display.wait_for_qr();
        setup.server.approve(code_in(&qr));
        screen.wait_for_frame("paired");
        thread::sleep(Duration::from_millis(600));
        let pressed = Instant::now();
        setup.display.press(&["Return"]);
        assert_eq!(screen.exit_code(), Some(0));
        let took = pressed.elapsed();
        println!("left after {took:?}");
        assert!(took < Duration::from_secs(5), "{took:?}");
    }
}

/// The X server's screen saver, set to come after one second.
struct Blanker {
    connection: RustConnection,
    root: u32,
}

impl Blanker {
    fn of(display: &str) -> Self {
        let (connection, screen) = RustConnection::connect(Some(display)).unwrap();
        let root = connection.setup().roots[screen].root;
        connection.screensaver_query_version(1, 1).unwrap();
        let (blanking, exposures) = (Blanking::PREFERRED, Exposures::ALLOWED);
        let set = connection.set_screen_saver(1, 0, blanking, exposures);
        set.unwrap().check().unwrap();
        Self { connection, root }
    }

    fn blank(&self) -> bool {
        let info = self.connection.screensaver_query_info(self.root).unwrap();
        State::from(info.reply().unwrap().state) == State::ON
    }

    fn wait_until_blank(&self) {
        wait_for("blank screen", SOON, || self.blank().then_some(()));
    }

    fn assert_on_for(&self, time: Duration) {
        let start = Instant::now();
        while start.elapsed() < time {
            assert!(!self.blank(), "blank after {:?}", start.elapsed());
            thread::sleep(Duration::from_millis(100));
        }
    }
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn x_display_stays_on_while_a_code_is_shown_and_goes_blank_while_resting() {
    let setup = Setup::with(Flow::Pin, &["--interval", "10", "--expires", "30"]);
    setup.home.settings("unattended_codes = 0\n");
    let screen = setup.home.screen(&setup.display, &[]);
    setup.display.wait_for_qr();
    let blanker = Blanker::of(&setup.display.name);
    blanker.assert_on_for(Duration::from_secs(4));
    screen.wait_for_view("resting", LIFE);
    blanker.wait_until_blank();
    // A key is seen by the server itself; the code that it brings holds it.
    setup.display.press(&["Down"]);
    setup.display.wait_for_qr();
    blanker.assert_on_for(Duration::from_secs(4));
    // It holds as long as the program runs, not longer.
    drop(screen);
    blanker.wait_until_blank();
}

#[test]
#[ignore = "needs dbus-daemon and Xvfb: run by .ci/run"]
fn press_that_the_session_does_not_see_wakes_the_television() {
    let display = crate::support::Display::bare();
    let bus = Bus::start();
    let saver = ScreenSaver::on(&bus);
    let blanker = Blanker::of(&display.name);
    blanker.wait_until_blank();
    let awake = Awake::of(Some(display.name.clone()), Some(bus.address.clone()), false);
    awake.touch();
    wait_for("television that is on", SOON, || {
        (!blanker.blank()).then_some(())
    });
    saver.wait_for(&["activity"], SOON);
    // Nothing is held: it goes blank again.
    blanker.wait_until_blank();
    awake.end();
    saver.wait_for(&["activity"], SOON);
}
