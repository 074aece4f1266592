//! Refreshed records that no store took, in memory for as long as the process lives.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Record, StoreError, Stored};

/// By service: the record that is not stored, and the stored one, which the service no longer knows. Shared by its
/// clones.
#[derive(Clone, Debug, Default)]
pub(super) struct UnsavedRecords(Arc<Mutex<HashMap<String, (Record, Stored)>>>);

impl UnsavedRecords {
    /// Keeps a record in memory that takes the place of another one, unless one is kept already.
    pub(super) fn add(&self, record: Record, old: Stored) {
        let service = record.service.clone();
        self.all().entry(service).or_insert((record, old));
    }

    pub(super) fn contains(&self, service: &str) -> bool {
        self.all().contains_key(service)
    }

    /// Forgets it: it is stored, or no longer wanted.
    pub(super) fn remove(&self, service: &str) {
        self.all().remove(service);
    }

    /// The record as it is known here, for what a store has answered. One that was stored since is newer than what is held.
    pub(super) fn or_stored(
        &self,
        service: &str,
        found: Result<Option<Stored>, StoreError>,
    ) -> Result<Option<Stored>, StoreError> {
        let mut all = self.all();
        let Some((record, old)) = all.get(service) else {
            return found;
        };
        let place = match found {
            Ok(Some(found)) if found.record.has_tokens_of(&old.record) => found.place,
            Err(_) => old.place.clone(),
            Ok(newer) => {
                all.remove(service);
                return Ok(newer);
            }
        };
        let record = record.clone();
        Ok(Some(Stored { record, place }))
    }

    /// The record that is held of this token, which knows more than a token does.
    pub(super) fn matching(&self, record: &Record) -> Option<Record> {
        let all = self.all();
        let (held, _) = all.get(&record.service)?;
        (held.access_token == record.access_token).then(|| held.clone())
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, (Record, Stored)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
