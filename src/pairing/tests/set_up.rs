//! Asking for the client id and secret first (rule 17).

use super::sign_in::{BY_HAND, carried_code, client, credentials, page, table};
use super::*;
use crate::auth::{ClientCredentials, CodeState, ExchangeError};

#[test]
fn a_client_that_is_lacking_is_asked_for_where_that_can_be() {
    for lacks in [Rejection::NoClientId, Rejection::NoClientSecret] {
        for can_be_set_up in [true, false] {
            let mut table = table(BY_HAND);
            table.machine.plan.can_be_set_up = can_be_set_up;
            let begin = table.order();
            let why = StartError::Settings(lacks.clone());
            table.answer(&begin, ActionResult::SignInStarted(Err(why.clone())));
            if can_be_set_up {
                assert_eq!(
                    table.order().action,
                    Action::AskForClient(SignInMethod::ManualCode)
                );
            } else {
                table.assert_stopped(Stop::StartError(why));
            }
        }
    }
    let mut table = table(BY_HAND);
    let begin = table.order();
    table.answer(
        &begin,
        ActionResult::SignInStarted(Err(StartError::PortTaken(8765))),
    );
    table.assert_stopped(Stop::StartError(StartError::PortTaken(8765)));
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
        assert_eq!(table.machine.next_action(table.now), None, "it was in time");
        table.answer(&keep, ActionResult::KeptClient(kept));
        let same = Some(ticket);
        assert_eq!(table.machine.receiver, same, "the page stays open");
        let next = table.begin(CodeSource::Phone(page()));
        assert_eq!(table.machine.receiver, Some(next));
        assert_eq!(table.consent().notice, notice);
    }
}

#[test]
fn a_client_is_waited_for_as_long_as_its_page_is_open() {
    let (mut table, _) = Table::setting_up();
    let (told, at) = table.next();
    assert_eq!(
        (told.action, at),
        (Action::NotifyPhone(FormOutcome::Failed), 30 * 60)
    );
    table.assert_stopped(Stop::TimeOver(SignInMethod::ManualCode));
    for (event, stop) in [
        (SignInEvent::Closed, Stop::PageClosed),
        (
            SignInEvent::TimeOver,
            Stop::TimeOver(SignInMethod::ManualCode),
        ),
    ] {
        let (mut table, ticket) = Table::setting_up();
        table.event(ticket, event);
        table.assert_stopped(stop);
    }
    let (mut table, _) = Table::setting_up();
    table.apply(Intent::SetUp);
    let ask = table.order();
    let why = StartError::NoPhone(NoPhone::NoNetwork);
    table.answer(&ask, ActionResult::AskingForClient(Err(why.clone())));
    table.assert_stopped(Stop::StartError(why));
}

fn wrong_secret(code: CodeState) -> (Rejection, ActionResult) {
    let wrong = Rejection::ClientSecret {
        error: "invalid_client".into(),
    };
    let why = RequestError::Rejected(wrong.clone());
    (
        wrong,
        ActionResult::Exchanged(Err(ExchangeError { why, code })),
    )
}

fn other_client() -> SignInEvent {
    SignInEvent::Client(ClientCredentials {
        id: "other".into(),
        secret: None,
    })
}

impl Table {
    /// A browser brought the code `a`, and the service refused the secret.
    fn with_a_wrong_secret(code: CodeState) -> Self {
        let (mut table, ticket) = Self::browser();
        table.event(ticket, SignInEvent::Code(carried_code("a")));
        let exchange = table.order();
        let (wrong, answer) = wrong_secret(code);
        table.answer(&exchange, answer);
        table.assert_stopped(Stop::Refused(wrong));
        table.assert_told(FormOutcome::Failed);
        table
    }

    /// The page for a phone asks for an application again; with its ticket.
    fn ask_for_client(&mut self) -> u32 {
        self.apply(Intent::SetUp);
        let ask = self.order();
        assert_eq!(ask.action, Action::AskForClient(SignInMethod::Browser));
        self.answer(&ask, ActionResult::AskingForClient(Ok(page())));
        ask.ticket
    }

    fn mend(&mut self, client: SignInEvent) -> u32 {
        let ticket = self.ask_for_client();
        self.event(ticket, client);
        let keep = self.order();
        assert!(matches!(keep.action, Action::KeepClient(_)));
        self.answer(&keep, ActionResult::KeptClient(true));
        ticket
    }

    fn exchange_of(&mut self, code: &str) -> ActionRequest {
        let order = self.order();
        match &order.action {
            Action::Exchange(_, sent) => assert_eq!(*sent, carried_code(code)),
            other => panic!("{other:?}"),
        }
        order
    }
}

#[test]
fn a_living_code_is_sent_again_once_the_secret_is_mended() {
    let mut table = Table::with_a_wrong_secret(CodeState::Alive);
    table.sleep(5 * 60);
    let ticket = table.mend(client());
    let exchange = table.exchange_of("a");
    assert_eq!(table.machine.receiver, Some(ticket), "the phone waits");
    table.answer(&exchange, ActionResult::Exchanged(Ok(token())));
    let store = table.order();
    table.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    assert_eq!(table.order().action, Action::NotifyPhone(FormOutcome::Done));
}

#[test]
fn a_living_code_is_sent_again_when_a_person_tries_again() {
    let mut table = Table::with_a_wrong_secret(CodeState::Alive);
    for _ in 0..2 {
        table.apply(Intent::TryNow);
        let exchange = table.exchange_of("a");
        let (wrong, answer) = wrong_secret(CodeState::Alive);
        table.answer(&exchange, answer);
        table.assert_stopped(Stop::Refused(wrong));
    }
}

#[test]
fn a_spent_code_is_not_sent_again_though_the_secret_is_mended() {
    let mut table = Table::with_a_wrong_secret(CodeState::Spent);
    table.mend(client());
    table.begin(CodeSource::Browser);
    let mut table = Table::with_a_wrong_secret(CodeState::Spent);
    table.apply(Intent::TryNow);
    table.begin(CodeSource::Browser);
}

#[test]
fn the_code_of_one_application_is_never_sent_by_another() {
    let mut table = Table::with_a_wrong_secret(CodeState::Alive);
    table.mend(other_client());
    table.begin(CodeSource::Browser);
    // Nor if the person leaves the page after that, and tries again.
    let mut table = Table::with_a_wrong_secret(CodeState::Alive);
    let ticket = table.ask_for_client();
    table.event(ticket, other_client());
    assert!(matches!(table.order().action, Action::KeepClient(_)));
    let ticket = table.ask_for_client();
    table.event(ticket, SignInEvent::Closed);
    table.assert_stopped(Stop::PageClosed);
    table.assert_told(FormOutcome::Failed);
    table.apply(Intent::TryNow);
    table.begin(CodeSource::Browser);
}

#[test]
fn a_code_whose_life_is_over_is_not_sent_again() {
    let life = 30 * 60;
    for (seconds, lives) in [(life - 1, true), (life, false)] {
        let mut table = Table::with_a_wrong_secret(CodeState::Alive);
        table.sleep(seconds);
        table.apply(Intent::TryNow);
        if lives {
            table.exchange_of("a");
        } else {
            table.begin(CodeSource::Browser);
        }
    }
}

#[test]
fn a_code_is_kept_for_this_sign_in_only() {
    let ways: &[Intent] = &[Intent::NewCode, Intent::SignIn(SignInMethod::Browser)];
    for intent in ways {
        let mut table = Table::with_a_wrong_secret(CodeState::Alive);
        table.apply(intent.clone());
        let ticket = table.begin(CodeSource::Browser);
        table.event(ticket, SignInEvent::TimeOver);
        table.assert_stopped(Stop::TimeOver(SignInMethod::Browser));
        table.assert_told(FormOutcome::Failed);
        table.apply(Intent::TryNow);
        table.begin(CodeSource::Browser);
    }
}

#[test]
fn a_carried_code_that_was_mended_in_vain_is_asked_for_on_a_new_page() {
    let (mut table, ticket) = Table::carried();
    table.event(ticket, SignInEvent::Code(carried_code("a")));
    let exchange = table.order();
    table.answer(&exchange, wrong_secret(CodeState::Alive).1);
    table.assert_told(FormOutcome::Failed);
    table.apply(Intent::TryNow);
    let exchange = table.exchange_of("a");
    let error = ExchangeError {
        why: RequestError::Rejected(Rejection::Code),
        code: CodeState::Spent,
    };
    table.answer(&exchange, ActionResult::Exchanged(Err(error)));
    table.begin(CodeSource::Phone(page()));
    assert_eq!(table.consent().notice, Some(Notice::CodeRefused));
}

#[test]
fn where_the_code_is_on_this_screen_a_client_id_is_asked_for_if_a_person_wants_that() {
    let mut table = table(&[SignInMethod::Code]);
    let order = table.order();
    let lacking = RequestError::Rejected(Rejection::NoClientId);
    table.answer(&order, ActionResult::Code(Err(lacking)));
    assert!(matches!(
        table.machine.view(),
        View::Stopped(Stop::Rejected(_))
    ));
    table.machine.apply(Intent::SetUp, table.now);
    let ask = table.order();
    assert_eq!(ask.action, Action::AskForClient(SignInMethod::Code));
    table.answer(&ask, ActionResult::AskingForClient(Ok(page())));
    table.machine.event(ask.ticket, client(), table.now);
    let keep = table.order();
    assert_eq!(keep.action, Action::KeepClient(credentials()));
    table.answer(&keep, ActionResult::KeptClient(false));
    // The phone has done its part.
    assert_eq!(
        table.order().action,
        Action::NotifyPhone(FormOutcome::SetUp)
    );
    assert_eq!(table.machine.receiver, None);
    assert_eq!(table.order().action, Action::RequestCode(Flow::Pin));
    let notice = Some(Notice::ClientNotKept);
    assert!(matches!(table.machine.view(), View::Asking { notice: n, .. } if n == notice));
}

#[test]
fn a_client_that_could_not_be_kept_is_told_once_more_beside_the_pairing() {
    let pair = |kept: bool| {
        let mut table = Table::with_a_wrong_secret(CodeState::Alive);
        let ticket = table.ask_for_client();
        table.event(ticket, client());
        let keep = table.order();
        table.answer(&keep, ActionResult::KeptClient(kept));
        let exchange = table.exchange_of("a");
        table.answer(&exchange, ActionResult::Exchanged(Ok(token())));
        let store = table.order();
        table.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
        match table.machine.view() {
            View::Paired { failed_action, .. } => failed_action,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(pair(false), Some(FailedAction::KeepClient));
    assert_eq!(pair(true), None);
}
