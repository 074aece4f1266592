//! The page of the code in a browser of this computer: rule 13.

use super::*;

fn notice(table: &Table) -> Option<Notice> {
    table.shown().notice
}

/// With the code `AAAAA`, whose page is being opened.
fn opening() -> (Table, ActionRequest) {
    let mut table = Table::waiting();
    table.machine.apply(Intent::OpenHere, table.now);
    let open = table.order();
    assert_eq!(open.action, Action::OpenHere(Box::new(code("AAAAA"))));
    (table, open)
}

#[test]
fn the_page_of_the_code_is_opened_here_and_the_person_is_told() {
    let (mut table, open) = opening();
    assert_eq!(notice(&table), Some(Notice::OpeningHere));
    assert_eq!(table.machine.opening_here(), Some(open.ticket));
    table.answer(&open, ActionResult::OpenedHere(true));
    assert_eq!(notice(&table), Some(Notice::OpenedHere));
    assert_eq!(
        table.machine.opening_here(),
        Some(open.ticket),
        "the browser may still be on its way"
    );
    table.poll(Ok(PollOutcome::Authorized(token())));
    assert_eq!(table.machine.opening_here(), None);
    assert_eq!(
        table.order().action,
        Action::Store(token(), StoreChoice::AsSet)
    );
}

#[test]
fn polling_goes_on_while_a_browser_is_opened_and_a_browser_is_opened_while_a_poll_is_under_way() {
    let (mut table, open) = opening();
    assert_eq!(table.poll(Ok(PollOutcome::Pending)), 6);
    assert_eq!(table.poll(Ok(PollOutcome::Pending)), 12);
    table.answer(&open, ActionResult::OpenedHere(true));
    let (poll, at) = table.next();
    assert_eq!(at, 18, "and the answer moves nothing");
    table.machine.apply(Intent::OpenHere, table.now);
    let again = table.order();
    assert_eq!(again.action, open.action);
    assert_eq!(table.machine.next_action(table.now), None);
    table.answer(
        &poll,
        ActionResult::Polled(Ok(PollOutcome::Authorized(token()))),
    );
    assert_eq!(table.machine.view(), View::Storing);
}

#[test]
fn it_is_opened_again_whenever_a_person_wants_but_not_twice_at_once() {
    let (mut table, open) = opening();
    table.machine.apply(Intent::OpenHere, table.now);
    assert_eq!(table.machine.next_action(table.now), None);
    table.answer(&open, ActionResult::OpenedHere(true));
    assert_eq!(table.machine.next_action(table.now), None);
    table.machine.apply(Intent::OpenHere, table.now);
    assert_eq!(notice(&table), Some(Notice::OpeningHere));
    assert_eq!(table.order().action, open.action);
}

#[test]
fn where_no_browser_opens_the_code_stays_and_it_can_be_tried_again() {
    let (mut table, open) = opening();
    table.answer(&open, ActionResult::OpenedHere(false));
    assert_eq!(notice(&table), Some(Notice::NotOpenedHere));
    assert_eq!(table.shown_code(), "AAAAA");
    assert_eq!(table.machine.opening_here(), None);
    table.machine.apply(Intent::OpenHere, table.now);
    assert_eq!(table.order().action, open.action);
}

#[test]
fn what_came_of_the_page_of_another_code_is_dropped() {
    let (mut table, open) = opening();
    table.poll(Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))));
    assert_eq!(table.machine.opening_here(), None);
    table.answer(&open, ActionResult::OpenedHere(true));
    assert_eq!(notice(&table), Some(Notice::CodeGone));
    assert_eq!(table.machine.opening_here(), None);
    table.machine.apply(Intent::OpenHere, table.now);
    let order = table.order();
    assert_eq!(order.action, Action::OpenHere(Box::new(code("BBBBB"))));
}

#[test]
fn a_renewed_code_is_not_opened_by_itself() {
    let (mut table, open) = opening();
    table.answer(&open, ActionResult::OpenedHere(true));
    table.sleep(900);
    table.give_code("BBBBB");
    assert_eq!(notice(&table), Some(Notice::Expired));
    assert_eq!(table.machine.next_action(table.now), None);
}

#[test]
fn who_opens_the_page_here_is_present_and_codes_go_on_being_renewed() {
    let mut table = Table::with(Unattended::AtMost(1), vec![Flow::Pin]);
    for text in ["AAAAA", "BBBBB", "CCCCC"] {
        table.give_code(text);
        table.machine.apply(Intent::OpenHere, table.now);
        let open = table.order();
        table.answer(&open, ActionResult::OpenedHere(true));
        table.sleep(900);
    }
    table.give_code("DDDDD");
}

#[test]
fn without_a_code_nothing_is_opened() {
    let mut table = Table::new();
    table.machine.apply(Intent::OpenHere, table.now);
    table.give_code("AAAAA");
    assert_eq!(table.machine.next_action(table.now), None);
    assert_eq!(notice(&table), None);
}
