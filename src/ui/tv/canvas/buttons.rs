//! Buttons in a row, a column or a grid; exactly one of them has the focus, and shows it.

use std::sync::Arc;

use egui::{Align, Align2, Galley, Rect, Sense, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::style::{CLOSE, TextBlock};
use super::text::fitted;
use super::{Canvas, TextStyle, style};
use crate::ui::tv::accessibility;
use crate::ui::tv::choice::Choice;
use crate::ui::tv::tall;
use crate::ui::tv::theme::{BUTTON_GAP, BUTTON_HEIGHT, Color, Font};

/// How long the focus ring glides, in seconds.
const GLIDE: f32 = 0.12;

/// Where buttons stand in rows; one button a row makes a column.
pub(in crate::ui::tv) struct Grid {
    pub x: f32,
    /// The top.
    pub y: f32,
    /// Of a whole row.
    pub width: f32,
    /// Of a button.
    pub height: f32,
    /// Buttons in a row.
    pub columns: usize,
    /// Between two buttons, both ways.
    pub gap: f32,
}

/// Each draws the choices in order, and returns the one that was pointed at and clicked.
impl Canvas<'_> {
    /// A last row of one button is twice as wide, but in a column.
    pub(crate) fn grid(&self, place: &Grid) -> Option<usize> {
        let width = (place.width + place.gap) / place.columns as f32 - place.gap;
        let rects = (0..self.choices.len()).map(|index| {
            let (row, column) = (index / place.columns, index % place.columns);
            let alone = column == 0 && index + 1 == self.choices.len();
            let left = place.x + (width + place.gap) * column as f32;
            let top = place.y + (place.height + place.gap) * row as f32;
            let doubled = 2.0 * width + place.gap;
            let width = if alone && place.columns > 1 {
                doubled
            } else {
                width
            };
            self.rect(left, top, width, place.height)
        });
        self.buttons(rects)
    }

    /// Begins at `x`.
    pub(crate) fn row(&self, x: f32, y: f32) -> Option<usize> {
        let mut left = x;
        let rects = self.choices.iter().map(|choice| {
            let width = self.button_width(choice);
            let rect = self.rect(left, y, width, BUTTON_HEIGHT);
            left += width + BUTTON_GAP;
            rect
        });
        self.buttons(rects)
    }

    /// A row with its middle at `x`; in portrait orientation a column in the middle, from another height on.
    pub(crate) fn centred_buttons(&self, x: f32, y: f32, tall_y: f32) -> Option<usize> {
        if self.is_tall() {
            let width = self.width().min(tall::WIDEST);
            return self.grid(&Grid {
                x: self.middle() - width / 2.0,
                y: tall_y,
                width,
                height: BUTTON_HEIGHT,
                columns: 1,
                gap: tall::GAP,
            });
        }
        let gaps = BUTTON_GAP * self.choices.len().saturating_sub(1) as f32;
        let widths = self.choices.iter().map(|choice| self.button_width(choice));
        let whole = widths.sum::<f32>() + gaps;
        self.row(x - whole / 2.0, y)
    }

    /// How high a column is of buttons so high and so far apart.
    pub(crate) fn column_height(&self, height: f32, gap: f32) -> f32 {
        (height + gap) * self.choices.len() as f32 - gap
    }

    fn buttons(&self, rects: impl Iterator<Item = Rect>) -> Option<usize> {
        let mut clicked = None;
        for (index, rect) in rects.enumerate() {
            if self.button(rect, index) {
                clicked = Some(index);
            }
        }
        clicked
    }

    fn button_width(&self, choice: &Choice) -> f32 {
        let style = self.sized(style(Font::SemiBold, 36.0, Color::Bright));
        let labels = choice.room_for.iter().chain([&choice.label]);
        let widths = labels.map(|label| self.one_line(style, label, "", f32::INFINITY).size().x);
        (widths.fold(0.0, f32::max) + 88.0).max(176.0).ceil()
    }

    fn button(&self, rect: Rect, index: usize) -> bool {
        let (choice, focused) = (&self.choices[index], index == self.focused);
        // Another button in the same place is another control, which a screen reader reads anew.
        self.ui.ctx().allow_widget_id_changes_in(rect);
        let id = accessibility::button_id(self.ui, index, choice);
        let response = self.ui.interact(rect, id, Sense::click());
        accessibility::button(&response, choice);
        if focused && !response.has_focus() && !accessibility::on_the_code(self.ui) {
            response.request_focus();
        }
        let ink = match (focused, choice.disabled) {
            (true, false) => {
                self.fill(rect, 14, Color::Bright);
                Color::Ink
            }
            (false, false) => {
                self.fill(rect, 14, Color::Raised);
                Color::Bright
            }
            // What does nothing is hollow: another shape, not only another colour.
            (_, true) => {
                let line = Stroke::new(3.0, self.color(Color::Faint));
                self.painter()
                    .rect_stroke(rect, 14, line, StrokeKind::Inside);
                Color::Quiet
            }
        };
        if focused {
            self.ring(rect);
        }
        self.button_text(rect, choice, ink);
        if choice.checked == Some(true) {
            let middle = rect.left_center() + vec2(48.0, 0.0);
            let points = [(-14.0, 1.0), (-4.0, 11.0), (15.0, -10.0)];
            let mark = points.map(|(x, y)| middle + vec2(x, y)).to_vec();
            let line = Stroke::new(5.0, self.color(ink));
            self.painter().line(mark, line);
        }
        response.clicked()
    }

    /// The label in the middle; or the label at the left and the value at the right.
    fn button_text(&self, rect: Rect, choice: &Choice, ink: Color) {
        let bold = self.sized(style(Font::SemiBold, 36.0, ink));
        let inside = rect.shrink2(vec2(44.0_f32.min(rect.width() * 0.08), 0.0));
        let draw = |style, room, rect, align: Align2, text: &str| {
            let galley = fitted(style, room, |style, width| {
                self.label(style, text, vec2(width, inside.height()))
            });
            let size = galley.size();
            let corner = align.align_size_within_rect(size, rect).min;
            // Centred lines begin to the left of their galley's own place.
            let corner = corner - galley.rect.min.to_vec2();
            self.painter().galley(corner, galley, self.color(ink));
            size.x
        };
        let Some(value) = &choice.value else {
            let room = inside.width().max(1.0);
            draw(bold, room, rect, Align2::CENTER_CENTER, &choice.label);
            return;
        };
        let room = inside.width() * 0.58;
        let taken = draw(bold, room, inside, Align2::LEFT_CENTER, &choice.label);
        let font = Font::Regular;
        let regular = TextStyle { font, ..bold };
        let room = inside.width() - taken - 32.0;
        draw(regular, room, inside, Align2::RIGHT_CENTER, value);
    }

    /// A label or value: in two lines where one is too narrow for it and the button is high enough.
    fn label(&self, style: TextStyle, text: &str, room: Vec2) -> Arc<Galley> {
        let block = TextBlock::new(style, CLOSE, Align::Center, text);
        let lines = self.balanced(&block, room);
        if !room.x.is_finite() || lines.elided || lines.rows.len() < 2 {
            return self.one_line(style, text, "", room.x);
        }
        lines
    }

    /// The frame around what has the focus: a gap of background, then the ring.
    fn ring(&self, rect: Rect) {
        // Buttons of a tight column are nearer to each other than the usual ring is wide.
        let (gap, width) = if rect.height() < BUTTON_HEIGHT {
            (3.0, 6.0)
        } else {
            (6.0, 7.0)
        };
        let line = Stroke::new(width, self.color(Color::Accent));
        // On its way from one place to another.
        let edge = |name: &str, target: f32| match self.ring {
            Some(id) => self
                .ui
                .ctx()
                .animate_value_with_time(id.with(name), target, GLIDE),
            None => target,
        };
        let rect = Rect::from_min_max(
            pos2(edge("left", rect.min.x), edge("top", rect.min.y)),
            pos2(edge("right", rect.max.x), edge("bottom", rect.max.y)),
        );
        self.painter()
            .rect_stroke(rect.expand(gap), 20, line, StrokeKind::Outside);
    }
}
