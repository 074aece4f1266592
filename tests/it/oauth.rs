//! The general clients against a general server: the code grant with S256 and with a secret, the device grant.
//! Needs node, and the package of `tests/oidc` (`npm ci --prefix tests/oidc`).

use couchpin::authorization::{
    CodeState, OUT_OF_BAND, PollOutcome, RedirectError, Rejection, RequestError, Secret, SignIn,
    Token,
};
use couchpin::services::client::Client;
use couchpin::services::code_grant::{CodeGrant, Failed};
use couchpin::services::device_grant::DeviceGrant;
use couchpin::services::http::Http;

use crate::support::{Oidc, PlainBrowser, now};

const SPENT: (RequestError, CodeState) =
    (RequestError::Rejected(Rejection::Code), CodeState::Spent);

fn code_grant(oidc: &Oidc, client: Client) -> CodeGrant {
    CodeGrant {
        authorization_endpoint: oidc.at("oauth2/authorize"),
        token_endpoint: oidc.at("oauth2/token"),
        client,
        redirect_uri: "http://127.0.0.1:8765/callback".into(),
        scope: "openid".into(),
        failed: Failed::LeavesTheCode,
    }
}

fn device_grant(oidc: &Oidc) -> DeviceGrant {
    DeviceGrant {
        device_authorization_endpoint: oidc.at("device/auth"),
        token_endpoint: oidc.at("oauth2/token"),
        revocation_endpoint: Some(oidc.at("token/revocation")),
        client_id: "tv-device".into(),
        scope: "openid".into(),
        page: oidc.at("device"),
    }
}

fn confidential() -> Client {
    Client {
        id: "tv-secret".into(),
        secret: Some(Secret::new("canary-secret")),
    }
}

/// The query with which the browser is sent back after a yes.
fn approve(sign_in: &SignIn) -> String {
    let browser = &mut PlainBrowser::default();
    let page = browser.open(&sign_in.address);
    let back = Oidc::sign_in(&page, browser);
    assert!(
        back.url.as_str().starts_with(&sign_in.redirect_uri),
        "{back:?}"
    );
    back.url.query().unwrap().to_owned()
}

/// Whose token it is, as the server says.
fn whose(oidc: &Oidc, http: &Http, token: &Token) -> (u16, String) {
    let answer = now(http.get("GET /me", oidc.at("me"), Some(&token.access_token))).unwrap();
    let name = answer.body["sub"].as_str().unwrap_or_default().to_owned();
    (answer.status, name)
}

fn ann() -> (u16, String) {
    (200, "ann".to_owned())
}

#[test]
#[ignore = "needs node and npm"]
fn a_public_client_signs_in_with_s256_from_end_to_end() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = code_grant(&oidc, Client::public("tv-browser"));
    let sign_in = grant.begin().unwrap();
    let query = approve(&sign_in);
    let other = grant.begin().unwrap();
    assert_eq!(other.code_in(&query), Err(RedirectError::Stranger));
    let code = sign_in.code_in(&query).unwrap();
    let token = now(grant.exchange(&http, &sign_in, &code)).unwrap();
    assert_eq!(whose(&oidc, &http, &token), ann());
    assert!(token.expires_in.unwrap().as_secs() <= 3600 && !token.lacks_scope);
    let again = now(grant.exchange(&http, &sign_in, &code)).unwrap_err();
    assert_eq!((again.why, again.code), SPENT);
}

#[test]
#[ignore = "needs node and npm"]
fn whoever_did_not_begin_gets_nothing_for_a_code() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = code_grant(&oidc, Client::public("tv-browser"));
    let sign_in = grant.begin().unwrap();
    let code = sign_in.code_in(&approve(&sign_in)).unwrap();
    let thief = grant.begin().unwrap();
    let error = now(grant.exchange(&http, &thief, &code)).unwrap_err();
    assert_eq!((error.why, error.code), SPENT);
}

#[test]
#[ignore = "needs node and npm"]
fn a_confidential_client_shows_its_secret_and_a_wrong_one_is_told() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = code_grant(&oidc, confidential());
    let sign_in = grant.begin().unwrap();
    let code = sign_in.code_in(&approve(&sign_in)).unwrap();
    let mut wrong = grant.clone();
    wrong.client.secret = Some(Secret::new("another"));
    let error = now(wrong.exchange(&http, &sign_in, &code)).unwrap_err();
    let refused = Rejection::ClientSecret {
        error: "invalid_client".into(),
    };
    assert_eq!(error.why, RequestError::Rejected(refused));
    assert_eq!(error.code, CodeState::Alive);
    let token = now(grant.exchange(&http, &sign_in, &code)).unwrap();
    assert_eq!(whose(&oidc, &http, &token), ann());
}

#[test]
#[ignore = "needs node and npm"]
fn an_address_that_is_not_registered_never_comes_back() {
    let oidc = Oidc::start();
    let grant = CodeGrant {
        redirect_uri: OUT_OF_BAND.into(),
        ..code_grant(&oidc, Client::public("tv-browser"))
    };
    let page = PlainBrowser::default().open(&grant.begin().unwrap().address);
    assert_eq!(page.status, 400, "{page:?}");
}

#[test]
#[ignore = "needs node and npm"]
fn the_device_grant_works_with_configuration_alone() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = device_grant(&oidc);
    let authorization = now(grant.request_code(&http)).unwrap();
    let poll = || now(grant.poll(&http, &authorization)).unwrap();
    assert_eq!(poll(), PollOutcome::Pending);
    let browser = &mut PlainBrowser::default();
    let given = browser.open(&authorization.verification_uri_complete);
    let confirm = browser.send(&given, 0, &[]);
    let code = authorization.user_code.expose();
    assert!(confirm.body.contains(code), "{confirm:?}");
    let page = browser.send(&confirm, 0, &[]);
    let done = Oidc::sign_in(&page, browser);
    assert_eq!(done.status, 200, "{done:?}");
    let PollOutcome::Authorized(token) = poll() else {
        panic!("not authorized");
    };
    assert_eq!(whose(&oidc, &http, &token), ann());

    let second = now(grant.refresh(&http, &token)).unwrap();
    assert_ne!(second.access_token, token.access_token);
    assert_eq!(whose(&oidc, &http, &second), ann());
    assert_eq!(now(grant.revoke(&http, &second)), Ok(true));
    let ended = now(grant.refresh(&http, &second)).unwrap_err();
    assert_eq!(ended, RequestError::Rejected(Rejection::Token));
    // Not before: a code that comes twice ends what it was given for (RFC 6749 §4.1.2).
    assert_eq!(poll(), PollOutcome::CodeGone(None));
}

#[test]
#[ignore = "needs node and npm"]
fn a_no_on_the_phone_is_told_to_the_device() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = device_grant(&oidc);
    let authorization = now(grant.request_code(&http)).unwrap();
    let browser = &mut PlainBrowser::default();
    let ask = browser.open(&authorization.verification_uri);
    let typed = [("user_code", authorization.user_code.expose())];
    let confirm = browser.send(&ask, 0, &typed);
    browser.send(&confirm, 0, &[("abort", "yes")]);
    let outcome = now(grant.poll(&http, &authorization)).unwrap();
    assert_eq!(outcome, PollOutcome::Denied);
}
