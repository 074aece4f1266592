//! What the engine does at launch with a token that is due, refused, or both.

use std::time::{Duration, Instant};

use couchpin::auth::{Flow, Rejection, RequestError};
use couchpin::engine::Engine;
use couchpin::pairing::{Check, Intent, Notice, View};

use super::{BOUND, DAY, House, now};
use crate::support::simkl::{Fault, Kind, Options};

fn launch(house: &House) -> Engine {
    let flows = vec![Flow::Device];
    let setup = crate::support::setup::simkl(house.settings(), flows, house.tokens());
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

fn kinds(house: &House) -> Vec<Kind> {
    let seen = house.simkl.requests();
    seen.iter().skip(2).map(|seen| seen.kind).collect()
}

#[test]
fn a_token_that_is_due_is_refreshed_before_it_is_checked() {
    let house = House::paired(8 * DAY);
    let old = house.access();
    let engine = launch(&house);
    until(&engine, "good token", good);
    assert_eq!(kinds(&house), [Kind::Refreshed, Kind::Settings]);
    assert_ne!(house.access(), old);
    engine.leave();
}

#[test]
fn a_refused_token_is_refreshed_once_and_the_screen_never_says_so() {
    let house = House::paired(Duration::ZERO);
    let old = house.record().token(std::time::SystemTime::now());
    // Another machine of the household refreshed its copy, which ends this one.
    now(house.client().refresh(&old)).unwrap();
    let engine = launch(&house);
    until(&engine, "good token", good);
    let seen = kinds(&house);
    let expected = [
        Kind::Refreshed,
        Kind::Settings,
        Kind::Refreshed,
        Kind::Settings,
    ];
    assert_eq!(seen, expected);
    assert_ne!(house.record().access_token, old.access_token);
    engine.leave();
}

#[test]
fn a_token_that_is_refused_even_when_new_means_pair_again() {
    let options = Options {
        token_lifetime: Duration::ZERO,
        ..Options::default()
    };
    let house = House::with(options, Duration::ZERO);
    let engine = launch(&house);
    until(&engine, "refusal", |view| {
        matches!(view, View::Refused { .. })
    });
    assert!(house.refreshes() <= 2, "once when due, once when refused");
    engine.leave();
}

#[test]
fn the_end_of_the_grant_means_pair_again_now_and_at_the_next_launch() {
    let house = House::paired(Duration::ZERO);
    house.simkl.revoke_all_tokens();
    for _ in 0..2 {
        let engine = launch(&house);
        until(&engine, "refusal", |view| {
            matches!(view, View::Refused { .. })
        });
        engine.leave();
    }
    assert_eq!(kinds(&house), [Kind::Settings, Kind::Refreshed]);
    assert!(house.record().refused);
}

#[test]
fn trouble_while_refreshing_does_not_unpair() {
    let house = House::paired(Duration::ZERO);
    let old = house.record().token(std::time::SystemTime::now());
    now(house.client().refresh(&old)).unwrap();
    house.simkl.fail_next(Fault::Status(401, None));
    house.simkl.fail_next(Fault::Status(503, None));
    let engine = launch(&house);
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
    let house = House::paired(8 * DAY);
    let engine = launch(&house);
    until(&engine, "good token", good);
    let record = house.record();
    engine.send(Intent::Unpair);
    until(
        &engine,
        "new code",
        |view| matches!(view, View::Waiting(waiting) if waiting.notice == Some(Notice::Unpaired)),
    );
    let token = record.token(std::time::SystemTime::now());
    assert_eq!(
        now(house.client().refresh(&token)),
        Err(RequestError::Rejected(Rejection::Token))
    );
    assert!(house.tokens().load("simkl").unwrap().is_none());
    engine.leave();
}
