//! The hook: a program of the person's own that runs once after each change of a pairing, for example to restart a
//! scrobbler.
//!
//! It is started without a shell and never sees the token: not in its arguments, not in its environment. What it does
//! cannot harm the pairing or the screen: it has a thread of its own, no terminal, and a group of its own, so that
//! Ctrl-C at couchpin does not end it. A failure is one line in the log.

use std::process::Command;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::sync::watch;

use crate::auth::service_and_account;
use crate::system::child;
use crate::tokens::{Change, ChangeListener};

/// How long it is waited for. It may go on for longer, unwatched.
const WATCH_LIMIT: Duration = Duration::from_secs(30);
/// How often its end is looked for.
const LOOK: Duration = Duration::from_millis(50);

/// What runs after a change; by default nothing. Clones are the same hook.
#[derive(Clone, Debug, Default)]
pub struct Hook {
    on_change: Arc<[String]>,
    on_paired: Arc<[String]>,
    /// Has a receiver for each program that runs and is still watched.
    running: Arc<watch::Sender<()>>,
}

impl Hook {
    /// A program and its arguments after each change, and one after a pairing; nothing, where there is no word.
    #[must_use]
    pub fn new(on_change: Vec<String>, on_paired: Vec<String>) -> Self {
        Self {
            on_change: on_change.into(),
            on_paired: on_paired.into(),
            running: Arc::default(),
        }
    }

    fn start(&self, name: &'static str, words: &[String], service: &str, change: Change) {
        let Some(mut command) = command(words, service, change) else {
            return;
        };
        let mut child = match command.spawn() {
            Ok(child) => child,
            Err(error) => return tracing::warn!(%error, "{name} could not be started"),
        };
        let running = self.running.subscribe();
        let thread = thread::Builder::new().name("hook".to_owned());
        let started = thread.spawn(move || {
            match child::end_within(&mut child, WATCH_LIMIT, LOOK) {
                Ok(Some(status)) if status.success() => tracing::debug!("{name} has run"),
                Ok(Some(status)) => tracing::warn!("{name} failed: {status}"),
                Ok(None) => tracing::warn!("{name} takes long, and is left to itself"),
                Err(error) => tracing::warn!(%error, "{name} could not be watched"),
            }
            drop(running);
        });
        if let Err(error) = started {
            tracing::warn!(%error, "{name} could not be watched");
        }
    }

    /// Whether it runs and is still watched.
    #[must_use]
    pub fn is_running(&self) -> bool {
        !self.running.is_closed()
    }

    /// Waits until it has ended or is not waited for any longer; at once, if it does not run.
    pub async fn ended(&self) {
        self.running.closed().await;
    }
}

impl ChangeListener for Hook {
    /// Starts what is to run after this change. Returns as soon as it is started.
    fn changed(&self, service: &str, change: Change) {
        self.start("on_change", &self.on_change, service, change);
        if change == Change::Paired {
            self.start("on_paired", &self.on_paired, service, change);
        }
    }
}

fn command(words: &[String], service: &str, change: Change) -> Option<Command> {
    let (program, arguments) = words.split_first()?;
    let (name, account) = service_and_account(service);
    let mut command = child::detached(program);
    command
        .args(arguments)
        .env("COUCHPIN_SERVICE", name)
        .env("COUCHPIN_ACCOUNT", account.unwrap_or_default())
        .env("COUCHPIN_CHANGE", change.word());
    Some(command)
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    fn run(words: &[&str]) {
        let words: Vec<_> = words.iter().copied().map(str::to_owned).collect();
        let hook = Hook::new(words, Vec::new());
        hook.changed("simkl", Change::Refused);
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
            "echo \"$COUCHPIN_SERVICE $COUCHPIN_CHANGE\" >> \"$1\"",
            "sh",
            file,
        ]);
        assert_eq!(std::fs::read_to_string(file).unwrap(), "simkl refused\n");
    }

    #[test]
    fn a_token_in_the_environment_stays_with_couchpin() {
        let command = command(&["x".to_owned()], "simkl", Change::Paired).unwrap();
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
