//! The stand-in's connections: a loopback listener, the log of API calls, and the faults they meet.
//!
//! A fault may have to cut a connection after a call was handled. A handler cannot do that by itself, so each
//! connection carries a [`Cord`]: once pulled, writing fails, and hyper drops the connection with nothing sent.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::body::{Body, to_bytes};
use axum::extract::connect_info::{ConnectInfo, Connected};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::serve::{IncomingStream, Listener};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::faults::{Fault, Kind, Seen};
use super::{Shared, device, page, pin, user};
use crate::authorization::Flow;
use crate::clock;

/// Serves until `stopped` resolves or its sender is gone. Whatever is still connected ends with the runtime.
pub(super) async fn run(
    listener: TcpListener,
    shared: Arc<Shared>,
    stopped: oneshot::Receiver<()>,
) {
    let api = Router::new()
        .merge(pin::routes())
        .merge(device::routes())
        .merge(user::routes())
        .fallback(async || envelope(StatusCode::NOT_FOUND, "url_failed", "No such page"))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&shared),
            at_the_desk,
        ));
    let app = page::routes()
        .merge(user::picture())
        .merge(api)
        .with_state(shared);
    let service = app.into_make_service_with_connect_info::<Cord>();
    tokio::select! {
        _ = axum::serve(Corded(listener), service) => {}
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

/// What a request for a program Simkl does not know gets.
pub(super) fn client_id_failed() -> Response {
    let message = "Wrong or missing client_id";
    envelope(StatusCode::PRECONDITION_FAILED, "client_id_failed", message)
}

/// Every API call passes here: it is written down, and meets its fault.
async fn at_the_desk(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(cord): ConnectInfo<Cord>,
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
    let place = shared.desk().note(Seen {
        at: clock::now(),
        answered: None,
        method: head.method.to_string(),
        kind,
        had_bearer: bearer(&head.headers).is_some(),
        user_agent: text(&head.headers, header::USER_AGENT).map(Into::into),
        client_id: query
            .remove("client_id")
            .or_else(|| form.get("client_id").cloned()),
        app_name: query.remove("app-name"),
        app_version: query.remove("app-version"),
    });
    let fault = shared.desk().fault_for(kind);
    let handled = next.run(Request::from_parts(head, Body::from(body)));
    let response = match fault {
        None => handled.await,
        Some(Fault::Status(status, retry_after)) => refusal(status, retry_after),
        Some(Fault::Bare(status)) => StatusCode::from_u16(status)
            .unwrap_or(StatusCode::BAD_REQUEST)
            .into_response(),
        Some(Fault::Html) => Html("<!doctype html><title>Hotel Wi-Fi</title>").into_response(),
        Some(Fault::Garbage) => {
            let json = [(header::CONTENT_TYPE, "application/json")];
            (json, r#"{"result":"OK","user_co"#).into_response()
        }
        Some(Fault::Silence) => std::future::pending().await,
        Some(Fault::SlowDown) => match shared.memory().options.flow {
            Flow::Pin => pin::slow_down(),
            Flow::Device => device::refusal("slow_down"),
        },
        Some(Fault::DropAfterHandling) => {
            handled.await;
            cord.pull();
            StatusCode::OK.into_response()
        }
        Some(Fault::Delay(wait)) => {
            let response = handled.await;
            tokio::time::sleep(wait).await;
            response
        }
    };
    shared.desk().note_answer(place, clock::now());
    response
}

fn refusal(status: u16, retry_after: Option<String>) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let error = match status {
        StatusCode::PRECONDITION_FAILED => "client_id_failed",
        StatusCode::UNAUTHORIZED => "user_token_failed",
        _ => "scripted_fault",
    };
    let mut response = envelope(status, error, "A scripted fault");
    if let Some(value) = retry_after.and_then(|text| text.try_into().ok()) {
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

/// Pulled, it cuts the connection it belongs to before anything more is written.
#[derive(Clone, Default)]
struct Cord(Arc<AtomicBool>);

impl Cord {
    fn pull(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn check(&self) -> io::Result<()> {
        if self.0.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        Ok(())
    }
}

/// A listener whose connections have cords.
struct Corded(TcpListener);

impl Listener for Corded {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        let cord = Cord::default();
        (Connection { stream, cord }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Corded>> for Cord {
    fn connect_info(stream: IncomingStream<'_, Corded>) -> Self {
        stream.io().cord.clone()
    }
}

struct Connection {
    stream: TcpStream,
    cord: Cord,
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.cord.check()?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
