//! The lines of the settings screen: what each can be, and what it is called.

use crate::auth::StoreChoice;
use crate::pairing::Unattended;
use crate::ui::preferences::{Preferences, Setting, TextSize, Theme};
use crate::words::{Language, Words};

/// One line of the settings screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SettingKind {
    Language,
    Text,
    Theme,
    Motion,
    Blanking,
    Unattended,
    Store,
}

impl SettingKind {
    pub(super) const ALL: [Self; 7] = [
        Self::Language,
        Self::Text,
        Self::Theme,
        Self::Motion,
        Self::Blanking,
        Self::Unattended,
        Self::Store,
    ];

    /// The messages that name and explain it.
    pub(super) fn title_and_body(self) -> [&'static str; 2] {
        match self {
            Self::Language => ["settings-language", "settings-language-about"],
            Self::Text => ["settings-text", "settings-text-about"],
            Self::Theme => ["settings-theme", "settings-theme-about"],
            Self::Motion => ["settings-motion", "settings-motion-about"],
            Self::Blanking => ["settings-blanking", "settings-blanking-about"],
            Self::Unattended => ["settings-unattended", "settings-unattended-about"],
            Self::Store => ["settings-store", "settings-store-about"],
        }
    }

    /// What it can be, in the order in which it is offered.
    pub(super) fn options(self) -> Vec<Setting> {
        match self {
            Self::Language => {
                let languages = Language::ALL.into_iter().map(Some);
                let all = std::iter::once(None).chain(languages);
                all.map(Setting::Language).collect()
            }
            Self::Text => vec![
                Setting::Text(TextSize::Normal),
                Setting::Text(TextSize::Large),
            ],
            Self::Theme => Theme::ALL.map(Setting::Theme).into(),
            Self::Motion => [false, true].map(Setting::ReduceMotion).into(),
            Self::Blanking => [false, true].map(Setting::MayBlank).into(),
            Self::Unattended => {
                let mut options: Vec<_> = [0, 4, 16].map(Unattended::AtMost).into();
                options.push(Unattended::Always);
                options.into_iter().map(Setting::Unattended).collect()
            }
            Self::Store => {
                use StoreChoice::{Auto, InFile, InKeyring};
                [Auto, InKeyring, InFile].map(Setting::Store).into()
            }
        }
    }

    /// What it is.
    pub(super) fn current(self, preferences: &Preferences) -> Setting {
        match self {
            Self::Language => Setting::Language(preferences.language),
            Self::Text => Setting::Text(preferences.text),
            Self::Theme => Setting::Theme(preferences.theme),
            Self::Motion => Setting::ReduceMotion(preferences.reduce_motion),
            Self::Blanking => Setting::MayBlank(preferences.may_blank),
            Self::Unattended => Setting::Unattended(preferences.unattended),
            Self::Store => Setting::Store(preferences.store),
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
        // These have screens of their own.
        Setting::Overscan(_) | Setting::Teach(..) | Setting::ForgetTaught | Setting::Swap(_) => {
            return String::new();
        }
    };
    words.get(id)
}
