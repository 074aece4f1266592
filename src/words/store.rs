//! What the stores and the operating system refuse, in words: sentences without their full stop.

use std::path::Path;

use super::Words;
use crate::auth::{FileAction, KeyringTrouble, NotOurs, RecordError, StoreError, SystemError};

/// Why a store does not do what it should; may be two sentences.
pub(crate) fn store(words: &Words, error: &StoreError) -> String {
    let path = |path: &Path| ("path", path.display().to_string().into());
    match error {
        // Only a person can open it, whether it is locked or does not answer.
        StoreError::Locked(_) => keyring(words, KeyringTrouble::Locked),
        StoreError::KeyringAbsent(why)
        | StoreError::KeyringFailed(why)
        | StoreError::NotMoved(why) => keyring(words, *why),
        StoreError::Refused { path: at, why } => {
            let id = match why {
                NotOurs::Link => "store-link",
                NotOurs::NotAFile => "store-not-a-file",
                NotOurs::OtherUsers => "store-anothers",
            };
            words.with(id, [path(at)])
        }
        StoreError::Damaged(kept) => words.with("store-damaged", [path(kept)]),
        StoreError::Record { problem, .. } => match problem {
            RecordError::Damaged(_) => words.get("store-unclear"),
            RecordError::Version(_) => words.get("store-version"),
            RecordError::Service(name) => {
                words.with("store-other-service", [("service", name.as_str().into())])
            }
        },
        StoreError::Io {
            doing,
            path: at,
            why,
        } => {
            let id = match doing {
                FileAction::Write => "store-not-written",
                FileAction::Read => "store-not-read",
                FileAction::Remove => "store-not-removed",
                FileAction::SetAside => "store-not-set-aside",
                FileAction::Open => "store-not-opened",
            };
            words.with(id, [path(at), ("why", system(words, *why).into())])
        }
        StoreError::InUse(_) => words.get("store-in-use"),
        StoreError::NotPaired => words.get("store-empty"),
        // The names of services are this program's own.
        StoreError::ServiceName | StoreError::NoAnswer => words.get("store-no-answer"),
    }
}

/// Why the keyring cannot be used.
pub(crate) fn keyring(words: &Words, why: KeyringTrouble) -> String {
    words.get(match why {
        KeyringTrouble::Locked => "store-locked",
        KeyringTrouble::Silent => "keyring-silent",
        KeyringTrouble::Slow => "keyring-slow",
        KeyringTrouble::NoBus => "keyring-no-bus",
        KeyringTrouble::BusFailed => "keyring-bus-failed",
        KeyringTrouble::NoService => "keyring-no-service",
        KeyringTrouble::NotStarted => "keyring-not-started",
        KeyringTrouble::NoDefault => "keyring-no-default",
        KeyringTrouble::SeveralItems => "keyring-several",
        KeyringTrouble::NotReturned => "keyring-not-kept",
        KeyringTrouble::TooLong => "keyring-too-long",
        KeyringTrouble::Failed => "keyring-failed",
    })
}

/// What the operating system refused.
pub(crate) fn system(words: &Words, error: SystemError) -> String {
    words.get(match error {
        SystemError::DiskFull => "system-disk-full",
        SystemError::ReadOnly => "system-read-only",
        SystemError::NoPermission => "system-no-permission",
        SystemError::Missing => "system-missing",
        SystemError::InTheWay => "system-in-the-way",
        SystemError::NotAFile => "system-not-a-file",
        SystemError::TooLarge => "system-too-large",
        SystemError::TooManyFiles => "system-too-many-files",
        SystemError::DiskFailed => "system-disk-failed",
        SystemError::Timeout => "system-timeout",
        SystemError::Other(Some(number)) => {
            // As a text: a number would be grouped by some languages.
            return words.with("system-other", [("number", number.to_string().into())]);
        }
        SystemError::Other(None) => "system-unknown",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn what_a_store_or_the_system_refuses_is_said_in_the_persons_own_language() {
        let path = || "/state/simkl.json".into();
        let mut errors: Vec<StoreError> = KeyringTrouble::ALL.map(StoreError::from).into();
        for why in [NotOurs::Link, NotOurs::NotAFile, NotOurs::OtherUsers] {
            errors.push(StoreError::Refused { path: path(), why });
        }
        for problem in [
            RecordError::Damaged("version"),
            RecordError::Version(2),
            RecordError::Service("shikimori".into()),
        ] {
            let path = Some(path());
            errors.push(StoreError::Record { path, problem });
        }
        for (doing, why) in [
            (FileAction::Write, SystemError::DiskFull),
            (FileAction::Read, SystemError::NoPermission),
            (FileAction::Remove, SystemError::ReadOnly),
            (FileAction::SetAside, SystemError::InTheWay),
            (FileAction::Open, SystemError::TooManyFiles),
            (FileAction::Open, SystemError::Missing),
            (FileAction::Open, SystemError::NotAFile),
            (FileAction::Open, SystemError::TooLarge),
            (FileAction::Read, SystemError::DiskFailed),
            (FileAction::Read, SystemError::Timeout),
            (FileAction::Read, SystemError::Other(Some(40))),
            (FileAction::Read, SystemError::Other(None)),
        ] {
            let path = path();
            errors.push(StoreError::Io { doing, path, why });
        }
        errors.extend([
            StoreError::Damaged(path()),
            StoreError::InUse(path()),
            StoreError::NotPaired,
            StoreError::NoAnswer,
        ]);
        let english = Words::of(Language::English);
        for error in errors {
            let in_english = store(english, &error);
            assert!(in_english.starts_with(|c: char| c.is_uppercase() || c == '/'));
            assert!(!in_english.ends_with('.'), "{in_english}");
            for language in Language::ALL {
                let said = store(Words::of(language), &error);
                let same = language == Language::English;
                assert_eq!(said == in_english, same, "{language:?}: {said}");
            }
        }
    }
}
