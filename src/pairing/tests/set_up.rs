//! Asking for the client id and secret first (rule 17).

use super::consent::{BY_HAND, carried_code, client, credentials, page, table};
use super::*;
use crate::authorization::ExchangeError;

#[test]
fn a_client_that_is_lacking_is_asked_for_where_that_can_be() {
    for lacks in [Rejection::NoClientId, Rejection::NoClientSecret] {
        for can_be_set_up in [true, false] {
            let mut table = table(BY_HAND);
            table.machine.can_be_set_up = can_be_set_up;
            let begin = table.order();
            let why = CannotBegin::Settings(lacks.clone());
            table.answer(&begin, Answer::Begun(Err(why.clone())));
            if can_be_set_up {
                assert_eq!(table.order().action, Action::AskForClient(Way::Carried));
            } else {
                table.assert_stopped(Stop::CannotBegin(why));
            }
        }
    }
    let mut table = table(BY_HAND);
    let begin = table.order();
    table.answer(&begin, Answer::Begun(Err(CannotBegin::PortTaken(8765))));
    table.assert_stopped(Stop::CannotBegin(CannotBegin::PortTaken(8765)));
}

#[test]
fn a_client_that_is_given_is_kept_and_the_same_page_goes_on_to_the_code() {
    for (kept, notice) in [(true, None), (false, Some(Notice::ClientNotKept))] {
        let (mut table, ticket) = Table::setting_up();
        table.sleep(60);
        table.event(ticket, client());
        let keep = table.order();
        let given = Action::KeepClient(credentials());
        assert_eq!(keep.action, given);
        table.sleep(1800);
        assert_eq!(table.machine.next_order(table.now), None, "it was in time");
        table.answer(&keep, Answer::KeptClient(kept));
        let same = Some(ticket);
        assert_eq!(table.machine.reception(), same, "the page stays open");
        let next = table.begin(Reception::Phone(page()));
        assert_eq!(table.machine.reception(), Some(next));
        assert_eq!(table.consent().notice, notice);
    }
}

#[test]
fn a_client_is_waited_for_as_long_as_its_page_is_open() {
    let (mut table, _) = Table::setting_up();
    let (told, at) = table.next();
    assert_eq!(
        (told.action, at),
        (Action::TellPhone(Told::Failed), 30 * 60)
    );
    table.assert_stopped(Stop::TimeOver(Way::Carried));
    for (event, stop) in [
        (Event::Closed, Stop::PageClosed),
        (Event::TimeOver, Stop::TimeOver(Way::Carried)),
    ] {
        let (mut table, ticket) = Table::setting_up();
        table.event(ticket, event);
        table.assert_stopped(stop);
    }
    let (mut table, _) = Table::setting_up();
    table.wish(Intent::SetUp);
    let ask = table.order();
    let why = CannotBegin::NoPhone(NoPhone::NoNetwork);
    table.answer(&ask, Answer::AskingForClient(Err(why.clone())));
    table.assert_stopped(Stop::CannotBegin(why));
}

#[test]
fn a_wrong_secret_can_be_mended_and_the_sign_in_goes_on() {
    let (mut table, ticket) = Table::carried();
    table.event(ticket, Event::Code(carried_code("a")));
    let exchange = table.order();
    let wrong = Rejection::ClientSecret {
        error: "invalid_client".into(),
    };
    let error = ExchangeError {
        why: RequestError::Rejected(wrong.clone()),
        code: crate::authorization::CodeState::Alive,
    };
    table.answer(&exchange, Answer::Exchanged(Err(error)));
    table.assert_stopped(Stop::Refused(wrong));
    table.assert_told(Told::Failed);
    table.wish(Intent::SetUp);
    let ask = table.order();
    assert_eq!(ask.action, Action::AskForClient(Way::Carried));
    table.answer(&ask, Answer::AskingForClient(Ok(page())));
    table.event(ask.ticket, client());
    let keep = table.order();
    table.answer(&keep, Answer::KeptClient(true));
    table.begin(Reception::Phone(page()));
}

#[test]
fn where_the_code_is_on_this_screen_a_client_id_is_asked_for_if_a_person_wants_that() {
    let mut table = table(&[Way::Code]);
    let order = table.order();
    let lacking = RequestError::Rejected(Rejection::NoClientId);
    table.answer(&order, Answer::Code(Err(lacking)));
    assert!(matches!(
        table.machine.view(),
        View::Stopped(Stop::Rejected(_))
    ));
    table.machine.wish(Intent::SetUp, table.now);
    let ask = table.order();
    assert_eq!(ask.action, Action::AskForClient(Way::Code));
    table.answer(&ask, Answer::AskingForClient(Ok(page())));
    table.machine.event(ask.ticket, client(), table.now);
    let keep = table.order();
    assert_eq!(keep.action, Action::KeepClient(credentials()));
    table.answer(&keep, Answer::KeptClient(false));
    // The phone has done its part.
    assert_eq!(table.order().action, Action::TellPhone(Told::SetUp));
    assert_eq!(table.machine.reception(), None);
    assert_eq!(table.order().action, Action::RequestCode(Flow::Pin));
    let notice = Some(Notice::ClientNotKept);
    assert!(matches!(table.machine.view(), View::Asking { notice: n, .. } if n == notice));
}
