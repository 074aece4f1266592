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
mod trouble;
mod window;
mod words;

pub use app::{App, Engine, Face};
pub use window::{Wake, run};

/// What the screens tell besides the engine's view.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The service's name as people know it.
    pub service: String,
    /// The address to type before a code has told a better one.
    pub pin_page: String,
    /// Where a person ends this television's access, without the scheme.
    pub apps_page: String,
    /// Where an application is registered, without the scheme.
    pub developer_page: String,
    /// The settings file.
    pub config_file: String,
    /// Where the client id came from, as a person would say it.
    pub client_id_source: String,
    /// The demo's own pairing page; `None` when this is no demo.
    pub demo: Option<String>,
    /// Leave by itself a few seconds after a pairing.
    pub exit_when_paired: bool,
}

/// What comes after the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// The program ends.
    #[default]
    Quit,
    /// The demo starts.
    Demo,
}
