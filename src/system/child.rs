//! Other programs that couchpin starts: none inherits the secrets that stand in couchpin's environment.

use std::ffi::OsStr;
use std::process::Command;

use crate::auth::SECRET_VARIABLES;

/// A program to be started. All are started through this (clippy.toml sees to that), so what is secret here stays here.
#[expect(clippy::disallowed_methods, reason = "this is what replaces it")]
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for variable in SECRET_VARIABLES {
        command.env_remove(variable);
    }
    command
}

/// A program that works for couchpin and is not seen. On Windows one for the console would open a window of its own over the
/// television (`CREATE_NO_WINDOW`).
pub(crate) fn background(program: impl AsRef<OsStr>) -> Command {
    #[cfg_attr(not(windows), expect(unused_mut))]
    let mut command = command(program);
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(&mut command, 0x0800_0000);
    command
}

/// Asserts that a program would not get a secret.
#[cfg(test)]
pub(crate) fn assert_gets_no_secret(command: &Command) {
    for secret in SECRET_VARIABLES {
        let removed = (secret.as_ref(), None);
        let mut variables = command.get_envs();
        assert!(variables.any(|variable| variable == removed), "{secret}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_inherits_no_secret() {
        assert_gets_no_secret(&command("x"));
    }
}
