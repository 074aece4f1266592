//! Other programs that couchpin starts: none inherits the secrets that stand in couchpin's environment.

use std::ffi::{OsStr, OsString};
use std::io;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::auth::{Secret, is_secret_variable};

/// The secrets of the usual service. They are taken away also where they are not set now.
const SIMKLS: [&str; 2] = [
    "COUCHPIN_SIMKL_ACCESS_TOKEN",
    "COUCHPIN_SIMKL_CLIENT_SECRET",
];
/// How long a program may take that tells a secret.
const TELLING: Duration = Duration::from_secs(4);

/// A program to be started. All are started through this (clippy.toml sees to that), so what is secret here stays here.
#[expect(clippy::disallowed_methods, reason = "this is what replaces it")]
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    let names = std::env::vars_os().map(|(name, _)| name);
    let set = names.filter(|name| name.to_str().is_some_and(is_secret_variable));
    for secret in set.chain(SIMKLS.map(OsString::from)) {
        command.env_remove(secret);
    }
    command
}

/// What a program prints first: a secret, which is therefore never in a message. One that takes too long is not waited for.
pub(crate) fn first_line(words: &[String]) -> io::Result<Secret> {
    let (program, arguments) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
    let mut command = background(program);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    let (tell, told) = mpsc::sync_channel(1);
    // It fails where it took too long.
    thread::spawn(move || drop(tell.send(command.output())));
    let told = told
        .recv_timeout(TELLING)
        .map_err(|_| io::ErrorKind::TimedOut)??;
    if !told.status.success() {
        return Err(io::Error::other(format!("it ended with {}", told.status)));
    }
    let line = told
        .stdout
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let line = str::from_utf8(line.trim_ascii()).unwrap_or_default();
    let is_good = !line.is_empty() && line.bytes().all(|b| b.is_ascii_graphic());
    let secret = || Secret::new(line);
    is_good
        .then(secret)
        .ok_or_else(|| io::Error::other("it printed no secret"))
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
    for secret in SIMKLS {
        let removed = (secret.as_ref(), None);
        let mut variables = command.get_envs();
        assert!(variables.any(|variable| variable == removed), "{secret}");
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn told(script: &str) -> io::Result<String> {
        let words = ["sh", "-c", script].map(str::to_owned);
        first_line(&words).map(|secret| secret.expose().to_owned())
    }

    #[test]
    fn a_program_inherits_no_secret() {
        assert_gets_no_secret(&command("x"));
    }

    #[test]
    fn the_first_line_of_a_program_is_the_secret_and_nothing_else_is() {
        assert_eq!(told("echo canary; echo more").unwrap(), "canary");
        for script in ["", "echo", "echo two words", "echo canary; exit 3"] {
            let error = told(script).unwrap_err();
            assert!(!format!("{error:?}").contains("canary"), "{script}");
        }
        assert!(first_line(&["/nowhere/program".to_owned()]).is_err());
        assert!(first_line(&[]).is_err());
    }
}
