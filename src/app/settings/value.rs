//! One value: where it comes from, and whether it will do.
//!
//! What is empty counts as not set. A value that does not do is named with its source and with what was expected, and
//! never quoted: it may be a secret.

use std::ffi::OsString;
use std::path::Path;
use std::str::FromStr;

use url::Url;

use super::{ConfigError, Expected, ValueSource};
use crate::auth::Secret;
use crate::services::discovery::issuer_address;
use crate::services::http::check_base;

/// The variables of the environment, by name.
pub type Environment<'a> = dyn Fn(&str) -> Option<OsString> + 'a;

/// A variable that is set, and not to nothing.
pub(super) fn set(environment: &Environment<'_>, variable: &str) -> Option<OsString> {
    environment(variable).filter(|value| !value.is_empty())
}

/// The text of a variable.
fn text(
    environment: &Environment<'_>,
    name: &'static str,
    variable: &'static str,
) -> Result<Option<String>, ConfigError> {
    let text = set(environment, variable).map(OsString::into_string);
    text.transpose().map_err(|_| ConfigError::Value {
        name,
        from: ValueSource::Variable(variable),
        why: Expected::Utf8,
    })
}

/// The choice that a variable makes.
pub(super) fn chosen<T: FromStr<Err: Into<Expected>>>(
    environment: &Environment<'_>,
    name: &'static str,
    variable: &'static str,
) -> Result<Option<T>, ConfigError> {
    let Some(text) = text(environment, name, variable)? else {
        return Ok(None);
    };
    let choice: Result<T, T::Err> = text.parse();
    choice.map(Some).map_err(|why| ConfigError::Value {
        name,
        from: ValueSource::Variable(variable),
        why: why.into(),
    })
}

/// The places of one value, in the order in which they are asked.
pub(super) struct ValueSources<'a> {
    /// As the settings file calls it, for example `simkl.client_id`.
    pub(super) name: &'static str,
    /// The option on the command line, and what it says.
    pub(super) flag: Option<(&'static str, Option<String>)>,
    /// The variable of the environment.
    pub(super) variable: &'static str,
    /// The settings file.
    pub(super) written: (Option<String>, &'a Path),
    /// The program itself.
    pub(super) built_in: Option<&'static str>,
}

/// A value and its source.
pub(super) type Sourced<T> = Option<(T, ValueSource)>;

/// Whether a text can stand in a form or a header.
pub(super) fn is_word(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_graphic())
}

/// A secret, unless it stands in the settings file beside another application's id than the one that is `used`.
pub(super) fn of_application(
    secret: Sourced<Secret>,
    used: Option<&str>,
    beside: Option<&str>,
) -> Sourced<Secret> {
    let beside = beside.filter(|id| !id.is_empty());
    secret.filter(|(_, from)| {
        !matches!(from, ValueSource::File(_)) || beside.is_none() || beside == used
    })
}

impl ValueSources<'_> {
    /// The first value that is there.
    fn first(self, environment: &Environment<'_>) -> Result<Sourced<String>, ConfigError> {
        let there = |text: &String| !text.is_empty();
        if let Some((flag, text)) = self.flag
            && let Some(text) = text.filter(there)
        {
            return Ok(Some((text, ValueSource::Flag(flag))));
        }
        if let Some(text) = text(environment, self.name, self.variable)? {
            return Ok(Some((text, ValueSource::Variable(self.variable))));
        }
        let (written, path) = self.written;
        let written = written.map(|text| (text, ValueSource::File(path.to_owned())));
        let built_in = self
            .built_in
            .map(|text| (text.to_owned(), ValueSource::BuiltIn));
        Ok([written, built_in]
            .into_iter()
            .flatten()
            .find(|(text, _)| there(text)))
    }

    /// The first value, if it is good; else what was `expected` of it.
    fn good(
        self,
        environment: &Environment<'_>,
        is_good: impl Fn(&str) -> bool,
        expected: Expected,
    ) -> Result<Sourced<String>, ConfigError> {
        let name = self.name;
        match self.first(environment)? {
            Some((text, from)) if !is_good(&text) => Err(ConfigError::Value {
                name,
                from,
                why: expected,
            }),
            first => Ok(first),
        }
    }

    /// One word that can stand in a form or a header.
    pub(super) fn word(
        self,
        environment: &Environment<'_>,
    ) -> Result<Sourced<String>, ConfigError> {
        self.good(environment, is_word, Expected::Word)
    }

    /// A word that nobody may see.
    pub(super) fn secret(
        self,
        environment: &Environment<'_>,
    ) -> Result<Sourced<Secret>, ConfigError> {
        let word = self.word(environment)?;
        Ok(word.map(|(text, from)| (Secret::new(text), from)))
    }

    /// What an application is called.
    pub(super) fn title(
        self,
        environment: &Environment<'_>,
    ) -> Result<Sourced<String>, ConfigError> {
        let plain = |b: u8| b.is_ascii_graphic() || b == b' ';
        let is_title =
            |text: &str| text.bytes().all(plain) && text.trim() == text && text.len() <= 100;
        self.good(environment, is_title, Expected::Name)
    }

    /// An issuer identifier, letter by letter as it stands there: it is compared, not only asked.
    pub(super) fn issuer(
        self,
        environment: &Environment<'_>,
    ) -> Result<Option<String>, ConfigError> {
        let is_good = |text: &str| issuer_address(text).is_some();
        let issuer = self.good(environment, is_good, Expected::Address)?;
        Ok(issuer.map(|(text, _)| text))
    }

    /// The address of a service, which is built in where it is not set.
    pub(super) fn address(self, environment: &Environment<'_>) -> Result<Url, ConfigError> {
        let name = self.name;
        let (text, from) = self
            .first(environment)?
            .unwrap_or((String::new(), ValueSource::BuiltIn));
        let good = Url::parse(&text).ok().filter(|url| check_base(url).is_ok());
        good.ok_or(ConfigError::Value {
            name,
            from,
            why: Expected::Address,
        })
    }
}
