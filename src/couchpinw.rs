//! Couchpin without a console, for the Start menu of Windows: the same program, which no black window comes with.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

use couchpin::app::commands::CommandError;

fn main() -> ExitCode {
    couchpin::app::run::main(|error, sentence| {
        // The screen shows wrong settings itself. Without a console, nothing else would be seen of the rest.
        if !matches!(error.downcast_ref(), Some(CommandError::Config(_))) {
            show(sentence);
        }
    })
}

#[cfg(windows)]
fn show(sentence: &str) {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Couchpin")
        .set_description(sentence)
        .show();
}

#[cfg(not(windows))]
fn show(sentence: &str) {
    eprintln!("couchpin: {sentence}");
}
