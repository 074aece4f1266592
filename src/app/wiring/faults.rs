//! Why couchpin cannot start with these settings, in the person's language. The command line has its own, English words.

use crate::app::settings::{ConfigError, END_WRITING, Expected, Exposure, ValueSource};
use crate::services::http::SetupError;
use crate::words::store::system;
use crate::words::{Language, Words};

/// What is wrong with the settings.
#[must_use]
pub fn wrong_settings(error: &ConfigError, language: Language) -> String {
    let words = &Words::of(language);
    match error {
        ConfigError::NoHome => words.get("config-no-home"),
        ConfigError::Unreadable {
            path,
            named_by,
            why,
        } => {
            let file = ("file", path.display().to_string().into());
            let why = ("why", system(words, *why).into());
            match named_by {
                None => words.with("config-unreadable", [file, why]),
                Some(source) => {
                    let source = ("source", place(words, source).into());
                    words.with("config-unreadable-from", [file, source, why])
                }
            }
        }
        ConfigError::Exposed { path, setting, how } => {
            let id = match how {
                Exposure::Owner => "config-exposed-owner",
                Exposure::Mode => "config-exposed-mode",
            };
            let file = ("file", path.display().to_string().into());
            let command = ("command", END_WRITING.into());
            words.with(id, [file, ("setting", setting.as_str().into()), command])
        }
        // What exactly is in the parser's words, and those are English.
        ConfigError::Wrong { path, line, .. } => {
            let file = ("file", path.display().to_string().into());
            // As a text: a number would be grouped by some languages.
            words.with("config-line", [file, ("line", line.to_string().into())])
        }
        // Asked for on the command line, which is English.
        ConfigError::NoService { .. } | ConfigError::AccountName => error.to_string(),
        ConfigError::Value { name, from, why } => {
            let source = ("source", place(words, from).into());
            let expected = ("expected", expected(words, *why).into());
            match from {
                ValueSource::Flag(_) | ValueSource::Variable(_) => {
                    words.with("config-variable", [source, expected])
                }
                ValueSource::File(_) | ValueSource::BuiltIn => {
                    words.with("config-value", [("name", (*name).into()), source, expected])
                }
            }
        }
    }
}

/// Why no service can be asked at all.
#[must_use]
pub fn no_connections(error: &SetupError, language: Language) -> String {
    let words = Words::of(language);
    match error {
        SetupError::NoCertificates => words.get("config-no-certificates"),
        // The settings have let no such address through.
        SetupError::Address(_) | SetupError::Client(_) => words.get("config-no-client"),
    }
}

fn place(words: &Words, source: &ValueSource) -> String {
    match source {
        ValueSource::BuiltIn => words.get("source-built-in"),
        other => other.to_string(),
    }
}

fn expected(words: &Words, what: Expected) -> String {
    words.get(match what {
        Expected::Utf8 => "expected-text",
        Expected::Word => "expected-word",
        Expected::Name => "expected-name",
        Expected::Address => "expected-address",
        Expected::OneOf(these) => {
            return words.with("expected-one-of", [("words", these.join(", ").into())]);
        }
        Expected::PhonePage => "expected-phone-page",
        Expected::OneAddress | Expected::ReachableAddress => "expected-one-address",
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::auth::SystemError;

    #[test]
    fn wrong_settings_are_told_in_the_persons_language_alone() {
        let path = || PathBuf::from("/etc/couchpin/config.toml");
        let from = ValueSource::Variable("COUCHPIN_STORE");
        let said = |error| wrong_settings(&error, Language::German);
        let store = ConfigError::Value {
            name: "store",
            from: from.clone(),
            why: Expected::OneOf(&["auto", "keyring", "file"]),
        };
        assert_eq!(
            said(store),
            "COUCHPIN_STORE ist falsch. Erwartet: auto, keyring, file."
        );
        let missing = ConfigError::Unreadable {
            path: path(),
            named_by: Some(ValueSource::Variable("COUCHPIN_CONFIG")),
            why: SystemError::Missing,
        };
        assert_eq!(
            said(missing),
            "/etc/couchpin/config.toml, angegeben in COUCHPIN_CONFIG, ist nicht lesbar. Die Datei oder der Ordner fehlt."
        );
        let line = said(ConfigError::Wrong {
            path: path(),
            line: 1234,
            why: "unknown field `client`, expected one of `client_id`".into(),
        });
        assert!(
            line.contains("/etc/couchpin/config.toml, Zeile 1234:"),
            "{line}"
        );
        assert!(!line.contains("unknown"), "{line}");
        let built_in = said(ConfigError::Value {
            name: "simkl.client_id",
            from: ValueSource::BuiltIn,
            why: Expected::Word,
        });
        assert!(!built_in.contains("this build"), "{built_in}");
    }
}
