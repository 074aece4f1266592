//! What the page that took the application shows beside a code on this screen (rule 21).

use super::sign_in::{client, page, plan};
use super::*;
use crate::auth::FormOutcome;

/// A phone has sent the client id, and the code is requested.
fn set_up(unattended: Unattended) -> Harness {
    let start = Instant::now();
    let plan = Plan {
        unattended_codes: unattended,
        ..plan(&[SignInMethod::Code], true)
    };
    let mut harness = Harness {
        machine: Pairing::new(plan, start),
        start,
        now: start,
    };
    let load = harness.order();
    harness.answer(&load, ActionResult::Loaded(Ok(None)));
    harness.apply(Intent::SetUp);
    let ask = harness.order();
    assert_eq!(ask.action, Action::AskForClient(SignInMethod::Code));
    harness.answer(&ask, ActionResult::AskingForClient(Ok(page())));
    harness.event(ask.ticket, client());
    let keep = harness.order();
    harness.answer(&keep, ActionResult::KeptClient(true));
    assert_eq!(harness.machine.receiver, Some(ask.ticket), "it stays open");
    harness
}

/// The same with a code, which the phone has.
fn on_phone(unattended: Unattended) -> Harness {
    let mut harness = set_up(unattended);
    harness.give("AAAA-BBBB");
    harness
}

impl Harness {
    /// A code comes, and the phone gets it at once.
    fn give(&mut self, text: &str) {
        let (request, _) = self.next();
        assert!(matches!(request.action, Action::RequestCode(_)));
        let code = device_code(text);
        self.answer(&request, ActionResult::Code(Ok(code.clone())));
        let show = Action::ShowOnPhone(Box::new(code));
        assert_eq!(self.order().action, show);
        assert_eq!(self.machine.next_action(self.now), None, "once");
    }
}

#[test]
fn the_page_that_took_the_client_id_goes_on_to_the_code_and_sees_the_end() {
    let mut harness = on_phone(Unattended::AtMost(4));
    assert_eq!(harness.shown_code(), "AAAA-BBBB");
    harness.poll(Ok(PollOutcome::Authorized(token())));
    let store = harness.order();
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    harness.assert_told(FormOutcome::Done);
    assert_eq!(harness.machine.receiver, None);
}

#[test]
fn the_page_goes_on_to_each_new_code() {
    let mut harness = on_phone(Unattended::AtMost(4));
    harness.apply(Intent::NewCode);
    harness.give("CCCC-DDDD");
    harness.poll(Ok(PollOutcome::Expired));
    harness.give("EEEE-FFFF");
}

#[test]
fn the_page_is_told_of_a_sign_in_that_ends() {
    let mut harness = on_phone(Unattended::AtMost(4));
    harness.poll(Ok(PollOutcome::Denied));
    harness.assert_stopped(Stop::Denied);
    harness.assert_told(FormOutcome::Failed);
    let mut harness = on_phone(Unattended::AtMost(0));
    harness.poll(Ok(PollOutcome::Expired));
    assert_eq!(harness.machine.view(), View::Resting);
    harness.assert_told(FormOutcome::Failed);
    let mut harness = set_up(Unattended::AtMost(4));
    let (request, _) = harness.next();
    harness.answer(&request, ActionResult::Code(Err(refused(401))));
    assert!(matches!(harness.machine.view(), View::Stopped(_)));
    harness.assert_told(FormOutcome::Failed);
}

#[test]
fn a_code_by_which_the_token_is_asked_for_is_on_this_screen_only() {
    let mut harness = set_up(Unattended::AtMost(4));
    harness.give_code("AAAAA");
    harness.assert_told(FormOutcome::SetUp);
    assert_eq!(harness.machine.receiver, None);
    assert_eq!(harness.machine.next_action(harness.now), None);
}

#[test]
fn another_way_is_no_longer_the_phones() {
    for way in [SignInMethod::Code, SignInMethod::Browser] {
        let mut harness = on_phone(Unattended::AtMost(4));
        harness.machine.plan.ways.push(SignInMethod::Browser);
        harness.machine.plan.redirect_port = Some(8765);
        harness.apply(Intent::SignIn(way));
        harness.assert_told(FormOutcome::SetUp);
        assert_eq!(harness.machine.receiver, None);
    }
}

#[test]
fn where_a_browser_on_this_computer_goes_on_the_page_is_done() {
    let (mut harness, _) = Harness::browser();
    harness.apply(Intent::SetUp);
    let ask = harness.order();
    harness.answer(&ask, ActionResult::AskingForClient(Ok(page())));
    harness.event(ask.ticket, client());
    let keep = harness.order();
    harness.answer(&keep, ActionResult::KeptClient(true));
    harness.assert_told(FormOutcome::SetUp);
    assert_eq!(harness.order().action, Action::Begin(SignInMethod::Browser));
}

#[test]
fn the_view_tells_that_the_phone_waits_for_the_code_as_long_as_its_page_is_open() {
    let on_phone = |harness: &Harness| match harness.machine.view() {
        View::Asking { on_phone, .. } => on_phone,
        View::Waiting(waiting) => waiting.on_phone,
        other => panic!("{other:?}"),
    };
    let mut harness = set_up(Unattended::AtMost(4));
    assert!(on_phone(&harness));
    harness.give("AAAA-BBBB");
    assert!(on_phone(&harness));
    let ticket = harness.machine.receiver.unwrap();
    harness.event(ticket, SignInEvent::TimeOver);
    assert!(!on_phone(&harness), "its page is over");
    assert_eq!(harness.shown_code(), "AAAA-BBBB");
    let mut harness = super::sign_in::harness(&[SignInMethod::Code]);
    harness.give_code("AAAAA");
    assert!(!on_phone(&harness), "there was no phone");
}

#[test]
fn the_phone_is_told_once_that_the_service_cannot_be_reached() {
    let mut harness = set_up(Unattended::AtMost(4));
    for is_first in [true, false] {
        let (request, _) = harness.next();
        harness.answer(&request, ActionResult::Code(Err(Trouble::Offline.into())));
        if is_first {
            assert_eq!(harness.order().action, Action::TellTrouble);
        }
        assert_eq!(harness.machine.next_action(harness.now), None);
    }
    harness.give("AAAA-BBBB");
}
