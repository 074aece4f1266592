//! Where metadata are asked for, which of them count, and what is said where there are none.

use serde_json::json;

use super::*;
use crate::services::tests::raw;

const ISSUER: &str = "https://simkl.com";

fn body() -> Value {
    json!({
        "issuer": ISSUER,
        "authorization_endpoint": "https://simkl.com/oauth2/authorize",
        "token_endpoint": "https://api.simkl.com/oauth2/token",
        "device_authorization_endpoint": "https://api.simkl.com/oauth2/device",
        "revocation_endpoint": "https://api.simkl.com/oauth2/revoke?v=2",
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true
    })
}

fn read_of(issuer: &str, body: Value) -> Result<ServerMetadata, RequestError> {
    let address = issuer_address(issuer).unwrap();
    read(&HttpResponse { status: 200, body }, issuer, &address)
}

#[test]
fn the_well_known_path_comes_before_the_issuers_own_or_behind_it() {
    for (issuer, oauth, openid) in [
        (
            "https://simkl.com",
            "https://simkl.com/.well-known/oauth-authorization-server",
            "https://simkl.com/.well-known/openid-configuration",
        ),
        (
            "https://a.example/realms/tv/",
            "https://a.example/.well-known/oauth-authorization-server/realms/tv",
            "https://a.example/realms/tv/.well-known/openid-configuration",
        ),
    ] {
        let issuer = issuer_address(issuer).unwrap();
        assert_eq!(
            metadata_addresses(&issuer).map(String::from),
            [oauth, openid]
        );
    }
}

#[test]
fn an_issuer_is_an_address_that_nothing_can_be_read_or_changed_on_the_way_to() {
    for good in [
        "https://simkl.com",
        "http://127.0.0.1:8080",
        "https://a.example/b/",
    ] {
        assert!(issuer_address(good).is_some(), "{good}");
    }
    for bad in [
        "",
        "simkl.com",
        "http://simkl.com",
        "https://simkl.com?a=b",
        "https://simkl.com#a",
        "https://me@simkl.com",
        "https://simkl.com\n",
        "ftp://simkl.com",
    ] {
        assert!(issuer_address(bad).is_none(), "{bad:?}");
    }
}

#[test]
fn metadata_are_read_whole() {
    let got = read_of(ISSUER, body()).unwrap();
    assert!(got.issuer.sends_iss);
    assert_eq!(
        got.token_endpoint.as_str(),
        "https://api.simkl.com/oauth2/token"
    );
    let revoke = got.revocation_endpoint.unwrap();
    assert_eq!(revoke.as_str(), "https://api.simkl.com/oauth2/revoke?v=2");
    let little = json!({ "issuer": ISSUER, "token_endpoint": "https://simkl.com/t", "revocation_endpoint": null });
    let got = read_of(ISSUER, little).unwrap();
    assert!(!got.issuer.sends_iss);
    assert_eq!(got.authorization_endpoint, None);
    assert_eq!(got.device_authorization_endpoint, None);
    assert_eq!(got.revocation_endpoint, None);
}

#[test]
fn metadata_of_another_issuer_are_none() {
    for other in [
        "https://simkl.com/",
        "https://SIMKL.com",
        "https://evil.example",
        "",
    ] {
        let mut body = body();
        body["issuer"] = json!(other);
        assert_eq!(
            read_of(ISSUER, body),
            Err(no_metadata_of(ISSUER)),
            "{other}"
        );
    }
    assert_eq!(read_of(ISSUER, json!({})), Err(no_metadata_of(ISSUER)));
}

#[test]
fn an_address_that_leads_over_an_open_wire_or_into_this_computer_spoils_the_metadata() {
    for field in [
        "authorization_endpoint",
        "token_endpoint",
        "device_authorization_endpoint",
        "revocation_endpoint",
    ] {
        for bad in [
            json!("http://simkl.com/oauth2/token"),
            json!("http://127.0.0.1:631/"),
            json!("https://me:secret@simkl.com/"),
            json!("https://simkl.com/#a"),
            json!("javascript:alert(1)"),
            json!("/oauth2/token"),
            json!(format!("https://simkl.com/{}", "a".repeat(3000))),
            json!(7),
        ] {
            let mut body = body();
            body[field] = bad.clone();
            assert_eq!(
                read_of(ISSUER, body),
                Err(no_metadata_of(ISSUER)),
                "{field} {bad}"
            );
        }
    }
    let mut body = body();
    body["token_endpoint"] = json!(null);
    assert_eq!(
        read_of(ISSUER, body),
        Err(no_metadata_of(ISSUER)),
        "it is needed"
    );
}

#[test]
fn a_stand_in_on_this_computer_may_only_name_its_own_port() {
    let issuer = "http://127.0.0.1:8080";
    let at = |token: &str| read_of(issuer, json!({ "issuer": issuer, "token_endpoint": token }));
    assert!(at("http://127.0.0.1:8080/token").is_ok());
    assert!(at("https://simkl.com/token").is_ok());
    for bad in ["http://127.0.0.1:631/token", "http://localhost:8080/token"] {
        assert_eq!(at(bad), Err(no_metadata_of(issuer)), "{bad}");
    }
}

/// Asks a server that says these bytes; gives what came of it, and the paths that were asked.
async fn ask_of(answers: Vec<Vec<u8>>) -> (Result<ServerMetadata, RequestError>, Vec<String>) {
    let (url, server) = raw::serve(answers);
    let issuer = url.as_str().trim_end_matches('/').to_owned();
    let http = Http::new(&[&url]).unwrap();
    let got = discover(&http, &issuer).await;
    let requests = server.join().unwrap();
    let path = |request: &String| request.split(' ').nth(1).unwrap().to_owned();
    (got, requests.iter().map(path).collect())
}

#[tokio::test]
async fn where_nothing_is_at_the_first_address_the_second_one_is_asked() {
    let absent = [
        raw::json("404 Not Found", r#"{"error":"invalid_request"}"#),
        raw::answer("404 Not Found", "", ""),
        raw::answer("404 Not Found", "Content-Type: text/html\r\n", "<html>"),
    ];
    for first in absent {
        let second = raw::json("200 OK", "{}");
        let (got, paths) = ask_of(vec![first, second]).await;
        assert!(matches!(
            got,
            Err(RequestError::Rejected(Rejection::Metadata { .. }))
        ));
        assert_eq!(
            paths,
            [
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration"
            ]
        );
    }
}

#[tokio::test]
async fn where_nothing_is_at_either_the_issuer_is_at_fault_and_a_page_is_not() {
    let absent = || raw::answer("404 Not Found", "", "");
    let (got, _) = ask_of(vec![absent(), absent()]).await;
    assert!(matches!(
        got,
        Err(RequestError::Rejected(Rejection::Metadata { .. }))
    ));
    let page = || raw::answer("404 Not Found", "Content-Type: text/html\r\n", "<html>");
    let (got, _) = ask_of(vec![page(), page()]).await;
    assert_eq!(got, Err(Trouble::Portal.into()));
}

#[tokio::test]
async fn trouble_is_no_reason_to_ask_elsewhere() {
    let (got, paths) = ask_of(vec![raw::answer("503 Oops", "", "")]).await;
    assert_eq!(got, Err(Trouble::ServiceDown.into()));
    assert_eq!(paths.len(), 1);
}
