//! The pairing screen: the code, the QR, how long it is good, and how the approval goes.
//!
//! Everything has its final place from the first frame; where something is not known yet stands an empty tile of the
//! same size.

use std::time::{Duration, Instant};

use egui::{CornerRadius, Rect, Ui, pos2, vec2};

use super::UiContext;
use super::accessibility;
use super::choice::Choice;
use super::qr::{self, Qr};
use super::stage::{Stage, Style, heading, style};
use super::tall;
use super::theme::{self, Tone, Weight};
use super::tiles;
use crate::auth::DeviceAuthorization;
use crate::auth::shown;
use crate::pairing::{Delay, Notice, Waiting};
use crate::ui::symbol;
use crate::words::{Words, trouble};

/// The QR plate's place and size beside the code.
pub(super) const PLATE: (f32, f32, f32) = (1177.0, 128.0, 627.0);
/// The same, when it is made bigger.
pub(super) const BIG_PLATE: (f32, f32, f32) = (theme::LEFT, 61.0, 957.0);

/// The address in large text: Inter's capitals are 0.727 of its size, and large text adds a quarter.
pub(super) const LARGE_ADDRESS: Style = style(Weight::Bold, 82.0, Tone::Bright);

/// What the pairing screen shows; `code` is `None` while there is none.
pub(super) struct PairingContent<'a> {
    /// The living code.
    pub code: Option<&'a Waiting>,
    /// Trouble, with or without a code.
    pub trouble: Option<Delay>,
    /// What a person must be told.
    pub notice: Option<&'a Notice>,
}

/// Draws everything but the buttons.
pub(super) fn draw(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    context: &UiContext,
    shown: &PairingContent<'_>,
    qr: &mut Qr,
    now: Instant,
) {
    if stage.is_tall() {
        return tall::pairing(ui, stage, words, context, shown, qr, now);
    }
    let service = context.service();
    let code = shown.code.map(|waiting| &waiting.code);
    let title = words.with("pairing-title", [("service", service.into())]);
    let (title_y, notice_y) = top(stage);
    stage.left(
        theme::LEFT,
        title_y,
        heading(Weight::Bold, 64.0, Tone::Bright),
        1020.0,
        &title,
    );
    if let Some(notice) = shown.notice {
        let text = trouble::notice(words, notice, service);
        stage.left(
            theme::LEFT,
            notice_y,
            style(Weight::SemiBold, 32.0, Tone::Accent),
            1020.0,
            &text,
        );
    }

    let body = style(Weight::Regular, 40.0, Tone::Text);
    let url = address(code, context);
    let (open, check) = steps(words, context, &url);
    number(stage, "1", if stage.is_large() { 282.0 } else { 294.0 });
    if stage.is_large() {
        // Capitals of 74 px and more, as the code's own.
        stage.left(204.0, 282.0, LARGE_ADDRESS, 933.0, &url);
        number(stage, "2", 378.0);
        stage.left(204.0, 378.0, body, 933.0, &check);
    } else {
        stage.line_with(204.0, 294.0, body, 933.0, &open, &url);
        number(stage, "2", 372.0);
        stage.left(204.0, 372.0, body, 933.0, &check);
    }
    let code_alone = code.map(|code| code.user_code.expose());
    tiles::show(stage, ui, words, code_alone, tiles::PLACE);
    number(stage, "3", 722.0);
    stage.left(204.0, 722.0, body, 933.0, &words.get("pairing-approve"));
    let beware = style(Weight::Regular, 30.0, Tone::Faint);
    stage.left(204.0, 779.0, beware, 933.0, &words.get("pairing-beware"));

    let (x, y, side) = PLATE;
    match code {
        Some(code) => qr.show(
            stage,
            words,
            pos2(x, y),
            side,
            scanned(code),
            &qr_name(words, &url),
        ),
        None => qr::plate(stage, pos2(x, y), side, stage.color(Tone::Surface)),
    }
    if let Some(waiting) = shown.code {
        countdown(stage, words, &waiting.into(), x, 806.0, side, now);
    }
    status(stage, words, service, shown, now);
}

/// Where title and notice stand. Large words need the steps' room for the address, which has to be typed; the title
/// moves up a little.
pub(super) fn top(stage: &Stage<'_>) -> (f32, f32) {
    if stage.is_large() {
        (110.0, 190.0)
    } else {
        (164.0, 227.0)
    }
}

/// Draws the bigger QR: with the code and the address beside it, for each is enough alone.
pub(super) fn draw_bigger(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    context: &UiContext,
    waiting: &Waiting,
    qr: &mut Qr,
    now: Instant,
) {
    if stage.is_tall() {
        return tall::bigger_pairing(ui, stage, words, context, waiting, qr, now);
    }
    let code = &waiting.code;
    let url = address(Some(code), context);
    let (x, y, side) = BIG_PLATE;
    qr.show(
        stage,
        words,
        pos2(x, y),
        side,
        scanned(code),
        &qr_name(words, &url),
    );
    let (x, room) = (1133.0, theme::RIGHT - 1133.0);
    let open = words.with("pairing-open-short", [("url", url.as_str().into())]);
    let check = words.get("pairing-check");
    let body = style(Weight::Regular, 40.0, Tone::Text);
    stage.line_with(x, 150.0, body, room, &open, &url);
    stage.left(x, 226.0, body, room, &check);
    let height = if stage.is_large() { 150.0 } else { 190.0 };
    let large = style(Weight::Mono, height, Tone::Bright);
    let place = stage.code(x, 386.0, large, room, code.user_code.expose());
    accessibility::code(ui, place, words, Some(code.user_code.expose()));
    stage.left(x, 544.0, body, room, &words.get("pairing-approve"));
    let beware = style(Weight::Regular, 30.0, Tone::Faint);
    let middle = if stage.is_large() { 624.0 } else { 610.0 };
    let beside = vec2(room, 92.0);
    stage.note(x, middle, beware, beside, &words.get("pairing-beware"));
    countdown(stage, words, &waiting.into(), x, 806.0, room, now);
    let shown = PairingContent {
        code: Some(waiting),
        trouble: waiting.trouble,
        notice: None,
    };
    if let Some(delay) = shown.trouble {
        let text = trouble::delay(words, delay, context.service(), true, now);
        let remark = style(Weight::Regular, 32.0, Tone::Accent);
        stage.note(x, 724.0, remark, vec2(room, 102.0), &text);
    }
}

/// The row's place in landscape orientation, on this screen and beside the bigger QR.
pub(super) const ROW: (f32, f32) = (theme::LEFT, 932.0);
/// See [`ROW`].
const BIGGER_ROW: (f32, f32) = (1133.0, 930.0);

/// Draws the buttons; returns the one that was pointed at and clicked.
pub(super) fn row(stage: &Stage<'_>, keys: &[Choice], focused: usize) -> Option<usize> {
    if stage.is_tall() {
        return tall::beside_the_qr(stage, keys, focused);
    }
    stage.row(ROW.0, ROW.1, keys, focused)
}

/// Draws those of the bigger QR.
pub(super) fn bigger_row(stage: &Stage<'_>, keys: &[Choice], focused: usize) -> Option<usize> {
    if stage.is_tall() {
        return tall::stack(stage, tall::BIGGER_BUTTONS, keys, focused);
    }
    stage.row(BIGGER_ROW.0, BIGGER_ROW.1, keys, focused)
}

/// What to do with the address, and what to compare.
pub(super) fn steps(words: &Words, context: &UiContext, url: &str) -> (String, String) {
    let (open, check) = if context.demo.is_some() {
        ("pairing-open-here", "pairing-check-here")
    } else {
        ("pairing-open", "pairing-check")
    };
    (words.with(open, [("url", url.into())]), words.get(check))
}

/// What the symbol is to those who do not see it.
pub(super) fn qr_name(words: &Words, url: &str) -> String {
    words.with("pairing-qr", [("url", url.into())])
}

/// What a phone scans: the address with the code in it, and where that is too long for a symbol the one without.
pub(super) fn scanned(code: &DeviceAuthorization) -> &str {
    symbol::shorter_if_needed(
        code.verification_uri_complete.as_str(),
        code.verification_uri.as_str(),
    )
}

/// The address to type.
pub(super) fn address(code: Option<&DeviceAuthorization>, context: &UiContext) -> String {
    shown::address(code.map_or(context.pin_page.as_str(), |code| {
        code.verification_uri.as_str()
    }))
}

/// The number of a step.
pub(super) fn number(stage: &Stage<'_>, digit: &str, y: f32) {
    stage
        .painter()
        .circle_filled(stage.at(146.0, y), 30.0, stage.color(Tone::Raised));
    let text = style(Weight::SemiBold, 32.0, Tone::Bright);
    stage.centred(146.0, y, text, 60.0, digit);
}

/// How long something is good.
pub(super) struct Countdown {
    /// When it ends.
    pub(super) ends: Instant,
    /// How long that was at the beginning.
    pub(super) whole: Duration,
}

impl From<&Waiting> for Countdown {
    fn from(waiting: &Waiting) -> Self {
        Self {
            ends: waiting.expires_at,
            whole: waiting.code.expires_in,
        }
    }
}

/// Draws it.
pub(super) fn countdown(
    stage: &Stage<'_>,
    words: &Words,
    countdown: &Countdown,
    x: f32,
    y: f32,
    width: f32,
    now: Instant,
) {
    let left = countdown.ends.saturating_duration_since(now);
    let label = style(Weight::Regular, 32.0, Tone::Quiet);
    stage.left(x, y, label, width * 0.6, &words.get("pairing-good-for"));
    let time = style(Weight::Bold, 34.0, Tone::Bright);
    let text = trouble::time_left(words, left);
    stage.right(x + width, y, time, width * 0.5, &text);
    bar(stage, countdown, (x, y + 40.0, width), now);
}

/// The same as a bar that becomes shorter.
pub(super) fn bar(
    stage: &Stage<'_>,
    countdown: &Countdown,
    (x, y, width): (f32, f32, f32),
    now: Instant,
) {
    let left = countdown.ends.saturating_duration_since(now);
    let bar = stage.rect(x, y, width, 8.0);
    stage
        .painter()
        .rect_filled(bar, CornerRadius::same(4), stage.color(Tone::Raised));
    let part = left.as_secs_f32() / countdown.whole.as_secs_f32().max(1.0);
    let filled = Rect::from_min_size(bar.min, vec2(width * part.clamp(0.0, 1.0), 8.0));
    stage
        .painter()
        .rect_filled(filled, CornerRadius::same(4), stage.color(Tone::Accent));
}

/// One quiet line that tells the truth.
fn status(
    stage: &Stage<'_>,
    words: &Words,
    service: &str,
    shown: &PairingContent<'_>,
    now: Instant,
) {
    let text = trouble::status(words, shown.code, shown.trouble, service, now);
    let place = (128.0, 866.0);
    mark(stage, place, shown.trouble.is_some(), shown.code.is_some());
    let remark = style(Weight::Regular, 32.0, tone(shown.trouble.is_some()));
    stage.note(152.0, 866.0, remark, vec2(985.0, 100.0), &text);
}

/// The colour of the status.
pub(super) fn tone(trouble: bool) -> Tone {
    if trouble { Tone::Accent } else { Tone::Quiet }
}

/// The mark before the status; `alive` when there is something to wait for.
pub(super) fn mark(stage: &Stage<'_>, (x, y): (f32, f32), trouble: bool, alive: bool) {
    // Trouble has another shape, not only another colour.
    let mark = stage.at(x, y);
    if trouble {
        let points = [
            vec2(0.0, -13.0),
            vec2(13.0, 0.0),
            vec2(0.0, 13.0),
            vec2(-13.0, 0.0),
        ];
        let diamond = points.iter().map(|offset| mark + *offset).collect();
        stage.painter().add(egui::Shape::convex_polygon(
            diamond,
            stage.color(Tone::Accent),
            egui::Stroke::NONE,
        ));
    } else {
        let color = if alive { Tone::Good } else { Tone::Faint };
        stage
            .painter()
            .circle_filled(mark, 10.0, stage.color(color));
    }
}
