//! The thread: it sleeps until a device is pressed, comes or goes, or a held direction repeats.

use std::collections::BTreeMap;
use std::io;
use std::os::fd::{AsFd as _, BorrowedFd};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::folder::Folder;
use super::node::Node;
use super::{DeviceFolders, Scope};
use crate::input::Remote;
use crate::system::clock;

/// A stick that trembles in its place reports hundreds of times a second, and no person presses so fast: events are read
/// together.
const TOGETHER: Duration = Duration::from_millis(8);

/// All devices that matter.
struct DeviceWatcher {
    folders: DeviceFolders,
    scope: Scope,
    remote: Remote,
    folder: Folder,
    nodes: BTreeMap<String, Node>,
}

/// Reads until the other end of `end` is closed.
pub(super) fn run(
    folders: DeviceFolders,
    scope: Scope,
    remote: Remote,
    end: &io::PipeReader,
) -> io::Result<()> {
    let mut watcher = DeviceWatcher {
        folder: Folder::watch(&folders.nodes)?,
        folders,
        scope,
        remote,
        nodes: BTreeMap::new(),
    };
    watcher.update();
    loop {
        let deadline = watcher.nodes.values().filter_map(Node::deadline).min();
        let left = deadline.map(|deadline| deadline.saturating_duration_since(clock::now()));
        let mut fds = vec![readable(end.as_fd()), readable(watcher.folder.fd())];
        fds.extend(watcher.nodes.values().filter_map(Node::fd).map(readable));
        wait(&mut fds, left)?;
        let [ended, changed] = [0, 1].map(|index| !fds[index].revents().is_empty());
        if ended {
            return Ok(());
        }
        // First what came and went: a name may belong to another device now.
        if changed {
            watcher.update();
        }
        watcher.read();
        if wait(&mut [readable(end.as_fd())], Some(TOGETHER))? {
            return Ok(());
        }
    }
}

impl DeviceWatcher {
    /// Closes what went, opens what came, and tries again what could not be opened.
    fn update(&mut self) {
        let names = self.folder.names();
        // The old ones go first: what they hold down is released.
        self.nodes
            .retain(|name, node| names.contains(name) && node.is_current());
        for name in names {
            if !self.nodes.contains_key(&name)
                && let Some(node) = Node::find(&name, &self.folders, self.scope, &self.remote)
            {
                self.nodes.insert(name, node);
            }
        }
        self.publish();
    }

    fn read(&mut self) {
        let before = self.nodes.len();
        self.nodes.retain(|name, node| {
            node.read(&self.remote)
                .inspect_err(|error| tracing::debug!(name, %error, "input device gone"))
                .is_ok()
        });
        if self.nodes.len() < before {
            self.publish();
        }
    }

    fn publish(&self) {
        let devices = self.nodes.values().map(|node| node.device.clone());
        self.remote.set_devices(devices.collect());
    }
}

fn readable(fd: BorrowedFd<'_>) -> PollFd<'_> {
    PollFd::from_borrowed_fd(fd, PollFlags::IN)
}

/// Waits for any of them; `false` when the time is up first, or a signal came.
fn wait(fds: &mut [PollFd<'_>], left: Option<Duration>) -> io::Result<bool> {
    let left = left.and_then(|left| Timespec::try_from(left).ok());
    match poll(fds, left.as_ref()) {
        Ok(ready) => Ok(ready > 0),
        Err(Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
