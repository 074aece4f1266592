//! The successor of a stored record: room for it on disk before the service is asked, and memory for it when no store
//! takes it.
//!
//! A refresh ends the old token. So a file of the record's size, `<service>.next.json`, is written and synced before the
//! request goes out, and the new record is written into that room; without room there is no request. As long as the file
//! is there, a refresh was begun whose outcome is not stored: the old token may be dead, whatever its dates say. If the
//! new record got as far as this file and no further, it is read from it.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::marker::{Marker, Store};
use super::service_store::ServiceStore;
use super::{Record, StoreError, Stored, file};
use crate::auth::{FileAction, StoreLocation};

/// How much longer than the old record the new one may be: a page.
const LONGER: usize = 4096;
/// No record is longer.
const LARGEST: usize = 128 * 1024;

impl ServiceStore {
    /// Makes sure that the successor of a record can be stored. `None` for the demo, which keeps nothing on disk.
    pub(super) fn reserve(&self, record: &Record) -> Result<Option<ReservedSpace>, StoreError> {
        if self.demo {
            return Ok(None);
        }
        let length = record.to_json().expose().len();
        ReservedSpace::reserve(&self.next, length).map(Some)
    }

    /// Stores a refreshed record: where the old one was found, else in the other store. Visits the keyring until `end`.
    pub(super) fn succeed(
        &mut self,
        record: &Record,
        place: &StoreLocation,
        room: Option<ReservedSpace>,
        end: Instant,
    ) -> Result<(), StoreError> {
        let json = record.to_json();
        let was_in_keyring = *place == self.keyring_place();
        let mut marker = Marker {
            why_not_keyring: self.why_not_keyring(),
            also_in_keyring: self.is_in_keyring(),
            ..Marker::new(Store::File, record)
        };
        // Another program may have locked it while the service was asked.
        self.keyring.again(end);
        if was_in_keyring {
            match self.keyring.set(&json) {
                Ok(()) => {
                    self.point(&Marker::new(Store::Keyring, record))?;
                    self.settle();
                    return Ok(());
                }
                Err(trouble) if self.demo => return Err(trouble.into()),
                Err(trouble) => {
                    tracing::warn!("the refreshed token goes to the private file: {trouble}");
                    marker.why_not_keyring = Some(trouble);
                }
            }
        }
        let filled = match room {
            Some(mut room) => room.fill(&self.file, json.expose().as_bytes()),
            None => file::write(&self.file, json.expose().as_bytes()),
        };
        match filled {
            Ok(()) => self.point(&marker)?,
            Err(error) => {
                if was_in_keyring || !self.wants_keyring || self.keyring.set(&json).is_err() {
                    return Err(error);
                }
                tracing::warn!("the refreshed token goes to the keyring: {error}");
                self.point(&Marker::new(Store::Keyring, record))?;
                file::remove(&self.file)?;
            }
        }
        self.settle();
        Ok(())
    }

    /// Writes the marker. One that cannot be replaced does no harm if it points to the right store.
    fn point(&self, marker: &Marker) -> Result<(), StoreError> {
        match marker.write(&self.marker_path) {
            Err(error)
                if self
                    .marker
                    .as_ref()
                    .is_some_and(|old| old.store == marker.store) =>
            {
                tracing::warn!("{error}");
                Ok(())
            }
            written => written,
        }
    }

    /// Whether a refresh was begun whose outcome is not stored, so that the stored token may be dead.
    pub(super) fn is_unsettled(&self) -> bool {
        self.held.has(&self.service) || is_begun(&self.next)
    }

    /// The refreshed record of a process that was cut off before it could rename it into place.
    pub(super) fn left_behind(&self) -> Option<Record> {
        left_behind(&self.next, &self.service)
    }

    /// Stores it: in the private file, for only a record that was meant for that is ever written there.
    pub(super) fn finish(&self, left_behind: &Record) -> Result<(), StoreError> {
        file::rename(&self.next, &self.file)?;
        self.point(&Marker {
            why_not_keyring: self.why_not_keyring(),
            also_in_keyring: self.is_in_keyring(),
            ..Marker::new(Store::File, left_behind)
        })?;
        self.settle();
        Ok(())
    }

    /// Says that what is stored is all there is to store.
    pub(super) fn settle(&self) {
        self.held.drop(&self.service);
        clear(&self.next);
    }

    pub(super) fn is_stored(&self, record: &Record) {
        if self.held.of(record).is_some() {
            self.settle();
        }
    }
}

/// Room for a record, on disk.
#[derive(Debug)]
pub(super) struct ReservedSpace {
    path: PathBuf,
    file: File,
    /// The file was there before: an earlier refresh did not come to its end.
    inherited: bool,
}

impl ReservedSpace {
    /// Makes sure of room for what comes after a record of `length` bytes. An earlier refresh's room is used again, and
    /// is never smaller than what that refresh would have needed.
    fn reserve(path: &Path, length: usize) -> Result<Self, StoreError> {
        Self::make(path, length + LONGER)
            .map_err(|error| file::refusal(FileAction::Write, path, &error))
    }

    fn make(path: &Path, length: usize) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            file::make_private_folder(folder)?;
        }
        let before = path.symlink_metadata().ok();
        let mut file = match open(path) {
            // A link, or another user's: where the folder is ours it can be replaced.
            Err(_) if before.is_some() => {
                fs::remove_file(path)?;
                open(path)?
            }
            opened => opened?,
        };
        let earlier = usize::try_from(file.metadata()?.len()).unwrap_or(LARGEST);
        // Blanks and not zeros: some file systems take no room for zeros.
        let blanks = vec![b' '; length.max(earlier.min(LARGEST))];
        let reserved = file
            .write_all(&blanks)
            .and_then(|()| file.sync_all())
            .and_then(|()| path.parent().map_or(Ok(()), file::sync_folder));
        if let Err(error) = reserved {
            // What an earlier refresh left stays: it says that the old token may be dead.
            if before.is_none() {
                let _ = fs::remove_file(path);
            }
            return Err(error);
        }
        Ok(Self {
            path: path.to_owned(),
            file,
            inherited: before.is_some(),
        })
    }

    /// Writes the bytes and gives them the name `to`, in place of the file there. When that fails, the room stays.
    fn fill(&mut self, to: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        if let Err(error) = self.write(bytes) {
            // The length, without blocks: it tells the next attempt how much room there must be.
            let _ = self.file.set_len((bytes.len() + LONGER) as u64);
            return Err(file::refusal(FileAction::Write, to, &error));
        }
        file::rename(&self.path, to)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(bytes)?;
        self.file.set_len(bytes.len() as u64)?;
        self.file.sync_all()
    }

    /// Gives the room back after a refresh that ended nothing; an earlier one is as open as before.
    pub(super) fn give_back(self) {
        if !self.inherited {
            clear(&self.path);
        }
    }
}

/// Whether a refresh was begun whose outcome is not stored.
fn is_begun(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The new record, if it was written completely before the refresh was cut off.
fn left_behind(path: &Path, service: &str) -> Option<Record> {
    let bytes = file::read(path).ok()??;
    Record::parse(&bytes)
        .and_then(|record| record.of(service))
        .ok()
}

/// Says that what is stored is what the service knows.
fn clear(path: &Path) {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            // Costs one more refresh.
            tracing::warn!("{} could not be removed: {error}", path.display());
        }
        _ => {}
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;

        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        options.mode(0o600).custom_flags(flags.bits().cast_signed());
    }
    options.open(path)
}

/// New records that no store took, for as long as the process lives. Shared by its clones.
#[derive(Clone, Debug, Default)]
pub(super) struct Held(Arc<Mutex<HashMap<String, Successor>>>);

/// A new record that is not stored.
#[derive(Clone, Debug)]
struct Successor {
    record: Record,
    /// The record that is stored, which the service no longer knows, and where.
    of: Stored,
}

impl Held {
    /// Keeps a record in memory that takes the place of another one, unless it is kept already.
    pub(super) fn hold(&self, record: Record, of: Stored) {
        let name = record.service.clone();
        let successor = Successor { record, of };
        self.all().entry(name).or_insert(successor);
    }

    /// Whether there is one for a service.
    pub(super) fn has(&self, service: &str) -> bool {
        self.all().contains_key(service)
    }

    /// Forgets it: it is stored, or no longer wanted.
    pub(super) fn drop(&self, service: &str) {
        self.all().remove(service);
    }

    /// The record as it is known here, for what a store has answered. One that was stored since is newer than what is held.
    pub(super) fn instead(
        &self,
        service: &str,
        found: Result<Option<Stored>, StoreError>,
    ) -> Result<Option<Stored>, StoreError> {
        let mut all = self.all();
        let Some(Successor { record, of }) = all.get(service) else {
            return found;
        };
        let place = match &found {
            Ok(Some(Stored { record, place })) if record.has_tokens_of(&of.record) => place.clone(),
            Ok(_) => {
                all.remove(service);
                return found;
            }
            Err(_) => of.place.clone(),
        };
        Ok(Some(Stored {
            record: record.clone(),
            place,
        }))
    }

    /// The record that is held of this token, which knows more than a token does.
    pub(super) fn of(&self, record: &Record) -> Option<Record> {
        let all = self.all();
        let held = &all.get(&record.service)?.record;
        (held.access_token == record.access_token).then(|| held.clone())
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Successor>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
