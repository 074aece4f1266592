//! What all pages for a browser have in common: the frame around them, and their headers.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};

use crate::auth::Secret;
use crate::system::random;
use crate::web::html::{escape, fill};
use crate::words::{Language, Words};

const SHELL: &str = include_str!("../../assets/phone/shell.html");
const STYLE: &str = include_str!("../../assets/phone/style.css");
const MESSAGE: &str = include_str!("../../assets/phone/message.html");

/// A set-up, and the sign-in after it.
const STEPS: u8 = 2;
/// How often a page that waits is fetched anew, in seconds.
const REFRESH: &str = r#"<meta http-equiv="refresh" content="2">"#;

/// A page for a browser.
pub(crate) struct Page<'a> {
    pub(crate) status: StatusCode,
    pub(crate) words: &'a Words,
    /// Plain text.
    pub(crate) title: String,
    /// HTML.
    pub(crate) main: String,
    pub(crate) has_form: bool,
    /// Whether the browser fetches it anew, again and again.
    pub(crate) refreshes: bool,
    /// Which step it is of a set-up and the sign-in after it; `None` where there is nothing to count.
    pub(crate) step: Option<u8>,
}

impl<'a> Page<'a> {
    /// A page that says one thing: the messages of its title and of its text, which may name the service.
    pub(crate) fn message(
        status: StatusCode,
        words: &'a Words,
        mark: &str,
        title_and_body: [&str; 2],
        service: &str,
    ) -> Self {
        let texts = title_and_body.map(|id| words.with(id, [("service", service.into())]));
        let [title, body] = &texts;
        let values = [("mark", mark), ("title", title), ("body", body)];
        let main = fill(MESSAGE, &values.map(|(key, value)| (key, escape(value))));
        let [title, _] = texts;
        Self {
            status,
            words,
            title,
            main,
            has_form: false,
            refreshes: false,
            step: None,
        }
    }

    /// The response, with the headers that keep other sites away from it.
    pub(crate) fn answer(self) -> Response {
        // Without randomness there is no style, which is better than one that another site could add to.
        let nonce = random::letters().unwrap_or_else(|_| Secret::new(""));
        let refresh = if self.refreshes { REFRESH } else { "" };
        let step = self.step.map(|step| {
            let values = [("step", step.into()), ("count", STEPS.into())];
            self.words.with("phone-step", values)
        });
        let values = [
            ("lang", self.words.language().tag().to_owned()),
            ("title", escape(&self.title)),
            ("refresh", refresh.to_owned()),
            ("nonce", nonce.expose().to_owned()),
            ("style", STYLE.to_owned()),
            ("step", escape(&step.unwrap_or_default())),
            ("main", self.main),
        ];
        // Nothing runs, nothing is loaded, no site frames it, and its form goes nowhere else.
        let policy = format!(
            "default-src 'none'; style-src 'nonce-{}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            nonce.expose()
        );
        // `no-referrer` would make browsers send forms with `Origin: null`, as any sandboxed frame's come; so a page
        // with a form says where it is to itself, and to no other site.
        let referrer = if self.has_form {
            "same-origin"
        } else {
            "no-referrer"
        };
        let headers = [
            (header::CONTENT_SECURITY_POLICY, policy.as_str()),
            (header::REFERRER_POLICY, referrer),
        ];
        let mut response = (self.status, headers, Html(fill(SHELL, &values))).into_response();
        add_security_headers(&mut response);
        response
    }
}

/// A response with nothing but a status.
pub(crate) fn bare(status: StatusCode) -> Response {
    let mut response = status.into_response();
    add_security_headers(&mut response);
    response
}

/// What holds for every response, whatever it is.
fn add_security_headers(response: &mut Response) {
    const ALWAYS: [(HeaderName, &str); 5] = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        // One request on each connection: a bound on the one is a bound on the other.
        (header::CONNECTION, "close"),
    ];
    let headers = ALWAYS.map(|(name, value)| (name, HeaderValue::from_static(value)));
    response.headers_mut().extend(headers);
}

/// The words of the language that a browser prefers, else of the `other` one.
pub(crate) fn words(headers: &HeaderMap, other: Language) -> &'static Words {
    let preferred = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    Words::of(preferred.and_then(Language::of_header).unwrap_or(other))
}

/// Sends the browser to another page (RFC 9110 §15.4.4).
pub(crate) fn see_other(page: &str) -> Response {
    let mut response = bare(StatusCode::SEE_OTHER);
    insert(&mut response, header::LOCATION, page);
    response
}

/// Lets the browser keep a cookie (RFC 6265 §4.1).
pub(crate) fn set_cookie(response: &mut Response, cookie: &str) {
    insert(response, header::SET_COOKIE, cookie);
}

fn insert(response: &mut Response, name: HeaderName, value: &str) {
    match HeaderValue::from_str(value) {
        Ok(value) => {
            response.headers_mut().insert(name, value);
        }
        // Addresses, paths and cookies are ASCII.
        Err(_) => *response = bare(StatusCode::INTERNAL_SERVER_ERROR),
    }
}
