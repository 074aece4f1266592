//! An icon, a title, a few sentences and buttons: questions, results, and what the user must mend.

use egui::{Align, Rect, pos2, vec2};

use super::canvas::{BODY, Canvas, NOTICE, TITLE, TextFlow, TextStyle, style};
use super::sign::{self, Sign};
use super::theme::{BUTTON_HEIGHT, Color, Font, LEFT};
use super::{qr, tall};
use crate::ui::presentation::Presentation;

const DETAILS: TextStyle = style(Font::Mono, 28.0, Color::Faint);

/// The column of words beside the icon's tile in landscape orientation: its left edge, where it usually begins, and its width.
const WORDS: f32 = 380.0;
const TOP: f32 = 288.0;
/// Where it begins if it is long, and where its words end at the latest.
const HIGHER: f32 = 168.0;
const BOTTOM: f32 = 768.0;
const WIDTH: f32 = 1180.0;
/// The row's top, if the words are short, and how far it is from long ones.
const ROW: f32 = 600.0;
const ABOVE_ROW: f32 = 48.0;
/// A plate with something to scan: its corner and side.
const PLATE: (f32, f32, f32) = (1344.0, 232.0, 460.0);
/// Between the words or buttons and the plate.
const BESIDE_PLATE: f32 = 56.0;
/// The middle of the details, which stand beside the hints.
const DETAILS_Y: f32 = 964.0;

/// The buttons' top in portrait orientation, below something to scan.
const TALL_BUTTONS_BELOW_QR: f32 = 1400.0;

/// Draws it; returns the button that was pointed at and clicked.
pub(super) fn draw(canvas: &Canvas<'_>, message: &Presentation<'_>, sign: Sign) -> Option<usize> {
    canvas.hints();
    if canvas.is_tall() {
        return draw_tall(canvas, message, sign);
    }
    sign::draw(canvas, sign);
    let bottom = words(canvas, message);
    details(canvas, message);
    let mut row = ROW.max(bottom + ABOVE_ROW);
    if let Some(scan) = &message.scan {
        let (x, y, side) = PLATE;
        qr::draw(canvas, pos2(x, y), side, Some(scan));
        if WORDS + canvas.row_width() > x - BESIDE_PLATE {
            row = row.max(y + side + 32.0);
        }
    }
    canvas.row(WORDS, row)
}

/// The column of words; returns where it ends.
fn words(canvas: &Canvas<'_>, message: &Presentation<'_>) -> f32 {
    let width = if message.scan.is_some() {
        PLATE.0 - BESIDE_PLATE - WORDS
    } else {
        WIDTH
    };
    let fill = |flow: &mut TextFlow<'_>| fill(canvas, flow, message);
    let room = |top| Rect::from_min_max(pos2(WORDS, top), pos2(WORDS + width, BOTTOM));
    let top = if canvas.height_of(room(TOP), fill) > BOTTOM - TOP {
        HIGHER
    } else {
        TOP
    };
    canvas.fit_text_in(room(top), Align::Min, 0.0, fill)
}

/// Title, body, lines to type and what happened before.
pub(super) fn fill(canvas: &Canvas<'_>, flow: &mut TextFlow<'_>, message: &Presentation<'_>) {
    flow.close(TITLE, &message.title);
    flow.gap(16.0);
    flow.text(BODY, &message.body);
    let lines = &message.verbatim;
    if !lines.is_empty() {
        flow.gap(20.0);
        let line = if canvas.is_large() { 62.0 } else { 50.0 };
        if let Some(place) = flow.place(line * lines.len() as f32 + 36.0) {
            verbatim(canvas, place, line, lines);
        }
    }
    if let Some(notice) = &message.notice {
        flow.gap(16.0);
        flow.text(NOTICE, notice);
    }
}

/// What helps to find a fault, for who is asked to.
fn details(canvas: &Canvas<'_>, message: &Presentation<'_>) {
    if !message.details.is_empty() {
        let room = vec2(1040.0, 80.0);
        canvas.note(LEFT, DETAILS_Y, DETAILS, room, &message.details);
    }
}

fn draw_tall(canvas: &Canvas<'_>, message: &Presentation<'_>, sign: Sign) -> Option<usize> {
    // Large words and lines to type need the room.
    let is_crowded = canvas.is_large() && !message.verbatim.is_empty();
    let (top, bottom, buttons) = if let Some(scan) = &message.scan {
        // The QR of a short address is still read across a room.
        let width = if is_crowded { 380.0 } else { 460.0 };
        let top = TALL_BUTTONS_BELOW_QR - width - 56.0;
        qr::draw(canvas, pos2(tall::LEFT, top), width, Some(scan));
        (tall::BELOW_BANNER, top - 40.0, TALL_BUTTONS_BELOW_QR)
    } else {
        let top = if is_crowded {
            tall::BELOW_BANNER
        } else {
            sign::draw(canvas, sign);
            548.0
        };
        (top, tall::MESSAGE_BUTTONS - 56.0, tall::MESSAGE_BUTTONS)
    };
    canvas.fit_text(top, bottom, Align::Min, |flow| {
        fill(canvas, flow, message);
    });
    if !message.details.is_empty() {
        let count = canvas.choices.len() as f32;
        let below = buttons + (BUTTON_HEIGHT + tall::GAP) * count + 40.0;
        let room = vec2(canvas.width(), 120.0);
        canvas.note(tall::LEFT, below, DETAILS, room, &message.details);
    }
    canvas.row(tall::LEFT, buttons)
}

/// What has to be typed, line by line on a plate, each so high.
fn verbatim(canvas: &Canvas<'_>, room: Rect, height: f32, lines: &[String]) {
    let (x, y) = (room.left(), room.top());
    let plate = canvas.rect(x, y, room.width(), room.height());
    canvas.fill(plate, 16, Color::Surface);
    let mono = style(Font::Mono, 34.0, Color::Bright);
    for (index, text) in lines.iter().enumerate() {
        let y = y + 18.0 + height * (index as f32 + 0.5);
        canvas.left(x + 36.0, y, mono, room.width() - 72.0, text);
    }
}
