//! How codes come and go: expiry, rest, codes that are gone, refusals, and *New code*.

use super::*;

#[test]
fn a_code_that_ran_out_is_replaced_and_announced() {
    let mut harness = Harness::waiting();
    harness.sleep(900);
    harness.give_code("BBBBB");
    assert_eq!(harness.shown_code(), "BBBBB");
    assert_eq!(harness.shown().notice, Some(Notice::Expired));
}

#[test]
fn after_a_night_asleep_the_dead_code_is_not_shown() {
    let mut harness = Harness::waiting();
    harness.sleep(8 * 3600);
    let order = harness.order();
    assert_eq!(order.action, Action::RequestCode(Flow::Pin));
    assert!(matches!(
        harness.machine.view(),
        View::Asking {
            notice: Some(Notice::Expired),
            ..
        }
    ));
}

#[test]
fn the_machine_rests_after_the_unattended_codes_and_costs_nothing() {
    let mut harness = Harness::new();
    for n in 0..5 {
        harness.give_code(&format!("CODE{n}"));
        harness.sleep(900);
    }
    assert_eq!(harness.machine.next_action(harness.now), None);
    assert_eq!(harness.machine.view(), View::Resting);
    assert_eq!(harness.machine.next_deadline(), None);
    harness.sleep(86_400);
    assert_eq!(harness.machine.next_action(harness.now), None);
    harness.machine.apply(Intent::Touched, harness.now);
    harness.give_code("AWAKE");
    assert_eq!(harness.shown().notice, None);
}

#[test]
fn any_button_press_starts_the_unattended_count_anew() {
    let mut harness = Harness::new();
    for n in 0..20 {
        harness.give_code(&format!("COD{n:02}"));
        harness.machine.apply(Intent::Touched, harness.now);
        harness.sleep(900);
    }
    assert!(matches!(harness.order().action, Action::RequestCode(_)));
}

#[test]
fn a_kiosk_may_renew_for_ever() {
    let mut harness = Harness::with(Unattended::Always, vec![Flow::Pin]);
    for n in 0..50 {
        harness.give_code(&format!("COD{n:02}"));
        harness.sleep(900);
    }
    assert!(matches!(harness.order().action, Action::RequestCode(_)));
}

#[test]
fn a_gone_code_brings_the_next_one_plainly_announced() {
    let mut harness = Harness::waiting();
    harness.poll(Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))));
    assert_eq!(harness.shown_code(), "BBBBB");
    assert_eq!(harness.shown().notice, Some(Notice::CodeGone));
    let (poll, at) = harness.next();
    assert_eq!(poll.action, Action::Poll(Box::new(code("BBBBB"))));
    assert_eq!(
        at, 12,
        "and the new code's first poll waits an interval too"
    );
}

#[test]
fn a_gone_code_without_a_successor_asks_for_one() {
    let mut harness = Harness::waiting();
    harness.poll(Ok(PollOutcome::CodeGone(None)));
    harness.give_code("BBBBB");
    assert_eq!(harness.shown().notice, Some(Notice::CodeGone));
}

#[test]
fn a_service_that_drops_every_code_is_not_asked_for_ever() {
    let mut harness = Harness::waiting();
    for _ in 0..4 {
        harness.poll(Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))));
    }
    harness.poll(Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))));
    assert_eq!(harness.machine.view(), View::Resting);
}

#[test]
fn approved_but_the_answer_was_lost_is_said_so() {
    let mut harness = Harness::waiting();
    harness.poll(lost());
    harness.poll(Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))));
    assert_eq!(harness.shown().notice, Some(Notice::AnswerLost));
    assert_eq!(harness.shown_code(), "BBBBB");
}

#[test]
fn a_pending_answer_proves_that_nothing_was_lost() {
    let mut harness = Harness::waiting();
    harness.poll(lost());
    harness.poll(Ok(PollOutcome::Pending));
    harness.poll(Ok(PollOutcome::CodeGone(None)));
    harness.give_code("BBBBB");
    assert_eq!(harness.shown().notice, Some(Notice::CodeGone));
}

#[test]
fn a_request_that_never_left_the_services_loses_no_answer() {
    let mut harness = Harness::waiting();
    for trouble in [
        Trouble::Offline,
        Trouble::Dns,
        Trouble::Clock(SystemTime::UNIX_EPOCH),
    ] {
        harness.poll(Err(trouble.into()));
    }
    harness.poll(Ok(PollOutcome::CodeGone(None)));
    harness.give_code("BBBBB");
    assert_eq!(harness.shown().notice, Some(Notice::CodeGone));
}

#[test]
fn the_services_own_expiry_renews_the_code() {
    let mut harness = Harness::waiting();
    harness.poll(Ok(PollOutcome::Expired));
    harness.give_code("BBBBB");
    assert_eq!(harness.shown().notice, Some(Notice::Expired));
}

#[test]
fn a_no_stops_and_new_code_goes_on() {
    let mut harness = Harness::waiting();
    harness.poll(Ok(PollOutcome::Denied));
    assert_eq!(harness.machine.view(), View::Stopped(Stop::Denied));
    assert_eq!(harness.machine.next_deadline(), None);
    harness.machine.apply(Intent::NewCode, harness.now);
    harness.give_code("BBBBB");
}

#[test]
fn another_error_while_polling_stops_and_is_shown() {
    let mut harness = Harness::waiting();
    harness.poll(Err(refused(403)));
    let View::Stopped(Stop::Rejected(answers)) = harness.machine.view() else {
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
        let mut harness = Harness::waiting();
        harness.poll(Err(RequestError::Rejected(rejection.clone())));
        assert_eq!(
            harness.machine.view(),
            View::Stopped(Stop::Refused(rejection))
        );
        harness.machine.apply(Intent::TryNow, harness.now);
        harness.give_code("BBBBB");
    }
}

#[test]
fn new_code_keeps_the_old_one_until_the_new_one_is_there() {
    let mut harness = Harness::waiting();
    harness.machine.apply(Intent::NewCode, harness.now);
    assert!(harness.shown().replacing);
    assert_eq!(harness.shown_code(), "AAAAA");
    harness.give_code("BBBBB");
    assert_eq!(harness.shown_code(), "BBBBB");
    assert_eq!(harness.shown().notice, Some(Notice::AskedFor));
    assert!(!harness.shown().replacing);
}

#[test]
fn a_new_code_that_cannot_be_had_leaves_the_old_one_alive() {
    let mut harness = Harness::waiting();
    harness.machine.apply(Intent::NewCode, harness.now);
    let order = harness.order();
    harness.answer(&order, ActionResult::Code(Err(Trouble::Offline.into())));
    assert_eq!(harness.shown_code(), "AAAAA");
    assert_eq!(harness.shown().trouble.unwrap().trouble, Trouble::Offline);
    harness.poll(Ok(PollOutcome::Authorized(token())));
    assert_eq!(harness.machine.view(), View::Storing);
}

#[test]
fn new_code_waits_for_the_poll_in_flight_which_may_carry_the_token() {
    let mut harness = Harness::waiting();
    let (poll, _) = harness.next();
    harness.machine.apply(Intent::NewCode, harness.now);
    assert_eq!(harness.machine.next_action(harness.now), None);
    harness.answer(
        &poll,
        ActionResult::Polled(Ok(PollOutcome::Authorized(token()))),
    );
    assert_eq!(
        harness.order().action,
        Action::Store(token(), StoreChoice::Auto)
    );
}

#[test]
fn new_code_works_once_in_five_seconds() {
    let mut harness = Harness::waiting();
    harness.machine.apply(Intent::NewCode, harness.now);
    harness.give_code("BBBBB");
    harness.sleep(4);
    harness.machine.apply(Intent::NewCode, harness.now);
    assert!(!harness.shown().replacing);
    harness.sleep(1);
    harness.machine.apply(Intent::NewCode, harness.now);
    assert!(harness.shown().replacing);
}

#[test]
fn how_long_codes_are_renewed_can_be_changed_while_one_waits() {
    let mut harness = Harness::with(Unattended::AtMost(0), vec![Flow::Pin]);
    harness.give_code("AAAAA");
    harness
        .machine
        .apply(Intent::Renew(Unattended::Always), harness.now);
    for _ in 0..20 {
        harness.poll(Ok(PollOutcome::Expired));
        harness.give_code("BBBBB");
    }
    harness
        .machine
        .apply(Intent::Renew(Unattended::AtMost(1)), harness.now);
    harness.poll(Ok(PollOutcome::Expired));
    harness.give_code("CCCCC");
    harness.poll(Ok(PollOutcome::Expired));
    assert_eq!(harness.machine.view(), View::Resting);
}

#[test]
fn an_answer_that_says_the_same_is_not_seen() {
    let mut harness = Harness::new();
    harness.give_code("AAAAA");
    let before = harness.machine.view();
    harness.poll(Ok(PollOutcome::Pending));
    let after = harness.machine.view();
    assert_ne!(before, after, "the time of the last answer is another");
    assert!(after.looks_like(&before));
    harness.machine.apply(Intent::NewCode, harness.now);
    let replacing = harness.machine.view();
    assert!(!replacing.looks_like(&after));
}
