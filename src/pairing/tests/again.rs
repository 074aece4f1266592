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
fn paired() -> Table {
    let mut table = loaded();
    learn(&mut table, "4242");
    table
}

/// The same before it is known whose it is.
fn loaded() -> Table {
    let start = Instant::now();
    let machine = Pairing::new(plan(&[SignInMethod::Code], true), start);
    let mut table = Table {
        machine,
        start,
        now: start,
    };
    let load = table.order();
    let kept = StoredPairing {
        token: token(),
        account: None,
        place: StoreLocation::Keyring,
    };
    table.answer(&load, ActionResult::Loaded(Ok(Some(kept))));
    table
}

fn learn(table: &mut Table, id: &str) {
    let look_up = table.order();
    table.answer(&look_up, profile_of(id));
    while let Some(order) = table.machine.next_action(table.now) {
        table.answer(&order, ActionResult::Done);
    }
}

/// Approves the code on the screen with an account; whose pairing was replaced.
fn approve(table: &mut Table, id: &str) -> Option<String> {
    table.give_code("AAAAA");
    table.poll(Ok(PollOutcome::Authorized(token())));
    let store = table.order();
    assert!(matches!(store.action, Action::Store(..)), "{store:?}");
    table.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    learn(table, id);
    let View::Paired { instead_of, .. } = table.machine.view() else {
        panic!("it is paired")
    };
    instead_of.map(|account| account.id)
}

#[test]
fn another_account_than_before_is_noticed() {
    let mut table = paired();
    table.machine.apply(Intent::PairAgain, table.now);
    assert_eq!(approve(&mut table, "7").as_deref(), Some("4242"));
    // Once more with the same one.
    table.machine.apply(Intent::PairAgain, table.now);
    assert_eq!(approve(&mut table, "7"), None);
}

#[test]
fn the_account_of_a_pairing_that_was_forgotten_is_not_missed() {
    let mut table = paired();
    table.machine.apply(Intent::Unpair, table.now);
    let forget = table.order();
    table.answer(&forget, ActionResult::Forgotten(Ok(true)));
    assert_eq!(approve(&mut table, "7"), None);
}

#[test]
fn a_paired_television_takes_another_application_and_keeps_its_pairing_meanwhile() {
    let mut table = paired();
    table.machine.apply(Intent::SetUp, table.now);
    let ask = table.order();
    assert_eq!(ask.action, Action::AskForClient(SignInMethod::Code));
    table.answer(&ask, ActionResult::AskingForClient(Ok(page())));
    let client = ClientCredentials {
        id: "new".into(),
        secret: None,
    };
    table
        .machine
        .event(ask.ticket, SignInEvent::Client(client.clone()), table.now);
    let keep = table.order();
    assert_eq!(keep.action, Action::KeepClient(client));
    table.answer(&keep, ActionResult::KeptClient(true));
    let tell = table.order();
    assert_eq!(tell.action, Action::NotifyPhone(FormOutcome::SetUp));
    assert_eq!(approve(&mut table, "7").as_deref(), Some("4242"));
}

#[test]
fn an_account_whose_number_is_not_told_is_not_taken_for_another_one() {
    let mut table = paired();
    table.machine.apply(Intent::PairAgain, table.now);
    assert_eq!(approve(&mut table, ""), None);
}

#[test]
fn a_pairing_that_was_forgotten_before_it_had_a_name_is_not_missed_either() {
    let mut table = paired();
    table.machine.apply(Intent::PairAgain, table.now);
    table.give_code("AAAAA");
    table.poll(Ok(PollOutcome::Authorized(token())));
    let store = table.order();
    table.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    let look_up = table.order();
    let refused = RequestError::Rejected(Rejection::Scope);
    table.answer(&look_up, ActionResult::TokenChecked(Err(refused)));
    table.machine.apply(Intent::Unpair, table.now);
    let forget = table.order();
    table.answer(&forget, ActionResult::Forgotten(Ok(true)));
    assert_eq!(approve(&mut table, "7"), None);
}

#[test]
fn a_pairing_that_is_refreshed_keeps_its_application() {
    let mut table = paired();
    table.machine.apply(Intent::PairAgain, table.now);
    table.give_code("AAAAA");
    let refreshable = Token {
        refresh_token: Some(Secret::new("refresh")),
        ..token()
    };
    table.poll(Ok(PollOutcome::Authorized(refreshable)));
    let store = table.order();
    table.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    learn(&mut table, "4242");
    table.machine.apply(Intent::SetUp, table.now);
    assert!(matches!(table.machine.view(), View::Paired { .. }));
    assert_eq!(table.machine.next_action(table.now), None);
}

#[test]
fn a_page_for_another_application_that_is_not_used_leads_back_to_the_pairing() {
    for by_event in [true, false] {
        let mut table = paired();
        table.machine.apply(Intent::SetUp, table.now);
        let ask = table.order();
        table.answer(&ask, ActionResult::AskingForClient(Ok(page())));
        if by_event {
            let ticket = ask.ticket;
            table
                .machine
                .event(ticket, SignInEvent::TimeOver, table.now);
        } else {
            table.sleep(30 * 60);
        }
        let told = table.order();
        assert_eq!(told.action, Action::NotifyPhone(FormOutcome::Failed));
        assert_eq!(table.order().action, Action::Load);
        assert_eq!(table.machine.receiver, None);
    }
}

#[test]
fn the_daily_quota_of_a_person_holds_for_no_code() {
    let over = RequestError::Transient {
        trouble: Trouble::DailyLimit(Quota::Person, None),
        retry_after: Some(Duration::from_secs(40_000)),
    };
    for intent in [Intent::PairAgain, Intent::Unpair] {
        let mut table = loaded();
        let look_up = table.order();
        table.answer(&look_up, ActionResult::TokenChecked(Err(over.clone())));
        table.machine.apply(intent.clone(), table.now);
        if intent == Intent::Unpair {
            let forget = table.order();
            table.answer(&forget, ActionResult::Forgotten(Ok(true)));
        }
        let next = table.order();
        assert_eq!(next.action, Action::RequestCode(Flow::Pin), "{intent:?}");
    }
}

#[test]
fn where_no_page_for_another_application_can_be_used_trying_again_leads_back_to_the_pairing() {
    let no_phone = StartError::NoPhone(NoPhone::NoNetwork);
    for opened in [Ok(page()), Err(no_phone)] {
        let mut table = paired();
        table.machine.apply(Intent::SetUp, table.now);
        let ask = table.order();
        let is_open = opened.is_ok();
        table.answer(&ask, ActionResult::AskingForClient(opened));
        if is_open {
            table
                .machine
                .event(ask.ticket, SignInEvent::Closed, table.now);
            table.assert_told(FormOutcome::Failed);
        }
        assert!(matches!(table.machine.view(), View::Stopped(_)));
        table.machine.apply(Intent::TryNow, table.now);
        assert_eq!(table.order().action, Action::Load);
    }
}
