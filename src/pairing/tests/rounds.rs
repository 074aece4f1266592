//! Asking for a code, with two flows of which one may not be there (rules 7 and 9).

use super::*;

fn foreign() -> RequestError {
    Trouble::Portal.into()
}

fn invalid_client() -> RequestError {
    RequestError::Rejected(Rejection::ClientId {
        error: "invalid_client".into(),
    })
}

fn grant() -> DeviceAuthorization {
    DeviceAuthorization {
        device_code: Some(Secret::new("d")),
        ..code("BDWP-HQPK")
    }
}

impl Harness {
    /// Answers the next request for a code; returns its flow and when it was sent.
    fn refuse(&mut self, error: RequestError) -> (Flow, u64) {
        let (order, at) = self.next();
        let Action::RequestCode(flow) = order.action else {
            panic!("{order:?}")
        };
        self.answer(&order, ActionResult::Code(Err(error)));
        (flow, at)
    }

    fn trouble(&self) -> Option<Trouble> {
        match self.machine.view() {
            View::Asking { trouble, .. } => trouble.map(|delay| delay.trouble),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_foreign_answer_to_one_flow_is_followed_by_the_other_before_any_waiting() {
    for answer in [
        Trouble::Portal,
        Trouble::Foreign(403),
        Trouble::Foreign(404),
        Trouble::ServiceDown,
        Trouble::Timeout,
        Trouble::Unreachable,
        Trouble::Malformed,
    ] {
        let mut harness = Harness::new();
        assert_eq!(harness.refuse(answer.into()), (Flow::Pin, 0));
        let device = harness.order();
        assert_eq!(
            device.action,
            Action::RequestCode(Flow::Device),
            "{answer:?}"
        );
        harness.answer(&device, ActionResult::Code(Ok(grant())));
        assert_eq!(harness.shown_code(), "BDWP-HQPK");
        assert_eq!(harness.shown().trouble, None);
    }
}

#[test]
fn where_there_is_no_way_to_the_service_the_other_flow_is_not_asked() {
    for trouble in [Trouble::Offline, Trouble::Dns, Trouble::Busy] {
        let mut harness = Harness::new();
        assert_eq!(harness.refuse(trouble.into()), (Flow::Pin, 0));
        assert_eq!(
            harness.refuse(trouble.into()),
            (Flow::Pin, 5),
            "{trouble:?}"
        );
    }
}

#[test]
fn where_both_flows_meet_trouble_both_are_asked_again_after_each_wait() {
    let mut harness = Harness::new();
    for at in [0, 5, 15, 35, 75, 135] {
        assert_eq!(harness.refuse(foreign()), (Flow::Pin, at));
        assert_eq!(
            harness.refuse(Trouble::ServiceDown.into()),
            (Flow::Device, at)
        );
        let told = harness.trouble();
        assert_eq!(told, Some(Trouble::ServiceDown), "more telling than a page");
    }
}

/// A kiosk whose first request meets a proxy, at a service that has only the PIN flow.
#[test]
fn a_refusal_beside_one_accident_is_no_reason_to_stop() {
    for accident in [
        Trouble::Portal,
        Trouble::Foreign(400),
        Trouble::ServiceDown,
        Trouble::Timeout,
    ] {
        let mut harness = Harness::with(Unattended::Always, vec![Flow::Pin, Flow::Device]);
        harness.refuse(accident.into());
        assert_eq!(harness.refuse(invalid_client()), (Flow::Device, 0));
        assert_eq!(harness.trouble(), Some(accident));
        harness.give_code("AAAAA");
        assert_eq!((harness.now - harness.start).as_secs(), 5);
        assert_eq!(harness.shown_code(), "AAAAA");
    }
}

#[test]
fn an_outage_of_one_flow_beside_a_refusal_of_the_other_stays_trouble() {
    let mut harness = Harness::new();
    for _ in 0..8 {
        harness.refuse(Trouble::ServiceDown.into());
        harness.refuse(invalid_client());
        assert_eq!(harness.trouble(), Some(Trouble::ServiceDown));
    }
    harness.give_code("AAAAA");
}

#[test]
fn a_refusal_beside_a_page_that_is_no_accident_is_shown_and_still_asked_again() {
    for refusal_first in [true, false] {
        let mut harness = Harness::new();
        let mut answers = [invalid_client(), foreign()];
        if !refusal_first {
            answers.reverse();
        }
        for round in 0..3 {
            for answer in &answers {
                harness.refuse(answer.clone());
            }
            let shown = harness.machine.view();
            if round == 0 {
                assert!(matches!(shown, View::Asking { .. }), "{shown:?}");
                continue;
            }
            let View::Stopped(Stop::Rejected(answers)) = shown else {
                panic!("{shown:?}")
            };
            let said: Vec<_> = answers.into_iter().map(|(_, said)| said).collect();
            let error = "invalid_client".to_owned();
            assert_eq!(said, [Rejection::ClientId { error }]);
        }
        harness.machine.apply(Intent::TryNow, harness.now);
        assert!(matches!(harness.machine.view(), View::Asking { .. }));
        harness.give_code("AAAAA");
    }
}

#[test]
fn a_new_code_that_is_refused_leaves_the_living_one_and_says_why() {
    let mut harness = Harness::waiting();
    let before = harness.shown();
    harness.machine.apply(Intent::NewCode, harness.now);
    assert_eq!(harness.refuse(refused(403)).0, Flow::Pin);
    assert!(harness.shown().replacing, "the other flow is asked first");
    assert_eq!(harness.refuse(invalid_client()).0, Flow::Device);
    let shown = harness.shown();
    let said = Rejection::Other {
        status: 403,
        error: "unauthorized_client".into(),
    };
    assert_eq!(shown.notice, Some(Notice::NoNewCode(said)));
    assert_eq!(
        (shown.code, shown.expires_at),
        (before.code, before.expires_at)
    );
    assert!(!shown.replacing && shown.trouble.is_none());
    assert_eq!(harness.poll(Ok(PollOutcome::Pending)), 6);
    let approved = Ok(PollOutcome::Authorized(token()));
    harness.poll(approved);
    assert_eq!(harness.machine.view(), View::Storing);
}

#[test]
fn a_new_code_that_does_not_come_never_lets_the_service_be_polled_within_the_interval() {
    let mut harness = Harness::waiting();
    let polled = harness.poll(Ok(PollOutcome::Pending));
    harness.machine.apply(Intent::NewCode, harness.now);
    harness.refuse(Trouble::Offline.into());
    harness.machine.apply(Intent::TryNow, harness.now);
    assert_eq!(harness.poll(Ok(PollOutcome::Pending)), polled + 5);
}

#[test]
fn a_new_code_is_not_asked_for_before_the_service_allows_it() {
    let mut harness = Harness::waiting();
    assert_eq!(harness.poll(busy(120)), 6);
    harness.machine.apply(Intent::NewCode, harness.now);
    let (request, at) = harness.next();
    assert!(
        matches!(request.action, Action::RequestCode(_)),
        "{request:?}"
    );
    assert_eq!(at, 126);
}

#[test]
fn the_flow_of_the_living_code_is_asked_for_the_next() {
    let mut harness = Harness::new();
    harness.refuse(foreign());
    let (device, _) = harness.next();
    harness.answer(&device, ActionResult::Code(Ok(grant())));
    harness.machine.apply(Intent::NewCode, harness.now);
    assert_eq!(harness.refuse(foreign()).0, Flow::Device);
    assert_eq!(harness.refuse(refused(400)).0, Flow::Pin);
    assert_eq!(harness.shown_code(), "BDWP-HQPK");
    assert_eq!(harness.shown().trouble.unwrap().trouble, Trouble::Portal);
}
