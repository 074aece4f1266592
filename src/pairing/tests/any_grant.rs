//! Sign-ins through a page, with events in any order: what must hold whatever happens.

use proptest::prelude::*;

use super::sign_in::{BY_HAND, begun, carried_code, page, table};
use super::*;
use crate::auth::{AuthorizationCode, ClientCredentials, CodeState, ExchangeError};

#[derive(Clone, Debug)]
enum Step {
    Sleep(u64),
    Wish(Intent),
    /// A code is typed.
    Typed,
    /// An order that is under way, and how it ends.
    ActionResult(prop::sample::Index, u8),
    /// One of all places that were ever opened, and what happens there.
    Event(prop::sample::Index, u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => (0..1000u64).prop_map(Step::Sleep),
        1 => (0..8u64).prop_map(Step::Sleep),
        1 => Just(Step::Typed),
        3 => prop::sample::select(vec![
            Intent::Touched,
            Intent::NewCode,
            Intent::OpenHere,
            Intent::TryNow,
            Intent::PairAgain,
            Intent::Unpair,
            Intent::SetUp,
            Intent::SignIn(SignInMethod::Code),
            Intent::SignIn(SignInMethod::ManualCode),
            Intent::SignIn(SignInMethod::Browser),
            Intent::KeepNext(StoreChoice::InFile),
            Intent::Home,
        ])
        .prop_map(Step::Wish),
        6 => (any::<prop::sample::Index>(), 0..12u8).prop_map(|(which, how)| Step::ActionResult(which, how)),
        3 => (any::<prop::sample::Index>(), 0..12u8).prop_map(|(which, how)| Step::Event(which, how)),
    ]
}

/// What the world has seen of the machine.
struct World {
    table: Table,
    under_way: Vec<ActionRequest>,
    /// The tickets of the orders that opened something.
    opened: Vec<u32>,
    /// Never to be sent again.
    spent: Vec<AuthorizationCode>,
    /// Came, and are not stored yet.
    tokens: Vec<Token>,
    made: u32,
    /// The application in use.
    client_id: String,
}

impl World {
    fn new_code(&mut self) -> AuthorizationCode {
        self.made += 1;
        carried_code(&format!("code {}", self.made))
    }

    fn new_token(&mut self) -> Token {
        self.made += 1;
        Token {
            access_token: Secret::new(format!("token {}", self.made)),
            ..token()
        }
    }

    /// Takes all orders, as the engine does.
    fn take_orders(&mut self) {
        while let Some(order) = self.table.machine.next_action(self.table.now) {
            match &order.action {
                Action::KeepClient(client) => self.client_id.clone_from(&client.id),
                Action::Exchange(sign_in, code) => {
                    let own = sign_in.client_id == self.client_id;
                    assert!(own, "a code is sent by another application than its own");
                    assert!(!self.spent.contains(code), "a spent code is sent again");
                    assert!(self.table.machine.is_storing());
                }
                Action::Store(token, _) => assert!(self.tokens.contains(token)),
                Action::NotifyPhone(FormOutcome::Done) => {
                    let shown = self.table.machine.view();
                    // Another token may have come meanwhile.
                    let another = !self.tokens.is_empty() && shown == View::Storing;
                    assert!(another || matches!(shown, View::Paired { .. }));
                }
                _ => {}
            }
            if !matches!(order.action, Action::NotifyPhone(_)) {
                self.under_way.push(order);
            }
        }
    }

    /// What holds whenever the machine has been asked for orders.
    fn check(&self) {
        let Table { machine, now, .. } = &self.table;
        let view = machine.view();
        let held = match view {
            View::Storing | View::CannotStore { .. } => true,
            // One that came while the last one was being forgotten.
            View::Forgetting => !self.tokens.is_empty() && machine.is_storing(),
            _ => false,
        };
        let unstored = !self.tokens.is_empty();
        assert_eq!(unstored, held, "a token leaves only into the store");
        if let Some(deadline) = machine.next_deadline() {
            assert!(deadline.at > *now, "it would spin: {view:?}");
        }
        let in_flight = machine.in_flight.as_ref().map(|request| request.ticket);
        if let Some(ticket) = in_flight {
            let under_way = self.under_way.iter().any(|order| order.ticket == ticket);
            assert!(under_way, "nothing ends that was not begun");
        }
        let waits_for_a_person = match &view {
            View::Resting | View::Stopped(_) | View::Refused { .. } | View::Paired { .. } => true,
            View::AwaitingCode(consent) => {
                assert!(consent.expires_at > *now);
                false
            }
            _ => false,
        };
        let goes_on = machine.next_deadline().is_some() || in_flight.is_some();
        assert!(goes_on || waits_for_a_person, "it stands still: {view:?}");
        let may_be_open = matches!(
            view,
            View::Starting
                | View::SettingUp(_)
                | View::AwaitingCode(_)
                | View::Exchanging { .. }
                | View::Storing
                | View::CannotStore { .. }
        );
        assert!(machine.receiver.is_none() || may_be_open, "{view:?}");
    }

    fn answer(&mut self, order: &ActionRequest, how: u8) {
        let answer = self.answer_to(&order.action, how);
        let brought = match &answer {
            ActionResult::Polled(Ok(PollOutcome::Authorized(token)))
            | ActionResult::Exchanged(Ok(token)) => Some(token.clone()),
            _ => None,
        };
        if let (Action::Exchange(_, code), ActionResult::Exchanged(Err(error))) =
            (&order.action, &answer)
            && error.code == CodeState::Spent
        {
            self.spent.push(code.clone());
        }
        let stored = match (&order.action, &answer) {
            (Action::Store(token, _), ActionResult::Stored(Ok(_))) => Some(token),
            _ => None,
        };
        let opened = match &answer {
            ActionResult::SignInStarted(Ok(_)) | ActionResult::AskingForClient(Ok(_)) => {
                Some(order.ticket)
            }
            _ => None,
        };
        self.table.answer(order, answer);
        self.opened.extend(opened);
        self.tokens.extend(brought);
        self.tokens.retain(|token| Some(token) != stored);
    }

    fn answer_to(&mut self, action: &Action, how: u8) -> ActionResult {
        let transient = |trouble: Trouble, code| {
            let why = trouble.into();
            ActionResult::Exchanged(Err(ExchangeError { why, code }))
        };
        let rejected = |rejection, code| {
            let why = RequestError::Rejected(rejection);
            ActionResult::Exchanged(Err(ExchangeError { why, code }))
        };
        let cannot = |why| ActionResult::SignInStarted(Err(why));
        match (action, how) {
            (Action::Load, _) => ActionResult::Loaded(Ok(None)),
            (Action::RequestCode(_), 0) => ActionResult::Code(Err(Trouble::Timeout.into())),
            (Action::RequestCode(_), 1) => ActionResult::Code(Err(refused(400))),
            (Action::RequestCode(_), _) => ActionResult::Code(Ok(code("AAAAA"))),
            (Action::Poll(_), 0) => ActionResult::Polled(lost()),
            (Action::Poll(_), 1) => ActionResult::Polled(Ok(PollOutcome::Denied)),
            (Action::Poll(_), 2) => ActionResult::Polled(Ok(PollOutcome::CodeGone(None))),
            (Action::Poll(_), 3..=5) => {
                ActionResult::Polled(Ok(PollOutcome::Authorized(self.new_token())))
            }
            (Action::Poll(_), _) => ActionResult::Polled(Ok(PollOutcome::Pending)),
            (Action::Store(..), 0..=4) => ActionResult::Stored(Err(StoreTrouble::Locked)),
            (Action::Store(..), _) => ActionResult::Stored(Ok(StoreLocation::Keyring)),
            (Action::Move(_), _) => ActionResult::Moved(Ok(StoreLocation::Keyring)),
            (Action::CheckToken(_), 0) => ActionResult::TokenChecked(Err(Trouble::Dns.into())),
            (Action::CheckToken(_), 1) => {
                ActionResult::TokenChecked(Err(RequestError::Rejected(Rejection::Token)))
            }
            (Action::CheckToken(token), 2) => ActionResult::Renewed(token.clone(), Ok(profile())),
            (Action::CheckToken(_), _) => ActionResult::TokenChecked(Ok(profile())),
            (Action::Forget(_), 0) => ActionResult::Forgotten(Err(StoreTrouble::Locked)),
            (Action::Forget(_), _) => ActionResult::Forgotten(Ok(true)),
            (Action::Begin(_), 0) => cannot(StartError::Settings(Rejection::NoClientId)),
            (Action::Begin(_), 1) => cannot(StartError::PortTaken(8765)),
            (Action::Begin(way), how) => {
                let mut begun = begun(match (way, how) {
                    (SignInMethod::Browser, _) => CodeSource::Browser,
                    (_, 2..=4) => CodeSource::Typing(NoPhone::NoNetwork),
                    _ => CodeSource::Phone(page()),
                });
                begun.sign_in.client_id.clone_from(&self.client_id);
                ActionResult::SignInStarted(Ok(begun))
            }
            (Action::AskForClient(_), 0) => {
                ActionResult::AskingForClient(Err(StartError::NoPhone(NoPhone::NoNetwork)))
            }
            (Action::AskForClient(_), _) => ActionResult::AskingForClient(Ok(page())),
            (Action::KeepClient(..), _) => ActionResult::KeptClient(how > 2),
            (Action::Exchange(..), 0) => transient(Trouble::Busy, CodeState::Alive),
            (Action::Exchange(..), 1) => ActionResult::Exchanged(Err(ExchangeError {
                why: RequestError::Transient {
                    trouble: Trouble::Busy,
                    retry_after: Some(Duration::from_secs(200)),
                },
                code: CodeState::Alive,
            })),
            (Action::Exchange(..), 2 | 3) => transient(Trouble::Timeout, CodeState::Uncertain),
            (Action::Exchange(..), 4) => transient(Trouble::Timeout, CodeState::Spent),
            (Action::Exchange(..), 5 | 6) => rejected(Rejection::Code, CodeState::Spent),
            (Action::Exchange(..), 7) => rejected(Rejection::NoClientSecret, CodeState::Alive),
            (Action::Exchange(..), _) => ActionResult::Exchanged(Ok(self.new_token())),
            (
                Action::Unlock
                | Action::Remember(_)
                | Action::NotifyPhone(_)
                | Action::RefreshStatus,
                _,
            ) => ActionResult::Done,
            (Action::Picture(_), _) => ActionResult::Pictured(None),
            (Action::OpenHere(_), _) => ActionResult::OpenedHere(true),
        }
    }

    fn event(&mut self, ticket: u32, how: u8) {
        let event = match how {
            0 => SignInEvent::Opened,
            1 => SignInEvent::WrongNumber(3),
            2 => SignInEvent::Closed,
            3 => SignInEvent::Denied,
            4 => SignInEvent::Refused("invalid_scope".into()),
            5 => SignInEvent::TimeOver,
            6 => SignInEvent::Client(sign_in::credentials()),
            7 => SignInEvent::Client(ClientCredentials {
                id: "other".into(),
                secret: None,
            }),
            8 => SignInEvent::OtherIssuer,
            _ => SignInEvent::Code(self.new_code()),
        };
        let before = self.table.machine.view();
        let waited_for = self.table.machine.receiver == Some(ticket);
        self.table.event(ticket, event);
        if !waited_for {
            assert_eq!(before, self.table.machine.view(), "nobody waits there");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    /// Whatever happens in whatever order: no code is sent that is spent, a token leaves only into the store, nothing
    /// that is over is listened to, and the machine neither spins nor stands still without a reason.
    #[test]
    fn no_order_of_events_breaks_the_rules_of_a_grant(
        by_code in any::<bool>(),
        steps in prop::collection::vec(step(), 1..150),
    ) {
        let ways: &[SignInMethod] = if by_code { &[SignInMethod::Code, SignInMethod::Browser] } else { BY_HAND };
        let mut world = World {
            table: table(ways),
            under_way: Vec::new(),
            opened: Vec::new(),
            spent: Vec::new(),
            tokens: Vec::new(),
            made: 0,
            client_id: sign_in::credentials().id,
        };
        for step in steps {
            world.take_orders();
            world.check();
            match step {
                Step::Sleep(seconds) => world.table.sleep(seconds),
                Step::Wish(intent) => world.table.apply(intent),
                Step::Typed => {
                    let code = world.new_code();
                    world.table.apply(Intent::Typed(code));
                }
                Step::ActionResult(which, how) if !world.under_way.is_empty() => {
                    let order = world.under_way.remove(which.index(world.under_way.len()));
                    world.answer(&order, how);
                }
                Step::Event(which, how) if !world.opened.is_empty() => {
                    // Mostly the newest one.
                    let newest = world.opened.len() - 1;
                    let place = which.index(2 * newest + 2).min(newest);
                    world.event(world.opened[place], how);
                }
                Step::ActionResult(..) | Step::Event(..) => {}
            }
        }
    }
}
