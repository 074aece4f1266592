//! Colours, sizes and fonts: the one place where the look is decided.
//!
//! All lengths are pixels of a 1920×1080 picture; the stage scales them. Colours stay within what televisions show
//! without clipping (RGB 16 to 235). The fonts are `Inter` and `JetBrains Mono` (SIL Open Font License, `assets/fonts`).

use std::sync::Arc;

use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId};

/// Behind everything.
pub(super) const BACKGROUND: Color32 = Color32::from_rgb(0x15, 0x17, 0x1B);
/// Code tiles and what is not there yet.
pub(super) const SURFACE: Color32 = Color32::from_rgb(0x22, 0x26, 0x2D);
/// Buttons and step numbers.
pub(super) const RAISED: Color32 = Color32::from_rgb(0x2A, 0x2E, 0x36);
/// Titles, the code, the focused button.
pub(super) const BRIGHT: Color32 = Color32::from_rgb(0xEB, 0xEB, 0xEB);
/// Main text.
pub(super) const TEXT: Color32 = Color32::from_rgb(0xD5, 0xD8, 0xDD);
/// Quiet text.
pub(super) const QUIET: Color32 = Color32::from_rgb(0xB9, 0xBE, 0xC7);
/// The quietest text that may still be read.
pub(super) const FAINT: Color32 = Color32::from_rgb(0x9A, 0xA0, 0xAA);
/// Dark text on bright ground, and the dark modules of a QR.
pub(super) const INK: Color32 = Color32::from_rgb(0x10, 0x10, 0x10);
/// Focus ring, countdown, news.
pub(super) const ACCENT: Color32 = Color32::from_rgb(0xF0, 0xB3, 0x5A);
/// All is well.
pub(super) const GOOD: Color32 = Color32::from_rgb(0x7F, 0xBF, 0x8E);
/// The monogram's disc.
pub(super) const DISC: Color32 = Color32::from_rgb(0x30, 0x48, 0x5B);

/// Left and right edges of the safe area.
pub(super) const LEFT: f32 = 116.0;
/// See [`LEFT`].
pub(super) const RIGHT: f32 = 1804.0;
/// Nothing that must be read is smaller.
pub(super) const SMALLEST_TEXT: f32 = 28.0;
/// A button's height.
pub(super) const BUTTON_HEIGHT: f32 = 88.0;
/// Between two buttons of a row.
pub(super) const BUTTON_GAP: f32 = 40.0;
/// Between two buttons of a column.
pub(super) const COLUMN_GAP: f32 = 22.0;

/// The weights of text that are in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// Running text.
    Regular,
    /// Buttons and hints.
    SemiBold,
    /// Titles, addresses.
    Bold,
    /// The code.
    Mono,
}

/// A font of a weight and a size in stage pixels.
#[must_use]
pub(super) fn font(weight: Weight, size: f32) -> FontId {
    let family = match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::SemiBold => FontFamily::Name("semibold".into()),
        Weight::Bold => FontFamily::Name("bold".into()),
        Weight::Mono => FontFamily::Monospace,
    };
    FontId::new(size, family)
}

/// The bundled fonts; eframe adds the system's own for scripts that they lack.
#[must_use]
pub(super) fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let bundled: [(&str, FontFamily, &'static [u8]); 4] = [
        (
            "Inter",
            FontFamily::Proportional,
            include_bytes!("../../assets/fonts/Inter-Regular.otf"),
        ),
        (
            "Inter SemiBold",
            FontFamily::Name("semibold".into()),
            include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
        ),
        (
            "Inter Bold",
            FontFamily::Name("bold".into()),
            include_bytes!("../../assets/fonts/Inter-Bold.otf"),
        ),
        (
            "JetBrains Mono Bold",
            FontFamily::Monospace,
            include_bytes!("../../assets/fonts/JetBrainsMono-Bold.ttf"),
        ),
    ];
    for (name, family, bytes) in bundled {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts.families.insert(family, vec![name.to_owned()]);
    }
    fonts
}
