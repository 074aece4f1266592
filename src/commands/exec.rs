//! `exec`: runs another program with a valid token in its environment, and nowhere else.

use std::ffi::OsString;
use std::io;
use std::process::Command;

use super::{CommandError, token};
use crate::config::Config;
use crate::tokens::Need;

/// Runs a command with `SIMKL_ACCESS_TOKEN` and `SIMKL_CLIENT_ID`. Where the system allows it the command takes this
/// process's place, so that it gets every signal and its exit code is the answer; so this returns only if that fails.
pub fn exec(config: &Config, command: &[OsString]) -> anyhow::Result<()> {
    let Some((program, arguments)) = command.split_first() else {
        return Err(failed(&OsString::new(), io::ErrorKind::NotFound.into()).into());
    };
    let valid = token::valid(config, &Need::WhenDue)?;
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env("SIMKL_ACCESS_TOKEN", valid.access_token.expose());
    match valid.client_id {
        Some(client_id) => command.env("SIMKL_CLIENT_ID", client_id),
        None => command.env_remove("SIMKL_CLIENT_ID"),
    };
    Err(failed(program, run(command)).into())
}

#[cfg(unix)]
fn run(mut command: Command) -> io::Error {
    use std::os::unix::process::CommandExt;
    command.exec()
}

#[cfg(not(unix))]
fn run(mut command: Command) -> io::Error {
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(error) => error,
    }
}

fn failed(program: &OsString, error: io::Error) -> CommandError {
    CommandError::Run {
        program: program.to_string_lossy().into_owned(),
        error,
    }
}
