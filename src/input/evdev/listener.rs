//! The thread: it sleeps until a device is pressed, comes or goes, or a held direction goes on.

use std::collections::BTreeMap;
use std::io;
use std::os::fd::{AsFd as _, BorrowedFd, OwnedFd};
use std::sync::Arc;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::folder::{Change, Folder};
use super::node::Node;
use super::{DeviceFolders, Scope};
use crate::input::Remote;
use crate::system::clock;

/// A stick that trembles in its place reports hundreds of times a second. Nobody presses so fast: reports are
/// read together.
const TOGETHER: Duration = Duration::from_millis(8);

/// All devices that matter.
pub(super) struct DeviceWatcher {
    places: DeviceFolders,
    scope: Scope,
    remote: Remote,
    folder: Folder,
    nodes: BTreeMap<String, Node>,
    /// Becomes readable when it is time to end.
    end: Arc<OwnedFd>,
}

/// Why the thread woke.
#[derive(Default)]
struct Woken {
    ended: bool,
    folder: bool,
    nodes: Vec<String>,
}

impl DeviceWatcher {
    pub(super) fn new(
        places: DeviceFolders,
        scope: Scope,
        remote: Remote,
        end: Arc<OwnedFd>,
    ) -> io::Result<Self> {
        let folder = Folder::watch(&places.nodes)?;
        let nodes = BTreeMap::new();
        Ok(Self {
            places,
            scope,
            remote,
            folder,
            nodes,
            end,
        })
    }

    /// Listens until the end.
    pub(super) fn run(&mut self) -> io::Result<()> {
        self.look_at_all();
        loop {
            let woken = self.sleep()?;
            if woken.ended {
                return Ok(());
            }
            // First what came and went: a name may belong to another device now.
            if woken.folder {
                self.notice();
            }
            for name in &woken.nodes {
                self.read(name);
            }
            let now = clock::now();
            for node in self.nodes.values_mut() {
                node.repeat(now, &self.remote);
            }
            if !woken.nodes.is_empty() && wait(&mut [readable(self.end.as_fd())], Some(TOGETHER))? {
                return Ok(());
            }
        }
    }

    /// Sleeps until there is something to do.
    fn sleep(&self) -> io::Result<Woken> {
        let deadline = self.nodes.values().filter_map(Node::deadline).min();
        let open: Vec<(&String, BorrowedFd<'_>)> = self
            .nodes
            .iter()
            .filter_map(|(name, node)| Some((name, node.fd()?)))
            .collect();
        let mut fds = vec![readable(self.end.as_fd()), readable(self.folder.fd())];
        fds.extend(open.iter().map(|(_, fd)| readable(*fd)));
        let left = deadline.map(|deadline| deadline.saturating_duration_since(clock::now()));
        if !wait(&mut fds, left)? {
            return Ok(Woken::default());
        }
        // A device that is gone has an error to read.
        let woken: Vec<bool> = fds.iter().map(|fd| !fd.revents().is_empty()).collect();
        let pressed = open.iter().zip(&woken[2..]).filter(|(_, woken)| **woken);
        Ok(Woken {
            ended: woken[0],
            folder: woken[1],
            nodes: pressed.map(|((name, _), _)| (*name).clone()).collect(),
        })
    }

    fn notice(&mut self) {
        let changes = self.folder.changes();
        if changes.all {
            self.look_at_all();
            return;
        }
        for (name, change) in changes.names {
            let heard = self.nodes.get(&name).is_some_and(Node::is_heard);
            if change == Change::Replaced || !heard {
                self.look_at(name);
            }
        }
        self.publish();
    }

    fn look_at_all(&mut self) {
        self.nodes.clear();
        for name in self.folder.names() {
            self.look_at(name);
        }
        self.publish();
    }

    fn look_at(&mut self, name: String) {
        // The old one goes first: what it holds down is let go.
        self.nodes.remove(&name);
        if let Some(node) = Node::look(&name, &self.places, self.scope, &self.remote) {
            self.nodes.insert(name, node);
        }
    }

    fn read(&mut self, name: &str) {
        let Some(node) = self.nodes.get_mut(name) else {
            return;
        };
        if let Err(error) = node.read(&self.remote) {
            tracing::debug!(name, %error, "input device gone");
            self.nodes.remove(name);
            self.publish();
        }
    }

    /// Tells what is plugged in.
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
