//! The page of the code in a browser of this computer (rule 13). It holds the code already, and the person approves
//! there (RFC 8628 §3.3.1); nothing comes back from it, so the service is polled as before.

use super::{Action, ActionRequest, Notice, Pairing, Phase};

/// How far that is, for one code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum OpenHere {
    /// It was not asked for.
    #[default]
    No,
    /// A person wants it.
    Wanted,
    /// The order with this ticket is under way.
    Asked(u32),
    /// That order has opened it.
    Done(u32),
}

impl Pairing {
    /// The ticket of the order by which the page of the living code was last opened here, or is being opened.
    #[must_use]
    pub fn opening_here(&self) -> Option<u32> {
        match &self.phase {
            Phase::Waiting(live) => match live.open_here {
                OpenHere::Asked(ticket) | OpenHere::Done(ticket) => Some(ticket),
                OpenHere::No | OpenHere::Wanted => None,
            },
            _ => None,
        }
    }

    /// A person wants it, once more if it was opened before.
    pub(super) fn open_here(&mut self) {
        if let Phase::Waiting(live) = &mut self.phase
            && !matches!(live.open_here, OpenHere::Asked(_))
        {
            live.open_here = OpenHere::Wanted;
            self.notice = Some(Notice::OpeningHere);
        }
    }

    pub(super) fn next_open_here(&mut self) -> Option<ActionRequest> {
        let ticket = self.tickets + 1;
        let Phase::Waiting(live) = &mut self.phase else {
            return None;
        };
        if live.open_here != OpenHere::Wanted {
            return None;
        }
        live.open_here = OpenHere::Asked(ticket);
        self.tickets = ticket;
        let action = Action::OpenHere(Box::new(live.code.clone()));
        Some(ActionRequest { ticket, action })
    }

    pub(super) fn opened_here(&mut self, ticket: u32, opened: bool) {
        if let Phase::Waiting(live) = &mut self.phase
            && live.open_here == OpenHere::Asked(ticket)
        {
            let (state, notice) = if opened {
                (OpenHere::Done(ticket), Notice::OpenedHere)
            } else {
                (OpenHere::No, Notice::NotOpenedHere)
            };
            live.open_here = state;
            self.notice = Some(notice);
        }
    }
}
