//! A code is here: its token is asked for (rules 14 and 15).

use super::sign_in::{carried_code, harness, page};
use super::*;
use crate::auth::{AuthorizationCode, CodeState, ExchangeError, KeyringTrouble};

fn failed(trouble: Trouble, code: CodeState) -> ActionResult {
    let why = trouble.into();
    ActionResult::Exchanged(Err(ExchangeError { why, code }))
}

fn busy(seconds: Option<u64>) -> ActionResult {
    let why = RequestError::Transient {
        trouble: Trouble::Busy,
        retry_after: seconds.map(Duration::from_secs),
    };
    let code = CodeState::Alive;
    ActionResult::Exchanged(Err(ExchangeError { why, code }))
}

fn refused() -> ActionResult {
    let why = RequestError::Rejected(Rejection::Code);
    let code = CodeState::Spent;
    ActionResult::Exchanged(Err(ExchangeError { why, code }))
}

impl Harness {
    /// The code `a` has come to a page for a phone.
    fn with_code() -> (Self, u32) {
        let (mut harness, ticket) = Self::carried();
        harness.event(ticket, SignInEvent::Code(carried_code("a")));
        (harness, ticket)
    }

    /// The next order asks for this code's token; with the seconds since the start.
    fn exchange(&mut self, code: &str) -> (ActionRequest, u64) {
        let (mut order, mut at) = self.next();
        if order.action == Action::TellTrouble {
            (order, at) = self.next();
        }
        match &order.action {
            Action::Exchange(_, sent) => assert_eq!(*sent, carried_code(code)),
            other => panic!("{other:?}"),
        }
        (order, at)
    }

    fn stopped(&self) -> Stop {
        assert_eq!(self.machine.receiver, None);
        match self.machine.view() {
            View::Stopped(stop) => stop,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_code_is_exchanged_once_and_its_token_stored_before_the_phone_is_told() {
    let (mut harness, ticket) = Harness::with_code();
    assert_eq!(harness.machine.view(), View::Exchanging { trouble: None });
    let (exchange, at) = harness.exchange("a");
    assert_eq!(at, 0, "at once");
    assert_eq!(harness.machine.next_action(harness.now), None, "once");
    assert!(harness.machine.is_storing(), "not a moment to leave");
    harness.answer(&exchange, ActionResult::Exchanged(Ok(token())));
    let store = harness.order();
    assert_eq!(store.action, Action::Store(token(), StoreChoice::Auto));
    assert_eq!(harness.machine.receiver, Some(ticket));
    assert_eq!(harness.machine.next_action(harness.now), None);
    harness.answer(
        &store,
        ActionResult::Stored(Err(StoreError::Locked(KeyringTrouble::Locked))),
    );
    let (store, _) = harness.next();
    assert_eq!(store.action, Action::Store(token(), StoreChoice::Auto));
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    assert_eq!(
        harness.order().action,
        Action::NotifyPhone(FormOutcome::Done)
    );
    assert_eq!(harness.machine.receiver, None);
    assert_eq!(harness.order().action, Action::CheckToken(token()));
}

#[test]
fn a_busy_service_is_asked_again_after_a_second_and_then_ever_more_slowly() {
    let (mut harness, _) = Harness::with_code();
    let mut at = Vec::new();
    for _ in 0..8 {
        let (exchange, when) = harness.exchange("a");
        at.push(when);
        harness.answer(&exchange, busy(None));
        let View::Exchanging {
            trouble: Some(delay),
        } = harness.machine.view()
        else {
            panic!()
        };
        assert_eq!(delay.trouble, Trouble::Busy);
        assert!(delay.next_try > harness.now);
    }
    assert_eq!(at, [0, 1, 6, 16, 36, 76, 136, 196]);
}

#[test]
fn retry_after_is_honoured_for_a_code_too() {
    let (mut harness, _) = Harness::with_code();
    let (exchange, _) = harness.exchange("a");
    harness.answer(&exchange, busy(Some(30)));
    harness.apply(Intent::TryNow);
    let (exchange, at) = harness.exchange("a");
    assert_eq!(at, 30, "not even a person may ask earlier");
    harness.answer(&exchange, busy(Some(2)));
    assert_eq!(harness.exchange("a").1, 35, "a short one shortens nothing");
}

#[test]
fn the_same_code_is_sent_again_while_it_may_live() {
    let (mut harness, _) = Harness::with_code();
    for (trouble, code, at) in [
        (Trouble::Dns, CodeState::Alive, 0),
        (Trouble::Timeout, CodeState::Uncertain, 5),
        (Trouble::Portal, CodeState::Alive, 15),
        (Trouble::ServiceDown, CodeState::Uncertain, 35),
    ] {
        let (exchange, when) = harness.exchange("a");
        assert_eq!(when, at);
        harness.answer(&exchange, failed(trouble, code));
        assert!(!harness.machine.is_storing(), "between two attempts");
    }
    harness.sleep(2);
    harness.apply(Intent::TryNow);
    let (exchange, at) = harness.exchange("a");
    assert_eq!(at, 37, "a person need not wait");
    harness.answer(&exchange, ActionResult::Exchanged(Ok(token())));
    assert_eq!(harness.machine.view(), View::Storing);
}

#[test]
fn a_code_whose_answer_was_lost_and_that_is_refused_then_says_so() {
    for (code, notice) in [
        (CodeState::Uncertain, Notice::AnswerLost),
        (CodeState::Alive, Notice::CodeRefused),
    ] {
        let (mut harness, ticket) = Harness::with_code();
        let (exchange, _) = harness.exchange("a");
        harness.answer(&exchange, failed(Trouble::Timeout, code));
        let (exchange, _) = harness.exchange("a");
        harness.answer(&exchange, refused());
        assert_eq!(harness.consent().notice, Some(notice));
        let (tell, _) = harness.next();
        assert_eq!(tell.action, Action::NotifyPhone(FormOutcome::Refused));
        // What is said of one code is not said of the next.
        harness.event(ticket, SignInEvent::Code(carried_code("b")));
        let (exchange, _) = harness.exchange("b");
        harness.answer(&exchange, refused());
        assert_eq!(harness.consent().notice, Some(Notice::CodeRefused));
    }
}

#[test]
fn a_code_that_its_service_burns_is_sent_once_whatever_happened() {
    for trouble in [
        Trouble::Offline,
        Trouble::Unreachable,
        Trouble::Timeout,
        Trouble::Busy,
        Trouble::ServiceDown,
        Trouble::Malformed,
    ] {
        let (mut harness, ticket) = Harness::browser();
        harness.event(ticket, SignInEvent::Code(carried_code("a")));
        let (exchange, _) = harness.exchange("a");
        harness.answer(&exchange, failed(trouble, CodeState::Spent));
        assert_eq!(harness.stopped(), Stop::CodeLost(trouble));
        harness.order();
        harness.sleep(10_000);
        assert_eq!(harness.machine.next_action(harness.now), None);
        harness.apply(Intent::TryNow);
        assert_eq!(
            harness.order().action,
            Action::Begin(SignInMethod::Browser),
            "anew"
        );
    }
}

#[test]
fn a_carried_code_that_is_refused_is_asked_for_again_on_the_same_page() {
    let (mut harness, ticket) = Harness::carried();
    for code in ["a", "b"] {
        harness.sleep(600);
        harness.event(ticket, SignInEvent::Code(carried_code(code)));
        let (exchange, _) = harness.exchange(code);
        harness.answer(&exchange, refused());
        assert_eq!(
            harness.order().action,
            Action::NotifyPhone(FormOutcome::Refused)
        );
        assert_eq!(harness.machine.receiver, Some(ticket));
        assert_eq!(harness.consent().code_source, CodeSource::Phone(page()));
        assert_eq!(harness.machine.next_action(harness.now), None);
    }
    let (_, at) = harness.next();
    assert_eq!(at, 30 * 60, "the page is open no longer for that");
    assert_eq!(harness.stopped(), Stop::TimeOver(SignInMethod::ManualCode));
}

#[test]
fn a_code_that_a_browser_brought_and_that_is_refused_ends_the_sign_in() {
    let (mut harness, ticket) = Harness::browser();
    harness.event(ticket, SignInEvent::Code(carried_code("a")));
    let (exchange, _) = harness.exchange("a");
    harness.answer(&exchange, refused());
    assert_eq!(harness.stopped(), Stop::CodeRefused);
}

#[test]
fn a_second_code_is_ignored_while_one_is_exchanged() {
    let (mut harness, ticket) = Harness::with_code();
    let (exchange, _) = harness.exchange("a");
    harness.event(ticket, SignInEvent::Code(carried_code("b")));
    harness.apply(Intent::Typed(carried_code("c")));
    harness.answer(&exchange, busy(None));
    harness.event(ticket, SignInEvent::Code(carried_code("b")));
    harness.exchange("a");
}

#[test]
fn what_ends_on_the_page_takes_nothing_from_a_code_that_is_here() {
    for event in [
        SignInEvent::Closed,
        SignInEvent::TimeOver,
        SignInEvent::Denied,
    ] {
        let (mut harness, ticket) = Harness::with_code();
        let (exchange, _) = harness.exchange("a");
        harness.event(ticket, event.clone());
        assert_eq!(harness.machine.view(), View::Exchanging { trouble: None });
        harness.answer(&exchange, refused());
        let closed = event == SignInEvent::Closed;
        assert_eq!(
            matches!(harness.machine.view(), View::Stopped(Stop::PageClosed)),
            closed,
            "no code is waited for on a page that is closed"
        );
    }
    let (mut harness, ticket) = Harness::with_code();
    let (exchange, _) = harness.exchange("a");
    harness.event(ticket, SignInEvent::Closed);
    harness.answer(&exchange, ActionResult::Exchanged(Ok(token())));
    assert_eq!(harness.machine.view(), View::Storing);
}

#[test]
fn a_code_may_be_typed_with_a_page_and_without_one() {
    for code_source in [
        CodeSource::Phone(page()),
        CodeSource::Typing(NoPhone::NoNetwork),
    ] {
        let mut harness = harness(super::sign_in::BY_HAND);
        let phone = matches!(code_source, CodeSource::Phone(_));
        harness.begin(code_source);
        harness.apply(Intent::Typed(carried_code("a")));
        let (exchange, _) = harness.exchange("a");
        harness.answer(&exchange, refused());
        if phone {
            assert_eq!(
                harness.order().action,
                Action::NotifyPhone(FormOutcome::Refused)
            );
        }
        assert_eq!(harness.machine.next_action(harness.now), None);
        assert_eq!(harness.consent().notice, Some(Notice::CodeRefused));
        harness.sleep(5);
        harness.apply(Intent::Typed(carried_code("b")));
        let (exchange, _) = harness.exchange("b");
        harness.answer(&exchange, ActionResult::Exchanged(Ok(token())));
        assert_eq!(harness.machine.view(), View::Storing);
    }
    let mut harness = harness(super::sign_in::BY_HAND);
    harness.apply(Intent::Typed(carried_code("a")));
    let begin = harness.order();
    assert_eq!(
        begin.action,
        Action::Begin(SignInMethod::ManualCode),
        "before its time"
    );
}

#[test]
fn a_refused_code_is_followed_by_no_other_within_a_second() {
    let (mut harness, ticket) = Harness::with_code();
    let (exchange, _) = harness.exchange("a");
    harness.answer(&exchange, refused());
    harness.order();
    harness.event(ticket, SignInEvent::Code(carried_code("b")));
    assert_eq!(harness.exchange("b").1, 1);
}

#[test]
fn no_code_is_tried_for_longer_than_it_can_live() {
    let (mut harness, ticket) = Harness::carried();
    harness.sleep(29 * 60);
    harness.event(ticket, SignInEvent::Code(carried_code("a")));
    let end = loop {
        let (order, at) = harness.next();
        if order.action == Action::NotifyPhone(FormOutcome::Failed) {
            break at;
        }
        harness.answer(&order, busy(None));
    };
    assert_eq!(end, (29 + 30) * 60);
    assert_eq!(harness.stopped(), Stop::TimeOver(SignInMethod::ManualCode));
}

#[test]
fn trouble_of_before_is_not_told_of_a_code() {
    let mut harness = harness(&[SignInMethod::Code, SignInMethod::Browser]);
    harness.give_code("AAAAA");
    harness.poll(lost());
    harness.apply(Intent::SignIn(SignInMethod::Browser));
    let ticket = harness.begin(CodeSource::Browser);
    harness.event(ticket, SignInEvent::Code(carried_code("a")));
    assert_eq!(harness.machine.view(), View::Exchanging { trouble: None });
}

#[test]
fn a_token_that_comes_late_is_stored_all_the_same() {
    for (opened, answer) in [
        (
            true,
            ActionResult::Polled(Ok(PollOutcome::Authorized(token()))),
        ),
        (false, ActionResult::Exchanged(Ok(token()))),
    ] {
        let mut harness = harness(&[SignInMethod::Code, SignInMethod::Browser]);
        harness.give_code("AAAAA");
        let (poll, _) = harness.next();
        harness.apply(Intent::SignIn(SignInMethod::Browser));
        if opened {
            harness.begin(CodeSource::Browser);
        }
        harness.answer(&poll, answer);
        let store = harness.order();
        assert_eq!(store.action, Action::Store(token(), StoreChoice::Auto));
        harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
        assert_eq!(harness.machine.receiver, None, "no browser is waited for");
    }
}

#[test]
fn neither_a_code_nor_a_number_prints() {
    let (mut harness, ticket) = Harness::carried();
    let canary = AuthorizationCode::received("canary").unwrap();
    harness.event(ticket, SignInEvent::Code(canary));
    let shown = format!("{:?} {:?}", harness.machine, page());
    assert!(
        !shown.contains("canary") && !shown.contains("1234"),
        "{shown}"
    );
}

#[test]
fn where_no_token_comes_another_application_can_be_given_and_a_late_token_is_stored() {
    let (mut harness, _) = Harness::with_code();
    let (exchange, _) = harness.exchange("a");
    harness.answer(&exchange, failed(Trouble::Dns, CodeState::Alive));
    assert_eq!(harness.order().action, Action::TellTrouble);
    let (late, _) = harness.exchange("a");
    harness.apply(Intent::SetUp);
    assert!(matches!(harness.machine.view(), View::SettingUp(_)));
    harness.assert_told(FormOutcome::Failed);
    harness.answer(&late, ActionResult::Exchanged(Ok(token())));
    assert_eq!(harness.machine.view(), View::Storing);
}
