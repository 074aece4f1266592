//! Couchpin signs a living-room PC in to Simkl, Shikimori, Trakt and any service that a file describes, from the couch. A
//! fullscreen screen shows a code and a QR; the person approves on a phone; the token is stored where the other programs of
//! the computer can read it. Only a remote is at hand.
//!
//! One pure state machine decides ([`pairing`]); one engine performs ([`engine`]), on a thread of its own; the television
//! or a terminal shows what the machine says and sends intents ([`ui`]). An approval never waits for a frame.
//!
//! The rooms, from the bottom to the top. Imports go downwards only; `tests/it/rooms.rs` holds them to it.
//!
//! - [`auth`]: the vocabulary of RFC 8628 and RFC 6749: codes, tokens, outcomes, trouble, accounts
//! - [`system`]: clocks, random numbers, small files, other programs, signals
//! - [`pairing`]: the machine: from nothing to a stored token; pure
//! - [`words`]: everything that is read, in every language
//! - [`services`]: the wire: one HTTP client, the device grant, the code grant, Simkl's PIN flow
//! - [`tokens`]: where a token is kept, and how it is kept fresh, by one process at a time
//! - [`web`]: what a browser or a phone sees: the form for a phone, the redirect of a sign-in here
//! - [`input`]: remotes, keys and gamepads, as a few buttons
//! - [`demo`]: a stand-in for Simkl on loopback, for `--demo` and for the tests
//! - [`engine`]: the only loop: performs the machine's actions, publishes its view, runs the hook after a pairing
//! - [`ui`]: the view as a picture on a television, as text in a terminal, and read aloud
//! - [`app`]: the command line, the commands, the settings, and what puts everything together
//!
//! What draws a window or reads a remote is there with the feature `tv` (default) only: `ui::tv`, `ui::voice`,
//! `app::television`, and the sources of presses in `input`.
#![cfg_attr(
    test,
    allow(
        clippy::disallowed_methods,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::too_many_lines,
        missing_docs
    )
)]

pub mod app;
pub mod auth;
pub mod demo;
pub mod engine;
pub mod input;
pub mod pairing;
pub mod services;
pub mod system;
#[cfg(test)]
mod tests;
pub mod tokens;
pub mod ui;
pub mod web;
pub mod words;
