//! The code in tiles: as large as the room allows, for codes of any length.

use egui::{Align, Align2, Rect, pos2, vec2};

use super::accessibility;
use super::canvas::Canvas;
use super::motion::ease_out;
use super::theme::{Color, Font};
use crate::ui::presentation::Code;

/// The room for the tiles in landscape orientation.
pub(super) const WIDTH: f32 = 933.0;
pub(super) const HIGHEST: f32 = 256.0;
/// Of `JetBrains Mono`, in parts of the font's size: a glyph's advance, the height of a capital, and the middle of a
/// capital below the top of its line.
const ADVANCE: f32 = 0.6;
const CAPITAL: f32 = 0.73;
const CAPITAL_MIDDLE: f32 = 1.02 - CAPITAL / 2.0;
/// A capital stands a little above the middle of its tile: the tail of a Q needs the room.
const RAISED: f32 = 0.009;
/// In single tiles capitals are at most 164 px tall, in plates of a whole group 121.
const LARGEST: f32 = 224.0;
const LARGEST_IN_GROUP: f32 = 166.0;
/// Longer codes stand in groups.
const MOST_TILES: usize = 6;
/// In parts of the font's size: how high and wide a tile is at most, how narrow at least, and how far apart.
const TILE: (f32, f32, f32) = (HIGHEST / LARGEST, 152.0 / LARGEST, ADVANCE + 0.03);
const TILE_GAP: (f32, f32) = (20.0 / LARGEST, 14.0 / LARGEST);
/// The same of a group: its height, what it is wider than its characters, and the room for the hyphen.
const GROUP: (f32, f32, f32) = (200.0 / LARGEST_IN_GROUP, 0.19, 70.0 / LARGEST_IN_GROUP);

/// A tile with its characters and where each stands, in canvas pixels; or a hyphen.
struct Tile {
    text: String,
    rect: Rect,
}

/// The tiles of a code in a room, and the font's size.
fn lay_out(code: &str, room: Rect, align: Align) -> (f32, Vec<Tile>) {
    let count = code.chars().filter(|c| *c != '-').count();
    let is_grouped = count > MOST_TILES;
    let texts: Vec<String> = if is_grouped {
        let groups = code.split('-').filter(|group| !group.is_empty());
        groups.map(str::to_owned).collect()
    } else {
        let characters = code.chars().filter(|c| *c != '-');
        characters.map(String::from).collect()
    };
    let tiles = texts.len().max(1) as f32;
    let gaps = tiles - 1.0;
    // Everything in parts of the font's size; the tiles at least so wide.
    let (largest, height, gap, narrowest) = if is_grouped {
        let (height, wider, hyphen) = GROUP;
        let groups = count as f32 * ADVANCE + tiles * wider;
        (LARGEST_IN_GROUP, height, hyphen, groups)
    } else {
        let gap = if count > 5 { TILE_GAP.1 } else { TILE_GAP.0 };
        (LARGEST, TILE.0, gap, tiles * TILE.2)
    };
    let size = largest
        .min(room.width() / (narrowest + gaps * gap))
        .min(room.height() / height);
    let width_of = |text: &str| {
        if is_grouped {
            (text.chars().count() as f32 * ADVANCE + GROUP.1) * size
        } else {
            let rest = room.width() - gaps * gap * size;
            (rest / tiles).min(TILE.1 * size)
        }
    };
    let whole = texts.iter().map(|text| width_of(text)).sum::<f32>() + gaps * gap * size;
    let mut x = match align {
        Align::Center => room.center().x - whole / 2.0,
        Align::Min | Align::Max => room.left(),
    };
    let top = room.center().y - height * size / 2.0;
    let place = |text: &String| {
        let rect = Rect::from_min_size(pos2(x, top), vec2(width_of(text), height * size));
        x += rect.width() + gap * size;
        Tile {
            text: text.clone(),
            rect,
        }
    };
    (size, texts.iter().map(place).collect())
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
    let mut last: Option<Rect> = None;
    for (index, tile) in tiles.iter().enumerate() {
        let rect = canvas.rect(
            tile.rect.min.x,
            tile.rect.min.y,
            tile.rect.width(),
            tile.rect.height(),
        );
        whole = whole.union(rect);
        if let (Some(last), true) = (last.replace(rect), tile.text.chars().count() > 1) {
            // The hyphen of the code.
            let middle = pos2(f32::midpoint(last.right(), rect.left()), rect.center().y);
            let dash = Rect::from_center_size(middle, vec2(size * 0.24, size * 0.07));
            painter.rect_filled(dash, 6, canvas.undimmed(Color::Faint));
        }
        // A new code turns up tile by tile.
        let turned = ease_out(canvas.motion.tile(canvas.ui.ctx(), index));
        let face = vec2(rect.width(), rect.height() * (0.1 + 0.9 * turned));
        let face = Rect::from_center_size(rect.center(), face);
        painter.rect_filled(face, 16, canvas.undimmed(Color::Surface));
        if turned < 0.6 {
            continue;
        }
        let length = tile.text.chars().count() as f32;
        for (place, character) in tile.text.chars().enumerate().filter(|(_, c)| *c != ' ') {
            let right = (place as f32 + 0.5 - length / 2.0) * ADVANCE * size;
            let top = rect.center() + vec2(right, -(CAPITAL_MIDDLE + RAISED) * size);
            let font = Font::Mono.id(size);
            painter.text(top, Align2::CENTER_TOP, character, font, bright);
        }
    }
    accessibility::code(canvas.ui, whole, canvas.words, known);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room() -> Rect {
        Rect::from_min_size(pos2(204.0, 412.0), vec2(WIDTH, HIGHEST))
    }

    #[test]
    fn short_codes_are_at_least_160_pixels_tall_and_long_ones_120() {
        for (code, least) in [("ABCDE", 160.0), ("ABCDEF", 160.0), ("BDWP-HQPK", 120.0)] {
            let (size, _) = lay_out(code, room(), Align::Min);
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
            "ABCDEFGH",
            "ABC-DEF-GHI",
            "ABCDEFGHIJKLMNOPQRST",
        ] {
            let (size, tiles) = lay_out(code, room(), Align::Min);
            let right = tiles.last().unwrap().rect.right();
            assert!(right <= room().right() + 0.5, "{code} ends at {right}");
            for pair in tiles.windows(2) {
                assert!(
                    pair[0].rect.right() < pair[1].rect.left(),
                    "{code}: tiles overlap"
                );
            }
            for tile in &tiles {
                let wide = tile.text.chars().count() as f32 * ADVANCE * size;
                assert!(tile.rect.width() >= wide, "{code}");
            }
            let all: String = tiles.iter().map(|tile| tile.text.as_str()).collect();
            assert_eq!(all, code.replace('-', ""));
        }
    }
}
