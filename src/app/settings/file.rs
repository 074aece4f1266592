//! `config.toml` as it is written: its keys, and what each value may be.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::hash::Hash;
use std::mem;
use std::path::Path;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};
use toml::de::{DeTable, ValueDeserializer};
use toml::map::Map;
use toml::{Table, Value};

use super::{Auth, ConfigError, Expected, Gamepad, PhonePage, unknown};
use crate::auth::{Secret, StoreChoice};
use crate::input::Button;
use crate::pairing::Unattended;
use crate::ui::preferences::{MOST_OVERSCAN, TextSize, Theme};
use crate::words::Language;

/// What belongs to one application, and to no other.
const OF_APPLICATION: [&str; 5] = [
    "client_id",
    "client_secret",
    "client_secret_command",
    "redirect_port",
    "app_name",
];

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct File {
    /// What stands in the computer's file only, such as `simkl.client_id`.
    #[serde(skip)]
    pub(super) of_system: BTreeSet<String>,
    #[serde(deserialize_with = "unless_empty")]
    pub(super) store: Option<StoreChoice>,
    #[serde(deserialize_with = "unattended_codes")]
    pub(super) unattended_codes: Unattended,
    #[serde(deserialize_with = "program")]
    pub(super) on_change: Option<Vec<String>>,
    /// As `on_change`, after a pairing only.
    #[serde(deserialize_with = "program")]
    pub(super) on_paired: Option<Vec<String>>,
    #[serde(deserialize_with = "gamepad")]
    pub(super) gamepad: Gamepad,
    pub(super) phone_page: PhonePage,
    pub(super) language: Option<Language>,
    pub(super) text: TextSize,
    pub(super) theme: Theme,
    pub(super) reduce_motion: bool,
    pub(super) sounds: bool,
    pub(super) may_blank: bool,
    #[serde(deserialize_with = "percent")]
    pub(super) overscan: f32,
    pub(super) remote: BTreeMap<Parsed<KeyCode>, Parsed<Button>>,
    pub(super) simkl: Simkl,
    pub(super) shikimori: Shikimori,
    /// The tables of all other services, by their names.
    #[serde(skip)]
    pub(super) applications: BTreeMap<String, Application>,
}

impl File {
    /// A setting that is there and runs a program, is a secret, or says where secrets are sent.
    pub(super) fn sensitive(&self) -> Option<String> {
        let (simkl, shikimori) = (&self.simkl, &self.shikimori);
        let of = |name: &str, secret: &Option<_>, command: &Option<_>| {
            let key = match (secret, command) {
                (Some(_), _) => "client_secret",
                (None, Some(_)) => "client_secret_command",
                (None, None) => return None,
            };
            Some(format!("{name}.{key}"))
        };
        let mut others = self.applications.iter();
        let secret = of("simkl", &simkl.client_secret, &simkl.client_secret_command)
            .or_else(|| {
                let command = &shikimori.client_secret_command;
                of("shikimori", &shikimori.client_secret, command)
            })
            .or_else(|| {
                others.find_map(|(name, application)| {
                    let secret = &application.client_secret;
                    of(name, secret, &application.client_secret_command)
                })
            });
        [
            ("on_change", self.on_change.is_some()),
            ("on_paired", self.on_paired.is_some()),
            ("simkl.api_url", simkl.api_url.is_some()),
            ("simkl.site_url", simkl.site_url.is_some()),
            ("simkl.issuer", simkl.issuer.is_some()),
            ("shikimori.url", shikimori.url.is_some()),
        ]
        .into_iter()
        .find_map(|(name, is_there)| is_there.then(|| name.to_owned()))
        .or(secret)
    }
}

/// An application of a service that has no table of its own kind.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the settings are called so")]
pub(super) struct Application {
    pub(super) client_id: Option<String>,
    #[serde(deserialize_with = "secret")]
    pub(super) client_secret: Option<Secret>,
    #[serde(deserialize_with = "program")]
    pub(super) client_secret_command: Option<Vec<String>>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Simkl {
    pub(super) client_id: Option<String>,
    #[serde(deserialize_with = "secret")]
    pub(super) client_secret: Option<Secret>,
    #[serde(deserialize_with = "program")]
    pub(super) client_secret_command: Option<Vec<String>>,
    #[serde(deserialize_with = "unless_empty")]
    pub(super) auth: Option<Auth>,
    pub(super) api_url: Option<String>,
    pub(super) site_url: Option<String>,
    pub(super) issuer: Option<String>,
    #[serde(deserialize_with = "port")]
    pub(super) redirect_port: Option<u16>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Shikimori {
    pub(super) client_id: Option<String>,
    #[serde(deserialize_with = "secret")]
    pub(super) client_secret: Option<Secret>,
    #[serde(deserialize_with = "program")]
    pub(super) client_secret_command: Option<Vec<String>>,
    pub(super) app_name: Option<String>,
    pub(super) url: Option<String>,
    #[serde(deserialize_with = "port")]
    pub(super) redirect_port: Option<u16>,
}

/// A text that is read by its own rules.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Parsed<T>(pub(super) T);

impl<'de, T: FromStr<Err: Display>> Deserialize<'de> for Parsed<T> {
    fn deserialize<D: Deserializer<'de>>(written: D) -> Result<Self, D::Error> {
        let parsed = String::deserialize(written)?.parse();
        parsed.map(Self).map_err(D::Error::custom)
    }
}

/// A choice; empty counts as not made.
fn unless_empty<'de, D: Deserializer<'de>, T: FromStr<Err: Display>>(
    written: D,
) -> Result<Option<T>, D::Error> {
    let word = String::deserialize(written)?;
    let choice = (!word.is_empty()).then(|| word.parse());
    choice.transpose().map_err(D::Error::custom)
}

/// What a value means, or what was expected instead of it, without quoting it.
fn meaning<'de, D: Deserializer<'de>, T>(
    written: D,
    of: impl FnOnce(Value) -> Option<T>,
    expected: &str,
) -> Result<T, D::Error> {
    of(Value::deserialize(written)?).ok_or_else(|| D::Error::custom(expected))
}

fn secret<'de, D: Deserializer<'de>>(written: D) -> Result<Option<Secret>, D::Error> {
    let of = |value| match value {
        Value::String(text) => Some(Some(Secret::new(text))),
        _ => None,
    };
    meaning(written, of, "expected the secret in quotes")
}

fn unattended_codes<'de, D: Deserializer<'de>>(written: D) -> Result<Unattended, D::Error> {
    let of = |value| match value {
        Value::Integer(most) => u32::try_from(most).ok().map(Unattended::AtMost),
        Value::String(word) if word == "always" => Some(Unattended::Always),
        _ => None,
    };
    meaning(written, of, "expected a number of codes, or \"always\"")
}

fn program<'de, D: Deserializer<'de>>(written: D) -> Result<Option<Vec<String>>, D::Error> {
    let of = |value: Value| value.try_into().ok().map(Some);
    let expected = "expected a list of strings: a program and its arguments";
    meaning(written, of, expected)
}

fn gamepad<'de, D: Deserializer<'de>>(written: D) -> Result<Gamepad, D::Error> {
    let of = |value| match value {
        Value::Boolean(true) => Some(Gamepad::Read),
        Value::Boolean(false) => Some(Gamepad::Ignored),
        Value::String(word) if word == "swapped" => Some(Gamepad::Swapped),
        _ => None,
    };
    meaning(written, of, "expected true, false or \"swapped\"")
}

/// The port of a redirect address on this computer, as it is registered.
fn port<'de, D: Deserializer<'de>>(written: D) -> Result<Option<u16>, D::Error> {
    match u16::try_from(i64::deserialize(written)?) {
        Ok(port) if port != 0 => Ok(Some(port)),
        _ => Err(D::Error::custom(
            "expected 1 to 65535, the port of the redirect address that is registered",
        )),
    }
}

/// How much of each edge is hidden: as much as the screen itself lets a person choose.
fn percent<'de, D: Deserializer<'de>>(written: D) -> Result<f32, D::Error> {
    let percent = f32::deserialize(written)?;
    if (0.0..=MOST_OVERSCAN).contains(&percent) {
        return Ok(percent);
    }
    Err(D::Error::custom(format!(
        "expected 0 to {MOST_OVERSCAN}, the percentage of each edge that the television hides"
    )))
}

/// The kernel's code of a key, as the remote test shows it: `353` or `0x161`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct KeyCode(pub(super) u16);

impl FromStr for KeyCode {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let code = match text.strip_prefix("0x") {
            Some(hex) => u16::from_str_radix(hex, 16),
            None => text.parse(),
        };
        // The kernel has no code above KEY_MAX.
        let code = code.ok().filter(|code| (1..=0x2ff).contains(code));
        code.map(Self).ok_or_else(|| {
            format!("{text:?} is no key: expected its code as the remote test shows it, such as 353 or 0x161")
        })
    }
}

/// Reads what the file holds; what is wrong is named with its line. The tables of services are those of `known` services only,
/// unless it is not known which there are.
pub(super) fn parse(
    bytes: &[u8],
    path: &Path,
    known: Option<&[&str]>,
) -> Result<File, ConfigError> {
    let wrong = |before: &[u8], why: String| ConfigError::Wrong {
        path: path.to_owned(),
        line: before.split(|byte| *byte == b'\n').count(),
        why,
    };
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
    for (name, value) in take_others(
        table.get_mut(),
        |name| name.get_ref(),
        |value| value.get_ref().is_table(),
    ) {
        let start = name.span().start;
        let name = name.into_inner().into_owned();
        if let Some(known) = known
            && !known.contains(&name.as_str())
        {
            return Err(wrong(before(start), unknown::service(&name, known)));
        }
        let application = Application::deserialize(ValueDeserializer::from(value));
        applications.insert(name, application.map_err(in_toml)?);
    }
    let file = File::deserialize(toml::Deserializer::from(table)).map_err(in_toml)?;
    Ok(File {
        applications,
        ..file
    })
}

/// Takes out the tables that are none of this file's own: those of services.
fn take_others<K: Clone + Ord + Hash, V>(
    table: &mut Map<K, V>,
    name: fn(&K) -> &str,
    is_table: fn(&V) -> bool,
) -> Vec<(K, V)> {
    let own = unknown::settings();
    let is_other =
        |(key, value): &(&K, &V)| is_table(value) && !own.iter().any(|own| own == name(key));
    let others: Vec<_> = table
        .iter()
        .filter(is_other)
        .map(|(key, _)| key.clone())
        .collect();
    let take = |key| table.remove(&key).map(|value| (key, value));
    others.into_iter().filter_map(take).collect()
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
    let mut read = || {
        let mut applications = BTreeMap::new();
        for (name, value) in take_others(&mut own, String::as_str, Value::is_table) {
            applications.insert(name, value.try_into()?);
        }
        Ok(File {
            applications,
            ..mem::take(&mut own).try_into()?
        })
    };
    let merged = read().map_err(|error: toml::de::Error| {
        // Both were read before.
        ConfigError::Wrong {
            path: path.to_owned(),
            line: 1,
            why: error.message().to_owned(),
        }
    });
    Ok(File {
        of_system,
        ..merged?
    })
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
