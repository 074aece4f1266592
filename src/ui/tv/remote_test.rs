//! The remote test: each press with its source and code and what it does here, and what may not be read.

use std::collections::VecDeque;

use egui::{Align, vec2};

use super::canvas::{BODY, Canvas, TITLE, TextStyle, style};
use super::tall;
use super::theme::{self, Color, Font};
use crate::auth::shown;
use crate::input::{Button, Device, Press, PressSource};
use crate::ui::presentation::Presentation;
use crate::words::Words;

/// As many presses as there is room for.
const SHOWN: usize = 5;
/// Where the lines begin, and how far they are apart.
const FIRST: f32 = 322.0;
const STEP: f32 = 70.0;
/// The columns of a line: what it does, its code, its source.
const COLUMNS: [(f32, f32); 3] = [(theme::LEFT, 400.0), (560.0, 400.0), (1000.0, 804.0)];

/// The newest presses, the newest first.
#[derive(Default)]
pub(super) struct PressLog(VecDeque<Press>);

impl PressLog {
    pub(super) fn add(&mut self, press: &Press) {
        self.0.truncate(SHOWN - 1);
        self.0.push_front(press.clone());
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether the last two presses are of this button.
    pub(super) fn ends_with_twice(&self, button: Button) -> bool {
        let mut newest = self.0.iter().take(2);
        self.0.len() > 1 && newest.all(|press| press.button == button)
    }
}

const NOTHING: TextStyle = style(Font::Regular, 40.0, Color::Faint);
const NOTE: TextStyle = style(Font::Regular, 30.0, Color::Faint);

/// Draws it. It has no buttons, for all that are pressed are shown.
pub(super) fn draw(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    presses: &PressLog,
    devices: &[Device],
) {
    canvas.hints();
    let presses = presses.0.iter();
    let presses: Vec<_> = presses
        .map(|press| described(canvas.words, press))
        .collect();
    let notes = notes(canvas.words, devices, shown.notice.as_deref());
    if canvas.is_tall() {
        return draw_tall(canvas, shown, &presses, &notes);
    }
    let left = |y, style, text: &str| canvas.left(theme::LEFT, y, style, 1688.0, text);
    left(theme::TITLE_Y, TITLE, &shown.title);
    left(244.0, BODY, &shown.body);
    if presses.is_empty() {
        left(FIRST, NOTHING, &canvas.words.get("remote-nothing"));
    }
    for (index, press) in presses.iter().enumerate() {
        let y = FIRST + STEP * index as f32;
        let [bold, plain] = styles(index, 36.0);
        let texts = press.iter().zip([bold, plain, plain]);
        for ((x, room), (text, style)) in COLUMNS.into_iter().zip(texts) {
            if !text.is_empty() {
                canvas.left(x, y, style, room, text);
            }
        }
    }
    for (note, y) in notes.iter().zip([716.0, 766.0, 816.0]) {
        left(y, NOTE, note);
    }
}

/// Of what a press does, and of its code and source in this size: the newest stands out.
fn styles(index: usize, size: f32) -> [TextStyle; 2] {
    let [bright, quiet] = if index == 0 {
        [Color::Bright, Color::Text]
    } else {
        [Color::Quiet, Color::Faint]
    };
    [
        style(Font::Bold, 42.0, bright),
        style(Font::Regular, size, quiet),
    ]
}

/// The same in portrait orientation; `presses` are what each does, its code and its source.
fn draw_tall(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    presses: &[[String; 3]],
    notes: &[String],
) {
    // From one press to the next, and from what it does to its source.
    let (step, beneath) = if canvas.is_large() {
        (130.0, 56.0)
    } else {
        (108.0, 46.0)
    };
    let (first, width) = (520.0, canvas.width());
    canvas.fit_text(tall::BELOW_BANNER, first - 60.0, Align::Min, |flow| {
        flow.close(TITLE, &shown.title);
        flow.gap(12.0);
        flow.text(BODY, &shown.body);
    });
    if presses.is_empty() {
        let nothing = canvas.words.get("remote-nothing");
        canvas.note(tall::LEFT, first, NOTHING, vec2(width, 110.0), &nothing);
    }
    let half = width / 2.0;
    for (index, [does, code, source]) in presses.iter().enumerate() {
        let y = first + step * index as f32;
        let [bold, plain] = styles(index, 32.0);
        canvas.left(tall::LEFT, y, bold, half, does);
        if !code.is_empty() {
            canvas.right(canvas.right_edge(), y, plain, half - 24.0, code);
        }
        canvas.left(tall::LEFT, y + beneath, plain, width, source);
    }
    let below = first + step * SHOWN as f32;
    canvas.fit_text(below, tall::ABOVE_HINTS - 36.0, Align::Min, |flow| {
        for note in notes {
            flow.close(NOTE, note);
            flow.gap(8.0);
        }
    });
}

/// What could not be saved, and what may not be read.
fn notes(words: &Words, devices: &[Device], save_error: Option<&str>) -> Vec<String> {
    let closed = devices.iter().filter(|device| !device.readable);
    let mut notes: Vec<_> = save_error.map(str::to_owned).into_iter().collect();
    notes.extend(closed.map(|device| {
        words.with(
            "remote-closed",
            [
                ("name", short(&device.name).into()),
                ("node", device.node.as_ref().into()),
            ],
        )
    }));
    // How to allow it fits once, below the first two.
    if notes.len() > usize::from(save_error.is_some()) {
        notes.truncate(2);
        notes.push(words.get("remote-allow"));
    }
    notes
}

/// What a press does, its code and its source.
fn described(words: &Words, press: &Press) -> [String; 3] {
    let code = press.code.map_or_else(String::new, |code| {
        let values = [("code", code.into()), ("hex", format!("{code:#x}").into())];
        words.with("remote-code", values)
    });
    let source = match &press.source {
        PressSource::Window => words.get("remote-window"),
        PressSource::Remote { name } | PressSource::Gamepad { name, .. } => short(name),
    };
    [button_name(words, press.button), code, source]
}

/// A device's name may be anything: as much of it as there is room for, and nothing that is not text.
fn short(name: &str) -> String {
    shown::line(name, 40)
}

/// What a button is called.
pub(super) fn button_name(words: &Words, button: Button) -> String {
    match button {
        Button::Digit(digit) => words.with("name-digit", [("digit", digit.into())]),
        Button::Other => words.get("name-other"),
        named => words.get(&format!("name-{named}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn every_button_has_a_name() {
        let words = Words::of(Language::English);
        let buttons = crate::input::NAMES.map(|(_, button)| button);
        for button in buttons
            .into_iter()
            .chain([Button::Digit(7), Button::Unknown])
        {
            let name = button_name(words, button);
            assert!(!name.starts_with("name-"), "{name}");
        }
    }
}
