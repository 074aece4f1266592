//! The demo's keyring: in memory, and gone with the process.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use secrecy::zeroize::Zeroizing;

use super::keyring::{Item, Keyring};
use crate::auth::{KeyringTrouble, Secret};

/// A keyring in memory, which is always open.
#[derive(Default)]
pub(super) struct MemoryKeyring(Mutex<HashMap<String, Item>>);

impl MemoryKeyring {
    fn items(&self) -> MutexGuard<'_, HashMap<String, Item>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keyring for MemoryKeyring {
    fn open(&self, _: &str) -> Result<(), KeyringTrouble> {
        Ok(())
    }

    fn get(&self, name: &str, _: Instant) -> Result<Option<Item>, KeyringTrouble> {
        Ok(self.items().get(name).cloned())
    }

    fn set(&self, name: &str, secret: &Secret, _: Instant) -> Result<(), KeyringTrouble> {
        let item = Zeroizing::new(secret.expose().into());
        self.items().insert(name.to_owned(), item);
        Ok(())
    }

    fn delete(&self, name: &str, _: Instant) -> Result<bool, KeyringTrouble> {
        Ok(self.items().remove(name).is_some())
    }
}

impl fmt::Debug for MemoryKeyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryKeyring")
    }
}
