//! What becomes a portrait, and what does not.

use image::{Rgb, RgbImage, Rgba};

use super::*;

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn plain(width: u32, height: u32) -> RgbImage {
    RgbImage::from_pixel(width, height, Rgb([200, 100, 50]))
}

#[test]
fn the_three_formats_of_the_field_are_decoded_and_no_other() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let portrait = Portrait::decode(&encoded(plain(100, 100), format)).unwrap();
        let (side, pixels) = portrait.pixels(SIDE);
        assert_eq!((side, pixels.len()), (100, 100 * 100 * 4), "{format:?}");
        for (channel, wanted) in pixels.iter().zip([200_u8, 100, 50, 255]) {
            assert!(channel.abs_diff(wanted) < 4, "{format:?}: {channel}");
        }
    }
    for other in [
        &b"GIF89a\x01\x00\x01\x00"[..],
        b"II*\0\x08\0\0\0",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!doctype html>",
        b"",
    ] {
        assert_eq!(Portrait::decode(other), Err(NotAPortrait::Format));
    }
}

#[test]
fn a_wide_or_a_high_picture_keeps_the_square_in_its_middle() {
    // Red, green and blue thirds: only the middle one is kept.
    let third = |at: u32| Rgb([[255, 0, 0], [0, 255, 0], [0, 0, 255]][at as usize / 60]);
    let wide = RgbImage::from_fn(180, 60, |x, _| third(x));
    let high = RgbImage::from_fn(60, 180, |_, y| third(y));
    for picture in [wide, high] {
        let portrait = Portrait::decode(&encoded(picture, ImageFormat::Png)).unwrap();
        let (side, pixels) = portrait.pixels(SIDE);
        assert_eq!(side, 60);
        assert!(pixels.chunks(4).all(|pixel| pixel == [0, 255, 0, 255]));
    }
}

#[test]
fn a_large_picture_becomes_as_small_as_the_screen_needs_and_a_small_one_stays() {
    let large = Portrait::decode(&encoded(plain(2048, 1500), ImageFormat::Png)).unwrap();
    assert_eq!((large.side(), large.pixels(147).0), (512, 147));
    let small = Portrait::decode(&encoded(plain(100, 120), ImageFormat::Png)).unwrap();
    assert_eq!((small.side(), small.pixels(220).0), (100, 100));
}

#[test]
fn what_cannot_be_seen_does_not_colour_what_can() {
    // Half of it is white and transparent.
    let picture = RgbaImage::from_fn(880, 880, |x, _| {
        Rgba(if x % 2 == 0 {
            [255, 255, 255, 0]
        } else {
            [100, 0, 0, 255]
        })
    });
    let portrait = Portrait::decode(&encoded(picture, ImageFormat::Png)).unwrap();
    for pixel in portrait.pixels(SIDE).1.chunks(4) {
        assert_eq!((pixel[1], pixel[2]), (0, 0), "{pixel:?}");
        assert!(pixel[0] <= 100 && pixel[3] > 0, "{pixel:?}");
    }
}

#[test]
fn too_many_pixels_are_refused_before_any_is_decoded() {
    let wide = encoded(plain(2049, 16), ImageFormat::Png);
    assert_eq!(Portrait::decode(&wide), Err(NotAPortrait::Size));
    // Its head alone promises a picture of 3.6 gigabytes; there is nothing behind it.
    let mut bomb = encoded(plain(16, 16), ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let crc = crc(&bomb[12..29]).to_be_bytes();
    bomb[29..33].copy_from_slice(&crc);
    assert_eq!(Portrait::decode(&bomb), Err(NotAPortrait::Size));
    for tiny in [plain(1, 1), plain(400, 8)] {
        let tiny = Portrait::decode(&encoded(tiny, ImageFormat::Png));
        assert_eq!(tiny, Err(NotAPortrait::Size));
    }
}

/// The check sum of a chunk (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| (sum >> 1) ^ (0xEDB8_8320 * (sum & 1));
    !bytes.iter().fold(!0, |sum: u32, byte| {
        (0..8).fold(sum ^ u32::from(*byte), step)
    })
}

#[test]
fn a_picture_that_is_cut_short_is_none() {
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let noise = RgbImage::from_fn(64, 64, |x, y| Rgb([(x * y) as u8, x as u8, y as u8]));
        let whole = encoded(noise, format);
        for length in [12, 30, whole.len() / 2] {
            let cut = Portrait::decode(&whole[..length]);
            assert_eq!(cut, Err(NotAPortrait::Broken), "{format:?} {length}");
        }
    }
}

/// With AVX2 the decoder panics over this one (zune-jpeg 0.5.15); elsewhere it reads or refuses it.
#[test]
fn a_picture_that_panics_its_decoder_is_none() {
    let bytes = include_bytes!("../../../tests/pictures/panics-zune-jpeg.jpg");
    let decoded = Portrait::decode(bytes);
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        assert_eq!(decoded, Err(NotAPortrait::Broken));
        return;
    }
    drop(decoded);
}

#[test]
fn a_picture_that_was_taken_sideways_stands_upright() {
    // The upper half is white; the camera was held so that it must be turned a quarter to the right.
    let picture = RgbImage::from_fn(64, 64, |_, y| Rgb([if y < 32 { 255 } else { 0 }; 3]));
    let jpeg = encoded(picture, ImageFormat::Jpeg);
    let turned =
        b"\xFF\xE1\x00\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    let (start, rest) = jpeg.split_at(2);
    let portrait = Portrait::decode(&[start, turned, rest].concat()).unwrap();
    let (_, pixels) = portrait.pixels(SIDE);
    let at = |x: usize, y: usize| pixels[(y * 64 + x) * 4];
    assert!(at(8, 8) < 30 && at(8, 56) < 30, "the left is dark");
    assert!(at(56, 8) > 225 && at(56, 56) > 225, "the right is bright");
}

#[test]
fn two_portraits_are_equal_only_if_they_are_one() {
    let bytes = encoded(plain(20, 20), ImageFormat::Png);
    let one = Portrait::decode(&bytes).unwrap();
    assert_eq!(one.clone(), one);
    assert_ne!(Portrait::decode(&bytes).unwrap(), one);
    assert_eq!(format!("{one:?}"), "Portrait { side: 20, .. }");
}
