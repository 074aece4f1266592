//! `exec`: runs another program with a valid token in its environment, and nowhere else.

use std::ffi::OsString;
use std::io;
use std::process::Command;

use super::{CommandError, token};
use crate::app::settings::Config;
use crate::auth::Service;
use crate::system::child;
#[cfg(not(unix))]
use crate::system::signals::EndSignals;
use crate::tokens::Need;

/// Runs a command with `SIMKL_ACCESS_TOKEN` and `SIMKL_CLIENT_ID`, or the other service's names, and with no other secret
/// of couchpin's. Where the system allows it the command takes this process's place, so that it gets every signal and its
/// exit code is the answer; so this returns only if that fails.
pub(in crate::app) fn exec(
    config: &Config,
    service: Service,
    command: &[OsString],
) -> anyhow::Result<()> {
    let Some((program, arguments)) = command.split_first() else {
        return Err(failed(&OsString::new(), io::ErrorKind::NotFound.into()).into());
    };
    let valid = token::valid(config, service, &Need::WhenDue)?;
    let prefix = service.base().to_ascii_uppercase().replace('-', "_");
    let [access_token, client_id] =
        ["ACCESS_TOKEN", "CLIENT_ID"].map(|name| format!("{prefix}_{name}"));
    let mut command = child::command(program);
    command
        .args(arguments)
        .env(access_token, valid.access_token.expose());
    if valid.client_id.is_empty() {
        command.env_remove(client_id);
    } else {
        command.env(client_id, valid.client_id);
    }
    Err(failed(program, become_program(command)).into())
}

/// Puts a program into the place of this process; returns only if that fails.
#[cfg(unix)]
pub(in crate::app) fn become_program(mut command: Command) -> io::Error {
    use std::os::unix::process::CommandExt;
    command.exec()
}

/// Runs a program to its end, which is this process's, too; returns only if that fails. Ctrl-C is for the program alone,
/// which hears it too: this process stays, to pass its exit code on.
#[cfg(not(unix))]
pub(in crate::app) fn become_program(mut command: Command) -> io::Error {
    let mut ran = || {
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let _signals = runtime.block_on(async { EndSignals::listen() })?;
        command.status()
    };
    match ran() {
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
