//! The first set-up: the client id and secret come over the page for a phone, and the code after them.

use couchpin::auth::{Rejection, Secret};
use couchpin::engine::Engine;
use couchpin::pairing::{Intent, SignInMethod, Stop, View};
use couchpin::services::provider::Settings;

use super::fixture::{Fixture, assert_paired, consenting, page, scanned, shown_code};
use crate::engine::until;
use crate::support::Handset;

const BY_HAND: &[SignInMethod] = &[SignInMethod::ManualCode];

/// Waits for the page that asks for the client id and secret, and scans its address.
fn asked_for_client(engine: &Engine) -> Handset {
    until(engine, "page that asks for the client", |view| match view {
        View::SettingUp(set_up) => Some(Handset::that_scanned(&set_up.page?)),
        _ => None,
    })
}

fn right() -> (String, Secret) {
    ("living-room".to_owned(), Secret::new("canary-secret"))
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn nothing_is_known_and_one_page_takes_the_client_and_then_the_code() {
    let fixture = Fixture::new();
    let nothing = Settings {
        client_id: None,
        client_secret: None,
        ..fixture.doorkeeper.settings("")
    };
    let engine = fixture.start_with(nothing, BY_HAND);
    let phone = asked_for_client(&engine);
    let form = phone.look().body;
    assert!(form.contains(r#"/oauth/applications""#), "{form}");
    assert!(form.contains("urn:ietf:wg:oauth:2.0:oob"));
    let (id, secret) = right();
    assert_eq!(phone.give_client(&id, secret.expose()).status, 303);
    let consent = consenting(&engine);
    assert_eq!(fixture.kept(), [right()]);
    assert_eq!(consent.notice, None);
    // Not a page that looks the same: the one that the phone has open.
    let form = phone.look().body;
    assert!(form.contains("Copy the whole code"), "{form}");
    let code = shown_code(&consent);
    assert_eq!(phone.give_known(&code).status, 303);
    assert_paired(&engine, &fixture);
    assert!(phone.look().body.contains("Your TV is signed in"));
    engine.leave();
    let again = fixture.start();
    assert_paired(&again, &fixture);
    again.leave();
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_wrong_secret_is_told_and_once_mended_the_same_code_signs_in() {
    let fixture = Fixture::new();
    let wrong = fixture.doorkeeper.settings("another");
    let engine = fixture.start_with(wrong, BY_HAND);
    let (consent, phone) = scanned(&engine);
    phone.give(&shown_code(&consent));
    until(&engine, "refusal", |view| match view {
        View::Stopped(Stop::Refused(Rejection::ClientSecret { error })) => {
            (error == "invalid_client").then_some(())
        }
        _ => None,
    });
    let told = phone.look().body;
    assert!(told.contains("Your TV shows what to do next."), "{told}");
    engine.send(Intent::SetUp);
    let phone = asked_for_client(&engine);
    let (id, secret) = right();
    phone.give_client(&id, secret.expose());
    // Doorkeeper leaves the code alive, so it is sent again and need not be carried once more.
    assert_paired(&engine, &fixture);
    assert_eq!(fixture.kept(), [right()]);
    assert!(phone.look().body.contains("Your TV is signed in"));
    engine.leave();
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn whoever_changes_their_mind_about_the_client_is_asked_for_the_code_on_another_page() {
    let fixture = Fixture::new();
    let engine = fixture.start();
    consenting(&engine);
    engine.send(Intent::SetUp);
    let abandoned = asked_for_client(&engine);
    abandoned.look();
    engine.send(Intent::SignIn(SignInMethod::ManualCode));
    let consent = consenting(&engine);
    let phone = Handset::that_scanned(&page(&consent));
    let form = phone.look().body;
    assert!(form.contains("Copy the whole code"), "{form}");
    phone.give(&shown_code(&consent));
    assert_paired(&engine, &fixture);
    assert_eq!(fixture.kept(), []);
    engine.leave();
}
