//! Simkl's sign-in through a browser: the engine, a script for a browser, and a server that does as it is told. What
//! matters most: a code is sent once, whatever becomes of it.

#[cfg(feature = "tv")]
mod matrix;

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use couchpin::auth::{Flow, LOOPBACK, Rejection, Service, Trouble};
use couchpin::engine::{Engine, ServiceSetup};
use couchpin::pairing::{Check, CodeSource, Intent, Plan, SignInMethod, Stop, Unattended, View};
use couchpin::services::provider::{Provider, Settings};
use couchpin::tokens::{Preference, Tokens};
use ring::digest::{SHA256, digest};
use url::{Url, form_urlencoded};

use crate::engine::until;
use crate::support::setup::alone;
use crate::support::{Oidc, Opener, Page, PlainBrowser, SOON, wait_for, with_a_browser};

/// What becomes of the request for a token.
#[derive(Clone, Copy)]
enum Fate {
    /// It is given.
    Given,
    /// This status, and this answer.
    Answered(&'static str, &'static str),
    /// No answer comes.
    Lost,
    /// It is given after a while.
    GivenLate,
}

/// A Simkl, and all that it was asked: method, path and body.
struct Script {
    url: Url,
    asked: Arc<Mutex<Vec<(String, String)>>>,
}

impl Script {
    fn with(fate: Fate) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<_>>> = Arc::default();
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let Some((first, body, stream)) = heard(stream) else {
                    continue;
                };
                let wants_token = first.starts_with("POST /oauth") && first.contains("/token?");
                log.lock().unwrap().push((first, body));
                let ann = r#"{"user":{"name":"Ann"},"account":{"id":4242}}"#;
                let token = r#"{"access_token":"t0ken","token_type":"bearer","scope":"public"}"#;
                match fate {
                    _ if !wants_token => answer(stream, "200 OK", ann),
                    Fate::Given => answer(stream, "200 OK", token),
                    Fate::Answered(status, said) => answer(stream, status, said),
                    Fate::Lost => drop(stream),
                    Fate::GivenLate => {
                        thread::sleep(Duration::from_secs(2));
                        answer(stream, "200 OK", token);
                    }
                }
            }
        });
        let url = Url::parse(&url).unwrap();
        Self { url, asked }
    }

    /// The forms that were sent for a token.
    fn exchanges(&self) -> Vec<HashMap<String, String>> {
        let asked = self.asked.lock().unwrap();
        asked
            .iter()
            .filter(|(first, _)| first.starts_with("POST /oauth"))
            .map(|(_, body)| {
                form_urlencoded::parse(body.as_bytes())
                    .into_owned()
                    .collect()
            })
            .collect()
    }
}

fn heard(stream: TcpStream) -> Option<(String, String, TcpStream)> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let (mut line, mut length) = (String::new(), 0);
    while reader.read_line(&mut line).ok()? > 2 {
        let lower = line.to_ascii_lowercase();
        if let Some(value) = lower.strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let body = String::from_utf8(body).ok()?;
    Some((first, body, reader.into_inner()))
}

fn answer(mut stream: TcpStream, status: &str, body: &str) {
    let _ = write!(
        stream,
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
}

/// A household with this Simkl, whose browser comes back to this computer.
struct House {
    engine: Engine,
    folder: tempfile::TempDir,
}

impl House {
    /// With this port registered, which only the older doors need.
    fn asking(url: &Url, client_id: &str, doors: Flow, port: Option<u16>) -> Self {
        let settings = Settings {
            client_id: Some(client_id.to_owned()),
            ..Settings::at(Service::Simkl, url)
        };
        let served = ServiceSetup {
            provider: Provider::new(settings).unwrap(),
            plan: Plan {
                ways: vec![SignInMethod::Browser],
                redirect_port: port,
                ..Plan::by_code(Unattended::AtMost(4), vec![doors])
            },
            registration: None,
        };
        let folder = tempfile::tempdir().unwrap();
        let tokens = Tokens::new(folder.path().to_owned(), Preference::File);
        let engine = Engine::start(alone(served, tokens), |_| {}).unwrap();
        Self { engine, folder }
    }

    fn stopped(&self) -> Stop {
        until(&self.engine, "stop", |view| match view {
            View::Stopped(stop) => Some(stop),
            _ => None,
        })
    }

    /// Waits until the token is stored and was checked.
    fn paired(&self) -> (Check, String) {
        let check = until(&self.engine, "pairing", |view| match view {
            View::Paired { check, .. } => Some(check).filter(|check| *check != Check::Pending),
            _ => None,
        });
        let stored = self.stored().expect("it is stored");
        (check, stored)
    }

    fn stored(&self) -> Option<String> {
        stored(&self.folder)
    }
}

fn stored(folder: &tempfile::TempDir) -> Option<String> {
    let tokens = Tokens::new(folder.path().to_owned(), Preference::File);
    let stored = tokens.load("simkl").unwrap()?;
    Some(stored.record.access_token.expose().to_owned())
}

fn free_port() -> u16 {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    free.local_addr().unwrap().port()
}

fn parts(page: &Url) -> HashMap<String, String> {
    page.query_pairs().into_owned().collect()
}

/// Comes back from Simkl's page with this query, to which the state belongs.
fn come_back(browser: &mut PlainBrowser, page: &Url, query: &str, state: &str) -> Page {
    let mut back = Url::parse(&parts(page)["redirect_uri"]).unwrap();
    assert_eq!(
        (back.host_str(), back.path()),
        (Some("127.0.0.1"), "/callback")
    );
    back.set_query(Some(&format!("{query}&state={state}")));
    browser.open(&back)
}

/// Plays a sign-in: Simkl's page has been opened in the browser.
fn play(test: &str, fate: Fate, act: impl FnOnce(&Script, &House, &Opener)) {
    with_a_browser(&format!("simkl::{test}"), |opener| {
        let script = Script::with(fate);
        let house = House::asking(&script.url, "living-room", Flow::Pin, Some(free_port()));
        act(&script, &house, opener);
    });
}

#[test]
fn a_code_is_exchanged_with_the_proof_that_belongs_to_the_page() {
    let test = "a_code_is_exchanged_with_the_proof_that_belongs_to_the_page";
    play(test, Fate::Given, |script, house, opener| {
        let (mut browser, page) = opener.browser(0);
        assert_eq!(page.path(), "/oauth/authorize");
        let asked = parts(&page);
        assert_eq!(asked["code_challenge_method"], "S256");
        let seen = come_back(&mut browser, &page, "code=a%2Fb", &asked["state"]);
        assert!(seen.body.contains("Return to your TV"), "{}", seen.body);
        assert_eq!(house.paired(), (Check::Good, "t0ken".to_owned()));
        let exchanges = script.exchanges();
        let [form] = &exchanges[..] else {
            panic!("{exchanges:?}")
        };
        assert_eq!(form["code"], "a/b");
        assert_eq!(form["redirect_uri"], asked["redirect_uri"]);
        let hash = digest(&SHA256, form["code_verifier"].as_bytes());
        let challenge = BASE64_URL_SAFE_NO_PAD.encode(hash);
        assert_eq!(challenge, asked["code_challenge"]);
        assert_eq!(opener.count(), 1);
        opener.assert_not_logged(&[
            "a/b",
            "a%2Fb",
            "t0ken",
            &asked["state"],
            &form["code_verifier"],
        ]);
    });
}

/// A code whose exchange fails is never sent again: not by itself, and not by a person who tries.
fn burnt(test: &str, fate: Fate, trouble: Trouble) {
    play(test, fate, |script, house, opener| {
        let (mut browser, page) = opener.browser(0);
        come_back(&mut browser, &page, "code=abc", &parts(&page)["state"]);
        assert_eq!(house.stopped(), Stop::CodeLost(trouble));
        house.engine.wish(Intent::TryNow);
        let (_, next) = opener.browser(1);
        assert_ne!(parts(&page)["state"], parts(&next)["state"], "anew");
        // Whatever sends by itself what failed does so soon.
        thread::sleep(Duration::from_secs(2));
        assert_eq!(script.exchanges().len(), 1);
        assert_eq!(house.stored(), None);
    });
}

#[test]
fn a_code_is_sent_once_though_simkl_has_a_fault() {
    let test = "a_code_is_sent_once_though_simkl_has_a_fault";
    let fate = Fate::Answered("500 Internal Server Error", "{}");
    burnt(test, fate, Trouble::ServiceDown);
}

#[test]
fn a_code_is_sent_once_though_simkl_is_busy() {
    let test = "a_code_is_sent_once_though_simkl_is_busy";
    let fate = Fate::Answered("429 Too Many Requests", "{}");
    burnt(test, fate, Trouble::Busy);
}

#[test]
fn a_code_is_sent_once_though_the_answer_is_lost() {
    let test = "a_code_is_sent_once_though_the_answer_is_lost";
    burnt(test, Fate::Lost, Trouble::Unreachable);
}

#[test]
fn a_code_is_sent_once_though_the_answer_makes_no_sense() {
    let test = "a_code_is_sent_once_though_the_answer_makes_no_sense";
    let fate = Fate::Answered("200 OK", r#"{"access_"#);
    burnt(test, fate, Trouble::Malformed);
}

#[test]
fn whoever_leaves_while_the_token_is_on_its_way_leaves_it_in_the_store() {
    let test = "simkl::whoever_leaves_while_the_token_is_on_its_way_leaves_it_in_the_store";
    with_a_browser(test, |opener| {
        let script = Script::with(Fate::GivenLate);
        let house = House::asking(&script.url, "living-room", Flow::Pin, Some(free_port()));
        let (mut browser, page) = opener.browser(0);
        come_back(&mut browser, &page, "code=abc", &parts(&page)["state"]);
        until(&house.engine, "exchange", |view| {
            matches!(view, View::Exchanging { .. }).then_some(())
        });
        let House { engine, folder } = house;
        engine.leave();
        assert_eq!(stored(&folder).as_deref(), Some("t0ken"));
    });
}

#[test]
fn a_code_that_simkl_refuses_ends_the_sign_in() {
    let test = "a_code_that_simkl_refuses_ends_the_sign_in";
    let fate = Fate::Answered("400 Bad Request", r#"{"error":"grant_error"}"#);
    play(test, fate, |script, house, opener| {
        let (mut browser, page) = opener.browser(0);
        come_back(&mut browser, &page, "code=abc", &parts(&page)["state"]);
        assert_eq!(house.stopped(), Stop::CodeRefused);
        assert_eq!(script.exchanges().len(), 1);
    });
}

#[test]
fn a_redirect_address_that_simkl_does_not_know_is_told_whoever_says_so() {
    let test = "a_redirect_address_that_simkl_does_not_know_is_told_whoever_says_so";
    let error = "redirect_uri_mismatch".to_owned();
    let fate = Fate::Answered("400 Bad Request", r#"{"error":"redirect_uri_mismatch"}"#);
    play(test, fate, |_, house, opener| {
        let (mut browser, page) = opener.browser(0);
        come_back(&mut browser, &page, "code=abc", &parts(&page)["state"]);
        let refused = Stop::Refused(Rejection::Redirect { error });
        assert_eq!(house.stopped(), refused);
    });
}

#[test]
fn only_this_sign_ins_state_counts_and_a_no_is_told() {
    let test = "only_this_sign_ins_state_counts_and_a_no_is_told";
    play(test, Fate::Given, |script, house, opener| {
        let (mut browser, page) = opener.browser(0);
        until(&house.engine, "browser", |view| match view {
            View::AwaitingCode(consent) => (consent.reception == CodeSource::Browser).then_some(()),
            _ => None,
        });
        for query in ["code=evil", "error=access_denied"] {
            assert_eq!(come_back(&mut browser, &page, query, "another").status, 400);
        }
        let state = &parts(&page)["state"];
        let seen = come_back(&mut browser, &page, "error=access_denied", state);
        assert!(seen.body.contains("No access"), "{}", seen.body);
        assert_eq!(house.stopped(), Stop::NotAllowed);
        assert_eq!(script.exchanges().len(), 0, "and no other code was sent");
    });
}

/// Plays a sign-in at the newer doors.
fn play_newer(test: &str, fate: Fate, act: impl FnOnce(&Script, &House, &Opener)) {
    with_a_browser(&format!("simkl::{test}"), |opener| {
        let script = Script::with(fate);
        let house = House::asking(&script.url, "living-room", Flow::Device, None);
        act(&script, &house, opener);
    });
}

#[test]
fn the_newer_doors_take_whatever_port_is_free_and_get_it_again_with_the_code() {
    let test = "the_newer_doors_take_whatever_port_is_free_and_get_it_again_with_the_code";
    play_newer(test, Fate::Given, |script, house, opener| {
        let (mut browser, page) = opener.browser(0);
        assert_eq!(page.path(), "/oauth2/authorize");
        let registered = until(&house.engine, "browser", |view| match view {
            View::AwaitingCode(consent) => Some(consent.redirect_uri.clone()),
            _ => None,
        });
        assert_eq!(registered, LOOPBACK, "what a person registers has no port");
        let asked = parts(&page);
        let iss = script.url.as_str().trim_end_matches('/');
        let query = format!("code=abc&iss={iss}");
        let seen = come_back(&mut browser, &page, &query, &asked["state"]);
        assert!(seen.body.contains("Return to your TV"), "{}", seen.body);
        house.paired();
        let exchanges = script.exchanges();
        assert_eq!(exchanges[0]["redirect_uri"], asked["redirect_uri"]);
        let port = Url::parse(&asked["redirect_uri"]).unwrap().port();
        assert!(port.is_some_and(|port| port != 0));
    });
}

#[test]
fn an_answer_of_another_service_ends_the_sign_in_and_its_code_goes_nowhere() {
    let test = "an_answer_of_another_service_ends_the_sign_in_and_its_code_goes_nowhere";
    play_newer(test, Fate::Given, |script, house, opener| {
        for (turn, query) in [
            "code=abc&iss=https://evil.example",
            "code=abc",
            "error=access_denied&iss=https://evil.example",
        ]
        .into_iter()
        .enumerate()
        {
            let (mut browser, page) = opener.browser(turn);
            let seen = come_back(&mut browser, &page, query, &parts(&page)["state"]);
            let title = "The answer came from another service than Simkl";
            assert!(seen.body.contains(title), "{query}: {}", seen.body);
            assert_eq!(house.stopped(), Stop::OtherIssuer, "{query}");
            house.engine.wish(Intent::TryNow);
        }
        assert_eq!(script.exchanges().len(), 0);
    });
}

#[test]
fn a_code_that_outlived_a_missing_secret_is_sent_again_when_a_person_tries_again() {
    let test = "a_code_that_outlived_a_missing_secret_is_sent_again_when_a_person_tries_again";
    let error = "invalid_client".to_owned();
    let fate = Fate::Answered("401 Unauthorized", r#"{"error":"invalid_client"}"#);
    play_newer(test, fate, |script, house, opener| {
        let (mut browser, page) = opener.browser(0);
        let iss = script.url.as_str().trim_end_matches('/');
        let query = format!("code=abc&iss={iss}");
        come_back(&mut browser, &page, &query, &parts(&page)["state"]);
        let refused = Stop::Refused(Rejection::SecretWanted { error });
        assert_eq!(house.stopped(), refused);
        house.engine.wish(Intent::TryNow);
        wait_for("second exchange", SOON, || {
            (script.exchanges().len() == 2).then_some(())
        });
        let exchanges = script.exchanges();
        assert_eq!(exchanges[0]["code"], exchanges[1]["code"]);
        assert_eq!(exchanges[0]["code_verifier"], exchanges[1]["code_verifier"]);
        assert_eq!(opener.count(), 1, "no browser is opened again");
    });
}

#[test]
#[ignore = "needs node and npm"]
fn a_server_that_insists_on_s256_gives_the_engine_its_token() {
    let test = "simkl::a_server_that_insists_on_s256_gives_the_engine_its_token";
    with_a_browser(test, |opener| {
        let oidc = Oidc::start();
        let house = House::asking(&oidc.url, "tv-browser", Flow::Device, None);
        let (mut browser, page) = opener.browser(0);
        let page = browser.open(&page);
        let back = Oidc::sign_in(&page, &mut browser);
        let seen = browser.open(&back.url);
        assert!(seen.body.contains("Return to your TV"), "{seen:?}");
        // It knows nothing of Simkl's accounts.
        let (check, token) = house.paired();
        assert!(matches!(check, Check::Refused(_)), "{check:?}");
        assert!(!token.is_empty());
    });
}
