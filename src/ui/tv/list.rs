//! Screens whose choices stand below each other: what they are about on the left, the choices on the right; in portrait
//! orientation below.

use egui::Align;

use super::canvas::{Canvas, Grid, TextStyle, heading, style};
use super::tall;
use super::theme::{self, Color, Font};
use crate::ui::presentation::Presentation;

const TITLE: TextStyle = heading(Font::Bold, 64.0, Color::Bright);
const BODY: TextStyle = style(Font::Regular, 38.0, Color::Quiet);
/// Where the left half ends, and where the choices begin.
const LEFT_HALF: f32 = 900.0;
const COLUMN: f32 = 1020.0;

/// Draws it; returns the button that was pointed at and clicked.
pub(super) fn draw(canvas: &Canvas<'_>, shown: &Presentation<'_>) -> Option<usize> {
    // The column needs the whole height on the right.
    canvas.hints(LEFT_HALF);
    let mut body = shown.body.clone();
    if let Some(notice) = &shown.notice {
        body = format!("{body}\n\n{notice}");
    }
    let count = canvas.choices.len();
    let (height, gap) = match (canvas.is_tall(), count) {
        (true, ..=8) => (theme::BUTTON_HEIGHT, tall::GAP),
        (true, _) => (theme::BUTTON_HEIGHT, 16.0),
        (false, ..=7) => (theme::BUTTON_HEIGHT, 22.0),
        // Long lists are tight, so that the whole choice is seen at once.
        (false, _) => (72.0, 10.0),
    };
    let whole = canvas.column_height(height, gap);
    let (x, y) = if canvas.is_tall() {
        let bottom = tall::ABOVE_HINTS - whole - 48.0;
        let below = canvas.fit_text(tall::BELOW_BANNER, bottom, Align::Min, |flow| {
            flow.close(TITLE, &shown.title);
            flow.gap(16.0);
            flow.text(BODY, &body);
        });
        (tall::LEFT, below + 48.0)
    } else {
        let below = canvas.text(theme::LEFT, 230.0, TITLE, 780.0, &shown.title);
        canvas.text(theme::LEFT, below + 30.0, BODY, 780.0, &body);
        (COLUMN, 558.0 - whole / 2.0)
    };
    canvas.grid(&Grid {
        x,
        y,
        width: canvas.right_edge() - x,
        height,
        columns: 1,
        gap,
    })
}
