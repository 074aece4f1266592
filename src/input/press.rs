//! Where presses meet: every source puts them in, the screen takes them out.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Button, Keymap};

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

/// Presses that nobody took are forgotten after this: what was pressed while the television was off is not replayed.
const FRESH: Duration = Duration::from_secs(2);
/// More presses than this in a moment are not a person's.
const MOST: usize = 64;

/// Everything that can be pressed in this household: one keymap, one queue. Clones share both.
#[derive(Clone, Default)]
pub struct Remote(Arc<Mutex<Inner>>);

type OnPress = Arc<dyn Fn() + Send + Sync>;

#[derive(Default)]
struct Inner {
    keymap: Keymap,
    /// OK and Back of gamepads change places.
    swapped: bool,
    presses: VecDeque<Press>,
    devices: Vec<Device>,
    /// Another window has the attention; gamepads are then not meant for this one.
    elsewhere: bool,
    wake: Option<OnPress>,
    /// Told of presses that the session does not see.
    past: Option<OnPress>,
}

impl Remote {
    /// A remote whose keys mean what the keymap says; `swapped` exchanges OK and Back on gamepads.
    #[must_use]
    pub fn new(keymap: Keymap, swapped: bool) -> Self {
        let inner = Inner {
            keymap,
            swapped,
            ..Inner::default()
        };
        Self(Arc::new(Mutex::new(inner)))
    }

    /// Names who is told that something was pressed.
    pub fn wake_by(&self, wake: impl Fn() + Send + Sync + 'static) {
        self.inner().wake = Some(Arc::new(wake));
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Names who is told of presses past the window, as those of a gamepad: for the session nobody has pressed anything.
    pub fn past_window_by(&self, past: impl Fn() + Send + Sync + 'static) {
        self.inner().past = Some(Arc::new(past));
    }

    /// The button that a key is.
    #[must_use]
    pub fn button(&self, code: u16) -> Button {
        self.inner().keymap.button(code)
    }

    /// The button that a person has made of a key.
    #[must_use]
    pub fn taught(&self, code: u16) -> Option<Button> {
        self.inner().keymap.taught(code)
    }

    /// Changes the keymap from now on.
    pub fn change_keymap(&self, change: impl FnOnce(&mut Keymap)) {
        change(&mut self.inner().keymap);
    }

    /// Whether anything was taught.
    #[must_use]
    pub fn has_taught(&self) -> bool {
        self.inner().keymap.has_taught()
    }

    /// Whether OK and Back of gamepads have changed places.
    #[must_use]
    pub fn swapped(&self) -> bool {
        self.inner().swapped
    }

    /// Says whether OK and Back of gamepads change places.
    pub fn swap(&self, swapped: bool) {
        self.inner().swapped = swapped;
    }

    /// Says whether another window has the attention; presses past the window are then dropped.
    pub fn look_elsewhere(&self, elsewhere: bool) {
        self.inner().elsewhere = elsewhere;
    }

    /// Puts a press in and wakes the screen.
    pub fn press(&self, press: Press) {
        let (wake, past) = {
            let mut inner = self.inner();
            let past = inner
                .past
                .clone()
                .filter(|_| press.source != PressSource::Window);
            if press.source != PressSource::Window && inner.elsewhere {
                return;
            }
            if inner.presses.len() == MOST {
                inner.presses.pop_front();
            }
            inner.presses.push_back(press);
            (inner.wake.clone(), past)
        };
        // Outside of the lock: whoever is woken may look at once.
        for listener in [past, wake].into_iter().flatten() {
            listener();
        }
    }

    /// Takes what was pressed since the last call, but nothing that has waited too long.
    #[must_use]
    pub fn take(&self, now: Instant) -> Vec<Press> {
        let presses = std::mem::take(&mut self.inner().presses);
        presses
            .into_iter()
            .filter(|press| now.saturating_duration_since(press.at) <= FRESH)
            .collect()
    }

    /// What is plugged in, as far as it can be told.
    #[must_use]
    pub fn devices(&self) -> Vec<Device> {
        self.inner().devices.clone()
    }

    /// Notes what is plugged in, and wakes the screen.
    pub fn set_devices(&self, devices: Vec<Device>) {
        let wake = {
            let mut inner = self.inner();
            if inner.devices == devices {
                return;
            }
            inner.devices = devices;
            inner.wake.clone()
        };
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
