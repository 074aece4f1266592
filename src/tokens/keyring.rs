//! What a keyring has to do, and how one operation uses it: within a limit of time, and only if it is open.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use secrecy::zeroize::Zeroizing;

use crate::auth::{KeyringTrouble, Secret};
use crate::system::clock;

/// The `service` attribute of every item of ours; `username` is the service signed in to.
pub(super) const ITEM_SERVICE: &str = "couchpin";

/// The secret bytes of one item.
pub type Item = Zeroizing<Vec<u8>>;

/// For everything that one operation does with the keyring: a command must end within 5 s.
const SESSION_LIMIT: Duration = Duration::from_millis(4500);

/// A keyring with an item for each service: the system's, or another in its place. No call prompts, or takes longer than
/// until `end`.
pub trait Keyring: fmt::Debug + Send + Sync {
    /// Whether it can be used, so far as the item of this service is concerned.
    fn open(&self, service: &str) -> Result<(), KeyringTrouble>;
    /// The item, or `None` if there is none.
    fn get(&self, service: &str, end: Instant) -> Result<Option<Item>, KeyringTrouble>;
    /// Stores an item in place of an earlier one.
    fn set(&self, service: &str, secret: &Secret, end: Instant) -> Result<(), KeyringTrouble>;
    /// Removes the item; answers whether there was one.
    fn delete(&self, service: &str, end: Instant) -> Result<bool, KeyringTrouble>;
    /// Shows the keyring's own prompt, once at a time, and returns at once.
    fn unlock(&self) {}
}

/// What one operation does with one item of the keyring.
pub(super) struct KeyringSession {
    service: String,
    keyring: Arc<dyn Keyring>,
    end: Instant,
    opened: Option<Result<(), KeyringTrouble>>,
}

impl KeyringSession {
    pub(super) fn new(service: &str, keyring: Arc<dyn Keyring>) -> Self {
        Self {
            service: service.to_owned(),
            keyring,
            end: clock::now() + SESSION_LIMIT,
            opened: None,
        }
    }

    /// Begins anew, until `end`: what was open a while ago may be locked by now, and the system's keyring would prompt.
    pub(super) fn restart(&mut self, end: Instant) {
        self.end = end;
        self.opened = None;
    }

    /// Whether the keyring may be used; asked once per session.
    pub(super) fn open(&mut self) -> Result<(), KeyringTrouble> {
        let ask = || self.keyring.open(&self.service);
        *self.opened.get_or_insert_with(ask)
    }

    /// The document that the item holds, or `None` if there is no such item.
    pub(super) fn get(&mut self) -> Result<Option<Item>, KeyringTrouble> {
        self.open()?;
        Ok(self.keyring.get(&self.service, self.end)?.map(unpacked))
    }

    pub(super) fn set(&mut self, document: &Secret) -> Result<(), KeyringTrouble> {
        self.open()?;
        self.keyring.set(&self.service, &packed(document), self.end)
    }

    /// Removes the item; answers whether there was one.
    pub(super) fn delete(&mut self) -> Result<bool, KeyringTrouble> {
        self.open()?;
        self.keyring.delete(&self.service, self.end)
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
fn unpacked(item: Item) -> Item {
    let decoded = BASE64_STANDARD.decode(item.trim_ascii());
    decoded.map_or(item, Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

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
