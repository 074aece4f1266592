//! Three numbered steps with a code, a QR, how long they are good, and how it goes.
//!
//! Everything has its final place from the first frame; where something is not known yet stands an empty tile of the
//! same size.

mod parts;
pub(super) mod tall;

use egui::{Align, Rect, pos2, vec2};

pub(super) use self::parts::COUNTDOWN_STEP;
use self::parts::{LARGE_ADDRESS, STEP, WARNING, countdown, plate, status};
use super::canvas::{Canvas, heading};
use super::motion::{self, ease_out};
use super::theme::{BUTTONS_Y, Color, Font, HINTS_Y, LEFT, TITLE_Y};
use super::{qr, tiles};
use crate::ui::presentation::{Code, Presentation, StepState};

/// The QR's plate: its corner and side beside the code, and enlarged, with the same right edge.
const PLATE: (f32, f32, f32) = (1177.0, 128.0, 627.0);
const LARGE_PLATE: (f32, f32, f32) = (847.0, 61.0, 957.0);
/// Where the words begin beside a step's number, and how wide they are.
const WORDS: f32 = 204.0;
const WIDTH: f32 = 933.0;
/// Where they end beside the enlarged QR, and how wide they are; it dims them to so much.
const NARROW_END: f32 = LARGE_PLATE.0 - 40.0;
const NARROW: f32 = NARROW_END - WORDS;
const BESIDE_LARGE: f32 = 0.55;

/// Draws it in landscape orientation; returns the button that was pointed at and clicked.
pub(super) fn draw(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    is_enlarged: bool,
) -> Option<usize> {
    let time = canvas.motion.time(motion::ENLARGE);
    let id = egui::Id::unique("enlarged QR");
    let ctx = canvas.ui.ctx();
    let part = ease_out(ctx.animate_bool_with_time(id, is_enlarged, time));
    if is_enlarged {
        draw_beside_large(canvas, shown);
        // It is for another phone than the one that is connected.
        let place @ (x, y, side) = between(part);
        if shown.scan.is_some() {
            qr::draw(canvas, pos2(x, y), side, shown.scan.as_ref());
        } else {
            plate(canvas, place, shown);
        }
        return canvas.row(LEFT, BUTTONS_Y);
    }
    draw_steps(canvas, shown);
    plate(canvas, between(part), shown);
    let (x, y, side) = PLATE;
    if part == 0.0 {
        countdown(canvas, shown, (x, y + side + 50.0), side);
    }
    let room_ends = status(canvas, shown, 985.0, false);
    draw_warning(canvas, shown, room_ends);
    // Where the row is long, it is enough that the buttons are there.
    let row = LEFT + canvas.row_width() + 24.0;
    canvas.hints_at(canvas.right_edge(), HINTS_Y, row);
    canvas.row(LEFT, BUTTONS_Y)
}

/// The plate on its way from one place to the other.
fn between(part: f32) -> (f32, f32, f32) {
    let mix = |from: f32, to: f32| from + (to - from) * part;
    let (from, to) = (PLATE, LARGE_PLATE);
    (mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2))
}

/// Title and steps, with the tiles of the code.
fn draw_steps(canvas: &Canvas<'_>, shown: &Presentation<'_>) {
    // Large words need the steps' room for the address, which has to be typed.
    let large_address = canvas.is_large() && !shown.address.is_empty();
    let title = heading(Font::Bold, 64.0, Color::Bright);
    canvas.left(LEFT, TITLE_Y - 2.0, title, 1020.0, &shown.title);
    let middles = match shown.code_with_steps() {
        _ if large_address => [282.0, 378.0, 722.0],
        Code::None => [340.0, 460.0, 580.0],
        // The number stands below the step that asks for it, the code below the one that compares it.
        _ if shown.is_code_last => [306.0, 398.0, 490.0],
        Code::Coming(_) | Code::Here(_) => [282.0, 362.0, 722.0],
    };
    // While there is nothing to scan, there is nothing to do.
    let dim = canvas.dimmed(if shown.scan.is_none() { 0.4 } else { 1.0 });
    // All are as large as the longest allows.
    let fits = canvas.fit_of(STEP, WIDTH, &shown.steps[usize::from(large_address)..]);
    for (index, y) in middles.into_iter().enumerate() {
        let text = &shown.steps[index];
        dim.step_number(LEFT + 30.0, y, index, shown.step_states[index]);
        let mut style = parts::style_of(shown.step_states[index]);
        style.size *= fits;
        if index == 0 && large_address {
            dim.left(WORDS, y, LARGE_ADDRESS, WIDTH, &shown.address);
        } else {
            dim.left_with((WORDS, y), style, WIDTH, text, strong(shown, index));
        }
    }
    let tiles_top = if shown.is_code_last { 540.0 } else { 412.0 };
    let place = Rect::from_min_size(pos2(WORDS, tiles_top), vec2(tiles::WIDTH, tiles::HIGHEST));
    tiles::draw(canvas, shown.code_with_steps(), place, Align::Min);
}

/// When the code must not be approved, where the status below leaves it its room.
fn draw_warning(canvas: &Canvas<'_>, shown: &Presentation<'_>, room_ends: f32) {
    let y = match shown.code_with_steps() {
        Code::None => 664.0,
        _ if shown.is_code_last => 838.0,
        Code::Coming(_) | Code::Here(_) => 785.0,
    };
    let dim = canvas.dimmed(if shown.scan.is_none() { 0.4 } else { 1.0 });
    let half = canvas.sized(WARNING).size * 0.6;
    if y + half + 4.0 <= room_ends {
        dim.left(WORDS, y, WARNING, WIDTH, &shown.warning);
    }
}

/// What is bold in a step: the address in the first one.
fn strong<'a>(shown: &'a Presentation<'_>, step: usize) -> &'a str {
    if step == 0 { &shown.address } else { "" }
}

/// What stands beside the enlarged QR: each is enough alone.
fn draw_beside_large(canvas: &Canvas<'_>, shown: &Presentation<'_>) {
    let dim = canvas.dimmed(BESIDE_LARGE);
    let title = heading(Font::Bold, 64.0, Color::Bright);
    let width = NARROW_END - LEFT;
    dim.left(LEFT, TITLE_Y, title, width, &shown.title);
    let (third, tiles_top) = if shown.is_code_last {
        (490.0, 560.0)
    } else {
        (680.0, 450.0)
    };
    for (index, y) in [290.0, 390.0, third].into_iter().enumerate() {
        dim.step_number(LEFT + 30.0, y, index, StepState::Waiting);
        let text = &shown.steps_beside_qr[index];
        let room = vec2(NARROW, 96.0);
        dim.note_with((WORDS, y), STEP, room, text, strong(shown, index));
    }
    let size = vec2(NARROW, tiles::HIGHEST * 0.7);
    let place = Rect::from_min_size(pos2(WORDS, tiles_top), size);
    tiles::draw(canvas, shown.code, place, Align::Min);
    if !shown.is_code_last {
        dim.note(WORDS, 756.0, WARNING, vec2(NARROW, 76.0), &shown.warning);
    }
    if shown.has_trouble {
        status(canvas, shown, width, true);
    } else {
        countdown(canvas, shown, (LEFT, 836.0), width);
    }
    let row = LEFT + canvas.row_width() + 24.0;
    canvas.hints_at(NARROW_END, HINTS_Y, row);
}
