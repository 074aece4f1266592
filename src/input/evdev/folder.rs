//! A folder that is watched for what comes and goes in it, even while it does not exist itself.
//!
//! A computer without any input device may have no `/dev/input`. Then the nearest folder above it is watched until
//! it is there. Permissions come after a node, so they are watched too.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::{fs, io};

use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
use rustix::io::Errno;

/// How often the nearest folder is looked for in a row, while folders come and go.
const TRIES: usize = 100;

/// A watched folder.
pub(super) struct Folder {
    path: PathBuf,
    inotify: OwnedFd,
    /// The watch of the folder, or of the nearest one above it that exists.
    watch: Option<i32>,
}

impl Folder {
    pub(super) fn watch(path: &Path) -> io::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            inotify: inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?,
            watch: None,
        })
    }

    /// Readable when something has happened since the last call of [`Folder::names`].
    pub(super) fn fd(&self) -> BorrowedFd<'_> {
        self.inotify.as_fd()
    }

    /// The names of the devices in it now. Never blocks.
    pub(super) fn names(&mut self) -> BTreeSet<String> {
        // What the events say is looked up below, for everything at once.
        while rustix::io::read(&self.inotify, &mut [0; 4096]).is_ok() {}
        self.watch_nearest();
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        entries
            .filter_map(|entry| device_name(&entry.file_name()))
            .collect()
    }

    /// Watches the folder that has the path now, or else the nearest one above it.
    fn watch_nearest(&mut self) {
        let nearest = || self.path.ancestors().find(|path| path.is_dir());
        // Folders come and go while this looks, but not for long.
        for _ in 0..TRIES {
            let Some(folder) = nearest() else { return };
            let mut what = WatchFlags::CREATE
                | WatchFlags::MOVED_TO
                | WatchFlags::DELETE_SELF
                | WatchFlags::MOVE_SELF
                | WatchFlags::ONLYDIR;
            if folder == self.path {
                what |= WatchFlags::DELETE | WatchFlags::MOVED_FROM | WatchFlags::ATTRIB;
            }
            let watch = match inotify::add_watch(&self.inotify, folder, what) {
                Ok(watch) => watch,
                Err(Errno::NOENT | Errno::NOTDIR) => continue,
                Err(error) => {
                    tracing::debug!(%error, "{} is not watched", folder.display());
                    return;
                }
            };
            let before = self.watch.replace(watch);
            if let Some(before) = before.filter(|before| *before != watch) {
                // It fails where that folder is gone, and its watch with it.
                let _ = inotify::remove_watch(&self.inotify, before);
            }
            if nearest() == Some(folder) {
                return;
            }
        }
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
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    use super::*;

    /// The devices that are in it, where something was noticed.
    fn noticed(watched: &mut Folder) -> Option<String> {
        let mut fds = [PollFd::new(&watched.inotify, PollFlags::IN)];
        let ready = poll(&mut fds, Some(&Timespec::default())).unwrap();
        (ready > 0).then(|| Vec::from_iter(watched.names()).join(" "))
    }

    /// Watches it, and has looked once.
    fn watch(path: &Path) -> Folder {
        let mut watched = Folder::watch(path).unwrap();
        assert_eq!(watched.names(), BTreeSet::new());
        watched
    }

    #[test]
    fn what_comes_and_goes_and_is_allowed_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let mut watched = watch(folder.path());
        assert_eq!(noticed(&mut watched), None);
        let node = folder.path().join("event3");
        fs::write(&node, "").unwrap();
        fs::write(folder.path().join("js0"), "").unwrap();
        fs::create_dir(folder.path().join("by-id")).unwrap();
        assert_eq!(noticed(&mut watched).as_deref(), Some("event3"));
        assert_eq!(noticed(&mut watched), None);
        let shut: fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o0);
        fs::set_permissions(&node, shut).unwrap();
        assert_eq!(noticed(&mut watched).as_deref(), Some("event3"));
        fs::rename(&node, folder.path().join("event4")).unwrap();
        assert_eq!(noticed(&mut watched).as_deref(), Some("event4"));
        fs::remove_file(folder.path().join("event4")).unwrap();
        assert_eq!(noticed(&mut watched).as_deref(), Some(""));
    }

    #[test]
    fn a_folder_that_is_missing_is_noticed_when_it_comes() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("dev/input");
        let mut watched = watch(&path);
        for _ in 0..2 {
            fs::create_dir(above.path().join("dev")).unwrap();
            assert_eq!(noticed(&mut watched).as_deref(), Some(""));
            fs::create_dir(&path).unwrap();
            fs::write(path.join("event0"), "").unwrap();
            assert_eq!(noticed(&mut watched).as_deref(), Some("event0"));
            fs::remove_dir_all(above.path().join("dev")).unwrap();
            assert_eq!(noticed(&mut watched).as_deref(), Some(""));
        }
    }

    #[test]
    fn a_folder_that_is_replaced_at_once_is_watched_all_the_same() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("input");
        fs::create_dir(&path).unwrap();
        let mut watched = watch(&path);
        fs::rename(&path, above.path().join("old")).unwrap();
        fs::create_dir(&path).unwrap();
        assert_eq!(noticed(&mut watched).as_deref(), Some(""));
        fs::write(path.join("event0"), "").unwrap();
        assert_eq!(noticed(&mut watched).as_deref(), Some("event0"));
    }

    #[test]
    fn a_folder_above_that_is_replaced_at_once_is_watched_all_the_same() {
        let above = tempfile::tempdir().unwrap();
        let (dev, path) = (above.path().join("dev"), above.path().join("dev/input"));
        fs::create_dir(&dev).unwrap();
        let mut watched = watch(&path);
        fs::remove_dir(&dev).unwrap();
        fs::create_dir(&dev).unwrap();
        assert_eq!(noticed(&mut watched).as_deref(), Some(""));
        fs::create_dir(&path).unwrap();
        fs::write(path.join("event0"), "").unwrap();
        assert_eq!(noticed(&mut watched).as_deref(), Some("event0"));
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
