//! Keys that reach the window through egui.

use std::sync::Arc;

use egui::mutex::Mutex;
use egui::{Context, Event, Key, Plugin, RawInput};

use super::Button;

/// The button that a key stands for.
#[must_use]
pub fn button_of(key: Key) -> Button {
    match key {
        Key::ArrowUp => Button::Up,
        Key::ArrowDown => Button::Down,
        Key::ArrowLeft => Button::Left,
        Key::ArrowRight => Button::Right,
        Key::Enter | Key::Space => Button::Ok,
        Key::Escape | Key::Backspace | Key::BrowserBack => Button::Back,
        _ => Button::Other,
    }
}

/// The presses that no screen has taken yet, in the order in which they came.
#[derive(Clone, Default)]
pub struct Presses(Arc<Mutex<Vec<Button>>>);

impl Presses {
    /// Begins to collect the presses of a window.
    #[must_use]
    pub fn of(ctx: &Context) -> Self {
        let presses = Self::default();
        ctx.add_plugin(Collector(presses.clone()));
        presses
    }

    /// Takes what was pressed since the last call.
    #[must_use]
    pub fn take(&self) -> Vec<Button> {
        std::mem::take(&mut *self.0.lock())
    }
}

struct Collector(Presses);

impl Plugin for Collector {
    fn debug_name(&self) -> &'static str {
        "remote"
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        // A kiosk's compositor may never give the keyboard focus; the only window has it all the same.
        input.focused = true;
        let mut presses = self.0.0.lock();
        input.events.retain(|event| match event {
            Event::Key {
                key,
                pressed,
                repeat,
                ..
            } => {
                let button = button_of(*key);
                // A held OK or Back means one press, not many.
                let held = *repeat && matches!(button, Button::Ok | Button::Back | Button::Other);
                if *pressed && !held {
                    presses.push(button);
                }
                false
            }
            Event::Text(_) => false,
            _ => true,
        });
    }
}
