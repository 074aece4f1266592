//! Three numbered steps with a code, a QR, how long they are good, and how it goes.
//!
//! Everything has its final place from the first frame; where something is not known yet stands an empty tile of the
//! same size.

mod parts;
mod tall;

use egui::{Ui, pos2, vec2};

use self::parts::{
    LARGE_ADDRESS, NOTICE, STEP, TROUBLE, WARNING, code_tiles, countdown, status, symbol,
};
use super::choice::Choice;
use super::qr::Qr;
use super::stage::{Stage, heading, style};
use super::theme::{self, Tone, Weight};
use super::{accessibility, tiles};
use crate::ui::presentation::{Code, Presentation};
use crate::words::Words;

/// The QR plate's place and size beside the code.
const PLATE: (f32, f32, f32) = (1177.0, 128.0, 627.0);
/// The same, when it is made bigger.
const BIG_PLATE: (f32, f32, f32) = (theme::LEFT, 61.0, 957.0);
/// The row's place, on this screen and beside the bigger QR.
pub(super) const ROW: (f32, f32) = (theme::LEFT, 932.0);
const BIGGER_ROW: (f32, f32) = (1133.0, 930.0);

/// Draws everything but the buttons.
pub(super) fn draw(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    shown: &Presentation<'_>,
    demo: bool,
    qr: &mut Qr,
) {
    if stage.is_tall() {
        return tall::draw(ui, stage, words, shown, demo, qr);
    }
    // Large words need the steps' room for the address, which has to be typed.
    let large_address = stage.is_large() && !shown.address.is_empty();
    let (title_y, notice_y) = if stage.is_large() {
        (110.0, 190.0)
    } else {
        (164.0, 227.0)
    };
    let title = heading(Weight::Bold, 64.0, Tone::Bright);
    stage.left(theme::LEFT, title_y, title, 1020.0, &shown.title);
    if let Some(notice) = &shown.notice {
        stage.left(theme::LEFT, notice_y, NOTICE, 1020.0, notice);
    }
    // With a code, its tiles stand between the second step and the third.
    let [first, second, third] = match shown.code {
        _ if large_address => [282.0, 378.0, 722.0],
        Code::None => [340.0, 460.0, 580.0],
        Code::Coming(_) | Code::Here(_) => [294.0, 372.0, 722.0],
    };
    let (x, room) = (204.0, 933.0);
    number(stage, "1", first);
    if large_address {
        stage.left(x, first, LARGE_ADDRESS, room, &shown.address);
    } else {
        stage.line_with(x, first, STEP, room, &shown.steps[0], &shown.address);
    }
    number(stage, "2", second);
    stage.left(x, second, STEP, room, &shown.steps[1]);
    code_tiles(ui, stage, words, shown.code, tiles::PLACE);
    number(stage, "3", third);
    stage.left(x, third, STEP, room, &shown.steps[2]);
    stage.left(x, 779.0, WARNING, room, &shown.warning);
    let (x, y, side) = PLATE;
    symbol(stage, words, qr, shown.scan.as_ref(), pos2(x, y), side);
    if let Some(left) = &shown.countdown {
        countdown(stage, words, left, (x, 806.0), side);
    }
    status(stage, shown, (128.0, 866.0), vec2(985.0, 100.0));
}

/// Draws the bigger QR: with the code and the steps beside it, for each is enough alone.
pub(super) fn draw_bigger(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    shown: &Presentation<'_>,
    qr: &mut Qr,
) {
    if stage.is_tall() {
        return tall::draw_bigger(ui, stage, words, shown, qr);
    }
    let (x, y, side) = BIG_PLATE;
    symbol(stage, words, qr, shown.scan.as_ref(), pos2(x, y), side);
    let (x, room) = (1133.0, theme::RIGHT - 1133.0);
    let [first, second, third] = &shown.steps_beside_qr;
    let note = |y, height, style, text: &str| stage.note(x, y, style, vec2(room, height), text);
    let code = |y| {
        if let Code::Here(code) = shown.code {
            let height = if stage.is_large() { 150.0 } else { 190.0 };
            let large = style(Weight::Mono, height, Tone::Bright);
            let place = stage.code(x, y, large, room, code);
            accessibility::code(ui, place, words, Some(code));
        }
    };
    if shown.address.is_empty() {
        note(130.0, 110.0, STEP, first);
        note(250.0, 110.0, STEP, second);
        code(416.0);
        let third_y = if shown.code == Code::None {
            370.0
        } else {
            640.0
        };
        note(third_y, 110.0, STEP, third);
    } else {
        stage.line_with(x, 150.0, STEP, room, first, &shown.address);
        stage.left(x, 226.0, STEP, room, second);
        code(386.0);
        stage.left(x, 544.0, STEP, room, third);
        let y = if stage.is_large() { 624.0 } else { 610.0 };
        note(y, 92.0, WARNING, &shown.warning);
        if shown.has_trouble {
            note(724.0, 102.0, TROUBLE, &shown.status);
        }
    }
    if let Some(left) = &shown.countdown {
        countdown(stage, words, left, (x, 806.0), room);
    }
}

/// Draws the buttons; returns the one that was pointed at and clicked.
pub(super) fn row(stage: &Stage<'_>, keys: &[Choice], focused: usize) -> Option<usize> {
    if stage.is_tall() {
        return tall::row(stage, keys, focused);
    }
    stage.row(ROW.0, ROW.1, keys, focused)
}

/// Draws those of the bigger QR.
pub(super) fn bigger_row(stage: &Stage<'_>, keys: &[Choice], focused: usize) -> Option<usize> {
    if stage.is_tall() {
        return tall::bigger_row(stage, keys, focused);
    }
    stage.row(BIGGER_ROW.0, BIGGER_ROW.1, keys, focused)
}

/// The number of a step.
fn number(stage: &Stage<'_>, digit: &str, y: f32) {
    let color = stage.color(Tone::Raised);
    stage
        .painter()
        .circle_filled(stage.at(146.0, y), 30.0, color);
    let text = style(Weight::SemiBold, 32.0, Tone::Bright);
    stage.centred(146.0, y, text, 60.0, digit);
}
