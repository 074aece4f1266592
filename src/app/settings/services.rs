//! The services that files describe: `services/*.toml` beside the settings, a user's own before those of the computer.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::{ConfigError, Expected, read};
use crate::auth::{Service, ServiceDescription, SystemError};
use crate::services::discovery::issuer_address;

/// Each service by its name, or what is wrong with its file.
pub(super) type Described = BTreeMap<String, Result<Service, ConfigError>>;

/// The services of the files in the folders beside these settings files. A file that is wrong disturbs no other.
pub(super) fn described<'a>(settings: impl Iterator<Item = &'a PathBuf>) -> Described {
    let mut found = Described::new();
    for settings in settings {
        let folder = settings.with_file_name("services");
        let files = fs::read_dir(&folder);
        if let Err(error) = files.as_ref()
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!("{}: {error}", folder.display());
        }
        let files = files.into_iter().flatten().flatten();
        for path in files.map(|file| file.path()) {
            let name = path.file_stem().and_then(OsStr::to_str);
            let is_toml = path.extension().is_some_and(|ending| ending == "toml");
            if let Some(name) = name.filter(|_| is_toml)
                && !found.contains_key(name)
            {
                let read = read_service(&path, name);
                if let Err(error) = &read {
                    tracing::warn!("{error}");
                }
                found.insert(name.to_owned(), read);
            }
        }
    }
    found
}

fn read_service(path: &Path, name: &str) -> Result<Service, ConfigError> {
    let wrong = |before: &str, why: &str| ConfigError::wrong(path, before.as_bytes(), why);
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if name.len() > 30 || !name.bytes().all(is_plain) {
        let why = "the file's name must have small letters, digits and hyphens only, at most 30";
        return Err(wrong("", why));
    }
    let mut built_in = Service::built_in().into_iter();
    if built_in.any(|service| service.name() == name) {
        let why = "a service of this name is built in: give the file another name";
        return Err(wrong("", why));
    }
    let contents = read::read(path).and_then(|found| found.ok_or(SystemError::Missing));
    let contents = contents.map_err(|why| ConfigError::Unreadable {
        path: path.to_owned(),
        named_by: None,
        why,
    })?;
    if let Some(how) = contents.exposed {
        // It says where secrets are sent.
        return Err(ConfigError::Exposed {
            path: path.to_owned(),
            setting: "a service".to_owned(),
            how,
        });
    }
    let text = str::from_utf8(&contents.bytes);
    let text = text.map_err(|_| wrong("", &Expected::Utf8.to_string()))?;
    let mut description: ServiceDescription = toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let why = error.message().lines().next().unwrap_or_default();
        wrong(text.get(..start).unwrap_or(text), why)
    })?;
    description.file = Some(path.to_owned());
    match &description.issuer {
        Some(issuer) if issuer_address(issuer.as_str()).is_none() => {
            Err(wrong("", "expected an issuer that begins with https://"))
        }
        None if description.oauth.token_endpoint.as_str().is_empty() => {
            let why = "expected an issuer, or a token_endpoint under [oauth]";
            Err(wrong("", why))
        }
        _ => Ok(Service::described(name, description)),
    }
}
