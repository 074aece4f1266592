//! What the machine is at, and what it holds there.

use std::time::{Duration, Instant};

use super::open_here::OpenHere;
use super::picture::Picture;
use super::retry::Retry;
use super::{
    Check, Consent, FailedAction, Notice, Pairing, SetUp, Stop, StoredPairing, View, Waiting,
};
use crate::auth::{
    Account, AuthorizationCode, ClientCredentials, DeviceAuthorization, Flow, Rejection,
    RequestError, SignIn, StoreChoice, StoreError, Token, Trouble,
};

/// What the machine is at.
#[derive(Debug)]
pub(super) enum Phase {
    Starting,
    Unreadable {
        why: StoreError,
        /// When the store is read again.
        again: Option<Instant>,
        /// The keyring's prompt is wanted.
        unlock: bool,
    },
    Asking(Asking),
    Waiting(Box<ActiveCode>),
    StartingSignIn {
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
    /// The phone that set the application up was told of it.
    pub(super) on_phone: bool,
}

/// Waiting for the client id and secret.
#[derive(Debug)]
pub(super) struct SettingUp {
    pub(super) shown: SetUp,
    pub(super) given: Option<ClientCredentials>,
    /// Why it stops where no page can be served, if not for the page's sake.
    pub(super) without_page: Option<Stop>,
}

/// Waiting for a code.
#[derive(Debug)]
pub(super) struct AwaitingCode {
    pub(super) sign_in: SignIn,
    pub(super) shown: Consent,
}

/// Asking for the token of a code.
#[derive(Debug)]
pub(super) struct Exchanging {
    pub(super) awaiting: Box<AwaitingCode>,
    pub(super) code: AuthorizationCode,
    pub(super) expires_at: Instant,
    pub(super) retry: Retry,
    /// The answer to an exchange may have been lost, and the code with it.
    pub(super) answer_lost: bool,
    /// A service that was busy has been asked again soon, which is done once for each code.
    pub(super) hurried: bool,
    /// What became of the page that brought the code.
    pub(super) page: Page,
}

/// A page for a phone to which a person can go back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// It asks for another code, if this one is refused.
    Open,
    /// Too many wrong numbers were typed there.
    Closed,
    /// It was told that it failed; the code is sent again since its application was mended.
    Over,
}

/// A token that is not in the store yet.
#[derive(Debug)]
pub(super) struct Storing {
    pub(super) token: Token,
    pub(super) failed: Option<StoreError>,
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

impl Pairing {
    /// What to show.
    #[must_use]
    pub fn view(&self) -> View {
        match &self.phase {
            Phase::Starting | Phase::StartingSignIn { .. } => View::Starting,
            Phase::SettingUp(set_up) => View::SettingUp(Box::new(set_up.shown.clone())),
            Phase::AwaitingCode(awaiting) => View::AwaitingCode(Box::new(awaiting.shown.clone())),
            Phase::Exchanging(exchanging) => View::Exchanging {
                trouble: exchanging.retry.delay(),
            },
            Phase::Unreadable { why, .. } => View::Unreadable(why.clone()),
            Phase::Asking(asking) => match self.refusal() {
                Some(stop) => View::Stopped(stop),
                None => View::Asking {
                    trouble: asking.retry.delay(),
                    notice: asking.notice.clone(),
                    on_phone: self.receiver.is_some(),
                },
            },
            Phase::Waiting(active) => View::Waiting(Box::new(Waiting {
                code: active.code.clone(),
                expires_at: active.expires_at,
                last_answer: active.last_answer,
                trouble: active.retry.delay(),
                notice: active.notice.clone(),
                replacing: active.replacing,
                on_phone: self.receiver.is_some(),
            })),
            Phase::Resting => View::Resting,
            Phase::Stopped(stop) => View::Stopped(stop.clone()),
            Phase::Storing(storing) => match storing.failed.clone() {
                None => View::Storing,
                Some(why) => View::CannotStore {
                    why,
                    trying: self.in_flight.is_some(),
                },
            },
            Phase::Paired(paired) => View::Paired {
                account: paired.kept.account.clone(),
                portrait: paired.picture.portrait.clone(),
                place: paired.kept.place.clone(),
                fresh: paired.fresh,
                check: match (&paired.check, paired.retry.delay()) {
                    (Check::Pending, Some(delay)) => Check::Delayed(delay),
                    (check, _) => check.clone(),
                },
                lacks_scope: paired.kept.token.lacks_scope,
                failed_action: paired.failed_action.clone(),
                instead_of: paired.instead_of.clone(),
                refreshable: paired.kept.token.refresh_token.is_some(),
            },
            Phase::Refused(paired) => View::Refused {
                account: paired.kept.account.clone(),
            },
            Phase::Forgetting(_) => View::Forgetting,
        }
    }
}
