//! The one HTTP client, and the door to the one place that sorts failures (`verdict`).
//!
//! A television that cannot pair must say what is wrong in the person's terms: no network, a hotel's
//! sign-in page, a wrong clock. So every failure becomes a `Trouble` here, and nothing else leaves. The
//! invariants: exactly one request per call, no redirect is followed, no more than 64 KiB is read of an answer, and
//! neither an address, a body nor a token reaches a log: the address of a PIN poll holds the code.

use std::fmt;
use std::sync::Mutex;
use std::time::{Duration, Instant, SystemTime};

use reqwest::header::{
    CONTENT_TYPE, DATE, HeaderMap, HeaderName, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE,
};
use reqwest::redirect::Policy;
use serde_json::Value;
use url::{Host, Url};

use self::proxy::Configured;

use crate::auth::{Rejection, RequestError, Secret, Trouble};
use crate::system::clock;

pub(super) mod classify;
mod download;
mod proxy;

#[cfg(test)]
mod tests;

/// What this program is called.
const AGENT: &str = concat!("couchpin/", env!("CARGO_PKG_VERSION"));
/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(5);
/// How long a whole answer may take.
pub(crate) const WHOLE: Duration = Duration::from_secs(10);
/// The longest body that is read; the largest honest answer is a person's settings, a few KiB.
const BODY_LIMIT: usize = 64 * 1024;
/// 1 November 2026, as time since 1970. A clock that shows an earlier date than this release is wrong.
const RELEASED: Duration = Duration::from_hours(498_192);
/// How far a clock may be from the last date a service told before it counts as wrong.
const CLOCK_TOLERANCE: Duration = Duration::from_hours(24);

/// Why no request can be made at all: for the person who set the computer up.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// Neither `https://` nor `http://` on this computer itself. Carries scheme and host, nothing that may be secret.
    #[error(
        "the address {0} cannot be used: it must begin with https:// (http:// is only for this computer itself)"
    )]
    NotSecure(String),
    /// A user name or a password stands in it. Carries scheme and host.
    #[error("the address {0} cannot be used: it must not hold a user name or a password")]
    UserInfo(String),
    /// The system's certificate store is empty or missing.
    #[error(
        "this computer has no CA certificates, so no service can be trusted: install the package ca-certificates"
    )]
    NoCertificates,
    /// Anything else that keeps the client from starting.
    #[error("the HTTP client could not be started")]
    Client(#[source] reqwest::Error),
}

/// Accepts `https://` anywhere, and `http://` only where it cannot leave this computer: 127.0.0.0/8, `::1` and
/// `localhost`. A user name or password in it is refused: addresses are shown, and `https://simkl.com@evil.example` is
/// not where it seems to be.
pub fn check_base(url: &Url) -> Result<(), SetupError> {
    let shown = || match url.host() {
        Some(host) => format!("{}://{host}", url.scheme()),
        None => format!("{}:", url.scheme()),
    };
    match url.scheme() {
        _ if !url.username().is_empty() || url.password().is_some() => {
            Err(SetupError::UserInfo(shown()))
        }
        "https" if url.has_host() => Ok(()),
        "http" if is_loopback(url) => Ok(()),
        _ => Err(SetupError::NotSecure(shown())),
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// What a service said: status 2xx and its JSON, or 4xx (but 429) and JSON with an `error` in it.
pub struct HttpResponse {
    /// The HTTP status.
    pub status: u16,
    /// The body; an object without fields where a success had none.
    pub body: Value,
}

impl HttpResponse {
    /// Whether the service agreed.
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// The body may hold a token.
impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// The client: connections are kept between polls, and so is the last date a service told.
#[derive(Debug)]
pub struct Http {
    client: reqwest::Client,
    /// Whether the services are web sites: [`Http::for_site`].
    site: bool,
    /// Through what services are reached, if the environment says so.
    proxy: Option<&'static Configured>,
    /// A service's `Date`, and when it arrived.
    date: Mutex<Option<(SystemTime, Instant)>>,
}

impl Http {
    /// A client for services at these addresses. It waits 5 s for a connection and 10 s for a whole answer.
    ///
    /// Services on this computer are reached without a proxy; if there are no others, the system's CA
    /// certificates are not even looked for, so the demo runs on a machine that has none.
    pub fn new(bases: &[&Url]) -> Result<Self, SetupError> {
        Self::with_patience(bases, AGENT, CONNECT, WHOLE, proxy::of_this_process())
    }

    /// A client for a web site whose programs' door is beside its pages, by the name under which the site knows this
    /// application. Such a site may move: a redirect to another one is `Rejected(Moved)`. And a guard may stand before
    /// it: a page under 503 is the guard's challenge.
    pub fn for_site(base: &Url, agent: &str) -> Result<Self, SetupError> {
        Ok(Self {
            site: true,
            ..Self::with_patience(&[base], agent, CONNECT, WHOLE, proxy::of_this_process())?
        })
    }

    fn with_patience(
        bases: &[&Url],
        agent: &str,
        connect: Duration,
        whole: Duration,
        proxy: Option<&'static Configured>,
    ) -> Result<Self, SetupError> {
        for base in bases {
            check_base(base)?;
        }
        // Somebody else in the process may have been first: any provider will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = reqwest::Client::builder()
            .user_agent(agent)
            .redirect(Policy::none())
            .connect_timeout(connect)
            .timeout(whole);
        let proxy = proxy.filter(|_| !bases.iter().all(|base| is_loopback(base)));
        builder = match proxy {
            Some(proxy) => proxy.give(builder),
            None if bases.iter().all(|base| is_loopback(base)) => builder.no_proxy(),
            None => builder,
        };
        if bases.iter().all(|base| base.scheme() == "http") {
            // Trusting nobody instead of the system's store: without a store the builder would fail.
            builder = builder.tls_certs_only([]);
        }
        let client = builder.build().map_err(setup_error)?;
        Ok(Self {
            client,
            site: false,
            proxy,
            date: Mutex::new(None),
        })
    }

    /// One GET. `name` stands in the log instead of the address.
    pub async fn get(
        &self,
        name: &'static str,
        url: Url,
        bearer: Option<&Secret>,
    ) -> Result<HttpResponse, RequestError> {
        let mut request = self.client.get(url);
        if let Some(token) = bearer {
            request = request.bearer_auth(token.expose());
        }
        self.send(name, request).await
    }

    /// One POST of a form (RFC 6749 §4.1.3). `name` stands in the log instead of the address.
    pub async fn post_form(
        &self,
        name: &'static str,
        url: Url,
        form: &[(&str, &str)],
    ) -> Result<HttpResponse, RequestError> {
        self.send(name, self.client.post(url).form(form)).await
    }

    async fn send(
        &self,
        name: &'static str,
        request: reqwest::RequestBuilder,
    ) -> Result<HttpResponse, RequestError> {
        let begun = clock::now();
        let outcome = self
            .exchange(request.header("Accept", "application/json"))
            .await;
        let ms = clock::now().saturating_duration_since(begun).as_millis() as u64;
        match &outcome {
            Ok(answer) => tracing::debug!(name, status = answer.status, ms, "answered"),
            Err(why) => tracing::debug!(name, %why, ms, "no answer"),
        }
        outcome
    }

    async fn exchange(
        &self,
        request: reqwest::RequestBuilder,
    ) -> Result<HttpResponse, RequestError> {
        let response = self.response(request).await?;
        let status = response.status().as_u16();
        let headers = response.headers();
        let date = header(headers, &DATE).and_then(|date| httpdate::parse_http_date(date).ok());
        if let Some(date) = date {
            self.remember(date, clock::now());
        }
        let wall = clock::wall();
        let date = date.unwrap_or(wall);
        let wait =
            header(headers, &RETRY_AFTER).and_then(|value| classify::retry_after(value, date));
        let html = header(headers, &CONTENT_TYPE).is_some_and(classify::is_html_type);
        if self.site {
            let location = header(headers, &LOCATION);
            if let Some(to) = classify::moved(status, response.url(), location) {
                return Err(RequestError::Rejected(Rejection::Moved { to }));
            }
            if status == 503 && html {
                return Err(Trouble::Portal.into());
            }
        }
        // These need no body, so a broken one does not matter.
        if let Some(error) = classify::by_status(status, wait) {
            return Err(error);
        }
        let challenge = headers
            .get_all(WWW_AUTHENTICATE)
            .iter()
            .find_map(|value| classify::bearer_error(value.to_str().ok()?));
        let body = read(response, BODY_LIMIT).await;
        if status == 429 {
            return Err(classify::busy(wait, &body.unwrap_or_default(), date, wall));
        }
        classify::answer(status, html, challenge, body).map_err(RequestError::from)
    }

    /// Sends a request, whatever it is, and waits for the head of the answer.
    async fn response(
        &self,
        request: reqwest::RequestBuilder,
    ) -> Result<reqwest::Response, Trouble> {
        let (client, request) = request.build_split();
        // A form that cannot be written would be a fault of this program.
        let request = request.map_err(|_| Trouble::Malformed)?;
        let proxy = self.proxy.filter(|proxy| proxy.is_for(request.url()));
        if let Some(trouble) = proxy.and_then(Configured::unusable) {
            return Err(trouble);
        }
        client.execute(request).await.map_err(|error| {
            if let Some(trouble) = proxy.and_then(|proxy| proxy.as_secret_error(&error)) {
                return trouble;
            }
            let wall = clock::wall();
            let wrong = self.clock_is_wrong(wall, clock::now());
            classify::no_answer(&error, wall, wrong)
        })
    }

    /// The date as the services tell it: the last one they told, carried forward by the clock that never jumps.
    pub fn date(&self) -> Option<SystemTime> {
        let told = *self
            .date
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let (date, at) = told?;
        date.checked_add(clock::now().saturating_duration_since(at))
    }

    fn remember(&self, date: SystemTime, now: Instant) {
        // A poisoned lock still holds a good date.
        *self
            .date
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = Some((date, now));
    }

    /// Whether this computer's date cannot be right: before this release, or far from the last date a
    /// service told, carried forward by the clock that never jumps.
    fn clock_is_wrong(&self, wall: SystemTime, now: Instant) -> bool {
        let told = *self
            .date
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        wall < SystemTime::UNIX_EPOCH + RELEASED
            || told.is_some_and(|(date, at)| {
                let expected = date + now.saturating_duration_since(at);
                let distance = wall
                    .duration_since(expected)
                    .unwrap_or_else(|earlier| earlier.duration());
                distance > CLOCK_TOLERANCE
            })
    }
}

fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Reads a body up to the limit, whatever length was promised.
async fn read(mut response: reqwest::Response, limit: usize) -> Result<Vec<u8>, Trouble> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| {
        if error.is_timeout() {
            Trouble::Timeout
        } else {
            Trouble::Malformed
        }
    })? {
        if body.len() + chunk.len() > limit {
            return Err(Trouble::Malformed);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The builder fails over the system's certificates, and hardly over anything else.
fn setup_error(error: reqwest::Error) -> SetupError {
    if classify::tls_cause(&error).is_some() {
        SetupError::NoCertificates
    } else {
        SetupError::Client(error.without_url())
    }
}
