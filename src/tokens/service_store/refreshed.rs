//! How a refreshed record is stored, also after a refresh that was cut off.

use std::time::Instant;

use super::ServiceStore;
use crate::auth::{FileAction, StoreLocation};
use crate::system::atomic_file;
use crate::tokens::marker::Marker;
use crate::tokens::reserved_space::ReservedSpace;
use crate::tokens::{Record, StoreError, file};

impl ServiceStore<'_> {
    /// Makes sure that the successor of a record can be stored.
    pub(in crate::tokens) fn reserve(&self, record: &Record) -> Result<ReservedSpace, StoreError> {
        ReservedSpace::reserve(&self.reserved(), record.to_json().expose().len())
    }

    /// Stores a refreshed record: where the old one was found, else in the other store. Uses the keyring until `end`.
    pub(in crate::tokens) fn save_refreshed(
        &mut self,
        record: &Record,
        place: &StoreLocation,
        mut room: ReservedSpace,
        end: Instant,
    ) -> Result<(), StoreError> {
        let json = record.to_json();
        let was_in_keyring = !self.is_file(place);
        let mut marker = Marker::in_file(record, &self.marker);
        // Another program may have locked it while the service was asked.
        self.keyring.restart(end);
        if was_in_keyring {
            match self.keyring.set(&json) {
                Ok(()) => {
                    self.mark_refreshed(&Marker::in_keyring(record))?;
                    self.end_refresh();
                    return Ok(());
                }
                Err(trouble) if self.tokens.demo => return Err(trouble.into()),
                Err(trouble) => {
                    tracing::warn!("the refreshed token goes to the private file: {trouble}");
                    marker.why_not_keyring = Some(trouble);
                }
            }
        }
        match room.fill(&self.file(), json.expose().as_bytes()) {
            Ok(()) => self.mark_refreshed(&marker)?,
            Err(error) => {
                let wants_other = !was_in_keyring && self.tokens.wants_keyring();
                if !wants_other || self.keyring.set(&json).is_err() {
                    return Err(error);
                }
                tracing::warn!("the refreshed token goes to the keyring: {error}");
                self.mark_refreshed(&Marker::in_keyring(record))?;
                file::remove(&self.file())?;
            }
        }
        self.end_refresh();
        Ok(())
    }

    /// The refreshed record of a process that was cut off before it could rename it into place.
    pub(in crate::tokens) fn unfinished_record(&self) -> Option<Record> {
        let bytes = file::read(&self.reserved()).ok()??;
        self.parse(&bytes, None).ok()
    }

    /// Stores it: in the private file, for only a record that was meant for that is ever written there.
    pub(in crate::tokens) fn save_unfinished(&self, record: &Record) -> Result<(), StoreError> {
        let file = self.file();
        atomic_file::rename(&self.reserved(), &file)
            .map_err(|error| file::refusal(FileAction::Write, &file, &error))?;
        self.mark_refreshed(&Marker::in_file(record, &self.marker))?;
        self.end_refresh();
        Ok(())
    }

    /// Whether a refresh was begun whose outcome is not stored, so that the stored token may be dead.
    pub(in crate::tokens) fn has_unfinished_refresh(&self, record: &Record) -> bool {
        let is_begun = || self.reserved().symlink_metadata().is_ok();
        record.refresh_token.is_some() && (self.tokens.unsaved.contains(self.service) || is_begun())
    }

    /// Writes the marker of a refreshed record. One that cannot be replaced does no harm if it points to the right store.
    fn mark_refreshed(&self, marker: &Marker) -> Result<(), StoreError> {
        if let Err(error) = marker.write(&self.path("where.json")) {
            if self.marker.store != marker.store {
                return Err(error);
            }
            tracing::warn!("{error}");
        }
        Ok(())
    }
}
