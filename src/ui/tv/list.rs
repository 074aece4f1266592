//! Screens whose choices stand below each other: what they are about on the left, the choices on the right.

use egui::Align;

use super::choice::Choice;
use super::stage::{self, Stage, fitted_flow, heading, style};
use super::tall;
use super::theme::{self, Tone, Weight};

/// Where the left half ends.
pub(super) const LEFT_HALF: f32 = 900.0;

pub(super) fn draw(
    stage: &Stage<'_>,
    title: &str,
    body: &str,
    keys: &[Choice],
    focused: usize,
) -> Option<usize> {
    if stage.is_tall() {
        return draw_tall(stage, title, body, keys, focused);
    }
    let bold = heading(Weight::Bold, 64.0, Tone::Bright);
    let below = stage.text(theme::LEFT, 230.0, bold, 780.0, title);
    let text = style(Weight::Regular, 38.0, Tone::Quiet);
    let top = below.bottom() - stage.at(0.0, 0.0).y + 30.0;
    stage.text(theme::LEFT, top, text, 780.0, body);
    // Long lists are tight, so that the whole choice is seen at once.
    let (height, gap) = if keys.len() > 7 {
        (72.0, 10.0)
    } else {
        (theme::BUTTON_HEIGHT, 22.0)
    };
    let whole = (height + gap) * keys.len() as f32 - gap;
    let place = stage::Column {
        x: 1020.0,
        y: 558.0 - whole / 2.0,
        width: theme::RIGHT - 1020.0,
        height,
        gap,
    };
    stage.column(&place, keys, focused)
}

/// In portrait orientation the choices stand below.
fn draw_tall(
    stage: &Stage<'_>,
    title: &str,
    body: &str,
    keys: &[Choice],
    focused: usize,
) -> Option<usize> {
    let gap = if keys.len() > 8 { 16.0 } else { tall::GAP };
    let whole = (theme::BUTTON_HEIGHT + gap) * keys.len() as f32 - gap;
    let bold = heading(Weight::Bold, 64.0, Tone::Bright);
    let text = style(Weight::Regular, 38.0, Tone::Quiet);
    let room = tall::between(stage, tall::BELOW_BANNER, tall::ABOVE_HINTS - whole - 48.0);
    let below = fitted_flow(stage, room, Align::Min, |flow| {
        flow.close(bold, title);
        flow.gap(16.0);
        flow.text(text, body);
    });
    let place = stage::Column {
        x: tall::LEFT,
        y: below + 48.0,
        width: tall::width(stage),
        height: theme::BUTTON_HEIGHT,
        gap,
    };
    stage.column(&place, keys, focused)
}
