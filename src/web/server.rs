//! A small server for one browser: the form for a phone, the callback of a sign-in, and the one-time address.
//!
//! It has a thread of its own, so that neither the engine nor the screen ever waits for a browser. It serves few, brief
//! connections with one request each (`connections`), and pages that run nothing, load nothing, are not cached and
//! cannot be framed (`html_page`).

use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{io, thread};

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::Response;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::{oneshot, watch};

use super::connections::{LimitedListener, Peer};
use crate::auth::{Secret, SignInEvent};
use crate::system::clock;

/// How long an answer that is under way may still take when the server ends.
const LAST_ANSWER: Duration = Duration::from_secs(2);
/// The timer does not count while the computer sleeps, so no sleep is longer than this.
const LONGEST_SLEEP: Duration = Duration::from_secs(10);
/// How many connections wait in the system's queue at most; it has a bound of its own (`net.core.somaxconn`), which is the
/// same on most. The standard library asks for 128 only: what one peer may fill before the thread comes to accept it.
#[cfg(unix)]
const QUEUE: i32 = 4096;

/// What is served, and until when.
pub(crate) trait Site: Send + Sync + 'static {
    /// Answers a request that came from `peer`.
    fn answer(&self, request: Request, peer: SocketAddr) -> impl Future<Output = Response> + Send;

    /// Takes note of the time. Returns when to be called again at the latest, or `None` when the server ends; it is
    /// called after each answer, too. `closed` says that the [`Server`] was dropped.
    fn next_deadline(&self, closed: bool, now: Instant) -> Option<Instant>;
}

/// A site that is being served. Dropping it closes the site.
pub(crate) struct Server<S> {
    pub(crate) site: Arc<S>,
    /// What the site tells.
    events: UnboundedReceiver<SignInEvent>,
    /// Told after each answer, too.
    closed: watch::Sender<bool>,
}

impl<S: Site> Server<S> {
    /// Serves on a thread of its own. When this returns, connections are accepted.
    pub(crate) fn start(
        thread_name: &str,
        listener: TcpListener,
        site: S,
        events: UnboundedReceiver<SignInEvent>,
    ) -> io::Result<Self> {
        #[cfg(unix)]
        rustix::net::listen(&listener, QUEUE)?;
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let listener = LimitedListener::new(listener);
        let (site, closed) = (Arc::new(site), watch::Sender::new(false));
        let served = serve(listener, Arc::clone(&site), closed.clone());
        thread::Builder::new()
            .name(thread_name.to_owned())
            .spawn(move || runtime.block_on(served))?;
        Ok(Self {
            site,
            events,
            closed,
        })
    }
}

impl<S> Server<S> {
    /// The next thing that the site tells. May be dropped while it waits; nothing is lost.
    pub(crate) async fn event(&mut self) -> SignInEvent {
        match self.events.recv().await {
            Some(event) => event,
            // The other end is in the site, which is dropped after this.
            None => std::future::pending().await,
        }
    }
}

impl<S> Drop for Server<S> {
    fn drop(&mut self) {
        self.closed.send_replace(true);
    }
}

/// Waits until the site has ended.
async fn ended(site: &impl Site, mut closed: watch::Receiver<bool>) {
    loop {
        let (is_closed, now) = (*closed.borrow_and_update(), clock::now());
        let Some(next) = site.next_deadline(is_closed, now) else {
            return;
        };
        let sleep = next.saturating_duration_since(now).min(LONGEST_SLEEP);
        tokio::select! {
            _ = closed.changed() => {}
            () = tokio::time::sleep(sleep) => {}
        }
    }
}

/// Serves until the site has ended. Then no new connection is accepted, and what is being answered is.
async fn serve<S: Site>(listener: LimitedListener, site: Arc<S>, closed: watch::Sender<bool>) {
    let (end, at_end) = oneshot::channel::<()>();
    let (served, changes) = (Arc::clone(&site), closed.subscribe());
    let answer = move |ConnectInfo(Peer(peer)): ConnectInfo<Peer>, request: Request| async move {
        let response = served.answer(request, peer).await;
        closed.send_modify(|_| {});
        response
    };
    let app = Router::new().fallback(answer);
    let shutdown = async move {
        ended(&*site, changes).await;
        drop(end);
    };
    let last_answer = async move {
        // Nothing is ever sent: the end drops the sender.
        let _ = at_end.await;
        tokio::time::sleep(LAST_ANSWER).await;
    };
    tokio::select! {
        _ = axum::serve(listener, app.into_make_service_with_connect_info::<Peer>()).with_graceful_shutdown(shutdown) => {}
        () = last_answer => {}
    }
}

/// Whether a request names this host, once, and no other: a name that another site gave this computer's address (DNS
/// rebinding) is a foreign host, and so is that of a proxy's request.
pub(crate) fn is_for(host: &str, head: &Parts) -> bool {
    head.uri.authority().is_none() && only_value(&head.headers, &header::HOST) == Some(host)
}

/// Whether a request brings this cookie. Other programs on this computer may have set cookies for the host as well,
/// whatever their port (RFC 6265 §8.5).
pub(crate) fn has_cookie(headers: &HeaderMap, name: &str, value: &Secret) -> bool {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .any(|(found, text)| found == name && value.is(text))
}

/// The value of a header that is there exactly once.
pub(crate) fn only_value<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}
