//! What is drawn, and when: the code before the window, one frame a second while it waits, none while it rests.

use std::thread;
use std::time::Duration;

use super::Setup;
use crate::support::{Flow, SOON};

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn first_code_is_asked_for_before_the_window_exists() {
    let setup = Setup::with(Flow::Pin, &[]);
    let screen = setup.home.screen(&setup.display, &[]);
    let asked = screen
        .log
        .wait_for(0, "action ticket=2 name=\"request code\"", SOON);
    let window = screen
        .log
        .wait_for(0, "couchpin::ui::tv::window: window", SOON);
    assert!(asked < window, "{:#?}", screen.log.all());
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn slow_code_is_on_the_screen_one_frame_after_its_answer() {
    let setup = Setup::with(Flow::Pin, &["--latency", "300"]);
    let screen = setup.home.screen(&setup.display, &[]);
    let answered = screen.wait_for_view("waiting", SOON);
    screen.wait_for_frame("waiting");
    let frames = screen.frames_after(answered);
    println!("frames after the answer: {frames:?}");
    // One frame may have been half drawn when the answer came.
    let late = frames.iter().skip(1).find(|view| *view != "waiting");
    assert_eq!(late, None, "{:#?}", screen.log.all());
    setup.display.wait_for_qr();
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn waiting_draws_once_in_five_seconds() {
    // The shortest interval that there is: an answer that says the same draws nothing.
    let setup = Setup::with(Flow::Pin, &["--interval", "1"]);
    let screen = setup.home.screen(&setup.display, &[]);
    screen.wait_for_frame("waiting");
    thread::sleep(Duration::from_secs(3));
    let place = screen.log.len();
    thread::sleep(Duration::from_secs(10));
    let frames = screen.frames_after(place);
    println!("{} frames in 10 s of waiting", frames.len());
    // Two or three steps of the countdown, and what the machine may add.
    assert!((1..=5).contains(&frames.len()), "{}", frames.len());
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn resting_draws_and_asks_nothing_until_a_button_is_pressed() {
    // 30 s is the shortest life of a code that is believed.
    let setup = Setup::with(Flow::Pin, &["--interval", "10", "--expires", "30"]);
    setup.home.settings("unattended_codes = 0\n");
    let screen = setup.home.screen(&setup.display, &[]);
    let first = setup.display.wait_for_qr();
    let rested = screen.wait_for_view("resting", Duration::from_secs(45));
    screen.log.wait_for(rested, ": frame number=", SOON);
    // A moment for a last frame that is under way, then a while in which nothing may happen.
    thread::sleep(Duration::from_secs(1));
    let (place, requests) = (screen.log.len(), setup.server.requests().len());
    thread::sleep(Duration::from_secs(5));
    assert_eq!(screen.frames_after(place), [""; 0], "frames");
    assert_eq!(setup.server.requests().len(), requests, "requests");
    assert_eq!(setup.display.picture().qr(), None);

    setup.display.press(&["Down"]);
    let second = setup.display.wait_for_qr();
    assert_ne!(first, second);
    assert_eq!(setup.server.count("code"), 2);
    setup.server.assert_no_secret_in(&screen.said());
}
