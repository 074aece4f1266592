//! What stands on buttons, keys and rows of a list.

use std::sync::Arc;

use egui::{Align, Align2, Color32, Galley, Pos2, Vec2, pos2, vec2};

use super::buttons::Drawn;
use super::style::{CLOSE, TextBlock};
use super::text::fitted;
use super::{Canvas, TextStyle, style};
use crate::ui::tv::choice::{Choice, Command};
use crate::ui::tv::icon::Icon;
use crate::ui::tv::theme::{Color, Font};

/// From a button's edge to its label, and how large an icon is and how far from the label.
pub(super) const PADDING: f32 = 44.0;
const ICON: (f32, f32) = (38.0, 16.0);
/// From a row's edge to what stands at it, and where a label begins behind an icon.
const ROW_PADDING: f32 = 36.0;
const BESIDE_ICON: f32 = 100.0;
/// What a chevron or a tick takes at a row's end.
const ROW_END: f32 = 56.0;

impl Canvas<'_> {
    /// How wide a button is that has one of these labels.
    pub(crate) fn button_width(&self, choice: &Choice) -> f32 {
        let style = self.sized(style(Font::SemiBold, 36.0, Color::Bright));
        let labels = choice.room_for.iter().chain([&choice.label]);
        let widths = labels.map(|label| self.one_line(style, label, "", f32::INFINITY).size().x);
        let icon = icon_width(choice);
        (widths.fold(0.0, f32::max) + icon + 2.0 * PADDING)
            .max(176.0)
            .ceil()
    }

    /// An icon and a label in the middle.
    pub(super) fn centred_label(&self, drawn: &Drawn, choice: &Choice, padding: f32) {
        let bold = self.sized(style(Font::SemiBold, 36.0, Color::Bright));
        let icon = icon_width(choice);
        let is_bare = choice.icon.is_some() && choice.label.is_empty();
        let room = vec2(
            drawn.rect.width() - 2.0 * padding.min(drawn.rect.width() * 0.12) - icon,
            drawn.rect.height(),
        );
        let galley = fitted(bold, room.x.max(1.0), |style, width| {
            self.label(style, &choice.label, vec2(width, room.y))
        });
        let size = galley.size();
        let icon = if is_bare { ICON.0 } else { icon };
        let left = drawn.rect.center().x - f32::midpoint(icon, size.x);
        if let Some(sign) = choice.icon {
            let at = pos2(left + ICON.0 / 2.0, drawn.rect.center().y);
            self.icon_at(at, sign, ICON.0, drawn.ink);
        }
        let corner = pos2(left + icon, drawn.rect.center().y - size.y / 2.0);
        // Centred lines begin to the left of their galley's own place.
        let corner = corner - galley.rect.min.to_vec2();
        self.painter()
            .galley_with_override_text_color(corner, galley, drawn.ink);
    }

    /// Whether all rows are as wide as this with labels and values of a size.
    pub(crate) fn rows_fit(&self, width: f32, size: f32, is_two_lines: bool) -> bool {
        self.choices.iter().all(|choice| {
            let wide = |font, size, text: &str| {
                let style = style(font, size, Color::Bright);
                self.one_line(style, text, "", f32::INFINITY).size().x
            };
            let label = wide(Font::SemiBold, size, &choice.label);
            let value = choice.value.as_ref().map_or(0.0, |value| {
                wide(
                    Font::Regular,
                    if is_two_lines { value_size(size) } else { size },
                    value,
                )
            });
            let whole = if is_two_lines {
                label.max(value)
            } else if value > 0.0 {
                label + 32.0 + value
            } else {
                label
            };
            whole <= width - row_start(choice) - row_end(choice)
        })
    }

    /// An icon and a label at the left; a value, a tick or a chevron at the right.
    pub(super) fn row_label(&self, drawn: &Drawn, choice: &Choice, size: f32, is_two_lines: bool) {
        let (rect, ink) = (drawn.rect, drawn.ink);
        let middle = rect.center().y;
        if let Some(sign) = choice.icon {
            let at = pos2(rect.left() + ROW_PADDING + 20.0, middle);
            self.icon_at(at, sign, 40.0, ink);
        }
        let end = match (choice.checked, &choice.command) {
            (Some(true), _) => Some(Icon::Check),
            (None, Command::Open(_)) => Some(Icon::ChevronRight),
            _ => None,
        };
        if let Some(sign) = end {
            let at = pos2(rect.right() - ROW_PADDING - 14.0, middle);
            self.icon_at(at, sign, 36.0, ink);
        }
        let left = pos2(rect.left() + row_start(choice), middle);
        let right = pos2(rect.right() - row_end(choice), middle);
        let bold = style(Font::SemiBold, size, Color::Bright);
        let room = right.x - left.x;
        let write =
            |at, anchor, style, room, text: &str| self.write(at, anchor, (style, ink), room, text);
        match &choice.value {
            Some(value) if is_two_lines => {
                let small = style(Font::Regular, value_size(size), Color::Bright);
                let above = left - vec2(0.0, size * 0.56);
                write(above, Align2::LEFT_CENTER, bold, room, &choice.label);
                let below = left + vec2(0.0, size * 0.62);
                write(below, Align2::LEFT_CENTER, small, room, value);
            }
            Some(value) => {
                let taken = write(left, Align2::LEFT_CENTER, bold, room, &choice.label);
                let regular = style(Font::Regular, size, Color::Bright);
                let left_over = room - taken - 32.0;
                write(right, Align2::RIGHT_CENTER, regular, left_over, value);
            }
            None => {
                write(left, Align2::LEFT_CENTER, bold, room, &choice.label);
            }
        }
    }

    /// Writes one line in a room; returns how wide it is.
    fn write(
        &self,
        at: Pos2,
        anchor: Align2,
        (style, ink): (TextStyle, Color32),
        room: f32,
        text: &str,
    ) -> f32 {
        let galley = fitted(style, room.max(1.0), |style, width| {
            self.one_line(style, text, "", width)
        });
        let corner = anchor.anchor_size(at, galley.size()).min;
        let width = galley.size().x;
        let painter = self.painter();
        painter.galley_with_override_text_color(corner, galley, ink);
        width
    }

    /// A label: in two lines where one is too narrow for it and the button is high enough.
    fn label(&self, style: TextStyle, text: &str, room: Vec2) -> Arc<Galley> {
        let block = TextBlock::new(style, CLOSE, Align::Center, text);
        let lines = self.balanced(&block, room);
        if !room.x.is_finite() || lines.elided || lines.rows.len() < 2 {
            return self.one_line(style, text, "", room.x);
        }
        lines
    }
}

/// What a button's icon takes, up to the label.
fn icon_width(choice: &Choice) -> f32 {
    choice.icon.map_or(0.0, |_| ICON.0 + ICON.1)
}

/// Where a row's label begins, and what its end takes.
fn row_start(choice: &Choice) -> f32 {
    if choice.icon.is_some() {
        BESIDE_ICON
    } else {
        ROW_PADDING
    }
}

fn row_end(choice: &Choice) -> f32 {
    if choice.checked.is_some() || matches!(choice.command, Command::Open(_)) {
        ROW_PADDING + ROW_END
    } else {
        ROW_PADDING
    }
}

/// How large a value is below a label of this size.
fn value_size(size: f32) -> f32 {
    (size * 30.0 / 36.0).round()
}
