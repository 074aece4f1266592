//! A sign-in through a page: what the picture and the lines say of it.

use ratatui::style::Modifier;

use super::*;
use crate::auth::{Secret, Service, TypedCodeError};
use crate::pairing::{CodeSource, Consent, NoPhone, PhonePage, Progress, SetUp, SignInMethod};
use crate::ui::terminal::session::no_code;

const PAGE: &str = "http://192.168.100.200:40123/abcdefghijkmnpqrstuvwxyz23";
/// As long as it is at Shikimori.
const ADDRESS: &str = "https://shikimori.io/oauth/authorize?client_id=0123456789012345678901234567890123456789012&redirect_uri=urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob&response_type=code&scope=user_rates";

pub(super) fn shikimori(language: Language) -> UiContext {
    UiContext {
        provider: Service::shikimori(),
        developer_page: "https://shikimori.io/oauth/applications".into(),
        language,
        ..context()
    }
}

pub(super) fn page() -> PhonePage {
    PhonePage {
        url: Secret::new(PAGE),
        number: Secret::new("4711"),
        expires_in: Duration::from_mins(30),
    }
}

fn consent(code_source: CodeSource, now: Instant) -> Consent {
    Consent {
        way: SignInMethod::ManualCode,
        address: Url::parse(ADDRESS).unwrap(),
        redirect_uri: "urn:ietf:wg:oauth:2.0:oob".into(),
        code_source,
        progress: Progress::default(),
        expires_at: now + Duration::from_secs(29 * 60 + 5),
        expires_in: Duration::from_mins(30),
        notice: None,
    }
}

fn on_a_phone(now: Instant) -> Consent {
    consent(CodeSource::Phone(page()), now)
}

fn consenting(consent: Consent) -> View {
    View::AwaitingCode(Box::new(consent))
}

pub(super) fn setting_up(page: Option<PhonePage>, now: Instant) -> View {
    View::SettingUp(Box::new(SetUp {
        page,
        progress: Progress::default(),
        expires_at: now + Duration::from_mins(30),
    }))
}

fn delay(now: Instant) -> Delay {
    Delay {
        trouble: Trouble::ServiceDown,
        next_try: now + Duration::from_secs(10),
    }
}

/// One of each, the longest of its kind.
fn all_of_pages(now: Instant) -> Vec<View> {
    let worst = Consent {
        progress: Progress {
            opened: true,
            wrong_numbers: 4,
            ..Progress::default()
        },
        notice: Some(Notice::CodeRefused),
        ..on_a_phone(now)
    };
    vec![
        setting_up(None, now),
        setting_up(Some(page()), now),
        consenting(on_a_phone(now)),
        consenting(worst),
        consenting(consent(CodeSource::Typing(NoPhone::SwitchedOff), now)),
        consenting(consent(CodeSource::Browser, now)),
        View::Exchanging { trouble: None },
        View::Exchanging {
            trouble: Some(delay(now)),
        },
    ]
}

fn draw_in(language: Language, view: &View, size: Size, now: Instant) -> Vec<Line<'static>> {
    let words = Words::of(language);
    picture(words, &shikimori(language), view, None, utf8(size), now)
}

fn draw(view: &View, size: Size, now: Instant) -> Vec<Line<'static>> {
    draw_in(Language::English, view, size, now)
}

/// Without its line ends, as a browser takes what is pasted.
fn joined(lines: &[Line]) -> String {
    lines.iter().map(ToString::to_string).collect()
}

#[test]
fn on_80_by_24_stand_a_qr_to_the_page_its_address_the_number_and_the_other_way() {
    let now = clock::now();
    let lines = draw(&consenting(on_a_phone(now)), USUAL, now);
    assert_eq!(scan(&lines).as_deref(), Some(PAGE));
    let mut spans = lines.iter().flat_map(|line| &line.spans);
    let number = spans.find(|span| span.content.trim() == "4711").unwrap();
    assert!(number.style.has_modifier(Modifier::BOLD), "{number:?}");
    assert!(joined(&lines).contains(ADDRESS), "{lines:#?}");
    let text = text(&lines);
    for part in [
        "Sign in to Shikimori",
        "With your phone: http://192.168",
        "When it asks, type this number",
        "29:05",
        "Waiting for your phone",
        "paste the code here and press Enter",
        "same network",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn in_every_language_the_qr_and_the_number_fit_80_by_24() {
    let now = clock::now();
    for language in Language::ALL {
        for view in all_of_pages(now) {
            let has_page = match &view {
                View::SettingUp(set_up) => set_up.page.is_some(),
                View::AwaitingCode(consent) => matches!(consent.code_source, CodeSource::Phone(_)),
                _ => false,
            };
            let lines = draw_in(language, &view, USUAL, now);
            assert!(lines.len() <= 24);
            assert_eq!(scan(&lines).is_some(), has_page, "{language:?} {lines:#?}");
            assert_eq!(text(&lines).contains("4711"), has_page, "{language:?}");
        }
    }
}

#[test]
fn in_every_language_80_by_24_hold_all_that_is_said() {
    let now = clock::now();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for language in Language::ALL {
        let (words, context) = (Words::of(language), shikimori(language));
        for view in all(now).iter().chain(&all_of_pages(now)) {
            let lines = picture(words, &context, view, None, utf8(USUAL), now);
            assert_fits(&lines, USUAL, view);
            let shown = squeezed(&text(&lines));
            let said = Text::of(
                &present(words, &context, view, now),
                None,
                scan(&lines).is_some(),
            );
            for paragraph in said.full {
                let whole = squeezed(&paragraph.text);
                assert!(shown.contains(&whole), "{language:?}: {whole} in {shown}");
            }
        }
    }
}

#[test]
fn what_happens_on_the_page_is_told_and_a_fault_beside_it() {
    let now = clock::now();
    let shown = |opened, wrong_numbers, notice, note| {
        let progress = Progress {
            opened,
            wrong_numbers,
            ..Progress::default()
        };
        let view = consenting(Consent {
            progress,
            notice,
            ..on_a_phone(now)
        });
        let (words, context) = (Words::of(Language::English), shikimori(Language::English));
        let lines = picture(words, &context, &view, note, utf8(USUAL), now);
        assert!(scan(&lines).is_some(), "{lines:#?}");
        text(&lines)
    };
    assert!(shown(true, 0, None, None).contains("The page is open on a phone"));
    assert!(shown(true, 2, None, None).contains("Wrong number, try 2 of 5"));
    let fault = "That is not the code. Only 20 of 43 characters.";
    let both = shown(true, 0, Some(Notice::CodeRefused), Some(fault));
    assert!(both.contains("didn’t accept that code"), "{both}");
    assert!(both.contains(fault), "{both}");
}

#[test]
fn without_a_page_the_address_is_scanned_where_it_fits_and_written_where_not() {
    let now = clock::now();
    let view = consenting(consent(CodeSource::Typing(NoPhone::NoNetwork), now));
    let lines = draw(&view, USUAL, now);
    assert_eq!(scan(&lines), None);
    assert!(joined(&lines).contains(ADDRESS), "{lines:#?}");
    for part in ["43 characters", "Then paste the code here", "29:05"] {
        assert!(text(&lines).contains(part), "{part} in {lines:#?}");
    }
    let large = Size::new(120, 50);
    let lines = draw(&view, large, now);
    assert_eq!(scan(&lines).as_deref(), Some(ADDRESS));
    assert!(joined(&lines).contains(ADDRESS), "{lines:#?}");
}

#[test]
fn where_no_application_is_known_both_ways_to_set_it_up_are_told() {
    let now = clock::now();
    let view = setting_up(Some(page()), now);
    let large = Size::new(90, 40);
    let lines = draw(&view, large, now);
    assert_eq!(scan(&lines).as_deref(), Some(PAGE));
    let text = text(&lines);
    for part in [
        "Set up Shikimori first",
        "4711",
        "Or create an application at shikimori.io/oauth/applications",
        "urn:ietf:wg:oauth:2.0:oob [shikimori] client_id = \"…\" client_secret = \"…\"",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn nothing_is_wider_or_taller_than_the_window_and_the_number_stays() {
    let now = clock::now();
    for (columns, rows) in [(80, 24), (120, 60), (60, 12), (40, 24), (20, 5), (3, 2)] {
        for view in all_of_pages(now) {
            let lines = draw(&view, Size::new(columns, rows), now);
            assert_fits(&lines, Size::new(columns, rows), &view);
        }
        let lines = draw(&consenting(on_a_phone(now)), Size::new(columns, rows), now);
        assert!(columns < 20 || text(&lines).contains("4711"), "{lines:#?}");
    }
}

#[test]
fn lines_say_each_thing_once_and_a_refused_code_again() {
    let now = clock::now();
    let (words, context) = (Words::of(Language::English), shikimori(Language::English));
    let mut lines = Lines::default();
    let mut said = Vec::new();
    for view in all_of_pages(now) {
        said.extend(lines.news(&present(words, &context, &view, now), None));
        let later = now + Duration::from_secs(3);
        let again = lines.news(&present(words, &context, &view, later), None);
        assert_eq!(again, Vec::<String>::new(), "{}", view.name());
    }
    let said = said.join("\n");
    let wrong = |letter: char| letter.is_control() && letter != '\n' || "█▀▄".contains(letter);
    assert!(!said.contains(wrong), "{said}");
    for (part, count) in [
        ("Set up Shikimori first", 1),
        // The page asks for the application, then for the code.
        (PAGE, 2),
        ("When it asks, type this number: 4711", 2),
        ("[shikimori]\nclient_id", 1),
        ("Or go to https://shikimori.io/oauth/authorize", 1),
        ("Go to: https://shikimori.io/oauth/authorize", 1),
        ("didn’t accept that code", 1),
        ("Wrong number, try 4 of 5", 1),
        ("Shikimori has a problem. Trying again", 1),
    ] {
        assert_eq!(said.matches(part).count(), count, "{part} in {said}");
    }
}

#[test]
fn what_is_no_code_is_told_in_words() {
    let (words, context) = (Words::of(Language::English), shikimori(Language::English));
    for (error, part) in [
        (TypedCodeError::Empty, "Nothing typed"),
        (
            TypedCodeError::CutAtHyphen { length: 20 },
            "20 of 43 characters. It may",
        ),
        (TypedCodeError::TooShort { length: 7 }, "Only 7 of 43"),
        (
            TypedCodeError::TooLong { length: 60 },
            "doesn’t look like Shikimori’s code",
        ),
        (
            TypedCodeError::WrongCharacter,
            "doesn’t look like Shikimori’s code",
        ),
        (
            TypedCodeError::NoCodeInAddress,
            "doesn’t look like Shikimori’s code",
        ),
        (TypedCodeError::Denied, "Access was not allowed"),
    ] {
        let said = no_code(words, &context, error);
        assert!(said.starts_with("That is not the code. "), "{said}");
        assert!(said.contains(part), "{part} in {said}");
    }
}
