//! Parse the command line, run one command, print one error, exit with its code.

use std::io;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser as _;
use couchpin::app::cli::{Cli, Command};
use couchpin::app::commands::{self, CommandError};
use couchpin::app::generate;
use couchpin::app::settings::{self, Config, Overrides};
use couchpin::app::wiring;
use couchpin::auth::Service;
use couchpin::auth::{panics, shown};
use couchpin::engine::hook::Hook;
use couchpin::engine::{Engine, Setup};
use couchpin::system::signals::BySignal;
use couchpin::ui::terminal::{self, Failure, Options};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

fn main() -> ExitCode {
    panics::install_hook();
    let cli = Cli::parse().check().unwrap_or_else(|error| error.exit());
    log();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if let Some(signal) = error.downcast_ref::<BySignal>() {
                return ExitCode::from(signal.exit_code());
            }
            let sentence = shown::lines(&format!("{error:#}"));
            if !sentence.is_empty() {
                eprintln!("couchpin: {}", shown::lines(&sentence));
            }
            let unpaired = error.downcast_ref::<Failure>().map(|failure| failure.code);
            ExitCode::from(unpaired.unwrap_or_else(|| commands::exit_code(&error)))
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<()> {
    let out = &mut io::stdout().lock();
    match cli.command {
        #[cfg(feature = "tv")]
        None => couchpin::app::television::show(&cli.screen, cli.overrides),
        // `Cli::check` has refused it.
        #[cfg(not(feature = "tv"))]
        None => Ok(()),
        Some(Command::Pair {
            service,
            again,
            open,
        }) => pair(service, Options { again, open }, cli.overrides),
        Some(Command::Token {
            service,
            json,
            refused,
        }) => commands::token(&config(cli.overrides)?, service, json, refused, out),
        Some(Command::Exec { service, command }) => {
            commands::exec(&config(cli.overrides)?, service, &command)
        }
        Some(Command::Status { json }) => commands::status(&config(cli.overrides)?, json, out),
        Some(Command::Unpair { service, json }) => {
            commands::unpair(&config(cli.overrides)?, service, json, out)
        }
        Some(Command::Generate(what)) => generate::generate(what, out),
    }
}

fn config(overrides: Overrides) -> Result<Config, CommandError> {
    Ok(Config::load(overrides)?)
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

/// Pairs in the terminal.
fn pair(service: Service, options: Options, overrides: Overrides) -> anyhow::Result<()> {
    let config = config(overrides)?;
    let alone = wiring::only_one(&config)?;
    let on_paired = Hook::new(config.on_paired.clone());
    let tokens = commands::tokens(&config);
    let setup = wiring::setup(
        &config,
        &[service],
        Some(service),
        tokens,
        on_paired.clone(),
    )?;
    let setup = Setup {
        pictures: false,
        ..setup
    };
    let engine = Engine::start(setup, |_| {}).context("the engine could not start")?;
    terminal::pair(
        engine,
        &on_paired,
        &wiring::context(&config, service),
        options,
    )?;
    drop(alone);
    Ok(())
}
