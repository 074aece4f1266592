//! The keyboard on the screen, for a code that nobody can paste: letters, digits, `-` and `_`, with arrows and OK.
//!
//! What is typed is looked at before it is sent, so that a slip costs nothing.

use std::fmt;

use egui::{CornerRadius, Ui, Vec2, vec2};

use super::accessibility;
use super::choices::{Choice, Choices, Command, choice, named};
use super::focus::Line;
use super::stage::{Grid, Key, Stage, heading, style};
use super::tall;
use super::theme::{self, Tone, Weight};
use crate::auth::{AuthorizationCode, TypedCodeError};
use crate::words::Words;

/// Keys beside each other in landscape orientation; in portrait half as many, so that the rows are the same ones in two.
const COLUMNS: usize = 10;
/// See [`COLUMNS`].
pub(super) const TALL_COLUMNS: usize = COLUMNS / 2;
/// Of the keyboard, row by row, in small letters; what follows them are case, delete and send.
const CHARACTERS: &str = "1234567890abcdefghijklmnopqrstuvwxyz-_";
/// The place of the key that sends.
pub(super) const SEND: usize = CHARACTERS.len() + 2;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stroke {
    /// Types this.
    Character(char),
    /// Capital letters, or small ones again.
    Case,
    /// Takes the last character away.
    Delete,
    /// Sends what is typed.
    Send,
}

/// What is typed.
#[derive(Clone, Default)]
pub(super) struct Typed {
    text: String,
    capital: bool,
    fault: Option<TypedCodeError>,
}

/// It may be most of a code.
impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Typed {
    /// Takes a stroke; tells the code once that is sent and can be one.
    pub(super) fn take(&mut self, stroke: Stroke) -> Option<AuthorizationCode> {
        self.fault = None;
        match stroke {
            Stroke::Character(character) if !self.is_whole() => self.text.push(character),
            Stroke::Character(_) => {}
            Stroke::Case => self.capital = !self.capital,
            Stroke::Delete => drop(self.text.pop()),
            Stroke::Send => match AuthorizationCode::typed(&self.text) {
                Ok(code) => {
                    *self = Self::default();
                    return Some(code);
                }
                Err(fault) => self.fault = Some(fault),
            },
        }
        None
    }

    /// Whether there is nothing more to type.
    pub(super) fn is_whole(&self) -> bool {
        self.text.len() >= AuthorizationCode::LENGTH
    }

    /// Whether capital letters are typed.
    pub(super) fn capital(&self) -> bool {
        self.capital
    }

    /// What there is, which may be most of a code.
    pub(super) fn expose(&self) -> &str {
        &self.text
    }

    /// How much there is.
    pub(super) fn count(&self, words: &Words) -> String {
        let values = [
            ("count", self.text.len().into()),
            ("length", AuthorizationCode::LENGTH.into()),
        ];
        words.with("keyboard-count", values)
    }

    /// Why it was not sent.
    pub(super) fn fault(&self, words: &Words) -> Option<String> {
        let values = |length: usize| {
            [
                ("count", length.into()),
                ("length", AuthorizationCode::LENGTH.into()),
            ]
        };
        self.fault.map(|fault| match fault {
            // Nobody who types cuts anything off.
            TypedCodeError::CutAtHyphen { length }
            | TypedCodeError::TooShort { length }
            | TypedCodeError::TooLong { length } => words.with("typed-short", values(length)),
            // Nothing else can be typed here.
            TypedCodeError::Empty
            | TypedCodeError::WrongCharacter
            | TypedCodeError::NoCodeInAddress
            | TypedCodeError::Denied => words.get("typed-empty"),
        })
    }
}

/// The keys.
pub(super) fn choices(words: &Words, capital: bool) -> Choices {
    let typing = CHARACTERS.chars().map(|character| {
        let character = if capital {
            character.to_ascii_uppercase()
        } else {
            character
        };
        let key = named(
            character.to_string(),
            Command::Type(Stroke::Character(character)),
        );
        match character {
            '-' => key.spoken(words.get("keyboard-hyphen")),
            '_' => key.spoken(words.get("keyboard-underscore")),
            letter if letter.is_ascii_uppercase() => {
                let letter = ("letter", character.to_string().into());
                key.spoken(words.with("keyboard-capital", [letter]))
            }
            _ => key,
        }
    });
    let mut list: Vec<Choice> = typing.collect();
    let case = choice(words, "keyboard-case", Command::Type(Stroke::Case));
    list.push(case.spoken(words.get("keyboard-case-spoken")));
    let rest = [
        ("keyboard-delete", Stroke::Delete),
        ("keyboard-send", Stroke::Send),
    ];
    list.extend(rest.map(|(id, stroke)| choice(words, id, Command::Type(stroke))));
    // The first letter: a code begins with one more often than with a digit.
    Choices::new(Line::Grid(COLUMNS), list).starting_at(COLUMNS)
}

/// Draws what is typed and the keys; returns the key that was pointed at and clicked.
pub(super) fn draw(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    typed: &Typed,
    keys: &[Key],
    focused: usize,
) -> Option<usize> {
    if stage.is_tall() {
        return tall::keyboard(ui, stage, words, typed, keys, focused);
    }
    let bold = heading(Weight::Bold, 56.0, Tone::Bright);
    stage.left(
        theme::LEFT,
        164.0,
        bold,
        1200.0,
        &words.get("keyboard-title"),
    );
    let length = AuthorizationCode::LENGTH;
    let count = typed.count(words);
    let quiet = style(Weight::Regular, 36.0, Tone::Quiet);
    stage.right(theme::RIGHT, 164.0, quiet, 400.0, &count);

    // A place for each character, so that the person sees how far they are.
    let (top, height, gap) = (214.0, 84.0, 4.0);
    let width = (theme::RIGHT - theme::LEFT + gap) / length as f32;
    for place in 0..length {
        let corner = (theme::LEFT + width * place as f32, top);
        character(stage, typed, place, corner, vec2(width - gap, height), 44.0);
    }
    let whole = stage.rect(theme::LEFT, top, theme::RIGHT - theme::LEFT, height);
    accessibility::typed(ui, whole, words, &typed.text, &count);
    if let Some(fault) = typed.fault(words) {
        let accent = style(Weight::SemiBold, 34.0, Tone::Accent);
        stage.left(theme::LEFT, 340.0, accent, 1688.0, &fault);
    }
    let place = Grid {
        x: theme::LEFT,
        y: 388.0,
        width: theme::RIGHT - theme::LEFT,
        columns: COLUMNS,
        gap: 16.0,
    };
    stage.grid(&place, keys, focused)
}

/// Draws the place of one character, and the character if it is typed.
pub(super) fn character(
    stage: &Stage<'_>,
    typed: &Typed,
    place: usize,
    (x, y): (f32, f32),
    size: Vec2,
    font: f32,
) {
    let tile = stage.rect(x, y, size.x, size.y);
    let next = place == typed.text.len();
    let tone = if next { Tone::Raised } else { Tone::Surface };
    stage
        .painter()
        .rect_filled(tile, CornerRadius::same(6), stage.color(tone));
    if next {
        let line = stage.rect(x + 4.0, y + size.y - 12.0, size.x - 8.0, 5.0);
        stage
            .painter()
            .rect_filled(line, CornerRadius::same(2), stage.color(Tone::Accent));
    }
    if let Some(character) = typed.text.chars().nth(place) {
        let mono = style(Weight::Mono, font, Tone::Bright);
        stage.glyph(x + size.x / 2.0, y + size.y / 2.0, mono, character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Typed {
        let mut typed = Typed::default();
        for character in text.chars() {
            assert!(typed.take(Stroke::Character(character)).is_none());
        }
        typed
    }

    #[test]
    fn a_whole_code_is_sent_once_and_a_part_of_one_never() {
        let code = "aB3-_".repeat(9)[..43].to_owned();
        let mut whole = typed(&code);
        assert!(whole.is_whole());
        assert_eq!(whole.take(Stroke::Send).unwrap().expose(), code);
        assert!(whole.take(Stroke::Send).is_none(), "what is sent is gone");
        let words = Words::of(crate::words::Language::English);
        assert_eq!(whole.fault(words).unwrap(), "Nothing is typed yet.");
        let mut part = typed("abcdef");
        assert!(part.take(Stroke::Send).is_none());
        let fault = part.fault(words).unwrap();
        assert!(fault.contains("6 of 43"), "{fault}");
        part.take(Stroke::Character('g'));
        assert_eq!(part.fault(words), None, "whoever goes on is not scolded");
    }

    #[test]
    fn one_press_takes_one_character_away_and_nothing_more_than_a_code_is_taken() {
        let mut long = typed(&"a".repeat(50));
        assert_eq!(long.text.len(), 43);
        long.take(Stroke::Delete);
        assert_eq!(long.text.len(), 42);
        let mut empty = typed("");
        empty.take(Stroke::Delete);
        assert_eq!(empty.text, "");
    }

    #[test]
    fn every_character_of_a_code_has_its_key() {
        let words = Words::of(crate::words::Language::English);
        let mut all = Vec::new();
        for capital in [false, true] {
            let keys = choices(words, capital);
            assert_eq!(keys.command(SEND), Command::Type(Stroke::Send));
            for index in 0..keys.list.len() {
                if let Command::Type(Stroke::Character(character)) = keys.command(index) {
                    all.push(character);
                }
            }
        }
        for byte in 0..=255_u8 {
            let character = char::from(byte);
            let of_a_code = byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            assert_eq!(all.contains(&character), of_a_code, "{character:?}");
        }
    }
}
