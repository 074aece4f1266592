//! Which requests are let in: decided from a request's head alone, before anything of its body is read.

use std::net::SocketAddr;

use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};

use super::LONGEST;
use crate::auth::Secret;
use crate::web::server::{self, only_value};

/// The cookie of a browser in which the number was typed.
const COOKIE: &str = "couchpin_page";

/// The only place where a page is, and the only page that may send forms to it.
pub(super) struct Guard {
    host: String,
    origin: String,
    path: Secret,
    cookie: Secret,
}

/// What a request that was let in asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageRequest {
    /// See the page.
    View,
    /// Give a value.
    Submit,
}

impl Guard {
    /// `cookie` is as random as the path, and of this page only.
    pub(super) fn new(address: SocketAddr, path: &Secret, cookie: Secret) -> Self {
        Self {
            // What a browser makes of the address in the QR: brackets around IPv6, and always the port.
            host: address.to_string(),
            origin: format!("http://{address}"),
            path: Secret::new(format!("/{}", path.expose())),
            cookie,
        }
    }

    /// The page's path, with its slash.
    pub(super) fn path(&self) -> &str {
        self.path.expose()
    }

    /// The cookie for the browser in which the right number was typed. It comes back to this page only, and from no other
    /// site (RFC 6265bis §5.6.7): it says the same as the number, which travels no better.
    pub(super) fn set_cookie(&self) -> String {
        let (value, path, seconds) = (self.cookie.expose(), self.path(), LONGEST.as_secs());
        format!("{COOKIE}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Strict")
    }

    /// Whether the right number was typed in this browser.
    pub(super) fn knows(&self, headers: &HeaderMap) -> bool {
        server::has_cookie(headers, COOKIE, &self.cookie)
    }

    /// Lets a request in, or tells the status it is refused with.
    pub(super) fn admit(&self, head: &Parts) -> Result<PageRequest, StatusCode> {
        if !server::is_for(&self.host, head) {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        }
        if !self.path.is(head.uri.path()) {
            return Err(StatusCode::NOT_FOUND);
        }
        match head.method {
            Method::GET => Ok(PageRequest::View),
            Method::POST => self.admit_form(&head.headers),
            _ => Err(StatusCode::METHOD_NOT_ALLOWED),
        }
    }

    fn admit_form(&self, headers: &HeaderMap) -> Result<PageRequest, StatusCode> {
        // Every browser tells where a form was sent from.
        if only_value(headers, &header::ORIGIN) != Some(&self.origin) {
            return Err(StatusCode::FORBIDDEN);
        }
        // Only told to places that a browser trusts, such as loopback; where it is told, it must fit.
        let site = HeaderName::from_static("sec-fetch-site");
        if headers.contains_key(&site) && only_value(headers, &site) != Some("same-origin") {
            return Err(StatusCode::FORBIDDEN);
        }
        let kind = only_value(headers, &header::CONTENT_TYPE).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            Ok(PageRequest::Submit)
        } else {
            Err(StatusCode::UNSUPPORTED_MEDIA_TYPE)
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    const HERE: &str = "192.168.1.20:40123";
    const FORM: &str = "application/x-www-form-urlencoded";

    fn guard(address: &str) -> Guard {
        let cookie = Secret::new("cookie");
        Guard::new(address.parse().unwrap(), &Secret::new("path"), cookie)
    }

    fn admit(method: &str, uri: &str, headers: &[(&str, &str)]) -> Result<PageRequest, u16> {
        let guard = guard(HERE);
        let mut request = Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (head, ()) = request.body(()).unwrap().into_parts();
        guard.admit(&head).map_err(|status| status.as_u16())
    }

    #[test]
    fn a_request_with_the_address_may_look() {
        assert_eq!(
            admit("GET", "/path", &[("host", HERE)]),
            Ok(PageRequest::View)
        );
    }

    #[test]
    fn a_wrong_path_is_nowhere() {
        for path in ["/", "/pat", "/paths", "/path/", "/PATH", "//path"] {
            assert_eq!(admit("GET", path, &[("host", HERE)]), Err(404), "{path}");
        }
    }

    #[test]
    fn a_foreign_host_is_sent_away_even_with_the_right_path() {
        for host in [
            "evil.example",
            "evil.example:40123",
            "192.168.1.20",
            "localhost:40123",
        ] {
            assert_eq!(admit("GET", "/path", &[("host", host)]), Err(421), "{host}");
        }
        assert_eq!(admit("GET", "/path", &[]), Err(421));
        let twice = [("host", HERE), ("host", "evil.example")];
        assert_eq!(admit("GET", "/path", &twice), Err(421));
        let through = "http://evil.example/path";
        assert_eq!(admit("GET", through, &[("host", HERE)]), Err(421));
    }

    #[test]
    fn a_form_comes_from_the_page_itself_or_is_sent_away() {
        let origin = format!("http://{HERE}");
        let from = |origin: &str, more: &[(&str, &str)]| {
            let own = [("host", HERE), ("content-type", FORM), ("origin", origin)];
            admit("POST", "/path", &[&own, more].concat())
        };
        assert_eq!(from(&origin, &[]), Ok(PageRequest::Submit));
        let site = |site| from(&origin, &[("sec-fetch-site", site)]);
        assert_eq!(site("same-origin"), Ok(PageRequest::Submit));
        for other in ["cross-site", "same-site", "none"] {
            assert_eq!(site(other), Err(403), "{other}");
        }
        for other in [
            "null",
            "http://evil.example",
            "https://192.168.1.20:40123",
            "http://192.168.1.20",
            "",
        ] {
            assert_eq!(from(other, &[]), Err(403), "{other}");
        }
        let without = [("host", HERE), ("content-type", FORM)];
        assert_eq!(admit("POST", "/path", &without), Err(403));
    }

    #[test]
    fn only_looking_and_plain_forms_are_understood() {
        let origin = format!("http://{HERE}");
        for kind in ["text/plain", "application/json", "multipart/form-data"] {
            let headers = [("host", HERE), ("origin", &origin), ("content-type", kind)];
            assert_eq!(admit("POST", "/path", &headers), Err(415), "{kind}");
        }
        for method in ["HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"] {
            assert_eq!(admit(method, "/path", &[("host", HERE)]), Err(405));
        }
    }

    #[test]
    fn a_browser_is_known_by_the_whole_cookie_only() {
        let knows = |cookies: &[&str]| {
            let mut headers = HeaderMap::new();
            for cookies in cookies {
                headers.append(header::COOKIE, cookies.parse().unwrap());
            }
            guard(HERE).knows(&headers)
        };
        assert!(knows(&["couchpin_page=cookie"]));
        assert!(knows(&["a=b; couchpin_page=other", "couchpin_page=cookie"]));
        for cookie in [
            "",
            "cookie",
            "couchpin_page",
            "couchpin_page=",
            "couchpin_page=cooki",
            "couchpin_page=cookies",
            "couchpin_page=Cookie",
            "couchpin=cookie",
        ] {
            assert!(!knows(&[cookie]), "{cookie}");
        }
        assert!(!knows(&[]));
    }

    #[test]
    fn the_cookie_is_of_the_page_and_of_no_script_or_other_site() {
        assert_eq!(
            guard(HERE).set_cookie(),
            "couchpin_page=cookie; Path=/path; Max-Age=1800; HttpOnly; SameSite=Strict"
        );
    }

    #[test]
    fn an_address_of_ipv6_stands_in_brackets() {
        let guard = guard("[fd00::2]:40123");
        let request = Request::get("/path").header("host", "[fd00::2]:40123");
        let (head, ()) = request.body(()).unwrap().into_parts();
        assert_eq!(guard.admit(&head), Ok(PageRequest::View));
    }
}
