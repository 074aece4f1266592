//! The keyboard on the screen, for a code that cannot be pasted: letters, digits, `-` and `_`, with arrows and OK.

use egui::{Align, Align2, Vec2, vec2};

use super::accessibility;
use super::canvas::{Canvas, Grid, heading, style};
use super::choice::{ButtonLayout, Choice, Choices, Command};
use super::tall;
use super::theme::{self, Color, Font};
use super::typed_code::{KeyboardKey, TypedCode};
use crate::auth::AuthorizationCode;
use crate::ui::presentation::Presentation;
use crate::words::Words;

/// Keys beside each other in landscape orientation; in portrait half as many, so that the rows are the same ones in two.
const COLUMNS: usize = 10;
pub(super) const TALL_COLUMNS: usize = COLUMNS / 2;
/// Row by row; what follows them are case, delete and send.
const CHARACTERS: &str = "1234567890abcdefghijklmnopqrstuvwxyz-_";
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
        ..Choices::new(ButtonLayout::Grid(COLUMNS), typing.chain(last).collect())
    }
}

/// Draws what is typed and the keys; returns the key that was pointed at and clicked.
pub(super) fn draw(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    typed: &TypedCode,
) -> Option<usize> {
    canvas.hints(theme::RIGHT);
    let (is_tall, left) = (canvas.is_tall(), canvas.left_edge());
    let title = heading(Font::Bold, 56.0, Color::Bright);
    let count = style(Font::Regular, 36.0, Color::Quiet);
    if is_tall {
        canvas.fit_text(tall::BELOW_BANNER, 414.0, Align::Min, |flow| {
            flow.close(title, &shown.title);
            flow.gap(0.0);
            flow.close(count, &shown.status);
        });
    } else {
        canvas.left(left, 164.0, title, 1200.0, &shown.title);
        canvas.right(theme::RIGHT, 164.0, count, 400.0, &shown.status);
    }
    // A place for each character, so that the person sees how far they are: where the first row of them begins, how
    // many it has, how high it is, what lies between two, and how large the characters are. In portrait orientation the
    // title ends 16 above 430, and three rows end 20 above the note at 706.
    let length = AuthorizationCode::LENGTH;
    let (top, in_row, height, gap, font) = if is_tall {
        (430.0, 15, 72.0, 8.0, 52.0)
    } else {
        (214.0, length, 84.0, 4.0, 44.0)
    };
    let width = (canvas.width() + gap) / in_row as f32;
    for place in 0..length {
        let (row, column) = ((place / in_row) as f32, (place % in_row) as f32);
        let corner = (left + width * column, top + (height + gap) * row);
        character(
            canvas,
            typed,
            place,
            corner,
            vec2(width - gap, height),
            font,
        );
    }
    let whole = (height + gap) * length.div_ceil(in_row) as f32 - gap;
    let whole = canvas.rect(left, top, canvas.width(), whole);
    let (ui, words) = (canvas.ui, canvas.words);
    accessibility::typed(ui, whole, words, typed.expose(), &shown.status);
    if !shown.body.is_empty() {
        let accent = style(Font::SemiBold, 34.0, Color::Accent);
        if is_tall {
            let room = vec2(canvas.width(), 84.0);
            canvas.note(left, 706.0, accent, room, &shown.body);
        } else {
            canvas.left(left, 340.0, accent, canvas.width(), &shown.body);
        }
    }
    let (y, columns, gap) = if is_tall {
        (756.0, TALL_COLUMNS, 20.0)
    } else {
        (388.0, COLUMNS, 16.0)
    };
    canvas.grid(&Grid {
        x: left,
        y,
        width: canvas.width(),
        height: theme::BUTTON_HEIGHT,
        columns,
        gap,
    })
}

/// Draws the place of one character, and the character if it is typed.
fn character(
    canvas: &Canvas<'_>,
    typed: &TypedCode,
    place: usize,
    (x, y): (f32, f32),
    size: Vec2,
    font: f32,
) {
    let tile = canvas.rect(x, y, size.x, size.y);
    let next = place == typed.expose().len();
    canvas.fill(tile, 6, if next { Color::Raised } else { Color::Surface });
    if next {
        let line = canvas.rect(x + 4.0, y + size.y - 12.0, size.x - 8.0, 5.0);
        canvas.fill(line, 2, Color::Accent);
    }
    if let Some(character) = typed.expose().chars().nth(place) {
        let (font, color) = (Font::Mono.id(font), canvas.undimmed(Color::Bright));
        let middle = canvas.at(x + size.x / 2.0, y + size.y / 2.0);
        let painter = canvas.painter();
        painter.text(middle, Align2::CENTER_CENTER, character, font, color);
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
