//! A keyring in memory that can be locked and slowed down.

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use secrecy::zeroize::Zeroizing;

use crate::auth::{KeyringTrouble, Secret};
use crate::system::clock;
use crate::tokens::{Item, Keyring};

#[derive(Debug, Default)]
pub(crate) struct TestKeyring(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    items: HashMap<String, String>,
    locked: bool,
    /// How long an answer takes.
    delay: Duration,
    longest: Option<usize>,
}

impl TestKeyring {
    pub(crate) fn lock(&self, locked: bool) {
        self.0.lock().unwrap().locked = locked;
    }

    pub(crate) fn slow_down(&self, delay: Duration) {
        self.0.lock().unwrap().delay = delay;
    }

    /// It takes no longer items from now on.
    pub(crate) fn limit(&self, length: usize) {
        self.0.lock().unwrap().longest = Some(length);
    }

    pub(crate) fn item(&self, name: &str) -> Option<String> {
        self.0.lock().unwrap().items.get(name).cloned()
    }

    pub(crate) fn put(&self, name: &str, item: Option<&str>) {
        let items = &mut self.0.lock().unwrap().items;
        match item {
            Some(item) => items.insert(name.to_owned(), item.to_owned()),
            None => items.remove(name),
        };
    }

    /// Waits for the answer, for no longer than the system's keyring is waited for.
    fn answer(&self, end: Instant) -> Result<(), KeyringTrouble> {
        let limit = Duration::from_secs(3).min(end.saturating_duration_since(clock::now()));
        let delay = self.0.lock().unwrap().delay;
        thread::sleep(delay.min(limit));
        if delay > limit {
            return Err(KeyringTrouble::Silent);
        }
        Ok(())
    }
}

impl Keyring for TestKeyring {
    fn open(&self, _: &str) -> Result<(), KeyringTrouble> {
        if self.0.lock().unwrap().locked {
            return Err(KeyringTrouble::Locked);
        }
        Ok(())
    }

    fn get(&self, name: &str, end: Instant) -> Result<Option<Item>, KeyringTrouble> {
        self.answer(end)?;
        let item = self.item(name);
        Ok(item.map(|item| Zeroizing::new(item.into_bytes())))
    }

    fn set(&self, name: &str, secret: &Secret, end: Instant) -> Result<(), KeyringTrouble> {
        self.answer(end)?;
        let longest = self.0.lock().unwrap().longest;
        if longest.is_some_and(|longest| secret.expose().len() > longest) {
            return Err(KeyringTrouble::TooLong);
        }
        self.put(name, Some(secret.expose()));
        Ok(())
    }

    fn delete(&self, name: &str, end: Instant) -> Result<bool, KeyringTrouble> {
        self.answer(end)?;
        let there = self.item(name).is_some();
        self.put(name, None);
        Ok(there)
    }
}
