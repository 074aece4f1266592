//! Where a device asks for a code (RFC 8628 §3.1; Simkl's "AUTH V2"). No secret belongs here: one that is sent is
//! neither looked at nor refused, but the log of requests tells it.

use std::sync::Arc;

use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use super::application::Generation;
use super::server::Caller;
use super::token::oauth_error;
use crate::system::clock;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/oauth2/device", post(ask))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    client_id: String,
    scope: String,
}

async fn ask(
    State(shared): State<Arc<Shared>>,
    Query(caller): Query<Caller>,
    Form(fields): Form<Fields>,
) -> Response {
    let mut memory = shared.memory();
    let Ok(app) = memory.application_at(Generation::V2, &fields.client_id) else {
        return oauth_error("invalid_client");
    };
    let code = memory.make_code(&app, &caller.app_name, &fields.scope, clock::now());
    let uri = memory.verification_uri();
    Json(json!({
        "device_code": code.device_code,
        "user_code": code.user_code,
        "verification_uri": uri,
        "verification_uri_complete": format!("{uri}?user_code={}", code.user_code),
        "expires_in": memory.options.expires_in.as_secs(),
        "interval": memory.options.interval.as_secs(),
    }))
    .into_response()
}
