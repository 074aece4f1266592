//! What is noted of a request.

use std::collections::HashMap;
use std::fmt;
use std::time::Instant;

use axum::Json;
use axum::http::header::{self, HeaderName};
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Response};
use couchpin::auth::Flow;
use couchpin::system::clock;
use serde_json::json;

const METADATA: &str = "/.well-known/oauth-authorization-server";

/// What a request was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    CodeRequested,
    Polled,
    /// A browser opened the page of a sign-in.
    Authorize,
    /// The code that a browser brought was exchanged for a token.
    Exchanged,
    Refreshed,
    Revoked,
    Settings,
    /// The service's addresses were asked for (RFC 8414).
    Discovery,
    Other,
}

/// One request. Nothing that must not be printed is in it, but for the form, which prints none of its values.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) at: Instant,
    /// When its answer was ready to be sent; `None` while there is none.
    pub(crate) answered: Option<Instant>,
    pub(crate) status: Option<u16>,
    pub(crate) kind: Kind,
    /// The generation whose endpoint it was; `None` for those of both.
    pub(crate) flow: Option<Flow>,
    pub(crate) had_secret: bool,
    pub(crate) user_agent: Option<String>,
    /// Of the query or, where that has none, of the form.
    pub(crate) client_id: Option<String>,
    pub(crate) app_name: Option<String>,
    pub(crate) app_version: Option<String>,
    /// What was sent in the body, or the query of a page.
    pub(crate) form: Form,
}

#[derive(Clone, Default)]
pub(crate) struct Form(pub(crate) HashMap<String, String>);

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Seen {
    /// `None`: the request is a person's, at the page of a code or for a picture.
    pub(super) fn read(head: &Parts, body: &[u8]) -> Option<Self> {
        let path = head.uri.path();
        if ["/pin", "/sign-in/", "/avatars/"]
            .iter()
            .any(|page| path.starts_with(page))
        {
            return None;
        }
        let pairs = |encoded| url::form_urlencoded::parse(encoded).into_owned().collect();
        let form: HashMap<_, _> = pairs(body);
        let mut query: HashMap<_, _> = pairs(head.uri.query().unwrap_or_default().as_bytes());
        let header = |name: HeaderName| Some(head.headers.get(name)?.to_str().ok()?.to_owned());
        let authorization = header(header::AUTHORIZATION).unwrap_or_default();
        let kind = Kind::of(path, form.get("grant_type").map(String::as_str));
        let is_page = kind == Kind::Authorize;
        let client_id = query.get("client_id").or_else(|| form.get("client_id"));
        Some(Self {
            at: clock::now(),
            answered: None,
            status: None,
            kind,
            flow: match path {
                _ if path.starts_with("/oauth2/") => Some(Flow::Device),
                _ if path.starts_with("/oauth/") => Some(Flow::Pin),
                _ => None,
            },
            had_secret: form.contains_key("client_secret")
                || query.contains_key("client_secret")
                || authorization.to_ascii_lowercase().starts_with("basic "),
            user_agent: header(header::USER_AGENT),
            client_id: client_id.cloned(),
            app_name: query.remove("app-name"),
            app_version: query.remove("app-version"),
            form: Form(if is_page { query } else { form }),
        })
    }
}

impl Kind {
    fn of(path: &str, grant: Option<&str>) -> Self {
        match (path, grant) {
            ("/oauth/pin" | "/oauth2/device", _) => Self::CodeRequested,
            ("/oauth/authorize" | "/oauth2/authorize", _) => Self::Authorize,
            ("/oauth/token", _) | ("/oauth2/token", Some("authorization_code")) => Self::Exchanged,
            ("/oauth2/token", Some("refresh_token")) => Self::Refreshed,
            ("/oauth2/token", _) => Self::Polled,
            ("/oauth2/revoke", _) => Self::Revoked,
            ("/users/settings", _) => Self::Settings,
            (METADATA, _) => Self::Discovery,
            _ if path.starts_with("/oauth/pin/") => Self::Polled,
            _ => Self::Other,
        }
    }
}

/// What V2 publishes of itself (RFC 8414).
pub(super) fn metadata(head: &Parts) -> Option<Response> {
    let host = head.headers.get(header::HOST)?.to_str().ok()?;
    let issuer = format!("http://{host}");
    let at = |path: &str| format!("{issuer}/oauth2/{path}");
    let told = json!({
        "issuer": issuer,
        "authorization_endpoint": at("authorize"),
        "device_authorization_endpoint": at("device"),
        "token_endpoint": at("token"),
        "revocation_endpoint": at("revoke"),
        "response_types_supported": ["code"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
    });
    (head.uri.path() == METADATA).then(|| Json(told).into_response())
}
