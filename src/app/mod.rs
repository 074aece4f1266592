//! What is run: the command line, the commands, the settings, and what puts the other rooms together.
//!
//! Everything else may be used here, and nothing else uses it.

pub mod cli;
pub mod commands;
pub mod ending;
pub mod generate;
pub mod run;
pub mod settings;
#[cfg(feature = "tv")]
pub mod television;
pub mod wiring;
