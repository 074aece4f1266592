//! What the stores and the operating system refuse, in words: sentences without their full stop.

use super::Words;
use crate::authorization::SystemError;

/// What the operating system refused.
#[allow(dead_code, reason = "the stores and the settings come to use it")]
pub(crate) fn system(words: &Words, error: SystemError) -> String {
    words.get(match error {
        SystemError::DiskFull => "system-disk-full",
        SystemError::ReadOnly => "system-read-only",
        SystemError::NoPermission => "system-no-permission",
        SystemError::Missing => "system-missing",
        SystemError::InTheWay => "system-in-the-way",
        SystemError::NotAFile => "system-not-a-file",
        SystemError::TooLarge => "system-too-large",
        SystemError::TooManyFiles => "system-too-many-files",
        SystemError::DiskFailed => "system-disk-failed",
        SystemError::Timeout => "system-timeout",
        SystemError::Other(Some(number)) => {
            // As a text: a number would be grouped by some languages.
            return words.with("system-other", [("number", number.to_string().into())]);
        }
        SystemError::Other(None) => "system-unknown",
    })
}
