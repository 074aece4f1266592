//! Televisions of 1920×1080 on virtual displays.

use std::io::{self, Read as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::process::Running;

pub(crate) struct Television {
    _server: Running,
    folder: TempDir,
    name: (&'static str, PathBuf),
}

impl Television {
    /// An X server without a window manager.
    pub(crate) fn x11() -> io::Result<Self> {
        let mut xvfb = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1080x24"])
            .args(["-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut stdout = xvfb.stdout.take().unwrap();
        let server = Running(xvfb);
        let (mut number, mut byte) = (String::from(":"), [0]);
        while stdout.read(&mut byte)? == 1 && byte[0] != b'\n' {
            number.push(char::from(byte[0]));
        }
        Ok(Self {
            _server: server,
            folder: tempfile::tempdir()?,
            name: ("DISPLAY", number.into()),
        })
    }

    /// A Wayland session without a screen.
    pub(crate) fn wayland() -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let socket = folder.path().join("wayland");
        let weston = Command::new("weston")
            .args(["--backend=headless-backend.so", "--socket=wayland"])
            .args(["--width=1920", "--height=1080"])
            .args(["--no-config", "--idle-time=0"])
            .env("XDG_RUNTIME_DIR", folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let server = Running(weston);
        for _ in 0..200 {
            if socket.exists() {
                return Ok(Self {
                    _server: server,
                    folder,
                    name: ("WAYLAND_DISPLAY", socket),
                });
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(io::ErrorKind::TimedOut.into())
    }

    /// What a program needs to show itself there.
    pub(crate) fn environment(&self) -> [(&'static str, PathBuf); 2] {
        let folder = self.folder.path().to_owned();
        [self.name.clone(), ("XDG_RUNTIME_DIR", folder)]
    }
}
