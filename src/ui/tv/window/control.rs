//! What other threads may ask the window for.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use eframe::UserEvent;
use egui::{Context, ViewportId};
use winit::event_loop::EventLoopProxy;

use crate::system::clock;

/// Lets the engine, which is older than the window, ask it for a new frame, or to close.
#[derive(Clone, Default)]
pub struct WindowControl(pub(super) Arc<Inner>);

/// There is one window and one event loop in a process: each is set once.
#[derive(Default)]
pub(super) struct Inner {
    pub window: OnceLock<Context>,
    /// Wakes the window's event loop, whether or not it may draw.
    pub events: OnceLock<EventLoopProxy<UserEvent>>,
    pub closing: AtomicBool,
}

impl WindowControl {
    /// Asks the window to close, which needs no frame: it may be hidden. One that is not there yet closes at once.
    pub fn close(&self) {
        self.0.closing.store(true, Ordering::Relaxed);
        if let Some(events) = self.0.events.get() {
            // Any event will do; this is one that another frame would send.
            let event = UserEvent::RequestRepaint {
                viewport_id: ViewportId::ROOT,
                when: clock::now(),
                cumulative_pass_nr: 0,
            };
            // A loop that has ended needs no waking.
            let _ = events.send_event(event);
        }
    }

    /// Asks for one frame; does nothing before there is a window, whose first frame comes anyway.
    pub fn request_frame(&self) {
        if let Some(ctx) = self.0.window.get() {
            // A plain repaint request paints twice; a moment later paints once.
            ctx.request_repaint_after(Duration::from_millis(1));
        }
    }

    pub(super) fn is_closing(&self) -> bool {
        self.0.closing.load(Ordering::Relaxed)
    }

    pub(super) fn is_open(&self) -> bool {
        self.0.window.get().is_some()
    }
}
