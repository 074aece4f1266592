//! What a device reports becomes presses. Pure: no file, no clock, so that recorded streams test it.
//!
//! Rules: what is held when listening begins says nothing until it was let go. A held OK or Back is one press. When
//! the kernel had to drop reports, everything begins anew with what is held then.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Instant;

use super::codes::{EV_ABS, EV_KEY, EV_SYN, SYN_DROPPED, SYN_REPORT};
use super::description::{Description, DeviceKind};
use super::keys::Keys;
use super::pad::Pad;
use crate::input::{Button, Press, PressSource, Remote};

/// One report of the kernel's (`struct input_event`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawEvent {
    /// The type: a key, an axis, the end of a report.
    pub kind: u16,
    /// Which key or axis.
    pub code: u16,
    /// Its new value.
    pub value: i32,
}

/// How a device is held at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceState {
    /// The keys and buttons that are down.
    pub down: BTreeSet<u16>,
    /// Where the axes are.
    pub axes: BTreeMap<u16, i32>,
}

/// One device's reports, understood.
pub struct Decoder {
    remote: Remote,
    source: PressSource,
    hand: Hand,
    /// Reports were dropped; what comes is not understood until it is known what is held.
    lost: bool,
}

enum Hand {
    Gamepad(Pad),
    Remote(Keys),
}

impl Decoder {
    /// Listens to a device that is held in this way now, and asks the household's remote what a code means.
    #[must_use]
    pub fn new(
        kind: DeviceKind,
        description: &Description,
        state: &DeviceState,
        remote: &Remote,
    ) -> Self {
        let name: Arc<str> = description.name.as_str().into();
        let (source, hand) = match kind {
            DeviceKind::Gamepad => {
                let labels = description.labels();
                let pad = Pad::found(description, state);
                (PressSource::Gamepad { name, labels }, Hand::Gamepad(pad))
            }
            DeviceKind::Remote => (PressSource::Remote { name }, Hand::Remote(Keys::default())),
        };
        Self {
            remote: remote.clone(),
            source,
            hand,
            lost: false,
        }
    }

    /// Whether reports were dropped, so that [`Decoder::start`] is needed.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.lost
    }

    /// Begins anew with what is held now.
    pub fn start(&mut self, state: &DeviceState) {
        self.lost = false;
        match &mut self.hand {
            Hand::Gamepad(pad) => pad.start(state),
            Hand::Remote(keys) => keys.start(),
        }
    }

    /// Takes one report of this moment.
    pub fn take(&mut self, event: RawEvent, at: Instant) -> Option<Press> {
        self.lost |= (event.kind, event.code) == (EV_SYN, SYN_DROPPED);
        if self.lost {
            return None;
        }
        match (&mut self.hand, event.kind) {
            (Hand::Gamepad(pad), EV_KEY) if event.value != 2 => {
                let button = pad.button(event.code, event.value != 0, &self.remote)?;
                Some(self.press(button, Some(event.code), at))
            }
            (Hand::Gamepad(pad), EV_ABS) => {
                pad.axis(event.code, event.value);
                None
            }
            (Hand::Gamepad(pad), EV_SYN) if event.code == SYN_REPORT => {
                let direction = pad.settle(at)?;
                Some(self.press(direction, None, at))
            }
            (Hand::Remote(keys), EV_KEY) => {
                let button = keys.key(event.code, event.value, at, &self.remote)?;
                Some(self.press(button, Some(event.code), at))
            }
            _ => None,
        }
    }

    /// When [`Decoder::repeat`] is due.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        match &self.hand {
            Hand::Gamepad(pad) if !self.lost => pad.deadline(),
            _ => None,
        }
    }

    /// What is held and goes on now.
    pub fn repeat(&mut self, now: Instant) -> Option<Press> {
        match &mut self.hand {
            Hand::Gamepad(pad) if !self.lost => {
                let direction = pad.repeat(now)?;
                Some(self.press(direction, None, now))
            }
            _ => None,
        }
    }

    fn press(&self, button: Button, code: Option<u16>, at: Instant) -> Press {
        Press {
            button,
            code,
            source: self.source.clone(),
            at,
        }
    }
}
