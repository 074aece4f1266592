//! The stand-in's promises, checked over loopback as a client would meet them.

mod device_codes;
mod faults;
mod page;
mod sealed;
mod sign_ins;
mod tokens;

use std::time::{Duration, Instant};

use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::Value;

use super::application::Application;
use super::memory::Memory;
use super::*;
use crate::auth::Secret;

const DEVICE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

struct Phone {
    standin: StandIn,
    client: Client,
}

fn phone(options: Options) -> Phone {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::builder()
        .no_proxy()
        .user_agent("couchpin/9")
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(5));
    Phone {
        standin: StandIn::start(options).unwrap(),
        client: client.build().unwrap(),
    }
}

fn pin() -> Phone {
    phone(Options::default())
}

fn device() -> Phone {
    phone(Options {
        flow: Flow::Device,
        interval: Duration::ZERO,
        ..Options::default()
    })
}

const REDIRECT: &str = "http://127.0.0.1/callback";

/// Applications of all kinds and of both generations. `me` is one of V1 at V1's endpoints and `me2` at V2's; the others
/// are named after what they are.
fn both() -> Options {
    let secret = Secret::new("s3cret");
    let server = ApplicationKind::Server { secret };
    let kinds = [
        ("", ApplicationKind::Browser),
        ("tv", ApplicationKind::Device),
        ("server", server),
    ];
    let register = |generation, suffix: &str| {
        let registered = kinds.iter().map(move |(name, kind)| Application {
            client_id: format!("{name}{suffix}"),
            generation,
            kind: kind.clone(),
            redirect_uri: (*kind != ApplicationKind::Device).then(|| REDIRECT.to_owned()),
        });
        registered.collect::<Vec<_>>()
    };
    let v1 = register(Generation::V1, "me");
    let v2 = register(Generation::V2, "me2");
    Options {
        applications: [v1, v2].concat(),
        interval: Duration::ZERO,
        ..Options::default()
    }
}

/// A memory without registered applications.
fn memory(flow: Flow) -> Memory {
    let options = Options {
        flow,
        ..Options::default()
    };
    Memory::new(options, "http://127.0.0.1:1".to_owned())
}

/// The application `me` in it.
fn app(memory: &Memory) -> Application {
    memory.application("me").unwrap()
}

impl Phone {
    /// The client id that is good at the endpoints of a generation.
    fn me(&self, generation: Generation) -> &'static str {
        let sealed = !self.standin.shared.memory().takes_any_id();
        if sealed && generation == Generation::V2 {
            "me2"
        } else {
            "me"
        }
    }

    fn url(&self, path: &str) -> Url {
        self.standin.api_url().join(path).unwrap()
    }

    async fn get(&self, path: &str) -> (StatusCode, Value) {
        let query = "client_id=me&app-name=couchpin&app-version=9";
        send(self.client.get(self.url(&format!("{path}?{query}")))).await
    }

    async fn post(&self, path: &str, form: &[(&str, &str)]) -> (StatusCode, Value) {
        send(self.client.post(self.url(path)).form(form)).await
    }

    async fn pin_code(&self) -> String {
        text(&self.get("oauth/pin").await.1, "user_code")
    }

    async fn poll(&self, code: &str) -> Value {
        self.get(&format!("oauth/pin/{code}")).await.1
    }

    async fn device_code(&self, scope: &str) -> Value {
        let form = [("client_id", self.me(Generation::V2)), ("scope", scope)];
        self.post("oauth2/device", &form).await.1
    }

    async fn poll_device(&self, device_code: &str) -> (StatusCode, Value) {
        let form = [
            ("grant_type", DEVICE_GRANT),
            ("client_id", self.me(Generation::V2)),
            ("device_code", device_code),
        ];
        self.post("oauth2/token", &form).await
    }

    async fn refresh(&self, token: &str) -> (StatusCode, Value) {
        let form = [
            ("grant_type", "refresh_token"),
            ("client_id", self.me(Generation::V2)),
            ("refresh_token", token),
        ];
        self.post("oauth2/token", &form).await
    }

    async fn settings(&self, token: &str) -> (StatusCode, Value) {
        let url = self.url("users/settings?client_id=me");
        send(self.client.get(url).bearer_auth(token)).await
    }

    async fn page(&self, path: &str) -> (StatusCode, String) {
        let answer = self.client.get(self.url(path)).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    }

    async fn press(&self, button: &str, code: &str) -> (StatusCode, String) {
        let url = self.url(&format!("pin/{button}"));
        let request = self.client.post(url).form(&[("user_code", code)]);
        let answer = request.send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    }
}

async fn send(request: RequestBuilder) -> (StatusCode, Value) {
    let answer = request.send().await.unwrap();
    let status = answer.status();
    let body = answer.bytes().await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
}

fn text(body: &Value, key: &str) -> String {
    body[key].as_str().expect(key).to_owned()
}
