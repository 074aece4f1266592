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
        let fields = match self.guard.admit(&head) {
            Err(status) => return html_page::bare(status),
            Ok(PageRequest::View) => None,
            Ok(PageRequest::Submit) => match read(body).await {
                None => return html_page::bare(StatusCode::PAYLOAD_TOO_LARGE),
                fields => fields,
            },
        };
        let phone = Phone {
            words: html_page::words(&head.headers, self.language),
            known: self.guard.knows(&head.headers),
        };
        match fields {
            None => self.show(phone, StatusCode::OK, None, &Fields::default()),
            Some(fields) => self.submit(phone, &fields),
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
        let mut response = match submitted {
            // The browser fetches the page anew, so that reloading it sends nothing again.
            Ok(()) => html_page::see_other(self.guard.path()),
            Err(FormError::NotAsked) => {
                return self.show(phone, StatusCode::CONFLICT, None, &Fields::default());
            }
            Err(error @ FormError::WrongNumber { .. }) => {
                return self.show(phone, StatusCode::FORBIDDEN, Some(error), fields);
            }
            Err(error @ FormError::NoNumber) => {
                return self.show(phone, StatusCode::UNPROCESSABLE_ENTITY, Some(error), fields);
            }
            Err(error @ FormError::InvalidText(_)) => {
                let known = Phone {
                    known: true,
                    ..phone
                };
                self.show(known, StatusCode::UNPROCESSABLE_ENTITY, Some(error), fields)
            }
        };
        html_page::set_cookie(&mut response, &self.guard.set_cookie());
        response
    }

    /// The page as it is now.
    fn show(
        &self,
        phone: Phone,
        status: StatusCode,
        error: Option<FormError>,
        fields: &Fields,
    ) -> Response {
        let mut form_state = self.form_state();
        let stage = form_state.view(clock::now());
        let question = form_state.question.clone();
        let filled = Filled {
            error,
            news: form_state.news,
            fields,
            known: phone.known,
            step: form_state.step(),
            status,
        };
        drop(form_state);
        form::page(phone.words, &self.service, &stage, &question, &filled).answer()
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
