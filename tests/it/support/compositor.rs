//! A Wayland session: weston, on nothing at all or in the window of an X display.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::{Display, Running, SOON, wait_for};

/// What a session looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shell {
    /// A desktop with a panel, which a fullscreen window covers.
    Desktop,
    /// One window and nothing else.
    Kiosk,
}

pub(crate) struct Compositor {
    folder: TempDir,
    _process: Running,
}

impl Compositor {
    /// A session without any screen or input device.
    pub(crate) fn headless(shell: Shell, pixels: (u32, u32)) -> Self {
        let mut command = Command::new("weston");
        command.arg("--backend=headless-backend.so");
        Self::start(command, shell, pixels)
    }

    /// A session on an X display, whose keys it takes.
    pub(crate) fn on(display: &Display, shell: Shell, pixels: (u32, u32)) -> Self {
        let mut command = display.tool("weston");
        command.args(["--backend=x11-backend.so", "--use-pixman"]);
        Self::start(command, shell, pixels)
    }

    fn start(mut command: Command, shell: Shell, (width, height): (u32, u32)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let shell = match shell {
            Shell::Desktop => "desktop-shell.so",
            Shell::Kiosk => "kiosk-shell.so",
        };
        let child = command
            .args(["--no-config", "--idle-time=0", "--socket=wayland"])
            .arg(format!("--shell={shell}"))
            .arg(format!("--width={width}"))
            .arg(format!("--height={height}"))
            .env("XDG_RUNTIME_DIR", folder.path())
            .env("HOME", folder.path())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("weston is installed");
        let compositor = Self {
            folder,
            _process: Running(child),
        };
        wait_for("compositor", SOON, || {
            compositor.socket().exists().then_some(())
        });
        compositor
    }

    /// What programs connect to.
    pub(crate) fn socket(&self) -> PathBuf {
        self.folder.path().join("wayland")
    }
}
