//! The ten-foot screen: it draws a [`View`](crate::pairing::View) and emits [`Intent`](crate::pairing::Intent)s.
//!
//! No request, store or thread is behind it: the engine goes on when the television is off. Every screen is drawn on
//! one [`canvas`] with fixed places, has one row or column of buttons, and exactly one of them has the focus. Where a
//! window is higher than it is wide, [`tall`] has the places.

mod accessibility;
mod app;
mod awake;
mod burn_in;
mod canvas;
mod chime;
mod choice;
mod focus;
mod home;
mod icon;
mod keyboard;
mod list;
mod message;
mod motion;
mod paired;
mod picture;
mod portrait;
mod qr;
mod remote_test;
mod setting_lines;
mod sign;
mod steps;
mod tall;
#[cfg(test)]
mod tests;
mod theme;
mod tiles;
mod typed_code;
mod window;

pub use app::{App, AppContext, Content, EngineHandle, SaveSetting};
pub use awake::Awake;
pub use window::{WindowControl, run};

pub use crate::ui::UiContext;
pub use crate::ui::preferences::{MOST_OVERSCAN, Preferences, Setting, TextSize, Theme};
pub use crate::words::Language;

/// What comes after the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// The program ends.
    #[default]
    Quit,
    /// The demo starts.
    Demo,
}
