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

use crate::authorization::{Account, RecordError, Secret, Token};

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
    /// When the access token came, where that is later than `paired_at`: it was refreshed since.
    pub issued_at: Option<SystemTime>,
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
            refused: false,
            unknown: Map::new(),
        }
    }

    /// Puts a refreshed token, which arrived `now`, in the place of the old one. What the service did not say
    /// again stays (RFC 6749 §5.1, §6): the scope, and a refresh token that is not replaced.
    pub fn renew(&mut self, token: &Token, now: SystemTime) {
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
        self.refused = false;
    }

    /// Whether it is time to refresh: less than a tenth of the access token's life is left.
    ///
    /// Only a hint, since the clock may be wrong; so a token from the future is not due, however often one asks.
    #[must_use]
    pub fn is_due(&self, now: SystemTime) -> bool {
        let (Some(_), Some(end)) = (&self.refresh_token, self.expires_at) else {
            return false;
        };
        let Some(start) = self.issued_at.or(self.paired_at) else {
            return now >= end;
        };
        let life = end.duration_since(start).unwrap_or_default();
        let left = end.duration_since(now).unwrap_or_default();
        now >= start && (left < life / 10 || left.is_zero())
    }

    /// Whether the access token lives at `now`, as far as this computer's clock can tell.
    #[must_use]
    pub fn lives(&self, now: SystemTime) -> bool {
        self.expires_at.is_none_or(|end| now < end)
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
