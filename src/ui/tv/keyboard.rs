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
/// The place of the first letter, and of the key that sends, the last one.
const FIRST_LETTER: usize = COLUMNS + 1;
pub(super) const SEND: usize = 3 * (COLUMNS + 1) + 9;

/// In portrait orientation the actions come after all keys.
pub(super) const TALL_SEND: usize = 3 * COLUMNS + 9 + 3;

/// Keys in landscape orientation: from one to the next, and the gap of that.
const PITCH: (f32, f32) = (136.0, 104.0);
const KEY_GAP: f32 = 16.0;
const KEYS_TOP: f32 = 400.0;
/// Where the actions begin.
const ACTIONS: f32 = 1500.0;
/// The typed characters stand in groups.
const GROUPS: [usize; 4] = [11, 11, 11, 10];
const GROUP_GAP: f32 = 24.0;
const GROUP: (f32, f32) = (228.0, 108.0);

/// The choices row by row: a row's keys, and then the action behind it.
pub(super) fn choices(words: &Words, typed: &TypedCode) -> Choices {
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
    let mut list = Vec::new();
    for (index, (row, action)) in ROWS.into_iter().zip(actions).enumerate() {
        list.extend(
            row.chars()
                .map(|character| key(words, character, typed.capital)),
        );
        if index + 1 == ROWS.len() {
            list.push(case.clone());
        }
        list.push(action);
    }
    Choices {
        first: FIRST_LETTER,
        ..Choices::new(ButtonLayout::Rows(middles()), list)
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
fn spans() -> impl Iterator<Item = Vec<(f32, f32)>> {
    ROWS.into_iter().map(|row| {
        let mut spans: Vec<_> = (0..row.len()).map(|column| (column as f32, 1.0)).collect();
        if row.len() < COLUMNS {
            spans.push((row.len() as f32, 2.0));
        }
        spans
    })
}

fn middles() -> Vec<Vec<f32>> {
    let with_action = |row: Vec<(f32, f32)>| {
        let action = (COLUMNS as f32, 2.0);
        row.into_iter()
            .chain([action])
            .map(|(start, width)| start + width / 2.0)
            .collect()
    };
    spans().map(with_action).collect()
}

/// The same in portrait orientation, where the order of the choices differs: each row in two, and the actions below.
pub(super) fn tall_choices(mut choices: Choices) -> Choices {
    let mut rows: Vec<Vec<f32>> = Vec::new();
    let mut keys = Vec::new();
    let mut actions = Vec::new();
    let mut list = choices.list.into_iter();
    for row in spans() {
        keys.extend(list.by_ref().take(row.len()));
        actions.extend(list.next());
        let (left, right): (Vec<_>, Vec<_>) = row
            .into_iter()
            .partition(|(start, _)| *start < TALL_COLUMNS as f32);
        let middle = |(start, width): (f32, f32)| start % TALL_COLUMNS as f32 + width / 2.0;
        rows.extend([left, right].map(|half| half.into_iter().map(middle).collect()));
    }
    rows.push(
        (0..actions.len())
            .map(|index| 0.6 + 1.25 * index as f32)
            .collect(),
    );
    // They are too narrow for an icon beside a word.
    for action in &mut actions {
        action.icon = None;
    }
    choices.first = COLUMNS;
    choices.list = keys.into_iter().chain(actions).collect();
    choices.layout = ButtonLayout::Rows(rows);
    choices
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
        let (y, height) = if is_tall {
            (712.0, 76.0)
        } else {
            (368.0, 48.0)
        };
        canvas.note(left, y, accent, vec2(canvas.width(), height), &shown.body);
    }
    canvas.buttons_of(&if is_tall {
        tall_places(canvas)
    } else {
        places(canvas)
    })
}

/// A place for each character, so that the person sees how far they are.
fn groups(canvas: &Canvas<'_>, shown: &Presentation<'_>, typed: &TypedCode) {
    let (left, is_tall) = (canvas.left_edge(), canvas.is_tall());
    let (top, in_row, height) = if is_tall {
        (450.0, 2, GROUP.1)
    } else {
        (GROUP.0, GROUPS.len(), GROUP.1)
    };
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

fn places(canvas: &Canvas<'_>) -> Vec<(Rect, Shape)> {
    let mut places = Vec::new();
    for (row, spans) in spans().enumerate() {
        let y = KEYS_TOP + PITCH.1 * row as f32;
        places.extend(spans.into_iter().map(|(start, width)| {
            let x = canvas.left_edge() + PITCH.0 * start;
            (
                canvas.rect(x, y, PITCH.0 * width - KEY_GAP, BUTTON_HEIGHT),
                Shape::Key,
            )
        }));
        let width = theme::RIGHT - ACTIONS;
        places.push((canvas.rect(ACTIONS, y, width, BUTTON_HEIGHT), Shape::Button));
    }
    places
}

fn tall_places(canvas: &Canvas<'_>) -> Vec<(Rect, Shape)> {
    let pitch = (canvas.width() + KEY_GAP) / TALL_COLUMNS as f32;
    let mut places = Vec::new();
    let mut actions = Vec::new();
    for (row, spans) in spans().enumerate() {
        for (start, width) in spans {
            let half = (start / TALL_COLUMNS as f32).floor();
            let x = canvas.left_edge() + pitch * (start - half * TALL_COLUMNS as f32);
            let y = 764.0 + PITCH.1 * (2.0 * row as f32 + half);
            let rect = canvas.rect(x, y, pitch * width - KEY_GAP, BUTTON_HEIGHT);
            places.push((rect, Shape::Key));
        }
        let width = (canvas.width() + KEY_GAP) / ROWS.len() as f32;
        let x = canvas.left_edge() + width * row as f32;
        let y = 764.0 + PITCH.1 * 8.0 + 20.0;
        actions.push((
            canvas.rect(x, y, width - KEY_GAP, BUTTON_HEIGHT),
            Shape::Key,
        ));
    }
    places.extend(actions);
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_a_code_has_its_key() {
        let words = Words::of(crate::words::Language::English);
        let mut all = Vec::new();
        for capital in [false, true] {
            let mut typed = TypedCode::default();
            typed.capital = capital;
            let keys = choices(words, &typed);
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
