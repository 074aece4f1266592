//! The log of requests, for tests to read.
//!
//! It holds what a client must get right (when it asked, how it introduced itself, whether it showed a secret) and nothing
//! that must not be printed: no path, since the PIN flow's paths hold codes, no token and no secret.

use std::collections::HashMap;
use std::time::Instant;

use super::application::Generation;

/// Enough for any test, and an end for a demo that is left running for weeks.
const LIMIT: usize = 10_000;

/// What a request was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A new code was asked for.
    CodeRequested,
    /// A code was polled.
    Polled,
    /// A browser opened the page of a sign-in.
    Authorize,
    /// The code that a browser brought was exchanged for a token.
    Exchanged,
    /// A refresh token was used.
    Refreshed,
    /// A grant was ended.
    Revoked,
    /// The account was looked up.
    Settings,
    /// A token was checked.
    Activities,
    /// The service's addresses were asked for (RFC 8414).
    Discovery,
    /// Anything else.
    Other,
}

/// One request, as the stand-in saw it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// When it arrived.
    pub at: Instant,
    /// When its answer was ready to be sent; `None` while there is none.
    pub answered: Option<Instant>,
    /// The HTTP status of that answer.
    pub status: Option<u16>,
    /// The HTTP method, for example `GET`.
    pub method: String,
    /// What it was for.
    pub kind: Kind,
    /// The generation whose endpoint it was; `None` for those of both.
    pub generation: Option<Generation>,
    /// Whether it carried a bearer token.
    pub had_bearer: bool,
    /// Whether it carried a client secret: in the form, in the query or in an `Authorization: Basic` header.
    pub had_secret: bool,
    /// The `User-Agent` header.
    pub user_agent: Option<String>,
    /// `client_id` of the query or, where that has none, of the form.
    pub client_id: Option<String>,
    /// `app-name` of the query.
    pub app_name: Option<String>,
    /// `app-version` of the query.
    pub app_version: Option<String>,
}

/// The requests so far, oldest first.
#[derive(Default)]
pub(super) struct RequestLog(pub(super) Vec<Seen>);

impl RequestLog {
    /// Writes a request down and tells its place.
    pub(super) fn note(&mut self, seen: Seen) -> usize {
        if self.0.len() < LIMIT {
            self.0.push(seen);
            self.0.len() - 1
        } else {
            LIMIT
        }
    }

    pub(super) fn note_answer(&mut self, place: usize, status: u16, now: Instant) {
        if let Some(seen) = self.0.get_mut(place) {
            seen.answered = Some(now);
            seen.status = Some(status);
        }
    }
}

impl Kind {
    /// What a request is for; V2's token endpoint tells it only in the form.
    pub(super) fn of(path: &str, form: &HashMap<String, String>) -> Self {
        let grant = form.get("grant_type").map(String::as_str);
        match (path, grant) {
            ("/oauth/pin" | "/oauth2/device", _) => Self::CodeRequested,
            ("/oauth/authorize" | "/oauth2/authorize", _) => Self::Authorize,
            ("/oauth/token", _) | ("/oauth2/token", Some("authorization_code")) => Self::Exchanged,
            ("/oauth2/token", Some("refresh_token")) => Self::Refreshed,
            ("/oauth2/token", _) => Self::Polled,
            ("/oauth2/revoke", _) => Self::Revoked,
            ("/users/settings", _) => Self::Settings,
            ("/sync/activities", _) => Self::Activities,
            ("/.well-known/oauth-authorization-server", _) => Self::Discovery,
            _ if path.starts_with("/oauth/pin/") => Self::Polled,
            _ => Self::Other,
        }
    }
}
