//! What people really bring: whole codes, half codes, addresses, blanks.

use proptest::prelude::*;

use super::*;

const CODE: &str = "ueXl9jRh_2pWnM4sE-0vTkqYbC1dGzFa7oIx5HrLu8Q";
const OLD: &str = "https://shikimori.io/oauth/authorize/";
const NEW: &str = "https://shikimori.io/oauth/authorize/native?code=";

fn typed(text: &str) -> Result<String, TypedCodeError> {
    AuthorizationCode::typed(text).map(|code| code.expose().to_owned())
}

#[test]
fn a_whole_code_is_taken_as_it_is_and_never_recased() {
    assert_eq!(CODE.len(), AuthorizationCode::LENGTH);
    assert_eq!(typed(CODE).unwrap(), CODE);
    let hyphens = "-".repeat(43);
    assert_eq!(typed(&hyphens).unwrap(), hyphens);
}

#[test]
fn blanks_and_marks_without_width_around_a_code_do_not_matter() {
    for text in [
        format!("  {CODE}\r\n"),
        format!("\u{feff}{CODE}\u{200b}"),
        format!("\u{a0}{CODE}\t"),
        format!("%20{CODE}%0A"),
    ] {
        assert_eq!(typed(&text).unwrap(), CODE, "{text:?}");
    }
}

#[test]
fn an_address_of_either_form_is_as_good_as_its_code() {
    for address in [
        format!("{OLD}{CODE}"),
        format!("{OLD}{CODE}/"),
        format!("{OLD}{CODE}?locale=ru#top"),
        format!("{NEW}{CODE}"),
        format!("{NEW}{CODE}&locale=ru"),
        format!("https://shikimori.one/oauth/authorize/native?locale=ru&code={CODE}#"),
        format!("shikimori.io/oauth/authorize/{CODE}"),
        format!("/oauth/authorize/{CODE}"),
        format!("http://127.0.0.1:8765/callback?code={CODE}&state=x"),
        format!("?code={CODE}"),
        format!("code={CODE}"),
    ] {
        assert_eq!(typed(&address).unwrap(), CODE, "{address}");
    }
}

#[test]
fn percent_signs_are_undone_once_and_no_more() {
    let once = CODE.replace('-', "%2D").replace('_', "%5f");
    assert_eq!(typed(&once).unwrap(), CODE);
    assert_eq!(typed(&format!("{NEW}{once}")).unwrap(), CODE);
    let whole = "https%3A%2F%2Fshikimori.io%2Foauth%2Fauthorize%2F";
    assert_eq!(typed(&format!("{whole}{CODE}")).unwrap(), CODE);
    let twice = CODE.replace('-', "%252D");
    assert_eq!(typed(&twice), Err(TypedCodeError::WrongCharacter));
}

#[test]
fn half_a_code_was_cut_off_at_its_hyphen() {
    let (left, right) = CODE.split_once('-').unwrap();
    for (half, length) in [
        (left.to_owned(), 17),
        (right.to_owned(), 25),
        (format!("{left}-"), 18),
        (format!("-{right}"), 26),
        (format!(" {left}\n"), 17),
        (format!("{OLD}{left}"), 17),
        (format!("{NEW}{left}"), 17),
    ] {
        assert_eq!(
            typed(&half),
            Err(TypedCodeError::CutAtHyphen { length }),
            "{half}"
        );
    }
}

#[test]
fn a_short_code_with_a_hyphen_inside_lost_something_else() {
    let length = 42;
    assert_eq!(typed(&CODE[1..]), Err(TypedCodeError::TooShort { length }));
}

#[test]
fn more_than_a_code_is_too_long() {
    let length = 44;
    assert_eq!(
        typed(&format!("{CODE}x")),
        Err(TypedCodeError::TooLong { length })
    );
    assert_eq!(
        typed(&CODE.repeat(2)),
        Err(TypedCodeError::TooLong { length: 86 })
    );
}

#[test]
fn what_is_in_no_code_is_told_before_the_length() {
    for text in [
        CODE.replace('e', "е"),
        CODE.replace('-', "–"),
        CODE.replace('-', " "),
        CODE.replace('-', "\n"),
        "the code".to_owned(),
        "ABC.DEF".to_owned(),
        "%FF%FE".to_owned(),
        format!("\"{CODE}\""),
    ] {
        assert_eq!(
            typed(&text),
            Err(TypedCodeError::WrongCharacter),
            "{text:?}"
        );
    }
}

#[test]
fn an_address_without_a_code_is_told_from_a_code_without_its_rest() {
    for text in [
        "https://shikimori.io/",
        "https://shikimori.io/oauth/authorize/native",
        "https://shikimori.io/oauth/authorize/",
        "https://shikimori.io/oauth/authorize?client_id=x&response_type=code",
        "https://shikimori.io/oauth/authorize/native?error=server_error",
    ] {
        assert_eq!(typed(text), Err(TypedCodeError::NoCodeInAddress), "{text}");
    }
    for text in ["", " \n", "code=", "https://x/oauth/authorize/native?code="] {
        assert_eq!(typed(text), Err(TypedCodeError::Empty), "{text:?}");
    }
}

#[test]
fn the_page_of_a_no_is_understood() {
    let page =
        "https://shikimori.io/oauth/authorize/native?error=access_denied&error_description=x";
    assert_eq!(typed(page), Err(TypedCodeError::Denied));
}

#[test]
fn codes_and_their_errors_do_not_print_what_was_typed() {
    let code = AuthorizationCode::typed(CODE).unwrap();
    assert_eq!(format!("{code:?}"), "AuthorizationCode([redacted])");
    for text in ["canary", "can ary", &"canary".repeat(9)] {
        let error = AuthorizationCode::typed(text).unwrap_err();
        let shown = format!("{error:?}");
        assert!(!shown.contains("canary"), "{shown}");
    }
}

#[test]
fn a_redirect_may_bring_a_code_of_any_shape_that_can_be_sent() {
    for good in ["a", "SplxlOBeZQQYbYS6WxSbIA", "with.dots~and/slashes+"] {
        assert_eq!(AuthorizationCode::received(good).unwrap().expose(), good);
    }
    for bad in ["", "\n", "\u{e9}", &"a".repeat(5000)] {
        assert!(AuthorizationCode::received(bad).is_none(), "{bad:?}");
    }
}

proptest! {
    #[test]
    fn every_code_survives_every_way_of_bringing_it(code in "[A-Za-z0-9_-]{43}") {
        for text in [code.clone(), format!(" {code} "), format!("{OLD}{code}"), format!("{NEW}{code}")] {
            prop_assert_eq!(typed(&text), Ok(code.clone()));
        }
    }

    #[test]
    fn whatever_is_typed_nothing_breaks(text in ".{0,120}") {
        if let Ok(code) = AuthorizationCode::typed(&text) {
            prop_assert_eq!(code.expose().len(), AuthorizationCode::LENGTH);
        }
    }
}
