//! `status`: how things stand with every service, as sentences or as JSON; never a token.

use std::io::Write;
use std::panic::resume_unwind;
use std::thread;

use anyhow::Context as _;
use serde_json::{Value, json};

use super::{CommandError, print_json, time, tokens};
use crate::app::settings::Config;
use crate::auth::shown;
use crate::auth::{Account, OLD_SIMKL_ENDS, Service, StoreLocation};
use crate::tokens::{ExternalToken, KeyringState, Status, StoreError, TokenSource, external_token};

/// Tells how things stand with every service, never what a token is.
pub fn status(config: &Config, json: bool, out: &mut impl Write) -> anyhow::Result<()> {
    let tokens = tokens(config);
    let standing = &|service: Service| -> Result<_, CommandError> {
        let given = external_token(service.name(), |name| std::env::var_os(name))?;
        Ok((service, given, tokens.status(service.name())))
    };
    // At the same time: a keyring that does not answer takes two seconds of each.
    let standings = thread::scope(|scope| {
        let asked = Service::ALL.map(|service| scope.spawn(move || standing(service)));
        let told = asked.map(|one| one.join().unwrap_or_else(|panic| resume_unwind(panic)));
        told.into_iter().collect::<Result<Vec<_>, _>>()
    })?;
    // The keyring is the same for all; a service that is kept elsewhere does not ask for it.
    let known = standings
        .iter()
        .filter_map(|(_, _, status)| status.as_ref().ok());
    let state = known.map(|status| &status.keyring);
    let tells = |state: &&KeyringState| match state {
        KeyringState::Ready | KeyringState::Locked => 2,
        KeyringState::Absent(_) => 1,
        KeyringState::NotUsed => 0,
    };
    let (keyring, why) = match state.max_by_key(tells) {
        None | Some(KeyringState::Ready) => ("ready", None),
        Some(KeyringState::Locked) => ("locked", None),
        Some(KeyringState::Absent(why)) => ("absent", Some(why.to_string())),
        Some(KeyringState::NotUsed) => ("absent", Some("it is not used".to_owned())),
    };
    if json {
        let services: Vec<_> = standings
            .iter()
            .map(|(service, given, status)| match (given, status) {
                (Some(given), status) => {
                    let left = status.as_ref().is_ok_and(|status| status.left_in_keyring);
                    given_json(*service, given, left)
                }
                (None, Ok(status)) => stored_json(*service, status),
                (None, Err(error)) => unusable_json(*service, error),
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
        let name = service.name();
        let stored = match status {
            Ok(status) => stored_sentence(*service, status),
            Err(error) => format!("{name}: not usable: {error}"),
        };
        let sentences = match given {
            None => vec![stored],
            Some(ExternalToken { from, .. })
                if status.as_ref().is_ok_and(|s| s.place.is_none()) =>
            {
                vec![format!("{name}: uses the token of {from}")]
            }
            Some(ExternalToken { from, .. }) => vec![
                format!("{name}: uses the token of {from}, which wins over the stored pairing"),
                format!("{stored}; not used"),
            ],
        };
        for sentence in sentences {
            writeln!(out, "{}", shown::sentence(&sentence)).context(print)?;
        }
    }
    let keyring = why.map_or(keyring.to_owned(), |why| format!("{keyring} ({why})"));
    writeln!(out, "keyring: {}", shown::sentence(&keyring)).context(print)
}

fn stored_json(service: Service, status: &Status) -> Value {
    let (store, path, why_not_keyring) = match &status.place {
        None => (Value::Null, None, None),
        Some(StoreLocation::Keyring) => ("keyring".into(), None, None),
        Some(StoreLocation::File {
            path,
            why_not_keyring,
        }) => (
            "file".into(),
            Some(path),
            why_not_keyring.map(|why| why.to_string()),
        ),
        Some(StoreLocation::Demo) => ("demo".into(), None, None),
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
        "ends_about": ends_about(service, status),
        "left_in_keyring": status.left_in_keyring,
        "error": null,
    })
}

/// A record is there, and `token` fails with this.
fn unusable_json(service: Service, error: &StoreError) -> Value {
    json!({
        "service": service.name(),
        "paired": false,
        "refused": false,
        "account": null,
        "store": null,
        "path": null,
        "why_not_keyring": null,
        "paired_at": null,
        "expires_at": null,
        "ends_about": null,
        "left_in_keyring": false,
        "error": error.to_string(),
    })
}

fn given_json(service: Service, given: &ExternalToken, left_in_keyring: bool) -> Value {
    let (store, path) = match &given.from {
        TokenSource::Environment(_) => ("environment", None),
        TokenSource::Credential(path) => ("credential", Some(path)),
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
        "ends_about": null,
        "left_in_keyring": left_in_keyring,
        "error": null,
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
        .and_then(Account::label)
        .map_or(String::new(), |name| format!(" as {name}"));
    let since = time(status.paired_at).map_or(String::new(), |at| format!(" since {at}"));
    let refused = if status.refused {
        "; the service no longer accepts it: pair again"
    } else {
        ""
    };
    let ends = ends_about(service, status).map(|_| format!("; {OLD_SIMKL_ENDS}"));
    let ends = ends.unwrap_or_default();
    format!(
        "{name}: paired{account}{since}, kept in {}{refused}{ends}",
        kept(place)
    )
}

/// When the service ends sign-ins of this kind, if something is paired.
fn ends_about(service: Service, status: &Status) -> Option<&'static str> {
    status.place.as_ref()?;
    service.ends_about(status.refreshable)
}

fn kept(place: &StoreLocation) -> String {
    match place {
        StoreLocation::Keyring => "the keyring".to_owned(),
        StoreLocation::File {
            path,
            why_not_keyring: None,
        } => path.display().to_string(),
        StoreLocation::File {
            path,
            why_not_keyring: Some(why),
        } => format!("{} ({why})", path.display()),
        StoreLocation::Demo => "a demo's folder".to_owned(),
    }
}
