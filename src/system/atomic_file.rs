//! How every file is written: whole or not at all, also when the power fails, and readable only for its owner until the
//! caller says otherwise.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// How the names of half-written files begin; the name of the file to be follows.
pub(crate) const HALF_WRITTEN: &str = ".couchpin-";

/// Writes a new file of mode 0600 beside the old one, syncs it, renames it over the old one, and syncs the folder.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_in_any_folder(path, bytes, None)?;
    sync_folder_of(path)
}

/// The same in a folder that may not be synced, as on some network mounts: a power cut may bring the old file back.
/// Where `permissions` are given, the file gets those before the rename.
pub(crate) fn replace_in_any_folder(
    path: &Path,
    bytes: &[u8],
    permissions: Option<Permissions>,
) -> io::Result<()> {
    let new = half_written(path, bytes, permissions)?;
    new.as_file().sync_all()?;
    persist(new, path)
}

/// The same for a hint that may be lost in a power cut: nothing is synced, which may take long.
pub(crate) fn replace_hint(path: &Path, bytes: &[u8]) -> io::Result<()> {
    persist(half_written(path, bytes, None)?, path)
}

fn half_written(
    path: &Path,
    bytes: &[u8],
    permissions: Option<Permissions>,
) -> io::Result<NamedTempFile> {
    let name = path.file_name().ok_or(ErrorKind::InvalidInput)?;
    // O_EXCL and 0600 are tempfile's own; the leading dot hides what is left of a process that was cut off.
    let mut new = tempfile::Builder::new()
        .prefix(&format!("{HALF_WRITTEN}{}-", name.to_string_lossy()))
        .tempfile_in(folder_of(path))?;
    #[cfg(windows)]
    if permissions.is_none() {
        super::access_list::try_to_make_private(new.path());
    }
    new.write_all(bytes)?;
    if let Some(permissions) = permissions {
        new.as_file().set_permissions(permissions)?;
    }
    Ok(new)
}

#[cfg(unix)]
fn persist(new: NamedTempFile, path: &Path) -> io::Result<()> {
    new.persist(path)?;
    Ok(())
}

/// The same by a rename of the system's newer kind: the older one is refused while another process has the old file open.
#[cfg(windows)]
fn persist(new: NamedTempFile, path: &Path) -> io::Result<()> {
    let new = new.into_temp_path().keep()?;
    rename_with_retries(&new, path).inspect_err(|_| {
        // What is left is swept away later.
        let _ = fs::remove_file(&new);
    })
}

/// Virus scanners open files that were just changed, and hold them for some milliseconds.
#[cfg(windows)]
fn rename_with_retries(from: &Path, to: &Path) -> io::Result<()> {
    use std::time::Duration;

    const ERROR_SHARING_VIOLATION: i32 = 32;
    for wait in [20, 40, 80, 160].map(Duration::from_millis) {
        match fs::rename(from, to) {
            Err(error)
                if error.kind() == ErrorKind::PermissionDenied
                    || error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) =>
            {
                std::thread::sleep(wait);
            }
            done => return done,
        }
    }
    fs::rename(from, to)
}

#[cfg(unix)]
use fs::rename as rename_with_retries;

/// Gives a file that is written and synced the name of another one, which it replaces.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    rename_with_retries(from, to)?;
    sync_folder_of(to)
}

/// Removes a file.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)?;
    sync_folder_of(path)
}

/// Syncs the folder that a file is in: without that a power cut may forget a new name although the content is safe.
pub(crate) fn sync_folder_of(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        fs::File::open(folder_of(path))?.sync_all()?;
    }
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|path| !path.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
