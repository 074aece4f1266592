//! A household's services: at most one is open, the others are looked at.
//!
//! Pure like the machine, which it holds while a service is open, and hands everything on to. The rules:
//!
//! 1. Where a person asked for one service, or has but one, that is open from the beginning.
//! 2. How things stand is looked at whenever the person comes to all services.
//! 3. Nobody leaves a token behind that is on its way into the store: the service is left as soon as it is there, and
//!    the phone has been told.
//! 4. Tickets go on from one machine to the next, so that no answer is taken for another one's.
//! 5. A service that is left while a poll is under way keeps its machine until that is answered: a token in it is stored
//!    at once, whatever is open by then. If the service is opened before, that machine goes on.
//! 6. What the person learns about a flow of a service holds for the next machine of that service.

use std::time::Instant;

use super::{Action, ActionRequest, ActionResult, Intent, Pairing, Plan, View, codes};
use crate::auth::{Account, Flow, PollOutcome, Service, SignInEvent, StoreChoice};

/// What is shown, and of which service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The service; on the way to all of them, the last one.
    pub service: Service,
    /// What is shown.
    pub view: View,
    /// The redirect address that is to be registered for a browser on this computer; `None` while there is no such way.
    pub registered_address: Option<String>,
}

/// How things stand with a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceStatus {
    /// The service.
    pub service: Service,
    /// How things stand.
    pub state: ServiceState,
}

/// See [`ServiceStatus`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceState {
    /// The store is being asked.
    Looking,
    /// No application is configured for it.
    NotSetUp,
    /// There is no pairing.
    NotPaired,
    /// There is one.
    Paired(Option<Account>),
    /// The service no longer accepts it, or the store does not give it out.
    NeedsAttention,
}

/// See the module.
#[derive(Debug)]
pub struct Home {
    plans: Vec<(Service, Plan)>,
    service: Service,
    pub(super) open: Option<Pairing>,
    standings: Vec<ServiceStatus>,
    look: StatusRefresh,
    tickets: u32,
    /// A person wants to leave the service.
    leaving: bool,
    /// The machines of services that were left while something was under way (rule 5); at most one of each.
    pub(super) left: Vec<(Service, Pairing)>,
    keep: StoreChoice,
    /// The program ends: nothing new is begun.
    pub(super) ending: bool,
}

#[derive(Debug)]
enum StatusRefresh {
    Wanted,
    Under(u32),
    Done,
}

impl Home {
    /// At all services, or at the `first` one. `plans` must not be empty.
    #[must_use]
    pub fn new(plans: Vec<(Service, Plan)>, first: Option<Service>, now: Instant) -> Self {
        let service = plans
            .first()
            .map_or_else(Service::default, |(service, _)| *service);
        let mut home = Self {
            plans,
            service,
            open: None,
            standings: Vec::new(),
            look: StatusRefresh::Done,
            tickets: 0,
            leaving: false,
            left: Vec::new(),
            keep: StoreChoice::AsSet,
            ending: false,
        };
        home.refresh_status();
        if let Some(first) = first {
            home.turn_to(first, now);
        }
        home
    }

    /// Which service is open, or was last.
    #[must_use]
    pub fn service(&self) -> Service {
        self.service
    }

    /// See [`Pairing::next_order`]; the service is the one that the order is for.
    pub fn next_order(&mut self, now: Instant) -> Option<(Service, ActionRequest)> {
        // What the last order told the phone may have been all that kept the person there.
        self.leave_if_possible();
        let (ending, tickets) = (self.ending, &mut self.tickets);
        let mut next = |service: Service, machine: &mut Pairing, to_end: bool| {
            machine.tickets = *tickets;
            let order = if to_end {
                machine.next_to_end(now)
            } else {
                machine.next_order(now)
            };
            *tickets = machine.tickets;
            Some((service, order?))
        };
        for (service, machine) in &mut self.left {
            if let Some(order) = next(*service, machine, true) {
                return Some(order);
            }
        }
        if let Some(machine) = &mut self.open {
            return next(self.service, machine, ending);
        }
        if ending || !matches!(self.look, StatusRefresh::Wanted) {
            return None;
        }
        self.tickets += 1;
        self.look = StatusRefresh::Under(self.tickets);
        let (ticket, action) = (self.tickets, Action::RefreshStatus);
        Some((self.service, ActionRequest { ticket, action }))
    }

    /// See [`Pairing::next_deadline`].
    #[must_use]
    pub fn next_deadline(&self) -> Option<Instant> {
        let left = self.left.iter().map(|(_, machine)| machine);
        // Of what is only awaited there, nothing is due.
        let left = left.filter(|machine| machine.cannot_store());
        let machines = self.open.iter().chain(left);
        machines.filter_map(Pairing::next_deadline).min()
    }

    /// See [`Pairing::answer`]. `service` is the one for which the order was given.
    pub fn answer(&mut self, ticket: u32, service: Service, answer: ActionResult, now: Instant) {
        if let ActionResult::Code(Ok(code)) = &answer {
            self.plan_with(service, Some(code.flow()));
        }
        if let ActionResult::StatusRefreshed(standings) = answer {
            return self.looked(ticket, &standings);
        }
        let is_open = service == self.service;
        if let Some(machine) = self.open.as_mut().filter(|_| is_open) {
            machine.answer(ticket, answer, now);
        } else if let Some((_, machine)) = self.left.iter_mut().find(|(left, _)| *left == service) {
            let stored = matches!(answer, ActionResult::Stored(Ok(_)));
            machine.answer(ticket, answer, now);
            if stored && self.open.is_none() {
                self.refresh_status();
            }
        } else if let ActionResult::Polled(Ok(PollOutcome::Authorized(_)))
        | ActionResult::Exchanged(Ok(_))
        | ActionResult::Unsaved(..) = answer
            && let Some(mut machine) = self.machine(service, now)
        {
            // Nothing is known of this order any more; a token is a token.
            machine.answer(ticket, answer, now);
            self.left.push((service, machine));
        }
        self.leave_if_possible();
    }

    /// The program ends: what is on its way comes to its end, and nothing new is begun. A token that the store did not
    /// take is tried once more. Until [`Self::is_storing`] is false, it is not a moment to go.
    pub fn end(&mut self, now: Instant) {
        if !std::mem::replace(&mut self.ending, true) {
            for machine in self.machines() {
                machine.end(now);
            }
        }
    }

    /// The flow whose doors a service's browser uses, and the first one that is asked for a code; `None` where there
    /// are no flows.
    #[must_use]
    pub fn flow(&self, service: Service) -> Option<Flow> {
        let plan = self.plans.iter().find(|(known, _)| *known == service);
        plan.and_then(|(_, plan)| plan.flows.first().copied())
    }

    /// Lets the flow that is known to work for a service's application be the first; `None` for the usual order.
    pub fn prefer(&mut self, service: Service, worked: Option<Flow>) {
        self.plan_with(service, worked);
        if service == self.service
            && let Some(machine) = &mut self.open
        {
            machine.prefer(worked);
        }
    }

    /// See [`Pairing::event`].
    pub fn event(&mut self, ticket: u32, event: SignInEvent, now: Instant) {
        if let Some(machine) = &mut self.open {
            machine.event(ticket, event, now);
        }
    }

    /// See [`Pairing::wish`].
    pub fn wish(&mut self, intent: Intent, now: Instant) {
        match &intent {
            Intent::Open(service) if self.open.is_none() => return self.turn_to(*service, now),
            Intent::Home => self.leaving = self.open.is_some(),
            Intent::Touched => {}
            // Whoever does anything else has stayed.
            _ => self.leaving = false,
        }
        match &intent {
            Intent::Renew(unattended) => {
                for (_, plan) in &mut self.plans {
                    plan.unattended_codes = *unattended;
                }
            }
            Intent::KeepNext(keep) => self.keep = *keep,
            _ => {}
        }
        if let Some(machine) = &mut self.open {
            machine.wish(intent, now);
        }
        self.leave_if_possible();
    }

    /// See [`Pairing::is_storing`]; of every service.
    #[must_use]
    pub fn is_storing(&self) -> bool {
        let left = self.left.iter().map(|(_, machine)| machine);
        self.open.iter().chain(left).any(Pairing::is_storing)
    }

    /// See [`Pairing::reception`].
    #[must_use]
    pub fn reception(&self) -> Option<u32> {
        self.open.as_ref().and_then(Pairing::reception)
    }

    /// See [`Pairing::opening_here`].
    #[must_use]
    pub fn opening_here(&self) -> Option<u32> {
        self.open.as_ref().and_then(Pairing::opening_here)
    }

    /// What to show.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let view = match &self.open {
            Some(machine) => machine.view(),
            None => View::Home(self.standings()),
        };
        let plan = self.plans.iter().find(|(known, _)| *known == self.service);
        Scene {
            service: self.service,
            view,
            registered_address: plan.and_then(|(_, plan)| plan.registered_address()),
        }
    }

    /// How things stand; a token that its store does not take is nothing that the stores could tell.
    fn standings(&self) -> Vec<ServiceStatus> {
        let mut standings = self.standings.clone();
        for (service, machine) in &self.left {
            let shown = standings.iter_mut().find(|shown| shown.service == *service);
            if let Some(shown) = shown
                && machine.cannot_store()
            {
                shown.state = ServiceState::NeedsAttention;
            }
        }
        standings
    }

    fn looked(&mut self, ticket: u32, found: &[ServiceStatus]) {
        if self.open.is_none()
            && matches!(self.look, StatusRefresh::Under(asked) if asked == ticket)
        {
            for standing in &mut self.standings {
                let found = found.iter().find(|one| one.service == standing.service);
                standing.state =
                    found.map_or(ServiceState::NeedsAttention, |found| found.state.clone());
            }
            self.look = StatusRefresh::Done;
        }
    }

    fn plan_with(&mut self, service: Service, worked: Option<Flow>) {
        for (_, plan) in self.plans.iter_mut().filter(|(known, _)| *known == service) {
            plan.worked = worked;
            codes::prefer(&mut plan.flows, worked);
        }
    }

    fn machines(&mut self) -> impl Iterator<Item = &mut Pairing> {
        let left = self.left.iter_mut().map(|(_, machine)| machine);
        self.open.iter_mut().chain(left)
    }

    /// The machine of a service that was left, or a new one; `None` for a service that is not there.
    fn machine(&mut self, service: Service, now: Instant) -> Option<Pairing> {
        let (_, plan) = self.plans.iter().find(|(known, _)| *known == service)?;
        let left = self.left.iter().position(|(left, _)| *left == service);
        let mut machine = match left {
            Some(place) => self.left.remove(place).1,
            None => Pairing::new(plan.clone(), now),
        };
        machine.wish(Intent::Renew(plan.unattended_codes), now);
        machine.wish(Intent::KeepNext(self.keep), now);
        Some(machine)
    }

    fn turn_to(&mut self, service: Service, now: Instant) {
        if let Some(machine) = self.machine(service, now) {
            self.service = service;
            self.open = Some(machine);
        }
    }

    fn leave_if_possible(&mut self) {
        // A token that its store does not take stays until it does.
        let needed = |machine: &Pairing| machine.is_storing() || machine.cannot_store();
        self.left.retain(|(_, machine)| needed(machine));
        let stays = |machine: &Pairing| machine.holds_something();
        if !self.leaving || self.open.as_ref().is_none_or(stays) {
            return;
        }
        if let Some(mut machine) = self.open.take() {
            machine.leave_behind();
            if needed(&machine) {
                self.left.push((self.service, machine));
            }
        }
        self.leaving = false;
        self.refresh_status();
    }

    /// Nothing is known until the store has answered, which a keyring may take long to do.
    fn refresh_status(&mut self) {
        let looking = |(service, _): &(Service, Plan)| ServiceStatus {
            service: *service,
            state: ServiceState::Looking,
        };
        self.standings = self.plans.iter().map(looking).collect();
        self.look = StatusRefresh::Wanted;
    }
}
