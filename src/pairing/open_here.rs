//! The page of the code in a browser of this computer (rule 13). It holds the code already, and the person approves
//! there (RFC 8628 §3.3.1); nothing comes back from it, so the service is polled as before.

use super::{Action, Notice, Pairing, Phase};

/// How far that is, for one code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum OpenHere {
    #[default]
    No,
    Wanted,
    /// The action with this ticket is under way.
    Asked(u32),
    /// That action has opened it.
    Done(u32),
}

impl Pairing {
    /// The ticket of the action by which the page of the code was last opened here, or is being opened.
    pub(super) fn opening_here(&self) -> Option<u32> {
        match &self.phase {
            Phase::Waiting(active) => match active.open_here {
                OpenHere::Asked(ticket) | OpenHere::Done(ticket) => Some(ticket),
                OpenHere::No | OpenHere::Wanted => None,
            },
            _ => None,
        }
    }

    /// A person wants it, once more if it was opened before.
    pub(super) fn open_here(&mut self) {
        if let Phase::Waiting(active) = &mut self.phase
            && !matches!(active.open_here, OpenHere::Asked(_))
        {
            active.open_here = OpenHere::Wanted;
            active.notice = Some(Notice::OpeningHere);
        }
    }

    pub(super) fn next_open_here(&mut self, ticket: u32) -> Option<Action> {
        match &mut self.phase {
            Phase::Waiting(active) if active.open_here == OpenHere::Wanted => {
                active.open_here = OpenHere::Asked(ticket);
                Some(Action::OpenHere(Box::new(active.code.clone())))
            }
            _ => None,
        }
    }

    pub(super) fn opened_here(&mut self, ticket: u32, opened: bool) {
        if let Phase::Waiting(active) = &mut self.phase
            && active.open_here == OpenHere::Asked(ticket)
        {
            let (state, notice) = if opened {
                (OpenHere::Done(ticket), Notice::OpenedHere)
            } else {
                (OpenHere::No, Notice::NotOpenedHere)
            };
            active.open_here = state;
            active.notice = Some(notice);
        }
    }
}
