//! A Django site with django-oauth-toolkit, as a child.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use url::Url;

use super::{Page, PlainBrowser, Running, start_server};

/// Python reads many files on a busy machine.
const BOOT: Duration = Duration::from_mins(1);

pub(crate) struct Django {
    pub(crate) url: Url,
    _process: Running,
}

impl Django {
    pub(crate) fn start() -> Self {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/django"));
        let mut command = Command::new(folder.join(".venv/bin/python"));
        command.arg(folder.join("server.py"));
        let (process, url) = start_server(&mut command, BOOT);
        Self {
            url: Url::parse(&url).unwrap(),
            _process: process,
        }
    }

    /// Plays the person who opens the page that the device names, signs in, types the code, and presses a button:
    /// `accept` or `deny`.
    pub(crate) fn answer(page: &Url, code: &str, button: &str) -> Page {
        let browser = &mut PlainBrowser::default();
        let login = browser.open(page);
        let filled = [("username", "ann"), ("password", "any")];
        let ask = browser.send(&login, 0, &filled);
        let confirm = browser.send(&ask, 0, &[("user_code", code)]);
        assert!(confirm.body.contains("requests access"), "{confirm:?}");
        browser.send(&confirm, 0, &[("action", button)])
    }
}
