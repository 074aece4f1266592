//! A title, a few sentences and buttons: questions, results, and what the user must mend.

use egui::{Align, pos2, vec2};

use super::canvas::{Canvas, TextStyle, heading, style};
use super::theme::{self, Color, Font};
use super::{qr, tall};
use crate::ui::presentation::Presentation;

const TITLE: TextStyle = heading(Font::Bold, 68.0, Color::Bright);
const BODY: TextStyle = style(Font::Regular, 38.0, Color::Quiet);

/// The row's top in landscape orientation.
pub(super) const ROW: f32 = 800.0;

/// The buttons' top in portrait orientation, below something to scan.
const TALL_BUTTONS_BELOW_QR: f32 = 1400.0;

/// Draws it; returns the button that was pointed at and clicked.
pub(super) fn draw(canvas: &Canvas<'_>, message: &Presentation<'_>) -> Option<usize> {
    if canvas.is_tall() {
        draw_tall(canvas, message);
    } else {
        draw_wide(canvas, message);
    }
    canvas.hints(theme::RIGHT);
    let tall_y = if message.scan.is_some() {
        TALL_BUTTONS_BELOW_QR
    } else {
        tall::MESSAGE_BUTTONS
    };
    canvas.centred_buttons(middle(message), ROW, tall_y)
}

/// What the words and the row are centred on in landscape orientation: a QR has its room on the right.
fn middle(message: &Presentation<'_>) -> f32 {
    if message.scan.is_some() { 680.0 } else { 960.0 }
}

fn draw_wide(canvas: &Canvas<'_>, message: &Presentation<'_>) {
    let lines = &message.verbatim;
    let top = match (lines.is_empty(), canvas.is_large()) {
        (true, _) => 330.0,
        (false, true) => 160.0,
        (false, false) => 230.0,
    };
    let middle = middle(message);
    let width = if message.scan.is_some() {
        qr::draw(canvas, pos2(1290.0, 270.0), 460.0, message.scan.as_ref());
        960.0
    } else {
        1320.0
    };
    let room = 2.0 * (middle - theme::LEFT);
    canvas.centred(middle, top, TITLE, room, &message.title);
    // The lines keep their room below the body, and the row keeps its own.
    let below = if lines.is_empty() {
        0.0
    } else {
        verbatim_height(canvas, lines) + 36.0
    };
    let room = vec2(width, ROW - 40.0 - (top + 90.0) - below);
    let bottom = canvas.paragraph(middle, top + 90.0, BODY, room, &message.body);
    verbatim(canvas, (middle - 360.0, bottom + 36.0), 720.0, lines);
}

fn draw_tall(canvas: &Canvas<'_>, message: &Presentation<'_>) {
    let lines = &message.verbatim;
    let (top, bottom) = match &message.scan {
        Some(scan) => {
            // Large words and lines to type need the room; the QR of a short address is still read across a room.
            let side = if canvas.is_large() && !lines.is_empty() {
                380.0
            } else {
                460.0
            };
            let top = TALL_BUTTONS_BELOW_QR - side - 56.0;
            let corner = pos2(canvas.middle() - side / 2.0, top);
            qr::draw(canvas, corner, side, Some(scan));
            (tall::BELOW_BANNER, top - 40.0)
        }
        None if lines.is_empty() => (420.0, tall::MESSAGE_BUTTONS - 56.0),
        None => (320.0, tall::MESSAGE_BUTTONS - 56.0),
    };
    canvas.fit_text(top, bottom, Align::Center, |flow| {
        flow.close(TITLE, &message.title);
        flow.gap(20.0);
        flow.text(BODY, &message.body);
        if !lines.is_empty() {
            flow.gap(20.0);
            if let Some(top) = flow.place(verbatim_height(canvas, lines)) {
                verbatim(canvas, (tall::LEFT, top), canvas.width(), lines);
            }
        }
    });
}

fn line_height(canvas: &Canvas<'_>) -> f32 {
    if canvas.is_large() { 62.0 } else { 50.0 }
}

fn verbatim_height(canvas: &Canvas<'_>, lines: &[String]) -> f32 {
    line_height(canvas) * lines.len() as f32 + 36.0
}

/// What has to be typed, line by line on a plate.
fn verbatim(canvas: &Canvas<'_>, (x, y): (f32, f32), width: f32, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let plate = canvas.rect(x, y, width, verbatim_height(canvas, lines));
    canvas.fill(plate, 14, Color::Surface);
    let mono = style(Font::Mono, 34.0, Color::Bright);
    for (index, text) in lines.iter().enumerate() {
        let y = y + 18.0 + line_height(canvas) * (index as f32 + 0.5);
        canvas.left(x + 36.0, y, mono, width - 72.0, text);
    }
}
