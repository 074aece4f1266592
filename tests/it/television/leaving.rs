//! The window goes while the answer to a poll is on its way: by a signal, closed, or with its display.

use std::thread;
use std::time::Duration;

use rustix::process::Signal;

use super::{Room, code_in};
use crate::support::{Display, Flow, SOON, Screen};

/// The code is approved, and the poll that brings the token has been sent a second ago; its answer takes three.
fn token_on_its_way(room: &Room, options: &[&str]) -> Screen {
    let screen = room.home.screen(&room.display, options);
    let qr = room.display.wait_for_qr();
    let polls = room.server.wait_for_poll_after(0);
    room.server.approve(code_in(&qr));
    room.server.fault_once("late");
    room.server.wait_for_poll_that_came_after(polls);
    thread::sleep(Duration::from_secs(1));
    assert!(!room.home.token_file().exists());
    screen
}

fn is_stored(room: &Room) {
    let token = room.home.run(&["token"]);
    assert_eq!(token.out, format!("{}\n", room.server.token()), "{token:?}");
}

fn room() -> Room {
    Room::with(Flow::Device, &["--interval", "2"])
}

#[test]
#[ignore = "needs Xvfb, imagemagick, zbar-tools and python3: run by .ci/run"]
fn a_signal_while_the_token_is_on_its_way_loses_nothing() {
    let room = room();
    let mut screen = token_on_its_way(&room, &[]);
    screen.signal(Signal::TERM);
    assert_eq!(screen.exit_code(), Some(143), "{:?}", screen.said());
    is_stored(&room);
}

#[test]
#[ignore = "needs Xvfb, imagemagick, zbar-tools and python3: run by .ci/run"]
fn a_second_signal_ends_it_at_once() {
    let room = room();
    let mut screen = room.home.screen(&room.display, &[]);
    screen.wait_for_frame("waiting");
    room.server.fault("silence");
    room.server
        .wait_for_poll_that_came_after(room.server.count("poll"));
    screen.signal(Signal::TERM);
    thread::sleep(Duration::from_millis(500));
    assert!(screen.is_running(), "the answer is waited for");
    screen.signal(Signal::TERM);
    assert_eq!(screen.exit_code(), Some(143));
    assert_eq!(screen.log.count(0, "no answer"), 0, "nobody waited for it");
}

#[test]
#[ignore = "needs Xvfb, imagemagick, zbar-tools and python3: run by .ci/run"]
fn a_display_that_goes_while_the_token_is_on_its_way_takes_nothing_along() {
    let mut room = room();
    let mut screen = token_on_its_way(&room, &[]);
    room.display = Display::bare();
    assert!(screen.exit_code().is_some_and(|code| code != 0));
    is_stored(&room);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn a_window_that_is_closed_while_the_token_is_on_its_way_loses_nothing() {
    let room = Room::on(Display::with_openbox(), Flow::Device, &["--interval", "2"]);
    let mut screen = token_on_its_way(&room, &[]);
    // So a window manager asks a window to close.
    room.display.press(&["alt+F4"]);
    assert_eq!(screen.exit_code(), Some(0));
    is_stored(&room);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn it_leaves_after_a_pairing_although_no_frame_is_drawn() {
    let room = Room::on(Display::with_openbox(), Flow::Pin, &["--interval", "1"]);
    let mut screen = room.home.screen(&room.display, &["--exit-when-paired"]);
    let qr = room.display.wait_for_qr();
    room.display.minimize_window();
    room.server.approve(code_in(&qr));
    let place = screen.wait_for_view("paired", SOON);
    assert_eq!(screen.exit_code(), Some(0));
    let frames = screen.frames_after(place);
    assert!(!frames.iter().any(|frame| frame == "paired"), "{frames:?}");
    is_stored(&room);
}
