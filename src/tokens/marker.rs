//! The marker: a note without secrets beside the record, saying which store holds it and for whom.
//!
//! It tells "paired, but the keyring is locked" from "never paired", and lets `status` answer without opening
//! anything. A marker that is missing or makes no sense is no marker: the stores themselves are asked then.

use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::record::{Record, rfc3339};
use super::{StoreError, file};
use crate::auth::{Account, KeyringTrouble};

/// The store that holds the pairing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Store {
    Keyring,
    File,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Marker {
    pub(super) store: Store,
    /// Why the record is in a file although a keyring was wanted.
    pub(super) why_not_keyring: Option<KeyringTrouble>,
    /// An older copy stayed in the keyring, because it could not be opened when the file took its place.
    #[serde(default)]
    pub(super) also_in_keyring: bool,
    /// Unpaired while the keyring was shut: what is in it is to be removed, and never to be used again.
    #[serde(default)]
    pub(super) forgotten: bool,
    pub(super) account: Option<Account>,
    pub(super) expires_at: Option<String>,
    pub(super) paired_at: Option<String>,
    #[serde(default)]
    pub(super) refused: bool,
}

impl Marker {
    pub(super) fn new(store: Store, record: &Record) -> Self {
        Self {
            store,
            why_not_keyring: None,
            also_in_keyring: false,
            forgotten: false,
            account: record.account.clone(),
            expires_at: record.expires_at.map(rfc3339),
            paired_at: record.paired_at.map(rfc3339),
            refused: record.refused,
        }
    }

    pub(super) fn read(path: &Path) -> Option<Self> {
        match file::read(path) {
            Ok(bytes) => serde_json::from_slice(&bytes?).ok(),
            Err(error) => {
                tracing::warn!("{error}");
                None
            }
        }
    }

    /// Writes it, or takes the old one away: one that points to the wrong store is worse than none.
    pub(super) fn write(&self, path: &Path) -> Result<(), StoreError> {
        let json = serde_json::to_vec(self).unwrap_or_default();
        let Err(error) = file::write(path, &json) else {
            return Ok(());
        };
        // Synced or not: what counts is that it is not there any more.
        if file::remove(path).is_err() && path.symlink_metadata().is_ok() {
            return Err(error);
        }
        tracing::warn!("{error}");
        Ok(())
    }

    /// What is left to say once only the keyring still holds something: no longer whose it was.
    pub(super) fn left_in_keyring(&self) -> Self {
        Self {
            store: Store::Keyring,
            why_not_keyring: None,
            also_in_keyring: true,
            forgotten: true,
            account: None,
            expires_at: None,
            paired_at: self.paired_at.clone(),
            refused: false,
        }
    }

    pub(super) fn is_in_keyring(&self) -> bool {
        self.store == Store::Keyring || self.also_in_keyring
    }

    pub(super) fn expires_at(&self) -> Option<SystemTime> {
        time(self.expires_at.as_deref())
    }

    pub(super) fn paired_at(&self) -> Option<SystemTime> {
        time(self.paired_at.as_deref())
    }
}

fn time(text: Option<&str>) -> Option<SystemTime> {
    humantime::parse_rfc3339(text?).ok()
}
