//! What the engine does at launch with a token that is due, refused, or both.

use std::time::{Duration, Instant};

use couchpin::auth::{Flow, Rejection, RequestError};
use couchpin::engine::Engine;
use couchpin::pairing::{Check, Intent, Stop, View};

use super::{BOUND, DAY, PairedHome, now};
use crate::support::simkl::{Fault, Kind, Options};

fn launch(home: &PairedHome) -> Engine {
    let flows = vec![Flow::Device];
    let setup = crate::support::setup::simkl(home.settings(), flows, home.tokens());
    Engine::start(setup, |_| {}).unwrap()
}

fn until(engine: &Engine, what: &str, seen: impl Fn(&View) -> bool) -> View {
    let begun = Instant::now();
    loop {
        let view = engine.view();
        if seen(&view) {
            return view;
        }
        assert!(begun.elapsed() < 2 * BOUND, "no {what}: {}", view.name());
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn good(view: &View) -> bool {
    matches!(
        view,
        View::Paired {
            check: Check::Good,
            ..
        }
    )
}

fn kinds(home: &PairedHome) -> Vec<Kind> {
    let seen = home.simkl.requests();
    seen.iter().skip(2).map(|seen| seen.kind).collect()
}

#[test]
fn a_token_that_is_due_is_refreshed_before_it_is_checked() {
    let home = PairedHome::paired(8 * DAY);
    let old = home.access();
    let engine = launch(&home);
    until(&engine, "good token", good);
    assert_eq!(kinds(&home), [Kind::Refreshed, Kind::Settings]);
    assert_ne!(home.access(), old);
    engine.leave();
}

#[test]
fn a_refused_token_is_refreshed_once_and_the_screen_never_says_so() {
    let home = PairedHome::paired(Duration::ZERO);
    let old = home.record().token(std::time::SystemTime::now());
    // Another machine refreshed its copy, which ends this one.
    now(home.client().refresh(&old)).unwrap();
    let engine = launch(&home);
    until(&engine, "good token", good);
    let seen = kinds(&home);
    let expected = [
        Kind::Refreshed,
        Kind::Settings,
        Kind::Refreshed,
        Kind::Settings,
    ];
    assert_eq!(seen, expected);
    assert_ne!(home.record().access_token, old.access_token);
    engine.leave();
}

#[test]
fn a_token_that_is_refused_even_when_new_means_pair_again() {
    let options = Options {
        token_lifetime: Duration::ZERO,
        ..Options::default()
    };
    let home = PairedHome::with(options, Duration::ZERO);
    let engine = launch(&home);
    until(&engine, "refusal", |view| {
        matches!(view, View::Refused { .. })
    });
    assert!(home.refreshes() <= 2, "once when due, once when refused");
    engine.leave();
}

#[test]
fn the_end_of_the_grant_means_pair_again_now_and_at_the_next_launch() {
    let home = PairedHome::paired(Duration::ZERO);
    home.simkl.revoke_all_tokens();
    for _ in 0..2 {
        let engine = launch(&home);
        until(&engine, "refusal", |view| {
            matches!(view, View::Refused { .. })
        });
        engine.leave();
    }
    assert_eq!(kinds(&home), [Kind::Settings, Kind::Refreshed]);
    assert!(home.record().refused);
}

#[test]
fn trouble_while_refreshing_does_not_unpair() {
    let home = PairedHome::paired(Duration::ZERO);
    let old = home.record().token(std::time::SystemTime::now());
    now(home.client().refresh(&old)).unwrap();
    home.simkl.fail_next(Fault::Status(401, None));
    home.simkl.fail_next(Fault::Status(503, None));
    let engine = launch(&home);
    until(&engine, "trouble", |view| {
        matches!(
            view,
            View::Paired {
                check: Check::Delayed(_),
                ..
            }
        )
    });
    engine.send(Intent::TryNow);
    until(&engine, "good token", good);
    engine.leave();
}

#[test]
fn unpairing_ends_the_grant_of_the_token_that_is_current() {
    let home = PairedHome::paired(8 * DAY);
    let engine = launch(&home);
    until(&engine, "good token", good);
    let record = home.record();
    engine.send(Intent::Unpair);
    until(&engine, "signed out", |view| {
        matches!(view, View::Stopped(Stop::SignedOut { .. }))
    });
    let token = record.token(std::time::SystemTime::now());
    assert_eq!(
        now(home.client().refresh(&token)),
        Err(RequestError::Rejected(Rejection::Token))
    );
    assert!(home.tokens().load("simkl").unwrap().is_none());
    engine.leave();
}
