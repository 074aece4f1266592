//! What a request to the listener is: the browser on its way to a page, or on its way back from it. Pure.

use std::io;

use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use url::Url;

use crate::auth::{Secret, SignIn, SignInEvent};
use crate::system::random;
use crate::web::server;

/// The path of [`loopback`](crate::auth::loopback).
const PATH: &str = "/callback";
/// The cookie that the browser is known again by.
const COOKIE: &str = "couchpin_sign_in";

/// What a browser is expected to ask for.
pub(super) struct Expected {
    /// The only name that the listener has: `127.0.0.1:<port>`.
    pub(super) host: String,
    /// The path by which the browser comes first: the only one of these that stands on a command line.
    pub(super) one_time_path: Secret,
    /// Where it is sent from there.
    pub(super) page: Url,
    /// What it brings back, where something comes back.
    pub(super) callback: Option<ExpectedAnswer>,
}

/// What the answer of a service must come with.
pub(super) struct ExpectedAnswer {
    /// What the browser is given at the one-time address.
    pub(super) cookie: Secret,
    /// What the service's answer must belong to.
    pub(super) sign_in: SignIn,
    /// The service's name as people know it.
    pub(super) service: String,
}

/// What the browser asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BrowserRequest {
    /// To be sent to the page.
    OneTimeUrl,
    /// It comes back from there.
    Callback(SignInEvent),
}

impl Expected {
    /// What a request is, or the status it is refused with.
    pub(super) fn read(&self, head: &Parts) -> Result<BrowserRequest, StatusCode> {
        if !server::is_for(&self.host, head) {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        }
        let path = head.uri.path();
        let callback = self.callback.as_ref().filter(|_| path == PATH);
        if callback.is_none() && !self.one_time_path.is(path) {
            return Err(StatusCode::NOT_FOUND);
        }
        if head.method != Method::GET {
            return Err(StatusCode::METHOD_NOT_ALLOWED);
        }
        match callback {
            None => Ok(BrowserRequest::OneTimeUrl),
            Some(callback) if !server::has_cookie(&head.headers, COOKIE, &callback.cookie) => {
                Err(StatusCode::FORBIDDEN)
            }
            // What does not belong to this sign-in, or says nothing, is not the service's answer.
            Some(callback) => callback
                .sign_in
                .redirected(head.uri.query().unwrap_or_default())
                .map(BrowserRequest::Callback)
                .ok_or(StatusCode::BAD_REQUEST),
        }
    }
}

impl ExpectedAnswer {
    pub(super) fn new(sign_in: SignIn, service: String) -> io::Result<Self> {
        Ok(Self {
            cookie: random::letters().map_err(io::Error::other)?,
            sign_in,
            service,
        })
    }

    /// For this host and path only, out of reach of scripts, and not sent with requests that other sites make in the
    /// background; gone after so many seconds (RFC 6265 §4.1.2). Not `Strict`: the way back begins at another site.
    pub(super) fn set_cookie(&self, seconds: u64) -> String {
        let value = self.cookie.expose();
        format!("{COOKIE}={value}; Path={PATH}; Max-Age={seconds}; HttpOnly; SameSite=Lax")
    }
}
