//! Simkl's PIN flow (its "AUTH V1"): the code on the screen is also the key that polls.
//!
//! The shapes are those of <https://api.simkl.org/api-reference/pin>, oddities included: `device_code` is a placeholder, and a
//! poll for a code that is gone makes another one and says "OK" without a token.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use super::Shared;
use super::memory::{Memory, PinPoll};
use super::server::{self, Caller};
use crate::authorization::Flow;
use crate::clock;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/oauth/pin", get(ask))
        .route("/oauth/pin/{user_code}", get(poll))
}

async fn ask(State(shared): State<Arc<Shared>>, Query(caller): Query<Caller>) -> Response {
    let mut memory = shared.memory();
    match refused(&memory, &caller) {
        Some(refusal) => refusal,
        None => new_code(&mut memory, &caller),
    }
}

async fn poll(
    State(shared): State<Arc<Shared>>,
    Path(user_code): Path<String>,
    Query(caller): Query<Caller>,
) -> Response {
    let mut memory = shared.memory();
    if let Some(refusal) = refused(&memory, &caller) {
        return refusal;
    }
    match memory.poll_pin(&user_code, &caller.client_id, clock::now()) {
        PinPoll::Pending => not_yet("Authorization pending"),
        PinPoll::Token(token) => {
            Json(json!({"result": "OK", "access_token": token})).into_response()
        }
        PinPoll::Gone => new_code(&mut memory, &caller),
    }
}

/// The answer of Simkl's older reference to a poll that comes too soon.
pub(super) fn slow_down() -> Response {
    not_yet("Slow down")
}

fn not_yet(message: &str) -> Response {
    Json(json!({"result": "KO", "message": message})).into_response()
}

fn refused(memory: &Memory, caller: &Caller) -> Option<Response> {
    if !memory.knows(&caller.client_id) {
        return Some(server::client_id_failed());
    }
    match memory.options.flow {
        Flow::Pin => None,
        Flow::Device => Some(server::envelope(
            StatusCode::BAD_REQUEST,
            "unauthorized_client",
            "This app signs in at /oauth2/device",
        )),
    }
}

fn new_code(memory: &mut Memory, caller: &Caller) -> Response {
    let code = memory.make_code(&caller.client_id, &caller.app_name, "", clock::now());
    let uri = memory.verification_uri();
    Json(json!({
        "result": "OK",
        "device_code": "DEVICE_CODE",
        "user_code": code.user_code,
        "verification_uri": uri,
        "verification_url": format!("{uri}/"),
        "expires_in": memory.options.expires_in.as_secs(),
        "interval": memory.options.interval.as_secs(),
    }))
    .into_response()
}
