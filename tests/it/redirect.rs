//! The loopback redirect, by plain HTTP.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use couchpin::authorization::Secret;
use couchpin::redirect::{CannotListen, Expected, Landing, Redirect, address};
use couchpin::words::Language;

use crate::support::{Answer, Browser, SOON, Served, Site, say, wait_for};

fn expected(port: u16) -> Expected {
    Expected {
        port,
        state: Secret::new("right"),
        life: Duration::from_mins(5),
        service: "Simkl".into(),
        language: Language::English,
    }
}

fn listening() -> Redirect {
    Redirect::listen(expected(0)).unwrap()
}

fn get(redirect: &Redirect, path: &str) -> Answer {
    ask(redirect.port(), "GET", path)
}

fn ask(port: u16, method: &str, path: &str) -> Answer {
    let host = format!("127.0.0.1:{port}");
    let request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    say(&host, &request)
}

fn landing(redirect: &mut Redirect) -> Landing {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(async { tokio::time::timeout(SOON, redirect.landing()).await })
        .expect("it comes soon")
}

#[test]
fn the_address_to_register_is_exact() {
    assert_eq!(address(53682), "http://127.0.0.1:53682/callback");
}

#[test]
fn a_code_is_taken_and_the_browser_is_sent_back_to_the_television() {
    let mut redirect = listening();
    let page = get(&redirect, "/callback?code=abc&state=right");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Return to your TV"), "{}", page.body);
    assert!(!page.body.contains("abc") && !page.body.contains("right"));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert_eq!(landing(&mut redirect), Landing::Code(Secret::new("abc")));
}

#[test]
fn after_the_answer_nobody_listens_any_more() {
    let redirect = listening();
    let port = redirect.port();
    get(&redirect, "/callback?code=abc&state=right");
    wait_for("closed port", SOON, || {
        TcpStream::connect(("127.0.0.1", port)).err()
    });
}

#[test]
fn what_is_no_answer_is_refused_and_the_wait_goes_on() {
    let mut redirect = listening();
    let good = "/callback?code=abc&state=right";
    for (method, path, status) in [
        ("GET", "/", 404),
        ("GET", "/favicon.ico", 404),
        ("GET", "/callback/x?code=abc&state=right", 404),
        ("POST", good, 405),
        ("GET", "/callback", 400),
        ("GET", "/callback?code=evil&state=wrong", 400),
        ("GET", "/callback?error=access_denied&state=wrong", 400),
        ("GET", "/callback?code=evil&code=abc&state=right", 400),
    ] {
        let answer = ask(redirect.port(), method, path);
        assert_eq!(answer.status, status, "{method} {path}");
        assert!(!answer.body.contains("evil"));
    }
    let host = format!("127.0.0.1:{}", redirect.port());
    let rebound = format!("GET {good} HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    assert_eq!(say(&host, &rebound).status, 421);
    assert_eq!(get(&redirect, good).status, 200);
    assert_eq!(landing(&mut redirect), Landing::Code(Secret::new("abc")));
}

#[test]
fn of_many_answers_at_once_one_counts() {
    let mut redirect = listening();
    let host = format!("127.0.0.1:{}", redirect.port());
    let connect = |_| TcpStream::connect(&host).unwrap();
    let mut browsers: Vec<_> = (0..8).map(connect).collect();
    for (one, browser) in browsers.iter_mut().enumerate() {
        let request =
            format!("GET /callback?code={one}&state=right HTTP/1.1\r\nHost: {host}\r\n\r\n");
        // The first answer closes the others' connections, perhaps before they spoke.
        let _ = browser.write_all(request.as_bytes());
    }
    let answered = browsers.into_iter().filter(|mut browser| {
        let mut answer = String::new();
        let _ = browser.read_to_string(&mut answer);
        answer.starts_with("HTTP/1.1 200 ")
    });
    assert_eq!(answered.count(), 1);
    assert!(matches!(landing(&mut redirect), Landing::Code(_)));
}

#[test]
fn a_no_is_told() {
    let mut redirect = listening();
    let page = get(&redirect, "/callback?error=access_denied&state=right");
    assert!(page.body.contains("No access"), "{}", page.body);
    assert_eq!(landing(&mut redirect), Landing::Denied);
    assert_eq!(landing(&mut redirect), Landing::Denied, "and stays");
}

#[test]
fn a_refused_request_is_told_in_the_services_word() {
    let mut redirect = listening();
    get(&redirect, "/callback?error=invalid_scope&state=right");
    let refused = Landing::Refused("invalid_scope".into());
    assert_eq!(landing(&mut redirect), refused);
}

#[test]
fn when_nobody_comes_the_wait_ends_and_the_port_is_free() {
    let life = Duration::from_millis(100);
    let mut redirect = Redirect::listen(Expected {
        life,
        ..expected(0)
    })
    .unwrap();
    assert_eq!(landing(&mut redirect), Landing::TimeOver);
    let port = redirect.port();
    drop(redirect);
    TcpListener::bind(("127.0.0.1", port)).unwrap();
}

#[test]
fn a_taken_port_is_told_with_its_number() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = Redirect::listen(expected(port)).err().unwrap();
    assert!(matches!(error, CannotListen::PortTaken(told) if told == port));
    assert!(error.to_string().contains(&format!("port {port} ")));
}

#[test]
fn whoever_waits_again_at_once_finds_the_port_free() {
    let first = listening();
    let port = first.port();
    drop(first);
    for _ in 0..20 {
        let again = Redirect::listen(expected(port)).unwrap();
        get(&again, "/callback?code=abc&state=wrong");
        drop(again);
    }
}

#[test]
fn the_answer_is_in_the_browsers_language() {
    let redirect = listening();
    let host = format!("127.0.0.1:{}", redirect.port());
    let request = format!(
        "GET /callback?code=abc&state=right HTTP/1.1\r\nHost: {host}\r\nAccept-Language: ru\r\n\r\n"
    );
    assert!(say(&host, &request).body.contains("Вернитесь к телевизору"));
}

#[test]
#[ignore = "needs chromium and chromium-driver: run by .ci/run"]
fn a_browser_follows_the_consent_page_back_to_the_television() {
    let mut redirect = listening();
    let back = address(redirect.port());
    let site = Site::serving(move |path| match path.split('?').next() {
        Some("/oauth/authorize") => Served::Page("<a href=/allow>Allow</a>".into()),
        Some("/allow") => Served::Elsewhere(format!("{back}?code=abc&state=right")),
        _ => Served::Nothing,
    });
    let browser = Browser::on_a_computer("en");
    browser.open(&format!("{}/oauth/authorize", site.url));
    browser.press("a");
    assert_eq!(landing(&mut redirect), Landing::Code(Secret::new("abc")));
    wait_for("page", SOON, || {
        browser.url().contains("/callback").then_some(())
    });
    assert_eq!(browser.text("h1"), "Return to your TV");
    browser.photograph("redirect");
}
