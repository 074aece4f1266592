//! Tokens that are kept elsewhere: in the environment, or as a systemd credential (`LoadCredential=`).
//!
//! They are read and never written, so they are not refreshed here either. They win over a stored pairing, because a
//! person who gave one meant it.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use super::file::LARGEST;
use super::record::Record;
use crate::auth::{ACCOUNT, SystemError};
use crate::system::plain_file;

/// A token that was given, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalToken {
    /// The token; a bare one has neither a client id nor dates.
    pub record: Record,
    /// Where it came from.
    pub from: TokenSource,
}

/// Where a token came from. Prints as a clause that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenSource {
    /// The environment variable of this name.
    Environment(String),
    /// The credential in this file.
    Credential(PathBuf),
}

impl fmt::Display for TokenSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Environment(name) => f.write_str(name),
            Self::Credential(path) => write!(f, "the credential {}", path.display()),
        }
    }
}

/// What was given is no token. Carries no part of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{from} cannot be used: {why}")]
pub struct ExternalTokenError {
    /// Where it came from.
    pub from: TokenSource,
    /// What is wrong with it.
    pub why: String,
}

/// The token that was given for a service, if one was; the environment comes first.
///
/// `variable` reads the environment: `COUCHPIN_<SERVICE>_ACCESS_TOKEN` holds a bare token, and
/// `$CREDENTIALS_DIRECTORY/couchpin-<service>` a bare token or a whole record.
pub fn external_token(
    service: &str,
    variable: impl Fn(&str) -> Option<OsString>,
) -> Result<Option<ExternalToken>, ExternalTokenError> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let upper = service.to_ascii_uppercase().replace(['-', ACCOUNT], "_");
    let name = format!("COUCHPIN_{upper}_ACCESS_TOKEN");
    let (read, from) = if let Some(token) = set(&name) {
        let read = bare(&token.into_encoded_bytes(), service);
        (read, TokenSource::Environment(name))
    } else if let Some(folder) = set("CREDENTIALS_DIRECTORY") {
        let path = Path::new(&folder).join(format!("couchpin-{service}"));
        // Not as the private file is read: systemd owns it, and decides who may.
        let read = match plain_file::read(&path, LARGEST) {
            Ok(bytes) if bytes.trim_ascii_start().starts_with(b"{") => Record::parse(&bytes)
                .and_then(|record| record.of(service))
                .map_err(|problem| format!("expected an access token or a record ({problem})")),
            Ok(bytes) => bare(&bytes, service),
            Err(SystemError::Missing) => return Ok(None),
            Err(error) => Err(error.to_string()),
        };
        (read, TokenSource::Credential(path))
    } else {
        return Ok(None);
    };
    match read {
        Ok(record) => Ok(Some(ExternalToken { record, from })),
        Err(why) => Err(ExternalTokenError { from, why }),
    }
}

fn bare(bytes: &[u8], service: &str) -> Result<Record, String> {
    match std::str::from_utf8(bytes.trim_ascii()) {
        Ok(token) if !token.is_empty() && token.bytes().all(|b| b.is_ascii_graphic()) => {
            Ok(Record::bare(service, token))
        }
        _ => Err("expected an access token, in letters, digits and signs without blanks".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An environment with these variables.
    fn ask(variables: &[(&str, &str)]) -> Result<Option<ExternalToken>, ExternalTokenError> {
        external_token("simkl", |name| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found.map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn the_environment_comes_before_the_credential_and_empty_means_none() {
        let folder = tempfile::tempdir().unwrap();
        let credentials = ("CREDENTIALS_DIRECTORY", folder.path().to_str().unwrap());
        assert_eq!(ask(&[]), Ok(None));
        assert_eq!(ask(&[credentials]), Ok(None), "another program's folder");
        std::fs::write(folder.path().join("couchpin-simkl"), "canary-file\n").unwrap();
        let got = |variables: &[_]| ask(variables).unwrap().unwrap();
        let empty = ("COUCHPIN_SIMKL_ACCESS_TOKEN", "");
        assert_eq!(
            got(&[credentials, empty]).record.access_token.expose(),
            "canary-file"
        );
        let set = ("COUCHPIN_SIMKL_ACCESS_TOKEN", "canary-env");
        let both = got(&[credentials, set]);
        assert_eq!(both.record.access_token.expose(), "canary-env");
        assert_eq!(both.from, TokenSource::Environment(set.0.into()));
        assert!(!format!("{both:?}").contains("canary"));
    }

    #[cfg(unix)]
    #[test]
    fn a_credential_that_is_a_pipe_or_too_large_is_named_and_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("couchpin-simkl");
        let variables = [("CREDENTIALS_DIRECTORY", folder.path().to_str().unwrap())];
        let made = std::process::Command::new("mkfifo").arg(&path).status();
        assert!(made.unwrap().success());
        let said = ask(&variables).unwrap_err().to_string();
        assert!(said.contains("it is not a plain file"), "{said}");
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, "a".repeat(64 * 1024 + 1)).unwrap();
        let said = ask(&variables).unwrap_err().to_string();
        assert!(said.contains("it is too large"), "{said}");
    }

    #[test]
    fn a_credential_may_be_a_whole_record() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("couchpin-simkl");
        let variables = [("CREDENTIALS_DIRECTORY", folder.path().to_str().unwrap())];
        let record = r#" {"version":1,"service":"simkl","access_token":"a","client_id":"id","account":{"id":"1"}}"#;
        std::fs::write(&path, record).unwrap();
        let got = ask(&variables).unwrap().unwrap();
        assert_eq!(got.record.access_token.expose(), "a");
        assert_eq!(got.record.client_id, "id");
        assert_eq!(got.from, TokenSource::Credential(path.clone()));
        for bad in [
            record.replace("simkl", "shikimori"),
            "{canary".into(),
            "two canaries".into(),
            String::new(),
        ] {
            std::fs::write(&path, &bad).unwrap();
            let said = ask(&variables).unwrap_err().to_string();
            assert!(said.contains("couchpin-simkl cannot be used"), "{said}");
            assert!(!said.contains("canar"), "{said}");
        }
    }
}
