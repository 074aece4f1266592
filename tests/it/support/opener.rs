//! The system's browser, as a script that only notes which page it was to open. It is found through PATH, which belongs
//! to a whole process; so a test that needs it runs once more in a process of its own.

use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};

use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

use url::Url;

use super::{Done, PlainBrowser, SOON, wait_for};

/// Tells the test where it is when it runs for the second time.
const VARIABLE: &str = "COUCHPIN_TEST_OPENER";

pub(crate) struct Opener {
    folder: PathBuf,
    log: Log,
}

/// Plays a test, which is named in full, where the system's browser is such a script.
pub(crate) fn with_a_browser(test: &str, play: impl FnOnce(&Opener)) {
    if let Some(folder) = std::env::var_os(VARIABLE) {
        let folder = PathBuf::from(folder);
        let log = Log::of_this_process();
        play(&Opener { folder, log });
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let script = format!(
        "#!/bin/sh\necho \"$1\" >>\"${VARIABLE}/pages\"\ntest ! -e \"${VARIABLE}/stays\" || sleep 5\n"
    );
    for name in ["xdg-open", "open"] {
        let file = folder.path().join(name);
        std::fs::write(&file, &script).unwrap();
        std::fs::set_permissions(&file, PermissionsExt::from_mode(0o700)).unwrap();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.path().to_owned()).chain(std::env::split_paths(&path));
    let mut again = Command::new(std::env::current_exe().unwrap());
    again
        .args([test, "--exact", "--include-ignored", "--nocapture"])
        .env("PATH", std::env::join_paths(folders).unwrap())
        // Without a display no browser is opened.
        .env("DISPLAY", ":nowhere")
        .env(VARIABLE, folder.path());
    let done = Done::within(again, 6 * SOON);
    let passed = done.out.contains("test result: ok. 1 passed");
    assert!(passed, "{test}:\n{}\n{}", done.out, done.err);
}

impl Opener {
    /// Waits for the address that was opened after so many others.
    pub(crate) fn address(&self, others: usize) -> Url {
        let page = wait_for("page in the browser", SOON, || {
            self.all().into_iter().nth(others)
        });
        Url::parse(&page).unwrap()
    }

    /// Plays the browser that was opened after so many others, up to the service's page, which it does not load.
    pub(crate) fn browser(&self, others: usize) -> (PlainBrowser, Url) {
        let address = self.address(others);
        // Every user of a computer can read this.
        assert!(address.path().starts_with("/go/") && address.query().is_none());
        let mut browser = PlainBrowser::default();
        let page = browser.open(&address).url;
        assert_ne!(page.origin(), address.origin(), "the browser is sent on");
        (browser, page)
    }

    /// From now on the program stays a while, as it does where it becomes the browser.
    pub(crate) fn stay(&self) {
        std::fs::write(self.folder.join("stays"), "").unwrap();
    }

    /// None of these is in the log, which is not empty.
    pub(crate) fn assert_not_logged(&self, secrets: &[&str]) {
        let log = self.log();
        assert!(log.contains("exchange"), "{log}");
        for secret in secrets {
            assert!(!secret.is_empty() && !log.contains(secret), "{log}");
        }
    }

    /// All that couchpin has logged.
    pub(crate) fn log(&self) -> String {
        let said = self.log.0.lock().unwrap();
        String::from_utf8(said.clone()).unwrap()
    }

    /// How many pages were opened.
    pub(crate) fn count(&self) -> usize {
        self.all().len()
    }

    fn all(&self) -> Vec<String> {
        let said = std::fs::read_to_string(self.folder.join("pages")).unwrap_or_default();
        let whole = said.split_inclusive('\n').filter(|one| one.ends_with('\n'));
        whole.map(|one| one.trim_end().to_owned()).collect()
    }
}

/// What couchpin logs, in full.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn of_this_process() -> Self {
        let log = Self::default();
        let writer = log.clone();
        let layer = tracing_subscriber::fmt::layer()
            .with_ansi(false)
            .with_writer(move || writer.clone());
        let own = Targets::new().with_target("couchpin", tracing::Level::TRACE);
        tracing_subscriber::registry().with(layer).with(own).init();
        log
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
