//! The endpoints that programs call: Simkl's PIN flow (its "AUTH V1"), RFC 8628 and RFC 6749 under `/oauth2/` ("AUTH V2"),
//! and the account.

use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::state::{Fields, ServerState, SharedState};
use crate::auth::Flow;
use crate::system::clock;

const DEVICE_CODE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";
/// Told without a host, as it may be.
const PICTURE: &str = "/avatars/4242.png";
/// The name on the account.
pub(super) const NAME: &str = "Ann";

pub(super) fn routes() -> Router<SharedState> {
    let png = [(header::CONTENT_TYPE, "image/png")];
    let picture = include_bytes!("../../assets/demo/ann.png");
    Router::new()
        .route("/oauth/pin", get(request_pin))
        .route("/oauth/pin/{user_code}", get(poll_pin))
        .route("/oauth/token", post(exchange_v1))
        .route("/oauth2/device", post(request_device_code))
        .route("/oauth2/token", post(token))
        .route("/oauth2/revoke", post(revoke))
        .route("/users/settings", get(settings))
        .route(PICTURE, get(async move || (png, picture)))
        .fallback(async || ApiError::Simkl(StatusCode::NOT_FOUND, "url_failed"))
}

type Answer = Result<Json<Value>, ApiError>;

enum ApiError {
    /// Simkl's own envelope.
    Simkl(StatusCode, &'static str),
    /// That of RFC 6749 §5.2, at AUTH V2's endpoints.
    OAuth(&'static str),
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, body) = match self {
            Self::Simkl(status, error) => (
                status,
                json!({"error": error, "code": status.as_u16(), "message": error.replace('_', " ")}),
            ),
            Self::OAuth(error) => (
                match error {
                    "invalid_client" => StatusCode::UNAUTHORIZED,
                    _ => StatusCode::BAD_REQUEST,
                },
                json!({"error": error, "error_description": error.replace('_', " ")}),
            ),
        };
        (status, Json(body)).into_response()
    }
}

fn check_client(state: &ServerState, flow: Flow, client_id: &str) -> Result<(), ApiError> {
    match flow {
        _ if state.serves(flow, client_id) => Ok(()),
        Flow::Device => Err(ApiError::OAuth("invalid_client")),
        Flow::Pin if client_id.is_empty() => Err(client_id_failed()),
        Flow::Pin => {
            let error = "unauthorized_client";
            Err(ApiError::Simkl(StatusCode::BAD_REQUEST, error))
        }
    }
}

fn client_id_failed() -> ApiError {
    ApiError::Simkl(StatusCode::PRECONDITION_FAILED, "client_id_failed")
}

/// How a program introduces itself, in the query of every call.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Caller {
    client_id: String,
    #[serde(rename = "app-name")]
    app_name: String,
}

async fn request_pin(State(state): State<SharedState>, Query(caller): Query<Caller>) -> Answer {
    let mut state = state.lock();
    check_client(&state, Flow::Pin, &caller.client_id)?;
    Ok(new_pin(&mut state, &caller))
}

/// A poll for a code that is gone makes another one and says "OK" without a token
/// (<https://api.simkl.org/api-reference/pin>).
async fn poll_pin(
    State(state): State<SharedState>,
    Path(user_code): Path<String>,
    Query(caller): Query<Caller>,
) -> Answer {
    let mut state = state.lock();
    check_client(&state, Flow::Pin, &caller.client_id)?;
    Ok(
        match state.poll(Flow::Pin, &user_code, &caller.client_id, clock::now()) {
            Ok(grant) => Json(json!({"result": "OK", "access_token": grant.access_token})),
            Err("authorization_pending") => {
                Json(json!({"result": "KO", "message": "Authorization pending"}))
            }
            Err(_) => new_pin(&mut state, &caller),
        },
    )
}

/// `device_code` is a placeholder, as Simkl's is.
fn new_pin(state: &mut ServerState, caller: &Caller) -> Json<Value> {
    let (id, now) = (&caller.client_id, clock::now());
    let code = state.make_code(Flow::Pin, id, &caller.app_name, "", now);
    let uri = state.verification_uri();
    Json(json!({
        "result": "OK",
        "device_code": "DEVICE_CODE",
        "user_code": code.user_code,
        "verification_uri": uri,
        "verification_url": format!("{uri}/"),
        "expires_in": state.options.expires_in.as_secs(),
        "interval": state.options.interval.as_secs(),
    }))
}

async fn request_device_code(
    State(state): State<SharedState>,
    Query(caller): Query<Caller>,
    Form(fields): Form<Fields>,
) -> Answer {
    let mut state = state.lock();
    let (id, now) = (&fields.client_id, clock::now());
    check_client(&state, Flow::Device, id)?;
    let code = state.make_code(Flow::Device, id, &caller.app_name, &fields.scope, now);
    let uri = state.verification_uri();
    Ok(Json(json!({
        "device_code": code.poll_key,
        "user_code": code.user_code,
        "verification_uri": uri,
        "verification_uri_complete": format!("{uri}?user_code={}", code.user_code),
        "expires_in": state.options.expires_in.as_secs(),
        "interval": state.options.interval.as_secs(),
    })))
}

async fn token(State(state): State<SharedState>, Form(fields): Form<Fields>) -> Answer {
    let mut state = state.lock();
    let (id, now) = (&fields.client_id, clock::now());
    check_client(&state, Flow::Device, id)?;
    let granted = match fields.grant_type.as_str() {
        DEVICE_CODE_GRANT => state.poll(Flow::Device, &fields.device_code, id, now),
        "refresh_token" => state.refresh(&fields.refresh_token, id, now),
        "authorization_code" => state.exchange(Flow::Device, &fields, now),
        _ => Err("unsupported_grant_type"),
    };
    let grant = granted.map_err(ApiError::OAuth)?;
    Ok(Json(json!({
        "access_token": grant.access_token,
        "token_type": "Bearer",
        "refresh_token": grant.refresh_token,
        "expires_in": state.options.token_lifetime.as_secs(),
        "scope": grant.scope,
    })))
}

async fn exchange_v1(State(state): State<SharedState>, Form(fields): Form<Fields>) -> Answer {
    let mut state = state.lock();
    check_client(&state, Flow::Pin, &fields.client_id)?;
    let granted = state.exchange(Flow::Pin, &fields, clock::now());
    let grant = granted.map_err(|_| ApiError::Simkl(StatusCode::BAD_REQUEST, "grant_error"))?;
    Ok(Json(json!({
        "access_token": grant.access_token,
        "token_type": "bearer",
        "scope": grant.scope,
        "expires_in": 157_680_000,
    })))
}

/// 200 whatever the token (RFC 7009 §2.2).
async fn revoke(
    State(state): State<SharedState>,
    Form(fields): Form<Fields>,
) -> Result<(), ApiError> {
    let mut state = state.lock();
    check_client(&state, Flow::Device, &fields.client_id)?;
    state.revoke(&fields.token, &fields.client_id);
    Ok(())
}

async fn settings(
    State(state): State<SharedState>,
    Query(caller): Query<Caller>,
    headers: HeaderMap,
) -> Answer {
    let id = &caller.client_id;
    if id.is_empty() {
        return Err(client_id_failed());
    }
    let authorization = headers.get(header::AUTHORIZATION);
    let token = authorization
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    if !token.is_some_and(|token| state.lock().is_valid(token, id, clock::now())) {
        let error = "user_token_failed";
        return Err(ApiError::Simkl(StatusCode::UNAUTHORIZED, error));
    }
    Ok(Json(json!({
        "user": {"name": NAME, "avatar": PICTURE},
        "account": {"id": 4242, "type": "free"},
    })))
}
