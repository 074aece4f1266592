//! One service, with events in any order: what must hold whatever happens.

use proptest::prelude::*;

use super::any::{KINDS, Outside, opens, token_in};
use super::sign_in::{BY_HAND, harness};
use super::*;
use crate::auth::{AuthorizationCode, CodeState};

#[derive(Clone, Debug)]
enum Step {
    Sleep(u64),
    Intent(Intent),
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
            Intent::Move(StoreChoice::InFile),
            Intent::Unlock,
            Intent::PairInFile,
        ])
        .prop_map(Step::Intent),
        6 => (any::<prop::sample::Index>(), 0..KINDS).prop_map(|(which, how)| Step::ActionResult(which, how)),
        3 => (any::<prop::sample::Index>(), 0..KINDS).prop_map(|(which, how)| Step::Event(which, how)),
    ]
}

/// What has been seen of the machine.
struct Simulation {
    harness: Harness,
    under_way: Vec<ActionRequest>,
    /// The tickets of the orders that opened something.
    opened: Vec<u32>,
    /// Those of them that asked for an application.
    set_ups: Vec<u32>,
    /// Never to be sent again.
    spent: Vec<AuthorizationCode>,
    /// Came, and are not stored yet.
    tokens: Vec<Token>,
    outside: Outside,
    last_poll: Option<Instant>,
}

impl Simulation {
    /// Takes all orders, as the engine does.
    fn take_orders(&mut self) {
        while let Some(order) = self.harness.machine.next_action(self.harness.now) {
            match &order.action {
                Action::AskForClient(_) => self.set_ups.push(order.ticket),
                Action::KeepClient(client) => self.outside.client_id.clone_from(&client.id),
                Action::Exchange(sign_in, code) => {
                    let own = sign_in.client_id == self.outside.client_id;
                    assert!(own, "a code is sent by another application than its own");
                    assert!(!self.spent.contains(code), "a spent code is sent again");
                    assert!(self.harness.machine.is_storing());
                }
                Action::Store(token, _) => assert!(self.tokens.contains(token)),
                Action::Poll(code) => {
                    let now = self.harness.now;
                    let last = self.last_poll.replace(now);
                    assert!(last.is_none_or(|last| now >= last + code.interval));
                }
                Action::Picture(_) => {
                    assert!(matches!(self.harness.machine.view(), View::Paired { .. }));
                }
                Action::OpenHere(code) => {
                    assert_eq!(code.user_code.expose(), self.harness.shown_code());
                }
                Action::ShowOnPhone(code) => {
                    assert_eq!(code.user_code.expose(), self.harness.shown_code());
                    assert_eq!(code.flow(), Flow::Device, "the page is not encrypted");
                    assert!(self.harness.machine.receiver.is_some());
                }
                Action::NotifyPhone(FormOutcome::Done) => {
                    let shown = self.harness.machine.view();
                    // Another token may have come meanwhile.
                    let another = !self.tokens.is_empty() && shown == View::Storing;
                    assert!(another || matches!(shown, View::Paired { .. }));
                }
                _ => {}
            }
            if !matches!(
                order.action,
                Action::NotifyPhone(_) | Action::ShowOnPhone(_) | Action::TellTrouble
            ) {
                self.under_way.push(order);
            }
        }
    }

    /// What holds whenever the machine has been asked for orders.
    fn check(&self) {
        let Harness { machine, now, .. } = &self.harness;
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
            View::Waiting(waiting) => {
                assert!(in_flight.is_some() || waiting.expires_at > *now);
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
        let beside_codes = matches!(machine.phase, Phase::Asking(_) | Phase::Waiting(_));
        if let Some(open) = &machine.receiver {
            let took_the_client = self.set_ups.contains(open);
            assert!(may_be_open || beside_codes && took_the_client, "{view:?}");
        }
    }

    fn answer(&mut self, order: &ActionRequest, how: u8) {
        let answer = self.outside.result(&order.action, how);
        let brought = token_in(&answer).cloned();
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
        let opened = opens(&answer).then_some(order.ticket);
        if let ActionResult::Code(_) = answer {
            self.last_poll = None;
        }
        let before = self.harness.machine.next_deadline();
        self.harness.answer(order, answer);
        self.opened.extend(opened);
        self.tokens.extend(brought);
        self.tokens.retain(|token| Some(token) != stored);
        if let Action::Picture(_) | Action::OpenHere(_) = order.action {
            assert_eq!(
                before,
                self.harness.machine.next_deadline(),
                "it moves nothing"
            );
        }
    }

    /// No button loses a token that is not stored yet.
    fn apply(&mut self, intent: Intent) {
        let storing = |harness: &Harness| {
            harness.machine.cannot_store() || harness.machine.view() == View::Storing
        };
        let before = storing(&self.harness);
        self.harness.apply(intent);
        assert_eq!(before, storing(&self.harness));
    }

    fn event(&mut self, ticket: u32, how: u8) {
        let event = self.outside.event(how);
        let before = self.harness.machine.view();
        let waited_for = self.harness.machine.receiver == Some(ticket);
        self.harness.event(ticket, event);
        if !waited_for {
            assert_eq!(
                before,
                self.harness.machine.view(),
                "nothing is awaited there"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    /// Whatever happens in whatever order: no code is sent that is spent, no poll is sent within the interval, no code is
    /// shown beyond its life unless a poll is in flight, a token leaves only into the store, nothing that is over is
    /// listened to, and the machine neither spins nor stands still without a reason.
    #[test]
    fn no_order_of_events_breaks_the_rules(
        by_code in any::<bool>(),
        steps in prop::collection::vec(step(), 1..150),
    ) {
        let ways: &[SignInMethod] = if by_code { &[SignInMethod::Code, SignInMethod::Browser] } else { BY_HAND };
        let mut simulation = Simulation {
            harness: harness(ways),
            under_way: Vec::new(),
            opened: Vec::new(),
            set_ups: Vec::new(),
            spent: Vec::new(),
            tokens: Vec::new(),
            outside: Outside::new(),
            last_poll: None,
        };
        for step in steps {
            simulation.take_orders();
            simulation.check();
            match step {
                Step::Sleep(seconds) => simulation.harness.sleep(seconds),
                Step::Intent(intent) => simulation.apply(intent),
                Step::Typed => {
                    let code = simulation.outside.code();
                    simulation.harness.apply(Intent::Typed(code));
                }
                Step::ActionResult(which, how) if !simulation.under_way.is_empty() => {
                    let order = simulation.under_way.remove(which.index(simulation.under_way.len()));
                    simulation.answer(&order, how);
                }
                Step::Event(which, how) if !simulation.opened.is_empty() => {
                    // Mostly the newest one.
                    let newest = simulation.opened.len() - 1;
                    let place = which.index(2 * newest + 2).min(newest);
                    simulation.event(simulation.opened[place], how);
                }
                Step::ActionResult(..) | Step::Event(..) => {}
            }
        }
    }
}
