//! What the person looks like: asked for beside everything else (rule 12).

use super::{Action, Order, Pairing, Phase};
use crate::auth::PictureAddress;
use crate::auth::portrait::Portrait;

/// The picture of the account that is paired.
#[derive(Debug, Default)]
pub(super) struct Picture {
    /// Where it was when the account was last looked up.
    address: Option<PictureAddress>,
    state: State,
}

#[derive(Debug, Default)]
enum State {
    /// There is none, or it did not come.
    #[default]
    Absent,
    /// There is an address that has not been asked.
    Wanted,
    /// The order with this ticket is under way.
    Asked(u32),
    /// It has come.
    Here(Portrait),
}

impl Picture {
    /// Takes what the account says; an address that is known already changes nothing.
    pub(super) fn is_at(&mut self, address: Option<PictureAddress>) {
        if self.address != address {
            self.state = match address {
                Some(_) => State::Wanted,
                None => State::Absent,
            };
            self.address = address;
        }
    }

    /// What to show of it.
    pub(super) fn portrait(&self) -> Option<Portrait> {
        match &self.state {
            State::Here(portrait) => Some(portrait.clone()),
            State::Absent | State::Wanted | State::Asked(_) => None,
        }
    }
}

impl Pairing {
    pub(super) fn next_picture(&mut self) -> Option<Order> {
        let Phase::Paired(paired) = &self.phase else {
            return None;
        };
        let (State::Wanted, Some(address)) = (&paired.picture.state, &paired.picture.address)
        else {
            return None;
        };
        let action = Action::Picture(address.clone());
        let ticket = self.new_ticket();
        if let Phase::Paired(paired) = &mut self.phase {
            paired.picture.state = State::Asked(ticket);
        }
        Some(Order { ticket, action })
    }

    pub(super) fn pictured(&mut self, ticket: u32, portrait: Option<Portrait>) {
        // One that cannot be forgotten is shown again, and its picture with it.
        if let Phase::Paired(paired) | Phase::Forgetting(paired) = &mut self.phase
            && matches!(paired.picture.state, State::Asked(asked) if asked == ticket)
        {
            paired.picture.state = portrait.map_or(State::Absent, State::Here);
        }
    }
}
