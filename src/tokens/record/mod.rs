//! The record: what one pairing leaves behind, as the one JSON document that every store holds.
//!
//! Programs of the household read this document, and a later Couchpin may add to it: fields that are not
//! known here survive a rewrite, and a document of another version is refused instead of half understood.
//! The invariants: neither `Debug` nor an error shows any of its secrets, and a time has whole seconds.

#[cfg(test)]
mod tests;

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value};

use crate::auth::{Account, RecordError, Secret, Token};

/// The version of the document that is written and understood here.
const VERSION: u64 = 1;

/// 9999-12-31T23:59:59Z: the last second that RFC 3339 can spell.
const LAST_SECOND: u64 = 253_402_300_799;

/// How far two dates may be from each other and still agree.
const TOLERANCE: Duration = Duration::from_mins(1);

/// A token with all that has to be remembered about it.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// The service it signs in to, for example "simkl".
    pub service: String,
    /// The bearer token.
    pub access_token: Secret,
    /// Gets a new access token, where the service has such things.
    pub refresh_token: Option<Secret>,
    /// When the access token ends, if the service told how long it lives: a hint, since clocks may be wrong.
    pub expires_at: Option<SystemTime>,
    /// The scope that was granted, if the service told.
    pub scope: Option<String>,
    /// The application the token belongs to.
    pub client_id: String,
    /// Whose it is, once that is known.
    pub account: Option<Account>,
    /// When the person approved; `None` in a document that somebody else wrote without it.
    pub paired_at: Option<SystemTime>,
    /// When the access token came, where that is later than `paired_at`: it was refreshed since.
    pub issued_at: Option<SystemTime>,
    /// By how many seconds this computer's clock was ahead of the service's when the access token came, where they
    /// contradicted each other: the dates here are the service's then. It may have been put right since, or not.
    pub clock_ahead: Option<i64>,
    /// The service has ended the pairing, and nothing but a new one helps. The tokens are kept all the same.
    pub refused: bool,
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
            issued_at: None,
            clock_ahead: None,
            refused: false,
            unknown: Map::new(),
        }
    }

    /// The same, where the service says that it is another date (the `Date` of its answer).
    #[must_use]
    pub fn dated(mut self, served: Option<SystemTime>) -> Self {
        if let Some(now) = self.paired_at {
            let (at, ahead) = agreed(now, served, None);
            let life = self.expires_at.and_then(|end| end.duration_since(now).ok());
            self.expires_at = life.map(|life| whole_seconds(at.checked_add(life)));
            self.paired_at = Some(whole_seconds(Some(at)));
            self.clock_ahead = ahead;
        }
        self
    }

    /// Puts a refreshed token, which arrived `now`, in the place of the old one; `served` is the date as the service told
    /// it. What the service did not say again stays (RFC 6749 §5.1, §6): the scope, and a refresh token that is not
    /// replaced.
    pub fn renew(&mut self, token: &Token, now: SystemTime, served: Option<SystemTime>) {
        let (now, ahead) = agreed(now, served, self.clock_ahead);
        self.clock_ahead = ahead;
        self.access_token = token.access_token.clone();
        if let Some(refresh_token) = &token.refresh_token {
            self.refresh_token = Some(refresh_token.clone());
        }
        self.expires_at = token
            .expires_in
            .map(|life| whole_seconds(now.checked_add(life)));
        if let Some(scope) = &token.scope {
            self.scope = Some(scope.clone());
        }
        self.issued_at = Some(whole_seconds(Some(now)));
        // No approval lies in the future; but only the service's date tells which clock is wrong.
        if served.is_some() && self.paired_at.is_some_and(|at| at > now + TOLERANCE) {
            self.paired_at = self.issued_at;
        }
        self.refused = false;
    }

    /// Whether it is time to refresh: less than a tenth of the access token's life is left, or its dates make no sense.
    ///
    /// A token from the future is of unknown age: it was dated while the clock was ahead. It is due once, for refreshing
    /// dates it anew. Where the clock was known to be wrong, it may be right by now or as wrong as then, and either is
    /// reason enough; refreshing settles which ([`agreed`]), so that a clock that stays wrong costs one more refresh per
    /// life and not one per call.
    #[must_use]
    pub fn is_due(&self, now: SystemTime) -> bool {
        let (Some(_), Some(end)) = (&self.refresh_token, self.expires_at) else {
            return false;
        };
        let life = self
            .start()
            .map(|start| end.duration_since(start).unwrap_or_default());
        let over = |now: SystemTime| {
            let left = end.duration_since(now).unwrap_or_default();
            left.is_zero() || life.is_some_and(|life| left < life / 10)
        };
        let mut dates = self.dates(now).peekable();
        dates.peek().is_none() || dates.any(over)
    }

    /// What date it may be when this computer's clock shows `now`: none before the token came.
    fn dates(&self, now: SystemTime) -> impl Iterator<Item = SystemTime> {
        let corrected = self.clock_ahead.and_then(|ahead| {
            let by = Duration::from_secs(ahead.unsigned_abs());
            if ahead > 0 {
                now.checked_sub(by)
            } else {
                now.checked_add(by)
            }
        });
        let start = self.start();
        [Some(now), corrected]
            .into_iter()
            .flatten()
            .filter(move |date| {
                start.is_none_or(|start| {
                    start.duration_since(*date).unwrap_or_default() <= TOLERANCE
                })
            })
    }

    /// When the access token came.
    fn start(&self) -> Option<SystemTime> {
        self.issued_at.or(self.paired_at)
    }

    /// Whether both have the same tokens: neither was refreshed since, nor paired again.
    pub(super) fn has_tokens_of(&self, other: &Self) -> bool {
        self.access_token == other.access_token && self.refresh_token == other.refresh_token
    }

    /// Whether the access token lives at `now`, for certain as far as dates can tell.
    #[must_use]
    pub fn lives(&self, now: SystemTime) -> bool {
        let Some(end) = self.expires_at else {
            return true;
        };
        let mut dates = self.dates(now).peekable();
        dates.peek().is_some() && dates.all(|date| date < end)
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
        // As the documented record has it, until there is something to tell.
        if let Some(at) = self.issued_at {
            fields.insert("issued_at".into(), rfc3339(at).into());
        }
        if let Some(ahead) = self.clock_ahead {
            fields.insert("clock_ahead".into(), ahead.into());
        }
        if self.refused {
            fields.insert("refused".into(), true.into());
        }
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
        let refused = match fields.remove("refused") {
            None | Some(Value::Null) => false,
            Some(Value::Bool(refused)) => refused,
            Some(_) => return Err(RecordError::Damaged("refused")),
        };
        let clock_ahead = match fields.remove("clock_ahead") {
            None | Some(Value::Null) => None,
            Some(value) => Some(value.as_i64().ok_or(RecordError::Damaged("clock_ahead"))?),
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
            issued_at: time(&mut fields, "issued_at")?,
            clock_ahead,
            refused,
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
            .field("issued_at", &self.issued_at)
            .field("clock_ahead", &self.clock_ahead)
            .field("refused", &self.refused)
            .finish_non_exhaustive()
    }
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

/// The date by which a token that arrived `now` counts its life, and by how many seconds this clock is ahead of it.
///
/// Where the two contradict each other the service is right. But a clock that is as wrong as it was the last time
/// (`before`) is likely to stay so, and its own dates fit it best.
fn agreed(
    now: SystemTime,
    served: Option<SystemTime>,
    before: Option<i64>,
) -> (SystemTime, Option<i64>) {
    let Some(served) = served else {
        return (now, None);
    };
    let seconds = |time: Duration| i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    let ahead = match now.duration_since(served) {
        Ok(ahead) => seconds(ahead),
        Err(behind) => -seconds(behind.duration()),
    };
    let small = |seconds: i64| seconds.unsigned_abs() <= TOLERANCE.as_secs();
    if small(ahead) || before.is_some_and(|before| small(ahead.saturating_sub(before))) {
        (now, None)
    } else {
        (served, Some(ahead))
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
