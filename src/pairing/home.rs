//! Several services: at most one is open, of the others only the status is known.
//!
//! Pure like the machine, which it holds while a service is open. The rules:
//!
//! 1. Where one service was asked for, or there is but one, that is open from the beginning.
//! 2. The status of all is read whenever all services are shown.
//! 3. A token that is on its way into the store is not left behind: the service is left as soon as it is there, and
//!    the phone has been told.
//! 4. Tickets go on from one machine to the next, so that no answer is taken for another one's.
//! 5. A service that is left while a poll is under way keeps its machine until that is answered: a token in it is stored
//!    at once, whatever is open by then. If the service is opened before, that machine goes on.
//! 6. What is learnt about a flow of a service holds for the next machine of that service.

use std::time::Instant;

use super::{
    Action, ActionRequest, ActionResult, Deadline, Intent, Pairing, Plan, Scene, ServiceState,
    ServiceStatus, View,
};
use crate::auth::{Flow, PollOutcome, Service, SignInEvent, StoreChoice};

/// The services and their machines.
#[derive(Debug)]
pub struct Home {
    plans: Vec<(Service, Plan)>,
    /// The service that is open, or was last.
    pub(super) service: Service,
    pub(super) open: Option<Pairing>,
    statuses: Vec<ServiceStatus>,
    refresh: StatusRefresh,
    tickets: u32,
    /// The service is to be left.
    pub(super) leaving: bool,
    /// The machines of services that were left while something was under way (rule 5); at most one of each.
    pub(super) left: Vec<(Service, Pairing)>,
    keep: StoreChoice,
    /// The program ends: nothing new is begun.
    pub(super) ending: bool,
}

#[derive(Debug)]
enum StatusRefresh {
    Wanted,
    /// The action with this ticket is under way.
    Asked(u32),
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
            statuses: Vec::new(),
            refresh: StatusRefresh::Done,
            tickets: 0,
            leaving: false,
            left: Vec::new(),
            keep: StoreChoice::Auto,
            ending: false,
        };
        home.refresh_status();
        if let Some(first) = first {
            home.turn_to(first, now);
        }
        home
    }

    /// See [`Pairing::next_action`]; the service is the one that it is for.
    pub fn next_action(&mut self, now: Instant) -> Option<(Service, ActionRequest)> {
        // What the last action told the phone may have been all that kept the service open.
        self.leave_if_possible();
        let (ending, tickets) = (self.ending, &mut self.tickets);
        let mut next = |service: Service, machine: &mut Pairing, to_end: bool| {
            machine.tickets = *tickets;
            let request = if to_end {
                machine.next_to_end(now)
            } else {
                machine.next_action(now)
            };
            *tickets = machine.tickets;
            Some((service, request?))
        };
        for (service, machine) in &mut self.left {
            if let Some(request) = next(*service, machine, true) {
                return Some(request);
            }
        }
        if let Some(machine) = &mut self.open {
            return next(self.service, machine, ending);
        }
        if ending || !matches!(self.refresh, StatusRefresh::Wanted) {
            return None;
        }
        self.tickets += 1;
        self.refresh = StatusRefresh::Asked(self.tickets);
        let (ticket, action) = (self.tickets, Action::RefreshStatus);
        Some((self.service, ActionRequest { ticket, action }))
    }

    /// See [`Pairing::next_deadline`].
    #[must_use]
    pub fn next_deadline(&self) -> Option<Deadline> {
        let left = self.left.iter().map(|(_, machine)| machine);
        // Of what is only awaited there, nothing is due.
        let left = left.filter(|machine| machine.cannot_store());
        let machines = self.open.iter().chain(left);
        machines.filter_map(Pairing::next_deadline).min()
    }

    /// See [`Pairing::answer`]. `service` is the one that the action was for.
    pub fn answer(&mut self, ticket: u32, service: Service, answer: ActionResult, now: Instant) {
        if let (ActionResult::Code(Ok(code)), Some(plan)) = (&answer, self.plan(service)) {
            plan.prefer(Some(code.flow()));
        }
        if let ActionResult::StatusRefreshed(found) = &answer {
            return self.refreshed(ticket, found);
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
            // Nothing is known of this action any more; a token is a token.
            machine.answer(ticket, answer, now);
            self.left.push((service, machine));
        }
        self.leave_if_possible();
    }

    /// The flow whose endpoints a service's browser uses, and the first one that is asked for a code; `None` where there
    /// are no flows.
    #[must_use]
    pub fn flow(&self, service: Service) -> Option<Flow> {
        let plan = self.plans.iter().find(|(known, _)| *known == service);
        plan.and_then(|(_, plan)| plan.flows.first().copied())
    }

    /// Lets the flow that is known to work for a service's application be the first; `None` for the usual order.
    pub fn prefer(&mut self, service: Service, worked: Option<Flow>) {
        if let Some(plan) = self.plan(service) {
            plan.prefer(worked);
        }
        if service == self.service
            && let Some(machine) = &mut self.open
        {
            machine.plan.prefer(worked);
        }
    }

    /// See [`Pairing::event`].
    pub fn event(&mut self, ticket: u32, event: SignInEvent, now: Instant) {
        if let Some(machine) = &mut self.open {
            machine.event(ticket, event, now);
        }
    }

    /// See [`Pairing::apply`].
    pub fn apply(&mut self, intent: Intent, now: Instant) {
        match &intent {
            Intent::Open(service) if self.open.is_none() => return self.turn_to(*service, now),
            Intent::Home => self.leaving = self.open.is_some(),
            Intent::Touched => {}
            // Any other intent is meant for the service that is open.
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
            machine.apply(intent, now);
        }
        self.leave_if_possible();
    }

    /// Whether what the action with this ticket opened is still needed: what waits for a code, or the way to the page of
    /// the code that is shown.
    #[must_use]
    pub fn needs(&self, ticket: u32) -> bool {
        let needs = |machine: &Pairing| {
            machine.receiver == Some(ticket) || machine.opening_here() == Some(ticket)
        };
        self.open.as_ref().is_some_and(needs)
    }

    /// What to show.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let view = match &self.open {
            Some(machine) => machine.view(),
            None => View::Home(self.statuses()),
        };
        let plan = self.plans.iter().find(|(known, _)| *known == self.service);
        Scene {
            service: self.service,
            view,
            registered_address: plan.and_then(|(_, plan)| plan.registered_address()),
        }
    }

    /// A token that its store does not take is nothing that the stores could tell.
    fn statuses(&self) -> Vec<ServiceStatus> {
        let mut statuses = self.statuses.clone();
        for (service, machine) in &self.left {
            let shown = statuses.iter_mut().find(|shown| shown.service == *service);
            if let Some(shown) = shown
                && machine.cannot_store()
            {
                shown.state = ServiceState::NeedsAttention;
            }
        }
        statuses
    }

    fn refreshed(&mut self, ticket: u32, found: &[ServiceStatus]) {
        if self.open.is_some()
            || !matches!(self.refresh, StatusRefresh::Asked(asked) if asked == ticket)
        {
            return;
        }
        self.refresh = StatusRefresh::Done;
        for status in &mut self.statuses {
            let found = found.iter().find(|found| found.service == status.service);
            status.state = found.map_or(ServiceState::NeedsAttention, |found| found.state.clone());
        }
    }

    fn plan(&mut self, service: Service) -> Option<&mut Plan> {
        let plan = self.plans.iter_mut().find(|(known, _)| *known == service);
        plan.map(|(_, plan)| plan)
    }

    /// The machine of a service that was left, or a new one; `None` for a service that is not there.
    fn machine(&mut self, service: Service, now: Instant) -> Option<Pairing> {
        self.add_account(service);
        let (_, plan) = self.plans.iter().find(|(known, _)| *known == service)?;
        let left = self.left.iter().position(|(left, _)| *left == service);
        let mut machine = match left {
            Some(place) => self.left.remove(place).1,
            None => Pairing::new(plan.clone(), now),
        };
        machine.apply(Intent::Renew(plan.unattended_codes), now);
        machine.apply(Intent::KeepNext(self.keep), now);
        Some(machine)
    }

    /// Another account is signed in to as its service is, and stands behind those that there are.
    fn add_account(&mut self, service: Service) {
        let is_of = |(known, _): &(Service, Plan)| known.base() == service.base();
        if self.plan(service).is_none()
            && let Some(last) = self.plans.iter().rposition(is_of)
        {
            let plan = self.plans[last].1.clone();
            self.plans.insert(last + 1, (service, plan));
        }
    }

    fn turn_to(&mut self, service: Service, now: Instant) {
        if let Some(machine) = self.machine(service, now) {
            self.service = service;
            self.open = Some(machine);
        }
    }

    /// Nothing is known until the store has answered, which a keyring may take long to do.
    pub(super) fn refresh_status(&mut self) {
        let looking = |(service, _): &(Service, Plan)| ServiceStatus {
            service: *service,
            state: ServiceState::Looking,
        };
        self.statuses = self.plans.iter().map(looking).collect();
        self.refresh = StatusRefresh::Wanted;
    }
}
