//! Buttons in a row or a column; exactly one of them has the focus, which lifts it.

use egui::{Color32, CornerRadius, Rect, Response, Sense, Shadow, Stroke, StrokeKind};

use super::Canvas;
use super::labels::PADDING;
use crate::ui::tv::motion::{self, ease_out};
use crate::ui::tv::theme::{BUTTON_GAP, BUTTON_HEIGHT, Color};
use crate::ui::tv::{accessibility, tall};

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
    /// Below each other from a corner on, each so wide and high, and so far apart.
    pub(crate) fn column(
        &self,
        (x, y): (f32, f32),
        width: f32,
        height: f32,
        gap: f32,
    ) -> Option<usize> {
        let rects = (0..self.choices.len()).map(|index| {
            let top = y + (height + gap) * index as f32;
            self.rect(x, top, width, height)
        });
        self.buttons(rects)
    }

    /// A row that begins at `x`, or farther to the left where it is too wide for that; in portrait orientation a column.
    pub(crate) fn row(&self, x: f32, y: f32) -> Option<usize> {
        if self.is_tall() {
            let corner = (self.left_edge(), y);
            return self.column(corner, self.width(), BUTTON_HEIGHT, tall::GAP);
        }
        let (whole, gap, scale) = self.row_size();
        let mut left = x.min(self.right_edge() - whole).max(self.left_edge());
        let rects = self.choices.iter().map(|choice| {
            let width = self.button_width(choice) * scale;
            let rect = self.rect(left, y, width, BUTTON_HEIGHT);
            left += width + gap;
            rect
        });
        self.buttons(rects)
    }

    /// How wide a row is.
    pub(crate) fn row_width(&self) -> f32 {
        self.row_size().0
    }

    /// How wide a row is, how far its buttons are apart, and how much narrower they are than they should be to fit the safe area.
    fn row_size(&self) -> (f32, f32, f32) {
        let room = self.width();
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
    pub(crate) fn buttons(&self, rects: impl Iterator<Item = Rect>) -> Option<usize> {
        self.each_button(rects, |response, index| {
            self.whole_button(response, index, Shape::Button)
        })
    }

    /// Draws each in its place as `draw` does, which tells whether it was clicked; the one with the focus last, for it is
    /// larger than its place.
    pub(crate) fn each_button(
        &self,
        rects: impl Iterator<Item = Rect>,
        draw: impl Fn(&Response, usize) -> bool,
    ) -> Option<usize> {
        let responses = self.describe_buttons(rects);
        let others = (0..responses.len()).filter(|index| *index != self.focused);
        let mut clicked = None;
        for index in others.chain([self.focused]) {
            let response = responses.get(index);
            if response.is_some_and(|response| draw(response, index)) {
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
    fn describe_buttons(&self, rects: impl Iterator<Item = Rect>) -> Vec<Response> {
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
