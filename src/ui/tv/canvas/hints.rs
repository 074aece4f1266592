//! Hints: which buttons choose and leave, with the signs of the device that was used last.

use egui::{Role, Stroke, StrokeKind};

use super::{Canvas, TextStyle, style};
use crate::input::{Button, Labels, Press, PressSource};
use crate::ui::tv::icon::Icon;
use crate::ui::tv::tall;
use crate::ui::tv::theme::{Color, Font, HINTS_Y};

/// The sign of a button, and how far two hints are apart.
const CAP: TextStyle = style(Font::SemiBold, 28.0, Color::Bright);
const BETWEEN: f32 = 40.0;

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

/// What Back does here, which the hints say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui::tv) enum BackHint {
    /// One layer back, as in a list.
    #[default]
    Back,
    /// A question is not answered.
    Cancel,
    /// The program ends, or asks whether it shall.
    Exit,
    Shrink,
    /// Pressed twice it leads back: all buttons are being tested.
    Twice,
    /// It does nothing.
    Off,
}

/// What the hints say.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui::tv) struct Hints {
    pub device: InputDevice,
    /// OK and Back of gamepads have changed places.
    pub swapped: bool,
    pub back: BackHint,
    /// OK types.
    pub types: bool,
    /// Back was pressed where it does nothing, which is said instead.
    pub no_way_out: bool,
}

impl Canvas<'_> {
    /// Draws the hints in the corner; returns where they begin.
    pub(crate) fn hints(&self) -> f32 {
        let y = self.either(HINTS_Y, tall::HINTS);
        self.hints_at(self.right_edge(), y, 0.0)
    }

    /// Draws the hints so that they end at `right`, as many as there is room for up to `left`; returns where they begin.
    pub(crate) fn hints_at(&self, mut right: f32, y: f32, left: f32) -> f32 {
        let (words, hints) = (self.words, self.hints);
        let text = style(Font::Regular, 30.0, Color::Faint);
        let instead = match hints.back {
            _ if hints.no_way_out => Some(("hint-no-way-out", Color::Accent)),
            BackHint::Twice => Some(("hint-twice", Color::Faint)),
            _ => None,
        };
        if let Some((id, color)) = instead {
            let text = style(Font::Regular, 30.0, color);
            return right
                - self
                    .right(right, y, text, right - left, &words.get(id))
                    .width();
        }
        let is_round = matches!(hints.device, InputDevice::Gamepad(_));
        for (key, does) in self.shown_hints() {
            let does = words.get(does);
            let width = self.fitted_line(text, 300.0, &does).size().x + 14.0;
            let cap = self.cap_width(key, is_round);
            if right - width - cap < left {
                break;
            }
            self.right(right, y, text, 300.0, &does);
            self.key_cap(right - width, y, key, is_round, cap);
            right -= width + cap + BETWEEN;
        }
        right + BETWEEN
    }

    /// The sign of each button that is told of, and what it does; the last in the row first.
    fn shown_hints(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let hints = self.hints;
        let does = match hints.back {
            BackHint::Back => Some("hint-back"),
            BackHint::Cancel => Some("hint-cancel"),
            BackHint::Exit => Some("hint-exit"),
            BackHint::Shrink => Some("hint-shrink"),
            BackHint::Off | BackHint::Twice => None,
        };
        let (ok, back) = match hints.device {
            InputDevice::Remote => ("hint-ok-key", "hint-back-key"),
            InputDevice::Keyboard => ("hint-enter-key", "hint-escape-key"),
            InputDevice::Gamepad(Labels::Letters) => ("hint-a-key", "hint-b-key"),
            InputDevice::Gamepad(Labels::Shapes) => ("hint-cross-key", "hint-circle-key"),
        };
        let (ok, back) = if hints.swapped && matches!(hints.device, InputDevice::Gamepad(_)) {
            (back, ok)
        } else {
            (ok, back)
        };
        let ok_does = if hints.types { "hint-type" } else { "hint-ok" };
        // The enlarged QR has but one button, which Back is, too.
        let shows_ok = hints.back != BackHint::Shrink && !self.choices.is_empty();
        let all = [(back, does), (ok, shows_ok.then_some(ok_does))];
        all.into_iter().filter_map(|(key, does)| Some((key, does?)))
    }

    fn cap_width(&self, key: &str, is_round: bool) -> f32 {
        let cap = self.sized(CAP);
        if is_round {
            46.0
        } else if key == "hint-back-key" {
            cap.size + 30.0
        } else {
            self.fitted_line(CAP, 200.0, &self.words.get(key)).size().x + 30.0
        }
    }

    /// Draws the sign of a button that ends at `right`.
    fn key_cap(&self, right: f32, y: f32, key: &str, is_round: bool, width: f32) {
        let stroke = Stroke::new(2.0, self.color(Color::Faint));
        if is_round {
            let label = self.centred(right - 23.0, y, CAP, 60.0, &self.words.get(key));
            self.painter().circle_stroke(label.center(), 23.0, stroke);
            return;
        }
        let size = self.sized(CAP).size;
        let outline = self.rect(
            right - width,
            y - size * 0.6 - 5.0,
            width,
            size * 1.2 + 10.0,
        );
        // An arrow, for the button of a remote is called as what it does.
        if key == "hint-back-key" {
            self.icon(right - width / 2.0, y, Icon::Back, size, Color::Bright);
            self.describe(outline.shrink(5.0), Role::Label, &self.words.get(key));
        } else {
            self.right(right - 15.0, y, CAP, 200.0, &self.words.get(key));
        }
        self.painter()
            .rect_stroke(outline, 8, stroke, StrokeKind::Inside);
    }
}
