//! The commands that need no screen: `token`, `exec`, `status`, `unpair`.
//!
//! They print what was asked to standard output, fail with one sentence and an exit code, never prompt, and end within
//! 5 s of a dead network or keyring.

mod exec;
mod service;
mod status;
mod token;

use std::io::{self, Write};
use std::time::{Duration, SystemTime};

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::app::settings::{Config, ConfigError};
use crate::auth::shown;
use crate::auth::{Rejection, RequestError, Service};
use crate::system::clock;
use crate::tokens::{
    ExternalToken, ExternalTokenError, FreshError, StoreError, TokenSource, Tokens, Unpaired,
    external_token,
};

pub use self::exec::exec;
pub use self::status::status;
pub use self::token::token;

/// How long revoking at the service may take.
const REVOKE: Duration = Duration::from_secs(3);

/// What a command fails with, beside the unexpected.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// There is no pairing.
    #[error("not paired with {0}: run couchpin on the television and pair first")]
    NotPaired(&'static str),
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
    /// The service refused a token that only somebody else can renew.
    #[error("the service refused the token of {0}: it must be renewed there")]
    GivenRefused(TokenSource),
    /// `--refused` without a token.
    #[error("--refused reads the refused access token from standard input, and there was none")]
    NoRefusedToken,
    /// The command of `exec` could not be started.
    #[error("{program} could not be run: {error}")]
    Run {
        /// As it was given.
        program: String,
        /// The system's own words.
        error: io::Error,
    },
}

/// The exit code of an error; those of `exec` are the ones of env(1).
#[must_use]
pub fn exit_code(error: &anyhow::Error) -> u8 {
    let Some(error) = error.downcast_ref() else {
        return 1;
    };
    match error {
        CommandError::Config(_) | CommandError::ExternalToken(_) | CommandError::NoRefusedToken => {
            2
        }
        CommandError::NotPaired(_) | CommandError::GivenRefused(_) => 3,
        CommandError::LeftInKeyring => 4,
        CommandError::Store(error)
        | CommandError::Fresh(
            FreshError::Store(error) | FreshError::NoRoom(error) | FreshError::SaveError(error),
        ) => match error {
            StoreError::NotPaired | StoreError::Damaged { .. } => 3,
            StoreError::Locked { .. } => 4,
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

/// Forgets the pairing here, and ends it at the service where that is possible.
pub fn unpair(
    config: &Config,
    service: Service,
    json: bool,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let (name, tokens) = (service.name(), tokens(config));
    let Unpaired {
        ended: revoked,
        forgotten,
    } = tokens.unpair(
        name,
        None,
        REVOKE,
        |token, limit| service.end(config, limit, token),
        |record, limit| service.refresh(config, limit, &record.token(clock::wall())),
    );
    let forgotten = forgotten.map_err(CommandError::from)?;
    let set_aside = forgotten.set_aside;
    let was_paired = forgotten.file || forgotten.keyring || forgotten.left_in_keyring;
    if json {
        let described = json!({
            "service": service.name(),
            "was_paired": was_paired || set_aside > 0,
            "revoked": revoked,
            "left_in_keyring": forgotten.left_in_keyring,
            "set_aside": set_aside,
        });
        print_json(out, &described)?;
    }
    if forgotten.left_in_keyring {
        return Err(CommandError::LeftInKeyring.into());
    }
    if json {
        return Ok(());
    }
    let sentence = match (was_paired, revoked) {
        (false, _) if set_aside > 0 => format!("{name}: had no pairing that could be read"),
        (false, _) => format!("{name}: was not paired"),
        (true, true) => format!("{name}: forgotten here and ended at the service"),
        (true, false) => format!(
            "{name}: forgotten here; the service may list it until you end it at {}",
            service.apps_page(config)
        ),
    };
    let damaged = match set_aside {
        0 => String::new(),
        1 => "; one damaged record that had been set aside is removed".to_owned(),
        many => format!("; {many} damaged records that had been set aside are removed"),
    };
    // Not ours to forget; one that makes no sense is no token either.
    let kept = match external_token(name, |name| std::env::var_os(name)) {
        Ok(Some(ExternalToken { from, .. })) => {
            format!("; the token of {from} stays, and is still used")
        }
        Ok(None) | Err(_) => String::new(),
    };
    let said = shown::sentence(&format!("{sentence}{damaged}{kept}"));
    writeln!(out, "{said}").context("the result could not be printed")
}

/// The stores of these settings.
#[must_use]
pub fn tokens(config: &Config) -> Tokens {
    Tokens::new(config.state_dir.clone(), config.store)
}

fn time(time: Option<SystemTime>) -> Option<String> {
    time.map(|time| humantime::format_rfc3339_seconds(time).to_string())
}

fn print_json(out: &mut impl Write, value: &Value) -> anyhow::Result<()> {
    serde_json::to_string_pretty(value)
        .map_err(anyhow::Error::from)
        .and_then(|text| Ok(writeln!(out, "{}", shown::json(&text))?))
        .context("the answer could not be printed")
}
