//! What a browser on this machine is sent back to after a consent page: `http://127.0.0.1:<port>/callback`.
//!
//! A service sends browsers only to an address that was registered with it. One that compares the port has a fixed one,
//! which may be taken; one that leaves it open (RFC 8252 §7.3) gets any free one, for which the port is taken first and
//! the sign-in begun with its number. It is listened on only while a sign-in waits.
//!
//! Every user of a computer can read the command lines of all programs, and can connect to its loopback. A process that
//! knew the `state` could answer instead of the browser, with another account. So the browser is opened at a one-time
//! address here, `/go/<random>`, which gives it a cookie and sends it to the service: neither the service's page with its
//! `state` nor the verifier ever stands on a command line. What counts as the answer: `GET /callback` at this very host,
//! with the cookie *and* the `state` that went out with the browser (RFC 6749 §10.12), once. Anything else is refused and
//! changes nothing. On Linux neither counts when it comes from another user (`peer`); elsewhere another user's program that
//! is faster than the browser could still open the one-time address, and the person then reads that it was used. The
//! query is never printed: it holds the code.
//!
//! The one-time address alone, without a way back, is what *Open it here* uses ([`Redirect::without_callback`]): the page of a code holds
//! the code, which polls for the token in Simkl's PIN flow.
//!
//! Reading order: [`Redirect`] here, `site` (what is served), `request` (what a request is), `peer` (whose connection it
//! is), `browser`.

mod browser;
#[cfg(target_os = "linux")]
mod peer;
mod request;
mod site;

#[cfg(test)]
mod tests;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use tokio::sync::mpsc;
use url::Url;

use crate::auth::{Secret, SignIn, SignInEvent, loopback};
use crate::system::{clock, random};
use crate::web::server::Server;
use crate::words::Language;

use request::{Expected, ExpectedAnswer};
use site::LoopbackSite;

pub use browser::{NoBrowser, is_there as has_browser, open};

/// How long a port that is taken is waited for.
const HELD_BRIEFLY: Duration = Duration::from_millis(500);
/// How often it is looked for meanwhile.
const RETRY_INTERVAL: Duration = Duration::from_millis(10);

/// Why it cannot be listened on.
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
    /// Only pages on the web are opened.
    #[error(transparent)]
    NoPage(#[from] NoBrowser),
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

/// A one-time address that leads one browser to a page, and what waits for its way back. It is closed once all has come
/// that is expected, after its life, or when this is dropped.
pub struct Redirect {
    one_time_url: Url,
    server: Server<LoopbackSite>,
}

impl Redirect {
    /// Listens for a browser that comes back. When this returns, the browser may be sent out.
    pub fn listen(port: Port, expected: ExpectedCallback) -> Result<Self, ListenError> {
        let page = expected.sign_in.address.clone();
        let callback = ExpectedAnswer::new(expected.sign_in, expected.service);
        let callback = callback.map_err(|error| ListenError::Other(port.number, error))?;
        Self::start(port, page, Some(callback), expected.life, expected.language)
    }

    /// Only sends a browser on to a page, from which nothing comes back.
    pub async fn without_callback(
        page: Url,
        life: Duration,
        language: Language,
    ) -> Result<Self, ListenError> {
        if !browser::is_web(&page) {
            return Err(NoBrowser::NoPage.into());
        }
        Self::start(Port::take(None).await?, page, None, life, language)
    }

    fn start(
        Port { number, listener }: Port,
        page: Url,
        callback: Option<ExpectedAnswer>,
        life: Duration,
        language: Language,
    ) -> Result<Self, ListenError> {
        let start = || {
            let (tell, events) = mpsc::unbounded_channel();
            let address = SocketAddr::from((Ipv4Addr::LOCALHOST, number));
            let path = random::letters().map_err(io::Error::other)?;
            let path = format!("/go/{}", path.expose());
            let one_time_url = Url::parse(&format!("http://{address}{path}"));
            let expected = Expected {
                host: address.to_string(),
                one_time_path: Secret::new(path),
                page,
                callback,
            };
            let site = LoopbackSite {
                expected,
                address,
                life,
                deadline: clock::now() + life,
                language,
                was_used: AtomicBool::new(false),
                is_over: AtomicBool::new(false),
                events: tell,
            };
            Ok(Self {
                one_time_url: one_time_url.map_err(io::Error::other)?,
                server: Server::start("redirect", listener, site, events)?,
            })
        };
        start().map_err(|error| ListenError::Other(number, error))
    }

    /// Where the browser is to be opened: it works once, and leads to the service's page. Not for a log.
    #[must_use]
    pub fn one_time_url(&self) -> &Url {
        &self.one_time_url
    }

    /// What the browser brings, or that its time is over: told once. May be dropped while it waits; nothing is lost.
    pub async fn event(&mut self) -> SignInEvent {
        self.server.event().await
    }
}

/// A port that was just given back may be held for a moment longer: by the thread of the sign-in before, and by a program
/// that is being started, such as a voice, which has a copy of every socket until it is another program (fork(2),
/// execve(2)). Port 0 lets the system choose a free one.
async fn bind(port: u16) -> io::Result<TcpListener> {
    let end = clock::now() + HELD_BRIEFLY;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && clock::now() < end => {
                tokio::time::sleep(RETRY_INTERVAL).await;
            }
            bound => return bound,
        }
    }
}
