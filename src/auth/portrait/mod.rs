//! A person's picture, as pixels that are known to be harmless.
//!
//! The bytes come from whatever host a service names, so they are taken for hostile: only the three formats of the field
//! are tried, told by the bytes themselves, and nothing is allocated for more pixels than a screen could use. What comes
//! out is small and square: comparing two of them compares no pixel.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, RgbaImage};

use crate::auth::panics;

/// The widest portrait: what the screen's disc shows of it at 4K.
pub const SIDE: u32 = 512;
/// Smaller ones are a blank or a tracking pixel.
const SMALLEST: u32 = 16;
/// The widest and the highest picture that is decoded at all.
const WIDEST: u32 = 2048;
/// What decoding may allocate: the widest picture at 16 bits a channel, and something to work with.
const MEMORY: u64 = 48 * 1024 * 1024;

/// A person's picture: a square of at most [`SIDE`] pixels. Clones share it.
#[derive(Clone)]
pub struct Portrait(Arc<RgbaImage>);

/// Why bytes are no portrait: no word of theirs is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPortrait {
    /// It is no PNG, JPEG or WebP.
    #[error("it is no PNG, JPEG or WebP")]
    Format,
    /// It has too few pixels or too many.
    #[error("it is too small or too large")]
    Size,
    /// It cannot be decoded.
    #[error("it cannot be decoded")]
    Broken,
}

impl Portrait {
    /// Decodes a picture, upright as it was taken, and keeps the square in its middle. Takes a good part of a second for
    /// the largest ones, so it is not for a thread that has something else to do. A decoder that panics says nothing.
    pub fn decode(bytes: &[u8]) -> Result<Self, NotAPortrait> {
        panics::caught(|| Self::decode_or_panic(bytes)).unwrap_or(Err(NotAPortrait::Broken))
    }

    fn decode_or_panic(bytes: &[u8]) -> Result<Self, NotAPortrait> {
        let format = image::guess_format(bytes).map_err(|_| NotAPortrait::Format)?;
        if !matches!(
            format,
            ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP
        ) {
            return Err(NotAPortrait::Format);
        }
        let mut limits = Limits::no_limits();
        limits.max_alloc = Some(MEMORY);
        limits.max_image_width = Some(WIDEST);
        limits.max_image_height = Some(WIDEST);
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(|error| match error {
            image::ImageError::Limits(_) => NotAPortrait::Size,
            _ => NotAPortrait::Broken,
        })?;
        let (width, height) = decoder.dimensions();
        let all = SMALLEST..=WIDEST;
        if !all.contains(&width) || !all.contains(&height) || decoder.total_bytes() > MEMORY {
            return Err(NotAPortrait::Size);
        }
        let upright = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| NotAPortrait::Broken)?;
        picture.apply_orientation(upright);
        Ok(Self(Arc::new(square(&picture))))
    }

    /// How many pixels it is wide and high.
    #[must_use]
    pub fn side(&self) -> u32 {
        self.0.width()
    }

    /// Its pixels, four bytes each, the colours multiplied by their opacity; scaled down where it is wider than `side`.
    /// Returns how wide and high that is, too.
    #[must_use]
    pub fn pixels(&self, side: u32) -> (u32, Vec<u8>) {
        let side = side.clamp(1, self.side());
        (side, scaled(&self.0, side).into_raw())
    }
}

/// Two are equal if they are one: that is all a screen must know to draw again.
impl PartialEq for Portrait {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Portrait {}

impl fmt::Debug for Portrait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Portrait")
            .field("side", &self.side())
            .finish_non_exhaustive()
    }
}

fn square(picture: &DynamicImage) -> RgbaImage {
    let (width, height) = (picture.width(), picture.height());
    let side = width.min(height);
    let (x, y) = ((width - side) / 2, (height - side) / 2);
    let mut square = picture.crop_imm(x, y, side, side).into_rgba8();
    // Scaling mixes neighbours, and what cannot be seen must not colour what can.
    for pixel in square.pixels_mut() {
        let [colours @ .., opacity] = &mut pixel.0;
        for colour in colours {
            *colour = (u16::from(*colour) * u16::from(*opacity) / 255) as u8;
        }
    }
    scaled(&square, side.min(SIDE))
}

/// The triangle never overshoots, so no colour becomes stronger than its opacity allows.
fn scaled(picture: &RgbaImage, side: u32) -> RgbaImage {
    if picture.width() == side {
        picture.clone()
    } else {
        imageops::resize(picture, side, side, FilterType::Triangle)
    }
}

#[cfg(test)]
mod tests;
