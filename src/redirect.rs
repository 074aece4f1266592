//! What a browser on this machine is sent back to after a consent page: `http://127.0.0.1:<port>/callback`.
//!
//! A service sends browsers only to an address that was registered with it, byte for byte; so the port is fixed, and may
//! be taken. It is listened on only while somebody waits. What counts as the answer: `GET /callback` at this very host,
//! with the `state` that went out with the browser (RFC 6749 §10.12), once. Anything else is refused and changes
//! nothing. The query is never printed: it holds the code.

mod browser;

#[cfg(test)]
mod tests;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use tokio::sync::{Notify, oneshot};

use crate::authorization::Secret;
use crate::clock;
use crate::serve::paper::{self, Page};
use crate::serve::{self, Listening};
use crate::words::{Language, Words};

pub use browser::{NoBrowser, open};

/// The registered path.
const PATH: &str = "/callback";
/// A sleeping computer wakes with a timer that did not count; so no nap is longer than this.
const LONGEST_NAP: Duration = Duration::from_secs(10);
/// A service's word for an error is short.
const LONGEST_WORD: usize = 40;

/// The address to register with the service, and to ask it for.
#[must_use]
pub fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}{PATH}")
}

/// What the browser brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landing {
    /// The person agreed: a code to be exchanged, once.
    Code(Secret),
    /// The person said no (`access_denied`).
    Denied,
    /// The service refuses for another reason, in its own word (RFC 6749 §4.1.2.1).
    Refused(String),
    /// Nobody came in time. Simkl's V1 answers "No" like this.
    TimeOver,
}

/// Why nobody listens.
#[derive(Debug, thiserror::Error)]
pub enum CannotListen {
    /// Another program listens there, perhaps another couchpin.
    #[error(
        "port {0} of this computer is taken by another program: close it, or set another port and register \
         http://127.0.0.1:<port>/callback with the service"
    )]
    PortTaken(u16),
    /// Anything else.
    #[error("port {0} of this computer cannot be used: {1}")]
    Other(u16, #[source] io::Error),
}

/// What is waited for.
pub struct Expected {
    /// The registered port; 0 lets the system choose, for tests.
    pub port: u16,
    /// What went out with the browser and must come back.
    pub state: Secret,
    /// How long it is waited for.
    pub life: Duration,
    /// The service's name as people know it.
    pub service: String,
    /// What the answer is written in for a browser that prefers none of couchpin's languages.
    pub language: Language,
}

/// A listener that waits for one browser. Dropping it frees the port.
pub struct Redirect {
    port: u16,
    desk: Arc<Desk>,
    landing: oneshot::Receiver<Landing>,
    landed: Option<Landing>,
    listening: Listening,
}

impl Redirect {
    /// Listens. When this returns, the browser may be sent out.
    pub fn listen(expected: Expected) -> Result<Self, CannotListen> {
        let wanted = expected.port;
        let other = |error| CannotListen::Other(wanted, error);
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, wanted)).map_err(|error| {
                match error.kind() {
                    io::ErrorKind::AddrInUse => CannotListen::PortTaken(wanted),
                    _ => other(error),
                }
            })?;
        let port = listener.local_addr().map_err(other)?.port();
        let (tell, landing) = oneshot::channel();
        let desk = Arc::new(Desk {
            host: format!("127.0.0.1:{port}"),
            deadline: clock::now() + expected.life,
            expected,
            tell: Mutex::new(Some(tell)),
            over: Notify::new(),
        });
        let app = Router::new().fallback(answer).with_state(Arc::clone(&desk));
        let end = end(Arc::clone(&desk));
        let listening = serve::start("redirect", listener, app, end).map_err(other)?;
        Ok(Self {
            port,
            desk,
            landing,
            landed: None,
            listening,
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Waits for the browser. May be dropped while it waits, and asked again: it stays the same.
    pub async fn landing(&mut self) -> Landing {
        if let Some(landed) = &self.landed {
            return landed.clone();
        }
        let landed = (&mut self.landing).await.unwrap_or(Landing::TimeOver);
        self.landed.insert(landed).clone()
    }
}

impl Drop for Redirect {
    fn drop(&mut self) {
        self.desk.over.notify_one();
        // The port is fixed: whoever listens next must find it free.
        self.listening.wait_for_end();
    }
}

struct Desk {
    expected: Expected,
    host: String,
    deadline: Instant,
    /// Gone with the one answer.
    tell: Mutex<Option<oneshot::Sender<Landing>>>,
    over: Notify,
}

impl Desk {
    /// Who comes first is the one.
    fn tell(&self, landing: Landing) -> bool {
        let tell = self
            .tell
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        self.over.notify_one();
        tell.is_some_and(|tell| tell.send(landing).is_ok())
    }
}

async fn end(desk: Arc<Desk>) {
    loop {
        let left = desk.deadline.saturating_duration_since(clock::now());
        if left.is_zero() {
            desk.tell(Landing::TimeOver);
            return;
        }
        tokio::select! {
            () = desk.over.notified() => return,
            () = tokio::time::sleep(left.min(LONGEST_NAP)) => {}
        }
    }
}

async fn answer(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let expected = &desk.expected;
    let words = Words::of(paper::language(&head.headers, expected.language));
    let landing = match read(&head, &desk.host, &expected.state) {
        _ if clock::now() >= desk.deadline => return paper::bare(StatusCode::GONE),
        Err(StatusCode::BAD_REQUEST) => return stranger(&words, StatusCode::BAD_REQUEST),
        Err(status) => return paper::bare(status),
        Ok(landing) => landing,
    };
    let agreed = matches!(landing, Landing::Code(_));
    if !desk.tell(landing) {
        return stranger(&words, StatusCode::GONE);
    }
    let (mark, title, body) = if agreed {
        ("✓", "redirect-title", "redirect-body")
    } else {
        ("!", "redirect-denied-title", "redirect-denied-body")
    };
    let body = words.with(body, [("service", expected.service.as_str().into())]);
    let title = words.with(title, [("service", expected.service.as_str().into())]);
    Page::message(StatusCode::OK, &words, mark, title, &body).answer()
}

fn stranger(words: &Words, status: StatusCode) -> Response {
    let title = words.get("redirect-stranger-title");
    let body = words.get("redirect-stranger-body");
    Page::message(status, words, "!", title, &body).answer()
}

/// What a request brings, or the status it is refused with.
fn read(head: &Parts, host: &str, state: &Secret) -> Result<Landing, StatusCode> {
    let mut hosts = head.headers.get_all(header::HOST).iter();
    let right_host = hosts.next().is_some_and(|value| value == host) && hosts.next().is_none();
    if !right_host || head.uri.authority().is_some() {
        return Err(StatusCode::MISDIRECTED_REQUEST);
    }
    if head.uri.path() != PATH {
        return Err(StatusCode::NOT_FOUND);
    }
    if head.method != Method::GET {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    let query = head.uri.query().unwrap_or_default();
    let came = the_one(query, "state")?;
    if !came.is_some_and(|came| state.is(&came)) {
        return Err(StatusCode::BAD_REQUEST);
    }
    match (the_one(query, "code")?, the_one(query, "error")?) {
        (Some(code), None) if !code.is_empty() => Ok(Landing::Code(Secret::new(code))),
        (None, Some(error)) if error == "access_denied" => Ok(Landing::Denied),
        (None, Some(error)) if !error.is_empty() => Ok(Landing::Refused(word(&error))),
        _ => Err(StatusCode::BAD_REQUEST),
    }
}

/// A parameter, which may not be there twice (RFC 6749 §3.1).
fn the_one(query: &str, name: &str) -> Result<Option<String>, StatusCode> {
    let mut values = url::form_urlencoded::parse(query.as_bytes())
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned());
    match (values.next(), values.next()) {
        (first, None) => Ok(first),
        (_, Some(_)) => Err(StatusCode::BAD_REQUEST),
    }
}

/// A service's word for an error, of the letters such words are made of: it is shown, and comes through a browser.
fn word(error: &str) -> String {
    error
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "_-.".contains(*c))
        .take(LONGEST_WORD)
        .collect()
}
