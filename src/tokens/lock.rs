//! The lock between processes: one that changes a service's record holds it, so that a token is refreshed once; and
//! one screen or terminal pairs at a time.
//!
//! It is advisory, lies beside the record as `<service>.lock`, and goes with the process, however that ends. It is not
//! waited for without limit: another process may be stopped while it holds it. The file stays: removing a lock that
//! another process has open would make two of it. One of another user in this user's own folder is replaced all the same:
//! `sudo` leaves such a thing behind, and nothing could be refreshed any more.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::{StoreError, file};
use crate::auth::FileAction;
use crate::system::clock;

/// How long a change usually waits for another process; most take a few milliseconds.
pub const LOCK_TIMEOUT: Duration = Duration::from_millis(1500);

/// How often a lock is tried that another process holds.
const POLL_INTERVAL: Duration = Duration::from_millis(15);

/// How often it is opened anew because its name means another file by now: a file system may not tell files apart.
const MAX_REOPENS: u32 = 3;

/// The lock, held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock until `end`; `None` if another process still holds it then, an error if its file cannot be
    /// made or opened.
    ///
    /// A file system that knows no locks is no reason to let a token run out: there is just one more warning.
    pub fn take(path: &Path, end: Instant) -> Result<Option<Self>, StoreError> {
        let mut file = open(path)?;
        let mut replaced = 0;
        loop {
            match file.try_lock() {
                // Another process may have replaced it while this one waited.
                Ok(()) if !is_still(path, &file) && replaced < MAX_REOPENS => {
                    replaced += 1;
                    file = open(path)?;
                }
                Ok(()) => break,
                Err(TryLockError::WouldBlock) => {
                    let left = end.saturating_duration_since(clock::now());
                    if left.is_zero() {
                        return Ok(None);
                    }
                    thread::sleep(POLL_INTERVAL.min(left));
                }
                Err(TryLockError::Error(error)) => {
                    tracing::warn!(%error, "{} could not be locked", path.display());
                    break;
                }
            }
        }
        Ok(Some(Self { _file: file }))
    }
}

fn open(path: &Path) -> Result<File, StoreError> {
    let refused = |error: io::Error| file::refusal(FileAction::Open, path, &error);
    if let Some(folder) = path.parent() {
        file::make_private_folder(folder).map_err(refused)?;
    }
    match open_plain(path) {
        Err(_) if file::remove_obstacle(path) => {
            tracing::warn!(
                "{} was replaced: it was another user's, or no plain file",
                path.display()
            );
            open_plain(path)
        }
        opened => opened,
    }
    .map_err(refused)
}

/// Opens a plain file of ours, or makes one. What another user owns is used where this one cannot replace it: as root
/// in a person's folder.
fn open_plain(path: &Path) -> io::Result<File> {
    let file = file::open_to_write(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    if !file::make_private(path, &file, &metadata) && file::is_in_our_folder(path) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    Ok(file)
}

/// Whether the path still names the file that is open.
#[cfg(unix)]
fn is_still(path: &Path, file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;

    match (file.metadata(), path.symlink_metadata()) {
        (Ok(open), Ok(named)) => (open.dev(), open.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still(_: &Path, _: &File) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_that_is_held_is_waited_for_and_then_given_up() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("state/simkl.lock");
        let soon = || clock::now() + Duration::from_millis(50);
        let held = Lock::take(&path, soon()).unwrap().unwrap();
        assert!(Lock::take(&path, soon()).unwrap().is_none());
        let long = clock::now() + Duration::from_secs(20);
        let waiting = thread::spawn({
            let path = path.clone();
            move || Lock::take(&path, long).unwrap().is_some()
        });
        drop(held);
        assert!(waiting.join().unwrap());
    }

    #[test]
    fn a_folder_that_cannot_be_used_is_a_clear_error() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("state"), "").unwrap();
        let path = home.path().join("state/simkl.lock");
        let said = Lock::take(&path, clock::now()).unwrap_err().to_string();
        assert!(said.contains("simkl.lock could not be opened"), "{said}");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_plain_file_in_the_locks_place_is_replaced_and_the_lock_is_private() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};

        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("screen.lock");
        let target = home.path().join("target");
        let mode = || path.symlink_metadata().unwrap().mode();
        std::os::unix::fs::symlink(&target, &path).unwrap();
        assert!(Lock::take(&path, clock::now()).unwrap().is_some());
        assert!(!target.exists(), "no link is followed");
        std::fs::remove_file(&path).unwrap();
        let pipe = std::process::Command::new("mkfifo").arg(&path).status();
        assert!(pipe.unwrap().success());
        assert!(Lock::take(&path, clock::now()).unwrap().is_some());
        assert_eq!(mode(), 0o100_600, "a plain file, and private");
        // As earlier versions made it: open to the locks of other users.
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
        assert!(Lock::take(&path, clock::now()).unwrap().is_some());
        assert_eq!(mode(), 0o100_600);
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_that_is_replaced_while_it_is_waited_for_is_taken_anew() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("simkl.lock");
        let long = clock::now() + Duration::from_secs(20);
        let held = Lock::take(&path, long).unwrap().unwrap();
        let waiting = thread::spawn({
            let path = path.clone();
            move || Lock::take(&path, long).unwrap()
        });
        // It waits once it has the file open.
        thread::sleep(3 * POLL_INTERVAL);
        std::fs::remove_file(&path).unwrap();
        let other = Lock::take(&path, long).unwrap();
        drop(held);
        thread::sleep(3 * POLL_INTERVAL);
        assert!(!waiting.is_finished(), "two would hold it");
        drop(other);
        assert!(waiting.join().unwrap().is_some());
    }
}
