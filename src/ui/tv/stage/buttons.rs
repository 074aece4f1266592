//! Buttons on a stage, in a row or a column; exactly one of them has the focus, and shows it.

use std::sync::Arc;

use egui::{
    Align, Align2, CornerRadius, Galley, Rect, Sense, Stroke, StrokeKind, Vec2, pos2, vec2,
};

use super::words::{CLOSE, fitted};
use super::{Stage, Style, style};
use crate::ui::tv::accessibility;
use crate::ui::tv::theme::{self, Tone, Weight};

/// How long the focus ring glides, in seconds.
const GLIDE: f32 = 0.12;

/// One button.
#[derive(Clone, Debug)]
pub(in crate::ui::tv) struct Key {
    /// What stands on it.
    pub label: String,
    /// Whether it does anything at the moment.
    pub enabled: bool,
    /// It is at least as wide as these labels need, so that it does not change its size with its label.
    pub room_for: Vec<String>,
    /// What it is set to; stands at its end.
    pub value: Option<String>,
    /// What is read of it, where that is not what stands on it.
    pub spoken: Option<String>,
    /// It is one of several of which one is chosen: whether it is the one.
    pub checked: Option<bool>,
}

/// Where a column of buttons stands.
pub(in crate::ui::tv) struct Column {
    /// Left edge.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Of each button.
    pub width: f32,
    /// Of each button.
    pub height: f32,
    /// Between two buttons.
    pub gap: f32,
}

/// Where a block of buttons stands, row by row.
pub(in crate::ui::tv) struct Grid {
    /// Left edge.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Of a whole row.
    pub width: f32,
    /// Buttons in a row.
    pub columns: usize,
    /// Between two buttons, both ways.
    pub gap: f32,
}

impl Stage<'_> {
    /// A block of buttons, `keys` in order, row by row; a last row of one is twice as wide. Returns the one that was
    /// pointed at and clicked.
    pub(in crate::ui::tv) fn grid(
        &self,
        place: &Grid,
        keys: &[Key],
        focused: usize,
    ) -> Option<usize> {
        let width = (place.width + place.gap) / place.columns as f32 - place.gap;
        let mut clicked = None;
        for (index, key) in keys.iter().enumerate() {
            let (row, column) = (index / place.columns, index % place.columns);
            let alone = column == 0 && index + 1 == keys.len();
            let left = place.x + (width + place.gap) * column as f32;
            let top = place.y + (theme::BUTTON_HEIGHT + place.gap) * row as f32;
            let width = if alone {
                2.0 * width + place.gap
            } else {
                width
            };
            let rect = self.rect(left, top, width, theme::BUTTON_HEIGHT);
            if self.button(rect, key, index, index == focused) {
                clicked = Some(index);
            }
        }
        clicked
    }

    /// A row of buttons, `keys` in order from `x`; returns the one that was pointed at and clicked.
    pub(in crate::ui::tv) fn row(
        &self,
        x: f32,
        y: f32,
        keys: &[Key],
        focused: usize,
    ) -> Option<usize> {
        let widths = self.widths(keys);
        let mut left = x;
        let mut clicked = None;
        for (index, (key, width)) in keys.iter().zip(&widths).enumerate() {
            let rect = self.rect(left, y, *width, theme::BUTTON_HEIGHT);
            if self.button(rect, key, index, index == focused) {
                clicked = Some(index);
            }
            left += width + theme::BUTTON_GAP;
        }
        clicked
    }

    /// A row of buttons around `x`.
    pub(in crate::ui::tv) fn centred_row(
        &self,
        x: f32,
        y: f32,
        keys: &[Key],
        focused: usize,
    ) -> Option<usize> {
        let gaps = theme::BUTTON_GAP * keys.len().saturating_sub(1) as f32;
        let width = self.widths(keys).iter().sum::<f32>() + gaps;
        self.row(x - width / 2.0, y, keys, focused)
    }

    /// A column of buttons, `keys` in order from its top; returns the one that was pointed at and clicked.
    pub(in crate::ui::tv) fn column(
        &self,
        place: &Column,
        keys: &[Key],
        focused: usize,
    ) -> Option<usize> {
        let mut clicked = None;
        for (index, key) in keys.iter().enumerate() {
            let top = place.y + (place.height + place.gap) * index as f32;
            let rect = self.rect(place.x, top, place.width, place.height);
            if self.button(rect, key, index, index == focused) {
                clicked = Some(index);
            }
        }
        clicked
    }

    fn widths(&self, keys: &[Key]) -> Vec<f32> {
        let style = self.sized(style(Weight::SemiBold, 36.0, Tone::Bright));
        let width = |label: &String| self.galley(style, label, f32::INFINITY).size().x;
        keys.iter()
            .map(|key| {
                let widest = key
                    .room_for
                    .iter()
                    .chain([&key.label])
                    .map(width)
                    .fold(0.0, f32::max);
                (widest + 88.0).max(176.0).ceil()
            })
            .collect()
    }

    fn button(&self, rect: Rect, key: &Key, index: usize, focused: bool) -> bool {
        // Another button in the same place is another control, which a screen reader reads anew.
        self.ctx().allow_widget_id_changes_in(rect);
        let id = accessibility::button_id(self.ui, index, key);
        let response = self.ui.interact(rect, id, Sense::click());
        accessibility::button(&response, key);
        if focused && !response.has_focus() && !accessibility::on_the_code(self.ui) {
            response.request_focus();
        }
        let (fill, ink) = match (focused, key.enabled) {
            (true, true) => (Some(Tone::Bright), Tone::Ink),
            (false, true) => (Some(Tone::Raised), Tone::Bright),
            (_, false) => (None, Tone::Quiet),
        };
        if let Some(fill) = fill {
            self.painter()
                .rect_filled(rect, CornerRadius::same(14), self.color(fill));
        } else {
            // What does nothing is hollow: another shape, not only another colour.
            let line = Stroke::new(3.0, self.color(Tone::Faint));
            self.painter()
                .rect_stroke(rect, CornerRadius::same(14), line, StrokeKind::Inside);
        }
        if focused {
            self.ring(rect);
        }
        let style = self.sized(style(Weight::SemiBold, 36.0, ink));
        let inside = rect.shrink2(vec2(44.0_f32.min(rect.width() * 0.08), 0.0));
        if let Some(value) = &key.value {
            // The name at the left, what it is set to at the right.
            let room = inside.width() * 0.58;
            let name = fitted(style, room, |style, width| {
                self.label(style, &key.label, vec2(width, rect.height()))
            });
            let taken = name.size().x;
            self.ink(inside, Align2::LEFT_CENTER, name, ink);
            let style = Style {
                weight: Weight::Regular,
                ..style
            };
            let room = inside.width() - taken - 32.0;
            let value = fitted(style, room, |style, width| {
                self.label(style, value, vec2(width, rect.height()))
            });
            self.ink(inside, Align2::RIGHT_CENTER, value, ink);
        } else {
            let room = inside.width().max(1.0);
            let name = fitted(style, room, |style, width| {
                self.label(style, &key.label, vec2(width, rect.height()))
            });
            self.ink(rect, Align2::CENTER_CENTER, name, ink);
        }
        if key.checked == Some(true) {
            let middle = rect.left_center() + vec2(48.0, 0.0);
            let points = [(-14.0, 1.0), (-4.0, 11.0), (15.0, -10.0)];
            let mark = points.map(|(x, y)| middle + vec2(x, y));
            self.painter()
                .line(mark.to_vec(), Stroke::new(5.0, self.color(ink)));
        }
        response.clicked()
    }

    /// A button's name, or what it is set to: in two lines where one is too narrow for it and the button is high enough.
    fn label(&self, style: Style, text: &str, room: Vec2) -> Arc<Galley> {
        let lines = self.balanced(style, CLOSE, Align::Center, room, text, None);
        if !room.x.is_finite() || lines.elided || lines.rows.len() < 2 {
            return self.galley(style, text, room.x);
        }
        lines
    }

    /// The frame around what has the focus: a gap of background, then the ring.
    fn ring(&self, rect: Rect) {
        // Buttons of a tight column are nearer to each other than the usual ring is wide.
        let (gap, width) = if rect.height() < theme::BUTTON_HEIGHT {
            (3.0, 6.0)
        } else {
            (6.0, 7.0)
        };
        let rect = self.glided(rect);
        self.painter().rect_stroke(
            rect.expand(gap),
            CornerRadius::same(20),
            Stroke::new(width, self.color(Tone::Accent)),
            StrokeKind::Outside,
        );
    }

    /// Where the ring is on its way to a place.
    fn glided(&self, rect: Rect) -> Rect {
        let Some(id) = self.look.glides_on else {
            return rect;
        };
        let edge = |name: &str, target: f32| {
            self.ctx()
                .animate_value_with_time(id.with(name), target, GLIDE)
        };
        Rect::from_min_max(
            pos2(edge("left", rect.min.x), edge("top", rect.min.y)),
            pos2(edge("right", rect.max.x), edge("bottom", rect.max.y)),
        )
    }

    fn ink(&self, rect: Rect, align: Align2, galley: Arc<Galley>, tone: Tone) {
        let corner = align.align_size_within_rect(galley.size(), rect).min;
        // Centred lines begin to the left of their galley's own place.
        let corner = corner - galley.rect.min.to_vec2();
        self.painter().galley(corner, galley, self.color(tone));
    }
}
