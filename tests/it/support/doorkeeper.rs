//! A real Doorkeeper in a Rails application of ours, set up as Shikimori's is, as a child.

use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use couchpin::auth::{AuthorizationCode, OUT_OF_BAND, Secret, Service, SignIn, Token};
use couchpin::services::provider::{Provider, Settings};
use serde_json::Value;
use url::Url;

use super::{Page, PlainBrowser, Running, http, start_server};

/// Rails takes its time on a busy machine.
const BOOT: Duration = Duration::from_mins(2);

pub(crate) struct Doorkeeper {
    pub(crate) url: Url,
    _process: Running,
    _folder: tempfile::TempDir,
}

impl Doorkeeper {
    pub(crate) fn start() -> Self {
        Self::redirecting_to(8765)
    }

    /// With the redirect address of this port registered.
    pub(crate) fn redirecting_to(port: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doorkeeper/app.rb");
        let mut command = Command::new("ruby");
        command.arg(app).arg(folder.path()).arg(port.to_string());
        let (process, url) = start_server(&mut command, BOOT);
        Self {
            url: Url::parse(&url).unwrap(),
            _process: process,
            _folder: folder,
        }
    }

    /// What the application knows of itself, with this secret.
    pub(crate) fn settings(&self, secret: &str) -> Settings {
        Settings {
            client_id: Some("living-room".into()),
            client_secret: Some(Secret::new(secret)),
            ..Settings::at(Service::shikimori(), &self.url)
        }
    }

    pub(crate) fn client(&self) -> Provider {
        Provider::new(self.settings("canary-secret")).unwrap()
    }

    /// The one registered port of this computer is for one test at a time.
    pub(crate) fn registered_port() -> MutexGuard<'static, ()> {
        static PORT: Mutex<()> = Mutex::new(());
        PORT.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Plays the person from the address on the television to the page after "Authorize".
    pub(crate) fn approve(sign_in: &SignIn, browser: &mut PlainBrowser) -> Page {
        Self::answer(&sign_in.address, 0, browser)
    }

    /// The same with "Authorize" (0) or "Deny" (1), from the bare address.
    pub(crate) fn answer(page: &Url, button: usize, browser: &mut PlainBrowser) -> Page {
        let entrance = browser.open(page);
        let question = browser.send(&entrance, 0, &[("nickname", "Ann")]);
        // A person who said yes before is not asked again while that token is valid.
        if question.url.path() != "/oauth/authorize" {
            return question;
        }
        assert!(question.body.contains("Couchpin"), "{question:?}");
        browser.send(&question, button, &[])
    }

    /// A code, and the sign-in that it is for.
    pub(crate) fn code(&self) -> (SignIn, AuthorizationCode) {
        let sign_in = now(self.client().begin(None, OUT_OF_BAND)).unwrap();
        let shown = Self::approve(&sign_in, &mut PlainBrowser::default());
        let code = AuthorizationCode::typed(shown.url.as_str()).unwrap();
        (sign_in, code)
    }

    /// A whole sign-in.
    pub(crate) fn token(&self) -> Token {
        let (sign_in, code) = self.code();
        now(self.client().exchange(&sign_in, &code)).unwrap()
    }

    fn control(&self, method: &str, what: &str, body: &str) -> Value {
        let url = format!("{}_control/{what}", self.url);
        let (status, answer) = http(method, &url, "text/plain", body);
        assert_eq!(status, 200, "{what}: {answer}");
        serde_json::from_str(&answer).unwrap()
    }

    /// Everything that was handed out becomes older.
    pub(crate) fn age(&self, by: Duration) {
        self.control("POST", "age", &by.as_secs().to_string());
    }

    /// The person ends access on the site.
    pub(crate) fn revoke(&self) {
        self.control("POST", "revoke", "");
    }

    /// The next request of ours meets this: `lost`, `busy` or `guard`.
    pub(crate) fn fault(&self, kind: &str) {
        self.control("POST", "fault", kind);
    }

    /// Every request of ours so far, as `POST /oauth/token refresh_token 200`.
    pub(crate) fn requests(&self) -> Vec<String> {
        let log = self.control("GET", "log", "");
        let read = |one: &Value| {
            assert_eq!(one["agent"], "Couchpin", "{one}");
            let text = |field: &str| one[field].as_str().unwrap_or("-").to_owned();
            format!(
                "{} {} {} {}",
                text("method"),
                text("path"),
                text("grant"),
                one["status"]
            )
        };
        log.as_array().unwrap().iter().map(read).collect()
    }

    /// How often it was asked to refresh.
    pub(crate) fn refreshes(&self) -> usize {
        let requests = self.requests();
        requests
            .iter()
            .filter(|one| one.contains(" refresh_token "))
            .count()
    }

    /// Nothing that it handed out occurs in a text.
    pub(crate) fn assert_no_secret_in(&self, text: &str) {
        let secrets = self.control("GET", "secrets", "");
        for secret in secrets.as_array().unwrap() {
            let secret = secret.as_str().unwrap();
            assert!(!text.contains(secret), "a secret is in {text}");
        }
    }
}

/// Runs one request to its end.
pub(crate) fn now<T>(request: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(request)
}
