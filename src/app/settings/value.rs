//! One value: where it comes from, and whether it will do.
//!
//! What is empty counts as not set. A value that does not do is named with its source and with what was expected, and
//! never quoted: it may be a secret.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;

use url::Url;

use super::{ConfigError, Expected, ValueSource};
use crate::auth::Service;
use crate::services::discovery::issuer_address;
use crate::services::http::check_base;

/// The variables of the environment, by name.
pub type Environment<'a> = dyn Fn(&str) -> Option<OsString> + 'a;

/// A variable that is set, and not to nothing.
pub(super) fn set(environment: &Environment<'_>, variable: &str) -> Option<OsString> {
    environment(variable).filter(|value| !value.is_empty())
}

/// Whether a text will do, and what was expected if not.
type Check = (fn(&str) -> bool, Expected);

/// What can be set in more places than the settings file.
pub(super) struct Key {
    /// As the settings file calls it.
    name: &'static str,
    variable: &'static str,
    flag: &'static str,
    /// What the packager built in, or the service's own file says.
    built_in: Option<&'static str>,
    check: Check,
}

const fn key(name: &'static str, variable: &'static str, check: Check) -> Key {
    Key {
        name,
        variable,
        flag: "",
        built_in: None,
        check,
    }
}

const WORD: Check = (is_word, Expected::Word);
const ADDRESS: Check = (is_address, Expected::Address);
const IDENTIFIER: Check = (|text| issuer_address(text).is_some(), Expected::Address);
const TITLE: Check = (is_title, Expected::Name);

pub(super) const LOG: Key = key("the level of the log", "COUCHPIN_LOG", WORD);
pub(super) const STORE: Key = key("store", "COUCHPIN_STORE", WORD);
pub(super) const PHONE_PAGE: Key = key("phone_page", "COUCHPIN_PHONE_PAGE", WORD);
pub(super) const AUTH: Key = key("simkl.auth", "COUCHPIN_SIMKL_AUTH", WORD);

/// A key of a service's table, such as `simkl.client_id`. It lives as long as the process, as the service does.
pub(super) fn of_service(
    service: Service,
    key: &'static str,
    built_in: Option<&'static str>,
) -> Key {
    let name = format!("{}.{key}", service.name());
    let upper = name.to_ascii_uppercase().replace(['-', '.'], "_");
    let (flag, check) = match key {
        "client_id" => ("--client-id", WORD),
        "client_secret" => ("", WORD),
        "api_url" => ("--api-url", ADDRESS),
        "issuer" => ("", IDENTIFIER),
        "app_name" => ("", TITLE),
        _ => ("--site-url", ADDRESS),
    };
    Key {
        flag,
        check,
        built_in,
        name: name.leak(),
        variable: format!("COUCHPIN_{upper}").leak(),
    }
}

/// Whether a text can stand in a form or a header.
pub(super) fn is_word(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_graphic())
}

/// Whether an application can be called so.
fn is_title(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_graphic() || b == b' ';
    text.bytes().all(plain) && text.trim() == text && text.len() <= 100
}

fn is_address(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| check_base(&url).is_ok())
}

/// Where values are looked for beside the command line.
pub(super) struct Values<'a> {
    pub(super) environment: &'a Environment<'a>,
    /// The settings file, and the computer's own.
    pub(super) path: &'a Path,
    pub(super) system_path: &'a Path,
    /// What stands in the computer's own only.
    pub(super) of_system: &'a BTreeSet<String>,
}

impl Values<'_> {
    /// A value: from the command line, the environment, the file, or the program itself.
    pub(super) fn text(
        &self,
        key: &Key,
        flag: Option<String>,
        written: Option<String>,
    ) -> Result<Option<(String, ValueSource)>, ConfigError> {
        let flag = flag.filter(|text| !text.is_empty());
        let variable = match flag {
            Some(_) => None,
            None => variable(self.environment, key)?,
        };
        let file = if self.of_system.contains(key.name) {
            self.system_path
        } else {
            self.path
        };
        let found = [
            flag.map(|text| (text, ValueSource::Flag(key.flag))),
            variable.map(|text| (text, ValueSource::Variable(key.variable))),
            written.map(|text| (text, ValueSource::File(file.to_owned()))),
            key.built_in
                .map(|text| (text.to_owned(), ValueSource::BuiltIn)),
        ];
        let mut found = found.into_iter().flatten();
        let (accepts, expected) = key.check;
        match found.find(|(text, _)| !text.is_empty()) {
            Some((text, from)) if !accepts(&text) => Err(key.wrong(from, expected)),
            first => Ok(first),
        }
    }

    /// The address of a service, which is built in where it is not set.
    pub(super) fn address(
        &self,
        key: &Key,
        flag: Option<String>,
        written: Option<String>,
        built_in: &Url,
    ) -> Result<Url, ConfigError> {
        let Some((text, from)) = self.text(key, flag, written)? else {
            return Ok(built_in.clone());
        };
        Url::parse(&text).map_err(|_| key.wrong(from, key.check.1))
    }
}

/// The choice that a variable makes.
pub(super) fn chosen<T>(
    environment: &Environment<'_>,
    key: &Key,
    parse: impl Fn(&str) -> Result<T, Expected>,
) -> Result<Option<T>, ConfigError> {
    let choice = variable(environment, key)?.map(|text| parse(&text));
    choice
        .transpose()
        .map_err(|why| key.wrong(ValueSource::Variable(key.variable), why))
}

/// The text of a variable.
fn variable(environment: &Environment<'_>, key: &Key) -> Result<Option<String>, ConfigError> {
    let text = set(environment, key.variable).map(OsString::into_string);
    text.transpose()
        .map_err(|_| key.wrong(ValueSource::Variable(key.variable), Expected::Utf8))
}

impl Key {
    fn wrong(&self, from: ValueSource, why: Expected) -> ConfigError {
        let name = self.name;
        ConfigError::Value { name, from, why }
    }
}
