//! `config.toml` as it is written: its keys, and what each value may be.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::{Auth, ConfigError, Expected, PhonePage};
use crate::input::Button;
use crate::tokens::Preference;
use crate::ui::preferences::{MOST_OVERSCAN, TextSize, Theme};
use crate::words::Language;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default, deserialize_with = "unless_empty")]
    pub(super) store: Option<Preference>,
    #[serde(default)]
    pub(super) unattended_codes: Option<Codes>,
    #[serde(default)]
    pub(super) on_paired: Option<Program>,
    #[serde(default)]
    pub(super) gamepad: Option<Pads>,
    #[serde(default)]
    pub(super) phone_page: PhonePage,
    #[serde(default)]
    pub(super) language: Option<Language>,
    #[serde(default)]
    pub(super) text: TextSize,
    #[serde(default)]
    pub(super) theme: Theme,
    #[serde(default)]
    pub(super) reduce_motion: bool,
    #[serde(default)]
    pub(super) may_blank: bool,
    #[serde(default)]
    pub(super) overscan: Option<Percent>,
    #[serde(default)]
    pub(super) remote: BTreeMap<Key, Meaning>,
    #[serde(default)]
    pub(super) simkl: Simkl,
    #[serde(default)]
    pub(super) shikimori: Shikimori,
}

impl File {
    /// A setting that is there and runs a program, is a secret, or says where secrets are sent.
    pub(super) fn sensitive(&self) -> Option<&'static str> {
        let (simkl, shikimori) = (&self.simkl, &self.shikimori);
        [
            ("on_paired", self.on_paired.is_some()),
            ("simkl.client_secret", simkl.client_secret.is_some()),
            ("simkl.api_url", simkl.api_url.is_some()),
            ("simkl.site_url", simkl.site_url.is_some()),
            ("simkl.issuer", simkl.issuer.is_some()),
            ("shikimori.client_secret", shikimori.client_secret.is_some()),
            ("shikimori.url", shikimori.url.is_some()),
        ]
        .into_iter()
        .find_map(|(name, is_there)| is_there.then_some(name))
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Simkl {
    pub(super) client_id: Option<String>,
    pub(super) client_secret: Option<SecretText>,
    #[serde(default, deserialize_with = "unless_empty")]
    pub(super) auth: Option<Auth>,
    pub(super) api_url: Option<String>,
    pub(super) site_url: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) redirect_port: Option<Port>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shikimori {
    pub(super) client_id: Option<String>,
    pub(super) client_secret: Option<SecretText>,
    pub(super) app_name: Option<String>,
    pub(super) url: Option<String>,
    pub(super) redirect_port: Option<Port>,
}

/// A choice; empty counts as not made.
fn unless_empty<'de, D: Deserializer<'de>, T: FromStr<Err: fmt::Display>>(
    written: D,
) -> Result<Option<T>, D::Error> {
    let word = String::deserialize(written)?;
    if word.is_empty() {
        return Ok(None);
    }
    word.parse().map(Some).map_err(D::Error::custom)
}

/// A secret: neither it nor an error about it prints what was written.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected the secret in quotes")]
pub(super) enum SecretText {
    Text(String),
}

impl SecretText {
    pub(super) fn into_text(self) -> String {
        let Self::Text(text) = self;
        text
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// The port of a redirect address on this computer, as it is registered.
#[derive(Debug, Deserialize)]
#[serde(try_from = "i64")]
pub(super) struct Port(pub(super) u16);

impl TryFrom<i64> for Port {
    type Error = &'static str;

    fn try_from(port: i64) -> Result<Self, Self::Error> {
        let port = u16::try_from(port).ok().filter(|port| *port != 0);
        port.map(Self)
            .ok_or("expected 1 to 65535, the port of the redirect address that is registered")
    }
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected a number of codes, or \"always\"")]
pub(super) enum Codes {
    AtMost(u32),
    Word(Always),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Always {
    Always,
}

#[derive(Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "expected a list of strings: a program and its arguments"
)]
pub(super) enum Program {
    Words(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected true, false or \"swapped\"")]
pub(super) enum Pads {
    Read(bool),
    Word(Swapped),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Swapped {
    Swapped,
}

/// How much of each edge is hidden: as much as the screen itself lets a person choose.
#[derive(Debug, Deserialize)]
#[serde(try_from = "f32")]
pub(super) struct Percent(pub(super) f32);

impl TryFrom<f32> for Percent {
    type Error = String;

    fn try_from(percent: f32) -> Result<Self, String> {
        if (0.0..=MOST_OVERSCAN).contains(&percent) {
            Ok(Self(percent))
        } else {
            Err(format!(
                "expected 0 to {MOST_OVERSCAN}, the percentage of each edge that the television hides"
            ))
        }
    }
}

/// The kernel's code of a key, as the remote test shows it: `353` or `0x161`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Key(pub(super) u16);

impl TryFrom<String> for Key {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let code = match text.strip_prefix("0x") {
            Some(hex) => u16::from_str_radix(hex, 16),
            None => text.parse(),
        };
        // The kernel has no code above KEY_MAX.
        code.ok()
            .filter(|code| (1..=0x2ff).contains(code))
            .map(Self)
            .ok_or_else(|| {
                format!("{text:?} is no key: expected its code as the remote test shows it, such as 353 or 0x161")
            })
    }
}

#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Meaning(pub(super) Button);

impl TryFrom<String> for Meaning {
    type Error = crate::input::NoButton;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

/// Reads what the file holds; what is wrong is named with its line.
pub(super) fn parse(bytes: &[u8], path: &Path) -> Result<File, ConfigError> {
    let wrong = |before: &[u8], why: String| ConfigError::Wrong {
        path: path.to_owned(),
        line: before.split(|byte| *byte == b'\n').count(),
        why,
    };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or(bytes);
        wrong(before, Expected::Utf8.to_string())
    })?;
    toml::from_str(text).map_err(|error| {
        let before = error
            .span()
            .map_or(&b""[..], |span| bytes.get(..span.start).unwrap_or(bytes));
        // The message may have lines of its own; a person gets one sentence.
        let words: Vec<_> = error.message().split_whitespace().collect();
        wrong(before, words.join(" "))
    })
}
