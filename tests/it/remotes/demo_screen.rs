//! The demo on a screen, with the real engine behind it; and a device that plays a recording.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use couchpin::auth::Flow;
use couchpin::engine::Engine;
use couchpin::input::evdev::{Decoder, DeviceKind, InputEvent};
use couchpin::input::gamepad::DeviceState;
use couchpin::input::window::Keys;
use couchpin::input::{Button, Remote};
use couchpin::pairing::View;
use couchpin::system::clock;
use couchpin::ui::tv::{Ending, UiContext};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use super::recording::Recording;
use crate::engine;
use crate::support::simkl::StandIn;
use crate::support::{EngineScreen, engine_screen, wait_for};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Session {
    /// Only codes below 248 arrive; remotes are read past it.
    X11,
    /// All codes of remotes arrive; remotes are not read.
    Wayland,
}

const EV_KEY: u16 = 1;
/// How long the window system waits before it repeats a held key, and how often it does.
const WINDOW_REPEATS: (Duration, Duration) =
    (Duration::from_millis(500), Duration::from_millis(33));
/// Longer than a screen that came by itself takes no press.
const GLANCE: Duration = Duration::from_millis(450);

/// A device, and the two ways that its keys take to the program.
pub(crate) struct PlayedDevice {
    session: Session,
    kind: DeviceKind,
    remote: Remote,
    /// `None` where the device is not read, or not there.
    decoder: Option<Decoder>,
    window: Keys,
    /// The key that the window system repeats, and when next.
    repeated: Option<(u16, Instant)>,
}

impl PlayedDevice {
    pub(crate) fn new(recording: &Recording, session: Session, remote: &Remote) -> Self {
        let kind = recording.description.kind(remote).unwrap();
        let mut device = Self {
            session,
            kind,
            remote: remote.clone(),
            decoder: None,
            window: Keys::new(remote.clone()),
            repeated: None,
        };
        device.plug(recording, &DeviceState::default());
        device
    }

    /// Plugs the device in, held like this.
    pub(crate) fn plug(&mut self, recording: &Recording, state: &DeviceState) {
        let read = self.kind == DeviceKind::Gamepad || self.session == Session::X11;
        self.decoder =
            read.then(|| Decoder::new(self.kind, &recording.description, state, &self.remote));
    }

    pub(crate) fn unplug(&mut self) {
        self.decoder = None;
    }

    /// The device reports something; `heard` is called after whatever was or was not said.
    pub(crate) fn send(&mut self, event: InputEvent, at: Instant, mut heard: impl FnMut()) {
        self.pass_time(at, &mut heard);
        if let Some(press) = self
            .decoder
            .as_mut()
            .and_then(|decoder| decoder.take(event, at))
        {
            self.remote.press(press);
        }
        // The window system makes repeats of its own; the kernel's (2) stop there.
        let arrives = self.kind == DeviceKind::Remote
            && (self.session == Session::Wayland || event.code() < 248)
            && (event.event_type().0, event.value() / 2) == (EV_KEY, 0);
        if arrives {
            let down = event.value() == 1;
            self.window.take_code(event.code(), down, at);
            self.repeated = down.then(|| (event.code(), at + WINDOW_REPEATS.0));
        }
        heard();
    }

    /// Lets everything happen that is due until then.
    pub(crate) fn pass_time(&mut self, until: Instant, heard: &mut impl FnMut()) {
        while let Some(decoder) = &mut self.decoder
            && let Some(next) = decoder.deadline().filter(|next| *next <= until)
        {
            let press = decoder.repeat(next).expect("it was due");
            self.remote.press(press);
            heard();
        }
        while let Some((code, next)) = self.repeated.filter(|(_, next)| *next <= until) {
            self.window.take_code(code, true, next);
            self.repeated = Some((code, next + WINDOW_REPEATS.1));
            heard();
        }
    }
}

/// The television beside a stand-in for Simkl.
pub(crate) struct DemoScreen {
    pub(crate) remote: Remote,
    harness: Harness<'static, EngineScreen>,
    engine: Engine,
    stand_in: StandIn,
    /// How often the screen was told that something was pressed.
    wakes: Arc<AtomicUsize>,
    _folder: TempDir,
}

impl DemoScreen {
    /// A code is on the screen, and the person has seen it.
    pub(crate) fn with_a_code() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let stand_in = StandIn::of(Flow::Pin);
        let engine = engine::engine(&stand_in, folder.path());
        let (remote, wakes) = (Remote::default(), Arc::new(AtomicUsize::new(0)));
        let count = wakes.clone();
        remote.wake_by(move || {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let context = UiContext::default();
        let mut screen = Self {
            harness: engine_screen(&engine, context, remote.clone(), || {}),
            remote,
            engine,
            stand_in,
            wakes,
            _folder: folder,
        };
        screen.wait_for("code", |view| matches!(view, View::Waiting(_)));
        screen
    }

    fn wait_for(&mut self, what: &str, is_there: impl Fn(&View) -> bool) {
        wait_for(what, Duration::from_secs(30), || {
            self.harness.step();
            is_there(&self.engine.view()).then_some(())
        });
        self.harness.step();
        thread::sleep(GLANCE);
        self.harness.step();
    }

    /// The person approves on their phone.
    pub(crate) fn approve(&mut self) {
        assert_eq!(self.stand_in.approve_all(), 1);
        self.wait_for("pairing", |view| matches!(view, View::Paired { .. }));
    }

    /// Plays a part of a recording, and draws after each press.
    pub(crate) fn play(&mut self, device: &mut PlayedDevice, part: &[(Duration, InputEvent)]) {
        let (first, now) = (part[0].0, clock::now());
        for (at, event) in part {
            self.send(device, *event, now + at.saturating_sub(first));
        }
    }

    /// One report, and a frame for each press that it made.
    pub(crate) fn send(&mut self, device: &mut PlayedDevice, event: InputEvent, at: Instant) {
        let (wakes, harness) = (&self.wakes, &mut self.harness);
        let mut seen = wakes.load(Ordering::Relaxed);
        device.send(event, at, || {
            let now = wakes.load(Ordering::Relaxed);
            if now != seen {
                harness.step();
            }
            seen = now;
        });
    }

    /// How often the screen was woken.
    pub(crate) fn wakes(&self) -> usize {
        self.wakes.load(Ordering::Relaxed)
    }

    /// What stands on the buttons.
    pub(crate) fn buttons(&self) -> Vec<String> {
        let buttons = self.harness.query_all_by_role(Role::Button);
        buttons
            .filter_map(|node| node.accesskit_node().label())
            .collect()
    }

    /// The button that has the focus.
    pub(crate) fn focused(&self) -> String {
        let mut buttons = self.harness.query_all_by_role(Role::Button);
        let focused = buttons.find(|node| node.accesskit_node().is_focused());
        focused.unwrap().accesskit_node().label().unwrap()
    }

    /// What was pressed and not yet taken.
    pub(crate) fn pressed(&self) -> Vec<Button> {
        let presses = self.remote.take(clock::now()).into_iter();
        presses.map(|press| press.button).collect()
    }

    /// The program has been left by the remote.
    pub(crate) fn end(self) {
        assert_eq!(self.harness.state().0.ending(), Some(Ending::Quit));
        self.engine.leave();
    }
}
