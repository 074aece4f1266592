//! One value: where it comes from, and whether it will do.
//!
//! What is empty counts as not set. A value that does not do is named with its source and with what was expected, and
//! never quoted: it may be a secret.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;

use url::Url;

use super::file::Application;
use super::{ConfigError, Expected, ServiceSettings, ValueSource};
use crate::auth::{Secret, Service};
use crate::services::discovery::issuer_address;
use crate::services::http::check_base;
use crate::services::provider::Settings;

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

pub(super) const WORD: Check = (is_word, Expected::Word);
const ADDRESS: Check = (is_address, Expected::Address);

pub(super) const LOG: Key = key("the level of the log", "COUCHPIN_LOG", WORD);
pub(super) const STORE: Key = key("store", "COUCHPIN_STORE", WORD);
pub(super) const PHONE_PAGE: Key = key("phone_page", "COUCHPIN_PHONE_PAGE", WORD);
pub(super) const AUTH: Key = key("simkl.auth", "COUCHPIN_SIMKL_AUTH", WORD);
pub(super) const CLIENT_ID: Key = Key {
    flag: "--client-id",
    built_in: option_env!("COUCHPIN_BUILTIN_SIMKL_CLIENT_ID"),
    ..key("simkl.client_id", "COUCHPIN_SIMKL_CLIENT_ID", WORD)
};
pub(super) const CLIENT_SECRET: Key =
    key("simkl.client_secret", "COUCHPIN_SIMKL_CLIENT_SECRET", WORD);
pub(super) const API_URL: Key = Key {
    flag: "--api-url",
    ..key("simkl.api_url", "COUCHPIN_SIMKL_API_URL", ADDRESS)
};
pub(super) const SITE_URL: Key = Key {
    flag: "--site-url",
    ..key("simkl.site_url", "COUCHPIN_SIMKL_SITE_URL", ADDRESS)
};
const IDENTIFIER: Check = (|text| issuer_address(text).is_some(), Expected::Address);
pub(super) const ISSUER: Key = key("simkl.issuer", "COUCHPIN_SIMKL_ISSUER", IDENTIFIER);
// There are no flags for Shikimori: a list of processes would show a secret.
pub(super) const SHIKIMORI_CLIENT_ID: Key =
    key("shikimori.client_id", "COUCHPIN_SHIKIMORI_CLIENT_ID", WORD);
pub(super) const SHIKIMORI_SECRET: Key = key(
    "shikimori.client_secret",
    "COUCHPIN_SHIKIMORI_CLIENT_SECRET",
    WORD,
);
const TITLE: Check = (is_title, Expected::Name);
pub(super) const SHIKIMORI_APP_NAME: Key =
    key("shikimori.app_name", "COUCHPIN_SHIKIMORI_APP_NAME", TITLE);
pub(super) const SHIKIMORI_URL: Key = key("shikimori.url", "COUCHPIN_SHIKIMORI_URL", ADDRESS);

/// The key of an application of a service that its file describes; the file's own value counts as built in. It lives as long
/// as the process, as the service does.
pub(super) fn of_service(
    service: Service,
    key: &'static str,
    built_in: Option<&'static str>,
) -> Key {
    let name = service.name();
    let upper = format!("{name}_{key}")
        .to_ascii_uppercase()
        .replace('-', "_");
    Key {
        name: format!("{name}.{key}").leak(),
        variable: format!("COUCHPIN_{upper}").leak(),
        flag: "",
        built_in,
        check: WORD,
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

    /// A service with an application: its id, and its secret unless that stands in a file beside another id. A secret
    /// that is set goes before a program that tells it.
    pub(super) fn application(
        &self,
        settings: Settings,
        [id_key, secret_key]: [&Key; 2],
        flag: Option<String>,
        written: Application,
    ) -> Result<ServiceSettings, ConfigError> {
        let beside = written.client_id.clone().filter(|id| !id.is_empty());
        let (client_id, client_id_source) = self.text(id_key, flag, written.client_id)?.unzip();
        let is_another = beside.is_some() && beside != client_id;
        let is_built_in = client_id_source == Some(ValueSource::BuiltIn);
        let secret = written.client_secret;
        let secret = secret.map(|secret| secret.expose().to_owned());
        let secret = match self.text(secret_key, None, secret)? {
            Some((_, ValueSource::File(_))) if is_another => None,
            Some((_, ValueSource::BuiltIn)) if !is_built_in => None,
            secret => secret.map(|(text, _)| Secret::new(text)),
        };
        let command = written.client_secret_command.filter(|_| !is_another);
        Ok(ServiceSettings {
            provider: Settings {
                client_id,
                secret_command: command.filter(|_| secret.is_none()).unwrap_or_default(),
                client_secret: secret,
                ..settings
            },
            client_id_source,
            redirect_port: None,
        })
    }

    /// The address of a service, which is built in where it is not set.
    pub(super) fn address(
        &self,
        key: &Key,
        flag: Option<String>,
        written: Option<String>,
        built_in: &str,
    ) -> Result<Url, ConfigError> {
        let built_in = || (built_in.to_owned(), ValueSource::BuiltIn);
        let (text, from) = self.text(key, flag, written)?.unwrap_or_else(built_in);
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
