//! The whole way of a browser on this computer: it is opened, asked, and sent back with the code.

use std::net::TcpListener;

use couchpin::engine::Engine;
use couchpin::pairing::{CodeSource, Intent, SignInMethod, StartError, Stop, View};
use couchpin::services::provider::Settings;

use super::fixture::{Fixture, assert_paired, consenting, page, scanned};
use crate::engine::until;
use crate::support::{Doorkeeper, Handset, Opener, with_a_browser};

const YES: usize = 0;
const NO: usize = 1;

fn start(fixture: &Fixture) -> Engine {
    let settings = fixture.doorkeeper.settings("canary-secret");
    fixture.start_with(settings, &[SignInMethod::Browser, SignInMethod::ManualCode])
}

/// Plays the person in the browser, who is sent back to this computer; returns what they see then.
fn answer(opener: &Opener, others: usize, fixture: &Fixture, button: usize) -> String {
    let (mut browser, page) = opener.browser(others);
    let back = Doorkeeper::answer(&page, button, &mut browser);
    assert_eq!(back.url.port(), Some(fixture.port), "{back:?}");
    browser.open(&back.url).body
}

fn stopped(engine: &Engine) -> Stop {
    until(engine, "stop", |view| match view {
        View::Stopped(stop) => Some(stop),
        _ => None,
    })
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_browser_is_opened_and_comes_back_with_the_code() {
    let test = "shikimori::loopback::a_browser_is_opened_and_comes_back_with_the_code";
    with_a_browser(test, |opener| {
        let fixture = Fixture::new();
        let engine = start(&fixture);
        let consent = consenting(&engine);
        assert_eq!(consent.code_source, CodeSource::Browser);
        fixture.doorkeeper.fault("busy");
        let seen = answer(opener, 0, &fixture, YES);
        assert!(seen.contains("Go back to your TV"), "{seen}");
        assert_paired(&engine, &fixture);
        assert_eq!(fixture.exchanges(), ["429", "200"], "the code still lived");
        assert_eq!(opener.count(), 1);
        TcpListener::bind(("127.0.0.1", fixture.port)).expect("the port is free");
        fixture.doorkeeper.assert_no_secret_in(&opener.log());
        let state = consent
            .address
            .query_pairs()
            .find(|(key, _)| key == "state");
        opener.assert_not_logged(&[&state.unwrap().1]);
        engine.leave();
    });
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_no_in_the_browser_is_told_and_the_next_one_signs_in() {
    let test = "shikimori::loopback::a_no_in_the_browser_is_told_and_the_next_one_signs_in";
    with_a_browser(test, |opener| {
        let fixture = Fixture::new();
        let engine = start(&fixture);
        answer(opener, 0, &fixture, NO);
        assert_eq!(stopped(&engine), Stop::NotAllowed);
        engine.send(Intent::TryNow);
        answer(opener, 1, &fixture, YES);
        assert_paired(&engine, &fixture);
        engine.leave();
    });
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_code_whose_answer_was_lost_is_not_taken_from_a_browser_again() {
    let test =
        "shikimori::loopback::a_code_whose_answer_was_lost_is_not_taken_from_a_browser_again";
    with_a_browser(test, |opener| {
        let fixture = Fixture::new();
        let engine = start(&fixture);
        consenting(&engine);
        fixture.doorkeeper.fault("lost");
        answer(opener, 0, &fixture, YES);
        assert_eq!(stopped(&engine), Stop::CodeRefused);
        assert_eq!(fixture.exchanges(), ["200", "400"]);
        assert!(fixture.record().is_none());
        engine.leave();
    });
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn ways_can_be_changed_while_a_browser_opens_and_the_last_one_is_waited_for() {
    let test = "shikimori::loopback::ways_can_be_changed_while_a_browser_opens_and_the_last_one_is_waited_for";
    with_a_browser(test, |opener| {
        let fixture = Fixture::new();
        let engine = start(&fixture);
        consenting(&engine);
        opener.stay();
        engine.send(Intent::SignIn(SignInMethod::Browser));
        opener.address(1);
        // That one is still opening. Its own listener does not stand in the way of another one,
        engine.send(Intent::SignIn(SignInMethod::Browser));
        opener.address(2);
        // nor does it close what came after it, once it is there.
        engine.send(Intent::SignIn(SignInMethod::ManualCode));
        let (consent, phone) = scanned(&engine);
        assert_eq!(phone.look().status, 200);
        engine.send(Intent::SignIn(SignInMethod::Browser));
        answer(opener, 3, &fixture, YES);
        assert_paired(&engine, &fixture);
        let url = page(&consent).url;
        let (_, secret_path) = url.expose().rsplit_once('/').unwrap();
        opener.assert_not_logged(&[secret_path]);
        engine.leave();
    });
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn the_client_is_given_on_a_phone_and_the_browser_opens_after_it() {
    let test = "shikimori::loopback::the_client_is_given_on_a_phone_and_the_browser_opens_after_it";
    with_a_browser(test, |opener| {
        let fixture = Fixture::new();
        let nothing = Settings {
            client_id: None,
            client_secret: None,
            ..fixture.doorkeeper.settings("")
        };
        let engine = fixture.start_with(nothing, &[SignInMethod::Browser]);
        let phone = until(&engine, "page for a phone", |view| match view {
            View::SettingUp(set_up) => Some(Handset::that_scanned(&set_up.page?)),
            _ => None,
        });
        let form = phone.look().body;
        let back = format!("http://127.0.0.1:{}/callback", fixture.port);
        assert!(form.contains(&back), "{form}");
        phone.give_client("living-room", "canary-secret");
        answer(opener, 0, &fixture, YES);
        assert_paired(&engine, &fixture);
        assert_eq!(fixture.kept().len(), 1);
        let page = phone.look().body;
        assert!(page.contains("Shikimori is set up on your TV."), "{page}");
        opener.assert_not_logged(&["canary-secret"]);
        engine.leave();
    });
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_port_that_another_program_has_is_told_and_no_browser_is_opened() {
    let test =
        "shikimori::loopback::a_port_that_another_program_has_is_told_and_no_browser_is_opened";
    with_a_browser(test, |opener| {
        let fixture = Fixture::new();
        let other = TcpListener::bind(("127.0.0.1", fixture.port)).unwrap();
        let engine = start(&fixture);
        let taken = StartError::PortTaken(fixture.port);
        assert_eq!(stopped(&engine), Stop::StartError(taken));
        assert_eq!(opener.count(), 0);
        drop(other);
        engine.send(Intent::TryNow);
        answer(opener, 0, &fixture, YES);
        assert_paired(&engine, &fixture);
        engine.leave();
    });
}
