//! What the service limits: requests of a day, and client ids (rules 3 and 9).

use super::sign_in::{client, page};
use super::*;
use crate::auth::Quota;

fn limit(seconds: u64) -> RequestError {
    RequestError::Transient {
        trouble: Trouble::DailyLimit(Quota::Person, None),
        retry_after: Some(Duration::from_secs(seconds)),
    }
}

fn blocked() -> RequestError {
    RequestError::Rejected(Rejection::ClientBlocked {
        error: "client_id_failed".into(),
    })
}

fn request(harness: &mut Harness) -> (ActionRequest, Flow, u64) {
    let (order, at) = harness.next();
    let Action::RequestCode(flow) = order.action else {
        panic!("{order:?}")
    };
    (order, flow, at)
}

#[test]
fn a_wait_that_is_asked_for_never_goes_past_the_life_of_a_code() {
    for seconds in [200, 300, 895, 40_000] {
        let mut harness = Harness::waiting();
        let first = harness.poll(Err(limit(seconds)));
        let last = harness.poll(Ok(PollOutcome::Pending));
        assert_eq!(last, (first + seconds).min(899));
    }
}

#[test]
fn an_approval_is_fetched_in_the_last_second_whatever_wait_was_asked_for() {
    let mut harness = Harness::waiting();
    harness.poll(Err(limit(40_000)));
    harness.machine.apply(Intent::TryNow, harness.now);
    assert_eq!(harness.poll(Ok(PollOutcome::Authorized(token()))), 899);
    assert!(matches!(harness.order().action, Action::Store(..)));
}

#[test]
fn the_next_code_is_not_asked_for_before_the_quota_ends() {
    let mut harness = Harness::waiting();
    let first = harness.poll(Err(limit(40_000)));
    harness.poll(Err(limit(39_000)));
    let (_, _, at) = request(&mut harness);
    assert_eq!(at, first + 40_000);
}

#[test]
fn a_new_code_that_is_refused_for_the_day_costs_no_poll_of_the_living_one() {
    let mut harness = Harness::waiting();
    harness.machine.apply(Intent::NewCode, harness.now);
    let (order, _, _) = request(&mut harness);
    harness.answer(&order, ActionResult::Code(Err(limit(40_000))));
    assert_eq!(harness.poll(Ok(PollOutcome::Pending)), 899);
}

#[test]
fn a_client_id_that_worked_before_is_asked_again_slowly_and_by_its_own_flow() {
    let mut harness = Harness::new();
    harness.machine.plan.prefer(Some(Flow::Pin));
    for expected in [0, 300, 600] {
        let (order, flow, at) = request(&mut harness);
        assert_eq!((flow, at), (Flow::Pin, expected));
        harness.answer(&order, ActionResult::Code(Err(blocked())));
        let View::Asking { trouble, .. } = harness.machine.view() else {
            panic!("it is not refused for good")
        };
        assert_eq!(trouble.unwrap().trouble, Trouble::ClientBlocked);
    }
    harness.give_code("AAAAA");
}

#[test]
fn a_client_id_that_never_worked_is_refused_at_once() {
    let mut harness = Harness::new();
    for expected in [Flow::Pin, Flow::Device] {
        let (order, flow, at) = request(&mut harness);
        assert_eq!((flow, at), (expected, 0));
        harness.answer(&order, ActionResult::Code(Err(blocked())));
    }
    let View::Stopped(Stop::Rejected(answers)) = harness.machine.view() else {
        panic!("nothing can be waited for")
    };
    assert_eq!(answers.len(), 2);
}

#[test]
fn a_code_outlives_the_throttling_of_its_client_id() {
    let mut harness = Harness::waiting();
    let first = harness.poll(Err(blocked()));
    assert_eq!(harness.shown_code(), "AAAAA");
    assert_eq!(
        harness.shown().trouble.unwrap().trouble,
        Trouble::ClientBlocked
    );
    let next = harness.poll(Ok(PollOutcome::Authorized(token())));
    assert_eq!(next, first + 300);
}

#[test]
fn another_application_does_not_wait_for_what_the_first_one_was_told() {
    for error in [blocked(), limit(40_000)] {
        let mut harness = Harness::new();
        harness.machine.plan.prefer(Some(Flow::Pin));
        harness.machine.plan.can_be_set_up = true;
        let (order, ..) = request(&mut harness);
        harness.answer(&order, ActionResult::Code(Err(error)));
        harness.machine.apply(Intent::SetUp, harness.now);
        let ask = harness.order();
        harness.answer(&ask, ActionResult::AskingForClient(Ok(page())));
        harness.sleep(60);
        harness.machine.event(ask.ticket, client(), harness.now);
        let keep = harness.order();
        harness.answer(&keep, ActionResult::KeptClient(true));
        let (_, flow, at) = request(&mut harness);
        assert_eq!((flow, at), (Flow::Pin, 60));
    }
}
