//! The one HTTP client. Every failure becomes a `Trouble` here ([`classify`]), and nothing else leaves.
//!
//! The invariants: exactly one request per call, no redirect is followed, no more than 64 KiB is read of an answer, and
//! neither an address, a body nor a token reaches a log: the address of a PIN poll holds the code.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use reqwest::header::{
    ACCEPT, CONTENT_TYPE, DATE, HeaderMap, HeaderName, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE,
};
use reqwest::redirect::Policy;
use reqwest::{RequestBuilder, Response};
use url::Url;

pub use self::address::{SetupError, check_base};
use self::classify::HttpResponse;
use self::dialect::Dialect;
use self::proxy::ProxyFromEnvironment;

use crate::auth::{OAuthRules, Rejection, RequestError, Secret, Trouble, is_loopback};
use crate::system::clock;

pub(super) mod address;
mod body;
pub(super) mod classify;
mod dialect;
mod proxy;

#[cfg(test)]
mod tests;

/// What this program is called.
const AGENT: &str = concat!("couchpin/", env!("CARGO_PKG_VERSION"));
/// How long a whole answer may take.
pub(crate) const WHOLE: Duration = Duration::from_secs(10);
/// How long a connection may take, and a whole answer.
const LIMITS: [Duration; 2] = [Duration::from_secs(5), WHOLE];
/// The longest body that is read; the largest honest answer is a person's settings, a few KiB.
const BODY_LIMIT: usize = 64 * 1024;
/// The longest picture that is read. Simkl's own are a tenth of it.
const PICTURE_LIMIT: usize = 512 * 1024;
/// 1 November 2026, as time since 1970. A clock that shows an earlier date than this release is wrong.
const RELEASED: Duration = Duration::from_hours(498_192);
/// How far a clock may be from the last date a service sent before it counts as wrong.
const CLOCK_TOLERANCE: Duration = Duration::from_hours(24);

/// The client: connections are kept between polls, and so is the last date a service sent.
#[derive(Debug)]
pub struct Http {
    client: reqwest::Client,
    /// Whether the services are web sites: [`Http::for_site`].
    site: bool,
    proxy: Option<&'static ProxyFromEnvironment>,
    /// A service's `Date`, and when it arrived.
    date: Mutex<Option<(SystemTime, Instant)>>,
}

impl Http {
    /// A client for services at these addresses. It waits 5 s for a connection and 10 s for a whole answer.
    ///
    /// Services on this computer are reached without a proxy; if there are no others, the system's CA
    /// certificates are not even looked for, so the demo runs on a machine that has none.
    pub fn new(bases: &[&Url]) -> Result<Self, SetupError> {
        Self::with_limits(bases, AGENT, LIMITS, proxy::OF_THIS_PROCESS.as_ref())
    }

    /// A client for a web site whose API is beside its pages, by the name under which the site knows this application.
    /// Such a site may move: a redirect to another one is `Rejected(Moved)`. And it may be behind a bot check: a page
    /// under 503 is that.
    pub fn for_site(base: &Url, agent: &str) -> Result<Self, SetupError> {
        let proxy = proxy::OF_THIS_PROCESS.as_ref();
        Ok(Self {
            site: true,
            ..Self::with_limits(&[base], agent, LIMITS, proxy)?
        })
    }

    fn with_limits(
        bases: &[&Url],
        agent: &str,
        [connect, whole]: [Duration; 2],
        proxy: Option<&'static ProxyFromEnvironment>,
    ) -> Result<Self, SetupError> {
        for base in bases {
            check_base(base)?;
        }
        // Fails if a provider is installed already, and any will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = reqwest::Client::builder()
            .user_agent(agent)
            .redirect(Policy::none())
            .connect_timeout(connect)
            .timeout(whole);
        let local = bases.iter().all(|base| is_loopback(base));
        let proxy = proxy.filter(|_| !local);
        builder = match proxy {
            Some(proxy) => proxy.apply(builder),
            None if local => builder.no_proxy(),
            None => builder,
        };
        if bases.iter().all(|base| base.scheme() == "http") {
            // No certificates instead of the system's store: without a store the builder would fail.
            builder = builder.tls_certs_only([]);
        }
        Ok(Self {
            client: builder.build().map_err(setup_error)?,
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
        headers: &[(&str, String)],
    ) -> Result<HttpResponse, RequestError> {
        let mut request = self.client.get(url);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        if let Some(token) = bearer {
            request = request.bearer_auth(token.expose());
        }
        self.send(name, request, &Dialect::default()).await
    }

    /// One POST to an OAuth endpoint, written as the service wants it (RFC 6749 §4.1.3: as a form). `name` stands in the log
    /// instead of the address. The errors of a poll come back in the words of RFC 8628 §3.5, whatever the service's own are.
    pub async fn post(
        &self,
        name: &'static str,
        url: Url,
        fields: &[(&str, &str)],
        rules: &OAuthRules,
        is_poll: bool,
    ) -> Result<HttpResponse, RequestError> {
        let request = body::write(self.client.post(url), rules.request, fields);
        let dialect = Dialect::of(rules, is_poll);
        self.send(name, request, &dialect).await
    }

    /// One GET of a picture from any host, which therefore learns neither token nor client id. The caller logs what came of
    /// it.
    pub async fn picture(&self, url: Url) -> Result<Vec<u8>, RequestError> {
        let accept = "image/webp, image/png, image/jpeg";
        let request = self.client.get(url).header(ACCEPT, accept);
        let response = self.response(request).await?;
        let status = response.status().as_u16();
        if let Some(error) = classify::by_status(status, None) {
            return Err(error);
        }
        match status {
            429 => Err(Trouble::Busy.into()),
            400.. => {
                let error = String::new();
                Err(Rejection::Other { status, error }.into())
            }
            _ => Ok(body::read(response, PICTURE_LIMIT).await?),
        }
    }

    async fn send(
        &self,
        name: &'static str,
        request: RequestBuilder,
        dialect: &Dialect<'_>,
    ) -> Result<HttpResponse, RequestError> {
        let begun = clock::now();
        let request = request.header(ACCEPT, "application/json");
        let outcome = self.exchange(request, dialect).await;
        let ms = clock::now().saturating_duration_since(begun).as_millis() as u64;
        match &outcome {
            Ok(answer) => tracing::debug!(name, status = answer.status, ms, "answered"),
            Err(why) => tracing::debug!(name, %why, ms, "no answer"),
        }
        outcome
    }

    async fn exchange(
        &self,
        request: RequestBuilder,
        dialect: &Dialect<'_>,
    ) -> Result<HttpResponse, RequestError> {
        let response = self.response(request).await?;
        let status = response.status().as_u16();
        let headers = response.headers();
        let date = header(headers, &DATE).and_then(|date| httpdate::parse_http_date(date).ok());
        if let Some(date) = date {
            let mut last = self.date.lock().unwrap_or_else(PoisonError::into_inner);
            *last = Some((date, clock::now()));
        }
        let wall = clock::wall();
        let date = date.unwrap_or(wall);
        let wait =
            header(headers, &RETRY_AFTER).and_then(|value| classify::retry_after(value, date));
        let html = header(headers, &CONTENT_TYPE).is_some_and(classify::is_html_type);
        if self.site {
            let location = header(headers, &LOCATION);
            if let Some(to) = classify::moved(status, response.url(), location) {
                return Err(Rejection::Moved { to }.into());
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
        let body = body::read(response, BODY_LIMIT).await;
        // A web framework may announce a page where there is none.
        let is_page = html && !matches!(&body, Ok(body) if body.is_empty());
        if let Some(answer) = dialect.by_status(status, is_page) {
            return Ok(answer);
        }
        if status == 429 {
            return Err(classify::busy(wait, &body.unwrap_or_default(), date, wall));
        }
        let answer = classify::answer(status, html, challenge, body, dialect.error_field)?;
        Ok(dialect.translated(answer))
    }

    /// Sends any request and waits for the head of the answer.
    async fn response(&self, request: RequestBuilder) -> Result<Response, Trouble> {
        let (client, request) = request.build_split();
        // A form that cannot be written would be a fault of this program.
        let request = request.map_err(|_| Trouble::Malformed)?;
        let proxy = self.proxy.filter(|proxy| proxy.is_for(request.url()));
        if let Some(trouble) = proxy.and_then(ProxyFromEnvironment::unusable) {
            return Err(trouble);
        }
        client.execute(request).await.map_err(|error| {
            if let Some(trouble) = proxy.and_then(|proxy| proxy.trouble_with(&error)) {
                return trouble;
            }
            let wall = clock::wall();
            let wrong = self.clock_is_wrong(wall, clock::now());
            classify::no_answer(&error, wall, wrong)
        })
    }

    /// The date as the services tell it: the last one they sent, carried forward by the monotonic clock.
    pub fn date(&self) -> Option<SystemTime> {
        self.date_at(clock::now())
    }

    fn date_at(&self, now: Instant) -> Option<SystemTime> {
        let last = *self.date.lock().unwrap_or_else(PoisonError::into_inner);
        let (date, at) = last?;
        date.checked_add(now.saturating_duration_since(at))
    }

    /// Whether this computer's date cannot be right: before this release, or far from that of the services.
    fn clock_is_wrong(&self, wall: SystemTime, now: Instant) -> bool {
        let distance = |date| {
            let later = wall.duration_since(date);
            later.unwrap_or_else(|earlier| earlier.duration())
        };
        wall < SystemTime::UNIX_EPOCH + RELEASED
            || self
                .date_at(now)
                .is_some_and(|date| distance(date) > CLOCK_TOLERANCE)
    }
}

fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// The builder fails over the system's certificates, and hardly over anything else.
fn setup_error(error: reqwest::Error) -> SetupError {
    if classify::tls_cause(&error).is_some() {
        SetupError::NoCertificates
    } else {
        SetupError::Client(error.without_url())
    }
}
