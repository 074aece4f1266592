//! What tests add to the stand-in, checked as a client meets it: faults, the log, registered applications.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use couchpin::auth::Flow;
use serde_json::Value;

use crate::support::simkl::{Application, ApplicationKind, Fault, Kind, Options, StandIn};
use crate::support::{Answer, say};

const FORM: &str = "application/x-www-form-urlencoded";

fn request(simkl: &StandIn, method: &str, path: &str, form: &str) -> (String, String) {
    let url = simkl.api_url();
    let host = format!("127.0.0.1:{}", url.port().unwrap());
    let request = format!(
        "{method} /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: {FORM}\r\n\
         Content-Length: {}\r\n\r\n{form}",
        form.len()
    );
    (host, request)
}

fn get(simkl: &StandIn, path: &str) -> Answer {
    let (host, request) = request(simkl, "GET", path, "");
    say(&host, &request)
}

/// The status, and the error or the user code.
fn post(simkl: &StandIn, path: &str, form: &str) -> (u16, Value) {
    let (host, request) = request(simkl, "POST", path, form);
    let answer = say(&host, &request);
    let body: Value = serde_json::from_str(&answer.body).unwrap_or_default();
    (answer.status, body)
}

fn stand_in(flow: Flow, applications: Vec<Application>) -> StandIn {
    StandIn::start(Options {
        flow,
        interval: Duration::ZERO,
        applications,
        ..Options::default()
    })
    .unwrap()
}

#[test]
fn faults_come_in_their_order_before_the_standing_one_and_pages_never_fail() {
    let simkl = stand_in(Flow::Pin, Vec::new());
    simkl.set_fault(Some(Fault::Status(503, None)));
    simkl.fail_next(Fault::Status(429, Some("7".into())));
    simkl.fail_next(Fault::Html);
    simkl.fail_next(Fault::Garbage);
    let code = || get(&simkl, "oauth/pin?client_id=me");
    let busy = code();
    assert_eq!((busy.status, busy.header("retry-after")), (429, Some("7")));
    let kind = |answer: Answer| answer.header("content-type").unwrap().to_owned();
    assert!(kind(code()).starts_with("text/html"));
    let garbage = code();
    assert!(serde_json::from_str::<Value>(&garbage.body).is_err());
    assert_eq!(kind(garbage), "application/json");
    assert_eq!((code().status, code().status), (503, 503));
    assert_eq!(get(&simkl, "pin").status, 200);
    simkl.set_fault(None);
    assert_eq!(code().status, 200);
    let kinds: Vec<_> = simkl.requests().iter().map(|seen| seen.kind).collect();
    assert_eq!(kinds, [Kind::CodeRequested; 6]);
}

#[test]
fn a_generation_that_is_switched_off_fails_alone_and_in_its_own_envelope() {
    for (off, v1, v2) in [(Flow::Pin, 404, 200), (Flow::Device, 200, 429)] {
        let simkl = stand_in(Flow::Pin, applications());
        let fault = match off {
            Flow::Pin => Fault::Page(404),
            Flow::Device => Fault::error(429, "rate_limit"),
        };
        simkl.set_fault_of(off, fault);
        assert_eq!(get(&simkl, "oauth/pin?client_id=old-device").status, v1);
        let (status, body) = post(&simkl, "oauth2/device", "client_id=device");
        assert_eq!(status, v2);
        assert_eq!(body["error_description"].is_string(), v2 == 429);
        let both = get(&simkl, "users/settings?client_id=device");
        assert_eq!(both.status, 401);
        let seen = simkl.requests().into_iter();
        let seen: Vec<_> = seen.map(|seen| (seen.flow, seen.status.unwrap())).collect();
        let expected = [(Some(Flow::Pin), v1), (Some(Flow::Device), v2), (None, 401)];
        assert_eq!(seen, expected);
    }
}

#[test]
fn a_dropped_answer_was_handled_all_the_same() {
    let simkl = stand_in(Flow::Pin, Vec::new());
    get(&simkl, "oauth/pin?client_id=me");
    let code = simkl.codes().remove(0);
    assert!(simkl.approve(&code));
    simkl.fail_next(Fault::DropAfterHandling);
    let path = format!("oauth/pin/{code}?client_id=me");
    let (host, request) = request(&simkl, "GET", &path, "");
    let mut stream = TcpStream::connect(host).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    // It may be an end or a reset.
    let _ = stream.read_to_end(&mut answer);
    assert_eq!(answer, b"");
    assert!(
        get(&simkl, &path).body.contains("DEVICE_CODE"),
        "the code is gone"
    );
    let printed = format!("{:?}", simkl.requests());
    assert!(!printed.contains(&code), "{printed}");
}

/// One of each kind, of V2; and one of V1.
fn applications() -> Vec<Application> {
    let redirect_uri = Some("http://127.0.0.1/callback".to_owned());
    [
        ("old-device", Flow::Pin, ApplicationKind::Device),
        ("device", Flow::Device, ApplicationKind::Device),
        ("browser", Flow::Device, ApplicationKind::Browser),
        ("server", Flow::Device, ApplicationKind::Server("s3cret")),
    ]
    .map(|(client_id, flow, kind)| Application {
        client_id: client_id.to_owned(),
        flow,
        kind,
        redirect_uri: redirect_uri.clone(),
    })
    .into()
}

#[test]
fn an_application_works_only_for_what_it_was_registered_for() {
    let simkl = stand_in(Flow::Pin, applications());
    for (id, status) in [("old-device", 200), ("device", 400), ("unknown", 412)] {
        let answer = get(&simkl, &format!("oauth/pin?client_id={id}"));
        assert_eq!(answer.status, status, "{id}");
        let (answered, body) = post(&simkl, "oauth2/device", &format!("client_id={id}"));
        let expected = if id == "device" { 200 } else { 401 };
        assert_eq!(
            (answered, body["error"] == "invalid_client"),
            (expected, expected == 401)
        );
    }
    let challenge = "response_type=code&code_challenge=x&code_challenge_method=S256";
    for (id, address, status) in [
        ("browser", "http://127.0.0.1:40000/callback", 200),
        ("server", "http://127.0.0.1/callback", 200),
        ("browser", "http://127.0.0.1:40000/other", 400),
        ("browser", "http://localhost:40000/callback", 400),
        ("device", "http://127.0.0.1/callback", 400),
        ("old-device", "http://127.0.0.1/callback", 400),
    ] {
        let page = format!("oauth2/authorize?client_id={id}&redirect_uri={address}&{challenge}");
        assert_eq!(get(&simkl, &page).status, status, "{id} to {address}");
    }
}

#[test]
fn an_application_with_a_secret_shows_it_wherever_it_asks_for_a_token_or_ends_one() {
    let simkl = stand_in(Flow::Pin, applications());
    let (_, made) = post(&simkl, "oauth2/device", "client_id=server");
    let code = made["device_code"].as_str().unwrap();
    assert_eq!(simkl.approve_all(), 1);
    let poll = format!(
        "client_id=server&grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code={code}"
    );
    let secrets = [
        ("", 401),
        ("&client_secret=x", 401),
        ("&client_secret=s3cret", 200),
    ];
    for (secret, status) in secrets {
        let told = post(&simkl, "oauth2/token", &format!("{poll}{secret}"));
        assert_eq!(told.0, status, "{secret:?}");
    }
    for (secret, status) in secrets {
        let told = post(
            &simkl,
            "oauth2/revoke",
            &format!("client_id=server&token=x{secret}"),
        );
        assert_eq!(told.0, status, "{secret:?}");
    }
    let seen = simkl.requests();
    let shown: Vec<_> = seen.iter().map(|seen| seen.had_secret).collect();
    assert_eq!(shown, [false, false, true, true, false, true, true]);
    assert!(!format!("{seen:?}").contains("s3cret"));
}
