//! Lenient reading of JSON answers.
//!
//! Services write numbers as strings, leave fields out and rename them. Each function here takes what is there and gives
//! `None` for what cannot be used. The invariants: a text to be shown is short and holds no control characters, a secret
//! fits an HTTP header, and a page is one of the service's own.

use std::time::Duration;

use serde_json::Value;
use url::{Host, Url};

use super::http::address::check_base;
use crate::auth::shown;
use crate::auth::{PictureAddress, Secret, Token};

/// How much of a service's own words a person is shown, in characters.
const WORDS: usize = 80;
/// A scope is compared, not only shown, so it is kept longer.
const SCOPE: usize = 1000;
/// Longer than any access token of the field, signed ones included.
const SECRET: usize = 8192;
/// Longer than any honest address of a page, and short enough for a QR code that a camera reads from across a room.
const PAGE: usize = 512;
/// Longer than any honest address of a picture.
const ADDRESS: usize = 2048;

/// A field that is a text and is not empty.
pub(super) fn text<'a>(body: &'a Value, field: &str) -> Option<&'a str> {
    body.get(field)?.as_str().filter(|text| !text.is_empty())
}

/// The service's own word for an error, fit to be shown; empty when there is none.
pub(super) fn error(body: &Value) -> String {
    text(body, "error")
        .map(|text| shown::line(text, WORDS))
        .unwrap_or_default()
}

/// What a service says is wrong with a request: its sentence, else its word. Nothing that repeats a secret is quoted.
pub(super) fn fault(body: &Value, secrets: &[&str]) -> String {
    let said = ["error_description", "error"]
        .into_iter()
        .filter_map(|field| label(body.get(field)?))
        .find(|said| !secrets.iter().any(|secret| said.contains(secret)));
    said.unwrap_or_default()
}

/// A name or a number as a short text, fit to be shown.
pub(super) fn label(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => shown::line(text, WORDS),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Seconds, as a number or as a string that holds one. What is negative counts as zero.
pub(super) fn seconds(body: &Value, field: &str) -> Option<Duration> {
    let number = match body.get(field)? {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    // Some three hundred years: long enough for any token, and far from what the arithmetic can hold.
    (!number.is_nan()).then(|| Duration::from_secs_f64(number.clamp(0.0, 1e10)))
}

/// A secret that can travel in a header: printable ASCII without spaces.
pub(super) fn secret(body: &Value, field: &str) -> Option<Secret> {
    text(body, field)
        .filter(|text| fits_a_header(text))
        .map(Secret::new)
}

/// Whether a token can be sent as a bearer (RFC 6750 §2.1 allows even less).
pub(super) fn fits_a_header(text: &str) -> bool {
    !text.is_empty() && text.len() <= SECRET && text.bytes().all(|b| b.is_ascii_graphic())
}

/// An address that a person may be sent to, to the letter: at one of the service's `own` addresses, or on a host below.
/// `http://` counts only for the very host and port of a stand-in on this computer, or an answer could
/// send a browser to this computer's other ports.
pub(super) fn page(body: &Value, field: &str, own: &[&Url]) -> Option<Url> {
    let page = text(body, field).filter(|text| text.len() <= PAGE)?;
    let page = Url::parse(page).ok()?;
    check_base(&page).ok()?;
    let is_of = |own: &&Url| match page.scheme() {
        "http" => page.origin() == own.origin(),
        _ => is_at_or_below(&page, own),
    };
    own.iter().any(is_of).then_some(page)
}

fn is_at_or_below(page: &Url, own: &Url) -> bool {
    match (page.host(), own.host()) {
        (Some(Host::Domain(page)), Some(Host::Domain(own))) => page
            .strip_suffix(own)
            .is_some_and(|below| below.is_empty() || below.ends_with('.')),
        (page, own) => page == own,
    }
}

/// Where a person's picture is: an address of its own, or one that goes on from the site's. It may be on any host, so
/// it must be `https://`; `http://` on this computer counts only where the service itself is here (`local`), or any
/// answer could have requests sent to this computer's own ports. A name or password in it would become a header: refused.
pub(super) fn picture(value: &Value, site: &Url, local: bool) -> Option<PictureAddress> {
    let text = value.as_str()?.trim();
    if text.is_empty() || text.len() > ADDRESS {
        return None;
    }
    let mut url = site.join(text).ok()?;
    url.set_fragment(None);
    let safe = check_base(&url).is_ok() && (url.scheme() == "https" || local);
    safe.then(|| PictureAddress::new(url))
}

/// The address with more segments behind its path, each percent-encoded.
pub(crate) fn under<'a>(base: &Url, segments: impl IntoIterator<Item = &'a str>) -> Url {
    let mut url = base.clone();
    // Fails only for addresses without a host, which `check_base` never lets in.
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    }
    url
}

/// A token (RFC 6749 §5.1). `None` without a usable `access_token`, and for a kind that is not a bearer.
pub(super) fn token(body: &Value, client_id: &str) -> Option<Token> {
    if text(body, "token_type").is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
        return None;
    }
    Some(Token {
        access_token: secret(body, "access_token")?,
        refresh_token: secret(body, "refresh_token"),
        expires_in: seconds(body, "expires_in"),
        scope: scope(body).map(|scope| shown::line(&scope, SCOPE)),
        lacks_scope: false,
        client_id: client_id.to_owned(),
    })
}

/// A scope as RFC 6749 §3.3 writes it; Twitch writes a list.
fn scope(body: &Value) -> Option<String> {
    match body.get("scope")? {
        Value::Array(words) => {
            let words: Vec<_> = words.iter().filter_map(Value::as_str).collect();
            Some(words.join(" "))
        }
        _ => text(body, "scope").map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn seconds_may_be_numbers_or_texts() {
        let body =
            json!({"a": 5, "b": "900", "c": " 7 ", "d": -3, "e": 1e99, "f": "soon", "g": null});
        let read = |field| seconds(&body, field).map(|d| d.as_secs());
        assert_eq!(read("a"), Some(5));
        assert_eq!(read("b"), Some(900));
        assert_eq!(read("c"), Some(7));
        assert_eq!(read("d"), Some(0));
        assert_eq!(read("e"), Some(10_000_000_000));
        for field in ["f", "g", "missing"] {
            assert_eq!(read(field), None, "{field}");
        }
    }

    #[test]
    fn a_services_words_are_short_and_cannot_steer_a_terminal() {
        let body = json!({"error": format!("\u{1b}[31m\u{202e}bad\n{}", "x".repeat(500))});
        let shown = error(&body);
        assert!(shown.starts_with("[31mbad"), "{shown}");
        assert_eq!(shown.chars().count(), 80);
        assert_eq!(error(&json!({"error": {"nested": 1}})), "");
    }

    #[test]
    fn a_token_that_no_header_can_carry_is_no_token() {
        for bad in ["", "two words", "line\nbreak", "\u{e9}"] {
            assert!(
                token(&json!({"access_token": bad}), "id").is_none(),
                "{bad:?}"
            );
        }
    }

    fn picture_at(text: &str, local: bool) -> Option<String> {
        let site = Url::parse(if local {
            "http://127.0.0.1:8080/"
        } else {
            "https://simkl.com/"
        });
        let found = picture(&json!(text), &site.unwrap(), local)?;
        Some(found.url().to_string())
    }

    #[test]
    fn a_picture_may_be_named_in_full_by_host_or_by_path() {
        for (text, url) in [
            (
                "https://simkl.in/avatars/88/8814058_100.jpg?1786333234",
                "https://simkl.in/avatars/88/8814058_100.jpg?1786333234",
            ),
            (" //cdn.example/a.png ", "https://cdn.example/a.png"),
            ("/avatars/1.jpg", "https://simkl.com/avatars/1.jpg"),
            ("avatars/1.jpg#top", "https://simkl.com/avatars/1.jpg"),
        ] {
            assert_eq!(picture_at(text, false).as_deref(), Some(url), "{text}");
        }
        let here = "http://127.0.0.1:8080/avatars/1.jpg";
        assert_eq!(picture_at("/avatars/1.jpg", true).as_deref(), Some(here));
    }

    #[test]
    fn a_picture_that_would_go_over_an_open_wire_or_into_this_computer_is_none() {
        for bad in [
            "",
            "  ",
            "http://simkl.in/a.jpg",
            "http://127.0.0.1:631/a.jpg",
            "http://localhost/a.jpg",
            "https://me:secret@simkl.in/a.jpg",
            "https://me@simkl.in/a.jpg",
            "file:///etc/passwd",
            "data:image/png;base64,AAAA",
            "javascript:alert(1)",
            "ftp://simkl.in/a.jpg",
            "https://",
            &format!("https://simkl.in/{}", "a".repeat(3000)),
        ] {
            assert_eq!(picture_at(bad, false), None, "{bad}");
        }
        assert_eq!(picture_at("http://192.168.1.5/a.jpg", true), None);
        let site = Url::parse("https://simkl.com/").unwrap();
        for bad in [json!(null), json!(7), json!({"url": "https://x.example"})] {
            assert_eq!(picture(&bad, &site, false), None, "{bad}");
        }
    }

    #[test]
    fn a_person_is_only_sent_to_the_services_own_pages() {
        let at = |url: &str| Url::parse(url).unwrap();
        let (site, api) = (at("https://simkl.com/"), at("https://api.simkl.com/"));
        let page = |text: &str, own: &[&Url]| {
            let found = page(&json!({ "page": text }), "page", own);
            found.map(|url| url.to_string())
        };
        for good in [
            "https://simkl.com/pin",
            "https://www.simkl.com/pin",
            "https://SIMKL.com/pin?user_code=BDWP-HQPK",
            "https://api.simkl.com/pin",
        ] {
            assert!(page(good, &[&site, &api]).is_some(), "{good}");
        }
        let long = format!("https://simkl.com/{}", "a".repeat(500));
        for bad in [
            "https://simkl.com@evil.example/pin",
            "https://simkl.com:x@simkl.com/pin",
            "https://evilsimkl.com/pin",
            "https://simkl.com.evil.example/pin",
            "https://com/pin",
            "https://127.0.0.1/pin",
            "https://[::1]/pin",
            "http://simkl.com/pin",
            "http://127.0.0.1:631",
            "javascript:alert(1)",
            "mailto:simkl.com",
            "/pin",
            "",
            &long,
        ] {
            assert_eq!(page(bad, &[&site, &api]), None, "{bad}");
        }
        let stand_in = at("http://127.0.0.1:8080/");
        let own: &[&Url] = &[&stand_in, &site];
        assert!(page("http://127.0.0.1:8080/pin", own).is_some());
        assert!(page("https://simkl.com/pin", own).is_some());
        for bad in [
            "http://127.0.0.1:631/",
            "http://localhost:8080/",
            "http://127.0.0.2:8080",
        ] {
            assert_eq!(page(bad, own), None, "{bad}");
        }
    }

    #[test]
    fn only_bearer_tokens_are_understood() {
        let of_kind = |kind| token(&json!({"access_token": "t", "token_type": kind}), "id");
        assert!(of_kind("Bearer").is_some());
        assert!(of_kind("bearer").is_some());
        assert!(of_kind("mac").is_none());
    }
}
