//! The answers of RFC 8628 and of Simkl's "AUTH V2" reference, and what they mean.

use serde_json::{Value, json};

use super::*;
use crate::auth::{Rejection, Service, Token};
use crate::services::http::Http;
use crate::services::oauth_client::{lacks_scope, read_refresh};
use crate::services::tests::{oauth_client, raw};

fn answer(status: u16, body: Value) -> HttpResponse {
    HttpResponse { status, body }
}

fn poll(status: u16, body: Value) -> Result<PollOutcome, RequestError> {
    read_poll(&answer(status, body), "id", &["DEVICE-SECRET", "BDWP-HQPK"])
}

fn code() -> Value {
    json!({
        "device_code": "GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS",
        "user_code": "BDWP-HQPK",
        "verification_uri": "https://simkl.com/pin",
        "verification_uri_complete": "https://simkl.com/pin?user_code=BDWP-HQPK",
        "expires_in": 900,
        "interval": 5
    })
}

fn grant<'a>(http: &'a Http, base: &Url, secret: Option<&str>) -> OAuthClient<'a> {
    oauth_client(
        http,
        base,
        secret,
        Service::simkl().oauth(Some(Flow::Device)).clone(),
    )
}

fn read_code(answer: &HttpResponse) -> Result<DeviceAuthorization, RequestError> {
    let [page, endpoint] = ["https://simkl.com/pin", "https://simkl.com/device"].map(Url::parse);
    super::read_code(
        answer,
        Flow::Device,
        &page.unwrap(),
        &endpoint.unwrap(),
        &[],
    )
}

#[test]
fn a_code_is_read_whole() {
    let got = read_code(&answer(200, code())).unwrap();
    assert_eq!(got.user_code.expose(), "BDWP-HQPK");
    let device_code = got.device_code.as_ref().unwrap();
    assert_eq!(
        device_code.expose(),
        "GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS"
    );
    assert_eq!(got.verification_uri.as_str(), "https://simkl.com/pin");
    let complete = "https://simkl.com/pin?user_code=BDWP-HQPK";
    assert_eq!(got.verification_uri_complete.as_str(), complete);
    assert_eq!(got.expires_in, Duration::from_mins(15));
    assert_eq!(got.interval, Duration::from_secs(5));
}

#[test]
fn the_address_with_the_code_is_optional_and_so_is_the_interval() {
    let mut body = code();
    let fields = body.as_object_mut().unwrap();
    fields.remove("verification_uri_complete");
    fields.remove("interval");
    let got = read_code(&answer(200, body)).unwrap();
    assert_eq!(got.verification_uri_complete, got.verification_uri);
    assert_eq!(got.interval, Duration::from_secs(5));
}

#[test]
fn a_page_that_is_not_the_services_own_is_not_shown() {
    let mut body = code();
    for bad in [
        "http://simkl.com/pin",
        "https://evil.example/pin?user_code=BDWP-HQPK",
        "https://simkl.com@evil.example/pin",
        "http://127.0.0.1:631",
    ] {
        body["verification_uri_complete"] = json!(bad);
        let got = read_code(&answer(200, body.clone())).unwrap();
        assert_eq!(got.verification_uri_complete, got.verification_uri, "{bad}");
        body["verification_uri"] = json!(bad);
        body["verification_url"] = json!(bad);
        let got = read_code(&answer(200, body.clone())).unwrap();
        assert_eq!(got.verification_uri.as_str(), "https://simkl.com/pin");
        body = code();
    }
    body["verification_uri"] = json!("https://www.simkl.com/device/");
    let got = read_code(&answer(200, body)).unwrap();
    assert_eq!(
        got.verification_uri.as_str(),
        "https://www.simkl.com/device/",
        "to the letter: there may be nothing without its slash"
    );
}

#[test]
fn a_code_without_its_key_is_malformed() {
    for field in ["device_code", "user_code"] {
        let mut body = code();
        body.as_object_mut().unwrap().remove(field);
        let error = read_code(&answer(200, body)).unwrap_err();
        assert_eq!(error, Trouble::Malformed.into(), "{field}");
    }
}

#[test]
fn a_code_beside_a_refusal_is_none() {
    let mut refused = code();
    refused["error"] = json!("invalid_client");
    for (status, body) in [(200, refused), (403, code()), (503, code())] {
        assert!(read_code(&answer(status, body)).is_err(), "{status}");
    }
}

#[test]
fn each_error_of_the_rfc_has_its_outcome() {
    for (error, outcome) in [
        ("authorization_pending", PollOutcome::Pending),
        ("slow_down", PollOutcome::SlowDown),
        ("expired_token", PollOutcome::Expired),
        ("access_denied", PollOutcome::Denied),
        ("invalid_grant", PollOutcome::CodeGone(None)),
    ] {
        // Status 400 by the RFC; some services say it under 200.
        for status in [400, 200] {
            assert_eq!(
                poll(status, json!({ "error": error })).unwrap(),
                outcome,
                "{error}"
            );
        }
    }
}

#[test]
fn any_other_error_is_a_refusal() {
    let rejected = |rejection| RequestError::Rejected(rejection);
    let error = "invalid_client".to_owned();
    assert_eq!(
        poll(401, json!({"error": "invalid_client"})).unwrap_err(),
        rejected(Rejection::ClientId { error })
    );
    for (status, body, error) in [
        (
            400,
            json!({"error": "unsupported_grant_type", "error_description": "no"}),
            "unsupported_grant_type",
        ),
        (400, json!({"error": "no such code BDWP-HQPK"}), ""),
        (403, Value::Null, ""),
    ] {
        let error = error.to_owned();
        assert_eq!(
            poll(status, body).unwrap_err(),
            rejected(Rejection::Other { status, error })
        );
    }
}

#[test]
fn a_token_is_read_whole() {
    let outcome = poll(
        200,
        json!({
            "access_token": "simkl_at_1", "refresh_token": "simkl_rt_1", "token_type": "Bearer",
            "expires_in": "604800", "scope": "media:read media:write"
        }),
    );
    let Ok(PollOutcome::Authorized(token)) = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(token.access_token.expose(), "simkl_at_1");
    assert_eq!(token.refresh_token.unwrap().expose(), "simkl_rt_1");
    assert_eq!(token.expires_in, Some(Duration::from_hours(7 * 24)));
    assert_eq!(token.scope.unwrap(), "media:read media:write");
    assert_eq!(token.client_id, "id");
}

#[test]
fn a_success_without_a_usable_token_is_malformed() {
    for body in [
        json!({}),
        Value::Null,
        json!({"access_token": ""}),
        json!({"access_token": "t", "token_type": "mac"}),
    ] {
        assert_eq!(poll(200, body).unwrap_err(), Trouble::Malformed.into());
    }
}

#[test]
fn a_scope_that_was_not_granted_is_seen() {
    assert!(!lacks_scope(
        "media:read media:write",
        "media:write media:read public"
    ));
    assert!(!lacks_scope(
        "media:read media:write",
        "media:read,media:write"
    ));
    assert!(lacks_scope("media:read media:write", "media:read"));
    assert!(lacks_scope("media:read", "media:read_only"));
    assert!(!lacks_scope("", ""));
}

#[tokio::test]
async fn the_forms_are_those_of_the_rfc() {
    let (base, server) = raw::serve(vec![
        raw::json("200 OK", &code().to_string()),
        raw::json("400 Bad Request", r#"{"error":"authorization_pending"}"#),
        raw::answer("200 OK", "", ""),
        raw::json("404 Not Found", r#"{"error":"Not Found"}"#),
    ]);
    let http = Http::new(&[&base]).unwrap();
    let grant = grant(&http, &base, None);
    let authorization = grant.request_code().await.unwrap();
    let outcome = grant.poll(&authorization).await.unwrap();
    assert_eq!(outcome, PollOutcome::Pending);
    let token = json::token(&json!({"access_token": "at", "refresh_token": "rt"}), "id").unwrap();
    assert!(grant.revoke(&token).await.unwrap());
    assert!(!grant.revoke(&token).await.unwrap());

    let requests = server.join().unwrap();
    let last_line = |i: usize| requests[i].rsplit_once("\r\n").unwrap().1;
    assert!(requests[0].starts_with("POST /device "), "{}", requests[0]);
    assert_eq!(
        last_line(0),
        "client_id=id&scope=media%3Aread+media%3Awrite"
    );
    assert!(requests[1].starts_with("POST /token "), "{}", requests[1]);
    assert_eq!(
        last_line(1),
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code\
         &device_code=GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS&client_id=id"
    );
    assert!(requests[2].starts_with("POST /revoke "), "{}", requests[2]);
    assert_eq!(
        last_line(2),
        "token=rt&token_type_hint=refresh_token&client_id=id"
    );
}

#[tokio::test]
async fn a_secret_goes_where_tokens_are_given_and_ended_and_not_where_codes_are() {
    let (base, server) = raw::serve(vec![
        raw::json("200 OK", &code().to_string()),
        raw::json("400 Bad Request", r#"{"error":"authorization_pending"}"#),
        raw::json("200 OK", r#"{"access_token":"new"}"#),
        raw::answer("200 OK", "", ""),
    ]);
    let http = Http::new(&[&base]).unwrap();
    let grant = grant(&http, &base, Some("canary"));
    let authorization = grant.request_code().await.unwrap();
    grant.poll(&authorization).await.unwrap();
    let token = json::token(&json!({"access_token": "at", "refresh_token": "rt"}), "id").unwrap();
    grant.refresh(&token).await.unwrap();
    grant.revoke(&token).await.unwrap();
    let requests = server.join().unwrap();
    let sent = |request: &String| request.ends_with("&client_id=id&client_secret=canary");
    let sent: Vec<_> = requests.iter().map(sent).collect();
    assert_eq!(sent, [false, true, true, true]);
    assert!(!requests[0].contains("canary"));
}

#[tokio::test]
async fn a_poll_that_is_refused_after_a_code_was_given_is_about_the_secret() {
    let error = || "invalid_client".to_owned();
    for (secret, why) in [
        (None, Rejection::SecretWanted { error: error() }),
        (Some("canary"), Rejection::ClientSecret { error: error() }),
    ] {
        let (base, server) = raw::serve(vec![
            raw::json("200 OK", &code().to_string()),
            raw::json("401 Unauthorized", r#"{"error":"invalid_client"}"#),
        ]);
        let http = Http::new(&[&base]).unwrap();
        let grant = grant(&http, &base, secret);
        let authorization = grant.request_code().await.unwrap();
        let refused = grant.poll(&authorization).await.unwrap_err();
        assert_eq!(refused, RequestError::Rejected(why));
        server.join().unwrap();
    }
}

#[tokio::test]
async fn a_token_that_may_do_less_than_was_asked_says_so() {
    for (granted, lacks) in [("media:read", true), ("media:read media:write", false)] {
        let token = json!({"access_token": "at", "refresh_token": "rt", "scope": granted});
        let (base, server) = raw::serve(vec![
            raw::json("200 OK", &code().to_string()),
            raw::json("200 OK", &token.to_string()),
        ]);
        let http = Http::new(&[&base]).unwrap();
        let grant = grant(&http, &base, None);
        let authorization = grant.request_code().await.unwrap();
        let outcome = grant.poll(&authorization).await.unwrap();
        let PollOutcome::Authorized(token) = outcome else {
            panic!("{outcome:?}")
        };
        assert_eq!(token.lacks_scope, lacks);
        server.join().unwrap();
    }
}

fn refreshed(status: u16, body: Value) -> Result<Token, RequestError> {
    read_refresh(&answer(status, body), "id", &["rt-secret"])
}

#[test]
fn a_refresh_keeps_silent_about_what_did_not_change() {
    let token = refreshed(200, json!({"access_token": "new", "expires_in": 604_800})).unwrap();
    assert_eq!(token.access_token.expose(), "new");
    assert_eq!(token.expires_in, Some(Duration::from_hours(7 * 24)));
    assert_eq!((token.refresh_token, token.scope), (None, None));
    let rotated = json!({"access_token": "new", "refresh_token": "rt-2", "scope": "media:read"});
    let token = refreshed(200, rotated).unwrap();
    assert_eq!(token.refresh_token.unwrap().expose(), "rt-2");
    assert_eq!(token.scope.as_deref(), Some("media:read"));
}

#[test]
fn each_refusal_of_a_refresh_says_whose_fault_it_is() {
    let error = |status, word| refreshed(status, json!({ "error": word })).unwrap_err();
    assert_eq!(
        error(400, "invalid_grant"),
        RequestError::Rejected(Rejection::Token)
    );
    assert_eq!(
        error(401, "invalid_client"),
        RequestError::Rejected(Rejection::ClientId {
            error: "invalid_client".into()
        })
    );
    assert_eq!(
        error(400, "invalid_request"),
        RequestError::Rejected(Rejection::Other {
            status: 400,
            error: "invalid_request".into()
        })
    );
    // A service that repeats the secret does not get it into a log.
    assert!(!format!("{:?}", error(400, "no rt-secret here")).contains("rt-secret"));
    for body in [json!({}), json!({"access_token": "two words"}), Value::Null] {
        assert_eq!(refreshed(200, body), Err(Trouble::Malformed.into()));
    }
}

#[tokio::test]
async fn a_refresh_is_one_form_with_the_refresh_token() {
    let (base, server) = raw::serve(vec![raw::json("200 OK", r#"{"access_token":"new"}"#)]);
    let http = Http::new(&[&base]).unwrap();
    let mut token =
        json::token(&json!({"access_token": "at", "refresh_token": "rt"}), "id").unwrap();
    let fresh = grant(&http, &base, None).refresh(&token).await.unwrap();
    assert_eq!(fresh.access_token.expose(), "new");
    let request = server.join().unwrap().remove(0);
    assert!(request.starts_with("POST /token "), "{request}");
    assert!(
        request.ends_with("\r\n\r\ngrant_type=refresh_token&refresh_token=rt&client_id=id"),
        "{request}"
    );
    token.refresh_token = None;
    assert_eq!(
        grant(&http, &base, None).refresh(&token).await,
        Err(RequestError::Rejected(Rejection::Token)),
        "and nothing is asked"
    );
}
