//! What a device reports becomes presses. Pure: no file, no clock, so that recorded streams test it.
//!
//! Rules: what is held when reading begins says nothing until it was released. A held OK or Back is one press. When
//! the kernel had to drop events, everything begins anew with what is held then.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

use ::evdev::{EventType, InputEvent, SynchronizationCode};

use super::description::{DeviceKind, is_past_x};
use crate::input::gamepad::{Description, DeviceState, Pad};
use crate::input::{Button, Keymap, Press, PressSource, REPEAT, Remote};

/// Reads the events of one device.
pub struct Decoder {
    remote: Remote,
    source: PressSource,
    held: Held,
    /// Events were dropped; what comes is not understood until it is known what is held.
    lost: bool,
}

/// How the device is held.
enum Held {
    Gamepad(Pad),
    /// The keys of a remote that are held down, and when each last counted.
    Remote(HashMap<u16, Instant>),
}

impl Decoder {
    /// Reads a device that is held in this way now; the keymap of the `remote` says what a code means.
    #[must_use]
    pub fn new(
        kind: DeviceKind,
        description: &Description,
        state: &DeviceState,
        remote: &Remote,
    ) -> Self {
        let name: Arc<str> = description.name.as_str().into();
        let (source, held) = match kind {
            DeviceKind::Gamepad => {
                let labels = description.labels();
                let pad = Pad::found(description, state);
                (PressSource::Gamepad { name, labels }, Held::Gamepad(pad))
            }
            DeviceKind::Remote => (
                PressSource::Remote { name },
                Held::Remote(HashMap::default()),
            ),
        };
        Self {
            remote: remote.clone(),
            source,
            held,
            lost: false,
        }
    }

    /// Whether events were dropped, so that [`Decoder::start`] is needed.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.lost
    }

    /// Begins anew with what is held now.
    pub fn start(&mut self, state: &DeviceState) {
        self.lost = false;
        match &mut self.held {
            Held::Gamepad(pad) => pad.start(state),
            Held::Remote(keys) => keys.clear(),
        }
    }

    /// Takes one event of this moment.
    pub fn take(&mut self, event: InputEvent, at: Instant) -> Option<Press> {
        let (kind, code, value) = (event.event_type(), event.code(), event.value());
        let synchronization =
            (kind == EventType::SYNCHRONIZATION).then_some(SynchronizationCode(code));
        self.lost |= synchronization == Some(SynchronizationCode::SYN_DROPPED);
        if self.lost {
            return None;
        }
        let (button, code) = match (&mut self.held, kind) {
            (Held::Gamepad(pad), EventType::KEY) if value != 2 => {
                let press = |keymap: &mut Keymap| pad.button(code, value != 0, keymap);
                (self.remote.with_keymap(press)?, Some(code))
            }
            (Held::Gamepad(pad), EventType::ABSOLUTE) => {
                pad.axis(code, value);
                return None;
            }
            (Held::Gamepad(pad), _) if synchronization == Some(SynchronizationCode::SYN_REPORT) => {
                (pad.settle(at)?, None)
            }
            // Only what never reaches a window of an X server, so that nothing arrives twice.
            (Held::Remote(keys), EventType::KEY) if is_past_x(code) => {
                let button = self.remote.with_keymap(|keymap| keymap.button(code));
                (key(keys, code, value, button, at)?, Some(code))
            }
            _ => return None,
        };
        Some(self.source.press(button, code, at))
    }

    /// When [`Decoder::repeat`] is due.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        match &self.held {
            Held::Gamepad(pad) if !self.lost => pad.deadline(),
            _ => None,
        }
    }

    /// What is held and repeats now.
    pub fn repeat(&mut self, now: Instant) -> Option<Press> {
        let direction = match &mut self.held {
            Held::Gamepad(pad) if !self.lost => pad.repeat(now)?,
            _ => return None,
        };
        Some(self.source.press(direction, None, now))
    }
}

/// A key is released (0), goes down (1), or is repeated by the kernel (2): whether it counts.
fn key(
    held: &mut HashMap<u16, Instant>,
    code: u16,
    value: i32,
    button: Button,
    at: Instant,
) -> Option<Button> {
    let last = held.get(&code);
    let counts = match value {
        0 => {
            held.remove(&code);
            false
        }
        1 => true,
        _ => last.is_some_and(|last| button.repeats() && at >= *last + REPEAT),
    };
    counts.then(|| {
        held.insert(code, at);
        button
    })
}
