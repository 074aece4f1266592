//! What the machine asks for, what it is answered, and what a person wishes of it.

use super::Unattended;
use crate::authorization::{
    Account, DeviceAuthorization, Flow, Keep, PictureAddress, Place, PollOutcome, Profile,
    RequestError, StoreTrouble, Token,
};
use crate::portrait::Portrait;

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Read the store; answered by [`Answer::Loaded`].
    Load,
    /// Ask for a code; answered by [`Answer::Code`].
    RequestCode(Flow),
    /// Ask whether the code was approved; answered by [`Answer::Polled`].
    Poll(Box<DeviceAuthorization>),
    /// Store the token; answered by [`Answer::Stored`].
    Store(Token, Keep),
    /// Move the stored token to another store; answered by [`Answer::Moved`].
    Move(Keep),
    /// Ask the keyring to be unlocked, which may show a prompt; answered at once by [`Answer::Unlocking`].
    Unlock,
    /// Ask whose token it is, which also checks it; answered by [`Answer::LookedUp`], or by [`Answer::Renewed`].
    LookUp(Token),
    /// Write the account beside the stored token; answered by [`Answer::Remembered`].
    Remember(Account),
    /// End the token at the service where that is possible, and forget it here; answered by [`Answer::Forgotten`].
    Forget(Token),
    /// Fetch the person's picture, beside whatever else is under way; answered by [`Answer::Pictured`].
    Picture(PictureAddress),
}

impl Action {
    /// The action's name, for logs: nothing of what it holds.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::RequestCode(_) => "request code",
            Self::Poll(_) => "poll",
            Self::Store(..) => "store",
            Self::Move(_) => "move",
            Self::Unlock => "unlock",
            Self::LookUp(_) => "look up",
            Self::Remember(_) => "remember",
            Self::Forget(_) => "forget",
            Self::Picture(_) => "picture",
        }
    }
}

/// An action and the ticket that its answer must carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Returned with the answer.
    pub ticket: u32,
    /// What to do.
    pub action: Action,
}

/// What an [`Action`] led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What the store holds.
    Loaded(Result<Option<Kept>, StoreTrouble>),
    /// A code, or none.
    Code(Result<DeviceAuthorization, RequestError>),
    /// The outcome of one poll.
    Polled(Result<PollOutcome, RequestError>),
    /// Where the token is now.
    Stored(Result<Place, StoreTrouble>),
    /// Where the token is after a move.
    Moved(Result<Place, StoreTrouble>),
    /// The prompt is on its way; what comes of it is seen in the store.
    Unlocking,
    /// Whose the token is.
    LookedUp(Result<Profile, RequestError>),
    /// The stored token is another one by now, refreshed because it was due or refused; and whose that is.
    Renewed(Token, Result<Profile, RequestError>),
    /// The account was written, or could not be; nobody needs to know.
    Remembered,
    /// The token is forgotten: everywhere, or (`false`) but for a copy in a shut keyring that goes once it opens.
    Forgotten(Result<bool, StoreTrouble>),
    /// What the person looks like; `None` if that cannot be had, for whatever reason.
    Pictured(Option<Portrait>),
}

/// A pairing that the store already holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The token.
    pub token: Token,
    /// Whose it was when last asked.
    pub account: Option<Account>,
    /// Where it is kept.
    pub place: Place,
}

/// What a person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Somebody is here: any button was pressed.
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
    Move(Keep),
    /// Show the keyring's own prompt.
    Unlock,
    /// Start a new pairing and keep it in the private file, whatever the settings say.
    PairInFile,
    /// From now on, renew codes so long without a person.
    Renew(Unattended),
    /// From now on, keep new tokens there.
    KeepNext(Keep),
}
