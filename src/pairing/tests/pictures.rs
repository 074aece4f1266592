//! What the person looks like: rule 12.

use super::*;
use crate::auth::portrait::Portrait;
use crate::auth::{KeyringTrouble, PictureAddress};

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

fn shown(harness: &Harness) -> Option<Portrait> {
    match harness.machine.view() {
        View::Paired { portrait, .. } => portrait,
        other => panic!("not paired: {}", other.name()),
    }
}

/// Paired at an earlier launch and checked; the order for the picture is under way.
fn asked() -> (Harness, ActionRequest) {
    let mut harness = Harness::paired_earlier();
    let check = harness.order();
    harness.answer(&check, with_picture("1"));
    let remember = harness.order();
    assert_eq!(remember.action, Action::Remember(ann()));
    let picture = harness.order();
    assert_eq!(picture.action, Action::Picture(at("1")));
    harness.answer(&remember, ActionResult::Done);
    (harness, picture)
}

#[test]
fn a_fresh_pairing_is_stored_and_named_before_its_picture_is_asked_for() {
    let mut harness = Harness::waiting();
    harness.poll(Ok(PollOutcome::Authorized(token())));
    let store = harness.order();
    assert_eq!(store.action, Action::Store(token(), StoreChoice::Auto));
    assert_eq!(harness.machine.next_action(harness.now), None);
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    let look_up = harness.order();
    assert_eq!(look_up.action, Action::CheckToken(token()));
    assert_eq!(harness.machine.next_action(harness.now), None);
    harness.answer(&look_up, with_picture("1"));
    assert_eq!(harness.order().action, Action::Remember(ann()));
    assert_eq!(harness.order().action, Action::Picture(at("1")));
}

#[test]
fn a_stored_pairing_gets_its_picture_once_it_was_checked() {
    let (mut harness, picture) = asked();
    assert_eq!(shown(&harness), None, "paired all the same");
    let portrait = portrait();
    harness.answer(&picture, ActionResult::Pictured(Some(portrait.clone())));
    assert_eq!(shown(&harness), Some(portrait));
    assert_eq!(harness.machine.next_action(harness.now), None);
    assert_eq!(harness.machine.next_deadline(), None);
}

#[test]
fn a_picture_that_does_not_come_is_not_asked_for_again() {
    let (mut harness, picture) = asked();
    harness.answer(&picture, ActionResult::Pictured(None));
    assert_eq!(shown(&harness), None);
    harness.sleep(10_000);
    harness.machine.apply(Intent::TryNow, harness.now);
    assert_eq!(harness.machine.next_action(harness.now), None);
}

#[test]
fn nothing_waits_for_a_picture() {
    let (mut harness, picture) = asked();
    harness
        .machine
        .apply(Intent::Move(StoreChoice::InFile), harness.now);
    let moving = harness.order();
    assert_eq!(moving.action, Action::Move(StoreChoice::InFile));
    harness.answer(&moving, ActionResult::Moved(Ok(StoreLocation::Demo)));
    assert!(!harness.machine.is_storing(), "nor does leaving");
    harness.answer(&picture, ActionResult::Pictured(Some(portrait())));
    assert!(shown(&harness).is_some());
}

#[test]
fn a_picture_of_an_account_that_was_left_is_dropped() {
    for intent in [Intent::Unpair, Intent::PairAgain] {
        let (mut harness, picture) = asked();
        harness.machine.apply(intent.clone(), harness.now);
        if intent == Intent::Unpair {
            let forget = harness.order();
            assert_eq!(forget.action, Action::Forget(token()), "at once");
            harness.answer(&forget, ActionResult::Forgotten(Ok(true)));
            harness.machine.apply(Intent::TryNow, harness.now);
        }
        harness.give_code("AAAAA");
        harness.answer(&picture, ActionResult::Pictured(Some(portrait())));
        assert_eq!(harness.shown_code(), "AAAAA");
        harness.poll(Ok(PollOutcome::Authorized(token())));
        let store = harness.order();
        harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
        harness.answer(&picture, ActionResult::Pictured(Some(portrait())));
        assert_eq!(shown(&harness), None, "whoever this is now");
    }
}

#[test]
fn no_picture_is_asked_for_while_a_pairing_is_being_forgotten() {
    let mut harness = Harness::paired_earlier();
    let check = harness.order();
    harness.answer(&check, with_picture("1"));
    harness.machine.apply(Intent::Unpair, harness.now);
    assert_eq!(harness.order().action, Action::Forget(token()));
    assert_eq!(harness.machine.next_action(harness.now), None);
}

#[test]
fn an_account_looked_up_again_asks_only_for_another_picture() {
    let (mut harness, picture) = asked();
    let first = portrait();
    harness.answer(&picture, ActionResult::Pictured(Some(first.clone())));
    for (name, again) in [("1", false), ("2", true)] {
        harness.machine.apply(Intent::Unpair, harness.now);
        let forget = harness.order();
        harness.answer(
            &forget,
            ActionResult::Forgotten(Err(StoreError::Locked(KeyringTrouble::Locked))),
        );
        assert_eq!(shown(&harness), Some(first.clone()), "it was not forgotten");
        let check = harness.order();
        harness.answer(&check, with_picture(name));
        let order = harness.machine.next_action(harness.now);
        let wanted = again.then(|| Action::Picture(at(name)));
        assert_eq!(order.map(|order| order.action), wanted);
    }
    assert_eq!(shown(&harness), None, "the old one is no longer theirs");
}

#[test]
fn a_picture_that_is_gone_from_the_account_is_gone_from_the_screen() {
    let (mut harness, picture) = asked();
    harness.answer(&picture, ActionResult::Pictured(Some(portrait())));
    harness.machine.apply(Intent::Unpair, harness.now);
    let forget = harness.order();
    harness.answer(
        &forget,
        ActionResult::Forgotten(Err(StoreError::Locked(KeyringTrouble::Locked))),
    );
    let check = harness.order();
    harness.answer(&check, ActionResult::TokenChecked(Ok(profile())));
    assert_eq!(shown(&harness), None);
    assert_eq!(harness.machine.next_action(harness.now), None);
}
