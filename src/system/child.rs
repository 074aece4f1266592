//! Other programs that couchpin starts: none inherits the secrets that stand in couchpin's environment.

use std::ffi::{OsStr, OsString};
use std::fs::Metadata;
use std::io::{self, BufRead as _, Read as _};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::clock;
use crate::auth::{Secret, is_secret_variable};

/// The secrets of the usual service. They are taken away also where they are not set now.
const SIMKLS: [&str; 2] = [
    "COUCHPIN_SIMKL_ACCESS_TOKEN",
    "COUCHPIN_SIMKL_CLIENT_SECRET",
];
/// How long a program may take that tells a secret.
const TELLING: Duration = Duration::from_secs(3);
/// How often its end is looked for.
const LOOK: Duration = Duration::from_millis(5);
/// Longer than any secret.
const LONGEST: u64 = 16 * 1024;

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

/// What a program prints first: a secret, which is therefore never in a message. It is ended if it takes too long, and what it
/// started in the background is not waited for.
pub(crate) fn first_line(words: &[String]) -> io::Result<Secret> {
    let (program, arguments) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
    let (out, stdout) = io::pipe()?;
    let mut child = detached(program).args(arguments).stdout(stdout).spawn()?;
    let (tell, told) = mpsc::sync_channel(1);
    thread::spawn(move || {
        let (mut out, mut line) = (io::BufReader::new(out), String::new());
        let read = out.by_ref().take(LONGEST).read_line(&mut line);
        // It fails where it took too long.
        drop(tell.send(read.map(|_| Secret::new(line.trim()))));
        // One that goes on writing would end by SIGPIPE, and look as if it had failed.
        io::copy(&mut out, &mut io::sink())
    });
    let Some(status) = end_within(&mut child, TELLING, LOOK)? else {
        kill(&mut child)?;
        return Err(io::ErrorKind::TimedOut.into());
    };
    if !status.success() {
        return Err(io::Error::other(format!("it ended with {status}")));
    }
    let line = told
        .recv_timeout(TELLING)
        .map_err(|_| io::ErrorKind::TimedOut)??;
    let is_good = !line.expose().is_empty() && line.expose().bytes().all(|b| b.is_ascii_graphic());
    is_good
        .then_some(line)
        .ok_or_else(|| io::Error::other("it printed no secret"))
}

/// Ends a program that leads a group, with all that it started there.
fn kill(child: &mut Child) -> io::Result<()> {
    #[cfg(unix)]
    rustix::process::kill_process_group(
        rustix::process::Pid::from_child(child),
        rustix::process::Signal::KILL,
    )?;
    child.kill()?;
    child.wait().map(drop)
}

/// How a program ended; `None` if it goes on for longer than the limit. It is looked for again and again: there is no
/// portable way to wait with a bound.
pub(crate) fn end_within(
    child: &mut Child,
    limit: Duration,
    look_every: Duration,
) -> io::Result<Option<ExitStatus>> {
    let end = clock::now() + limit;
    loop {
        match child.try_wait()? {
            None if clock::now() < end => thread::sleep(look_every),
            ended => return Ok(ended),
        }
    }
}

/// A program in the background, in a group of its own, so that Ctrl-C at couchpin does not end it.
pub(crate) fn detached(program: impl AsRef<OsStr>) -> Command {
    #[cfg_attr(not(unix), expect(unused_mut))]
    let mut command = background(program);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

/// A program that works for couchpin and is not seen: it has no terminal, and nothing to read or to write to unless that is
/// given. On Windows one for the console would open a window of its own over the television (`CREATE_NO_WINDOW`).
pub(crate) fn background(program: impl AsRef<OsStr>) -> Command {
    let mut command = command(program);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(&mut command, 0x0800_0000);
    command
}

/// The first executable file of this name in the folders of a `PATH`.
pub(crate) fn find(path: &OsStr, name: &str) -> Option<PathBuf> {
    #[cfg(unix)]
    let is_executable = |about: &Metadata| {
        std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o111 != 0
    };
    #[cfg(not(unix))]
    let is_executable = |_: &Metadata| true;
    let mut files = std::env::split_paths(path).map(|folder| folder.join(name));
    files.find(|file| {
        file.metadata()
            .is_ok_and(|about| about.is_file() && is_executable(&about))
    })
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
        let more = "echo canary; sleep .1; echo more; echo more";
        assert_eq!(told(more).unwrap(), "canary");
        assert_eq!(told("sleep 30 & echo canary").unwrap(), "canary");
        let hung = told("sleep 30").unwrap_err();
        assert_eq!(hung.kind(), io::ErrorKind::TimedOut);
        for script in ["", "echo", "echo two words", "echo canary; exit 3"] {
            let error = told(script).unwrap_err();
            assert!(!format!("{error:?}").contains("canary"), "{script}");
        }
        assert!(first_line(&["/nowhere/program".to_owned()]).is_err());
        assert!(first_line(&[]).is_err());
    }

    #[test]
    fn what_is_no_program_is_passed_over() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let [early, late] = ["early", "late"].map(|name| folder.path().join(name));
        std::fs::create_dir_all(early.join("folder")).unwrap();
        std::fs::create_dir(&late).unwrap();
        for (file, mode) in [(early.join("play"), 0o644), (late.join("play"), 0o755)] {
            std::fs::write(&file, "").unwrap();
            std::fs::set_permissions(&file, PermissionsExt::from_mode(mode)).unwrap();
        }
        let path = std::env::join_paths([&early, &late]).unwrap();
        assert_eq!(find(&path, "play"), Some(late.join("play")));
        assert_eq!(find(&path, "folder"), None);
    }
}
