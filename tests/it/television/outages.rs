//! The network is cut while a code is alive: the code stays, and the pairing completes when the network is back.

use std::time::{Duration, Instant};

use super::code_in;
use crate::support::{Display, Flow, Home, Mode, Proxy, SOON, Screen, Server};

/// How long the network is away.
const OUTAGE: Duration = Duration::from_mins(1);
/// What the log says of a poll that met trouble.
const NO_ANSWER: &str = "no answer name=\"GET /oauth/pin/{code}\"";

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn living_code_outlasts_a_minute_without_a_network() {
    let server = Server::start(Flow::Pin, &["--interval", "1"]);
    let mut network = Proxy::to(server.port());
    let display = Display::bare();
    let home = Home::asking(&network.url());
    let mut screen = home.screen(&display, &[]);
    let qr = display.wait_for_qr();
    server.wait_for_poll_after(0);

    // Each kind of trouble is met by at least one poll; the wait grows from poll to poll: 5, 10, 20 s.
    let cut = Instant::now();
    let mut place = screen.log.len();
    let mut watch = |screen: &mut Screen, what: &str| {
        place = still_shown(&display, screen, &qr, place);
        println!("{:>5.1} s: {what}", cut.elapsed().as_secs_f32());
    };
    network.set(Mode::Refuse);
    watch(&mut screen, "refused");
    network.set(Mode::Pass);
    server.fault("500");
    watch(&mut screen, "500");
    server.fault("html");
    watch(&mut screen, "HTML");
    server.fault("none");
    network.set(Mode::Reset);
    watch(&mut screen, "reset");
    network.set(Mode::Silence);
    // The wait would be 40 s now; the first button asks at once.
    display.press(&["Return"]);
    watch(&mut screen, "silence");
    assert!(screen.is_running());
    server.approve(code_in(&qr));
    while cut.elapsed() < OUTAGE {
        assert_eq!(display.picture().qr().as_ref(), Some(&qr));
    }

    network.set(Mode::Pass);
    // By itself, after the longest wait.
    screen.wait_for_view("paired", Duration::from_secs(70));
    println!("{:>5.1} s: paired", cut.elapsed().as_secs_f32());
    assert_eq!(home.run(&["token"]).out, format!("{}\n", server.token()));
    assert_eq!(server.count("code"), 1);
    server.assert_polls_keep(1.0);
    server.assert_no_secret_in(&screen.said());
}

/// Sees that every picture has the code in it, until a poll has met the trouble. Returns the place behind it.
fn still_shown(display: &Display, screen: &mut Screen, qr: &str, place: usize) -> usize {
    let start = Instant::now();
    loop {
        assert_eq!(display.picture().qr().as_deref(), Some(qr));
        assert!(screen.is_running());
        if screen.log.count(place, NO_ANSWER) > 0 {
            return screen.log.wait_for(place, NO_ANSWER, SOON) + 1;
        }
        assert!(start.elapsed() < Duration::from_secs(45), "no poll");
    }
}
