//! Trouble and its back-off belong to the phase that met it (rule 3).

use super::*;

#[test]
fn pairing_again_after_a_check_that_met_trouble_starts_clean() {
    let mut table = Table::paired_earlier();
    for _ in 0..3 {
        let (check, _) = table.next();
        let nobody = ActionResult::TokenChecked(Err(Trouble::Dns.into()));
        table.answer(&check, nobody);
    }
    table.machine.apply(Intent::PairAgain, table.now);
    let nothing = View::Asking {
        trouble: None,
        notice: None,
    };
    assert_eq!(table.machine.view(), nothing);
    let (request, at) = table.next();
    table.answer(&request, ActionResult::Code(Err(Trouble::Dns.into())));
    assert_eq!(table.next().1, at + 5, "the first failure of this question");
}

#[test]
fn what_the_service_asked_for_holds_for_the_next_question_and_is_told() {
    let mut table = Table::paired_earlier();
    let (check, _) = table.next();
    let patience = RequestError::Transient {
        trouble: Trouble::Busy,
        retry_after: Some(Duration::from_secs(200)),
    };
    table.answer(&check, ActionResult::TokenChecked(Err(patience)));
    table.machine.apply(Intent::PairAgain, table.now);
    let View::Asking {
        trouble: Some(delay),
        ..
    } = table.machine.view()
    else {
        panic!()
    };
    assert_eq!(delay.trouble, Trouble::Busy);
    assert_eq!(table.next().1, 200);
}

#[test]
fn a_check_after_a_store_that_failed_backs_off_from_the_beginning() {
    let mut table = Table::waiting();
    table.poll(Ok(PollOutcome::Authorized(token())));
    for _ in 0..3 {
        let (store, _) = table.next();
        table.answer(&store, ActionResult::Stored(Err(StoreTrouble::Locked)));
    }
    let (store, _) = table.next();
    table.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    let (check, at) = table.next();
    table.answer(&check, ActionResult::TokenChecked(Err(Trouble::Dns.into())));
    assert_eq!(table.next().1, at + 5);
}

#[test]
fn a_check_after_unpairing_failed_backs_off_from_the_beginning() {
    let mut table = Table::paired_earlier();
    for _ in 0..3 {
        let (check, _) = table.next();
        table.answer(&check, ActionResult::TokenChecked(Err(Trouble::Dns.into())));
    }
    table.machine.apply(Intent::Unpair, table.now);
    let forget = table.order();
    table.answer(&forget, ActionResult::Forgotten(Err(StoreTrouble::Locked)));
    let (check, at) = table.next();
    table.answer(&check, ActionResult::TokenChecked(Err(Trouble::Dns.into())));
    assert_eq!(table.next().1, at + 5);
}

#[test]
fn a_code_that_ran_out_in_an_outage_is_followed_by_a_question_without_its_trouble() {
    let mut table = Table::waiting();
    let shown = loop {
        let (order, _) = table.next();
        match order.action {
            Action::Poll(_) => table.answer(&order, ActionResult::Polled(lost())),
            Action::RequestCode(_) => break table.machine.view(),
            other => panic!("{other:?}"),
        }
    };
    let expired = View::Asking {
        trouble: None,
        notice: Some(Notice::Expired),
    };
    assert_eq!(shown, expired);
}
