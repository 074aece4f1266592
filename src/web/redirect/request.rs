//! What a request to the listener is: the browser on its way to the service, or on its way back. Pure.

use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};

use super::{PATH, entrance};
use crate::auth::{Secret, SignIn, SignInEvent};
use crate::system::random::{self, NoRandomness};

/// The cookie that the browser is known again by.
const COOKIE: &str = "couchpin_sign_in";

/// What this sign-in's browser is known by.
pub(super) struct BrowserBinding {
    /// The only name that the listener has: `127.0.0.1:<port>`.
    pub(super) host: String,
    /// The path by which the browser comes first: the only one of these that stands on a command line.
    pub(super) entrance: Secret,
    /// What it is given there.
    pub(super) cookie: Secret,
    /// What the service's answer must belong to.
    pub(super) sign_in: SignIn,
}

/// What the browser wants.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BrowserRequest {
    /// To be sent to the service.
    Entrance,
    /// It comes back from there.
    Callback(SignInEvent),
}

impl BrowserBinding {
    pub(super) fn new(port: u16, sign_in: SignIn) -> Result<Self, NoRandomness> {
        Ok(Self {
            host: entrance::host(port),
            entrance: entrance::path()?,
            cookie: random::letters(entrance::LETTERS)?,
            sign_in,
        })
    }

    /// For this host and path only, out of reach of scripts, and not sent with requests that other sites make in the
    /// background; gone after so many seconds (RFC 6265 §4.1.2). Not `Strict`: the way back begins at another site.
    pub(super) fn set_cookie(&self, seconds: u64) -> String {
        let value = self.cookie.expose();
        format!("{COOKIE}={value}; Path={PATH}; Max-Age={seconds}; HttpOnly; SameSite=Lax")
    }

    /// What a request is, or the status it is refused with.
    pub(super) fn read(&self, head: &Parts) -> Result<BrowserRequest, StatusCode> {
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
            return Ok(BrowserRequest::Entrance);
        }
        if !self.has_cookie(&head.headers) {
            return Err(StatusCode::FORBIDDEN);
        }
        // What does not belong to this sign-in, or says nothing, is not the service's answer.
        let event = self
            .sign_in
            .redirected(head.uri.query().unwrap_or_default());
        let event = event.ok_or(StatusCode::BAD_REQUEST)?;
        Ok(BrowserRequest::Callback(event))
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
}
