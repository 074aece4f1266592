//! How every small file is read: only a plain one, up to a limit, and without waiting.
//!
//! Opening a named pipe waits for a writer who may never come, and a device or a huge file never ends; either would
//! hold the program up, or take its memory. Whether a link is followed is the caller's choice: people link their
//! settings, nothing links a record.

use std::fs::File;
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

/// The bytes of a plain file of at most `limit` bytes; links are followed.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>, SystemError> {
    let file = open(path, Links::Followed).map_err(|error| SystemError::from(&error))?;
    let metadata = file.metadata().map_err(|error| SystemError::from(&error))?;
    if !metadata.is_file() {
        return Err(SystemError::NotAFile);
    }
    read_at_most(&file, limit)
}

/// What an open file holds, if that is at most `limit` bytes.
pub(crate) fn read_at_most(file: &File, limit: u64) -> Result<Zeroizing<Vec<u8>>, SystemError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| SystemError::from(&error))?;
    if bytes.len() as u64 > limit {
        return Err(SystemError::TooLarge);
    }
    Ok(bytes)
}

/// Opens a file to read it. What it is has to be asked of the open file: the name may mean another one by then.
#[cfg(unix)]
pub(crate) fn open(path: &Path, links: Links) -> io::Result<File> {
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

#[cfg(not(unix))]
pub(crate) fn open(path: &Path, _: Links) -> io::Result<File> {
    File::open(path)
}

#[cfg(all(test, unix))]
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
