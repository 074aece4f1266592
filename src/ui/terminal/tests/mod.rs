//! The picture is scanned, measured and read; the steps are what the command promises. Here: a code on the screen;
//! `charset`: terminals that show less; `client`: a client id that is typed; `consent`: a page; `stops`: the ends; `typing`: what is typed.

mod charset;
mod client;
mod consent;
mod hostile_input;
mod lengths;
mod stops;
#[cfg(unix)]
mod typing;

use std::time::{Duration, Instant};

use ratatui::layout::Size;
use ratatui::style::Color;
use ratatui::text::Line;
use url::Url;

use super::charset::{Charset, Symbol};
use super::lines::Lines;
use super::picture::{self, Canvas, Text};
use super::session::Step;
use super::{Options, session};
use crate::auth::{
    Account, DeviceAuthorization, FileAction, Flow, KeyringTrouble, Rejection, StoreError,
    StoreLocation, SystemError, Trouble, UserCode,
};
use crate::pairing::{Check, Delay, FailedAction, Intent, Notice, Stop, View, Waiting};
use crate::system::clock;
use crate::ui::UiContext;
use crate::ui::presentation::{Medium, Presentation, Terminal};
use crate::words::{Language, Words};

const USUAL: Size = Size::new(80, 24);

fn context() -> UiContext {
    UiContext {
        pin_page: "simkl.com/pin".into(),
        apps_page: "https://simkl.com/settings/connected-apps".into(),
        developer_page: "https://simkl.com/settings/developer".into(),
        config_file: "/home/ann/.config/couchpin/config.toml".into(),
        client_id_source: Some("/home/ann/.config/couchpin/config.toml".into()),
        ..UiContext::default()
    }
}

fn waiting(code: &str, complete: &str, now: Instant) -> Waiting {
    Waiting {
        code: DeviceAuthorization {
            user_code: UserCode::parse(code).unwrap(),
            device_code: None,
            verification_uri: Url::parse("https://simkl.com/pin").unwrap(),
            verification_uri_complete: Url::parse(complete).unwrap(),
            expires_in: Duration::from_mins(15),
            interval: Duration::from_secs(5),
        },
        expires_at: now + Duration::from_secs(14 * 60 + 5),
        last_answer: Some(now),
        trouble: None,
        notice: None,
        replacing: false,
        on_phone: false,
    }
}

fn pin(now: Instant) -> Waiting {
    waiting("K7RQ4", "https://simkl.com/pin/K7RQ4", now)
}

fn device(now: Instant) -> Waiting {
    let complete = "https://simkl.com/pin?user_code=BDWP-HQPK";
    waiting("BDWP-HQPK", complete, now)
}

fn shown(waiting: Waiting) -> View {
    View::Waiting(Box::new(waiting))
}

fn clock_is_wrong(now: Instant) -> Delay {
    Delay {
        trouble: Trouble::Clock(std::time::UNIX_EPOCH),
        next_try: now + Duration::from_mins(1),
    }
}

fn paired(fresh: bool, check: Check) -> View {
    View::Paired {
        account: Some(Account {
            id: "4242".into(),
            name: "Ann".into(),
        }),
        portrait: None,
        place: StoreLocation::Keyring,
        fresh,
        check,
        lacks_scope: false,
        failed_action: None,
        instead_of: None,
        refreshable: true,
    }
}

fn rejected(rejection: Rejection) -> View {
    View::Stopped(Stop::Rejected(vec![(Flow::Pin, rejection)]))
}

/// One of each, the longest of its kind.
fn all(now: Instant) -> Vec<View> {
    let why = StoreError::Io {
        doing: FileAction::Write,
        path: "/state/simkl.json".into(),
        why: SystemError::DiskFull,
    };
    let trouble = Some(clock_is_wrong(now));
    let worst = Waiting {
        trouble,
        notice: Some(Notice::CodeGone),
        ..device(now)
    };
    vec![
        View::Starting,
        View::Unreadable(StoreError::Locked(KeyringTrouble::Locked)),
        View::Asking {
            on_phone: false,
            trouble,
            notice: Some(Notice::Expired),
        },
        shown(pin(now)),
        shown(worst),
        View::Resting,
        View::Stopped(Stop::Denied),
        rejected(Rejection::NoClientId),
        View::Storing,
        View::CannotStore { why, trying: false },
        paired(true, Check::Pending),
        View::Refused { account: None },
        View::Forgetting,
    ]
}

fn draw(view: &View, size: Size, now: Instant) -> Vec<Line<'static>> {
    draw_on(view, utf8(size), now)
}

fn draw_on(view: &View, canvas: Canvas, now: Instant) -> Vec<Line<'static>> {
    let words = Words::of(Language::English);
    picture(words, &context(), view, None, canvas, now)
}

fn picture(
    words: &Words,
    context: &UiContext,
    view: &View,
    note: Option<&str>,
    canvas: Canvas,
    now: Instant,
) -> Vec<Line<'static>> {
    let shown = present(words, context, view, now);
    picture::picture(|with_qr| Text::of(&shown, note, with_qr), canvas)
}

fn present<'a>(
    words: &Words,
    context: &UiContext,
    view: &'a View,
    now: Instant,
) -> Presentation<'a> {
    Presentation::of(view, words, context, Medium::Terminal, now)
}

fn step(view: &View, again: bool, words: &Words, context: &UiContext) -> Step {
    let mut options = Options { again, open: false };
    session::step(
        view,
        session::shown(view, words, context).terminal,
        &mut options,
    )
}

fn last_word(view: &View, words: &Words, context: &UiContext) -> Option<String> {
    super::last_word(view, &session::shown(view, words, context).terminal)
}

fn utf8(size: Size) -> Canvas {
    Canvas {
        size,
        charset: Charset::Utf8,
        symbol: Some(Symbol::HalfBlocks),
    }
}

fn text(lines: &[Line]) -> String {
    let lines: Vec<_> = lines.iter().map(ToString::to_string).collect();
    let text = lines.join(" ").replace(['█', '▀', '▄'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a phone reads in the lines: only what stands between the QR's colours is looked at.
fn scan(lines: &[Line]) -> Option<String> {
    let spans = lines.iter().filter_map(|line| line.spans.first());
    let rows: Vec<Vec<char>> = spans
        .filter(|span| span.style.fg == Some(Color::Indexed(16)))
        .filter(|span| span.style.bg == Some(Color::Indexed(231)))
        .map(|span| span.content.chars().collect())
        .collect();
    let side = rows.first()?.len();
    let dark = |x: usize, y: usize| match rows[y / 2][x] {
        '█' => true,
        '▀' => y.is_multiple_of(2),
        '▄' => !y.is_multiple_of(2),
        _ => false,
    };
    let scale = 4;
    let (width, height) = (side * scale, rows.len() * 2 * scale);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        if dark(x / scale, y / scale) { 0 } else { 255 }
    });
    let grids = image.detect_grids();
    Some(grids.first()?.decode().ok()?.1)
}

#[test]
fn on_80_by_24_stand_code_address_countdown_status_and_a_qr_that_scans() {
    let now = clock::now();
    for waiting in [pin(now), device(now)] {
        let code = waiting.code.user_code.expose().to_owned();
        let complete = waiting.code.verification_uri_complete.to_string();
        let lines = draw(&shown(waiting), USUAL, now);
        assert_eq!(scan(&lines), Some(complete));
        let text = text(&lines);
        for part in [&*code, "simkl.com/pin", "14:05", "Waiting for your phone"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}

#[test]
fn the_qr_has_its_quiet_zone_all_around() {
    let now = clock::now();
    let lines = draw(&shown(pin(now)), USUAL, now);
    let qr: Vec<String> = lines
        .iter()
        .map(|line| line.to_string().chars().take(37).collect())
        .collect();
    let quiet = |text: &str| text.chars().all(|cell| cell == ' ');
    assert_eq!(qr.len(), 19);
    assert!(qr[..2].iter().all(|line| quiet(line)));
    assert!(qr[17..].iter().all(|line| quiet(line)));
    for line in &qr {
        let cells: Vec<_> = line.chars().collect();
        assert!(cells[..4].iter().chain(&cells[33..]).all(|c| *c == ' '));
    }
}

#[test]
fn a_line_breaks_between_words_and_chinese_and_japanese_not_before_a_full_stop() {
    let wrapped = |text: &str, width| -> Vec<String> {
        let paragraph = picture::Paragraph {
            lead: "1 ",
            text: text.into(),
            ..picture::Paragraph::default()
        };
        let lines = paragraph.wrap(width);
        lines.iter().map(ToString::to_string).collect()
    };
    assert_eq!(wrapped("one two three", 9), ["1 one two", "  three"]);
    let japanese = wrapped("承認します。Simklで", 12);
    assert_eq!(japanese, ["1 承認しま", "  す。Simkl", "  で"]);
    assert_eq!(wrapped("K7RQ4K7RQ4", 7), ["1 K7RQ4", "  K7RQ4"]);
}

fn assert_fits(lines: &[Line], size: Size, view: &View) {
    let most = usize::from(size.height);
    assert!(lines.len() <= most, "{size} {}", view.name());
    for line in lines {
        let most = usize::from(size.width).saturating_sub(1).max(1);
        assert!(line.width() <= most, "{size}: {line}");
    }
}

#[test]
fn nothing_is_wider_or_taller_than_the_window_whatever_its_size() {
    let now = clock::now();
    for (columns, rows) in [
        (80, 24),
        (120, 50),
        (64, 20),
        (40, 24),
        (80, 10),
        (20, 5),
        (3, 2),
        (1, 1),
    ] {
        for view in all(now) {
            let lines = draw(&view, Size::new(columns, rows), now);
            assert_fits(&lines, Size::new(columns, rows), &view);
        }
    }
}

#[test]
fn a_window_too_small_for_the_qr_still_has_the_code() {
    let now = clock::now();
    for (columns, rows) in [(60, 24), (80, 18), (40, 8), (20, 4)] {
        let lines = draw(&shown(pin(now)), Size::new(columns, rows), now);
        assert_eq!(scan(&lines), None);
        let text = text(&lines);
        assert!(text.contains("K7RQ4"), "{columns}×{rows}: {text}");
        assert!(text.contains("simkl.com/pin"), "{columns}×{rows}: {text}");
    }
}

#[test]
fn trouble_keeps_the_code_and_the_qr_and_a_new_code_is_announced() {
    let now = clock::now();
    let troubled = Waiting {
        trouble: Some(clock_is_wrong(now)),
        notice: Some(Notice::Expired),
        ..device(now)
    };
    let lines = draw(&shown(troubled), USUAL, now);
    assert!(scan(&lines).is_some());
    let text = text(&lines);
    for part in [
        "BDWP-HQPK",
        "New code.",
        "date is wrong",
        "Your code still works. Trying again in 60 s",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn plain_lines_have_no_control_codes_and_no_qr_and_say_each_thing_once() {
    let (now, words, context) = (clock::now(), Words::of(Language::English), context());
    let mut lines = Lines::default();
    let mut said = Vec::new();
    for view in all(now) {
        said.extend(lines.news(&present(words, &context, &view, now), None));
        let later = now + Duration::from_secs(3);
        let again = lines.news(&present(words, &context, &view, later), None);
        assert_eq!(again, Vec::<String>::new(), "{}", view.name());
    }
    let said = said.join("\n");
    let wrong = |letter: char| letter.is_control() && letter != '\n' || "█▀▄".contains(letter);
    assert!(!said.contains(wrong), "{said}");
    assert_eq!(said.matches("Code: ").count(), 2, "{said}");
    assert!(said.contains("https://simkl.com/pin/K7RQ4"), "{said}");
}

#[test]
fn a_pairing_ends_with_all_that_a_person_must_know_of_it() {
    let (words, context) = (Words::of(Language::English), context());
    let mut view = paired(true, Check::Good);
    if let View::Paired {
        instead_of,
        refreshable,
        failed_action,
        ..
    } = &mut view
    {
        *failed_action = Some(FailedAction::KeepClient);
        *refreshable = false;
        *instead_of = Some(Account {
            id: "7".into(),
            name: "Bob".into(),
        });
    }
    let said = last_word(&view, words, &context).unwrap();
    assert!(
        said.contains("This is a different account than before (Bob)."),
        "{said}"
    );
    assert!(said.contains("around April 2027"), "{said}");
    assert!(said.contains("Couldn’t save the client ID"), "{said}");
    let wanted = "the type Mobile, desktop & browser apps";
    assert!(said.contains(wanted), "{said}");
    assert!(said.ends_with("http://127.0.0.1/callback"), "{said}");
}

#[test]
fn a_pairing_ends_with_whose_it_is_and_where_it_is_kept() {
    let (words, context) = (Words::of(Language::English), context());
    let step = |view: &View, again| step(view, again, words, &context);
    assert_eq!(step(&paired(true, Check::Pending), true), Step::GoOn);
    let done = Step::End(Ok(
        "Signed in as Ann, stored in this computer’s keyring".into()
    ));
    let unknown = Check::Refused(Rejection::Code);
    for check in [Check::Good, unknown] {
        assert_eq!(step(&paired(true, check), true), done);
    }
    let early = last_word(&paired(true, Check::Pending), words, &context);
    assert_eq!(Step::End(Ok(early.unwrap())), done);
    assert_eq!(last_word(&View::Storing, words, &context), None);
}

#[test]
fn an_earlier_pairing_is_kept_unless_it_is_done_again() {
    let (words, context) = (Words::of(Language::English), context());
    let earlier = paired(false, Check::Good);
    let Step::End(Ok(said)) = step(&earlier, false, words, &context) else {
        panic!()
    };
    assert!(said.starts_with("Already signed in as Ann"), "{said}");
    let again = Step::Send(Intent::PairAgain, None);
    let unchecked = paired(false, Check::Pending);
    assert_eq!(step(&unchecked, true, words, &context), again);
    let failed = View::Unreadable(StoreError::NoAnswer);
    assert_eq!(step(&failed, true, words, &context), again);
    let locked = View::Unreadable(StoreError::Locked(KeyringTrouble::Locked));
    let in_file = Step::Send(Intent::PairInFile, None);
    assert_eq!(step(&locked, true, words, &context), in_file);
    let refused = View::Refused { account: None };
    let step = step(&refused, false, words, &context);
    assert!(matches!(step, Step::Send(Intent::PairAgain, Some(_))));
}

#[test]
fn what_only_a_person_can_mend_ends_it_with_a_sentence_and_a_code() {
    let (words, context) = (Words::of(Language::English), context());
    let wrong_id = Rejection::ClientId {
        error: "client_id_failed".into(),
    };
    let other = Rejection::Other {
        status: 403,
        error: "nope".into(),
    };
    for (view, code, part) in [
        (View::Resting, 3, "in time"),
        (View::Stopped(Stop::Denied), 3, "declined"),
        (rejected(Rejection::NoClientId), 2, "[simkl]"),
        (
            rejected(Rejection::NoClientSecret),
            2,
            "client ID and secret",
        ),
        (rejected(wrong_id), 2, "config.toml"),
        (rejected(other), 1, "403 nope"),
        (
            View::Unreadable(StoreError::Locked(KeyringTrouble::Locked)),
            4,
            "--again",
        ),
        (View::Unreadable(StoreError::NoAnswer), 5, "--again"),
    ] {
        let Step::End(Err(failure)) = step(&view, false, words, &context) else {
            panic!("{}", view.name())
        };
        assert_eq!(failure.code, code, "{}", view.name());
        assert!(failure.sentence.contains(part), "{}", failure.sentence);
    }
}

#[test]
fn without_a_client_id_the_types_of_application_are_told_apart() {
    let words = Words::of(Language::English);
    let view = rejected(Rejection::NoClientId);
    let Step::End(Err(failure)) = step(&view, false, words, &context()) else {
        panic!("it ends");
    };
    for part in [
        "(type: Mobile, desktop & browser apps; redirect URI: http://127.0.0.1/callback)",
        "TV, devices & command line works for codes only",
    ] {
        assert!(failure.sentence.contains(part), "{}", failure.sentence);
    }
}

#[test]
fn the_page_is_opened_for_the_first_code_and_for_no_other() {
    let now = Instant::now();
    let mut options = Options {
        open: true,
        ..Options::default()
    };
    let mut opens = |view: &View| {
        let step = session::step(view, Terminal::default(), &mut options);
        step == Step::Send(Intent::OpenHere, None)
    };
    assert!(!opens(&View::Starting));
    assert!(opens(&shown(pin(now))));
    assert!(!opens(&shown(device(now))));
    options.open = false;
    let step = session::step(&shown(pin(now)), Terminal::default(), &mut options);
    assert_eq!(step, Step::GoOn, "it was not asked for");
}

#[test]
fn whether_a_browser_opened_is_one_line_beside_the_code() {
    let (now, words) = (Instant::now(), Words::of(Language::English));
    let mut lines = Lines::default();
    let view = |notice| shown(Waiting { notice, ..pin(now) });
    let mut news = |notice| lines.news(&present(words, &context(), &view(notice), now), None);
    assert!(news(None)[0].starts_with("Code: K7RQ4"));
    for (notice, said) in [
        (Notice::OpeningHere, "Opening a browser on this computer…"),
        (
            Notice::OpenedHere,
            "Opened in the browser. Compare the code there, and approve.",
        ),
        (
            Notice::NotOpenedHere,
            "Couldn’t open a browser (xdg-utils). Use your phone.",
        ),
    ] {
        assert_eq!(news(Some(notice)), [said]);
    }
}
