//! What a program does with a token: check that it works, and learn whose account it is, and what they look like.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::memory::Memory;
use super::server::{self, Caller};
use super::{Shared, figure};
use crate::clock;

/// Told without a host, as it may be.
const PICTURE: &str = "/avatars/4242.png";

pub(super) fn routes() -> Router<Arc<Shared>> {
    // Simkl's reference names POST for the settings "for historical reasons"; both work.
    Router::new()
        .route("/sync/activities", get(activities))
        .route("/users/settings", get(settings).post(settings))
}

/// The picture lies outside the API, as Simkl's do: no client id, no token, no place in the log of calls.
pub(super) fn picture() -> Router<Arc<Shared>> {
    let png = [(header::CONTENT_TYPE, "image/png")];
    Router::new().route(PICTURE, get(async move || (png, figure::png())))
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
            "user": {"name": memory.options.name, "avatar": PICTURE},
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
