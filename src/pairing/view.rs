//! What the machine shows to the world.

use std::fmt;
use std::time::{Duration, Instant};

use url::Url;

use super::{CodeSource, PhonePage, ServiceStatus, SignInMethod, StartError};
use crate::auth::portrait::Portrait;
use crate::auth::{
    Account, DeviceAuthorization, Flow, Rejection, Service, StoreError, StoreLocation, Trouble,
};

/// What the machine shows to the world. Everything a screen needs, and no token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// No service is open: how things stand with each.
    Home(Vec<ServiceStatus>),
    /// The store is being read.
    Starting,
    /// The store cannot be read.
    Unreadable(StoreError),
    /// No code yet.
    Asking {
        /// Why it takes so long.
        trouble: Option<Delay>,
        /// What happened before.
        notice: Option<Notice>,
        /// The phone that set the application up waits for the code, too.
        on_phone: bool,
    },
    /// A valid code.
    Waiting(Box<Waiting>),
    /// The client id and secret are asked for, on a page for a phone.
    SettingUp(Box<SetUp>),
    /// A page asks the person, and its code is waited for.
    AwaitingCode(Box<Consent>),
    /// The code is here, and its token is asked for.
    Exchanging {
        /// Why it takes so long.
        trouble: Option<Delay>,
    },
    /// No button was pressed for long: no code, no polling.
    Resting,
    /// It cannot go on by itself.
    Stopped(Stop),
    /// Approved; the token is being stored.
    Storing,
    /// Approved, but the store does not take the token, which is kept in memory.
    CannotStore {
        /// What the store said.
        why: StoreError,
        /// Another try is under way.
        trying: bool,
    },
    /// Paired.
    Paired {
        /// Whose account, once known.
        account: Option<Account>,
        /// What they look like, once that has come; many never do.
        portrait: Option<Portrait>,
        /// Where the token is kept.
        place: StoreLocation,
        /// Paired just now, not at an earlier launch.
        fresh: bool,
        /// What the service says of the token.
        check: Check,
        /// The token may do less than was asked.
        lacks_scope: bool,
        /// What a person asked for and the store did not do.
        failed_action: Option<FailedAction>,
        /// The account of the pairing that this one replaced, where that is another one.
        instead_of: Option<Account>,
        /// The token can be refreshed; those of Simkl's older generation cannot.
        refreshable: bool,
    },
    /// The service no longer accepts the stored token.
    Refused {
        /// Whose it was.
        account: Option<Account>,
    },
    /// The pairing is being forgotten.
    Forgetting,
}

/// A valid code and how its approval goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The code.
    pub code: DeviceAuthorization,
    /// Until when it is valid.
    pub expires_at: Instant,
    /// When the service last answered about it.
    pub last_answer: Option<Instant>,
    /// The service cannot be asked at the moment; the code is still good.
    pub trouble: Option<Delay>,
    /// How this code came to be.
    pub notice: Option<Notice>,
    /// Another code has been asked for; this one is good until it comes.
    pub replacing: bool,
    /// The phone that set the application up shows it, too.
    pub on_phone: bool,
}

/// What happens on the page for a phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// A phone opened it.
    pub opened: bool,
    /// So many wrong numbers were typed.
    pub wrong_numbers: u8,
    /// The right one was typed on a phone, which is not asked for it again.
    pub number_typed: bool,
}

/// A page for a phone that asks for the client id and secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUp {
    /// Where it is; `None` while it is being opened.
    pub page: Option<PhonePage>,
    /// What happens there.
    pub progress: Progress,
    /// When it closes.
    pub expires_at: Instant,
}

/// A sign-in through a page.
#[derive(Clone, PartialEq, Eq)]
pub struct Consent {
    /// How the code gets here; never [`SignInMethod::Code`].
    pub way: SignInMethod,
    /// The page where the person says yes.
    pub address: Url,
    /// The redirect address as it is registered.
    pub redirect_uri: String,
    /// Where the code comes from.
    pub code_source: CodeSource,
    /// What happens on the page for a phone.
    pub progress: Progress,
    /// Until when it is waited for.
    pub expires_at: Instant,
    /// How long that was at the beginning.
    pub expires_in: Duration,
    /// What the person must be told.
    pub notice: Option<Notice>,
}

/// The address was made for this sign-in and holds its state, so it does not print.
impl fmt::Debug for Consent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Consent")
            .field("way", &self.way)
            .field("code_source", &self.code_source)
            .field("progress", &self.progress)
            .field("notice", &self.notice)
            .finish_non_exhaustive()
    }
}

/// Trouble, and when it is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    /// What is the matter.
    pub trouble: Trouble,
    /// When the next attempt is due.
    pub next_try: Instant,
}

/// What a person must be told about the code they see, or about what they did before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// This is a new code: they asked for it.
    AskedFor,
    /// This is a new code: the last one ran out.
    Expired,
    /// This is a new code: the service no longer knew the last one.
    CodeGone,
    /// They asked for a new code and the service gave none: this one is still good.
    NoNewCode(Rejection),
    /// They approved, but the answer was lost: one more code.
    AnswerLost,
    /// The page of this code is being opened in a browser of this computer.
    OpeningHere,
    /// It is open there.
    OpenedHere,
    /// No browser could be opened on this computer.
    NotOpenedHere,
    /// The service did not accept the code that was carried here.
    CodeRefused,
    /// The client id and secret could not be written into the settings.
    ClientNotKept,
}

/// Why the machine stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The person signed out; nothing is asked until they want it.
    SignedOut {
        /// A copy is in a shut keyring, and goes once that opens.
        is_left_in_keyring: bool,
    },
    /// The person pressed "No".
    Denied,
    /// The service refuses: one answer for each flow that was tried.
    Rejected(Vec<(Flow, Rejection)>),
    /// A code cannot be waited for.
    StartError(StartError),
    /// Nothing came in time.
    TimeOver(SignInMethod),
    /// Too many wrong numbers were typed on the page for a phone.
    PageClosed,
    /// The person said no in the browser.
    NotAllowed,
    /// Another service answered in the browser than the one that was asked (RFC 9207).
    OtherIssuer,
    /// The service's page did not ask the person, in its own word.
    PageRefused(String),
    /// The service did not accept the code that the browser brought.
    CodeRefused,
    /// The code is used up, and its answer did not come.
    CodeLost(Trouble),
    /// The service refuses to give a token.
    Refused(Rejection),
    /// A fault of this program ended the engine's work; it begins anew in a minute, or when a person wants it.
    Unexpected,
}

/// What the store did not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FailedAction {
    /// The token could not be forgotten.
    Forget(StoreError),
    /// The token could not be moved, and is where it was.
    Move(StoreError),
    /// The client id and secret could not be written into the settings: another launch does not know them.
    KeepClient,
}

/// What the service says of a stored token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// Not asked yet.
    Pending,
    /// It works.
    Good,
    /// It could not be asked; asked again later.
    Delayed(Delay),
    /// It did not say, for this reason.
    Refused(Rejection),
}

impl View {
    /// The month around which the service ends sign-ins of the kind that is paired; see [`Service::ends_about`]. Never for
    /// the demo, whose sign-in ends with it.
    #[must_use]
    pub fn ends_about(&self, service: Service) -> Option<&'static str> {
        match self {
            Self::Paired {
                place, refreshable, ..
            } if *place != StoreLocation::Demo => service.ends_about(*refreshable),
            _ => None,
        }
    }

    /// The view's name, for logs: it tells what is shown, and nothing of what it holds.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Starting => "starting",
            Self::Unreadable(_) => "unreadable",
            Self::Asking { .. } => "asking",
            Self::Waiting(_) => "waiting",
            Self::SettingUp(_) => "setting up",
            Self::AwaitingCode(_) => "consenting",
            Self::Exchanging { .. } => "exchanging",
            Self::Resting => "resting",
            Self::Stopped(_) => "stopped",
            Self::Storing => "storing",
            Self::CannotStore { .. } => "cannot store",
            Self::Paired { .. } => "paired",
            Self::Refused { .. } => "refused",
            Self::Forgetting => "forgetting",
        }
    }
}
