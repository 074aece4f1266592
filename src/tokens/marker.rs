//! The marker: a note without secrets beside the record, saying which store holds it and for whom.
//!
//! It tells "paired, but the keyring is locked" from "never paired", and lets `status` answer without opening
//! anything. A marker that is missing or makes no sense is an empty one: the stores themselves are asked then.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::change::Standing;
use super::record::Record;
use super::{StoreError, file};
use crate::auth::KeyringTrouble;

/// The store that holds the pairing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Store {
    Keyring,
    File,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Marker {
    pub(super) store: Option<Store>,
    /// Why the record is in a file although a keyring was wanted.
    pub(super) why_not_keyring: Option<KeyringTrouble>,
    /// An older copy stayed in the keyring, because it could not be opened when the file took its place.
    pub(super) also_in_keyring: bool,
    /// Unpaired while the keyring was shut: what is in it is to be removed, and never to be used again.
    pub(super) forgotten: bool,
    #[serde(flatten)]
    pub(super) standing: Standing,
}

impl Marker {
    pub(super) fn in_keyring(record: &Record) -> Self {
        Self {
            store: Some(Store::Keyring),
            standing: record.into(),
            ..Self::default()
        }
    }

    /// The marker of a record in the file, after another one.
    pub(super) fn in_file(record: &Record, before: &Self) -> Self {
        Self {
            store: Some(Store::File),
            why_not_keyring: before.why_not_keyring,
            also_in_keyring: before.is_in_keyring(),
            ..Self::in_keyring(record)
        }
    }

    /// What is left to say once only the keyring still holds something: no longer whose it was.
    pub(super) fn left_in_keyring(&self) -> Self {
        Self {
            store: Some(Store::Keyring),
            also_in_keyring: true,
            forgotten: true,
            standing: Standing {
                paired_at: self.standing.paired_at,
                ..Standing::default()
            },
            ..Self::default()
        }
    }

    pub(super) fn read(path: &Path) -> Self {
        let bytes = file::read(path).unwrap_or_else(|error| {
            tracing::warn!("{error}");
            None
        });
        let marker = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let is_whole = |marker: &Self| marker.store.is_some();
        marker.filter(is_whole).unwrap_or_default()
    }

    /// Writes it, or takes the old one away: one that points to the wrong store is worse than none.
    pub(super) fn write(&self, path: &Path) -> Result<(), StoreError> {
        let json = serde_json::to_vec(self).unwrap_or_default();
        let Err(error) = file::write(path, &json) else {
            return Ok(());
        };
        // It may be gone although its folder could not be synced.
        if file::remove(path).is_err() && path.symlink_metadata().is_ok() {
            return Err(error);
        }
        tracing::warn!("{error}");
        Ok(())
    }

    pub(super) fn is_in_keyring(&self) -> bool {
        self.store == Some(Store::Keyring) || self.also_in_keyring
    }
}
