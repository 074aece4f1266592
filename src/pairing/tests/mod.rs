//! The rules of the machine, one sentence each. Time is a number of seconds since the start.

mod again;
mod any;
mod any_events;
mod any_services;
mod codes;
mod day;
mod exchange;
mod home;
mod limits;
mod open_here;
mod pictures;
mod polling_times;
mod retries;
mod rounds;
mod set_up;
mod set_up_and_code;
mod sign_in;
mod stored;

use std::time::{Duration, Instant, SystemTime};

use url::Url;

use super::*;
use crate::auth::{
    Account, DeviceAuthorization, Flow, Profile, Rejection, RequestError, Secret, SignInEvent,
    StoreError, StoreLocation, Token, Trouble, UserCode,
};

/// A code on the screen is the only way.
fn by_code(unattended_codes: Unattended, flows: Vec<Flow>) -> Plan {
    Plan {
        ways: vec![SignInMethod::Code],
        flows,
        redirect_port: None,
        worked: None,
        can_be_set_up: false,
        unattended_codes,
    }
}

/// A machine, and the clock it is told.
struct Harness {
    machine: Pairing,
    start: Instant,
    now: Instant,
}

impl Harness {
    /// After the store has been found empty: the next order asks for a code.
    fn new() -> Self {
        Self::with(Unattended::AtMost(4), vec![Flow::Pin, Flow::Device])
    }

    fn with(unattended: Unattended, flows: Vec<Flow>) -> Self {
        let start = Instant::now();
        let mut harness = Self {
            machine: Pairing::new(by_code(unattended, flows), start),
            start,
            now: start,
        };
        let load = harness.order();
        assert_eq!(load.action, Action::Load);
        harness
            .machine
            .answer(load.ticket, ActionResult::Loaded(Ok(None)), start);
        harness
    }

    /// With the code `AAAAA` on the screen.
    fn waiting() -> Self {
        let mut harness = Self::new();
        harness.give_code("AAAAA");
        harness
    }

    fn paired_earlier() -> Self {
        let start = Instant::now();
        let mut machine = Pairing::new(by_code(Unattended::AtMost(4), vec![Flow::Pin]), start);
        let load = machine.next_action(start).unwrap();
        let kept = StoredPairing {
            token: token(),
            account: None,
            place: StoreLocation::Keyring,
        };
        machine.answer(load.ticket, ActionResult::Loaded(Ok(Some(kept))), start);
        Self {
            machine,
            start,
            now: start,
        }
    }

    fn order(&mut self) -> ActionRequest {
        self.machine.next_action(self.now).expect("an order is due")
    }

    /// Lets time pass until the machine wants something; returns the order and the seconds since the start.
    fn next(&mut self) -> (ActionRequest, u64) {
        loop {
            if let Some(order) = self.machine.next_action(self.now) {
                return (order, (self.now - self.start).as_secs());
            }
            let deadline = self
                .machine
                .next_deadline()
                .expect("the machine has something to wait for")
                .at;
            assert!(deadline > self.now, "a deadline in the past would spin");
            self.now = deadline;
        }
    }

    fn sleep(&mut self, seconds: u64) {
        self.now += Duration::from_secs(seconds);
    }

    fn answer(&mut self, order: &ActionRequest, answer: ActionResult) {
        self.machine.answer(order.ticket, answer, self.now);
    }

    fn give_code(&mut self, text: &str) {
        let (order, _) = self.next();
        assert!(matches!(order.action, Action::RequestCode(_)), "{order:?}");
        self.answer(&order, ActionResult::Code(Ok(code(text))));
    }

    /// Answers the next poll and returns when it was sent.
    fn poll(&mut self, polled: Result<PollOutcome, RequestError>) -> u64 {
        let (order, at) = self.next();
        assert!(matches!(order.action, Action::Poll(_)), "{order:?}");
        self.answer(&order, ActionResult::Polled(polled));
        at
    }

    fn shown(&self) -> Waiting {
        match self.machine.view() {
            View::Waiting(waiting) => *waiting,
            other => panic!("no code on the screen: {other:?}"),
        }
    }

    fn shown_code(&self) -> String {
        self.shown().code.user_code.expose().to_owned()
    }
}

fn code(text: &str) -> DeviceAuthorization {
    DeviceAuthorization {
        user_code: UserCode::parse(text).unwrap(),
        device_code: None,
        verification_uri: Url::parse("https://simkl.com/pin").unwrap(),
        verification_uri_complete: Url::parse(&format!("https://simkl.com/pin/{text}")).unwrap(),
        expires_in: Duration::from_mins(15),
        interval: Duration::from_secs(5),
    }
}

/// A code by which alone nothing can be asked for.
fn device_code(text: &str) -> DeviceAuthorization {
    DeviceAuthorization {
        device_code: Some(Secret::new("device-code")),
        ..code(text)
    }
}

fn token() -> Token {
    Token {
        access_token: Secret::new("t0ken"),
        refresh_token: None,
        expires_in: None,
        scope: None,
        lacks_scope: false,
        client_id: "id".into(),
    }
}

fn ann() -> Account {
    Account {
        id: "4242".into(),
        name: "Ann".into(),
    }
}

/// Ann, of whom there is no picture.
fn profile() -> Profile {
    Profile {
        account: ann(),
        picture: None,
    }
}

fn lost() -> Result<PollOutcome, RequestError> {
    Err(Trouble::Unreachable.into())
}

fn busy(retry_after: u64) -> Result<PollOutcome, RequestError> {
    Err(RequestError::Transient {
        trouble: Trouble::Busy,
        retry_after: Some(Duration::from_secs(retry_after)),
    })
}

fn refused(status: u16) -> RequestError {
    RequestError::Rejected(Rejection::Other {
        status,
        error: "unauthorized_client".into(),
    })
}

#[test]
fn the_first_poll_waits_one_interval_and_a_fifth() {
    let mut harness = Harness::waiting();
    assert_eq!(harness.poll(Ok(PollOutcome::Pending)), 6);
}

#[test]
fn each_wait_counts_from_the_answer_not_from_the_question() {
    let mut harness = Harness::waiting();
    let (poll, at) = harness.next();
    assert_eq!(at, 6);
    harness.sleep(3);
    harness.answer(&poll, ActionResult::Polled(Ok(PollOutcome::Pending)));
    assert_eq!(harness.next().1, 6 + 3 + 6);
}

#[test]
fn slow_down_adds_five_seconds_for_good() {
    let mut harness = Harness::waiting();
    assert_eq!(harness.poll(Ok(PollOutcome::SlowDown)), 6);
    assert_eq!(harness.shown().trouble.unwrap().trouble, Trouble::Busy);
    assert_eq!(harness.poll(Ok(PollOutcome::Pending)), 6 + 12);
    assert_eq!(harness.shown().trouble, None);
    assert_eq!(harness.poll(Ok(PollOutcome::SlowDown)), 18 + 12);
    assert_eq!(harness.poll(Ok(PollOutcome::Pending)), 30 + 18);
}

#[test]
fn one_order_at_a_time() {
    let mut harness = Harness::waiting();
    let (poll, _) = harness.next();
    harness.sleep(100);
    assert_eq!(harness.machine.next_action(harness.now), None);
    assert_eq!(harness.machine.next_deadline(), None);
    harness.answer(&poll, ActionResult::Polled(Ok(PollOutcome::Pending)));
    assert!(harness.machine.next_deadline().is_some());
}

#[test]
fn five_lost_connections_back_off_and_leave_the_code_on_the_screen() {
    let mut harness = Harness::waiting();
    let mut at = Vec::new();
    for _ in 0..6 {
        at.push(harness.poll(lost()));
        assert_eq!(harness.shown_code(), "AAAAA");
        assert_eq!(
            harness.shown().trouble.unwrap().trouble,
            Trouble::Unreachable
        );
    }
    // 5 s of back-off are less than the padded interval, so the first wait is 6 s.
    assert_eq!(at, [6, 12, 22, 42, 82, 142]);
    assert_eq!(harness.poll(Ok(PollOutcome::Pending)), 202);
    assert_eq!(
        harness.shown().trouble,
        None,
        "the first good answer forgets the trouble"
    );
    assert_eq!(harness.poll(lost()), 208);
    assert_eq!(harness.next().1, 214, "and starts the back-off anew");
}

#[test]
fn retry_after_is_honoured_when_longer_than_the_back_off() {
    let mut harness = Harness::waiting();
    assert_eq!(harness.poll(busy(120)), 6);
    let next_try = harness.shown().trouble.unwrap().next_try;
    assert_eq!((next_try - harness.start).as_secs(), 126);
    harness.machine.apply(Intent::TryNow, harness.now);
    assert_eq!(
        harness.poll(busy(1)),
        126,
        "not even a person may ask earlier"
    );
    assert_eq!(
        harness.next().1,
        132,
        "a short one does not shorten the back-off"
    );
}

#[test]
fn check_now_polls_at_once_but_never_within_the_interval() {
    let mut harness = Harness::waiting();
    harness.poll(lost());
    harness.poll(lost());
    harness.poll(lost());
    assert_eq!((harness.now - harness.start).as_secs(), 22);
    harness.machine.apply(Intent::TryNow, harness.now);
    assert_eq!(
        harness.poll(lost()),
        27,
        "after the interval, long before the back-off of 20 s ends"
    );
    assert_eq!(
        harness.poll(lost()),
        33,
        "and a person's try starts the back-off anew"
    );
    harness.sleep(8);
    harness.machine.apply(Intent::TryNow, harness.now);
    assert_eq!(harness.next().1, 41, "at once when the interval is over");
}

#[test]
fn an_approval_is_stored_before_anything_else() {
    let mut harness = Harness::waiting();
    harness.poll(Ok(PollOutcome::Authorized(token())));
    assert_eq!(harness.machine.view(), View::Storing);
    let store = harness.order();
    assert_eq!(store.action, Action::Store(token(), StoreChoice::Auto));
    assert!(harness.machine.is_storing());
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    let look_up = harness.order();
    assert_eq!(look_up.action, Action::CheckToken(token()));
    harness.answer(&look_up, ActionResult::TokenChecked(Ok(profile())));
    let remember = harness.order();
    assert_eq!(remember.action, Action::Remember(ann()));
    assert!(harness.machine.is_storing(), "the name belongs to it");
    harness.answer(&remember, ActionResult::Done);
    assert!(!harness.machine.is_storing());
    assert_eq!(
        harness.machine.view(),
        View::Paired {
            account: Some(ann()),
            portrait: None,
            place: StoreLocation::Keyring,
            fresh: true,
            check: Check::Good,
            lacks_scope: false,
            failed_action: None,
            instead_of: None,
            refreshable: false,
        }
    );
    assert_eq!(harness.machine.next_action(harness.now), None);
    assert_eq!(
        harness.machine.next_deadline(),
        None,
        "polling stops for good"
    );
}

#[test]
fn a_token_in_the_last_second_still_pairs() {
    let mut harness = Harness::waiting();
    let (poll, at) = loop {
        let (order, at) = harness.next();
        if at >= 895 {
            break (order, at);
        }
        harness.answer(&order, ActionResult::Polled(Ok(PollOutcome::Pending)));
    };
    assert_eq!(at, 899, "one poll is spent in the last second");
    harness.sleep(5);
    assert_eq!(
        harness.machine.next_action(harness.now),
        None,
        "not judged while a poll is in flight"
    );
    assert_eq!(harness.shown_code(), "AAAAA");
    harness.answer(
        &poll,
        ActionResult::Polled(Ok(PollOutcome::Authorized(token()))),
    );
    assert_eq!(
        harness.order().action,
        Action::Store(token(), StoreChoice::Auto)
    );
}

#[test]
fn an_answer_for_an_old_order_is_dropped() {
    let mut harness = Harness::paired_earlier();
    let check = harness.order();
    harness.machine.apply(Intent::PairAgain, harness.now);
    harness.give_code("AAAAA");
    harness.answer(
        &check,
        ActionResult::TokenChecked(Err(RequestError::Rejected(Rejection::Token))),
    );
    assert_eq!(harness.shown_code(), "AAAAA");
    harness.answer(
        &check,
        ActionResult::Polled(Ok(PollOutcome::CodeGone(None))),
    );
    assert_eq!(harness.shown_code(), "AAAAA");
}

#[test]
fn an_answer_for_an_old_order_that_carries_a_token_pairs() {
    let mut harness = Harness::paired_earlier();
    let old = harness.order();
    harness.machine.apply(Intent::PairAgain, harness.now);
    harness.give_code("AAAAA");
    harness.answer(
        &old,
        ActionResult::Polled(Ok(PollOutcome::Authorized(token()))),
    );
    assert_eq!(
        harness.order().action,
        Action::Store(token(), StoreChoice::Auto)
    );
}

#[test]
fn a_refused_flow_is_followed_by_the_next_which_is_then_remembered() {
    let mut harness = Harness::new();
    let pin = harness.order();
    assert_eq!(pin.action, Action::RequestCode(Flow::Pin));
    harness.answer(&pin, ActionResult::Code(Err(refused(400))));
    let device = harness.order();
    assert_eq!(device.action, Action::RequestCode(Flow::Device));
    let grant = DeviceAuthorization {
        device_code: Some(Secret::new("d")),
        ..code("BDWP-HQPK")
    };
    harness.answer(&device, ActionResult::Code(Ok(grant)));
    harness.sleep(900);
    assert_eq!(harness.order().action, Action::RequestCode(Flow::Device));
}

#[test]
fn when_all_flows_are_refused_all_answers_are_shown() {
    let mut harness = Harness::new();
    for status in [400, 401] {
        let order = harness.order();
        harness.answer(&order, ActionResult::Code(Err(refused(status))));
    }
    let View::Stopped(Stop::Rejected(answers)) = harness.machine.view() else {
        panic!()
    };
    assert_eq!(
        answers.iter().map(|(flow, _)| *flow).collect::<Vec<_>>(),
        [Flow::Pin, Flow::Device]
    );
    harness.machine.apply(Intent::TryNow, harness.now);
    assert_eq!(harness.order().action, Action::RequestCode(Flow::Pin));
}

#[test]
fn trouble_before_the_first_code_is_shown_and_tried_again() {
    let mut harness = Harness::new();
    let mut at = Vec::new();
    for _ in 0..6 {
        let (order, when) = harness.next();
        at.push(when);
        harness.answer(&order, ActionResult::Code(Err(Trouble::Offline.into())));
        assert!(matches!(
            harness.machine.view(),
            View::Asking {
                trouble: Some(_),
                ..
            }
        ));
    }
    assert_eq!(at, [0, 5, 15, 35, 75, 135]);
    harness.machine.apply(Intent::TryNow, harness.now);
    harness.give_code("AAAAA");
    assert_eq!(harness.shown().trouble, None);
}
