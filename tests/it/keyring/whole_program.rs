//! The whole program on a television, beside a real keyring and beside one that never answers.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::{lock_default_keyring, secret_tool, unlock_from_outside};
use crate::support::{Display, Flow, Home, SOON, Screen, Server};

/// Pairs in the session of this test. Returns the home, the token and how long it took after the approval.
fn pair(display: &Display, server: &Server) -> (Home, String, Duration) {
    let home = Home::asking(&server.url).with_session_bus();
    let screen = home.screen(display, &[]);
    let qr = display.wait_for_qr();
    server.wait_for_poll_after(0);
    let approved = Instant::now();
    server.approve(qr.rsplit('/').next().unwrap());
    screen.wait_for_view("paired", SOON);
    screen.wait_for_frame("paired");
    let took = approved.elapsed();
    println!("from approval to the paired screen: {took:?}");
    // The account is written beside the token a moment later.
    screen.log.wait_for(0, "name=\"remember\"", SOON);
    server.assert_no_secret_in(&screen.said());
    (home, server.token(), took)
}

fn status(home: &Home) -> Value {
    let status = home.run(&["status", "--json"]);
    assert_eq!(status.code, Some(0), "{status:?}");
    serde_json::from_str(&status.out).unwrap()
}

#[test]
#[ignore = "needs a Secret Service and a display: run by .ci/run under dbus-run-session"]
fn keeps_the_token_in_an_unlocked_keyring() {
    let display = Display::bare();
    let server = Server::start(Flow::Pin, &["--interval", "1"]);
    let (home, token, _) = pair(&display, &server);
    let record: Value = serde_json::from_str(&secret_tool()).unwrap();
    assert_eq!(record["access_token"], token);
    assert_eq!(record["service"], "simkl");
    assert!(!home.token_file().exists());
    let status = status(&home);
    assert_eq!(status["services"][0]["store"], "keyring", "{status}");
    assert!(!status.to_string().contains(&token));
    assert_eq!(home.run(&["token"]).out, format!("{token}\n"));
    assert_eq!(home.run(&["unpair"]).code, Some(0));
    assert_eq!(secret_tool(), "");
    assert_eq!(home.run(&["token"]).code, Some(3));
}

#[test]
#[ignore = "needs a Secret Service and a display: run by .ci/run under dbus-run-session"]
fn pairs_into_the_file_when_the_keyring_never_answers() {
    let display = Display::bare();
    let server = Server::start(Flow::Pin, &["--interval", "1"]);
    let (home, token, took) = pair(&display, &server);
    assert!(took < Duration::from_secs(10), "{took:?}");
    assert!(home.token_file().exists());
    let status = status(&home);
    let simkl = &status["services"][0];
    assert_eq!(simkl["store"], "file", "{status}");
    let why = "the keyring service does not answer";
    assert_eq!(simkl["why_not_keyring"], why, "{status}");
    assert_eq!(home.run(&["token"]).out, format!("{token}\n"));
}

#[test]
#[ignore = "needs a Secret Service and a display: run by .ci/run under dbus-run-session"]
fn locked_keyring_is_said_and_the_screen_goes_on_once_it_opens() {
    let display = Display::bare();
    let server = Server::start(Flow::Pin, &["--interval", "1"]);
    let (home, token, _) = pair(&display, &server);
    lock_default_keyring();

    let screen = say_that_they_cannot_ask(&home, &display, "locked", 4);

    // Unlock: the prompter of this scene never answers, and the screen stays usable.
    // A press in the first moment of a new screen would count for the last one, that is for nothing.
    std::thread::sleep(Duration::from_millis(600));
    display.press(&["Return"]);
    screen.log.wait_for(0, "name=\"unlock\"", SOON);
    display.press(&["Right"]);
    unlock_from_outside();
    screen.wait_for_view("paired", SOON);
    screen.wait_for_frame("paired");
    assert_eq!(home.run(&["token"]).out, format!("{token}\n"));
    server.assert_no_secret_in(&screen.said());
}

/// The home is paired in a keyring that cannot be asked: `token`, `status` and the screen each say so within 5 s.
fn say_that_they_cannot_ask(home: &Home, display: &Display, state: &str, exit_code: i32) -> Screen {
    let within = |what: &str, begun: Instant| {
        let took = begun.elapsed();
        println!("{what}: {took:?}");
        assert!(took < Duration::from_secs(5), "{what} took {took:?}");
    };
    let begun = Instant::now();
    let token = home.run(&["token"]);
    within("token", begun);
    assert_eq!(
        (token.code, token.out.as_str()),
        (Some(exit_code), ""),
        "{token:?}"
    );
    let begun = Instant::now();
    let status = status(home);
    within("status", begun);
    assert_eq!(status["keyring"]["state"], state, "{status}");
    assert_eq!(status["services"][0]["store"], "keyring", "{status}");
    let begun = Instant::now();
    let screen = home.screen(display, &[]);
    screen.wait_for_view("unreadable", SOON);
    screen.wait_for_frame("unreadable");
    within("the screen", begun);
    screen
}

/// The same for a home whose marker says so, in the session of this test.
fn says_it_cannot_ask(state: &str, exit_code: i32) {
    let display = Display::bare();
    let server = Server::start(Flow::Pin, &["--interval", "1"]);
    let home = Home::asking(&server.url).with_session_bus();
    let folder = home.token_file().parent().unwrap().to_owned();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("simkl.where.json"), r#"{"store":"keyring"}"#).unwrap();
    say_that_they_cannot_ask(&home, &display, state, exit_code);
}

#[test]
#[ignore = "needs a Secret Service and a display: run by .ci/run under dbus-run-session"]
fn silent_keyring_that_holds_the_token_is_said() {
    says_it_cannot_ask("locked", 4);
}

#[test]
#[ignore = "needs a session without a keyring and a display: run by .ci/run"]
fn missing_keyring_that_holds_the_token_is_said() {
    says_it_cannot_ask("absent", 5);
}
