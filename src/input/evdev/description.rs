//! What an input device is, by what it can do: a gamepad, a remote, or nothing that matters here.
//!
//! Names and ids decide nothing here. The same pad has other nodes (a touchpad, motion sensors),
//! and keyboards, mice and tablets have some of a pad's codes; none of these must move the focus.

use std::ops::RangeInclusive;

use crate::input::gamepad::{ABS_HAT0X, ABS_HAT0Y, ABS_X, ABS_Y, BTN_SOUTH, CROSSES, Description};
use crate::input::{Button, Remote};

/// What a device is, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceKind {
    /// A gamepad.
    Gamepad,
    /// A remote with keys that the X server cannot carry.
    Remote,
}

/// The buttons of the front of a gamepad.
const FRONT: RangeInclusive<u16> = BTN_SOUTH..=0x13e;
/// Buttons that are no keys: of mice, joysticks, gamepads, tablets, and the numbered ones.
const BUTTONS: [RangeInclusive<u16>; 3] = [0x100..=0x15f, 0x220..=0x223, 0x2c0..=0x2e7];
/// What a gamepad does not have: `KEY_A`, `BTN_LEFT`, `BTN_TOOL_PEN`, `BTN_TOOL_FINGER`, `BTN_TOUCH`, `BTN_STYLUS`.
const NO_GAMEPAD: [u16; 6] = [30, 0x110, 0x140, 0x145, 0x14a, 0x14b];
/// X keycodes end at 255, and are the kernel's codes plus eight.
const FIRST_PAST_X: u16 = 248;

/// Whether a key's code never reaches a window of an X server. Buttons of mice do, in a way of their own.
pub(super) fn is_past_x(code: u16) -> bool {
    code >= FIRST_PAST_X && !BUTTONS.iter().any(|range| range.contains(&code))
}

impl Description {
    /// What it is; `None` for what does not matter here. An unknown key makes a remote, for it can be taught.
    #[must_use]
    pub fn kind(&self, remote: &Remote) -> Option<DeviceKind> {
        if self.is_gamepad() {
            return Some(DeviceKind::Gamepad);
        }
        self.has_key_past_x(remote, |button| button != Button::Other)
            .then_some(DeviceKind::Remote)
    }

    /// Whether the user misses it when it may not be read: keyboards have unknown keys too.
    pub(super) fn is_missed(&self, remote: &Remote) -> bool {
        let nothing = [Button::Other, Button::Unknown];
        self.is_gamepad() || self.has_key_past_x(remote, |button| !nothing.contains(&button))
    }

    fn has_key_past_x(&self, remote: &Remote, matters: impl Fn(Button) -> bool) -> bool {
        let mut codes = self.keys.iter().filter(|code| is_past_x(**code));
        remote.with_keymap(|keymap| codes.any(|code| matters(keymap.button(*code))))
    }

    fn is_gamepad(&self) -> bool {
        let both = |a, b| self.axes.contains_key(&a) && self.axes.contains_key(&b);
        let cross = |codes: [u16; 4]| codes.iter().all(|code| self.keys.contains(code));
        let points =
            both(ABS_X, ABS_Y) || both(ABS_HAT0X, ABS_HAT0Y) || CROSSES.into_iter().any(cross);
        self.keys.range(FRONT).next().is_some()
            && points
            && !NO_GAMEPAD.iter().any(|code| self.keys.contains(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::gamepad::{Axis, BTN_EAST};

    fn device(keys: &[u16], axes: &[u16]) -> Option<DeviceKind> {
        let description = Description {
            keys: keys.iter().copied().collect(),
            axes: axes.iter().map(|code| (*code, Axis::default())).collect(),
            ..Description::default()
        };
        description.kind(&Remote::default())
    }

    #[test]
    fn a_gamepad_has_its_buttons_and_something_that_points() {
        let front = [BTN_SOUTH, BTN_EAST];
        assert_eq!(device(&front, &[ABS_X, ABS_Y]), Some(DeviceKind::Gamepad));
        assert_eq!(
            device(&front, &[ABS_HAT0X, ABS_HAT0Y]),
            Some(DeviceKind::Gamepad)
        );
        let with = |cross: [u16; 4]| [&front[..], &cross[..]].concat();
        for cross in CROSSES {
            assert_eq!(device(&with(cross), &[]), Some(DeviceKind::Gamepad));
        }
        assert_eq!(device(&front, &[ABS_X]), None);
        assert_eq!(device(&[], &[ABS_X, ABS_Y]), None, "an accelerometer");
    }

    #[test]
    fn touchpads_tablets_mice_and_keyboards_are_no_gamepads() {
        // The touchpad of a DualSense: BTN_LEFT, BTN_TOOL_FINGER, BTN_TOUCH.
        assert_eq!(device(&[0x110, 0x145, 0x14a], &[ABS_X, ABS_Y]), None);
        // The buttons beside a drawing tablet, which has BTN_A for its tenth.
        assert_eq!(device(&[0x100, BTN_SOUTH, 0x14b], &[ABS_X, ABS_Y]), None);
        // A receiver that claims everything.
        let all: Vec<u16> = (1..0x2ff).collect();
        assert_eq!(device(&all, &[ABS_X, ABS_Y]), Some(DeviceKind::Remote));
        let letters: Vec<u16> = (1..=127).collect();
        assert_eq!(device(&letters, &[]), None);
        // KEY_MICMUTE of a notebook means nothing here, nor does a mouse's BTN_LEFT.
        assert_eq!(device(&[30, 113, 248], &[]), None);
        assert_eq!(device(&[0x110, 0x111], &[]), None);
    }

    #[test]
    fn a_remote_has_a_key_that_an_x_server_cannot_carry() {
        // KEY_OK, KEY_SELECT, KEY_RED, KEY_NUMERIC_1.
        for code in [352, 353, 398, 513] {
            assert_eq!(
                device(&[103, code], &[]),
                Some(DeviceKind::Remote),
                "{code}"
            );
        }
    }

    #[test]
    fn an_unknown_key_is_listened_for_and_missed_once_it_was_taught() {
        let remote = Remote::default();
        let description = Description {
            keys: [0x2f0].into(),
            ..Description::default()
        };
        assert_eq!(description.kind(&remote), Some(DeviceKind::Remote));
        assert!(!description.is_missed(&remote));
        remote.with_keymap(|keymap| keymap.taught.insert(0x2f0, Button::Ok));
        assert!(description.is_missed(&remote));
    }
}
