//! QR codes that scan: whole device pixels, aligned, on a quiet bright plate.

use std::sync::Arc;

use egui::cache::{ComputerMut, FrameCache};
use egui::{Mesh, Pos2, Rect, Role, Vec2, vec2};

use super::canvas::Canvas;
use super::theme::{self, Color};
use crate::ui::presentation::Scan;
use crate::ui::symbol::code;

/// Modules of quiet around the symbol (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// Modules a side, and whether each is dark; or the text is too long.
type Symbol = Option<Arc<(usize, Vec<bool>)>>;

/// Makes the symbol of a text, once for as long as it is shown.
#[derive(Default)]
struct Symbols;

impl ComputerMut<&str, Symbol> for Symbols {
    fn compute(&mut self, text: &str) -> Symbol {
        let code = code(text)?;
        let dark = code.to_colors().into_iter();
        let dark = dark.map(|color| color == qrcode::Color::Dark).collect();
        Some(Arc::new((code.width(), dark)))
    }
}

/// A module of fewer device pixels is too small for a camera.
const SMALLEST_MODULE: f32 = 2.0;

/// Draws the symbol in the middle of a plate of `side` canvas pixels at `corner`, or says that its text is too long; the
/// plate alone where nothing to scan is known yet.
pub(super) fn draw(canvas: &Canvas<'_>, corner: Pos2, side: f32, scan: Option<&Scan>) {
    let plate = canvas.rect(corner.x, corner.y, side, side);
    let Some(scan) = scan else {
        return canvas.fill(plate, 24, Color::Surface);
    };
    let painter = canvas.painter();
    painter.rect_filled(plate, 24, theme::PLATE);
    let symbol = canvas.ui.ctx().memory_mut(|memory| {
        let cache = memory.caches.cache::<FrameCache<Symbol, Symbols>>();
        cache.get(scan.text.as_str()).clone()
    });
    let pixels_per_point = canvas.ui.ctx().pixels_per_point();
    let fits = |width| module(plate.width() * pixels_per_point, width) >= SMALLEST_MODULE;
    let Some((width, dark)) = symbol.as_deref().filter(|(width, _)| fits(*width)) else {
        let too_long = canvas.words.get("pairing-qr-too-long");
        let middle = corner + vec2(side * 0.5, side * 0.55);
        let room = vec2(side * 0.8, side * 0.5);
        return canvas.on_a_plate(middle.x, middle.y, room, &too_long);
    };
    canvas.describe(plate, Role::Image, &scan.caption);
    let symbol = aligned(plate, *width, pixels_per_point, canvas.burn_in.modules);
    let module = Vec2::splat(symbol.width() / *width as f32);
    let mut mesh = Mesh::default();
    for (row, modules) in dark.chunks(*width).enumerate() {
        // One rectangle for neighbours: a symbol is drawn again with every frame.
        let mut column = 0;
        for run in modules.chunk_by(|one, next| one == next) {
            if run[0] {
                let corner = symbol.min + vec2(column as f32, row as f32) * module;
                let extent = vec2(run.len() as f32, 1.0) * module;
                mesh.add_colored_rect(Rect::from_min_size(corner, extent), theme::MODULE);
            }
            column += run.len();
        }
    }
    painter.add(mesh);
}

/// How many whole device pixels a module has on a plate of so many with its quiet zone.
fn module(plate: f32, width: usize) -> f32 {
    (plate / (width + 2 * QUIET_ZONE) as f32).floor()
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
    use egui::pos2;

    use super::*;

    #[test]
    fn the_symbol_reads_back_as_its_text() {
        for text in [
            "https://simkl.com/pin/ABCDE",
            "https://simkl.com/pin?user_code=BDWP-HQPK",
        ] {
            let symbol = Symbols.compute(text).unwrap();
            let (width, dark) = &*symbol;
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
