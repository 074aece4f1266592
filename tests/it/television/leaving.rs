//! The window goes while the answer to a poll is on its way: by a signal, closed, or with its display.

use std::thread;
use std::time::Duration;

use rustix::process::Signal;

use super::{Setup, code_in};
use crate::support::{Display, Flow, SOON, Screen};

/// The code is approved, and the poll that brings the token has been sent a second ago; its answer takes three.
fn token_on_its_way(setup: &Setup, options: &[&str]) -> Screen {
    let screen = setup.home.screen(&setup.display, options);
    let qr = setup.display.wait_for_qr();
    let polls = setup.server.wait_for_poll_after(0);
    setup.server.approve(code_in(&qr));
    setup.server.fault_once("late");
    setup.server.wait_for_poll_that_came_after(polls);
    thread::sleep(Duration::from_secs(1));
    assert!(!setup.home.token_file().exists());
    screen
}

fn is_stored(setup: &Setup) {
    let token = setup.home.run(&["token"]);
    assert_eq!(
        token.out,
        format!("{}\n", setup.server.token()),
        "{token:?}"
    );
}

fn setup() -> Setup {
    Setup::with(Flow::Device, &["--interval", "2"])
}

#[test]
#[ignore = "needs Xvfb, imagemagick, zbar-tools and python3: run by .ci/run"]
fn a_signal_while_the_token_is_on_its_way_loses_nothing() {
    let setup = setup();
    let mut screen = token_on_its_way(&setup, &[]);
    screen.signal(Signal::TERM);
    assert_eq!(screen.exit_code(), Some(143), "{:?}", screen.said());
    is_stored(&setup);
}

#[test]
#[ignore = "needs Xvfb, imagemagick, zbar-tools and python3: run by .ci/run"]
fn a_second_signal_ends_it_at_once() {
    let setup = setup();
    let mut screen = setup.home.screen(&setup.display, &[]);
    screen.wait_for_frame("waiting");
    setup.server.fault("silence");
    setup
        .server
        .wait_for_poll_that_came_after(setup.server.count("poll"));
    screen.signal(Signal::TERM);
    thread::sleep(Duration::from_millis(500));
    assert!(screen.is_running(), "the answer is waited for");
    screen.signal(Signal::TERM);
    assert_eq!(screen.exit_code(), Some(143));
    assert_eq!(screen.log.count(0, "no answer"), 0, "it was not waited for");
}

#[test]
#[ignore = "needs Xvfb, imagemagick, zbar-tools and python3: run by .ci/run"]
fn a_display_that_goes_while_the_token_is_on_its_way_takes_nothing_along() {
    let mut setup = setup();
    let mut screen = token_on_its_way(&setup, &[]);
    setup.display = Display::bare();
    assert!(screen.exit_code().is_some_and(|code| code != 0));
    is_stored(&setup);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn a_window_that_is_closed_while_the_token_is_on_its_way_loses_nothing() {
    let setup = Setup::on(Display::with_openbox(), Flow::Device, &["--interval", "2"]);
    let mut screen = token_on_its_way(&setup, &[]);
    // So a window manager asks a window to close.
    setup.display.press(&["alt+F4"]);
    assert_eq!(screen.exit_code(), Some(0));
    is_stored(&setup);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn it_leaves_after_a_pairing_although_no_frame_is_drawn() {
    let setup = Setup::on(Display::with_openbox(), Flow::Pin, &["--interval", "1"]);
    let mut screen = setup.home.screen(&setup.display, &["--exit-when-paired"]);
    let qr = setup.display.wait_for_qr();
    setup.display.minimize_window();
    setup.server.approve(code_in(&qr));
    let place = screen.wait_for_view("paired", SOON);
    assert_eq!(screen.exit_code(), Some(0));
    let frames = screen.frames_after(place);
    assert!(!frames.iter().any(|frame| frame == "paired"), "{frames:?}");
    is_stored(&setup);
}
