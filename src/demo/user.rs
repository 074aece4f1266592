//! What a program does with a token: check that it works, and learn whose account it is, and what they look like.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts as _, Query, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::application::Generation;
use super::grants::Grant;
use super::server::{self, Caller};
use super::{Shared, figure};
use crate::system::clock;

/// Told without a host, as it may be.
const PICTURE: &str = "/avatars/4242.png";

pub(super) fn routes() -> Router<Arc<Shared>> {
    // Older references name POST for the settings; it counts as a write.
    Router::new()
        .route("/sync/activities", get(activities))
        .route("/users/settings", get(settings).post(settings))
}

/// The picture lies outside the API, as Simkl's do: no client id, no token, no place in the log of calls.
pub(super) fn picture() -> Router<Arc<Shared>> {
    let png = [(header::CONTENT_TYPE, "image/png")];
    Router::new().route(PICTURE, get(async move || (png, figure::png())))
}

async fn activities(State(shared): State<Arc<Shared>>, call: Call) -> Response {
    answer(&shared, &call, |_| json!({"all": "2026-01-01T20:15:00Z"}))
}

async fn settings(State(shared): State<Arc<Shared>>, call: Call) -> Response {
    answer(&shared, &call, |grant| {
        let (id, name) = &grant.person;
        json!({
            "user": {"name": name, "avatar": PICTURE},
            "account": {"id": id, "type": "free"},
        })
    })
}

/// What a call on a person's account says of itself.
struct Call {
    client_id: String,
    token: Option<String>,
    /// It may change something: any method but GET, and a GET with a body.
    writes: bool,
}

impl<S: Send + Sync> FromRequest<S> for Call {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (mut head, body) = request.into_parts();
        let caller = Query::<Caller>::from_request_parts(&mut head, state).await;
        let Query(caller) = caller.map_err(IntoResponse::into_response)?;
        let body = Bytes::from_request(Request::from_parts(head.clone(), body), state).await;
        let body = body.map_err(IntoResponse::into_response)?;
        Ok(Self {
            client_id: caller.client_id,
            token: server::bearer(&head.headers).map(str::to_owned),
            writes: head.method != Method::GET || !body.is_empty(),
        })
    }
}

fn answer(shared: &Shared, call: &Call, body: impl FnOnce(&Grant) -> Value) -> Response {
    let memory = shared.memory();
    let Some(app) = memory.application(&call.client_id) else {
        return server::client_id_failed();
    };
    let token = call.token.as_deref();
    let grant = token.and_then(|token| memory.opened_by(token, &app.client_id, clock::now()));
    let Some(grant) = grant else {
        let error = match (app.generation, token) {
            (Generation::V1, _) => "user_token_failed",
            (Generation::V2, None) => "user_token_required",
            (Generation::V2, Some(_)) => "invalid_token",
        };
        let message = "Wrong or missing user token";
        return server::envelope(StatusCode::UNAUTHORIZED, error, message);
    };
    if call.writes && !grant.may_write() {
        let message = "This token may only read";
        return server::envelope(StatusCode::FORBIDDEN, "insufficient_scope", message);
    }
    Json(body(grant)).into_response()
}
