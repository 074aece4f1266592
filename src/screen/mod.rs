//! The ten-foot screen: it draws a [`View`](crate::pairing::View) and emits [`Intent`](crate::pairing::Intent)s.
//!
//! No request, store or thread is behind it: the engine goes on when the television is off. Every screen is drawn on
//! one [`stage`] with fixed places, has one row or column of buttons, and exactly one of them has the focus. Where a
//! window is higher than it is wide, [`tall`] has the places.

mod app;
mod awake;
mod choices;
mod dialog;
mod ears;
mod focus;
mod hints;
mod home;
mod keyboard;
mod list;
mod message;
mod page;
mod paired;
mod pairing;
mod panel;
mod picture;
mod portrait;
mod preferences;
mod qr;
mod remote_test;
mod spell;
mod stage;
mod tall;
#[cfg(test)]
mod tests;
mod theme;
mod tiles;
mod window;

pub use app::{App, Engine, Face, Household, Keeper};
pub use awake::Awake;
pub use preferences::{Preferences, TextSize};
pub use theme::Theme;
pub use window::{Wake, run};

use crate::authorization::Keep;
use crate::pairing::Unattended;
use crate::remote::Button;
pub use crate::words::{Facts, Language};

/// What comes after the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// The program ends.
    #[default]
    Quit,
    /// The demo starts.
    Demo,
}

/// What a person changes with the remote: it holds at once, and is kept in the settings file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// See [`Preferences::language`].
    Language(Option<Language>),
    /// See [`Preferences::text`].
    Text(TextSize),
    /// See [`Preferences::theme`].
    Theme(Theme),
    /// See [`Preferences::still`].
    Still(bool),
    /// See [`Preferences::may_blank`].
    MayBlank(bool),
    /// See [`Preferences::unattended`].
    Unattended(Unattended),
    /// See [`Preferences::store`].
    Store(Keep),
    /// See [`Preferences::overscan`].
    Overscan(f32),
    /// The key with this code of the kernel is this button.
    Teach(u16, Button),
    /// Nothing was ever taught.
    ForgetTaught,
    /// Whether OK and Back of gamepads change places.
    Swap(bool),
}

/// More than any television hides, in percent of the picture at each edge.
pub const MOST_OVERSCAN: f32 = 10.0;
