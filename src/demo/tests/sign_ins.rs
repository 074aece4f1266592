//! Sign-ins through a browser, of both generations.

use std::collections::HashMap;
use std::time::Instant;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};

use super::*;
use crate::demo::sign_ins::BrowserAnswer;
use crate::demo::state::{AuthorizationRequest, Fields};

const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const BACK: &str = "http://127.0.0.1:40000/callback";

fn request() -> AuthorizationRequest {
    AuthorizationRequest {
        response_type: "code".into(),
        client_id: "me".into(),
        redirect_uri: BACK.into(),
        scope: "media:read media:write".into(),
        state: "st4te".into(),
        code_challenge: BASE64_URL_SAFE_NO_PAD.encode(digest(&SHA256, VERIFIER.as_bytes())),
        code_challenge_method: "S256".into(),
        app_name: "couchpin".into(),
    }
}

fn redirect(answer: BrowserAnswer) -> HashMap<String, String> {
    let BrowserAnswer::Redirect(to) = answer else {
        panic!("the browser stays")
    };
    assert!(to.as_str().starts_with(BACK));
    to.query_pairs().into_owned().collect()
}

fn fields(client_id: &str, code: &str, redirect_uri: &str, verifier: &str) -> Fields {
    Fields {
        client_id: client_id.into(),
        code: code.into(),
        redirect_uri: redirect_uri.into(),
        code_verifier: verifier.into(),
        ..Fields::default()
    }
}

fn key(state: &mut ServerState, flow: Flow, request: AuthorizationRequest, now: Instant) -> String {
    let BrowserAnswer::Question { key, .. } = state.open_page(flow, request, now) else {
        panic!("nothing is asked")
    };
    key
}

/// The code that "Allow" brings.
fn code(
    state: &mut ServerState,
    flow: Flow,
    request: AuthorizationRequest,
    now: Instant,
) -> String {
    let key = key(state, flow, request, now);
    redirect(state.answer_page(&key, true, now))
        .remove("code")
        .unwrap()
}

#[test]
fn the_answer_of_v2_carries_its_issuer_and_a_no_is_told() {
    let (mut state, t0) = (state(None), clock::now());
    for (allowed, carried) in [(true, "code"), (false, "error")] {
        let key = key(&mut state, Flow::Device, request(), t0);
        let answer = redirect(state.answer_page(&key, allowed, t0));
        assert_eq!(
            (answer["state"].as_str(), answer["iss"].as_str()),
            ("st4te", "http://127.0.0.1:1")
        );
        assert!(answer.len() == 3 && answer.contains_key(carried));
        let again = state.answer_page(&key, allowed, t0);
        assert!(matches!(again, BrowserAnswer::NoSignIn(_)), "once");
    }
}

#[test]
fn a_no_at_v1_brings_nothing_back_and_a_yes_no_issuer() {
    let (mut state, t0) = (state(None), clock::now());
    let page = key(&mut state, Flow::Pin, request(), t0);
    let no = state.answer_page(&page, false, t0);
    assert!(matches!(no, BrowserAnswer::NotAllowed));
    let page = key(&mut state, Flow::Pin, request(), t0);
    let yes = redirect(state.answer_page(&page, true, t0));
    assert!(yes.len() == 2 && yes.contains_key("code") && yes["state"] == "st4te");
}

#[test]
fn a_page_that_cannot_ask_sends_the_browser_back_only_where_that_is_safe() {
    let (mut state, t0) = (state(Some(Flow::Device)), clock::now());
    for address in [
        "http://example.com/callback",
        "https://127.0.0.1/callback",
        "x",
        "",
    ] {
        let request = AuthorizationRequest {
            redirect_uri: address.into(),
            ..request()
        };
        let told = state.open_page(Flow::Device, request, t0);
        assert!(matches!(told, BrowserAnswer::NoSignIn(_)), "{address}");
    }
    let other_generation = state.open_page(Flow::Pin, request(), t0);
    assert!(matches!(other_generation, BrowserAnswer::NoSignIn(_)));
    for (challenge, method) in [
        ("", ""),
        (VERIFIER, "plain"),
        (VERIFIER, "s256"),
        (VERIFIER, ""),
    ] {
        let request = AuthorizationRequest {
            code_challenge: challenge.into(),
            code_challenge_method: method.into(),
            ..request()
        };
        let answer = redirect(state.open_page(Flow::Device, request, t0));
        assert_eq!(
            (answer["error"].as_str(), answer["state"].as_str()),
            ("invalid_request", "st4te")
        );
    }
}

#[test]
fn a_code_gives_its_scope_once_to_the_one_who_began() {
    let late = Duration::from_mins(10);
    for flow in [Flow::Pin, Flow::Device] {
        let (mut state, t0) = (state(None), clock::now());
        for (client_id, back, verifier, after, fits) in [
            ("me", BACK, VERIFIER, Duration::ZERO, true),
            ("other", BACK, VERIFIER, Duration::ZERO, false),
            (
                "me",
                "http://127.0.0.1/callback",
                VERIFIER,
                Duration::ZERO,
                false,
            ),
            ("me", BACK, "", Duration::ZERO, false),
            ("me", BACK, "another", Duration::ZERO, false),
            ("me", BACK, VERIFIER, late, false),
        ] {
            let code = code(&mut state, flow, request(), t0);
            let granted =
                state.exchange(flow, &fields(client_id, &code, back, verifier), t0 + after);
            assert_eq!(granted.is_ok(), fits);
            if let Ok(grant) = granted {
                let scope = match flow {
                    Flow::Pin => "public",
                    Flow::Device => "media:read media:write",
                };
                assert_eq!(grant.scope, scope);
            }
            let again = state.exchange(flow, &fields("me", &code, BACK, VERIFIER), t0);
            assert!(again.is_err() || after == late, "it is used up");
        }
        let code = code(&mut state, flow, request(), t0);
        let other = match flow {
            Flow::Pin => Flow::Device,
            Flow::Device => Flow::Pin,
        };
        let granted = state.exchange(other, &fields("me", &code, BACK, VERIFIER), t0);
        assert!(granted.is_err());
    }
}
