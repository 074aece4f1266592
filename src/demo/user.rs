//! What a program does with a token: check that it works, and learn whose account it is.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::Shared;
use super::memory::Memory;
use super::server::{self, Caller};
use crate::clock;

pub(super) fn routes() -> Router<Arc<Shared>> {
    // Simkl's reference names POST for the settings "for historical reasons"; both work.
    Router::new()
        .route("/sync/activities", get(activities))
        .route("/users/settings", get(settings).post(settings))
}

async fn activities(
    State(shared): State<Arc<Shared>>,
    Query(caller): Query<Caller>,
    headers: HeaderMap,
) -> Response {
    answer(
        &shared,
        &caller,
        &headers,
        |_| json!({"all": "2026-01-01T20:15:00Z"}),
    )
}

async fn settings(
    State(shared): State<Arc<Shared>>,
    Query(caller): Query<Caller>,
    headers: HeaderMap,
) -> Response {
    answer(&shared, &caller, &headers, |memory| {
        json!({
            "user": {"name": memory.options.name, "avatar": ""},
            "account": {"id": 4242, "type": "free"},
        })
    })
}

fn answer(
    shared: &Shared,
    caller: &Caller,
    headers: &HeaderMap,
    body: impl FnOnce(&Memory) -> Value,
) -> Response {
    let memory = shared.memory();
    if !memory.knows(&caller.client_id) {
        return server::client_id_failed();
    }
    let token = server::bearer(headers);
    if !token.is_some_and(|token| memory.accepts(token, clock::now())) {
        let message = "Wrong or missing user token";
        return server::envelope(StatusCode::UNAUTHORIZED, "user_token_failed", message);
    }
    Json(body(&memory)).into_response()
}
