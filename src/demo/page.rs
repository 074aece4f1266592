//! The page a person opens on the phone: type the code, compare it with the television, approve or decline.
//!
//! Plain HTML without scripts. Everything that came from outside is escaped on its way in. Here, and only here, codes
//! may be typed carelessly.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::Shared;
use crate::system::clock;
use crate::web::html::{escape, fill};

const SHELL: &str = include_str!("../../assets/demo/shell.html");
const ASK: &str = include_str!("../../assets/demo/ask.html");
const CONFIRM: &str = include_str!("../../assets/demo/confirm.html");
const UNKNOWN: &str = include_str!("../../assets/demo/unknown.html");
const APPROVED: &str = include_str!("../../assets/demo/approved.html");
const DECLINED: &str = include_str!("../../assets/demo/declined.html");

/// No scripts, no frames, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; \
                      frame-ancestors 'none'; base-uri 'none'";

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/pin", get(typed))
        .route("/pin/", get(typed))
        .route("/pin/{user_code}", get(linked))
        .route("/pin/approve", post(approve))
        .route("/pin/decline", post(decline))
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    user_code: String,
}

async fn typed(State(shared): State<Arc<Shared>>, Query(typed): Query<Typed>) -> Response {
    if typed.user_code.trim().is_empty() {
        return show(StatusCode::OK, ASK, &[]);
    }
    compare(&shared, &typed.user_code)
}

async fn linked(State(shared): State<Arc<Shared>>, Path(user_code): Path<String>) -> Response {
    compare(&shared, &user_code)
}

/// The code from a link is shown, never approved unseen: it might be somebody else's (RFC 8628 §5.4).
fn compare(shared: &Shared, user_code: &str) -> Response {
    let memory = shared.memory();
    let Some(code) = memory.find(user_code, clock::now()) else {
        return unknown(user_code);
    };
    let values = [
        ("code", code.user_code.as_str()),
        ("app", named(&code.app_name)),
        ("name", memory.options.name.as_str()),
    ];
    show(StatusCode::OK, CONFIRM, &values)
}

async fn approve(State(shared): State<Arc<Shared>>, Form(typed): Form<Typed>) -> Response {
    if shared.memory().approve(&typed.user_code, clock::now()) {
        show(StatusCode::OK, APPROVED, &[])
    } else {
        unknown(&typed.user_code)
    }
}

async fn decline(State(shared): State<Arc<Shared>>, Form(typed): Form<Typed>) -> Response {
    // Nothing changes: the code goes on waiting until it expires.
    if shared
        .memory()
        .find(&typed.user_code, clock::now())
        .is_none()
    {
        return unknown(&typed.user_code);
    }
    show(StatusCode::OK, DECLINED, &[])
}

fn unknown(typed: &str) -> Response {
    let short: String = typed.chars().take(20).collect();
    show(StatusCode::NOT_FOUND, UNKNOWN, &[("code", &short)])
}

/// What a program calls itself, for the person.
pub(super) fn named(app_name: &str) -> &str {
    match app_name {
        "" => "A program",
        name => name,
    }
}

pub(super) fn show(status: StatusCode, template: &str, values: &[(&str, &str)]) -> Response {
    let escaped: Vec<_> = values
        .iter()
        .map(|(key, value)| (*key, escape(value)))
        .collect();
    let main = fill(template, &escaped);
    let headers = [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (status, headers, Html(fill(SHELL, &[("main", main)]))).into_response()
}
