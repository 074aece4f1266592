//! `config.toml` as it is written: its keys, and what each value may be.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};
use toml::Value;

use super::{Auth, Gamepad, PhonePage};
use crate::auth::{Secret, Service, StoreChoice};
use crate::input::Button;
use crate::pairing::Unattended;
use crate::ui::preferences::{MOST_OVERSCAN, TextSize, Theme};
use crate::words::Language;

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
    /// The tables of the services, by their names.
    #[serde(skip)]
    pub(super) applications: BTreeMap<String, Application>,
}

impl File {
    /// A setting that is there and runs a program, is a secret, or says where secrets are sent.
    pub(super) fn sensitive(&self) -> Option<String> {
        let is_set = [
            ("on_change", self.on_change.is_some()),
            ("on_paired", self.on_paired.is_some()),
        ];
        let own = is_set.into_iter().find(|(_, is_set)| *is_set);
        own.map(|(key, _)| key.to_owned()).or_else(|| {
            let mut of_services = self.applications.iter();
            of_services.find_map(|(service, application)| {
                let key = application.sensitive()?;
                Some(format!("{service}.{key}"))
            })
        })
    }
}

/// The table of a service: as which application it is asked, and where it is.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Application {
    pub(super) client_id: Option<String>,
    #[serde(deserialize_with = "secret")]
    pub(super) client_secret: Option<Secret>,
    #[serde(deserialize_with = "command")]
    pub(super) client_secret_command: Option<Vec<String>>,
    pub(super) app_name: Option<String>,
    #[serde(deserialize_with = "port")]
    pub(super) redirect_port: Option<u16>,
    /// Where both its pages and its API are.
    pub(super) url: Option<String>,
    pub(super) site_url: Option<String>,
    pub(super) api_url: Option<String>,
    pub(super) issuer: Option<String>,
    #[serde(deserialize_with = "unless_empty")]
    pub(super) auth: Option<Auth>,
}

impl Application {
    fn sensitive(&self) -> Option<&'static str> {
        let is_set = [
            ("client_secret", self.client_secret.is_some()),
            (
                "client_secret_command",
                self.client_secret_command.is_some(),
            ),
            ("url", self.url.is_some()),
            ("site_url", self.site_url.is_some()),
            ("api_url", self.api_url.is_some()),
            ("issuer", self.issuer.is_some()),
        ];
        let first = is_set.into_iter().find(|(_, is_set)| *is_set);
        first.map(|(key, _)| key)
    }

    /// A setting that is there and means something for one other service only, and that service.
    pub(super) fn of_another(&self, service: &str) -> Option<(&'static str, Service)> {
        let of_one = [
            ("auth", self.auth.is_some(), Service::simkl()),
            ("app_name", self.app_name.is_some(), Service::shikimori()),
        ];
        let mut of_others = of_one.into_iter().filter(|(.., one)| one.name() != service);
        let found = of_others.find(|(_, is_set, _)| *is_set);
        found.map(|(key, _, one)| (key, one))
    }
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

const PROGRAM: &str = "expected a list of strings: a program and its arguments";

fn program<'de, D: Deserializer<'de>>(written: D) -> Result<Option<Vec<String>>, D::Error> {
    meaning(written, |value| value.try_into().ok().map(Some), PROGRAM)
}

/// A program that must be there.
fn command<'de, D: Deserializer<'de>>(written: D) -> Result<Option<Vec<String>>, D::Error> {
    let words = program(written)?.unwrap_or_default();
    let is_there = words.first().is_some_and(|word| !word.is_empty());
    let words = is_there.then_some(Some(words));
    words.ok_or_else(|| D::Error::custom(PROGRAM))
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
