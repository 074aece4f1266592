//! One refresh, from the lock to the stored answer.

use std::time::{Duration, Instant, SystemTime};

use super::{FreshError, Refreshed};
use crate::auth::{KeyringTrouble, Rejection, RequestError};
use crate::system::clock;
use crate::tokens::lock::Lock;
use crate::tokens::reserved_space::ReservedSpace;
use crate::tokens::service_store::ServiceStore;
use crate::tokens::{Change, Record, StoreError, Stored, Tokens};

/// For the last write, if it goes to a keyring. The private file takes a few milliseconds.
const LAST_WRITE: Duration = Duration::from_millis(600);
/// A request that is cut short may have ended the old token for nothing; with less time than this it is not begun.
pub(super) const SHORTEST_REQUEST: Duration = Duration::from_secs(1);

pub(super) struct RefreshCall<'a> {
    pub(super) tokens: &'a Tokens,
    pub(super) service: &'a str,
    pub(super) now: SystemTime,
    /// The date by which a token is due.
    pub(super) due_by: SystemTime,
    /// The service refused this very access token.
    pub(super) refused: bool,
    /// A new one is wanted whatever the old one is worth.
    pub(super) forced: bool,
    /// When all but the last write ends.
    pub(super) end: Instant,
}

impl RefreshCall<'_> {
    /// Whether a request is needed, or why none would help.
    pub(super) fn has_reason(
        &self,
        store: &ServiceStore<'_>,
        record: &Record,
    ) -> Result<bool, FreshError> {
        if record.refused {
            return Err(FreshError::Refused);
        }
        if record.refresh_token.is_none() {
            if self.refused {
                return Err(FreshError::CannotRefresh);
            } else if self.forced {
                return Err(FreshError::NoRefreshToken);
            }
        }
        Ok(self.refused
            || self.forced
            || record.is_due(self.due_by)
            || store.has_unfinished_refresh(record))
    }

    /// What happens under the lock. `seen` and `before` are what was stored before it was held.
    pub(super) fn lock_and_refresh(
        &self,
        seen: &ServiceStore<'_>,
        before: &Stored,
        ask: impl FnOnce(&Record, Duration) -> Result<Refreshed, RequestError>,
    ) -> Result<Record, FreshError> {
        let begun = clock::now();
        let lock = self.tokens.path(self.service, "lock")?;
        let _lock = Lock::take(&lock, self.end)?.ok_or(FreshError::Busy)?;
        let waited = clock::now().saturating_duration_since(begun);
        let mut store = ServiceStore::new(self.tokens, self.service)?;
        let old = store.reload(seen, before, self.end)?;
        let old = old.ok_or(StoreError::NotPaired)?;
        // Another process was first. Whatever the clock says of the new token, it is not asked for twice.
        if !old.record.has_tokens_of(&before.record) {
            return unless_refused(old.record);
        }
        let held = self.tokens.unsaved.matching(&old.record);
        if held.is_none()
            && let Some(record) = store.unfinished_record()
        {
            if let Err(why) = store.save_unfinished(&record) {
                self.tokens.unsaved.add(record, old);
                return Err(FreshError::SaveError(why));
            }
            return unless_refused(record);
        }
        if !self.has_reason(&store, &old.record)? {
            return Ok(old.record);
        }
        let left = self.end.saturating_duration_since(clock::now());
        if held.is_none() && left < SHORTEST_REQUEST {
            let is_slow_keyring = waited <= SHORTEST_REQUEST && !store.is_file(&old.place);
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
        self.store_answer(&store, old, room, answer)
    }

    /// Stores what the service answered. A pairing may have come or gone meanwhile, which is newer than the answer.
    fn store_answer(
        &self,
        before: &ServiceStore<'_>,
        old: Stored,
        room: ReservedSpace,
        answer: Result<Refreshed, RequestError>,
    ) -> Result<Record, FreshError> {
        let mut store = ServiceStore::new(self.tokens, self.service)?;
        let current = if answer == Err(RequestError::Rejected(Rejection::Token)) {
            store.keyring.restart(self.last());
            store.load()
        } else {
            store.reload(before, &old, self.last())
        };
        let Stored { mut record, place } = match current {
            Ok(Some(current)) => current,
            Ok(None) => {
                store.end_refresh();
                return Err(match answer {
                    Ok(Refreshed { token, .. }) => FreshError::Unpaired(Box::new(token)),
                    Err(_) => StoreError::NotPaired.into(),
                });
            }
            // Out of reach by now; what was read before still tells what belongs there.
            Err(_) => old.clone(),
        };
        if !record.has_tokens_of(&old.record) {
            store.end_refresh();
            return unless_refused(record);
        }
        match answer {
            Ok(Refreshed { token, date }) => {
                record.renew(&token, self.now, date);
                self.save(store, record, old, room)
            }
            Err(RequestError::Rejected(Rejection::Token)) => {
                record.refused = true;
                match store.rewrite(&record, &place) {
                    Ok(()) => {
                        store.end_refresh();
                        self.tokens.tell(self.service, Change::Refused);
                    }
                    // The service says the same at the next request.
                    Err(error) => tracing::warn!("{error}"),
                }
                Err(FreshError::Refused)
            }
            Err(error) => {
                // Until there is another one, an access token that was refused is not given to others either.
                if !self.refused {
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
        room: ReservedSpace,
    ) -> Result<Record, FreshError> {
        if let Err(why) = store.save_refreshed(&record, &old.place, room, self.last()) {
            self.tokens.unsaved.add(record, old);
            return Err(FreshError::SaveError(why));
        }
        tracing::info!(service = self.service, "the token was refreshed");
        self.tokens.tell(self.service, Change::Refreshed);
        unless_refused(record)
    }

    /// When the last write ends, too.
    fn last(&self) -> Instant {
        self.end + LAST_WRITE
    }
}

fn unless_refused(record: Record) -> Result<Record, FreshError> {
    if record.refused {
        return Err(FreshError::Refused);
    }
    Ok(record)
}
