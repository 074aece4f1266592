//! What the person looks like: rule 12.

use super::*;
use crate::auth::PictureAddress;
use crate::auth::portrait::Portrait;

pub(super) fn at(name: &str) -> PictureAddress {
    let url = format!("https://simkl.in/avatars/{name}.jpg");
    PictureAddress::new(Url::parse(&url).unwrap())
}

pub(super) fn portrait() -> Portrait {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(16, 16)
        .write_to(&mut png, image::ImageFormat::Png)
        .unwrap();
    Portrait::decode(png.get_ref()).unwrap()
}

fn with_picture(name: &str) -> ActionResult {
    ActionResult::TokenChecked(Ok(Profile {
        picture: Some(at(name)),
        ..profile()
    }))
}

fn shown(table: &Table) -> Option<Portrait> {
    match table.machine.view() {
        View::Paired { portrait, .. } => portrait,
        other => panic!("not paired: {}", other.name()),
    }
}

/// Paired at an earlier launch and checked; the order for the picture is under way.
fn asked() -> (Table, ActionRequest) {
    let mut table = Table::paired_earlier();
    let check = table.order();
    table.answer(&check, with_picture("1"));
    let remember = table.order();
    assert_eq!(remember.action, Action::Remember(ann()));
    let picture = table.order();
    assert_eq!(picture.action, Action::Picture(at("1")));
    table.answer(&remember, ActionResult::Done);
    (table, picture)
}

#[test]
fn a_fresh_pairing_is_stored_and_named_before_its_picture_is_asked_for() {
    let mut table = Table::waiting();
    table.poll(Ok(PollOutcome::Authorized(token())));
    let store = table.order();
    assert_eq!(store.action, Action::Store(token(), StoreChoice::AsSet));
    assert_eq!(table.machine.next_action(table.now), None);
    table.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    let look_up = table.order();
    assert_eq!(look_up.action, Action::CheckToken(token()));
    assert_eq!(table.machine.next_action(table.now), None);
    table.answer(&look_up, with_picture("1"));
    assert_eq!(table.order().action, Action::Remember(ann()));
    assert_eq!(table.order().action, Action::Picture(at("1")));
}

#[test]
fn a_stored_pairing_gets_its_picture_once_it_was_checked() {
    let (mut table, picture) = asked();
    assert_eq!(shown(&table), None, "paired all the same");
    let portrait = portrait();
    table.answer(&picture, ActionResult::Pictured(Some(portrait.clone())));
    assert_eq!(shown(&table), Some(portrait));
    assert_eq!(table.machine.next_action(table.now), None);
    assert_eq!(table.machine.next_deadline(), None);
}

#[test]
fn a_picture_that_does_not_come_is_not_asked_for_again() {
    let (mut table, picture) = asked();
    table.answer(&picture, ActionResult::Pictured(None));
    assert_eq!(shown(&table), None);
    table.sleep(10_000);
    table.machine.apply(Intent::TryNow, table.now);
    assert_eq!(table.machine.next_action(table.now), None);
}

#[test]
fn nothing_waits_for_a_picture() {
    let (mut table, picture) = asked();
    table
        .machine
        .apply(Intent::Move(StoreChoice::InFile), table.now);
    let moving = table.order();
    assert_eq!(moving.action, Action::Move(StoreChoice::InFile));
    table.answer(&moving, ActionResult::Moved(Ok(StoreLocation::Demo)));
    assert!(!table.machine.is_storing(), "nor does leaving");
    table.answer(&picture, ActionResult::Pictured(Some(portrait())));
    assert!(shown(&table).is_some());
}

#[test]
fn a_picture_of_somebody_who_has_left_is_dropped() {
    for wish in [Intent::Unpair, Intent::PairAgain] {
        let (mut table, picture) = asked();
        table.machine.apply(wish.clone(), table.now);
        if wish == Intent::Unpair {
            let forget = table.order();
            assert_eq!(forget.action, Action::Forget(token()), "at once");
            table.answer(&forget, ActionResult::Forgotten(Ok(true)));
        }
        table.give_code("AAAAA");
        table.answer(&picture, ActionResult::Pictured(Some(portrait())));
        assert_eq!(table.shown_code(), "AAAAA");
        table.poll(Ok(PollOutcome::Authorized(token())));
        let store = table.order();
        table.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
        table.answer(&picture, ActionResult::Pictured(Some(portrait())));
        assert_eq!(shown(&table), None, "whoever this is now");
    }
}

#[test]
fn no_picture_is_asked_for_while_a_pairing_is_being_forgotten() {
    let mut table = Table::paired_earlier();
    let check = table.order();
    table.answer(&check, with_picture("1"));
    table.machine.apply(Intent::Unpair, table.now);
    assert_eq!(table.order().action, Action::Forget(token()));
    assert_eq!(table.machine.next_action(table.now), None);
}

#[test]
fn an_account_looked_up_again_asks_only_for_another_picture() {
    let (mut table, picture) = asked();
    let first = portrait();
    table.answer(&picture, ActionResult::Pictured(Some(first.clone())));
    for (name, again) in [("1", false), ("2", true)] {
        table.machine.apply(Intent::Unpair, table.now);
        let forget = table.order();
        table.answer(&forget, ActionResult::Forgotten(Err(StoreTrouble::Locked)));
        assert_eq!(shown(&table), Some(first.clone()), "it was not forgotten");
        let check = table.order();
        table.answer(&check, with_picture(name));
        let order = table.machine.next_action(table.now);
        let wanted = again.then(|| Action::Picture(at(name)));
        assert_eq!(order.map(|order| order.action), wanted);
    }
    assert_eq!(shown(&table), None, "the old one is no longer theirs");
}

#[test]
fn a_picture_that_is_gone_from_the_account_is_gone_from_the_screen() {
    let (mut table, picture) = asked();
    table.answer(&picture, ActionResult::Pictured(Some(portrait())));
    table.machine.apply(Intent::Unpair, table.now);
    let forget = table.order();
    table.answer(&forget, ActionResult::Forgotten(Err(StoreTrouble::Locked)));
    let check = table.order();
    table.answer(&check, ActionResult::TokenChecked(Ok(profile())));
    assert_eq!(shown(&table), None);
    assert_eq!(table.machine.next_action(table.now), None);
}
