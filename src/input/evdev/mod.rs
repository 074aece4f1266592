//! Remotes and gamepads that are read from the kernel (Linux only).
//!
//! The X server carries no code from 248 on, which is where the OK of most remotes is; and no window system carries
//! gamepads. So under X exactly those codes are read here, and gamepads everywhere. What reaches the window is not
//! read, so nothing arrives twice. Devices are only read, never grabbed.
//!
//! Reading order: `description` (what a device is; `sysfs`), `decoder` (what its events mean), `node`
//! (one device), `folder` (which devices there are), `watcher` (the thread).

mod decoder;
mod description;
mod folder;
mod node;
mod sysfs;
#[cfg(test)]
mod tests;
mod watcher;

use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;
use std::{io, thread};

pub use ::evdev::InputEvent;
pub use decoder::Decoder;
pub use description::DeviceKind;

use super::Remote;

/// Which devices are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Remotes, for what an X server cannot carry. Not under Wayland, which carries everything.
    pub remotes: bool,
    /// Gamepads.
    pub gamepads: bool,
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

/// Reads devices on a thread of its own, until it is dropped.
pub struct Reader {
    /// The thread ends when this is closed; `None` when there is no thread.
    running: Option<io::PipeWriter>,
    ended: mpsc::Receiver<()>,
}

/// How long dropping a [`Reader`] waits for its thread, which ends at once unless a driver hangs.
const LONGEST_END: Duration = Duration::from_secs(1);

impl Reader {
    /// Starts reading. An error is logged and no more: the window's keys work all the same.
    #[must_use]
    pub fn start(folders: DeviceFolders, remote: Remote, scope: Scope) -> Self {
        let (ending, ended) = mpsc::channel();
        let run = move |end| {
            if let Err(error) = watcher::run(folders, scope, remote.clone(), &end) {
                tracing::debug!(%error, "input devices are not read any more");
            }
            remote.set_devices(Vec::new());
            drop(ending);
        };
        if !scope.remotes && !scope.gamepads {
            let running = None;
            return Self { running, ended };
        }
        let started = io::pipe().and_then(|(end, running)| {
            let thread = thread::Builder::new().name("remotes".to_owned());
            thread.spawn(move || run(end))?;
            Ok(running)
        });
        let log = |error: &io::Error| tracing::debug!(%error, "input devices are not read");
        Self {
            running: started.inspect_err(log).ok(),
            ended,
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if self.running.take().is_some() {
            // Nothing is ever sent: the thread drops its end.
            let _ = self.ended.recv_timeout(LONGEST_END);
        }
    }
}
