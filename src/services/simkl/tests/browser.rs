//! Both generations, with and without a secret.

use url::Url;

use super::*;
use crate::auth::{AuthorizationCode, ClientCredentials, CodeState, Issuer};
use crate::services::code_grant::BeginError;

const REDIRECT: &str = "http://127.0.0.1:8765/callback";

fn simkl(api: &Url, secret: Option<&str>) -> Provider {
    Provider::new(tests::simkl(api, secret)).unwrap()
}

/// A server that has a fault, then publishes its addresses, then refuses two requests at them.
fn publishing() -> (Url, std::thread::JoinHandle<Vec<String>>) {
    raw::serve_with(|issuer| {
        let at = |path: &str| issuer.join(path).unwrap().to_string();
        let metadata = serde_json::json!({
            "issuer": issuer.as_str().trim_end_matches('/'),
            "authorization_endpoint": at("published/authorize"),
            "token_endpoint": at("published/token"),
            "device_authorization_endpoint": at("published/device"),
        });
        let refused = raw::json("400 Bad Request", r#"{"error":"invalid_grant"}"#);
        vec![
            raw::answer("503 Oops", "", ""),
            raw::json("200 OK", &metadata.to_string()),
            refused.clone(),
            refused,
        ]
    })
}

#[tokio::test]
async fn the_page_is_on_the_site() {
    let api = Url::parse("https://api.simkl.com").unwrap();
    let page = async |flow, secret| {
        let begun = simkl(&api, secret).begin(Some(flow), REDIRECT).await;
        begun.unwrap().address.as_str().to_owned()
    };
    let version = env!("CARGO_PKG_VERSION");
    let asked = format!(
        "app-name=couchpin&app-version={version}&response_type=code&client_id=id&\
         redirect_uri=http%3A%2F%2F127.0.0.1%3A8765%2Fcallback"
    );
    let first = page(Flow::Pin, None).await;
    let begins = format!("https://simkl.com/oauth/authorize?{asked}&state=");
    assert!(first.starts_with(&begins), "{first}");
    assert!(first.ends_with("&code_challenge_method=S256"), "{first}");
    let second = page(Flow::Device, None).await;
    let begins = format!(
        "https://simkl.com/oauth2/authorize?{asked}&scope=media%3Aread+media%3Awrite&state="
    );
    assert!(second.starts_with(&begins), "{second}");
    let confidential = page(Flow::Pin, Some("canary")).await;
    assert!(!confidential.contains("challenge"), "{confidential}");
    assert!(!confidential.contains("canary"), "{confidential}");
    let confidential = page(Flow::Device, Some("canary")).await;
    assert!(
        confidential.ends_with("&code_challenge_method=S256"),
        "V2 wants both"
    );
    assert!(!confidential.contains("canary"), "{confidential}");
}

#[tokio::test]
async fn the_newer_generation_names_itself_in_every_answer() {
    let api = Url::parse("https://api.simkl.com").unwrap();
    for (flow, sends_iss) in [(Flow::Pin, false), (Flow::Device, true)] {
        let sign_in = simkl(&api, None).begin(Some(flow), REDIRECT).await.unwrap();
        let identifier = "https://simkl.com".to_owned();
        assert_eq!(
            sign_in.issuer,
            Issuer {
                identifier,
                sends_iss
            }
        );
    }
}

#[tokio::test]
async fn the_newer_generation_wants_secret_and_proof_and_its_refusal_of_the_client_leaves_the_code()
{
    let refused = raw::json("401 Unauthorized", r#"{"error":"invalid_client"}"#);
    let (api, server) = raw::serve(vec![refused.clone(), refused]);
    let simkl = simkl(&api, Some("canary"));
    let code = AuthorizationCode::received("code").unwrap();
    for (flow, left) in [
        (Flow::Device, CodeState::Alive),
        (Flow::Pin, CodeState::Spent),
    ] {
        let sign_in = simkl.begin(Some(flow), REDIRECT).await.unwrap();
        let error = simkl.exchange(&sign_in, &code).await.unwrap_err();
        assert_eq!(error.code, left);
    }
    let requests = server.join().unwrap();
    let proof = |request: &String| request.contains("&code_verifier=");
    assert!(
        requests
            .iter()
            .all(|it| it.contains("&client_secret=canary"))
    );
    assert!(proof(&requests[0]) && !proof(&requests[1]));
}

#[tokio::test]
async fn published_addresses_are_asked_for_once_and_only_for_the_newer_generation() {
    let (issuer, server) = publishing();
    let simkl = Provider::new(Settings {
        issuer: Some(issuer.as_str().trim_end_matches('/').to_owned()),
        ..tests::simkl(&issuer, None)
    })
    .unwrap();
    let older = simkl.begin(Some(Flow::Pin), REDIRECT).await.unwrap();
    assert_eq!(older.address.path(), "/oauth/authorize");
    let trouble = simkl.begin(Some(Flow::Device), REDIRECT).await.unwrap_err();
    let down = RequestError::from(Trouble::ServiceDown);
    assert_eq!(trouble, BeginError::Request(down), "and it is not kept");
    let sign_in = simkl.begin(Some(Flow::Device), REDIRECT).await.unwrap();
    assert_eq!(sign_in.address.path(), "/published/authorize");
    assert!(!sign_in.issuer.sends_iss, "as it is published");
    let code = AuthorizationCode::received("code").unwrap();
    simkl.exchange(&sign_in, &code).await.unwrap_err();
    let other = simkl
        .with_client(ClientCredentials::public("other"))
        .unwrap();
    other.request_code(Flow::Device).await.unwrap_err();
    let asked: Vec<_> = server
        .join()
        .unwrap()
        .iter()
        .map(|request| request.split(['?', ' ']).nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(
        asked,
        [
            "/.well-known/oauth-authorization-server",
            "/.well-known/oauth-authorization-server",
            "/published/token",
            "/published/device",
        ]
    );
}

#[tokio::test]
async fn the_token_is_at_the_api_and_a_failure_spends_the_code() {
    let answers = vec![
        raw::json(
            "200 OK",
            r#"{"access_token":"t","token_type":"bearer","scope":"public","expires_in":157680000}"#,
        ),
        raw::json("400 Bad Request", r#"{"error":"invalid_grant"}"#),
        raw::answer("500 Oops", "", ""),
    ];
    let (api, server) = raw::serve(answers);
    let simkl = simkl(&api, Some("canary"));
    let code = AuthorizationCode::received("code").unwrap();
    let sign_in = simkl.begin(Some(Flow::Pin), REDIRECT).await.unwrap();
    let token = simkl.exchange(&sign_in, &code).await.unwrap();
    assert!(!token.lacks_scope);
    for (flow, why) in [
        (Flow::Device, RequestError::Rejected(Rejection::Code)),
        (Flow::Pin, Trouble::ServiceDown.into()),
    ] {
        let sign_in = simkl.begin(Some(flow), REDIRECT).await.unwrap();
        let error = simkl.exchange(&sign_in, &code).await.unwrap_err();
        assert_eq!((error.why, error.code), (why, CodeState::Spent));
    }
    let requests = server.join().unwrap();
    assert!(
        requests[0].starts_with("POST /oauth/token?client_id=id&app-name=couchpin&app-version=")
    );
    assert!(requests[1].starts_with("POST /oauth2/token?client_id=id&app-name=couchpin"));
    assert!(requests[0].contains("client_secret=canary") && requests[0].contains("code=code"));
}
