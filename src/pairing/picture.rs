//! What the person looks like: asked for beside everything else (rule 12).

use super::{Action, ActionRequest, Pairing, Phase};
use crate::auth::PictureAddress;
use crate::auth::portrait::Portrait;

/// The picture of the account that is paired.
#[derive(Debug, Default)]
pub(super) struct Picture {
    /// Where it was when the account was last looked up.
    address: Option<PictureAddress>,
    state: PictureState,
}

#[derive(Debug, Default)]
enum PictureState {
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
                Some(_) => PictureState::Wanted,
                None => PictureState::Absent,
            };
            self.address = address;
        }
    }

    /// What to show of it.
    pub(super) fn portrait(&self) -> Option<Portrait> {
        match &self.state {
            PictureState::Here(portrait) => Some(portrait.clone()),
            PictureState::Absent | PictureState::Wanted | PictureState::Asked(_) => None,
        }
    }
}

impl Pairing {
    pub(super) fn next_picture(&mut self) -> Option<ActionRequest> {
        let Phase::Paired(paired) = &self.phase else {
            return None;
        };
        let (PictureState::Wanted, Some(address)) =
            (&paired.picture.state, &paired.picture.address)
        else {
            return None;
        };
        let action = Action::Picture(address.clone());
        let ticket = self.new_ticket();
        if let Phase::Paired(paired) = &mut self.phase {
            paired.picture.state = PictureState::Asked(ticket);
        }
        Some(ActionRequest { ticket, action })
    }

    pub(super) fn pictured(&mut self, ticket: u32, portrait: Option<Portrait>) {
        // One that cannot be forgotten is shown again, and its picture with it.
        if let Phase::Paired(paired) | Phase::Forgetting(paired) = &mut self.phase
            && matches!(paired.picture.state, PictureState::Asked(asked) if asked == ticket)
        {
            paired.picture.state = portrait.map_or(PictureState::Absent, PictureState::Here);
        }
    }
}
