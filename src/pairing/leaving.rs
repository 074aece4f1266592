//! What must come to its end before the machine may be dropped: a token that is on its way, above all.
//!
//! A poll counts as soon as it is sent, for its answer may be the token, and the only one.

use std::time::Instant;

use super::{Action, ActionRequest, Home, Pairing, Phase};

/// Whether something is lost if this is cut short: a token that comes, what is being written, or both. Where
/// [`Action::CheckToken`] refreshes the token, the engine counts that.
pub(super) fn must_end(action: &Action) -> bool {
    matches!(
        action,
        Action::Poll(_)
            | Action::Exchange(..)
            | Action::Store(..)
            | Action::Move(_)
            | Action::Remember(_)
            | Action::Forget(_)
            | Action::KeepClient(_)
    )
}

impl Pairing {
    /// Whether a token, or the name that belongs to it, is on its way into the store, or may be: not a moment to leave.
    /// A token that the store did not take counts while it is tried, and with it all that wait for their turn.
    #[must_use]
    pub fn is_storing(&self) -> bool {
        !self.under_way.is_empty()
            || !(self.late.is_empty() || self.cannot_store())
            || self.tell.is_some()
            || match &self.phase {
                Phase::Storing(storing) => storing.failed.is_none(),
                // Once it has met trouble, there is no telling for how long.
                Phase::Exchanging(exchanging) => exchanging.retry.trouble.is_none(),
                Phase::Paired(paired) => paired.remember.is_some(),
                _ => false,
            }
    }

    /// Whether the service cannot be left yet: a token is here that is not in the store yet, or its name, or the phone has
    /// yet to be told.
    pub(super) fn holds_something(&self) -> bool {
        self.tell.is_some()
            || !self.late.is_empty()
            || match &self.phase {
                Phase::Storing(_) => true,
                Phase::Paired(paired) => paired.remember.is_some(),
                Phase::Exchanging(_) => self.is_storing(),
                _ => false,
            }
    }

    /// A token is here that the store did not take.
    pub(super) fn cannot_store(&self) -> bool {
        matches!(&self.phase, Phase::Storing(storing) if storing.failed.is_some())
    }

    /// The program ends: what the store did not take is tried once more.
    pub(super) fn end(&mut self, now: Instant) {
        if self.in_flight.is_none()
            && let Phase::Storing(storing) = &mut self.phase
        {
            storing.failed = None;
            storing.retry.due = now;
        }
    }

    /// The same as [`Self::next_action`], but only what brings to its end what is on its way.
    pub(super) fn next_to_end(&mut self, now: Instant) -> Option<ActionRequest> {
        let on_its_way = self.holds_something() || self.cannot_store();
        on_its_way.then(|| self.next_action(now)).flatten()
    }

    /// Stores what came while another token was being stored, once that is done.
    pub(super) fn store_late(&mut self, now: Instant) {
        let busy = matches!(self.phase, Phase::Storing(_) | Phase::Forgetting(_));
        if !busy && !self.late.is_empty() {
            let token = self.late.remove(0);
            self.in_flight = None;
            self.authorized(token, now);
        }
    }
}

impl Home {
    /// The program ends: what is on its way comes to its end, and nothing new is begun. A token that the store did not
    /// take is tried once more. Until [`Self::is_storing`] is false, it is not a moment to go.
    pub fn end(&mut self, now: Instant) {
        if !std::mem::replace(&mut self.ending, true) {
            let left = self.left.iter_mut().map(|(_, machine)| machine);
            for machine in self.open.iter_mut().chain(left) {
                machine.end(now);
            }
        }
    }

    /// See [`Pairing::is_storing`]; of every service.
    #[must_use]
    pub fn is_storing(&self) -> bool {
        let left = self.left.iter().map(|(_, machine)| machine);
        self.open.iter().chain(left).any(Pairing::is_storing)
    }

    /// Leaves the service if that is wanted and nothing is on its way.
    pub(super) fn leave_if_possible(&mut self) {
        // A token that its store does not take stays until it does.
        let needed = |machine: &Pairing| machine.is_storing() || machine.cannot_store();
        self.left.retain(|(_, machine)| needed(machine));
        let stays = |machine: &Pairing| machine.holds_something();
        if !self.leaving || self.open.as_ref().is_none_or(stays) {
            return;
        }
        if let Some(mut machine) = self.open.take() {
            // What waited for a code is shut, also where an answer is awaited.
            machine.receiver = None;
            if needed(&machine) {
                self.left.push((self.service, machine));
            }
        }
        self.leaving = false;
        self.refresh_status();
    }
}
