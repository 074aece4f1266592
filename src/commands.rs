//! The commands that need no screen: `token`, `exec`, `status`, `unpair`.
//!
//! They print what was asked to standard output, fail with one sentence and an exit code, never prompt, and end within
//! 5 s of a dead network or keyring.

mod exec;
mod service;
mod token;

use std::io::{self, Write};
use std::time::{Duration, SystemTime};

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::authorization::{Account, Place, Rejection, RequestError};
use crate::cli::Service;
use crate::clock;
use crate::config::{Config, ConfigError};
use crate::tokens::{
    FreshError, Given, GivenError, Giver, KeyringState, Record, Status, StoreError, Tokens, given,
};

pub use self::exec::exec;
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
    Given(#[from] GivenError),
    /// The service refused a token that only somebody else can renew.
    #[error("the service refused the token of {0}: it must be renewed there")]
    GivenRefused(Giver),
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
        CommandError::Config(_) | CommandError::Given(_) | CommandError::NoRefusedToken => 2,
        CommandError::NotPaired(_) | CommandError::GivenRefused(_) => 3,
        CommandError::LeftInKeyring => 4,
        CommandError::Store(error) | CommandError::Fresh(FreshError::Store(error)) => match error {
            StoreError::NotPaired | StoreError::Damaged { .. } => 3,
            StoreError::Locked { .. } => 4,
            _ => 5,
        },
        CommandError::Fresh(error) => match error {
            FreshError::Service(RequestError::Rejected(
                Rejection::NoClientId
                | Rejection::NoClientSecret
                | Rejection::ClientId { .. }
                | Rejection::ClientSecret { .. }
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

/// Tells how things stand with every service, never what a token is.
pub fn status(config: &Config, json: bool, out: &mut impl Write) -> anyhow::Result<()> {
    let tokens = tokens(config);
    let standing = |service: Service| -> Result<_, CommandError> {
        let given = given(service.name(), |name| std::env::var_os(name))?;
        let status = tokens.status(service.name())?;
        Ok((service, given, status))
    };
    let standings: Vec<_> = Service::ALL
        .into_iter()
        .map(standing)
        .collect::<Result<_, _>>()?;
    // The keyring is the same for all; a service that is kept elsewhere does not ask for it.
    let state = standings.iter().map(|(_, _, status)| &status.keyring);
    let (keyring, why) = match state.max_by_key(|state| !matches!(state, KeyringState::Absent(_))) {
        None | Some(KeyringState::Ready) => ("ready", None),
        Some(KeyringState::Locked) => ("locked", None),
        Some(KeyringState::Absent(why)) => ("absent", Some(why.clone())),
    };
    if json {
        let services: Vec<_> = standings
            .iter()
            .map(|(service, given, status)| match given {
                Some(given) => given_json(*service, given, status.left_in_keyring),
                None => stored_json(*service, status),
            })
            .collect();
        let described = json!({
            "services": services,
            "keyring": { "state": keyring, "why": why },
        });
        return print_json(out, &described);
    }
    let print = "the status could not be printed";
    for (service, given, status) in &standings {
        let (name, stored) = (service.name(), stored_sentence(*service, status));
        let sentence = match given {
            None => stored,
            Some(Given { from, .. }) if status.place.is_none() => {
                format!("{name}: uses the token of {from}")
            }
            Some(Given { from, .. }) => format!(
                "{name}: uses the token of {from}, which wins over the stored pairing\n{stored}; not used"
            ),
        };
        writeln!(out, "{sentence}").context(print)?;
    }
    let keyring = why.map_or(keyring.to_owned(), |why| format!("{keyring} ({why})"));
    writeln!(out, "keyring: {keyring}").context(print)
}

fn stored_json(service: Service, status: &Status) -> Value {
    let (store, path, why_not_keyring) = match &status.place {
        None => (Value::Null, None, None),
        Some(Place::Keyring) => ("keyring".into(), None, None),
        Some(Place::File {
            path,
            why_not_keyring,
        }) => ("file".into(), Some(path), why_not_keyring.as_ref()),
        Some(Place::Demo) => ("demo".into(), None, None),
    };
    json!({
        "service": service.name(),
        "paired": status.place.is_some(),
        "refused": status.refused,
        "account": status.account,
        "store": store,
        "path": path,
        "why_not_keyring": why_not_keyring,
        "paired_at": time(status.paired_at),
        "expires_at": time(status.expires_at),
        "left_in_keyring": status.left_in_keyring,
    })
}

fn given_json(service: Service, given: &Given, left_in_keyring: bool) -> Value {
    let (store, path) = match &given.from {
        Giver::Environment(_) => ("environment", None),
        Giver::Credential(path) => ("credential", Some(path)),
    };
    json!({
        "service": service.name(),
        "paired": true,
        "refused": false,
        "account": given.account,
        "store": store,
        "path": path,
        "why_not_keyring": null,
        "paired_at": null,
        "expires_at": time(given.expires_at),
        "left_in_keyring": left_in_keyring,
    })
}

fn stored_sentence(service: Service, status: &Status) -> String {
    let name = service.name();
    let Some(place) = &status.place else {
        let left = if status.left_in_keyring {
            "; a forgotten token is removed from the keyring once it opens"
        } else {
            ""
        };
        return format!("{name}: not paired{left}");
    };
    let account = status
        .account
        .as_ref()
        .map_or(String::new(), |who| format!(" as {}", Account::label(who)));
    let since = time(status.paired_at).map_or(String::new(), |at| format!(" since {at}"));
    let refused = if status.refused {
        "; the service no longer accepts it: pair again"
    } else {
        ""
    };
    format!(
        "{name}: paired{account}{since}, kept in {}{refused}",
        kept(place)
    )
}

/// Forgets the pairing here, and ends it at the service where that is possible.
pub fn unpair(
    config: &Config,
    service: Service,
    json: bool,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let (name, tokens) = (service.name(), tokens(config));
    // A record that cannot be read can still be forgotten.
    let record = tokens.load(name).ok().flatten().map(|stored| stored.record);
    let revoked = record
        .as_ref()
        .is_some_and(|record| revoke(config, service, record));
    let forgotten = tokens.forget(name).map_err(CommandError::from)?;
    let was_paired = forgotten.file || forgotten.keyring || forgotten.left_in_keyring;
    if json {
        let described = json!({
            "service": service.name(),
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
        (false, _) => format!("{name}: was not paired"),
        (true, true) => format!("{name}: forgotten here and ended at the service"),
        (true, false) => format!(
            "{name}: forgotten here; the service may list it until you end it at {}",
            service.apps_page(config)
        ),
    };
    // Not ours to forget; one that makes no sense is no token either.
    let kept = match given(name, |name| std::env::var_os(name)) {
        Ok(Some(Given { from, .. })) => format!("; the token of {from} stays, and is still used"),
        Ok(None) | Err(_) => String::new(),
    };
    writeln!(out, "{sentence}{kept}").context("the result could not be printed")
}

/// Where a person ends this computer's access to Simkl.
#[must_use]
pub fn apps_page(config: &Config) -> String {
    format!("{}settings/connected-apps", config.site_url)
}

/// The stores of these settings.
#[must_use]
pub fn tokens(config: &Config) -> Tokens {
    Tokens::new(config.state_dir.clone(), config.store)
}

/// Asks the service to end the token; whatever goes wrong, the answer is only "no".
fn revoke(config: &Config, service: Service, record: &Record) -> bool {
    let token = record.token(clock::wall());
    service.end(config, REVOKE, &token).unwrap_or_else(|error| {
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
