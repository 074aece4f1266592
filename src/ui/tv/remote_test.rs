//! The remote test: each press with its source and code and what it does here, and what may not be read.

use std::collections::VecDeque;

use egui::{Align, vec2};

use super::choice::Choice;
use super::stage::{Stage, fitted_flow, heading, style};
use super::steps::ROW;
use super::tall;
use super::theme::{self, Tone, Weight};
use crate::auth::shown;
use crate::input::{Button, Device, Press, PressSource};
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

    /// Forgets all but the newest: the OK that asks for it is tested, too.
    pub(super) fn keep_newest(&mut self) {
        self.0.truncate(1);
    }
}

pub(super) fn draw(
    stage: &Stage<'_>,
    words: &Words,
    presses: &PressLog,
    devices: &[Device],
    save_error: Option<&str>,
    choices: &[Choice],
    focused: usize,
) -> Option<usize> {
    let presses: Vec<_> = presses
        .0
        .iter()
        .map(|press| described(words, press))
        .collect();
    let notes = notes(words, devices, save_error);
    if stage.is_tall() {
        return draw_tall(stage, words, &presses, &notes, choices, focused);
    }
    let left = |y, style, text: &str| stage.left(theme::LEFT, y, style, 1688.0, text);
    let title = heading(Weight::Bold, 64.0, Tone::Bright);
    left(158.0, title, &words.get("remote-title"));
    let body = style(Weight::Regular, 36.0, Tone::Quiet);
    left(240.0, body, &words.get("remote-body"));
    if presses.is_empty() {
        let text = style(Weight::Regular, 40.0, Tone::Faint);
        left(FIRST, text, &words.get("remote-nothing"));
    }
    for (index, press) in presses.iter().enumerate() {
        let y = FIRST + STEP * index as f32;
        let [bright, quiet] = tones(index);
        let bold = style(Weight::Bold, 42.0, bright);
        let plain = style(Weight::Regular, 36.0, quiet);
        let texts = press.iter().zip([bold, plain, plain]);
        for ((x, room), (text, style)) in COLUMNS.into_iter().zip(texts) {
            if !text.is_empty() {
                stage.left(x, y, style, room, text);
            }
        }
    }
    let quiet = style(Weight::Regular, 30.0, Tone::Faint);
    for (note, y) in notes.iter().zip([716.0, 766.0, 816.0]) {
        left(y, quiet, note);
    }
    stage.row(ROW.0, ROW.1, choices, focused)
}

/// Of what a press does, and of its code and source: the newest stands out.
fn tones(index: usize) -> [Tone; 2] {
    if index == 0 {
        [Tone::Bright, Tone::Text]
    } else {
        [Tone::Quiet, Tone::Faint]
    }
}

/// The same in portrait orientation; `presses` are what each does, its code and its source.
fn draw_tall(
    stage: &Stage<'_>,
    words: &Words,
    presses: &[[String; 3]],
    notes: &[String],
    keys: &[Choice],
    focused: usize,
) -> Option<usize> {
    // From one press to the next, and from what it does to its source.
    let (step, beneath) = if stage.is_large() {
        (130.0, 56.0)
    } else {
        (108.0, 46.0)
    };
    let title = heading(Weight::Bold, 64.0, Tone::Bright);
    let body = style(Weight::Regular, 36.0, Tone::Quiet);
    let first = 520.0;
    let room = tall::between(stage, tall::BELOW_BANNER, first - 60.0);
    fitted_flow(stage, room, Align::Min, |flow| {
        flow.close(title, &words.get("remote-title"));
        flow.gap(12.0);
        flow.text(body, &words.get("remote-body"));
    });
    if presses.is_empty() {
        let text = style(Weight::Regular, 40.0, Tone::Faint);
        let nothing = words.get("remote-nothing");
        stage.note(
            tall::LEFT,
            first,
            text,
            vec2(tall::width(stage), 110.0),
            &nothing,
        );
    }
    let half = tall::width(stage) / 2.0;
    for (index, [does, code, source]) in presses.iter().enumerate() {
        let [bright, quiet] = tones(index);
        let y = first + step * index as f32;
        let bold = style(Weight::Bold, 42.0, bright);
        let plain = style(Weight::Regular, 32.0, quiet);
        stage.left(tall::LEFT, y, bold, half, does);
        if !code.is_empty() {
            stage.right(tall::LEFT + tall::width(stage), y, plain, half - 24.0, code);
        }
        stage.left(tall::LEFT, y + beneath, plain, tall::width(stage), source);
    }
    let whole = (theme::BUTTON_HEIGHT + tall::GAP) * keys.len() as f32 - tall::GAP;
    let buttons = tall::ABOVE_HINTS - whole;
    let faint = style(Weight::Regular, 30.0, Tone::Faint);
    let below = first + step * SHOWN as f32;
    let room = tall::between(stage, below, buttons - 36.0);
    fitted_flow(stage, room, Align::Min, |flow| {
        for note in notes {
            flow.close(faint, note);
            flow.gap(8.0);
        }
    });
    tall::stack(stage, buttons, keys, focused)
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
    let does = match press.button {
        Button::Digit(digit) => words.with("name-digit", [("digit", digit.into())]),
        button => words.get(button_name(button)),
    };
    let code = press.code.map_or_else(String::new, |code| {
        let values = [("code", code.into()), ("hex", format!("{code:#x}").into())];
        words.with("remote-code", values)
    });
    let source = match &press.source {
        PressSource::Window => words.get("remote-window"),
        PressSource::Remote { name } | PressSource::Gamepad { name, .. } => short(name),
    };
    [does, code, source]
}

/// A device's name may be anything: as much of it as there is room for, and nothing that is not text.
fn short(name: &str) -> String {
    shown::line(name, 40)
}

/// The message that names a button.
pub(super) fn button_name(button: Button) -> &'static str {
    match button {
        Button::Up => "name-up",
        Button::Down => "name-down",
        Button::Left => "name-left",
        Button::Right => "name-right",
        Button::Ok => "name-ok",
        Button::Back => "name-back",
        Button::Menu => "name-menu",
        Button::Info => "name-info",
        Button::PlayPause => "name-play-pause",
        Button::PageUp => "name-page-up",
        Button::PageDown => "name-page-down",
        Button::Digit(_) => "name-digit",
        Button::Red => "name-red",
        Button::Green => "name-green",
        Button::Yellow => "name-yellow",
        Button::Blue => "name-blue",
        Button::Other => "name-other",
        Button::Unknown => "name-unknown",
    }
}
