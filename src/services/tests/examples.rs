//! The services of `assets/services/examples`: their files, and what their answers to a poll mean.

use url::Url;

use super::{oauth_client, raw};
use crate::auth::{
    DeviceAuthorization, OAuthRules, PollOutcome, Reference, Rejection, RequestError,
    ServiceDescription,
};
use crate::services::http::Http;

fn described(name: &str) -> ServiceDescription {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/services/examples");
    let text = std::fs::read_to_string(format!("{folder}/{name}.toml")).unwrap();
    // Where an id is to be filled in.
    let text = text.replace('…', "id");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What came of a code and of one poll for it, and the two requests.
async fn poll(
    name: &str,
    (status, answer): (&str, &str),
) -> (Result<PollOutcome, RequestError>, Vec<String>) {
    let code = r#"{"device_code":"dc","user_code":"WDJB-MJHT","expires_in":900,"interval":5}"#;
    let answers = vec![raw::json("200 OK", code), raw::json(status, answer)];
    let (base, server) = raw::serve(answers);
    let http = Http::new(&[&base]).unwrap();
    let rules: OAuthRules = described(name).oauth;
    let client = oauth_client(&http, &base, Some("canary-secret"), rules);
    let code: DeviceAuthorization = client.request_code().await.unwrap();
    let outcome = client.poll(&code).await;
    (outcome, server.join().unwrap())
}

fn error(word: &str) -> String {
    format!("{{\"error\":\"{word}\"}}")
}

#[tokio::test]
async fn each_says_no_in_its_own_way() {
    let message = |word: &str| format!("{{\"status\":400,\"message\":\"{word}\"}}");
    let bad = "400 Bad Request";
    for (name, status, answer, meaning) in [
        (
            "google",
            "428 Precondition Required",
            error("authorization_pending"),
            PollOutcome::Pending,
        ),
        (
            "google",
            "403 Forbidden",
            error("slow_down"),
            PollOutcome::SlowDown,
        ),
        (
            "google",
            "403 Forbidden",
            error("access_denied"),
            PollOutcome::Denied,
        ),
        (
            "github",
            "200 OK",
            error("authorization_pending"),
            PollOutcome::Pending,
        ),
        (
            "github",
            "200 OK",
            error("expired_token"),
            PollOutcome::Expired,
        ),
        (
            "microsoft",
            bad,
            error("authorization_declined"),
            PollOutcome::Denied,
        ),
        (
            "microsoft",
            bad,
            error("bad_verification_code"),
            PollOutcome::CodeGone(None),
        ),
        (
            "twitch",
            bad,
            message("authorization_pending"),
            PollOutcome::Pending,
        ),
        (
            "twitch",
            bad,
            message("invalid device code"),
            PollOutcome::CodeGone(None),
        ),
        ("keycloak", bad, error("slow_down"), PollOutcome::SlowDown),
    ] {
        let (outcome, requests) = poll(name, (status, &answer)).await;
        assert_eq!(outcome, Ok(meaning), "{name}: {answer}");
        let asks_with_secret = requests[0].contains("canary-secret");
        assert_eq!(asks_with_secret, name != "google", "{name}");
        assert!(requests[1].contains("client_secret=canary-secret"));
    }
    let (outcome, _) = poll("twitch", (bad, &message("invalid client"))).await;
    let error = "invalid client".to_owned();
    let refused = Rejection::Other { status: 400, error };
    assert_eq!(outcome, Err(refused.into()));
}

#[tokio::test]
async fn a_scope_may_have_another_name_and_come_back_as_a_list() {
    let token = r#"{"access_token":"t","refresh_token":"r","expires_in":14000,"scope":["user:read:email"],"token_type":"bearer"}"#;
    let (outcome, requests) = poll("twitch", ("200 OK", token)).await;
    let Ok(PollOutcome::Authorized(token)) = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(token.scope.as_deref(), Some("user:read:email"));
    assert!(!token.lacks_scope);
    assert!(
        requests[0].contains("scopes=user%3Aread%3Aemail"),
        "{}",
        requests[0]
    );
}

#[test]
fn each_asks_where_its_file_says() {
    for name in ["google", "github", "microsoft", "twitch", "keycloak"] {
        let described = described(name);
        let base: &Url = described.api_url.as_ref().unwrap_or(&described.site_url);
        let token = described.oauth.token_endpoint.below(base);
        let issuer = described.issuer.as_ref().and_then(Reference::whole);
        let is_there = issuer.is_some() || token.path().ends_with("token");
        assert!(is_there, "{name}: {token}");
    }
}
