//! The record: what one pairing leaves behind, as the one JSON document that every store holds.
//!
//! Programs of the household read this document, and a later Couchpin may add to it: fields that are not
//! known here survive a rewrite, and a document of another version is refused instead of half understood.
//! The invariants: neither `Debug` nor an error shows any of its secrets, and a time has whole seconds.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value};

use crate::authorization::{Account, Secret, Token};

/// The version of the document that is written and understood here.
const VERSION: u64 = 1;

/// 9999-12-31T23:59:59Z: the last second that RFC 3339 can spell.
const LAST_SECOND: u64 = 253_402_300_799;

/// A token with all that has to be remembered about it.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// The service it signs in to, for example "simkl".
    pub service: String,
    /// The bearer token.
    pub access_token: Secret,
    /// Gets a new access token, where the service has such things.
    pub refresh_token: Option<Secret>,
    /// When the access token ends by this computer's clock, if the service told: a hint, since the clock may be wrong.
    pub expires_at: Option<SystemTime>,
    /// The scope that was granted, if the service told.
    pub scope: Option<String>,
    /// The application the token belongs to.
    pub client_id: String,
    /// Whose it is, once that is known.
    pub account: Option<Account>,
    /// When the person approved; `None` in a document that somebody else wrote without it.
    pub paired_at: Option<SystemTime>,
    /// What a later version or another program added; its values may be secrets too.
    unknown: Map<String, Value>,
}

impl Record {
    /// The record of a token that arrived `now`.
    #[must_use]
    pub fn new(service: &str, token: &Token, now: SystemTime) -> Self {
        Self {
            service: service.to_owned(),
            access_token: token.access_token.clone(),
            refresh_token: token.refresh_token.clone(),
            expires_at: token
                .expires_in
                .map(|life| whole_seconds(now.checked_add(life))),
            scope: token.scope.clone(),
            client_id: token.client_id.clone(),
            account: None,
            paired_at: Some(whole_seconds(Some(now))),
            unknown: Map::new(),
        }
    }

    /// The token as it is `now`: `expires_in` is what is left of its life, zero if that is over.
    #[must_use]
    pub fn token(&self, now: SystemTime) -> Token {
        Token {
            access_token: self.access_token.clone(),
            refresh_token: self.refresh_token.clone(),
            expires_in: self
                .expires_at
                .map(|end| end.duration_since(now).unwrap_or_default()),
            scope: self.scope.clone(),
            // What was asked for is not in the record.
            lacks_scope: false,
            client_id: self.client_id.clone(),
        }
    }

    /// The document, on one line: for a store.
    #[must_use]
    pub fn to_json(&self) -> Secret {
        let secret = |secret: &Secret| Value::from(secret.expose());
        let mut fields = self.unknown.clone();
        fields.insert("version".into(), VERSION.into());
        fields.insert("service".into(), self.service.clone().into());
        fields.insert("access_token".into(), secret(&self.access_token));
        fields.insert(
            "refresh_token".into(),
            self.refresh_token.as_ref().map(secret).into(),
        );
        fields.insert("expires_at".into(), self.expires_at.map(rfc3339).into());
        fields.insert("scope".into(), self.scope.clone().into());
        fields.insert("client_id".into(), self.client_id.clone().into());
        let account = self.account.as_ref().map(|account| {
            Map::from_iter([
                ("id".to_owned(), Value::from(account.id.clone())),
                ("name".to_owned(), Value::from(account.name.clone())),
            ])
        });
        fields.insert("account".into(), account.into());
        fields.insert("paired_at".into(), self.paired_at.map(rfc3339).into());
        Secret::new(Value::Object(fields).to_string())
    }

    /// Reads a document. Optional fields may be null or missing.
    pub fn parse(json: &[u8]) -> Result<Self, RecordError> {
        // The JSON parser's own message is dropped: it quotes the values it did not expect.
        let Ok(Value::Object(mut fields)) = serde_json::from_slice(json) else {
            return Err(RecordError::Damaged("the document"));
        };
        // The version comes first: a later one may have given any other field a new meaning.
        match fields.remove("version").as_ref().map(Value::as_u64) {
            Some(Some(VERSION)) => {}
            Some(Some(version)) => return Err(RecordError::Version(version)),
            _ => return Err(RecordError::Damaged("version")),
        }
        let account = match fields.remove("account") {
            None | Some(Value::Null) => None,
            Some(value) => {
                Some(serde_json::from_value(value).map_err(|_| RecordError::Damaged("account"))?)
            }
        };
        Ok(Self {
            service: required(&mut fields, "service")?,
            access_token: Secret::new(required(&mut fields, "access_token")?),
            refresh_token: text(&mut fields, "refresh_token")?.map(Secret::new),
            expires_at: time(&mut fields, "expires_at")?,
            scope: text(&mut fields, "scope")?,
            client_id: required(&mut fields, "client_id")?,
            account,
            paired_at: time(&mut fields, "paired_at")?,
            unknown: fields,
        })
    }

    /// Refuses a record that belongs to another service than the place it was found in.
    pub(super) fn of(self, service: &str) -> Result<Self, RecordError> {
        if self.service == service {
            Ok(self)
        } else {
            Err(RecordError::Service(self.service))
        }
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("service", &self.service)
            .field("expires_at", &self.expires_at)
            .field("scope", &self.scope)
            .field("client_id", &self.client_id)
            .field("account", &self.account)
            .field("paired_at", &self.paired_at)
            .finish_non_exhaustive()
    }
}

/// Why a document is not the record that was looked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// It is no record, or one with a part that makes no sense.
    #[error("{0} could not be understood: pair again")]
    Damaged(&'static str),
    /// It was written by a later Couchpin, and stays as it is.
    #[error(
        "it was written by another version of Couchpin (format {0}): update Couchpin, or pair again"
    )]
    Version(u64),
    /// It is the record of another service.
    #[error("it holds the token of another service ({0}): move it away, or pair again")]
    Service(String),
}

fn required(fields: &mut Map<String, Value>, name: &'static str) -> Result<String, RecordError> {
    text(fields, name)?
        .filter(|text| !text.is_empty())
        .ok_or(RecordError::Damaged(name))
}

fn text(
    fields: &mut Map<String, Value>,
    name: &'static str,
) -> Result<Option<String>, RecordError> {
    match fields.remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(RecordError::Damaged(name)),
    }
}

fn time(
    fields: &mut Map<String, Value>,
    name: &'static str,
) -> Result<Option<SystemTime>, RecordError> {
    let Some(text) = text(fields, name)? else {
        return Ok(None);
    };
    match humantime::parse_rfc3339_weak(&text) {
        Ok(time) => Ok(Some(whole_seconds(Some(time)))),
        Err(_) => Err(RecordError::Damaged(name)),
    }
}

/// The time as UTC, for example `2026-11-21T20:00:00Z`.
pub(super) fn rfc3339(time: SystemTime) -> String {
    humantime::format_rfc3339_seconds(whole_seconds(Some(time))).to_string()
}

/// Cuts a time to seconds and to what RFC 3339 can spell: a clock may be broken, a life absurdly long.
fn whole_seconds(time: Option<SystemTime>) -> SystemTime {
    let seconds = time.map_or(LAST_SECOND, |time| {
        time.duration_since(UNIX_EPOCH)
            .unwrap_or_default()
            .as_secs()
            .min(LAST_SECOND)
    });
    UNIX_EPOCH + Duration::from_secs(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the documentation.
    const DOCUMENTED: &str = r#"{"version":1,"service":"simkl","access_token":"canary-a","refresh_token":null,"expires_at":null,"scope":"public","client_id":"id","account":{"id":"4242","name":"Ann"},"paired_at":"2026-11-21T20:00:00Z"}"#;

    fn at(text: &str) -> SystemTime {
        humantime::parse_rfc3339(text).unwrap()
    }

    fn token(expires_in: Option<Duration>) -> Token {
        Token {
            access_token: Secret::new("canary-a"),
            refresh_token: Some(Secret::new("canary-b")),
            expires_in,
            scope: None,
            lacks_scope: false,
            client_id: "id".into(),
        }
    }

    #[test]
    fn the_documented_record_is_read() {
        let record = Record::parse(DOCUMENTED.as_bytes()).unwrap();
        assert_eq!(record.access_token.expose(), "canary-a");
        assert_eq!(record.account.as_ref().unwrap().name, "Ann");
        assert_eq!(record.paired_at, Some(at("2026-11-21T20:00:00Z")));
        assert_eq!(record.expires_at, None);
        let again: Value = serde_json::from_str(record.to_json().expose()).unwrap();
        assert_eq!(again, serde_json::from_str::<Value>(DOCUMENTED).unwrap());
    }

    #[test]
    fn a_record_survives_being_written_and_read() {
        let now = at("2026-11-21T20:00:00.75Z");
        let record = Record::new("simkl", &token(Some(Duration::from_secs(90))), now);
        assert!(
            record
                .to_json()
                .expose()
                .contains("\"2026-11-21T20:01:30Z\"")
        );
        assert_eq!(
            Record::parse(record.to_json().expose().as_bytes()),
            Ok(record)
        );
    }

    #[test]
    fn what_is_left_of_a_tokens_life_is_counted_from_now() {
        let start = at("2026-11-21T20:00:00Z");
        let record = Record::new("simkl", &token(Some(Duration::from_secs(90))), start);
        let left = |passed| record.token(start + Duration::from_secs(passed)).expires_in;
        assert_eq!(left(31), Some(Duration::from_secs(59)));
        assert_eq!(left(100), Some(Duration::ZERO));
        assert_eq!(record.token(start), token(Some(Duration::from_secs(90))));
    }

    #[test]
    fn absurd_clocks_and_lives_do_no_harm() {
        let record = Record::new("simkl", &token(Some(Duration::MAX)), UNIX_EPOCH);
        assert!(record.to_json().expose().contains("9999-12-31T23:59:59Z"));
        let before = UNIX_EPOCH - Duration::from_secs(5);
        assert_eq!(rfc3339(before), "1970-01-01T00:00:00Z");
    }

    #[test]
    fn unknown_fields_survive_a_rewrite() {
        let later = DOCUMENTED.replacen('{', r#"{"mood":{"deep":[1,"two"]},"#, 1);
        let record = Record::parse(later.as_bytes()).unwrap();
        assert!(
            record
                .to_json()
                .expose()
                .contains(r#""mood":{"deep":[1,"two"]}"#)
        );
    }

    #[test]
    fn optional_fields_may_be_missing() {
        let short = r#"{"version":1,"service":"simkl","access_token":"a","client_id":"id"}"#;
        let record = Record::parse(short.as_bytes()).unwrap();
        assert_eq!((record.account, record.paired_at), (None, None));
    }

    #[test]
    fn other_versions_services_and_nonsense_are_refused_without_a_secret() {
        let damaged = |was: &str, is: &str| {
            Record::parse(DOCUMENTED.replace(was, is).as_bytes()).unwrap_err()
        };
        assert_eq!(damaged(":1,", ":2,"), RecordError::Version(2));
        assert_eq!(
            damaged("\"version\":1,", ""),
            RecordError::Damaged("version")
        );
        assert_eq!(
            damaged("canary-a", ""),
            RecordError::Damaged("access_token")
        );
        assert_eq!(
            damaged("2026-11", "20xx"),
            RecordError::Damaged("paired_at")
        );
        let error = damaged("{\"id\":\"4242\",\"name\":\"Ann\"}", "\"canary-c\"");
        assert_eq!(error, RecordError::Damaged("account"));
        assert!(!format!("{error} {error:?}").contains("canary"));
        let record = Record::parse(DOCUMENTED.as_bytes()).unwrap();
        assert_eq!(
            record.of("shikimori"),
            Err(RecordError::Service("simkl".into()))
        );
    }

    #[test]
    fn a_record_does_not_print_its_secrets() {
        let later = DOCUMENTED.replacen('{', r#"{"id_token":"canary-d","#, 1);
        let record = Record::parse(later.as_bytes()).unwrap();
        assert!(!format!("{record:?} {record:#?}").contains("canary"));
    }
}
