//! What clients may learn of V2 without reading its documentation (RFC 8414). There is no `openid-configuration`.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::Shared;
use super::memory::SCOPES;

pub(super) fn routes() -> Router<Arc<Shared>> {
    let path = "/.well-known/oauth-authorization-server";
    Router::new().route(path, get(metadata))
}

async fn metadata(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let issuer = shared.memory().issuer.clone();
    let at = |path: &str| format!("{issuer}/oauth2/{path}");
    let client_authentication = ["none", "client_secret_post", "client_secret_basic"];
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": at("authorize"),
        "device_authorization_endpoint": at("device"),
        "token_endpoint": at("token"),
        "revocation_endpoint": at("revoke"),
        "scopes_supported": SCOPES,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": [
            "authorization_code",
            "refresh_token",
            "urn:ietf:params:oauth:grant-type:device_code",
        ],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": client_authentication,
        "revocation_endpoint_auth_methods_supported": client_authentication,
        "authorization_response_iss_parameter_supported": true,
    }))
}
