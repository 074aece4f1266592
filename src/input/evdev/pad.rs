//! A gamepad: its buttons and levers become presses, and a held direction goes on and on.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use super::codes::{
    ABS_HAT0X, ABS_HAT0Y, ABS_X, ABS_Y, BTN_EAST, BTN_SELECT, BTN_SOUTH, BTN_START, BTN_TL, BTN_TR,
    CROSSES,
};
use super::decoder::DeviceState;
use super::description::{Axis, Description};
use super::stick::Stick;
use crate::input::{Button, Remote};

/// A held direction goes on after this.
const FIRST_REPEAT: Duration = Duration::from_millis(400);
/// And then every so often.
const REPEAT: Duration = Duration::from_millis(120);

/// One gamepad and how it is held.
pub(super) struct Pad {
    axes: BTreeMap<u16, Axis>,
    a_in_the_east: bool,
    down: BTreeSet<u16>,
    hat: Stick,
    cross: Stick,
    stick: Stick,
    /// The direction that is held, and when it goes on.
    held: Option<(Button, Instant)>,
}

impl Pad {
    /// A gamepad as it is found. Whatever is held then counts only after it was let go.
    pub(super) fn found(description: &Description, state: &DeviceState) -> Self {
        let mut pad = Self {
            axes: description.axes.clone(),
            a_in_the_east: description.has_a_in_the_east(),
            down: BTreeSet::new(),
            hat: Stick::default(),
            cross: Stick::default(),
            stick: Stick::default(),
            held: None,
        };
        pad.start(state);
        pad
    }

    /// Begins anew.
    pub(super) fn start(&mut self, state: &DeviceState) {
        let place = |code: u16| {
            let axis = self.axes.get(&code).copied().unwrap_or_default();
            state
                .axes
                .get(&code)
                .map_or(0.0, |value| axis.place(*value))
        };
        self.hat = Stick::found(place(ABS_HAT0X), place(ABS_HAT0Y));
        self.stick = Stick::found(place(ABS_X), place(ABS_Y));
        self.down.clone_from(&state.down);
        let (x, y) = self.cross_place();
        self.cross = Stick::found(x, y);
        self.held = None;
    }

    /// A button goes down or up.
    pub(super) fn button(&mut self, code: u16, down: bool, remote: &Remote) -> Option<Button> {
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
        fresh.then(|| self.meaning(code, remote)).flatten()
    }

    /// An axis moves.
    pub(super) fn axis(&mut self, code: u16, value: i32) {
        let axis = self.axes.get(&code).copied().unwrap_or_default();
        let place = axis.place(value);
        match code {
            ABS_X => self.stick.x = place,
            ABS_Y => self.stick.y = place,
            ABS_HAT0X => self.hat.x = place,
            ABS_HAT0Y => self.hat.y = place,
            _ => {}
        }
    }

    /// All changes of this moment are told: which direction begins now, if one does.
    ///
    /// Some pads report one thumb as a hat and as buttons; that is one direction.
    pub(super) fn settle(&mut self, at: Instant) -> Option<Button> {
        let levers = [&mut self.hat, &mut self.cross, &mut self.stick];
        let said = levers.map(|stick| {
            stick.settle();
            stick.says()
        });
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

    /// When a held direction goes on.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.held.map(|(_, next)| next)
    }

    /// The direction that goes on now. What was missed is not caught up with.
    pub(super) fn repeat(&mut self, now: Instant) -> Option<Button> {
        let (direction, next) = self.held.as_mut()?;
        (now >= *next).then(|| {
            *next = now + REPEAT;
            *direction
        })
    }

    fn cross_place(&self) -> (f64, f64) {
        let push = |index: usize| {
            let pushed = CROSSES
                .iter()
                .any(|cross| self.down.contains(&cross[index]));
            f64::from(u8::from(pushed))
        };
        (push(1) - push(0), push(3) - push(2))
    }

    /// What a person has taught, then what the pad's buttons mean everywhere. Keys that a pad has beside its buttons
    /// reach the window.
    fn meaning(&self, code: u16, remote: &Remote) -> Option<Button> {
        let (ok, back) = if self.a_in_the_east == remote.swapped() {
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
        Some(remote.taught(code).unwrap_or(known))
    }
}
