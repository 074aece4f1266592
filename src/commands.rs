//! The commands that need no screen: `token`, `status`, `unpair`.
//!
//! They print what was asked to standard output, fail with one sentence and an exit code, never prompt, and end within
//! 5 s of a dead network or keyring.

use std::io::Write;
use std::time::{Duration, SystemTime};

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::authorization::{Account, Place};
use crate::clock;
use crate::config::{Config, ConfigError};
use crate::engine::SIMKL;
use crate::services::simkl::Simkl;
use crate::tokens::{KeyringState, Record, StoreError, Tokens};

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
}

/// The exit code of an error.
#[must_use]
pub fn exit_code(error: &anyhow::Error) -> u8 {
    match error.downcast_ref() {
        Some(CommandError::Config(_)) => 2,
        Some(
            CommandError::NotPaired(_)
            | CommandError::Store(StoreError::NotPaired | StoreError::Damaged { .. }),
        ) => 3,
        Some(CommandError::LeftInKeyring | CommandError::Store(StoreError::Locked { .. })) => 4,
        Some(CommandError::Store(_)) => 5,
        None => 1,
    }
}

/// Prints the access token and a newline, or a JSON object.
pub fn token(config: &Config, json: bool, out: &mut impl Write) -> anyhow::Result<()> {
    let record = stored(&tokens(config))?.ok_or(CommandError::NotPaired(SIMKL))?;
    if json {
        let described = json!({
            "service": record.service,
            "access_token": record.access_token.expose(),
            "token_type": "bearer",
            "expires_at": time(record.expires_at),
            "scope": record.scope,
            "client_id": record.client_id,
            "account": record.account,
        });
        return print_json(out, &described);
    }
    writeln!(out, "{}", record.access_token.expose()).context("the token could not be printed")
}

/// Tells how things stand, never what the token is.
pub fn status(config: &Config, json: bool, out: &mut impl Write) -> anyhow::Result<()> {
    let status = tokens(config).status(SIMKL).map_err(CommandError::from)?;
    let (keyring, why) = match &status.keyring {
        KeyringState::Ready => ("ready", None),
        KeyringState::Locked => ("locked", None),
        KeyringState::Absent(why) => ("absent", Some(why.clone())),
    };
    if json {
        let (store, path, why_not_keyring) = match &status.place {
            None => (Value::Null, None, None),
            Some(Place::Keyring) => ("keyring".into(), None, None),
            Some(Place::File {
                path,
                why_not_keyring,
            }) => ("file".into(), Some(path), why_not_keyring.as_ref()),
            Some(Place::Demo) => ("demo".into(), None, None),
        };
        let described = json!({
            "services": [{
                "service": SIMKL,
                "paired": status.place.is_some(),
                "account": status.account,
                "store": store,
                "path": path,
                "why_not_keyring": why_not_keyring,
                "paired_at": time(status.paired_at),
                "expires_at": time(status.expires_at),
                "left_in_keyring": status.left_in_keyring,
            }],
            "keyring": { "state": keyring, "why": why },
        });
        return print_json(out, &described);
    }
    let sentence = match &status.place {
        None if status.left_in_keyring => {
            format!(
                "{SIMKL}: not paired; a forgotten token is removed from the keyring once it opens"
            )
        }
        None => format!("{SIMKL}: not paired"),
        Some(place) => {
            let account = status
                .account
                .as_ref()
                .map_or(String::new(), |who| format!(" as {}", Account::label(who)));
            let since = time(status.paired_at).map_or(String::new(), |at| format!(" since {at}"));
            format!("{SIMKL}: paired{account}{since}, kept in {}", kept(place))
        }
    };
    let keyring = why.map_or(keyring.to_owned(), |why| format!("{keyring} ({why})"));
    writeln!(out, "{sentence}\nkeyring: {keyring}").context("the status could not be printed")
}

/// Forgets the pairing here, and ends it at the service where that is possible.
pub fn unpair(config: &Config, json: bool, out: &mut impl Write) -> anyhow::Result<()> {
    let tokens = tokens(config);
    // A record that cannot be read can still be forgotten.
    let record = stored(&tokens).ok().flatten();
    let revoked = record.as_ref().is_some_and(|record| revoke(config, record));
    let forgotten = tokens.forget(SIMKL).map_err(CommandError::from)?;
    let was_paired = forgotten.file || forgotten.keyring || forgotten.left_in_keyring;
    if json {
        let described = json!({
            "service": SIMKL,
            "was_paired": was_paired,
            "revoked": revoked,
            "left_in_keyring": forgotten.left_in_keyring,
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
        (false, _) => format!("{SIMKL}: was not paired"),
        (true, true) => format!("{SIMKL}: forgotten here and ended at the service"),
        (true, false) => format!(
            "{SIMKL}: forgotten here; the service may list it until you end it at {}",
            apps_page(config)
        ),
    };
    writeln!(out, "{sentence}").context("the result could not be printed")
}

/// Where a person ends this computer's access.
#[must_use]
pub fn apps_page(config: &Config) -> String {
    format!("{}settings/connected-apps", config.site_url)
}

/// The stores of these settings.
#[must_use]
pub fn tokens(config: &Config) -> Tokens {
    Tokens::new(config.state_dir.clone(), config.store)
}

fn stored(tokens: &Tokens) -> Result<Option<Record>, CommandError> {
    Ok(tokens.load(SIMKL)?.map(|stored| stored.record))
}

/// Asks the service to end the token; whatever goes wrong, the answer is only "no".
fn revoke(config: &Config, record: &Record) -> bool {
    let attempt = || -> anyhow::Result<bool> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let simkl = Simkl::new(config.simkl())?;
        let token = record.token(clock::wall());
        let revoked =
            runtime.block_on(async { tokio::time::timeout(REVOKE, simkl.revoke(&token)).await });
        // A stuck look-up of a name must not keep the command.
        runtime.shutdown_background();
        Ok(revoked??)
    };
    attempt().unwrap_or_else(|error| {
        tracing::debug!(%error, "not revoked");
        false
    })
}

fn kept(place: &Place) -> String {
    match place {
        Place::Keyring => "the keyring".to_owned(),
        Place::File {
            path,
            why_not_keyring: None,
        } => path.display().to_string(),
        Place::File {
            path,
            why_not_keyring: Some(why),
        } => format!("{} ({why})", path.display()),
        Place::Demo => "a demo's folder".to_owned(),
    }
}

fn time(time: Option<SystemTime>) -> Option<String> {
    time.map(|time| humantime::format_rfc3339_seconds(time).to_string())
}

fn print_json(out: &mut impl Write, value: &Value) -> anyhow::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)
        .map_err(anyhow::Error::from)
        .and_then(|()| writeln!(out).map_err(anyhow::Error::from))
        .context("the answer could not be printed")
}
