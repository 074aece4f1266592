//! A screen reader's view: the client of AT-SPI that Debian's screen readers use, as a child.

use std::io::Write as _;
use std::process::{ChildStdin, Command, Stdio};

use serde_json::Value;

use super::{Bus, Lines, Running, SOON, wait_for};

pub(crate) struct ScreenReader {
    told: Lines,
    orders: ChildStdin,
    _process: Running,
}

/// Something that a screen reader finds.
#[derive(Clone, Debug, serde::Deserialize)]
pub(crate) struct Found {
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) text: Option<String>,
    pub(crate) states: Vec<String>,
}

impl Found {
    pub(crate) fn is(&self, state: &str) -> bool {
        self.states.iter().any(|has| has == state)
    }
}

impl ScreenReader {
    /// Switches accessibility on in a session, and listens.
    pub(crate) fn on(bus: &Bus) -> Self {
        // Debian's own Python, for which its bindings are.
        let mut child = Command::new("/usr/bin/python3")
            .arg(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/tests/foreign/screen_reader.py"
            ))
            .env_clear()
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is installed");
        let reader = Self {
            told: Lines::of(child.stdout.take().unwrap()),
            orders: child.stdin.take().unwrap(),
            _process: Running(child),
        };
        reader.told.wait_for(0, "ready", SOON);
        reader
    }

    fn all(&self, kind: &str) -> Vec<Value> {
        let lines = self.told.all().into_iter();
        let told = lines.map(|line| serde_json::from_str::<Value>(&line).unwrap());
        told.filter_map(|told| told.get(kind).cloned()).collect()
    }

    fn texts(&self, kind: &str) -> Vec<String> {
        let texts = self.all(kind).into_iter();
        texts
            .map(|text| text.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// What has been said so far without being asked for, in order.
    pub(crate) fn said(&self) -> Vec<String> {
        self.texts("said")
    }

    /// Waits until something is said that begins like this, and returns it.
    pub(crate) fn wait_for(&self, beginning: &str) -> String {
        wait_for(beginning, SOON, || {
            let mut said = self.said().into_iter();
            said.find(|text| text.starts_with(beginning))
        })
    }

    /// Waits until the focus is on the control of this name.
    pub(crate) fn wait_for_focus(&self, name: &str) {
        wait_for(&format!("focus on {name}"), SOON, || {
            let focused = self.texts("focus");
            focused
                .last()
                .is_some_and(|last| last == name)
                .then_some(())
        });
    }

    /// Looks at everything that couchpin shows.
    pub(crate) fn look(&mut self) -> Vec<Found> {
        let so_far = self.all("tree").len();
        self.order("look");
        let tree = wait_for("tree", SOON, || self.all("tree").into_iter().nth(so_far));
        serde_json::from_value(tree).unwrap()
    }

    /// Moves the focus.
    pub(crate) fn go_to(&mut self, name: &str) {
        self.order(&format!("go {name}"));
    }

    fn order(&mut self, order: &str) {
        writeln!(self.orders, "{order}").unwrap();
    }
}
