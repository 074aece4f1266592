//! Freshness: a token that is about to end, or that the service just refused, is replaced by one process at a time.
//!
//! A refresh may end the old access token at once (Simkl), and the old refresh token soon after (a service that rotates
//! them). So it happens inside the lock, after the record has been read again; one request is asked, and the new pair is
//! on disk before anybody is handed it. Until then the old pair stays where it is: a refresh whose answer was lost is
//! asked again with the old refresh token. Clocks may be wrong: the service's refusal is the truth, a date only a hint.

use std::time::{Duration, Instant, SystemTime};

use super::lock::Lock;
use super::{Record, StoreError, Stored, Tokens};
use crate::authorization::{Rejection, RequestError, Secret, Token};
use crate::clock;

/// For all of it, but the last write: a command must end within 5 s.
const WHOLE: Duration = Duration::from_secs(4);
/// A request that is cut short may have ended the old token for nothing; with less time than this it is not begun.
const SHORTEST_ASK: Duration = Duration::from_secs(1);

/// Why a fresh token is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// To use it: refreshed only when its life is almost over.
    WhenDue,
    /// The service has just refused this access token. If another one is stored by now, that one is it.
    Refused(Secret),
}

/// Why there is no token that can be used. Carries no secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FreshError {
    /// The service has ended the pairing; the record is kept, and marked.
    #[error("the service no longer accepts this pairing: pair again")]
    Refused,
    /// The service refused the access token, and there is nothing to refresh it with.
    #[error("the service refused the token, which cannot be refreshed: pair again")]
    CannotRefresh,
    /// The service did not do it; what is stored stays as it is.
    #[error("the token could not be refreshed: {0}")]
    Service(RequestError),
    /// Another process is at it, and does not come to an end.
    #[error("another couchpin has been refreshing the token for too long: try again")]
    Busy,
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Tokens {
    /// A service's record with a token that should work `now` (the date as this computer believes it).
    ///
    /// `ask` performs one refresh request with the record's refresh token, within the time it is given; it is called at
    /// most once, and only if there is need. A token that is still good by the clock is the answer to all trouble but a
    /// refusal of the pairing. Ends within 5 s, whatever other processes do, if `ask` keeps its time.
    pub fn refreshed(
        &self,
        service: &str,
        need: &Need,
        now: SystemTime,
        ask: impl FnOnce(&Record, Duration) -> Result<Token, RequestError>,
    ) -> Result<Record, FreshError> {
        let turn = Turn {
            service,
            now,
            end: clock::now() + WHOLE,
        };
        let before = self.stored(service)?.record;
        let refused = matches!(need, Need::Refused(token) if *token == before.access_token);
        if !is_needed(&before, refused, now)? {
            return Ok(before);
        }
        match self.refresh_alone(&turn, &before, refused, ask) {
            Err(why) if !refused && !why.is_final() && before.lives(now) => {
                tracing::warn!("{why}; the old one is still good");
                Ok(before)
            }
            outcome => outcome,
        }
    }

    fn refresh_alone(
        &self,
        turn: &Turn,
        before: &Record,
        refused: bool,
        ask: impl FnOnce(&Record, Duration) -> Result<Token, RequestError>,
    ) -> Result<Record, FreshError> {
        let &Turn { service, now, end } = turn;
        let _alone = Lock::take(&self.lock_path(service)?, end)?.ok_or(FreshError::Busy)?;
        let old = self.stored(service)?.record;
        // Somebody else was first. Whatever the clock says of the new token, it is not asked for twice.
        if is_another(&old, before) {
            return usable(old);
        }
        if !is_needed(&old, refused, now)? {
            return Ok(old);
        }
        let left = end.saturating_duration_since(clock::now());
        if left < SHORTEST_ASK {
            return Err(FreshError::Busy);
        }
        let answer = ask(&old, left);
        // A pairing may have come or gone meanwhile: that is a person's wish, and newer than this.
        let Stored { mut record, place } = self.stored(service)?;
        if is_another(&record, &old) {
            return usable(record);
        }
        match answer {
            Ok(token) => record.renew(&token, now),
            Err(RequestError::Rejected(Rejection::Token)) => record.refused = true,
            Err(error) => return Err(FreshError::Service(error)),
        }
        self.slot(service)?.rewrite(&record, &place)?;
        let record = usable(record)?;
        tracing::info!(service, "the token was refreshed");
        Ok(record)
    }

    fn stored(&self, service: &str) -> Result<Stored, StoreError> {
        self.load(service)?.ok_or(StoreError::NotPaired)
    }
}

/// One call's service, date and last moment.
struct Turn<'a> {
    service: &'a str,
    now: SystemTime,
    end: Instant,
}

impl FreshError {
    /// Whether the old token is not to be used either.
    fn is_final(&self) -> bool {
        match self {
            Self::Refused | Self::CannotRefresh | Self::Store(StoreError::NotPaired) => true,
            Self::Service(_) | Self::Busy | Self::Store(_) => false,
        }
    }
}

fn usable(record: Record) -> Result<Record, FreshError> {
    if record.refused {
        return Err(FreshError::Refused);
    }
    Ok(record)
}

/// Whether a request is needed, or why none would help. `refused`: the service refused this very access token.
fn is_needed(record: &Record, refused: bool, now: SystemTime) -> Result<bool, FreshError> {
    match record {
        Record { refused: true, .. } => Err(FreshError::Refused),
        _ if !refused => Ok(record.is_due(now)),
        Record {
            refresh_token: None,
            ..
        } => Err(FreshError::CannotRefresh),
        _ => Ok(true),
    }
}

/// Whether the tokens have changed hands: by another refresh, or by a new pairing.
fn is_another(record: &Record, than: &Record) -> bool {
    record.access_token != than.access_token || record.refresh_token != than.refresh_token
}

#[cfg(test)]
mod tests;
