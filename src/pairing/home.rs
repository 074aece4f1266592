//! A household's services: at most one is open, the others are looked at.
//!
//! Pure like the machine, which it holds while a service is open, and hands everything on to. The rules:
//!
//! 1. Where a person asked for one service, or has but one, that is open from the beginning.
//! 2. How things stand is looked at whenever the person comes to all services.
//! 3. Nobody leaves a token behind that is on its way into the store: the service is left as soon as it is there, and
//!    the phone has been told.
//! 4. Tickets go on from one machine to the next, so that no answer is taken for another one's. A token that comes for
//!    a service that was left turns back to that service, to be stored.

use std::time::Instant;

use super::{Action, Answer, Event, Intent, Order, Pairing, Plan, View};
use crate::authorization::{Account, Keep, PollOutcome, Service, Token};

/// What is shown, and of which service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The service; on the way to all of them, the last one.
    pub service: Service,
    /// What is shown.
    pub view: View,
}

/// How things stand with a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The service.
    pub service: Service,
    /// How things stand.
    pub state: State,
}

/// See [`Standing`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
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
    open: Option<Pairing>,
    standings: Vec<Standing>,
    look: Look,
    tickets: u32,
    /// A person wants to leave the service.
    leaving: bool,
    /// Came for a service that was left.
    late: Option<(Service, Token)>,
    keep: Keep,
}

#[derive(Debug)]
enum Look {
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
            look: Look::Done,
            tickets: 0,
            leaving: false,
            late: None,
            keep: Keep::AsSet,
        };
        home.look();
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

    /// See [`Pairing::next_order`].
    pub fn next_order(&mut self, now: Instant) -> Option<Order> {
        // What the last order told the phone may have been all that kept the person there.
        self.leave_if_possible(now);
        if let Some(machine) = &mut self.open {
            return machine.next_order(now);
        }
        if !matches!(self.look, Look::Wanted) {
            return None;
        }
        self.tickets += 1;
        self.look = Look::Under(self.tickets);
        let (ticket, action) = (self.tickets, Action::Look);
        Some(Order { ticket, action })
    }

    /// See [`Pairing::next_deadline`].
    #[must_use]
    pub fn next_deadline(&self) -> Option<Instant> {
        self.open.as_ref().and_then(Pairing::next_deadline)
    }

    /// See [`Pairing::answer`]. `service` is the one for which the order was given.
    pub fn answer(&mut self, ticket: u32, service: Service, answer: Answer, now: Instant) {
        match (&mut self.open, answer) {
            (Some(machine), answer) if service == self.service => {
                machine.answer(ticket, answer, now);
            }
            (
                _,
                Answer::Polled(Ok(PollOutcome::Authorized(token))) | Answer::Exchanged(Ok(token)),
            ) => self.late = Some((service, token)),
            (None, Answer::Looked(standings)) => {
                if matches!(self.look, Look::Under(asked) if asked == ticket) {
                    for standing in &mut self.standings {
                        let found = standings.iter().find(|s| s.service == standing.service);
                        standing.state =
                            found.map_or(State::NeedsAttention, |found| found.state.clone());
                    }
                    self.look = Look::Done;
                }
            }
            _ => {}
        }
        self.leave_if_possible(now);
    }

    /// See [`Pairing::event`].
    pub fn event(&mut self, ticket: u32, event: Event, now: Instant) {
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
        self.leave_if_possible(now);
    }

    /// See [`Pairing::is_storing`].
    #[must_use]
    pub fn is_storing(&self) -> bool {
        self.open.as_ref().is_some_and(Pairing::is_storing)
    }

    /// See [`Pairing::reception`].
    #[must_use]
    pub fn reception(&self) -> Option<u32> {
        self.open.as_ref().and_then(Pairing::reception)
    }

    /// What to show.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let view = match &self.open {
            Some(machine) => machine.view(),
            None => View::Home(self.standings.clone()),
        };
        Scene {
            service: self.service,
            view,
        }
    }

    fn turn_to(&mut self, service: Service, now: Instant) {
        let Some((_, plan)) = self.plans.iter().find(|(known, _)| *known == service) else {
            return;
        };
        let mut machine = Pairing::new(plan.clone(), now);
        machine.tickets = self.tickets;
        machine.wish(Intent::KeepNext(self.keep), now);
        self.service = service;
        self.open = Some(machine);
    }

    fn leave_if_possible(&mut self, now: Instant) {
        if let Some(machine) = &self.open
            && self.leaving
            && !machine.holds_something()
        {
            self.tickets = machine.tickets;
            self.open = None;
            self.leaving = false;
            self.look();
        }
        if self.open.is_none()
            && let Some((service, token)) = self.late.take()
        {
            self.turn_to(service, now);
            if let Some(machine) = &mut self.open {
                machine.authorized(token, now);
            }
        }
    }

    /// Nothing is known until the store has answered, which a keyring may take long to do.
    fn look(&mut self) {
        let looking = |(service, _): &(Service, Plan)| Standing {
            service: *service,
            state: State::Looking,
        };
        self.standings = self.plans.iter().map(looking).collect();
        self.look = Look::Wanted;
    }
}
