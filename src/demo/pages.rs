//! The pages that people open: to type a code and approve it, and to allow a sign-in through a browser (RFC 6749 §4.1.1).
//!
//! Plain HTML without scripts; every value is escaped.

use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use serde::Deserialize;

use super::api::NAME;
use super::sign_ins::BrowserAnswer;
use super::state::SharedState;
use crate::auth::Flow;
use crate::system::clock;
use crate::web::html::{escape, fill};

const SHELL: &str = include_str!("../../assets/demo/shell.html");
const MESSAGE: &str = include_str!("../../assets/demo/message.html");
const ASK: &str = concat!(
    include_str!("../../assets/demo/ask.html"),
    include_str!("../../assets/demo/code_form.html")
);
const UNKNOWN: &str = concat!(
    include_str!("../../assets/demo/unknown.html"),
    include_str!("../../assets/demo/code_form.html")
);
const CONFIRM: &str = include_str!("../../assets/demo/confirm.html");
const ALLOW: &str = include_str!("../../assets/demo/allow.html");

/// No scripts, no frames, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; \
                      frame-ancestors 'none'; base-uri 'none'";
/// Browsers apply `form-action` to the redirect after a form, too, which leads to another port of loopback.
const POLICY_OF_ALLOW: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http:; \
                               frame-ancestors 'none'; base-uri 'none'";

/// Where a code is typed, compared and approved.
pub(super) fn of_codes() -> Router<SharedState> {
    Router::new()
        .route("/pin", get(typed))
        .route("/pin/", get(typed))
        .route("/pin/{user_code}", get(linked))
        .route("/pin/approve", post(approve))
        .route("/pin/decline", post(decline))
}

pub(super) fn routes() -> Router<SharedState> {
    of_codes()
        .route("/oauth/authorize", authorize(Flow::Pin))
        .route("/oauth2/authorize", authorize(Flow::Device))
        .route("/sign-in/allow", press(true))
        .route("/sign-in/deny", press(false))
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    user_code: String,
}

#[derive(Deserialize)]
struct Pressed {
    key: String,
}

async fn typed(State(state): State<SharedState>, Query(typed): Query<Typed>) -> Response {
    if typed.user_code.trim().is_empty() {
        return show(StatusCode::OK, ASK, &[("button", "Continue")]);
    }
    compare(&state, &typed.user_code)
}

async fn linked(State(state): State<SharedState>, Path(user_code): Path<String>) -> Response {
    compare(&state, &user_code)
}

/// The code from a link is shown, never approved unseen: it might be another person's (RFC 8628 §5.4).
fn compare(state: &SharedState, user_code: &str) -> Response {
    let state = state.lock();
    let Some(code) = state.find(user_code, clock::now()) else {
        return unknown(user_code);
    };
    let values = [
        ("code", code.user_code.as_str()),
        ("app", name_of(&code.app_name)),
        ("name", NAME),
    ];
    show(StatusCode::OK, CONFIRM, &values)
}

async fn approve(State(state): State<SharedState>, Form(typed): Form<Typed>) -> Response {
    if !state.lock().approve(&typed.user_code, clock::now()) {
        return unknown(&typed.user_code);
    }
    let next = "Look at your TV: it notices within a few seconds. You can close this page.";
    message(StatusCode::OK, "✓", "Approved", next)
}

async fn decline(State(state): State<SharedState>, Form(typed): Form<Typed>) -> Response {
    let state = state.lock();
    if state.find(&typed.user_code, clock::now()).is_none() {
        return unknown(&typed.user_code);
    }
    let next = "No sign-in took place. The TV is not told: its code simply runs out. You can close this page.";
    message(StatusCode::OK, "✕", "Declined", next)
}

/// The page that asks the person, of this generation.
fn authorize(flow: Flow) -> MethodRouter<SharedState> {
    get(
        async move |State(state): State<SharedState>, Query(request)| {
            state.lock().open_page(flow, request, clock::now())
        },
    )
}

/// A button of that page.
fn press(allowed: bool) -> MethodRouter<SharedState> {
    post(
        async move |State(state): State<SharedState>, Form(pressed): Form<Pressed>| {
            let mut state = state.lock();
            state.answer_page(&pressed.key, allowed, clock::now())
        },
    )
}

impl IntoResponse for BrowserAnswer {
    fn into_response(self) -> Response {
        match self {
            Self::Question { key, app_name } => {
                let values = [
                    ("key", key.as_str()),
                    ("app", name_of(&app_name)),
                    ("name", NAME),
                ];
                let mut page = show(StatusCode::OK, ALLOW, &values);
                let policy = HeaderValue::from_static(POLICY_OF_ALLOW);
                page.headers_mut()
                    .insert(header::CONTENT_SECURITY_POLICY, policy);
                page
            }
            Self::Redirect(address) => {
                let headers = [
                    (header::LOCATION, address.as_str()),
                    (header::CACHE_CONTROL, "no-store"),
                    (header::REFERRER_POLICY, "no-referrer"),
                ];
                (StatusCode::SEE_OTHER, headers).into_response()
            }
            Self::NotAllowed => {
                let next = "No sign-in took place. The program is not told: it stops waiting after a while. \
                            You can close this page.";
                message(StatusCode::OK, "✕", "Not allowed", next)
            }
            Self::NoSignIn(why) => {
                let text = format!("{why} Close this page and begin anew on the TV.");
                message(StatusCode::BAD_REQUEST, "✕", "No sign-in here", &text)
            }
        }
    }
}

fn unknown(typed: &str) -> Response {
    let short: String = typed.chars().take(20).collect();
    let values = [("code", short.as_str()), ("button", "Try again")];
    show(StatusCode::NOT_FOUND, UNKNOWN, &values)
}

/// What a program calls itself, for the person.
fn name_of(app_name: &str) -> &str {
    match app_name {
        "" => "A program",
        name => name,
    }
}

fn message(status: StatusCode, mark: &str, title: &str, text: &str) -> Response {
    let values = [("mark", mark), ("title", title), ("text", text)];
    show(status, MESSAGE, &values)
}

fn show(status: StatusCode, template: &str, values: &[(&str, &str)]) -> Response {
    let escaped = values.iter().map(|(key, value)| (*key, escape(value)));
    let main = fill(template, &escaped.collect::<Vec<_>>());
    let headers = [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (status, headers, Html(fill(SHELL, &[("main", main)]))).into_response()
}
