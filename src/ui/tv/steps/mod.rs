//! Three numbered steps with a code, a QR, how long they are good, and how it goes.
//!
//! Everything has its final place from the first frame; where something is not known yet stands an empty tile of the
//! same size.

mod parts;
pub(super) mod tall;

use egui::{Align, pos2, vec2};

use self::parts::{LARGE_ADDRESS, NOTICE, STEP, TROUBLE, WARNING, countdown, status};
use super::canvas::{Canvas, heading};
use super::theme::{self, Color, Font};
use super::{qr, tiles};
use crate::ui::presentation::{Code, Presentation};

/// The QR plate's place and size beside the code.
const PLATE: (f32, f32, f32) = (1177.0, 128.0, 627.0);
/// The same, when it is made bigger.
const BIG_PLATE: (f32, f32, f32) = (theme::LEFT, 61.0, 957.0);
/// The row's place, on this screen and beside the bigger QR.
pub(super) const ROW: (f32, f32) = (theme::LEFT, 932.0);
const BIGGER_ROW: (f32, f32) = (1133.0, 930.0);

/// Draws it in landscape orientation; returns the button that was pointed at and clicked.
pub(super) fn draw(canvas: &Canvas<'_>, shown: &Presentation<'_>, is_demo: bool) -> Option<usize> {
    // Large words need the steps' room for the address, which has to be typed.
    let large_address = canvas.is_large() && !shown.address.is_empty();
    let (title_y, notice_y) = if canvas.is_large() {
        (110.0, 190.0)
    } else {
        (164.0, 227.0)
    };
    let title = heading(Font::Bold, 64.0, Color::Bright);
    canvas.left(theme::LEFT, title_y, title, 1020.0, &shown.title);
    if let Some(notice) = &shown.notice {
        canvas.left(theme::LEFT, notice_y, NOTICE, 1020.0, notice);
    }
    // With a code, its tiles stand between the second step and the third.
    let [first, second, third] = match shown.code {
        _ if large_address => [282.0, 378.0, 722.0],
        Code::None => [340.0, 460.0, 580.0],
        Code::Coming(_) | Code::Here(_) => [294.0, 372.0, 722.0],
    };
    let (x, room) = (204.0, 933.0);
    let number = |digit, y| canvas.step_number(146.0, y, digit);
    number("1", first);
    if large_address {
        canvas.left(x, first, LARGE_ADDRESS, room, &shown.address);
    } else {
        canvas.left_with((x, first), STEP, room, &shown.steps[0], &shown.address);
    }
    number("2", second);
    canvas.left(x, second, STEP, room, &shown.steps[1]);
    tiles::draw(canvas, shown.code, tiles::PLACE, Align::Min);
    number("3", third);
    canvas.left(x, third, STEP, room, &shown.steps[2]);
    canvas.left(x, 779.0, WARNING, room, &shown.warning);
    let (x, y, side) = PLATE;
    qr::draw(canvas, pos2(x, y), side, shown.scan.as_ref());
    countdown(canvas, shown, (x, 806.0), side);
    status(canvas, shown, (128.0, 866.0), vec2(985.0, 100.0));
    // The demo's row has one button more.
    if !canvas.is_large() || !is_demo {
        canvas.hints(theme::RIGHT);
    }
    canvas.row(ROW.0, ROW.1)
}

/// Draws the bigger QR in landscape orientation: with the code and the steps beside it, for each is enough alone.
pub(super) fn draw_bigger(canvas: &Canvas<'_>, shown: &Presentation<'_>) -> Option<usize> {
    let (x, y, side) = BIG_PLATE;
    qr::draw(canvas, pos2(x, y), side, shown.scan.as_ref());
    let (x, room) = (1133.0, theme::RIGHT - 1133.0);
    let [first, second, third] = &shown.steps_beside_qr;
    let note = |y, height, style, text: &str| canvas.note(x, y, style, vec2(room, height), text);
    let code = |y| {
        if let Code::Here(code) = shown.code {
            let height = if canvas.is_large() { 150.0 } else { 190.0 };
            canvas.code(x, y, height, room, code);
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
        canvas.left_with((x, 150.0), STEP, room, first, &shown.address);
        canvas.left(x, 226.0, STEP, room, second);
        code(386.0);
        canvas.left(x, 544.0, STEP, room, third);
        let y = if canvas.is_large() { 624.0 } else { 610.0 };
        note(y, 92.0, WARNING, &shown.warning);
        if shown.has_trouble {
            note(724.0, 102.0, TROUBLE, &shown.status);
        }
    }
    countdown(canvas, shown, (x, 806.0), room);
    canvas.row(BIGGER_ROW.0, BIGGER_ROW.1)
}
