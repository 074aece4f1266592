//! Accepted pictures in `tests/snapshots`, and whether a new one still looks the same.
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
/// The same in an area of one colour, where no driver shades anything.
const FLAT_SHADE: u8 = 6;
/// A pixel is in such an area when its neighbours differ from it by no more: the light on the ground changes slowly.
const EVEN: u8 = 3;
/// Two squares are different when more of their pixels do.
const FEW: usize = 12;
/// Or when more of their even pixels do.
const FEW_EVEN: usize = 200;

pub(super) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

/// A file's name without its ending.
pub(super) fn name(scene: &str, size: Size) -> String {
    let pixels = size.pixels();
    if size.is_tall() {
        format!("{scene}-{}x{}", pixels.x, pixels.y)
    } else {
        format!("{scene}-{}p", pixels.y)
    }
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
        let mut even = counts.clone();
        for y in y..height.min(y + SQUARE) {
            let start = y as usize * row;
            let rows = [one, other].map(|picture| &picture.as_raw()[start..start + row]);
            if rows[0] == rows[1] {
                continue;
            }
            for (x, (a, b)) in rows[0].chunks(3).zip(rows[1].chunks(3)).enumerate() {
                let farthest = a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max();
                let farthest = farthest.unwrap_or(0);
                if farthest > SHADE {
                    counts[x / SQUARE as usize] += 1;
                }
                if farthest > FLAT_SHADE && [one, other].iter().all(|it| is_even(it, x as u32, y)) {
                    even[x / SQUARE as usize] += 1;
                }
            }
        }
        let different = (0..).zip(counts.iter().zip(&even));
        let different = different.filter(|(_, (count, even))| **count > FEW || **even > FEW_EVEN);
        squares.extend(different.map(|(column, _)| (column * SQUARE, y)));
    }
    Some(squares)
}

/// Whether a pixel is as its neighbours.
fn is_even(picture: &RgbImage, x: u32, y: u32) -> bool {
    let (width, height) = picture.dimensions();
    let here = picture.get_pixel(x, y).0;
    let beside = [
        (x.saturating_sub(1), y),
        ((x + 1).min(width - 1), y),
        (x, y.saturating_sub(1)),
        (x, (y + 1).min(height - 1)),
    ];
    beside.into_iter().all(|(x, y)| {
        let there = picture.get_pixel(x, y).0;
        here.iter().zip(there).all(|(a, b)| a.abs_diff(b) <= EVEN)
    })
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

mod tests {
    use std::collections::BTreeSet;
    use std::time::Duration;

    use couchpin::pairing::{View, Waiting};
    use couchpin::system::clock;

    use super::super::samples::{shown, waiting};
    use super::super::scene::Scene;
    use super::super::scenes;
    use super::super::television::picture;
    use super::*;

    fn accepted() -> RgbImage {
        let file = folder().join("waiting-720p.png");
        image::open(file).unwrap().into_rgb8()
    }

    /// The service was asked so long ago.
    fn checked(ago: Duration) -> View {
        shown(Waiting {
            last_answer: clock::now().checked_sub(ago),
            ..waiting()
        })
    }

    #[test]
    fn a_button_that_moved_by_a_pixel_is_noticed() {
        let (before, mut after) = (accepted(), accepted());
        // The row of buttons at 720p.
        for (x, y) in (60..700).flat_map(|x| (610..690).map(move |y| (x, y))) {
            after.put_pixel(x + 1, y, *before.get_pixel(x, y));
        }
        assert!(differences(&before, &after).unwrap().len() > 3);
    }

    #[test]
    fn a_tile_in_another_shade_is_noticed() {
        let (before, mut after) = (accepted(), accepted());
        for (x, y) in (200..264).flat_map(|x| (300..364).map(move |y| (x, y))) {
            let pixel = after.get_pixel_mut(x, y);
            *pixel = Rgb(pixel.0.map(|channel| channel.saturating_add(8)));
        }
        assert!(!differences(&before, &after).unwrap().is_empty());
    }

    #[test]
    fn a_driver_that_shades_edges_differently_is_not_noticed() {
        let (before, mut after) = (accepted(), accepted());
        for (x, y, pixel) in after.enumerate_pixels_mut() {
            // Everywhere a little, and now and then a lot.
            let lot = (x * 7 + y * 13) % 101 == 0;
            let other = if lot { 120 } else { (x * 31 + y * 17) % 30 };
            *pixel = Rgb(pixel.0.map(|channel| channel.saturating_add(other as u8)));
        }
        assert_eq!(differences(&before, &after), Some(Vec::new()));
    }

    #[test]
    #[ignore = "needs mesa-vulkan-drivers: run by .ci/run"]
    fn a_digit_that_changed_is_noticed() {
        let pictures = [
            Scene::of("digit", || checked(Duration::from_millis(23_500))),
            Scene::of("digit", || checked(Duration::from_millis(24_500))),
        ]
        .map(|scene| picture(&scene, Size::Hd));
        let found = differences(&pictures[0], &pictures[1]).unwrap();
        assert!((1..=4).contains(&found.len()), "{found:?}");
    }

    #[test]
    fn every_scene_has_its_pictures_and_every_picture_its_scene() {
        let names = |(scenes, sizes): (Vec<Scene>, &'static [Size])| {
            let names = |scene: Scene| sizes.iter().map(move |size| name(scene.name, *size));
            scenes.into_iter().flat_map(names)
        };
        let wanted: BTreeSet<_> = scenes::with_sizes().into_iter().flat_map(names).collect();
        let kept: BTreeSet<_> = fs::read_dir(folder())
            .unwrap()
            .filter_map(|file| file.unwrap().file_name().into_string().ok())
            .filter_map(|file| file.strip_suffix(".png").map(str::to_owned))
            .filter(|name| !name.contains('.'))
            .collect();
        assert_eq!(wanted, kept);
    }
}
