//! Colours, sizes and fonts: the one place where the look is decided.
//!
//! All lengths are pixels of a 1920×1080 picture; the canvas scales them. Colours stay within what televisions show
//! without clipping (RGB 16 to 235). The fonts are `Inter`, `JetBrains Mono NL` (SIL Open Font License) and a part of `Lucide`
//! (ISC), in `assets/fonts`.

use std::sync::Arc;

use crate::ui::preferences::Theme;
use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId};

/// The modules of a QR and the plate it stands on, in every theme: what a phone's camera reads best.
pub(super) const MODULE: Color32 = Color32::from_rgb(0x10, 0x10, 0x10);
pub(super) const PLATE: Color32 = Color32::from_rgb(0xEB, 0xEB, 0xEB);

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Color {
    Background,
    /// Code tiles, rows of a list, disabled buttons and what is not there yet.
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
    /// The edge of what has the focus, and news.
    Accent,
    Good,
    /// Something is not as it should be.
    Warning,
    /// Behind an icon in these colours.
    AccentTile,
    GoodTile,
    WarningTile,
    /// The monogram's disc.
    Disc,
}

impl Theme {
    #[must_use]
    pub(super) const fn color(self, color: Color) -> Color32 {
        let [dark, light, contrast] = match color {
            Color::Background => [0x12_15_1A, 0xDC_DC_D8, 0x10_10_10],
            Color::Surface => [0x1E_23_2B, 0xEB_EB_E8, 0x24_24_24],
            Color::Raised => [0x2A_2F_39, 0xC6_C8_C4, 0x30_30_30],
            Color::Bright => [0xEB_EB_EB, 0x15_17_1B, 0xEB_EB_EB],
            Color::Text => [0xD5_D8_DD, 0x20_23_28, 0xEB_EB_EB],
            Color::Quiet => [0xBE_C3_CC, 0x2C_30_36, 0xEB_EB_EB],
            Color::Faint => [0xA6_AC_B6, 0x3A_3F_46, 0xD8_D8_D8],
            Color::Ink => [0x10_10_10, 0xEB_EB_EB, 0x10_10_10],
            Color::Accent => [0xEB_B0_59, 0x5C_32_00, 0xEB_DC_20],
            Color::Good => [0x7F_BF_8E, 0x17_49_26, 0x5A_EB_7A],
            Color::Warning => [0xEB_9A_86, 0x75_1A_0A, 0xEB_9A_86],
            Color::AccentTile => [0x2B_2A_24, 0xE6_DC_C4, 0x24_24_24],
            Color::GoodTile => [0x1F_2B_23, 0xCE_DE_D0, 0x24_24_24],
            Color::WarningTile => [0x2E_23_22, 0xEB_D6_CF, 0x24_24_24],
            Color::Disc => [0x30_48_5B, 0xB4_C6_D4, 0x2C_2C_2C],
        };
        let rgb: u32 = match self {
            Self::Dark => dark,
            Self::Light => light,
            Self::Contrast => contrast,
        };
        Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }
}

/// The light in the dark theme: from a place on the picture outwards, the colours there, at three fifths of the way and at the
/// farthest corner.
pub(super) const LIGHT: [Color32; 3] = [
    Color32::from_rgb(0x1E, 0x25, 0x30),
    Color32::from_rgb(0x12, 0x15, 0x1A),
    Color32::from_rgb(0x10, 0x13, 0x18),
];

/// Left and right edges of the safe area in landscape orientation.
pub(super) const LEFT: f32 = 116.0;
pub(super) const RIGHT: f32 = 1804.0;
/// Nothing that must be read is smaller.
pub(super) const SMALLEST_TEXT: f32 = 28.0;
pub(super) const BUTTON_HEIGHT: f32 = 88.0;
pub(super) const BUTTON_GAP: f32 = 32.0;
/// Between rows of a list, and between keys.
pub(super) const ROW_GAP: f32 = 12.0;
/// What all screens have in the same place in landscape orientation: the middle of the program's name, of a title above a whole
/// screen and of the hints, and the top of a row of buttons at the bottom.
pub(super) const NAME_Y: f32 = 82.0;
pub(super) const TITLE_Y: f32 = 166.0;
pub(super) const HINTS_Y: f32 = 976.0;
pub(super) const BUTTONS_Y: f32 = 932.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Font {
    Regular,
    /// Buttons and hints.
    SemiBold,
    /// Titles, addresses.
    Bold,
    /// The code, and what is to be typed exactly.
    Mono,
    /// See [`Icon`](super::icon::Icon).
    Icons,
}

impl Font {
    fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::SemiBold => FontFamily::Name("semibold".into()),
            Self::Bold => FontFamily::Name("bold".into()),
            Self::Mono => FontFamily::Monospace,
            Self::Icons => FontFamily::Name("icons".into()),
        }
    }

    #[must_use]
    pub(super) fn id(self, size: f32) -> FontId {
        FontId::new(size, self.family())
    }
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
    for (font, bytes) in [
        (Font::Regular, font!("Inter-Regular.otf")),
        (Font::SemiBold, font!("Inter-SemiBold.otf")),
        (Font::Bold, font!("Inter-Bold.otf")),
        // Without ligatures: an address must look as it is typed.
        (Font::Mono, font!("JetBrainsMonoNL-Bold.ttf")),
        (Font::Icons, font!("Lucide.ttf")),
    ] {
        let (name, data) = (format!("{font:?}"), FontData::from_static(bytes));
        fonts.font_data.insert(name.clone(), Arc::new(data));
        fonts.families.insert(font.family(), vec![name]);
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
        use Color::{Accent, Background, Bright, Disc, Faint, Ink, Quiet, Raised, Surface, Text};
        use Color::{AccentTile, Good, Warning, WarningTile};
        let pairs = [
            (Warning, Background),
            (Good, Background),
            (Bright, AccentTile),
            (Bright, WarningTile),
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
    fn every_icon_can_be_seen_on_its_tile() {
        let pairs = [
            (Color::Accent, Color::AccentTile),
            (Color::Warning, Color::WarningTile),
            (Color::Good, Color::GoodTile),
        ];
        for theme in Theme::ALL {
            for (icon, tile) in pairs {
                let found = contrast(theme.color(icon), theme.color(tile));
                assert!(found >= 4.5, "{theme:?}: {icon:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn what_has_the_focus_stands_out() {
        for theme in Theme::ALL {
            let edge = theme.color(Color::Accent);
            let found = contrast(edge, theme.color(Color::Background));
            assert!(found >= 3.0, "{theme:?}: {found:.2}");
            // The focused button differs from the others by its fill, too.
            let fill = contrast(theme.color(Color::Bright), theme.color(Color::Raised));
            assert!(fill >= 3.0, "{theme:?}: fill {fill:.2}");
        }
    }

    #[test]
    fn every_colour_is_one_that_televisions_show_without_clipping() {
        use Color::{
            Accent, AccentTile, Background, Bright, Disc, Faint, Good, GoodTile, Ink, Quiet,
            Raised, Surface, Text, Warning, WarningTile,
        };
        let colors = [
            Background,
            Surface,
            Raised,
            Bright,
            Text,
            Quiet,
            Faint,
            Ink,
            Accent,
            Good,
            Disc,
            Warning,
            AccentTile,
            GoodTile,
            WarningTile,
        ];
        for theme in Theme::ALL {
            for color in colors {
                let color = theme.color(color);
                // Black channels of a strong colour may go below 16: they are clipped to the same hue.
                let [r, g, b, _] = color.to_array();
                assert!(r.max(g).max(b) <= 235, "{theme:?} {color:?}");
                assert!(r.max(g).max(b) >= 16, "{theme:?} {color:?}");
            }
        }
    }
}
