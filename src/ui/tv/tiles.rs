//! The code in tiles: as large as the room allows, for codes of any length.

use egui::{Align, Align2, Rect, pos2, vec2};

use super::accessibility;
use super::canvas::Canvas;
use super::theme::{Color, Font};
use crate::ui::presentation::Code;

/// Where the tiles are in landscape orientation, in canvas pixels.
pub(super) const PLACE: Rect = Rect {
    min: pos2(204.0, 540.0 - HIGHEST / 2.0),
    max: pos2(1134.0, 540.0 + HIGHEST / 2.0),
};
/// Of `JetBrains Mono`, in parts of the font's size: a glyph's advance, the height of a capital, and the middle of a
/// capital below the top of its line.
const ADVANCE: f32 = 0.6;
const CAPITAL: f32 = 0.73;
const CAPITAL_MIDDLE: f32 = 1.02 - CAPITAL / 2.0;
/// A capital stands a little above the middle of its tile, in parts of the font's size: the tail of a Q needs the room.
const RAISED: f32 = 0.045;
/// Capitals are at most 164 px tall.
const LARGEST: f32 = 224.0;
/// How high a tile is, in parts of the font's size.
const HEIGHT: f32 = 1.08;
/// The highest that a row is.
pub(super) const HIGHEST: f32 = LARGEST * HEIGHT;

/// The characters of a code with their tiles in a room, in canvas pixels, and the font's size.
fn lay_out(code: &str, room: Rect, align: Align) -> (f32, Vec<(char, Rect)>) {
    let tiles = code.chars().filter(|c| *c != '-').count().max(1) as f32;
    let hyphens = code.chars().filter(|c| *c == '-').count() as f32;
    let gaps = (tiles + hyphens - 1.0).max(0.0);
    // The narrowest a row of font size 1 can be.
    let (tight_tile, tight_gap, hyphen) = (ADVANCE + 0.025, 0.045, 0.28);
    let tightest = tiles * tight_tile + gaps * tight_gap + hyphens * hyphen;
    let size = LARGEST.min(room.width() / tightest);
    let width_with = |gap: f32| {
        let rest = room.width() - gaps * gap * size - hyphens * hyphen * size;
        (rest / tiles).min(0.68 * size)
    };
    let roomy = width_with(0.09) >= tight_tile * size;
    let gap = if roomy { 0.09 } else { tight_gap };
    let (width, gap) = (width_with(gap), gap * size);
    let whole = width * tiles + gap * gaps + hyphens * hyphen * size;
    let mut x = match align {
        Align::Center => room.center().x - whole / 2.0,
        Align::Min | Align::Max => room.left(),
    };
    let top = room.center().y - HEIGHT * size / 2.0;
    let place = |character| {
        let width = if character == '-' {
            hyphen * size
        } else {
            width
        };
        let rect = Rect::from_min_size(pos2(x, top), vec2(width, HEIGHT * size));
        x += width + gap;
        (character, rect)
    };
    (size, code.chars().map(place).collect())
}

/// Draws the code, or empty tiles of the same size while it is not there.
pub(super) fn draw(canvas: &Canvas<'_>, code: Code<'_>, room: Rect, align: Align) {
    let (characters, known) = match code {
        Code::None => return,
        Code::Coming(length) => (&*" ".repeat(length.unwrap_or(5)), None),
        Code::Here(code) => (code, Some(code)),
    };
    let (size, tiles) = lay_out(characters, room, align);
    let painter = canvas.painter();
    let bright = canvas.undimmed(Color::Bright);
    let mut whole = Rect::NOTHING;
    for (character, rect) in tiles {
        let rect = canvas.rect(rect.min.x, rect.min.y, rect.width(), rect.height());
        whole = whole.union(rect);
        if character == '-' {
            let dash = vec2(rect.width() * 0.8, size * 0.07);
            let dash = Rect::from_center_size(rect.center(), dash);
            painter.rect_filled(dash, 6, canvas.undimmed(Color::Faint));
            continue;
        }
        painter.rect_filled(rect, 16, canvas.undimmed(Color::Surface));
        if character != ' ' {
            let top = rect.center() - vec2(0.0, (CAPITAL_MIDDLE + RAISED) * size);
            let font = Font::Mono.id(size);
            painter.text(top, Align2::CENTER_TOP, character, font, bright);
        }
    }
    accessibility::code(canvas.ui, whole, canvas.words, known);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_codes_are_at_least_160_pixels_tall_and_long_ones_120() {
        for (code, least) in [("ABCDE", 160.0), ("ABCDEF", 160.0), ("BDWP-HQPK", 120.0)] {
            let (size, _) = lay_out(code, PLACE, Align::Min);
            assert!(size * CAPITAL >= least, "{code}: {}", size * CAPITAL);
            assert!(size * CAPITAL <= 200.0);
        }
    }

    #[test]
    fn every_code_stays_in_its_room_and_no_glyph_is_wider_than_its_tile() {
        for code in [
            "ABCD",
            "ABCDE",
            "ABCDEF",
            "BDWP-HQPK",
            "ABC-DEF-GHI",
            "ABCDEFGHIJKLMNOPQRST",
        ] {
            let (size, tiles) = lay_out(code, PLACE, Align::Min);
            let right = tiles.last().unwrap().1.right();
            assert!(right <= PLACE.right() + 0.5, "{code} ends at {right}");
            for pair in tiles.windows(2) {
                assert!(
                    pair[0].1.right() < pair[1].1.left(),
                    "{code}: tiles overlap"
                );
            }
            for (_, tile) in tiles.iter().filter(|(character, _)| *character != '-') {
                assert!(tile.width() >= ADVANCE * size, "{code}");
            }
        }
    }
}
