//! What the machine is at, and what it holds there.

use std::time::{Duration, Instant};

use super::open_here::OpenHere;
use super::picture::Picture;
use super::sign_in::{AwaitingCode, Exchanging, SettingUp};
use super::{Check, Delay, FailedAction, Notice, SignInMethod, Stop, StoredPairing};
use crate::auth::{
    Account, DeviceAuthorization, Flow, Rejection, RequestError, StoreChoice, StoreTrouble, Token,
    Trouble,
};

/// The waits after one, two, … failures in a row.
const BACK_OFF: [u64; 5] = [5, 10, 20, 40, 60];

/// What the machine is at.
#[derive(Debug)]
pub(super) enum Phase {
    Starting,
    Unreadable {
        why: StoreTrouble,
        /// When the store is read again.
        again: Option<Instant>,
        /// The keyring's prompt is wanted.
        unlock: bool,
    },
    Asking(Asking),
    Waiting(Box<ActiveCode>),
    StartingSignIn {
        way: SignInMethod,
        notice: Option<Notice>,
        trouble: Option<Trouble>,
    },
    SettingUp(Box<SettingUp>),
    AwaitingCode(Box<AwaitingCode>),
    Exchanging(Box<Exchanging>),
    Resting,
    Stopped(Stop),
    Storing(Storing),
    Paired(Box<Paired>),
    Refused(Box<Paired>),
    Forgetting(Box<Paired>),
}

impl Phase {
    /// What the service cannot be used for, if that was met here.
    pub(super) fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Asking(asking) => asking.retry.trouble,
            Self::Waiting(active) => active.retry.trouble,
            Self::StartingSignIn { trouble, .. } => *trouble,
            Self::Exchanging(exchanging) => exchanging.retry.trouble,
            Self::Paired(paired) => paired.retry.trouble,
            _ => None,
        }
    }
}

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

    /// Notes a failure: the next attempt waits for the back-off, `at_least` and `earliest`, whichever is longest.
    pub(super) fn failed(
        &mut self,
        trouble: Trouble,
        at_least: Duration,
        earliest: Instant,
        now: Instant,
    ) {
        self.trouble = Some(trouble);
        self.due = earliest.max(now + self.back_off().max(at_least));
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

/// A code is requested.
#[derive(Debug)]
pub(super) struct Asking {
    pub(super) retry: Retry,
    pub(super) notice: Option<Notice>,
    /// The flows that gave no code in this round, and what each said (rule 9).
    pub(super) tried: Vec<(Flow, RequestError)>,
    /// What the last round's flows refused, where nothing but foreign pages answered the others.
    pub(super) refused: Vec<(Flow, Rejection)>,
}

/// A code that is valid, and polled for.
#[derive(Debug)]
pub(super) struct ActiveCode {
    pub(super) code: DeviceAuthorization,
    pub(super) expires_at: Instant,
    /// Grows with `slow_down`.
    pub(super) interval: Duration,
    /// Before this, the interval is not over.
    pub(super) earliest: Instant,
    pub(super) retry: Retry,
    pub(super) notice: Option<Notice>,
    pub(super) last_answer: Option<Instant>,
    /// A poll failed in a way that may have cost the answer, and no poll has said "pending" since.
    pub(super) answer_lost: bool,
    /// Another code is requested.
    pub(super) replacing: bool,
    /// The flows that gave no other code in this round.
    pub(super) tried: Vec<(Flow, RequestError)>,
    /// Its page in a browser of this computer.
    pub(super) open_here: OpenHere,
}

/// A token that is not in the store yet.
#[derive(Debug)]
pub(super) struct Storing {
    pub(super) token: Token,
    pub(super) failed: Option<StoreTrouble>,
    pub(super) retry: Retry,
}

/// A pairing.
#[derive(Debug)]
pub(super) struct Paired {
    pub(super) kept: StoredPairing,
    /// Paired just now, not at an earlier launch.
    pub(super) fresh: bool,
    /// What the service says of the token; [`Check::Delayed`] is [`Check::Pending`] here.
    pub(super) check: Check,
    pub(super) retry: Retry,
    pub(super) picture: Picture,
    /// The account has yet to be written beside the token.
    pub(super) remember: Option<Account>,
    /// Another store is wanted for it.
    pub(super) move_to: Option<StoreChoice>,
    pub(super) failed_action: Option<FailedAction>,
    /// The account of the pairing that this one replaced, where that is another one.
    pub(super) instead_of: Option<Account>,
}

impl Paired {
    pub(super) fn new(kept: StoredPairing, fresh: bool, now: Instant) -> Box<Self> {
        Box::new(Self {
            kept,
            fresh,
            check: Check::Pending,
            retry: Retry::at(now),
            picture: Picture::default(),
            remember: None,
            move_to: None,
            failed_action: None,
            instead_of: None,
        })
    }
}
