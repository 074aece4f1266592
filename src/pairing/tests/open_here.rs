//! The page of the code in a browser of this computer: rule 13.

use super::*;

fn notice(harness: &Harness) -> Option<Notice> {
    harness.shown().notice
}

/// With the code `AAAAA`, whose page is being opened.
fn opening() -> (Harness, ActionRequest) {
    let mut harness = Harness::waiting();
    harness.machine.apply(Intent::OpenHere, harness.now);
    let open = harness.order();
    assert_eq!(open.action, Action::OpenHere(Box::new(code("AAAAA"))));
    (harness, open)
}

#[test]
fn the_page_of_the_code_is_opened_here_and_the_person_is_told() {
    let (mut harness, open) = opening();
    assert_eq!(notice(&harness), Some(Notice::OpeningHere));
    assert_eq!(harness.machine.opening_here(), Some(open.ticket));
    harness.answer(&open, ActionResult::OpenedHere(true));
    assert_eq!(notice(&harness), Some(Notice::OpenedHere));
    assert_eq!(
        harness.machine.opening_here(),
        Some(open.ticket),
        "the browser may still be on its way"
    );
    harness.poll(Ok(PollOutcome::Authorized(token())));
    assert_eq!(harness.machine.opening_here(), None);
    assert_eq!(
        harness.order().action,
        Action::Store(token(), StoreChoice::Auto)
    );
}

#[test]
fn polling_goes_on_while_a_browser_is_opened_and_a_browser_is_opened_while_a_poll_is_under_way() {
    let (mut harness, open) = opening();
    assert_eq!(harness.poll(Ok(PollOutcome::Pending)), 6);
    assert_eq!(harness.poll(Ok(PollOutcome::Pending)), 12);
    harness.answer(&open, ActionResult::OpenedHere(true));
    let (poll, at) = harness.next();
    assert_eq!(at, 18, "and the answer moves nothing");
    harness.machine.apply(Intent::OpenHere, harness.now);
    let again = harness.order();
    assert_eq!(again.action, open.action);
    assert_eq!(harness.machine.next_action(harness.now), None);
    harness.answer(
        &poll,
        ActionResult::Polled(Ok(PollOutcome::Authorized(token()))),
    );
    assert_eq!(harness.machine.view(), View::Storing);
}

#[test]
fn it_is_opened_again_whenever_a_person_wants_but_not_twice_at_once() {
    let (mut harness, open) = opening();
    harness.machine.apply(Intent::OpenHere, harness.now);
    assert_eq!(harness.machine.next_action(harness.now), None);
    harness.answer(&open, ActionResult::OpenedHere(true));
    assert_eq!(harness.machine.next_action(harness.now), None);
    harness.machine.apply(Intent::OpenHere, harness.now);
    assert_eq!(notice(&harness), Some(Notice::OpeningHere));
    assert_eq!(harness.order().action, open.action);
}

#[test]
fn where_no_browser_opens_the_code_stays_and_it_can_be_tried_again() {
    let (mut harness, open) = opening();
    harness.answer(&open, ActionResult::OpenedHere(false));
    assert_eq!(notice(&harness), Some(Notice::NotOpenedHere));
    assert_eq!(harness.shown_code(), "AAAAA");
    assert_eq!(harness.machine.opening_here(), None);
    harness.machine.apply(Intent::OpenHere, harness.now);
    assert_eq!(harness.order().action, open.action);
}

#[test]
fn what_came_of_the_page_of_another_code_is_dropped() {
    let (mut harness, open) = opening();
    harness.poll(Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))));
    assert_eq!(harness.machine.opening_here(), None);
    harness.answer(&open, ActionResult::OpenedHere(true));
    assert_eq!(notice(&harness), Some(Notice::CodeGone));
    assert_eq!(harness.machine.opening_here(), None);
    harness.machine.apply(Intent::OpenHere, harness.now);
    let order = harness.order();
    assert_eq!(order.action, Action::OpenHere(Box::new(code("BBBBB"))));
}

#[test]
fn a_renewed_code_is_not_opened_by_itself() {
    let (mut harness, open) = opening();
    harness.answer(&open, ActionResult::OpenedHere(true));
    harness.sleep(900);
    harness.give_code("BBBBB");
    assert_eq!(notice(&harness), Some(Notice::Expired));
    assert_eq!(harness.machine.next_action(harness.now), None);
}

#[test]
fn who_opens_the_page_here_is_present_and_codes_go_on_being_renewed() {
    let mut harness = Harness::with(Unattended::AtMost(1), vec![Flow::Pin]);
    for text in ["AAAAA", "BBBBB", "CCCCC"] {
        harness.give_code(text);
        harness.machine.apply(Intent::OpenHere, harness.now);
        let open = harness.order();
        harness.answer(&open, ActionResult::OpenedHere(true));
        harness.sleep(900);
    }
    harness.give_code("DDDDD");
}

#[test]
fn without_a_code_nothing_is_opened() {
    let mut harness = Harness::new();
    harness.machine.apply(Intent::OpenHere, harness.now);
    harness.give_code("AAAAA");
    assert_eq!(harness.machine.next_action(harness.now), None);
    assert_eq!(notice(&harness), None);
}
