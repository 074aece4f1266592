//! The code in tiles: as large as the room allows, for codes of any length.

use egui::{Align2, CornerRadius, Rect, Ui, pos2, vec2};

use super::accessibility;
use super::stage::Stage;
use super::theme::{self, Tone, Weight};
use crate::words::Words;

/// Where a row of tiles stands, in stage pixels.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Its left edge, or its middle where it is centred.
    pub x: f32,
    /// How wide it may be.
    pub room: f32,
    /// The middle of its height.
    pub middle: f32,
    /// `x` is the middle.
    pub centred: bool,
}

pub(super) const PLACE: Place = Place {
    x: 204.0,
    room: 930.0,
    middle: 540.0,
    centred: false,
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

struct Tile {
    character: char,
    rect: Rect,
}

/// The places of a code's characters, in stage pixels, and the font's size.
fn lay_out(code: &str, place: Place) -> (f32, Vec<Tile>) {
    let tiles = code.chars().filter(|c| *c != '-').count().max(1) as f32;
    let hyphens = code.chars().filter(|c| *c == '-').count() as f32;
    let gaps = (tiles + hyphens - 1.0).max(0.0);
    // The narrowest a row of font size 1 can be.
    let (tight_tile, tight_gap, hyphen) = (ADVANCE + 0.025, 0.045, 0.28);
    let size = LARGEST.min(place.room / (tiles * tight_tile + gaps * tight_gap + hyphens * hyphen));
    let width_with = |gap: f32| {
        let rest = place.room - gaps * gap * size - hyphens * hyphen * size;
        (rest / tiles).min(0.68 * size)
    };
    let roomy = width_with(0.09) >= tight_tile * size;
    let gap = if roomy { 0.09 } else { tight_gap };
    let (width, gap) = (width_with(gap), gap * size);
    let height = HEIGHT * size;
    let whole = width * tiles + gap * gaps + hyphens * hyphen * size;
    let mut x = if place.centred {
        place.x - whole / 2.0
    } else {
        place.x
    };
    let places = code
        .chars()
        .map(|character| {
            let width = if character == '-' {
                hyphen * size
            } else {
                width
            };
            let rect =
                Rect::from_min_size(pos2(x, place.middle - height / 2.0), vec2(width, height));
            x += width + gap;
            Tile { character, rect }
        })
        .collect();
    (size, places)
}

/// Draws the code; `None` draws empty tiles of the same size.
pub(super) fn show(stage: &Stage<'_>, ui: &Ui, words: &Words, code: Option<&str>, place: Place) {
    let (size, tiles) = lay_out(code.unwrap_or("     "), place);
    let mut whole = Rect::NOTHING;
    for Tile { character, rect } in tiles {
        let rect = stage.rect(rect.min.x, rect.min.y, rect.width(), rect.height());
        whole = whole.union(rect);
        if character == '-' {
            let dash = Rect::from_center_size(rect.center(), vec2(rect.width() * 0.8, size * 0.07));
            stage
                .painter()
                .rect_filled(dash, CornerRadius::same(6), stage.lit(Tone::Faint));
            continue;
        }
        stage
            .painter()
            .rect_filled(rect, CornerRadius::same(16), stage.lit(Tone::Surface));
        if character != ' ' {
            let galley = stage.painter().layout_no_wrap(
                character.to_string(),
                theme::font(Weight::Mono, size),
                stage.lit(Tone::Bright),
            );
            let top = rect.center() - vec2(0.0, (CAPITAL_MIDDLE + RAISED) * size);
            let corner = Align2::CENTER_TOP.anchor_size(top, galley.size()).min;
            stage
                .painter()
                .galley(corner, galley, stage.lit(Tone::Bright));
        }
    }
    accessibility::code(ui, whole, words, code);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_codes_are_at_least_160_pixels_tall_and_long_ones_120() {
        for (code, least) in [("ABCDE", 160.0), ("ABCDEF", 160.0), ("BDWP-HQPK", 120.0)] {
            let (size, _) = lay_out(code, PLACE);
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
            let (size, tiles) = lay_out(code, PLACE);
            let right = tiles.last().unwrap().rect.right();
            assert!(
                right <= PLACE.x + PLACE.room + 0.5,
                "{code} ends at {right}"
            );
            for pair in tiles.windows(2) {
                assert!(
                    pair[0].rect.right() < pair[1].rect.left(),
                    "{code}: tiles overlap"
                );
            }
            for tile in tiles.iter().filter(|tile| tile.character != '-') {
                assert!(tile.rect.width() >= ADVANCE * size, "{code}");
            }
        }
    }
}
