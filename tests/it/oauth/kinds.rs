//! Every kind of application that Simkl's newer generation has, in every way, by the whole engine, which knows no more of
//! the server than its issuer.

use couchpin::auth::{DeviceAuthorization, Flow, Rejection, Secret, Service};
use couchpin::engine::{Engine, ServiceSetup};
use couchpin::pairing::{Check, Intent, Notice, Plan, SignInMethod, Stop, Unattended, View};
use couchpin::services::provider::{Provider, Settings};
use couchpin::tokens::{StoreChoice, Tokens};
use tempfile::TempDir;
use url::Url;

use super::approve_code;
use crate::engine::until;
use crate::support::setup::alone;
use crate::support::{Oidc, Opener, PlainBrowser, with_a_browser};

/// An engine with one of the server's applications.
struct Fixture {
    engine: Engine,
    folder: TempDir,
}

impl Fixture {
    fn with(oidc: &Oidc, client_id: &str, secret: Option<&str>) -> Self {
        let settings = Settings {
            client_id: Some(client_id.to_owned()),
            client_secret: secret.map(Secret::new),
            issuer: Some(oidc.issuer().to_owned()),
            ..Settings::at(Service::simkl(), &oidc.url)
        };
        let served = ServiceSetup {
            provider: Provider::new(settings).unwrap(),
            plan: Plan {
                ways: vec![SignInMethod::Code, SignInMethod::Browser],
                // It has no PIN flow, and says so with a 404.
                ..crate::support::setup::by_code(
                    Unattended::AtMost(4),
                    vec![Flow::Pin, Flow::Device],
                )
            },
        };
        let folder = tempfile::tempdir().unwrap();
        let tokens = Tokens::new(folder.path().to_owned(), StoreChoice::InFile);
        let engine = Engine::start(alone(served, tokens), |_| {}).unwrap();
        Self { engine, folder }
    }

    fn code(&self) -> DeviceAuthorization {
        until(&self.engine, "code", |view| match view {
            View::Waiting(waiting) => Some(waiting.code),
            _ => None,
        })
    }

    fn assert_paired(&self) {
        until(&self.engine, "pairing", |view| match view {
            // It knows nothing of Simkl's accounts.
            View::Paired { check, .. } => (check != Check::Pending).then_some(()),
            _ => None,
        });
        let tokens = Tokens::new(self.folder.path().to_owned(), StoreChoice::InFile);
        let record = tokens.load("simkl").unwrap().unwrap().record;
        assert!(record.refresh_token.is_some());
    }
}

/// The kinds that can do all: an id, and a secret where there is one.
const BOTH_WAYS: [(&str, Option<&str>); 2] =
    [("tv-browser", None), ("tv-secret", Some("canary-secret"))];

#[test]
#[ignore = "needs node and npm"]
fn every_kind_signs_in_by_a_code() {
    let oidc = Oidc::start();
    for (client_id, secret) in [BOTH_WAYS[0], BOTH_WAYS[1], ("tv-device", None)] {
        let fixture = Fixture::with(&oidc, client_id, secret);
        approve_code(&fixture.code());
        fixture.assert_paired();
    }
}

#[test]
#[ignore = "needs node and npm"]
fn a_secret_that_is_missing_is_named() {
    let oidc = Oidc::start();
    let fixture = Fixture::with(&oidc, "tv-secret", None);
    fixture.code();
    let stop = until(&fixture.engine, "refusal", |view| match view {
        View::Stopped(stop) => Some(stop),
        _ => None,
    });
    let error = "invalid_client".to_owned();
    assert_eq!(stop, Stop::Refused(Rejection::SecretWanted { error }));
}

#[test]
#[ignore = "needs node and npm"]
fn every_kind_signs_in_on_the_page_of_its_code_in_a_browser_here() {
    let test = "oauth::kinds::every_kind_signs_in_on_the_page_of_its_code_in_a_browser_here";
    with_a_browser(test, |opener| {
        let oidc = Oidc::start();
        let kinds = [BOTH_WAYS[0], BOTH_WAYS[1], ("tv-device", None)];
        for (turn, (client_id, secret)) in kinds.into_iter().enumerate() {
            let fixture = Fixture::with(&oidc, client_id, secret);
            let code = fixture.code();
            fixture.engine.send(Intent::OpenHere);
            let (_, page) = opener.browser(turn);
            assert_eq!(page, code.verification_uri_complete);
            until(&fixture.engine, "notice", |view| match view {
                View::Waiting(waiting) => {
                    (waiting.notice == Some(Notice::OpenedHere)).then_some(())
                }
                _ => None,
            });
            approve_code(&code);
            fixture.assert_paired();
        }
    });
}

fn choose_the_browser(fixture: &Fixture, opener: &Opener, turn: usize) -> (PlainBrowser, Url) {
    fixture.code();
    fixture.engine.send(Intent::SignIn(SignInMethod::Browser));
    opener.browser(turn)
}

#[test]
#[ignore = "needs node and npm"]
fn both_kinds_with_a_redirect_address_sign_in_through_a_browser() {
    let test = "oauth::kinds::both_kinds_with_a_redirect_address_sign_in_through_a_browser";
    with_a_browser(test, |opener| {
        let oidc = Oidc::start();
        for (turn, (client_id, secret)) in BOTH_WAYS.into_iter().enumerate() {
            let fixture = Fixture::with(&oidc, client_id, secret);
            let (mut browser, page) = choose_the_browser(&fixture, opener, turn);
            let page = browser.open(&page);
            let back = Oidc::sign_in(&page, &mut browser);
            let seen = browser.open(&back.url);
            assert!(seen.body.contains("Go back to your TV"), "{seen:?}");
            fixture.assert_paired();
        }
    });
}

#[test]
#[ignore = "needs node and npm"]
fn the_kind_without_a_redirect_address_is_refused_on_the_page_and_its_code_comes_back() {
    let test = "oauth::kinds::the_kind_without_a_redirect_address_is_refused_on_the_page_and_its_code_comes_back";
    with_a_browser(test, |opener| {
        let oidc = Oidc::start();
        let fixture = Fixture::with(&oidc, "tv-device", None);
        let (mut browser, page) = choose_the_browser(&fixture, opener, 0);
        let refused = browser.open(&page);
        assert_eq!(refused.status, 400, "{refused:?}");
        assert!(matches!(fixture.engine.view(), View::AwaitingCode(_)));
        fixture.engine.send(Intent::SignIn(SignInMethod::Code));
        approve_code(&fixture.code());
        fixture.assert_paired();
    });
}
