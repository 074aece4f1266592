//! The keyboard on the screen, for a code that cannot be pasted: letters, digits, `-` and `_`, with arrows and OK.

use egui::{Align, Ui, Vec2, vec2};

use super::accessibility;
use super::choice::{Choice, Choices, Command, Layout};
use super::stage::{Grid, Stage, fitted_flow, heading, style};
use super::tall;
use super::theme::{self, Tone, Weight};
use super::typed_code::{KeyboardKey, TypedCode};
use crate::auth::AuthorizationCode;
use crate::words::Words;

/// Keys beside each other in landscape orientation; in portrait half as many, so that the rows are the same ones in two.
const COLUMNS: usize = 10;
pub(super) const TALL_COLUMNS: usize = COLUMNS / 2;
/// Row by row; what follows them are case, delete and send.
const CHARACTERS: &str = "1234567890abcdefghijklmnopqrstuvwxyz-_";
/// Characters in a row of what is typed.
const TALL_ROW: usize = 15;
/// Where what is typed begins, how high a row of it is, and what lies between two.
const TYPED: f32 = 430.0;
const ROW: f32 = 72.0;
const GAP: f32 = 8.0;
/// The middle of what is said of it, and the keys' top.
const FAULT: f32 = 706.0;
const KEYS: f32 = 756.0;
/// The place of the key that sends.
pub(super) const SEND: usize = CHARACTERS.len() + 2;

pub(super) fn choices(words: &Words, capital: bool) -> Choices {
    let typing = CHARACTERS.chars().map(|mut character| {
        if capital {
            character.make_ascii_uppercase();
        }
        let key = KeyboardKey::Character(character);
        Choice {
            spoken: match character {
                '-' => Some(words.get("keyboard-hyphen")),
                '_' => Some(words.get("keyboard-underscore")),
                'A'..='Z' => {
                    let letter = ("letter", character.to_string().into());
                    Some(words.with("keyboard-capital", [letter]))
                }
                _ => None,
            },
            ..Choice::new(character.to_string(), Command::Type(key))
        }
    });
    let named = |id, key| Choice::named(words, id, Command::Type(key));
    let case = Choice {
        spoken: Some(words.get("keyboard-case-spoken")),
        ..named("keyboard-case", KeyboardKey::Case)
    };
    let last = [
        case,
        named("keyboard-delete", KeyboardKey::Delete),
        named("keyboard-send", KeyboardKey::Send),
    ];
    Choices {
        // The first letter: a code begins with one more often than with a digit.
        first: COLUMNS,
        ..Choices::new(Layout::Grid(COLUMNS), typing.chain(last).collect())
    }
}

/// Draws what is typed and the keys; returns the key that was pointed at and clicked.
pub(super) fn draw(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    typed: &TypedCode,
    keys: &[Choice],
    focused: usize,
) -> Option<usize> {
    if stage.is_tall() {
        return draw_tall(ui, stage, words, typed, keys, focused);
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
    accessibility::typed(ui, whole, words, typed.expose(), &count);
    if let Some(error) = typed.error(words) {
        let accent = style(Weight::SemiBold, 34.0, Tone::Accent);
        stage.left(theme::LEFT, 340.0, accent, 1688.0, &error);
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

/// The same in portrait orientation: what is typed stands in three rows, and the keys in rows of five.
fn draw_tall(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    typed: &TypedCode,
    keys: &[Choice],
    focused: usize,
) -> Option<usize> {
    let bold = heading(Weight::Bold, 56.0, Tone::Bright);
    let quiet = style(Weight::Regular, 36.0, Tone::Quiet);
    let count = typed.count(words);
    let room = tall::between(stage, tall::BELOW_BANNER, TYPED - 16.0);
    fitted_flow(stage, room, Align::Min, |flow| {
        flow.close(bold, &words.get("keyboard-title"));
        flow.gap(0.0);
        flow.close(quiet, &count);
    });
    let length = AuthorizationCode::LENGTH;
    let wide = (tall::width(stage) + GAP) / TALL_ROW as f32;
    for place in 0..length {
        let (row, column) = (place / TALL_ROW, place % TALL_ROW);
        let corner = (
            tall::LEFT + wide * column as f32,
            TYPED + (ROW + GAP) * row as f32,
        );
        character(stage, typed, place, corner, vec2(wide - GAP, ROW), 52.0);
    }
    let rows = length.div_ceil(TALL_ROW) as f32;
    let whole = stage.rect(
        tall::LEFT,
        TYPED,
        tall::width(stage),
        (ROW + GAP) * rows - GAP,
    );
    accessibility::typed(ui, whole, words, typed.expose(), &count);
    if let Some(error) = typed.error(words) {
        let accent = style(Weight::SemiBold, 34.0, Tone::Accent);
        stage.note(
            tall::LEFT,
            FAULT,
            accent,
            vec2(tall::width(stage), 84.0),
            &error,
        );
    }
    let place = Grid {
        x: tall::LEFT,
        y: KEYS,
        width: tall::width(stage),
        columns: TALL_COLUMNS,
        gap: 20.0,
    };
    stage.grid(&place, keys, focused)
}

/// Draws the place of one character, and the character if it is typed.
fn character(
    stage: &Stage<'_>,
    typed: &TypedCode,
    place: usize,
    (x, y): (f32, f32),
    size: Vec2,
    font: f32,
) {
    let tile = stage.rect(x, y, size.x, size.y);
    let next = place == typed.expose().len();
    let tone = if next { Tone::Raised } else { Tone::Surface };
    stage.fill(tile, 6, stage.color(tone));
    if next {
        let line = stage.rect(x + 4.0, y + size.y - 12.0, size.x - 8.0, 5.0);
        stage.fill(line, 2, stage.color(Tone::Accent));
    }
    if let Some(character) = typed.expose().chars().nth(place) {
        let mono = style(Weight::Mono, font, Tone::Bright);
        stage.glyph(x + size.x / 2.0, y + size.y / 2.0, mono, character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_a_code_has_its_key() {
        let words = Words::of(crate::words::Language::English);
        let mut all = Vec::new();
        for capital in [false, true] {
            let keys = choices(words, capital);
            assert_eq!(keys.command(SEND), Command::Type(KeyboardKey::Send));
            for choice in keys.list {
                if let Command::Type(KeyboardKey::Character(character)) = choice.command {
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
