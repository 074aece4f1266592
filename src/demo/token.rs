//! Where programs ask for tokens, refresh them and end them.
//!
//! V2's errors are those of RFC 6749 §5.2 and RFC 8628 §3.5: status 400 and one word, 401 for an application that is not
//! known, belongs to V1, or does not show its secret. That is judged before any code is looked at.

use std::sync::Arc;

use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Shared;
use super::application::{Application, Generation};
use super::memory::Memory;
use super::server;
use super::sign_ins::CodeExchange;
use crate::system::clock;

const DEVICE_CODE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/oauth/token", post(exchange_v1))
        .route("/oauth2/token", post(token))
        .route("/oauth2/revoke", post(revoke))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    client_id: String,
    client_secret: Option<String>,
    grant_type: String,
    scope: String,
    device_code: String,
    refresh_token: String,
    code: String,
    redirect_uri: String,
    code_verifier: String,
    token: String,
}

impl Fields {
    /// Takes client id and secret from the header where they are there (RFC 6749 §2.3.1).
    fn with(mut self, headers: &HeaderMap) -> Self {
        if let Some((id, secret)) = basic(headers) {
            self.client_id = id;
            self.client_secret = Some(secret);
        }
        self
    }

    fn shown(&self) -> CodeExchange<'_> {
        CodeExchange {
            code: &self.code,
            redirect_uri: &self.redirect_uri,
            verifier: &self.code_verifier,
            secret: self.client_secret.as_deref(),
        }
    }

    /// The application, if V2 knows it and it shows the secret that its kind has.
    fn application(&self, memory: &Memory) -> Result<Application, &'static str> {
        let app = memory.application_at(Generation::V2, &self.client_id);
        app.ok()
            .filter(|app| app.is_proved_by(self.client_secret.as_deref()))
            .ok_or("invalid_client")
    }
}

async fn token(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    let fields = fields.with(&headers);
    let mut memory = shared.memory();
    let (client, now) = (fields.client_id.as_str(), clock::now());
    let granted = fields
        .application(&memory)
        .and_then(|app| match fields.grant_type.as_str() {
            DEVICE_CODE_GRANT => memory.poll_device(&fields.device_code, client, now),
            "refresh_token" => memory.refresh(&fields.refresh_token, client, &fields.scope, now),
            "authorization_code" => match memory.redeem(&app, &fields.shown(), now) {
                Some(scope) => Ok(memory.v2_grant(client, &scope, now)),
                None => Err("invalid_grant"),
            },
            _ => Err("unsupported_grant_type"),
        });
    match granted {
        Ok(grant) => token_answer(&json!({
            "access_token": grant.access_token,
            "token_type": "Bearer",
            "refresh_token": grant.refresh_token,
            "expires_in": memory.options.token_lifetime.as_secs(),
            "scope": grant.scope,
        })),
        Err(error) => oauth_error(error),
    }
}

/// V1's exchange. The code is used up before anything else is judged.
async fn exchange_v1(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    let fields = fields.with(&headers);
    let mut memory = shared.memory();
    let now = clock::now();
    let app = match memory.application_at(Generation::V1, &fields.client_id) {
        Ok(app) => app,
        Err(why) => return server::not_served_by_v1(why),
    };
    if memory.redeem(&app, &fields.shown(), now).is_none() {
        let secret = fields.client_secret.as_deref();
        let (status, error) = if secret.is_some() && !app.is_proved_by(secret) {
            (StatusCode::UNAUTHORIZED, "invalid_client")
        } else {
            (StatusCode::BAD_REQUEST, "grant_error")
        };
        return server::envelope(status, error, "No token for this");
    }
    token_answer(&json!({
        "access_token": memory.v1_token(&app.client_id, now),
        "token_type": "bearer",
        "scope": "public",
        "expires_in": 157_680_000,
    }))
}

/// Always 200 for an application that has proved itself, whatever the token (RFC 7009 §2.2).
async fn revoke(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    let fields = fields.with(&headers);
    let mut memory = shared.memory();
    match fields.application(&memory) {
        Ok(app) => {
            memory.revoke(&fields.token, &app.client_id);
            StatusCode::OK.into_response()
        }
        Err(error) => oauth_error(error),
    }
}

/// A refusal with one of the RFCs' words.
pub(super) fn oauth_error(error: &str) -> Response {
    let status = match error {
        "invalid_client" => StatusCode::UNAUTHORIZED,
        _ => StatusCode::BAD_REQUEST,
    };
    server::oauth_envelope(status, error)
}

fn token_answer(body: &Value) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

/// Client id and secret from an `Authorization: Basic` header.
pub(super) fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, encoded) = value.split_once(' ')?;
    let decoded = BASE64_STANDARD.decode(encoded.trim()).ok()?;
    let decoded = String::from_utf8(decoded).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    scheme
        .eq_ignore_ascii_case("basic")
        .then(|| (id.to_owned(), secret.to_owned()))
}
