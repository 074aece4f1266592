//! Trakt or `MDBList`, as a stand-in that is not the project's own plays them, as a child.

use std::process::Command;

use serde_json::Value;

use super::{Home, Running, SOON, http, start_server};

/// The application that the stand-in knows.
pub(crate) const CLIENT_ID: &str = "living-room";
/// Its secret, which Trakt wants.
pub(crate) const CLIENT_SECRET: &str = "canary-secret";

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Trakt,
    Mdblist,
}

impl Dialect {
    /// What the service is called whose file leads to the stand-in.
    pub(crate) fn service(self) -> &'static str {
        match self {
            Self::Trakt => "trakt-here",
            Self::Mdblist => "mdblist-here",
        }
    }
}

pub(crate) struct Dialects {
    pub(crate) dialect: Dialect,
    url: String,
    _process: Running,
}

/// A request as the stand-in saw it.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) kind: String,
    /// `None` while there is no answer.
    pub(crate) status: Option<u64>,
    /// Whether it is a poll that came within the interval.
    pub(crate) early: bool,
    /// The word that a poll was answered with.
    pub(crate) answer: Option<String>,
}

impl Dialects {
    /// `None` without python3, which is said.
    pub(crate) fn start(dialect: Dialect) -> Option<Self> {
        if let Err(error) = Command::new("python3").arg("--version").output() {
            eprintln!("python3 was left out: {error}");
            return None;
        }
        let name = match dialect {
            Dialect::Trakt => "trakt",
            Dialect::Mdblist => "mdblist",
        };
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/foreign/dialects.py");
        let mut command = Command::new("python3");
        command.args([script, "--dialect", name, "--interval", "1"]);
        let (process, url) = start_server(&mut command, SOON);
        Some(Self {
            dialect,
            url,
            _process: process,
        })
    }

    /// The built-in description of the service, which leads to the stand-in instead, after these lines.
    pub(crate) fn description(&self, first: &str) -> String {
        let (text, hosts) = match self.dialect {
            Dialect::Trakt => (
                include_str!("../../../assets/services/trakt.toml"),
                &["trakt.tv", "auth.trakt.tv", "api.trakt.tv"][..],
            ),
            Dialect::Mdblist => (
                include_str!("../../../assets/services/mdblist.toml"),
                &["mdblist.com", "api.mdblist.com"][..],
            ),
        };
        let here = |text: String, host: &&str| {
            let address = format!("\"https://{host}");
            assert!(text.contains(&address), "{host} is not in {text}");
            text.replace(&address, &format!("\"{}", self.url))
        };
        let text = hosts.iter().fold(text.to_owned(), here);
        assert!(!text.contains("https://"), "{text}");
        format!("{first}\n{text}")
    }

    /// A home with this service, and the application that the stand-in knows.
    pub(crate) fn home(&self) -> Home {
        let secret = match self.dialect {
            Dialect::Trakt => format!("client_secret = \"{CLIENT_SECRET}\""),
            Dialect::Mdblist => String::new(),
        };
        self.home_with(&format!("client_id = \"{CLIENT_ID}\"\n{secret}"))
    }

    /// A home with this service, whose file begins with these lines.
    pub(crate) fn home_with(&self, first: &str) -> Home {
        let home = Home::empty();
        home.service_file(self.dialect.service(), &self.description(first));
        home
    }

    fn control(&self, method: &str, what: &str, body: &str) -> Value {
        let url = format!("{}/_control/{what}", self.url);
        let (status, answer) = http(method, &url, "text/plain", body);
        assert_eq!(status, 200, "{what}: {answer}");
        serde_json::from_str(&answer).unwrap()
    }

    /// What the next polls are answered with.
    pub(crate) fn answer_polls(&self, words: &[&str]) {
        self.control("POST", "polls", &words.join(" "));
    }

    /// The next refresh is done, and its answer is lost.
    pub(crate) fn lose_refresh(&self) {
        self.control("POST", "lose", "");
    }

    /// Refreshes wait from now on.
    pub(crate) fn hold_refreshes(&self) {
        self.control("POST", "hold", "");
    }

    /// They go on.
    pub(crate) fn release_refreshes(&self) {
        self.control("POST", "release", "");
    }

    /// Every request so far, oldest first.
    pub(crate) fn requests(&self) -> Vec<Asked> {
        let log = self.control("GET", "log", "");
        let read = |entry: &Value| Asked {
            kind: entry["kind"].as_str().unwrap().to_owned(),
            status: entry["status"].as_u64(),
            early: entry["early"].as_bool().unwrap(),
            answer: entry["answer"].as_str().map(str::to_owned),
        };
        log.as_array().unwrap().iter().map(read).collect()
    }

    /// The statuses of all answers of a kind (`code`, `poll`, `refresh`, `revoke`, `account`).
    pub(crate) fn statuses(&self, kind: &str) -> Vec<Option<u64>> {
        let asked = self.requests().into_iter();
        let of_kind = asked.filter(|one| one.kind == kind);
        of_kind.map(|one| one.status).collect()
    }

    fn tokens(&self, kind: &str) -> Vec<String> {
        let tokens = self.control("GET", "tokens", "");
        serde_json::from_value(tokens[kind].clone()).unwrap()
    }

    /// The access tokens that are accepted now, oldest first.
    pub(crate) fn access_tokens(&self) -> Vec<String> {
        self.tokens("access")
    }

    /// Nothing that it handed out, and no client secret, occurs in these lines, but for the codes that are to be shown.
    pub(crate) fn assert_no_secret_in(&self, lines: &[String]) {
        let long = self.tokens("secrets").into_iter();
        let long = long.filter(|secret| secret.len() > 8);
        for secret in long.chain([CLIENT_SECRET.to_owned()]) {
            let leak = lines.iter().find(|line| line.contains(&secret));
            assert_eq!(leak, None);
        }
    }
}
