//! A keyring in memory, gone with the process: the demo's, which keeps nothing, and the tests' own.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use secrecy::zeroize::Zeroizing;

use crate::auth::KeyringTrouble;

/// Shared by its clones.
#[derive(Clone, Default)]
pub struct MemoryKeyring(Arc<Mutex<Memory>>);

#[derive(Default)]
struct Memory {
    items: HashMap<String, Zeroizing<Vec<u8>>>,
    locked: bool,
    /// How long an answer takes.
    delay: Duration,
}

impl MemoryKeyring {
    /// Locks it, or unlocks it.
    pub fn lock(&self, locked: bool) {
        self.memory().locked = locked;
    }

    /// Makes it slow: how long every answer takes.
    pub fn slow_down(&self, delay: Duration) {
        self.memory().delay = delay;
    }

    /// Waits for the answer, for no longer than `limit`; whether it is there then.
    pub(super) fn answers_within(&self, limit: Duration) -> bool {
        let delay = self.memory().delay;
        thread::sleep(delay.min(limit));
        delay <= limit
    }

    pub(super) fn open(&self) -> Result<(), KeyringTrouble> {
        if self.memory().locked {
            return Err(KeyringTrouble::Locked);
        }
        Ok(())
    }

    pub(super) fn get(&self, name: &str) -> Option<Zeroizing<Vec<u8>>> {
        self.memory().items.get(name).cloned()
    }

    pub(super) fn set(&self, name: &str, secret: &[u8]) {
        let secret = Zeroizing::new(secret.to_vec());
        self.memory().items.insert(name.to_owned(), secret);
    }

    pub(super) fn delete(&self, name: &str) -> bool {
        self.memory().items.remove(name).is_some()
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for MemoryKeyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryKeyring")
    }
}
