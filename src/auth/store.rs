//! What can go wrong with a stored token: as types, which a screen says in the person's language, and as English
//! sentences for the command line and the log. None carries a secret.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::SystemError;

/// Why the keyring cannot be used. Prints as a clause.
///
/// In the marker file it is one word. Earlier markers have the clause instead, which is still read; a text that is
/// neither is [`Self::Failed`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum KeyringTrouble {
    /// Locked: only a person can open it.
    #[error("the keyring is locked")]
    #[serde(
        alias = "the keyring is locked",
        alias = "its prompt could not be shown"
    )]
    Locked,
    /// Its service does not answer in time.
    #[error("the keyring service does not answer")]
    #[serde(alias = "the keyring service does not answer")]
    Silent,
    /// Its service answers, but leaves no time for anything else.
    #[error("the keyring service answers too slowly")]
    #[serde(alias = "the keyring service answers too slowly")]
    Slow,
    /// There is no session bus to find the service on.
    #[error("there is no session bus")]
    #[serde(alias = "there is no session bus")]
    NoBus,
    /// There should be a session bus, and it cannot be used.
    #[error("the session bus cannot be used")]
    #[serde(
        alias = "the session bus cannot be used",
        alias = "the session bus cannot be reached"
    )]
    BusFailed,
    /// No service is running, and none can be started.
    #[error("no keyring service is running")]
    #[serde(alias = "no keyring service is running")]
    NoService,
    /// The service did not start, or refuses every call.
    #[error("the keyring service did not start")]
    #[serde(alias = "the keyring service did not start")]
    NotStarted,
    /// The service has no keyring to put things in.
    #[error("there is no default keyring")]
    #[serde(alias = "there is no default keyring")]
    NoDefault,
    /// More than one item is the one that was looked for.
    #[error("the keyring has several entries for it")]
    #[serde(alias = "the keyring has several entries for it")]
    SeveralItems,
    /// It took a record and gave back another.
    #[error("the keyring did not give back what it was given")]
    #[serde(
        rename = "not-kept",
        alias = "the keyring did not give back what it was given"
    )]
    NotReturned,
    /// It takes only shorter records: Windows' own holds 2,560 bytes.
    #[error("the keyring takes no record of this length")]
    #[serde(alias = "the keyring takes no record of this length")]
    TooLong,
    /// Any other fault; the log has the keyring's own words.
    #[error("the keyring reported an error")]
    #[serde(other)]
    Failed,
}

/// What was being done with a file. Prints as a participle: "could not be ...".
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileAction {
    /// Written in place of an earlier one.
    #[error("written")]
    Write,
    /// Read.
    #[error("read")]
    Read,
    /// Removed.
    #[error("removed")]
    Remove,
    /// Renamed, because it makes no sense.
    #[error("set aside")]
    SetAside,
    /// Opened, to lock it.
    #[error("opened")]
    Open,
}

/// Why a file or folder is not touched. Prints as a clause that goes on from its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotOurs {
    /// A symbolic link.
    #[error("is a symbolic link: remove it and pair again")]
    Link,
    /// A folder, a pipe, a device.
    #[error("is not a plain file: remove it and pair again")]
    NotAFile,
    /// It belongs to another user, for example because `sudo` left it behind.
    #[error("belongs to another user: give it back to this one, or remove it")]
    OtherUsers,
}

/// Why a document is not the record that was looked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// It is no record, or one with a part that makes no sense.
    #[error("{0} could not be understood: pair again")]
    Damaged(&'static str),
    /// It was written by a later Couchpin, and stays as it is.
    #[error(
        "it was written by another version of Couchpin (format {0}): update Couchpin, or pair again"
    )]
    Version(u64),
    /// It is the record of another service.
    #[error("it holds the token of another service ({0}): move it away, or pair again")]
    Service(String),
}

/// A token could not be stored, found or forgotten.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The token is in a keyring that is locked or whose service does not answer: not the same as "never paired".
    #[error("the token is in the keyring, but {0}: unlock it and try again, or pair again")]
    Locked(KeyringTrouble),
    /// The token is in a keyring that is not there, for example in a session without a desktop.
    #[error("the token is in the keyring, but {0}: start it and try again, or pair again")]
    KeyringAbsent(KeyringTrouble),
    /// The keyring was open and failed.
    #[error("the keyring failed: {0}; try again, or set `store = \"file\"` and pair again")]
    KeyringFailed(KeyringTrouble),
    /// The keyring did not take a token, which stays where it is.
    #[error("the keyring did not take it: {0}")]
    NotMoved(KeyringTrouble),
    /// The file is one that must not be used.
    #[error("{} {why}", path.display())]
    Refused {
        /// The file, or the folder it is in.
        path: PathBuf,
        /// Why not.
        why: NotOurs,
    },
    /// The file made no sense and was set aside under this name.
    #[error("the stored token could not be understood and was kept as {}: pair again", .0.display())]
    Damaged(PathBuf),
    /// There is a record that cannot be used; it stays as it is.
    #[error("{} cannot be used: {problem}", path.as_ref().map_or("the keyring's entry".into(), |path| path.display().to_string()))]
    Record {
        /// The file; `None` for the keyring's item.
        path: Option<PathBuf>,
        /// What is wrong with it.
        problem: RecordError,
    },
    /// The operating system refused.
    #[error("{} could not be {doing}: {why}", path.display())]
    Io {
        /// What was tried.
        doing: FileAction,
        /// The file.
        path: PathBuf,
        /// What it refused.
        why: SystemError,
    },
    /// Another process is changing the record, and does not come to an end; it holds this lock.
    #[error("another couchpin is changing the token ({}): try again", .0.display())]
    InUse(PathBuf),
    /// There is no record to change.
    #[error("nothing is paired: pair first")]
    NotPaired,
    /// The service's name cannot name a file.
    #[error("a service's name has small letters, digits and hyphens only")]
    ServiceName,
    /// The store gave no answer in time, or failed in a way that it never should.
    #[error("the store did not answer")]
    NoAnswer,
}

impl From<KeyringTrouble> for StoreError {
    fn from(why: KeyringTrouble) -> Self {
        match why {
            KeyringTrouble::Locked | KeyringTrouble::Silent => Self::Locked(why),
            KeyringTrouble::NoBus
            | KeyringTrouble::BusFailed
            | KeyringTrouble::NoService
            | KeyringTrouble::NotStarted
            | KeyringTrouble::NoDefault => Self::KeyringAbsent(why),
            KeyringTrouble::Slow
            | KeyringTrouble::SeveralItems
            | KeyringTrouble::NotReturned
            | KeyringTrouble::TooLong
            | KeyringTrouble::Failed => Self::KeyringFailed(why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl KeyringTrouble {
        /// Every one.
        pub(crate) const ALL: [Self; 12] = [
            Self::Locked,
            Self::Silent,
            Self::Slow,
            Self::NoBus,
            Self::BusFailed,
            Self::NoService,
            Self::NotStarted,
            Self::NoDefault,
            Self::SeveralItems,
            Self::NotReturned,
            Self::TooLong,
            Self::Failed,
        ];
    }

    #[test]
    fn a_keyrings_trouble_is_read_from_its_word_and_from_what_earlier_versions_wrote() {
        let read = |text: &str| serde_json::from_value::<KeyringTrouble>(text.into()).unwrap();
        for trouble in KeyringTrouble::ALL {
            let word = serde_json::to_value(trouble).unwrap();
            assert!(!word.as_str().unwrap().contains(' '));
            assert_eq!(read(word.as_str().unwrap()), trouble);
            assert_eq!(read(&trouble.to_string()), trouble);
        }
        let earlier = [
            (
                "the session bus cannot be reached",
                KeyringTrouble::BusFailed,
            ),
            ("it could not be opened at first", KeyringTrouble::Failed),
            ("Platform secure storage failure", KeyringTrouble::Failed),
        ];
        for (clause, trouble) in earlier {
            assert_eq!(read(clause), trouble, "{clause}");
        }
    }
}
