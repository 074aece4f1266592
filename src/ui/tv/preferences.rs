//! What a person can choose on the settings screen, and what it is called there.

use crate::auth::{SaveError, StoreChoice};
use crate::pairing::Unattended;
use crate::ui::preferences::{Preferences, Setting, TextSize, Theme};
use crate::words::{Language, Words, store};

/// One line of the settings screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// See [`Preferences::language`].
    Language,
    /// See [`Preferences::text`].
    Text,
    /// See [`Preferences::theme`].
    Theme,
    /// See [`Preferences::reduce_motion`].
    Motion,
    /// See [`Preferences::may_blank`].
    Blanking,
    /// See [`Preferences::unattended`].
    Unattended,
    /// See [`Preferences::store`].
    Store,
}

impl Subject {
    /// All of them, in the order in which they stand.
    pub(super) const ALL: [Self; 7] = [
        Self::Language,
        Self::Text,
        Self::Theme,
        Self::Motion,
        Self::Blanking,
        Self::Unattended,
        Self::Store,
    ];

    /// Its name.
    pub(super) fn name(self, words: &Words) -> String {
        words.get(match self {
            Self::Language => "settings-language",
            Self::Text => "settings-text",
            Self::Theme => "settings-theme",
            Self::Motion => "settings-motion",
            Self::Blanking => "settings-blanking",
            Self::Unattended => "settings-unattended",
            Self::Store => "settings-store",
        })
    }

    /// What it means.
    pub(super) fn about(self, words: &Words) -> String {
        words.get(match self {
            Self::Language => "settings-language-about",
            Self::Text => "settings-text-about",
            Self::Theme => "settings-theme-about",
            Self::Motion => "settings-motion-about",
            Self::Blanking => "settings-blanking-about",
            Self::Unattended => "settings-unattended-about",
            Self::Store => "settings-store-about",
        })
    }

    /// What it can be: the settings, in the order in which they are offered.
    pub(super) fn options(self) -> Vec<Setting> {
        match self {
            Self::Language => {
                let languages = Language::ALL.map(|language| Setting::Language(Some(language)));
                [Setting::Language(None)]
                    .into_iter()
                    .chain(languages)
                    .collect()
            }
            Self::Text => [TextSize::Normal, TextSize::Large]
                .map(Setting::Text)
                .into(),
            Self::Theme => Theme::ALL.map(Setting::Theme).into(),
            Self::Motion => [false, true].map(Setting::ReduceMotion).into(),
            Self::Blanking => [false, true].map(Setting::MayBlank).into(),
            Self::Unattended => [
                Unattended::AtMost(0),
                Unattended::AtMost(4),
                Unattended::AtMost(16),
                Unattended::Always,
            ]
            .map(Setting::Unattended)
            .into(),
            Self::Store => [
                StoreChoice::AsSet,
                StoreChoice::InKeyring,
                StoreChoice::InFile,
            ]
            .map(Setting::Store)
            .into(),
        }
    }

    /// What it is.
    pub(super) fn chosen(self, preferences: &Preferences) -> Setting {
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

/// What a choice is called.
pub(super) fn name_of(words: &Words, setting: Setting) -> String {
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
        Setting::Store(StoreChoice::AsSet) => "choice-automatic",
        Setting::Store(StoreChoice::InKeyring) => "choice-keyring",
        Setting::Store(StoreChoice::InFile) => "choice-file",
        // These have screens of their own.
        Setting::Overscan(_) | Setting::Teach(..) | Setting::ForgetTaught | Setting::Swap(_) => {
            return String::new();
        }
    };
    words.get(id)
}

/// Why a setting could not be kept, without a full stop.
pub(super) fn save_error(words: &Words, why: SaveError) -> String {
    words.get(match why {
        SaveError::System(error) => return store::system(words, error),
        SaveError::Busy => "not-kept-busy",
        SaveError::NotToml => "not-kept-mistake",
        SaveError::NotATable(name) => {
            return words.with("not-kept-table", [("name", name.into())]);
        }
        SaveError::NotAWord => "expected-word",
        // Of a client id only, which has a sentence of its own.
        SaveError::Overridden(name) => return name.to_owned(),
        SaveError::Exposed => "not-kept-exposed",
    })
}
