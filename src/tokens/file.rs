//! The private files: made for this user alone, and read only if they are this user's.
//!
//! A record is not encrypted, and no secrecy is pretended: this user's programs, and root's, can read it. Nothing here knows
//! what the bytes mean.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::zeroize::Zeroizing;

use super::StoreError;
use crate::auth::{FileAction, NotOurs, SystemError};
#[cfg(windows)]
use crate::system::access_list;
use crate::system::atomic_file::{self, HALF_WRITTEN};
use crate::system::clock;
#[cfg(windows)]
use crate::system::plain_file;
use crate::system::plain_file::{Links, PlainFile};

/// A record has some hundred bytes; what is larger than this is something else.
pub(super) const LARGEST: u64 = 64 * 1024;

/// A writer that has not finished after so long was cut off.
pub(super) const ABANDONED: Duration = Duration::from_mins(1);

/// Replaces the file, or leaves the old one as it was. Folders that are missing are made, for this user alone.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(path);
    make_private_folder(folder)
        .and_then(|()| {
            sweep(folder, "", ABANDONED);
            atomic_file::replace(path, bytes)
        })
        .map_err(|error| refusal(FileAction::Write, path, &error))
}

/// Removes what writers of files whose names begin so left behind at least so long ago: it may hold a token.
pub(super) fn sweep(folder: &Path, of: &str, age: Duration) {
    let prefix = format!("{HALF_WRITTEN}{of}");
    for (path, name) in entries(folder) {
        let written = path.symlink_metadata().and_then(|found| found.modified());
        let old =
            written.is_ok_and(|at| clock::wall().duration_since(at).is_ok_and(|is| is >= age));
        if old && name.starts_with(&prefix) {
            // One that cannot be removed is no reason not to write the next.
            let _ = fs::remove_file(path);
        }
    }
}

/// What is in a folder, as far as that can be told, with the names.
fn entries(folder: &Path) -> impl Iterator<Item = (PathBuf, String)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| Some((entry.path(), entry.file_name().into_string().ok()?)))
}

/// The file's bytes, or `None` if there is no such file.
pub(super) fn read(path: &Path) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
    let refused = |why| StoreError::Refused {
        path: path.to_owned(),
        why,
    };
    let file = match PlainFile::open(path, Links::Refused) {
        Ok(file) => file,
        Err(SystemError::Missing) => return Ok(None),
        Err(_) if path.is_symlink() => return Err(refused(NotOurs::Link)),
        Err(SystemError::NotAFile) => return Err(refused(NotOurs::NotAFile)),
        Err(error) => return Err(refusal(FileAction::Read, path, error)),
    };
    if !make_private(path, &file.file, &file.metadata) {
        return Err(refused(NotOurs::OtherUsers));
    }
    let read = file.read(LARGEST);
    read.map(Some)
        .map_err(|why| refusal(FileAction::Read, path, why))
}

/// Renames a file that makes no sense to `.bad`, or to `.bad.2` and so on, for an earlier one may be the last copy of a
/// token. Answers the new name.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let endings = (1..100).map(|n| match n {
        1 => ".bad".to_owned(),
        n => format!(".bad.{n}"),
    });
    let mut names = endings.map(|ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    });
    let free = names.find(|name| name.symlink_metadata().is_err());
    free.ok_or_else(|| ErrorKind::AlreadyExists.into())
        .and_then(|name| fs::rename(path, &name).map(|()| name))
        .map_err(|error| refusal(FileAction::SetAside, path, &error))
}

/// Removes what was set aside of a file; answers how many there were. The first that stays is the error.
pub(super) fn remove_set_aside(path: &Path) -> Result<usize, StoreError> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Ok(0);
    };
    let name = format!("{}.bad", name.to_string_lossy());
    let mut removed = 0;
    for (path, entry) in entries(folder) {
        let rest = entry.strip_prefix(&name);
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.')) && remove(&path)? {
            removed += 1;
        }
    }
    Ok(removed)
}

/// Removes the file; answers whether there was one.
pub(super) fn remove(path: &Path) -> Result<bool, StoreError> {
    match atomic_file::remove(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(refusal(FileAction::Remove, path, &error)),
    }
}

/// What the system refused to do with a file; names what belongs to another user, where that is why.
pub(super) fn refusal(doing: FileAction, path: &Path, error: impl Into<SystemError>) -> StoreError {
    let why = error.into();
    if why == SystemError::NoPermission {
        // Inside a folder of another user nothing can be seen: then the folder is what is in the way.
        let seen = |place: &Path| Some((place.to_owned(), place.symlink_metadata().ok()?));
        if let Some((path, metadata)) = path.ancestors().take(2).find_map(seen)
            && !is_ours(&path, &metadata)
        {
            let why = NotOurs::OtherUsers;
            return StoreError::Refused { path, why };
        }
    }
    StoreError::Io {
        doing,
        path: path.to_owned(),
        why,
    }
}

/// Takes away what stands in the place of a file of ours, for example what `sudo` left behind: only in this user's own
/// folder, and never a plain file of this user, nor a folder. Answers whether it did.
pub(super) fn remove_obstacle(path: &Path) -> bool {
    let Ok(in_the_way) = path.symlink_metadata() else {
        return false;
    };
    let is_usable = in_the_way.is_file() && is_ours(path, &in_the_way);
    !is_usable && !in_the_way.is_dir() && is_in_our_folder(path) && fs::remove_file(path).is_ok()
}

/// Whether the folder that a file is in belongs to this user.
pub(super) fn is_in_our_folder(path: &Path) -> bool {
    path.parent().is_some_and(|folder| {
        let metadata = folder.metadata();
        metadata.is_ok_and(|metadata| is_ours(folder, &metadata))
    })
}

/// Whether a file or folder belongs to the user that this process runs as.
#[cfg(unix)]
fn is_ours(_: &Path, metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(metadata) == rustix::process::geteuid().as_raw()
}

#[cfg(windows)]
fn is_ours(path: &Path, _: &fs::Metadata) -> bool {
    access_list::is_ours(path)
}

/// Answers whether the file is ours; closes it to others if it is.
pub(super) fn make_private(path: &Path, file: &File, metadata: &fs::Metadata) -> bool {
    let is_ours = is_ours(path, metadata);
    if is_ours && is_open_to_others(path, metadata) {
        let closed = close_to_others(path, file);
        let path = path.display();
        // On a FAT disk there are no permissions to repair, and the token is still this user's.
        match closed {
            Ok(()) => tracing::warn!("others could open {path}: it is private again"),
            Err(error) => tracing::warn!("others can open {path}, and that stays so: {error}"),
        }
    }
    is_ours
}

#[cfg(unix)]
fn is_open_to_others(_: &Path, metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::mode(metadata) & 0o077 != 0
}

#[cfg(windows)]
fn is_open_to_others(path: &Path, _: &fs::Metadata) -> bool {
    !access_list::is_private(path).unwrap_or(false)
}

#[cfg(unix)]
fn close_to_others(_: &Path, file: &File) -> io::Result<()> {
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))
}

#[cfg(windows)]
fn close_to_others(path: &Path, _: &File) -> io::Result<()> {
    access_list::make_private(path)?;
    // Some disks keep no list, or not this one, and do not say so.
    if access_list::is_private(path)? {
        Ok(())
    } else {
        Err(ErrorKind::Unsupported.into())
    }
}

/// Opens a file of ours to write to it, or makes one. No link is followed, and no pipe is waited for.
pub(super) fn open_to_write(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;

        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        options.mode(0o600).custom_flags(flags.bits().cast_signed());
        options.open(path)
    }
    #[cfg(windows)]
    {
        let file = plain_file::refusing_links(&mut options).open(path)?;
        access_list::try_to_make_private(path);
        Ok(file)
    }
}

/// A folder that exists keeps its mode: it may be systemd's `$STATE_DIRECTORY`, and the files are private anyway.
pub(super) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    #[cfg(windows)]
    let is_new = !folder.is_dir();
    builder.recursive(true).create(folder)?;
    #[cfg(windows)]
    if is_new {
        access_list::try_to_make_private(folder);
    }
    Ok(())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;
    use crate::auth::SystemError;

    fn mode(path: &Path) -> u32 {
        path.symlink_metadata().unwrap().mode() & 0o777
    }

    #[test]
    fn a_written_file_and_its_folder_are_private() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("state/couchpin/simkl.json");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(read(&path).unwrap().unwrap().as_slice(), b"two");
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        let left = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(left, 1, "no temporary file stays behind");
    }

    #[test]
    fn a_file_that_is_too_open_is_closed_and_still_read() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("simkl.json");
        fs::write(&path, b"one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(read(&path).unwrap().unwrap().as_slice(), b"one");
        assert_eq!(mode(&path), 0o600);
    }

    #[test]
    fn links_folders_and_pipes_are_refused_at_once() {
        let home = tempfile::tempdir().unwrap();
        let path = |name| home.path().join(name);
        fs::write(path("real"), b"one").unwrap();
        symlink(path("real"), path("link")).unwrap();
        fs::create_dir(path("folder")).unwrap();
        let pipe = std::process::Command::new("mkfifo")
            .arg(path("pipe"))
            .status();
        assert!(pipe.unwrap().success());
        for name in ["link", "folder", "pipe"] {
            let error = read(&path(name)).unwrap_err();
            assert!(
                matches!(error, StoreError::Refused { .. }),
                "{name}: {error}"
            );
        }
        assert_eq!(read(&path("nothing")).unwrap(), None);
        // A new record replaces the link, not what it points to.
        write(&path("link"), b"two").unwrap();
        assert_eq!(fs::read(path("real")).unwrap(), b"one");
    }

    #[test]
    fn another_users_file_is_refused_with_its_path() {
        let home = tempfile::tempdir().unwrap();
        let mut path = home.path().join("simkl.json");
        fs::write(&path, b"one").unwrap();
        // Only root can give a file away; to all others root's are another user's.
        if rustix::process::geteuid().is_root() {
            std::os::unix::fs::chown(&path, Some(65534), None).unwrap();
        } else {
            path = "/etc/passwd".into();
        }
        let said = read(&path).unwrap_err().to_string();
        assert!(
            said.contains("another user") && said.contains(path.to_str().unwrap()),
            "{said}"
        );
    }

    #[test]
    fn a_file_too_large_for_a_record_is_not_read() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("simkl.json");
        fs::write(&path, vec![b' '; 64 * 1024 + 1]).unwrap();
        let why = SystemError::TooLarge;
        assert!(matches!(read(&path), Err(StoreError::Io { why: is, .. }) if is == why));
        fs::write(&path, vec![b' '; 64 * 1024]).unwrap();
        assert!(read(&path).unwrap().is_some());
    }

    #[test]
    fn removing_twice_does_no_harm() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("simkl.json");
        write(&path, b"one").unwrap();
        assert_eq!((remove(&path), remove(&path)), (Ok(true), Ok(false)));
    }
}

#[cfg(windows)]
#[cfg(test)]
mod windows_tests {
    use super::*;

    #[test]
    fn a_written_file_and_its_folder_are_private() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("state/couchpin/simkl.json");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(read(&path).unwrap().unwrap().as_slice(), b"two");
        let folder = path.parent().unwrap();
        for path in [&path, folder] {
            assert!(access_list::is_private(path).unwrap());
        }
        let left = fs::read_dir(folder).unwrap().count();
        assert_eq!(left, 1, "no temporary file stays behind");
    }

    #[test]
    #[ignore = "Wine 8 has only the older kind of rename"]
    fn a_file_that_another_process_reads_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("simkl.json");
        write(&path, b"one").unwrap();
        let _reader = File::open(&path).unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }

    #[test]
    fn a_folder_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let why = NotOurs::NotAFile;
        let path = home.path().to_owned();
        let refused = Err(StoreError::Refused { path, why });
        assert_eq!(read(home.path()), refused);
    }
}
