//! What the machine is at, and what it holds there.

use std::time::{Duration, Instant};

use super::consent::{AwaitingCode, SettingUp};
use super::open_here::OpenHere;
use super::picture::Picture;
use super::{FailedAction, SignInMethod, Stop, StoredPairing};
use crate::auth::{Account, DeviceAuthorization, Rejection, StoreChoice, StoreTrouble, Token};

/// What the machine is at.
#[derive(Debug)]
pub(super) enum Phase {
    Starting,
    Unreadable {
        why: StoreTrouble,
        /// When the store is looked at again.
        again: Option<Instant>,
        /// A person wants the keyring's prompt.
        unlock: bool,
    },
    Asking,
    Waiting(Box<ActiveCode>),
    StartingSignIn(SignInMethod),
    SettingUp(Box<SettingUp>),
    AwaitingCode(Box<AwaitingCode>),
    Resting,
    Stopped(Stop),
    Storing {
        token: Token,
        failed: Option<StoreTrouble>,
    },
    Paired(Box<Paired>),
    Refused(StoredPairing),
    Forgetting(Box<Paired>),
}

/// A code that lives.
#[derive(Debug)]
pub(super) struct ActiveCode {
    pub(super) code: DeviceAuthorization,
    pub(super) expires_at: Instant,
    /// Grows with `slow_down`.
    pub(super) interval: Duration,
    /// Before this, the interval is not over.
    pub(super) earliest: Instant,
    pub(super) last_answer: Option<Instant>,
    /// A poll failed in a way that may have cost the answer, and no poll has said "pending" since.
    pub(super) answer_lost: bool,
    pub(super) replacing: bool,
    /// Its page in a browser of this computer.
    pub(super) open_here: OpenHere,
}

/// A pairing.
#[derive(Debug)]
pub(super) struct Paired {
    pub(super) kept: StoredPairing,
    pub(super) fresh: bool,
    pub(super) check: TokenCheck,
    /// What the person looks like.
    pub(super) picture: Picture,
    /// The account has yet to be written beside the token.
    pub(super) remember: Option<Account>,
    /// A person wants it kept elsewhere.
    pub(super) move_to: Option<StoreChoice>,
    pub(super) failed_action: Option<FailedAction>,
    /// The account of the pairing that this one replaced, where that is another one.
    pub(super) instead_of: Option<Account>,
}

/// What the service says of a stored token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenCheck {
    Wanted,
    Good,
    /// It did not say.
    Refused(Rejection),
}

impl Paired {
    pub(super) fn new(kept: StoredPairing, fresh: bool, check: TokenCheck) -> Self {
        Self {
            kept,
            fresh,
            check,
            picture: Picture::default(),
            remember: None,
            move_to: None,
            failed_action: None,
            instead_of: None,
        }
    }
}
