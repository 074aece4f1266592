//! The picture of the person behind the stand-in: a friendly figure that is nobody's likeness, drawn in code.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// How many pixels it is wide and high: about what people upload.
const SIDE: u32 = 256;
const WALL: [u8; 3] = [0x2F, 0x6B, 0x6E];
const SHIRT: [u8; 3] = [0xE2, 0x9A, 0x4B];
const SKIN: [u8; 3] = [0xE8, 0xC0, 0x9C];
const HAIR: [u8; 3] = [0x4A, 0x33, 0x2A];
const INK: [u8; 3] = [0x2A, 0x22, 0x20];

/// The figure as a PNG; empty if it cannot be encoded, which is no picture either.
pub(super) fn png() -> Vec<u8> {
    let picture = RgbImage::from_fn(SIDE, SIDE, |x, y| {
        Rgb(colour(x as f32 + 0.5, y as f32 + 0.5))
    });
    let mut png = Cursor::new(Vec::new());
    match picture.write_to(&mut png, ImageFormat::Png) {
        Ok(()) => png.into_inner(),
        Err(_) => Vec::new(),
    }
}

/// What stands at a place, layer over layer, each with a soft edge of one pixel.
fn colour(x: f32, y: f32) -> [u8; 3] {
    let smile = disc(x, y, 128.0, 126.0, 30.0)
        .max(-disc(x, y, 128.0, 126.0, 23.0))
        .max(134.0 - y);
    let hair = disc(x, y, 128.0, 104.0, 66.0).max(y - 108.0);
    let fringe = disc(x, y, 104.0, 40.0, 64.0).max(disc(x, y, 128.0, 116.0, 60.0));
    let layers = [
        (disc(x, y, 128.0, 272.0, 96.0), SHIRT),
        (hair, HAIR),
        (disc(x, y, 128.0, 116.0, 58.0), SKIN),
        (fringe, HAIR),
        (disc(x, y, 106.0, 116.0, 6.5), INK),
        (disc(x, y, 150.0, 116.0, 6.5), INK),
        (smile, INK),
    ];
    layers.iter().fold(WALL, |under, (distance, over)| {
        let cover = (0.5 - distance).clamp(0.0, 1.0);
        std::array::from_fn(|i| {
            let (under, over) = (f32::from(under[i]), f32::from(over[i]));
            (under + (over - under) * cover).round() as u8
        })
    })
}

/// How far a place is outside a disc; negative inside.
fn disc(x: f32, y: f32, middle_x: f32, middle_y: f32, radius: f32) -> f32 {
    (x - middle_x).hypot(y - middle_y) - radius
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::portrait::Portrait;

    #[test]
    fn the_figure_is_a_picture_that_the_program_takes() {
        assert_eq!(Portrait::decode(&png()).unwrap().side(), SIDE);
    }
}
