//! The system's keyring, made safe for a television: it neither prompts nor hangs.
//!
//! A visit has one budget of time for all it does. It starts with the preflight where the platform needs one, and
//! only an open keyring is ever touched. What the `keyring` crate says is never formatted with `{:?}`: that can
//! print the bytes of a secret.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use keyring::{Entry, Error};
use secrecy::zeroize::Zeroizing;

use super::bounded::Gate;
use super::memory::MemoryKeyring;
use super::{KeyringState, preflight};
use crate::auth::{KeyringTrouble, Secret};
use crate::system::clock;

/// The `service` attribute of every item of ours; `username` is the service signed in to.
pub(super) const ITEM_SERVICE: &str = "couchpin";

/// For one call of the keyring crate.
const CALL: Duration = Duration::from_secs(3);

/// For everything one visit does, preflight included: a command must end within 5 s.
const VISIT: Duration = Duration::from_millis(4500);

/// One call at a time, and a minute's rest after one that did not return: the crate holds its lock for ever then.
static GATE: Gate = Gate::new(Duration::from_mins(1));

/// Finds the session bus; a test puts its own in.
pub(super) type Bus = fn() -> Option<String>;

/// Which keyring it is.
#[derive(Clone, Debug)]
pub(super) enum KeyringBackend {
    /// The system's, on this bus where it is on a bus.
    System(Bus),
    /// One in memory.
    Memory(MemoryKeyring),
}

/// What the crate reports, as a type; its own words go to the log, by `Display` only.
fn trouble(error: &Error) -> KeyringTrouble {
    match error {
        Error::NoStorageAccess(_) => KeyringTrouble::Locked,
        Error::Ambiguous(_) => KeyringTrouble::SeveralItems,
        other => {
            tracing::warn!("the keyring failed: {other}");
            KeyringTrouble::Failed
        }
    }
}

/// A document as it goes into any keyring: as it is, or as base64 where it holds a backslash or a line break.
///
/// GNOME's keyring keeps the items of a keyring without a password in a text file (`gkm-secret-textual.c`, on
/// `GKeyFile`), writes a secret there as it is, and resolves backslashes when it reads the file again: `\"` becomes `"`,
/// and what is left is no JSON. Other programs read the item too, so it stays JSON wherever it can.
fn packed(document: &Secret) -> Secret {
    let text = document.expose();
    if text.contains(['\\', '\n', '\r']) {
        Secret::new(BASE64_STANDARD.encode(text))
    } else {
        document.clone()
    }
}

/// The document of an item; what is no base64 is taken as it is. No JSON object is base64: that has no braces.
fn unpacked(item: Zeroizing<Vec<u8>>) -> Zeroizing<Vec<u8>> {
    match BASE64_STANDARD.decode(item.trim_ascii()) {
        Ok(document) => Zeroizing::new(document),
        Err(_) => item,
    }
}

/// What one operation does with one item of the keyring.
pub(super) struct KeyringSession {
    user: String,
    source: KeyringBackend,
    end: Instant,
    opened: Option<Result<(), KeyringTrouble>>,
}

impl KeyringSession {
    pub(super) fn new(service: &str, source: KeyringBackend) -> Self {
        Self {
            user: service.to_owned(),
            source,
            end: clock::now() + VISIT,
            opened: None,
        }
    }

    /// Begins anew, until `end`: what was open a while ago may be shut by now, and the crate would prompt.
    pub(super) fn again(&mut self, end: Instant) {
        self.end = end;
        self.opened = None;
    }

    /// Whether the keyring may be touched; asked once per visit.
    pub(super) fn open(&mut self) -> Result<(), KeyringTrouble> {
        if self.opened.is_none() {
            self.opened = Some(self.preflight());
        }
        self.opened.unwrap_or(Err(KeyringTrouble::Silent))
    }

    pub(super) fn state(&mut self) -> KeyringState {
        match self.open() {
            Ok(()) => KeyringState::Ready,
            Err(KeyringTrouble::Locked | KeyringTrouble::Silent) => KeyringState::Locked,
            Err(why) => KeyringState::Absent(why),
        }
    }

    fn preflight(&self) -> Result<(), KeyringTrouble> {
        let bus = match &self.source {
            KeyringBackend::System(bus) => bus,
            KeyringBackend::Memory(memory) => return memory.open(),
        };
        if GATE.is_resting() {
            return Err(KeyringTrouble::Silent);
        }
        let Some(address) = bus() else {
            return Err(KeyringTrouble::NoBus);
        };
        preflight::ask(address, self.user.clone())
    }

    /// The document that the item holds, or `None` if there is no such item.
    pub(super) fn get(&mut self) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringTrouble> {
        Ok(self.item()?.map(unpacked))
    }

    fn item(&mut self) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringTrouble> {
        if let Some(memory) = self.memory()? {
            return Ok(memory.get(&self.user));
        }
        self.call(|entry| match entry.get_secret() {
            Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
    }

    /// Stores a document and reads it back: some services say yes and keep nothing, or not all of it.
    pub(super) fn set(&mut self, document: &Secret) -> Result<(), KeyringTrouble> {
        let secret = packed(document);
        if let Some(memory) = self.memory()? {
            memory.set(&self.user, secret.expose().as_bytes());
            return Ok(());
        }
        let copy = secret.clone();
        self.call(move |entry| entry.set_secret(copy.expose().as_bytes()))?;
        match self.item()? {
            Some(kept) if kept.as_slice() == secret.expose().as_bytes() => Ok(()),
            _ => Err(KeyringTrouble::SaveError),
        }
    }

    /// Removes the item; answers whether there was one.
    pub(super) fn delete(&mut self) -> Result<bool, KeyringTrouble> {
        if let Some(memory) = self.memory()? {
            return Ok(memory.delete(&self.user));
        }
        self.call(|entry| match entry.delete_credential() {
            Ok(()) => Ok(true),
            Err(Error::NoEntry) => Ok(false),
            Err(error) => Err(error),
        })
    }

    /// The keyring in memory, if it is that one and open.
    fn memory(&mut self) -> Result<Option<MemoryKeyring>, KeyringTrouble> {
        match self.source.clone() {
            KeyringBackend::System(_) => Ok(None),
            KeyringBackend::Memory(memory) => {
                self.open()?;
                let left = self.end.saturating_duration_since(clock::now());
                if !memory.answers_within(CALL.min(left)) {
                    return Err(KeyringTrouble::Silent);
                }
                Ok(Some(memory))
            }
        }
    }

    fn call<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&Entry) -> keyring::Result<T> + Send + 'static,
    ) -> Result<T, KeyringTrouble> {
        self.open()?;
        let limit = CALL.min(self.end.saturating_duration_since(clock::now()));
        let user = self.user.clone();
        let answer = GATE.run(limit, move || {
            Entry::new(ITEM_SERVICE, &user)
                .and_then(|entry| work(&entry))
                .map_err(|error| trouble(&error))
        });
        answer.unwrap_or(Err(KeyringTrouble::Silent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::StoreError;

    #[test]
    fn without_a_session_bus_the_keyring_is_absent_and_never_touched() {
        let mut visit = KeyringSession::new("simkl", KeyringBackend::System(|| None));
        let absent = KeyringTrouble::NoBus;
        assert_eq!(visit.set(&Secret::new("canary")), Err(absent));
        assert_eq!(visit.get(), Err(absent));
        assert_eq!(visit.state(), KeyringState::Absent(absent));
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

    #[test]
    fn no_backslash_and_no_line_break_goes_into_a_keyring() {
        let plain = r#"{"name":"Ann"}"#;
        assert_eq!(packed(&Secret::new(plain)).expose(), plain);
        for document in [
            r#"{"name":"DOMAIN\\nina"}"#,
            r#"{"name":"the \"one\""}"#,
            "{\n  \"name\": \"Ann\"\r\n}",
            plain,
        ] {
            let secret = packed(&Secret::new(document));
            assert!(!secret.expose().contains(['\\', '\n', '\r']));
            let item = |text: &str| Zeroizing::new(text.as_bytes().to_vec());
            for kept in [secret.expose(), document, &format!("{document}\n")] {
                let read = unpacked(item(kept));
                assert_eq!(read.trim_ascii(), document.as_bytes());
            }
        }
    }
}
