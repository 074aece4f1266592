//! What goes wrong with a call.

use std::panic::resume_unwind;
use std::time::Duration;

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use couchpin::auth::Flow;
use serde_json::json;

/// Where nothing else is said, the call is not handled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// This HTTP status in Simkl's error envelope.
    Status(u16, /** `Retry-After`, as it is. */ Option<String>),
    /// The service's own refusal: in OAuth's envelope at AUTH V2's endpoints, in Simkl's elsewhere.
    Error {
        status: u16,
        error: &'static str,
        /// `Retry-After`, as it is.
        retry_after: Option<&'static str>,
    },
    /// This HTTP status and this JSON.
    Answer(u16, &'static str),
    /// This HTTP status with an empty body, as a proxy answers.
    Bare(u16),
    /// This HTTP status with an HTML page, as a site answers that has no such address.
    Page(u16),
    /// A hotel's sign-in page with status 200.
    Html,
    /// A redirect to this address.
    Redirect(&'static str),
    /// JSON that ends in the middle.
    Garbage,
    /// No answer, ever.
    Silence,
    /// The call is handled (a token handed out, its code deleted), then the connection is cut without a byte.
    DropAfterHandling,
    /// The call is handled at once and answered so much later.
    Delay(Duration),
}

impl Fault {
    /// A refusal without a time at which it ends.
    pub(crate) fn error(status: u16, error: &'static str) -> Self {
        Self::Error {
            status,
            error,
            retry_after: None,
        }
    }

    /// The answer to a call that `handle` would answer rightly.
    pub(super) async fn meet(
        self,
        flow: Option<Flow>,
        handle: impl Future<Output = Response>,
    ) -> Response {
        let status = |code| StatusCode::from_u16(code).unwrap();
        match self {
            Self::Status(code, retry_after) => {
                let error = match code {
                    401 => "user_token_failed",
                    412 => "client_id_failed",
                    _ => "scripted_fault",
                };
                refusal(code, error, None, retry_after.as_deref())
            }
            Self::Error {
                status,
                error,
                retry_after,
            } => refusal(status, error, flow, retry_after),
            Self::Answer(code, body) => {
                let json = [(header::CONTENT_TYPE, "application/json")];
                (status(code), json, body).into_response()
            }
            Self::Bare(code) => status(code).into_response(),
            Self::Page(code) => {
                let page = "<!doctype html><title>No such page</title>";
                (status(code), Html(page)).into_response()
            }
            Self::Html => Html("<!doctype html><title>Hotel Wi-Fi</title>").into_response(),
            Self::Redirect(to) => (StatusCode::FOUND, [(header::LOCATION, to)]).into_response(),
            Self::Garbage => {
                let json = [(header::CONTENT_TYPE, "application/json")];
                (json, r#"{"result":"OK","user_co"#).into_response()
            }
            Self::Silence => std::future::pending().await,
            Self::DropAfterHandling => {
                handle.await;
                // What serves the connection ends, and the connection with it. This panic is not printed.
                resume_unwind(Box::new("the connection is cut"))
            }
            Self::Delay(wait) => {
                let response = handle.await;
                tokio::time::sleep(wait).await;
                response
            }
        }
    }
}

pub(super) fn refusal(
    status: u16,
    error: &str,
    flow: Option<Flow>,
    retry_after: Option<&str>,
) -> Response {
    let body = match flow {
        Some(Flow::Device) => json!({"error": error, "error_description": "As a test wants it"}),
        _ => json!({"error": error, "code": status, "message": "As a test wants it"}),
    };
    let status = StatusCode::from_u16(status).unwrap();
    let mut response = (status, Json(body)).into_response();
    if let Some(value) = retry_after {
        let value = value.parse().unwrap();
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    response
}
