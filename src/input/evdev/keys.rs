//! A remote: only those of its keys that never reach a window of an X server, so that nothing arrives twice.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::description::is_past_x;
use crate::input::{Button, Remote};

/// A held key counts about eight times a second, whatever the kernel repeats.
const REPEAT: Duration = Duration::from_millis(120);

/// The keys of one remote that are held down, and when each last counted.
#[derive(Default)]
pub(super) struct Keys(BTreeMap<u16, Instant>);

impl Keys {
    /// What is held now says nothing until it was let go.
    pub(super) fn start(&mut self) {
        self.0.clear();
    }

    /// A key is let go (0), goes down (1), or is repeated by the kernel (2).
    pub(super) fn key(
        &mut self,
        code: u16,
        value: i32,
        at: Instant,
        remote: &Remote,
    ) -> Option<Button> {
        if !is_past_x(code) {
            return None;
        }
        if value == 0 {
            self.0.remove(&code);
            return None;
        }
        let button = remote.button(code);
        let counts = match self.0.get(&code) {
            _ if value == 1 => true,
            Some(last) => button.repeats() && at >= *last + REPEAT,
            None => false,
        };
        counts.then(|| {
            self.0.insert(code, at);
            button
        })
    }
}
