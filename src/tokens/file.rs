//! The private file: how bytes get to disk so that nobody else reads them and no power cut halves them.
//!
//! Written: a new file of mode 0600 from birth beside the old one, synced, renamed over it, the folder synced.
//! Read: only a plain file that is ours. The record is not encrypted, and no secrecy is pretended: whoever is
//! this user, or root, can read it. Nothing here knows what the bytes mean.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::zeroize::Zeroizing;

use super::StoreError;
use crate::auth::{FileAction, NotOurs};
use crate::system::clock;
use crate::system::plain_file::{self, Links};

/// A record has some hundred bytes; what is larger than this is something else.
const LARGEST: u64 = 64 * 1024;

/// How the names of half-written files begin; the name of the file to be follows.
const HALF_WRITTEN: &str = ".couchpin-";
/// A writer that has not finished after so long was cut off.
pub(super) const ABANDONED: Duration = Duration::from_mins(1);

/// Replaces the file, or leaves the old one as it was. Folders that are missing are made, for this user alone.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    replace(path, bytes).map_err(|error| refusal(FileAction::Write, path, &error))
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(ErrorKind::InvalidInput)?;
    make_private_folder(folder)?;
    sweep(folder, "", ABANDONED);
    let name = path.file_name().ok_or(ErrorKind::InvalidInput)?;
    // O_EXCL and 0600 are tempfile's own; the leading dot keeps it out of the way should we be cut off here.
    let mut new = tempfile::Builder::new()
        .prefix(&format!("{HALF_WRITTEN}{}-", name.to_string_lossy()))
        .tempfile_in(folder)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    new.persist(path)?;
    sync_folder(folder)
}

/// Removes what writers of files whose names begin so left behind at least so long ago: it may hold a token.
pub(super) fn sweep(folder: &Path, of: &str, age: Duration) {
    let prefix = format!("{HALF_WRITTEN}{of}");
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let ours = entry
            .file_name()
            .to_str()
            .is_some_and(|name| name.starts_with(&prefix));
        let written = entry.metadata().and_then(|metadata| metadata.modified());
        let old =
            written.is_ok_and(|at| clock::wall().duration_since(at).is_ok_and(|is| is >= age));
        if ours && old {
            // One that cannot be removed is no reason not to write the next.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The file's bytes, or `None` if there is no such file.
pub(super) fn read(path: &Path) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
    let failed = |error: io::Error| refusal(FileAction::Read, path, &error);
    let refused = |why| StoreError::Refused {
        path: path.to_owned(),
        why,
    };
    let file = match plain_file::open(path, Links::Refused) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(_) if path.is_symlink() => return Err(refused(NotOurs::Link)),
        Err(error) => return Err(failed(error)),
    };
    // From here on everything is asked of the open file: the name may mean another one by now.
    let metadata = file.metadata().map_err(failed)?;
    if !metadata.is_file() {
        return Err(refused(NotOurs::NotAFile));
    }
    if !make_private(path, &file, &metadata) {
        return Err(refused(NotOurs::Anothers));
    }
    plain_file::read_at_most(&file, LARGEST)
        .map(Some)
        .map_err(|why| StoreError::Io {
            doing: FileAction::Read,
            path: path.to_owned(),
            why,
        })
}

/// Renames a file that makes no sense to `.bad`, or to `.bad.2` and so on: an earlier one may be somebody's last
/// copy. Answers the new name.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let named = |ending: String| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let kept = std::iter::once(".bad".to_owned())
        .chain((2..100).map(|n| format!(".bad.{n}")))
        .map(named)
        .find(|name| name.symlink_metadata().is_err())
        .ok_or_else(|| {
            StoreError::io(FileAction::SetAside, path, &ErrorKind::AlreadyExists.into())
        })?;
    match fs::rename(path, &kept) {
        Ok(()) => Ok(kept),
        Err(error) => Err(refusal(FileAction::SetAside, path, &error)),
    }
}

/// Gives a file that is written and synced the name of another one, which it replaces.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to)
        .and_then(|()| to.parent().map_or(Ok(()), sync_folder))
        .map_err(|error| StoreError::io(FileAction::Write, to, &error))
}

/// Removes what was set aside of a file; answers how many there were. The first that stays is the error.
pub(super) fn remove_set_aside(path: &Path) -> Result<usize, StoreError> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Ok(0);
    };
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(0);
    };
    let name = format!("{}.bad", name.to_string_lossy());
    let mut removed = 0;
    for entry in entries.flatten() {
        let is_set_aside = entry.file_name().to_str().is_some_and(|entry| {
            entry
                .strip_prefix(&name)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        });
        if is_set_aside && remove(&entry.path())? {
            removed += 1;
        }
    }
    Ok(removed)
}

/// Removes the file; answers whether there was one.
pub(super) fn remove(path: &Path) -> Result<bool, StoreError> {
    let removed = fs::remove_file(path).and_then(|()| path.parent().map_or(Ok(()), sync_folder));
    match removed {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(refusal(FileAction::Remove, path, &error)),
    }
}

/// What the system refused to do with a file; names what belongs to another user, where that is why.
pub(super) fn refusal(doing: FileAction, path: &Path, error: &io::Error) -> StoreError {
    if error.kind() == ErrorKind::PermissionDenied {
        // Inside a folder of another user nothing can be seen: then the folder is what is in the way.
        let seen = |place: &Path| Some((place.to_owned(), place.symlink_metadata().ok()?));
        match path.ancestors().take(2).find_map(seen) {
            Some((path, metadata)) if !is_ours(&metadata) => {
                let why = NotOurs::Anothers;
                return StoreError::Refused { path, why };
            }
            _ => {}
        }
    }
    StoreError::io(doing, path, error)
}

/// Takes away what stands in the place of a file of ours, for example what `sudo` left behind: only in this user's own
/// folder, and never a plain file of this user, nor a folder. Answers whether it did.
pub(super) fn clear_the_way(path: &Path) -> bool {
    let Ok(in_the_way) = path.symlink_metadata() else {
        return false;
    };
    let is_usable = in_the_way.is_file() && is_ours(&in_the_way);
    let folder = path.parent().and_then(|folder| folder.metadata().ok());
    !is_usable
        && !in_the_way.is_dir()
        && folder.is_some_and(|folder| is_ours(&folder))
        && fs::remove_file(path).is_ok()
}

/// Whether a file or folder belongs to the user that this process runs as.
#[cfg(unix)]
pub(super) fn is_ours(metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(metadata) == rustix::process::geteuid().as_raw()
}

/// Windows: the folder is the user's own.
#[cfg(not(unix))]
pub(super) fn is_ours(_: &fs::Metadata) -> bool {
    true
}

/// Answers whether the file is ours; closes it to others if it is.
#[cfg(unix)]
pub(super) fn make_private(path: &Path, file: &File, metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    if !is_ours(metadata) {
        return false;
    }
    if metadata.mode() & 0o077 != 0 {
        let path = path.display();
        // On a FAT disk there are no permissions to repair, and the token is still this user's.
        match file.set_permissions(fs::Permissions::from_mode(0o600)) {
            Ok(()) => tracing::warn!("others could open {path}: it is private again"),
            Err(error) => tracing::warn!("others can open {path}, and that stays so: {error}"),
        }
    }
    true
}

/// Windows: the folder is the user's own, and its access list is inherited.
#[cfg(not(unix))]
pub(super) fn make_private(_: &Path, _: &File, _: &fs::Metadata) -> bool {
    true
}

/// A folder that exists keeps its mode: it may be systemd's `$STATE_DIRECTORY`, and the files are private anyway.
#[cfg(unix)]
pub(super) fn make_private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;

    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
pub(super) fn make_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Without this a power cut may forget the new name although the file's content is safe.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
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
        // Only root can give a file away; to everybody else root's are another user's.
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
