//! Couchpin without a console, for the Start menu of Windows: the same program, which no black window comes with.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

#[path = "main.rs"]
mod console;

fn main() -> ExitCode {
    console::main()
}
