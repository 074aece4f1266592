//! Asking for the client id and secret first (rule 17).

use super::sign_in::{BY_HAND, carried_code, client, credentials, harness, page};
use super::*;
use crate::auth::{ClientCredentials, CodeState, ExchangeError};

#[test]
fn a_client_that_is_lacking_is_asked_for_where_that_can_be() {
    for lacks in [Rejection::NoClientId, Rejection::NoClientSecret] {
        for can_be_set_up in [true, false] {
            let mut harness = harness(BY_HAND);
            harness.machine.plan.can_be_set_up = can_be_set_up;
            let begin = harness.order();
            let why = StartError::Settings(lacks.clone());
            harness.answer(&begin, ActionResult::SignInStarted(Err(why.clone())));
            if can_be_set_up {
                assert_eq!(
                    harness.order().action,
                    Action::AskForClient(SignInMethod::ManualCode)
                );
            } else {
                harness.assert_stopped(Stop::StartError(why));
            }
        }
    }
    let mut harness = harness(BY_HAND);
    let begin = harness.order();
    harness.answer(
        &begin,
        ActionResult::SignInStarted(Err(StartError::PortTaken(8765))),
    );
    harness.assert_stopped(Stop::StartError(StartError::PortTaken(8765)));
}

#[test]
fn a_client_that_is_given_is_kept_and_the_same_page_goes_on_to_the_code() {
    for (kept, notice) in [(true, None), (false, Some(Notice::ClientNotKept))] {
        let (mut harness, ticket) = Harness::setting_up();
        harness.sleep(60);
        harness.event(ticket, client());
        let keep = harness.order();
        let given = Action::KeepClient(credentials());
        assert_eq!(keep.action, given);
        harness.sleep(1800);
        assert_eq!(
            harness.machine.next_action(harness.now),
            None,
            "it was in time"
        );
        harness.answer(&keep, ActionResult::KeptClient(kept));
        let same = Some(ticket);
        assert_eq!(harness.machine.receiver, same, "the page stays open");
        let next = harness.begin(CodeSource::Phone(page()));
        assert_eq!(harness.machine.receiver, Some(next));
        assert_eq!(harness.consent().notice, notice);
    }
}

#[test]
fn a_client_is_waited_for_as_long_as_its_page_is_open() {
    let (mut harness, _) = Harness::setting_up();
    let (told, at) = harness.next();
    assert_eq!(
        (told.action, at),
        (Action::NotifyPhone(FormOutcome::Failed), 30 * 60)
    );
    harness.assert_stopped(Stop::TimeOver(SignInMethod::ManualCode));
    for (event, stop) in [
        (SignInEvent::Closed, Stop::PageClosed),
        (
            SignInEvent::TimeOver,
            Stop::TimeOver(SignInMethod::ManualCode),
        ),
    ] {
        let (mut harness, ticket) = Harness::setting_up();
        harness.event(ticket, event);
        harness.assert_stopped(stop);
    }
    let (mut harness, _) = Harness::setting_up();
    harness.apply(Intent::SetUp);
    let ask = harness.order();
    let why = StartError::NoPhone(NoPhone::NoNetwork);
    harness.answer(&ask, ActionResult::AskingForClient(Err(why.clone())));
    harness.assert_stopped(Stop::StartError(why));
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

impl Harness {
    /// A browser brought the code `a`, and the service refused the secret.
    fn with_a_wrong_secret(code: CodeState) -> Self {
        let (mut harness, ticket) = Self::browser();
        harness.event(ticket, SignInEvent::Code(carried_code("a")));
        let exchange = harness.order();
        let (wrong, answer) = wrong_secret(code);
        harness.answer(&exchange, answer);
        harness.assert_stopped(Stop::Refused(wrong));
        harness.assert_told(FormOutcome::Failed);
        harness
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
    let mut harness = Harness::with_a_wrong_secret(CodeState::Alive);
    harness.sleep(5 * 60);
    let ticket = harness.mend(client());
    let exchange = harness.exchange_of("a");
    assert_eq!(harness.machine.receiver, Some(ticket), "the phone waits");
    harness.answer(&exchange, ActionResult::Exchanged(Ok(token())));
    let store = harness.order();
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    assert_eq!(
        harness.order().action,
        Action::NotifyPhone(FormOutcome::Done)
    );
}

#[test]
fn a_living_code_is_sent_again_when_a_person_tries_again() {
    let mut harness = Harness::with_a_wrong_secret(CodeState::Alive);
    for _ in 0..2 {
        harness.apply(Intent::TryNow);
        let exchange = harness.exchange_of("a");
        let (wrong, answer) = wrong_secret(CodeState::Alive);
        harness.answer(&exchange, answer);
        harness.assert_stopped(Stop::Refused(wrong));
    }
}

#[test]
fn a_spent_code_is_not_sent_again_though_the_secret_is_mended() {
    let mut harness = Harness::with_a_wrong_secret(CodeState::Spent);
    harness.mend(client());
    harness.assert_told(FormOutcome::SetUp);
    harness.begin(CodeSource::Browser);
    let mut harness = Harness::with_a_wrong_secret(CodeState::Spent);
    harness.apply(Intent::TryNow);
    harness.begin(CodeSource::Browser);
}

#[test]
fn the_code_of_one_application_is_never_sent_by_another() {
    let mut harness = Harness::with_a_wrong_secret(CodeState::Alive);
    harness.mend(other_client());
    harness.assert_told(FormOutcome::SetUp);
    harness.begin(CodeSource::Browser);
    // Nor if the person leaves the page after that, and tries again.
    let mut harness = Harness::with_a_wrong_secret(CodeState::Alive);
    let ticket = harness.ask_for_client();
    harness.event(ticket, other_client());
    assert!(matches!(harness.order().action, Action::KeepClient(_)));
    let ticket = harness.ask_for_client();
    harness.event(ticket, SignInEvent::Closed);
    harness.assert_stopped(Stop::PageClosed);
    harness.assert_told(FormOutcome::Failed);
    harness.apply(Intent::TryNow);
    harness.begin(CodeSource::Browser);
}

#[test]
fn a_code_whose_life_is_over_is_not_sent_again() {
    let life = 30 * 60;
    for (seconds, lives) in [(life - 1, true), (life, false)] {
        let mut harness = Harness::with_a_wrong_secret(CodeState::Alive);
        harness.sleep(seconds);
        harness.apply(Intent::TryNow);
        if lives {
            harness.exchange_of("a");
        } else {
            harness.begin(CodeSource::Browser);
        }
    }
}

#[test]
fn a_code_is_kept_for_this_sign_in_only() {
    let ways: &[Intent] = &[Intent::NewCode, Intent::SignIn(SignInMethod::Browser)];
    for intent in ways {
        let mut harness = Harness::with_a_wrong_secret(CodeState::Alive);
        harness.apply(intent.clone());
        let ticket = harness.begin(CodeSource::Browser);
        harness.event(ticket, SignInEvent::TimeOver);
        harness.assert_stopped(Stop::TimeOver(SignInMethod::Browser));
        harness.assert_told(FormOutcome::Failed);
        harness.apply(Intent::TryNow);
        harness.begin(CodeSource::Browser);
    }
}

#[test]
fn a_carried_code_that_was_mended_in_vain_is_asked_for_on_a_new_page() {
    let (mut harness, ticket) = Harness::carried();
    harness.event(ticket, SignInEvent::Code(carried_code("a")));
    let exchange = harness.order();
    harness.answer(&exchange, wrong_secret(CodeState::Alive).1);
    harness.assert_told(FormOutcome::Failed);
    harness.apply(Intent::TryNow);
    let exchange = harness.exchange_of("a");
    let error = ExchangeError {
        why: RequestError::Rejected(Rejection::Code),
        code: CodeState::Spent,
    };
    harness.answer(&exchange, ActionResult::Exchanged(Err(error)));
    harness.begin(CodeSource::Phone(page()));
    assert_eq!(harness.consent().notice, Some(Notice::CodeRefused));
}

/// A television whose usual way is a code on the screen, and which lacks a client id.
fn without_a_client_id(can_be_set_up: bool) -> (Harness, Stop) {
    let mut harness = harness(&[SignInMethod::Code]);
    harness.machine.plan.flows = vec![Flow::Pin, Flow::Device];
    harness.machine.plan.can_be_set_up = can_be_set_up;
    let mut lacking = Vec::new();
    for flow in [Flow::Pin, Flow::Device] {
        let request = harness.order();
        assert_eq!(request.action, Action::RequestCode(flow));
        let why = RequestError::Rejected(Rejection::NoClientId);
        harness.answer(&request, ActionResult::Code(Err(why)));
        lacking.push((flow, Rejection::NoClientId));
    }
    (harness, Stop::Rejected(lacking))
}

#[test]
fn where_the_code_is_on_this_screen_a_client_id_that_is_lacking_is_asked_for_too() {
    let (mut harness, _) = without_a_client_id(true);
    assert!(matches!(harness.machine.view(), View::SettingUp(_)));
    let ask = harness.order();
    assert_eq!(ask.action, Action::AskForClient(SignInMethod::Code));
    harness.answer(&ask, ActionResult::AskingForClient(Ok(page())));
    harness.machine.event(ask.ticket, client(), harness.now);
    let keep = harness.order();
    assert_eq!(keep.action, Action::KeepClient(credentials()));
    harness.answer(&keep, ActionResult::KeptClient(false));
    assert_eq!(harness.order().action, Action::RequestCode(Flow::Pin));
    let notice = Some(Notice::ClientNotKept);
    assert!(matches!(harness.machine.view(), View::Asking { notice: n, .. } if n == notice));
}

#[test]
fn a_secret_that_is_lacking_is_asked_for_like_a_client_id() {
    let mut harness = harness(&[SignInMethod::Code]);
    harness.machine.plan.flows = vec![Flow::Device];
    harness.machine.plan.can_be_set_up = true;
    let request = harness.order();
    let why = RequestError::Rejected(Rejection::NoClientSecret);
    harness.answer(&request, ActionResult::Code(Err(why)));
    assert!(matches!(harness.machine.view(), View::SettingUp(_)));
    assert_eq!(
        harness.order().action,
        Action::AskForClient(SignInMethod::Code)
    );
}

#[test]
fn a_client_id_that_is_typed_is_kept_too_and_the_page_closes() {
    let (mut harness, _) = without_a_client_id(true);
    let ask = harness.order();
    harness.apply(Intent::Client(credentials()));
    harness.answer(&ask, ActionResult::AskingForClient(Ok(page())));
    assert_eq!(harness.machine.next_action(harness.now), None, "too early");
    harness.apply(Intent::Client(credentials()));
    assert_eq!(harness.machine.receiver, None);
    harness.apply(Intent::Client(ClientCredentials::public("another")));
    harness.event(ask.ticket, other_client());
    let keep = harness.order();
    assert_eq!(keep.action, Action::KeepClient(credentials()), "the first");
    harness.answer(&keep, ActionResult::KeptClient(true));
    harness.apply(Intent::Client(ClientCredentials::public("another")));
    assert_eq!(harness.order().action, Action::RequestCode(Flow::Pin));
}

#[test]
fn where_no_page_can_be_served_it_stops_for_want_of_the_client_id() {
    let (harness, lacking) = without_a_client_id(false);
    harness.assert_stopped(lacking);
    let (mut harness, lacking) = without_a_client_id(true);
    for _ in 0..2 {
        let ask = harness.order();
        let why = StartError::NoPhone(NoPhone::NoNetwork);
        harness.answer(&ask, ActionResult::AskingForClient(Err(why)));
        harness.assert_stopped(lacking.clone());
        // A network may have come.
        harness.apply(Intent::TryNow);
        for _ in [Flow::Pin, Flow::Device] {
            let request = harness.order();
            let why = RequestError::Rejected(Rejection::NoClientId);
            harness.answer(&request, ActionResult::Code(Err(why)));
        }
    }
    // Who asks for a page is told why there is none.
    harness.apply(Intent::SetUp);
    let ask = harness.order();
    let why = StartError::NoPhone(NoPhone::NoNetwork);
    harness.answer(&ask, ActionResult::AskingForClient(Err(why.clone())));
    harness.assert_stopped(Stop::StartError(why));
}

#[test]
fn a_client_id_that_is_refused_is_no_reason_to_ask_for_another_by_itself() {
    let mut harness = harness(&[SignInMethod::Code]);
    let request = harness.order();
    let wrong = Rejection::ClientId {
        error: "client_id_failed".into(),
    };
    let why = RequestError::Rejected(wrong.clone());
    harness.answer(&request, ActionResult::Code(Err(why)));
    harness.assert_stopped(Stop::Rejected(vec![(Flow::Pin, wrong)]));
}

#[test]
fn a_client_that_could_not_be_kept_is_told_once_more_beside_the_pairing() {
    let pair = |kept: bool| {
        let mut harness = Harness::with_a_wrong_secret(CodeState::Alive);
        let ticket = harness.ask_for_client();
        harness.event(ticket, client());
        let keep = harness.order();
        harness.answer(&keep, ActionResult::KeptClient(kept));
        let exchange = harness.exchange_of("a");
        harness.answer(&exchange, ActionResult::Exchanged(Ok(token())));
        let store = harness.order();
        harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
        match harness.machine.view() {
            View::Paired { failed_action, .. } => failed_action,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(pair(false), Some(FailedAction::KeepClient));
    assert_eq!(pair(true), None);
}

#[test]
fn a_phone_on_which_the_number_was_typed_is_known_on_the_same_page_only() {
    let known = Progress {
        opened: true,
        wrong_numbers: 0,
        number_typed: true,
    };
    let send = |harness: &mut Harness, ticket| {
        harness.event(ticket, SignInEvent::Opened);
        harness.event(ticket, SignInEvent::WrongNumber(1));
        harness.event(ticket, client());
        let keep = harness.order();
        harness.answer(&keep, ActionResult::KeptClient(true));
    };
    let (mut harness, ticket) = Harness::setting_up();
    send(&mut harness, ticket);
    let ticket = harness.begin(CodeSource::Phone(page()));
    assert_eq!(harness.consent().progress, known);
    harness.event(ticket, SignInEvent::WrongNumber(2));
    let shown = harness.consent().progress;
    assert_eq!(shown.wrong_numbers, 2, "of another phone");
    let (mut harness, ticket) = Harness::setting_up();
    send(&mut harness, ticket);
    let another = PhonePage {
        url: Secret::new("http://192.168.1.20:4712/def"),
        ..page()
    };
    harness.begin(CodeSource::Phone(another));
    assert_eq!(harness.consent().progress, Progress::default());
}
