//! The ten-foot screen: it draws a [`View`](crate::pairing::View) and emits [`Intent`](crate::pairing::Intent)s.
//!
//! No request, store or thread is behind it: the engine goes on when the television is off. Every screen is drawn on
//! one [`stage`] with fixed places, has one row of buttons, and exactly one of them has the focus.

mod app;
mod choices;
mod focus;
mod message;
mod paired;
mod pairing;
mod qr;
mod stage;
#[cfg(test)]
mod tests;
mod theme;
mod tiles;
mod window;

pub use app::{App, Engine, Face};
pub use window::{Wake, run};

pub use crate::words::Facts;

/// What comes after the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// The program ends.
    #[default]
    Quit,
    /// The demo starts.
    Demo,
}
