//! What a remote can say.

use std::fmt;
use std::str::FromStr;

/// What a remote can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Button {
    /// To the control above.
    Up,
    /// To the control below.
    Down,
    /// To the control on the left.
    Left,
    /// To the control on the right.
    Right,
    /// Choose what has the focus.
    Ok,
    /// Leave.
    Back,
    /// What else there is.
    Menu,
    /// Tell more.
    Info,
    /// Go on.
    PlayPause,
    /// To the first control.
    PageUp,
    /// To the last control.
    PageDown,
    /// A digit, 0 to 9.
    Digit(u8),
    /// The red one of the coloured buttons.
    Red,
    /// The green one.
    Green,
    /// The yellow one.
    Yellow,
    /// The blue one.
    Blue,
    /// A key that is known and has no meaning here (volume, a letter), but shows that the screen is used.
    Other,
    /// A key that is in no table; it can be taught.
    Unknown,
}

/// The names that stand in `config.toml` and on the remote test screen.
pub(crate) const NAMES: [(&str, Button); 16] = [
    ("up", Button::Up),
    ("down", Button::Down),
    ("left", Button::Left),
    ("right", Button::Right),
    ("ok", Button::Ok),
    ("back", Button::Back),
    ("menu", Button::Menu),
    ("info", Button::Info),
    ("play-pause", Button::PlayPause),
    ("page-up", Button::PageUp),
    ("page-down", Button::PageDown),
    ("red", Button::Red),
    ("green", Button::Green),
    ("yellow", Button::Yellow),
    ("blue", Button::Blue),
    ("none", Button::Other),
];

impl Button {
    /// What an unknown key can be taught on the screen; the first is what is missed most.
    pub const TEACHABLE: [Self; 7] = [
        Self::Ok,
        Self::Back,
        Self::Up,
        Self::Down,
        Self::Left,
        Self::Right,
        Self::Menu,
    ];

    /// Whether it repeats while it is held: only what moves.
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(
            self,
            Self::Up | Self::Down | Self::Left | Self::Right | Self::PageUp | Self::PageDown
        )
    }
}

impl fmt::Display for Button {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Digit(digit) = self {
            return digit.fmt(f);
        }
        let named = NAMES.iter().find(|(_, named)| named == self);
        f.write_str(named.map_or("unknown", |(name, _)| name))
    }
}

/// A word that is no button's name, with the names that there are.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no button: expected up, down, left, right, ok, back, menu, info, play-pause, page-up, page-down, red, green, yellow, blue, 0 to 9, or none"
)]
pub struct NoButton(String);

impl FromStr for Button {
    type Err = NoButton;

    fn from_str(word: &str) -> Result<Self, NoButton> {
        let named = NAMES.iter().find(|(name, _)| *name == word);
        match (named, word.as_bytes()) {
            (Some((_, button)), _) => Ok(*button),
            (None, [digit @ b'0'..=b'9']) => Ok(Self::Digit(digit - b'0')),
            _ => Err(NoButton(word.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_as_it_is_written() {
        let digits = (0..=9).map(Button::Digit);
        for button in NAMES.iter().map(|(_, button)| *button).chain(digits) {
            assert_eq!(button.to_string().parse(), Ok(button));
        }
        for wrong in ["", "OK", "10", "unknown", "x"] {
            assert!(wrong.parse::<Button>().is_err(), "{wrong:?}");
        }
    }
}
