//! Small files: a screen has few colours, so a PNG with a palette is a third of one without.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;

use image::RgbImage;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

/// As many colours as are told apart; the rest take the nearest of them.
const COLORS: usize = 144;
/// Farther apart than any two colours.
const FARTHEST: u64 = 3 * 256 * 256;

pub(super) fn write(file: &Path, picture: &RgbImage) {
    let mut counts: HashMap<[u8; 3], u32> = HashMap::new();
    for pixel in picture.pixels() {
        *counts.entry(pixel.0).or_default() += 1;
    }
    let palette = palette(&counts);
    let nearest: HashMap<_, _> = counts
        .keys()
        .map(|color| (*color, nearest(&palette, *color)))
        .collect();
    let pixels: Vec<u8> = picture.pixels().map(|pixel| nearest[&pixel.0]).collect();

    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let file = BufWriter::new(File::create(file).unwrap());
    let mut encoder = Encoder::new(file, picture.width(), picture.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
}

/// The colours that stand for all: again and again the one that is worst served by those that are there, by how far
/// it is from them and how often it occurs.
fn palette(counts: &HashMap<[u8; 3], u32>) -> Vec<[u8; 3]> {
    let mut left: Vec<_> = counts
        .iter()
        .map(|(color, count)| (*color, u64::from(*count), FARTHEST))
        .collect();
    // The same picture makes the same file.
    left.sort_unstable_by_key(|(color, count, _)| (std::cmp::Reverse(*count), *color));
    let mut palette = Vec::new();
    while palette.len() < COLORS {
        let worst = left
            .iter()
            .filter(|(.., far)| *far > 0)
            .max_by_key(|(_, count, far)| far.saturating_mul(count.isqrt()));
        let Some((color, ..)) = worst.copied() else {
            break;
        };
        palette.push(color);
        for (other, _, far) in &mut left {
            *far = (*far).min(distance(*other, color));
        }
    }
    palette
}

fn nearest(palette: &[[u8; 3]], color: [u8; 3]) -> u8 {
    let nearest = (0..)
        .zip(palette)
        .min_by_key(|(_, known)| distance(**known, color));
    nearest.map_or(0, |(index, _)| index)
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u64 {
    let channels = a
        .iter()
        .zip(b)
        .map(|(a, b)| u64::from(a.abs_diff(b)).pow(2));
    channels.sum()
}
