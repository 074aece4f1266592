//! Buttons in a row, a column or a grid; exactly one of them has the focus, which lifts it.

use egui::{Color32, CornerRadius, Rect, Response, Sense, Shadow, Stroke, StrokeKind};

use super::Canvas;
use super::labels::PADDING;
use crate::ui::tv::accessibility;
use crate::ui::tv::motion::{self, ease_out};
use crate::ui::tv::theme::{BUTTON_GAP, BUTTON_HEIGHT, Color};

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

/// What a choice looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui::tv) enum Shape {
    /// An icon and a label in its middle.
    Button,
    /// A row of a list: an icon and a label at its left, a value at its right; or with its value below, for all rows alike.
    Row { size: f32, is_two_lines: bool },
    /// A key of a keyboard.
    Key,
    /// A large card, on which its screen writes.
    Card,
}

impl Shape {
    /// How much larger the focus makes it.
    fn lifted(self) -> f32 {
        match self {
            Self::Button => 1.05,
            Self::Row { .. } | Self::Card => 1.03,
            Self::Key => 1.08,
        }
    }

    fn ground(self) -> Color {
        match self {
            Self::Button => Color::Raised,
            Self::Row { .. } | Self::Key | Self::Card => Color::Surface,
        }
    }

    fn radius(self) -> u8 {
        if self == Self::Card { 28 } else { 16 }
    }
}

/// A button that is drawn: where it is now, in which colour to write on it, and what happened to it.
pub(in crate::ui::tv) struct Drawn {
    pub rect: Rect,
    pub ink: Color32,
    pub clicked: bool,
}

/// Each draws the choices in order, and returns the one that was pointed at and clicked.
impl Canvas<'_> {
    pub(crate) fn grid(&self, place: &Grid, shape: Shape) -> Option<usize> {
        let width = (place.width + place.gap) / place.columns as f32 - place.gap;
        let rects = (0..self.choices.len()).map(|index| {
            let (row, column) = (index / place.columns, index % place.columns);
            let left = place.x + (width + place.gap) * column as f32;
            let top = place.y + (place.height + place.gap) * row as f32;
            self.rect(left, top, width, place.height)
        });
        self.buttons(rects, shape)
    }

    /// A row that begins at `x`, or farther to the left where it is too wide for that; in portrait orientation a column, from
    /// another height on.
    pub(crate) fn row(&self, x: f32, y: f32, tall_y: f32) -> Option<usize> {
        if self.is_tall() {
            return self.grid(
                &Grid {
                    x: self.left_edge(),
                    y: tall_y,
                    width: self.width(),
                    height: BUTTON_HEIGHT,
                    columns: 1,
                    gap: crate::ui::tv::tall::GAP,
                },
                Shape::Button,
            );
        }
        let (whole, gap, scale) = self.row_size(self.width());
        let mut left = x.min(self.right_edge() - whole).max(self.left_edge());
        let rects = self.choices.iter().map(|choice| {
            let width = self.button_width(choice) * scale;
            let rect = self.rect(left, y, width, BUTTON_HEIGHT);
            left += width + gap;
            rect
        });
        self.buttons(rects, Shape::Button)
    }

    /// How wide a row is.
    pub(crate) fn row_width(&self) -> f32 {
        self.row_size(self.width()).0
    }

    /// A row with its middle in the middle of the picture.
    pub(crate) fn centred_row(&self, y: f32, tall_y: f32) -> Option<usize> {
        self.row(self.middle() - self.row_width() / 2.0, y, tall_y)
    }

    /// How wide a row is, how far its buttons are apart, and how much narrower they are than they should be to fit a room.
    fn row_size(&self, room: f32) -> (f32, f32, f32) {
        let gaps = self.choices.len().saturating_sub(1) as f32;
        let widths: f32 = self
            .choices
            .iter()
            .map(|choice| self.button_width(choice))
            .sum();
        if widths + BUTTON_GAP * gaps <= room {
            return (widths + BUTTON_GAP * gaps, BUTTON_GAP, 1.0);
        }
        let gap = 20.0;
        let scale = ((room - gap * gaps) / widths).min(1.0);
        (widths * scale + gap * gaps, gap, scale)
    }

    /// How high a column is of buttons so high and so far apart.
    pub(crate) fn column_height(&self, height: f32, gap: f32) -> f32 {
        (height + gap) * self.choices.len() as f32 - gap
    }

    /// Draws each in its place in the window.
    pub(crate) fn buttons(&self, rects: impl Iterator<Item = Rect>, shape: Shape) -> Option<usize> {
        let places: Vec<_> = rects.map(|rect| (rect, shape)).collect();
        self.buttons_of(&places)
    }

    /// Draws each in its place and shape; the one with the focus last, for it is larger than its place.
    pub(crate) fn buttons_of(&self, places: &[(Rect, Shape)]) -> Option<usize> {
        let responses = self.describe_buttons(places.iter().map(|(rect, _)| *rect));
        let others = (0..places.len()).filter(|index| *index != self.focused);
        let mut clicked = None;
        for index in others.chain([self.focused]) {
            let (Some(response), Some((_, shape))) = (responses.get(index), places.get(index))
            else {
                continue;
            };
            if self.whole_button(response, index, *shape) {
                clicked = Some(index);
            }
        }
        clicked
    }

    /// A button with its label; tells whether it was clicked.
    pub(crate) fn whole_button(&self, response: &Response, index: usize, shape: Shape) -> bool {
        let (choice, drawn) = (&self.choices[index], self.button(response, index, shape));
        match shape {
            Shape::Button => self.centred_label(&drawn, choice, PADDING),
            Shape::Key => self.centred_label(&drawn, choice, 16.0),
            Shape::Row { size, is_two_lines } => self.row_label(&drawn, choice, size, is_two_lines),
            Shape::Card => {}
        }
        drawn.clicked
    }

    /// A button without its label, in the place that is described.
    pub(crate) fn button(&self, response: &Response, index: usize, shape: Shape) -> Drawn {
        let choice = &self.choices[index];
        let has_focus = index == self.focused && !choice.disabled;
        let rect = response.rect;
        let (ctx, time) = (self.ui.ctx(), self.motion.time(motion::FOCUS));
        let id = self.screen.with(("lift", index));
        let lift = ease_out(ctx.animate_bool_with_time(id, has_focus, time));
        let pressed = if has_focus {
            self.motion.press(ctx)
        } else {
            1.0
        };
        let scale = (1.0 + (shape.lifted() - 1.0) * lift) * pressed;
        let rect = Rect::from_center_size(rect.center(), rect.size() * scale);
        let radius = CornerRadius::same(shape.radius());
        let painter = self.painter();
        if lift > 0.0 && !self.is_high_contrast() {
            let shadow = Shadow {
                offset: [0, 18],
                blur: 40,
                spread: 0,
                color: Color32::from_black_alpha((140.0 * lift) as u8),
            };
            painter.add(shadow.as_shape(rect, radius));
        }
        let ground = if choice.disabled {
            Color::Surface
        } else {
            shape.ground()
        };
        let fill = self
            .color(ground)
            .lerp_to_gamma(self.color(Color::Bright), lift);
        painter.rect_filled(rect, radius, fill);
        if has_focus {
            let width = if self.is_high_contrast() { 6.0 } else { 4.0 };
            let edge = Stroke::new(width, self.color(Color::Accent).gamma_multiply(lift));
            painter.rect_stroke(rect, radius, edge, StrokeKind::Outside);
        }
        let ink = match (choice.disabled, lift > 0.5) {
            (true, _) => self.dimmed(0.45).color(Color::Bright),
            (false, true) => self.color(Color::Ink),
            (false, false) => self.color(Color::Bright),
        };
        Drawn {
            rect,
            ink,
            clicked: response.clicked() && !choice.disabled,
        }
    }

    /// What a screen reader finds of the buttons in these places, in the order in which they are read. A place may be outside
    /// of what is seen.
    pub(crate) fn describe_buttons(&self, rects: impl Iterator<Item = Rect>) -> Vec<Response> {
        let describe = |(index, rect): (usize, Rect)| {
            let choice = &self.choices[index];
            // Another button in the same place is another control, which a screen reader reads anew.
            self.ui.ctx().allow_widget_id_changes_in(rect);
            let id = accessibility::button_id(self.ui, index, choice);
            let response = self.ui.interact(rect, id, Sense::click());
            accessibility::button(&response, choice);
            let has_focus = index == self.focused && !choice.disabled;
            if has_focus && !response.has_focus() && !accessibility::on_the_code(self.ui) {
                response.request_focus();
            }
            response
        };
        let known = rects.take(self.choices.len());
        known.enumerate().map(describe).collect()
    }
}
