//! Trouble and its back-off belong to the phase that met it (rule 3).

use super::*;
use crate::auth::KeyringTrouble;

#[test]
fn pairing_again_after_a_check_that_met_trouble_starts_clean() {
    let mut harness = Harness::paired_earlier();
    for _ in 0..3 {
        let (check, _) = harness.next();
        let no_answer = ActionResult::TokenChecked(Err(Trouble::Dns.into()));
        harness.answer(&check, no_answer);
    }
    harness.machine.apply(Intent::PairAgain, harness.now);
    let nothing = View::Asking {
        on_phone: false,
        trouble: None,
        notice: None,
    };
    assert_eq!(harness.machine.view(), nothing);
    let (request, at) = harness.next();
    harness.answer(&request, ActionResult::Code(Err(Trouble::Dns.into())));
    assert_eq!(
        harness.next().1,
        at + 5,
        "the first failure of this question"
    );
}

#[test]
fn what_the_service_asked_for_holds_for_the_next_question_and_is_told() {
    let mut harness = Harness::paired_earlier();
    let (check, _) = harness.next();
    let patience = RequestError::Transient {
        trouble: Trouble::Busy,
        retry_after: Some(Duration::from_secs(200)),
    };
    harness.answer(&check, ActionResult::TokenChecked(Err(patience)));
    harness.machine.apply(Intent::PairAgain, harness.now);
    let View::Asking {
        trouble: Some(delay),
        ..
    } = harness.machine.view()
    else {
        panic!()
    };
    assert_eq!(delay.trouble, Trouble::Busy);
    assert_eq!(harness.next().1, 200);
}

#[test]
fn a_check_after_a_store_that_failed_backs_off_from_the_beginning() {
    let mut harness = Harness::waiting();
    harness.poll(Ok(PollOutcome::Authorized(token())));
    for _ in 0..3 {
        let (store, _) = harness.next();
        harness.answer(
            &store,
            ActionResult::Stored(Err(StoreError::Locked(KeyringTrouble::Locked))),
        );
    }
    let (store, _) = harness.next();
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    let (check, at) = harness.next();
    harness.answer(&check, ActionResult::TokenChecked(Err(Trouble::Dns.into())));
    assert_eq!(harness.next().1, at + 5);
}

#[test]
fn a_check_after_unpairing_failed_backs_off_from_the_beginning() {
    let mut harness = Harness::paired_earlier();
    for _ in 0..3 {
        let (check, _) = harness.next();
        harness.answer(&check, ActionResult::TokenChecked(Err(Trouble::Dns.into())));
    }
    harness.machine.apply(Intent::Unpair, harness.now);
    let forget = harness.order();
    harness.answer(
        &forget,
        ActionResult::Forgotten(Err(StoreError::Locked(KeyringTrouble::Locked))),
    );
    let (check, at) = harness.next();
    harness.answer(&check, ActionResult::TokenChecked(Err(Trouble::Dns.into())));
    assert_eq!(harness.next().1, at + 5);
}

#[test]
fn a_code_that_ran_out_in_an_outage_is_followed_by_a_question_without_its_trouble() {
    let mut harness = Harness::waiting();
    let shown = loop {
        let (order, _) = harness.next();
        match order.action {
            Action::Poll(_) => harness.answer(&order, ActionResult::Polled(lost())),
            Action::RequestCode(_) => break harness.machine.view(),
            other => panic!("{other:?}"),
        }
    };
    let expired = View::Asking {
        on_phone: false,
        trouble: None,
        notice: Some(Notice::Expired),
    };
    assert_eq!(shown, expired);
}
