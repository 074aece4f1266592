//! A code that is typed with the keyboard on the screen. It is checked before it is sent, so that a slip costs nothing.

use std::fmt;

use crate::auth::{AuthorizationCode, TypedCodeError};
use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyboardKey {
    Character(char),
    /// Capital letters, or small ones again.
    Case,
    Delete,
    /// All of it.
    Clear,
    Send,
}

#[derive(Default)]
pub(super) struct TypedCode {
    text: String,
    /// The letters on the keys are capital.
    pub(super) capital: bool,
    error: Option<TypedCodeError>,
}

/// It may be most of a code.
impl fmt::Debug for TypedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl TypedCode {
    /// Presses a key; returns the code once that is sent and can be one.
    pub(super) fn press(&mut self, key: KeyboardKey) -> Option<AuthorizationCode> {
        self.error = None;
        match key {
            KeyboardKey::Character(character) if !self.is_whole() => self.text.push(character),
            KeyboardKey::Character(_) => {}
            KeyboardKey::Case => self.capital = !self.capital,
            KeyboardKey::Delete => drop(self.text.pop()),
            KeyboardKey::Clear => self.text.clear(),
            KeyboardKey::Send => match AuthorizationCode::typed(&self.text) {
                Ok(code) => {
                    *self = Self::default();
                    return Some(code);
                }
                Err(error) => self.error = Some(error),
            },
        }
        None
    }

    pub(super) fn is_whole(&self) -> bool {
        self.text.len() >= AuthorizationCode::LENGTH
    }

    /// The characters, which may be most of a code.
    pub(super) fn expose(&self) -> &str {
        &self.text
    }

    /// How many characters there are, of how many.
    pub(super) fn count(&self, words: &Words) -> String {
        of_length(words, "keyboard-count", self.text.len())
    }

    /// Why it was not sent.
    pub(super) fn error(&self, words: &Words) -> Option<String> {
        Some(match self.error? {
            // Nothing that is typed here is cut off.
            TypedCodeError::CutAtHyphen { length }
            | TypedCodeError::TooShort { length }
            | TypedCodeError::TooLong { length } => of_length(words, "typed-short", length),
            // Nothing else can be typed here.
            TypedCodeError::Empty
            | TypedCodeError::WrongCharacter
            | TypedCodeError::NoCodeInAddress
            | TypedCodeError::Denied => words.get("typed-empty"),
        })
    }
}

fn of_length(words: &Words, id: &str, count: usize) -> String {
    let length = AuthorizationCode::LENGTH;
    words.with(id, [("count", count.into()), ("length", length.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> TypedCode {
        let mut typed = TypedCode::default();
        for character in text.chars() {
            assert!(typed.press(KeyboardKey::Character(character)).is_none());
        }
        typed
    }

    #[test]
    fn a_whole_code_is_sent_once_and_a_part_of_one_never() {
        let code = "aB3-_".repeat(9)[..43].to_owned();
        let mut whole = typed(&code);
        assert!(whole.is_whole());
        assert_eq!(whole.press(KeyboardKey::Send).unwrap().expose(), code);
        assert!(
            whole.press(KeyboardKey::Send).is_none(),
            "what is sent is gone"
        );
        let words = Words::of(crate::words::Language::English);
        assert_eq!(whole.error(words).unwrap(), "Nothing typed yet.");
        let mut part = typed("abcdef");
        assert!(part.press(KeyboardKey::Send).is_none());
        let error = part.error(words).unwrap();
        assert!(error.contains("6 of 43"), "{error}");
        part.press(KeyboardKey::Character('g'));
        assert_eq!(part.error(words), None, "typing on clears the error");
    }

    #[test]
    fn one_press_takes_one_character_away_and_nothing_more_than_a_code_is_taken() {
        let mut long = typed(&"a".repeat(50));
        assert_eq!(long.text.len(), 43);
        long.press(KeyboardKey::Delete);
        assert_eq!(long.text.len(), 42);
        let mut empty = typed("");
        empty.press(KeyboardKey::Delete);
        assert_eq!(empty.text, "");
    }
}
