//! Screens in portrait orientation: on a television that was turned, or in a small window that is higher than wide.
//!
//! What is said stands above, what is scanned below it, and the buttons below each other. The stage's width follows the
//! window, so all lengths across are taken from it; its height is always 1920.

mod keyboard;

use egui::{Align, Rect, pos2, vec2};

use super::remote_test::SHOWN;
use super::stage::{Column, Key, Stage, fitted_flow, heading, style};
use super::theme::{BUTTON_HEIGHT, Tone, Weight};
use crate::words::Words;

pub(super) use keyboard::keyboard;

/// The safe area's left edge; the right one is as far from the stage's.
pub(super) const LEFT: f32 = 60.0;
/// The safe area's top and bottom.
pub(super) const TOP: f32 = 116.0;
pub(super) const BOTTOM: f32 = 1804.0;
/// Where the program's name stands: its left edge and middle.
pub(super) const NAME: (f32, f32) = (LEFT, TOP + 18.0);
/// Where the words begin below it, and below what is said of the demo.
pub(super) const BELOW_NAME: f32 = 176.0;
pub(super) const BELOW_BANNER: f32 = 232.0;
/// Where the words end above the hints.
const ABOVE_HINTS: f32 = 1738.0;
/// Between two buttons.
pub(super) const GAP: f32 = 28.0;
/// The top of a message's buttons.
pub(super) const MESSAGE_BUTTONS: f32 = 1060.0;
/// The widest that buttons in the middle are.
pub(super) const WIDEST: f32 = 720.0;

/// How wide the safe area is.
pub(super) fn width(stage: &Stage<'_>) -> f32 {
    stage.size().x - 2.0 * LEFT
}

/// The stage's middle.
pub(super) fn middle(stage: &Stage<'_>) -> f32 {
    stage.size().x / 2.0
}

/// The safe area between two heights.
pub(super) fn between(stage: &Stage<'_>, top: f32, bottom: f32) -> Rect {
    Rect::from_min_max(pos2(LEFT, top), pos2(LEFT + width(stage), bottom))
}

/// Where the hints end, and their middle.
pub(super) fn corner(stage: &Stage<'_>) -> (f32, f32) {
    (LEFT + width(stage), BOTTOM - 24.0)
}

/// Says that this is a demo.
pub(super) fn demo_banner(stage: &Stage<'_>, text: &str) {
    let quiet = style(Weight::SemiBold, 28.0, Tone::Accent);
    let room = vec2(width(stage), 48.0);
    stage.note(LEFT, NAME.1 + 56.0, quiet, room, text);
}

/// Buttons below each other in the middle, from a height on; returns the one that was pointed at and clicked.
pub(super) fn stack(stage: &Stage<'_>, y: f32, keys: &[Key], focused: usize) -> Option<usize> {
    let width = width(stage).min(WIDEST);
    let place = Column {
        x: middle(stage) - width / 2.0,
        y,
        width,
        height: BUTTON_HEIGHT,
        gap: GAP,
    };
    stage.column(&place, keys, focused)
}

/// Choices below what they are about; returns the one that was pointed at and clicked.
pub(super) fn list(
    stage: &Stage<'_>,
    title: &str,
    body: &str,
    keys: &[Key],
    focused: usize,
) -> Option<usize> {
    let gap = if keys.len() > 8 { 16.0 } else { GAP };
    let whole = (BUTTON_HEIGHT + gap) * keys.len() as f32 - gap;
    let bold = heading(Weight::Bold, 64.0, Tone::Bright);
    let text = style(Weight::Regular, 38.0, Tone::Quiet);
    let room = between(stage, BELOW_BANNER, ABOVE_HINTS - whole - 48.0);
    let below = fitted_flow(stage, room, Align::Min, |flow| {
        flow.close(bold, title);
        flow.gap(16.0);
        flow.text(text, body);
    });
    let place = Column {
        x: LEFT,
        y: below + 48.0,
        width: width(stage),
        height: BUTTON_HEIGHT,
        gap,
    };
    stage.column(&place, keys, focused)
}

/// The size of the picture, without the brackets in its corners; returns the choice that was pointed at and clicked.
pub(super) fn picture(
    stage: &Stage<'_>,
    words: &Words,
    size: &str,
    save_error: Option<&str>,
    keys: &[Key],
    focused: usize,
) -> Option<usize> {
    let title = heading(Weight::Bold, 68.0, Tone::Bright);
    let body = style(Weight::Regular, 38.0, Tone::Quiet);
    let number = style(Weight::Bold, 56.0, Tone::Bright);
    let room = between(stage, 420.0, MESSAGE_BUTTONS - 56.0);
    fitted_flow(stage, room, Align::Center, |flow| {
        flow.close(title, &words.get("picture-title"));
        flow.gap(20.0);
        flow.text(body, &words.get("picture-body"));
        flow.gap(20.0);
        flow.close(number, size);
        if let Some(why) = save_error {
            flow.gap(16.0);
            flow.text(style(Weight::Regular, 32.0, Tone::Accent), why);
        }
    });
    stack(stage, MESSAGE_BUTTONS, keys, focused)
}

/// The remote test: `presses` are what each does, its code and its source, the newest first. Returns the choice that was
/// pointed at and clicked.
pub(super) fn remote_test(
    stage: &Stage<'_>,
    words: &Words,
    presses: &[[String; 3]],
    notes: &[String],
    keys: &[Key],
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
    let room = between(stage, BELOW_BANNER, first - 60.0);
    fitted_flow(stage, room, Align::Min, |flow| {
        flow.close(title, &words.get("remote-title"));
        flow.gap(12.0);
        flow.text(body, &words.get("remote-body"));
    });
    if presses.is_empty() {
        let text = style(Weight::Regular, 40.0, Tone::Faint);
        let nothing = words.get("remote-nothing");
        stage.note(LEFT, first, text, vec2(width(stage), 110.0), &nothing);
    }
    let half = width(stage) / 2.0;
    for (index, [does, code, source]) in presses.iter().enumerate() {
        let (bright, quiet) = if index == 0 {
            (Tone::Bright, Tone::Text)
        } else {
            (Tone::Quiet, Tone::Faint)
        };
        let y = first + step * index as f32;
        let bold = style(Weight::Bold, 42.0, bright);
        let plain = style(Weight::Regular, 32.0, quiet);
        stage.left(LEFT, y, bold, half, does);
        if !code.is_empty() {
            stage.right(LEFT + width(stage), y, plain, half - 24.0, code);
        }
        stage.left(LEFT, y + beneath, plain, width(stage), source);
    }
    let whole = (BUTTON_HEIGHT + GAP) * keys.len() as f32 - GAP;
    let buttons = ABOVE_HINTS - whole;
    let faint = style(Weight::Regular, 30.0, Tone::Faint);
    let below = first + step * SHOWN as f32;
    let room = between(stage, below, buttons - 36.0);
    fitted_flow(stage, room, Align::Min, |flow| {
        for note in notes {
            flow.close(faint, note);
            flow.gap(8.0);
        }
    });
    stack(stage, buttons, keys, focused)
}
