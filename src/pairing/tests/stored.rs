//! What holds once there is a token: storing, checking, refusing, moving, forgetting; and stores that are shut.

use super::*;
use crate::auth::{KeyringTrouble, StoreError};

#[test]
fn a_failed_save_keeps_the_token_and_tries_again() {
    let mut harness = Harness::waiting();
    harness.poll(Ok(PollOutcome::Authorized(token())));
    let store = harness.order();
    let why = StoreError::NoAnswer;
    harness.answer(&store, ActionResult::Stored(Err(why.clone())));
    assert_eq!(
        harness.machine.view(),
        View::CannotStore { why, trying: false }
    );
    let before = harness.now;
    let (again, _) = harness.next();
    assert_eq!(
        again.action,
        Action::Store(token(), StoreChoice::Auto),
        "by itself"
    );
    assert_eq!(harness.now - before, Duration::from_secs(5));
    harness.answer(
        &again,
        ActionResult::Stored(Err(StoreError::Locked(KeyringTrouble::Locked))),
    );
    harness.machine.apply(Intent::TryNow, harness.now);
    let again = harness.order();
    assert_eq!(
        again.action,
        Action::Store(token(), StoreChoice::Auto),
        "and when asked"
    );
    harness.answer(&again, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    assert!(matches!(
        harness.machine.view(),
        View::Paired { fresh: true, .. }
    ));
}

#[test]
fn a_name_that_cannot_be_looked_up_never_fails_a_pairing() {
    let other = Rejection::Other {
        status: 404,
        error: String::new(),
    };
    for why in [Rejection::Token, Rejection::Scope, other] {
        let error = RequestError::Rejected(why.clone());
        let mut harness = Harness::waiting();
        harness.poll(Ok(PollOutcome::Authorized(token())));
        let store = harness.order();
        harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
        let look_up = harness.order();
        harness.answer(&look_up, ActionResult::TokenChecked(Err(error)));
        let View::Paired { check, .. } = harness.machine.view() else {
            panic!()
        };
        assert_eq!(check, Check::Refused(why));
        assert_eq!(harness.machine.next_deadline(), None);
    }
}

#[test]
fn a_stored_token_is_checked_at_launch() {
    let mut harness = Harness::paired_earlier();
    let check = harness.order();
    assert_eq!(check.action, Action::CheckToken(token()));
    harness.answer(&check, ActionResult::TokenChecked(Ok(profile())));
    let View::Paired { check, fresh, .. } = harness.machine.view() else {
        panic!()
    };
    assert_eq!((check, fresh), (Check::Good, false));
}

#[test]
fn trouble_at_launch_does_not_unpair_and_is_asked_again() {
    let mut harness = Harness::paired_earlier();
    let order = harness.order();
    harness.answer(&order, ActionResult::TokenChecked(Err(Trouble::Dns.into())));
    let View::Paired {
        check: Check::Delayed(delay),
        ..
    } = harness.machine.view()
    else {
        panic!()
    };
    assert_eq!(delay.trouble, Trouble::Dns);
    let (again, at) = harness.next();
    assert_eq!((again.action, at), (Action::CheckToken(token()), 5));
}

#[test]
fn a_token_that_was_refreshed_by_the_check_is_the_one_that_is_used_from_then_on() {
    let mut newer = token();
    newer.access_token = Secret::new("newer");
    let mut harness = Harness::paired_earlier();
    let check = harness.order();
    let delayed = ActionResult::Renewed(newer.clone(), Err(Trouble::Dns.into()));
    harness.answer(&check, delayed);
    let (again, _) = harness.next();
    assert_eq!(again.action, Action::CheckToken(newer.clone()));
    harness.answer(&again, ActionResult::TokenChecked(Ok(profile())));
    let remember = harness.order();
    harness.answer(&remember, ActionResult::Done);
    harness.machine.apply(Intent::Unpair, harness.now);
    assert_eq!(harness.order().action, Action::Forget(newer));
}

#[test]
fn a_refreshed_token_that_no_store_takes_is_kept_and_stored_later() {
    let mut newer = token();
    newer.access_token = Secret::new("newer");
    let mut harness = Harness::paired_earlier();
    let check = harness.order();
    let full = StoreError::NoAnswer;
    harness.answer(&check, ActionResult::Unsaved(newer.clone(), full.clone()));
    let cannot = View::CannotStore {
        why: full,
        trying: false,
    };
    assert_eq!(harness.machine.view(), cannot);
    let (store, _) = harness.next();
    assert_eq!(store.action, Action::Store(newer, StoreChoice::Auto));
}

#[test]
fn a_refused_token_says_pair_again_and_is_kept_until_a_new_one_is_stored() {
    let mut harness = Harness::paired_earlier();
    let check = harness.order();
    harness.answer(
        &check,
        ActionResult::TokenChecked(Err(RequestError::Rejected(Rejection::Token))),
    );
    assert_eq!(harness.machine.view(), View::Refused { account: None });
    harness.machine.apply(Intent::PairAgain, harness.now);
    let (order, _) = harness.next();
    assert_eq!(
        order.action,
        Action::RequestCode(Flow::Pin),
        "nothing is forgotten before"
    );
}

#[test]
fn unpairing_forgets_and_asks_for_nothing_until_it_is_wanted() {
    let mut harness = Harness::paired_earlier();
    harness.machine.apply(Intent::Unpair, harness.now);
    assert_eq!(harness.machine.view(), View::Forgetting);
    let forget = harness.order();
    assert_eq!(forget.action, Action::Forget(token()));
    harness.answer(&forget, ActionResult::Forgotten(Ok(true)));
    let signed_out = View::Stopped(Stop::SignedOut {
        is_left_in_keyring: false,
    });
    assert_eq!(harness.machine.view(), signed_out);
    harness.now += Duration::from_hours(24);
    assert!(harness.machine.next_action(harness.now).is_none());
    harness.machine.apply(Intent::TryNow, harness.now);
    assert!(matches!(harness.machine.view(), View::Asking { .. }));
}

#[test]
fn unpairing_that_fails_says_so_and_stays_paired() {
    let mut harness = Harness::paired_earlier();
    harness.machine.apply(Intent::Unpair, harness.now);
    let forget = harness.order();
    harness.answer(
        &forget,
        ActionResult::Forgotten(Err(StoreError::Locked(KeyringTrouble::Locked))),
    );
    let View::Paired { failed_action, .. } = harness.machine.view() else {
        panic!()
    };
    assert_eq!(
        failed_action,
        Some(FailedAction::Forget(StoreError::Locked(
            KeyringTrouble::Locked
        )))
    );
}

/// A harness whose store could not be read.
fn unreadable(why: StoreError) -> Harness {
    let start = Instant::now();
    let mut machine = Pairing::new(by_code(Unattended::AtMost(4), vec![Flow::Pin]), start);
    let load = machine.next_action(start).unwrap();
    machine.answer(load.ticket, ActionResult::Loaded(Err(why)), start);
    Harness {
        machine,
        start,
        now: start,
    }
}

#[test]
fn a_store_that_cannot_be_read_waits_for_a_person() {
    let why = StoreError::NoAnswer;
    let mut harness = unreadable(why.clone());
    assert_eq!(harness.machine.view(), View::Unreadable(why));
    assert_eq!(harness.machine.next_action(harness.now), None);
    assert_eq!(harness.machine.next_deadline(), None);
    harness.machine.apply(Intent::TryNow, harness.now);
    assert_eq!(harness.order().action, Action::Load);
}

#[test]
fn a_shut_keyring_is_looked_at_again_until_it_opens() {
    for why in [
        StoreError::Locked(KeyringTrouble::Locked),
        StoreError::KeyringAbsent(KeyringTrouble::NoBus),
    ] {
        let mut harness = unreadable(why.clone());
        for seconds in [3, 6, 9] {
            let (load, at) = harness.next();
            assert_eq!((&load.action, at), (&Action::Load, seconds));
            assert_eq!(
                harness.machine.view(),
                View::Unreadable(why.clone()),
                "the screen is still"
            );
            harness.answer(&load, ActionResult::Loaded(Err(why.clone())));
        }
        let (load, _) = harness.next();
        let kept = StoredPairing {
            token: token(),
            account: Some(ann()),
            place: StoreLocation::Keyring,
        };
        harness.answer(&load, ActionResult::Loaded(Ok(Some(kept))));
        assert!(
            matches!(harness.machine.view(), View::Paired { fresh: false, .. }),
            "by itself"
        );
    }
}

#[test]
fn unlocking_prompts_once_and_only_when_asked() {
    let mut harness = unreadable(StoreError::Locked(KeyringTrouble::Locked));
    let (load, _) = harness.next();
    harness.machine.apply(Intent::Unlock, harness.now);
    harness.answer(
        &load,
        ActionResult::Loaded(Err(StoreError::Locked(KeyringTrouble::Locked))),
    );
    let unlock = harness.order();
    assert_eq!(
        unlock.action,
        Action::Unlock,
        "an intent while the store was being read is not lost"
    );
    harness.answer(&unlock, ActionResult::Done);
    assert_eq!(
        harness.next().0.action,
        Action::Load,
        "and the store is looked at as before"
    );
}

#[test]
fn pairing_again_into_a_file_asks_nothing_of_the_keyring() {
    let mut harness = unreadable(StoreError::Locked(KeyringTrouble::Locked));
    harness.machine.apply(Intent::PairInFile, harness.now);
    harness.give_code("AAAAA");
    harness.poll(Ok(PollOutcome::Authorized(token())));
    let store = harness.order();
    assert_eq!(store.action, Action::Store(token(), StoreChoice::InFile));
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    assert!(matches!(
        harness.machine.view(),
        View::Paired { fresh: true, .. }
    ));
}

#[test]
fn a_token_moves_only_when_asked_and_stays_where_it_was_if_that_fails() {
    let mut harness = Harness::paired_earlier();
    let check = harness.order();
    harness.answer(&check, ActionResult::TokenChecked(Ok(profile())));
    let remember = harness.order();
    harness.answer(&remember, ActionResult::Done);
    for (moved, place, failed_action) in [
        (
            Err(StoreError::Locked(KeyringTrouble::Locked)),
            StoreLocation::Keyring,
            Some(FailedAction::Move(StoreError::Locked(
                KeyringTrouble::Locked,
            ))),
        ),
        (Ok(StoreLocation::Demo), StoreLocation::Demo, None),
    ] {
        assert_eq!(harness.machine.next_action(harness.now), None);
        harness
            .machine
            .apply(Intent::Move(StoreChoice::InFile), harness.now);
        let order = harness.order();
        assert_eq!(order.action, Action::Move(StoreChoice::InFile));
        harness.answer(&order, ActionResult::Moved(moved));
        let View::Paired {
            place: shown,
            failed_action: said,
            ..
        } = harness.machine.view()
        else {
            panic!()
        };
        assert_eq!((shown, said), (place, failed_action));
    }
}

#[test]
fn where_tokens_are_kept_can_be_changed_for_good() {
    let mut harness = Harness::waiting();
    harness
        .machine
        .apply(Intent::KeepNext(StoreChoice::InFile), harness.now);
    for _ in 0..2 {
        harness.poll(Ok(PollOutcome::Authorized(token())));
        let store = harness.order();
        assert_eq!(store.action, Action::Store(token(), StoreChoice::InFile));
        let path = "/state/simkl.json".into();
        let place = StoreLocation::File {
            path,
            why_not_keyring: None,
        };
        harness.answer(&store, ActionResult::Stored(Ok(place)));
        let look_up = harness.order();
        harness.answer(&look_up, ActionResult::TokenChecked(Err(refused(404))));
        harness.machine.apply(Intent::PairAgain, harness.now);
        harness.give_code("BBBBB");
    }
}
