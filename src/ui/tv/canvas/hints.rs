//! Hints: which buttons choose and leave, with the signs of the device that was used last.

use egui::{Stroke, StrokeKind, vec2};

use super::{Canvas, style};
use crate::input::{Button, Labels, Press, PressSource};
use crate::ui::tv::tall;
use crate::ui::tv::theme::{Color, Font};

/// The device that was used last, as far as presses tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui::tv) enum InputDevice {
    #[default]
    Remote,
    Keyboard,
    Gamepad(Labels),
}

impl InputDevice {
    /// The device after one more press. Arrows and Enter are on keyboards and on remotes and change nothing.
    pub(crate) fn after(self, press: &Press) -> Self {
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

/// What the hints say.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui::tv) struct Hints {
    pub device: InputDevice,
    /// OK and Back of gamepads have changed places.
    pub swapped: bool,
    pub back_leaves: bool,
    /// Back was pressed where it does nothing, which is said instead.
    pub no_way_out: bool,
}

impl Canvas<'_> {
    /// Draws the hints in the corner, or so that they end at `right`.
    pub(crate) fn hints(&self, right: f32) {
        let (words, hints) = (self.words, self.hints);
        let (mut right, y) = if self.is_tall() {
            (self.right_edge(), tall::BOTTOM - 24.0)
        } else {
            (right, 976.0)
        };
        if hints.no_way_out {
            let text = style(Font::Regular, 30.0, Color::Accent);
            self.right(right, y, text, 800.0, &words.get("hint-no-way-out"));
            return;
        }
        let (ok, back) = match hints.device {
            InputDevice::Remote => ("hint-ok-key", "hint-back-key"),
            InputDevice::Keyboard => ("hint-enter-key", "hint-escape-key"),
            InputDevice::Gamepad(Labels::Letters) => ("hint-a-key", "hint-b-key"),
            InputDevice::Gamepad(Labels::Shapes) => ("hint-cross-key", "hint-circle-key"),
        };
        let round = matches!(hints.device, InputDevice::Gamepad(_));
        let (ok, back) = if hints.swapped && round {
            (back, ok)
        } else {
            (ok, back)
        };
        let stroke = Stroke::new(2.0, self.color(Color::Faint));
        let text = style(Font::Regular, 30.0, Color::Faint);
        let cap = style(Font::SemiBold, 28.0, Color::Bright);
        let shown = [
            (back, "hint-back", hints.back_leaves),
            (ok, "hint-ok", true),
        ];
        for (key, does, _) in shown.into_iter().filter(|(.., shown)| *shown) {
            right -= self.right(right, y, text, 300.0, &words.get(does)).width() + 30.0;
            let width = if round {
                let label = self.centred(right - 15.0, y, cap, 60.0, &words.get(key));
                self.painter().circle_stroke(label.center(), 23.0, stroke);
                30.0
            } else {
                let label = self.right(right, y, cap, 200.0, &words.get(key));
                let outline = label.expand2(vec2(15.0, 5.0));
                self.painter()
                    .rect_stroke(outline, 8, stroke, StrokeKind::Outside);
                label.width()
            };
            right -= width + 52.0;
        }
    }
}
