//! What a presentation is made of: steps, what stands in the place of a QR, a countdown, remarks.

use std::time::{Duration, Instant};

use crate::auth::Trouble;

/// How far a step is, where that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum StepState {
    #[default]
    Waiting,
    Current,
    Done,
}

/// What stands in the place of a QR: there is nothing to scan, or it has been scanned.
pub(crate) struct OnPlate {
    pub(crate) subject: PlateSubject,
    pub(crate) title: String,
    pub(crate) body: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlateSubject {
    /// A phone has the page.
    Phone,
    /// The demo, where no phone can reach it.
    Demo,
    Busy,
    Trouble(Trouble),
}

/// How long something is good.
pub(crate) struct Countdown {
    /// The message that says what ends.
    pub(crate) label: &'static str,
    pub(crate) ends: Instant,
    pub(crate) left: Duration,
    /// How long it was good at the beginning.
    pub(crate) whole: Duration,
    /// A screen reader says when its last minute begins.
    pub(crate) is_spoken: bool,
}

impl Countdown {
    pub(super) fn new(
        label: &'static str,
        ends: Instant,
        whole: Duration,
        is_spoken: bool,
        now: Instant,
    ) -> Self {
        Self {
            label,
            ends,
            left: ends.saturating_duration_since(now),
            whole,
            is_spoken,
        }
    }
}

pub(crate) struct Remark {
    pub(crate) text: String,
    pub(crate) is_important: bool,
}
