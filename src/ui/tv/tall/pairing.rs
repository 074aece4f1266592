//! The pairing screen and those that stand like it: the steps and the code above, the QR below, and the buttons and the
//! time that is left beside the QR.

use std::time::Instant;

use egui::{Align, Rect, Ui, pos2, vec2};

use super::super::choice::Choice;
use super::super::page::{Number, PageContent as Page};
use super::super::pairing::{self as landscape, Countdown, LARGE_ADDRESS, PairingContent};
use super::super::qr::{self, Qr};
use super::super::stage::{Column, Flow, Stage, fitted_flow, heading, style};
use super::super::theme::{BUTTON_HEIGHT, Tone, Weight};
use super::super::tiles;
use super::{
    BELOW_BANNER, BELOW_NAME, BIGGER_BUTTONS, BOTTOM, GAP, LEFT, TOP, between, countdown, middle,
    width,
};
use crate::pairing::Waiting;
use crate::ui::tv::UiContext;
use crate::words::{Words, trouble};

/// The QR plate is not larger, so that it is as on a television in landscape orientation.
const LARGEST_PLATE: f32 = 627.0;
/// The buttons beside it are not narrower, and so far from it.
const BESIDE: f32 = 300.0;
const APART: f32 = 36.0;
/// Where the plate ends, and the middle and height of the status below it.
const PLATE_BOTTOM: f32 = 1656.0;
const STATUS: f32 = 1712.0;
const STATUS_HEIGHT: f32 = 84.0;
/// The bigger plate's bottom, above the time that is left.
const BIGGER_BOTTOM: f32 = BIGGER_BUTTONS - 128.0;

/// Where the plate stands, in stage pixels.
fn plate(stage: &Stage<'_>) -> Rect {
    let side = (width(stage) - APART - BESIDE).min(LARGEST_PLATE);
    Rect::from_min_size(pos2(LEFT, PLATE_BOTTOM - side), vec2(side, side))
}

/// What is beside it.
fn beside(stage: &Stage<'_>) -> Rect {
    let plate = plate(stage);
    let left = plate.right() + APART;
    Rect::from_min_max(
        pos2(left, plate.top()),
        pos2(LEFT + width(stage), plate.bottom()),
    )
}

/// The buttons beside the QR; returns the one that was pointed at and clicked.
pub(in crate::ui::tv) fn beside_the_qr(
    stage: &Stage<'_>,
    keys: &[Choice],
    focused: usize,
) -> Option<usize> {
    let room = beside(stage);
    // The demo has one more, for which they stand closer.
    let (height, gap) = if keys.len() > 3 {
        (80.0, 12.0)
    } else {
        (BUTTON_HEIGHT, GAP)
    };
    let whole = (height + gap) * keys.len() as f32 - gap;
    let place = Column {
        x: room.left(),
        y: room.bottom() - whole,
        width: room.width(),
        height,
        gap,
    };
    stage.column(&place, keys, focused)
}

/// The room of the words above the QR.
fn words_room(stage: &Stage<'_>, demo: bool) -> Rect {
    let top = match (stage.is_large(), demo) {
        // The program's name leaves its place to large words.
        (true, _) => TOP,
        (false, true) => BELOW_BANNER,
        (false, false) => BELOW_NAME,
    };
    between(stage, top, plate(stage).top() - 28.0)
}

/// The code, in the middle.
fn tiles_of(ui: &Ui, stage: &Stage<'_>, words: &Words, flow: &mut Flow<'_>, code: Option<&str>) {
    if let Some(top) = flow.place(tiles::HIGHEST) {
        let place = tiles::Place {
            x: middle(stage),
            room: width(stage),
            middle: top + tiles::HIGHEST / 2.0,
            centred: true,
        };
        tiles::show(stage, ui, words, code, place);
    }
}

/// The pairing screen without its buttons.
pub(in crate::ui::tv) fn pairing(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    context: &UiContext,
    shown: &PairingContent<'_>,
    qr: &mut Qr,
    now: Instant,
) {
    let service = context.service();
    let code = shown.code.map(|waiting| &waiting.code);
    let title = words.with("pairing-title", [("service", service.into())]);
    let notice = shown
        .notice
        .map(|notice| trouble::notice(words, notice, service));
    let url = landscape::address(code, context);
    let (open, check) = landscape::steps(words, context, &url);
    let body = style(Weight::Regular, 40.0, Tone::Text);
    let room = words_room(stage, context.demo.is_some());
    fitted_flow(stage, room, Align::Min, |flow| {
        head(flow, &title, notice.as_deref());
        if stage.is_large() {
            flow.step_in_one_line("1", LARGE_ADDRESS, &url);
        } else {
            flow.step("1", body, &open, &url);
        }
        flow.gap(12.0);
        flow.step("2", body, &check, "");
        flow.gap(16.0);
        tiles_of(
            ui,
            stage,
            words,
            flow,
            code.map(|code| code.user_code.expose()),
        );
        flow.gap(16.0);
        flow.step("3", body, &words.get("pairing-approve"), "");
        flow.gap(8.0);
        flow.close(BEWARE, &words.get("pairing-beware"));
    });
    let scanned = code.map(|code| {
        let name = landscape::qr_name(words, &url);
        (landscape::scanned(code), name)
    });
    let ends = shown.code.map(Countdown::from);
    below(stage, words, qr, scanned, ends.as_ref(), now);
    let text = trouble::status(words, shown.code, shown.trouble, service, now);
    status(stage, &text, shown.trouble.is_some(), code.is_some());
}

/// What a person must be told of whoever asks.
const BEWARE: super::super::stage::Style = style(Weight::Regular, 30.0, Tone::Faint);

/// The title, and the place of a notice.
fn head(flow: &mut Flow<'_>, title: &str, notice: Option<&str>) {
    flow.close(heading(Weight::Bold, 60.0, Tone::Bright), title);
    flow.remark(style(Weight::SemiBold, 32.0, Tone::Accent), 2.0, notice);
}

/// The QR, and the time that is left beside it.
fn below(
    stage: &Stage<'_>,
    words: &Words,
    qr: &mut Qr,
    scanned: Option<(&str, String)>,
    ends: Option<&Countdown>,
    now: Instant,
) {
    let plate = plate(stage);
    match scanned {
        Some((url, name)) => qr.show(stage, words, plate.min, plate.width(), url, &name),
        None => qr::plate(stage, plate.min, plate.width(), stage.color(Tone::Surface)),
    }
    if let Some(ends) = ends {
        countdown(stage, words, ends, beside(stage), now);
    }
}

/// One quiet line that tells the truth.
fn status(stage: &Stage<'_>, text: &str, trouble: bool, alive: bool) {
    landscape::mark(stage, (LEFT + 12.0, STATUS), trouble, alive);
    let remark = style(Weight::Regular, 32.0, landscape::tone(trouble));
    let room = vec2(width(stage) - 36.0, STATUS_HEIGHT);
    stage.note(LEFT + 36.0, STATUS, remark, room, text);
}

/// Waiting for a page, without its buttons.
pub(in crate::ui::tv) fn page(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    context: &UiContext,
    shown: &Page<'_>,
    qr: &mut Qr,
    now: Instant,
) {
    let notice = shown
        .notice
        .map(|notice| trouble::notice(words, notice, context.service()));
    let body = style(Weight::Regular, 40.0, Tone::Text);
    let [first, second, third] = &shown.steps;
    let room = words_room(stage, context.demo.is_some());
    fitted_flow(stage, room, Align::Min, |flow| {
        head(flow, &shown.title, notice.as_deref());
        flow.step("1", body, first, "");
        flow.gap(12.0);
        flow.step("2", body, second, "");
        flow.gap(16.0);
        let number = match shown.number {
            Number::Here(number) => Some(number),
            Number::Coming => Some("    "),
            Number::None => None,
        };
        if number.is_some() {
            tiles_of(ui, stage, words, flow, number);
            flow.gap(16.0);
        }
        flow.step("3", body, third, "");
        flow.gap(8.0);
        flow.close(BEWARE, &shown.beware);
    });
    below(
        stage,
        words,
        qr,
        shown.qr.clone(),
        shown.countdown.as_ref(),
        now,
    );
    if !shown.status.text.is_empty() {
        let alive = shown.qr.is_some();
        status(stage, &shown.status.text, shown.status.trouble, alive);
    }
}

/// The bigger QR with the code and the address above it, without its button.
pub(in crate::ui::tv) fn bigger_pairing(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    context: &UiContext,
    waiting: &Waiting,
    qr: &mut Qr,
    now: Instant,
) {
    let code = &waiting.code;
    let url = landscape::address(Some(code), context);
    let name = landscape::qr_name(words, &url);
    let scanned = (landscape::scanned(code), name.as_str());
    let open = words.with("pairing-open-short", [("url", url.as_str().into())]);
    let check = words.get("pairing-check");
    let body = style(Weight::Regular, 40.0, Tone::Text);
    let trouble = waiting
        .trouble
        .map(|delay| trouble::delay(words, delay, context.service(), true, now));
    let approve = words.get("pairing-approve");
    let beware = words.get("pairing-beware");
    let ends = Countdown::from(waiting);
    bigger(stage, words, qr, scanned, Some(&ends), now, |flow| {
        flow.close_with(body, &open, &url);
        flow.gap(12.0);
        flow.close(body, &check);
        flow.gap(12.0);
        tiles_of(ui, stage, words, flow, Some(code.user_code.expose()));
        flow.gap(12.0);
        // While there is trouble, nothing can be approved.
        if let Some(trouble) = &trouble {
            flow.close(style(Weight::Regular, 32.0, Tone::Accent), trouble);
        } else {
            flow.close(body, &approve);
            flow.gap(8.0);
            flow.close(BEWARE, &beware);
        }
    });
}

/// The same for a page.
pub(in crate::ui::tv) fn bigger_page(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    shown: &Page<'_>,
    qr: &mut Qr,
    now: Instant,
) {
    let Some((url, name)) = &shown.qr else {
        return;
    };
    let body = style(Weight::Regular, 40.0, Tone::Text);
    let ends = shown.countdown.as_ref();
    bigger(stage, words, qr, (url, name), ends, now, |flow| {
        let [first, second, third] = &shown.steps;
        flow.close(body, first);
        flow.gap(12.0);
        flow.close(body, second);
        flow.gap(12.0);
        if let Number::Here(number) = shown.number {
            tiles_of(ui, stage, words, flow, Some(number));
            flow.gap(12.0);
        }
        flow.close(body, third);
    });
}

/// A QR as wide as there is room for, and above it what `fill` says.
fn bigger(
    stage: &Stage<'_>,
    words: &Words,
    qr: &mut Qr,
    (url, name): (&str, &str),
    ends: Option<&Countdown>,
    now: Instant,
    fill: impl FnMut(&mut Flow<'_>),
) {
    let side = width(stage).min(BIGGEST_PLATE);
    let top = BIGGER_BOTTOM - side;
    let corner = pos2(middle(stage) - side / 2.0, top);
    qr.show(stage, words, corner, side, url, name);
    fitted_flow(stage, between(stage, TOP, top - 28.0), Align::Min, fill);
    if let Some(ends) = ends {
        let room = between(stage, BIGGER_BOTTOM + 40.0, BOTTOM);
        countdown(stage, words, ends, room, now);
    }
}

/// The bigger plate leaves the code its room.
const BIGGEST_PLATE: f32 = 870.0;
