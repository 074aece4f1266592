//! The QR as a phone's camera meets it: sharp, out of focus, on a dim television, from aslant; and its very pixels.

use couchpin::pairing::Waiting;
use egui::{Rect, Vec2, pos2, vec2};
use image::imageops::{self, FilterType};
use image::{DynamicImage, GrayImage, Luma, Rgb, RgbImage};

use super::scene::Scene;
use super::television::{Size, picture};
use super::{samples, scenes, services, snapshots};

/// The plate's corner and side on the stage, beside the code and when it is bigger.
const PLATE: [f32; 3] = [1177.0, 128.0, 627.0];
const BIG_PLATE: [f32; 3] = [847.0, 61.0, 957.0];
/// The same in portrait orientation, on a stage of 1080 pixels across and on one of 960.
const TURNED: [[f32; 3]; 2] = [[60.0, 1032.0, 624.0], [105.0, 704.0, 870.0]];
const SMALL: [[f32; 3]; 2] = [[60.0, 1152.0, 504.0], [60.0, 734.0, 840.0]];
/// The two colours of the plate.
const DARK: Rgb<u8> = Rgb([0x10; 3]);
const BRIGHT: Rgb<u8> = Rgb([0xEB; 3]);
/// What a symbol must have around it, in modules.
const QUIET_ZONE: u32 = 4;
/// So many pixels a phone's camera has for the plate and what stands around it, at the least.
const DEVICE: u32 = 420;

/// How wide the bell of a camera that does not find the focus is, in modules.
const BLUR: f32 = 0.3;

/// One plate in one picture.
struct Plate {
    name: String,
    whole: RgbImage,
    /// Its place in the picture.
    place: Rect,
    /// What it must say.
    says: String,
    /// The pixels of the camera.
    camera: u32,
}

/// Both kinds of code and the pages of a phone, beside the code and bigger, on all screens, and where a television hides its edges.
fn plates(size: Size) -> Vec<Plate> {
    let says = |waiting: Waiting| String::from(waiting.code.verification_uri_complete);
    let [short, long] = [samples::waiting(), samples::device("BDWP-HQPK")].map(says);
    let [page, consent] = [services::PAGE, services::CONSENT].map(str::to_owned);
    let [plate_of, big] = match size {
        Size::Hd | Size::FullHd | Size::UltraHd => [PLATE, BIG_PLATE],
        Size::Turned => TURNED,
        Size::Small => SMALL,
    };
    let kinds = [
        (services::phone(), plate_of, &page),
        (services::phone_bigger(), big, &page),
        (services::typing(), plate_of, &consent),
        (scenes::the_code(), plate_of, &short),
        (scenes::the_long_code(), plate_of, &long),
        (scenes::bigger(), big, &short),
        (scenes::bigger_of_the_long_code(), big, &long),
    ];
    let mut plates = Vec::new();
    // In portrait orientation the same code draws them.
    let overscans: &[f32] = if size.is_tall() {
        &[0.0]
    } else {
        &[0.0, 3.5, 10.0]
    };
    for (scene, place, says) in &kinds {
        for &overscan in overscans {
            plates.push(plate(scene, *place, size, overscan, says));
        }
    }
    plates
}

fn plate(scene: &Scene, [x, y, wide]: [f32; 3], size: Size, overscan: f32, says: &str) -> Plate {
    let scene = scene
        .clone()
        .with_preferences(|chosen| chosen.overscan = overscan);
    let scale = size.scale(overscan);
    let corner = (size.pixels() - size.stage() * scale) / 2.0 + vec2(x, y) * scale;
    Plate {
        name: format!("{}, overscan {overscan}", snapshots::name(scene.name, size)),
        whole: picture(&scene, size),
        place: Rect::from_min_size(corner.to_pos2(), Vec2::splat(wide * scale)),
        says: says.to_owned(),
        // A whole consent page's address needs a phone that is nearer by a third.
        camera: if says == services::CONSENT {
            DEVICE * 3 / 2
        } else {
            DEVICE
        },
    }
}

impl Plate {
    fn cut(&self, place: Rect) -> RgbImage {
        let edge = pos2(self.whole.width() as f32, self.whole.height() as f32);
        let place = place.intersect(Rect::from_min_max(pos2(0.0, 0.0), edge));
        let (corner, size) = (place.min.ceil(), place.size().floor());
        let [left, top, width, height] = [corner.x, corner.y, size.x, size.y].map(|v| v as u32);
        imageops::crop_imm(&self.whole, left, top, width, height).to_image()
    }

    /// The plate and a little of what stands around it, as a camera sees it.
    fn photograph(&self) -> GrayImage {
        let around = self.place.expand(self.place.width() * 0.06);
        let seen = DynamicImage::ImageRgb8(self.cut(around)).into_luma8();
        let height = self.camera * seen.height() / seen.width();
        imageops::resize(&seen, self.camera, height, FilterType::Triangle)
    }

    fn must_be_read(&self, photograph: &GrayImage, how: &str) {
        let (_, said) = read(photograph).unwrap_or_else(|| panic!("{} {how}", self.name));
        assert_eq!(said, self.says, "{} {how}", self.name);
    }
}

/// How many modules a symbol has along a side, and what it says.
fn read(photograph: &GrayImage) -> Option<(u32, String)> {
    let (width, height) = photograph.dimensions();
    let mut prepared =
        rqrr::PreparedImage::prepare_from_greyscale(width as usize, height as usize, |x, y| {
            photograph.get_pixel(x as u32, y as u32).0[0]
        });
    let grids = prepared.detect_grids();
    let (about, said) = grids.first()?.decode().ok()?;
    Some((17 + 4 * about.version.0 as u32, said))
}

fn dimmed(photograph: &GrayImage) -> GrayImage {
    let mut photograph = photograph.clone();
    for pixel in photograph.pixels_mut() {
        pixel.0[0] = (f32::from(pixel.0[0]) * 0.6) as u8;
    }
    photograph
}

/// Turned around its middle; what comes in from outside is dark, as a room is.
fn turned(photograph: &GrayImage, degrees: f32) -> GrayImage {
    let (width, height) = photograph.dimensions();
    let turn = egui::emath::Rot2::from_angle(degrees.to_radians());
    let middle = vec2(width as f32, height as f32) / 2.0;
    GrayImage::from_fn(width, height, |x, y| {
        let from = turn * (vec2(x as f32, y as f32) - middle) + middle;
        imageops::sample_bilinear(photograph, from.x / width as f32, from.y / height as f32)
            .unwrap_or(Luma([0x15]))
    })
}

fn every_phone_reads(size: Size) {
    for plate in plates(size) {
        let sharp = plate.photograph();
        plate.must_be_read(&sharp, "sharp");
        plate.must_be_read(&dimmed(&sharp), "at 60 %");
        let (modules, _) = read(&sharp).unwrap();
        // The address of a whole consent page, for the last resort: all that this decoder can do.
        if modules > 50 {
            continue;
        }
        plate.must_be_read(&turned(&sharp, 7.0), "turned by 7 degrees");
        plate.must_be_read(&turned(&sharp, -7.0), "turned by -7 degrees");
        // So wide that the edges of a module are lost in its neighbours.
        let module = plate.camera as f32 / 1.12 / (modules + 2 * QUIET_ZONE) as f32;
        let blurred = imageops::blur(&sharp, module * BLUR);
        plate.must_be_read(&blurred, "out of focus");
        // All of it at once is more than the decoder can take where modules are small.
        if modules < 33 {
            plate.must_be_read(&dimmed(&turned(&blurred, 7.0)), "all of it");
        }
    }
}

#[test]
#[ignore = "needs mesa-vulkan-drivers: run by .ci/run"]
fn every_phone_reads_the_qr_of_a_720p_television() {
    every_phone_reads(Size::Hd);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers: run by .ci/run"]
fn every_phone_reads_the_qr_of_a_1080p_television() {
    every_phone_reads(Size::FullHd);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers: run by .ci/run"]
fn every_phone_reads_the_qr_of_a_2160p_television() {
    every_phone_reads(Size::UltraHd);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers: run by .ci/run"]
fn every_phone_reads_the_qr_of_a_television_that_was_turned() {
    every_phone_reads(Size::Turned);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers: run by .ci/run"]
fn modules_are_whole_pixels_of_two_colours_with_four_of_them_around() {
    for size in [
        Size::Hd,
        Size::FullHd,
        Size::UltraHd,
        Size::Turned,
        Size::Small,
    ] {
        for plate in plates(size) {
            check_pixels(&plate, size);
        }
    }
}

fn check_pixels(plate: &Plate, size: Size) {
    let name = &plate.name;
    let (modules, _) = read(&plate.photograph()).unwrap();
    let pixels = plate.cut(plate.place);
    let dark = pixels
        .enumerate_pixels()
        .filter(|(.., pixel)| **pixel == DARK);
    let (left, top, right, bottom) = dark.fold((u32::MAX, u32::MAX, 0, 0), |around, (x, y, _)| {
        let (left, top, right, bottom) = around;
        (left.min(x), top.min(y), right.max(x + 1), bottom.max(y + 1))
    });
    let module = (right - left) / modules;
    let symbol = (right - left, bottom - top);
    assert_eq!(symbol, (module * modules, module * modules), "{name}");
    // A small panel is read from near by.
    let least = match (size, modules > 50) {
        (Size::Small, _) => 2,
        (_, true) => 5,
        (_, false) => 7,
    };
    assert!(module >= least, "{name}: {module}");
    // Each pixel is as the first of its module, so every run along a row or a column is of whole modules.
    for (x, y) in (left..right).flat_map(|x| (top..bottom).map(move |y| (x, y))) {
        let pixel = pixels.get_pixel(x, y);
        assert!(
            [DARK, BRIGHT].contains(pixel),
            "{name}: {pixel:?} at {x}, {y}"
        );
        let first = |at: u32, from: u32| at - (at - from) % module;
        let first = pixels.get_pixel(first(x, left), first(y, top));
        assert_eq!(pixel, first, "{name}: at {x}, {y}");
    }
    let quiet = QUIET_ZONE * module;
    let beside = |at: u32, from: u32, to: u32| from.saturating_sub(at) <= quiet && at < to + quiet;
    let around = pixels.enumerate_pixels().filter(|(x, y, _)| {
        let (across, down) = ((left..right).contains(x), (top..bottom).contains(y));
        (across && !down && beside(*y, top, bottom)) || (down && !across && beside(*x, left, right))
    });
    let mut wide = 0;
    for (x, y, pixel) in around {
        assert_eq!(*pixel, BRIGHT, "{name}: quiet zone at {x}, {y}");
        wide += 1;
    }
    assert_eq!(
        wide,
        4 * quiet * (right - left),
        "{name}: the quiet zone leaves the plate"
    );
}
