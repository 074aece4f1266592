//! Simkl's sign-in through a browser: the engine, a script for a browser, and the stand-in. What matters most: a code is
//! sent once, whatever becomes of it.

#[cfg(feature = "tv")]
mod matrix;
mod stand_in;

use std::collections::HashMap;
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use couchpin::auth::{Flow, LOOPBACK, Rejection, Service, Trouble};
use couchpin::engine::{Engine, ServiceSetup};
use couchpin::pairing::{Check, CodeSource, Intent, Plan, SignInMethod, Stop, Unattended, View};
use couchpin::services::provider::{Provider, Settings};
use couchpin::tokens::{StoreChoice, Tokens};
use ring::digest::{SHA256, digest};
use url::Url;

use crate::engine::until;
use crate::support::setup::alone;
use crate::support::simkl::{Fault, Kind, StandIn};
use crate::support::{Oidc, Opener, Page, PlainBrowser, SOON, wait_for, with_a_browser};

/// The answers to an exchange and to the check of its token, whatever the code was.
const GIVEN: [Fault; 2] = [
    Fault::Answer(
        200,
        r#"{"access_token":"t0ken","token_type":"bearer","scope":"public"}"#,
    ),
    Fault::Answer(200, r#"{"user":{"name":"Ann"},"account":{"id":4242}}"#),
];

/// The forms that were sent for a token.
fn exchanges(simkl: &StandIn) -> Vec<HashMap<String, String>> {
    let seen = simkl.requests().into_iter();
    let exchanges = seen.filter(|seen| seen.kind == Kind::Exchanged);
    exchanges.map(|seen| seen.form.0).collect()
}

/// The engine with this Simkl, whose browser comes back to this computer.
struct SignIn {
    engine: Engine,
    folder: tempfile::TempDir,
}

impl SignIn {
    /// With this port registered, which only V1 needs.
    fn start(url: &Url, client_id: &str, flow: Flow, port: Option<u16>) -> Self {
        let settings = Settings {
            client_id: Some(client_id.to_owned()),
            ..Settings::at(Service::simkl(), url)
        };
        let served = ServiceSetup {
            provider: Provider::new(settings).unwrap(),
            plan: Plan {
                ways: vec![SignInMethod::Browser],
                redirect_port: port,
                ..crate::support::setup::by_code(Unattended::AtMost(4), vec![flow])
            },
        };
        let folder = tempfile::tempdir().unwrap();
        let tokens = Tokens::new(folder.path().to_owned(), StoreChoice::InFile);
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
    let tokens = Tokens::new(folder.path().to_owned(), StoreChoice::InFile);
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

/// Plays a sign-in where Simkl's page is opened in the browser and the calls after it meet these faults.
fn play(
    test: &str,
    flow: Flow,
    faults: impl IntoIterator<Item = Fault>,
    act: impl FnOnce(&StandIn, SignIn, &Opener),
) {
    with_a_browser(&format!("simkl::{test}"), |opener| {
        let simkl = StandIn::of(flow);
        faults.into_iter().for_each(|fault| simkl.fail_next(fault));
        let port = (flow == Flow::Pin).then(free_port);
        let sign_in = SignIn::start(&simkl.api_url(), "living-room", flow, port);
        act(&simkl, sign_in, opener);
    });
}

#[test]
fn a_code_is_exchanged_with_the_proof_that_belongs_to_the_page() {
    let test = "a_code_is_exchanged_with_the_proof_that_belongs_to_the_page";
    play(test, Flow::Pin, GIVEN, |simkl, sign_in, opener| {
        let (mut browser, page) = opener.browser(0);
        assert_eq!(page.path(), "/oauth/authorize");
        let asked = parts(&page);
        assert_eq!(asked["code_challenge_method"], "S256");
        let seen = come_back(&mut browser, &page, "code=a%2Fb", &asked["state"]);
        assert!(seen.body.contains("Go back to your TV"), "{}", seen.body);
        assert_eq!(sign_in.paired(), (Check::Good, "t0ken".to_owned()));
        let exchanges = exchanges(simkl);
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
fn sent_once(test: &str, fault: Fault, trouble: Trouble) {
    play(test, Flow::Pin, [fault], |simkl, sign_in, opener| {
        let (mut browser, page) = opener.browser(0);
        come_back(&mut browser, &page, "code=abc", &parts(&page)["state"]);
        assert_eq!(sign_in.stopped(), Stop::CodeLost(trouble));
        sign_in.engine.send(Intent::TryNow);
        let (_, next) = opener.browser(1);
        assert_ne!(parts(&page)["state"], parts(&next)["state"], "anew");
        // Whatever sends by itself what failed does so soon.
        thread::sleep(Duration::from_secs(2));
        assert_eq!(exchanges(simkl).len(), 1);
        assert_eq!(sign_in.stored(), None);
    });
}

#[test]
fn a_code_is_sent_once_though_simkl_has_a_fault() {
    let test = "a_code_is_sent_once_though_simkl_has_a_fault";
    sent_once(test, Fault::Answer(500, "{}"), Trouble::ServiceDown);
}

#[test]
fn a_code_is_sent_once_though_simkl_is_busy() {
    let test = "a_code_is_sent_once_though_simkl_is_busy";
    sent_once(test, Fault::Answer(429, "{}"), Trouble::Busy);
}

#[test]
fn a_code_is_sent_once_though_the_answer_is_lost() {
    let test = "a_code_is_sent_once_though_the_answer_is_lost";
    sent_once(test, Fault::DropAfterHandling, Trouble::Unreachable);
}

#[test]
fn a_code_is_sent_once_though_the_answer_makes_no_sense() {
    let test = "a_code_is_sent_once_though_the_answer_makes_no_sense";
    let fault = Fault::Answer(200, r#"{"access_"#);
    sent_once(test, fault, Trouble::Malformed);
}

#[test]
fn leaving_while_the_token_is_on_its_way_leaves_it_in_the_store() {
    let test = "leaving_while_the_token_is_on_its_way_leaves_it_in_the_store";
    let late = Fault::Delay(Duration::from_secs(2));
    play(test, Flow::Pin, [late], |_, sign_in, opener| {
        let (mut browser, page) = opener.browser(0);
        let page = browser.open(&page);
        let back = browser.send(&page, 0, &[]);
        browser.open(&back.url);
        until(&sign_in.engine, "exchange", |view| {
            matches!(view, View::Exchanging { .. }).then_some(())
        });
        let SignIn { engine, folder } = sign_in;
        engine.leave();
        assert!(stored(&folder).is_some());
    });
}

#[test]
fn a_code_that_simkl_refuses_ends_the_sign_in() {
    let test = "a_code_that_simkl_refuses_ends_the_sign_in";
    let fault = Fault::Answer(400, r#"{"error":"grant_error"}"#);
    play(test, Flow::Pin, [fault], |simkl, sign_in, opener| {
        let (mut browser, page) = opener.browser(0);
        come_back(&mut browser, &page, "code=abc", &parts(&page)["state"]);
        assert_eq!(sign_in.stopped(), Stop::CodeRefused);
        assert_eq!(exchanges(simkl).len(), 1);
    });
}

#[test]
fn a_redirect_address_that_simkl_does_not_know_is_told_also_after_the_page() {
    let test = "a_redirect_address_that_simkl_does_not_know_is_told_also_after_the_page";
    let error = "redirect_uri_mismatch".to_owned();
    let fault = Fault::Answer(400, r#"{"error":"redirect_uri_mismatch"}"#);
    play(test, Flow::Pin, [fault], |_, sign_in, opener| {
        let (mut browser, page) = opener.browser(0);
        come_back(&mut browser, &page, "code=abc", &parts(&page)["state"]);
        let refused = Stop::Refused(Rejection::Redirect { error });
        assert_eq!(sign_in.stopped(), refused);
    });
}

#[test]
fn only_this_sign_ins_state_counts_and_a_no_is_told() {
    let test = "only_this_sign_ins_state_counts_and_a_no_is_told";
    play(test, Flow::Pin, GIVEN, |simkl, sign_in, opener| {
        let (mut browser, page) = opener.browser(0);
        until(&sign_in.engine, "browser", |view| match view {
            View::AwaitingCode(consent) => {
                (consent.code_source == CodeSource::Browser).then_some(())
            }
            _ => None,
        });
        for query in ["code=evil", "error=access_denied"] {
            assert_eq!(come_back(&mut browser, &page, query, "another").status, 400);
        }
        let state = &parts(&page)["state"];
        let seen = come_back(&mut browser, &page, "error=access_denied", state);
        assert!(seen.body.contains("No access"), "{}", seen.body);
        assert_eq!(sign_in.stopped(), Stop::NotAllowed);
        assert_eq!(exchanges(simkl).len(), 0, "and no other code was sent");
    });
}

#[test]
fn v2_takes_whatever_port_is_free_and_gets_it_again_with_the_code() {
    let test = "v2_takes_whatever_port_is_free_and_gets_it_again_with_the_code";
    play(test, Flow::Device, GIVEN, |simkl, sign_in, opener| {
        let (mut browser, page) = opener.browser(0);
        assert_eq!(page.path(), "/oauth2/authorize");
        let registered = until(&sign_in.engine, "browser", |view| match view {
            View::AwaitingCode(consent) => Some(consent.redirect_uri.clone()),
            _ => None,
        });
        assert_eq!(registered, LOOPBACK, "what a person registers has no port");
        let asked = parts(&page);
        let url = simkl.api_url();
        let iss = url.as_str().trim_end_matches('/');
        let query = format!("code=abc&iss={iss}");
        let seen = come_back(&mut browser, &page, &query, &asked["state"]);
        assert!(seen.body.contains("Go back to your TV"), "{}", seen.body);
        sign_in.paired();
        let exchanges = exchanges(simkl);
        assert_eq!(exchanges[0]["redirect_uri"], asked["redirect_uri"]);
        let port = Url::parse(&asked["redirect_uri"]).unwrap().port();
        assert!(port.is_some_and(|port| port != 0));
    });
}

#[test]
fn an_answer_of_another_service_ends_the_sign_in_and_its_code_goes_nowhere() {
    let test = "an_answer_of_another_service_ends_the_sign_in_and_its_code_goes_nowhere";
    play(test, Flow::Device, GIVEN, |simkl, sign_in, opener| {
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
            let title = "The answer came from a different service than Simkl";
            assert!(seen.body.contains(title), "{query}: {}", seen.body);
            assert_eq!(sign_in.stopped(), Stop::OtherIssuer, "{query}");
            sign_in.engine.send(Intent::TryNow);
        }
        assert_eq!(exchanges(simkl).len(), 0);
    });
}

#[test]
fn a_code_that_outlived_a_missing_secret_is_sent_again_when_a_person_tries_again() {
    let test = "a_code_that_outlived_a_missing_secret_is_sent_again_when_a_person_tries_again";
    let error = "invalid_client".to_owned();
    let fault = Fault::Answer(401, r#"{"error":"invalid_client"}"#);
    let faults = [fault.clone(), fault];
    play(test, Flow::Device, faults, |simkl, sign_in, opener| {
        let (mut browser, page) = opener.browser(0);
        let url = simkl.api_url();
        let iss = url.as_str().trim_end_matches('/');
        let query = format!("code=abc&iss={iss}");
        come_back(&mut browser, &page, &query, &parts(&page)["state"]);
        let refused = Stop::Refused(Rejection::SecretWanted { error });
        assert_eq!(sign_in.stopped(), refused);
        sign_in.engine.send(Intent::TryNow);
        wait_for("second exchange", SOON, || {
            (exchanges(simkl).len() == 2).then_some(())
        });
        let exchanges = exchanges(simkl);
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
        let sign_in = SignIn::start(&oidc.url, "tv-browser", Flow::Device, None);
        let (mut browser, page) = opener.browser(0);
        let page = browser.open(&page);
        let back = Oidc::sign_in(&page, &mut browser);
        let seen = browser.open(&back.url);
        assert!(seen.body.contains("Go back to your TV"), "{seen:?}");
        // It knows nothing of Simkl's accounts.
        let (check, token) = sign_in.paired();
        assert!(matches!(check, Check::Refused(_)), "{check:?}");
        assert!(!token.is_empty());
    });
}
