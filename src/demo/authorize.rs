//! The page that a browser opens to sign in (RFC 6749 §4.1.1), of both generations, with its two buttons.
//!
//! What is wrong with the application or its redirect address is told on the page; the browser is sent nowhere.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Form, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use url::Url;

use super::Shared;
use super::application::Generation;
use super::page::{named, show};
use super::sign_ins::{Answered, Asked, NoPage};
use crate::system::clock;

const ALLOW: &str = include_str!("../../assets/demo/allow.html");
const NO_SIGN_IN: &str = include_str!("../../assets/demo/no_sign_in.html");
const NOT_ALLOWED: &str = include_str!("../../assets/demo/not_allowed.html");

/// Browsers apply `form-action` to the redirect after a form, too; this one leads to another port.
const FORMS_LEAD_BACK: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http:; \
                               frame-ancestors 'none'; base-uri 'none'";

/// The pages themselves, which the log of requests tells.
pub(super) fn pages() -> Router<Arc<Shared>> {
    Router::new()
        .route("/oauth/authorize", get(v1))
        .route("/oauth2/authorize", get(v2))
}

/// What their buttons send, which is between the browser and the stand-in.
pub(super) fn buttons() -> Router<Arc<Shared>> {
    Router::new()
        .route("/sign-in/allow", post(allow))
        .route("/sign-in/deny", post(deny))
}

#[derive(Deserialize)]
struct Pressed {
    key: String,
}

async fn v1(State(shared): State<Arc<Shared>>, Query(asked): Query<Asked>) -> Response {
    ask(&shared, Generation::V1, asked)
}

async fn v2(State(shared): State<Arc<Shared>>, Query(asked): Query<Asked>) -> Response {
    ask(&shared, Generation::V2, asked)
}

fn ask(shared: &Shared, generation: Generation, asked: Asked) -> Response {
    let mut memory = shared.memory();
    match memory.open_page(generation, asked, clock::now()) {
        Ok(page) => {
            let values = [
                ("key", page.key.as_str()),
                ("app", named(page.app_name())),
                ("name", memory.options.name.as_str()),
            ];
            let mut page = show(StatusCode::OK, ALLOW, &values);
            let policy = header::HeaderValue::from_static(FORMS_LEAD_BACK);
            page.headers_mut()
                .insert(header::CONTENT_SECURITY_POLICY, policy);
            page
        }
        Err(NoPage::Told(why)) => show(StatusCode::BAD_REQUEST, NO_SIGN_IN, &[("why", why)]),
        Err(NoPage::Back(to)) => go(&to),
    }
}

async fn allow(State(shared): State<Arc<Shared>>, Form(pressed): Form<Pressed>) -> Response {
    answered(shared.memory().allow(&pressed.key, clock::now()))
}

async fn deny(State(shared): State<Arc<Shared>>, Form(pressed): Form<Pressed>) -> Response {
    answered(shared.memory().deny(&pressed.key, clock::now()))
}

fn answered(answered: Option<Answered>) -> Response {
    match answered {
        Some(Answered::Back(to)) => go(&to),
        Some(Answered::Stays) => show(StatusCode::OK, NOT_ALLOWED, &[]),
        None => {
            let why = "This page was answered before, or its time ran out.";
            show(StatusCode::BAD_REQUEST, NO_SIGN_IN, &[("why", why)])
        }
    }
}

fn go(to: &Url) -> Response {
    let headers = [
        (header::LOCATION, to.as_str()),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (StatusCode::SEE_OTHER, headers).into_response()
}
