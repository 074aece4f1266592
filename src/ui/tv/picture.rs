//! The size of the picture: old televisions hide its edges, and only a user who looks can tell how much.

use egui::{Align, Stroke, vec2};

use super::choice::Choice;
use super::message::ROW;
use super::stage::{Stage, fitted_flow, heading, style};
use super::tall;
use super::theme::{Tone, Weight};
use crate::words::Words;

pub(super) fn draw(
    stage: &Stage<'_>,
    words: &Words,
    overscan: f32,
    save_error: Option<&str>,
    keys: &[Choice],
    focused: usize,
) -> Option<usize> {
    corners(stage);
    if stage.is_tall() {
        let size = percent(words, overscan);
        return draw_tall(stage, words, &size, save_error, keys, focused);
    }
    let title = heading(Weight::Bold, 68.0, Tone::Bright);
    stage.centred(960.0, 330.0, title, 1400.0, &words.get("picture-title"));
    let body = style(Weight::Regular, 38.0, Tone::Quiet);
    let below = stage.paragraph(
        960.0,
        420.0,
        body,
        vec2(1320.0, 260.0),
        &words.get("picture-body"),
    );
    let below = below.bottom() - stage.at(0.0, 0.0).y;
    let number = style(Weight::Bold, 56.0, Tone::Bright);
    let text = percent(words, overscan);
    stage.centred(960.0, below + 76.0, number, 600.0, &text);
    if let Some(why) = save_error {
        let quiet = style(Weight::Regular, 32.0, Tone::Accent);
        stage.centred(960.0, below + 142.0, quiet, 1688.0, why);
    }
    stage.centred_row(960.0, ROW, keys, focused)
}

/// Draws all but the corners in portrait orientation.
fn draw_tall(
    stage: &Stage<'_>,
    words: &Words,
    size: &str,
    save_error: Option<&str>,
    keys: &[Choice],
    focused: usize,
) -> Option<usize> {
    let title = heading(Weight::Bold, 68.0, Tone::Bright);
    let body = style(Weight::Regular, 38.0, Tone::Quiet);
    let number = style(Weight::Bold, 56.0, Tone::Bright);
    let room = tall::between(stage, 420.0, tall::MESSAGE_BUTTONS - 56.0);
    fitted_flow(stage, room, Align::Center, |flow| {
        flow.close(title, &words.get("picture-title"));
        flow.gap(20.0);
        flow.text(body, &words.get("picture-body"));
        flow.gap(20.0);
        flow.close(number, size);
        if let Some(why) = save_error {
            flow.gap(16.0);
            flow.text(style(Weight::Regular, 32.0, Tone::Accent), why);
        }
    });
    tall::stack(stage, tall::MESSAGE_BUTTONS, keys, focused)
}

/// How much of the television the picture fills.
pub(super) fn percent(words: &Words, overscan: f32) -> String {
    let size = 100.0 - 2.0 * overscan;
    words.with("picture-percent", [("size", size.into())])
}

/// A bracket in each corner of the picture, with its outer edges on the picture's.
fn corners(stage: &Stage<'_>) {
    const LENGTH: f32 = 110.0;
    const WIDTH: f32 = 12.0;
    let stroke = Stroke::new(WIDTH, stage.color(Tone::Accent));
    let inside = WIDTH / 2.0;
    for (x, along) in [(inside, LENGTH), (stage.size().x - inside, -LENGTH)] {
        for (y, down) in [(inside, LENGTH), (stage.size().y - inside, -LENGTH)] {
            let corner = stage.at(x, y);
            let line = vec![corner + vec2(along, 0.0), corner, corner + vec2(0.0, down)];
            stage.painter().line(line, stroke);
        }
    }
}
