//! Why a setting could not be written into the settings file.

use super::SystemError;

/// Why a setting could not be kept. Printed, it is an English clause for the log; it never holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The operating system refused.
    #[error(transparent)]
    System(#[from] SystemError),
    /// Another process has been writing it all the time.
    #[error("another process is writing it")]
    Busy,
    /// What is in the file now makes no sense.
    #[error("it is not TOML any more")]
    NotToml,
    /// Something else has the name of this table.
    #[error("[{0}] is not a table")]
    NotATable(&'static str),
    /// A client id or a secret that could not be read again.
    #[error("client id and secret must be letters and digits without blanks")]
    NotAWord,
    /// It was written, but this option or environment variable names another client id and wins at the next start.
    #[error("{0} names another client id, which wins over the file")]
    Overridden(&'static str),
    /// Another user can change what the file says, and it says something that must come from this user.
    #[error("another user can change it")]
    Exposed,
}
