//! One service's record in both stores, and the order in which they are asked, written and emptied.
//!
//! The marker decides where a record is. It is written after the record, so that whatever a power cut leaves
//! behind is either the old pairing or the new one.

use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

use super::keyring::KeyringSession;
use super::marker::{Marker, Store};
use super::reserved_space::{self, ReservedSpace};
use super::{Forgotten, KeyringState, Record, RecordError, Status, StoreError, Stored, Tokens};
use super::{file, plain};
use crate::auth::{FileAction, KeyringTrouble, StoreLocation, SystemError};
use crate::system::atomic_file;

/// One service's record in both stores, for the length of one operation.
pub(super) struct ServiceStore<'a> {
    tokens: &'a Tokens,
    service: &'a str,
    marker: Option<Marker>,
    /// When the marker was written: with every change of a record, after the record.
    marked_at: Option<SystemTime>,
    pub(super) keyring: KeyringSession,
}

impl<'a> ServiceStore<'a> {
    pub(super) fn new(tokens: &'a Tokens, service: &'a str) -> Result<Self, StoreError> {
        let marker = tokens
            .folder
            .join(format!("{}.where.json", plain(service)?));
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
        if self.is_forgotten() {
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
            } => file::set_aside(&path)
                .map_or_else(|error| error, |kept| StoreError::Damaged { kept }),
            error => error,
        });
        self.tokens.held.instead(self.service, found)
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
        match self.marker.as_ref().map(|marker| marker.store) {
            _ if self.is_forgotten() => Ok(None),
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
        let place = self.file_place(self.why_not_keyring());
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

    pub(super) fn save(&mut self, record: &Record) -> Result<StoreLocation, StoreError> {
        let json = record.to_json();
        let mut marker = Marker::new(Store::File, record);
        marker.also_in_keyring = self.is_in_keyring();
        if self.tokens.wants_keyring() {
            let Err(trouble) = self.keyring.set(&json) else {
                self.mark(&Marker::new(Store::Keyring, record), record)?;
                if let Err(error) = file::remove(&self.file()) {
                    tracing::warn!("an older token stays behind: {error}");
                }
                return Ok(self.keyring_place());
            };
            // A call that was given up may still succeed.
            marker.also_in_keyring |= self.keyring.open().is_ok();
            marker.why_not_keyring = Some(trouble);
        }
        file::write(&self.file(), json.expose().as_bytes())?;
        if marker.also_in_keyring {
            marker.also_in_keyring = self.keyring.delete().is_err();
        }
        self.mark(&marker, record)?;
        Ok(self.file_place(marker.why_not_keyring))
    }

    pub(super) fn move_to_keyring(&mut self) -> Result<StoreLocation, StoreError> {
        let Stored { record, place } = self.load()?.ok_or(StoreError::NotPaired)?;
        if self.is_file(&place) {
            let taken = self.keyring.set(&record.to_json());
            taken.map_err(|why| StoreError::NotMoved { why })?;
            self.mark(&Marker::new(Store::Keyring, &record), &record)?;
            file::remove(&self.file())?;
        }
        Ok(self.keyring_place())
    }

    /// Writes a changed record where it was found.
    pub(super) fn rewrite(
        &mut self,
        record: &Record,
        place: &StoreLocation,
    ) -> Result<(), StoreError> {
        let json = record.to_json();
        if self.is_file(place) {
            file::write(&self.file(), json.expose().as_bytes())?;
            self.mark(&self.file_marker(record), record)
        } else {
            self.keyring.set(&json)?;
            self.mark(&Marker::new(Store::Keyring, record), record)
        }
    }

    /// Writes the marker of a record that is stored by now, and so not held any more.
    fn mark(&self, marker: &Marker, record: &Record) -> Result<(), StoreError> {
        marker.write(&self.path("where.json"))?;
        if self.tokens.held.of(record).is_some() {
            self.settle();
        }
        Ok(())
    }

    pub(super) fn forget(&mut self) -> Result<Forgotten, StoreError> {
        let file = file::remove(&self.file());
        let expected = self.is_in_keyring();
        let removed = if expected || self.tokens.wants_keyring() {
            self.keyring.delete()
        } else {
            Ok(false)
        };
        // What another service's writer is about to finish is not this one's to remove.
        let own = format!("{}.", self.service);
        file::sweep(&self.tokens.folder, &own, Duration::ZERO);
        file::sweep(&self.tokens.folder, "", file::ABANDONED);
        let set_aside = file::remove_set_aside(&self.file());
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
        let path = self.path("where.json");
        match &self.marker {
            Some(marker) if forgotten.left_in_keyring => marker.left_in_keyring().write(&path)?,
            _ => {
                file::remove(&path)?;
            }
        }
        Ok(forgotten)
    }

    /// Takes away what was forgotten while the keyring was shut. As long as it is, nothing is said: it was said once.
    fn finish_forgetting(&mut self) {
        if self.keyring.delete().is_ok()
            && let Err(error) = file::remove(&self.path("where.json"))
        {
            tracing::warn!("{error}");
        }
    }

    /// What [`Self::load`] would find, without changing anything; of a shut keyring, what the marker says.
    pub(super) fn status(&mut self) -> Result<Status, StoreError> {
        // What the service made of it since, and no store took yet, counts.
        let found = self.find();
        let found = self.tokens.held.instead(self.service, found);
        let mut status = Status {
            left_in_keyring: self.is_forgotten(),
            keyring: if self.tokens.wants_keyring() || self.is_in_keyring() {
                self.keyring_state()
            } else {
                KeyringState::NotUsed
            },
            refreshable: true,
            ..Status::default()
        };
        match found {
            Ok(None) => {}
            Ok(Some(Stored { record, place })) => {
                status.place = Some(place);
                status.expires_at = record.expires_at;
                status.paired_at = record.paired_at;
                status.refused = record.refused;
                status.refreshable = record.refresh_token.is_some();
                status.account = record.account;
            }
            Err(StoreError::Locked { .. } | StoreError::KeyringAbsent { .. }) => {
                if let Some(marker) = &self.marker {
                    // It was open when it was asked first, and then did not answer.
                    if status.keyring == KeyringState::Ready {
                        status.keyring = KeyringState::Locked;
                    }
                    status.place = Some(self.keyring_place());
                    status.expires_at = marker.expires_at();
                    status.paired_at = marker.paired_at();
                    status.refused = marker.refused;
                    status.account.clone_from(&marker.account);
                }
            }
            Err(error) => return Err(error),
        }
        Ok(status)
    }

    fn keyring_state(&mut self) -> KeyringState {
        match self.keyring.open() {
            Ok(()) => KeyringState::Ready,
            Err(KeyringTrouble::Locked | KeyringTrouble::Silent) => KeyringState::Locked,
            Err(why) => KeyringState::Absent(why),
        }
    }

    fn path(&self, ending: &str) -> PathBuf {
        let Self {
            tokens, service, ..
        } = self;
        tokens.folder.join(format!("{service}.{ending}"))
    }

    fn file(&self) -> PathBuf {
        self.path("json")
    }

    /// There only while a refresh is under way, or did not come to its end.
    fn reserved(&self) -> PathBuf {
        self.path("next.json")
    }

    pub(super) fn is_file(&self, place: &StoreLocation) -> bool {
        *place != self.keyring_place()
    }

    fn keyring_place(&self) -> StoreLocation {
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

    /// The marker of a record that is in the file, where it was before, too.
    fn file_marker(&self, record: &Record) -> Marker {
        Marker {
            why_not_keyring: self.why_not_keyring(),
            also_in_keyring: self.is_in_keyring(),
            ..Marker::new(Store::File, record)
        }
    }

    fn why_not_keyring(&self) -> Option<KeyringTrouble> {
        self.marker.as_ref()?.why_not_keyring
    }

    fn is_in_keyring(&self) -> bool {
        self.marker.as_ref().is_some_and(Marker::is_in_keyring)
    }

    fn is_forgotten(&self) -> bool {
        self.marker.as_ref().is_some_and(|marker| marker.forgotten)
    }
}

/// What a refresh does.
impl ServiceStore<'_> {
    /// Makes sure that the successor of a record can be stored. `None` for the demo, which keeps nothing on disk.
    pub(super) fn reserve(&self, record: &Record) -> Result<Option<ReservedSpace>, StoreError> {
        if self.tokens.demo {
            return Ok(None);
        }
        let length = record.to_json().expose().len();
        ReservedSpace::reserve(&self.reserved(), length).map(Some)
    }

    /// Stores a refreshed record: where the old one was found, else in the other store. Uses the keyring until `end`.
    pub(super) fn save_refreshed(
        &mut self,
        record: &Record,
        place: &StoreLocation,
        room: Option<ReservedSpace>,
        end: Instant,
    ) -> Result<(), StoreError> {
        let json = record.to_json();
        let was_in_keyring = !self.is_file(place);
        let mut marker = self.file_marker(record);
        // Another program may have locked it while the service was asked.
        self.keyring.restart(end);
        if was_in_keyring {
            match self.keyring.set(&json) {
                Ok(()) => {
                    self.point_to(&Marker::new(Store::Keyring, record))?;
                    self.settle();
                    return Ok(());
                }
                Err(trouble) if self.tokens.demo => return Err(trouble.into()),
                Err(trouble) => {
                    tracing::warn!("the refreshed token goes to the private file: {trouble}");
                    marker.why_not_keyring = Some(trouble);
                }
            }
        }
        let bytes = json.expose().as_bytes();
        let filled = match room {
            Some(mut room) => room.fill(&self.file(), bytes),
            None => file::write(&self.file(), bytes),
        };
        match filled {
            Ok(()) => self.point_to(&marker)?,
            Err(error) => {
                let wants_other = !was_in_keyring && self.tokens.wants_keyring();
                if !wants_other || self.keyring.set(&json).is_err() {
                    return Err(error);
                }
                tracing::warn!("the refreshed token goes to the keyring: {error}");
                self.point_to(&Marker::new(Store::Keyring, record))?;
                file::remove(&self.file())?;
            }
        }
        self.settle();
        Ok(())
    }

    /// The refreshed record of a process that was cut off before it could rename it into place.
    pub(super) fn left_behind(&self) -> Option<Record> {
        let bytes = file::read(&self.reserved()).ok()??;
        self.parse(&bytes, None).ok()
    }

    /// Stores it: in the private file, for only a record that was meant for that is ever written there.
    pub(super) fn save_left_behind(&self, record: &Record) -> Result<(), StoreError> {
        let file = self.file();
        atomic_file::rename(&self.reserved(), &file)
            .map_err(|error| file::refusal(FileAction::Write, &file, &error))?;
        self.point_to(&self.file_marker(record))?;
        self.settle();
        Ok(())
    }

    /// Whether a refresh was begun whose outcome is not stored, so that the stored token may be dead.
    pub(super) fn is_unsettled(&self) -> bool {
        self.tokens.held.has(self.service) || self.reserved().symlink_metadata().is_ok()
    }

    /// Writes the marker of a refreshed record. One that cannot be replaced does no harm if it points to the right store.
    fn point_to(&self, marker: &Marker) -> Result<(), StoreError> {
        if let Err(error) = marker.write(&self.path("where.json")) {
            let old = self.marker.as_ref().map(|old| old.store);
            if old != Some(marker.store) {
                return Err(error);
            }
            tracing::warn!("{error}");
        }
        Ok(())
    }

    /// Says that what is stored is all there is to store.
    pub(super) fn settle(&self) {
        self.tokens.held.drop(self.service);
        reserved_space::clear(&self.reserved());
    }
}
