//! What a person can choose on the settings screen, and what it is called there.

use super::Setting;
use super::theme::Theme;
use crate::authorization::Keep;
use crate::pairing::Unattended;
use crate::words::{Language, Words};

/// What a person has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Preferences {
    /// The language; `None` for the system's.
    pub language: Option<Language>,
    /// How large the words are.
    pub text: TextSize,
    /// The colours.
    pub theme: Theme,
    /// Nothing glides.
    pub still: bool,
    /// The television may blank even while a code lives.
    pub may_blank: bool,
    /// How long codes are renewed without a person.
    pub unattended: Unattended,
    /// Where a new token is kept.
    pub store: Keep,
    /// How much of each edge the television hides, in percent of the picture.
    pub overscan: f32,
}

/// How large the words are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// For three metres and ordinary eyes.
    #[default]
    Normal,
    /// What is needed to pair has capitals of 0.7 degrees at three metres from 43 inches (EN 301 549, 5.1.4).
    Large,
}

/// One line of the settings screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// See [`Preferences::language`].
    Language,
    /// See [`Preferences::text`].
    Text,
    /// See [`Preferences::theme`].
    Theme,
    /// See [`Preferences::still`].
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
            Self::Motion => [false, true].map(Setting::Still).into(),
            Self::Blanking => [false, true].map(Setting::MayBlank).into(),
            Self::Unattended => [
                Unattended::AtMost(0),
                Unattended::AtMost(4),
                Unattended::AtMost(16),
                Unattended::Always,
            ]
            .map(Setting::Unattended)
            .into(),
            Self::Store => [Keep::AsSet, Keep::InKeyring, Keep::InFile]
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
            Self::Motion => Setting::Still(preferences.still),
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
        Setting::Still(false) => "choice-gliding",
        Setting::Still(true) => "choice-still",
        Setting::MayBlank(false) => "choice-awake",
        Setting::MayBlank(true) => "choice-blank",
        Setting::Unattended(Unattended::AtMost(0)) => "choice-one-code",
        Setting::Unattended(Unattended::AtMost(more)) => {
            return words.with("choice-codes", [("count", (more + 1).into())]);
        }
        Setting::Unattended(Unattended::Always) => "choice-always",
        Setting::Store(Keep::AsSet) => "choice-automatic",
        Setting::Store(Keep::InKeyring) => "choice-keyring",
        Setting::Store(Keep::InFile) => "choice-file",
        // These have screens of their own.
        Setting::Overscan(_) | Setting::Teach(..) | Setting::ForgetTaught | Setting::Swap(_) => {
            return String::new();
        }
    };
    words.get(id)
}
