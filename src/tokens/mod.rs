//! Where a token is kept: in the system's keyring if it is open, else in a private file; and how it is kept fresh.
//!
//! Nothing here prompts, and every call ends within five seconds whatever the keyring does: the person has a
//! remote, not a keyboard, and a media program is waiting. A token that was just handed out is never dropped for
//! want of a keyring. Once stored, it stays where it is until it is stored again: a marker without secrets says
//! where that is, so that "paired, but the keyring is locked" is never taken for "never paired". A process that changes
//! a record holds its lock, and a token that runs out is refreshed by one process for all of them.
//!
//! Blocking: call it from a plain thread or a blocking task.

mod bounded;
mod change;
mod external;
mod file;
mod keyring;
mod lock;
mod marker;
mod memory;
mod unsaved;
// Where the keyring is the Secret Service, as the keyring crate decides it.
#[cfg_attr(not(all(unix, not(target_os = "macos"))), path = "no_preflight.rs")]
mod preflight;
mod record;
mod refresh;
mod reserved_space;
mod service_store;
mod system_keyring;
#[cfg(test)]
mod tests;
mod unpair;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use self::marker::Marker;
use self::memory::MemoryKeyring;
use self::service_store::ServiceStore;
use self::system_keyring::SystemKeyring;
use self::unsaved::UnsavedRecords;
use crate::auth::{ACCOUNT, Account, StoreLocation};
use crate::system::clock;

pub use self::change::{Change, ChangeListener, Standing};
pub use self::external::{ExternalToken, ExternalTokenError, TokenSource, external_token};
pub use self::keyring::{Item, Keyring};
pub use self::lock::{LOCK_TIMEOUT, Lock};
pub use self::record::Record;
pub use self::refresh::{FreshError, Need, REFRESH_LIMIT, Refreshed};
pub use self::service_store::Status;
pub use self::unpair::{Forgotten, Unpaired};
pub use crate::auth::{RecordError, StoreChoice, StoreError};

/// No call takes longer, whatever the keyring does.
pub(crate) const LONGEST: Duration = Duration::from_secs(5);

/// A record and the place it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The record.
    pub record: Record,
    /// Where it is kept.
    pub place: StoreLocation,
}

/// The tokens of this user on this computer.
#[derive(Clone, Debug)]
pub struct Tokens {
    folder: PathBuf,
    choice: StoreChoice,
    demo: bool,
    keyring: Arc<dyn Keyring>,
    unsaved: UnsavedRecords,
    listener: Option<Arc<dyn ChangeListener>>,
}

impl Tokens {
    /// Tokens whose files are in `folder`, which is made when it is first needed.
    #[must_use]
    pub fn new(folder: PathBuf, choice: StoreChoice) -> Self {
        Self {
            folder,
            choice,
            demo: false,
            keyring: Arc::new(SystemKeyring(preflight::session_bus)),
            unsaved: UnsavedRecords::default(),
            listener: None,
        }
    }

    /// The same tokens, with another keyring than the system's.
    #[must_use]
    pub fn with_keyring(self, keyring: Arc<dyn Keyring>) -> Self {
        Self { keyring, ..self }
    }

    /// Tokens that end with the program: no secret of theirs is ever on disk. The caller throws the folder away.
    #[must_use]
    pub fn demo(folder: PathBuf) -> Self {
        Self {
            demo: true,
            ..Self::new(folder, StoreChoice::Auto).with_keyring(Arc::new(MemoryKeyring::default()))
        }
    }

    /// The same tokens, with new ones going to this store, whatever was chosen.
    #[must_use]
    pub fn preferring(&self, choice: StoreChoice) -> Self {
        Self {
            choice,
            ..self.clone()
        }
    }

    /// Moves a record into the keyring. Where that fails, the record stays where it is.
    pub fn move_to_keyring(&self, service: &str) -> Result<StoreLocation, StoreError> {
        let _lock = self.lock(service)?;
        let mut store = ServiceStore::new(self, service)?;
        let Stored { record, place } = store.load()?.ok_or(StoreError::NotPaired)?;
        if store.is_file(&place) {
            let taken = store.keyring.set(&record.to_json());
            taken.map_err(StoreError::NotMoved)?;
            store.mark(&Marker::in_keyring(&record), &record)?;
            file::remove(&store.file())?;
        }
        Ok(store.keyring_place())
    }

    /// Moves a record into the private file. A copy that the keyring does not give up is removed later.
    pub fn move_to_file(&self, service: &str) -> Result<StoreLocation, StoreError> {
        let _lock = self.lock(service)?;
        let tokens = self.preferring(StoreChoice::InFile);
        let mut store = ServiceStore::new(&tokens, service)?;
        let stored = store.load()?.ok_or(StoreError::NotPaired)?;
        store.save_in_file(&stored.record, None)
    }

    /// Shows the keyring's own prompt, once at a time. The only call here that prompts; it returns at once, and what
    /// comes of it is seen by [`Self::load`].
    pub fn unlock(&self) {
        self.keyring.unlock();
    }

    /// The record of a service, `None` if it was never paired or was forgotten. A refreshed one that no store took yet is
    /// the service's record, too.
    pub fn load(&self, service: &str) -> Result<Option<Stored>, StoreError> {
        ServiceStore::new(self, service)?.load()
    }

    /// Stores a record in place of an earlier one, and answers where: the person is told when it is not the keyring.
    pub fn save(&self, record: &Record) -> Result<StoreLocation, StoreError> {
        // A fresh token is stored also without the lock: it is never dropped because another process is slow.
        let _lock = self.lock(&record.service);
        let held = self.unsaved.matching(record);
        let record = held.as_ref().unwrap_or(record);
        let mut store = ServiceStore::new(self, &record.service)?;
        let in_keyring = self
            .wants_keyring()
            .then(|| store.keyring.set(&record.to_json()));
        let place = if in_keyring == Some(Ok(())) {
            store.mark(&Marker::in_keyring(record), record)?;
            if let Err(error) = file::remove(&store.file()) {
                tracing::warn!("an older token stays behind: {error}");
            }
            store.keyring_place()
        } else {
            store.save_in_file(record, in_keyring.and_then(Result::err))?
        };
        store.end_refresh();
        let change = if held.is_some() {
            Change::Refreshed
        } else {
            Change::Paired
        };
        self.tell(&record.service, change);
        Ok(place)
    }

    /// Adds whose account it is to a stored record, which stays where it is.
    pub fn set_account(&self, service: &str, account: &Account) -> Result<(), StoreError> {
        // Without the lock, this could put back a token that another process is just replacing.
        let _lock = self.lock(service)?;
        let mut store = ServiceStore::new(self, service)?;
        let Stored { mut record, place } = store.load()?.ok_or(StoreError::NotPaired)?;
        record.account = Some(account.clone());
        store.rewrite(&record, &place)
    }

    fn wants_keyring(&self) -> bool {
        self.choice != StoreChoice::InFile
    }

    /// Takes the lock of a service; what needs it reads the marker and the record only then.
    fn lock(&self, service: &str) -> Result<Lock, StoreError> {
        let path = self.path(service, "lock")?;
        Lock::take(&path, clock::now() + LOCK_TIMEOUT)?.ok_or(StoreError::InUse(path))
    }

    /// A file of a service, whose name must be able to be part of a file's name.
    fn path(&self, service: &str, ending: &str) -> Result<PathBuf, StoreError> {
        let is_plain = |b: u8| {
            b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || char::from(b) == ACCOUNT
        };
        if service.is_empty() || !service.bytes().all(is_plain) {
            return Err(StoreError::ServiceName);
        }
        Ok(self.folder.join(format!("{service}.{ending}")))
    }
}
