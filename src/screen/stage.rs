//! The stage: a picture of 1920×1080 that fills any television, and what is drawn on it again and again.
//!
//! One stage pixel is one egui point: the app sets the scale so that the stage fits the window, and the stage stands
//! in its middle. So every screen names its final positions once, and nothing jumps.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Color32, Context, CornerRadius, Galley, Id, Painter, Pos2, Rect, Role, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::TextSize;
use super::ears;
use super::panel::Care;
use super::theme::{self, Theme, Tone, Weight};

/// The stage's size in its own pixels.
pub(super) const SIZE: Vec2 = vec2(1920.0, 1080.0);

/// A place to draw on.
pub(super) struct Stage<'a> {
    ui: &'a Ui,
    origin: Vec2,
    look: Look,
}

/// How everything on a stage looks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// The colours.
    pub theme: Theme,
    /// How large the words are.
    pub text: TextSize,
    /// For the panel's sake.
    pub care: Care,
    /// What the focus ring glides on; it jumps from one to another, and without any.
    pub glides_on: Option<Id>,
}

/// How much larger large words are, where nothing else is said.
const LARGER: f32 = 1.25;
/// How much of a colour is left when it is dimmed.
const DIMMED: f32 = 0.55;
/// How long the focus ring glides, in seconds.
const GLIDE: f32 = 0.12;

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Its weight.
    pub weight: Weight,
    /// Its size in stage pixels.
    pub size: f32,
    /// Its colour.
    pub tone: Tone,
    /// It says what the screen is about, which a screen reader is told.
    pub heading: bool,
}

/// Shorthand for a [`Style`].
#[must_use]
pub(super) const fn style(weight: Weight, size: f32, tone: Tone) -> Style {
    Style {
        weight,
        size,
        tone,
        heading: false,
    }
}

/// Shorthand for the [`Style`] of a title.
#[must_use]
pub(super) const fn heading(weight: Weight, size: f32, tone: Tone) -> Style {
    Style {
        heading: true,
        ..style(weight, size, tone)
    }
}

/// One button.
#[derive(Clone, Debug)]
pub(super) struct Key {
    /// What stands on it.
    pub label: String,
    /// Whether it does anything at the moment.
    pub enabled: bool,
    /// It is at least as wide as these labels need, so that it does not change its size with its label.
    pub room_for: Vec<String>,
    /// What it is set to; stands at its end.
    pub value: Option<String>,
    /// It is one of several of which one is chosen: whether it is the one.
    pub checked: Option<bool>,
}

/// Where a column of buttons stands.
pub(super) struct Column {
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

impl<'a> Stage<'a> {
    /// The stage in the middle of a window whose scale is [`scale_for`] its size.
    pub(super) fn new(ui: &'a Ui, look: Look) -> Self {
        let window = ui.ctx().content_rect();
        Self {
            ui,
            origin: (window.center() - SIZE / 2.0).to_vec2() + look.care.shift,
            look,
        }
    }

    /// The colour of a tone at the moment.
    pub(super) fn color(&self, tone: Tone) -> Color32 {
        if self.look.care.dim {
            let ground = self.lit(Tone::Background);
            ground.lerp_to_gamma(self.lit(tone), DIMMED)
        } else {
            self.lit(tone)
        }
    }

    /// The colour of a tone for what is never dimmed: the code.
    pub(super) fn lit(&self, tone: Tone) -> Color32 {
        self.look.theme.color(tone)
    }

    /// Whether words are large.
    pub(super) fn is_large(&self) -> bool {
        self.look.text == TextSize::Large
    }

    /// How the panel is cared for.
    pub(super) fn care(&self) -> Care {
        self.look.care
    }

    /// A style as large as the person wants it.
    fn sized(&self, style: Style) -> Style {
        let larger = if self.is_large() { LARGER } else { 1.0 };
        Style {
            size: style.size * larger,
            ..style
        }
    }

    /// The context that is drawn in.
    pub(super) fn ctx(&self) -> &Context {
        self.ui.ctx()
    }

    /// The painter, in window coordinates: positions must go through [`Self::at`] or [`Self::rect`].
    pub(super) fn painter(&self) -> &Painter {
        self.ui.painter()
    }

    /// A stage position in the window.
    pub(super) fn at(&self, x: f32, y: f32) -> Pos2 {
        pos2(x, y) + self.origin
    }

    /// A stage rectangle in the window.
    pub(super) fn rect(&self, x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(self.at(x, y), vec2(width, height))
    }

    /// Draws one line of text that begins at `x` and has its middle at `y`; smaller where it would be wider than `room`.
    pub(super) fn left(&self, x: f32, y: f32, style: Style, room: f32, text: &str) -> Rect {
        self.line(self.at(x, y), Align2::LEFT_CENTER, style, room, text)
    }

    /// Like [`Self::left`], with its middle at `x`.
    pub(super) fn centred(&self, x: f32, y: f32, style: Style, room: f32, text: &str) -> Rect {
        self.line(self.at(x, y), Align2::CENTER_CENTER, style, room, text)
    }

    /// Like [`Self::left`], with its end at `x`.
    pub(super) fn right(&self, x: f32, y: f32, style: Style, room: f32, text: &str) -> Rect {
        self.line(self.at(x, y), Align2::RIGHT_CENTER, style, room, text)
    }

    /// Like [`Self::left`], for the code: it is never dimmed, and a screen reader is told it in other words.
    pub(super) fn code(&self, x: f32, y: f32, style: Style, room: f32, code: &str) -> Rect {
        let color = self.lit(style.tone);
        let galley = fitted(self.sized(style), room, |style| {
            let font = theme::font(style.weight, style.size);
            self.painter().layout_no_wrap(code.to_owned(), font, color)
        });
        let rect = Align2::LEFT_CENTER.anchor_size(self.at(x, y), galley.size());
        self.painter().galley(rect.min, galley, color);
        rect
    }

    fn line(&self, at: Pos2, align: Align2, style: Style, room: f32, text: &str) -> Rect {
        let style = self.sized(style);
        let galley = fitted(style, room, |style| self.galley(style, text, f32::INFINITY));
        self.show(at, align, style, text, galley)
    }

    /// Draws text in as many lines as it needs, each beginning at `x`, `room` wide at most, the first at `y`.
    pub(super) fn text(&self, x: f32, y: f32, style: Style, room: f32, text: &str) -> Rect {
        let style = self.sized(style);
        let font = theme::font(style.weight, style.size);
        let mut job = LayoutJob::simple(text.to_owned(), font, self.color(style.tone), room);
        for section in &mut job.sections {
            section.format.line_height = Some(style.size * 1.45);
        }
        let galley = self.painter().layout_job(job);
        self.show(self.at(x, y), Align2::LEFT_TOP, style, text, galley)
    }

    /// Draws text in as many lines as it needs, each centred, in a room so wide and high that begins at `y`; smaller
    /// where it would be higher, and cut off where even that does not help. The lines are about equally long: no word
    /// is left alone on the last one.
    pub(super) fn paragraph(&self, x: f32, y: f32, style: Style, room: Vec2, text: &str) -> Rect {
        let mut style = self.sized(style);
        let lay_out = |style: Style, width| {
            let font = theme::font(style.weight, style.size);
            let color = self.color(style.tone);
            let mut job = LayoutJob::simple(text.to_owned(), font, color, width);
            job.halign = egui::Align::Center;
            let line = style.size * 1.45;
            job.wrap.max_rows = (room.y / line).floor().max(1.0) as usize;
            for section in &mut job.sections {
                section.format.line_height = Some(line);
            }
            self.painter().layout_job(job)
        };
        let mut galley = lay_out(style, room.x);
        while galley.elided && style.size > theme::SMALLEST_TEXT {
            style.size = (style.size - 2.0).max(theme::SMALLEST_TEXT);
            galley = lay_out(style, room.x);
        }
        let mut narrower = room.x;
        while narrower > room.x * 0.5 {
            narrower -= room.x * 0.03;
            let candidate = lay_out(style, narrower);
            if candidate.rows.len() > galley.rows.len() || candidate.elided {
                break;
            }
            galley = candidate;
        }
        let rect = Rect::from_min_size(
            self.at(x, y) - vec2(galley.size().x / 2.0, 0.0),
            galley.size(),
        );
        self.describe(rect, role(style), text);
        self.painter()
            .galley(self.at(x, y), galley, self.color(style.tone));
        rect
    }

    /// Draws one line in which `strong` is set in bold.
    pub(super) fn line_with(
        &self,
        x: f32,
        y: f32,
        style: Style,
        room: f32,
        text: &str,
        strong: &str,
    ) -> Rect {
        let style = self.sized(style);
        let galley = fitted(style, room, |style| {
            let mut job = LayoutJob::default();
            let format = |weight, color| TextFormat::simple(theme::font(weight, style.size), color);
            let plain = format(style.weight, self.color(style.tone));
            if let Some((before, after)) = text.split_once(strong) {
                job.append(before, 0.0, plain.clone());
                job.append(strong, 0.0, format(Weight::Bold, self.color(Tone::Bright)));
                job.append(after, 0.0, plain);
            } else {
                job.append(text, 0.0, plain);
            }
            self.painter().layout_job(job)
        });
        self.show(self.at(x, y), Align2::LEFT_CENTER, style, text, galley)
    }

    /// A row of buttons, `keys` in order from `x`; returns the one that was pointed at and clicked.
    pub(super) fn row(&self, x: f32, y: f32, keys: &[Key], focused: usize) -> Option<usize> {
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
    pub(super) fn centred_row(
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
    pub(super) fn column(&self, place: &Column, keys: &[Key], focused: usize) -> Option<usize> {
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
        let id = ears::button_id(self.ui, index, key);
        let response = self.ui.interact(rect, id, Sense::click());
        ears::button(&response, key);
        if focused && !response.has_focus() && !ears::on_the_code(self.ui) {
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
        let inside = rect.shrink2(vec2(44.0, 0.0));
        if let Some(value) = &key.value {
            // The name at the left, what it is set to at the right.
            let room = inside.width() * 0.58;
            let name = fitted(style, room, |style| {
                self.galley(style, &key.label, f32::INFINITY)
            });
            self.ink(inside, Align2::LEFT_CENTER, name, ink);
            let style = Style {
                weight: Weight::Regular,
                ..style
            };
            let room = inside.width() - room;
            let value = fitted(style, room, |style| {
                self.galley(style, value, f32::INFINITY)
            });
            self.ink(inside, Align2::RIGHT_CENTER, value, ink);
        } else {
            let room = inside.width().max(1.0);
            let name = fitted(style, room, |style| {
                self.galley(style, &key.label, f32::INFINITY)
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
        self.painter().galley(corner, galley, self.color(tone));
    }

    fn show(&self, at: Pos2, align: Align2, style: Style, text: &str, galley: Arc<Galley>) -> Rect {
        let rect = align.anchor_size(at, galley.size());
        self.describe(rect, role(style), text);
        self.painter()
            .galley(rect.min, galley, self.color(Tone::Text));
        rect
    }

    /// Lets a screen reader find a text or an image where it stands.
    pub(super) fn describe(&self, rect: Rect, role: Role, text: &str) {
        // Its place on the stage, which stays while the stage itself moves.
        let place = rect.min - self.origin;
        let id: Id =
            self.ui
                .scope_id()
                .with(("text", place.x.round() as i32, place.y.round() as i32));
        self.ui
            .interact(rect, id, Sense::hover())
            .widget_info(|| WidgetInfo::labeled(role, true, text));
    }

    fn galley(&self, style: Style, text: &str, room: f32) -> Arc<Galley> {
        self.painter().layout(
            text.to_owned(),
            theme::font(style.weight, style.size),
            self.color(style.tone),
            room,
        )
    }
}

fn role(style: Style) -> Role {
    if style.heading {
        Role::Heading
    } else {
        Role::Label
    }
}

/// The largest size up to the style's that fits the room, but never smaller than what can be read.
fn fitted(mut style: Style, room: f32, lay_out: impl Fn(Style) -> Arc<Galley>) -> Arc<Galley> {
    let galley = lay_out(style);
    if galley.size().x <= room {
        return galley;
    }
    style.size = (style.size * room / galley.size().x)
        .floor()
        .max(theme::SMALLEST_TEXT);
    lay_out(style)
}

/// The scale at which the stage fits a window of so many device pixels, of which the television hides `overscan`
/// percent at each edge.
#[must_use]
pub(super) fn scale_for(pixels: Vec2, overscan: f32) -> f32 {
    let seen = pixels * (1.0 - overscan / 50.0);
    (seen.x / SIZE.x).min(seen.y / SIZE.y).max(0.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stage_fits_every_window() {
        for (window, scale) in [
            (vec2(1920.0, 1080.0), 1.0),
            (vec2(3840.0, 2160.0), 2.0),
            (vec2(1280.0, 720.0), 2.0 / 3.0),
            (vec2(1024.0, 768.0), 1024.0 / 1920.0),
            (vec2(2560.0, 1080.0), 1.0),
        ] {
            assert!((scale_for(window, 0.0) - scale).abs() < 1e-6);
            assert!((scale_for(window, 5.0) - 0.9 * scale).abs() < 1e-6);
        }
    }
}
