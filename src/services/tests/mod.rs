//! Every request that a service is asked, against answers that are not the service's.

use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use url::Url;

use super::account;
use super::discovery::ServerMetadata;
use super::http::Http;
use super::http::classify::HttpResponse;
use super::oauth_client::OAuthClient;
use super::provider::{Provider, Settings};
use crate::auth::{
    AuthorizationCode, ClientCredentials, DeviceAuthorization, Flow, Issuer, OAuthRules,
    OUT_OF_BAND, Profile, RequestError, Secret, Service, Token, UserCode,
};

mod examples;
mod hostile_input;
pub(in crate::services) mod raw;
mod shikimori;

/// Simkl with its API here and its pages at home, asked by the application `id`.
pub(in crate::services) fn simkl(api: &Url, secret: Option<&str>) -> Settings {
    Settings {
        client_id: Some("id".into()),
        client_secret: secret.map(Secret::new),
        site_url: Url::parse("https://simkl.com/").unwrap(),
        ..Settings::at(Service::simkl(), api)
    }
}

/// What a service's answer says of the person.
pub(in crate::services) fn read_account(
    service: Service,
    answer: &HttpResponse,
    local: bool,
) -> Result<Profile, RequestError> {
    let described = service.description();
    let fields = described.account.as_ref().unwrap();
    account::read(answer, fields, "0af1", &described.site_url, local)
}

/// The application `id` at a server with these rules.
pub(in crate::services) fn oauth_client<'a>(
    http: &'a Http,
    base: &Url,
    secret: Option<&str>,
    rules: OAuthRules,
) -> OAuthClient<'a> {
    let at = |path| base.join(path).unwrap();
    OAuthClient {
        http,
        server: ServerMetadata {
            issuer: Issuer {
                identifier: "https://simkl.com".into(),
                sends_iss: true,
            },
            authorization_endpoint: Some(at("authorize?app=tv")),
            token_endpoint: at("token"),
            device_authorization_endpoint: Some(at("device")),
            poll_endpoint: None,
            revocation_endpoint: Some(at("revoke")),
            userinfo_endpoint: None,
        },
        rules,
        credentials: ClientCredentials {
            id: "id".into(),
            secret: secret.map(Secret::new),
        },
        verification_page: at("pin"),
    }
}

pub(in crate::services) fn token(client_id: &str, refresh: Option<&str>) -> Token {
    Token {
        access_token: Secret::new("canary-access"),
        refresh_token: refresh.map(Secret::new),
        expires_in: None,
        scope: None,
        lacks_scope: false,
        client_id: client_id.into(),
    }
}

/// Status line, header lines and body of what proxies, guard pages and load balancers answer in a service's place.
const FOREIGN: [(&str, &str, &str); 14] = [
    ("408 Request Timeout", "", ""),
    ("421 Misdirected Request", "", ""),
    ("425 Too Early", "", ""),
    ("400 Bad Request", "", ""),
    ("409 Conflict", "", ""),
    ("418 I'm a teapot", "", ""),
    (
        "403 Forbidden",
        "Content-Type: text/plain\r\n",
        "error code: 1020",
    ),
    (
        "403 Forbidden",
        "Content-Type: application/json\r\n",
        r#"{"message":"Forbidden"}"#,
    ),
    (
        "404 Not Found",
        "Content-Type: text/html\r\n",
        "<html><h1>404",
    ),
    (
        "405 Method Not Allowed",
        "Content-Type: text/html\r\n",
        "<html>",
    ),
    ("410 Gone", "Content-Type: text/html\r\n", "<html>"),
    (
        "401 Unauthorized",
        "WWW-Authenticate: Basic realm=\"proxy\"\r\n",
        "",
    ),
    ("401 Unauthorized", "", ""),
    ("200 OK", "", ""),
];

/// Gives the same answer to every request, for as long as the test runs.
fn always(answer: Vec<u8>) -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            raw::read_request(&mut stream);
            std::io::Write::write_all(&mut stream, &answer).unwrap();
        }
    });
    Url::parse(&url).unwrap()
}

fn providers(url: &Url) -> [Provider; 2] {
    [
        (Service::simkl(), None),
        (Service::shikimori(), Some("secret")),
    ]
    .map(|(service, secret)| {
        let settings = Settings {
            client_id: Some("id".into()),
            client_secret: secret.map(Secret::new),
            ..Settings::at(service, url)
        };
        Provider::new(settings).unwrap()
    })
}

fn code(url: &Url, device_code: Option<&str>) -> DeviceAuthorization {
    DeviceAuthorization {
        user_code: UserCode::parse("ABCDE").unwrap(),
        device_code: device_code.map(Secret::new),
        verification_uri: url.clone(),
        verification_uri_complete: url.clone(),
        expires_in: Duration::from_mins(15),
        interval: Duration::from_secs(5),
    }
}

#[tokio::test]
async fn no_answer_of_a_proxy_refuses_a_code_a_token_or_a_client() {
    for (status, headers, body) in FOREIGN {
        let url = always(raw::answer(status, headers, body));
        let [simkl, shikimori] = providers(&url);
        let (pin, device) = (code(&url, None), code(&url, Some("device")));
        let (grant, bare) = (token("id", Some("refresh")), token("id", None));
        let typed = AuthorizationCode::received("code").unwrap();
        let sign_in = simkl
            .begin(Some(Flow::Device), "http://127.0.0.1:8765/callback")
            .await
            .unwrap();
        let carried = shikimori.begin(None, OUT_OF_BAND).await.unwrap();
        let mut told: Vec<(&str, Option<RequestError>)> = vec![
            ("begin, PIN", simkl.request_code(Flow::Pin).await.err()),
            ("begin", simkl.request_code(Flow::Device).await.err()),
            ("poll, PIN", simkl.poll(&pin).await.err()),
            ("poll", simkl.poll(&device).await.err()),
            ("refresh", simkl.refresh(&grant).await.err()),
            ("account", simkl.account(&grant).await.err()),
            ("account, PIN", simkl.account(&bare).await.err()),
            ("carried refresh", shikimori.refresh(&grant).await.err()),
            ("carried account", shikimori.account(&grant).await.err()),
        ];
        for (name, exchanged) in [
            ("exchange", simkl.exchange(&sign_in, &typed).await),
            (
                "carried exchange",
                shikimori.exchange(&carried, &typed).await,
            ),
        ] {
            told.push((name, exchanged.err().map(|error| error.why)));
        }
        // A service may answer a revocation with an empty success (RFC 7009 §2.2).
        if status != "200 OK" {
            told.push(("revoke", simkl.end(&grant).await.err()));
            told.push(("carried revoke", shikimori.end(&grant).await.err()));
        }
        for (name, error) in told {
            assert!(
                matches!(error, Some(RequestError::Transient { .. })),
                "{name}, {status} {body:?}: {error:?}"
            );
        }
    }
}
