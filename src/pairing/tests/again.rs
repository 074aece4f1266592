//! A new pairing in place of a stored one: the old one stays until then, and another account is noticed.

use super::sign_in::{page, plan};
use super::*;
use crate::auth::{ClientCredentials, Quota};

fn profile_of(id: &str) -> ActionResult {
    ActionResult::TokenChecked(Ok(Profile {
        account: Account {
            id: id.into(),
            name: String::new(),
        },
        picture: None,
    }))
}

/// Paired as account 4242, of a service whose application can be given on the page for a phone.
fn paired() -> Harness {
    let mut harness = loaded();
    learn(&mut harness, "4242");
    harness
}

/// The same before it is known whose it is.
fn loaded() -> Harness {
    let start = Instant::now();
    let machine = Pairing::new(plan(&[SignInMethod::Code], true), start);
    let mut harness = Harness {
        machine,
        start,
        now: start,
    };
    let load = harness.order();
    let kept = StoredPairing {
        token: token(),
        account: None,
        place: StoreLocation::Keyring,
    };
    harness.answer(&load, ActionResult::Loaded(Ok(Some(kept))));
    harness
}

fn learn(harness: &mut Harness, id: &str) {
    let look_up = harness.order();
    harness.answer(&look_up, profile_of(id));
    while let Some(order) = harness.machine.next_action(harness.now) {
        harness.answer(&order, ActionResult::Done);
    }
}

/// Approves the code on the screen with an account; whose pairing was replaced.
fn approve(harness: &mut Harness, id: &str) -> Option<String> {
    harness.give_code("AAAAA");
    approve_shown(harness, id)
}

fn approve_shown(harness: &mut Harness, id: &str) -> Option<String> {
    harness.poll(Ok(PollOutcome::Authorized(token())));
    let store = harness.order();
    assert!(matches!(store.action, Action::Store(..)), "{store:?}");
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    learn(harness, id);
    let View::Paired { instead_of, .. } = harness.machine.view() else {
        panic!("it is paired")
    };
    instead_of.map(|account| account.id)
}

#[test]
fn another_account_than_before_is_noticed() {
    let mut harness = paired();
    harness.machine.apply(Intent::PairAgain, harness.now);
    assert_eq!(approve(&mut harness, "7").as_deref(), Some("4242"));
    // Once more with the same one.
    harness.machine.apply(Intent::PairAgain, harness.now);
    assert_eq!(approve(&mut harness, "7"), None);
}

#[test]
fn the_account_of_a_pairing_that_was_forgotten_is_not_missed() {
    let mut harness = paired();
    harness.machine.apply(Intent::Unpair, harness.now);
    let forget = harness.order();
    harness.answer(&forget, ActionResult::Forgotten(Ok(true)));
    harness.machine.apply(Intent::TryNow, harness.now);
    assert_eq!(approve(&mut harness, "7"), None);
}

#[test]
fn a_paired_television_takes_another_application_and_keeps_its_pairing_meanwhile() {
    let mut harness = paired();
    harness.machine.apply(Intent::SetUp, harness.now);
    let ask = harness.order();
    assert_eq!(ask.action, Action::AskForClient(SignInMethod::Code));
    harness.answer(&ask, ActionResult::AskingForClient(Ok(page())));
    let client = ClientCredentials {
        id: "new".into(),
        secret: None,
    };
    harness
        .machine
        .event(ask.ticket, SignInEvent::Client(client.clone()), harness.now);
    let keep = harness.order();
    assert_eq!(keep.action, Action::KeepClient(client));
    harness.answer(&keep, ActionResult::KeptClient(true));
    harness.give_code("AAAAA");
    let tell = harness.order();
    assert_eq!(tell.action, Action::NotifyPhone(FormOutcome::SetUp));
    let before = approve_shown(&mut harness, "7");
    assert_eq!(before.as_deref(), Some("4242"));
}

#[test]
fn an_account_whose_number_is_not_told_is_not_taken_for_another_one() {
    let mut harness = paired();
    harness.machine.apply(Intent::PairAgain, harness.now);
    assert_eq!(approve(&mut harness, ""), None);
}

#[test]
fn a_pairing_that_was_forgotten_before_it_had_a_name_is_not_missed_either() {
    let mut harness = paired();
    harness.machine.apply(Intent::PairAgain, harness.now);
    harness.give_code("AAAAA");
    harness.poll(Ok(PollOutcome::Authorized(token())));
    let store = harness.order();
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    let look_up = harness.order();
    let refused = RequestError::Rejected(Rejection::Scope);
    harness.answer(&look_up, ActionResult::TokenChecked(Err(refused)));
    harness.machine.apply(Intent::Unpair, harness.now);
    let forget = harness.order();
    harness.answer(&forget, ActionResult::Forgotten(Ok(true)));
    harness.machine.apply(Intent::TryNow, harness.now);
    assert_eq!(approve(&mut harness, "7"), None);
}

#[test]
fn a_pairing_that_is_refreshed_keeps_its_application() {
    let mut harness = paired();
    harness.machine.apply(Intent::PairAgain, harness.now);
    harness.give_code("AAAAA");
    let refreshable = Token {
        refresh_token: Some(Secret::new("refresh")),
        ..token()
    };
    harness.poll(Ok(PollOutcome::Authorized(refreshable)));
    let store = harness.order();
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    learn(&mut harness, "4242");
    harness.machine.apply(Intent::SetUp, harness.now);
    assert!(matches!(harness.machine.view(), View::Paired { .. }));
    assert_eq!(harness.machine.next_action(harness.now), None);
}

#[test]
fn a_page_for_another_application_that_is_not_used_leads_back_to_the_pairing() {
    for by_event in [true, false] {
        let mut harness = paired();
        harness.machine.apply(Intent::SetUp, harness.now);
        let ask = harness.order();
        harness.answer(&ask, ActionResult::AskingForClient(Ok(page())));
        if by_event {
            let ticket = ask.ticket;
            harness
                .machine
                .event(ticket, SignInEvent::TimeOver, harness.now);
        } else {
            harness.sleep(30 * 60);
        }
        let told = harness.order();
        assert_eq!(told.action, Action::NotifyPhone(FormOutcome::Failed));
        assert_eq!(harness.order().action, Action::Load);
        assert_eq!(harness.machine.receiver, None);
    }
}

#[test]
fn the_daily_quota_of_a_person_holds_for_no_code() {
    let over = RequestError::Transient {
        trouble: Trouble::DailyLimit(Quota::Person, None),
        retry_after: Some(Duration::from_secs(40_000)),
    };
    for intent in [Intent::PairAgain, Intent::Unpair] {
        let mut harness = loaded();
        let look_up = harness.order();
        harness.answer(&look_up, ActionResult::TokenChecked(Err(over.clone())));
        harness.machine.apply(intent.clone(), harness.now);
        if intent == Intent::Unpair {
            let forget = harness.order();
            harness.answer(&forget, ActionResult::Forgotten(Ok(true)));
            harness.machine.apply(Intent::TryNow, harness.now);
        }
        let next = harness.order();
        assert_eq!(next.action, Action::RequestCode(Flow::Pin), "{intent:?}");
    }
}

#[test]
fn where_no_page_for_another_application_can_be_used_trying_again_leads_back_to_the_pairing() {
    let no_phone = StartError::NoPhone(NoPhone::NoNetwork);
    for opened in [Ok(page()), Err(no_phone)] {
        let mut harness = paired();
        harness.machine.apply(Intent::SetUp, harness.now);
        let ask = harness.order();
        let is_open = opened.is_ok();
        harness.answer(&ask, ActionResult::AskingForClient(opened));
        if is_open {
            harness
                .machine
                .event(ask.ticket, SignInEvent::Closed, harness.now);
            harness.assert_told(FormOutcome::Failed);
        }
        assert!(matches!(harness.machine.view(), View::Stopped(_)));
        harness.machine.apply(Intent::TryNow, harness.now);
        assert_eq!(harness.order().action, Action::Load);
    }
}
