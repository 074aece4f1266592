//! Room for a refreshed record, made on disk before the service is asked.
//!
//! A refresh ends the old token. So a file of the record's size, `<service>.next.json`, is written and synced before the
//! request goes out, and the new record is written into that room; without room there is no request. As long as the file
//! is there, a refresh was begun whose outcome is not stored: the old token may be dead, whatever its dates say. If the
//! new record got as far as this file and no further, it is read from it.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::{StoreError, file};
use crate::auth::FileAction;
use crate::system::atomic_file;

/// How much longer than the old record the new one may be: a page.
const LONGER: usize = 4096;
/// No record is longer.
const LARGEST: usize = 128 * 1024;

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
    pub(super) fn reserve(path: &Path, length: usize) -> Result<Self, StoreError> {
        Self::make(path, length + LONGER)
            .map_err(|error| file::refusal(FileAction::Write, path, &error))
    }

    fn make(path: &Path, length: usize) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            file::make_private_folder(folder)?;
        }
        let inherited = path.symlink_metadata().is_ok();
        let mut file = match file::open_to_write(path) {
            // A link, or another user's: where the folder is ours it can be replaced.
            Err(_) if inherited => {
                fs::remove_file(path)?;
                file::open_to_write(path)?
            }
            opened => opened?,
        };
        let earlier = usize::try_from(file.metadata()?.len()).unwrap_or(LARGEST);
        // Blanks and not zeros: some file systems take no room for zeros.
        let blanks = vec![b' '; length.max(earlier.min(LARGEST))];
        let reserved = file
            .write_all(&blanks)
            .and_then(|()| file.sync_all())
            .and_then(|()| atomic_file::sync_folder_of(path));
        if reserved.is_err() && !inherited {
            // What an earlier refresh left stays: it says that the old token may be dead.
            clear(path);
        }
        reserved.map(|()| Self {
            path: path.to_owned(),
            file,
            inherited,
        })
    }

    /// Writes the bytes and gives them the name `to`, in place of the file there. When that fails, the room stays.
    pub(super) fn fill(&mut self, to: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        let filled = self.write(bytes).inspect_err(|_| {
            // The length, without blocks, tells the next attempt how much room there must be; if it cannot be set, that
            // one makes room for a record like the old one.
            let _ = self.file.set_len((bytes.len() + LONGER) as u64);
        });
        filled
            .and_then(|()| atomic_file::rename(&self.path, to))
            .map_err(|error| file::refusal(FileAction::Write, to, &error))
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

/// Says that what is stored is what the service knows.
pub(super) fn clear(path: &Path) {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            // Costs one more refresh.
            tracing::warn!("{} could not be removed: {error}", path.display());
        }
        _ => {}
    }
}
