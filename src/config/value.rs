//! One value: where it comes from, and whether it will do.
//!
//! A value that does not is named with its source and with what was expected, and never quoted: it may be a secret.

use std::path::Path;

use url::Url;

use super::{ConfigError, Source};
use crate::authorization::Secret;
use crate::services::http::check_base;

/// The places of one value, in the order in which they are asked. Empty counts as none.
pub(super) struct Places<'a> {
    /// As the settings file calls it, for example `simkl.client_id`.
    pub(super) name: &'static str,
    /// The command line or the environment, and what it is called there.
    pub(super) given: (Option<String>, &'static str),
    /// The settings file.
    pub(super) written: (Option<String>, &'a Path),
    /// The program itself.
    pub(super) built_in: Option<&'a str>,
}

/// A value and its source.
pub(super) type From<T> = Option<(T, Source)>;

/// Whether a text can stand in a form or a header.
pub(super) fn is_word(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_graphic())
}

impl Places<'_> {
    /// The first value that is there.
    fn first(self) -> From<String> {
        let (given, flag) = self.given;
        let (written, path) = self.written;
        let built_in = self.built_in.map(|text| (text.to_owned(), Source::BuiltIn));
        [
            given.map(|text| (text, Source::Flag(flag))),
            written.map(|text| (text, Source::File(path.to_owned()))),
            built_in,
        ]
        .into_iter()
        .flatten()
        .find(|(text, _)| !text.is_empty())
    }

    /// One word that can stand in a form or a header.
    pub(super) fn word(self) -> Result<From<String>, ConfigError> {
        let name = self.name;
        let Some((text, from)) = self.first() else {
            return Ok(None);
        };
        if is_word(&text) {
            return Ok(Some((text, from)));
        }
        let why = "expected letters and digits without blanks".to_owned();
        Err(ConfigError::Value { name, from, why })
    }

    /// A word that nobody may see.
    pub(super) fn secret(self) -> Result<From<Secret>, ConfigError> {
        let word = self.word()?;
        Ok(word.map(|(text, from)| (Secret::new(text), from)))
    }

    /// What an application is called.
    pub(super) fn title(self) -> Result<From<String>, ConfigError> {
        let name = self.name;
        let Some((text, from)) = self.first() else {
            return Ok(None);
        };
        let plain = |b: u8| b.is_ascii_graphic() || b == b' ';
        if text.bytes().all(plain) && text.trim() == text && text.len() <= 100 {
            return Ok(Some((text, from)));
        }
        let why = "expected a name of plain letters, digits and signs".to_owned();
        Err(ConfigError::Value { name, from, why })
    }

    /// The address of a service.
    pub(super) fn address(self, fallback: &str) -> Result<Url, ConfigError> {
        let name = self.name;
        let (text, from) = self
            .first()
            .unwrap_or_else(|| (fallback.to_owned(), Source::BuiltIn));
        let wrong = |why: String| ConfigError::Value {
            name,
            from: from.clone(),
            why,
        };
        let url = Url::parse(&text)
            .map_err(|error| wrong(format!("expected an https:// address ({error})")))?;
        check_base(&url).map_err(|error| wrong(error.to_string()))?;
        Ok(url)
    }
}
