//! What the operating system refused, as a type: a screen says it in the person's language, a log in English.

use std::io::{self, ErrorKind};

/// Why the operating system did not do what it was asked. Carries nothing but the kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SystemError {
    /// No room is left: the disk is full, or what this user may use of it.
    #[error("the disk is full")]
    DiskFull,
    /// The file system is mounted so that it can only be read.
    #[error("the file system is read-only")]
    ReadOnly,
    /// This user has no permission.
    #[error("permission denied")]
    NoPermission,
    /// There is no such file or folder.
    #[error("no such file or folder")]
    Missing,
    /// Something else has the name already, or a file stands where a folder should.
    #[error("another file or folder is in the way")]
    InTheWay,
    /// It is no plain file: a folder, a pipe, a device.
    #[error("it is not a plain file")]
    NotAFile,
    /// The file is larger than what is expected of its kind.
    #[error("it is too large")]
    TooLarge,
    /// This process, or the whole computer, has too many files open.
    #[error("too many files are open")]
    TooManyFiles,
    /// The disk itself failed to read or write.
    #[error("the disk failed")]
    DiskFailed,
    /// It did not answer in time.
    #[error("it took too long")]
    Timeout,
    /// Anything else, by the system's own number, if it has one.
    #[error("{}", system_words(*.0))]
    Other(Option<i32>),
}

impl From<&io::Error> for SystemError {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::PermissionDenied => Self::NoPermission,
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => Self::InTheWay,
            ErrorKind::IsADirectory => Self::NotAFile,
            ErrorKind::FileTooLarge => Self::TooLarge,
            ErrorKind::TimedOut => Self::Timeout,
            // The library has no kinds for the rest.
            _ => by_number(error).unwrap_or(Self::Other(error.raw_os_error())),
        }
    }
}

#[cfg(unix)]
fn by_number(error: &io::Error) -> Option<SystemError> {
    use rustix::io::Errno;

    match Errno::from_io_error(error)? {
        Errno::MFILE | Errno::NFILE => Some(SystemError::TooManyFiles),
        Errno::IO => Some(SystemError::DiskFailed),
        _ => None,
    }
}

/// The numbers are Windows' (winerror.h).
#[cfg(not(unix))]
fn by_number(error: &io::Error) -> Option<SystemError> {
    match error.raw_os_error()? {
        4 => Some(SystemError::TooManyFiles),
        // A checksum that is wrong, and a device that reports an error.
        23 | 1117 => Some(SystemError::DiskFailed),
        _ => None,
    }
}

/// The system's own words; this program sets no locale, so they are English, but on Windows in the person's language.
fn system_words(number: Option<i32>) -> String {
    number.map_or_else(
        || "the system did not say why".to_owned(),
        |number| io::Error::from_raw_os_error(number).to_string(),
    )
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use rustix::io::Errno;

    use super::*;

    #[test]
    fn what_the_system_refused_is_known_by_its_kind() {
        let known = [
            (Errno::NOSPC, SystemError::DiskFull),
            (Errno::DQUOT, SystemError::DiskFull),
            (Errno::ROFS, SystemError::ReadOnly),
            (Errno::ACCESS, SystemError::NoPermission),
            (Errno::PERM, SystemError::NoPermission),
            (Errno::NOENT, SystemError::Missing),
            (Errno::NOTDIR, SystemError::InTheWay),
            (Errno::ISDIR, SystemError::NotAFile),
            (Errno::FBIG, SystemError::TooLarge),
            (Errno::MFILE, SystemError::TooManyFiles),
            (Errno::NFILE, SystemError::TooManyFiles),
            (Errno::IO, SystemError::DiskFailed),
            (Errno::TIMEDOUT, SystemError::Timeout),
        ];
        for (errno, expected) in known {
            let error = io::Error::from_raw_os_error(errno.raw_os_error());
            assert_eq!(SystemError::from(&error), expected, "{errno:?}");
        }
        let error = io::Error::from_raw_os_error(Errno::LOOP.raw_os_error());
        let other = SystemError::Other(Some(Errno::LOOP.raw_os_error()));
        assert_eq!(SystemError::from(&error), other);
        let own = io::Error::new(ErrorKind::InvalidData, "a secret");
        assert_eq!(SystemError::from(&own), SystemError::Other(None));
    }
}
