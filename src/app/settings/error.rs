//! What can be wrong with the settings, and where a value came from.
//!
//! Printed, each is one English sentence for the command line. A value is never quoted: it may be a secret.

use std::fmt;
use std::path::{Path, PathBuf};

use super::read::Exposure;
use crate::auth::SystemError;

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueSource {
    /// An option on the command line.
    Flag(&'static str),
    /// A variable of the environment.
    Variable(&'static str),
    /// The settings file.
    File(PathBuf),
    /// The program itself.
    BuiltIn,
}

impl fmt::Display for ValueSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) | Self::Variable(name) => f.write_str(name),
            Self::File(path) => path.display().fmt(f),
            Self::BuiltIn => f.write_str("this build of couchpin"),
        }
    }
}

/// The settings cannot be used. One sentence that says what to mend and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// There is no home to keep anything in.
    #[error("there is no home folder: set HOME, or XDG_CONFIG_HOME and XDG_STATE_HOME")]
    NoHome,
    /// The file cannot be read.
    #[error("{}{} could not be read: {why}", path.display(), asked_for(named_by.as_ref()))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What named it, unless it is the usual one.
        named_by: Option<ValueSource>,
        /// Why.
        why: SystemError,
    },
    /// Another user can change the file, and it says what only this user may say.
    #[error("{} sets {setting}, but {how}", path.display())]
    Exposed {
        /// The file.
        path: PathBuf,
        /// What runs a program, is a secret, or says where secrets are sent.
        setting: String,
        /// How it can be changed.
        how: Exposure,
    },
    /// The file has a wrong key or value.
    #[error("{}, line {line}: {why}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What was expected.
        why: String,
    },
    /// There is no such service.
    #[error("there is no service {name:?}: there are {}", known.join(", "))]
    NoService {
        /// As it was asked for.
        name: String,
        /// Those that there are.
        known: Vec<&'static str>,
    },
    /// No file could be called so.
    #[error("an account's name has at most 20 small letters, digits and hyphens")]
    AccountName,
    /// A value does not do.
    #[error("{name}, from {from}: {why}")]
    Value {
        /// The value's name in the settings file; where it has none, what it is.
        name: &'static str,
        /// Where it came from.
        from: ValueSource,
        /// What was expected.
        why: Expected,
    },
}

impl ConfigError {
    /// A fault of a file behind what stands `before` it.
    pub(super) fn wrong(path: &Path, before: &[u8], why: impl Into<String>) -> Self {
        Self::Wrong {
            path: path.to_owned(),
            line: before.split(|byte| *byte == b'\n').count(),
            why: why.into(),
        }
    }
}

fn asked_for(source: Option<&ValueSource>) -> String {
    source.map_or_else(String::new, |source| format!(", from {source},"))
}

/// What a value should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Expected {
    /// Text.
    #[error("expected text in UTF-8")]
    Utf8,
    /// What can stand in a form or a header.
    #[error("expected letters and digits without blanks")]
    Word,
    /// A name for an application.
    #[error("expected a name of plain letters, digits and signs")]
    Name,
    /// The address of a service.
    #[error(
        "expected an https:// address without a user name or a password in it (http:// only on this computer)"
    )]
    Address,
    /// One of these.
    #[error("expected {}", list(.0))]
    OneOf(&'static [&'static str]),
    /// Whether a page is served, or where.
    #[error("expected true, false or the one address to listen on, such as 192.168.1.20")]
    PhonePage,
    /// Where a page is served.
    #[error(
        "that is every address of this computer: expected the one that the phone can reach, such as 192.168.1.20"
    )]
    OneAddress,
    /// Where a page is served.
    #[error(
        "a phone cannot connect to that address: expected one of this computer, such as 192.168.1.20"
    )]
    ReachableAddress,
}

/// For example `auto, keyring or file`.
fn list(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.concat(),
    }
}
