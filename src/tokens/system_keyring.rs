//! The system's keyring, made safe for a television: it neither prompts nor hangs.
//!
//! Every use starts with the preflight where the platform needs one, and only an open keyring is ever touched. What the
//! `keyring` crate says is never formatted with `{:?}`: that can print the bytes of a secret.

use std::time::{Duration, Instant};

use keyring::{Entry, Error};
use secrecy::zeroize::Zeroizing;

use super::bounded::Gate;
use super::keyring::{ITEM_SERVICE, Item, Keyring};
use super::preflight;
use crate::auth::{KeyringTrouble, Secret};
use crate::system::clock;

/// For one call of the keyring crate.
const CALL_LIMIT: Duration = Duration::from_secs(3);

/// One call at a time, and a minute's rest after one that did not return: the crate holds its lock for ever then.
static GATE: Gate = Gate::new(Duration::from_mins(1));

/// The keyring of the session bus that this finds, where keyrings are on a bus.
#[derive(Debug)]
pub(super) struct SystemKeyring(pub(super) fn() -> Option<String>);

impl Keyring for SystemKeyring {
    fn open(&self, service: &str) -> Result<(), KeyringTrouble> {
        if GATE.is_resting() {
            return Err(KeyringTrouble::Silent);
        }
        let address = self.0().ok_or(KeyringTrouble::NoBus)?;
        preflight::check(address, service.to_owned())
    }

    fn get(&self, service: &str, end: Instant) -> Result<Option<Item>, KeyringTrouble> {
        call(service, end, |entry| match entry.get_secret() {
            Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
    }

    /// Reads the item back: some services say yes and keep nothing, or not all of it.
    fn set(&self, service: &str, secret: &Secret, end: Instant) -> Result<(), KeyringTrouble> {
        let copy = secret.clone();
        call(service, end, move |entry| {
            entry.set_secret(copy.expose().as_bytes())
        })?;
        match self.get(service, end)? {
            Some(kept) if kept.as_slice() == secret.expose().as_bytes() => Ok(()),
            _ => Err(KeyringTrouble::NotReturned),
        }
    }

    fn delete(&self, service: &str, end: Instant) -> Result<bool, KeyringTrouble> {
        call(service, end, |entry| match entry.delete_credential() {
            Ok(()) => Ok(true),
            Err(Error::NoEntry) => Ok(false),
            Err(error) => Err(error),
        })
    }

    fn unlock(&self) {
        if let Some(address) = self.0() {
            preflight::unlock(address);
        }
    }
}

/// One call of the crate, on a thread of its own.
fn call<T: Send + 'static>(
    service: &str,
    end: Instant,
    work: impl FnOnce(&Entry) -> keyring::Result<T> + Send + 'static,
) -> Result<T, KeyringTrouble> {
    let service = service.to_owned();
    let limit = CALL_LIMIT.min(end.saturating_duration_since(clock::now()));
    let answer = GATE.run(limit, move || {
        Entry::new(ITEM_SERVICE, &service)
            .and_then(|entry| work(&entry))
            .map_err(|error| trouble(&error))
    });
    answer.unwrap_or(Err(KeyringTrouble::Silent))
}

/// What the crate reports, as a type; its own words go to the log, by `Display` only.
fn trouble(error: &Error) -> KeyringTrouble {
    match error {
        Error::NoStorageAccess(_) => KeyringTrouble::Locked,
        Error::TooLong(..) => KeyringTrouble::TooLong,
        Error::Ambiguous(_) => KeyringTrouble::SeveralItems,
        other => {
            tracing::warn!("the keyring failed: {other}");
            KeyringTrouble::Failed
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::keyring::KeyringSession;
    use super::*;
    use crate::auth::StoreError;

    #[test]
    fn without_a_session_bus_the_keyring_is_absent_and_never_touched() {
        let keyring = Arc::new(SystemKeyring(|| None));
        let mut session = KeyringSession::new("simkl", keyring);
        let absent = KeyringTrouble::NoBus;
        assert_eq!(session.set(&Secret::new("canary")), Err(absent));
        assert_eq!(session.get(), Err(absent));
        assert_eq!(session.open(), Err(absent));
    }

    /// In the Credential Manager of the user that runs the tests.
    #[cfg(windows)]
    #[test]
    fn a_record_is_kept_and_removed_and_one_that_is_too_long_is_refused() {
        let keyring = Arc::new(SystemKeyring(preflight::session_bus));
        let mut session = KeyringSession::new("couchpin-test", keyring);
        for length in [10, 2560] {
            let secret = Secret::new("-".repeat(length));
            assert_eq!(session.set(&secret), Ok(()));
            let kept = session.get().unwrap().unwrap();
            assert_eq!(kept.as_slice(), secret.expose().as_bytes());
        }
        let too_long = Secret::new("-".repeat(2561));
        assert_eq!(session.set(&too_long), Err(KeyringTrouble::TooLong));
        assert_eq!((session.delete(), session.delete()), (Ok(true), Ok(false)));
        assert_eq!(session.get(), Ok(None));
    }

    #[test]
    fn no_word_about_a_failure_carries_the_secret() {
        for error in [
            Error::BadEncoding(b"canary".to_vec()),
            Error::BadDataFormat(b"canary".to_vec(), "cut short".into()),
        ] {
            let trouble = trouble(&error);
            let bytes = format!("{:?}", b"canary");
            let said = format!("{trouble} {trouble:?} {}", StoreError::from(trouble));
            assert!(!said.contains("canary") && !said.contains(bytes.trim_matches(['[', ']'])));
        }
    }
}
