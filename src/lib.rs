//! Couchpin signs a living-room PC in to Simkl and Shikimori from the couch. A fullscreen screen shows a code and a QR; the person
//! approves on a phone; the token is stored where the household's other programs can read it. Only a remote is at hand.
//!
//! One pure state machine decides ([`pairing`]); one engine performs ([`engine`]), on a thread of its own; the screen
//! draws what the machine shows and passes wishes on (`screen`); a terminal can do the same ([`terminal`]). An approval never waits for a frame.
//!
//! The map, in reading order; imports go one way, from the bottom of this list to its top:
//!
//! - [`shown`]: the one rule for text from outside that is shown, wherever
//! - [`authorization`]: the field's words: codes, outcomes, tokens, trouble
//! - [`panics`]: what libraries do with hostile bytes, caught; [`portrait`]: a person's picture, as pixels that are known
//!   to be harmless
//! - [`clock`]: the one room that reads clocks
//! - `plain_file`: how every small file is read: up to a limit, and without waiting
//! - [`pairing`]: the machine: from nothing to a stored token
//! - `child`: other programs, started without couchpin's secrets
//! - `session_bus`: where the desktop's services are, if there are any
//! - [`services`]: the wire: one HTTP client, Simkl's PIN flow, the device grant of RFC 8628, the code grant of RFC 6749,
//!   Shikimori
//! - [`tokens`]: where a token is kept: the record, the private file, the keyring that may never hang; how it is
//!   kept fresh, by one process at a time
//! - [`hook`]: the person's own program that runs after a pairing
//! - [`engine`]: the only loop: performs the machine's orders, publishes its view
//! - [`signals`], [`ending`]: what asks the program to end, and how it ends without a press
//! - [`words`]: everything a person reads, for every face; `symbol`: the QR that every face draws
//! - `html`, `serve`, [`random`]: pages for a person's browser, and what nobody can guess
//! - [`phone`]: the page that a phone on the same network opens, to paste what no remote can type; [`redirect`]: how
//!   a browser on this machine is opened, and what it is sent back to
//! - [`remote`]: what is pressed, as a few buttons; `voice`: what is read aloud
//! - `screen`: the television: a view becomes a picture, a press becomes an intent
//! - [`terminal`]: `couchpin pair`: the same view as a picture in a terminal, or as plain lines
//! - [`demo`]: a stand-in for Simkl on loopback, for `--demo` and for the tests
//! - [`preferences`]: what a person can choose on the television
//! - [`config`], [`cli`], [`commands`]: settings, the command line, and what needs no screen; [`household`]: what the
//!   settings make of the services; `television`: what runs without a command
//! - [`generate`]: completions and the manual page, made of the command line
//!
//! `screen`, `voice`, `television` and the sources of presses are there with the feature `tv` (default) only.
#![cfg_attr(
    test,
    allow(
        clippy::disallowed_methods,
        clippy::unwrap_used,
        clippy::expect_used,
        missing_docs
    )
)]

pub mod authorization;
mod child;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod config;
pub mod demo;
pub mod ending;
pub mod engine;
#[cfg(any(test, fuzzing))]
#[doc(hidden)]
pub mod fuzz;
pub mod generate;
pub mod hook;
pub mod household;
mod html;
pub mod pairing;
pub mod panics;
pub mod phone;
mod plain_file;
pub mod portrait;
pub mod preferences;
pub mod random;
pub mod redirect;
pub mod remote;
#[cfg(feature = "tv")]
pub mod screen;
mod serve;
pub mod services;
mod session_bus;
pub mod shown;
pub mod signals;
mod symbol;
#[cfg(feature = "tv")]
pub mod television;
pub mod terminal;
pub mod tokens;
#[cfg(feature = "tv")]
pub mod voice;
pub mod words;
