//! How codes come and go: expiry, rest, codes that are gone, refusals, and *New code*.

use super::*;

#[test]
fn a_code_that_ran_out_is_replaced_and_announced() {
    let mut table = Table::waiting();
    table.sleep(900);
    table.give_code("BBBBB");
    assert_eq!(table.shown_code(), "BBBBB");
    assert_eq!(table.shown().notice, Some(Notice::Expired));
}

#[test]
fn after_a_night_asleep_the_dead_code_is_not_shown() {
    let mut table = Table::waiting();
    table.sleep(8 * 3600);
    let order = table.order();
    assert_eq!(order.action, Action::RequestCode(Flow::Pin));
    assert!(matches!(
        table.machine.view(),
        View::Asking {
            notice: Some(Notice::Expired),
            ..
        }
    ));
}

#[test]
fn the_machine_rests_after_the_unattended_codes_and_costs_nothing() {
    let mut table = Table::new();
    for n in 0..5 {
        table.give_code(&format!("CODE{n}"));
        table.sleep(900);
    }
    assert_eq!(table.machine.next_action(table.now), None);
    assert_eq!(table.machine.view(), View::Resting);
    assert_eq!(table.machine.next_deadline(), None);
    table.sleep(86_400);
    assert_eq!(table.machine.next_action(table.now), None);
    table.machine.apply(Intent::Touched, table.now);
    table.give_code("AWAKE");
    assert_eq!(table.shown().notice, None);
}

#[test]
fn any_button_press_starts_the_unattended_count_anew() {
    let mut table = Table::new();
    for n in 0..20 {
        table.give_code(&format!("COD{n:02}"));
        table.machine.apply(Intent::Touched, table.now);
        table.sleep(900);
    }
    assert!(matches!(table.order().action, Action::RequestCode(_)));
}

#[test]
fn a_kiosk_may_renew_for_ever() {
    let mut table = Table::with(Unattended::Always, vec![Flow::Pin]);
    for n in 0..50 {
        table.give_code(&format!("COD{n:02}"));
        table.sleep(900);
    }
    assert!(matches!(table.order().action, Action::RequestCode(_)));
}

#[test]
fn a_gone_code_brings_the_next_one_plainly_announced() {
    let mut table = Table::waiting();
    table.poll(Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))));
    assert_eq!(table.shown_code(), "BBBBB");
    assert_eq!(table.shown().notice, Some(Notice::CodeGone));
    let (poll, at) = table.next();
    assert_eq!(poll.action, Action::Poll(Box::new(code("BBBBB"))));
    assert_eq!(
        at, 12,
        "and the new code's first poll waits an interval too"
    );
}

#[test]
fn a_gone_code_without_a_successor_asks_for_one() {
    let mut table = Table::waiting();
    table.poll(Ok(PollOutcome::CodeGone(None)));
    table.give_code("BBBBB");
    assert_eq!(table.shown().notice, Some(Notice::CodeGone));
}

#[test]
fn a_service_that_drops_every_code_is_not_asked_for_ever() {
    let mut table = Table::waiting();
    for _ in 0..4 {
        table.poll(Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))));
    }
    table.poll(Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))));
    assert_eq!(table.machine.view(), View::Resting);
}

#[test]
fn approved_but_the_answer_was_lost_is_said_so() {
    let mut table = Table::waiting();
    table.poll(lost());
    table.poll(Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))));
    assert_eq!(table.shown().notice, Some(Notice::AnswerLost));
    assert_eq!(table.shown_code(), "BBBBB");
}

#[test]
fn a_pending_answer_proves_that_nothing_was_lost() {
    let mut table = Table::waiting();
    table.poll(lost());
    table.poll(Ok(PollOutcome::Pending));
    table.poll(Ok(PollOutcome::CodeGone(None)));
    table.give_code("BBBBB");
    assert_eq!(table.shown().notice, Some(Notice::CodeGone));
}

#[test]
fn a_request_that_never_left_the_house_loses_no_answer() {
    let mut table = Table::waiting();
    for trouble in [
        Trouble::Offline,
        Trouble::Dns,
        Trouble::Clock(SystemTime::UNIX_EPOCH),
    ] {
        table.poll(Err(trouble.into()));
    }
    table.poll(Ok(PollOutcome::CodeGone(None)));
    table.give_code("BBBBB");
    assert_eq!(table.shown().notice, Some(Notice::CodeGone));
}

#[test]
fn the_services_own_expiry_renews_the_code() {
    let mut table = Table::waiting();
    table.poll(Ok(PollOutcome::Expired));
    table.give_code("BBBBB");
    assert_eq!(table.shown().notice, Some(Notice::Expired));
}

#[test]
fn a_no_stops_and_new_code_goes_on() {
    let mut table = Table::waiting();
    table.poll(Ok(PollOutcome::Denied));
    assert_eq!(table.machine.view(), View::Stopped(Stop::Denied));
    assert_eq!(table.machine.next_deadline(), None);
    table.machine.apply(Intent::NewCode, table.now);
    table.give_code("BBBBB");
}

#[test]
fn another_error_while_polling_stops_and_is_shown() {
    let mut table = Table::waiting();
    table.poll(Err(refused(403)));
    let View::Stopped(Stop::Rejected(answers)) = table.machine.view() else {
        panic!()
    };
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0].0, Flow::Pin);
}

#[test]
fn a_client_that_is_refused_at_the_poll_is_about_its_secret() {
    let error = || "invalid_client".to_owned();
    for rejection in [
        Rejection::ClientSecret { error: error() },
        Rejection::SecretWanted { error: error() },
    ] {
        let mut table = Table::waiting();
        table.poll(Err(RequestError::Rejected(rejection.clone())));
        assert_eq!(
            table.machine.view(),
            View::Stopped(Stop::Refused(rejection))
        );
        table.machine.apply(Intent::TryNow, table.now);
        table.give_code("BBBBB");
    }
}

#[test]
fn new_code_keeps_the_old_one_until_the_new_one_is_there() {
    let mut table = Table::waiting();
    table.machine.apply(Intent::NewCode, table.now);
    assert!(table.shown().replacing);
    assert_eq!(table.shown_code(), "AAAAA");
    table.give_code("BBBBB");
    assert_eq!(table.shown_code(), "BBBBB");
    assert_eq!(table.shown().notice, Some(Notice::AskedFor));
    assert!(!table.shown().replacing);
}

#[test]
fn a_new_code_that_cannot_be_had_leaves_the_old_one_alive() {
    let mut table = Table::waiting();
    table.machine.apply(Intent::NewCode, table.now);
    let order = table.order();
    table.answer(&order, ActionResult::Code(Err(Trouble::Offline.into())));
    assert_eq!(table.shown_code(), "AAAAA");
    assert_eq!(table.shown().trouble.unwrap().trouble, Trouble::Offline);
    table.poll(Ok(PollOutcome::Authorized(token())));
    assert_eq!(table.machine.view(), View::Storing);
}

#[test]
fn new_code_waits_for_the_poll_in_flight_which_may_carry_the_token() {
    let mut table = Table::waiting();
    let (poll, _) = table.next();
    table.machine.apply(Intent::NewCode, table.now);
    assert_eq!(table.machine.next_action(table.now), None);
    table.answer(
        &poll,
        ActionResult::Polled(Ok(PollOutcome::Authorized(token()))),
    );
    assert_eq!(
        table.order().action,
        Action::Store(token(), StoreChoice::AsSet)
    );
}

#[test]
fn new_code_works_once_in_five_seconds() {
    let mut table = Table::waiting();
    table.machine.apply(Intent::NewCode, table.now);
    table.give_code("BBBBB");
    table.sleep(4);
    table.machine.apply(Intent::NewCode, table.now);
    assert!(!table.shown().replacing);
    table.sleep(1);
    table.machine.apply(Intent::NewCode, table.now);
    assert!(table.shown().replacing);
}

#[test]
fn how_long_codes_are_renewed_can_be_changed_while_one_waits() {
    let mut table = Table::with(Unattended::AtMost(0), vec![Flow::Pin]);
    table.give_code("AAAAA");
    table
        .machine
        .apply(Intent::Renew(Unattended::Always), table.now);
    for _ in 0..20 {
        table.poll(Ok(PollOutcome::Expired));
        table.give_code("BBBBB");
    }
    table
        .machine
        .apply(Intent::Renew(Unattended::AtMost(1)), table.now);
    table.poll(Ok(PollOutcome::Expired));
    table.give_code("CCCCC");
    table.poll(Ok(PollOutcome::Expired));
    assert_eq!(table.machine.view(), View::Resting);
}
