//! The kernel's codes for what gamepads have (`linux/input-event-codes.h`), by the kernel's names.

pub(super) const EV_SYN: u16 = 0;
pub(super) const EV_KEY: u16 = 1;
pub(super) const EV_ABS: u16 = 3;

pub(super) const SYN_REPORT: u16 = 0;
pub(super) const SYN_DROPPED: u16 = 3;

pub(super) const ABS_X: u16 = 0x00;
pub(super) const ABS_Y: u16 = 0x01;
pub(super) const ABS_HAT0X: u16 = 0x10;
pub(super) const ABS_HAT0Y: u16 = 0x11;

pub(super) const BTN_SOUTH: u16 = 0x130;
pub(super) const BTN_EAST: u16 = 0x131;
pub(super) const BTN_TL: u16 = 0x136;
pub(super) const BTN_TR: u16 = 0x137;
pub(super) const BTN_SELECT: u16 = 0x13a;
pub(super) const BTN_START: u16 = 0x13b;

/// The D-pads that are buttons: left, right, up, down. `BTN_DPAD_*`, and `BTN_TRIGGER_HAPPY1` to 4 of xpad.
pub(super) const CROSSES: [[u16; 4]; 2] =
    [[0x222, 0x223, 0x220, 0x221], [0x2c0, 0x2c1, 0x2c2, 0x2c3]];
