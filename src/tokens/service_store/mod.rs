//! One service's record in both stores, and the order in which they are asked, written and emptied.
//!
//! The marker decides where a record is. It is written after the record, so that whatever a power cut leaves
//! behind is either the old pairing or the new one.

mod refreshed;
mod status;

use std::path::PathBuf;
use std::time::{Instant, SystemTime};

pub use self::status::Status;

use super::keyring::KeyringSession;
use super::marker::{Marker, Store};
use super::{Record, RecordError, StoreError, Stored, Tokens, file, reserved_space};
use crate::auth::{KeyringTrouble, StoreLocation, SystemError};

/// One service's record in both stores, for the length of one operation.
pub(super) struct ServiceStore<'a> {
    tokens: &'a Tokens,
    service: &'a str,
    pub(super) marker: Marker,
    /// When the marker was written: with every change of a record, after the record.
    marked_at: Option<SystemTime>,
    pub(super) keyring: KeyringSession,
}

impl<'a> ServiceStore<'a> {
    pub(super) fn new(tokens: &'a Tokens, service: &'a str) -> Result<Self, StoreError> {
        let marker = tokens.path(service, "where.json")?;
        Ok(Self {
            tokens,
            service,
            // Before the marker is read: one that is written in between is seen as a change.
            marked_at: marker.metadata().and_then(|marker| marker.modified()).ok(),
            marker: Marker::read(&marker),
            keyring: KeyringSession::new(service, tokens.keyring.clone()),
        })
    }

    /// The service's record, from where the marker says that it is. A damaged file is set aside.
    pub(super) fn load(&mut self) -> Result<Option<Stored>, StoreError> {
        if self.marker.forgotten {
            self.finish_forgetting();
        }
        let found = self.find().map_err(|error| match error {
            StoreError::Record {
                path: Some(path),
                problem: RecordError::Damaged(_),
            }
            | StoreError::Io {
                path,
                why: SystemError::TooLarge,
                ..
            } => file::set_aside(&path).map_or_else(|error| error, StoreError::Damaged),
            error => error,
        });
        self.tokens.unsaved.or_stored(self.service, found)
    }

    /// What [`Self::load`] answers, if `before` is what it answered for an earlier one of these. A keyring may be slow; so
    /// it is read again, until `end`, only if something was stored since.
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
        self.keyring.restart(end);
        self.load()
    }

    /// The record as the stores have it; nothing is changed.
    fn find(&mut self) -> Result<Option<Stored>, StoreError> {
        match self.marker.store {
            _ if self.marker.forgotten => Ok(None),
            Some(Store::File) => self.read_file(),
            Some(Store::Keyring) => match self.read_keyring()? {
                // Power may have failed after the file was written and before the marker said so.
                None => self.read_file(),
                found => Ok(found),
            },
            // Without a marker a keyring that is shut says nothing about a pairing.
            None => match self.read_file()? {
                None if self.tokens.wants_keyring() && self.keyring.open().is_ok() => {
                    self.read_keyring()
                }
                found => Ok(found),
            },
        }
    }

    fn read_file(&self) -> Result<Option<Stored>, StoreError> {
        let path = self.file();
        let Some(bytes) = file::read(&path)? else {
            return Ok(None);
        };
        let record = self.parse(&bytes, Some(path))?;
        let place = self.file_place(self.marker.why_not_keyring);
        Ok(Some(Stored { record, place }))
    }

    fn read_keyring(&mut self) -> Result<Option<Stored>, StoreError> {
        let Some(bytes) = self.keyring.get()? else {
            return Ok(None);
        };
        let record = self.parse(&bytes, None)?;
        let place = self.keyring_place();
        Ok(Some(Stored { record, place }))
    }

    fn parse(&self, bytes: &[u8], path: Option<PathBuf>) -> Result<Record, StoreError> {
        Record::parse(bytes)
            .and_then(|record| record.of(self.service))
            .map_err(|problem| StoreError::Record { path, problem })
    }

    /// Writes a record to the private file, in place of one in the keyring.
    pub(super) fn save_in_file(
        &mut self,
        record: &Record,
        why_not_keyring: Option<KeyringTrouble>,
    ) -> Result<StoreLocation, StoreError> {
        let mut marker = Marker {
            why_not_keyring,
            ..Marker::in_file(record, &self.marker)
        };
        // A call that was given up may still succeed.
        marker.also_in_keyring |= why_not_keyring.is_some() && self.keyring.open().is_ok();
        file::write(&self.file(), record.to_json().expose().as_bytes())?;
        if marker.also_in_keyring {
            marker.also_in_keyring = self.keyring.delete().is_err();
        }
        self.mark(&marker, record)?;
        Ok(self.file_place(why_not_keyring))
    }

    /// Writes a changed record where it was found, or into the file once it is too long for the keyring.
    pub(super) fn rewrite(
        &mut self,
        record: &Record,
        place: &StoreLocation,
    ) -> Result<(), StoreError> {
        let json = record.to_json();
        if self.is_file(place) {
            file::write(&self.file(), json.expose().as_bytes())?;
            self.mark(&Marker::in_file(record, &self.marker), record)
        } else {
            match self.keyring.set(&json) {
                Err(why @ KeyringTrouble::TooLong) => {
                    return self.save_in_file(record, Some(why)).map(drop);
                }
                kept => kept?,
            }
            self.mark(&Marker::in_keyring(record), record)
        }
    }

    /// Writes the marker of a record that is stored by now, and so not held any more.
    pub(super) fn mark(&self, marker: &Marker, record: &Record) -> Result<(), StoreError> {
        marker.write(&self.path("where.json"))?;
        if self.tokens.unsaved.matching(record).is_some() {
            self.end_refresh();
        }
        Ok(())
    }

    /// Takes away what was forgotten while the keyring was shut. As long as it is, nothing is said: it was said once.
    fn finish_forgetting(&mut self) {
        if self.keyring.delete().is_ok()
            && let Err(error) = file::remove(&self.path("where.json"))
        {
            tracing::warn!("{error}");
        }
    }

    pub(super) fn path(&self, ending: &str) -> PathBuf {
        self.tokens
            .folder
            .join(format!("{}.{ending}", self.service))
    }

    pub(super) fn file(&self) -> PathBuf {
        self.path("json")
    }

    /// There only while a refresh is under way, or did not come to its end.
    fn reserved(&self) -> PathBuf {
        self.path("next.json")
    }

    pub(super) fn is_file(&self, place: &StoreLocation) -> bool {
        *place != self.keyring_place()
    }

    pub(super) fn keyring_place(&self) -> StoreLocation {
        if self.tokens.demo {
            StoreLocation::Demo
        } else {
            StoreLocation::Keyring
        }
    }

    fn file_place(&self, why_not_keyring: Option<KeyringTrouble>) -> StoreLocation {
        StoreLocation::File {
            path: self.file(),
            why_not_keyring,
        }
    }

    /// Says that what is stored is all there is to store.
    pub(super) fn end_refresh(&self) {
        self.tokens.unsaved.remove(self.service);
        reserved_space::clear(&self.reserved());
    }
}
