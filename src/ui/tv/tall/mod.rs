//! Screens in portrait orientation: on a television that was turned, or in a small window that is higher than wide.
//!
//! What is said stands above, what is scanned below it, and the buttons below each other. The stage's width follows the
//! window, so all lengths across are taken from it; its height is always 1920.

mod pairing;

use egui::{Align, Rect, pos2, vec2};

use super::choice::Choice;
use super::message::Message;
use super::paired::{self, PairedContent};
use super::portrait::PortraitCache;
use super::qr::Qr;
use super::stage::{Column, Flow, Stage, fitted_flow, heading, style};
use super::theme::{BUTTON_HEIGHT, Tone, Weight};
use super::{UiContext, pairing as landscape};
use crate::auth::shown;
use crate::words::{Words, trouble};

pub(super) use pairing::{beside_the_qr, bigger_page, bigger_pairing, page, pairing};

/// The safe area's left edge; the right one is as far from the stage's.
pub(super) const LEFT: f32 = 60.0;
/// The safe area's top and bottom.
const TOP: f32 = 116.0;
const BOTTOM: f32 = 1804.0;
/// Where the program's name stands: its left edge and middle.
pub(super) const NAME: (f32, f32) = (LEFT, TOP + 18.0);
/// Where the words begin below it, and below what is said of the demo.
const BELOW_NAME: f32 = 176.0;
pub(super) const BELOW_BANNER: f32 = 232.0;
/// Where the words end above the hints.
pub(super) const ABOVE_HINTS: f32 = 1738.0;
/// Between two buttons.
pub(super) const GAP: f32 = 28.0;
/// The tops of the buttons of a result, of a plain message, and of one with something to scan.
pub(super) const RESULT_BUTTONS: f32 = 1160.0;
pub(super) const MESSAGE_BUTTONS: f32 = 1060.0;
const BELOW_SCANNED: f32 = 1400.0;
/// That of the bigger QR's.
pub(super) const BIGGER_BUTTONS: f32 = BOTTOM - BUTTON_HEIGHT - 14.0;
/// The widest that buttons in the middle are.
const WIDEST: f32 = 720.0;

/// How wide the safe area is.
pub(super) fn width(stage: &Stage<'_>) -> f32 {
    stage.size().x - 2.0 * LEFT
}

/// The stage's middle.
fn middle(stage: &Stage<'_>) -> f32 {
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

/// Where a message's buttons stand.
pub(super) fn message_buttons(message: &Message) -> f32 {
    if message.scan.is_some() {
        BELOW_SCANNED
    } else {
        MESSAGE_BUTTONS
    }
}

/// A message without its buttons.
pub(super) fn message(stage: &Stage<'_>, words: &Words, message: &Message, qr: &mut Qr) {
    // Large words and lines to type need the room; the QR of a short address is still read across a room.
    let scanned = if stage.is_large() && !message.verbatim.is_empty() {
        380.0
    } else {
        460.0
    };
    let title = heading(Weight::Bold, 68.0, Tone::Bright);
    let body = style(Weight::Regular, 38.0, Tone::Quiet);
    let (top, bottom) = match &message.scan {
        Some(url) => {
            let name = words.with("pairing-qr", [("url", shown::address(url).into())]);
            let top = BELOW_SCANNED - scanned - 56.0;
            let corner = pos2(middle(stage) - scanned / 2.0, top);
            qr.show(stage, words, corner, scanned, url, &name);
            (BELOW_BANNER, top - 40.0)
        }
        None if message.verbatim.is_empty() => (420.0, MESSAGE_BUTTONS - 56.0),
        None => (320.0, MESSAGE_BUTTONS - 56.0),
    };
    let room = between(stage, top, bottom);
    fitted_flow(stage, room, Align::Center, |flow| {
        flow.close(title, &message.title);
        flow.gap(20.0);
        flow.text(body, &message.body);
        if !message.verbatim.is_empty() {
            flow.gap(20.0);
            verbatim(stage, flow, &message.verbatim);
        }
    });
}

/// What has to be typed, line by line.
fn verbatim(stage: &Stage<'_>, flow: &mut Flow<'_>, lines: &[String]) {
    let mono = style(Weight::Mono, 34.0, Tone::Bright);
    let line = if stage.is_large() { 62.0 } else { 50.0 };
    let (width, height) = (width(stage), line * lines.len() as f32 + 36.0);
    let Some(top) = flow.place(height) else {
        return;
    };
    let plate = stage.rect(LEFT, top, width, height);
    stage
        .painter()
        .rect_filled(plate, 14, stage.color(Tone::Surface));
    for (index, text) in lines.iter().enumerate() {
        let y = top + 18.0 + line * (index as f32 + 0.5);
        stage.left(LEFT + 36.0, y, mono, width - 72.0, text);
    }
}

/// The result without its buttons.
pub(super) fn paired(
    stage: &Stage<'_>,
    words: &Words,
    context: &UiContext,
    shown: &PairedContent<'_>,
    disc: &mut PortraitCache,
) {
    paired::picture(stage, (middle(stage), 400.0), shown, disc);
    let title = heading(Weight::Bold, 72.0, Tone::Bright);
    let body = style(Weight::Regular, 36.0, Tone::Quiet);
    let room = between(stage, 560.0, RESULT_BUTTONS - 48.0);
    fitted_flow(stage, room, Align::Center, |flow| {
        flow.close(title, &paired::title(words, shown.account));
        flow.gap(16.0);
        flow.text(body, &paired::kept(words, context, shown.place));
        for (text, color) in paired::remarks(words, context, shown) {
            flow.gap(8.0);
            flow.text(style(Weight::Regular, 32.0, color), &text);
        }
    });
}

/// A remark in the place of the hints.
pub(super) fn at_the_bottom(stage: &Stage<'_>, text: &str) {
    let quiet = style(Weight::Regular, 32.0, Tone::Faint);
    let room = between(stage, BOTTOM - 130.0, BOTTOM);
    fitted_flow(stage, room, Align::Center, |flow| flow.text(quiet, text));
}

/// The resting screen.
pub(super) fn resting(stage: &Stage<'_>, title: &str, body: &str) {
    let bold = heading(Weight::SemiBold, 60.0, Tone::Quiet);
    let faint = style(Weight::Regular, 36.0, Tone::Faint);
    let room = between(stage, 840.0, 1300.0);
    fitted_flow(stage, room, Align::Center, |flow| {
        flow.close(bold, title);
        flow.gap(8.0);
        flow.text(faint, body);
    });
}

/// How long something is good: above each other where there is little room across.
fn countdown(
    stage: &Stage<'_>,
    words: &Words,
    countdown: &landscape::Countdown,
    room: Rect,
    now: std::time::Instant,
) {
    let (x, y, width) = (room.left(), room.top(), room.width());
    if width > WIDEST {
        return landscape::countdown(stage, words, countdown, x, y, width, now);
    }
    let label = style(Weight::Regular, 32.0, Tone::Quiet);
    let time = style(Weight::Bold, 44.0, Tone::Bright);
    let left = countdown.ends.saturating_duration_since(now);
    let good_for = words.get("pairing-good-for");
    stage.note(x, y + 20.0, label, vec2(width, 44.0), &good_for);
    let text = trouble::time_left(words, left);
    stage.note(x, y + 76.0, time, vec2(width, 72.0), &text);
    landscape::bar(stage, countdown, (x, y + 124.0, width), now);
}
