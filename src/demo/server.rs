//! The stand-in's server: a loopback listener, the log of requests, and the faults they meet.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::connect_info::ConnectInfo;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::application::Generation;
use super::connection::{Cut, Cuttable};
use super::faults::Fault;
use super::log::{Kind, Seen};
use super::memory::NotServed;
use super::{Shared, authorize, device, discovery, page, pin, token, user};
use crate::system::clock;

/// Serves until `stopped` resolves or its sender is gone. Whatever is still connected ends with the runtime.
pub(super) async fn run(
    listener: TcpListener,
    shared: Arc<Shared>,
    stopped: oneshot::Receiver<()>,
) {
    let logged = Router::new()
        .merge(pin::routes())
        .merge(device::routes())
        .merge(token::routes())
        .merge(authorize::pages())
        .merge(discovery::routes())
        .merge(user::routes())
        .fallback(async || envelope(StatusCode::NOT_FOUND, "url_failed", "No such page"))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&shared),
            log_and_fail,
        ));
    let app = page::routes()
        .merge(authorize::buttons())
        .merge(user::picture())
        .merge(logged)
        .with_state(shared);
    let service = app.into_make_service_with_connect_info::<Cut>();
    tokio::select! {
        _ = axum::serve(Cuttable(listener), service) => {}
        _ = stopped => {}
    }
}

/// How a program introduces itself, in the query of every call.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Caller {
    pub(super) client_id: String,
    #[serde(rename = "app-name")]
    pub(super) app_name: String,
}

/// Simkl's error envelope.
pub(super) fn envelope(status: StatusCode, error: &str, message: &str) -> Response {
    let body = json!({"error": error, "code": status.as_u16(), "message": message});
    (status, Json(body)).into_response()
}

/// The envelope of AUTH V2's endpoints (RFC 6749 §5.2).
pub(super) fn oauth_envelope(status: StatusCode, error: &str) -> Response {
    let body = json!({"error": error, "error_description": error.replace('_', " ")});
    (status, Json(body)).into_response()
}

/// What a request for an application that Simkl does not know gets.
pub(super) fn client_id_failed() -> Response {
    let message = "Wrong or missing client_id";
    envelope(StatusCode::PRECONDITION_FAILED, "client_id_failed", message)
}

/// The same, and what one of AUTH V2 gets at V1's endpoints.
pub(super) fn not_served_by_v1(why: NotServed) -> Response {
    match why {
        NotServed::Unknown => client_id_failed(),
        NotServed::OtherGeneration => {
            let message = "This app signs in at /oauth2/";
            envelope(StatusCode::BAD_REQUEST, "unauthorized_client", message)
        }
    }
}

/// Every call passes here: it is written down, and meets its fault.
async fn log_and_fail(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(connection): ConnectInfo<Cut>,
    request: Request,
    next: Next,
) -> Response {
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, 64 * 1024).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let form = pairs(&body);
    let mut query = pairs(head.uri.query().unwrap_or_default().as_bytes());
    let kind = Kind::of(head.uri.path(), &form);
    let generation = Generation::of_path(head.uri.path());
    let place = shared.log().note(Seen {
        at: clock::now(),
        answered: None,
        status: None,
        method: head.method.to_string(),
        kind,
        generation,
        had_bearer: bearer(&head.headers).is_some(),
        had_secret: form.contains_key("client_secret")
            || query.contains_key("client_secret")
            || token::basic(&head.headers).is_some(),
        user_agent: text(&head.headers, header::USER_AGENT).map(Into::into),
        client_id: query
            .remove("client_id")
            .or_else(|| form.get("client_id").cloned()),
        app_name: query.remove("app-name"),
        app_version: query.remove("app-version"),
    });
    let fault = shared.faults().next(kind, generation);
    let handled = next.run(Request::from_parts(head, Body::from(body)));
    let response = match fault {
        None => handled.await,
        Some(Fault::DropAfterHandling) => {
            handled.await;
            connection.cut();
            StatusCode::OK.into_response()
        }
        Some(Fault::Delay(wait)) => {
            let response = handled.await;
            tokio::time::sleep(wait).await;
            response
        }
        Some(Fault::Silence) => std::future::pending().await,
        Some(fault) => instead_of_handling(fault, generation),
    };
    let status = response.status().as_u16();
    shared.log().note_answer(place, status, clock::now());
    response
}

/// The answer to a call that is not handled.
fn instead_of_handling(fault: Fault, generation: Option<Generation>) -> Response {
    match fault {
        Fault::Status(code, retry_after) => {
            let error = match code {
                401 => "user_token_failed",
                412 => "client_id_failed",
                _ => "scripted_fault",
            };
            let response = envelope(status(code), error, "A scripted fault");
            after(response, retry_after.as_deref())
        }
        Fault::Error {
            status: code,
            error,
            retry_after,
        } => {
            let response = match generation {
                Some(Generation::V2) => oauth_envelope(status(code), error),
                _ => envelope(status(code), error, "A scripted fault"),
            };
            after(response, retry_after)
        }
        Fault::Bare(code) => status(code).into_response(),
        Fault::Page(code) => {
            let page = "<!doctype html><title>No such page</title>";
            (status(code), Html(page)).into_response()
        }
        Fault::Html => Html("<!doctype html><title>Hotel Wi-Fi</title>").into_response(),
        Fault::Redirect(to) => (StatusCode::FOUND, [(header::LOCATION, to)]).into_response(),
        Fault::Garbage => {
            let json = [(header::CONTENT_TYPE, "application/json")];
            (json, r#"{"result":"OK","user_co"#).into_response()
        }
        Fault::SlowDown => match generation {
            Some(Generation::V2) => token::oauth_error("slow_down"),
            _ => pin::slow_down(),
        },
        // These do handle their call, or never answer it.
        Fault::Silence | Fault::DropAfterHandling | Fault::Delay(_) => {
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn after(mut response: Response, retry_after: Option<&str>) -> Response {
    if let Some(value) = retry_after.and_then(|text| text.parse().ok()) {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    response
}

fn pairs(encoded: &[u8]) -> HashMap<String, String> {
    url::form_urlencoded::parse(encoded).into_owned().collect()
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// The bearer token of a call (RFC 6750 §2.1).
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = text(headers, header::AUTHORIZATION)?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
