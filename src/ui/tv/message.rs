//! A title, a few sentences and buttons: questions, results, and what the user must mend.

use egui::{Align, pos2, vec2};

use super::choice::Choice;
use super::qr::Qr;
use super::stage::{Stage, Style, fitted_flow, heading, style};
use super::tall;
use super::theme::{self, Tone, Weight};
use crate::ui::presentation::Presentation;
use crate::words::Words;

const TITLE: Style = heading(Weight::Bold, 68.0, Tone::Bright);
const BODY: Style = style(Weight::Regular, 38.0, Tone::Quiet);

/// The row's top in landscape orientation.
pub(super) const ROW: f32 = 800.0;

/// The buttons' top in portrait orientation, below something to scan.
const TALL_BUTTONS_BELOW_QR: f32 = 1400.0;

/// What the words and the row are centred on in landscape orientation: a QR has its room on the right.
fn middle(message: &Presentation<'_>) -> f32 {
    if message.scan.is_some() { 680.0 } else { 960.0 }
}

/// Draws its buttons; returns the one that was pointed at and clicked.
pub(super) fn row(
    stage: &Stage<'_>,
    message: &Presentation<'_>,
    keys: &[Choice],
    focused: usize,
) -> Option<usize> {
    if stage.is_tall() {
        let top = if message.scan.is_some() {
            TALL_BUTTONS_BELOW_QR
        } else {
            tall::MESSAGE_BUTTONS
        };
        return tall::stack(stage, top, keys, focused);
    }
    stage.centred_row(middle(message), ROW, keys, focused)
}

/// Draws it without its buttons.
pub(super) fn draw(stage: &Stage<'_>, words: &Words, message: &Presentation<'_>, qr: &mut Qr) {
    if stage.is_tall() {
        return draw_tall(stage, words, message, qr);
    }
    let lines = &message.verbatim;
    let top = match (lines.is_empty(), stage.is_large()) {
        (true, _) => 330.0,
        (false, true) => 160.0,
        (false, false) => 230.0,
    };
    let middle = middle(message);
    let width = if message.scan.is_some() {
        960.0
    } else {
        1320.0
    };
    if let Some(scan) = &message.scan {
        qr.show(stage, words, pos2(1290.0, 270.0), 460.0, scan);
    }
    let room = 2.0 * (middle - theme::LEFT);
    stage.centred(middle, top, TITLE, room, &message.title);
    // The lines keep their room below the body, and the row keeps its own.
    let below = if lines.is_empty() {
        0.0
    } else {
        verbatim_height(stage, lines) + 36.0
    };
    let room = vec2(width, ROW - 40.0 - (top + 90.0) - below);
    let body = stage.paragraph(middle, top + 90.0, BODY, room, &message.body);
    let top = body.bottom() - stage.at(0.0, 0.0).y + 36.0;
    verbatim(stage, (middle - 360.0, top), 720.0, lines);
}

fn draw_tall(stage: &Stage<'_>, words: &Words, message: &Presentation<'_>, qr: &mut Qr) {
    let lines = &message.verbatim;
    let (top, bottom) = match &message.scan {
        Some(scan) => {
            // Large words and lines to type need the room; the QR of a short address is still read across a room.
            let side = if stage.is_large() && !lines.is_empty() {
                380.0
            } else {
                460.0
            };
            let top = TALL_BUTTONS_BELOW_QR - side - 56.0;
            let corner = pos2(tall::middle(stage) - side / 2.0, top);
            qr.show(stage, words, corner, side, scan);
            (tall::BELOW_BANNER, top - 40.0)
        }
        None if lines.is_empty() => (420.0, tall::MESSAGE_BUTTONS - 56.0),
        None => (320.0, tall::MESSAGE_BUTTONS - 56.0),
    };
    let room = tall::between(stage, top, bottom);
    fitted_flow(stage, room, Align::Center, |flow| {
        flow.close(TITLE, &message.title);
        flow.gap(20.0);
        flow.text(BODY, &message.body);
        if !lines.is_empty() {
            flow.gap(20.0);
            if let Some(top) = flow.place(verbatim_height(stage, lines)) {
                verbatim(stage, (tall::LEFT, top), tall::width(stage), lines);
            }
        }
    });
}

fn line_height(stage: &Stage<'_>) -> f32 {
    if stage.is_large() { 62.0 } else { 50.0 }
}

fn verbatim_height(stage: &Stage<'_>, lines: &[String]) -> f32 {
    line_height(stage) * lines.len() as f32 + 36.0
}

/// What has to be typed, line by line on a plate.
fn verbatim(stage: &Stage<'_>, (x, y): (f32, f32), width: f32, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let plate = stage.rect(x, y, width, verbatim_height(stage, lines));
    let painter = stage.painter();
    painter.rect_filled(plate, 14, stage.color(Tone::Surface));
    let mono = style(Weight::Mono, 34.0, Tone::Bright);
    for (index, text) in lines.iter().enumerate() {
        let y = y + 18.0 + line_height(stage) * (index as f32 + 0.5);
        stage.left(x + 36.0, y, mono, width - 72.0, text);
    }
}
