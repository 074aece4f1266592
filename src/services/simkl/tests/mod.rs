//! Simkl's own examples and the answers that no example shows, and what they mean.

use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};

use url::Url;

use super::*;
use crate::auth::{Account, Rejection, Service};
use crate::services::provider::Provider;
use crate::services::tests::{self, raw, read_account, token};

mod browser;

const CODE: &str = r#"{"result":"OK","device_code":"DEVICE_CODE","user_code":"ABCDE","verification_uri":"https://simkl.com/pin","verification_url":"https://simkl.com/pin/","expires_in":900,"interval":5}"#;

fn site() -> Url {
    Url::parse("https://simkl.com/").unwrap()
}

fn answer(status: u16, body: Value) -> HttpResponse {
    HttpResponse { status, body }
}

fn settings() -> Settings {
    tests::simkl(&Url::parse("https://api.simkl.com/").unwrap(), None)
}

fn code(body: Value) -> Result<DeviceAuthorization, RequestError> {
    read_code(&answer(200, body), &settings())
}

fn poll(status: u16, body: Value) -> Result<PollOutcome, RequestError> {
    let polled = UserCode::parse("ABCDE").unwrap();
    read_poll(&answer(status, body), "id", &polled, &settings())
}

fn simkl(api: &Url) -> Provider {
    Provider::new(tests::simkl(api, None)).unwrap()
}

fn simkl_with_secret(api: &Url) -> Provider {
    Provider::new(tests::simkl(api, Some("canary-secret"))).unwrap()
}

#[test]
fn the_documented_code_is_read_whole() {
    let got = code(serde_json::from_str(CODE).unwrap()).unwrap();
    assert_eq!(got.user_code.expose(), "ABCDE");
    assert_eq!(got.device_code, None, "the placeholder opens nothing");
    assert_eq!(got.flow(), Flow::Pin);
    assert_eq!(got.verification_uri.as_str(), "https://simkl.com/pin");
    assert_eq!(
        got.verification_uri_complete.as_str(),
        "https://simkl.com/pin/ABCDE"
    );
    assert_eq!(got.expires_in, Duration::from_mins(15));
    assert_eq!(got.interval, Duration::from_secs(5));
}

#[test]
fn a_bare_code_gets_the_documented_defaults() {
    let got = code(json!({"user_code": "A1B2C3"})).unwrap();
    assert_eq!(
        got.verification_uri_complete.as_str(),
        "https://simkl.com/pin/A1B2C3"
    );
    assert_eq!(got.expires_in, Duration::from_mins(15));
    assert_eq!(got.interval, Duration::from_secs(5));
}

#[test]
fn times_may_be_texts_and_are_kept_within_reason() {
    let times = |expires_in: Value, interval: Value| {
        let got =
            code(json!({"user_code": "ABCDE", "expires_in": expires_in, "interval": interval}))
                .unwrap();
        (got.expires_in.as_secs(), got.interval.as_secs())
    };
    assert_eq!(times(json!("600"), json!("7")), (600, 7));
    assert_eq!(times(json!(0), json!(0)), (30, 1));
    assert_eq!(times(json!(157_680_000), json!(3600)), (3600, 60));
    assert_eq!(times(json!("soon"), json!(null)), (900, 5));
}

#[test]
fn the_page_is_the_first_address_that_can_be_used() {
    let page = |uri: &str, url: &str| {
        let body = json!({"user_code": "ABCDE", "verification_uri": uri, "verification_url": url});
        code(body).unwrap().verification_uri.to_string()
    };
    let own = "https://simkl.com/pin";
    let other = "https://www.simkl.com/device";
    assert_eq!(page(other, own), other);
    assert_eq!(page("", other), other);
    assert_eq!(page("http://simkl.com/other", other), other);
    for bad in [
        "https://evil.example/pin",
        "https://simkl.com@evil.example/pin",
        "http://127.0.0.1:631",
        "javascript:alert(1)",
        "nonsense",
    ] {
        assert_eq!(page(bad, bad), own, "{bad}");
    }
}

#[test]
fn a_code_that_cannot_be_shown_is_malformed() {
    for body in [
        json!({"result": "OK"}),
        json!({"user_code": ""}),
        json!({"user_code": "../settings"}),
        json!({"user_code": 12345}),
        Value::Null,
    ] {
        assert_eq!(code(body).unwrap_err(), Trouble::Malformed.into());
    }
}

#[test]
fn waiting_is_waiting_whatever_the_message() {
    for message in [
        "Authorization pending",
        "",
        "Autorisation en attente",
        "access denied",
    ] {
        let body = json!({"result": "KO", "message": message});
        assert_eq!(poll(200, body).unwrap(), PollOutcome::Pending, "{message}");
    }
    assert_eq!(
        poll(200, json!({"result": "KO"})).unwrap(),
        PollOutcome::Pending
    );
    let body = json!({"result": "KO", "message": "Slow down"});
    assert_eq!(poll(200, body).unwrap(), PollOutcome::SlowDown);
}

#[test]
fn an_approval_brings_the_token() {
    let body = json!({
        "result": "OK", "access_token": "0af1", "token_type": "bearer", "scope": "public", "expires_in": 157_680_000
    });
    let Ok(PollOutcome::Authorized(token)) = poll(200, body) else {
        panic!()
    };
    assert_eq!(token.access_token.expose(), "0af1");
    assert_eq!(token.refresh_token, None);
    assert_eq!(token.expires_in, Some(Duration::from_hours(5 * 365 * 24)));
    assert_eq!(token.client_id, "id");
    let bare = poll(200, json!({"result": "OK", "access_token": "0af1"})).unwrap();
    assert!(matches!(bare, PollOutcome::Authorized(_)));
}

#[test]
fn ok_with_a_device_code_is_not_success_but_another_code() {
    let mut body: Value = serde_json::from_str(CODE).unwrap();
    body["user_code"] = json!("FGHIJ");
    let Ok(PollOutcome::CodeGone(Some(new))) = poll(200, body) else {
        panic!()
    };
    assert_eq!(new.user_code.expose(), "FGHIJ");
    assert_eq!(
        new.verification_uri_complete.as_str(),
        "https://simkl.com/pin/FGHIJ"
    );
    let without = json!({"result": "OK", "device_code": "DEVICE_CODE"});
    assert_eq!(poll(200, without).unwrap(), PollOutcome::CodeGone(None));
}

#[test]
fn ok_with_nothing_is_malformed() {
    for body in [
        json!({"result": "OK"}),
        json!({"result": "OK", "access_token": ""}),
        json!({"result": "OK", "access_token": "two words"}),
        json!({}),
        json!([]),
        Value::Null,
    ] {
        assert_eq!(poll(200, body).unwrap_err(), Trouble::Malformed.into());
    }
}

#[test]
fn refusals_keep_the_word_of_the_service_but_not_the_code() {
    let refused = |status, body| match poll(status, body) {
        Err(RequestError::Rejected(rejection)) => rejection,
        other => panic!("{other:?}"),
    };
    let body = json!({"error": "client_id_failed", "code": 412, "message": "Client id is wrong"});
    let error = "client_id_failed".to_owned();
    assert_eq!(refused(412, body), Rejection::ClientBlocked { error });
    let error = "unauthorized_client".to_owned();
    let other = Rejection::Other { status: 400, error };
    assert_eq!(refused(400, json!({"error": "unauthorized_client"})), other);
    let nothing = Rejection::Other {
        status: 404,
        error: String::new(),
    };
    assert_eq!(refused(404, json!({"error": "no pin ABCDE"})), nothing);
}

#[test]
fn an_account_is_read_loosely() {
    let told = |body| read_account(Service::simkl(), &answer(200, body), false);
    let read = |body| told(body).unwrap().account;
    let account = |id: &str, name: &str| Account {
        id: id.into(),
        name: name.into(),
    };
    let whole =
        json!({"user": {"name": "Ann", "avatar": "//x"}, "account": {"id": 12, "type": "free"}});
    assert_eq!(read(whole), account("12", "Ann"));
    let nameless = json!({"user": {"name": ""}, "account": {"id": "12"}});
    assert_eq!(read(nameless), account("12", ""));
    assert_eq!(
        read(json!({"user": {"name": "\u{1b}Ann "}})),
        account("", "Ann")
    );
    assert_eq!(told(Value::Null).unwrap_err(), Trouble::Malformed.into());
}

#[test]
fn a_picture_is_where_the_settings_say_or_nowhere() {
    let picture = |avatar| {
        let body = json!({"user": {"name": "Ann", "avatar": avatar}});
        let profile = read_account(Service::simkl(), &answer(200, body), false).unwrap();
        profile.picture.map(|address| address.url().to_string())
    };
    let named = "https://simkl.in/avatars/88/8814058_100.jpg";
    assert_eq!(picture(json!(named)).as_deref(), Some(named));
    let here = "https://simkl.com/avatars/1.jpg";
    assert_eq!(picture(json!("/avatars/1.jpg")).as_deref(), Some(here));
    for none in [json!(""), json!(null), json!("http://simkl.in/a.jpg")] {
        assert_eq!(picture(none), None);
    }
}

#[test]
fn a_refused_token_is_told_from_a_refused_client() {
    let refused = |status, error| {
        let answer = answer(status, json!({ "error": error }));
        read_account(Service::simkl(), &answer, false).unwrap_err()
    };
    let rejected = RequestError::Rejected;
    assert_eq!(
        refused(401, "user_token_failed"),
        rejected(Rejection::Token)
    );
    assert_eq!(refused(401, "invalid_token"), rejected(Rejection::Token));
    let error = "client_id_failed".to_owned();
    assert_eq!(
        refused(412, "client_id_failed"),
        rejected(Rejection::ClientBlocked { error })
    );
}

#[tokio::test]
async fn without_a_client_id_nothing_is_asked() {
    for client_id in [None, Some(String::new()), Some("  ".into())] {
        // Nothing listens on port 9: a request would fail.
        let api_url = Url::parse("http://127.0.0.1:9").unwrap();
        let simkl = Provider::new(Settings {
            client_id,
            ..tests::simkl(&api_url, None)
        })
        .unwrap();
        for flow in [Flow::Pin, Flow::Device] {
            let error = simkl.request_code(flow).await.unwrap_err();
            assert_eq!(error, RequestError::Rejected(Rejection::NoClientId));
        }
    }
}

#[tokio::test]
async fn the_pin_flow_asks_as_documented() {
    let (api, server) = raw::serve(vec![
        raw::json("200 OK", CODE),
        raw::json(
            "200 OK",
            r#"{"result":"KO","message":"Authorization pending"}"#,
        ),
    ]);
    let simkl = simkl(&api);
    let authorization = simkl.request_code(Flow::Pin).await.unwrap();
    let outcome = simkl.poll(&authorization).await.unwrap();
    assert_eq!(outcome, PollOutcome::Pending);
    let query = format!(
        "client_id=id&app-name=couchpin&app-version={}",
        env!("CARGO_PKG_VERSION")
    );
    let requests = server.join().unwrap();
    assert!(
        requests[0].starts_with(&format!("GET /oauth/pin?{query} ")),
        "{}",
        requests[0]
    );
    assert!(
        requests[1].starts_with(&format!("GET /oauth/pin/ABCDE?{query} ")),
        "{}",
        requests[1]
    );
}

#[tokio::test]
async fn the_device_grant_carries_simkls_parameters_in_the_address() {
    let (api, server) = raw::serve(vec![raw::json(
        "200 OK",
        r#"{"device_code":"d","user_code":"BDWP-HQPK","verification_uri":"https://simkl.com/pin"}"#,
    )]);
    let got = simkl(&api).request_code(Flow::Device).await.unwrap();
    assert_eq!(got.flow(), Flow::Device);
    let request = server.join().unwrap().remove(0);
    assert!(
        request.starts_with("POST /oauth2/device?client_id=id&app-name=couchpin&"),
        "{request}"
    );
}

#[tokio::test]
async fn the_account_is_asked_for_once_with_the_tokens_own_client_id() {
    let (api, server) = raw::serve(vec![
        raw::json("200 OK", r#"{"user":{"name":"Ann"},"account":{"id":12}}"#),
        raw::json("405 Method Not Allowed", r#"{"error":"method"}"#),
    ]);
    let simkl = simkl(&api);
    let ann = simkl
        .account(&token("older-id", None))
        .await
        .unwrap()
        .account;
    assert_eq!(ann.name, "Ann");
    let error = simkl.account(&token("older-id", None)).await.unwrap_err();
    assert!(matches!(
        error,
        RequestError::Rejected(Rejection::Other { status: 405, .. })
    ));
    for request in server.join().unwrap() {
        let start = "GET /users/settings?client_id=older-id&";
        assert!(request.starts_with(start), "{request}");
        assert!(
            request.contains("authorization: Bearer canary-access\r\n"),
            "{request}"
        );
    }
}

#[tokio::test]
async fn only_a_grant_can_be_ended_from_here() {
    let (api, server) = raw::serve(vec![raw::json("200 OK", "")]);
    let simkl = simkl(&api);
    assert!(!simkl.end(&token("older-id", None)).await.unwrap());
    assert!(simkl.end(&token("older-id", Some("rt"))).await.unwrap());
    let request = server.join().unwrap().remove(0);
    assert!(
        request.starts_with("POST /oauth2/revoke?client_id=older-id&"),
        "{request}"
    );
    assert!(
        request.ends_with("token=rt&token_type_hint=refresh_token&client_id=older-id"),
        "{request}"
    );
}

#[tokio::test]
async fn a_refresh_goes_out_under_the_tokens_own_client_id() {
    let (api, server) = raw::serve(vec![raw::json("200 OK", r#"{"access_token":"new"}"#)]);
    let fresh = simkl(&api)
        .refresh(&token("older-id", Some("rt")))
        .await
        .unwrap();
    assert_eq!(
        (fresh.access_token.expose(), fresh.client_id.as_str()),
        ("new", "older-id")
    );
    let request = server.join().unwrap().remove(0);
    assert!(
        request.starts_with("POST /oauth2/token?client_id=older-id&app-name=couchpin&app-version="),
        "{request}"
    );
    assert!(
        request.ends_with("grant_type=refresh_token&refresh_token=rt&client_id=older-id"),
        "{request}"
    );
}

#[tokio::test]
async fn the_secret_belongs_to_the_application_in_the_settings_and_not_to_an_older_one() {
    let (api, server) = raw::serve(vec![
        raw::json("200 OK", r#"{"access_token":"new"}"#),
        raw::json("200 OK", ""),
        raw::json("200 OK", r#"{"access_token":"new"}"#),
        raw::json("200 OK", ""),
    ]);
    let simkl = simkl_with_secret(&api);
    for token in [token("older-id", Some("rt")), token("id", Some("rt"))] {
        simkl.refresh(&token).await.unwrap();
        assert!(simkl.end(&token).await.unwrap());
    }
    let requests = server.join().unwrap();
    let shown = |request: &String| request.ends_with("&client_id=id&client_secret=canary-secret");
    let shown: Vec<_> = requests.iter().map(shown).collect();
    assert_eq!(shown, [false, false, true, true]);
    assert!(!requests[0].contains("canary-secret") && !requests[1].contains("canary-secret"));
}

#[tokio::test]
async fn the_pin_flow_never_shows_a_secret() {
    let (api, server) = raw::serve(vec![
        raw::json("200 OK", CODE),
        raw::json(
            "200 OK",
            r#"{"result":"KO","message":"Authorization pending"}"#,
        ),
    ]);
    let simkl = simkl_with_secret(&api);
    let authorization = simkl.request_code(Flow::Pin).await.unwrap();
    simkl.poll(&authorization).await.unwrap();
    for request in server.join().unwrap() {
        assert!(!request.contains("canary-secret"), "{request}");
    }
}

/// Keeps what would have been logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn whatever_goes_wrong_neither_code_nor_token_is_printed() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let (api, server) = raw::serve(vec![
        Vec::new(),
        b"nonsense CANARY\r\n\r\n".to_vec(),
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"user_code\":\"CANARY\"".to_vec(),
        raw::json("200 OK", r#"{"result":"OK","access_token":"CANARY "}"#),
        raw::json("200 OK", "CANARY"),
        raw::json("400 Bad Request", r#"{"error":"bad CANARY"}"#),
        raw::json("404 Not Found", r#"{"error":"x","message":"CANARY"}"#),
        raw::answer("302 Found", "Location: https://x.example/CANARY\r\n", ""),
        raw::answer("200 OK", "Content-Type: text/html\r\n", "<p>CANARY"),
        raw::answer("429 CANARY", "Retry-After: CANARY\r\n", "CANARY"),
        raw::answer("500 CANARY", "", "CANARY"),
    ]);
    let simkl = simkl(&api);
    let authorization = DeviceAuthorization {
        user_code: UserCode::parse("CANARY").unwrap(),
        device_code: None,
        verification_uri: site(),
        verification_uri_complete: site(),
        expires_in: Duration::from_mins(15),
        interval: Duration::from_secs(5),
    };
    let mut printed = Vec::new();
    for _ in 0..11 {
        let error = simkl.poll(&authorization).await.unwrap_err();
        printed.push(format!("{error} {error:?} {error:#?}"));
    }
    server.join().unwrap();
    // And once more where nothing listens.
    let error = simkl.poll(&authorization).await.unwrap_err();
    printed.push(format!("{error} {error:?} {simkl:?}"));

    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("GET /oauth/pin/{code}"), "{logged}");
    for text in [printed.join("\n"), logged] {
        assert!(!text.to_lowercase().contains("canary"), "{text}");
    }
}
