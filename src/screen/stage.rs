//! The stage: a picture of 1920×1080 that fills any television, and what is drawn on it again and again.
//!
//! One stage pixel is one egui point: the app sets the scale so that the stage fits the window, and the stage stands
//! in its middle. So every screen names its final positions once, and nothing jumps.

mod buttons;
mod words;

use egui::{Color32, Context, Id, Painter, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::TextSize;
use super::panel::Care;
use super::theme::{Theme, Tone};

pub(super) use buttons::{Column, Grid, Key};
pub(super) use words::{Style, heading, style};

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

/// How much of a colour is left when it is dimmed.
pub(super) const DIMMED: f32 = 0.55;

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
