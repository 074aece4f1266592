//! Where the engine meets something else: the end of the program, a foreign page, a fault of its own.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use couchpin::auth::{Flow, PollOutcome};
use couchpin::pairing::Unattended;
use couchpin::services::provider::Provider;
use couchpin::tokens::Record;

use super::*;

fn wait_for_one(simkl: &StandIn, kind: Kind) {
    let end = Instant::now() + Duration::from_secs(30);
    while !simkl.requests().iter().any(|seen| seen.kind == kind) {
        assert!(Instant::now() < end, "no {kind:?}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn leaving_waits_for_the_answer_to_a_poll() {
    at_once([true, false], |approved| {
        let (simkl, folder) = (StandIn::of(Flow::Device), tempfile::tempdir().unwrap());
        let engine = engine(&simkl, folder.path());
        let shown = waiting(&engine);
        simkl.set_fault(Some(Fault::Delay(Duration::from_secs(2))));
        if approved {
            assert!(simkl.approve(code(&shown)));
        }
        wait_for_one(&simkl, Kind::Polled);
        engine.leave();
        let tokens = Tokens::new(folder.path().to_owned(), StoreChoice::InFile);
        assert_eq!(tokens.load("simkl").unwrap().is_some(), approved);
        let polls = simkl.requests();
        let polls = polls.iter().filter(|seen| seen.kind == Kind::Polled);
        assert_eq!(polls.count(), 1, "nothing new is begun");
    });
}

#[test]
fn leaving_waits_for_a_refresh_that_has_ended_the_old_token() {
    let (simkl, folder) = (StandIn::of(Flow::Device), tempfile::tempdir().unwrap());
    let client = Provider::new(super::simkl(&simkl, Some(CLIENT))).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let token = runtime.block_on(async {
        let code = client.request_code(Flow::Device).await.unwrap();
        assert_eq!(simkl.approve_all(), 1);
        std::thread::sleep(Duration::from_millis(1100));
        match client.poll(&code).await.unwrap() {
            PollOutcome::Authorized(token) => token,
            other => panic!("{other:?}"),
        }
    });
    let week_ago = SystemTime::now() - Duration::from_hours(7 * 24);
    let tokens = Tokens::new(folder.path().to_owned(), StoreChoice::InFile);
    tokens
        .save(&Record::new("simkl", &token, week_ago, None))
        .unwrap();
    simkl.set_fault(Some(Fault::Delay(Duration::from_secs(2))));
    let engine = engine(&simkl, folder.path());
    wait_for_one(&simkl, Kind::Refreshed);
    engine.leave();
    assert_ne!(stored(folder.path()).access_token, token.access_token);
}

/// The very first request meets a page, on a kiosk, at a service that has only one of the flows.
#[test]
fn a_foreign_page_at_the_start_is_no_reason_to_wait_for_a_person() {
    at_once([Flow::Pin, Flow::Device], |flow| {
        let (simkl, folder) = (StandIn::of(flow), tempfile::tempdir().unwrap());
        simkl.fail_next(Fault::Html);
        let mut setup = crate::support::setup::simkl(
            super::simkl(&simkl, Some(CLIENT)),
            Vec::new(),
            Tokens::new(folder.path().to_owned(), StoreChoice::InFile),
        );
        let flows = vec![Flow::Pin, Flow::Device];
        setup.services[0].plan = crate::support::setup::by_code(Unattended::Always, flows);
        let engine = Engine::start(setup, |_| {}).unwrap();
        assert_eq!(waiting(&engine).code.flow(), flow);
        engine.leave();
    });
}

#[test]
fn an_engine_that_fails_says_so_and_begins_anew_when_a_person_wants() {
    let (simkl, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    let setup = crate::support::setup::simkl(
        super::simkl(&simkl, Some(CLIENT)),
        vec![Flow::Pin],
        Tokens::new(folder.path().to_owned(), StoreChoice::InFile),
    );
    let failed = AtomicBool::new(false);
    let engine = Engine::start(setup, move |view| {
        let first = matches!(view, View::Waiting(_)) && !failed.swap(true, Ordering::SeqCst);
        assert!(!first, "a fault, on purpose");
    })
    .unwrap();
    until(&engine, "end", |view| {
        matches!(view, View::Stopped(Stop::Unexpected)).then_some(())
    });
    engine.send(Intent::Touched);
    engine.send(Intent::TryNow);
    let shown = waiting(&engine);
    assert!(simkl.approve(code(&shown)));
    paired(&engine);
    engine.leave();
}
