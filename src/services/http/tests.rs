//! The client against real sockets: each way in which an answer can fail to come.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Command;
use std::thread;

use super::*;
use crate::auth::Quota;
use crate::services::tests::raw;

fn at(url: &str) -> Url {
    Url::parse(url).unwrap()
}

async fn get(url: &Url) -> Result<HttpResponse, RequestError> {
    let patience = Duration::from_millis(300);
    let http = Http::with_limits(&[url], AGENT, [patience; 2], None).unwrap();
    http.get("GET test", url.clone(), None, &[]).await
}

/// What the client makes of one answer.
async fn told(answer: Vec<u8>) -> Result<HttpResponse, RequestError> {
    let (url, server) = raw::serve(vec![answer]);
    let outcome = get(&url).await;
    server.join().unwrap();
    outcome
}

async fn trouble(answer: Vec<u8>) -> Trouble {
    match told(answer).await {
        Err(RequestError::Transient { trouble, .. }) => trouble,
        other => panic!("{other:?}"),
    }
}

#[test]
fn plain_http_never_leaves_this_computer() {
    for good in [
        "https://api.simkl.com",
        "https://192.168.1.5:8443/x",
        "http://127.0.0.1:8080",
        "http://127.9.9.9/",
        "http://[::1]:1/",
        "http://localhost/",
    ] {
        assert!(check_base(&at(good)).is_ok(), "{good}");
    }
    for bad in [
        "http://api.simkl.com",
        "http://192.168.1.5",
        "http://localhost.example.org",
        "http://0.0.0.0",
        "ftp://127.0.0.1",
        "data:text/plain,x",
    ] {
        assert!(check_base(&at(bad)).is_err(), "{bad}");
    }
    let refused = check_base(&at("http://example.org/?code=secret")).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the address http://example.org cannot be used: it must begin with https:// \
         (http:// is only for this computer itself)"
    );
}

#[test]
fn an_address_with_a_name_or_a_password_is_refused_and_not_repeated() {
    for bad in [
        "https://me:secret@example.org/",
        "https://me@example.org/",
        "https://:secret@example.org/",
        "http://me:secret@127.0.0.1:8080/",
        "ftp://me:secret@example.org/",
    ] {
        let told = check_base(&at(bad)).unwrap_err().to_string();
        assert!(told.contains("user name or a password"), "{told}");
        assert!(!told.contains("secret") && !told.contains("me@"), "{told}");
    }
}

#[tokio::test]
async fn json_arrives_with_its_status_and_one_polite_request() {
    let (url, server) = raw::serve(vec![raw::json(
        "412 Precondition Failed",
        r#"{"error":"client_id_failed"}"#,
    )]);
    let http = Http::new(&[&url]).unwrap();
    let token = Secret::new("canary");
    let answer = http.get("GET test", url, Some(&token), &[]).await.unwrap();
    assert_eq!(answer.status, 412);
    assert_eq!(answer.body["error"], "client_id_failed");
    let request = server.join().unwrap().remove(0);
    let version = env!("CARGO_PKG_VERSION");
    assert!(
        request.contains(&format!("user-agent: couchpin/{version}\r\n")),
        "{request}"
    );
    assert!(
        request.contains("authorization: Bearer canary\r\n"),
        "{request}"
    );
}

#[tokio::test]
async fn a_closed_port_is_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = at(&format!("http://{}/", listener.local_addr().unwrap()));
    drop(listener);
    assert_eq!(get(&url).await.unwrap_err(), Trouble::Unreachable.into());
}

#[tokio::test]
async fn a_peer_that_hangs_up_is_unreachable() {
    assert_eq!(trouble(Vec::new()).await, Trouble::Unreachable);
}

#[tokio::test]
async fn a_reset_connection_is_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = at(&format!("http://{}/", listener.local_addr().unwrap()));
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        // Closing with bytes unread makes the system send a reset.
        stream.read_exact(&mut [0]).unwrap();
    });
    assert_eq!(get(&url).await.unwrap_err(), Trouble::Unreachable.into());
    server.join().unwrap();
}

#[tokio::test]
async fn silence_is_a_time_out() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = at(&format!("http://{}/", listener.local_addr().unwrap()));
    assert_eq!(get(&url).await.unwrap_err(), Trouble::Timeout.into());
    drop(listener);
}

#[tokio::test]
async fn silence_in_the_middle_of_an_answer_is_a_time_out() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = at(&format!("http://{}/", listener.local_addr().unwrap()));
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        // An answer before the question would be another fault.
        raw::read_request(&mut stream);
        stream
            .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"result\"")
            .unwrap();
        // Handed over, so that it stays open.
        stream
    });
    assert_eq!(get(&url).await.unwrap_err(), Trouble::Timeout.into());
    server.join().unwrap();
}

#[tokio::test]
async fn a_redirect_is_a_portal_and_is_not_followed() {
    let answer = raw::answer("302 Found", "Location: https://hotel.example/login\r\n", "");
    assert_eq!(trouble(answer).await, Trouble::Portal);
}

#[tokio::test]
async fn a_page_is_a_portal() {
    let page = |status| {
        raw::answer(
            status,
            "Content-Type: text/html; charset=utf-8\r\n",
            "<html>",
        )
    };
    assert_eq!(trouble(page("200 OK")).await, Trouble::Portal);
    assert_eq!(trouble(page("403 Forbidden")).await, Trouble::Portal);
    assert_eq!(trouble(page("404 Not Found")).await, Trouble::Portal);
    assert_eq!(
        trouble(page("503 Service Unavailable")).await,
        Trouble::ServiceDown
    );
    assert_eq!(trouble(page("429 Too Many Requests")).await, Trouble::Busy);
}

#[tokio::test]
async fn a_limit_for_the_day_is_read_from_the_body() {
    let answer = raw::answer(
        "429 Too Many Requests",
        "Content-Type: application/json\r\nRetry-After: 32400\r\n",
        r#"{"error":"user_limit_exceeded","code":429,"message":"x"}"#,
    );
    let nine_hours = Duration::from_hours(9);
    let before = clock::wall();
    let RequestError::Transient {
        trouble: Trouble::DailyLimit(Quota::Person, Some(until)),
        retry_after,
    } = told(answer).await.unwrap_err()
    else {
        panic!("it is a daily quota of the person's");
    };
    assert_eq!(retry_after, Some(nine_hours));
    assert!(before + nine_hours <= until && until <= clock::wall() + nine_hours);
}

#[tokio::test]
async fn a_busy_service_says_how_long_to_wait_in_either_form() {
    let wait = |headers: &str| told(raw::answer("429 Too Many Requests", headers, "Retry later"));
    let busy = |secs: Option<u64>| RequestError::Transient {
        trouble: Trouble::Busy,
        retry_after: secs.map(Duration::from_secs),
    };
    assert_eq!(
        wait("Retry-After: 30\r\n").await.unwrap_err(),
        busy(Some(30))
    );
    assert_eq!(
        wait("Retry-After: 86400\r\n").await.unwrap_err(),
        busy(Some(300))
    );
    assert_eq!(wait("").await.unwrap_err(), busy(None));
    // The service's own date counts, however wrong the clock is here.
    let dates =
        "Date: Tue, 01 Jan 2030 00:00:00 GMT\r\nRetry-After: Tue, 01 Jan 2030 00:01:00 GMT\r\n";
    assert_eq!(wait(dates).await.unwrap_err(), busy(Some(60)));
}

#[tokio::test]
async fn an_answer_cut_short_or_without_sense_is_malformed() {
    let cut = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"result\":\"OK\"}".to_vec();
    assert_eq!(trouble(cut).await, Trouble::Malformed);
    assert_eq!(
        trouble(raw::json("200 OK", "{\"result\":")).await,
        Trouble::Malformed
    );
    assert_eq!(
        trouble(raw::answer("200 OK", "", "fine")).await,
        Trouble::Malformed
    );
}

#[tokio::test]
async fn no_more_is_read_than_an_honest_answer_needs() {
    let body = format!("\"{}\"", "x".repeat(BODY_LIMIT));
    assert_eq!(
        trouble(raw::json("200 OK", &body)).await,
        Trouble::Malformed
    );
    let body = format!("\"{}\"", "x".repeat(BODY_LIMIT - 2));
    assert!(told(raw::json("200 OK", &body)).await.is_ok());
}

#[tokio::test]
async fn a_peer_that_does_not_speak_tls_is_not_trusted() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = at(&format!("http://{}/", listener.local_addr().unwrap()));
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream
            .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .unwrap();
        // Handed over, so that it stays open.
        stream
    });
    let mut https = url.clone();
    https.set_scheme("https").unwrap();
    // The client for plain HTTP: it needs no certificates to see that this is no TLS.
    let http = Http::new(&[&url]).unwrap();
    let error = http.get("GET test", https, None, &[]).await.unwrap_err();
    assert_eq!(error, Trouble::Tls.into());
    server.join().unwrap();
}

#[tokio::test]
async fn the_clock_is_judged_by_the_release_and_by_the_last_date_told() {
    let date = "Date: Tue, 01 Jan 2030 00:00:00 GMT\r\n";
    let (url, server) = raw::serve(vec![raw::answer("200 OK", date, "{}")]);
    let http = Http::new(&[&url]).unwrap();
    let (now, hour) = (clock::now(), Duration::from_hours(1));
    let release = SystemTime::UNIX_EPOCH + RELEASED;
    assert!(http.clock_is_wrong(SystemTime::UNIX_EPOCH, now));
    assert!(!http.clock_is_wrong(release + hour, now));

    http.get("GET test", url, None, &[]).await.unwrap();
    server.join().unwrap();
    let told = httpdate::parse_http_date("Tue, 01 Jan 2030 00:00:00 GMT").unwrap();
    assert!(http.clock_is_wrong(release + hour, now));
    assert!(!http.clock_is_wrong(told + hour, now));
    assert!(!http.clock_is_wrong(told - hour, now));
    assert!(http.clock_is_wrong(told + 26 * hour, now));
    // Two days later, both clocks have gone on.
    assert!(http.clock_is_wrong(told, now + 48 * hour));
    assert!(!http.clock_is_wrong(told + 48 * hour, now + 48 * hour));
}

/// The environment of a process cannot be changed safely from within, so this test starts itself again
/// on a machine without certificates and with a proxy that does not exist.
#[test]
fn without_ca_certificates_this_computer_is_reached_and_others_name_the_package() {
    let child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "--ignored",
            "services::http::tests::on_a_bare_machine",
        ])
        .env("SSL_CERT_FILE", "/nowhere/certificates.pem")
        .env("SSL_CERT_DIR", "/nowhere")
        .env("HTTP_PROXY", "http://127.0.0.1:9")
        .env("http_proxy", "http://127.0.0.1:9")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(
        child.status.success() && said.contains("1 passed"),
        "{said}"
    );
}

#[tokio::test]
#[ignore = "started by the test above, in an environment of its own"]
async fn on_a_bare_machine() {
    assert!(told(raw::json("200 OK", "{}")).await.is_ok());
    // Other systems keep their certificates where no variable points.
    if cfg!(target_os = "linux") {
        let error = Http::new(&[&at("https://api.simkl.com")]).unwrap_err();
        assert!(matches!(error, SetupError::NoCertificates), "{error:?}");
        assert!(error.to_string().contains("ca-certificates"), "{error}");
    }
}
