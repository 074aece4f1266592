//! `status`: how things stand with every service, as sentences or as JSON; never a token.

use std::io::Write;
use std::panic::resume_unwind;
use std::thread;

use anyhow::Context as _;
use serde_json::{Value, json};

use super::{CommandError, NOT_PRINTED, given_token, print_json, services, time, tokens};
use crate::app::settings::Config;
use crate::auth::{Account, KeyringTrouble, OLD_SIMKL_ENDS, Service, StoreLocation, shown};
use crate::tokens::{ExternalToken, Status, StoreError, TokenSource};

/// How things stand with one service.
struct ServiceStatus {
    service: Service,
    /// The token from outside, which wins over the stored one.
    given: Option<ExternalToken>,
    stored: Result<Status, StoreError>,
}

pub(in crate::app) fn status(
    config: &Config,
    json: bool,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let tokens = tokens(config);
    let status_of = &|service: Service| -> Result<_, CommandError> {
        Ok(ServiceStatus {
            service,
            given: given_token(service)?,
            stored: tokens.status(service.name()),
        })
    };
    let services = services(config);
    // At the same time: a keyring that does not answer takes two seconds of each.
    let services = thread::scope(|scope| {
        let asked = services.into_iter();
        let asked = asked.map(|service| scope.spawn(move || status_of(service)));
        // All are begun before the first is waited for.
        let asked: Vec<_> = asked.collect();
        let told = asked.into_iter();
        let told = told.map(|one| one.join().unwrap_or_else(|panic| resume_unwind(panic)));
        told.collect::<Result<Vec<_>, _>>()
    })?;
    let (keyring, why) = keyring(&services);
    if json {
        let services = services.iter().map(ServiceStatus::report);
        let services = services
            .collect::<Result<Vec<_>, _>>()
            .context(NOT_PRINTED)?;
        let keyring = json!({ "state": keyring, "why": why });
        return print_json(out, &json!({ "services": services, "keyring": keyring }));
    }
    let keyring = why.map_or(keyring.to_owned(), |why| format!("{keyring} ({why})"));
    let sentences = services.iter().flat_map(ServiceStatus::sentences);
    for sentence in sentences.chain([format!("keyring: {keyring}")]) {
        let sentence = shown::sentence(&sentence);
        writeln!(out, "{sentence}").context("the status could not be printed")?;
    }
    Ok(())
}

/// The state of the keyring, and why it is absent. It is the same for all services; one that is kept elsewhere does not
/// ask for it.
fn keyring(services: &[ServiceStatus]) -> (&'static str, Option<String>) {
    let known = services.iter().filter_map(|one| one.stored.as_ref().ok());
    let certainty = |state: &Option<Result<(), KeyringTrouble>>| match state {
        Some(Ok(()) | Err(KeyringTrouble::Locked | KeyringTrouble::Silent)) => 2,
        Some(Err(_)) => 1,
        None => 0,
    };
    match known.map(|status| status.keyring).max_by_key(certainty) {
        None | Some(Some(Ok(()))) => ("ready", None),
        Some(Some(Err(KeyringTrouble::Locked | KeyringTrouble::Silent))) => ("locked", None),
        Some(Some(Err(why))) => ("absent", Some(why.to_string())),
        Some(None) => ("absent", Some("not used".to_owned())),
    }
}

impl ServiceStatus {
    /// As JSON.
    fn report(&self) -> serde_json::Result<Value> {
        let (given, unknown) = (self.given.as_ref(), Status::default());
        let (status, error) = match (given, &self.stored) {
            (None, Ok(status)) => (status, None),
            // A record is there, and `token` fails with this.
            (None, Err(error)) => (&unknown, Some(error.to_string())),
            (Some(_), _) => (&unknown, None),
        };
        let (store, path, why_not_keyring) = match (given.map(|it| &it.from), &status.place) {
            (Some(TokenSource::Environment(_)), _) => (Some("environment"), None, None),
            (Some(TokenSource::Credential(path)), _) => (Some("credential"), Some(path), None),
            (None, None) => (None, None, None),
            (None, Some(StoreLocation::Keyring)) => (Some("keyring"), None, None),
            (
                None,
                Some(StoreLocation::File {
                    path,
                    why_not_keyring,
                }),
            ) => (Some("file"), Some(path), *why_not_keyring),
            (None, Some(StoreLocation::Demo)) => (Some("demo"), None, None),
        };
        Ok(json!({
            "service": self.service.base(),
            "household_account": self.service.account(),
            "paired": store.is_some(),
            "refused": status.refused,
            "account": given.map_or(&status.account, |it| &it.record.account),
            "store": store,
            // Its name may be no text.
            "path": serde_json::to_value(path)?,
            "why_not_keyring": why_not_keyring.map(|why| why.to_string()),
            "paired_at": time(status.paired_at),
            "expires_at": time(given.map_or(status.expires_at, |it| it.record.expires_at)),
            "ends_about": self.ends_about(status),
            "left_in_keyring": self.stored.as_ref().is_ok_and(|it| it.left_in_keyring),
            "error": error,
        }))
    }

    fn sentences(&self) -> Vec<String> {
        let name = self.service.name();
        let stored = match &self.stored {
            Ok(status) => self.stored_sentence(status),
            Err(error) => format!("{name}: not usable: {error}"),
        };
        let is_unpaired = matches!(&self.stored, Ok(status) if status.place.is_none());
        match &self.given {
            None => vec![stored],
            Some(given) if is_unpaired => vec![format!("{name}: uses the token of {}", given.from)],
            Some(given) => vec![
                format!(
                    "{name}: uses the token of {}, which is used instead of the stored one",
                    given.from
                ),
                format!("{stored}; not used"),
            ],
        }
    }

    fn stored_sentence(&self, status: &Status) -> String {
        let name = self.service.name();
        let Some(place) = &status.place else {
            let left = if status.left_in_keyring {
                "; an old token is deleted from the keyring once it is unlocked"
            } else {
                ""
            };
            return format!("{name}: not signed in{left}");
        };
        let label = status.account.as_ref().and_then(Account::label);
        let account = label.map_or(String::new(), |name| format!(" as {name}"));
        let since = time(status.paired_at).map_or(String::new(), |at| format!(" since {at}"));
        let refused = if status.refused {
            "; the service no longer accepts it, sign in again"
        } else {
            ""
        };
        let ends = self.ends_about(status);
        let ends = ends.map_or(String::new(), |_| format!("; {OLD_SIMKL_ENDS}"));
        format!(
            "{name}: signed in{account}{since}, stored in {}{refused}{ends}",
            kept(place)
        )
    }

    /// When the service ends sign-ins of this kind, if something is paired.
    fn ends_about(&self, status: &Status) -> Option<&'static str> {
        status.place.as_ref()?;
        self.service.ends_about(status.refreshable)
    }
}

fn kept(place: &StoreLocation) -> String {
    match place {
        StoreLocation::Keyring => "the keyring".to_owned(),
        StoreLocation::File {
            path,
            why_not_keyring,
        } => {
            let why = why_not_keyring.map_or(String::new(), |why| format!(" ({why})"));
            format!("{}{why}", path.display())
        }
        StoreLocation::Demo => "a demo's folder".to_owned(),
    }
}
