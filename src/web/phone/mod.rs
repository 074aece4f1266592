//! The page the television serves to a phone on the same network, for what cannot be typed with a remote.
//!
//! Shikimori has no device flow: its consent page shows a code of 43 characters, and before that couchpin needs a client
//! id and a secret as long. A QR on the television leads to this page, where they are pasted. What is taken goes to
//! the caller that opened the page, once per question, and is never printed.
//!
//! A value counts from a user who scanned the QR (the address holds 130 random bits), *and* sees the television (its
//! number, four digits that are not in the QR, of which five wrong ones close the page for good), in a page of this very
//! origin (`Host` and `Origin`: no other site's script or form, and no name that was pointed here), within half an hour at
//! most. The number is typed once: from then on that browser is known by a cookie of 130 random bits, which it sends to this
//! page only, and which ends with it. Nothing is encrypted on the way: a page without a name can have no certificate. A computer that listens in on the
//! local network could read a value; Shikimori's code is of no use without the secret. After Simkl's client id the page goes
//! on to the code that the television shows, in a browser in which the number was typed.
//!
//! Reading order: [`Page`] here; `form_state` (what the page asks, takes and refuses: no HTTP, no clock), `guard` (which
//! requests are let in), `page_server` (requests), `form` (what the phone shows), `address` (where it listens).

mod address;
mod form;
mod form_state;
mod guard;
mod page_server;

#[cfg(test)]
mod tests;

use std::io;
use std::net::{IpAddr, TcpListener};
use std::sync::Mutex;
use std::time::Duration;

use tokio::sync::mpsc;
use url::Url;

use crate::auth::{DeviceAuthorization, FormOutcome, Secret, SignInEvent};
use crate::system::clock;
use crate::system::random;
use crate::web::server::Server;
use crate::words::Language;

pub use form_state::read_client;

use form_state::{FormState, News};
use guard::Guard;
use page_server::PageSite;

/// No page is open for longer.
pub const LONGEST: Duration = Duration::from_mins(30);
/// So many wrong numbers close the page.
pub const TRIES: u8 = 5;
/// What a person can read from a television and keep in mind.
const NUMBER_DIGITS: usize = 4;

/// What the page asks for.
#[derive(Clone, Debug)]
pub enum Question {
    /// The code that a service's consent page shows.
    Code {
        /// The consent page, behind a button.
        consent: Url,
    },
    /// The client id, and the secret where there is one, on first set-up.
    Client {
        /// Where an application is registered, behind a button.
        register: Url,
        /// What kind it must be.
        application: Application,
    },
}

/// A kind of application.
#[derive(Clone, Debug)]
pub enum Application {
    /// One of Simkl's types. The one that is recommended has only an id; one that has a secret does, too.
    SecretOptional,
    /// One that has a secret, and is known by its name.
    WithSecret {
        /// What it must be called: services want to hear that with every request.
        name: String,
        /// The redirect address that must be registered with it, to be copied.
        redirect_uri: String,
    },
    /// One of a service that a file describes.
    Plain {
        /// The redirect address that must be registered with it, if one must.
        redirect_uri: Option<String>,
        /// Whether there is no application without a secret.
        needs_secret: bool,
    },
}

impl Application {
    /// Whether there is none without a secret.
    pub(crate) fn needs_secret(&self) -> bool {
        match self {
            Self::SecretOptional => false,
            Self::WithSecret { .. } => true,
            Self::Plain { needs_secret, .. } => *needs_secret,
        }
    }
}

/// Why a text cannot be what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidText {
    /// There is none.
    Missing,
    /// A part of it is missing: a hyphen stops the selection by double tap.
    CutOff,
    /// It is something else.
    Strange,
    /// Client id and secret are the same text: one was pasted twice.
    Same,
}

/// How a page is opened.
#[derive(Clone, Debug)]
pub struct Options {
    /// The one address to listen on; `None` is the address by which this computer reaches the internet, if it is a private
    /// one. Another one is needed where that leads through a VPN, or where the phone is on another of several networks.
    pub address: Option<IpAddr>,
    /// How long the page takes values; [`LONGEST`] at most.
    pub life: Duration,
    /// The service's name as people know it.
    pub service: String,
    /// What the page is written in for a phone that prefers none of couchpin's languages.
    pub language: Language,
}

/// Why there can be no page.
#[derive(Debug, thiserror::Error)]
pub enum NoPage {
    /// There is only loopback.
    #[error(
        "this computer is on no network that a phone could be on: connect it to the same one as the phone"
    )]
    NoNetwork,
    /// The way to the internet begins at an address of the internet, and no other one was set.
    #[error(
        "{0} can be reached from outside this home: only if phone_page names it is a page opened there"
    )]
    PublicAddress(IpAddr),
    /// The address is not this computer's, or may not be listened on.
    #[error("no page can be opened at {0}: {1}")]
    ListenError(IpAddr, #[source] io::Error),
}

/// This computer's address in a network that a phone may be in, too.
#[must_use]
pub fn network_address() -> Option<IpAddr> {
    address::local().ok()
}

/// An open page. Dropping it closes it at once, but for an outcome, which the phone may still look up for a moment.
pub struct Page {
    url: Secret,
    number: Secret,
    server: Server<PageSite>,
}

impl Page {
    /// Opens a page on a free port. When this returns, phones are already let in.
    pub fn open(question: Question, options: Options) -> Result<Self, NoPage> {
        let ip = match options.address {
            // All addresses at once are not one.
            Some(ip) if ip.is_unspecified() => return Err(NoPage::NoNetwork),
            Some(ip) => ip,
            None => address::local()?,
        };
        let cannot = |error| NoPage::ListenError(ip, error);
        // Without randomness no address is a secret.
        let no_secret = |error| cannot(io::Error::other(error));
        let path = random::letters().map_err(no_secret)?;
        let cookie = random::letters().map_err(no_secret)?;
        let number = random::digits(NUMBER_DIGITS).map_err(no_secret)?;
        let listener = TcpListener::bind((ip, 0)).map_err(cannot)?;
        let address = listener.local_addr().map_err(cannot)?;
        let url = Secret::new(format!("http://{address}/{}", path.expose()));
        let (tell, events) = mpsc::unbounded_channel();
        let deadline = clock::now() + options.life.min(LONGEST);
        let form_state = FormState::new(question, number.clone(), deadline, tell);
        let site = PageSite {
            guard: Guard::new(address, &path, cookie),
            form_state: Mutex::new(form_state),
            service: options.service,
            language: options.language,
        };
        Ok(Self {
            url,
            number,
            server: Server::start("page", listener, site, events).map_err(cannot)?,
        })
    }

    /// The whole address, for the QR: enough to open the page.
    #[must_use]
    pub fn url(&self) -> &Secret {
        &self.url
    }

    /// The number that must be typed: shown on the television, and nowhere else.
    #[must_use]
    pub fn number(&self) -> &Secret {
        &self.number
    }

    /// The next thing that happens. May be dropped while it waits; nothing is lost.
    pub async fn event(&mut self) -> SignInEvent {
        self.server.event().await
    }

    /// Asks something more, after a value was taken. Address, number, tries and deadline stay.
    pub fn ask(&self, question: Question) {
        self.server.site.form_state().ask(question);
    }

    /// Lets a browser in which the number was typed go on to the page of a code, which the television shows as well. Only
    /// after a value was taken, and until the outcome; another code takes its place.
    pub fn show_code(&self, code: &DeviceAuthorization) {
        self.server.site.form_state().show_code(code);
    }

    /// Lets the phone see that the television cannot reach the service, until something comes of the value that was taken.
    pub fn tell_trouble(&self) {
        self.server.site.form_state().news = News::Unreachable;
    }

    /// Lets the phone see how it went. A code that was refused is asked for again; any other outcome is the page's end.
    pub fn tell(&self, outcome: FormOutcome) {
        self.server.site.form_state().finish(outcome, clock::now());
    }
}
