//! What is served to the browser: the one-time address, and the callback of a sign-in.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use tokio::sync::mpsc;

use super::request::{BrowserRequest, Expected};
use crate::auth::SignInEvent;
use crate::system::clock;
use crate::web::html_page::{self, Page};
use crate::web::server::Site;
use crate::words::{Language, Words};

/// What a browser reads whose request does not belong to this sign-in: the title and the text.
const NOT_EXPECTED: [&str; 2] = ["redirect-unexpected-title", "redirect-unexpected-body"];

/// What one browser is expected at.
pub(super) struct LoopbackSite {
    pub(super) expected: Expected,
    pub(super) address: SocketAddr,
    pub(super) life: Duration,
    pub(super) deadline: Instant,
    pub(super) language: Language,
    /// The one-time address was.
    pub(super) was_used: AtomicBool,
    /// All that was expected has come.
    pub(super) is_over: AtomicBool,
    /// Told once.
    pub(super) events: mpsc::UnboundedSender<SignInEvent>,
}

impl LoopbackSite {
    /// Sends the browser on to the page, the first time.
    fn send_on(&self, words: &Words) -> Response {
        if self.was_used.swap(true, Ordering::Relaxed) {
            let texts = ["redirect-used-title", "redirect-used-body"];
            return refuse(StatusCode::GONE, words, texts);
        }
        let callback = self.expected.callback.as_ref();
        // Without a callback nothing comes back.
        self.is_over.fetch_or(callback.is_none(), Ordering::Relaxed);
        let mut response = html_page::see_other(self.expected.page.as_str());
        if let Some(callback) = callback {
            let cookie = callback.set_cookie(self.life.as_secs());
            html_page::set_cookie(&mut response, &cookie);
        }
        response
    }

    /// Takes what the browser brought back, the first time.
    fn take(&self, words: &Words, event: SignInEvent) -> Response {
        let (mark, texts) = match &event {
            SignInEvent::Code(_) => ("✓", ["redirect-title", "redirect-body"]),
            SignInEvent::OtherIssuer => ("!", ["other-issuer-title", "redirect-issuer-body"]),
            _ => ("!", ["redirect-denied-title", "redirect-denied-body"]),
        };
        if !self.tell(event) {
            return refuse(StatusCode::GONE, words, NOT_EXPECTED);
        }
        let callback = self.expected.callback.as_ref();
        let service = callback.map_or("", |callback| &callback.service);
        Page::message(StatusCode::OK, words, mark, texts, service).answer()
    }

    /// Whether it was told: only the first event is.
    fn tell(&self, event: SignInEvent) -> bool {
        !self.is_over.swap(true, Ordering::Relaxed) && self.events.send(event).is_ok()
    }
}

impl Site for LoopbackSite {
    async fn answer(&self, request: Request, peer: SocketAddr) -> Response {
        let (head, _) = request.into_parts();
        if clock::now() >= self.deadline {
            return html_page::bare(StatusCode::GONE);
        }
        let words = html_page::words(&head.headers, self.language);
        #[cfg(not(target_os = "linux"))]
        let _ = (peer, self.address);
        match self.expected.read(&head) {
            // Asked last: the system takes a while to tell.
            #[cfg(target_os = "linux")]
            Ok(_) if !super::peer::is_own_user(peer, self.address) => {
                html_page::bare(StatusCode::FORBIDDEN)
            }
            Ok(BrowserRequest::OneTimeUrl) => self.send_on(words),
            Ok(BrowserRequest::Callback(event)) => self.take(words, event),
            Err(status @ (StatusCode::BAD_REQUEST | StatusCode::FORBIDDEN)) => {
                refuse(status, words, NOT_EXPECTED)
            }
            Err(status) => html_page::bare(status),
        }
    }

    fn next_deadline(&self, closed: bool, now: Instant) -> Option<Instant> {
        if closed || self.is_over.load(Ordering::Relaxed) {
            return None;
        }
        if now >= self.deadline {
            self.tell(SignInEvent::TimeOver);
            return None;
        }
        Some(self.deadline)
    }
}

fn refuse(status: StatusCode, words: &Words, texts: [&str; 2]) -> Response {
    Page::message(status, words, "!", texts, "").answer()
}
