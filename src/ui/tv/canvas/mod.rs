//! The canvas: a picture of 1920×1080 that fills any television, and what is drawn on it again and again.
//!
//! One canvas pixel is one egui point: the app sets the scale so that the canvas fits the window, and the canvas stands
//! in its middle. So every screen names its final positions once, and nothing jumps. In a window in portrait
//! orientation the canvas is 1920 high and about 1080 wide, with the places of [`tall`](super::tall).

mod buttons;
mod hints;
mod labels;
mod style;
mod text;
mod text_flow;

use std::f32::consts::TAU;

use egui::{Align2, Color32, Id, Mesh, Painter, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::burn_in::BurnInProtection;
use super::choice::Choice;
use super::icon::Icon;
use super::motion::Motion;
use super::theme::{Color, Font};
use super::{tall, theme};
use crate::ui::preferences::{Preferences, TextSize, Theme};
use crate::words::Words;

pub(super) use buttons::{Drawn, Shape};
pub(super) use hints::{BackHint, Hints, InputDevice};
pub(super) use style::{BODY, NOTICE, TITLE, TextStyle, heading, style};
pub(super) use text_flow::TextFlow;

/// The canvas's size in its own pixels, in landscape orientation.
pub(super) const SIZE: Vec2 = vec2(1920.0, 1080.0);
/// The least size in portrait orientation. In a small window, which is often twice as high as it is wide, everything is
/// larger by an eighth than on a television that was turned.
const TALL: Vec2 = vec2(960.0, 1920.0);
/// The canvas follows the shape of a window in portrait orientation up to this width.
const WIDEST_TALL: f32 = 1200.0;
/// How much of a colour is left when it is dimmed.
pub(super) const DIMMED: f32 = 0.55;
/// Where the light of the dark theme is, and how many corners its circles have.
const LIGHT: (f32, f32) = (420.0, 90.0);
const CORNERS: u32 = 48;

#[derive(Clone)]
pub(super) struct Canvas<'a> {
    pub(super) ui: &'a Ui,
    painter: Painter,
    pub(super) words: &'static Words,
    pub(super) burn_in: BurnInProtection,
    pub(super) hints: Hints,
    /// What the buttons of the screen are, and which of them has the focus.
    pub(super) choices: &'a [Choice],
    pub(super) focused: usize,
    /// Names the screen: the focus glides on it, and jumps from one screen to another.
    pub(super) screen: Id,
    pub(super) motion: Motion,
    /// How much is left of every colour but those that are never dimmed.
    pub(super) brightness: f32,
    pub(super) size: Vec2,
    origin: Vec2,
    preferences: Preferences,
}

impl<'a> Canvas<'a> {
    /// The canvas in the middle of a window whose scale is [`scale_for`] its size; without buttons.
    pub(super) fn new(
        ui: &'a Ui,
        words: &'static Words,
        preferences: Preferences,
        burn_in: BurnInProtection,
    ) -> Self {
        let window = ui.ctx().content_rect();
        let size = size_for(window.size(), preferences.overscan);
        Self {
            ui,
            painter: ui.painter().clone(),
            words,
            burn_in,
            hints: Hints::default(),
            choices: &[],
            focused: 0,
            screen: Id::NULL,
            motion: Motion::default(),
            brightness: if burn_in.dim { DIMMED } else { 1.0 },
            origin: (window.center() - size / 2.0).to_vec2() + burn_in.shift,
            size,
            preferences,
        }
    }

    pub(super) fn is_tall(&self) -> bool {
        is_tall(self.size)
    }

    /// What goes with the orientation: a place in landscape or in portrait orientation.
    pub(super) fn either<T>(&self, landscape: T, portrait: T) -> T {
        if self.is_tall() { portrait } else { landscape }
    }

    /// The safe area's left edge.
    pub(super) fn left_edge(&self) -> f32 {
        self.either(theme::LEFT, tall::LEFT)
    }

    /// The safe area's right edge.
    pub(super) fn right_edge(&self) -> f32 {
        self.size.x - self.left_edge()
    }

    /// How wide the safe area is.
    pub(super) fn width(&self) -> f32 {
        self.right_edge() - self.left_edge()
    }

    /// The middle across.
    pub(super) fn middle(&self) -> f32 {
        self.size.x / 2.0
    }

    /// A colour as it is at the moment.
    pub(super) fn color(&self, color: Color) -> Color32 {
        if self.brightness < 1.0 {
            let ground = self.undimmed(Color::Background);
            ground.lerp_to_gamma(self.undimmed(color), self.brightness)
        } else {
            self.undimmed(color)
        }
    }

    /// The same with another brightness.
    pub(super) fn dimmed(&self, brightness: f32) -> Self {
        Self {
            brightness: self.brightness * brightness,
            ..self.clone()
        }
    }

    pub(super) fn is_high_contrast(&self) -> bool {
        self.preferences.theme == Theme::Contrast
    }

    /// A colour of what is never dimmed: the code.
    pub(super) fn undimmed(&self, color: Color) -> Color32 {
        self.preferences.theme.color(color)
    }

    pub(super) fn is_large(&self) -> bool {
        self.preferences.text == TextSize::Large
    }

    /// The painter, in window coordinates: positions must go through [`Self::at`] or [`Self::rect`].
    pub(super) fn painter(&self) -> &Painter {
        &self.painter
    }

    /// Lets all that is drawn from now on come in as far as a new screen has come.
    pub(super) fn come_in(&mut self) {
        let (opacity, way) = self.motion.screen(self.ui.ctx());
        self.painter.set_opacity(opacity);
        self.origin.x += way.round();
    }

    /// Fills the window with the light of the dark theme. It is even while the picture is dimmed.
    pub(super) fn ground(&self) {
        if self.preferences.theme != Theme::Dark || self.burn_in.dim {
            return;
        }
        let (middle, window) = (self.at(LIGHT.0, LIGHT.1), self.ui.ctx().content_rect());
        let farthest = (window.max - middle).abs().max((middle - window.min).abs());
        let farthest = farthest.length();
        let [centre, inner, outer] = theme::LIGHT;
        let mut mesh = Mesh::default();
        mesh.colored_vertex(middle, centre);
        for corner in 0..CORNERS {
            let direction = Vec2::angled(TAU * corner as f32 / CORNERS as f32);
            // The outer circle's sides, too, are outside.
            mesh.colored_vertex(middle + direction * farthest * 0.6, inner);
            mesh.colored_vertex(middle + direction * farthest * 1.01, outer);
            let [one, next] = [corner, (corner + 1) % CORNERS].map(|corner| 1 + 2 * corner);
            mesh.add_triangle(0, one, next);
            mesh.add_triangle(one, one + 1, next);
            mesh.add_triangle(next, one + 1, next + 1);
        }
        self.painter.add(mesh);
    }

    /// Draws an icon of this size around a place.
    pub(super) fn icon(&self, x: f32, y: f32, icon: Icon, size: f32, color: Color) {
        self.icon_at(self.at(x, y), icon, size, self.color(color));
    }

    /// The same in the window, in a colour as it is.
    pub(super) fn icon_at(&self, at: Pos2, icon: Icon, size: f32, color: Color32) {
        let (font, glyph) = (Font::Icons.id(size), icon.char());
        self.painter
            .text(at, Align2::CENTER_CENTER, glyph, font, color);
    }

    /// Fills a rectangle of the window.
    pub(super) fn fill(&self, rect: Rect, radius: u8, color: Color) {
        self.painter().rect_filled(rect, radius, self.color(color));
    }

    /// A canvas position in the window.
    pub(super) fn at(&self, x: f32, y: f32) -> Pos2 {
        pos2(x, y) + self.origin
    }

    /// A canvas rectangle in the window.
    pub(super) fn rect(&self, x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(self.at(x, y), vec2(width, height))
    }
}

pub(super) fn is_tall(window: Vec2) -> bool {
    window.y > window.x
}

/// The scale at which the canvas fits a window of so many device pixels, of which the television hides `overscan`
/// percent at each edge.
#[must_use]
pub(super) fn scale_for(pixels: Vec2, overscan: f32) -> f32 {
    let seen = pixels * (1.0 - overscan / 50.0);
    let least = if is_tall(pixels) { TALL } else { SIZE };
    (seen.x / least.x).min(seen.y / least.y).max(0.1)
}

/// The canvas's size in a window whose scale is [`scale_for`] it.
fn size_for(window: Vec2, overscan: f32) -> Vec2 {
    if !is_tall(window) {
        return SIZE;
    }
    let seen = (window.x * (1.0 - overscan / 50.0)).round();
    vec2(seen.clamp(TALL.x, WIDEST_TALL), TALL.y)
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
            assert_eq!(size_for(window / scale, 0.0), SIZE);
        }
    }

    #[test]
    fn the_stage_turns_with_the_window_and_fits_it() {
        for (window, scale, width) in [
            (vec2(1080.0, 1920.0), 1.0, 1080.0),
            (vec2(2160.0, 3840.0), 2.0, 1080.0),
            (vec2(400.0, 800.0), 400.0 / 960.0, 960.0),
            (vec2(360.0, 800.0), 360.0 / 960.0, 960.0),
            (vec2(768.0, 1024.0), 1024.0 / 1920.0, 1200.0),
            (vec2(1079.0, 1080.0), 0.5625, 1200.0),
        ] {
            for overscan in [0.0, 5.0, 10.0] {
                let seen = 1.0 - overscan / 50.0;
                let found = scale_for(window, overscan);
                assert!((found - seen * scale).abs() < 1e-6, "{window}: {found}");
                let size = size_for(window / found, overscan);
                assert_eq!(size, vec2(width, 1920.0), "{window}");
                let drawn = size * found;
                assert!(drawn.x <= window.x * seen + 0.5 && drawn.y <= window.y * seen + 0.5);
            }
        }
    }
}
