//! The lines of the settings screen: what each can be, and what it is called.

use crate::auth::StoreChoice;
use crate::pairing::Unattended;
use crate::ui::preferences::{Preferences, Setting, TextSize, Theme};
use crate::words::{Language, Words};

/// The lines of the settings screen, as they are set.
pub(super) fn lines(preferences: &Preferences) -> [Setting; 7] {
    [
        Setting::Language(preferences.language),
        Setting::Text(preferences.text),
        Setting::Theme(preferences.theme),
        Setting::ReduceMotion(preferences.reduce_motion),
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
        Setting::MayBlank(_) => "settings-blanking",
        Setting::Unattended(_) => "settings-unattended",
        Setting::Store(_) => "settings-store",
        // These have screens of their own.
        Setting::Overscan(_) | Setting::Teach(..) | Setting::ForgetTaught | Setting::Swap(_) => "",
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
        Setting::MayBlank(_) => [false, true].map(Setting::MayBlank).into(),
        Setting::Unattended(_) => {
            let all = [AtMost(0), AtMost(4), AtMost(16), Always];
            all.map(Setting::Unattended).into()
        }
        Setting::Store(_) => [Auto, InKeyring, InFile].map(Setting::Store).into(),
        Setting::Overscan(_) | Setting::Teach(..) | Setting::ForgetTaught | Setting::Swap(_) => {
            Vec::new()
        }
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
        Setting::ReduceMotion(false) => "choice-gliding",
        Setting::ReduceMotion(true) => "choice-still",
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
        Setting::Overscan(_) | Setting::Teach(..) | Setting::ForgetTaught | Setting::Swap(_) => {
            return String::new();
        }
    };
    words.get(id)
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
