//! Hints: which buttons choose and leave, with the signs of the device that was used last.

use egui::{Stroke, StrokeKind, vec2};

use super::stage::{Stage, style};
use super::theme::{Tone, Weight};
use crate::input::{Button, Labels, Press, PressSource};
use crate::words::Words;

/// The device that was used last, as far as presses tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum InputDevice {
    #[default]
    Remote,
    Keyboard,
    Gamepad(Labels),
}

impl InputDevice {
    /// The device after one more press. Arrows and Enter are on keyboards and on remotes and change nothing.
    pub(super) fn after(self, press: &Press) -> Self {
        match (&press.source, press.code) {
            (PressSource::Gamepad { labels, .. }, _) => Self::Gamepad(*labels),
            // KEY_ESC, KEY_TAB and KEY_SPACE; letters, but not the volume, which is below KEY_POWER.
            (PressSource::Window, Some(1 | 15 | 57)) => Self::Keyboard,
            (PressSource::Window, Some(16..=95)) if press.button == Button::Other => Self::Keyboard,
            (PressSource::Remote { .. }, _) | (PressSource::Window, Some(128..)) => Self::Remote,
            (PressSource::Window, _) => match self {
                // The pad was put down.
                Self::Gamepad(_) => Self::Remote,
                device => device,
            },
        }
    }
}

/// Draws the hints so that they end at `right`, with their middle at `y`; without Back where that does nothing.
pub(super) fn draw(
    stage: &Stage<'_>,
    words: &Words,
    device: InputDevice,
    swapped: bool,
    leaves: bool,
    (mut right, y): (f32, f32),
) {
    let (ok, back) = match device {
        InputDevice::Remote => ("hint-ok-key", "hint-back-key"),
        InputDevice::Keyboard => ("hint-enter-key", "hint-escape-key"),
        InputDevice::Gamepad(Labels::Letters) => ("hint-a-key", "hint-b-key"),
        InputDevice::Gamepad(Labels::Shapes) => ("hint-cross-key", "hint-circle-key"),
    };
    let round = matches!(device, InputDevice::Gamepad(_));
    let (ok, back) = if swapped && round {
        (back, ok)
    } else {
        (ok, back)
    };
    let shown = [(back, "hint-back", leaves), (ok, "hint-ok", true)];
    for (key, does, _) in shown.into_iter().filter(|(.., shown)| *shown) {
        let text = style(Weight::Regular, 30.0, Tone::Faint);
        let does = stage.right(right, y, text, 300.0, &words.get(does));
        right -= does.width() + 30.0;
        let cap = style(Weight::SemiBold, 28.0, Tone::Bright);
        let stroke = Stroke::new(2.0, stage.color(Tone::Faint));
        let width = if round {
            let label = stage.centred(right - 15.0, y, cap, 60.0, &words.get(key));
            stage.painter().circle_stroke(label.center(), 23.0, stroke);
            30.0
        } else {
            let label = stage.right(right, y, cap, 200.0, &words.get(key));
            let outline = label.expand2(vec2(15.0, 5.0));
            stage
                .painter()
                .rect_stroke(outline, 8, stroke, StrokeKind::Outside);
            label.width()
        };
        right -= width + 52.0;
    }
}
