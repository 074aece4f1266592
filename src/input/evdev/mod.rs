//! Remotes and gamepads past the window, read from the kernel (Linux only).
//!
//! The X server carries no code from 248 on, which is where the OK of most remotes is; and no window system carries
//! gamepads. So under X exactly those codes are read here, and gamepads everywhere. What reaches the window is not
//! read, so nothing arrives twice. Devices are only read, never grabbed.
//!
//! Reading order: `description` (what a device is), `decoder` (what its reports mean; `pad`, `stick`, `keys`), `node`
//! (one device; `sysfs`), `folder` (what comes and goes), `listener` (the thread).

mod codes;
mod decoder;
mod description;
mod folder;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
mod keys;
mod listener;
mod node;
mod pad;
mod stick;
mod sysfs;
#[cfg(test)]
mod tests;

use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::time::Duration;
use std::{io, thread};

use rustix::event::{EventfdFlags, eventfd};

pub use decoder::{Decoder, DeviceState, RawEvent};
pub use description::{Axis, Description, DeviceKind};
use listener::DeviceWatcher;

use super::Remote;

/// Which devices are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Remotes, for what an X server cannot carry. Not under Wayland, which carries everything.
    pub remotes: bool,
    /// Gamepads.
    pub gamepads: bool,
}

impl Scope {
    fn covers(self, kind: DeviceKind) -> bool {
        match kind {
            DeviceKind::Remote => self.remotes,
            DeviceKind::Gamepad => self.gamepads,
        }
    }
}

/// Where the devices are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceFolders {
    /// The folder of their nodes, which may not exist yet.
    pub nodes: PathBuf,
    /// The folder of their descriptions.
    pub descriptions: PathBuf,
}

impl Default for DeviceFolders {
    /// Where Linux has them.
    fn default() -> Self {
        Self {
            nodes: "/dev/input".into(),
            descriptions: "/sys/class/input".into(),
        }
    }
}

/// Reads devices into the household's remote, until it is dropped.
pub struct Reader {
    /// Tells the thread to end; `None` when there is none.
    end: Option<Arc<OwnedFd>>,
    ended: mpsc::Receiver<()>,
}

/// The thread ends at once, unless a driver hangs; nobody waits for that.
const FAREWELL: Duration = Duration::from_secs(1);

impl Reader {
    /// Starts reading what this computer has. Trouble is logged and no more: the window's keys work all the same.
    #[must_use]
    pub fn start(remote: Remote, scope: Scope) -> Self {
        Self::start_at(DeviceFolders::default(), remote, scope)
    }

    /// The same for devices that are elsewhere.
    #[must_use]
    pub fn start_at(places: DeviceFolders, remote: Remote, scope: Scope) -> Self {
        let (ending, ended) = mpsc::channel();
        if !scope.remotes && !scope.gamepads {
            return Self { end: None, ended };
        }
        let end = listen(places, remote, scope, ending).inspect_err(|error| {
            tracing::debug!(%error, "input devices are not read");
        });
        Self {
            end: end.ok(),
            ended,
        }
    }
}

/// Starts the thread, and returns what ends it.
fn listen(
    places: DeviceFolders,
    remote: Remote,
    scope: Scope,
    ending: mpsc::Sender<()>,
) -> io::Result<Arc<OwnedFd>> {
    let end = Arc::new(eventfd(0, EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK)?);
    let mut listener = DeviceWatcher::new(places, scope, remote.clone(), end.clone())?;
    thread::Builder::new()
        .name("remotes".to_owned())
        .spawn(move || {
            if let Err(error) = listener.run() {
                tracing::debug!(%error, "input devices are not read any more");
            }
            drop(listener);
            remote.set_devices(Vec::new());
            drop(ending);
        })?;
    Ok(end)
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(end) = &self.end else { return };
        // An eventfd takes eight bytes, a number to add.
        match rustix::io::write(end, &1_u64.to_ne_bytes()) {
            Ok(_) => {
                let _ = self.ended.recv_timeout(FAREWELL);
            }
            Err(error) => {
                tracing::debug!(%error, "input devices are read until the program ends");
            }
        }
    }
}
