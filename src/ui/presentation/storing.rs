//! What lies between a code and a stored token, and a store that does not take or give one.

use std::time::Instant;

use super::{Presentation, Sentences};
use crate::auth::StoreError;
use crate::pairing::Delay;

impl Sentences<'_> {
    /// A code is being exchanged for a token, which is tried again.
    pub(super) fn exchanging<'p>(&self, delay: Delay, now: Instant) -> Presentation<'p> {
        let steady = self.steady(None, Some(delay));
        Presentation {
            status: self.delay(delay, false, now),
            spoken: steady.clone(),
            steady_status: steady,
            next_try: Some(delay.next_try),
            ..Presentation::message(self.trouble(delay.trouble), self.retry(delay, now))
        }
    }

    /// Approved, but the token is not stored yet.
    pub(super) fn not_stored<'p>(&self, why: &StoreError) -> Presentation<'p> {
        let mut shown = self.message("cannot-store-title", "");
        shown.terminal.interrupted = self.about_store("terminal-not-stored", why);
        shown.status = self.about_store("terminal-cannot-store", why);
        shown.body = self.about_store("cannot-store-body", why);
        shown
    }

    pub(super) fn unreadable<'p>(&self, why: &StoreError) -> Presentation<'p> {
        let (code, title, body) = match why {
            StoreError::Locked(_) => (4, "locked-title", "locked-body"),
            StoreError::KeyringAbsent(_) => (5, "absent-title", "absent-body"),
            _ => (5, "unreadable-title", "unreadable-body"),
        };
        let sentence = self.about_store("terminal-unreadable", why);
        Presentation::message(self.get(title), self.about_store(body, why)).ending(code, sentence)
    }
}
