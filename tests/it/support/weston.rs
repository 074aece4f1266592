//! A Wayland session without a screen.

use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::{Running, SOON, wait_for};

pub(crate) struct Weston {
    socket: String,
    _process: Running,
    _folder: TempDir,
}

impl Weston {
    pub(crate) fn headless() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let child = Command::new("weston")
            // A renderer that draws nothing gives no picture back, and the window would wait for one.
            .args(["--backend=headless-backend.so", "--use-pixman"])
            // Not the kiosk's shell, which shows nothing as long as there is no keyboard or pointer.
            .args(["--no-config", "--idle-time=0", "--socket=wayland"])
            .env("XDG_RUNTIME_DIR", folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("weston is installed");
        let process = Running(child);
        let socket = folder.path().join("wayland");
        wait_for("compositor", SOON, || socket.exists().then_some(()));
        Self {
            socket: socket.to_str().unwrap().to_owned(),
            _process: process,
            _folder: folder,
        }
    }

    /// What programs connect to.
    pub(crate) fn socket(&self) -> &str {
        &self.socket
    }
}
