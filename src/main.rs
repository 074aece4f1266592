//! Parse the command line, run one command, print one error, exit with its code.

use std::process::ExitCode;

use clap::Parser as _;
use couchpin::app::cli::Cli;
use couchpin::app::{commands, run, settings};
use couchpin::auth::{panics, shown};
use couchpin::system::signals::BySignal;
use couchpin::ui::terminal;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

pub(crate) fn main() -> ExitCode {
    panics::install_hook();
    let cli = Cli::parse().check().unwrap_or_else(|error| error.exit());
    log();
    let Err(error) = run::run(cli) else {
        return ExitCode::SUCCESS;
    };
    if let Some(signal) = error.downcast_ref::<BySignal>() {
        return ExitCode::from(signal.exit_code());
    }
    let sentence = shown::lines(&format!("{error:#}"));
    if !sentence.is_empty() {
        eprintln!("couchpin: {sentence}");
    }
    ExitCode::from(commands::exit_code(&error))
}

/// Only couchpin's own words are logged: what libraries say may hold an address with a code in it.
fn log() {
    // A wrong level is said by whatever reads the settings.
    let level = settings::log_level(&|name| std::env::var_os(name)).unwrap_or(LevelFilter::WARN);
    let to_stderr = tracing_subscriber::fmt::layer().with_writer(terminal::log);
    tracing_subscriber::registry()
        .with(to_stderr)
        .with(Targets::new().with_target("couchpin", level))
        .init();
}
