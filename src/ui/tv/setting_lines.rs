//! The lines of the settings screen: what each can be, and what it is called.

use egui::{Align2, Pos2, Rect, Stroke, StrokeKind, Vec2, vec2};

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

/// Whether there is something to be seen of a setting beside the rows.
pub(super) fn has_preview(setting: Setting) -> bool {
    matches!(setting, Setting::Theme(_) | Setting::Text(_))
}

/// How high a preview is.
pub(super) const PREVIEW_HEIGHT: f32 = 124.0;
const SWATCH: Vec2 = vec2(188.0, 120.0);

/// Draws swatches of the three themes, or letters in both sizes, with the one that is meant framed.
pub(super) fn preview(canvas: &Canvas<'_>, place: Pos2, setting: Setting) {
    let painter = canvas.painter();
    let place = |index: usize| {
        let x = place.x + (SWATCH.x + 24.0) * index as f32;
        canvas.rect(x, place.y + 2.0, SWATCH.x, SWATCH.y)
    };
    let frame = |rect, is_meant| {
        let (width, color) = if is_meant {
            (4.0, Color::Bright)
        } else {
            (2.0, Color::Raised)
        };
        let line = Stroke::new(width, canvas.color(color));
        painter.rect_stroke(rect, 16, line, StrokeKind::Inside);
    };
    if let Setting::Theme(meant) = setting {
        for (index, theme) in Theme::ALL.into_iter().enumerate() {
            let rect = place(index);
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
            frame(rect, theme == meant);
        }
    }
    if let Setting::Text(meant) = setting {
        let sizes = [(TextSize::Normal, 48.0), (TextSize::Large, 76.0)];
        for (index, (text, size)) in sizes.into_iter().enumerate() {
            let (rect, font) = (place(index), Font::SemiBold.id(size));
            let bright = canvas.color(Color::Bright);
            painter.text(rect.center(), Align2::CENTER_CENTER, "Aa", font, bright);
            frame(rect, text == meant);
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
