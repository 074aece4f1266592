//! What can be measured on a picture of 1920×1080: how large the code is, and that nothing jumps.

use couchpin::auth::Trouble;
use couchpin::pairing::View;
use couchpin::ui::tv::Theme;
use image::{Rgb, RgbImage};

use super::samples::{asking, device, pin, shown, waiting, with_trouble};
use super::scene::Scene;
use super::snapshots::{self, SQUARE};
use super::television::{Size, picture};

/// In high contrast the ground is even, and so edges are found.
const BACKGROUND: Rgb<u8> = Rgb([0x10; 3]);
/// Left, top, right and bottom.
type StoreLocation = [u32; 4];

const TILES: StoreLocation = [204, 404, 1137, 686];
/// Which are dim while there is nothing to scan.
const STEPS: StoreLocation = [116, 250, 1160, 810];
const PLATE: StoreLocation = [1177, 128, 1804, 755];
const COUNTDOWN: StoreLocation = [1177, 780, 1804, 860];
const STATUS: StoreLocation = [116, 806, 1160, 904];
/// A button of the row, as wide as the row is.
const ROW: StoreLocation = [70, 900, 1180, 1080];

fn of(view: fn() -> View) -> RgbImage {
    picture(&Scene::of("places", view), Size::FullHd)
}

fn contrast(view: fn() -> View) -> RgbImage {
    let scene = Scene::of("places", view).with_preferences(|chosen| chosen.theme = Theme::Contrast);
    picture(&scene, Size::FullHd)
}

/// The rows of a place in which something is as bright as the code is.
fn bright_rows(picture: &RgbImage, [left, top, right, bottom]: StoreLocation) -> (u32, u32) {
    let bright = |y: &u32| (left..right).any(|x| picture.get_pixel(x, *y).0[0] > 0xC0);
    let first = (top..bottom).find(bright).expect("something is bright");
    let last = (top..bottom).rfind(bright).unwrap();
    (first, last + 1)
}

/// Where that begins and ends which stands on the background at this point.
fn edges(picture: &RgbImage, (x, y): (u32, u32)) -> StoreLocation {
    let ground = |x: u32, y: u32| *picture.get_pixel(x, y) == BACKGROUND;
    assert!(!ground(x, y), "nothing stands at {x}, {y}");
    let (width, height) = picture.dimensions();
    [
        (0..x).rfind(|x| ground(*x, y)).map_or(0, |x| x + 1),
        (0..y).rfind(|y| ground(x, *y)).map_or(0, |y| y + 1),
        (x..width).find(|x| ground(*x, y)).unwrap_or(width),
        (y..height).find(|y| ground(x, *y)).unwrap_or(height),
    ]
}

/// The plate and the tiles of the pairing screen.
fn places(picture: &RgbImage) -> Vec<StoreLocation> {
    // Above the symbol.
    let mut places = vec![edges(picture, (1200, 140))];
    places.extend(row(picture, (210, 600), 5));
    places
}

/// So many things that stand beside each other, from this point on.
fn row(picture: &RgbImage, (mut x, y): (u32, u32), count: usize) -> Vec<StoreLocation> {
    let mut places = Vec::new();
    for _ in 0..count {
        let place = edges(picture, (x, y));
        // Past the ring that the first one may have.
        x = next(picture, place[2] + 6, y);
        places.push(place);
    }
    places
}

/// The next point from here on at which something stands.
fn next(picture: &RgbImage, x: u32, y: u32) -> u32 {
    let stands = |x: &u32| *picture.get_pixel(*x, y) != BACKGROUND;
    (x..1160).find(stands).unwrap_or(x)
}

#[test]
#[ignore = "needs mesa-vulkan-drivers: run by .ci/run"]
fn capitals_are_as_tall_as_a_code_leaves_room_for() {
    // Letters with a flat top and foot.
    let codes: [(fn() -> View, _); 3] = [
        (|| shown(pin("HKNTX")), 160..=200),
        (|| shown(pin("HKNTXE")), 160..=200),
        (|| shown(device("HKNT-XZEF")), 120..=200),
    ];
    for (view, room) in codes {
        let (top, bottom) = bright_rows(&of(view), TILES);
        assert!(room.contains(&(bottom - top)), "{top} to {bottom}");
    }
}

#[test]
#[ignore = "needs mesa-vulkan-drivers: run by .ci/run"]
fn no_letter_leaves_its_tile() {
    let codes: [fn() -> View; 3] = [
        || shown(pin("QQQQQ")),
        || shown(pin("QWQWQW")),
        || shown(device("QQWW-MMQQ")),
    ];
    for view in codes {
        let picture = of(view);
        let (top, bottom) = bright_rows(&picture, TILES);
        let tile = edges(&contrast(view), (216, 600));
        assert!(
            tile[1] + 4 <= top && bottom + 4 <= tile[3],
            "{top} to {bottom} in {tile:?}"
        );
    }
}

#[test]
#[ignore = "needs mesa-vulkan-drivers: run by .ci/run"]
fn nothing_jumps_when_the_code_arrives() {
    let (before, after) = (of(|| asking(None)), of(|| shown(waiting())));
    let in_contrast = [contrast(|| asking(None)), contrast(|| shown(waiting()))];
    assert_eq!(places(&in_contrast[0]), places(&in_contrast[1]));
    only_changes(&before, &after, &[STEPS, PLATE, COUNTDOWN, STATUS, ROW]);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers: run by .ci/run"]
fn nothing_jumps_when_trouble_comes_and_goes() {
    let good = of(|| shown(waiting()));
    let good_in_contrast = contrast(|| shown(waiting()));
    let troubles: [fn() -> View; 2] = [
        || with_trouble(Trouble::Offline),
        || with_trouble(Trouble::Busy),
    ];
    let mut first_button = ROW;
    // With its shadow.
    first_button[2] = edges(&good_in_contrast, (130, 940))[2] + 40;
    for view in troubles {
        let trouble = of(view);
        let trouble_in_contrast = contrast(view);
        assert_eq!(places(&good_in_contrast), places(&trouble_in_contrast));
        let buttons = |picture| row(picture, (130, 940), 3);
        assert_eq!(buttons(&good_in_contrast), buttons(&trouble_in_contrast));
        only_changes(&good, &trouble, &[STATUS, first_button]);
    }
}

/// Two pictures are the same but for these places.
fn only_changes(one: &RgbImage, other: &RgbImage, places: &[StoreLocation]) {
    let squares = snapshots::differences(one, other).unwrap();
    assert!(!squares.is_empty());
    for (x, y) in squares {
        let touches = |[left, top, right, bottom]: &StoreLocation| {
            x < *right && x + SQUARE > *left && y < *bottom && y + SQUARE > *top
        };
        assert!(
            places.iter().any(touches),
            "something else changed at {x}, {y}"
        );
    }
}
