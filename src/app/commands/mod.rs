//! The commands. Those that need no person (`token`, `exec`, `status`, `unpair`) print what was asked to standard output,
//! fail with one sentence and an exit code, never prompt, and end within 5 s of a dead network or keyring.

pub(super) mod exec;
#[cfg(feature = "tv")]
pub(super) mod need;
pub(super) mod pair;
mod request;
pub(super) mod status;
pub(super) mod token;
pub(super) mod unpair;
pub(super) mod watch;

use std::io::{self, Write};
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::Context as _;
use serde_json::Value;

use super::settings::{Config, ConfigError};
use crate::auth::{Rejection, RequestError, Service, rfc3339, shown};
use crate::engine::hook::Hook;
use crate::tokens::{
    ExternalToken, ExternalTokenError, FreshError, StoreError, TokenSource, Tokens, external_token,
};
use crate::ui::terminal::Failure;

/// What a command fails with, beside the unexpected.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// There is no pairing.
    #[error(
        "not signed in to {}. Run `couchpin pair{}` here, or `couchpin` on the TV.",
        .0.label(),
        .0.arguments("--service ")
    )]
    NotPaired(Service),
    /// Unpaired, but for a copy in a shut keyring.
    #[error(
        "forgotten, but for a copy in the keyring, which is locked: it is never used again, and removed once the keyring opens"
    )]
    LeftInKeyring,
    /// The store does not do what it should.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The settings are wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// There is no token that works.
    #[error(transparent)]
    Fresh(#[from] FreshError),
    /// The environment or a credential has something that is no token.
    #[error(transparent)]
    ExternalToken(#[from] ExternalTokenError),
    /// A token can only be renewed where it came from.
    #[error("the token of {0} is not renewed here: it must be renewed there")]
    ExternalTokenRefused(TokenSource),
    /// `--open` for a service whose own page shows the code.
    #[error("--open needs a code on this screen, and {} has none", .0.label())]
    NoCodeToOpen(Service),
    /// `--refused` without a token.
    #[error("--refused reads the refused access token from standard input, and there was none")]
    NoRefusedToken,
    /// The command of `exec` could not be started.
    #[error("{}", cannot_run(program, error))]
    Run {
        /// As it was given.
        program: String,
        /// The system's own words.
        error: io::Error,
    },
}

fn cannot_run(program: &str, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        format!("command not found: {program}")
    } else {
        format!("{program} could not be run: {error}")
    }
}

/// The exit code of an error; those of `exec` are the ones of env(1).
#[must_use]
pub fn exit_code(error: &anyhow::Error) -> u8 {
    if let Some(failure) = error.downcast_ref::<Failure>() {
        return failure.code;
    }
    let Some(error) = error.downcast_ref() else {
        return 1;
    };
    match error {
        CommandError::Config(_)
        | CommandError::ExternalToken(_)
        | CommandError::NoCodeToOpen(_)
        | CommandError::NoRefusedToken => 2,
        CommandError::NotPaired(_) | CommandError::ExternalTokenRefused(_) => 3,
        CommandError::LeftInKeyring => 4,
        CommandError::Store(error)
        | CommandError::Fresh(
            FreshError::Store(error) | FreshError::NoRoom(error) | FreshError::SaveError(error),
        ) => match error {
            StoreError::NotPaired | StoreError::Damaged(_) => 3,
            StoreError::Locked(_) => 4,
            _ => 5,
        },
        CommandError::Fresh(error) => match error {
            FreshError::Service(RequestError::Rejected(
                Rejection::NoClientId
                | Rejection::NoClientSecret
                | Rejection::ClientId { .. }
                | Rejection::ClientBlocked { .. }
                | Rejection::ClientSecret { .. }
                | Rejection::SecretWanted { .. }
                | Rejection::Metadata { .. }
                | Rejection::Redirect { .. }
                | Rejection::Moved { .. },
            )) => 2,
            FreshError::Refused | FreshError::CannotRefresh => 3,
            FreshError::Service(RequestError::Transient { .. }) | FreshError::Busy => 6,
            _ => 1,
        },
        CommandError::Run { error, .. } if error.kind() == io::ErrorKind::NotFound => 127,
        CommandError::Run { .. } => 126,
    }
}

/// The stores of these settings. What is changed through them starts the settings' own programs.
#[must_use]
pub fn tokens(config: &Config) -> Tokens {
    tokens_telling(config, hook(config))
}

/// Every service, each followed by the household's further accounts that are signed in.
pub(super) fn services(config: &Config) -> Vec<Service> {
    let tokens = tokens(config);
    let with_accounts = |service: Service| {
        let accounts = tokens.accounts(service.name()).into_iter();
        let accounts = accounts.filter_map(move |account| service.with_account(&account));
        [service].into_iter().chain(accounts)
    };
    config.services().flat_map(with_accounts).collect()
}

fn hook(config: &Config) -> Hook {
    if std::env::var_os("COUCHPIN_CHANGE").is_some() {
        // This is what a hook runs: what it changes starts no other.
        return Hook::default();
    }
    Hook::new(config.on_change.clone(), config.on_paired.clone())
}

fn tokens_telling(config: &Config, hook: Hook) -> Tokens {
    Tokens::new(config.state_dir.clone(), config.store).telling(Arc::new(hook))
}

fn time(time: Option<SystemTime>) -> Option<String> {
    time.map(rfc3339)
}

/// The token of a service that is not couchpin's own.
fn given_token(service: Service) -> Result<Option<ExternalToken>, ExternalTokenError> {
    external_token(service.name(), |name| std::env::var_os(name))
}

/// What is said where a pipe is closed, for example.
const NOT_PRINTED: &str = "the answer could not be printed";

fn print_json(out: &mut impl Write, value: &Value) -> anyhow::Result<()> {
    let text = shown::json(&format!("{value:#}"));
    writeln!(out, "{text}").context(NOT_PRINTED)
}
