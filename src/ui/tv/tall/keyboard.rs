//! The keyboard on the screen: what is typed stands in three rows, and the keys in rows of five.

use egui::{Align, Ui, vec2};

use super::super::accessibility;
use super::super::choice::Choice;
use super::super::keyboard::{TALL_COLUMNS, character};
use super::super::stage::{Grid, Stage, fitted_flow, heading, style};
use super::super::theme::{Tone, Weight};
use super::super::typed_code::TypedCode;
use super::{BELOW_BANNER, LEFT, between, width};
use crate::auth::AuthorizationCode;
use crate::words::Words;

/// Characters in a row of what is typed.
const IN_A_ROW: usize = 15;
/// Where what is typed begins, how high a row of it is, and what lies between two.
const TYPED: f32 = 430.0;
const ROW: f32 = 72.0;
const GAP: f32 = 8.0;
/// The middle of what is said of it, and the keys' top.
const FAULT: f32 = 706.0;
const KEYS: f32 = 756.0;

/// Draws what is typed and the keys; returns the key that was pointed at and clicked.
pub(in crate::ui::tv) fn keyboard(
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
    let room = between(stage, BELOW_BANNER, TYPED - 16.0);
    fitted_flow(stage, room, Align::Min, |flow| {
        flow.close(bold, &words.get("keyboard-title"));
        flow.gap(0.0);
        flow.close(quiet, &count);
    });
    let length = AuthorizationCode::LENGTH;
    let wide = (width(stage) + GAP) / IN_A_ROW as f32;
    for place in 0..length {
        let (row, column) = (place / IN_A_ROW, place % IN_A_ROW);
        let corner = (
            LEFT + wide * column as f32,
            TYPED + (ROW + GAP) * row as f32,
        );
        character(stage, typed, place, corner, vec2(wide - GAP, ROW), 52.0);
    }
    let rows = length.div_ceil(IN_A_ROW) as f32;
    let whole = stage.rect(LEFT, TYPED, width(stage), (ROW + GAP) * rows - GAP);
    accessibility::typed(ui, whole, words, typed.expose(), &count);
    if let Some(error) = typed.error(words) {
        let accent = style(Weight::SemiBold, 34.0, Tone::Accent);
        stage.note(LEFT, FAULT, accent, vec2(width(stage), 84.0), &error);
    }
    let place = Grid {
        x: LEFT,
        y: KEYS,
        width: width(stage),
        columns: TALL_COLUMNS,
        gap: 20.0,
    };
    stage.grid(&place, keys, focused)
}
