//! Takes the keys before eframe does, since egui would drop most that a remote has.

use std::time::Duration;

use eframe::{EframeWinitApplication, UserEvent};
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, StartCause, WindowEvent};
use winit::event_loop::ActiveEventLoop;
use winit::window::WindowId;

use super::control::WindowControl;
use crate::input::Remote;
use crate::input::window::Keys;
use crate::system::clock;

/// Nothing that the window does takes so long, unless the television or the computer slept.
const LATE: Duration = Duration::from_secs(2);

pub(super) struct KeyInterceptor<'a> {
    pub eframe: EframeWinitApplication<'a>,
    pub keys: Keys,
    pub remote: Remote,
    pub is_kiosk: bool,
    /// The window did not come to its events for a while: keys that have waited are not meant for what it shows now.
    pub is_late: bool,
    pub control: WindowControl,
}

impl KeyInterceptor<'_> {
    fn timed(&mut self, work: impl FnOnce(&mut EframeWinitApplication<'_>)) {
        let start = clock::now();
        work(&mut self.eframe);
        self.is_late |= clock::now() >= start + LATE;
    }
}

impl ApplicationHandler<UserEvent> for KeyInterceptor<'_> {
    fn window_event(&mut self, events: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        match &event {
            WindowEvent::KeyboardInput {
                event,
                is_synthetic,
                ..
            } => {
                let is_old = *is_synthetic || self.is_late;
                return self.keys.take(event, is_old, clock::now());
            }
            WindowEvent::Focused(focused) => {
                // In a kiosk there is nothing else to look at, whatever the compositor says of a remote that sleeps.
                self.remote.look_elsewhere(!focused && !self.is_kiosk);
                self.keys.let_go();
            }
            _ => {}
        }
        self.timed(|eframe| eframe.window_event(events, window, event));
    }

    fn about_to_wait(&mut self, events: &ActiveEventLoop) {
        self.is_late = false;
        if self.control.is_closing() {
            return events.exit();
        }
        self.timed(|eframe| eframe.about_to_wait(events));
    }

    fn user_event(&mut self, events: &ActiveEventLoop, event: UserEvent) {
        if self.control.is_closing() {
            return events.exit();
        }
        self.timed(|eframe| eframe.user_event(events, event));
    }

    fn new_events(&mut self, events: &ActiveEventLoop, cause: StartCause) {
        self.timed(|eframe| eframe.new_events(events, cause));
    }

    fn resumed(&mut self, events: &ActiveEventLoop) {
        self.eframe.resumed(events);
    }

    fn suspended(&mut self, events: &ActiveEventLoop) {
        self.eframe.suspended(events);
    }

    fn device_event(&mut self, events: &ActiveEventLoop, device: DeviceId, event: DeviceEvent) {
        self.eframe.device_event(events, device, event);
    }

    fn exiting(&mut self, events: &ActiveEventLoop) {
        self.eframe.exiting(events);
    }

    fn memory_warning(&mut self, events: &ActiveEventLoop) {
        self.eframe.memory_warning(events);
    }
}
