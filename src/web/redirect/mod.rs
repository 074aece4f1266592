//! What a browser on this machine is sent back to after a consent page: `http://127.0.0.1:<port>/callback`.
//!
//! A service sends browsers only to an address that was registered with it. One that compares the port has a fixed one,
//! which may be taken; one that leaves it open (RFC 8252 §7.3) gets any free one, for which the port is taken first and
//! the sign-in begun with its number. It is listened on only while a sign-in waits.
//!
//! Every user of a computer can read the command lines of all programs, and can connect to its loopback. Whoever knew the
//! `state` could answer in the person's place, with an account of their own. So the browser is opened at a one-time
//! address here, `/go/<random>`, which gives it a cookie and sends it to the service: neither the service's page with its
//! `state` nor the verifier ever stands on a command line. What counts as the answer: `GET /callback` at this very host,
//! with the cookie *and* the `state` that went out with the browser (RFC 6749 §10.12), once. Anything else is refused and
//! changes nothing. On Linux neither counts when it comes from another user (`peer`); elsewhere another user's program that
//! is faster than the browser could still open the one-time address, and the person then reads that it was used. The
//! query is never printed: it holds the code.
//!
//! The one-time address alone, without a way back, is what *Open it here* uses ([`Entrance`]).
//!
//! Reading order: [`Redirect`] here, `request` (what a request is), `entrance` (the one-time address), `peer` (whose
//! connection it is), `browser`.

mod browser;
mod entrance;
mod peer;
mod request;

#[cfg(test)]
mod tests;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use tokio::sync::{Notify, oneshot};
use url::Url;

use crate::auth::{SignIn, SignInEvent, loopback};
use crate::system::clock;
use crate::system::random::NoRandomness;
use crate::web::connections::Peer;
use crate::web::html_page::{self, Page};
use crate::web::server::{self, Listening};
use crate::words::{Language, Words};

use request::{BrowserBinding, BrowserRequest};

pub use browser::{NoBrowser, is_there as has_browser, open};
pub use entrance::{Entrance, NoEntrance};

/// The path of [`loopback`].
const PATH: &str = "/callback";

/// How long a port that is taken is waited for.
const HELD_BY_A_CHILD: Duration = Duration::from_millis(250);
/// How often it is looked for meanwhile.
const LOOK: Duration = Duration::from_millis(10);

/// What a browser reads that brings nothing of this sign-in: the title and the text.
const NOT_WAITED_FOR: [&str; 2] = ["redirect-stranger-title", "redirect-stranger-body"];

/// Why nobody listens.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    /// Another program listens there, perhaps another couchpin.
    #[error(
        "port {0} of this computer is taken by another program: close it, or set another port and register \
         http://127.0.0.1:<port>/callback with the service"
    )]
    PortTaken(u16),
    /// Anything else.
    #[error("port {0} of this computer cannot be used: {1}")]
    Other(u16, #[source] io::Error),
    /// Without randomness the browser cannot be told from another one.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// A port of this computer that is held for one sign-in. Connections wait in it until [`Redirect::listen`].
pub struct Port {
    number: u16,
    listener: TcpListener,
}

impl Port {
    /// Takes the `registered` port, or any free one where the service does not compare it. A registered one that is
    /// taken is waited for, but not long.
    pub async fn take(registered: Option<u16>) -> Result<Self, ListenError> {
        let wanted = registered.unwrap_or(0);
        let other = |error| ListenError::Other(wanted, error);
        let listener = bind(wanted)
            .await
            .map_err(|error| match (error.kind(), registered) {
                (io::ErrorKind::AddrInUse, Some(port)) => ListenError::PortTaken(port),
                _ => other(error),
            })?;
        let number = listener.local_addr().map_err(other)?.port();
        Ok(Self { number, listener })
    }

    /// The redirect address that a sign-in begins with, and with which its code is exchanged.
    #[must_use]
    pub fn redirect_uri(&self) -> String {
        loopback(self.number)
    }
}

/// What is waited for.
pub struct ExpectedCallback {
    /// The sign-in: where the browser is sent, and what it must bring back. Its address holds the state, so it is not
    /// for a command line.
    pub sign_in: SignIn,
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
    entrance: Url,
    state: Arc<CallbackState>,
    /// Gone once it has told.
    landing: Option<oneshot::Receiver<SignInEvent>>,
    listening: Listening,
}

impl Redirect {
    /// Listens. When this returns, the browser may be sent out.
    pub fn listen(port: Port, expected: ExpectedCallback) -> Result<Self, ListenError> {
        let Port {
            number: port,
            listener,
        } = port;
        let other = |error| ListenError::Other(port, error);
        let address = listener.local_addr().map_err(other)?;
        let marks = BrowserBinding::new(port, expected.sign_in.clone())?;
        let entrance = entrance::url(&marks.host, &marks.entrance).map_err(other)?;
        let (tell, landing) = oneshot::channel();
        let state = Arc::new(CallbackState {
            marks,
            address,
            deadline: clock::now() + expected.life,
            expected,
            was_opened: AtomicBool::new(false),
            tell: Mutex::new(Some(tell)),
            over: Notify::new(),
        });
        let app = Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&state));
        let end = end(Arc::clone(&state));
        let listening = server::start("redirect", listener, app, end).map_err(other)?;
        Ok(Self {
            port,
            entrance,
            state,
            landing: Some(landing),
            listening,
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where the browser is to be opened: it works once, and leads to the service's page. Not for a log.
    #[must_use]
    pub fn entrance(&self) -> &Url {
        &self.entrance
    }

    /// What the browser brings, once; then it waits for ever. May be dropped while it waits; nothing is lost.
    pub async fn event(&mut self) -> SignInEvent {
        let Some(landing) = &mut self.landing else {
            return std::future::pending().await;
        };
        let event = landing.await.unwrap_or(SignInEvent::TimeOver);
        self.landing = None;
        event
    }
}

/// A port that was just given back may be held for a moment longer: a program that is being started, such as a voice, has
/// a copy of every socket until it is another program (fork(2), execve(2)). Port 0 lets the system choose a free one.
async fn bind(port: u16) -> io::Result<TcpListener> {
    let end = clock::now() + HELD_BY_A_CHILD;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && clock::now() < end => {
                tokio::time::sleep(LOOK).await;
            }
            bound => return bound,
        }
    }
}

impl Drop for Redirect {
    fn drop(&mut self) {
        self.state.over.notify_one();
        // The port may be a fixed one, which the next sign-in must find free.
        self.listening.wait_for_end();
    }
}

/// What the server's thread and the listener in the caller's hand have in common.
struct CallbackState {
    expected: ExpectedCallback,
    marks: BrowserBinding,
    /// Where it listens.
    address: SocketAddr,
    deadline: Instant,
    /// The one-time address was.
    was_opened: AtomicBool,
    /// Gone with the one answer.
    tell: Mutex<Option<oneshot::Sender<SignInEvent>>>,
    over: Notify,
}

impl CallbackState {
    /// Whether it was told: only the first landing is.
    fn tell(&self, event: SignInEvent) -> bool {
        let tell = self
            .tell
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        self.over.notify_one();
        tell.is_some_and(|tell| tell.send(event).is_ok())
    }
}

async fn end(state: Arc<CallbackState>) {
    if entrance::is_over(state.deadline, &state.over).await {
        state.tell(SignInEvent::TimeOver);
    }
}

async fn answer(
    State(state): State<Arc<CallbackState>>,
    ConnectInfo(Peer(peer)): ConnectInfo<Peer>,
    request: Request,
) -> Response {
    let (head, _) = request.into_parts();
    if clock::now() >= state.deadline {
        return html_page::bare(StatusCode::GONE);
    }
    let language = html_page::language(&head.headers, state.expected.language);
    let words = Words::of(language);
    match state.marks.read(&head) {
        // Asked last: the system takes a while to tell.
        Ok(_) if !peer::is_own_user(peer, state.address) => html_page::bare(StatusCode::FORBIDDEN),
        Ok(BrowserRequest::Entrance) => open_service(&state, words),
        Ok(BrowserRequest::Callback(event)) => land(&state, words, event),
        Err(status @ (StatusCode::BAD_REQUEST | StatusCode::FORBIDDEN)) => {
            refuse(status, words, NOT_WAITED_FOR)
        }
        Err(status) => html_page::bare(status),
    }
}

/// Sends the browser to the service, the first time.
fn open_service(state: &CallbackState, words: &Words) -> Response {
    let cookie = state.marks.set_cookie(state.expected.life.as_secs());
    let page = &state.expected.sign_in.address;
    entrance::send_on(&state.was_opened, page, Some(&cookie), words)
}

fn land(state: &CallbackState, words: &Words, event: SignInEvent) -> Response {
    let (mark, title, body) = match &event {
        SignInEvent::Code(_) => ("✓", "redirect-title", "redirect-body"),
        SignInEvent::OtherIssuer => ("!", "other-issuer-title", "redirect-issuer-body"),
        _ => ("!", "redirect-denied-title", "redirect-denied-body"),
    };
    if !state.tell(event) {
        return refuse(StatusCode::GONE, words, NOT_WAITED_FOR);
    }
    let service = || [("service", state.expected.service.as_str().into())];
    let body = words.with(body, service());
    let title = words.with(title, service());
    Page::message(StatusCode::OK, words, mark, title, &body).answer()
}

fn refuse(status: StatusCode, words: &Words, [title, body]: [&str; 2]) -> Response {
    let (title, body) = (words.get(title), words.get(body));
    Page::message(status, words, "!", title, &body).answer()
}
