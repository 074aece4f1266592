//! A gamepad: its buttons and sticks become presses, and a held direction repeats.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use super::stick::Stick;
use super::{
    ABS_HAT0X, ABS_HAT0Y, ABS_X, ABS_Y, Axis, BTN_EAST, BTN_SELECT, BTN_SOUTH, BTN_START, BTN_TL,
    BTN_TR, CROSSES, Description, DeviceState,
};
use crate::input::{Button, Keymap, REPEAT};

/// A held direction repeats after this, and then every [`REPEAT`].
const FIRST_REPEAT: Duration = Duration::from_millis(400);

/// One gamepad and how it is held.
#[derive(Default)]
pub(crate) struct Pad {
    axes: BTreeMap<u16, Axis>,
    a_in_the_east: bool,
    down: BTreeSet<u16>,
    hat: Stick,
    cross: Stick,
    stick: Stick,
    /// The direction that is held, and when it repeats.
    held: Option<(Button, Instant)>,
}

impl Pad {
    /// A gamepad as it is found. Whatever is held then counts only after it was released.
    pub(crate) fn found(description: &Description, state: &DeviceState) -> Self {
        let mut pad = Self {
            axes: description.axes.clone(),
            a_in_the_east: description.has_a_in_the_east(),
            ..Self::default()
        };
        pad.start(state);
        pad
    }

    /// Begins anew.
    pub(crate) fn start(&mut self, state: &DeviceState) {
        let found = |x, y| {
            let [x, y] = [x, y].map(|code| {
                let value = state.axes.get(&code);
                value.map_or(0.0, |value| place(&self.axes, code, *value))
            });
            Stick::found(x, y)
        };
        (self.hat, self.stick) = (found(ABS_HAT0X, ABS_HAT0Y), found(ABS_X, ABS_Y));
        self.down.clone_from(&state.down);
        let (x, y) = self.cross_place();
        self.cross = Stick::found(x, y);
        self.held = None;
    }

    /// A button goes down or up.
    pub(crate) fn button(&mut self, code: u16, down: bool, keymap: &Keymap) -> Option<Button> {
        let fresh = if down {
            self.down.insert(code)
        } else {
            self.down.remove(&code);
            false
        };
        if CROSSES.iter().flatten().any(|direction| *direction == code) {
            (self.cross.x, self.cross.y) = self.cross_place();
            return None;
        }
        fresh.then(|| self.meaning(code, keymap)).flatten()
    }

    /// An axis moves.
    pub(crate) fn axis(&mut self, code: u16, value: i32) {
        let place = place(&self.axes, code, value);
        match code {
            ABS_X => self.stick.x = place,
            ABS_Y => self.stick.y = place,
            ABS_HAT0X => self.hat.x = place,
            ABS_HAT0Y => self.hat.y = place,
            _ => {}
        }
    }

    /// All changes of this moment have come: which direction begins now, if one does.
    ///
    /// Some pads report one thumb as a hat and as buttons; that is one direction.
    pub(crate) fn settle(&mut self, at: Instant) -> Option<Button> {
        let sticks = [&mut self.hat, &mut self.cross, &mut self.stick];
        let said = sticks.map(Stick::settle);
        let before = self.held.map(|(direction, _)| direction);
        let direction = match before {
            Some(_) if said.contains(&before) => before,
            _ => said.into_iter().flatten().next(),
        };
        if direction == before {
            return None;
        }
        self.held = direction.map(|direction| (direction, at + FIRST_REPEAT));
        direction
    }

    /// When [`Pad::repeat`] is due.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        self.held.map(|(_, next)| next)
    }

    /// The direction that repeats now. What was missed is not caught up with.
    pub(crate) fn repeat(&mut self, now: Instant) -> Option<Button> {
        let (direction, next) = self.held.as_mut().filter(|(_, next)| now >= *next)?;
        *next = now + REPEAT;
        Some(*direction)
    }

    fn cross_place(&self) -> (f64, f64) {
        let push = |index: usize| {
            let mut crosses = CROSSES.iter();
            f64::from(crosses.any(|cross| self.down.contains(&cross[index])))
        };
        (push(1) - push(0), push(3) - push(2))
    }

    /// What the user has taught, then what the pad's buttons mean everywhere. Keys that a pad has beside its buttons
    /// reach the window.
    fn meaning(&self, code: u16, keymap: &Keymap) -> Option<Button> {
        let (ok, back) = if self.a_in_the_east == keymap.swapped {
            (BTN_SOUTH, BTN_EAST)
        } else {
            (BTN_EAST, BTN_SOUTH)
        };
        let known = match code {
            _ if code == ok => Button::Ok,
            _ if code == back => Button::Back,
            BTN_START => Button::Menu,
            BTN_SELECT => Button::Info,
            BTN_TL => Button::PageUp,
            BTN_TR => Button::PageDown,
            0x100..=0x13f | 0x2c4..=0x2e7 => Button::Other,
            _ => return None,
        };
        Some(keymap.taught.get(&code).copied().unwrap_or(known))
    }
}

fn place(axes: &BTreeMap<u16, Axis>, code: u16, value: i32) -> f64 {
    axes.get(&code).map_or(0.0, |axis| axis.place(value))
}
