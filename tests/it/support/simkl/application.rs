//! Applications as they are registered at Simkl. An id of one generation opens nothing at the endpoints of the other, and
//! its kind says how it may sign in.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Response};
use couchpin::auth::Flow;
use url::Url;

use super::fault;
use super::request::{Kind, Seen};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ApplicationKind {
    /// "Mobile, desktop & browser apps": by code and through a browser, without a secret.
    Browser,
    /// "TV, devices & command line": by code only, without a secret.
    Device,
    /// "Server apps & services": by code and through a browser, with this secret.
    Server(&'static str),
}

#[derive(Clone, Debug)]
pub(crate) struct Application {
    pub(crate) client_id: String,
    /// The generation it was registered for.
    pub(crate) flow: Flow,
    pub(crate) kind: ApplicationKind,
    /// Where a browser is sent back to; V2 leaves its port open (RFC 8252 §7.3).
    pub(crate) redirect_uri: Option<String>,
}

impl Application {
    fn may_return_to(&self, given: &str) -> bool {
        let Some(registered) = self.redirect_uri.as_deref() else {
            return false;
        };
        let without_port = |address: &str| {
            let mut url = Url::parse(address).unwrap();
            url.set_port(None).unwrap();
            url
        };
        match self.flow {
            _ if self.kind == ApplicationKind::Device => false,
            Flow::Pin => registered == given,
            Flow::Device => without_port(registered) == without_port(given),
        }
    }

    /// V2 wants the secret wherever a token is asked for or ended, V1 only where no verifier proves who asks.
    fn has_proved_itself(&self, seen: &Seen) -> bool {
        let ApplicationKind::Server(secret) = self.kind else {
            return true;
        };
        let form = &seen.form.0;
        let is_wanted = match (self.flow, seen.kind) {
            (Flow::Pin, Kind::Exchanged) => !form.contains_key("code_verifier"),
            (Flow::Device, Kind::Polled | Kind::Exchanged | Kind::Refreshed | Kind::Revoked) => {
                true
            }
            _ => false,
        };
        !is_wanted
            || form
                .get("client_secret")
                .is_some_and(|given| given == secret)
    }
}

/// How a request is refused whose application may not make it. Where none is registered, all may.
pub(super) fn refusal(applications: &[Application], seen: &Seen) -> Option<Response> {
    if applications.is_empty() {
        return None;
    }
    let mut known = applications.iter();
    let known = known.find(|known| Some(&known.client_id) == seen.client_id.as_ref());
    let served = known.filter(|known| seen.flow.is_none_or(|flow| known.flow == flow));
    if seen.kind == Kind::Authorize {
        let address = seen.form.0.get("redirect_uri").map_or("", String::as_str);
        let may_ask = served.is_some_and(|served| served.may_return_to(address));
        let page = Html("This application may not sign in here.");
        return (!may_ask).then(|| (StatusCode::BAD_REQUEST, page).into_response());
    }
    let (status, error) = match (served, known, seen.flow) {
        (Some(served), ..) if served.has_proved_itself(seen) => return None,
        (Some(_), ..) | (.., Some(Flow::Device)) => (401, "invalid_client"),
        (None, Some(_), _) => (400, "unauthorized_client"),
        (None, None, _) => (412, "client_id_failed"),
    };
    Some(fault::refusal(status, error, seen.flow, None))
}
