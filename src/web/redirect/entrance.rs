//! The one-time address that a browser is opened at, `/go/<random>`: it answers with the page where the browser is to go
//! (RFC 9110 §15.4.4), once.
//!
//! Every user of a computer can read the command lines of all programs. So what they must not have never stands there:
//! the page of a sign-in holds its `state`, and that of a code holds the code, which polls for the token in Simkl's PIN
//! flow. On Linux another user who reads the one-time address is refused (`peer`).
//!
//! [`Entrance`] is a listener with nothing but that address; the functions serve [`Redirect`](super::Redirect) as well.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use tokio::sync::Notify;
use url::Url;

use super::{NoBrowser, browser, peer, refuse};
use crate::auth::Secret;
use crate::system::clock;
use crate::system::random::{self, NoRandomness};
use crate::web::connections::Peer;
use crate::web::{html_page, server};
use crate::words::{Language, Words};

/// A random part of an address or a cookie: 130 bits.
pub(super) const LETTERS: usize = 26;
/// A sleeping computer wakes with a timer that did not count; so no nap is longer than this.
const LONGEST_NAP: Duration = Duration::from_secs(10);

/// Why a page cannot be opened through a one-time address.
#[derive(Debug, thiserror::Error)]
pub enum NoEntrance {
    /// The system gives no port.
    #[error("no port of this computer can be used: {0}")]
    Port(#[from] io::Error),
    /// An address that can be guessed is of no use.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// Only pages on the web are opened.
    #[error(transparent)]
    NoPage(#[from] NoBrowser),
}

/// A one-time address that leads a browser to a page. It is closed once it was used, after its life, or when this is
/// dropped.
pub struct Entrance {
    url: Url,
    state: Arc<EntranceState>,
}

struct EntranceState {
    host: String,
    path: Secret,
    /// Where it leads: not for a command line.
    page: Url,
    /// What is said to a browser that prefers none of couchpin's languages.
    language: Language,
    address: SocketAddr,
    was_used: AtomicBool,
    over: Notify,
}

impl Entrance {
    /// Listens, on a port that the system chooses. When this returns, the browser may be opened at its address.
    pub fn to(page: Url, life: Duration, language: Language) -> Result<Self, NoEntrance> {
        if !browser::is_web(&page) {
            return Err(NoBrowser::NoPage.into());
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let (host, path) = (host(address.port()), path()?);
        let url = url(&host, &path)?;
        let state = Arc::new(EntranceState {
            host,
            path,
            page,
            language,
            address,
            was_used: AtomicBool::new(false),
            over: Notify::new(),
        });
        let app = Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&state));
        let (ending, deadline) = (Arc::clone(&state), clock::now() + life);
        let end = async move {
            is_over(deadline, &ending.over).await;
        };
        server::start("entrance", listener, app, end)?;
        Ok(Self { url, state })
    }

    /// Where the browser is to be opened: it works once. Not for a log.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.url
    }
}

impl Drop for Entrance {
    fn drop(&mut self) {
        self.state.over.notify_one();
    }
}

async fn answer(
    State(state): State<Arc<EntranceState>>,
    ConnectInfo(Peer(peer)): ConnectInfo<Peer>,
    request: Request,
) -> Response {
    let (head, _) = request.into_parts();
    if let Err(status) = state.read(&head) {
        return html_page::bare(status);
    }
    if !peer::is_own_user(peer, state.address) {
        return html_page::bare(StatusCode::FORBIDDEN);
    }
    let words = Words::of(html_page::language(&head.headers, state.language));
    let response = send_on(&state.was_used, &state.page, None, words);
    state.over.notify_one();
    response
}

impl EntranceState {
    fn read(&self, head: &Parts) -> Result<(), StatusCode> {
        if !is_for(&self.host, head) {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        }
        if !self.path.is(head.uri.path()) {
            return Err(StatusCode::NOT_FOUND);
        }
        if head.method != Method::GET {
            return Err(StatusCode::METHOD_NOT_ALLOWED);
        }
        Ok(())
    }
}

/// The only name that a listener on this port has.
pub(super) fn host(port: u16) -> String {
    format!("127.0.0.1:{port}")
}

/// A path that cannot be guessed.
pub(super) fn path() -> Result<Secret, NoRandomness> {
    let letters = random::letters(LETTERS)?;
    Ok(Secret::new(format!("/go/{}", letters.expose())))
}

/// The whole address.
pub(super) fn url(host: &str, path: &Secret) -> io::Result<Url> {
    Url::parse(&format!("http://{host}{}", path.expose())).map_err(io::Error::other)
}

/// Whether a request names this host, once, and no other: a name that another site gave this computer's address is
/// refused (DNS rebinding).
pub(super) fn is_for(host: &str, head: &Parts) -> bool {
    let mut hosts = head.headers.get_all(header::HOST).iter();
    let right = hosts.next().is_some_and(|value| value == host) && hosts.next().is_none();
    right && head.uri.authority().is_none()
}

/// Sends the browser on to the page, the first time.
pub(super) fn send_on(
    was_used: &AtomicBool,
    page: &Url,
    cookie: Option<&str>,
    words: &Words,
) -> Response {
    if was_used.swap(true, Ordering::Relaxed) {
        let texts = ["redirect-used-title", "redirect-used-body"];
        return refuse(StatusCode::GONE, words, texts);
    }
    let mut response = html_page::bare(StatusCode::SEE_OTHER);
    let location = (header::LOCATION, page.as_str());
    let cookie = cookie.map(|cookie| (header::SET_COOKIE, cookie));
    for (name, value) in [location].into_iter().chain(cookie) {
        let Ok(value) = HeaderValue::from_str(value) else {
            // An address is ASCII, and so are letters.
            return html_page::bare(StatusCode::INTERNAL_SERVER_ERROR);
        };
        response.headers_mut().insert(name, value);
    }
    response
}

/// Waits for the end of a listener; `true` when its time is over, `false` when it was ended before.
pub(super) async fn is_over(deadline: Instant, ended: &Notify) -> bool {
    loop {
        let left = deadline.saturating_duration_since(clock::now());
        if left.is_zero() {
            return true;
        }
        tokio::select! {
            () = ended.notified() => return false,
            () = tokio::time::sleep(left.min(LONGEST_NAP)) => {}
        }
    }
}
