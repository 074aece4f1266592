//! Freshness: a token that is about to end, or that the service just refused, is replaced by one process at a time.
//!
//! A refresh may end the old access token at once (Simkl), and the old refresh token soon after (a service that rotates
//! them). So it happens inside the lock, after the record has been read again, and only if there is room for the new pair;
//! one request is asked, and the new pair is on disk before any caller is handed it. Until then the old pair stays where it
//! is: a refresh whose answer was lost is asked again with the old refresh token. A pair that no store takes is held in
//! memory, and the old one is not called good any more. Clocks may be wrong: the service's refusal is the truth, a date
//! only a hint.

use std::time::{Duration, Instant, SystemTime};

use super::lock::Lock;
use super::reserved_space::ReservedSpace;
use super::service_store::ServiceStore;
use super::{Record, StoreError, Stored, Tokens};
use crate::auth::{KeyringTrouble, Rejection, RequestError, Secret, Token};
use crate::system::clock;

/// For all of it, but the last write: a command must end within 5 s.
const WHOLE: Duration = Duration::from_secs(4);
/// For the last write, if it goes to a keyring. The private file takes a few milliseconds.
const LAST_WRITE: Duration = Duration::from_millis(600);
/// A request that is cut short may have ended the old token for nothing; with less time than this it is not begun.
const SHORTEST_ASK: Duration = Duration::from_secs(1);

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
    /// answer to all trouble but a refusal of the pairing, or a refresh that could not be stored. Ends within 5 s, whatever
    /// other processes do, if `ask` keeps its time.
    pub fn refreshed(
        &self,
        service: &str,
        need: &Need,
        now: SystemTime,
        ask: impl FnOnce(&Record, Duration) -> Result<Refreshed, RequestError>,
    ) -> Result<Record, FreshError> {
        self.refreshed_within(WHOLE, service, need, now, ask)
    }

    /// The same in another time than usual.
    pub(super) fn refreshed_within(
        &self,
        whole: Duration,
        service: &str,
        need: &Need,
        now: SystemTime,
        ask: impl FnOnce(&Record, Duration) -> Result<Refreshed, RequestError>,
    ) -> Result<Record, FreshError> {
        let end = clock::now() + whole;
        let mut store = self.store(service)?;
        let Some(stored) = store.load()? else {
            return Err(StoreError::NotPaired.into());
        };
        let record = &stored.record;
        let call = RefreshCall {
            tokens: self,
            service,
            now,
            due_by: match need {
                Need::DueBy(date) => *date,
                Need::WhenDue | Need::Refused(_) => now,
            },
            refused: matches!(need, Need::Refused(token) if *token == record.access_token),
            end,
        };
        if !call.has_reason(&store, record)? {
            return Ok(stored.record);
        }
        match call.lock_and_refresh(&store, &stored, ask) {
            Err(why)
                if !call.refused
                    && !why.is_final()
                    && !is_unsettled(&store, record)
                    && record.lives(call.due_by) =>
            {
                tracing::warn!("{why}; the old one is still good");
                Ok(stored.record)
            }
            outcome => outcome,
        }
    }
}

struct RefreshCall<'a> {
    tokens: &'a Tokens,
    service: &'a str,
    now: SystemTime,
    /// The date by which a token is due.
    due_by: SystemTime,
    /// The service refused this very access token.
    refused: bool,
    /// When all but the last write ends.
    end: Instant,
}

impl RefreshCall<'_> {
    /// Whether a request is needed, or why none would help.
    fn has_reason(&self, store: &ServiceStore<'_>, record: &Record) -> Result<bool, FreshError> {
        if record.refused {
            return Err(FreshError::Refused);
        }
        if self.refused && record.refresh_token.is_none() {
            return Err(FreshError::CannotRefresh);
        }
        Ok(self.refused || record.is_due(self.due_by) || is_unsettled(store, record))
    }

    /// What happens under the lock. `seen` and `before` are what was stored before it was held.
    fn lock_and_refresh(
        &self,
        seen: &ServiceStore<'_>,
        before: &Stored,
        ask: impl FnOnce(&Record, Duration) -> Result<Refreshed, RequestError>,
    ) -> Result<Record, FreshError> {
        let begun = clock::now();
        let lock = self.tokens.lock_path(self.service)?;
        let _lock = Lock::take(&lock, self.end)?.ok_or(FreshError::Busy)?;
        let waited = clock::now().saturating_duration_since(begun);
        let mut store = self.tokens.store(self.service)?;
        let Some(old) = store.reload(seen, before, self.end)? else {
            return Err(StoreError::NotPaired.into());
        };
        // Another process was first. Whatever the clock says of the new token, it is not asked for twice.
        if !old.record.has_tokens_of(&before.record) {
            return usable(old.record);
        }
        let held = self.tokens.held.of(&old.record);
        if held.is_none()
            && let Some(record) = store.left_behind()
        {
            if let Err(why) = store.save_left_behind(&record) {
                self.tokens.held.hold(record, old);
                return Err(FreshError::SaveError(why));
            }
            return usable(record);
        }
        if !self.has_reason(&store, &old.record)? {
            return Ok(old.record);
        }
        let left = self.end.saturating_duration_since(clock::now());
        if held.is_none() && left < SHORTEST_ASK {
            let is_slow_keyring = waited <= SHORTEST_ASK && !store.is_file(&old.place);
            return Err(if is_slow_keyring {
                StoreError::from(KeyringTrouble::Slow).into()
            } else {
                FreshError::Busy
            });
        }
        // So that the old token does not end for an answer that cannot be kept.
        let room = store.reserve(&old.record);
        if let Some(held) = held {
            return self.save(store, held, old, room.map_err(FreshError::SaveError)?);
        }
        let room = room.map_err(FreshError::NoRoom)?;
        let answer = ask(&old.record, left);
        self.settle(&store, old, room, answer)
    }

    /// Stores what the service answered. A pairing may have come or gone meanwhile, which is newer than the answer.
    fn settle(
        &self,
        before: &ServiceStore<'_>,
        old: Stored,
        room: Option<ReservedSpace>,
        answer: Result<Refreshed, RequestError>,
    ) -> Result<Record, FreshError> {
        let mut store = self.tokens.store(self.service)?;
        let current = if answer == Err(RequestError::Rejected(Rejection::Token)) {
            store.keyring.restart(self.last());
            store.load()
        } else {
            store.reload(before, &old, self.last())
        };
        let Stored { mut record, place } = match current {
            Ok(Some(current)) => current,
            Ok(None) => {
                store.settle();
                return Err(match answer {
                    Ok(Refreshed { token, .. }) => FreshError::Unpaired(Box::new(token)),
                    Err(_) => StoreError::NotPaired.into(),
                });
            }
            // Out of reach by now; what was read before still tells what belongs there.
            Err(_) => old.clone(),
        };
        if !record.has_tokens_of(&old.record) {
            store.settle();
            return usable(record);
        }
        match answer {
            Ok(Refreshed { token, date }) => {
                record.renew(&token, self.now, date);
                self.save(store, record, old, room)
            }
            Err(RequestError::Rejected(Rejection::Token)) => {
                record.refused = true;
                match store.rewrite(&record, &place) {
                    Ok(()) => store.settle(),
                    // The service says the same at the next request.
                    Err(error) => tracing::warn!("{error}"),
                }
                Err(FreshError::Refused)
            }
            Err(error) => {
                if let Some(room) = room {
                    room.give_back();
                }
                Err(FreshError::Service(error))
            }
        }
    }

    /// Stores a refreshed record, or holds it until that can be done.
    fn save(
        &self,
        mut store: ServiceStore<'_>,
        record: Record,
        old: Stored,
        room: Option<ReservedSpace>,
    ) -> Result<Record, FreshError> {
        if let Err(why) = store.save_refreshed(&record, &old.place, room, self.last()) {
            self.tokens.held.hold(record, old);
            return Err(FreshError::SaveError(why));
        }
        tracing::info!(service = self.service, "the token was refreshed");
        usable(record)
    }

    /// When the last write ends, too.
    fn last(&self) -> Instant {
        self.end + LAST_WRITE
    }
}

/// Whether the stored token may be dead because of a refresh that is not stored.
fn is_unsettled(store: &ServiceStore<'_>, record: &Record) -> bool {
    record.refresh_token.is_some() && store.is_unsettled()
}

impl FreshError {
    /// Whether the old token is not to be used either.
    fn is_final(&self) -> bool {
        match self {
            Self::Refused
            | Self::CannotRefresh
            | Self::SaveError(_)
            | Self::Unpaired(_)
            | Self::Store(StoreError::NotPaired) => true,
            Self::Service(_) | Self::Busy | Self::NoRoom(_) | Self::Store(_) => false,
        }
    }
}

fn usable(record: Record) -> Result<Record, FreshError> {
    if record.refused {
        return Err(FreshError::Refused);
    }
    Ok(record)
}

#[cfg(test)]
mod tests;
