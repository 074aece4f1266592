//! A general OAuth server that is not the project's own, as a child.

use std::process::{Command, Stdio};
use std::time::Duration;

use url::Url;

use super::{Page, PlainBrowser, Running, start_server};

/// Node takes its time on a busy machine.
const BOOT: Duration = Duration::from_mins(1);

pub(crate) struct Oidc {
    pub(crate) url: Url,
    _process: Running,
}

impl Oidc {
    pub(crate) fn start() -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oidc/server.js");
        let mut command = Command::new("node");
        command.arg(script).stderr(Stdio::null());
        let (process, url) = start_server(&mut command, BOOT);
        Self {
            url: Url::parse(&url).unwrap(),
            _process: process,
        }
    }

    pub(crate) fn at(&self, path: &str) -> Url {
        self.url.join(path).unwrap()
    }

    /// Its issuer identifier.
    pub(crate) fn issuer(&self) -> &str {
        self.url.as_str().trim_end_matches('/')
    }

    /// Signs in as a person does, from the page that asks for a name to the end.
    pub(crate) fn sign_in(page: &Page, browser: &mut PlainBrowser) -> Page {
        let filled = [("login", "ann"), ("password", "any")];
        let question = browser.send(page, 0, &filled);
        browser.send(&question, 0, &[])
    }
}
