//! Screens whose choices stand below each other: what they are about on the left, the choices on the right.

use super::stage::{Key, Stage, style};
use super::theme::{self, Tone, Weight};

/// Draws the screen and its choices; returns the choice that was pointed at and clicked.
pub(super) fn draw(
    stage: &Stage<'_>,
    title: &str,
    body: &str,
    keys: &[Key],
    focused: usize,
) -> Option<usize> {
    let bold = style(Weight::Bold, 64.0, Tone::Bright);
    let below = stage.text(theme::LEFT, 230.0, bold, 780.0, title);
    let text = style(Weight::Regular, 38.0, Tone::Quiet);
    let top = below.bottom() - stage.at(0.0, 0.0).y + 30.0;
    stage.text(theme::LEFT, top, text, 780.0, body);
    // The column stands in the middle of the height, clear of what is written in the corners.
    let step = theme::BUTTON_HEIGHT + theme::COLUMN_GAP;
    let height = step * keys.len() as f32 - theme::COLUMN_GAP;
    stage.column(1020.0, 540.0 - height / 2.0, 784.0, keys, focused)
}
