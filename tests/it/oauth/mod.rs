//! The general clients against a general server: the code grant with S256, with and without a secret, through the listener
//! for a browser; who answered it (RFC 9207); the device grant with and without a secret; and metadata (RFC 8414).
//! Needs node, and the package of `tests/oidc` (`npm ci --prefix tests/oidc`).

use std::time::Duration;

mod kinds;

use couchpin::auth::{
    AuthorizationCode, ClientCredentials, CodeState, DeviceAuthorization, FailedExchange, Flow,
    Issuer, LOOPBACK, OAuthRules, OUT_OF_BAND, Pkce, PollOutcome, Rejection, RequestError, Secret,
    Service, SignIn, SignInEvent, Token, loopback,
};
use couchpin::services::discovery::{ServerMetadata, discover};
use couchpin::services::http::Http;
use couchpin::services::oauth_client::OAuthClient;
use couchpin::services::provider::{Provider, Settings};
use couchpin::web::redirect::{ExpectedCallback, Port, Redirect};
use couchpin::words::Language;

use crate::support::{Oidc, PlainBrowser, code_in, now};

const SPENT: (RequestError, CodeState) =
    (RequestError::Rejected(Rejection::Code), CodeState::Spent);

fn client<'a>(oidc: &Oidc, http: &'a Http, credentials: ClientCredentials) -> OAuthClient<'a> {
    let mut device = oidc.at("device/auth");
    device
        .query_pairs_mut()
        .append_pair("client_id", &credentials.id);
    OAuthClient {
        http,
        server: ServerMetadata {
            issuer: issuer(oidc),
            authorization_endpoint: Some(oidc.at("oauth2/authorize")),
            token_endpoint: oidc.at("oauth2/token"),
            device_authorization_endpoint: Some(device),
            revocation_endpoint: Some(oidc.at("token/revocation")),
            poll_endpoint: None,
            userinfo_endpoint: None,
        },
        rules: OAuthRules {
            scope: "openid".into(),
            pkce: Pkce::Always,
            sends_iss: true,
            failed_exchange: FailedExchange::LeavesCode,
            code_lifetime: Some(60),
            ..OAuthRules::default()
        },
        credentials,
        verification_page: oidc.at("device"),
    }
}

/// Any port will do: none is registered.
fn redirect_uri() -> String {
    loopback(53682)
}

fn issuer(oidc: &Oidc) -> Issuer {
    Issuer {
        identifier: oidc.issuer().to_owned(),
        sends_iss: true,
    }
}

fn confidential(id: &str) -> ClientCredentials {
    ClientCredentials {
        id: id.into(),
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

/// Plays the person who approves a code.
fn approve_code(authorization: &DeviceAuthorization) {
    let browser = &mut PlainBrowser::default();
    let given = browser.open(&authorization.verification_uri_complete);
    let confirm = browser.send(&given, 0, &[]);
    let code = authorization.user_code.expose();
    assert!(confirm.body.contains(code), "{confirm:?}");
    let page = browser.send(&confirm, 0, &[]);
    let done = Oidc::sign_in(&page, browser);
    assert_eq!(done.status, 200, "{done:?}");
}

/// Whose token it is, as the server says.
fn whose(oidc: &Oidc, http: &Http, token: &Token) -> (u16, String) {
    let answer = now(http.get("GET /me", oidc.at("me"), Some(&token.access_token), &[])).unwrap();
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
    let grant = client(&oidc, &http, ClientCredentials::public("tv-browser"));
    let sign_in = grant.begin(&redirect_uri()).unwrap();
    let query = approve(&sign_in);
    let other = grant.begin(&redirect_uri()).unwrap();
    assert_eq!(other.redirected(&query), None);
    let code = code_in(&sign_in, &query);
    let token = now(grant.exchange(&sign_in, &code)).unwrap();
    assert_eq!(whose(&oidc, &http, &token), ann());
    assert!(token.expires_in.unwrap().as_secs() <= 3600 && !token.lacks_scope);
    let again = now(grant.exchange(&sign_in, &code)).unwrap_err();
    assert_eq!((again.why, again.code), SPENT);
}

#[test]
#[ignore = "needs node and npm"]
fn whoever_did_not_begin_gets_nothing_for_a_code() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = client(&oidc, &http, ClientCredentials::public("tv-browser"));
    let sign_in = grant.begin(&redirect_uri()).unwrap();
    let code = code_in(&sign_in, &approve(&sign_in));
    let thief = grant.begin(&redirect_uri()).unwrap();
    let error = now(grant.exchange(&thief, &code)).unwrap_err();
    assert_eq!((error.why, error.code), SPENT);
}

/// A sign-in through the listener, on whatever port is free.
fn through_the_listener(oidc: &Oidc, grant: &OAuthClient<'_>) -> (SignIn, Redirect) {
    let port = now(Port::take(None)).unwrap();
    let sign_in = grant.begin(&port.redirect_uri()).unwrap();
    let expected = ExpectedCallback {
        sign_in: sign_in.clone(),
        life: Duration::from_mins(5),
        service: "Simkl".into(),
        language: Language::English,
    };
    let redirect = Redirect::listen(port, expected).unwrap();
    let browser = &mut PlainBrowser::default();
    let sent = browser.open(redirect.one_time_url()).url;
    assert_eq!(sent.origin(), oidc.url.origin());
    let page = browser.open(&sent);
    let back = Oidc::sign_in(&page, browser);
    assert!(back.url.as_str().starts_with(&sign_in.redirect_uri));
    browser.open(&back.url);
    (sign_in, redirect)
}

fn landing(mut redirect: Redirect) -> SignInEvent {
    now(redirect.event())
}

fn landed_code(redirect: Redirect) -> AuthorizationCode {
    match landing(redirect) {
        SignInEvent::Code(code) => code,
        other => panic!("{other:?}"),
    }
}

#[test]
#[ignore = "needs node and npm"]
fn a_confidential_client_shows_its_secret_and_its_proof_on_whatever_port_is_free() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = client(&oidc, &http, confidential("tv-secret"));
    let (sign_in, redirect) = through_the_listener(&oidc, &grant);
    let code = landed_code(redirect);
    for (secret, refused) in [
        (
            Some(Secret::new("another")),
            Rejection::ClientSecret {
                error: "invalid_client".into(),
            },
        ),
        (
            None,
            Rejection::SecretWanted {
                error: "invalid_client".into(),
            },
        ),
    ] {
        let mut wrong = grant.clone();
        wrong.credentials.secret = secret;
        let error = now(wrong.exchange(&sign_in, &code)).unwrap_err();
        assert_eq!(error.why, RequestError::Rejected(refused));
        assert_eq!(error.code, CodeState::Alive);
    }
    let token = now(grant.exchange(&sign_in, &code)).unwrap();
    assert_eq!(whose(&oidc, &http, &token), ann());
}

#[test]
#[ignore = "needs node and npm"]
fn a_secret_does_for_no_proof() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let mut without = client(&oidc, &http, confidential("tv-secret"));
    without.rules.pkce = Pkce::Never;
    let sign_in = without.begin(&redirect_uri()).unwrap();
    let back = PlainBrowser::default().open(&sign_in.address).url;
    let refused = SignInEvent::Refused("invalid_request".to_owned());
    assert_eq!(sign_in.redirected(back.query().unwrap()), Some(refused));

    let grant = client(&oidc, &http, confidential("tv-secret"));
    let sign_in = grant.begin(&redirect_uri()).unwrap();
    let code = code_in(&sign_in, &approve(&sign_in));
    let other = grant.begin(&redirect_uri()).unwrap();
    let error = now(grant.exchange(&other, &code)).unwrap_err();
    assert_eq!((error.why, error.code), SPENT, "with another proof");
}

#[test]
#[ignore = "needs node and npm"]
fn a_code_of_another_issuer_is_refused_and_the_browser_is_told() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let mut grant = client(&oidc, &http, confidential("tv-secret"));
    grant.server.issuer.identifier = "https://simkl.com".into();
    let (_, redirect) = through_the_listener(&oidc, &grant);
    assert_eq!(landing(redirect), SignInEvent::OtherIssuer);

    let grant = client(&oidc, &http, confidential("tv-secret"));
    let sign_in = grant.begin(&redirect_uri()).unwrap();
    let query = approve(&sign_in);
    code_in(&sign_in, &query);
    let iss = query
        .split('&')
        .find(|pair| pair.starts_with("iss="))
        .unwrap();
    let stripped = query.replace(iss, "x=y");
    assert_eq!(
        sign_in.redirected(&stripped),
        Some(SignInEvent::OtherIssuer)
    );
}

#[test]
#[ignore = "needs node and npm"]
fn a_no_of_another_issuer_is_not_taken_for_a_no() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = client(&oidc, &http, ClientCredentials::public("tv-browser"));
    let sign_in = grant.begin(&redirect_uri()).unwrap();
    let browser = &mut PlainBrowser::default();
    let mut abort = browser.open(&sign_in.address).url;
    abort.set_path(&format!("{}/abort", abort.path()));
    let back = browser.open(&abort).url;
    let query = back.query().unwrap();
    assert_eq!(sign_in.redirected(query), Some(SignInEvent::Denied));
    let elsewhere = SignIn {
        issuer: Issuer {
            identifier: "https://simkl.com".into(),
            sends_iss: true,
        },
        ..sign_in
    };
    assert_eq!(elsewhere.redirected(query), Some(SignInEvent::OtherIssuer));
}

#[test]
#[ignore = "needs node and npm"]
fn an_address_that_is_not_registered_never_comes_back() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = client(&oidc, &http, ClientCredentials::public("tv-browser"));
    let page = PlainBrowser::default().open(&grant.begin(OUT_OF_BAND).unwrap().address);
    assert_eq!(page.status, 400, "{page:?}");
}

#[test]
#[ignore = "needs node and npm"]
fn the_device_grant_works_with_configuration_alone() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = client(&oidc, &http, ClientCredentials::public("tv-device"));
    let authorization = now(grant.request_code()).unwrap();
    let poll = || now(grant.poll(&authorization)).unwrap();
    assert_eq!(poll(), PollOutcome::Pending);
    approve_code(&authorization);
    let PollOutcome::Authorized(token) = poll() else {
        panic!("not authorized");
    };
    assert_eq!(whose(&oidc, &http, &token), ann());

    let second = now(grant.refresh(&token)).unwrap();
    assert_ne!(second.access_token, token.access_token);
    assert_eq!(whose(&oidc, &http, &second), ann());
    assert_eq!(now(grant.revoke(&second)), Ok(true));
    let ended = now(grant.refresh(&second)).unwrap_err();
    assert_eq!(ended, RequestError::Rejected(Rejection::Token));
    // Not before: a code that comes twice ends what it was given for (RFC 6749 §4.1.2).
    assert_eq!(poll(), PollOutcome::CodeGone(None));
}

#[test]
#[ignore = "needs node and npm"]
fn a_no_on_the_phone_is_told_to_the_device() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = client(&oidc, &http, ClientCredentials::public("tv-device"));
    let authorization = now(grant.request_code()).unwrap();
    let browser = &mut PlainBrowser::default();
    let ask = browser.open(&authorization.verification_uri);
    let typed = [("user_code", authorization.user_code.expose())];
    let confirm = browser.send(&ask, 0, &typed);
    browser.send(&confirm, 0, &[("abort", "yes")]);
    let outcome = now(grant.poll(&authorization)).unwrap();
    assert_eq!(outcome, PollOutcome::Denied);
}

#[test]
#[ignore = "needs node and npm"]
fn a_device_with_a_secret_shows_it_wherever_a_token_is_and_gets_its_code_without() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let grant = client(&oidc, &http, confidential("tv-secret"));
    let without = client(&oidc, &http, ClientCredentials::public("tv-secret"));
    let error = || "invalid_client".to_owned();
    let refused = |rejection| Err(RequestError::Rejected(rejection));
    let authorization = now(without.request_code()).unwrap();
    let wanted = Rejection::SecretWanted { error: error() };
    assert_eq!(now(without.poll(&authorization)), refused(wanted));
    let mut wrong = grant.clone();
    wrong.credentials.secret = Some(Secret::new("another"));
    let wrong_secret = Rejection::ClientSecret { error: error() };
    assert_eq!(now(wrong.poll(&authorization)), refused(wrong_secret));
    let poll = || now(grant.poll(&authorization)).unwrap();
    assert_eq!(poll(), PollOutcome::Pending, "the code has not suffered");
    approve_code(&authorization);
    let PollOutcome::Authorized(token) = poll() else {
        panic!("not authorized");
    };
    assert!(now(without.refresh(&token)).is_err());
    let second = now(grant.refresh(&token)).unwrap();
    assert_eq!(whose(&oidc, &http, &second), ann());
    assert!(now(without.revoke(&second)).is_err());
    assert_eq!(now(grant.revoke(&second)), Ok(true));
}

#[test]
#[ignore = "needs node and npm"]
fn every_address_is_found_by_the_issuer() {
    let oidc = Oidc::start();
    let http = Http::new(&[&oidc.url]).unwrap();
    let metadata = now(discover(&http, oidc.issuer())).unwrap();
    assert_eq!(metadata.issuer, issuer(&oidc), "it sends iss, and says so");
    assert_eq!(
        metadata.device_authorization_endpoint,
        Some(oidc.at("device/auth"))
    );
    let with_slash = format!("{}/", oidc.issuer());
    let other = now(discover(&http, &with_slash)).unwrap_err();
    let issuer = with_slash;
    assert_eq!(
        other,
        RequestError::Rejected(Rejection::Metadata { issuer }),
        "compared letter by letter"
    );
}

#[test]
#[ignore = "needs node and npm"]
fn both_ways_work_where_only_the_issuer_is_known() {
    let oidc = Oidc::start();
    let simkl = |client_id: &str| {
        // There is nothing at the documented addresses.
        let nowhere = "http://127.0.0.1:9".parse().unwrap();
        Provider::new(Settings {
            client_id: Some(client_id.to_owned()),
            site_url: nowhere,
            issuer: Some(oidc.issuer().to_owned()),
            ..Settings::at(Service::simkl(), &oidc.url)
        })
        .unwrap()
    };
    let tv = simkl("tv-device");
    let authorization = now(tv.request_code(Flow::Device)).unwrap();
    approve_code(&authorization);
    let PollOutcome::Authorized(token) = now(tv.poll(&authorization)).unwrap() else {
        panic!("not authorized");
    };
    let second = now(tv.refresh(&token)).unwrap();
    assert_eq!(now(tv.end(&second)), Ok(true));

    let browser = simkl("tv-browser");
    let sign_in = now(browser.begin(Some(Flow::Device), &redirect_uri())).unwrap();
    assert_eq!(sign_in.registered_address(), LOOPBACK);
    let code = code_in(&sign_in, &approve(&sign_in));
    now(browser.exchange(&sign_in, &code)).unwrap();
}
