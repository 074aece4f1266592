//! What the steps show in both orientations.

use egui::{Rect, Shape, Stroke, Vec2, vec2};

use crate::ui::presentation::{Presentation, time_left};
use crate::ui::tv::canvas::{Canvas, TextStyle, style};
use crate::ui::tv::tall;
use crate::ui::tv::theme::{Color, Font};

pub(super) const STEP: TextStyle = style(Font::Regular, 40.0, Color::Text);
/// The address in large text: Inter's capitals are 0.727 of its size, and large text adds a quarter. So they are 74 px
/// high, as the code's own.
pub(super) const LARGE_ADDRESS: TextStyle = style(Font::Bold, 82.0, Color::Bright);
pub(super) const WARNING: TextStyle = style(Font::Regular, 30.0, Color::Faint);
pub(super) const NOTICE: TextStyle = style(Font::SemiBold, 32.0, Color::Accent);
pub(super) const TROUBLE: TextStyle = style(Font::Regular, 32.0, Color::Accent);

/// How long something is good, with a bar that becomes shorter.
pub(super) fn countdown(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    (x, y): (f32, f32),
    width: f32,
) {
    let Some(countdown) = &shown.countdown else {
        return;
    };
    let label = style(Font::Regular, 32.0, Color::Quiet);
    let label_text = canvas.words.get("pairing-good-for");
    let time_text = time_left(canvas.words, countdown.left);
    // Where there is little room across, the time stands below its label.
    let bar_y = if canvas.is_tall() && width <= tall::WIDEST {
        let time = style(Font::Bold, 44.0, Color::Bright);
        canvas.note(x, y + 20.0, label, vec2(width, 44.0), &label_text);
        canvas.note(x, y + 76.0, time, vec2(width, 72.0), &time_text);
        y + 124.0
    } else {
        let time = style(Font::Bold, 34.0, Color::Bright);
        canvas.left(x, y, label, width * 0.6, &label_text);
        canvas.right(x + width, y, time, width * 0.5, &time_text);
        y + 40.0
    };
    let bar = canvas.rect(x, bar_y, width, 8.0);
    canvas.fill(bar, 4, Color::Raised);
    let part = countdown.left.as_secs_f32() / countdown.whole.as_secs_f32().max(1.0);
    let filled = vec2(width * part.clamp(0.0, 1.0), 8.0);
    canvas.fill(Rect::from_min_size(bar.min, filled), 4, Color::Accent);
}

/// How it goes, behind a mark, which has another shape in trouble, not only another colour.
pub(super) fn status(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    (x, y): (f32, f32),
    room: Vec2,
) {
    if shown.status.is_empty() {
        return;
    }
    let (painter, mark) = (canvas.painter(), canvas.at(x, y));
    let text = if shown.has_trouble {
        let corners = [(0.0, -13.0), (13.0, 0.0), (0.0, 13.0), (-13.0, 0.0)];
        let corners = corners.map(|(x, y)| mark + vec2(x, y)).to_vec();
        let color = canvas.color(Color::Accent);
        painter.add(Shape::convex_polygon(corners, color, Stroke::NONE));
        TROUBLE
    } else {
        // There is something to wait for, or there is not yet.
        let color = if shown.scan.is_some() {
            Color::Good
        } else {
            Color::Faint
        };
        painter.circle_filled(mark, 10.0, canvas.color(color));
        style(Font::Regular, 32.0, Color::Quiet)
    };
    canvas.note(x + 24.0, y, text, room, &shown.status);
}
