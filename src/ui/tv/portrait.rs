//! The person's picture in its disc, where the monogram stands until it comes and wherever it never does.

use egui::epaint::RectShape;
use egui::{Color32, ColorImage, Rect, TextureHandle, TextureOptions, Vec2, pos2};

use super::canvas::Canvas;
use super::theme::Color;
use crate::auth::portrait::Portrait;

/// The disc's radius in canvas pixels.
pub(super) const RADIUS: f32 = 128.0;

/// The last picture, scaled once to so many pixels of this window and shown many times.
pub(super) type PortraitCache = Option<(Portrait, u32, TextureHandle)>;

/// Draws the disc of this radius around a place, and the picture in it if there is one. A screen reader hears the name below and nothing of this.
pub(super) fn draw(
    canvas: &Canvas<'_>,
    (x, y): (f32, f32),
    radius: f32,
    portrait: Option<&Portrait>,
    cache: &mut PortraitCache,
) {
    let (painter, middle) = (canvas.painter(), canvas.at(x, y));
    // What is transparent in a picture shows the disc, which goes with the theme.
    painter.circle_filled(middle, radius, canvas.color(Color::Disc));
    let Some(portrait) = portrait else {
        return;
    };
    let rect = Rect::from_center_size(middle, Vec2::splat(2.0 * radius));
    // Scaled here to exactly as many pixels as the window has, or a graphics card would skip some of them.
    let side = (2.0 * RADIUS * canvas.ui.ctx().pixels_per_point()).round() as u32;
    let is_known = |(shown, at, _): &(Portrait, u32, _)| shown == portrait && *at == side;
    if !cache.as_ref().is_some_and(is_known) {
        let (width, pixels) = portrait.pixels(side);
        let image = ColorImage::from_rgba_premultiplied([width as usize; 2], &pixels);
        let options = TextureOptions::LINEAR;
        let texture = canvas.ui.ctx().load_texture("portrait", image, options);
        *cache = Some((portrait.clone(), side, texture));
    }
    let Some((.., texture)) = cache else {
        return;
    };
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let tint = Color32::WHITE.gamma_multiply(canvas.brightness);
    painter.add(RectShape::filled(rect, radius as u8, tint).with_texture(texture.id(), whole));
}
