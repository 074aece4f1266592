//! What happens to a pairing, for programs that wait for it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::SystemTime;
use std::{fmt, fs};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::marker::Marker;
use super::{Record, StoreError, Tokens, file};
use crate::auth::{ACCOUNT, Account, rfc3339, whole_seconds};

/// What happened to a pairing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A person approved.
    Paired,
    /// There is a new token.
    Refreshed,
    /// The service has ended it.
    Refused,
    /// It was forgotten.
    Unpaired,
}

impl Change {
    /// As programs read it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Paired => "paired",
            Self::Refreshed => "refreshed",
            Self::Refused => "refused",
            Self::Unpaired => "unpaired",
        }
    }
}

/// Is told of every change that this process makes.
pub trait ChangeListener: fmt::Debug + Send + Sync {
    /// This happened to a service's pairing.
    fn changed(&self, service: &str, change: Change);
}

/// How a pairing stands, as it can be told without the keyring: a part of the marker, too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Standing {
    /// Whose account it is, if that is known.
    pub account: Option<Account>,
    /// When the token ends by this computer's clock, if it does.
    #[serde(with = "date")]
    pub expires_at: Option<SystemTime>,
    /// When the person approved.
    #[serde(with = "date")]
    pub paired_at: Option<SystemTime>,
    /// When the token came, where that is later: it was refreshed.
    #[serde(with = "date")]
    pub issued_at: Option<SystemTime>,
    /// The service has ended it.
    pub refused: bool,
}

impl From<&Record> for Standing {
    fn from(record: &Record) -> Self {
        Self {
            account: record.account.clone(),
            expires_at: record.expires_at,
            paired_at: record.paired_at,
            issued_at: record.issued_at,
            refused: record.refused,
        }
    }
}

/// A date as text; one that makes no sense is none.
mod date {
    use super::{
        Deserialize, Deserializer, Serialize, Serializer, SystemTime, rfc3339, whole_seconds,
    };

    #[expect(clippy::ref_option, reason = "serde wants it so")]
    pub(super) fn serialize<S: Serializer>(
        date: &Option<SystemTime>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        date.map(rfc3339).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<SystemTime>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        let date = text.and_then(|text| humantime::parse_rfc3339(&text).ok());
        Ok(date.map(whole_seconds))
    }
}

impl Standing {
    /// What happened since an earlier look, if anything did.
    #[must_use]
    pub fn change(earlier: Option<&Self>, now: Option<&Self>) -> Option<Change> {
        let (earlier, now) = match (earlier, now) {
            (None, Some(now)) if now.refused => return Some(Change::Refused),
            (None, Some(_)) => return Some(Change::Paired),
            (Some(_), None) => return Some(Change::Unpaired),
            (None, None) => return None,
            (Some(earlier), Some(now)) => (earlier, now),
        };
        let times = |one: &Self| (one.issued_at, one.expires_at);
        if earlier.paired_at != now.paired_at {
            Some(Change::Paired)
        } else if now.refused && !earlier.refused {
            Some(Change::Refused)
        } else {
            (times(earlier) != times(now)).then_some(Change::Refreshed)
        }
    }
}

impl Tokens {
    /// The same tokens; `listener` is told of every change that is made through them.
    #[must_use]
    pub fn telling(self, listener: Arc<dyn ChangeListener>) -> Self {
        let listener = Some(listener);
        Self { listener, ..self }
    }

    pub(super) fn tell(&self, service: &str, change: Change) {
        if let Some(listener) = &self.listener {
            listener.changed(service, change);
        }
    }

    /// Everything that is paired, by the names of the services with their accounts.
    #[must_use]
    pub fn paired(&self) -> BTreeSet<String> {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let names = files.filter_map(|file| file.file_name().into_string().ok());
        let names = names.filter_map(|name| {
            let (service, ending) = name.split_once('.')?;
            let is_ours = ["json", "where.json"].contains(&ending);
            is_ours.then(|| service.to_owned())
        });
        let is_paired = |name: &String| matches!(self.standing(name), Ok(Some(_)));
        names.filter(is_paired).collect()
    }

    /// The household's further accounts at a service that something is paired for, by their names.
    #[must_use]
    pub fn accounts(&self, service: &str) -> Vec<String> {
        let paired = self.paired().into_iter();
        let account = |name: String| {
            let account = name.strip_prefix(service)?.strip_prefix(ACCOUNT)?;
            Some(account.to_owned())
        };
        paired.filter_map(account).collect()
    }

    /// How a pairing stands; `None` where nothing is paired. Reads one small file, two for a record that an earlier couchpin
    /// or another program left without its marker.
    pub fn standing(&self, service: &str) -> Result<Option<Standing>, StoreError> {
        let marker = Marker::read(&self.path(service, "where.json")?);
        if marker.forgotten {
            return Ok(None);
        } else if marker.store.is_some() {
            return Ok(Some(marker.standing));
        }
        let record = file::read(&self.path(service, "json")?)?;
        let record = record.and_then(|bytes| Record::parse(&bytes).ok());
        Ok(record.as_ref().map(Standing::from))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::auth::{Secret, StoreChoice, Token};

    #[derive(Debug, Default)]
    struct Told(Mutex<Vec<(String, Change)>>);

    impl ChangeListener for Told {
        fn changed(&self, service: &str, change: Change) {
            self.0.lock().unwrap().push((service.to_owned(), change));
        }
    }

    fn record(access: &str) -> Record {
        let token = Token {
            access_token: Secret::new(access),
            refresh_token: Some(Secret::new("refresh")),
            expires_in: None,
            scope: None,
            lacks_scope: false,
            client_id: "id".into(),
        };
        Record::new("simkl", &token, SystemTime::UNIX_EPOCH, None)
    }

    #[test]
    fn each_change_is_told_and_can_be_seen_from_another_process() {
        let folder = tempfile::tempdir().unwrap();
        let told = Arc::new(Told::default());
        let tokens =
            Tokens::new(folder.path().to_owned(), StoreChoice::InFile).telling(told.clone());
        let other = Tokens::new(folder.path().to_owned(), StoreChoice::InFile);
        let mut seen = Vec::new();
        let mut last = other.standing("simkl").unwrap();
        let mut look = || {
            let now = other.standing("simkl").unwrap();
            seen.extend(Standing::change(last.as_ref(), now.as_ref()));
            last = now;
        };
        look();
        tokens.save(&record("one")).unwrap();
        look();
        look();
        let refreshed = |token: Token| crate::tokens::Refreshed { token, date: None };
        let second = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1);
        let need = crate::tokens::Need::Now;
        let limit = crate::tokens::REFRESH_LIMIT;
        tokens
            .refreshed(limit, "simkl", &need, second, |_, _| {
                Ok(refreshed(record("two").token(second)))
            })
            .unwrap();
        look();
        let refused = || Err(crate::auth::Rejection::Token.into());
        let ended = tokens.refreshed(limit, "simkl", &need, second, |_, _| refused());
        assert!(ended.is_err());
        look();
        tokens.forget("simkl").unwrap();
        look();
        let all = [
            Change::Paired,
            Change::Refreshed,
            Change::Refused,
            Change::Unpaired,
        ];
        assert_eq!(seen, all);
        let told = told.0.lock().unwrap();
        assert_eq!(*told, all.map(|change| ("simkl".to_owned(), change)));
    }
}
