//! A code as it is read aloud: each letter with a word that begins with it.

use crate::words::Words;

/// The words of the ICAO alphabet, A to Z.
const WORDS: [&str; 26] = [
    "Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett",
    "Kilo", "Lima", "Mike", "November", "Oscar", "Papa", "Quebec", "Romeo", "Sierra", "Tango",
    "Uniform", "Victor", "Whiskey", "X-ray", "Yankee", "Zulu",
];

/// Spells a code: "K as in Kilo, 7, R as in Romeo".
pub(crate) fn spell(words: &Words, code: &str) -> String {
    let said = code.chars().map(|character| {
        let word = character
            .is_ascii_alphabetic()
            .then(|| WORDS.get(usize::from(character.to_ascii_uppercase() as u8 - b'A')))
            .flatten();
        match word {
            Some(word) => words.with(
                "spell-letter",
                [
                    ("letter", character.to_string().into()),
                    ("word", (*word).into()),
                ],
            ),
            None if character == '-' => words.get("spell-hyphen"),
            None => character.to_string(),
        }
    });
    said.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn letters_have_words_and_digits_stand_for_themselves() {
        let words = Words::of(Language::English);
        assert_eq!(
            spell(words, "A7-z"),
            "A as in Alfa, 7, hyphen, z as in Zulu"
        );
        assert_eq!(WORDS.len(), 26);
        for (word, letter) in WORDS.iter().zip('A'..='Z') {
            assert!(word.starts_with(letter));
        }
    }
}
