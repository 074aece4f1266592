//! The demo's keyring: in memory, gone with the process, and always open.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use secrecy::zeroize::Zeroizing;

use super::keyring::{Item, Keyring};
use crate::auth::{KeyringTrouble, Secret};

#[derive(Debug, Default)]
pub(super) struct MemoryKeyring(Mutex<HashMap<String, Secret>>);

impl MemoryKeyring {
    fn items(&self) -> MutexGuard<'_, HashMap<String, Secret>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keyring for MemoryKeyring {
    fn open(&self, _: &str) -> Result<(), KeyringTrouble> {
        Ok(())
    }

    fn get(&self, service: &str, _: Instant) -> Result<Option<Item>, KeyringTrouble> {
        let items = self.items();
        let item = items.get(service).map(|item| item.expose().into());
        Ok(item.map(Zeroizing::new))
    }

    fn set(&self, service: &str, secret: &Secret, _: Instant) -> Result<(), KeyringTrouble> {
        self.items().insert(service.to_owned(), secret.clone());
        Ok(())
    }

    fn delete(&self, service: &str, _: Instant) -> Result<bool, KeyringTrouble> {
        Ok(self.items().remove(service).is_some())
    }
}
