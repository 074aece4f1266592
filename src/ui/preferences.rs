//! What the user can choose on the television, and what is kept of it in the settings file.

use crate::auth::StoreChoice;
use crate::input::Button;
use crate::pairing::Unattended;
use crate::words::Language;

/// What the user has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Preferences {
    /// The language; `None` for the system's.
    pub language: Option<Language>,
    /// How large the words are.
    pub text: TextSize,
    /// The colours.
    pub theme: Theme,
    /// Nothing glides.
    pub reduce_motion: bool,
    /// A sound says that a sign-in has succeeded.
    pub sounds: bool,
    /// The television may blank even while a code is on the screen.
    pub may_blank: bool,
    /// How long codes are renewed without a press.
    pub unattended: Unattended,
    /// Where a new token is kept.
    pub store: StoreChoice,
    /// How much of each edge the television hides, in percent of the picture.
    pub overscan: f32,
}

impl Preferences {
    /// Changes what a setting is about; some settings are kept elsewhere.
    pub fn apply(&mut self, setting: Setting) {
        match setting {
            Setting::Language(language) => self.language = language,
            Setting::Text(text) => self.text = text,
            Setting::Theme(theme) => self.theme = theme,
            Setting::ReduceMotion(reduce_motion) => self.reduce_motion = reduce_motion,
            Setting::Sounds(sounds) => self.sounds = sounds,
            Setting::MayBlank(may_blank) => self.may_blank = may_blank,
            Setting::Unattended(unattended) => self.unattended = unattended,
            Setting::Store(store) => self.store = store,
            Setting::Overscan(overscan) => self.overscan = overscan,
            Setting::Teach(..) | Setting::ForgetTaught | Setting::Swap(_) => {}
        }
    }
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

/// The colours of the whole screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// For a dark room.
    #[default]
    Dark,
    /// For a bright room.
    Light,
    /// For eyes that need the strongest contrast a television can show without clipping.
    Contrast,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::Contrast];
}

/// What the user changes with the remote: it holds at once, and is kept in the settings file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// The language; `None` for the system's.
    Language(Option<Language>),
    /// How large the words are.
    Text(TextSize),
    /// The colours.
    Theme(Theme),
    /// Nothing glides.
    ReduceMotion(bool),
    /// A sound says that a sign-in has succeeded.
    Sounds(bool),
    /// The television may blank even while a code is on the screen.
    MayBlank(bool),
    /// How long codes are renewed without a press.
    Unattended(Unattended),
    /// Where a new token is kept.
    Store(StoreChoice),
    /// How much of each edge the television hides.
    Overscan(f32),
    /// The key with this code of the kernel is this button.
    Teach(u16, Button),
    /// Nothing was ever taught.
    ForgetTaught,
    /// Whether OK and Back of gamepads change places.
    Swap(bool),
}

/// More than any television hides, in percent of the picture at each edge.
pub const MOST_OVERSCAN: f32 = 10.0;
