//! Where presses meet: every source puts them in, the screen takes them out.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Button, Keymap};

/// A held key or direction counts about eight times a second, whatever the kernel or the window system repeats.
pub(super) const REPEAT: Duration = Duration::from_millis(120);

/// One press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// What it means.
    pub button: Button,
    /// The kernel's code of the key; `None` for what has none (a stick).
    pub code: Option<u16>,
    /// What was pressed.
    pub source: PressSource,
    /// When.
    pub at: Instant,
}

/// What was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PressSource {
    /// Something whose keys reach the window: a keyboard, and most remotes.
    Window,
    /// A remote that is read past the window.
    Remote {
        /// As the kernel calls it.
        name: Arc<str>,
    },
    /// A gamepad.
    Gamepad {
        /// As the kernel calls it.
        name: Arc<str>,
        /// What stands on its buttons.
        labels: Labels,
    },
}

impl PressSource {
    /// A press of it.
    pub(super) fn press(&self, button: Button, code: Option<u16>, at: Instant) -> Press {
        let source = self.clone();
        Press {
            button,
            code,
            source,
            at,
        }
    }
}

/// What stands on the buttons of a gamepad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Labels {
    /// A, B, X, Y.
    Letters,
    /// Cross, circle, square, triangle.
    Shapes,
}

/// A remote or gamepad that is plugged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// As the kernel calls it, or the name of its node when even that may not be read.
    pub name: Arc<str>,
    /// Its node, such as `/dev/input/event3`.
    pub node: Arc<str>,
    /// Whether its presses may be read.
    pub readable: bool,
    /// Whether it is a gamepad.
    pub gamepad: bool,
}

/// Presses that wait for longer are forgotten: what was pressed while the television was off is not replayed.
const FRESH: Duration = Duration::from_secs(2);
/// More presses than this in a moment are not a person's.
const MOST: usize = 64;

/// All that can be pressed: one keymap, one queue of presses. Clones share both.
#[derive(Clone, Default)]
pub struct Remote(Arc<Mutex<Shared>>);

type Callback = Arc<dyn Fn() + Send + Sync>;

#[derive(Default)]
struct Shared {
    keymap: Keymap,
    presses: VecDeque<Press>,
    devices: Vec<Device>,
    /// Another window has the focus; gamepads are then not meant for this one.
    elsewhere: bool,
    /// Called when something has changed.
    wake: Option<Callback>,
    /// Called at presses that the session does not see.
    past_window: Option<Callback>,
}

impl Remote {
    /// A remote whose keys mean what the keymap says.
    #[must_use]
    pub fn new(keymap: Keymap) -> Self {
        let shared = Shared {
            keymap,
            ..Shared::default()
        };
        Self(Arc::new(Mutex::new(shared)))
    }

    /// Reads or changes the keymap, from now on.
    pub fn with_keymap<T>(&self, with: impl FnOnce(&mut Keymap) -> T) -> T {
        with(&mut self.lock().keymap)
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets what is called when something was pressed, plugged in or unplugged.
    pub fn wake_by(&self, wake: impl Fn() + Send + Sync + 'static) {
        self.lock().wake = Some(Arc::new(wake));
    }

    /// Sets what is called at presses past the window, as those of a gamepad: the session does not see them.
    pub fn past_window_by(&self, past_window: impl Fn() + Send + Sync + 'static) {
        self.lock().past_window = Some(Arc::new(past_window));
    }

    /// Says whether another window has the focus; presses past the window are then dropped.
    pub fn look_elsewhere(&self, elsewhere: bool) {
        self.lock().elsewhere = elsewhere;
    }

    /// Puts a press in and wakes the screen.
    pub fn press(&self, press: Press) {
        let mut shared = self.lock();
        let past_window = press.source != PressSource::Window;
        if past_window && shared.elsewhere {
            return;
        }
        if shared.presses.len() == MOST {
            shared.presses.pop_front();
        }
        shared.presses.push_back(press);
        let past_window = shared.past_window.clone().filter(|_| past_window);
        let wake = shared.wake.clone();
        // The callbacks may use the remote.
        drop(shared);
        for callback in [past_window, wake].into_iter().flatten() {
            callback();
        }
    }

    /// Takes what was pressed since the last call, but nothing that has waited too long.
    #[must_use]
    pub fn take(&self, now: Instant) -> Vec<Press> {
        let presses = std::mem::take(&mut self.lock().presses);
        presses
            .into_iter()
            .filter(|press| now.saturating_duration_since(press.at) <= FRESH)
            .collect()
    }

    /// What is plugged in, as far as it can be told.
    #[must_use]
    pub fn devices(&self) -> Vec<Device> {
        self.lock().devices.clone()
    }

    /// Notes what is plugged in, and wakes the screen.
    pub fn set_devices(&self, devices: Vec<Device>) {
        let mut shared = self.lock();
        if shared.devices == devices {
            return;
        }
        shared.devices = devices;
        let wake = shared.wake.clone();
        drop(shared);
        if let Some(wake) = wake {
            wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::clock;

    fn press(source: PressSource, at: Instant) -> Press {
        Press {
            button: Button::Ok,
            code: Some(28),
            source,
            at,
        }
    }

    fn pad() -> PressSource {
        PressSource::Gamepad {
            name: "pad".into(),
            labels: Labels::Letters,
        }
    }

    #[test]
    fn presses_of_a_sleeping_television_are_not_replayed() {
        let remote = Remote::default();
        let now = clock::now();
        remote.press(press(PressSource::Window, now));
        remote.press(press(PressSource::Window, now + Duration::from_secs(5)));
        let taken = remote.take(now + Duration::from_secs(5));
        assert_eq!(taken.len(), 1);
        assert_eq!(remote.take(now + Duration::from_secs(5)), []);
    }

    #[test]
    fn a_gamepad_is_not_heard_while_another_window_has_the_attention() {
        let remote = Remote::default();
        let now = clock::now();
        remote.look_elsewhere(true);
        remote.press(press(pad(), now));
        remote.press(press(PressSource::Window, now));
        assert_eq!(remote.take(now), [press(PressSource::Window, now)]);
        remote.look_elsewhere(false);
        remote.press(press(pad(), now));
        assert_eq!(remote.take(now), [press(pad(), now)]);
    }

    #[test]
    fn a_flood_of_presses_is_bounded_and_the_newest_stay() {
        let remote = Remote::default();
        let now = clock::now();
        for millis in 0..1000 {
            remote.press(press(
                PressSource::Window,
                now + Duration::from_micros(millis),
            ));
        }
        let taken = remote.take(now);
        assert_eq!(taken.len(), MOST);
        assert_eq!(taken[MOST - 1].at, now + Duration::from_micros(999));
    }
}
