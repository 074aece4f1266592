//! The lines of the settings screen: what each can be, and what it is called.

use egui::{Align2, Rect, Stroke, StrokeKind, Vec2, vec2};

use super::canvas::Canvas;
use super::theme::{Color, Font};
use crate::auth::StoreChoice;
use crate::pairing::Unattended;
use crate::ui::preferences::{Preferences, Setting, TextSize, Theme};
use crate::words::{Language, Words};

/// The lines of the settings screen, as they are set.
pub(super) fn lines(preferences: &Preferences) -> [Setting; 8] {
    [
        Setting::Language(preferences.language),
        Setting::Text(preferences.text),
        Setting::Theme(preferences.theme),
        Setting::ReduceMotion(preferences.reduce_motion),
        Setting::Sounds(preferences.sounds),
        Setting::MayBlank(preferences.may_blank),
        Setting::Unattended(preferences.unattended),
        Setting::Store(preferences.store),
    ]
}

/// The message that names a line; the one that explains it has the same name with `-about`.
pub(super) fn title(line: Setting) -> &'static str {
    match line {
        Setting::Language(_) => "settings-language",
        Setting::Text(_) => "settings-text",
        Setting::Theme(_) => "settings-theme",
        Setting::ReduceMotion(_) => "settings-motion",
        Setting::Sounds(_) => "settings-sound",
        Setting::MayBlank(_) => "settings-blanking",
        Setting::Unattended(_) => "settings-unattended",
        Setting::Store(_) => "settings-store",
        Setting::Swap(_) => "settings-swap",
        Setting::ForgetTaught => "settings-taught",
        // These have screens of their own.
        Setting::Overscan(_) | Setting::Teach(..) => "",
    }
}

/// What a line can be, in the order in which it is offered.
pub(super) fn options(line: Setting) -> Vec<Setting> {
    use StoreChoice::{Auto, InFile, InKeyring};
    use Unattended::{Always, AtMost};
    match line {
        Setting::Language(_) => {
            let languages = Language::ALL.into_iter().map(Some);
            let all = std::iter::once(None).chain(languages);
            all.map(Setting::Language).collect()
        }
        Setting::Text(_) => [TextSize::Normal, TextSize::Large]
            .map(Setting::Text)
            .into(),
        Setting::Theme(_) => Theme::ALL.map(Setting::Theme).into(),
        Setting::ReduceMotion(_) => [false, true].map(Setting::ReduceMotion).into(),
        Setting::Sounds(_) => [true, false].map(Setting::Sounds).into(),
        Setting::MayBlank(_) => [false, true].map(Setting::MayBlank).into(),
        Setting::Unattended(_) => {
            let all = [AtMost(0), AtMost(4), AtMost(16), Always];
            all.map(Setting::Unattended).into()
        }
        Setting::Store(_) => [Auto, InKeyring, InFile].map(Setting::Store).into(),
        Setting::Swap(_) => [false, true].map(Setting::Swap).into(),
        Setting::Overscan(_) | Setting::Teach(..) | Setting::ForgetTaught => Vec::new(),
    }
}

pub(super) fn option_name(words: &Words, setting: Setting) -> String {
    let id = match setting {
        Setting::Language(Some(language)) => return language.own_name().to_owned(),
        Setting::Language(None) => "choice-system",
        Setting::Text(TextSize::Normal) => "choice-normal",
        Setting::Text(TextSize::Large) => "choice-large",
        Setting::Theme(Theme::Dark) => "choice-dark",
        Setting::Theme(Theme::Light) => "choice-light",
        Setting::Theme(Theme::Contrast) => "choice-contrast",
        Setting::ReduceMotion(false) | Setting::Sounds(true) => "choice-on",
        Setting::ReduceMotion(true) | Setting::Sounds(false) => "choice-off",
        Setting::MayBlank(false) => "choice-awake",
        Setting::MayBlank(true) => "choice-blank",
        Setting::Unattended(Unattended::AtMost(0)) => "choice-one-code",
        Setting::Unattended(Unattended::AtMost(more)) => {
            return words.with("choice-codes", [("count", (more + 1).into())]);
        }
        Setting::Unattended(Unattended::Always) => "choice-always",
        Setting::Store(StoreChoice::Auto) => "choice-automatic",
        Setting::Store(StoreChoice::InKeyring) => "choice-keyring",
        Setting::Store(StoreChoice::InFile) => "choice-file",
        Setting::Swap(false) => "choice-a",
        Setting::Swap(true) => "choice-b",
        Setting::Overscan(_) | Setting::Teach(..) | Setting::ForgetTaught => return String::new(),
    };
    words.get(id)
}

/// What shows beside the rows how a setting looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Preview {
    Theme(Theme),
    Text(TextSize),
}

/// The preview of a line, or of one of its options.
pub(super) fn preview_of(setting: Setting) -> Option<Preview> {
    match setting {
        Setting::Theme(theme) => Some(Preview::Theme(theme)),
        Setting::Text(text) => Some(Preview::Text(text)),
        _ => None,
    }
}

/// How high a preview is.
pub(super) const PREVIEW_HEIGHT: f32 = 124.0;
const SWATCH: Vec2 = vec2(188.0, 120.0);

/// Draws swatches of the three themes, or letters in both sizes, with the one that is meant framed.
pub(super) fn preview(canvas: &Canvas<'_>, (x, y): (f32, f32), preview: Preview) {
    let frame = |index: usize, is_meant| {
        let rect = canvas.rect(
            x + (SWATCH.x + 24.0) * index as f32,
            y + 2.0,
            SWATCH.x,
            SWATCH.y,
        );
        let color = if is_meant {
            Color::Bright
        } else {
            Color::Raised
        };
        let width = if is_meant { 4.0 } else { 2.0 };
        let line = Stroke::new(width, canvas.color(color));
        (rect, move || {
            canvas
                .painter()
                .rect_stroke(rect, 16, line, StrokeKind::Inside)
        })
    };
    match preview {
        Preview::Theme(meant) => {
            for (index, theme) in Theme::ALL.into_iter().enumerate() {
                let (rect, draw_frame) = frame(index, theme == meant);
                let painter = canvas.painter();
                painter.rect_filled(rect, 16, theme.color(Color::Background));
                let bars = [
                    (24.0, 90.0, Color::Bright),
                    (54.0, 130.0, Color::Faint),
                    (82.0, 66.0, Color::Accent),
                ];
                for (down, width, color) in bars {
                    let bar = Rect::from_min_size(rect.min + vec2(22.0, down), vec2(width, 14.0));
                    painter.rect_filled(bar, 5, theme.color(color));
                }
                draw_frame();
            }
        }
        Preview::Text(meant) => {
            for (index, (text, size)) in [(TextSize::Normal, 48.0), (TextSize::Large, 76.0)]
                .into_iter()
                .enumerate()
            {
                let (rect, draw_frame) = frame(index, text == meant);
                let bright = canvas.color(Color::Bright);
                let font = Font::SemiBold.id(size);
                canvas
                    .painter()
                    .text(rect.center(), Align2::CENTER_CENTER, "Aa", font, bright);
                draw_frame();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_name_and_an_explanation() {
        let words = Words::of(Language::English);
        for line in lines(&Preferences::default()) {
            let explanation = format!("{}-about", title(line));
            for id in [title(line), &explanation] {
                assert_ne!(words.get(id), id);
            }
        }
    }
}
