//! The whole program: parses the command line, runs one command, says one error, and returns its exit code.

use std::io;
use std::process::ExitCode;

use clap::Parser as _;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

use super::cli::{AskedFor, Cli, Command};
use super::commands::{self, CommandError, exec, pair, status, token, unpair, watch};
use super::generate;
use super::settings::{self, Config};
#[cfg(feature = "tv")]
use super::television;
use crate::auth::{panics, shown};
use crate::system::signals::BySignal;
use crate::ui::terminal::{self, Options};

/// Does what the command line asks for. If that fails, `say` is given the error and its sentence.
pub fn main(say: impl FnOnce(&anyhow::Error, &str)) -> ExitCode {
    panics::install_hook();
    let cli = Cli::parse().check().unwrap_or_else(|error| error.exit());
    log();
    let Err(error) = run(cli) else {
        return ExitCode::SUCCESS;
    };
    if let Some(signal) = error.downcast_ref::<BySignal>() {
        return ExitCode::from(signal.exit_code());
    }
    let sentence = shown::lines(&format!("{error:#}"));
    if !sentence.is_empty() {
        say(&error, &sentence);
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

fn run(cli: Cli) -> anyhow::Result<()> {
    let out = &mut io::stdout().lock();
    let overrides = cli.overrides;
    let command = match cli.command {
        #[cfg(feature = "tv")]
        None => return television::show(&cli.screen, overrides),
        // `Cli::check` has refused it.
        #[cfg(not(feature = "tv"))]
        None => return Ok(()),
        Some(Command::Generate(what)) => return generate::generate(what, out),
        Some(command) => command,
    };
    let config = &Config::load(overrides).map_err(CommandError::from)?;
    let found = |name: &str, account: Option<String>| {
        let service = config.find(name, account.as_deref());
        service.map_err(CommandError::from)
    };
    let of = |asked: AskedFor| found(&asked.service, asked.account);
    match command {
        Command::Pair {
            service,
            account,
            again,
            open,
        } => pair::pair(config, found(&service, account)?, Options { again, open }),
        Command::Token {
            asked,
            json,
            refused,
            refresh,
        } => token::token(config, of(asked)?, json, [refused, refresh], out),
        Command::Exec { asked, command } => exec::exec(config, of(asked)?, &command),
        Command::Watch { service, account } => {
            let service = service.map(|name| found(&name, account));
            watch::watch(config, service.transpose()?, out)
        }
        Command::Status { json } => status::status(config, json, out),
        Command::Unpair { all: true, .. } => unpair::unpair_all(config, out),
        Command::Unpair { asked, json, .. } => unpair::unpair(config, of(asked)?, json, out),
        // It needs no settings, and has ended above.
        Command::Generate(_) => Ok(()),
    }
}
