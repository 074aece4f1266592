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
use super::service_store::ServiceStore;
use super::successor::ReservedSpace;
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
        let begun = clock::now();
        let by = match need {
            Need::DueBy(date) => *date,
            Need::WhenDue | Need::Refused(_) => now,
        };
        let turn = RefreshCall {
            service,
            now,
            by,
            end: begun + whole,
            last: begun + whole + LAST_WRITE,
        };
        let mut store_files = self.store_files(service)?;
        let before = store_files.load()?.ok_or(StoreError::NotPaired)?;
        let record = &before.record;
        let refused = matches!(need, Need::Refused(token) if *token == record.access_token);
        if !is_needed(record, refused, by)? && !is_unsettled(&store_files, record) {
            return Ok(before.record);
        }
        match self.refresh_alone(&turn, &store_files, &before, refused, ask) {
            Err(why)
                if !refused
                    && !why.is_final()
                    && !is_unsettled(&store_files, record)
                    && record.lives(by) =>
            {
                tracing::warn!("{why}; the old one is still good");
                Ok(before.record)
            }
            outcome => outcome,
        }
    }

    fn refresh_alone(
        &self,
        turn: &RefreshCall,
        seen: &ServiceStore,
        before: &Stored,
        refused: bool,
        ask: impl FnOnce(&Record, Duration) -> Result<Refreshed, RequestError>,
    ) -> Result<Record, FreshError> {
        let &RefreshCall { service, now, .. } = turn;
        let begun = clock::now();
        let _alone = Lock::take(&self.lock_path(service)?, turn.end)?.ok_or(FreshError::Busy)?;
        let waited = clock::now().saturating_duration_since(begun);
        let mut store_files = self.store_files(service)?;
        let old = store_files
            .reload(seen, before, turn.end)?
            .ok_or(StoreError::NotPaired)?;
        // Another process was first. Whatever the clock says of the new token, it is not asked for twice.
        if !old.record.has_tokens_of(&before.record) {
            return usable(old.record);
        }
        let held = self.held.of(&old.record);
        if held.is_none()
            && let Some(record) = store_files.left_behind()
        {
            if let Err(why) = store_files.finish(&record) {
                self.held.hold(record, old);
                return Err(FreshError::SaveError(why));
            }
            return usable(record);
        }
        if !is_unsettled(&store_files, &old.record) && !is_needed(&old.record, refused, turn.by)? {
            return Ok(old.record);
        }
        let left = turn.end.saturating_duration_since(clock::now());
        if held.is_none() && left < SHORTEST_ASK {
            return Err(
                if waited > SHORTEST_ASK || store_files.is_file(&old.place) {
                    FreshError::Busy
                } else {
                    StoreError::from(KeyringTrouble::Slow).into()
                },
            );
        }
        // So that the old token does not die for an answer that cannot be kept.
        let room = store_files.reserve(&old.record);
        if let Some(held) = held {
            return self.keep(
                turn,
                store_files,
                held,
                old,
                room.map_err(FreshError::SaveError)?,
            );
        }
        let room = room.map_err(FreshError::NoRoom)?;
        let answer = ask(&old.record, left);
        // A pairing may have come or gone meanwhile: that is a person's wish, and newer than this.
        let mut again = self.store_files(service)?;
        let current = if answer == Err(RequestError::Rejected(Rejection::Token)) {
            again.keyring.again(turn.last);
            again.load()
        } else {
            again.reload(&store_files, &old, turn.last)
        };
        let (Stored { mut record, place }, mut store_files) = match current {
            Ok(Some(current)) => (current, again),
            Ok(None) => {
                store_files.settle();
                return Err(answer.map_or(
                    StoreError::NotPaired.into(),
                    |Refreshed { token, .. }| FreshError::Unpaired(Box::new(token)),
                ));
            }
            // Out of reach by now; what was read before still tells what belongs there.
            Err(_) => (old.clone(), again),
        };
        if !record.has_tokens_of(&old.record) {
            store_files.settle();
            return usable(record);
        }
        match answer {
            Ok(Refreshed { token, date }) => {
                record.renew(&token, now, date);
                self.keep(turn, store_files, record, old, room)
            }
            Err(RequestError::Rejected(Rejection::Token)) => {
                record.refused = true;
                match store_files.rewrite(&record, &place) {
                    Ok(()) => store_files.settle(),
                    // Whoever asks next is told the same by the service.
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
    fn keep(
        &self,
        turn: &RefreshCall,
        mut store_files: ServiceStore,
        record: Record,
        of: Stored,
        room: Option<ReservedSpace>,
    ) -> Result<Record, FreshError> {
        if let Err(why) = store_files.succeed(&record, &of.place, room, turn.last) {
            self.held.hold(record, of);
            return Err(FreshError::SaveError(why));
        }
        tracing::info!(service = turn.service, "the token was refreshed");
        usable(record)
    }
}

/// Whether the stored token may be dead because of a refresh that is not stored.
fn is_unsettled(store_files: &ServiceStore, record: &Record) -> bool {
    record.refresh_token.is_some() && store_files.is_unsettled()
}

/// One call's service, date and last moment.
struct RefreshCall<'a> {
    service: &'a str,
    now: SystemTime,
    /// The date by which a token is due.
    by: SystemTime,
    end: Instant,
    /// When the last write ends, too.
    last: Instant,
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

#[cfg(test)]
mod tests;
