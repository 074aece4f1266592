//! A folder that is watched for what comes and goes in it, even while it does not exist itself.
//!
//! A computer without any input device may have no `/dev/input`. Then the nearest folder above it is watched until
//! it is there. Permissions come after a node, so they are watched too.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
use rustix::io::Errno;

/// What happened to a name; the last word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Another device has the name now, or none.
    Replaced,
    /// Its permissions changed.
    Touched,
}

/// What happened since the last look.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Anything may have happened: look at everything.
    pub(super) all: bool,
    pub(super) names: BTreeMap<String, Change>,
}

/// A watched folder.
pub(super) struct Folder {
    path: PathBuf,
    inotify: OwnedFd,
    /// The folder, or the nearest one above it that exists, with its watch.
    watched: Option<(PathBuf, i32)>,
}

impl Folder {
    pub(super) fn watch(path: &Path) -> io::Result<Self> {
        let mut folder = Self {
            path: path.to_owned(),
            inotify: inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?,
            watched: None,
        };
        folder.follow();
        Ok(folder)
    }

    /// What becomes readable when something happens.
    pub(super) fn fd(&self) -> BorrowedFd<'_> {
        self.inotify.as_fd()
    }

    /// The names of the devices in it now.
    pub(super) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        entries
            .filter_map(|entry| device_name(&entry.file_name()))
            .collect()
    }

    /// What happened since the last call. Never blocks.
    pub(super) fn changes(&mut self) -> Changes {
        let mut changes = Changes::default();
        let (mut moved, mut above) = (false, false);
        let itself = self.watch_of_itself();
        let watch = self.watched.as_ref().map(|(_, watch)| *watch);
        let mut lost = false;
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut reader = inotify::Reader::new(&self.inotify, &mut buffer);
        loop {
            let event = match reader.next() {
                Ok(event) => event,
                Err(Errno::INTR) => continue,
                Err(_) => break,
            };
            let what = event.events();
            // Another folder may have the same name by now: the old watch does not see into it.
            let goes = ReadFlags::DELETE_SELF | ReadFlags::MOVE_SELF | ReadFlags::IGNORED;
            lost |= Some(event.wd()) == watch && what.intersects(goes);
            if what.contains(ReadFlags::QUEUE_OVERFLOW) {
                changes.all = true;
                above = true;
            } else if Some(event.wd()) != itself {
                above = true;
            } else if what.intersects(goes) {
                moved = true;
            } else if let Some(name) = event
                .file_name()
                .and_then(|name| device_name(OsStr::from_bytes(name.to_bytes())))
            {
                let only_touched = what.contains(ReadFlags::ATTRIB);
                let before = changes.names.get(&name).copied();
                let change = match before {
                    Some(Change::Replaced) => Change::Replaced,
                    _ if only_touched => Change::Touched,
                    _ => Change::Replaced,
                };
                changes.names.insert(name, change);
            }
        }
        if lost {
            self.watched = None;
        }
        if moved || above {
            changes.all |= self.follow() || moved;
        }
        changes
    }

    fn watch_of_itself(&self) -> Option<i32> {
        let watched = self.watched.as_ref();
        watched
            .filter(|(path, _)| *path == self.path)
            .map(|(_, watch)| *watch)
    }

    /// Watches the folder if it is there, or else what is nearest; tells whether the folder has come into sight.
    fn follow(&mut self) -> bool {
        let was_in_sight = self.watch_of_itself().is_some();
        // Folders come and go while this looks, but not for long.
        for _ in 0..100 {
            let Some(nearest) = self.path.ancestors().find(|path| path.is_dir()) else {
                break;
            };
            if self
                .watched
                .as_ref()
                .is_some_and(|(path, _)| path == nearest)
            {
                break;
            }
            let mut what = WatchFlags::CREATE
                | WatchFlags::MOVED_TO
                | WatchFlags::DELETE_SELF
                | WatchFlags::MOVE_SELF
                | WatchFlags::ONLYDIR;
            if nearest == self.path {
                what |= WatchFlags::DELETE | WatchFlags::MOVED_FROM | WatchFlags::ATTRIB;
            }
            let watch = match inotify::add_watch(&self.inotify, nearest, what) {
                Ok(watch) => watch,
                Err(Errno::NOENT | Errno::NOTDIR) => continue,
                Err(error) => {
                    tracing::debug!(%error, "{} is not watched", nearest.display());
                    break;
                }
            };
            let before = self.watched.replace((nearest.to_owned(), watch));
            if let Some((_, before)) = before.filter(|(_, before)| *before != watch) {
                // It may be gone already.
                let _ = inotify::remove_watch(&self.inotify, before);
            }
        }
        !was_in_sight && self.watch_of_itself().is_some()
    }
}

/// The name, if devices have such names.
fn device_name(name: &OsStr) -> Option<String> {
    let name = name.to_str()?;
    let number = name.strip_prefix("event")?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(changes: &Changes) -> Vec<(&str, Change)> {
        let names = changes.names.iter();
        names
            .map(|(name, change)| (name.as_str(), *change))
            .collect()
    }

    #[test]
    fn what_comes_and_goes_and_is_allowed_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let mut watched = Folder::watch(folder.path()).unwrap();
        assert_eq!(watched.changes(), Changes::default());
        let node = folder.path().join("event3");
        fs::write(&node, "").unwrap();
        fs::write(folder.path().join("js0"), "").unwrap();
        fs::create_dir(folder.path().join("by-id")).unwrap();
        assert_eq!(names(&watched.changes()), [("event3", Change::Replaced)]);
        let shut: fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o0);
        fs::set_permissions(&node, shut).unwrap();
        assert_eq!(names(&watched.changes()), [("event3", Change::Touched)]);
        fs::rename(&node, folder.path().join("event4")).unwrap();
        let changes = watched.changes();
        assert_eq!(
            names(&changes),
            [("event3", Change::Replaced), ("event4", Change::Replaced)]
        );
        assert!(!changes.all);
        assert_eq!(watched.names(), ["event4"]);
    }

    #[test]
    fn a_folder_that_is_missing_is_noticed_when_it_comes() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("dev/input");
        let mut watched = Folder::watch(&path).unwrap();
        for _ in 0..2 {
            assert_eq!(watched.names(), [""; 0]);
            fs::create_dir(above.path().join("dev")).unwrap();
            assert!(!watched.changes().all);
            fs::create_dir(&path).unwrap();
            fs::write(path.join("event0"), "").unwrap();
            assert!(watched.changes().all);
            assert_eq!(watched.names(), ["event0"]);
            fs::remove_dir_all(above.path().join("dev")).unwrap();
            assert!(watched.changes().all, "it is gone");
        }
    }

    #[test]
    fn a_folder_that_is_replaced_at_once_is_watched_all_the_same() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("input");
        fs::create_dir(&path).unwrap();
        let mut watched = Folder::watch(&path).unwrap();
        fs::rename(&path, above.path().join("old")).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(watched.changes().all);
        fs::write(path.join("event0"), "").unwrap();
        let changes = watched.changes();
        assert_eq!(names(&changes), [("event0", Change::Replaced)]);
    }

    #[test]
    fn a_folder_above_that_is_replaced_at_once_is_watched_all_the_same() {
        let above = tempfile::tempdir().unwrap();
        let (dev, path) = (above.path().join("dev"), above.path().join("dev/input"));
        fs::create_dir(&dev).unwrap();
        let mut watched = Folder::watch(&path).unwrap();
        fs::remove_dir(&dev).unwrap();
        fs::create_dir(&dev).unwrap();
        assert!(!watched.changes().all);
        fs::create_dir(&path).unwrap();
        assert!(watched.changes().all);
    }

    #[test]
    fn only_devices_have_the_name_of_one() {
        for (name, is_one) in [
            ("event0", true),
            ("event12", true),
            ("event", false),
            ("eventx", false),
            ("mouse0", false),
            ("event1 ", false),
        ] {
            assert_eq!(device_name(OsStr::new(name)).is_some(), is_one, "{name}");
        }
    }
}
