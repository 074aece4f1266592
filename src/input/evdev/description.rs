//! What an input device is, by what it can do: a gamepad, a remote, or nothing that matters here.
//!
//! Names and ids decide only what stands on a pad's buttons. The same pad has other nodes (a touchpad, motion sensors),
//! and keyboards, mice and tablets have some of a pad's codes; none of these must move the focus.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::input::{Button, Labels, Remote};

// The codes of `linux/input-event-codes.h` that decide.
pub(super) const ABS_X: u16 = 0x00;
pub(super) const ABS_Y: u16 = 0x01;
pub(super) const ABS_HAT0X: u16 = 0x10;
pub(super) const ABS_HAT0Y: u16 = 0x11;
pub(super) const BTN_SOUTH: u16 = 0x130;
pub(super) const BTN_EAST: u16 = 0x131;
/// The D-pads that are buttons: left, right, up, down. `BTN_DPAD_*`, and `BTN_TRIGGER_HAPPY1` to 4 of xpad.
pub(super) const CROSSES: [[u16; 4]; 2] =
    [[0x222, 0x223, 0x220, 0x221], [0x2c0, 0x2c1, 0x2c2, 0x2c3]];

/// An input device as the kernel describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// As the kernel calls it.
    pub name: String,
    /// The id of its maker.
    pub vendor: u16,
    /// The codes of all its keys and buttons.
    pub keys: BTreeSet<u16>,
    /// Its absolute axes, by code.
    pub axes: BTreeMap<u16, Axis>,
}

/// The range of an axis; empty where it is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    /// The least value.
    pub minimum: i32,
    /// The greatest value.
    pub maximum: i32,
}

impl Axis {
    /// Where a value stands, from -1 to 1 with the centre at 0.
    pub(super) fn place(self, value: i32) -> f64 {
        let (minimum, maximum) = (f64::from(self.minimum), f64::from(self.maximum));
        let half = (maximum - minimum) / 2.0;
        if half > 0.0 {
            (f64::from(value) - minimum) / half - 1.0
        } else {
            0.0
        }
    }
}

/// How a device is held at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceState {
    /// The keys and buttons that are down.
    pub down: BTreeSet<u16>,
    /// Where the axes are.
    pub axes: BTreeMap<u16, i32>,
}

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

    /// What stands on the buttons.
    pub(super) fn labels(&self) -> Labels {
        const SONY: u16 = 0x054c;
        let name = self.name.to_lowercase();
        let sony = ["sony", "playstation", "dualsense", "dualshock"];
        if self.vendor == SONY || sony.iter().any(|word| name.contains(word)) {
            Labels::Shapes
        } else {
            Labels::Letters
        }
    }

    /// Whether the button labelled A is on the right, where others have B: then it is the kernel's `BTN_EAST`.
    ///
    /// So it is on all of Nintendo's with a diamond of buttons. The small pads of the NES have A on the right too, but
    /// there the kernel calls it `BTN_SOUTH` (hid-nintendo.c).
    pub(super) fn has_a_in_the_east(&self) -> bool {
        const NINTENDO: u16 = 0x057e;
        const NORTH: u16 = 0x133;
        self.vendor == NINTENDO && self.keys.contains(&BTN_EAST) && self.keys.contains(&NORTH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn an_axis_is_measured_from_its_own_centre() {
        let axis = Axis {
            minimum: 0,
            maximum: 255,
        };
        assert!((axis.place(255) - 1.0).abs() < 1e-9);
        assert!((axis.place(0) + 1.0).abs() < 1e-9);
        assert!(axis.place(128).abs() < 0.01);
        assert!(Axis::default().place(7).abs() < 1e-9);
        let widest = Axis {
            minimum: i32::MIN,
            maximum: i32::MAX,
        };
        assert!(widest.place(0).abs() < 0.01);
    }
}
