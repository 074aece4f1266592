//! Simkl's PIN flow (its "AUTH V1"): the code on the screen is also the key that polls.
//!
//! The shapes are those of <https://api.simkl.org/api-reference/pin>, oddities included: `device_code` is a placeholder, and a
//! poll for a code that is gone makes another one and says "OK" without a token.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use super::Shared;
use super::application::{Application, Generation};
use super::codes::PinPoll;
use super::memory::Memory;
use super::server::{self, Caller};
use crate::system::clock;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/oauth/pin", get(ask))
        .route("/oauth/pin/{user_code}", get(poll))
}

async fn ask(State(shared): State<Arc<Shared>>, Query(caller): Query<Caller>) -> Response {
    let mut memory = shared.memory();
    match memory.application_at(Generation::V1, &caller.client_id) {
        Ok(app) => new_code(&mut memory, &app, &caller),
        Err(why) => server::not_served_by_v1(why),
    }
}

async fn poll(
    State(shared): State<Arc<Shared>>,
    Path(user_code): Path<String>,
    Query(caller): Query<Caller>,
) -> Response {
    let mut memory = shared.memory();
    let app = match memory.application_at(Generation::V1, &caller.client_id) {
        Ok(app) => app,
        Err(why) => return server::not_served_by_v1(why),
    };
    match memory.poll_pin(&user_code, &caller.client_id, clock::now()) {
        PinPoll::Pending => not_yet("Authorization pending"),
        PinPoll::Token(token) => {
            Json(json!({"result": "OK", "access_token": token})).into_response()
        }
        PinPoll::Gone => new_code(&mut memory, &app, &caller),
    }
}

/// The answer of Simkl's older reference to a poll that comes too soon.
pub(super) fn slow_down() -> Response {
    not_yet("Slow down")
}

fn not_yet(message: &str) -> Response {
    Json(json!({"result": "KO", "message": message})).into_response()
}

fn new_code(memory: &mut Memory, app: &Application, caller: &Caller) -> Response {
    let code = memory.make_code(app, &caller.app_name, "", clock::now());
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
