//! The album: accepted pictures in `tests/snapshots`, and whether a new one still looks the same.
//!
//! A driver may draw the edge of a letter a little lighter, so small differences count for nothing, and a few larger
//! ones neither. What counts is many in one place: the picture is judged square by square, and a word that changed or
//! a button that moved by a pixel fills the squares it stands in.

use std::fs;
use std::path::PathBuf;

use image::{Rgb, RgbImage};

use super::palette;
use super::television::Size;

/// The side of a square in pixels.
pub(super) const SQUARE: u32 = 32;
/// Two pixels are different when a channel differs by more.
const SHADE: u8 = 40;
/// Two squares are different when more of their pixels do.
const FEW: usize = 12;

pub(super) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

/// A file's name without its ending.
pub(super) fn name(scene: &str, size: Size) -> String {
    format!("{scene}-{}p", size.pixels().y)
}

/// Whether a picture looks as the accepted one of this name.
pub(super) fn compare(name: &str, picture: &RgbImage) -> Result<(), String> {
    let file = |ending: &str| folder().join(format!("{name}{ending}.png"));
    let (new, diff) = (file(".new"), file(".diff"));
    let accepted = image::open(file("")).map(image::DynamicImage::into_rgb8);
    let squares = accepted
        .as_ref()
        .ok()
        .and_then(|accepted| differences(accepted, picture));
    let same = squares.as_ref().is_some_and(Vec::is_empty);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        // What looks the same stays as it is, to the byte.
        if !same {
            palette::write(&file(""), picture);
        }
    } else if !same {
        palette::write(&new, picture);
        if let (Ok(accepted), Some(squares)) = (accepted, squares) {
            palette::write(&diff, &marked(&accepted, &squares));
        }
        return Err(format!(
            "{name} does not look as accepted: see {}",
            new.display()
        ));
    }
    for old in [new, diff] {
        let _ = fs::remove_file(old);
    }
    Ok(())
}

/// The corners of the squares that are different; `None` if the pictures are not of one size.
pub(super) fn differences(one: &RgbImage, other: &RgbImage) -> Option<Vec<(u32, u32)>> {
    if one.dimensions() != other.dimensions() {
        return None;
    }
    let (width, height) = one.dimensions();
    let row = (width * 3) as usize;
    let mut squares = Vec::new();
    for y in (0..height).step_by(SQUARE as usize) {
        let mut counts = vec![0; width.div_ceil(SQUARE) as usize];
        for y in y..height.min(y + SQUARE) {
            let start = y as usize * row;
            let rows = [one, other].map(|picture| &picture.as_raw()[start..start + row]);
            if rows[0] == rows[1] {
                continue;
            }
            for (x, (a, b)) in rows[0].chunks(3).zip(rows[1].chunks(3)).enumerate() {
                if a != b && a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > SHADE) {
                    counts[x / SQUARE as usize] += 1;
                }
            }
        }
        let different = (0..).zip(counts).filter(|(_, count)| *count > FEW);
        squares.extend(different.map(|(column, _)| (column * SQUARE, y)));
    }
    Some(squares)
}

/// The accepted picture, dark but for the squares that are different now.
fn marked(accepted: &RgbImage, squares: &[(u32, u32)]) -> RgbImage {
    let mut picture = accepted.clone();
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let square = (x - x % SQUARE, y - y % SQUARE);
        if !squares.contains(&square) {
            *pixel = Rgb(pixel.0.map(|channel| channel / 4));
        }
    }
    picture
}
