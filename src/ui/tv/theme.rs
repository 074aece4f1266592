//! Colours, sizes and fonts: the one place where the look is decided.
//!
//! All lengths are pixels of a 1920×1080 picture; the stage scales them. Colours stay within what televisions show
//! without clipping (RGB 16 to 235). The fonts are `Inter` and `JetBrains Mono` (SIL Open Font License, `assets/fonts`).

use std::sync::Arc;

use crate::ui::preferences::Theme;
use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId};

/// The modules of a QR and the plate it stands on, in every theme: what a phone's camera reads best.
pub(super) const MODULE: Color32 = Color32::from_rgb(0x10, 0x10, 0x10);
pub(super) const PLATE: Color32 = Color32::from_rgb(0xEB, 0xEB, 0xEB);

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Background,
    /// Code tiles and what is not there yet.
    Surface,
    /// Buttons and step numbers.
    Raised,
    /// Titles, the code, the focused button.
    Bright,
    Text,
    Quiet,
    /// The quietest text that may still be read.
    Faint,
    /// Text on the focused button.
    Ink,
    /// Focus ring, countdown, news.
    Accent,
    Good,
    /// The monogram's disc.
    Disc,
}

impl Theme {
    #[must_use]
    pub(super) const fn color(self, tone: Tone) -> Color32 {
        let [dark, light, contrast] = match tone {
            Tone::Background => [0x15_17_1B, 0xDC_DC_D8, 0x10_10_10],
            Tone::Surface => [0x22_26_2D, 0xEB_EB_E8, 0x24_24_24],
            Tone::Raised => [0x2A_2E_36, 0xC6_C8_C4, 0x30_30_30],
            Tone::Bright => [0xEB_EB_EB, 0x15_17_1B, 0xEB_EB_EB],
            Tone::Text => [0xD5_D8_DD, 0x20_23_28, 0xEB_EB_EB],
            Tone::Quiet => [0xBE_C3_CC, 0x2C_30_36, 0xEB_EB_EB],
            Tone::Faint => [0xA6_AC_B6, 0x3A_3F_46, 0xD8_D8_D8],
            Tone::Ink => [0x10_10_10, 0xEB_EB_EB, 0x10_10_10],
            Tone::Accent => [0xEB_B0_59, 0x5C_32_00, 0xEB_DC_20],
            Tone::Good => [0x7F_BF_8E, 0x1D_5C_30, 0x5A_EB_7A],
            Tone::Disc => [0x30_48_5B, 0xB4_C6_D4, 0x2C_2C_2C],
        };
        let rgb: u32 = match self {
            Self::Dark => dark,
            Self::Light => light,
            Self::Contrast => contrast,
        };
        Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }
}

/// Left and right edges of the safe area in landscape orientation.
pub(super) const LEFT: f32 = 116.0;
pub(super) const RIGHT: f32 = 1804.0;
/// Nothing that must be read is smaller.
pub(super) const SMALLEST_TEXT: f32 = 28.0;
pub(super) const BUTTON_HEIGHT: f32 = 88.0;
pub(super) const BUTTON_GAP: f32 = 40.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    /// Buttons and hints.
    SemiBold,
    /// Titles, addresses.
    Bold,
    /// The code.
    Mono,
}

impl Weight {
    fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::SemiBold => FontFamily::Name("semibold".into()),
            Self::Bold => FontFamily::Name("bold".into()),
            Self::Mono => FontFamily::Monospace,
        }
    }
}

#[must_use]
pub(super) fn font(weight: Weight, size: f32) -> FontId {
    FontId::new(size, weight.family())
}

/// The bundled fonts; the window adds the system's own for scripts that they lack.
#[must_use]
pub(super) fn fonts() -> FontDefinitions {
    macro_rules! font {
        ($file:literal) => {
            include_bytes!(concat!("../../../assets/fonts/", $file)).as_slice()
        };
    }
    let mut fonts = FontDefinitions::empty();
    for (weight, name, bytes) in [
        (Weight::Regular, "Inter", font!("Inter-Regular.otf")),
        (
            Weight::SemiBold,
            "Inter SemiBold",
            font!("Inter-SemiBold.otf"),
        ),
        (Weight::Bold, "Inter Bold", font!("Inter-Bold.otf")),
        (
            Weight::Mono,
            "JetBrains Mono Bold",
            font!("JetBrainsMono-Bold.ttf"),
        ),
    ] {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
        fonts
            .families
            .insert(weight.family(), vec![name.to_owned()]);
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of WCAG 2.
    fn luminance(color: Color32) -> f32 {
        let linear = |channel: u8| {
            let c = f32::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_everything_it_stands_on() {
        use Tone::{Accent, Background, Bright, Disc, Faint, Ink, Quiet, Raised, Surface, Text};
        let pairs = [
            (Bright, Background),
            (Text, Background),
            (Quiet, Background),
            (Faint, Background),
            (Accent, Background),
            (Bright, Surface),
            (Bright, Raised),
            (Quiet, Surface),
            (Quiet, Raised),
            (Bright, Disc),
            (Ink, Bright),
        ];
        for theme in Theme::ALL {
            for (text, ground) in pairs {
                let found = contrast(theme.color(text), theme.color(ground));
                assert!(
                    found >= 7.0,
                    "{theme:?}: {text:?} on {ground:?}: {found:.2}"
                );
            }
        }
    }

    #[test]
    fn the_focus_ring_stands_out_from_both_sides() {
        for theme in Theme::ALL {
            let ring = theme.color(Tone::Accent);
            // A gap of background lies between ring and button, so both of its sides are the same.
            let found = contrast(ring, theme.color(Tone::Background));
            assert!(found >= 3.0, "{theme:?}: {found:.2}");
            // The focused button differs from the others by its fill, too.
            let fill = contrast(theme.color(Tone::Bright), theme.color(Tone::Raised));
            assert!(fill >= 3.0, "{theme:?}: fill {fill:.2}");
        }
    }

    #[test]
    fn every_colour_is_one_that_televisions_show_without_clipping() {
        use Tone::{
            Accent, Background, Bright, Disc, Faint, Good, Ink, Quiet, Raised, Surface, Text,
        };
        let tones = [
            Background, Surface, Raised, Bright, Text, Quiet, Faint, Ink, Accent, Good, Disc,
        ];
        for theme in Theme::ALL {
            for tone in tones {
                let color = theme.color(tone);
                // Black channels of a strong colour may go below 16: they are clipped to the same hue.
                let [r, g, b, _] = color.to_array();
                assert!(r.max(g).max(b) <= 235, "{theme:?} {tone:?}");
                assert!(r.max(g).max(b) >= 16, "{theme:?} {tone:?}");
            }
        }
    }
}
