//! Screens in portrait orientation: on a television that was turned, or in a small window that is higher than wide.
//!
//! What is said stands above, what is scanned below it, and the buttons below each other. The stage's width follows the
//! window, so all lengths across are taken from it; its height is always 1920.

use egui::{Rect, pos2, vec2};

use super::choice::Choice;
use super::stage::{Column, Stage, style};
use super::theme::{BUTTON_HEIGHT, Tone, Weight};

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
pub(super) const ABOVE_HINTS: f32 = 1738.0;
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
pub(super) fn stack(stage: &Stage<'_>, y: f32, keys: &[Choice], focused: usize) -> Option<usize> {
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
