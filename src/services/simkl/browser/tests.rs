//! Both generations, with and without a secret.

use url::Url;

use super::*;
use crate::authorization::{RequestError, Secret, Trouble};
use crate::services::raw;
use crate::services::simkl::Settings;

const REDIRECT: &str = "http://127.0.0.1:8765/callback";

fn simkl(api: &Url, secret: Option<&str>) -> Simkl {
    Simkl::new(Settings {
        client_id: Some("id".into()),
        client_secret: secret.map(Secret::new),
        api_url: api.clone(),
        site_url: Url::parse("https://simkl.com").unwrap(),
    })
    .unwrap()
}

#[test]
fn the_page_is_on_the_peoples_door() {
    let api = Url::parse("https://api.simkl.com").unwrap();
    let page = |flow, secret| {
        let sign_in = simkl(&api, secret).begin(flow, REDIRECT).unwrap();
        sign_in.address.as_str().to_owned()
    };
    let version = env!("CARGO_PKG_VERSION");
    let asked = format!(
        "app-name=couchpin&app-version={version}&response_type=code&client_id=id&\
         redirect_uri=http%3A%2F%2F127.0.0.1%3A8765%2Fcallback"
    );
    let first = page(Flow::Pin, None);
    let begins = format!("https://simkl.com/oauth/authorize?{asked}&state=");
    assert!(first.starts_with(&begins), "{first}");
    assert!(first.ends_with("&code_challenge_method=S256"), "{first}");
    let second = page(Flow::Device, None);
    let begins = format!(
        "https://simkl.com/oauth2/authorize?{asked}&scope=media%3Aread+media%3Awrite&state="
    );
    assert!(second.starts_with(&begins), "{second}");
    let confidential = page(Flow::Pin, Some("canary"));
    assert!(!confidential.contains("challenge"), "{confidential}");
    assert!(!confidential.contains("canary"), "{confidential}");
}

#[tokio::test]
async fn the_token_is_on_the_programs_door_and_a_failure_spends_the_code() {
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
    let sign_in = simkl.begin(Flow::Pin, REDIRECT).unwrap();
    let token = simkl.exchange(&sign_in, &code).await.unwrap();
    assert!(!token.lacks_scope);
    for (flow, why) in [
        (Flow::Device, RequestError::Rejected(Rejection::Code)),
        (Flow::Pin, Trouble::ServiceDown.into()),
    ] {
        let sign_in = simkl.begin(flow, REDIRECT).unwrap();
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
