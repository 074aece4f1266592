//! A general OAuth server that is not the project's own, as a child.

use std::process::{Command, Stdio};
use std::time::Duration;

use url::Url;

use super::{Lines, Page, PlainBrowser, Running};

/// Node takes its time on a busy machine.
const BOOT: Duration = Duration::from_mins(1);

pub(crate) struct Oidc {
    pub(crate) url: Url,
    _process: Running,
}

impl Oidc {
    pub(crate) fn start() -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oidc/server.js");
        let mut child = Command::new("node")
            .arg(script)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node is installed");
        let said = Lines::of(child.stdout.take().unwrap());
        let process = Running(child);
        let place = said.wait_for(0, "listening on ", BOOT);
        let url = said.all()[place].replace("listening on ", "");
        Self {
            url: Url::parse(&url).unwrap(),
            _process: process,
        }
    }

    pub(crate) fn at(&self, path: &str) -> Url {
        self.url.join(path).unwrap()
    }

    /// Who it says that it is.
    pub(crate) fn issuer(&self) -> &str {
        self.url.as_str().trim_end_matches('/')
    }

    /// Plays the person from a page that asks who they are to the end.
    pub(crate) fn sign_in(page: &Page, browser: &mut PlainBrowser) -> Page {
        let filled = [("login", "ann"), ("password", "any")];
        let question = browser.send(page, 0, &filled);
        browser.send(&question, 0, &[])
    }
}
