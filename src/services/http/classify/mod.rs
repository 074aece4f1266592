//! What a failure means to the person in front of the television.
//!
//! Pure: a broken connection or a status with its body goes in, a `Trouble`, a `RequestError` or an `HttpResponse`
//! comes out. The order matters and is pinned by tests: redirects, faults of the service (5xx) and requests that were
//! not processed (408, 421, 425) are known by the status alone, then JSON is read. The invariant: a 4xx counts as the
//! service's own only with an `error` in it (RFC 6749 §5.2, RFC 6750 §3.1, Simkl's reference, "Errors"). Proxies, bot
//! checks and load balancers answer with the same statuses, and none of their answers may end a code or a token. `error`
//! and status decide, a `message` never does.

use std::error::Error;
use std::time::{Duration, SystemTime};
use std::{fmt, io};

use rustls::CertificateError;
use serde_json::Value;
use url::Url;

use crate::auth::{Quota, Rejection, RequestError, Trouble};
use crate::services::json;

/// A service may ask for more; a person in front of a television waits no longer.
const LONGEST_WAIT: Duration = Duration::from_mins(5);
/// A daily limit is over after a day at the latest; one hour more where summer time ends in that night.
const LONGEST_DAY: Duration = Duration::from_hours(25);

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
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// Why no answer came. `wall` is what this computer's clock says, which may be known to be wrong.
pub(super) fn no_answer(error: &reqwest::Error, wall: SystemTime, wrong: bool) -> Trouble {
    if error.is_timeout() {
        Trouble::Timeout
    } else if error.is_dns() {
        Trouble::Dns
    } else if let Some(tls) = tls_cause(error) {
        by_tls(tls, wall, wrong)
    } else {
        // What is left, "closed before the message was complete" among it, is a peer that hung up.
        io_cause(error).map_or(Trouble::Unreachable, by_io)
    }
}

fn by_io(kind: io::ErrorKind) -> Trouble {
    use io::ErrorKind::{AddrNotAvailable, HostUnreachable, NetworkDown, NetworkUnreachable};
    match kind {
        NetworkUnreachable | HostUnreachable | NetworkDown | AddrNotAvailable => Trouble::Offline,
        _ => Trouble::Unreachable,
    }
}

/// No service shows a certificate that begins in the future, so one that seems to is the clock's fault. One that has
/// ended may be the service's own.
fn by_tls(error: &rustls::Error, wall: SystemTime, wrong: bool) -> Trouble {
    let rustls::Error::InvalidCertificate(why) = error else {
        return Trouble::Tls;
    };
    match why {
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            Trouble::Clock(wall)
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            if wrong {
                Trouble::Clock(wall)
            } else {
                Trouble::Expired(wall)
            }
        }
        _ => Trouble::Tls,
    }
}

/// The TLS error in a chain of causes.
pub(super) fn tls_cause<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    causes(error).find_map(|cause| cause.downcast_ref())
}

fn io_cause(error: &(dyn Error + 'static)) -> Option<io::ErrorKind> {
    causes(error)
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .map(io::Error::kind)
        .find(|&kind| kind != io::ErrorKind::Other)
}

/// The error and its causes. An `io::Error` that wraps another one hides it from `source()`, which goes
/// on behind it; hence `get_ref`.
pub(super) fn causes<'a>(
    error: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| {
        match error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref)
        {
            Some(inner) => Some(inner),
            None => error.source(),
        }
    })
}

/// What the status means whatever the body. 429 is not among them: [`busy`].
pub(super) fn by_status(status: u16, retry_after: Option<Duration>) -> Option<RequestError> {
    let trouble = match status {
        // "Network authentication required" (RFC 6585 §6) is a captive portal's, never the service's own.
        300..400 | 511 => Trouble::Portal,
        // The last three say that the request was not processed, and may be sent again (RFC 9110 §15.5.9, §15.5.20,
        // RFC 8470 §5.2).
        500.. | 408 | 421 | 425 => Trouble::ServiceDown,
        200..300 | 400..500 => return None,
        _ => Trouble::Malformed,
    };
    let retry_after = retry_after.filter(|_| trouble == Trouble::ServiceDown);
    Some(RequestError::Transient {
        trouble,
        retry_after: retry_after.map(|wait| wait.min(LONGEST_WAIT)),
    })
}

/// What a 429 means. Simkl's `error` names three kinds: `rate_limit` is over in about a second, though its
/// `Retry-After` names the end of the day; the two others are daily quotas. Any other service's `Retry-After` counts.
/// `date` is what the service's clock says, `wall` what this computer's does.
pub(super) fn busy(
    retry_after: Option<Duration>,
    body: &[u8],
    date: SystemTime,
    wall: SystemTime,
) -> RequestError {
    let error = json(body).map(|body| json::error(&body));
    let quota = match error.as_deref() {
        Some("user_limit_exceeded") => Quota::Person,
        Some("app_limit_exceeded") => Quota::Application,
        Some("rate_limit") => return Trouble::Busy.into(),
        _ => {
            return RequestError::Transient {
                trouble: Trouble::Busy,
                retry_after: retry_after.map(|wait| wait.min(LONGEST_WAIT)),
            };
        }
    };
    let left = retry_after.or_else(|| until_midnight_in_new_york(date));
    let left = left.map(|left| left.min(LONGEST_DAY));
    RequestError::Transient {
        trouble: Trouble::DailyLimit(quota, left.and_then(|left| wall.checked_add(left))),
        retry_after: left,
    }
}

/// Simkl's daily quotas end at midnight in New York (its reference, "Rate limits"), whose rules are written out, so that
/// no time zone database is needed. `None` for a date beyond the calendar.
fn until_midnight_in_new_york(date: SystemTime) -> Option<Duration> {
    let zone = jiff::tz::TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").ok()?;
    let now = jiff::Timestamp::try_from(date)
        .ok()?
        .to_zoned_datetime(zone);
    let midnight = now.tomorrow().and_then(|day| day.start_of_day()).ok()?;
    Duration::try_from(midnight.duration_since(&now)).ok()
}

/// Where a redirect says that a whole site went: the other site's scheme and host. A redirect within the site, to a
/// page that asks who one is for example, is none.
pub(super) fn moved(status: u16, asked: &Url, location: Option<&str>) -> Option<String> {
    if !(300..400).contains(&status) {
        return None;
    }
    let to = asked.join(location?).ok()?.origin();
    (to.is_tuple() && to != asked.origin()).then(|| to.ascii_serialization())
}

/// What a 2xx or 4xx says. JSON counts even where it is announced as a page; a page never does. `challenge` is the
/// `error` of a `WWW-Authenticate` header, for services that refuse a token without a body: [`bearer_error`].
/// `error_field` is where the error is, unless it is in `error`.
pub(in crate::services) fn answer(
    status: u16,
    html_type: bool,
    challenge: Option<String>,
    body: Result<Vec<u8>, Trouble>,
    error_field: Option<&str>,
) -> Result<HttpResponse, Trouble> {
    let refused = status >= 400;
    // RFC 7009 §2.2 promises no body, and a web framework may announce a page where there is none.
    let is_empty = matches!(&body, Ok(body) if content(body).is_empty());
    let body = match body {
        Ok(body) => body,
        // A page is a page at any length, and what is left of a cut refusal says nothing.
        Err(Trouble::Malformed) if refused || html_type => Vec::new(),
        Err(trouble) => return Err(trouble),
    };
    let mut json = json(&body);
    if let (Some(field), Some(body)) = (error_field, &mut json)
        && let Some(error) = json::text(body, field).map(str::to_owned)
        && refused
    {
        body["error"] = error.into();
    }
    let page = html_type || content(&body).starts_with(b"<");
    match (json, challenge) {
        (Some(body), _) if !refused || json::text(&body, "error").is_some() => {
            Ok(HttpResponse { status, body })
        }
        (_, Some(error)) if refused => Ok(HttpResponse {
            status,
            body: serde_json::json!({ "error": error }),
        }),
        _ if is_empty && !refused => Ok(HttpResponse {
            status,
            body: Value::Object(serde_json::Map::new()),
        }),
        _ if page => Err(Trouble::Portal),
        _ if refused => Err(Trouble::Foreign(status)),
        _ => Err(Trouble::Malformed),
    }
}

fn json(body: &[u8]) -> Option<Value> {
    serde_json::from_slice(content(body)).ok()
}

/// A body without its byte order mark and the blanks around it.
fn content(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(body)
        .trim_ascii()
}

/// The `error` of a bearer challenge (RFC 6750 §3), which Doorkeeper sends instead of a body. A proxy's challenge is of
/// another kind (`Basic`, `Negotiate`), or names no error.
pub(in crate::services) fn bearer_error(challenge: &str) -> Option<String> {
    let (scheme, parameters) = challenge.trim_start().split_once(' ')?;
    let mut parameters = parameters.split(',').map(str::trim);
    let error = parameters.find_map(|parameter| parameter.strip_prefix("error="))?;
    let error = error.trim_matches('"');
    (scheme.eq_ignore_ascii_case("bearer") && !error.is_empty()).then(|| error.to_owned())
}

/// Whether a `Content-Type` announces a page for people.
pub(in crate::services) fn is_html_type(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("text/html") || kind.eq_ignore_ascii_case("application/xhtml+xml")
}

/// A `Retry-After` in seconds or as a date (RFC 9110 §10.2.3). `now` is the service's own date where it
/// told one, so that a wrong clock here does not spoil the wait.
pub(in crate::services) fn retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    let wait = if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        Duration::from_secs(value.parse().unwrap_or(u64::MAX))
    } else {
        let date = httpdate::parse_http_date(value).ok()?;
        date.duration_since(now).unwrap_or_default()
    };
    Some(wait)
}

/// What a 4xx means where the request has no meaning of its own for it. `secrets` are what was sent: a
/// service that repeats one in its `error` is not quoted.
pub(in crate::services) fn rejection(answer: &HttpResponse, secrets: &[&str]) -> Rejection {
    let said = json::error(&answer.body);
    let error = if secrets.iter().any(|secret| said.contains(secret)) {
        String::new()
    } else {
        said
    };
    match (answer.status, error.as_str()) {
        (_, "client_id_failed") => Rejection::ClientBlocked { error },
        (_, "invalid_client") => Rejection::ClientId { error },
        (403, "insufficient_scope") => Rejection::Scope,
        (403, "oauth2_token_required") => Rejection::OldToken,
        (status, _) => Rejection::Other { status, error },
    }
}

#[cfg(test)]
mod tests;
