//! The server that is not the project's own, as a child.

use std::process::Command;

use couchpin::auth::Flow;
use serde_json::{Value, json};

use super::{Running, SOON, http, start_server, wait_for};

pub(crate) struct Server {
    pub(crate) url: String,
    _process: Running,
}

/// A request as the server saw it. Times are its own seconds.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) kind: String,
    pub(crate) method: String,
    pub(crate) at: f64,
    pub(crate) done: Option<f64>,
    /// The names of its headers.
    pub(crate) headers: Vec<String>,
    pub(crate) query: String,
    /// Whether it carried a client secret.
    pub(crate) secret: bool,
}

impl Server {
    /// `options` are the server's own, for example `["--interval", "1"]`.
    pub(crate) fn start(flow: Flow, options: &[&str]) -> Self {
        let flow = match flow {
            Flow::Pin => "pin",
            Flow::Device => "device",
        };
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/foreign/server.py");
        let mut command = Command::new("python3");
        command.arg(script).args(["--flow", flow]).args(options);
        let (process, url) = start_server(&mut command, SOON);
        Self {
            url,
            _process: process,
        }
    }

    /// The port on loopback.
    pub(crate) fn port(&self) -> u16 {
        self.url.rsplit(':').next().unwrap().parse().unwrap()
    }

    fn control(&self, method: &str, what: &str, body: &str) -> Value {
        let url = format!("{}/_control/{what}", self.url);
        let (status, answer) = http(method, &url, "text/plain", body);
        assert_eq!(status, 200, "{what}: {answer}");
        serde_json::from_str(&answer).unwrap()
    }

    /// Plays the phone: approves this code, which must be waiting.
    pub(crate) fn approve(&self, code: &str) {
        let answer = self.control("POST", "approve", code);
        assert_eq!(answer, json!({"approved": 1}), "{code} was not waiting");
    }

    /// The person ends every token on Simkl's own page.
    pub(crate) fn revoke(&self) {
        self.control("POST", "revoke", "");
    }

    /// What the person's picture is from now on: `good`, `none`, or one of the hostile kinds.
    pub(crate) fn avatar(&self, kind: &str) {
        self.control("POST", "avatar", kind);
    }

    /// Every request meets this fault from now on; `none` ends it.
    pub(crate) fn fault(&self, kind: &str) {
        self.control("POST", "fault", kind);
    }

    /// The next request meets this fault.
    pub(crate) fn fault_once(&self, kind: &str) {
        let order = json!({"kind": kind, "times": 1});
        self.control("POST", "fault", &order.to_string());
    }

    /// Every request so far, oldest first.
    pub(crate) fn requests(&self) -> Vec<Request> {
        let log = self.control("GET", "log", "");
        let read = |entry: &Value| Request {
            kind: entry["kind"].as_str().unwrap().to_owned(),
            method: entry["method"].as_str().unwrap().to_owned(),
            at: entry["at"].as_f64().unwrap(),
            done: entry["done"].as_f64(),
            headers: serde_json::from_value(entry["headers"].clone()).unwrap(),
            query: entry["query"].as_str().unwrap().to_owned(),
            secret: entry["secret"].as_bool().unwrap_or_default(),
        };
        log.as_array().unwrap().iter().map(read).collect()
    }

    /// How many bytes of an unending picture were sent before the client hung up; `None` until then.
    pub(crate) fn dripped(&self) -> Option<u64> {
        let log = self.control("GET", "log", "");
        log.as_array()
            .unwrap()
            .iter()
            .find_map(|entry| entry["sent"].as_u64())
    }

    /// How many requests of a kind (`code`, `poll`, `settings`, …) there were.
    pub(crate) fn count(&self, kind: &str) -> usize {
        let requests = self.requests();
        requests.iter().filter(|seen| seen.kind == kind).count()
    }

    /// Waits until there have been more than `so_far` answered polls, and returns how many there are.
    pub(crate) fn wait_for_poll_after(&self, so_far: usize) -> usize {
        wait_for("poll", SOON, || {
            let requests = self.requests();
            let polls = requests
                .iter()
                .filter(|seen| seen.kind == "poll" && seen.done.is_some());
            Some(polls.count()).filter(|count| *count > so_far)
        })
    }

    /// Waits until more than `so_far` polls have come, answered or not.
    pub(crate) fn wait_for_poll_that_came_after(&self, so_far: usize) {
        wait_for("poll", SOON, || (self.count("poll") > so_far).then_some(()));
    }

    /// All that it handed out of one kind: `user_codes`, `device_codes`, `access_tokens` or `refresh_tokens`.
    pub(crate) fn secrets(&self, kind: &str) -> Vec<String> {
        let secrets = self.control("GET", "secrets", "");
        serde_json::from_value(secrets[kind].clone()).unwrap()
    }

    /// The one token it handed out.
    pub(crate) fn token(&self) -> String {
        let tokens = self.secrets("access_tokens");
        assert_eq!(tokens.len(), 1, "exactly one token");
        tokens[0].clone()
    }

    /// Nothing that it handed out occurs in these lines.
    pub(crate) fn assert_no_secret_in(&self, lines: &[String]) {
        let kinds = [
            "user_codes",
            "device_codes",
            "access_tokens",
            "refresh_tokens",
        ];
        for kind in kinds {
            for secret in self.secrets(kind) {
                let leak = lines.iter().find(|line| line.contains(&secret));
                assert_eq!(leak, None, "one of the {kind} is there");
            }
        }
    }

    /// The waits between polls, from the code's answer on: from the answer to the next request.
    /// Fails if one is shorter than the interval, or if a request followed the last one's beginning too closely.
    pub(crate) fn assert_polls_keep(&self, interval: f64) -> Vec<f64> {
        let requests = self.requests();
        let asked = requests
            .iter()
            .filter(|seen| ["code", "poll"].contains(&seen.kind.as_str()));
        let mut waits = Vec::new();
        let mut last: Option<&Request> = None;
        for seen in asked {
            if let Some(last) = last
                && seen.kind == "poll"
            {
                let wait = seen.at - last.done.unwrap_or(last.at);
                assert!(wait >= interval, "{wait} s after the answer: {requests:#?}");
                assert!(seen.at - last.at >= interval, "{requests:#?}");
                waits.push(wait);
            }
            last = Some(seen);
        }
        assert!(!waits.is_empty(), "there was no poll");
        waits
    }
}
