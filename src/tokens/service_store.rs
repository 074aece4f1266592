//! One service's record in both stores, and the order in which they are asked, written and emptied.
//!
//! The marker decides where a record is. It is written after the record, so that whatever a power cut leaves
//! behind is either the old pairing or the new one.

use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

use super::keyring::KeyringSession;
use super::marker::{Marker, Store};
use super::successor::Held;
use super::{Forgotten, KeyringState, Record, RecordError, Status, StoreError, Stored, file};
use crate::auth::{Account, KeyringTrouble, StoreLocation, SystemError};

/// One service's record in both stores, for the length of one operation.
pub(super) struct ServiceStore {
    pub(super) service: String,
    pub(super) file: PathBuf,
    pub(super) marker_path: PathBuf,
    /// Room for a refreshed record; there only while a refresh is under way, or did not come to its end.
    pub(super) next: PathBuf,
    /// Refreshed records that no store took.
    pub(super) held: Held,
    pub(super) marker: Option<Marker>,
    /// When the marker was written: with every change of a record, after the record.
    pub(super) marked_at: Option<SystemTime>,
    pub(super) keyring: KeyringSession,
    pub(super) wants_keyring: bool,
    pub(super) demo: bool,
}

impl ServiceStore {
    pub(super) fn load(&mut self) -> Result<Option<Stored>, StoreError> {
        let found = self.load_stored();
        self.held.instead(&self.service, found)
    }

    /// What [`Self::load`] answers, if `before` is what it answered for an earlier slot. A keyring may be slow; so it is
    /// read again, until `end`, only if something was stored since.
    pub(super) fn reload(
        &mut self,
        seen: &Self,
        before: &Stored,
        end: Instant,
    ) -> Result<Option<Stored>, StoreError> {
        if !self.is_file(&before.place)
            && self.marker == seen.marker
            && self.marked_at.is_some()
            && self.marked_at == seen.marked_at
        {
            return Ok(Some(before.clone()));
        }
        self.keyring.again(end);
        self.load()
    }

    pub(super) fn is_file(&self, place: &StoreLocation) -> bool {
        *place != self.keyring_place()
    }

    fn load_stored(&mut self) -> Result<Option<Stored>, StoreError> {
        if self.marker.as_ref().is_some_and(|marker| marker.forgotten) {
            self.finish_forgetting();
            return Ok(None);
        }
        match self.marker.as_ref().map(|marker| marker.store) {
            Some(Store::File) => self.load_file(),
            Some(Store::Keyring) => match self.load_keyring()? {
                // Power may have failed after the file was written and before the marker said so.
                None => self.load_file(),
                found => Ok(found),
            },
            // Without a marker a keyring that is shut says nothing about a pairing.
            None => match self.load_file()? {
                None if self.wants_keyring && self.keyring.open().is_ok() => self.load_keyring(),
                found => Ok(found),
            },
        }
    }

    fn load_file(&self) -> Result<Option<Stored>, StoreError> {
        let error = match self.look_into_file() {
            Ok(found) => return Ok(found),
            Err(error) => error,
        };
        match error {
            StoreError::Record {
                problem: RecordError::Damaged(_),
                ..
            }
            | StoreError::Io {
                why: SystemError::TooLarge,
                ..
            } => Err(StoreError::Damaged {
                kept: file::set_aside(&self.file)?,
            }),
            other => Err(other),
        }
    }

    /// The record in the file, which stays as it is even where it makes no sense.
    fn look_into_file(&self) -> Result<Option<Stored>, StoreError> {
        let Some(bytes) = file::read(&self.file)? else {
            return Ok(None);
        };
        let record = Record::parse(&bytes)
            .and_then(|record| record.of(&self.service))
            .map_err(|problem| StoreError::Record {
                path: Some(self.file.clone()),
                problem,
            })?;
        Ok(Some(Stored {
            record,
            place: self.file_place(self.why_not_keyring()),
        }))
    }

    fn load_keyring(&mut self) -> Result<Option<Stored>, StoreError> {
        let Some(bytes) = self.keyring.get()? else {
            return Ok(None);
        };
        let record = Record::parse(&bytes)
            .and_then(|record| record.of(&self.service))
            .map_err(|problem| StoreError::Record {
                path: None,
                problem,
            })?;
        let place = self.keyring_place();
        Ok(Some(Stored { record, place }))
    }

    pub(super) fn save(&mut self, record: &Record) -> Result<StoreLocation, StoreError> {
        let json = record.to_json();
        let mut marker = Marker::new(Store::File, record);
        marker.also_in_keyring = self.is_in_keyring();
        if self.wants_keyring {
            let Err(trouble) = self.keyring.set(&json) else {
                Marker::new(Store::Keyring, record).write(&self.marker_path)?;
                if let Err(error) = file::remove(&self.file) {
                    tracing::warn!("an older token stays behind: {error}");
                }
                self.is_stored(record);
                return Ok(self.keyring_place());
            };
            // A call that was given up may still succeed.
            marker.also_in_keyring |= self.keyring.open().is_ok();
            marker.why_not_keyring = Some(trouble);
        }
        file::write(&self.file, json.expose().as_bytes())?;
        if marker.also_in_keyring {
            marker.also_in_keyring = self.keyring.delete().is_err();
        }
        marker.write(&self.marker_path)?;
        self.is_stored(record);
        Ok(self.file_place(marker.why_not_keyring))
    }

    pub(super) fn move_to_keyring(&mut self) -> Result<StoreLocation, StoreError> {
        let Some(Stored { record, place }) = self.load()? else {
            return Err(StoreError::NotPaired);
        };
        if place != self.keyring_place() {
            let taken = self.keyring.set(&record.to_json());
            taken.map_err(|why| StoreError::NotMoved { why })?;
            Marker::new(Store::Keyring, &record).write(&self.marker_path)?;
            file::remove(&self.file)?;
            self.is_stored(&record);
        }
        Ok(self.keyring_place())
    }

    pub(super) fn set_account(&mut self, account: &Account) -> Result<(), StoreError> {
        let Some(Stored { mut record, place }) = self.load()? else {
            return Err(StoreError::NotPaired);
        };
        record.account = Some(account.clone());
        self.rewrite(&record, &place)
    }

    /// Writes a changed record where it was found.
    pub(super) fn rewrite(
        &mut self,
        record: &Record,
        place: &StoreLocation,
    ) -> Result<(), StoreError> {
        let json = record.to_json();
        let marker = if *place == self.keyring_place() {
            self.keyring.set(&json)?;
            Marker::new(Store::Keyring, record)
        } else {
            file::write(&self.file, json.expose().as_bytes())?;
            Marker {
                why_not_keyring: self.why_not_keyring(),
                also_in_keyring: self.is_in_keyring(),
                ..Marker::new(Store::File, record)
            }
        };
        marker.write(&self.marker_path)?;
        self.is_stored(record);
        Ok(())
    }

    pub(super) fn forget(&mut self) -> Result<Forgotten, StoreError> {
        let file = file::remove(&self.file);
        let expected = self.is_in_keyring();
        let removed = if expected || self.wants_keyring {
            self.keyring.delete()
        } else {
            Ok(false)
        };
        if let Some(folder) = self.file.parent() {
            // What another service's writer is about to finish is not this one's to remove.
            file::sweep(folder, &format!("{}.", self.service), Duration::ZERO);
            file::sweep(folder, "", file::ABANDONED);
        }
        let set_aside = file::remove_set_aside(&self.file);
        // The marker stays if the file does, so that the next attempt knows where to look; and so does what the service
        // made of the token since.
        let mut forgotten = Forgotten {
            file: file?,
            set_aside: set_aside?,
            ..Forgotten::default()
        };
        self.settle();
        match removed {
            Ok(keyring) => forgotten.keyring = keyring,
            // Shut, and as far as we know it never held this token.
            Err(_) if !expected && self.keyring.open().is_err() => {}
            Err(trouble) => {
                tracing::warn!("a copy stays in the keyring for now: {trouble}");
                forgotten.left_in_keyring = true;
            }
        }
        match &self.marker {
            Some(marker) if forgotten.left_in_keyring => {
                marker.left_in_keyring().write(&self.marker_path)?;
            }
            _ => {
                file::remove(&self.marker_path)?;
            }
        }
        Ok(forgotten)
    }

    /// Takes away what was forgotten while the keyring was shut. As long as it is, nothing is said: it was said once.
    fn finish_forgetting(&mut self) {
        let Ok(_) = self.keyring.delete() else { return };
        if let Err(error) = file::remove(&self.marker_path) {
            tracing::warn!("{error}");
        }
    }

    /// What [`Self::load`] would find, without changing anything; of a shut keyring, what the marker says.
    pub(super) fn status(&mut self) -> Result<Status, StoreError> {
        let forgotten = self.marker.as_ref().is_some_and(|marker| marker.forgotten);
        let found = match self.marker.as_ref().map(|marker| marker.store) {
            _ if forgotten => Ok(None),
            Some(Store::File) => self.look_into_file(),
            Some(Store::Keyring) => match self.load_keyring() {
                Ok(None) => self.look_into_file(),
                found => found,
            },
            None => match self.look_into_file() {
                Ok(None) if self.wants_keyring && self.keyring.open().is_ok() => {
                    self.load_keyring()
                }
                found => found,
            },
        };
        // What the service made of it since, and no store took yet, counts.
        let found = self.held.instead(&self.service, found);
        let shut = match &found {
            Ok(_) => false,
            Err(StoreError::Locked { .. } | StoreError::KeyringAbsent { .. }) => true,
            Err(error) => return Err(error.clone()),
        };
        let mut status = Status {
            place: None,
            account: None,
            expires_at: None,
            paired_at: None,
            refused: false,
            refreshable: true,
            left_in_keyring: forgotten,
            keyring: if self.wants_keyring || self.is_in_keyring() {
                self.keyring.state()
            } else {
                KeyringState::NotUsed
            },
        };
        if let Ok(Some(Stored { record, place })) = found {
            status.place = Some(place);
            status.expires_at = record.expires_at;
            status.paired_at = record.paired_at;
            status.refused = record.refused;
            status.refreshable = record.refresh_token.is_some();
            status.account = record.account;
        } else if let (true, Some(marker)) = (shut, self.marker.clone()) {
            // It was open when it was asked first, and then did not answer.
            if status.keyring == KeyringState::Ready {
                status.keyring = KeyringState::Locked;
            }
            status.place = Some(self.keyring_place());
            status.expires_at = marker.expires_at();
            status.paired_at = marker.paired_at();
            status.refused = marker.refused;
            status.account = marker.account;
        }
        Ok(status)
    }

    pub(super) fn keyring_place(&self) -> StoreLocation {
        if self.demo {
            StoreLocation::Demo
        } else {
            StoreLocation::Keyring
        }
    }

    fn file_place(&self, why_not_keyring: Option<KeyringTrouble>) -> StoreLocation {
        StoreLocation::File {
            path: self.file.clone(),
            why_not_keyring,
        }
    }

    pub(super) fn why_not_keyring(&self) -> Option<KeyringTrouble> {
        self.marker.as_ref()?.why_not_keyring
    }

    pub(super) fn is_in_keyring(&self) -> bool {
        self.marker.as_ref().is_some_and(Marker::is_in_keyring)
    }
}
