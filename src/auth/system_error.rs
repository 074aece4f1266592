//! What the operating system refused, as a type: a face says it in the person's language, a log in English.

use std::fmt;
use std::io::{self, ErrorKind};

/// Why the operating system did not do what it was asked. Carries nothing but the kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemError {
    /// No room is left: the disk is full, or what this user may use of it.
    DiskFull,
    /// The file system is mounted so that it can only be read.
    ReadOnly,
    /// This user has no permission.
    NoPermission,
    /// There is no such file or folder.
    Missing,
    /// Something else has the name already, or a file stands where a folder should.
    InTheWay,
    /// It is no plain file: a folder, a pipe, a device.
    NotAFile,
    /// The file is larger than what is expected of its kind.
    TooLarge,
    /// This process, or the whole computer, has too many files open.
    TooManyFiles,
    /// The disk itself failed to read or write.
    DiskFailed,
    /// It did not answer in time.
    Timeout,
    /// Anything else, by the system's own number, if it has one.
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

impl From<ErrorKind> for SystemError {
    fn from(kind: ErrorKind) -> Self {
        Self::from(&io::Error::from(kind))
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

#[cfg(not(unix))]
fn by_number(_: &io::Error) -> Option<SystemError> {
    None
}

/// As an English clause, for the command line and the log.
impl fmt::Display for SystemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DiskFull => f.write_str("the disk is full"),
            Self::ReadOnly => f.write_str("the file system is read-only"),
            Self::NoPermission => f.write_str("permission denied"),
            Self::Missing => f.write_str("no such file or folder"),
            Self::InTheWay => f.write_str("another file or folder is in the way"),
            Self::NotAFile => f.write_str("it is not a plain file"),
            Self::TooLarge => f.write_str("it is too large"),
            Self::TooManyFiles => f.write_str("too many files are open"),
            Self::DiskFailed => f.write_str("the disk failed"),
            Self::Timeout => f.write_str("it took too long"),
            // The system's own words; this program sets no locale, so they are English.
            Self::Other(Some(number)) => io::Error::from_raw_os_error(*number).fmt(f),
            Self::Other(None) => f.write_str("the system did not say why"),
        }
    }
}

impl std::error::Error for SystemError {}

#[cfg(all(test, unix))]
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
