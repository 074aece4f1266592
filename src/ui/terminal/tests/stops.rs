//! Every end has a sentence that says what to do, and its exit code.

use super::consent::shikimori;
use super::*;
use crate::auth::{RequestError, Service, ServiceDescription};
use crate::pairing::{NoPhone, SignInMethod, StartError};

fn rejections() -> Vec<(Rejection, u8, &'static str)> {
    let error = "invalid_client".to_owned();
    let to = "https://shikimori.one".to_owned();
    vec![
        (Rejection::NoClientId, 2, "client_secret = \"…\""),
        (Rejection::NoClientSecret, 2, "urn:ietf:wg:oauth:2.0:oob"),
        (
            Rejection::ClientId {
                error: error.clone(),
            },
            2,
            "invalid_client",
        ),
        (
            Rejection::SecretWanted {
                error: error.clone(),
            },
            2,
            "wrong client ID or secret",
        ),
        (
            Rejection::ClientSecret { error },
            2,
            "Correct the client ID in",
        ),
        (
            Rejection::Metadata {
                issuer: "https://simkl.example".into(),
            },
            2,
            "Check issuer in",
        ),
        (
            Rejection::Moved { to },
            2,
            "[shikimori]\nurl = \"https://shikimori.one\"",
        ),
        (
            Rejection::Request {
                said: "grant_type".into(),
            },
            1,
            "incomplete request",
        ),
        (
            Rejection::Redirect {
                error: "redirect_uri_mismatch".into(),
            },
            2,
            "urn:ietf:wg:oauth:2.0:oob",
        ),
        (Rejection::Token, 1, "no longer accepted"),
        (Rejection::Code, 1, "used before"),
        (
            Rejection::Other {
                status: 418,
                error: "teapot".into(),
            },
            1,
            "418 (teapot)",
        ),
    ]
}

fn stops() -> Vec<(Stop, u8, &'static str)> {
    let cannot = |why, code, part| (Stop::StartError(why), code, part);
    let no_id = StartError::Settings(Rejection::NoClientId);
    let mut stops = vec![
        cannot(no_id, 2, "Create an application at shikimori.io"),
        cannot(StartError::PortTaken(8765), 2, "Port 8765 is in use"),
        cannot(StartError::NoBrowser, 1, "xdg-utils"),
        cannot(
            StartError::Failed(SystemError::TooManyFiles),
            1,
            "Too many files are open.",
        ),
        (
            Stop::TimeOver(SignInMethod::ManualCode),
            3,
            "--service shikimori",
        ),
        (Stop::TimeOver(SignInMethod::Browser), 3, "in time"),
        (Stop::PageClosed, 3, "To protect your account"),
        (Stop::NotAllowed, 3, "not allowed"),
        (Stop::OtherIssuer, 3, "Nothing was used"),
        cannot(
            StartError::Discovery(Trouble::Timeout.into()),
            6,
            "too slow",
        ),
        cannot(
            StartError::Discovery(RequestError::Rejected(Rejection::Metadata {
                issuer: "https://simkl.example".into(),
            })),
            2,
            "Check issuer in",
        ),
        (
            Stop::PageRefused("invalid_scope".into()),
            2,
            "invalid_scope",
        ),
        (Stop::CodeRefused, 3, "sign in again"),
        (Stop::CodeLost(Trouble::Timeout), 6, "too slow"),
        (Stop::Denied, 3, "couchpin pair --service shikimori"),
        (Stop::Unexpected, 1, "An error in Couchpin"),
    ];
    for why in [
        NoPhone::SwitchedOff,
        NoPhone::NoNetwork,
        NoPhone::PublicAddress,
        NoPhone::Failed,
    ] {
        stops.push(cannot(StartError::NoPhone(why), 2, "[shikimori]"));
    }
    let refused = |(why, code, part)| (Stop::Refused(why), code, part);
    stops.extend(rejections().into_iter().map(refused));
    stops
}

#[test]
fn every_stop_ends_it_with_a_sentence_and_a_code_in_every_language() {
    for language in Language::ALL {
        let (words, context) = (Words::of(language), shikimori(language));
        for (stop, code, part) in stops() {
            let named = format!("{stop:?}");
            let step = step(&View::Stopped(stop), false, words, &context);
            let Step::End(Err(failure)) = step else {
                panic!("{named}")
            };
            let said = failure.sentence;
            assert_eq!(failure.code, code, "{named}: {said}");
            assert!(said.len() > 20 && !said.contains('$'), "{named}: {said}");
            if language == Language::English {
                assert!(said.contains(part), "{part} in {said}");
            }
        }
    }
}

#[test]
fn what_begins_anew_names_the_service_only_where_it_must() {
    let words = Words::of(Language::English);
    let said = |context: &UiContext| {
        let Step::End(Err(failure)) = step(&View::Resting, false, words, context) else {
            panic!()
        };
        failure.sentence
    };
    assert!(said(&context()).ends_with(": couchpin pair"));
    let context = shikimori(Language::English);
    assert!(said(&context).ends_with(": couchpin pair --service shikimori"));
}

#[test]
fn a_wrong_issuer_is_looked_for_in_the_file_that_has_it() {
    let file = "/home/ann/.config/couchpin/services/wrong-issuer.toml";
    let text = "name = \"A\"\nsite_url = \"https://a.example\"\nissuer = \"https://a.example\"\n";
    let mut description: ServiceDescription = toml::from_str(text).unwrap();
    description.file = Some(file.into());
    let context = UiContext {
        provider: Service::described("wrong-issuer", description),
        ..context()
    };
    let words = Words::of(Language::English);
    for (issuer, place) in [
        ("https://a.example", file),
        ("https://b.example", &context.config_file),
    ] {
        let why = Rejection::Metadata {
            issuer: issuer.to_owned(),
        };
        let view = View::Stopped(Stop::Refused(why));
        let Step::End(Err(failure)) = step(&view, false, words, &context) else {
            panic!()
        };
        let said = failure.sentence;
        assert!(said.contains(&format!("Check issuer in {place}")), "{said}");
    }
}

#[test]
fn where_the_service_lives_now_is_told_beside_an_earlier_pairing() {
    let (words, context) = (Words::of(Language::English), shikimori(Language::English));
    let moved = paired(
        false,
        Check::Refused(Rejection::Moved {
            to: "https://shikimori.one".into(),
        }),
    );
    let Step::End(Ok(said)) = step(&moved, false, words, &context) else {
        panic!()
    };
    assert!(said.starts_with("Already signed in as Ann"), "{said}");
    assert!(said.contains("--service shikimori --again"), "{said}");
    assert!(
        said.contains("has moved to https://shikimori.one"),
        "{said}"
    );
}
