//! What can go wrong with a stored token, each as one sentence that says what to do.

use std::io;
use std::path::{Path, PathBuf};

use super::RecordError;
use crate::authorization::StoreTrouble;

/// A token could not be stored, found or forgotten. Carries no secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The token is in a keyring that is locked or whose service does not answer: not the same as "never paired".
    #[error("the token is in the keyring, but {why}: unlock it and try again, or pair again")]
    Locked {
        /// A clause.
        why: String,
    },
    /// The token is in a keyring that is not there, for example in a session without a desktop.
    #[error("the token is in the keyring, but {why}: start it and try again, or pair again")]
    KeyringAbsent {
        /// A clause.
        why: String,
    },
    /// The keyring was open and failed.
    #[error("the keyring failed: {why}; try again, or set `store = \"file\"` and pair again")]
    KeyringFailed {
        /// The keyring's own words.
        why: String,
    },
    /// The keyring did not take a token, which stays where it is.
    #[error("the keyring did not take it: {why}")]
    NotMoved {
        /// A clause.
        why: String,
    },
    /// The file is one that must not be read.
    #[error("{} {why}: remove it and pair again", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// A clause that goes on from the path.
        why: &'static str,
    },
    /// The file made no sense and was set aside.
    #[error("the stored token could not be understood and was kept as {}: pair again", kept.display())]
    Damaged {
        /// Its new name.
        kept: PathBuf,
    },
    /// There is a record that cannot be used; it stays as it is.
    #[error("{place} cannot be used: {problem}")]
    Record {
        /// The file's path, or the keyring.
        place: String,
        /// What is wrong with it.
        problem: RecordError,
    },
    /// The disk failed.
    #[error("{} could not be {doing}: {why}", path.display())]
    Io {
        /// What was tried: "written", "read", "removed", "set aside", "opened".
        doing: &'static str,
        /// The file.
        path: PathBuf,
        /// The system's own words.
        why: String,
    },
    /// Another process is changing the record, and does not come to an end.
    #[error("another couchpin is changing the token ({}): try again", path.display())]
    InUse {
        /// The lock it holds.
        path: PathBuf,
    },
    /// There is no record to change.
    #[error("nothing is paired: pair first")]
    NotPaired,
    /// The service's name cannot name a file.
    #[error("a service's name has small letters, digits and hyphens only")]
    ServiceName,
}

impl StoreError {
    /// The keyring leaves no time for anything else.
    pub(super) fn slow_keyring() -> Self {
        Self::KeyringFailed {
            why: "it answers too slowly".into(),
        }
    }

    pub(super) fn io(doing: &'static str, path: &Path, error: &io::Error) -> Self {
        Self::Io {
            doing,
            path: path.to_owned(),
            why: error.to_string(),
        }
    }
}

impl From<StoreError> for StoreTrouble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Locked { .. } => Self::Locked,
            StoreError::KeyringAbsent { why } => Self::KeyringAbsent(why),
            other => Self::Failed(other.to_string()),
        }
    }
}
