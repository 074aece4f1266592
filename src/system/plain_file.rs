//! How every small file is read: only a plain one, up to a limit, and without waiting.
//!
//! Opening a named pipe waits for a writer that may never come, and a device or a huge file never ends. Whether a link is
//! followed is the caller's choice: people link their settings, nothing links a record.

#[cfg(windows)]
use std::fs::OpenOptions;
use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;

use secrecy::zeroize::Zeroizing;

use crate::auth::SystemError;

/// Whether a symbolic link in the last part of a path is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Links {
    Followed,
    Refused,
}

/// A plain file that is open. What it is was asked of the open file: the name may mean another one by now.
pub(crate) struct PlainFile {
    pub(crate) file: File,
    pub(crate) metadata: Metadata,
}

/// The bytes of a plain file of at most `limit` bytes; links are followed.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>, SystemError> {
    PlainFile::open(path, Links::Followed)?.read(limit)
}

impl PlainFile {
    /// Opens a file to read it.
    pub(crate) fn open(path: &Path, links: Links) -> Result<Self, SystemError> {
        let opened = open(path, links).and_then(|file| Ok((file.metadata()?, file)));
        match opened {
            Ok((metadata, file)) if metadata.is_file() => Ok(Self { file, metadata }),
            Ok(_) => Err(SystemError::NotAFile),
            Err(error) => Err(SystemError::from(&error)),
        }
    }

    /// What it holds, if that is at most `limit` bytes.
    pub(crate) fn read(&self, limit: u64) -> Result<Zeroizing<Vec<u8>>, SystemError> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
        let limited = &mut (&self.file).take(limit.saturating_add(1));
        match limited.read_to_end(&mut bytes) {
            Ok(length) if length as u64 > limit => Err(SystemError::TooLarge),
            Ok(_) => Ok(bytes),
            Err(error) => Err(SystemError::from(&error)),
        }
    }
}

#[cfg(unix)]
fn open(path: &Path, links: Links) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;

    let links = match links {
        Links::Followed => OFlags::empty(),
        Links::Refused => OFlags::NOFOLLOW,
    };
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC | links;
    File::options()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

#[cfg(windows)]
fn open(path: &Path, links: Links) -> io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt as _;

    let mut options = File::options();
    // A folder is opened as well, so that it is seen to be one.
    options.read(true).custom_flags(FILE_FLAG_BACKUP_SEMANTICS);
    match links {
        Links::Followed => options.open(path),
        Links::Refused => refusing_links(&mut options).open(path),
    }
}

/// Opens a link itself, which is no plain file.
#[cfg(windows)]
pub(crate) fn refusing_links(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::windows::fs::OpenOptionsExt as _;

    options.custom_flags(FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT)
}

/// Of Windows' `CreateFileW`.
#[cfg(windows)]
const FILE_FLAG_BACKUP_SEMANTICS: u32 = 0x0200_0000;
#[cfg(windows)]
const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_a_plain_file_within_the_limit_is_read_and_nothing_is_waited_for() {
        let home = tempfile::tempdir().unwrap();
        let path = |name| home.path().join(name);
        fs::write(path("file"), b"12345").unwrap();
        std::os::unix::fs::symlink(path("file"), path("link")).unwrap();
        let pipe = std::process::Command::new("mkfifo")
            .arg(path("pipe"))
            .status();
        assert!(pipe.unwrap().success());
        assert_eq!(read(&path("file"), 5).unwrap().as_slice(), b"12345");
        assert_eq!(read(&path("link"), 5).unwrap().as_slice(), b"12345");
        assert_eq!(read(&path("file"), 4), Err(SystemError::TooLarge));
        assert_eq!(read(&path("pipe"), 5), Err(SystemError::NotAFile));
        assert_eq!(read(home.path(), 5), Err(SystemError::NotAFile));
        assert_eq!(read(&path("none"), 5), Err(SystemError::Missing));
        assert_eq!(read(Path::new("/dev/zero"), 5), Err(SystemError::NotAFile));
        assert!(open(&path("link"), Links::Refused).is_err());
    }
}
