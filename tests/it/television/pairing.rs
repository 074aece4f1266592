//! From the first code to the token that other programs read, and back.

use std::thread;
use std::time::Duration;

use serde_json::Value;

use super::{Setup, code_in};
use crate::support::{Flow, Home, SOON, Screen, Server};

const INTERVAL: f64 = 2.0;

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn pin_is_shown_approved_stored_read_and_forgotten() {
    let setup = Setup::with(Flow::Pin, &["--interval", "2"]);
    let screen = setup.home.screen(&setup.display, &[]);
    let qr = setup.display.wait_for_qr();
    let code = code_in(&qr);
    assert_eq!(qr, format!("https://simkl.com/pin/{code}"));
    assert_eq!(code.len(), 5, "{code}");
    pair(&setup.server, &screen, code);
    read_and_forget(&setup.home, &setup.server);
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn device_grant_is_shown_approved_stored_read_and_forgotten() {
    let setup = Setup::with(Flow::Device, &["--interval", "2"]);
    let mut screen = setup.home.screen(&setup.display, &[]);
    let qr = setup.display.wait_for_qr();
    let code = code_in(&qr);
    assert_eq!(qr, format!("https://simkl.com/pin?user_code={code}"));
    assert_eq!(code.replace('-', "").len(), 8, "{code}");
    // The PIN flow was asked first, and refused this client.
    assert_eq!(codes_asked_for(&setup.server), ["GET", "POST"]);
    pair(&setup.server, &screen, code);
    setup.display.press(&["Return"]);
    assert_eq!(screen.exit_code(), Some(0), "Done leaves");
    read_and_forget(&setup.home, &setup.server);

    // The next launch knows which flow works.
    let again = setup.home.screen(&setup.display, &[]);
    again.wait_for_view("waiting", SOON);
    assert_eq!(codes_asked_for(&setup.server), ["GET", "POST", "POST"]);
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn approval_whose_answer_was_lost_leads_to_a_new_code_that_pairs() {
    let setup = Setup::with(Flow::Pin, &["--interval", "2"]);
    let screen = setup.home.screen(&setup.display, &[]);
    let first = setup.display.wait_for_qr();
    // Right after a poll, so that the next one is the one that is approved and lost.
    setup.server.wait_for_poll_after(0);
    setup.server.approve(code_in(&first));
    setup.server.fault_once("lost");
    let second = setup.display.wait_for("another QR", SOON, |picture| {
        picture.qr().filter(|qr| *qr != first)
    });
    let lost = setup.server.token();
    setup.server.approve(code_in(&second));
    screen.wait_for_view("paired", SOON);
    assert_eq!(setup.home.run(&["token"]).out, format!("{lost}\n"));
    setup.server.assert_no_secret_in(&screen.said());
}

/// Waits for two polls, approves, and sees that the token is stored and that nothing is asked after it.
fn pair(server: &Server, screen: &Screen, code: &str) {
    let polls = server.wait_for_poll_after(1);
    server.approve(code);
    screen.wait_for_view("paired", SOON);
    screen.wait_for_frame("paired");
    let waits = server.assert_polls_keep(INTERVAL);
    println!("{polls} polls before the approval; waits between polls: {waits:.3?} s");

    // There is no condition to wait for: nothing must happen.
    let so_far = server.count("poll");
    thread::sleep(Duration::from_secs_f64(2.5 * INTERVAL));
    assert_eq!(
        server.count("poll"),
        so_far,
        "polls stop once the token is there"
    );
    assert_eq!(server.secrets("user_codes"), [code]);
    server.assert_no_secret_in(&screen.said());
}

fn read_and_forget(home: &Home, server: &Server) {
    let token = server.token();
    let told = home.run(&["token"]);
    assert_eq!((told.code, told.out), (Some(0), format!("{token}\n")));
    let mut said = vec![told.err];

    let status = home.run(&["status", "--json"]);
    let json: Value = serde_json::from_str(&status.out).unwrap();
    let simkl = &json["services"][0];
    assert_eq!(simkl["paired"], true, "{json}");
    assert_eq!(simkl["store"], "file", "{json}");
    assert_eq!(simkl["path"], home.token_file().to_str().unwrap());
    assert_eq!(simkl["account"]["name"], "Ann", "{json}");
    said.extend([status.out, status.err]);
    let status = home.run(&["status"]);
    said.extend([status.out, status.err]);

    let unpaired = home.run(&["unpair"]);
    assert_eq!(unpaired.code, Some(0), "{unpaired:?}");
    said.extend([unpaired.out, unpaired.err]);
    assert!(!home.token_file().exists());
    let told = home.run(&["token"]);
    assert_eq!((told.code, told.out.as_str()), (Some(3), ""));
    assert!(told.sentence().starts_with("not signed in"), "{told:?}");
    server.assert_no_secret_in(&said);
}

fn codes_asked_for(server: &Server) -> Vec<String> {
    let requests = server.requests().into_iter();
    let codes = requests.filter(|seen| seen.kind == "code");
    codes.map(|seen| seen.method).collect()
}
