//! When what failed is tried again (rule 3).

use std::time::{Duration, Instant};

use super::Delay;
use crate::auth::Trouble;

/// The waits after one, two, … failures in a row.
const BACK_OFF: [u64; 5] = [5, 10, 20, 40, 60];

/// When a request is sent, and what its last attempts met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Retry {
    pub(super) due: Instant,
    /// In a row.
    pub(super) failures: usize,
    pub(super) trouble: Option<Trouble>,
}

impl Retry {
    pub(super) fn at(due: Instant) -> Self {
        Self {
            due,
            failures: 0,
            trouble: None,
        }
    }

    /// Counts one more failure in a row and returns the wait that it earns.
    pub(super) fn back_off(&mut self) -> Duration {
        let step = self.failures.min(BACK_OFF.len() - 1);
        self.failures += 1;
        Duration::from_secs(BACK_OFF[step])
    }

    /// Notes a failure: the next attempt waits for the back-off and for `earliest`, whichever is longer.
    pub(super) fn failed(&mut self, trouble: Trouble, earliest: Instant, now: Instant) {
        self.trouble = Some(trouble);
        self.due = earliest.max(now + self.back_off());
    }

    /// A person who tries is no reason to try less often without one.
    pub(super) fn hurry(&mut self, due: Instant) {
        self.failures = 0;
        self.due = due;
    }

    pub(super) fn delay(&self) -> Option<Delay> {
        let next_try = self.due;
        self.trouble.map(|trouble| Delay { trouble, next_try })
    }
}
