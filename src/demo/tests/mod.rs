//! The stand-in as programs and browsers meet it, over loopback; what takes time, on its state.

mod codes;
mod pages;
mod sign_ins;
mod tokens;

use std::time::Duration;

use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::{Value, json};

use super::state::ServerState;
use super::*;
use crate::auth::Flow;

struct Caller {
    stand_in: StandIn,
    client: Client,
}

/// A stand-in of this generation, and a client that follows no redirects.
fn caller(flow: Flow) -> Caller {
    let provider = rustls::crypto::ring::default_provider();
    // Another test may have installed it.
    let _ = provider.install_default();
    let client = Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(5));
    let options = Options {
        flow: Some(flow),
        interval: Duration::ZERO,
        ..Options::default()
    };
    Caller {
        stand_in: StandIn::start(options).unwrap(),
        client: client.build().unwrap(),
    }
}

fn state(flow: Option<Flow>) -> ServerState {
    let options = Options {
        flow,
        ..Options::default()
    };
    ServerState::new(options, "http://127.0.0.1:1".to_owned())
}

impl Caller {
    fn url(&self, path: &str) -> Url {
        self.stand_in.api_url().join(path).unwrap()
    }

    async fn get(&self, path: &str) -> (StatusCode, Value) {
        let url = self.url(&format!("{path}?client_id=me&app-name=couchpin"));
        send(self.client.get(url)).await
    }

    async fn post(&self, path: &str, form: &[(&str, &str)]) -> (StatusCode, Value) {
        let form = [form, &[("client_id", "me")]].concat();
        send(self.client.post(self.url(path)).form(&form)).await
    }

    async fn poll_device(&self, device_code: &str) -> (StatusCode, Value) {
        let grant = "urn:ietf:params:oauth:grant-type:device_code";
        let form = [("grant_type", grant), ("device_code", device_code)];
        self.post("oauth2/token", &form).await
    }

    /// The token of a code that was approved.
    async fn device_token(&self) -> Value {
        let (_, made) = self.post("oauth2/device", &[]).await;
        assert_eq!(self.stand_in.approve_all(), 1);
        let (status, token) = self.poll_device(&text(&made, "device_code")).await;
        assert_eq!(status, 200, "{token}");
        token
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

#[tokio::test]
async fn a_generation_refuses_the_ids_of_the_other_and_a_call_without_one() {
    let (status, body) = caller(Flow::Device).get("oauth/pin").await;
    let error = json!("unauthorized_client");
    assert_eq!((status.as_u16(), &body["error"]), (400, &error));
    let pin = caller(Flow::Pin);
    for path in ["oauth2/device", "oauth2/token", "oauth2/revoke"] {
        let (status, body) = pin.post(path, &[]).await;
        let error = json!("invalid_client");
        assert_eq!((status.as_u16(), &body["error"]), (401, &error), "{path}");
    }
    for path in ["oauth/pin", "oauth/pin/BCDFG", "users/settings"] {
        let (status, body) = send(pin.client.get(pin.url(path))).await;
        let error = json!("client_id_failed");
        assert_eq!((status.as_u16(), &body["error"]), (412, &error), "{path}");
    }
    assert_eq!(pin.get("oauth/other").await.0, 404);
}

#[tokio::test]
async fn dropping_it_cuts_what_waits_and_frees_the_port() {
    let silent = Router::new().fallback(async || std::future::pending::<StatusCode>().await);
    let Caller { client, .. } = caller(Flow::Pin);
    let stand_in = StandIn::start_with(Options::default(), |_| silent).unwrap();
    let (url, port) = (stand_in.pin_page(), stand_in.api_url().port().unwrap());
    let waiting = tokio::spawn(client.get(url).send());
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!waiting.is_finished());
    drop(stand_in);
    assert!(!waiting.await.unwrap().unwrap_err().is_timeout());
    assert!(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok());
}
