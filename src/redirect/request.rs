//! What a request to the listener is: the browser on its way to the service, or on its way back. Pure.

use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};

use super::{Landing, PATH, entrance};
use crate::authorization::Secret;
use crate::random::{self, NoRandomness};

/// The cookie that the browser is known again by.
const COOKIE: &str = "couchpin_sign_in";
/// A service's word for an error is short.
const LONGEST_WORD: usize = 40;

/// What this sign-in's browser is known by.
pub(super) struct Marks {
    /// The only name that the listener has: `127.0.0.1:<port>`.
    pub(super) host: String,
    /// The path by which the browser comes first: the only one of these that stands on a command line.
    pub(super) entrance: Secret,
    /// What it is given there.
    pub(super) cookie: Secret,
    /// What the service sends back.
    pub(super) state: Secret,
}

/// What the browser wants.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Visit {
    /// To be sent to the service.
    Entrance,
    /// It comes back from there.
    Callback(Landing),
}

impl Marks {
    pub(super) fn new(port: u16, state: Secret) -> Result<Self, NoRandomness> {
        Ok(Self {
            host: entrance::host(port),
            entrance: entrance::path()?,
            cookie: random::letters(entrance::LETTERS)?,
            state,
        })
    }

    /// For this host and path only, out of reach of scripts, and not sent with requests that other sites make in the
    /// background; gone after so many seconds (RFC 6265 §4.1.2). Not `Strict`: the way back begins at another site.
    pub(super) fn set_cookie(&self, seconds: u64) -> String {
        let value = self.cookie.expose();
        format!("{COOKIE}={value}; Path={PATH}; Max-Age={seconds}; HttpOnly; SameSite=Lax")
    }

    /// What a request is, or the status it is refused with.
    pub(super) fn read(&self, head: &Parts) -> Result<Visit, StatusCode> {
        if !entrance::is_for(&self.host, head) {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        }
        let path = head.uri.path();
        let is_entrance = self.entrance.is(path);
        if !is_entrance && path != PATH {
            return Err(StatusCode::NOT_FOUND);
        }
        if head.method != Method::GET {
            return Err(StatusCode::METHOD_NOT_ALLOWED);
        }
        if is_entrance {
            return Ok(Visit::Entrance);
        }
        if !self.has_cookie(&head.headers) {
            return Err(StatusCode::FORBIDDEN);
        }
        self.landing(head.uri.query().unwrap_or_default())
            .map(Visit::Callback)
    }

    /// Other programs on this computer may have set cookies for the host as well, whatever their port (RFC 6265 §8.5).
    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|cookies| cookies.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
            .any(|(name, value)| name == COOKIE && self.cookie.is(value))
    }

    fn landing(&self, query: &str) -> Result<Landing, StatusCode> {
        let came = the_one(query, "state")?;
        if !came.is_some_and(|came| self.state.is(&came)) {
            return Err(StatusCode::BAD_REQUEST);
        }
        match (the_one(query, "code")?, the_one(query, "error")?) {
            (Some(code), None) if !code.is_empty() => Ok(Landing::Code(Secret::new(code))),
            (None, Some(error)) if error == "access_denied" => Ok(Landing::Denied),
            (None, Some(error)) if !error.is_empty() => Ok(Landing::Refused(word(&error))),
            _ => Err(StatusCode::BAD_REQUEST),
        }
    }
}

/// A parameter, which may not be there twice (RFC 6749 §3.1).
fn the_one(query: &str, name: &str) -> Result<Option<String>, StatusCode> {
    let mut values = url::form_urlencoded::parse(query.as_bytes())
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned());
    match (values.next(), values.next()) {
        (first, None) => Ok(first),
        (_, Some(_)) => Err(StatusCode::BAD_REQUEST),
    }
}

/// A service's word for an error, of the letters such words are made of: it is shown, and comes through a browser.
fn word(error: &str) -> String {
    error
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "_-.".contains(*c))
        .take(LONGEST_WORD)
        .collect()
}
