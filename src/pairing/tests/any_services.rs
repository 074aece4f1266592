//! Several services, with events in any order, and an end at any moment: no token is lost.

use proptest::prelude::*;

use super::any::{KINDS, Outside, opens, token_in};
use super::sign_in::{BY_HAND, plan};
use super::*;
use crate::auth::Service;

#[derive(Clone, Debug)]
enum Step {
    Sleep(u64),
    Intent(Intent),
    Typed,
    /// An order that is under way, of whichever service, and how it ends.
    ActionResult(prop::sample::Index, u8),
    /// One of all places that were ever opened, and what happens there.
    Event(prop::sample::Index, u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => (0..1000u64).prop_map(Step::Sleep),
        2 => (0..8u64).prop_map(Step::Sleep),
        1 => Just(Step::Typed),
        4 => prop::sample::select(vec![
            Intent::Home,
            Intent::Home,
            Intent::Open(Service::simkl()),
            Intent::Open(Service::simkl()),
            Intent::Open(Service::shikimori()),
            Intent::Touched,
            Intent::NewCode,
            Intent::OpenHere,
            Intent::TryNow,
            Intent::PairAgain,
            Intent::Unpair,
            Intent::SetUp,
            Intent::SignIn(SignInMethod::Code),
            Intent::SignIn(SignInMethod::Browser),
            Intent::KeepNext(StoreChoice::InFile),
            Intent::Move(StoreChoice::InFile),
            Intent::Renew(Unattended::Always),
        ])
        .prop_map(Step::Intent),
        7 => (any::<prop::sample::Index>(), 0..KINDS).prop_map(|(which, how)| Step::ActionResult(which, how)),
        2 => (any::<prop::sample::Index>(), 0..KINDS).prop_map(|(which, how)| Step::Event(which, how)),
    ]
}

struct Simulation {
    home: Home,
    now: Instant,
    under_way: Vec<(Service, ActionRequest)>,
    /// The tickets of the orders that opened something.
    opened: Vec<u32>,
    /// Handed out by a service, and not in its store yet.
    unstored: Vec<(Service, Token)>,
    outside: Outside,
}

impl Simulation {
    fn new() -> Self {
        let now = Instant::now();
        let simkl = Plan {
            flows: vec![Flow::Pin, Flow::Device],
            ..plan(&[SignInMethod::Code, SignInMethod::Browser], true)
        };
        let plans = vec![
            (Service::simkl(), simkl),
            (Service::shikimori(), plan(BY_HAND, true)),
        ];
        Self {
            home: Home::new(plans, None, now),
            now,
            under_way: Vec::new(),
            opened: Vec::new(),
            unstored: Vec::new(),
            outside: Outside::new(),
        }
    }

    fn take_orders(&mut self) {
        while let Some((service, order)) = self.home.next_action(self.now) {
            match &order.action {
                Action::Store(token, _) => {
                    let handed_out = (service, token.clone());
                    assert!(
                        self.unstored.contains(&handed_out),
                        "in its own service's store"
                    );
                }
                Action::NotifyPhone(_) | Action::ShowOnPhone(_) | Action::TellTrouble => {
                    continue;
                }
                _ => {}
            }
            self.under_way.push((service, order));
        }
    }

    /// The machines of a service, whether it is open or was left.
    fn machines(&self, service: Service) -> impl Iterator<Item = &Pairing> {
        let open = self.home.open.as_ref();
        let open = open.filter(|_| self.home.service == service);
        let left = self.home.left.iter();
        open.into_iter()
            .chain(left.filter_map(move |(left, machine)| (*left == service).then_some(machine)))
    }

    fn no_token_is_lost(&self) {
        for (service, token) in &self.unstored {
            let order = self.under_way.iter().any(|(of, order)| {
                of == service
                    && matches!(&order.action, Action::Store(stored, _) if stored == token)
            });
            let holds = |machine: &&Pairing| {
                machine.late.contains(token)
                    || matches!(&machine.phase, Phase::Storing(held) if held.token == *token)
            };
            let machine = self.machines(*service).find(holds);
            let machine = machine.expect("it is neither stored nor held");
            if order || !machine.cannot_store() {
                assert!(self.home.is_storing(), "not a moment to leave");
                continue;
            }
            // Not storable at present: it is told wherever its service is looked at, and tried again.
            let view = self.home.scene().view;
            let told = match &view {
                View::Home(standings) => standings.iter().any(|one| {
                    one.service == *service && one.state == ServiceState::NeedsAttention
                }),
                View::CannotStore { .. } => true,
                _ => self.home.service != *service,
            };
            assert!(told, "{view:?}");
            // One that waits for another token's turn is tried after that.
            let another = self
                .under_way
                .iter()
                .any(|(of, order)| of == service && matches!(&order.action, Action::Store(..)));
            let tried_again = another || self.home.next_deadline().is_some() || self.home.ending;
            assert!(tried_again, "it is tried again");
        }
    }

    fn check(&self) {
        self.no_token_is_lost();
        assert!(self.home.left.len() <= 2, "one machine of each service");
        for service in [Service::simkl(), Service::shikimori()] {
            assert!(self.machines(service).count() <= 1);
            for machine in self.machines(service) {
                for ticket in &machine.under_way {
                    let known = |(of, order): &(Service, ActionRequest)| {
                        *of == service && order.ticket == *ticket
                    };
                    assert!(self.under_way.iter().any(known), "waits for nothing");
                }
            }
        }
        if let Some(deadline) = self.home.next_deadline() {
            assert!(deadline.at > self.now || self.home.ending, "it would spin");
        }
    }

    fn answer(&mut self, which: usize, how: u8) {
        let (service, order) = self.under_way.remove(which);
        let answer = self.outside.result(&order.action, how);
        if let Some(token) = token_in(&answer) {
            self.unstored.push((service, token.clone()));
        }
        if let (Action::Store(token, _), ActionResult::Stored(Ok(_))) = (&order.action, &answer) {
            self.unstored.retain(|one| *one != (service, token.clone()));
        }
        if opens(&answer) {
            self.opened.push(order.ticket);
        }
        self.home.answer(order.ticket, service, answer, self.now);
    }

    /// The program is left at this moment: as long as it is not a moment to leave, what is under way comes to its end.
    fn leave(&mut self, how: u8) {
        self.home.end(self.now);
        for _ in 0..1_000 {
            self.take_orders();
            self.check();
            if !self.home.is_storing() {
                let told = |(service, _): &(Service, Token)| {
                    self.machines(*service).any(Pairing::cannot_store)
                };
                assert!(self.unstored.iter().all(told), "one is lost");
                return;
            }
            if self.under_way.is_empty() {
                self.now = self.home.next_deadline().expect("it waits for nothing").at;
            } else {
                self.answer(0, how);
            }
        }
        panic!("it never comes to an end");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    /// At every step each token that a service handed out is stored, being stored, or told to the person as not storable;
    /// and whenever the program is left, all that is not told is stored before it goes.
    #[test]
    fn no_order_of_events_loses_a_token_of_any_service(
        steps in prop::collection::vec(step(), 1..150),
        end in 0..KINDS,
    ) {
        let mut simulation = Simulation::new();
        for step in steps {
            simulation.take_orders();
            simulation.check();
            match step {
                Step::Sleep(seconds) => simulation.now += Duration::from_secs(seconds),
                Step::Intent(intent) => simulation.home.apply(intent, simulation.now),
                Step::Typed => {
                    let code = simulation.outside.code();
                    simulation.home.apply(Intent::Typed(code), simulation.now);
                }
                Step::ActionResult(which, how) if !simulation.under_way.is_empty() => {
                    simulation.answer(which.index(simulation.under_way.len()), how);
                }
                Step::Event(which, how) if !simulation.opened.is_empty() => {
                    // Mostly the newest one.
                    let newest = simulation.opened.len() - 1;
                    let place = which.index(2 * newest + 2).min(newest);
                    let event = simulation.outside.event(how);
                    simulation.home.event(simulation.opened[place], event, simulation.now);
                }
                Step::ActionResult(..) | Step::Event(..) => {}
            }
        }
        simulation.leave(end);
    }
}
