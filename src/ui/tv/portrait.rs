//! The person's picture in its disc, where the monogram stands until it comes and wherever it never does.

use egui::epaint::RectShape;
use egui::{Color32, ColorImage, CornerRadius, Rect, TextureHandle, TextureOptions, Vec2, pos2};

use super::stage::{DIMMED, Stage};
use super::theme::Tone;
use crate::auth::portrait::Portrait;
use crate::pairing::View;

/// The disc's radius in stage pixels.
const RADIUS: f32 = 110.0;

/// The last picture, scaled once to the pixels of this window and shown many times.
#[derive(Default)]
pub(super) struct PortraitCache {
    shown: Option<(Portrait, u32, TextureHandle)>,
}

impl PortraitCache {
    /// Draws the disc around a place, and the picture in it if there is one. A screen reader hears the name below and nothing of this.
    pub(super) fn show(
        &mut self,
        stage: &Stage<'_>,
        (x, y): (f32, f32),
        portrait: Option<&Portrait>,
    ) {
        let (middle, radius) = (stage.at(x, y), RADIUS);
        // What is transparent in a picture shows the disc, which goes with the theme.
        stage
            .painter()
            .circle_filled(middle, radius, stage.color(Tone::Disc));
        let Some(portrait) = portrait else {
            return;
        };
        let rect = Rect::from_center_size(middle, Vec2::splat(2.0 * radius));
        // Scaled here to exactly as many pixels as the window has, or a graphics card would skip some of them.
        let side = (rect.width() * stage.ctx().pixels_per_point()).round() as u32;
        let texture = match &self.shown {
            Some((shown, at, texture)) if shown == portrait && *at == side => texture.id(),
            _ => {
                let (width, pixels) = portrait.pixels(side);
                let image = ColorImage::from_rgba_premultiplied([width as usize; 2], &pixels);
                let texture = stage
                    .ctx()
                    .load_texture("portrait", image, TextureOptions::LINEAR);
                let id = texture.id();
                self.shown = Some((portrait.clone(), side, texture));
                id
            }
        };
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        let round = CornerRadius::same(radius as u8);
        let tint = if stage.burn_in.dim {
            Color32::WHITE.gamma_multiply(DIMMED)
        } else {
            Color32::WHITE
        };
        let shape = RectShape::filled(rect, round, tint).with_texture(texture, whole);
        stage.painter().add(shape);
    }

    /// Lets the picture go once its owner has left.
    pub(super) fn keep_only_for(&mut self, view: &View) {
        let theirs = matches!(
            view,
            View::Paired {
                portrait: Some(_),
                ..
            }
        );
        if !theirs {
            self.shown = None;
        }
    }
}
