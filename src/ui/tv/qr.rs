//! QR codes that scan: whole device pixels, aligned, on a quiet bright plate.

use egui::{
    Color32, ColorImage, CornerRadius, Pos2, Rect, Role, TextureHandle, TextureOptions, Vec2, pos2,
    vec2,
};

use super::stage::Stage;
use super::theme;
use crate::ui::presentation::Scan;
use crate::ui::symbol::{QUIET_ZONE, modules};
use crate::words::Words;

/// The last symbol, drawn once and shown many times.
#[derive(Default)]
pub(super) struct Qr {
    shown: Option<(String, Option<Symbol>)>,
}

/// Modules a side, and their picture.
struct Symbol {
    width: usize,
    texture: TextureHandle,
}

/// A module of fewer device pixels is too small for a camera.
const SMALLEST_MODULE: f32 = 2.0;

impl Qr {
    /// Draws the symbol in the middle of a plate of `side` stage pixels at `corner`, or says that its text is too long.
    pub(super) fn show(
        &mut self,
        stage: &Stage<'_>,
        words: &Words,
        corner: Pos2,
        side: f32,
        scan: &Scan,
    ) {
        let text = &scan.text;
        plate(stage, corner, side, theme::PLATE);
        let rect = stage.rect(corner.x, corner.y, side, side);
        if self.shown.as_ref().is_none_or(|(shown, _)| shown != text) {
            self.shown = Some((text.clone(), symbol(stage, text)));
        }
        let symbol = self.shown.as_ref().and_then(|(_, symbol)| symbol.as_ref());
        let pixels_per_point = stage.ctx().pixels_per_point();
        let fits = |symbol: &&Symbol| {
            module(rect.width() * pixels_per_point, symbol.width) >= SMALLEST_MODULE
        };
        let Some(Symbol { width, texture }) = symbol.filter(fits) else {
            let too_long = words.get("pairing-qr-too-long");
            let inside = vec2(side * 0.8, side * 0.5);
            let top = corner.y + side * 0.3;
            stage.on_a_plate(corner.x + side / 2.0, top, inside, &too_long);
            return;
        };
        stage.describe(rect, Role::Image, &scan.caption);
        let rect = aligned(rect, *width, pixels_per_point, stage.burn_in.modules);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        stage
            .painter()
            .image(texture.id(), rect, whole, Color32::WHITE);
    }
}

fn symbol(stage: &Stage<'_>, text: &str) -> Option<Symbol> {
    let (width, dark) = modules(text)?;
    let pixels = dark
        .iter()
        .map(|dark| if *dark { theme::MODULE } else { theme::PLATE })
        .collect();
    let image = ColorImage::new([width, width], pixels);
    let texture = stage
        .ctx()
        .load_texture("qr", image, TextureOptions::NEAREST);
    Some(Symbol { width, texture })
}

/// How many whole device pixels a module has on a plate of so many with its quiet zone.
fn module(plate: f32, width: usize) -> f32 {
    (plate / (width + 2 * QUIET_ZONE) as f32).floor()
}

/// The plate alone, where no code is known yet.
pub(super) fn plate(stage: &Stage<'_>, corner: Pos2, side: f32, color: Color32) {
    let rect = stage.rect(corner.x, corner.y, side, side);
    stage
        .painter()
        .rect_filled(rect, CornerRadius::same(24), color);
}

/// The largest square of whole device pixels a module that fits a plate with its quiet zone, in the middle of it.
fn aligned(plate: Rect, width: usize, pixels_per_point: f32, shift: (i32, i32)) -> Rect {
    let side = plate.width() * pixels_per_point;
    let module = module(side, width).max(1.0);
    let symbol = module * width as f32;
    let corner = (plate.center().to_vec2() * pixels_per_point - Vec2::splat(symbol / 2.0)).round();
    // By whole modules, so that dark stays on dark; never into the quiet zone.
    let room = (side - symbol) / 2.0 - module * QUIET_ZONE as f32;
    let most = (room / module).floor().max(0.0);
    let moved = |modules: i32| (modules as f32).clamp(-most, most) * module;
    let corner = corner + vec2(moved(shift.0), moved(shift.1));
    Rect::from_min_size(
        (corner / pixels_per_point).to_pos2(),
        Vec2::splat(symbol / pixels_per_point),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_symbol_reads_back_as_its_text() {
        for text in [
            "https://simkl.com/pin/ABCDE",
            "https://simkl.com/pin?user_code=BDWP-HQPK",
        ] {
            let (width, dark) = modules(text).unwrap();
            let scale = 4;
            let side = (width + 2 * QUIET_ZONE) * scale;
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
                let (x, y) = (x / scale, y / scale);
                let inside = |v: usize| (QUIET_ZONE..QUIET_ZONE + width).contains(&v);
                let is_dark =
                    inside(x) && inside(y) && dark[(y - QUIET_ZONE) * width + x - QUIET_ZONE];
                if is_dark { 0x10 } else { 0xEB }
            });
            let grids = image.detect_grids();
            assert_eq!(grids[0].decode().unwrap().1, text);
        }
    }

    #[test]
    fn modules_are_whole_pixels_at_every_scale_wherever_the_picture_is() {
        for (pixels_per_point, module) in [(2.0 / 3.0, 11.0), (1.0, 16.0), (2.0, 33.0)] {
            for shift in [(0, 0), (1, 0), (-1, 1)] {
                let plate = Rect::from_min_size(pos2(1177.0, 128.0), Vec2::splat(627.0));
                let symbol = aligned(plate, 29, pixels_per_point, shift);
                let pixels = symbol.width() * pixels_per_point / 29.0;
                assert!((pixels - module).abs() < 1e-3, "{pixels}");
                for edge in [symbol.left(), symbol.top()] {
                    let pixel = edge * pixels_per_point;
                    assert!((pixel - pixel.round()).abs() < 1e-2, "{pixel}");
                }
                let left = symbol.left() - plate.left();
                let quiet = left.min(plate.right() - symbol.right()) * pixels_per_point / module;
                assert!(quiet >= 3.9, "{quiet}");
            }
        }
    }

    #[test]
    fn a_symbol_moves_by_its_own_modules_where_there_is_room() {
        let plate = Rect::from_min_size(pos2(1177.0, 128.0), Vec2::splat(627.0));
        let [reduce_motion, moved] = [(0, 0), (1, -1)].map(|shift| aligned(plate, 29, 1.0, shift));
        let module = reduce_motion.width() / 29.0;
        assert!((moved.left() - reduce_motion.left() - module).abs() < 1e-3);
        assert!((reduce_motion.top() - moved.top() - module).abs() < 1e-3);
        // 33 modules of 29 px fill 957 px: the quiet zone has nothing to give.
        let full = Rect::from_min_size(pos2(0.0, 0.0), Vec2::splat(957.0));
        let [reduce_motion, moved] = [(0, 0), (1, -1)].map(|shift| aligned(full, 25, 1.0, shift));
        assert_eq!(reduce_motion, moved);
    }
}
