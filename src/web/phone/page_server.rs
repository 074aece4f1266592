//! The page's requests: the guard first, then what was sent, then what the phone shows.

use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{self, Filled};
use super::form_state::{Fields, FormError, FormState};
use super::guard::{Guard, PageRequest};
use crate::system::clock;
use crate::web::html_page;
use crate::web::server::Site;
use crate::words::{Language, Words};

/// A number and the longest address that may be pasted instead of its code.
const LONGEST_BODY: usize = 4 * 1024;

/// One page, as it is served.
pub(super) struct PageSite {
    pub(super) guard: Guard,
    pub(super) form_state: Mutex<FormState>,
    pub(super) service: String,
    pub(super) language: Language,
}

/// Who asks.
#[derive(Clone, Copy)]
struct Phone {
    words: &'static Words,
    /// The right number was typed in this browser.
    known: bool,
}

impl Site for PageSite {
    async fn answer(&self, request: Request, _: SocketAddr) -> Response {
        let (head, body) = request.into_parts();
        let asked = match self.guard.admit(&head) {
            Ok(asked) => asked,
            Err(status) => return html_page::bare(status),
        };
        let phone = Phone {
            words: html_page::words(&head.headers, self.language),
            known: self.guard.knows(&head.headers),
        };
        match asked {
            PageRequest::View => self.show(phone, None, &Fields::default()),
            PageRequest::Submit => match read(body).await {
                Some(fields) => self.submit(phone, &fields),
                None => html_page::bare(StatusCode::PAYLOAD_TOO_LARGE),
            },
        }
    }

    fn next_deadline(&self, closed: bool, now: Instant) -> Option<Instant> {
        self.form_state().next(closed, now)
    }
}

impl PageSite {
    pub(super) fn form_state(&self) -> MutexGuard<'_, FormState> {
        self.form_state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn submit(&self, phone: Phone, fields: &Fields) -> Response {
        // The lock is not held while the page is drawn.
        let submitted = self.form_state().submit(fields, phone.known, clock::now());
        // The right number is typed once.
        let known = matches!(submitted, Ok(()) | Err(FormError::InvalidText(_)));
        let mut response = match submitted {
            // The browser fetches the page anew, so that reloading it sends nothing again.
            Ok(()) => html_page::see_other(self.guard.path()),
            Err(error) => {
                let known = known || phone.known;
                self.show(Phone { known, ..phone }, Some(error), fields)
            }
        };
        if known {
            html_page::set_cookie(&mut response, &self.guard.set_cookie());
        }
        response
    }

    /// The page as it is now.
    fn show(&self, phone: Phone, error: Option<FormError>, fields: &Fields) -> Response {
        let status = match error {
            None => StatusCode::OK,
            Some(FormError::NotAsked) => StatusCode::CONFLICT,
            Some(FormError::WrongNumber { .. }) => StatusCode::FORBIDDEN,
            Some(FormError::NoNumber | FormError::InvalidText(_)) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
        };
        let mut form_state = self.form_state();
        let filled = Filled {
            words: phone.words,
            service: &self.service,
            stage: form_state.view(clock::now()),
            question: form_state.question.clone(),
            error: error.filter(|error| *error != FormError::NotAsked),
            news: form_state.news,
            fields,
            known: phone.known,
            step: form_state.step(),
            status,
        };
        drop(form_state);
        form::page(&filled).answer()
    }
}

/// The form's fields; `None` if it is too large, or was cut off.
async fn read(body: Body) -> Option<Fields> {
    let body = to_bytes(body, LONGEST_BODY).await.ok()?;
    let mut fields = Fields::default();
    for (name, value) in url::form_urlencoded::parse(&body) {
        let field = match &*name {
            "number" => &mut fields.number,
            "code" => &mut fields.code,
            "id" => &mut fields.id,
            "secret" => &mut fields.secret,
            _ => continue,
        };
        *field = value.into_owned();
    }
    Some(fields)
}
