//! The steps in portrait orientation: with the code above the QR, and the buttons and the time that is left beside it.

use egui::{Align, Rect, Ui, pos2, vec2};

use super::parts::{
    LARGE_ADDRESS, NOTICE, STEP, TROUBLE, WARNING, code_tiles, countdown, status, symbol,
};
use crate::ui::presentation::{Code, Presentation};
use crate::ui::tv::choice::Choice;
use crate::ui::tv::qr::Qr;
use crate::ui::tv::stage::{Column, Flow, Stage, fitted_flow, heading};
use crate::ui::tv::tall::{
    BELOW_BANNER, BELOW_NAME, BOTTOM, GAP, LEFT, TOP, between, middle, stack, width,
};
use crate::ui::tv::theme::{BUTTON_HEIGHT, Tone, Weight};
use crate::ui::tv::tiles;
use crate::words::Words;

/// The QR plate is not larger, so that it is as on a television in landscape orientation.
const LARGEST_PLATE: f32 = 627.0;
/// The buttons beside it are not narrower, and so far from it.
const BESIDE: f32 = 300.0;
const APART: f32 = 36.0;
/// Where the plate ends, and the middle and height of the status below it.
const PLATE_BOTTOM: f32 = 1656.0;
const STATUS: f32 = 1712.0;
const STATUS_HEIGHT: f32 = 84.0;
/// The top of the bigger QR's button, and the bottom of its plate, above the time that is left.
const BIGGER_BUTTONS: f32 = BOTTOM - BUTTON_HEIGHT - 14.0;
const BIGGER_BOTTOM: f32 = BIGGER_BUTTONS - 128.0;
/// The bigger plate leaves the code its room.
const BIGGEST_PLATE: f32 = 870.0;

/// Where the plate stands, in stage pixels.
fn plate(stage: &Stage<'_>) -> Rect {
    let side = (width(stage) - APART - BESIDE).min(LARGEST_PLATE);
    Rect::from_min_size(pos2(LEFT, PLATE_BOTTOM - side), vec2(side, side))
}

/// What is beside it.
fn beside(stage: &Stage<'_>) -> Rect {
    let plate = plate(stage);
    let corner = pos2(LEFT + width(stage), plate.bottom());
    Rect::from_min_max(pos2(plate.right() + APART, plate.top()), corner)
}

/// Draws the buttons beside the QR; returns the one that was pointed at and clicked.
pub(super) fn row(stage: &Stage<'_>, keys: &[Choice], focused: usize) -> Option<usize> {
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

/// Draws the bigger QR's button.
pub(super) fn bigger_row(stage: &Stage<'_>, keys: &[Choice], focused: usize) -> Option<usize> {
    stack(stage, BIGGER_BUTTONS, keys, focused)
}

/// The tiles of the code, in the middle.
fn tiles_in(ui: &Ui, stage: &Stage<'_>, words: &Words, flow: &mut Flow<'_>, code: Code<'_>) {
    if let Some(top) = flow.place(tiles::HIGHEST) {
        let place = tiles::Place {
            x: middle(stage),
            room: width(stage),
            middle: top + tiles::HIGHEST / 2.0,
            centred: true,
        };
        code_tiles(ui, stage, words, code, place);
    }
}

/// Draws everything but the buttons.
pub(super) fn draw(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    shown: &Presentation<'_>,
    demo: bool,
    qr: &mut Qr,
) {
    let plate = plate(stage);
    let top = match (stage.is_large(), demo) {
        // The program's name leaves its place to large words.
        (true, _) => TOP,
        (false, true) => BELOW_BANNER,
        (false, false) => BELOW_NAME,
    };
    let room = between(stage, top, plate.top() - 28.0);
    fitted_flow(stage, room, Align::Min, |flow| {
        flow.close(heading(Weight::Bold, 60.0, Tone::Bright), &shown.title);
        flow.remark(NOTICE, 2.0, shown.notice.as_deref());
        if stage.is_large() && !shown.address.is_empty() {
            flow.step_in_one_line("1", LARGE_ADDRESS, &shown.address);
        } else {
            flow.step("1", STEP, &shown.steps[0], &shown.address);
        }
        flow.gap(12.0);
        flow.step("2", STEP, &shown.steps[1], "");
        flow.gap(16.0);
        if shown.code != Code::None {
            tiles_in(ui, stage, words, flow, shown.code);
            flow.gap(16.0);
        }
        flow.step("3", STEP, &shown.steps[2], "");
        flow.gap(8.0);
        flow.close(WARNING, &shown.warning);
    });
    symbol(
        stage,
        words,
        qr,
        shown.scan.as_ref(),
        plate.min,
        plate.width(),
    );
    if let Some(left) = &shown.countdown {
        let beside = beside(stage);
        countdown(stage, words, left, beside.min.into(), beside.width());
    }
    let room = vec2(width(stage) - 36.0, STATUS_HEIGHT);
    status(stage, shown, (LEFT + 12.0, STATUS), room);
}

/// Draws the QR as wide as there is room for, with the code and the steps above it.
pub(super) fn draw_bigger(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    shown: &Presentation<'_>,
    qr: &mut Qr,
) {
    let side = width(stage).min(BIGGEST_PLATE);
    let top = BIGGER_BOTTOM - side;
    let corner = pos2(middle(stage) - side / 2.0, top);
    symbol(stage, words, qr, shown.scan.as_ref(), corner, side);
    let [first, second, third] = &shown.steps_beside_qr;
    let room = between(stage, TOP, top - 28.0);
    fitted_flow(stage, room, Align::Min, |flow| {
        flow.close_with(STEP, first, &shown.address);
        flow.gap(12.0);
        flow.close(STEP, second);
        flow.gap(12.0);
        if let Code::Here(_) = shown.code {
            tiles_in(ui, stage, words, flow, shown.code);
            flow.gap(12.0);
        }
        if shown.address.is_empty() {
            flow.close(STEP, third);
        } else if shown.has_trouble {
            // While there is trouble, nothing can be approved.
            flow.close(TROUBLE, &shown.status);
        } else {
            flow.close(STEP, third);
            flow.gap(8.0);
            flow.close(WARNING, &shown.warning);
        }
    });
    if let Some(left) = &shown.countdown {
        let room = between(stage, BIGGER_BOTTOM + 40.0, BOTTOM);
        countdown(stage, words, left, room.min.into(), room.width());
    }
}
