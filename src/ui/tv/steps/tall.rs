//! The steps in portrait orientation: with the code above the QR, and the buttons and the time that is left beside it.

use egui::{Align, Rect, pos2, vec2};

use super::parts::{
    LARGE_ADDRESS, STEP, TROUBLE, WARNING, countdown, plate, status_line, style_of,
};
use crate::ui::presentation::{Code, Presentation};
use crate::ui::tv::canvas::{Canvas, TextFlow, heading};
use crate::ui::tv::tall::{BELOW_BANNER, BELOW_NAME, BOTTOM, GAP, LEFT, TOP};
use crate::ui::tv::theme::{BUTTON_HEIGHT, Color, Font};
use crate::ui::tv::{qr, tiles};

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

/// The tiles of the code, in the middle.
fn code(canvas: &Canvas<'_>, flow: &mut TextFlow<'_>, code: Code<'_>) {
    if code != Code::None
        && let Some(room) = flow.place(tiles::HIGHEST)
    {
        tiles::draw(canvas, code, room, Align::Center);
    }
}

/// Draws it; returns the button that was pointed at and clicked.
pub(in crate::ui::tv) fn draw(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    is_demo: bool,
) -> Option<usize> {
    let side = (canvas.width() - APART - BESIDE).min(LARGEST_PLATE);
    let plate_top = PLATE_BOTTOM - side;
    let top = match (canvas.is_large(), is_demo) {
        // The program's name leaves its place to large words.
        (true, _) => TOP,
        (false, true) => BELOW_BANNER,
        (false, false) => BELOW_NAME,
    };
    // While there is nothing to scan, there is nothing to do.
    let dim = canvas.dimmed(if shown.scan.is_none() { 0.4 } else { 1.0 });
    dim.fit_text(top, plate_top - 28.0, Align::Min, |flow| {
        flow.close(heading(Font::Bold, 60.0, Color::Bright), &shown.title);
        flow.gap(20.0);
        let step = |flow: &mut TextFlow<'_>, index: usize, strong: &str| {
            let state = shown.step_states[index];
            flow.step((index, state), style_of(state), &shown.steps[index], strong);
        };
        if canvas.is_large() && !shown.address.is_empty() {
            flow.step_in_one_line(0, LARGE_ADDRESS, &shown.address);
        } else {
            step(flow, 0, &shown.address);
        }
        flow.gap(12.0);
        step(flow, 1, "");
        flow.gap(16.0);
        if shown.code_with_steps() != Code::None && !shown.is_code_last {
            code(canvas, flow, shown.code_with_steps());
            flow.gap(16.0);
        }
        step(flow, 2, "");
        if shown.is_code_last {
            flow.gap(16.0);
            code(canvas, flow, shown.code_with_steps());
        }
        flow.gap(8.0);
        flow.close(WARNING, &shown.warning);
    });
    plate(canvas, (LEFT, plate_top, side), shown);
    // What is beside the plate.
    let room = Rect::from_min_max(
        pos2(LEFT + side + APART, plate_top),
        pos2(canvas.right_edge(), PLATE_BOTTOM),
    );
    countdown(canvas, shown, room.min.into(), room.width());
    let below = vec2(canvas.width() - 60.0, STATUS_HEIGHT);
    status_line(canvas, shown, (LEFT + 18.0, STATUS), below, false);
    canvas.hints();
    // The demo has one button more, for which they stand closer.
    let (height, gap) = if canvas.choices.len() > 3 {
        (80.0, 12.0)
    } else {
        (BUTTON_HEIGHT, GAP)
    };
    let corner = (
        room.left(),
        room.bottom() - canvas.column_height(height, gap),
    );
    canvas.column(corner, room.width(), height, gap)
}

/// Draws the QR as wide as there is room for, with the code and the steps above it.
pub(in crate::ui::tv) fn draw_bigger(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
) -> Option<usize> {
    let side = canvas.width().min(BIGGEST_PLATE);
    let top = BIGGER_BOTTOM - side;
    let corner = pos2(canvas.middle() - side / 2.0, top);
    qr::draw(canvas, corner, side, shown.scan.as_ref());
    let [first, second, third] = &shown.steps_beside_qr;
    canvas.fit_text(TOP, top - 28.0, Align::Min, |flow| {
        flow.close_with(STEP, first, &shown.address);
        flow.gap(12.0);
        flow.close(STEP, second);
        flow.gap(12.0);
        if let Code::Here(_) = shown.code {
            code(canvas, flow, shown.code);
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
    countdown(canvas, shown, (LEFT, BIGGER_BOTTOM + 40.0), canvas.width());
    canvas.row(LEFT, BIGGER_BUTTONS)
}
