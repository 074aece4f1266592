//! A session bus of its own, and a desktop's screen saver on it that notes what it is asked.

use std::os::unix::net::UnixListener;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;
use zbus::blocking::{Connection, connection};

use super::{Lines, Running, SOON, wait_for};

pub(crate) struct Bus {
    pub(crate) address: String,
    _daemon: Option<Running>,
    _deaf: Option<UnixListener>,
    _folder: TempDir,
}

impl Bus {
    /// A bus without clients.
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("unix:path={}/bus", folder.path().display());
        let mut child = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address"])
            .arg(format!("--address={address}"))
            // What it starts keeps to itself, too.
            .env("XDG_RUNTIME_DIR", folder.path())
            .env("HOME", folder.path())
            .env_remove("DISPLAY")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed");
        let said = Lines::of(child.stdout.take().unwrap());
        let daemon = Running(child);
        said.wait_for(0, "unix:", SOON);
        Self {
            address,
            _daemon: Some(daemon),
            _deaf: None,
            _folder: folder,
        }
    }

    /// A bus that takes connections and never says a word.
    pub(crate) fn deaf() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("bus");
        Self {
            address: format!("unix:path={}", socket.display()),
            _daemon: None,
            _deaf: Some(UnixListener::bind(socket).unwrap()),
            _folder: folder,
        }
    }
}

/// A desktop's screen saver.
pub(crate) struct ScreenSaver {
    asked: Arc<Mutex<Vec<String>>>,
    _connection: Connection,
}

impl ScreenSaver {
    pub(crate) fn on(bus: &Bus) -> Self {
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let reader = FakeScreenSaver(Arc::clone(&asked));
        let connection = connection::Builder::address(bus.address.as_str())
            .and_then(|bus| bus.name("org.freedesktop.ScreenSaver"))
            .and_then(|bus| bus.serve_at("/org/freedesktop/ScreenSaver", reader))
            .and_then(connection::Builder::build)
            .unwrap();
        Self {
            asked,
            _connection: connection,
        }
    }

    /// What it was asked so far, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// Waits until it was asked exactly this.
    pub(crate) fn wait_for(&self, asked: &[&str], bound: Duration) {
        wait_for(&format!("{asked:?}"), bound, || {
            (self.asked() == asked).then_some(())
        });
    }
}

struct FakeScreenSaver(Arc<Mutex<Vec<String>>>);

impl FakeScreenSaver {
    fn note(&self, asked: String) -> usize {
        let mut all = self.0.lock().unwrap();
        all.push(asked);
        all.len()
    }
}

#[zbus::interface(name = "org.freedesktop.ScreenSaver")]
impl FakeScreenSaver {
    fn inhibit(&self, program: &str, reason: &str) -> u32 {
        assert!(!reason.is_empty());
        // Each cookie is another one.
        let cookie = 70 + self.0.lock().unwrap().len();
        self.note(format!("{program} inhibits: {cookie}"));
        u32::try_from(cookie).unwrap()
    }

    fn un_inhibit(&self, cookie: u32) {
        self.note(format!("lets go: {cookie}"));
    }

    fn simulate_user_activity(&self) {
        self.note("activity".to_owned());
    }
}
