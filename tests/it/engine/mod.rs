//! The engine against the stand-in for Simkl: real requests, real files, no screen.

mod generations;
mod limits;
mod seams;

use std::path::Path;
use std::time::{Duration, Instant};

use couchpin::auth::{Flow, Service, StoreLocation, Trouble};
use couchpin::engine::{Engine, Setup};
use couchpin::pairing::{Check, Intent, Notice, Stop, View, Waiting};
use couchpin::services::flow_memory::FlowMemory;
use couchpin::services::provider::Settings;
use couchpin::tokens::{StoreChoice, Tokens};

use crate::support::simkl::{Fault, Kind, StandIn};

const CLIENT: &str = "client";

fn simkl(stand_in: &StandIn, client_id: Option<&str>) -> Settings {
    Settings {
        client_id: client_id.map(str::to_owned),
        ..Settings::at(Service::simkl(), &stand_in.api_url())
    }
}

pub(crate) fn engine(stand_in: &StandIn, folder: &Path) -> Engine {
    start(simkl(stand_in, Some(CLIENT)), folder)
}

fn start(simkl: Settings, folder: &Path) -> Engine {
    let tokens = Tokens::new(folder.to_owned(), StoreChoice::InFile);
    let flows = vec![Flow::Pin, Flow::Device];
    let setup = Setup {
        memory: Some(FlowMemory::new(folder)),
        ..crate::support::setup::simkl(simkl, flows, tokens)
    };
    Engine::start(setup, |_| {}).unwrap()
}

/// Whether it is signed out; for [`until`].
pub(crate) fn signed_out(view: &View) -> Option<()> {
    matches!(view, View::Stopped(Stop::SignedOut { .. })).then_some(())
}

/// Waits for a view. The bound is generous: it only ends a test that would hang.
pub(crate) fn until<T>(engine: &Engine, what: &str, mut seen: impl FnMut(View) -> Option<T>) -> T {
    let end = Instant::now() + Duration::from_secs(30);
    loop {
        if let Some(found) = seen(engine.view()) {
            return found;
        }
        assert!(
            Instant::now() < end,
            "no {what}; instead {}",
            engine.view().name()
        );
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn waiting(engine: &Engine) -> Waiting {
    until(engine, "code", |view| match view {
        View::Waiting(waiting) => Some(*waiting),
        _ => None,
    })
}

fn paired(engine: &Engine) -> View {
    until(engine, "pairing", |view| match view {
        View::Paired {
            check: Check::Good, ..
        } => Some(view),
        _ => None,
    })
}

fn code(waiting: &Waiting) -> &str {
    waiting.code.user_code.expose()
}

fn stored(folder: &Path) -> couchpin::tokens::Record {
    Tokens::new(folder.to_owned(), StoreChoice::InFile)
        .load("simkl")
        .unwrap()
        .unwrap()
        .record
}

/// Plays all cases at once: they wait most of the time.
pub(crate) fn at_once<T: Send>(cases: impl IntoIterator<Item = T>, play: impl Fn(T) + Sync) {
    let play = &play;
    std::thread::scope(|scope| {
        for case in cases {
            scope.spawn(move || play(case));
        }
    });
}

#[test]
fn a_pairing_by_pin_ends_in_a_stored_token_with_its_account() {
    let (simkl, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    let engine = engine(&simkl, folder.path());
    let shown = waiting(&engine);
    assert_eq!(simkl.codes(), [code(&shown)]);
    assert!(simkl.approve(code(&shown)));
    let View::Paired {
        account,
        place,
        fresh,
        ..
    } = paired(&engine)
    else {
        panic!()
    };
    assert_eq!(account.unwrap().name, "Ann");
    assert!(
        fresh
            && matches!(
                place,
                StoreLocation::File {
                    why_not_keyring: None,
                    ..
                }
            )
    );
    // The name is written after it is shown.
    let end = Instant::now() + Duration::from_secs(10);
    while stored(folder.path()).account.is_none() && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(10));
    }
    let record = stored(folder.path());
    assert_eq!(record.access_token.expose().len(), 64);
    assert_eq!(
        (
            record.client_id.as_str(),
            record.account.unwrap().name.as_str()
        ),
        (CLIENT, "Ann")
    );
    assert!(record.refresh_token.is_none());
    engine.leave();
}

#[test]
fn polls_keep_their_distance_and_stop_when_the_token_is_there() {
    let (simkl, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    let engine = engine(&simkl, folder.path());
    waiting(&engine);
    let polls = || {
        simkl
            .requests()
            .into_iter()
            .filter(|seen| seen.kind == Kind::Polled)
            .collect::<Vec<_>>()
    };
    while polls().len() < 3 {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(simkl.approve_all(), 1);
    paired(&engine);
    let seen = polls();
    std::thread::sleep(Duration::from_millis(2500));
    assert_eq!(polls().len(), seen.len(), "nothing asks any more");
    for pair in seen.windows(2) {
        let answered = pair[0].answered.unwrap();
        assert!(
            pair[1].at - answered >= Duration::from_secs(1),
            "counted from the answer"
        );
    }
    for request in simkl.requests() {
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(request.client_id.as_deref(), Some(CLIENT));
        assert_eq!(request.app_name.as_deref(), Some("couchpin"));
        assert_eq!(request.app_version.as_deref(), Some(version));
        assert_eq!(request.user_agent, Some(format!("couchpin/{version}")));
    }
    engine.leave();
}

#[test]
fn a_client_that_pin_refuses_pairs_by_the_device_grant_and_is_remembered() {
    let (simkl, folder) = (StandIn::of(Flow::Device), tempfile::tempdir().unwrap());
    let first = engine(&simkl, folder.path());
    let shown = waiting(&first);
    assert_eq!(code(&shown).len(), 9);
    assert_eq!(simkl.requests().len(), 2, "refused once, then the grant");
    assert!(simkl.approve(code(&shown)));
    paired(&first);
    first.leave();
    assert!(stored(folder.path()).refresh_token.is_some());
    Tokens::new(folder.path().to_owned(), StoreChoice::InFile)
        .forget("simkl")
        .unwrap();
    let before = simkl.requests().len();
    let second = engine(&simkl, folder.path());
    waiting(&second);
    assert_eq!(
        simkl.requests().len(),
        before + 1,
        "the next launch asks the right one first"
    );
    second.leave();
}

#[test]
fn a_no_that_a_service_tells_stops_and_a_new_code_pairs() {
    let (simkl, folder) = (StandIn::of(Flow::Device), tempfile::tempdir().unwrap());
    let engine = engine(&simkl, folder.path());
    let shown = waiting(&engine);
    // Simkl itself does not, but RFC 8628 §3.5 has a word for it.
    simkl.fail_next(Fault::error(400, "access_denied"));
    until(&engine, "refusal", |view| {
        (view == View::Stopped(Stop::Denied)).then_some(())
    });
    engine.send(Intent::NewCode);
    let again = waiting(&engine);
    assert_ne!(code(&again), code(&shown));
    assert!(simkl.approve(code(&again)));
    paired(&engine);
    engine.leave();
}

#[test]
fn every_kind_of_outage_keeps_the_code_and_is_named() {
    let outages = [
        (Fault::Status(500, None), Trouble::ServiceDown),
        (Fault::Status(429, Some("1".into())), Trouble::Busy),
        (Fault::Html, Trouble::Portal),
        (Fault::Bare(404), Trouble::Foreign(404)),
        (Fault::Garbage, Trouble::Malformed),
        (Fault::DropAfterHandling, Trouble::Unreachable),
    ];
    at_once(outages, |(fault, trouble)| {
        let (simkl, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
        let engine = engine(&simkl, folder.path());
        let shown = waiting(&engine);
        simkl.set_fault(Some(fault));
        let named = until(&engine, "trouble", |view| match view {
            View::Waiting(waiting) => waiting.trouble.map(|delay| (delay.trouble, waiting)),
            other => panic!("the code was taken away: {}", other.name()),
        });
        assert_eq!((named.0, code(&named.1)), (trouble, code(&shown)));
        simkl.set_fault(None);
        assert!(simkl.approve(code(&shown)));
        engine.send(Intent::TryNow);
        paired(&engine);
        engine.leave();
    });
}

#[test]
fn an_approval_whose_answer_was_lost_is_said_and_one_more_code_pairs() {
    let (simkl, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    let engine = engine(&simkl, folder.path());
    let shown = waiting(&engine);
    simkl.fail_next(Fault::DropAfterHandling);
    assert!(simkl.approve(code(&shown)));
    let another = until(&engine, "new code", |view| match view {
        View::Waiting(waiting) => (waiting.notice == Some(Notice::AnswerLost)).then_some(*waiting),
        _ => None,
    });
    assert_ne!(code(&another), code(&shown));
    assert!(simkl.approve(code(&another)));
    paired(&engine);
    engine.leave();
}

#[test]
fn a_token_that_the_service_ended_is_noticed_at_launch_and_kept() {
    let (simkl, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    let first = engine(&simkl, folder.path());
    waiting(&first);
    assert_eq!(simkl.approve_all(), 1);
    paired(&first);
    first.leave();
    simkl.revoke_all_tokens();
    let second = engine(&simkl, folder.path());
    until(&second, "refusal", |view| {
        matches!(view, View::Refused { .. }).then_some(())
    });
    second.leave();
    assert_eq!(stored(folder.path()).access_token.expose().len(), 64);
}

#[test]
fn without_a_client_id_nothing_is_asked() {
    let (server, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    let engine = start(simkl(&server, None), folder.path());
    until(&engine, "stop", |view| {
        matches!(view, View::Stopped(_)).then_some(())
    });
    assert_eq!(server.requests().len(), 0);
    engine.leave();
}

#[test]
fn a_store_that_fails_keeps_the_token_until_it_works() {
    let (simkl, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    // A file stands where the folder should be.
    let state = folder.path().join("state");
    std::fs::write(&state, "").unwrap();
    let engine = engine(&simkl, &state);
    until(&engine, "trouble with the store", |view| {
        matches!(view, View::Unreadable(_)).then_some(())
    });
    engine.send(Intent::PairAgain);
    waiting(&engine);
    assert_eq!(simkl.approve_all(), 1);
    until(&engine, "failed save", |view| {
        matches!(view, View::CannotStore { .. }).then_some(())
    });
    std::fs::remove_file(&state).unwrap();
    engine.send(Intent::TryNow);
    paired(&engine);
    assert_eq!(stored(&state).access_token.expose().len(), 64);
    engine.leave();
}

#[test]
fn unpairing_forgets_here_and_ends_it_there() {
    let (simkl, folder) = (StandIn::of(Flow::Device), tempfile::tempdir().unwrap());
    let engine = engine(&simkl, folder.path());
    waiting(&engine);
    assert_eq!(simkl.approve_all(), 1);
    paired(&engine);
    engine.send(Intent::Unpair);
    until(&engine, "signed out", |view| signed_out(&view));
    assert!(
        simkl
            .requests()
            .iter()
            .any(|seen| seen.kind == Kind::Revoked)
    );
    assert!(
        Tokens::new(folder.path().to_owned(), StoreChoice::InFile)
            .load("simkl")
            .unwrap()
            .is_none()
    );
    engine.leave();
}

#[test]
fn leaving_does_not_wait_for_a_service_that_is_silent() {
    let (simkl, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    simkl.set_fault(Some(Fault::Silence));
    let engine = engine(&simkl, folder.path());
    until(&engine, "request", |_| {
        (!simkl.requests().is_empty()).then_some(())
    });
    let before = Instant::now();
    engine.leave();
    // The request itself would take ten seconds.
    assert!(before.elapsed() < Duration::from_secs(5));
}
