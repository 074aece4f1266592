//! Everything that reads bytes from outside, each as a function over bytes that panics where a rule is broken: no input may
//! panic, print a secret, or give a result that is out of shape.
//!
//! Two drivers call them: `tests`, with some thousand changed seeds that are the same each time, and libFuzzer in
//! `tests/fuzz`, which `cargo fuzz` builds. Nothing of it is in the program.

use std::fmt::Debug;

use crate::auth::portrait::{Portrait, SIDE};
use crate::auth::shown;
use crate::auth::{AuthorizationCode, Issuer, OUT_OF_BAND, Secret, SignIn, SignInEvent};
use crate::words::Language;

#[cfg(test)]
mod tests;

/// A function that reads bytes from outside.
pub struct Target {
    /// What it is called on the command line of `cargo fuzz`.
    pub name: &'static str,
    /// Reads them; panics where a rule is broken.
    pub run: fn(&[u8]),
    /// Inputs to begin with.
    pub seeds: &'static [&'static [u8]],
    /// How many changed seeds the test tries: some hundred milliseconds' worth.
    pub tries: usize,
}

/// All of them.
pub const TARGETS: &[Target] = &[
    crate::services::fuzz::ANSWERS,
    crate::tokens::fuzz::RECORDS,
    crate::tokens::fuzz::MARKERS,
    crate::app::settings::fuzz::SETTINGS,
    crate::app::settings::fuzz::EDITS,
    crate::web::phone::fuzz::FORM,
    Target {
        name: "redirect",
        run: redirect,
        seeds: &[
            b"state=s3cr3t-state&code=aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3",
            b"error=access_denied&state=s3cr3t-state",
            b"state=s3cr3t-state&error=%1b%5d0%3bx%07",
            b"code=abc&iss=https%3A%2F%2Fshikimori.io&state=s3cr3t-state",
        ],
        tries: 10_000,
    },
    Target {
        name: "typed_code",
        run: typed_code,
        seeds: &[
            b"aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3",
            b"https://shikimori.io/oauth/authorize/native?code=aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3",
            "  aB3-_aB3\u{2011}_aB3-_aB3-_\u{200b}aB3-_aB3-_aB3-_aB3-_aB3\n".as_bytes(),
        ],
        tries: 10_000,
    },
    #[cfg(all(target_os = "linux", feature = "tv"))]
    crate::input::evdev::fuzz::EVENTS,
    #[cfg(all(target_os = "linux", feature = "tv"))]
    crate::input::evdev::fuzz::SYSFS,
    Target {
        name: "picture",
        run: picture,
        seeds: &[
            include_bytes!("seed.png"),
            include_bytes!("seed.jpg"),
            include_bytes!("../../tests/pictures/panics-zune-jpeg.jpg"),
            include_bytes!("seed.webp"),
        ],
        tries: 500,
    },
    crate::ui::terminal::fuzz::PICTURE,
    Target {
        name: "language",
        run: language,
        seeds: &[b"pt_BR.UTF-8", b"zh-Hans-CN", b"de;q=0.5, fr-CH, *;q=0.1", b"C"],
        tries: 10_000,
    },
    Target {
        name: "shown",
        run: shown,
        seeds: &[
            "\u{1b}]0;x\u{7}Ann \u{202e}nnA".as_bytes(),
            b"https://simkl.com@evil.example/pin?user_code=ABC",
            b"/home/ann/.local/state/couchpin/simkl.json",
        ],
        tries: 2000,
    },
];

/// Nothing that is printed of a value holds a secret. A short one may be there by chance.
pub(crate) fn prints_no(secret: &str, value: &impl Debug) {
    let printed = format!("{value:?}");
    assert!(secret.len() < 8 || !printed.contains(secret), "{printed}");
}

/// A text that is shown steers no terminal.
pub(crate) fn is_fit_to_be_shown(text: &str) {
    assert!(!text.chars().any(char::is_control), "{text:?}");
}

fn redirect(bytes: &[u8]) {
    let Ok(query) = std::str::from_utf8(bytes) else {
        return;
    };
    let Ok(address) = "https://shikimori.io/oauth/authorize".parse() else {
        return;
    };
    let sign_in = SignIn {
        address,
        redirect_uri: OUT_OF_BAND.into(),
        state: Some(Secret::new("s3cr3t-state")),
        verifier: None,
        client_id: "id".into(),
        issuer: Issuer {
            identifier: "https://shikimori.io".into(),
            sends_iss: false,
        },
        code_lifetime: std::time::Duration::from_mins(30),
        flow: None,
    };
    match sign_in.redirected(query) {
        Some(SignInEvent::Code(code)) => {
            assert!(query.contains("code=") || query.contains('%'), "{query:?}");
            prints_no(code.expose(), &code);
        }
        other => prints_no("s3cr3t-state", &other),
    }
}

fn typed_code(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match AuthorizationCode::typed(&text) {
        Ok(code) => {
            assert_eq!(code.expose().len(), AuthorizationCode::LENGTH);
            let again = AuthorizationCode::typed(code.expose());
            assert_eq!(again.as_ref(), Ok(&code));
            prints_no(code.expose(), &code);
        }
        Err(error) => assert!(format!("{error:?}").len() < 80, "{error:?}"),
    }
}

fn picture(bytes: &[u8]) {
    if let Ok(portrait) = Portrait::decode(bytes) {
        assert!((1..=SIDE).contains(&portrait.side()));
        let (side, pixels) = portrait.pixels(64);
        assert_eq!(pixels.len(), (side * side * 4) as usize);
    }
}

fn language(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let read = [Language::of_tag(&text), Language::of_header(&text)];
    for language in read.into_iter().flatten() {
        assert_eq!(Language::of_tag(language.tag()), Some(language));
    }
}

fn shown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for place in ["name", "path", "error", "url"] {
        let once = shown::value(place, &text);
        is_fit_to_be_shown(&once);
        assert!(place == "url" || once.chars().count() <= 80, "{once}");
        assert_eq!(
            shown::value(place, &once),
            once,
            "what is fit stays as it is"
        );
    }
    let address = shown::address(&text);
    is_fit_to_be_shown(&address);
    assert!(address.chars().count() <= 48, "{address}");
    is_fit_to_be_shown(&shown::lines(&text).replace('\n', ""));
}
