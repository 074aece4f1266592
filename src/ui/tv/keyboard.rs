//! The keyboard on the screen, for a code that cannot be pasted: letters, digits, `-` and `_`, with arrows and OK.

use egui::{Align, Align2, Rect, pos2, vec2};

use super::accessibility;
use super::canvas::{Canvas, Shape, heading, style};
use super::choice::{ButtonLayout, Choice, Choices, Command, Dialog};
use super::icon::Icon;
use super::tall;
use super::theme::{self, BUTTON_HEIGHT, Color, Font};
use super::typed_code::{KeyboardKey, TypedCode};
use crate::ui::presentation::Presentation;
use crate::words::Words;

/// The keys row by row, as on a keyboard of a computer. The last row ends with the key for capitals, which is two wide.
const ROWS: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm_"];
/// Keys beside each other, in landscape orientation with one action behind each row.
const COLUMNS: usize = 10;
/// In portrait orientation a row is two.
const TALL_COLUMNS: usize = COLUMNS / 2;
/// The place of the key that sends, the last one.
pub(super) const SEND: usize = 3 * (COLUMNS + 1) + 9;

/// Keys in landscape orientation: from one to the next, and the gap of that.
const PITCH: (f32, f32) = (136.0, 104.0);
const KEY_GAP: f32 = 16.0;
const KEYS_TOP: f32 = 400.0;
const TALL_KEYS_TOP: f32 = 764.0;
/// Where the actions begin.
const ACTIONS: f32 = 1500.0;
/// The typed characters stand in groups.
const GROUPS: [usize; 4] = [11, 11, 11, 10];
const GROUP_GAP: f32 = 24.0;
const GROUP: (f32, f32) = (228.0, 108.0);

/// The choices row by row: a row's keys, and then the action behind it; in portrait orientation all actions come last.
pub(super) fn choices(words: &Words, typed: &TypedCode, is_tall: bool) -> Choices {
    let named = |id, key| Choice::named(words, id, Command::Type(key));
    let case = Choice {
        icon: Some(Icon::Shift),
        spoken: Some(words.get("keyboard-case-spoken")),
        ..Choice::new(
            if typed.capital { "abc" } else { "ABC" }.to_owned(),
            Command::Type(KeyboardKey::Case),
        )
    };
    let send = Choice {
        disabled: !typed.is_whole(),
        ..named("keyboard-send", KeyboardKey::Send)
    };
    let actions = [
        named("keyboard-delete", KeyboardKey::Delete),
        named("keyboard-clear", KeyboardKey::Clear),
        Choice::named(words, "button-show-qr", Command::Open(Dialog::BiggerQr)),
        send,
    ];
    let characters = ROWS.iter().flat_map(|row| row.chars());
    let keys = characters.map(|character| key(words, character, typed.capital));
    let mut keys = keys.chain([case]);
    let middle = |(start, width): (f32, f32)| start + width / 2.0;
    let rows = spans(is_tall).into_iter();
    let mut rows: Vec<Vec<f32>> = rows
        .map(|row| row.into_iter().map(middle).collect())
        .collect();
    let mut list = Vec::new();
    if is_tall {
        list.extend(keys);
        // They are too narrow for an icon beside a word.
        list.extend(actions.map(|action| Choice {
            icon: None,
            ..action
        }));
        rows.push(vec![0.6, 1.85, 3.1, 4.35]);
    } else {
        for (row, action) in rows.iter_mut().zip(actions) {
            list.extend(keys.by_ref().take(row.len()));
            list.push(action);
            row.push(COLUMNS as f32 + 1.0);
        }
    }
    Choices {
        // The first letter.
        first: COLUMNS + usize::from(!is_tall),
        ..Choices::new(ButtonLayout::Rows(rows), list)
    }
}

fn key(words: &Words, mut character: char, capital: bool) -> Choice {
    if capital {
        character.make_ascii_uppercase();
    }
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
        ..Choice::new(
            character.to_string(),
            Command::Type(KeyboardKey::Character(character)),
        )
    }
}

/// Where the keys of each row are, in keys: where a key begins and how many it is wide.
fn spans(is_tall: bool) -> Vec<Vec<(f32, f32)>> {
    let columns = if is_tall { TALL_COLUMNS } else { COLUMNS };
    let mut rows = Vec::new();
    for row in ROWS {
        let place = |column: usize| (column % columns) as f32;
        let keys = (0..row.len()).map(|column| (place(column), 1.0));
        let case = (row.len() < COLUMNS).then(|| (place(row.len()), 2.0));
        let keys: Vec<_> = keys.chain(case).collect();
        rows.extend(keys.chunks(columns).map(<[_]>::to_vec));
    }
    rows
}

/// Draws what is typed and the keys; returns the key that was pointed at and clicked.
pub(super) fn draw(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    typed: &TypedCode,
) -> Option<usize> {
    canvas.hints();
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
        canvas.left(left, theme::TITLE_Y, title, 1340.0, &shown.title);
        canvas.right(
            theme::RIGHT,
            theme::TITLE_Y + 4.0,
            count,
            320.0,
            &shown.status,
        );
    }
    groups(canvas, shown, typed);
    if !shown.body.is_empty() {
        let accent = style(Font::SemiBold, 32.0, Color::Accent);
        let (y, height) = canvas.either((368.0, 48.0), (712.0, 76.0));
        canvas.note(left, y, accent, vec2(canvas.width(), height), &shown.body);
    }
    let places = places(canvas);
    canvas.each_button(places.iter().map(|(rect, _)| *rect), |response, index| {
        canvas.whole_button(response, index, places[index].1)
    })
}

/// A place for each character, so that the person sees how far they are.
fn groups(canvas: &Canvas<'_>, shown: &Presentation<'_>, typed: &TypedCode) {
    let (left, height) = (canvas.left_edge(), GROUP.1);
    let (top, in_row) = canvas.either((GROUP.0, GROUPS.len()), (450.0, 2));
    let width = (canvas.width() + GROUP_GAP) / in_row as f32 - GROUP_GAP;
    let mut first = 0;
    for (index, length) in GROUPS.into_iter().enumerate() {
        let (row, column) = ((index / in_row) as f32, (index % in_row) as f32);
        let corner = pos2(
            left + (width + GROUP_GAP) * column,
            top + (height + 16.0) * row,
        );
        let rect = canvas.rect(corner.x, corner.y, width, height);
        group(canvas, rect, typed.expose(), first, length);
        first += length;
    }
    let rows = GROUPS.len().div_ceil(in_row) as f32;
    let whole = canvas.rect(left, top, canvas.width(), (height + 16.0) * rows - 16.0);
    accessibility::typed(
        canvas.ui,
        whole,
        (&shown.title, canvas.words),
        typed.expose(),
        &shown.status,
    );
}

/// Draws the places of so many characters from one on, and those that are typed.
fn group(canvas: &Canvas<'_>, rect: Rect, typed: &str, first: usize, length: usize) {
    let painter = canvas.painter();
    canvas.fill(rect, 16, Color::Surface);
    let next = typed.len();
    let is_active = (first..first + length).contains(&next);
    if is_active {
        let line = egui::Stroke::new(4.0, canvas.color(Color::Accent));
        painter.rect_stroke(rect, 16, line, egui::StrokeKind::Inside);
    }
    let pitch = (rect.width() - 40.0) / GROUPS[0] as f32;
    for place in first..first + length {
        let x = rect.left() + 20.0 + pitch * ((place - first) as f32 + 0.5);
        let middle = pos2(x, rect.center().y);
        if let Some(character) = typed.chars().nth(place) {
            let (font, color) = (Font::Mono.id(52.0), canvas.undimmed(Color::Bright));
            painter.text(middle, Align2::CENTER_CENTER, character, font, color);
        } else if place == next {
            let line = Rect::from_center_size(middle + vec2(0.0, 28.0), vec2(pitch - 4.0, 7.0));
            canvas.fill(line, 2, Color::Accent);
        } else {
            painter.circle_filled(middle, 4.0, canvas.color(Color::Raised));
        }
    }
}

/// Where each key and action is.
fn places(canvas: &Canvas<'_>) -> Vec<(Rect, Shape)> {
    let (is_tall, left) = (canvas.is_tall(), canvas.left_edge());
    let tall_pitch = (canvas.width() + KEY_GAP) / TALL_COLUMNS as f32;
    let (pitch, top) = canvas.either((PITCH.0, KEYS_TOP), (tall_pitch, TALL_KEYS_TOP));
    let mut places = Vec::new();
    for (row, spans) in spans(is_tall).into_iter().enumerate() {
        let y = top + PITCH.1 * row as f32;
        places.extend(spans.into_iter().map(|(start, width)| {
            let (x, width) = (left + pitch * start, pitch * width - KEY_GAP);
            (canvas.rect(x, y, width, BUTTON_HEIGHT), Shape::Key)
        }));
        if !is_tall {
            let width = theme::RIGHT - ACTIONS;
            places.push((canvas.rect(ACTIONS, y, width, BUTTON_HEIGHT), Shape::Button));
        }
    }
    if is_tall {
        let width = (canvas.width() + KEY_GAP) / ROWS.len() as f32;
        let y = top + PITCH.1 * 8.0 + 20.0;
        places.extend((0..ROWS.len()).map(|action| {
            let x = left + width * action as f32;
            let rect = canvas.rect(x, y, width - KEY_GAP, BUTTON_HEIGHT);
            (rect, Shape::Key)
        }));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_a_code_has_its_key() {
        let words = Words::of(crate::words::Language::English);
        let mut all = Vec::new();
        for (capital, is_tall) in [(false, true), (true, false), (false, false), (true, true)] {
            let mut typed = TypedCode::default();
            typed.capital = capital;
            let keys = choices(words, &typed, is_tall);
            assert_eq!(keys.command(SEND), Command::Nothing, "nothing to send yet");
            assert_eq!(keys.list[SEND].command, Command::Type(KeyboardKey::Send));
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
