//! The paper that every page for a person's browser is written on.

use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};

use crate::auth::Secret;
use crate::system::random;
use crate::web::html::{escape, fill};
use crate::words::{Language, Words};

const SHELL: &str = include_str!("../../assets/phone/shell.html");
const STYLE: &str = include_str!("../../assets/phone/style.css");
const MESSAGE: &str = include_str!("../../assets/phone/message.html");

/// What is written on it.
pub(crate) struct Page<'a> {
    pub(crate) status: StatusCode,
    pub(crate) words: &'a Words,
    /// Plain text.
    pub(crate) title: String,
    /// HTML.
    pub(crate) main: String,
    /// Whether there is a form on it.
    pub(crate) has_form: bool,
    /// After how many seconds the browser looks again.
    pub(crate) look_again: Option<u32>,
}

impl<'a> Page<'a> {
    /// A page that says one thing.
    pub(crate) fn message(
        status: StatusCode,
        words: &'a Words,
        mark: &str,
        title: String,
        body: &str,
    ) -> Self {
        let values = [("mark", mark), ("title", &title), ("body", body)];
        let values = values.map(|(key, value)| (key, escape(value)));
        Self {
            status,
            words,
            main: fill(MESSAGE, &values),
            title,
            has_form: false,
            look_again: None,
        }
    }

    /// The answer with all that keeps others away from it.
    pub(crate) fn answer(self) -> Response {
        let refresh = self
            .look_again
            .map(|seconds| format!(r#"<meta http-equiv="refresh" content="{seconds}">"#));
        // Without randomness there is no style, which is better than one that anybody could add to.
        let nonce = random::letters(26).unwrap_or_else(|_| Secret::new(""));
        let values = [
            ("lang", self.words.language().tag().to_owned()),
            ("title", escape(&self.title)),
            ("refresh", refresh.unwrap_or_default()),
            ("nonce", nonce.expose().to_owned()),
            ("style", STYLE.to_owned()),
            ("main", self.main),
        ];
        // Nothing runs, nothing is loaded, nobody frames it, and its form goes nowhere else.
        let policy = format!(
            "default-src 'none'; style-src 'nonce-{}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            nonce.expose()
        );
        // `no-referrer` would make browsers send forms with `Origin: null`, as any sandboxed frame's come; so a page
        // with a form says where it is to itself, and to nobody else.
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

/// An answer that tells nothing but its status.
pub(crate) fn bare(status: StatusCode) -> Response {
    let mut response = status.into_response();
    add_security_headers(&mut response);
    response
}

/// What holds for every answer, whatever it is.
pub(crate) fn add_security_headers(response: &mut Response) {
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
    for (name, value) in ALWAYS {
        response
            .headers_mut()
            .insert(name, axum::http::HeaderValue::from_static(value));
    }
}

/// What a browser would like to read, else what the television speaks.
pub(crate) fn language(headers: &HeaderMap, television: Language) -> Language {
    headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .and_then(Language::of_header)
        .unwrap_or(television)
}
