//! What goes to the page, what goes to the token endpoint, and what each failure leaves of the code.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use url::form_urlencoded;

use super::*;
use crate::auth::{OAuthRules, Trouble};
use crate::services::http::Http;
use crate::services::tests::{oauth_client, raw};
use url::Url;

const CODE: &str = "canary-code_0123456789012345678901234567890";

fn rules(failed_exchange: FailedExchange) -> OAuthRules {
    OAuthRules {
        scope: "read write".into(),
        pkce: Pkce::WithoutSecret,
        sends_iss: true,
        failed_exchange,
        ..OAuthRules::default()
    }
}

const REDIRECT: &str = "http://127.0.0.1:8765/callback";

/// A sign-in with a server that is not asked.
fn begin(secret: Option<&str>, rules: OAuthRules, redirect_uri: &str) -> SignIn {
    let nowhere = Url::parse("http://127.0.0.1:9/").unwrap();
    let http = Http::new(&[&nowhere]).unwrap();
    oauth_client(&http, &nowhere, secret, rules)
        .begin(redirect_uri)
        .unwrap()
}

fn pairs(text: &str) -> BTreeMap<String, String> {
    form_urlencoded::parse(text.as_bytes())
        .into_owned()
        .collect()
}

fn code() -> AuthorizationCode {
    AuthorizationCode::received(CODE).unwrap()
}

/// One exchange with a server that says these bytes; gives what came of it and the request.
async fn exchange(
    secret: Option<&str>,
    rules: OAuthRules,
    answer: Vec<u8>,
) -> (Result<Token, ExchangeError>, String) {
    let (base, server) = raw::serve(vec![answer]);
    let http = Http::new(&[&base]).unwrap();
    let client = oauth_client(&http, &base, secret, rules);
    let outcome = client
        .exchange(&client.begin(REDIRECT).unwrap(), &code())
        .await;
    (outcome, server.join().unwrap().remove(0))
}

#[test]
fn the_challenge_is_that_of_the_rfc() {
    // RFC 7636 appendix B.
    let verifier = Secret::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    let expected = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    assert_eq!(challenge(&verifier), expected);
}

#[test]
fn a_public_application_proves_itself_by_s256_and_keeps_its_verifier() {
    let sign_in = begin(None, rules(FailedExchange::SpendsCode), REDIRECT);
    let query = pairs(sign_in.address.query().unwrap());
    let verifier = sign_in.verifier.unwrap();
    assert_eq!(verifier.expose().len(), 43);
    let state = sign_in.state.unwrap();
    for (name, value) in [
        ("app", "tv"),
        ("response_type", "code"),
        ("client_id", "id"),
        ("redirect_uri", "http://127.0.0.1:8765/callback"),
        ("scope", "read write"),
        ("state", state.expose()),
        ("code_challenge", &challenge(&verifier)),
        ("code_challenge_method", "S256"),
    ] {
        assert_eq!(query[name], value, "{name}");
    }
    assert_eq!(query.len(), 8);
    assert!(!sign_in.address.as_str().contains(verifier.expose()));
}

#[test]
fn a_confidential_application_shows_nothing_of_its_secret_to_the_page() {
    let sign_in = begin(Some("canary"), rules(FailedExchange::LeavesCode), REDIRECT);
    assert_eq!(sign_in.verifier, None);
    let address = sign_in.address.as_str();
    assert!(!address.contains("canary") && !address.contains("challenge"));
    assert!(address.contains("&state="));
}

#[tokio::test]
async fn pkce_and_a_secret_go_together_where_a_service_wants_both() {
    let both = OAuthRules {
        pkce: Pkce::Always,
        ..rules(FailedExchange::ChecksClientFirst)
    };
    let sign_in = begin(Some("canary"), both.clone(), REDIRECT);
    let query = pairs(sign_in.address.query().unwrap());
    assert_eq!(query["code_challenge_method"], "S256");
    assert!(!sign_in.address.as_str().contains("canary"));
    let token = raw::json("200 OK", r#"{"access_token":"t"}"#);
    let (outcome, request) = exchange(Some("canary"), both, token).await;
    outcome.unwrap();
    let form = pairs(request.split_once("\r\n\r\n").unwrap().1);
    assert_eq!(form["client_secret"], "canary");
    assert_eq!(form["code_verifier"].len(), 43);
}

#[tokio::test]
async fn where_the_client_is_judged_first_only_its_refusal_leaves_the_code() {
    let refused = |status, error: &str| raw::json(status, &json!({ "error": error }).to_string());
    for (answer, left) in [
        (
            refused("401 Unauthorized", "invalid_client"),
            CodeState::Alive,
        ),
        (
            refused("400 Bad Request", "invalid_client"),
            CodeState::Alive,
        ),
        // It is also said of an id that is throttled, and nothing is known of the code then.
        (
            refused("412 Precondition Failed", "client_id_failed"),
            CodeState::Spent,
        ),
        (
            refused("400 Bad Request", "invalid_grant"),
            CodeState::Spent,
        ),
        (
            refused("400 Bad Request", "invalid_request"),
            CodeState::Spent,
        ),
        (
            raw::answer("429 Too Many Requests", "", ""),
            CodeState::Spent,
        ),
        (raw::answer("500 Oops", "", ""), CodeState::Spent),
        (Vec::new(), CodeState::Spent),
    ] {
        for secret in [None, Some("canary")] {
            let both = OAuthRules {
                pkce: Pkce::Always,
                ..rules(FailedExchange::ChecksClientFirst)
            };
            let (outcome, _) = exchange(secret, both, answer.clone()).await;
            assert_eq!(outcome.unwrap_err().code, left);
        }
    }
}

#[tokio::test]
async fn a_client_that_the_page_knew_lacks_its_secret_or_has_a_wrong_one() {
    let error = || "invalid_client".to_owned();
    for (secret, why) in [
        (None, Rejection::SecretWanted { error: error() }),
        (Some("canary"), Rejection::ClientSecret { error: error() }),
    ] {
        let answer = raw::json("401 Unauthorized", r#"{"error":"invalid_client"}"#);
        let (outcome, _) = exchange(secret, rules(FailedExchange::LeavesCode), answer).await;
        assert_eq!(outcome.unwrap_err().why, RequestError::Rejected(why));
    }
    let answer = raw::json("412 Precondition Failed", r#"{"error":"client_id_failed"}"#);
    let (outcome, _) = exchange(None, rules(FailedExchange::LeavesCode), answer).await;
    let error = "client_id_failed".to_owned();
    assert_eq!(
        outcome.unwrap_err().why,
        RequestError::Rejected(Rejection::ClientBlocked { error })
    );
}

#[test]
fn a_page_that_shows_its_code_is_asked_without_a_state() {
    let rules = rules(FailedExchange::LeavesCode);
    let sign_in = begin(Some("canary"), rules, OUT_OF_BAND);
    let query = pairs(sign_in.address.query().unwrap());
    assert_eq!(query["redirect_uri"], OUT_OF_BAND);
    assert!(!query.contains_key("state"));
}

#[test]
fn no_two_sign_ins_share_a_secret() {
    let rules = rules(FailedExchange::SpendsCode);
    let [one, other] = [(); 2].map(|()| begin(None, rules.clone(), REDIRECT));
    assert_ne!(one.state, other.state);
    assert_ne!(one.verifier, other.verifier);
    assert_ne!(one.state, one.verifier);
}

#[tokio::test]
async fn the_proof_goes_into_the_form_and_nowhere_else() {
    let token =
        r#"{"access_token":"canary-token","token_type":"bearer","expires_in":60,"scope":"read"}"#;
    for secret in [None, Some("canary-secret")] {
        let (outcome, request) = exchange(
            secret,
            rules(FailedExchange::SpendsCode),
            raw::json("200 OK", token),
        )
        .await;
        let token = outcome.unwrap();
        assert_eq!(token.access_token.expose(), "canary-token");
        assert!(token.lacks_scope, "only half of what was asked");
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("POST /token HTTP/1.1\r\n"), "{head}");
        assert!(!head.contains("canary"), "{head}");
        let form = pairs(body);
        assert_eq!(form["grant_type"], "authorization_code");
        assert_eq!(form["code"], CODE);
        assert_eq!(form["client_id"], "id");
        assert_eq!(form["redirect_uri"], "http://127.0.0.1:8765/callback");
        assert_eq!(form.get("client_secret").map(String::as_str), secret);
        assert_eq!(form.contains_key("code_verifier"), secret.is_none());
        assert_eq!(form.len(), 5);
    }
}

#[tokio::test]
async fn every_refusal_has_its_own_outcome_and_says_what_is_left_of_the_code() {
    let refused = |status, body: Value| raw::json(status, &body.to_string());
    let busy = RequestError::from(Trouble::Busy);
    for (answer, why, left) in [
        (
            refused("400 Bad Request", json!({"error": "invalid_grant"})),
            RequestError::Rejected(Rejection::Code),
            CodeState::Spent,
        ),
        (
            refused("401 Unauthorized", json!({"error": "invalid_client"})),
            RequestError::Rejected(Rejection::ClientSecret {
                error: "invalid_client".into(),
            }),
            CodeState::Alive,
        ),
        (
            refused(
                "400 Bad Request",
                json!({"error": "invalid_request", "error_description": "Missing required parameter: redirect_uri."}),
            ),
            RequestError::Rejected(Rejection::Request {
                said: "Missing required parameter: redirect_uri.".into(),
            }),
            CodeState::Alive,
        ),
        (
            refused(
                "400 Bad Request",
                json!({"error": "invalid_request", "error_description": CODE}),
            ),
            RequestError::Rejected(Rejection::Request {
                said: "invalid_request".into(),
            }),
            CodeState::Alive,
        ),
        (
            refused("400 Bad Request", json!({"error": "redirect_uri_mismatch"})),
            RequestError::Rejected(Rejection::Redirect {
                error: "redirect_uri_mismatch".into(),
            }),
            CodeState::Alive,
        ),
        (
            refused("400 Bad Request", json!({"error": "unauthorized_client"})),
            RequestError::Rejected(Rejection::Other {
                status: 400,
                error: "unauthorized_client".into(),
            }),
            CodeState::Alive,
        ),
        (
            raw::answer(
                "429 Too Many Requests",
                "Content-Type: text/plain\r\n",
                "Retry later\n",
            ),
            busy,
            CodeState::Alive,
        ),
        (
            raw::answer("403 Forbidden", "Content-Type: text/html\r\n", "<html>"),
            Trouble::Portal.into(),
            CodeState::Alive,
        ),
        (
            raw::answer("502 Bad Gateway", "", ""),
            Trouble::ServiceDown.into(),
            CodeState::Uncertain,
        ),
        (
            raw::json("200 OK", r#"{"access_tok"#),
            Trouble::Malformed.into(),
            CodeState::Uncertain,
        ),
        (
            Vec::new(),
            Trouble::Unreachable.into(),
            CodeState::Uncertain,
        ),
    ] {
        let (kept, _) = exchange(
            Some("canary-secret"),
            rules(FailedExchange::LeavesCode),
            answer.clone(),
        )
        .await;
        let error = kept.unwrap_err();
        assert_eq!((&error.why, error.code), (&why, left));
        assert!(!format!("{error} {error:?}").contains("canary"));
        let (spent, _) = exchange(
            Some("canary-secret"),
            rules(FailedExchange::SpendsCode),
            answer,
        )
        .await;
        let error = spent.unwrap_err();
        assert_eq!((error.why, error.code), (why, CodeState::Spent));
    }
}

#[test]
fn a_name_that_is_not_known_leaves_the_code_alive() {
    let why = RequestError::from(Trouble::Dns);
    let left = code_state_after(FailedExchange::LeavesCode, &why);
    assert_eq!(left, CodeState::Alive);
}
