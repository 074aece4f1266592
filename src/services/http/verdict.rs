//! What a failure means to the person in front of the television.
//!
//! Pure: a broken connection or a status with its body goes in, a `Trouble`, a `RequestError` or an `Answer`
//! comes out. The order matters and is pinned by tests: patience and faults of the service (429, 5xx) are told
//! by the status alone, then a stranger's page is told by its markup, then JSON is read. `error` and
//! status decide, a `message` never does (Simkl's reference, "Errors").

use std::error::Error;
use std::io;
use std::time::{Duration, SystemTime};

use rustls::CertificateError;
use serde_json::Value;
use url::Url;

use super::Answer;
use crate::authorization::{Rejection, RequestError, Trouble};
use crate::services::wire;

/// A service may ask for more; nobody waits longer in front of a television.
const LONGEST_WAIT: Duration = Duration::from_mins(5);

/// Why no answer came. `wrong_clock` is what this computer's clock says, if it is known to be wrong.
pub(super) fn no_answer(error: &reqwest::Error, wrong_clock: Option<SystemTime>) -> Trouble {
    if error.is_timeout() {
        Trouble::Timeout
    } else if error.is_dns() {
        Trouble::Dns
    } else if let Some(tls) = tls_cause(error) {
        by_tls(tls, wrong_clock)
    } else {
        // What is left, "closed before the message was complete" among it, is a peer that hung up.
        io_cause(error).map_or(Trouble::Unreachable, by_io)
    }
}

fn by_io(kind: io::ErrorKind) -> Trouble {
    use io::ErrorKind as Kind;
    match kind {
        Kind::NetworkUnreachable
        | Kind::HostUnreachable
        | Kind::NetworkDown
        | Kind::AddrNotAvailable => Trouble::Offline,
        _ => Trouble::Unreachable,
    }
}

fn by_tls(error: &rustls::Error, wrong_clock: Option<SystemTime>) -> Trouble {
    match (error, wrong_clock) {
        (
            rustls::Error::InvalidCertificate(
                CertificateError::Expired
                | CertificateError::ExpiredContext { .. }
                | CertificateError::NotValidYet
                | CertificateError::NotValidYetContext { .. },
            ),
            Some(wall),
        ) => Trouble::Clock(wall),
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
fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
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

/// What the status tells on its own, whatever the body.
pub(super) fn by_status(status: u16, retry_after: Option<Duration>) -> Option<RequestError> {
    let trouble = match status {
        429 => Trouble::Busy,
        // "Network authentication required" (RFC 6585 §6) is a hotel's, never the service's own.
        300..400 | 511 => Trouble::Portal,
        500.. => Trouble::ServiceDown,
        200..300 | 400..500 => return None,
        _ => Trouble::Malformed,
    };
    let retry_after =
        retry_after.filter(|_| matches!(trouble, Trouble::Busy | Trouble::ServiceDown));
    Some(RequestError::Transient {
        trouble,
        retry_after,
    })
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

/// What a 2xx or 4xx says. JSON counts even where it is announced as a page; a page never does.
pub(super) fn answer(
    status: u16,
    html_type: bool,
    body: Result<Vec<u8>, Trouble>,
) -> Result<Answer, Trouble> {
    let refused = status >= 400;
    let body = match body {
        Ok(body) => body,
        // A refusal is plain enough without the rest of its words, and a page is a page at any length.
        Err(Trouble::Malformed) if refused || html_type => Vec::new(),
        Err(trouble) => return Err(trouble),
    };
    let text = body
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(&body)
        .trim_ascii();
    if let Ok(body) = serde_json::from_slice(text) {
        return Ok(Answer { status, body });
    }
    let body = Value::Null;
    match status {
        // A page that is not there is the service's own word: no portal and no challenge speaks like this.
        404 | 405 | 410 => Ok(Answer { status, body }),
        _ if html_type || text.starts_with(b"<") => Err(Trouble::Portal),
        _ if refused || text.is_empty() => Ok(Answer { status, body }),
        _ => Err(Trouble::Malformed),
    }
}

/// Whether a `Content-Type` announces a page for people.
pub(super) fn is_html_type(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("text/html") || kind.eq_ignore_ascii_case("application/xhtml+xml")
}

/// A `Retry-After` in seconds or as a date (RFC 9110 §10.2.3). `now` is the service's own date where it
/// told one, so that a wrong clock here does not spoil the wait.
pub(super) fn retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    let wait = if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        Duration::from_secs(value.parse().unwrap_or(u64::MAX))
    } else {
        let date = httpdate::parse_http_date(value).ok()?;
        date.duration_since(now).unwrap_or_default()
    };
    Some(wait.min(LONGEST_WAIT))
}

/// What a 4xx means where the request has no meaning of its own for it. `secrets` are what was sent: a
/// service that repeats one in its `error` is not quoted.
pub(in crate::services) fn rejection(answer: &Answer, secrets: &[&str]) -> Rejection {
    let said = wire::error(&answer.body);
    let error = if secrets.iter().any(|secret| said.contains(secret)) {
        String::new()
    } else {
        said
    };
    match error.as_str() {
        "client_id_failed" | "invalid_client" => Rejection::ClientId { error },
        _ => Rejection::Other {
            status: answer.status,
            error,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustls::pki_types::UnixTime;
    use serde_json::json;

    /// As tokio-rustls hands it out: inside an `io::Error`.
    fn wrapped(error: CertificateError) -> io::Error {
        io::Error::other(io::Error::new(
            io::ErrorKind::InvalidData,
            rustls::Error::InvalidCertificate(error),
        ))
    }

    #[test]
    fn a_certificate_out_of_date_blames_the_clock_only_if_the_clock_is_wrong() {
        let wall = SystemTime::UNIX_EPOCH;
        let (time, not_before, not_after) = (
            UnixTime::since_unix_epoch(Duration::ZERO),
            UnixTime::since_unix_epoch(Duration::from_secs(9)),
            UnixTime::since_unix_epoch(Duration::from_secs(9)),
        );
        for error in [
            CertificateError::NotValidYet,
            CertificateError::NotValidYetContext { time, not_before },
            CertificateError::Expired,
            CertificateError::ExpiredContext { time, not_after },
        ] {
            let chain = wrapped(error);
            let tls = tls_cause(&chain).unwrap();
            assert_eq!(by_tls(tls, Some(wall)), Trouble::Clock(wall));
            assert_eq!(by_tls(tls, None), Trouble::Tls);
        }
        let stranger = wrapped(CertificateError::UnknownIssuer);
        assert_eq!(
            by_tls(tls_cause(&stranger).unwrap(), Some(wall)),
            Trouble::Tls
        );
    }

    #[test]
    fn no_route_is_told_from_no_service() {
        use io::ErrorKind as Kind;
        let told = |kind| by_io(io_cause(&io::Error::other(io::Error::from(kind))).unwrap());
        assert_eq!(told(Kind::NetworkUnreachable), Trouble::Offline);
        assert_eq!(told(Kind::HostUnreachable), Trouble::Offline);
        assert_eq!(told(Kind::ConnectionRefused), Trouble::Unreachable);
        assert_eq!(told(Kind::ConnectionAborted), Trouble::Unreachable);
    }

    #[test]
    fn retry_after_comes_in_seconds_or_as_a_date_and_ends_after_five_minutes() {
        let now = httpdate::parse_http_date("Wed, 18 Nov 2026 10:00:00 GMT").unwrap();
        let read = |value| retry_after(value, now).map(|wait| wait.as_secs());
        assert_eq!(read("17"), Some(17));
        assert_eq!(read("Wed, 18 Nov 2026 10:00:42 GMT"), Some(42));
        assert_eq!(read("Wed, 18 Nov 2026 09:00:00 GMT"), Some(0));
        assert_eq!(read("Thu, 19 Nov 2026 10:00:00 GMT"), Some(300));
        assert_eq!(read("99999999999999999999999"), Some(300));
        for nonsense in ["", "-5", "soon"] {
            assert_eq!(read(nonsense), None, "{nonsense:?}");
        }
    }

    #[test]
    fn the_status_speaks_before_the_body() {
        let trouble = |status| match by_status(status, Some(Duration::from_secs(9))) {
            Some(RequestError::Transient {
                trouble,
                retry_after,
            }) => Some((trouble, retry_after.is_some())),
            _ => None,
        };
        assert_eq!(trouble(429), Some((Trouble::Busy, true)));
        for status in [500, 502, 503, 504, 522] {
            assert_eq!(
                trouble(status),
                Some((Trouble::ServiceDown, true)),
                "{status}"
            );
        }
        for status in [301, 302, 307, 511] {
            assert_eq!(trouble(status), Some((Trouble::Portal, false)), "{status}");
        }
        for status in [200, 204, 400, 401, 404, 412] {
            assert_eq!(trouble(status), None, "{status}");
        }
    }

    #[test]
    fn a_site_has_moved_if_it_sends_us_to_another_one() {
        let asked = Url::parse("https://shikimori.one/oauth/token").unwrap();
        let to = |status, location| moved(status, &asked, location);
        let there = Some("https://shikimori.io".to_owned());
        assert_eq!(to(301, Some("https://shikimori.io/oauth/token")), there);
        assert_eq!(to(302, Some("//shikimori.io/")), there);
        for within in [
            "/users/sign_in",
            "https://shikimori.one/",
            "mailto:x",
            "https://",
        ] {
            assert_eq!(to(302, Some(within)), None, "{within}");
        }
        assert_eq!(to(302, None), None);
        assert_eq!(to(200, Some("https://shikimori.io/")), None);
    }

    #[test]
    fn a_page_where_json_belongs_is_a_portal_unless_it_only_says_that_nothing_is_there() {
        let page = || Ok(b" <!DOCTYPE html><p>Welcome to the hotel".to_vec());
        for status in [200, 400, 401, 403] {
            assert_eq!(
                answer(status, false, page()).unwrap_err(),
                Trouble::Portal,
                "{status}"
            );
        }
        for page in [Ok(b"hi".to_vec()), Err(Trouble::Malformed)] {
            assert_eq!(answer(200, true, page).unwrap_err(), Trouble::Portal);
        }
        for status in [404, 405, 410] {
            assert_eq!(answer(status, true, page()).unwrap().status, status);
        }
    }

    #[test]
    fn json_counts_even_if_it_is_announced_as_a_page() {
        let answer = answer(200, true, Ok(b"\xef\xbb\xbf{\"result\":\"KO\"}".to_vec())).unwrap();
        assert_eq!(answer.body, json!({"result": "KO"}));
    }

    #[test]
    fn a_success_must_be_whole_a_refusal_need_not_be() {
        let cut = || Ok(b"{\"result\":\"O".to_vec());
        assert_eq!(answer(200, false, cut()).unwrap_err(), Trouble::Malformed);
        assert_eq!(answer(400, false, cut()).unwrap().body, Value::Null);
        assert_eq!(
            answer(400, false, Err(Trouble::Malformed)).unwrap().status,
            400
        );
        assert_eq!(
            answer(400, false, Err(Trouble::Timeout)).unwrap_err(),
            Trouble::Timeout
        );
        assert_eq!(
            answer(200, false, Ok(Vec::new())).unwrap().body,
            Value::Null
        );
    }

    #[test]
    fn a_refused_client_id_is_told_from_other_refusals() {
        let refused = |status, body| rejection(&Answer { status, body }, &["SECRET"]);
        let simkl = json!({"error": "client_id_failed", "code": 412, "message": "Wrong client_id"});
        let error = "client_id_failed".to_owned();
        assert_eq!(refused(412, simkl), Rejection::ClientId { error });
        let error = "invalid_client".to_owned();
        assert_eq!(
            refused(401, json!({"error": "invalid_client"})),
            Rejection::ClientId { error }
        );
        let other = |status, error: &str| Rejection::Other {
            status,
            error: error.to_owned(),
        };
        let unauthorized = json!({"error": "unauthorized_client"});
        assert_eq!(
            refused(400, unauthorized),
            other(400, "unauthorized_client")
        );
        assert_eq!(refused(404, Value::Null), other(404, ""));
        assert_eq!(
            refused(400, json!({"error": "what is SECRET"})),
            other(400, "")
        );
    }
}
