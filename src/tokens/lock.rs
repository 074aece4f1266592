//! The lock between processes: who changes a service's record holds it, so that a token is refreshed once.
//!
//! It is advisory, lies beside the record as `<service>.lock`, and goes with the process, however that ends. Nobody
//! waits for it for ever: another process may be stopped while it holds it. The file stays: removing a lock that
//! somebody else has open would make two of it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::{StoreError, file};
use crate::authorization::FileAction;
use crate::clock;

/// How often a lock is tried that somebody else holds.
const LOOK: Duration = Duration::from_millis(15);

/// The lock, held until it is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock until `end`; `None` if somebody else still holds it then.
    ///
    /// A file system that knows no locks is no reason to let a token run out: there is just one more warning.
    pub(crate) fn take(path: &Path, end: Instant) -> Result<Option<Self>, StoreError> {
        let file = open(path).map_err(|error| StoreError::io(FileAction::Open, path, &error))?;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) => {
                    let left = end.saturating_duration_since(clock::now());
                    if left.is_zero() {
                        return Ok(None);
                    }
                    thread::sleep(LOOK.min(left));
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

fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        file::make_private_folder(folder)?;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_that_somebody_holds_is_waited_for_and_then_given_up() {
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
}
