//! How the settings file is read, and whether what it says can be relied on.
//!
//! A user that can write the file decides what it says. A file that another user can change is therefore refused where it runs
//! a program, holds a secret, or says where secrets are sent; anywhere else it is worth a warning.

use std::fs::Metadata;
use std::path::{Path, PathBuf};

use toml::Table;

use super::ConfigError;
use super::document;
use super::file::File;
use crate::auth::SystemError;
#[cfg(windows)]
use crate::system::access_list;
use crate::system::plain_file::{Links, PlainFile};

/// More than any honest file holds.
const LARGEST: u64 = 64 * 1024;

/// The settings of this computer, for all its users: each user's own go before them.
pub(super) fn system_file() -> Option<PathBuf> {
    if cfg!(windows) {
        let folder = std::env::var_os("PROGRAMDATA").filter(|folder| !folder.is_empty());
        return folder.map(|folder| Path::new(&folder).join("couchpin").join("config.toml"));
    }
    Some("/etc/couchpin/config.toml".into())
}

/// What a settings file holds.
pub(super) struct FileContents {
    pub(super) bytes: Vec<u8>,
    /// Who else can change it.
    pub(super) exposed: Option<Exposure>,
}

/// Who else can change the settings file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Exposure {
    /// Its owner, which is neither this user nor root.
    #[error("it belongs to another user: it must belong to you, or to root")]
    Owner,
    /// Other users whom its mode lets write.
    #[error("other users can write to it: end that with {END_WRITING}")]
    Mode,
}

/// What lets no other user write to a file, before its name.
pub const END_WRITING: &str = if cfg!(windows) {
    "icacls /inheritance:r /grant:r %USERNAME%:F"
} else {
    "chmod go-w"
};

/// The file, or `None` where there is none. Links are followed: a person may collect settings elsewhere.
pub(super) fn read(path: &Path) -> Result<Option<FileContents>, SystemError> {
    let file = match PlainFile::open(path, Links::Followed) {
        Ok(file) => file,
        Err(SystemError::Missing) => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(Some(FileContents {
        bytes: file.read(LARGEST)?.to_vec(),
        exposed: exposure(path, &file.metadata),
    }))
}

impl FileContents {
    /// What it says, if it can be relied on; see [`document::parse`].
    pub(super) fn parse(&self, path: &Path, known: Option<&[&str]>) -> Result<File, ConfigError> {
        let file = document::parse(&self.bytes, path, known)?;
        match (self.exposed, file.sensitive()) {
            (Some(how), Some(setting)) => Err(ConfigError::Exposed {
                path: path.to_owned(),
                setting,
                how,
            }),
            (Some(how), None) => {
                tracing::warn!("{}: {how}", path.display());
                Ok(file)
            }
            (None, _) => Ok(file),
        }
    }
}

/// A user's own settings, where there are any, over those of the computer.
pub(super) fn layered(
    own: Option<&FileContents>,
    own_path: &Path,
    system_path: Option<&Path>,
    known: &[&str],
) -> Result<File, ConfigError> {
    let own_file = own
        .map(|own| own.parse(own_path, Some(known)))
        .transpose()?;
    let own_file = own_file.unwrap_or_default();
    let system = match system_path.map(|path| (path, read(path))) {
        Some((path, Ok(Some(system)))) => (path, system),
        // One that this user may not read is not meant for them.
        Some((_, Ok(None) | Err(SystemError::NoPermission))) | None => return Ok(own_file),
        Some((path, Err(why))) => {
            return Err(ConfigError::Unreadable {
                path: path.to_owned(),
                named_by: None,
                why,
            });
        }
    };
    let (path, system) = system;
    let system_file = system.parse(path, Some(known))?;
    let table = |contents: &FileContents| toml::from_slice::<Table>(&contents.bytes);
    match (own.map(table).transpose(), table(&system)) {
        (Ok(own), Ok(system)) => document::merge(own.unwrap_or_default(), system, own_path),
        // Both have just been read.
        _ => Ok(system_file),
    }
}

#[cfg(unix)]
fn exposure(_: &Path, metadata: &Metadata) -> Option<Exposure> {
    use std::os::unix::fs::MetadataExt as _;

    let user = rustix::process::geteuid().as_raw();
    exposure_of(metadata.uid(), metadata.gid(), metadata.mode(), user)
}

/// Any user of Windows may make a folder beside those that keep the settings of all programs.
#[cfg(windows)]
fn exposure(path: &Path, _: &Metadata) -> Option<Exposure> {
    if !access_list::is_ours(path) {
        Some(Exposure::Owner)
    } else if access_list::is_writable_for_others(path) {
        Some(Exposure::Mode)
    } else {
        None
    }
}

/// Where each person has a group of their own, which has the person's number (Debian, Fedora), files are born writable
/// for that group. It has no other members, unless root let them in.
#[cfg(unix)]
fn exposure_of(owner: u32, group: u32, mode: u32, user: u32) -> Option<Exposure> {
    let any_user = mode & 0o002 != 0;
    let shared = mode & 0o020 != 0 && group != owner && group != user;
    if owner != 0 && owner != user {
        Some(Exposure::Owner)
    } else if any_user || shared {
        Some(Exposure::Mode)
    } else {
        None
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_user_root_and_the_users_own_group_may_write_the_settings() {
        const NINA: u32 = 1000;
        for (owner, group, mode, expected) in [
            (NINA, NINA, 0o644, None),
            (NINA, NINA, 0o600, None),
            (NINA, NINA, 0o664, None),
            (NINA, 100, 0o664, Some(Exposure::Mode)),
            (NINA, 100, 0o644, None),
            (NINA, NINA, 0o646, Some(Exposure::Mode)),
            (NINA, NINA, 0o666, Some(Exposure::Mode)),
            (0, 0, 0o644, None),
            (0, 0, 0o444, None),
            (0, 0, 0o664, None),
            (0, NINA, 0o664, None),
            (0, 100, 0o664, Some(Exposure::Mode)),
            (0, 0, 0o666, Some(Exposure::Mode)),
            (1001, NINA, 0o600, Some(Exposure::Owner)),
            (65534, 65534, 0o666, Some(Exposure::Owner)),
        ] {
            let found = exposure_of(owner, group, 0o100_000 | mode, NINA);
            assert_eq!(found, expected, "{owner}:{group} {mode:o}");
        }
        assert_eq!(exposure_of(NINA, NINA, 0o100_600, 0), Some(Exposure::Owner));
    }
}
