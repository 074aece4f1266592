//! How the text of a settings file becomes settings: each fault with its line, one file over another.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::de::Deserialize;
use toml::de::{DeString, DeTable, DeValue, ValueDeserializer};
use toml::{Spanned, Table, Value};

use super::file::{Application, File};
use super::{ConfigError, Expected, unknown};

/// What belongs to one application, and to no other.
const OF_APPLICATION: [&str; 5] = [
    "client_id",
    "client_secret",
    "client_secret_command",
    "redirect_port",
    "app_name",
];

/// Reads what the file holds; what is wrong is named with its line. The tables of services are those of `known` services only,
/// unless it is not known which there are.
pub(super) fn parse(
    bytes: &[u8],
    path: &Path,
    known: Option<&[&str]>,
) -> Result<File, ConfigError> {
    let wrong = |before: &[u8], why: String| ConfigError::wrong(path, before, why);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or(bytes);
        wrong(before, Expected::Utf8.to_string())
    })?;
    let before = |start| bytes.get(..start).unwrap_or(bytes);
    let in_toml = |error: toml::de::Error| {
        let start = error.span().map_or(0, |span| span.start);
        // The message may have lines of its own; a person gets one sentence.
        let words: Vec<_> = error.message().split_whitespace().collect();
        wrong(before(start), unknown::explained(&words.join(" ")))
    };
    let mut table = DeTable::parse(text).map_err(in_toml)?;
    let mut applications = BTreeMap::new();
    let own = unknown::settings();
    let is_other = |(name, value): &(&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| {
        value.get_ref().is_table() && !own.iter().any(|own| own == name.get_ref())
    };
    let others = table.get_ref().iter().filter(is_other);
    let others: Vec<_> = others.map(|(name, _)| name.clone()).collect();
    for name in others {
        let Some(value) = table.get_mut().remove(&name) else {
            continue;
        };
        let start = name.span().start;
        let name = name.into_inner().into_owned();
        if let Some(known) = known
            && !known.contains(&name.as_str())
        {
            return Err(wrong(before(start), unknown::service(&name, known)));
        }
        let application = Application::deserialize(ValueDeserializer::from(value));
        let application = application.map_err(in_toml)?;
        if let Some((key, of)) = application.of_another(&name) {
            let why = format!("`{key}` is a setting of `[{}]` only", of.name());
            return Err(wrong(before(start), why));
        }
        applications.insert(name, application);
    }
    let file = File::deserialize(toml::Deserializer::from(table)).map_err(in_toml)?;
    Ok(File {
        applications,
        ..file
    })
}

/// A user's own settings over those of the computer. An application is taken as a whole: no secret or port of one belongs to the
/// client id of another.
pub(super) fn merge(mut own: Table, mut system: Table, path: &Path) -> Result<File, ConfigError> {
    for (service, own) in &own {
        let system = system.get_mut(service).and_then(Value::as_table_mut);
        if let (Some(own), Some(system)) = (own.as_table(), system)
            && own.contains_key("client_id")
        {
            for key in OF_APPLICATION {
                system.remove(key);
            }
        }
    }
    let mut of_system = BTreeSet::new();
    add_missing(&mut own, system, "", &mut of_system);
    // Both were read before.
    let text = toml::to_string(&own).unwrap_or_default();
    let file = parse(text.as_bytes(), path, None)?;
    Ok(File { of_system, ..file })
}

fn add_missing(own: &mut Table, system: Table, prefix: &str, of_system: &mut BTreeSet<String>) {
    for (key, value) in system {
        let name = format!("{prefix}{key}");
        match (own.get_mut(&key), value) {
            (Some(Value::Table(own)), Value::Table(system)) => {
                add_missing(own, system, &format!("{name}."), of_system);
            }
            (Some(_), _) => {}
            (None, Value::Table(system)) => {
                let mut added = Table::new();
                add_missing(&mut added, system, &format!("{name}."), of_system);
                own.insert(key, Value::Table(added));
            }
            (None, value) => {
                of_system.insert(name);
                own.insert(key, value);
            }
        }
    }
}
