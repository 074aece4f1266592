//! Where a token lives: the system's keyring if it is open, else a private file; and who may know.
//!
//! Nothing here prompts, and every call ends within five seconds whatever the keyring does: the person has a
//! remote, not a keyboard, and a media program is waiting. A token that was just handed out is never dropped for
//! want of a keyring. Once stored, it stays where it is until it is stored again: a marker without secrets says
//! where that is, so that "paired, but the keyring is locked" is never taken for "never paired".
//!
//! Blocking: call it from a plain thread or a blocking task.

mod bounded;
mod error;
mod file;
mod keyring;
mod marker;
#[cfg(all(unix, not(target_os = "macos")))]
mod preflight;
mod record;
#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests;

use std::path::PathBuf;
use std::str::FromStr;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use self::keyring::Visit;
use self::marker::{Marker, Store};
use crate::authorization::{Account, Place};

pub use self::error::StoreError;
pub use self::record::{Record, RecordError};

/// Which store a new token goes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Preference {
    /// The keyring if it is open, else the file.
    #[default]
    Auto,
    /// The same, for somebody who expects the keyring: a fresh token goes to the file rather than nowhere.
    Keyring,
    /// The file. The keyring is not even asked, unless an earlier pairing is in it.
    File,
}

/// A word that is no [`Preference`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected auto, keyring or file")]
pub struct UnknownPreference;

impl FromStr for Preference {
    type Err = UnknownPreference;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "auto" => Ok(Self::Auto),
            "keyring" => Ok(Self::Keyring),
            "file" => Ok(Self::File),
            _ => Err(UnknownPreference),
        }
    }
}

/// A record and the place it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The record.
    pub record: Record,
    /// Where it is kept.
    pub place: Place,
}

/// From where something was removed by [`Tokens::forget`]; nowhere if nothing was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// There was a private file.
    pub file: bool,
    /// There was an item in the keyring.
    pub keyring: bool,
}

/// Whether the keyring can be used at this moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyringState {
    /// Open.
    Ready,
    /// Locked, or its service does not answer.
    Locked,
    /// Not there or not used; carries the reason as a clause.
    Absent(String),
}

/// What is known of a pairing without opening it. No part of it is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Where the record is kept; `None` if nothing is paired.
    pub place: Option<Place>,
    /// Whose account it is, if that is known.
    pub account: Option<Account>,
    /// When the token ends by this computer's clock, if it does.
    pub expires_at: Option<SystemTime>,
    /// When the person approved.
    pub paired_at: Option<SystemTime>,
    /// How the keyring is.
    pub keyring: KeyringState,
}

/// The tokens of this user on this computer.
#[derive(Clone, Debug)]
pub struct Tokens {
    folder: PathBuf,
    preference: Preference,
    demo: bool,
    bus: keyring::Bus,
}

impl Tokens {
    /// Tokens whose files are in `folder`, which is made when it is first needed.
    #[must_use]
    pub fn new(folder: PathBuf, preference: Preference) -> Self {
        Self {
            folder,
            preference,
            demo: false,
            bus: keyring::SESSION_BUS,
        }
    }

    /// Tokens that end with the folder, which the caller throws away. The keyring is not touched.
    #[must_use]
    pub fn demo(folder: PathBuf) -> Self {
        Self {
            demo: true,
            ..Self::new(folder, Preference::File)
        }
    }

    /// The record of a service, `None` if it was never paired or was forgotten.
    pub fn load(&self, service: &str) -> Result<Option<Stored>, StoreError> {
        self.pairing(service)?.load()
    }

    /// Stores a record in place of an earlier one, and answers where: the person is told when it is not the keyring.
    pub fn save(&self, record: &Record) -> Result<Place, StoreError> {
        self.pairing(&record.service)?.save(record)
    }

    /// Adds whose account it is to a stored record, which stays where it is.
    pub fn set_account(&self, service: &str, account: &Account) -> Result<(), StoreError> {
        self.pairing(service)?.set_account(account)
    }

    /// Removes everything that is stored of a service. An error tells what could not be removed; all else is.
    pub fn forget(&self, service: &str) -> Result<Forgotten, StoreError> {
        self.pairing(service)?.forget()
    }

    /// What is known of a pairing without opening it.
    pub fn status(&self, service: &str) -> Result<Status, StoreError> {
        self.pairing(service)?.status()
    }

    fn pairing(&self, service: &str) -> Result<Pairing, StoreError> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        // It becomes a file name.
        if service.is_empty() || !service.bytes().all(plain) {
            return Err(StoreError::ServiceName);
        }
        let note = self.folder.join(format!("{service}.where.json"));
        Ok(Pairing {
            service: service.to_owned(),
            file: self.folder.join(format!("{service}.json")),
            marker: Marker::read(&note),
            note,
            keyring: Visit::new(service, self.bus),
            wants_keyring: self.preference != Preference::File,
            demo: self.demo,
        })
    }
}

/// One service's record in both stores, for the length of one operation.
struct Pairing {
    service: String,
    file: PathBuf,
    note: PathBuf,
    marker: Option<Marker>,
    keyring: Visit,
    wants_keyring: bool,
    demo: bool,
}

impl Pairing {
    fn load(&mut self) -> Result<Option<Stored>, StoreError> {
        match self.marker.as_ref().map(|marker| marker.store) {
            Some(Store::File) => self.load_file(),
            Some(Store::Keyring) => match self.load_keyring()? {
                // Power may have failed after the file was written and before the marker said so.
                None => self.load_file(),
                found => Ok(found),
            },
            // Without a marker a keyring that is shut says nothing about a pairing.
            None => match self.load_file()? {
                None if self.wants_keyring && self.keyring.open().is_ok() => self.load_keyring(),
                found => Ok(found),
            },
        }
    }

    fn load_file(&self) -> Result<Option<Stored>, StoreError> {
        let Some(bytes) = file::read(&self.file)? else {
            return Ok(None);
        };
        match Record::parse(&bytes).and_then(|record| record.of(&self.service)) {
            Ok(record) => Ok(Some(Stored {
                record,
                place: self.file_place(self.why_not_keyring()),
            })),
            Err(RecordError::Damaged(_)) => Err(StoreError::Damaged {
                kept: file::set_aside(&self.file)?,
            }),
            Err(problem) => Err(StoreError::Record {
                place: self.file.display().to_string(),
                problem,
            }),
        }
    }

    fn load_keyring(&mut self) -> Result<Option<Stored>, StoreError> {
        let Some(bytes) = self.keyring.get()? else {
            return Ok(None);
        };
        let record = Record::parse(&bytes)
            .and_then(|record| record.of(&self.service))
            .map_err(|problem| StoreError::Record {
                place: "the keyring's entry".into(),
                problem,
            })?;
        let place = Place::Keyring;
        Ok(Some(Stored { record, place }))
    }

    fn save(&mut self, record: &Record) -> Result<Place, StoreError> {
        let json = record.to_json();
        let mut marker = Marker::new(Store::File, record);
        marker.also_in_keyring = self.is_in_keyring();
        if self.wants_keyring {
            let Err(trouble) = self.keyring.set(&json) else {
                Marker::new(Store::Keyring, record).write(&self.note)?;
                if let Err(error) = file::remove(&self.file) {
                    tracing::warn!("an older token stays behind: {error}");
                }
                return Ok(Place::Keyring);
            };
            // A call that was given up may still succeed.
            marker.also_in_keyring |= self.keyring.open().is_ok();
            marker.why_not_keyring = Some(trouble.to_string());
        }
        file::write(&self.file, json.expose().as_bytes())?;
        if marker.also_in_keyring {
            marker.also_in_keyring = self.keyring.delete().is_err();
        }
        marker.write(&self.note)?;
        Ok(self.file_place(marker.why_not_keyring))
    }

    fn set_account(&mut self, account: &Account) -> Result<(), StoreError> {
        let Some(Stored { mut record, place }) = self.load()? else {
            return Err(StoreError::NotPaired);
        };
        record.account = Some(account.clone());
        let json = record.to_json();
        let marker = if place == Place::Keyring {
            self.keyring.set(&json)?;
            Marker::new(Store::Keyring, &record)
        } else {
            file::write(&self.file, json.expose().as_bytes())?;
            Marker {
                why_not_keyring: self.why_not_keyring(),
                also_in_keyring: self.is_in_keyring(),
                ..Marker::new(Store::File, &record)
            }
        };
        marker.write(&self.note)
    }

    fn forget(&mut self) -> Result<Forgotten, StoreError> {
        let file = file::remove(&self.file);
        let expected = self.is_in_keyring();
        let keyring = if expected || self.wants_keyring {
            match self.keyring.delete() {
                // Shut, and as far as we know it never held this token.
                Err(_) if !expected && self.keyring.open().is_err() => Ok(false),
                outcome => outcome.map_err(StoreError::from),
            }
        } else {
            Ok(false)
        };
        match (file, keyring) {
            (Ok(file), Ok(keyring)) => {
                file::remove(&self.note)?;
                Ok(Forgotten { file, keyring })
            }
            // The marker stays, so that the next attempt knows where to look.
            (Err(error), Ok(_)) | (Ok(_), Err(error)) => Err(error),
            (Err(error), Err(other)) => {
                tracing::warn!("{other}");
                Err(error)
            }
        }
    }

    fn status(&mut self) -> Result<Status, StoreError> {
        let mut status = Status {
            place: None,
            account: None,
            expires_at: None,
            paired_at: None,
            keyring: if self.wants_keyring || self.is_in_keyring() {
                self.keyring.state()
            } else {
                KeyringState::Absent("it is not used".into())
            },
        };
        if let Some(marker) = self.marker.clone() {
            status.place = match marker.store {
                Store::Keyring => Some(Place::Keyring),
                Store::File if !self.file.exists() => return Ok(status),
                Store::File => Some(self.file_place(self.why_not_keyring())),
            };
            status.expires_at = marker.expires_at();
            status.paired_at = marker.paired_at();
            status.account = marker.account;
        } else if let Some(Stored { record, place }) = self.load()? {
            status.place = Some(place);
            status.expires_at = record.expires_at;
            status.paired_at = record.paired_at;
            status.account = record.account;
        }
        Ok(status)
    }

    fn file_place(&self, why_not_keyring: Option<String>) -> Place {
        if self.demo {
            return Place::Demo;
        }
        Place::File {
            path: self.file.clone(),
            why_not_keyring,
        }
    }

    fn why_not_keyring(&self) -> Option<String> {
        self.marker.as_ref()?.why_not_keyring.clone()
    }

    fn is_in_keyring(&self) -> bool {
        self.marker.as_ref().is_some_and(Marker::is_in_keyring)
    }
}
