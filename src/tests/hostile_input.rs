//! Everything that reads bytes from outside, as functions over bytes that panic where a rule is broken: no input may
//! panic, print a secret, or give a result that is out of shape. What has secrets of its own is beside it, in the
//! `tests` of its room.

use std::fmt::Debug;
use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{RngAlgorithm, TestError, TestRng, TestRunner};

use crate::auth::portrait::{Portrait, SIDE};
use crate::auth::shown;
use crate::auth::{AuthorizationCode, Issuer, OUT_OF_BAND, Secret, SignIn, SignInEvent};
use crate::words::Language;

/// The longest input.
const LONGEST: usize = 64 * 1024;
/// What parsers stumble over.
const WORDS: &[&[u8]] = &[
    b"\0",
    b"\xff",
    b"\x1b[2J",
    b"\"",
    b"\\",
    b"\\u0000",
    b"{",
    b"[[[[[[[[",
    b"]",
    b"%00",
    b"%",
    b"&",
    b"=",
    b"-1",
    b"1e999",
    b"18446744073709551616",
    "\u{202e}\u{200d}\u{e0041}".as_bytes(),
    "\u{1d11e}e\u{301}".as_bytes(),
];

/// What is done to an input: the kind of change, where, how far, and with which byte, word or other seed.
type Change = (u8, Index, usize, u8, &'static [u8], &'static [u8]);

/// Reads the seeds, and as many changed ones as are to be tried: the same ones each time.
pub(crate) fn try_changed(seeds: &'static [&'static [u8]], tries: u32, read: fn(&[u8])) {
    for seed in seeds {
        read(seed);
    }
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(tries)
    };
    let numbers = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let change = (
        0..8_u8,
        any::<Index>(),
        0..32_usize,
        any::<u8>(),
        select(WORDS),
        select(seeds),
    );
    let changed = (select(seeds), vec(change, 1..8)).prop_map(|(seed, changes)| {
        let input = seed.to_vec();
        changes.into_iter().fold(input, change_once)
    });
    let outcome = TestRunner::new_with_rng(config, numbers).run(&changed, |input| {
        read(&input);
        Ok(())
    });
    match outcome {
        Err(TestError::Fail(why, input)) => panic!("{why} with b\"{}\"", input.escape_ascii()),
        other => other.unwrap(),
    }
}

fn change_once(mut input: Vec<u8>, change: Change) -> Vec<u8> {
    let (kind, at, length, byte, word, other) = change;
    let at = at.index(input.len() + 1);
    let end = (at + length).min(input.len());
    match kind {
        0 => input.truncate(at),
        1 => drop(input.drain(at..end)),
        2 if at < input.len() => input[at] ^= 1 << (byte % 8),
        3 if at < input.len() => input[at] = byte,
        4 => {
            let piece = input[at..end].repeat(1 << (byte % 8));
            input.splice(at..at, piece);
        }
        5 => {
            let from = usize::from(byte) % other.len();
            input.splice(at..end, other[from..].iter().copied());
        }
        _ => drop(input.splice(at..at, word.iter().copied())),
    }
    input.truncate(LONGEST);
    input
}

const REDIRECTS: &[&[u8]] = &[
    b"state=s3cr3t-state&code=aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3",
    b"error=access_denied&state=s3cr3t-state",
    b"state=s3cr3t-state&error=%1b%5d0%3bx%07",
    b"code=abc&iss=https%3A%2F%2Fshikimori.io&state=s3cr3t-state",
];
const TYPED: &[&[u8]] = &[
    b"aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3",
    b"https://shikimori.io/oauth/authorize/native?code=aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3",
    "  aB3-_aB3\u{2011}_aB3-_aB3-_\u{200b}aB3-_aB3-_aB3-_aB3-_aB3\n".as_bytes(),
];
const PICTURES: &[&[u8]] = &[
    include_bytes!("../../tests/pictures/seed.png"),
    include_bytes!("../../tests/pictures/seed.jpg"),
    include_bytes!("../../tests/pictures/panics-zune-jpeg.jpg"),
    include_bytes!("../../tests/pictures/seed.webp"),
];
const LANGUAGES: &[&[u8]] = &[
    b"pt_BR.UTF-8",
    b"zh-Hans-CN",
    b"de;q=0.5, fr-CH, *;q=0.1",
    b"C",
];
const SHOWN: &[&[u8]] = &[
    "\u{1b}]0;x\u{7}Ann \u{202e}nnA".as_bytes(),
    b"https://simkl.com@evil.example/pin?user_code=ABC",
    b"/home/ann/.local/state/couchpin/simkl.json",
];

#[test]
fn any_redirect_is_a_code_or_refused() {
    try_changed(REDIRECTS, 10_000, redirect);
}

#[test]
fn anything_typed_is_a_code_or_refused() {
    try_changed(TYPED, 10_000, typed_code);
}

#[test]
fn any_picture_is_decoded_or_refused() {
    try_changed(PICTURES, 500, picture);
}

#[test]
fn any_language_tag_is_one_of_ten_or_none() {
    try_changed(LANGUAGES, 10_000, language);
}

#[test]
fn any_text_is_made_fit_to_be_shown() {
    try_changed(SHOWN, 2000, shown);
}

#[test]
fn the_seeds_of_pictures_and_codes_are_read() {
    for seed in &PICTURES[..2] {
        assert!(Portrait::decode(seed).is_ok());
    }
    let typed = std::str::from_utf8(TYPED[0]).unwrap();
    assert!(AuthorizationCode::typed(typed).is_ok());
}

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
    let sign_in = SignIn {
        address: "https://shikimori.io/oauth/authorize".parse().unwrap(),
        redirect_uri: OUT_OF_BAND.into(),
        state: Some(Secret::new("s3cr3t-state")),
        verifier: None,
        client_id: "id".into(),
        issuer: Issuer {
            identifier: "https://shikimori.io".into(),
            sends_iss: false,
        },
        code_lifetime: Duration::from_mins(30),
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
