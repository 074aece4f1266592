//! The one-time address alone, which leads a browser to the page of a code.

use std::net::TcpStream;
use std::time::Duration;

use couchpin::web::redirect::{ListenError, Redirect};
use couchpin::words::Language;

use crate::support::{Answer, SOON, now, say, wait_for};

const PAGE: &str = "https://simkl.com/pin/K7RQ4";

fn redirect_for(life: Duration) -> Redirect {
    now(Redirect::without_callback(
        PAGE.parse().unwrap(),
        life,
        Language::English,
    ))
    .unwrap()
}

fn redirect() -> Redirect {
    redirect_for(Duration::from_mins(1))
}

fn host(redirect: &Redirect) -> String {
    format!("127.0.0.1:{}", redirect.one_time_url().port().unwrap())
}

fn ask(redirect: &Redirect, method: &str, path: &str, host: &str) -> Answer {
    let request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    say(&self::host(redirect), &request)
}

fn wait_until_closed(host: &str) {
    wait_for("closed port", SOON, || TcpStream::connect(host).err());
}

#[test]
fn a_browser_is_sent_on_to_the_page_once_and_then_nothing_listens() {
    let redirect = redirect();
    let host = host(&redirect);
    // Every user of a computer can read the command line that this stands on.
    assert!(!redirect.one_time_url().as_str().contains("K7RQ4"));
    let sent = ask(&redirect, "GET", redirect.one_time_url().path(), &host);
    assert_eq!((sent.status, sent.header("location")), (303, Some(PAGE)));
    assert_eq!(
        sent.header("set-cookie"),
        None,
        "nothing comes back from it"
    );
    assert_eq!(sent.header("cache-control"), Some("no-store"));
    wait_until_closed(&host);
}

#[test]
fn what_is_not_that_address_is_refused_and_does_not_use_it_up() {
    let redirect = redirect();
    let (host, path) = (host(&redirect), redirect.one_time_url().path());
    for (method, path, host, status) in [
        ("GET", "/", &*host, 404),
        ("GET", "/go/aaaaaaaaaaaaaaaaaaaaaaaaaa", &host, 404),
        ("GET", "/callback?code=abc", &host, 404),
        ("HEAD", path, &host, 405),
        ("POST", path, &host, 405),
        ("GET", path, "evil.example", 421),
    ] {
        let answer = ask(&redirect, method, path, host);
        assert_eq!(answer.status, status, "{method} {path} at {host}");
        assert_eq!(answer.header("location"), None);
    }
    assert_eq!(ask(&redirect, "GET", path, &host).status, 303);
}

#[test]
fn it_is_closed_when_its_time_is_over_or_its_code_is_gone() {
    let late = redirect_for(Duration::from_millis(100));
    wait_until_closed(&host(&late));
    let gone = redirect();
    let host = host(&gone);
    drop(gone);
    wait_until_closed(&host);
}

#[test]
fn only_pages_on_the_web_are_led_to() {
    for page in ["file:///etc/passwd", "javascript:alert(1)", "tel:110"] {
        let page = page.parse().unwrap();
        let refused = now(Redirect::without_callback(page, SOON, Language::English));
        assert!(matches!(refused.err(), Some(ListenError::NoPage(_))));
    }
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "needs root, to be another user: run by .ci/run"]
fn another_user_of_this_computer_does_not_get_the_code_and_does_not_use_the_address_up() {
    let redirect = redirect();
    let path = redirect.one_time_url().path();
    let port = redirect.one_time_url().port().unwrap();
    let said = super::another_user_asks(port, "", path);
    assert!(said.starts_with("sent\nHTTP/1.1 403 "), "{said}");
    assert!(!said.contains("K7RQ4"), "{said}");
    let host = host(&redirect);
    assert_eq!(ask(&redirect, "GET", path, &host).status, 303);
}
