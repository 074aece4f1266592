//! What each command of the command line runs.

use std::io;

use super::cli::{Cli, Command};
use super::commands::{CommandError, exec, pair, status, token, unpair};
use super::generate;
use super::settings::{Config, Overrides};
#[cfg(feature = "tv")]
use super::television;
use crate::ui::terminal::Options;

/// Runs what the command line asks for.
pub fn run(cli: Cli) -> anyhow::Result<()> {
    let out = &mut io::stdout().lock();
    let config = |overrides: Overrides| Config::load(overrides).map_err(CommandError::from);
    let overrides = cli.overrides;
    match cli.command {
        #[cfg(feature = "tv")]
        None => television::show(&cli.screen, overrides),
        // `Cli::check` has refused it.
        #[cfg(not(feature = "tv"))]
        None => Ok(()),
        Some(Command::Pair {
            service,
            again,
            open,
        }) => pair::pair(&config(overrides)?, service, Options { again, open }),
        Some(Command::Token {
            service,
            json,
            refused,
        }) => token::token(&config(overrides)?, service, json, refused, out),
        Some(Command::Exec { service, command }) => {
            exec::exec(&config(overrides)?, service, &command)
        }
        Some(Command::Status { json }) => status::status(&config(overrides)?, json, out),
        Some(Command::Unpair { service, json }) => {
            unpair::unpair(&config(overrides)?, service, json, out)
        }
        Some(Command::Generate(what)) => generate::generate(what, out),
    }
}
