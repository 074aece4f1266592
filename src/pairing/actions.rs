//! What the machine asks for, what that led to, and what a person wants of it.

use std::time::{Duration, Instant};

use super::{ServiceStatus, Unattended};
use crate::auth::portrait::Portrait;
use crate::auth::{
    Account, AuthorizationCode, ClientCredentials, DeviceAuthorization, ExchangeError, Flow,
    FormOutcome, PictureAddress, PollOutcome, Profile, Rejection, RequestError, Secret, Service,
    SignIn, StoreChoice, StoreError, StoreLocation, SystemError, Token,
};

/// How an approval gets here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignInMethod {
    /// A code on this screen is approved elsewhere, and the service is polled (RFC 8628, and Simkl's PIN).
    #[default]
    Code,
    /// A page shows a code, which is carried here: over the page for a phone, or typed (RFC 6749 §4.1).
    ManualCode,
    /// A browser on this computer is sent back here with a code (RFC 6749 §4.1, RFC 8252 §7.3).
    Browser,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Read the store; answered by [`ActionResult::Loaded`].
    Load,
    /// Ask for a code; answered by [`ActionResult::Code`].
    RequestCode(Flow),
    /// Ask whether the code was approved; answered by [`ActionResult::Polled`].
    Poll(Box<DeviceAuthorization>),
    /// Store the token; answered by [`ActionResult::Stored`].
    Store(Token, StoreChoice),
    /// Move the stored token to another store; answered by [`ActionResult::Moved`].
    Move(StoreChoice),
    /// Ask the keyring to be unlocked, which may show a prompt; answered at once by [`ActionResult::Done`].
    Unlock,
    /// Ask whose token it is, which also checks it; answered by [`ActionResult::TokenChecked`], or by
    /// [`ActionResult::Renewed`] or [`ActionResult::Unsaved`].
    CheckToken(Token),
    /// Write the account beside the stored token; answered by [`ActionResult::Done`].
    Remember(Account),
    /// End the token at the service where that is possible, and forget it here; answered by [`ActionResult::Forgotten`].
    Forget(Token),
    /// Begin a sign-in through a page, and wait for its code; answered by [`ActionResult::SignInStarted`], and then by an [`crate::auth::SignInEvent`].
    /// A page for a phone that is open already is used on.
    Begin(SignInMethod),
    /// Open a page for a phone that asks for the client id and secret; answered by [`ActionResult::AskingForClient`], and then
    /// by an [`crate::auth::SignInEvent`]. The application must be registered for this way.
    AskForClient(SignInMethod),
    /// Use this application from now on, and keep it; answered by [`ActionResult::KeptClient`].
    KeepClient(ClientCredentials),
    /// Ask for the token of a code; answered by [`ActionResult::Exchanged`].
    Exchange(Box<SignIn>, AuthorizationCode),
    /// Tell the phone how it went; has no answer.
    NotifyPhone(FormOutcome),
    /// Let the phone that set the application up go on to the page of this code; has no answer. Never a code of
    /// [`Flow::Pin`].
    ShowOnPhone(Box<DeviceAuthorization>),
    /// Let the phone know that the service cannot be reached, so that it sees why nothing goes on until something does; has
    /// no answer.
    TellTrouble,
    /// Look how things stand with every service; answered by [`ActionResult::StatusRefreshed`].
    RefreshStatus,
    /// Fetch the person's picture, beside whatever else is under way; answered by [`ActionResult::Pictured`].
    Picture(PictureAddress),
    /// Open the page of a code in a browser of this computer, beside whatever else is under way; answered by
    /// [`ActionResult::OpenedHere`]. Nothing comes back from that browser: the service is polled as before.
    OpenHere(Box<DeviceAuthorization>),
}

/// An action and the ticket that its answer must carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionRequest {
    /// Returned with the answer.
    pub ticket: u32,
    /// What to do.
    pub action: Action,
}

/// When the machine is to be asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    /// The time.
    pub at: Instant,
    /// What is due then, for the log.
    pub reason: DeadlineReason,
}

/// What is due at a [`Deadline`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadlineReason {
    /// [`Action::Load`], because the keyring was shut.
    Load,
    /// [`Action::RequestCode`].
    RequestCode,
    /// [`Action::Poll`].
    Poll,
    /// [`Action::Exchange`].
    Exchange,
    /// [`Action::Store`].
    Store,
    /// [`Action::CheckToken`].
    CheckToken,
    /// A code or a page is valid until then.
    TimeOver,
}

/// What an [`Action`] led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionResult {
    /// What the store holds.
    Loaded(Result<Option<StoredPairing>, StoreError>),
    /// A code, or none.
    Code(Result<DeviceAuthorization, RequestError>),
    /// The outcome of one poll.
    Polled(Result<PollOutcome, RequestError>),
    /// Where the token is now.
    Stored(Result<StoreLocation, StoreError>),
    /// Where the token is after a move.
    Moved(Result<StoreLocation, StoreError>),
    /// It has been tried: what comes of a prompt is seen in the store, and an account need not be written.
    Done,
    /// Whose the token is.
    TokenChecked(Result<Profile, RequestError>),
    /// The stored token is another one by now, refreshed because it was due or refused; and whose that is.
    Renewed(Token, Result<Profile, RequestError>),
    /// The stored token is this one by now, and no store takes it: the machine keeps it until one does.
    Unsaved(Token, StoreError),
    /// The token is forgotten: everywhere, or (`false`) but for a copy in a shut keyring that goes once it opens.
    Forgotten(Result<bool, StoreError>),
    /// A code is waited for, or why not.
    SignInStarted(Result<Box<SignInStarted>, StartError>),
    /// The page that asks for the client id and secret, or why there is none.
    AskingForClient(Result<PhonePage, StartError>),
    /// The client id and secret are used; whether they could be written into the settings, too.
    KeptClient(bool),
    /// The token of a code.
    Exchanged(Result<Token, ExchangeError>),
    /// How things stand with every service.
    StatusRefreshed(Vec<ServiceStatus>),
    /// What the person looks like; `None` if that cannot be had, for whatever reason.
    Pictured(Option<Portrait>),
    /// Whether a browser was opened.
    OpenedHere(bool),
}

/// A sign-in through a page, whose code is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInStarted {
    /// The sign-in.
    pub sign_in: SignIn,
    /// Where the code comes from.
    pub code_source: CodeSource,
    /// For how long.
    pub expires_in: Duration,
}

/// Where a code comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeSource {
    /// The page for a phone; the code may be typed, too.
    Phone(PhonePage),
    /// It can only be typed.
    Typing(NoPhone),
    /// A listener for the browser that was opened.
    Browser,
}

/// A page for a phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhonePage {
    /// Its address, for the QR.
    pub url: Secret,
    /// The number that must be typed on it.
    pub number: Secret,
    /// How long it stays open.
    pub expires_in: Duration,
}

/// Why there is no page for a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPhone {
    /// The settings say so.
    SwitchedOff,
    /// This computer is on no network that a phone could be on.
    NoNetwork,
    /// This computer's address belongs to the internet, and the settings name no other.
    PublicAddress,
    /// It could not be opened; the log says why.
    Failed,
}

/// Why a code cannot be waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartError {
    /// The settings lack something.
    Settings(Rejection),
    /// The service, asked where its endpoints are, did not tell (RFC 8414).
    Discovery(RequestError),
    /// Another program listens on the port of the registered redirect address.
    PortTaken(u16),
    /// No browser could be opened.
    NoBrowser,
    /// No page for a phone, which would be needed.
    NoPhone(NoPhone),
    /// What the operating system refused: the port, random numbers, time.
    Failed(SystemError),
}

/// A pairing that the store already holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPairing {
    /// The token.
    pub token: Token,
    /// Whose it was when last asked.
    pub account: Option<Account>,
    /// Where it is kept.
    pub place: StoreLocation,
}

/// What a person wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Any button was pressed.
    Touched,
    /// Another code.
    NewCode,
    /// Do not wait any longer: poll, ask, store or check now, as far as the service allows.
    TryNow,
    /// Start a new pairing although there is one.
    PairAgain,
    /// Forget the pairing.
    Unpair,
    /// Keep the token elsewhere.
    Move(StoreChoice),
    /// Show the keyring's own prompt.
    Unlock,
    /// Open the page of the code that is shown in a browser of this computer.
    OpenHere,
    /// Sign in this way instead.
    SignIn(SignInMethod),
    /// A code that was typed with the remote.
    Typed(AuthorizationCode),
    /// A client id and secret that were typed while a page for a phone asks for them.
    Client(ClientCredentials),
    /// Ask for another client id and secret, on a page for a phone.
    SetUp,
    /// Turn to this service.
    Open(Service),
    /// Turn back to all services.
    Home,
    /// Start a new pairing and keep it in the private file, whatever the settings say.
    PairInFile,
    /// From now on, renew codes so long without a person.
    Renew(Unattended),
    /// From now on, keep new tokens there.
    KeepNext(StoreChoice),
}
