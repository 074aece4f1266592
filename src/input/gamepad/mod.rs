//! Gamepads, whatever system reports them: buttons and axes by the kernel's codes (`linux/input-event-codes.h`), which the
//! sources of other systems translate into.
//!
//! Reading order: `pad` (what its events mean), `stick` (a stick or a D-pad).

mod pad;
mod stick;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use pad::Pad;

use super::Labels;

pub(super) const ABS_X: u16 = 0x00;
pub(super) const ABS_Y: u16 = 0x01;
pub(super) const ABS_HAT0X: u16 = 0x10;
pub(super) const ABS_HAT0Y: u16 = 0x11;
pub(super) const BTN_SOUTH: u16 = 0x130;
pub(super) const BTN_EAST: u16 = 0x131;
pub(super) const BTN_NORTH: u16 = 0x133;
pub(super) const BTN_TL: u16 = 0x136;
pub(super) const BTN_TR: u16 = 0x137;
pub(super) const BTN_SELECT: u16 = 0x13a;
pub(super) const BTN_START: u16 = 0x13b;
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

impl Description {
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
        self.vendor == NINTENDO && self.keys.contains(&BTN_EAST) && self.keys.contains(&BTN_NORTH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
