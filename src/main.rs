//! The program for the console: what goes wrong is one sentence on standard error.

use std::process::ExitCode;

fn main() -> ExitCode {
    couchpin::app::run::main(|_, sentence| eprintln!("couchpin: {sentence}"))
}
