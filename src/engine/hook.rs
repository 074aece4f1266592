//! The hook: a program of the person's own that runs once after each pairing, for example to restart a scrobbler.
//!
//! It is started without a shell and never sees the token: not in its arguments, not in its environment. What it does
//! cannot harm the pairing or the screen: it has a thread of its own, no terminal, and a group of its own, so that
//! Ctrl-C at couchpin does not end it. A failure is one line in the log.

use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::sync::watch;

use crate::system::{child, clock};

/// How long it is waited for. It may go on for longer, unwatched.
const WATCH_LIMIT: Duration = Duration::from_secs(30);
/// How often its end is looked for: there is no portable way to wait with a bound.
const LOOK: Duration = Duration::from_millis(50);

/// What runs after a pairing; by default nothing. Clones are the same hook.
#[derive(Clone, Default)]
pub struct Hook {
    words: Arc<[String]>,
    running: Arc<watch::Sender<bool>>,
}

impl Hook {
    /// A program and its arguments; nothing, if there is no word.
    #[must_use]
    pub fn new(words: Vec<String>) -> Self {
        Self {
            words: words.into(),
            running: Arc::default(),
        }
    }

    /// Starts it, once. Returns at once.
    pub fn run(&self, service: &'static str) {
        if self.words.is_empty() {
            return;
        }
        let hook = self.clone();
        self.running.send_replace(true);
        let thread = thread::Builder::new().name("hook".to_owned());
        let started = thread.spawn(move || {
            hook.watch(service);
            hook.running.send_replace(false);
        });
        if let Err(error) = started {
            self.running.send_replace(false);
            tracing::warn!(%error, "on_paired could not be started");
        }
    }

    /// Whether it runs and is still watched.
    #[must_use]
    pub fn is_running(&self) -> bool {
        *self.running.borrow()
    }

    /// Waits until it has ended or is not waited for any longer; at once, if it does not run.
    pub async fn ended(&self) {
        let mut running = self.running.subscribe();
        // It fails without a sender, and this hook has one.
        let _ = running.wait_for(|running| !running).await;
    }

    fn watch(&self, service: &str) {
        let Some(mut command) = self.command(service) else {
            return;
        };
        match command.spawn() {
            Err(error) => tracing::warn!(%error, "on_paired could not be started"),
            Ok(mut child) => match end_of(&mut child) {
                Ok(Some(status)) if status.success() => tracing::debug!("on_paired has run"),
                Ok(Some(status)) => tracing::warn!("on_paired failed: {status}"),
                Ok(None) => tracing::warn!("on_paired takes long, and is left to itself"),
                Err(error) => tracing::warn!(%error, "on_paired could not be watched"),
            },
        }
    }

    fn command(&self, service: &str) -> Option<Command> {
        let (program, arguments) = self.words.split_first()?;
        let mut command = child::background(program);
        command
            .args(arguments)
            .env("COUCHPIN_SERVICE", service)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        Some(command)
    }
}

fn end_of(child: &mut Child) -> std::io::Result<Option<ExitStatus>> {
    let end = clock::now() + WATCH_LIMIT;
    loop {
        match child.try_wait()? {
            None if clock::now() < end => thread::sleep(LOOK),
            ended => return Ok(ended),
        }
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    fn run(words: &[&str]) {
        let hook = Hook::new(words.iter().copied().map(str::to_owned).collect());
        hook.run("simkl");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            tokio::time::timeout(Duration::from_secs(20), hook.ended())
                .await
                .expect("it ends");
        });
    }

    #[test]
    fn it_runs_without_a_shell_and_knows_the_service() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a name; with $blanks");
        let file = file.to_str().unwrap();
        run(&[
            "sh",
            "-c",
            "echo \"$COUCHPIN_SERVICE\" >> \"$1\"",
            "sh",
            file,
        ]);
        assert_eq!(std::fs::read_to_string(file).unwrap(), "simkl\n");
    }

    #[test]
    fn a_token_in_the_environment_stays_with_couchpin() {
        let command = Hook::new(vec!["x".to_owned()]).command("simkl").unwrap();
        child::assert_gets_no_secret(&command);
    }

    #[test]
    fn one_that_fails_or_is_not_there_or_is_nothing_does_no_harm() {
        run(&["false"]);
        run(&["/nowhere/hook", "--flag"]);
        run(&[""]);
        run(&[]);
    }
}
