//! What the person looks like: asked for beside everything else (rule 12).

use super::{Action, Pairing, Phase};
use crate::auth::PictureAddress;
use crate::auth::portrait::Portrait;

/// The picture of the account that is paired.
#[derive(Debug, Default)]
pub(super) struct Picture {
    /// Where it was when the account was last looked up.
    address: Option<PictureAddress>,
    /// The ticket of the action that asks for it; `None` before.
    asked: Option<u32>,
    pub(super) portrait: Option<Portrait>,
}

impl Picture {
    /// Takes what the account says; an address that is known already changes nothing.
    pub(super) fn is_at(&mut self, address: Option<PictureAddress>) {
        if self.address != address {
            *self = Self {
                address,
                ..Self::default()
            };
        }
    }
}

impl Pairing {
    pub(super) fn next_picture(&mut self, ticket: u32) -> Option<Action> {
        let Phase::Paired(paired) = &mut self.phase else {
            return None;
        };
        let picture = &mut paired.picture;
        let address = picture
            .address
            .clone()
            .filter(|_| picture.asked.is_none())?;
        picture.asked = Some(ticket);
        Some(Action::Picture(address))
    }

    pub(super) fn pictured(&mut self, ticket: u32, portrait: Option<Portrait>) {
        // One that cannot be forgotten is shown again, and its picture with it.
        if let Phase::Paired(paired) | Phase::Forgetting(paired) = &mut self.phase
            && paired.picture.asked == Some(ticket)
        {
            paired.picture.portrait = portrait;
        }
    }
}
