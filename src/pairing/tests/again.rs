//! A new pairing in place of a stored one: the old one stays until then, and another account is noticed.

use super::consent::{page, plan};
use super::*;
use crate::authorization::ClientCredentials;

fn profile_of(id: &str) -> Answer {
    Answer::LookedUp(Ok(Profile {
        account: Account {
            id: id.into(),
            name: String::new(),
        },
        picture: None,
    }))
}

/// Paired as account 4242, of a service whose application can be given on the page for a phone.
fn paired() -> Table {
    let start = Instant::now();
    let machine = Pairing::new(plan(&[Way::Code], true), start);
    let mut table = Table {
        machine,
        start,
        now: start,
    };
    let load = table.order();
    let kept = Kept {
        token: token(),
        account: None,
        place: Place::Keyring,
    };
    table.answer(&load, Answer::Loaded(Ok(Some(kept))));
    learn(&mut table, "4242");
    table
}

fn learn(table: &mut Table, id: &str) {
    let look_up = table.order();
    table.answer(&look_up, profile_of(id));
    while let Some(order) = table.machine.next_order(table.now) {
        table.answer(&order, Answer::Remembered);
    }
}

/// Approves the code on the screen with an account; whose pairing was replaced.
fn approve(table: &mut Table, id: &str) -> Option<String> {
    table.give_code("AAAAA");
    table.poll(Ok(PollOutcome::Authorized(token())));
    let store = table.order();
    assert!(matches!(store.action, Action::Store(..)), "{store:?}");
    table.answer(&store, Answer::Stored(Ok(Place::Keyring)));
    learn(table, id);
    let View::Paired { instead_of, .. } = table.machine.view() else {
        panic!("it is paired")
    };
    instead_of.map(|account| account.id)
}

#[test]
fn another_account_than_before_is_noticed() {
    let mut table = paired();
    table.machine.wish(Intent::PairAgain, table.now);
    assert_eq!(approve(&mut table, "7").as_deref(), Some("4242"));
    // Once more with the same one.
    table.machine.wish(Intent::PairAgain, table.now);
    assert_eq!(approve(&mut table, "7"), None);
}

#[test]
fn the_account_of_a_pairing_that_was_forgotten_is_not_missed() {
    let mut table = paired();
    table.machine.wish(Intent::Unpair, table.now);
    let forget = table.order();
    table.answer(&forget, Answer::Forgotten(Ok(true)));
    assert_eq!(approve(&mut table, "7"), None);
}

#[test]
fn a_paired_television_takes_another_application_and_keeps_its_pairing_meanwhile() {
    let mut table = paired();
    table.machine.wish(Intent::SetUp, table.now);
    let ask = table.order();
    assert_eq!(ask.action, Action::AskForClient(Way::Code));
    table.answer(&ask, Answer::AskingForClient(Ok(page())));
    let client = ClientCredentials {
        id: "new".into(),
        secret: None,
    };
    table
        .machine
        .event(ask.ticket, Event::Client(client.clone()), table.now);
    let keep = table.order();
    assert_eq!(keep.action, Action::KeepClient(client));
    table.answer(&keep, Answer::KeptClient(true));
    let tell = table.order();
    assert_eq!(tell.action, Action::TellPhone(Told::SetUp));
    assert_eq!(approve(&mut table, "7").as_deref(), Some("4242"));
}
