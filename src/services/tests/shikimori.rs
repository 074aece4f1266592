//! Shikimori's answers as its guide and its visitors tell them, and what each means.

use serde_json::json;

use crate::auth::{
    AuthorizationCode, CodeState, ExchangeError, OUT_OF_BAND, Rejection, RequestError, Secret,
    Service, Token, Trouble,
};
use crate::services::code_grant::BeginError;
use crate::services::provider::{Provider, Settings};
use crate::services::tests::{self, raw};
use url::Url;

const CODE: &str = "ueXl9jRh_2pWnM4sE-0vTkqYbC1dGzFa7oIx5HrLu8Q";

fn settings(url: &Url) -> Settings {
    Settings {
        client_id: Some("id".into()),
        client_secret: Some(Secret::new("canary-secret")),
        ..Settings::at(Service::shikimori(), url)
    }
}

fn token() -> Token {
    tests::token("older-id", Some("canary-refresh"))
}

/// One request to a server that says these bytes.
async fn ask<T>(answer: Vec<u8>, request: impl AsyncFnOnce(&Provider) -> T) -> (T, String) {
    let (url, server) = raw::serve(vec![answer]);
    let shikimori = Provider::new(settings(&url)).unwrap();
    let outcome = request(&shikimori).await;
    (outcome, server.join().unwrap().remove(0))
}

async fn exchange(answer: Vec<u8>) -> (Result<Token, ExchangeError>, String) {
    let code = AuthorizationCode::typed(CODE).unwrap();
    ask(answer, async |shikimori| {
        let sign_in = shikimori.begin(None, OUT_OF_BAND).await.unwrap();
        shikimori.exchange(&sign_in, &code).await
    })
    .await
}

fn html(status: &str) -> Vec<u8> {
    raw::answer(
        status,
        "Content-Type: text/html; charset=utf-8\r\n",
        "<!DOCTYPE html>",
    )
}

#[tokio::test]
async fn the_page_is_the_one_that_shows_its_code() {
    let url = Url::parse("https://shikimori.io").unwrap();
    let shikimori = Provider::new(settings(&url)).unwrap();
    let sign_in = shikimori.begin(None, OUT_OF_BAND).await.unwrap();
    assert_eq!(
        sign_in.address.as_str(),
        "https://shikimori.io/oauth/authorize?response_type=code&client_id=id&\
         redirect_uri=urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob&scope=user_rates"
    );
    assert_eq!((sign_in.state, sign_in.verifier), (None, None));
}

#[tokio::test]
async fn without_id_or_secret_nothing_is_asked() {
    let url = Url::parse("http://127.0.0.1:9").unwrap();
    let complete = settings(&url);
    let id = Settings {
        client_id: Some(" ".into()),
        ..complete.clone()
    };
    let secret = Settings {
        client_secret: Some(Secret::new("")),
        ..complete
    };
    for (settings, lacks) in [
        (id, Rejection::NoClientId),
        (secret, Rejection::NoClientSecret),
    ] {
        let shikimori = Provider::new(settings).unwrap();
        let error = shikimori.begin(None, OUT_OF_BAND).await.unwrap_err();
        assert_eq!(error, BeginError::Request(lacks.into()));
    }
}

#[tokio::test]
async fn every_call_says_the_applications_name_and_none_prints_a_secret() {
    let agent = "user-agent: Couchpin\r\n";
    let body = r#"{"access_token":"canary-new","token_type":"Bearer","expires_in":86400,"refresh_token":"canary-next","scope":"user_rates","created_at":1}"#;
    let (exchanged, request) = exchange(raw::json("200 OK", body)).await;
    assert!(request.contains(agent) && request.contains("client_secret=canary-secret"));
    assert!(request.ends_with("client_secret=canary-secret") && request.contains(CODE));
    assert!(!exchanged.unwrap().lacks_scope);
    let old = token();
    let (refreshed, request) = ask(raw::json("200 OK", body), async |shikimori| {
        shikimori.refresh(&old).await
    })
    .await;
    assert!(request.contains(agent) && request.contains("client_id=older-id"));
    assert_eq!(
        refreshed.unwrap().refresh_token,
        Some(Secret::new("canary-next"))
    );
    let (account, request) = ask(
        raw::json("200 OK", r#"{"id":42,"nickname":"Ann","avatar":null}"#),
        async |shikimori| shikimori.account(&old).await,
    )
    .await;
    assert!(request.contains(agent) && request.starts_with("GET /api/users/whoami HTTP"));
    assert_eq!(account.unwrap().account.label().unwrap(), "Ann");
    assert!(!format!("{:?}", settings(&Url::parse("http://x/").unwrap())).contains("canary"));
}

#[tokio::test]
async fn two_hundred_alone_is_no_proof() {
    let refused = RequestError::Rejected(Rejection::Token);
    for (answer, expected) in [
        (raw::json("200 OK", "null"), refused.clone()),
        (
            raw::json("401 Unauthorized", r#"{"error":"invalid_token"}"#),
            refused.clone(),
        ),
        // As Doorkeeper refuses where the site does not give it another form.
        (
            raw::answer(
                "401 Unauthorized",
                "WWW-Authenticate: Bearer realm=\"Doorkeeper\", error=\"invalid_token\"\r\n",
                "",
            ),
            refused,
        ),
        // A proxy's, which knows nothing of tokens.
        (
            raw::answer(
                "401 Unauthorized",
                "WWW-Authenticate: Basic realm=\"x\"\r\n",
                "",
            ),
            Trouble::Foreign(401).into(),
        ),
        (raw::answer("200 OK", "", ""), Trouble::Malformed.into()),
        (raw::json("200 OK", "{}"), Trouble::Malformed.into()),
        (html("403 Forbidden"), Trouble::Portal.into()),
        (html("503 Service Unavailable"), Trouble::Portal.into()),
        (
            raw::json("503 Service Unavailable", "{}"),
            Trouble::ServiceDown.into(),
        ),
    ] {
        let old = token();
        let (account, _) = ask(answer, async |shikimori| shikimori.account(&old).await).await;
        assert_eq!(account, Err(expected));
    }
}

#[tokio::test]
async fn a_moved_site_is_told_and_not_followed() {
    let moved = || {
        let there = "Location: https://shikimori.example/oauth/token\r\n";
        raw::answer("301 Moved Permanently", there, "")
    };
    let why = RequestError::Rejected(Rejection::Moved {
        to: "https://shikimori.example".into(),
    });
    let (exchanged, _) = exchange(moved()).await;
    let error = exchanged.unwrap_err();
    assert_eq!((&error.why, error.code), (&why, CodeState::Alive));
    let old = token();
    let (refreshed, _) = ask(moved(), async |shikimori| shikimori.refresh(&old).await).await;
    assert_eq!(refreshed, Err(why.clone()));
    let (account, _) = ask(moved(), async |shikimori| shikimori.account(&old).await).await;
    assert_eq!(account, Err(why));
    let within = raw::answer("302 Found", "Location: /users/sign_in\r\n", "");
    let (account, _) = ask(within, async |shikimori| shikimori.account(&old).await).await;
    assert_eq!(account, Err(Trouble::Portal.into()));
}

#[tokio::test]
async fn a_refresh_tells_a_used_up_token_from_a_wrong_secret() {
    let old = token();
    for (status, error, expected) in [
        ("400 Bad Request", "invalid_grant", Rejection::Token),
        (
            "401 Unauthorized",
            "invalid_client",
            Rejection::ClientSecret {
                error: "invalid_client".into(),
            },
        ),
    ] {
        let answer = raw::json(status, &json!({ "error": error }).to_string());
        let (refreshed, _) = ask(answer, async |shikimori| shikimori.refresh(&old).await).await;
        assert_eq!(refreshed, Err(RequestError::Rejected(expected)));
    }
}

/// A sign-out with a server that gives these answers; gives what came of it, and the first lines of the requests.
async fn sign_out(answers: Vec<Vec<u8>>) -> (Result<bool, RequestError>, Vec<String>) {
    let (url, server) = raw::serve(answers);
    let shikimori = Provider::new(settings(&url)).unwrap();
    let ended = shikimori.end(&token()).await;
    let requests = server.join().unwrap();
    let of = |request: &String| request.split(" HTTP").next().unwrap().to_owned();
    assert!(
        requests
            .iter()
            .all(|one| one.contains("user-agent: Couchpin\r\n"))
    );
    (ended, requests.iter().map(of).collect())
}

#[tokio::test]
async fn a_token_is_used_before_it_is_ended_and_one_without_life_is_told_apart() {
    let ann = || raw::json("200 OK", r#"{"id":42,"nickname":"Ann"}"#);
    let done = || raw::json("200 OK", "{}");
    let (ended, asked) = sign_out(vec![ann(), done()]).await;
    assert_eq!(ended, Ok(true));
    assert_eq!(asked, ["GET /api/users/whoami", "POST /oauth/revoke"]);
    let expired = raw::json("401 Unauthorized", r#"{"error":"invalid_token"}"#);
    let (ended, asked) = sign_out(vec![expired]).await;
    assert_eq!(ended, Err(RequestError::Rejected(Rejection::Token)));
    assert_eq!(
        asked,
        ["GET /api/users/whoami"],
        "nothing is refreshed here"
    );
}

#[tokio::test]
async fn a_site_without_a_way_to_end_a_token_says_so() {
    let ann = || raw::json("200 OK", r#"{"id":42,"nickname":"Ann"}"#);
    let rails = raw::json("404 Not Found", r#"{"status":404,"error":"Not Found"}"#);
    let (ended, _) = sign_out(vec![ann(), rails]).await;
    assert_eq!(ended, Ok(false));
    let (ended, _) = sign_out(vec![ann(), html("404 Not Found")]).await;
    assert_eq!(
        ended,
        Err(Trouble::Portal.into()),
        "whose page that is, is not known"
    );
    let forbidden = raw::json("403 Forbidden", r#"{"error":"unauthorized_client"}"#);
    let (ended, _) = sign_out(vec![ann(), forbidden]).await;
    assert!(ended.is_err());
}
