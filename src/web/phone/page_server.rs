//! The page's requests: the guard first, then the desk, then what the phone shows.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use tokio::sync::Notify;

use super::form;
use super::form_state::{Fault, Fields, FormState, Reply, Stage};
use super::guard::{Guard, PageRequest};
use crate::system::clock;
use crate::web::html_page;
use crate::words::{Language, Words};

/// A number and the longest address that somebody may paste instead of its code.
const LONGEST_BODY: usize = 4 * 1024;
/// A sleeping computer wakes with a timer that did not count; so no nap is longer than this.
const LONGEST_NAP: Duration = Duration::from_secs(10);

/// What the server's thread and the page in the caller's hand have in common.
pub(super) struct PageState {
    guard: Guard,
    form_state: Mutex<FormState>,
    service: String,
    language: Language,
    left: AtomicBool,
    changed: Notify,
}

impl PageState {
    pub(super) fn new(
        guard: Guard,
        form_state: FormState,
        service: String,
        language: Language,
    ) -> Self {
        Self {
            guard,
            form_state: Mutex::new(form_state),
            service,
            language,
            left: AtomicBool::new(false),
            changed: Notify::new(),
        }
    }

    pub(super) fn form_state(&self) -> MutexGuard<'_, FormState> {
        self.form_state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The television's screen is no longer there.
    pub(super) fn leave(&self) {
        self.left.store(true, Ordering::Release);
        self.changed.notify_one();
    }
}

pub(super) fn app(room: Arc<PageState>) -> Router {
    Router::new().fallback(respond).with_state(room)
}

/// Waits until the page has ended, and lets its time pass meanwhile.
pub(super) async fn end(room: Arc<PageState>) {
    loop {
        let now = clock::now();
        let left = room.left.load(Ordering::Acquire);
        let Some(next) = room.form_state().next(left, now) else {
            return;
        };
        let nap = next.saturating_duration_since(now).min(LONGEST_NAP);
        tokio::select! {
            () = room.changed.notified() => {}
            () = tokio::time::sleep(nap) => {}
        }
    }
}

async fn respond(State(room): State<Arc<PageState>>, request: Request) -> Response {
    answer(room, request).await
}

pub(super) async fn answer(room: Arc<PageState>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let fields = match room.guard.admit(&head) {
        Err(status) => return html_page::bare(status),
        Ok(PageRequest::Look) => None,
        Ok(PageRequest::Offer) => match read(body).await {
            Some(fields) => Some(fields),
            None => return html_page::bare(StatusCode::PAYLOAD_TOO_LARGE),
        },
    };
    let words = Words::of(html_page::language(&head.headers, room.language));
    let Some(fields) = fields else {
        return show(&room, words, StatusCode::OK, None, &Fields::default());
    };
    // The lock is not held while the page is drawn.
    let reply = room.form_state().offer(&fields, clock::now());
    match reply {
        Reply::Taken => see_other(room.guard.path()),
        Reply::NotAsked => show(&room, words, StatusCode::CONFLICT, None, &Fields::default()),
        Reply::Fault(fault) => {
            let status = match fault {
                Fault::WrongNumber { .. } => StatusCode::FORBIDDEN,
                Fault::NoNumber | Fault::InvalidText(_) => StatusCode::UNPROCESSABLE_ENTITY,
            };
            show(&room, words, status, Some(fault), &fields)
        }
    }
}

/// The page as it is now. Where nothing is asked any more, that is said with a status of its own.
fn show(
    room: &PageState,
    words: &Words,
    status: StatusCode,
    fault: Option<Fault>,
    fields: &Fields,
) -> Response {
    let (stage, question, refused) = {
        let mut form_state = room.form_state();
        let stage = form_state.look(clock::now());
        (stage, form_state.question().clone(), form_state.refused())
    };
    let page = match stage {
        Stage::Asking => {
            let filled = form::Filled {
                fault,
                refused,
                fields,
                status,
            };
            form::asking(words, &room.service, &question, &filled)
        }
        Stage::Taken => form::taken(words, &room.service, status),
        Stage::Done => form::done(words, &room.service, status),
        Stage::SetUp => form::set_up(words, &room.service, status),
        Stage::Failed => form::failed(words, status),
        Stage::Closed => form::closed(words),
        Stage::Over => form::over(words),
    };
    page.answer()
}

/// The browser fetches the page anew, so that reloading it sends nothing again.
fn see_other(path: &str) -> Response {
    let mut response = html_page::bare(StatusCode::SEE_OTHER);
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, path);
    }
    response
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
