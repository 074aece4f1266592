//! The record: what one pairing leaves behind, as the one JSON document that every store holds.
//!
//! Other programs read this document, and a later Couchpin may add to it: fields that are not known here survive a
//! rewrite, and a document of another version is refused instead of half understood. The invariants: neither `Debug` nor
//! an error shows any of its secrets, and a time has whole seconds.

mod dates;
#[cfg(test)]
mod tests;

use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{fmt, mem};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use self::dates::{TOLERANCE, agreed_date};
use crate::auth::{
    ACCOUNT, Account, LAST_SECOND, RecordError, Secret, Token, rfc3339, service_and_account,
    whole_seconds,
};

/// The version of the document that is written and understood here.
const VERSION: u64 = 1;

/// A token with all that has to be remembered about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The service it signs in to, for example "simkl"; with the household's own name of another account than the first:
    /// "simkl@kids".
    pub service: String,
    /// The bearer token.
    pub access_token: Secret,
    /// Gets a new access token, where the service has such things.
    pub refresh_token: Option<Secret>,
    /// When the access token ends, if the service told how long it lives: a hint, since clocks may be wrong.
    pub expires_at: Option<SystemTime>,
    /// The scope that was granted, if the service told.
    pub scope: Option<String>,
    /// The application the token belongs to; empty only for a bare token that is kept elsewhere.
    pub client_id: String,
    /// Whose it is, once that is known.
    pub account: Option<Account>,
    /// When the person approved; `None` in a document that another program wrote without it.
    pub paired_at: Option<SystemTime>,
    /// When the access token came, where that is later than `paired_at`: it was refreshed since.
    pub issued_at: Option<SystemTime>,
    /// By how many seconds this computer's clock was ahead of the service's when the access token came, where they
    /// contradicted each other: the dates here are the service's then. It may have been put right since, or not.
    pub clock_ahead: Option<i64>,
    /// The service has ended the pairing, and nothing but a new one helps. The tokens are kept all the same.
    pub refused: bool,
    unknown: UnknownFields,
}

/// What a later version or another program added; its values may be secrets too.
#[derive(Clone, Default, PartialEq, Eq)]
struct UnknownFields(Map<String, Value>);

impl fmt::Debug for UnknownFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Record {
    /// The record of a token that arrived `now`; `served` is the date as the service told it (the `Date` of its answer).
    #[must_use]
    pub fn new(service: &str, token: &Token, now: SystemTime, served: Option<SystemTime>) -> Self {
        let (now, clock_ahead) = agreed_date(now, served, None);
        Self {
            service: service.to_owned(),
            access_token: token.access_token.clone(),
            refresh_token: token.refresh_token.clone(),
            expires_at: end(now, token.expires_in),
            scope: token.scope.clone(),
            client_id: token.client_id.clone(),
            account: None,
            paired_at: Some(whole_seconds(now)),
            issued_at: None,
            clock_ahead,
            refused: false,
            unknown: UnknownFields::default(),
        }
    }

    /// The record of an access token of which nothing else is known, not even the application.
    pub(super) fn bare(service: &str, access_token: &str) -> Self {
        let token = Token {
            access_token: Secret::new(access_token),
            refresh_token: None,
            expires_in: None,
            scope: None,
            lacks_scope: false,
            client_id: String::new(),
        };
        Self {
            paired_at: None,
            ..Self::new(service, &token, UNIX_EPOCH, None)
        }
    }

    /// Puts a refreshed token, which arrived `now`, in the place of the old one; `served` is the date as the service told
    /// it. What the service did not say again stays (RFC 6749 §5.1, §6): the scope, and a refresh token that is not
    /// replaced.
    pub fn renew(&mut self, token: &Token, now: SystemTime, served: Option<SystemTime>) {
        let (now, ahead) = agreed_date(now, served, self.clock_ahead);
        self.clock_ahead = ahead;
        self.access_token = token.access_token.clone();
        if let Some(refresh_token) = &token.refresh_token {
            self.refresh_token = Some(refresh_token.clone());
        }
        self.expires_at = end(now, token.expires_in);
        if let Some(scope) = &token.scope {
            self.scope = Some(scope.clone());
        }
        self.issued_at = Some(whole_seconds(now));
        // No approval lies in the future; but only the service's date tells which clock is wrong.
        if served.is_some() && self.paired_at.is_some_and(|at| at > now + TOLERANCE) {
            self.paired_at = self.issued_at;
        }
        self.refused = false;
    }

    /// Whether both have the same tokens: neither was refreshed since, nor paired again.
    pub(super) fn has_tokens_of(&self, other: &Self) -> bool {
        self.access_token == other.access_token && self.refresh_token == other.refresh_token
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
        let (service, account) = service_and_account(&self.service);
        let mut fields = json!({
            "version": VERSION,
            "service": service,
            "access_token": self.access_token.expose(),
            "refresh_token": self.refresh_token.as_ref().map(Secret::expose),
            "expires_at": self.expires_at.map(rfc3339),
            "scope": self.scope,
            "client_id": self.client_id,
            "account": self.account,
            "paired_at": self.paired_at.map(rfc3339),
        });
        // Not in the documented record, until there is something to tell.
        if let Some(account) = account {
            fields["household_account"] = account.into();
        }
        if let Some(at) = self.issued_at {
            fields["issued_at"] = rfc3339(at).into();
        }
        if let Some(ahead) = self.clock_ahead {
            fields["clock_ahead"] = ahead.into();
        }
        if self.refused {
            fields["refused"] = true.into();
        }
        for (name, value) in &self.unknown.0 {
            fields[name] = value.clone();
        }
        Secret::new(fields.to_string())
    }

    /// Reads a document. Optional fields may be null or missing.
    pub fn parse(json: &[u8]) -> Result<Self, RecordError> {
        // The JSON parser's own message is dropped: it quotes the values it did not expect.
        let Ok(Value::Object(mut fields)) = serde_json::from_slice(json) else {
            return Err(RecordError::Damaged("the document"));
        };
        let fields = &mut fields;
        // The version comes first: a later one may have given any other field a new meaning.
        match optional(fields, "version")? {
            Some(VERSION) => {}
            Some(version) => return Err(RecordError::Version(version)),
            None => return Err(RecordError::Damaged("version")),
        }
        Ok(Self {
            service: match optional::<String>(fields, "household_account")? {
                Some(account) => format!("{}{ACCOUNT}{account}", required(fields, "service")?),
                None => required(fields, "service")?,
            },
            access_token: Secret::new(required(fields, "access_token")?),
            refresh_token: optional::<String>(fields, "refresh_token")?.map(Secret::new),
            expires_at: time(fields, "expires_at")?,
            scope: optional(fields, "scope")?,
            client_id: required(fields, "client_id")?,
            account: optional(fields, "account")?,
            paired_at: time(fields, "paired_at")?,
            issued_at: time(fields, "issued_at")?,
            clock_ahead: optional(fields, "clock_ahead")?,
            refused: optional(fields, "refused")?.unwrap_or_default(),
            unknown: UnknownFields(mem::take(fields)),
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

/// A field, taken out of the others.
fn optional<T: DeserializeOwned>(
    fields: &mut Map<String, Value>,
    name: &'static str,
) -> Result<Option<T>, RecordError> {
    let value = fields.remove(name).unwrap_or_default();
    serde_json::from_value(value).map_err(|_| RecordError::Damaged(name))
}

fn required(fields: &mut Map<String, Value>, name: &'static str) -> Result<String, RecordError> {
    let text = optional(fields, name)?.filter(|text: &String| !text.is_empty());
    text.ok_or(RecordError::Damaged(name))
}

fn time(
    fields: &mut Map<String, Value>,
    name: &'static str,
) -> Result<Option<SystemTime>, RecordError> {
    let text: Option<String> = optional(fields, name)?;
    let time = text.map(|text| humantime::parse_rfc3339_weak(&text));
    let time = time.transpose().map_err(|_| RecordError::Damaged(name))?;
    Ok(time.map(whole_seconds))
}

/// When a life ends that begins `now`.
fn end(now: SystemTime, life: Option<Duration>) -> Option<SystemTime> {
    let last = UNIX_EPOCH + LAST_SECOND;
    life.map(|life| whole_seconds(now.checked_add(life).unwrap_or(last)))
}
