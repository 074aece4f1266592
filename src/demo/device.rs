//! The device authorization grant (RFC 8628; Simkl's "AUTH V2"), refreshing and revoking.
//!
//! Errors are those of RFC 6749 §5.2 and RFC 8628 §3.5: status 400 and one word, 401 for a program that is not known
//! or signs in the other way.

use std::sync::Arc;

use axum::extract::{Form, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use super::memory::Memory;
use super::server::Caller;
use crate::authorization::Flow;
use crate::clock;

const DEVICE_CODE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/oauth2/device", post(ask))
        .route("/oauth2/token", post(token))
        .route("/oauth2/revoke", post(revoke))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    client_id: String,
    scope: String,
    grant_type: String,
    device_code: String,
    refresh_token: String,
    token: String,
}

async fn ask(
    State(shared): State<Arc<Shared>>,
    Query(caller): Query<Caller>,
    Form(fields): Form<Fields>,
) -> Response {
    let mut memory = shared.memory();
    if !serves(&memory, &fields.client_id) {
        return refusal("invalid_client");
    }
    let (client, name) = (&fields.client_id, &caller.app_name);
    let code = memory.make_code(client, name, &fields.scope, clock::now());
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

async fn token(State(shared): State<Arc<Shared>>, Form(fields): Form<Fields>) -> Response {
    let mut memory = shared.memory();
    let client = &fields.client_id;
    if !serves(&memory, client) {
        return refusal("invalid_client");
    }
    let granted = match fields.grant_type.as_str() {
        DEVICE_CODE_GRANT => memory.poll_device(&fields.device_code, client, clock::now()),
        "refresh_token" => memory
            .refresh(&fields.refresh_token, client, clock::now())
            .ok_or("invalid_grant"),
        _ => Err("unsupported_grant_type"),
    };
    match granted {
        Ok(grant) => {
            let body = json!({
                "access_token": grant.access_token,
                "token_type": "bearer",
                "refresh_token": grant.refresh_token,
                "expires_in": memory.options.token_lifetime.as_secs(),
                "scope": grant.scope,
            });
            ([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
        }
        Err(error) => refusal(error),
    }
}

async fn revoke(State(shared): State<Arc<Shared>>, Form(fields): Form<Fields>) -> StatusCode {
    shared.memory().revoke(&fields.token);
    StatusCode::OK
}

fn serves(memory: &Memory, client_id: &str) -> bool {
    memory.options.flow == Flow::Device && memory.knows(client_id)
}

/// A refusal with one of the RFCs' words.
pub(super) fn refusal(error: &str) -> Response {
    let status = match error {
        "invalid_client" => StatusCode::UNAUTHORIZED,
        _ => StatusCode::BAD_REQUEST,
    };
    let body = json!({"error": error, "error_description": error.replace('_', " ")});
    (status, Json(body)).into_response()
}
