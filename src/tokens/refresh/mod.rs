//! Freshness: a token that is about to end, or that the service just refused, is replaced by one process at a time.
//!
//! A refresh may end the old access token at once (Simkl), and the old refresh token soon after (a service that rotates
//! them). So it happens inside the lock, after the record has been read again, and only if there is room for the new pair;
//! one request is asked, and the new pair is on disk before any caller is handed it. Until then the old pair stays where it
//! is: a refresh whose answer was lost is asked again with the old refresh token. A pair that no store takes is held in
//! memory, and the old one is not called good any more. Clocks may be wrong: the service's refusal is the truth, a date
//! only a hint.

mod call;

use std::time::{Duration, SystemTime};

use self::call::RefreshCall;
use super::service_store::ServiceStore;
use super::{Record, StoreError, Tokens};
use crate::auth::{RequestError, Secret, Token};
use crate::system::clock;

/// How long a refresh may usually take, but for its last write: a command must end within 5 s.
pub const REFRESH_LIMIT: Duration = Duration::from_secs(4);

/// What the service answered to a refresh.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refreshed {
    /// The new token.
    pub token: Token,
    /// The date as the service tells it, if it did.
    pub date: Option<SystemTime>,
}

/// Why a fresh token is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// To use it: refreshed only when its life is almost over.
    WhenDue,
    /// The same, and the service says that this is the date, whatever this computer's clock shows.
    DueBy(SystemTime),
    /// The service has just refused this access token. If another one is stored by now, that one is it.
    Refused(Secret),
    /// A person or a program wants another one now.
    Now,
}

/// Why there is no token that can be used. Says no secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FreshError {
    /// The service has ended the pairing; the record is kept, and marked.
    #[error("the service no longer accepts this pairing: pair again")]
    Refused,
    /// The service refused the access token, and there is nothing to refresh it with.
    #[error("the service refused the token, which cannot be refreshed: pair again")]
    CannotRefresh,
    /// A new token was asked for, and there is nothing to refresh the old one with; it may well be good.
    #[error("this sign-in cannot be refreshed: the service gave no refresh token")]
    NoRefreshToken,
    /// The service did not do it; what is stored stays as it is.
    #[error("the token could not be refreshed: {0}")]
    Service(RequestError),
    /// Another process is at it, and does not come to an end.
    #[error("another couchpin has been refreshing the token for too long: try again")]
    Busy,
    /// The pairing was forgotten while the service was asked for this token, which nothing stores: it is to be ended.
    #[error("nothing is paired: pair first")]
    Unpaired(Box<Token>),
    /// There is no room for the answer, so the service was not asked.
    #[error("the token is not refreshed, because the new one could not be stored: {0}")]
    NoRoom(StoreError),
    /// The service has ended the old token, and no store takes the new one. It is held for as long as the process lives.
    #[error("the token was refreshed, but the new one could not be stored: {0}")]
    SaveError(StoreError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Tokens {
    /// A service's record with a token that should work `now` (the date as this computer believes it).
    ///
    /// `ask` performs one refresh request with the record's refresh token, within the time it is given; it is called at
    /// most once, and only if there is need, and room for its answer. A token that is still good by the clock is the
    /// answer to all trouble but a refusal of the pairing, or a refresh that could not be stored. Ends within `limit` and
    /// a second, whatever other processes do, if `ask` keeps its time.
    pub fn refreshed(
        &self,
        limit: Duration,
        service: &str,
        need: &Need,
        now: SystemTime,
        ask: impl FnOnce(&Record, Duration) -> Result<Refreshed, RequestError>,
    ) -> Result<Record, FreshError> {
        let end = clock::now() + limit;
        let mut store = ServiceStore::new(self, service)?;
        let stored = store.load()?.ok_or(StoreError::NotPaired)?;
        let record = &stored.record;
        let call = RefreshCall {
            tokens: self,
            service,
            now,
            due_by: match need {
                Need::DueBy(date) => *date,
                Need::WhenDue | Need::Refused(_) | Need::Now => now,
            },
            refused: matches!(need, Need::Refused(token) if *token == record.access_token),
            forced: *need == Need::Now,
            end,
        };
        if !call.has_reason(&store, record)? {
            return Ok(stored.record);
        }
        match call.lock_and_refresh(&store, &stored, ask) {
            Err(why)
                if !call.refused
                    && !call.forced
                    && !why.is_final()
                    && !store.has_unfinished_refresh(record)
                    && record.is_valid(call.due_by) =>
            {
                tracing::warn!("{why}; the old one is still good");
                Ok(stored.record)
            }
            outcome => outcome,
        }
    }
}

impl FreshError {
    /// Whether the old token is not to be used either.
    fn is_final(&self) -> bool {
        match self {
            Self::Refused
            | Self::CannotRefresh
            | Self::NoRefreshToken
            | Self::SaveError(_)
            | Self::Unpaired(_)
            | Self::Store(StoreError::NotPaired) => true,
            Self::Service(_) | Self::Busy | Self::NoRoom(_) | Self::Store(_) => false,
        }
    }
}

#[cfg(test)]
mod tests;
