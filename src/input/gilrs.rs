//! Gamepads of Windows, through Windows.Gaming.Input: it knows more pads than those of an Xbox, and passes nothing on
//! while another program has the focus.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use ::gilrs::{Axis as PadAxis, Button as PadButton, EventType, Gamepad, GamepadId, Gilrs};

use super::gamepad::{
    ABS_X, ABS_Y, Axis, BTN_EAST, BTN_NORTH, BTN_SELECT, BTN_SOUTH, BTN_START, BTN_TL, BTN_TR,
    CROSSES, Description, DeviceState, Pad,
};
use super::{Device, PressSource, Remote};
use crate::system::clock;

/// The buttons by the kernel's codes; [`CROSSES`] has left, right, up, down.
const BUTTONS: [(PadButton, u16); 17] = [
    (PadButton::South, BTN_SOUTH),
    (PadButton::East, BTN_EAST),
    (PadButton::North, BTN_NORTH),
    (PadButton::West, 0x134),
    (PadButton::LeftTrigger, BTN_TL),
    (PadButton::RightTrigger, BTN_TR),
    (PadButton::LeftTrigger2, 0x138),
    (PadButton::RightTrigger2, 0x139),
    (PadButton::Select, BTN_SELECT),
    (PadButton::Start, BTN_START),
    (PadButton::Mode, 0x13c),
    (PadButton::LeftThumb, 0x13d),
    (PadButton::RightThumb, 0x13e),
    (PadButton::DPadLeft, CROSSES[0][0]),
    (PadButton::DPadRight, CROSSES[0][1]),
    (PadButton::DPadUp, CROSSES[0][2]),
    (PadButton::DPadDown, CROSSES[0][3]),
];

/// An axis goes from -1 to 1 there, and is a whole number here.
const RANGE: Axis = Axis {
    minimum: -32_767,
    maximum: 32_767,
};

/// How long the thread sleeps at most, so that it soon notices that it is to end.
const LONGEST_SLEEP: Duration = Duration::from_millis(200);

/// Reads gamepads on a thread of its own, until it is dropped.
pub struct Reader {
    ending: Arc<AtomicBool>,
    ended: mpsc::Receiver<()>,
}

impl Reader {
    /// Starts reading. An error is logged and no more: the window's keys work all the same.
    #[must_use]
    pub fn start(remote: Remote) -> Self {
        let ending = Arc::new(AtomicBool::new(false));
        let (end, ended) = mpsc::channel();
        let is_ending = ending.clone();
        let run = move || {
            match Gilrs::new() {
                Ok(gilrs) => Pads::new(gilrs, remote.clone()).read(&is_ending),
                Err(error) => tracing::debug!(%error, "gamepads are not read"),
            }
            remote.set_devices(Vec::new());
            drop(end);
        };
        let thread = thread::Builder::new().name("gamepads".to_owned());
        if let Err(error) = thread.spawn(run) {
            tracing::debug!(%error, "gamepads are not read");
        }
        Self { ending, ended }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.ending.store(true, Ordering::Relaxed);
        // Nothing is ever sent: the thread drops its end.
        let _ = self.ended.recv_timeout(5 * LONGEST_SLEEP);
    }
}

/// All gamepads that are plugged in.
struct Pads {
    gilrs: Gilrs,
    remote: Remote,
    connected: BTreeMap<usize, Connected>,
}

/// A gamepad, and what its presses say of it.
struct Connected {
    pad: Pad,
    name: Arc<str>,
    source: PressSource,
}

impl Pads {
    fn new(gilrs: Gilrs, remote: Remote) -> Self {
        let found = gilrs
            .gamepads()
            .map(|(id, gamepad)| (usize::from(id), Connected::found(gamepad)));
        let connected = found.collect();
        let pads = Self {
            gilrs,
            remote,
            connected,
        };
        pads.publish();
        pads
    }

    fn read(mut self, is_ending: &AtomicBool) {
        while !is_ending.load(Ordering::Relaxed) {
            let now = clock::now();
            let repeats = self
                .connected
                .values()
                .filter_map(|connected| connected.pad.deadline());
            let sleep = repeats.min().map_or(LONGEST_SLEEP, |next| {
                next.saturating_duration_since(now).min(LONGEST_SLEEP)
            });
            // Zero would wait for ever.
            let sleep = sleep.max(Duration::from_millis(1));
            if let Some(event) = self.gilrs.next_event_blocking(Some(sleep)) {
                self.take(event.id, event.event);
            }
            let now = clock::now();
            for connected in self.connected.values_mut() {
                if let Some(direction) = connected.pad.repeat(now) {
                    let press = connected.source.press(direction, None, now);
                    self.remote.press(press);
                }
            }
        }
    }

    fn take(&mut self, id: GamepadId, event: EventType) {
        match event {
            EventType::Connected => {
                let connected = Connected::found(self.gilrs.gamepad(id));
                tracing::debug!(name = &*connected.name, "gamepad");
                self.connected.insert(id.into(), connected);
                self.publish();
            }
            EventType::Disconnected => {
                self.connected.remove(&id.into());
                self.publish();
            }
            event => {
                if let Some(connected) = self.connected.get_mut(&id.into()) {
                    connected.take(event, &self.remote);
                }
            }
        }
    }

    fn publish(&self) {
        let device = |connected: &Connected| Device {
            name: connected.name.clone(),
            node: "".into(),
            readable: true,
            gamepad: true,
        };
        self.remote
            .set_devices(self.connected.values().map(device).collect());
    }
}

impl Connected {
    /// A gamepad as it is held now.
    fn found(gamepad: Gamepad<'_>) -> Self {
        let held = BUTTONS
            .iter()
            .filter(|(button, _)| gamepad.is_pressed(*button));
        let state = DeviceState {
            down: held.map(|(_, code)| *code).collect(),
            axes: [PadAxis::LeftStickX, PadAxis::LeftStickY]
                .into_iter()
                .filter_map(|axis| place(axis, gamepad.value(axis)))
                .collect(),
        };
        Self::new(gamepad.name(), gamepad.vendor_id(), &state)
    }

    fn new(name: &str, vendor: Option<u16>, state: &DeviceState) -> Self {
        let description = Description {
            name: name.to_owned(),
            vendor: vendor.unwrap_or_default(),
            keys: BUTTONS.iter().map(|(_, code)| *code).collect(),
            axes: [(ABS_X, RANGE), (ABS_Y, RANGE)].into(),
        };
        let (name, labels) = (Arc::<str>::from(name), description.labels());
        Self {
            pad: Pad::found(&description, state),
            source: PressSource::Gamepad {
                name: name.clone(),
                labels,
            },
            name,
        }
    }

    fn take(&mut self, event: EventType, remote: &Remote) {
        let now = clock::now();
        match event {
            EventType::ButtonPressed(button, _) => self.button(button, true, remote, now),
            EventType::ButtonReleased(button, _) => self.button(button, false, remote, now),
            EventType::AxisChanged(axis, value, _) => self.axis(axis, value, remote, now),
            _ => {}
        }
    }

    fn button(&mut self, button: PadButton, down: bool, remote: &Remote, now: Instant) {
        let Some((_, code)) = BUTTONS.iter().find(|(known, _)| *known == button) else {
            return;
        };
        let meaning = remote.with_keymap(|keymap| self.pad.button(*code, down, keymap));
        if let Some(meaning) = meaning {
            remote.press(self.source.press(meaning, Some(*code), now));
        }
        self.settle(remote, now);
    }

    fn axis(&mut self, axis: PadAxis, value: f32, remote: &Remote, now: Instant) {
        if let Some((code, value)) = place(axis, value) {
            self.pad.axis(code, value);
            self.settle(remote, now);
        }
    }

    /// Each event is complete.
    fn settle(&mut self, remote: &Remote, now: Instant) {
        if let Some(direction) = self.pad.settle(now) {
            remote.press(self.source.press(direction, None, now));
        }
    }
}

/// The code and place of an axis that matters; up is positive there, and negative here.
fn place(axis: PadAxis, value: f32) -> Option<(u16, i32)> {
    let whole = (value.clamp(-1.0, 1.0) * 32_767.0) as i32;
    match axis {
        PadAxis::LeftStickX => Some((ABS_X, whole)),
        PadAxis::LeftStickY => Some((ABS_Y, -whole)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{Button, Labels};

    /// What a pad says when it is pressed and moved like this.
    fn presses(
        mut pad: Connected,
        play: impl FnOnce(&mut Connected, &Remote, Instant),
    ) -> Vec<Button> {
        let (remote, now) = (Remote::default(), clock::now());
        play(&mut pad, &remote, now);
        remote
            .take(now)
            .into_iter()
            .map(|press| press.button)
            .collect()
    }

    fn pad(name: &str, vendor: u16) -> Connected {
        Connected::new(name, Some(vendor), &DeviceState::default())
    }

    #[test]
    fn buttons_and_the_d_pad_mean_what_they_mean_on_linux() {
        for (button, meaning) in [
            (PadButton::South, Button::Ok),
            (PadButton::East, Button::Back),
            (PadButton::Start, Button::Menu),
            (PadButton::Select, Button::Info),
            (PadButton::LeftTrigger, Button::PageUp),
            (PadButton::RightTrigger, Button::PageDown),
            (PadButton::DPadUp, Button::Up),
            (PadButton::DPadDown, Button::Down),
            (PadButton::DPadLeft, Button::Left),
            (PadButton::DPadRight, Button::Right),
            (PadButton::Mode, Button::Other),
        ] {
            let said = presses(pad("Xbox Controller", 0x045e), |pad, remote, now| {
                pad.button(button, true, remote, now);
                pad.button(button, false, remote, now);
            });
            assert_eq!(said, [meaning], "{button:?}");
        }
    }

    #[test]
    fn the_left_stick_moves_and_up_is_up() {
        let said = presses(pad("Xbox Controller", 0x045e), |pad, remote, now| {
            pad.axis(PadAxis::LeftStickY, 1.0, remote, now);
            pad.axis(PadAxis::LeftStickY, 0.0, remote, now);
            pad.axis(PadAxis::RightStickX, 1.0, remote, now);
            pad.axis(PadAxis::LeftStickX, 0.7, remote, now);
        });
        assert_eq!(said, [Button::Up, Button::Right]);
    }

    #[test]
    fn what_is_held_when_a_pad_is_found_says_nothing() {
        let held = DeviceState {
            down: [BTN_SOUTH].into(),
            axes: [(ABS_X, RANGE.maximum)].into(),
        };
        let said = presses(Connected::new("pad", None, &held), |pad, remote, now| {
            pad.button(PadButton::South, true, remote, now);
            pad.axis(PadAxis::LeftStickX, 1.0, remote, now);
        });
        assert_eq!(said, []);
    }

    #[test]
    fn a_held_direction_repeats() {
        let (mut pad, remote, now) = (pad("pad", 0), Remote::default(), clock::now());
        pad.button(PadButton::DPadDown, true, &remote, now);
        let next = pad.pad.deadline().unwrap();
        assert_eq!(pad.pad.repeat(next), Some(Button::Down));
        pad.button(PadButton::DPadDown, false, &remote, next);
        assert_eq!(pad.pad.deadline(), None);
    }

    #[test]
    fn the_maker_decides_what_stands_on_the_buttons() {
        let shapes = pad("Wireless Controller", 0x054c).source;
        assert!(matches!(
            shapes,
            PressSource::Gamepad {
                labels: Labels::Shapes,
                ..
            }
        ));
        // Nintendo's A is on the right.
        let said = presses(pad("Pro Controller", 0x057e), |pad, remote, now| {
            pad.button(PadButton::East, true, remote, now);
        });
        assert_eq!(said, [Button::Ok]);
    }
}
