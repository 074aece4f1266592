//! What is known of a pairing without changing or showing anything of it.

use std::time::SystemTime;

use super::ServiceStore;
use crate::auth::{Account, KeyringTrouble, StoreLocation};
use crate::tokens::{StoreError, Stored};

/// Whether the keyring can be used at this moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KeyringState {
    /// Open.
    Ready,
    /// Locked, or its service does not answer.
    Locked,
    /// Not there.
    Absent(KeyringTrouble),
    /// Not asked: tokens go to the private file, and none is in the keyring.
    #[default]
    NotUsed,
}

/// What is known of a pairing: what its record says, or the marker where the keyring is shut. No part of it is secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Where the record is kept; `None` if nothing is paired.
    pub place: Option<StoreLocation>,
    /// Whose account it is, if that is known.
    pub account: Option<Account>,
    /// When the token ends by this computer's clock, if it does.
    pub expires_at: Option<SystemTime>,
    /// When the person approved.
    pub paired_at: Option<SystemTime>,
    /// The service has ended the pairing: only a new one helps.
    pub refused: bool,
    /// The token can be refreshed; also where the record cannot be read, and nothing is known of it.
    pub refreshable: bool,
    /// Unpaired while the keyring was shut: what is in it is removed as soon as it opens.
    pub left_in_keyring: bool,
    /// How the keyring is.
    pub keyring: KeyringState,
}

impl ServiceStore<'_> {
    /// What [`Self::load`] would find, without changing anything; of a shut keyring, what the marker says.
    pub(in crate::tokens) fn status(&mut self) -> Result<Status, StoreError> {
        // What the service made of it since, and no store took yet, counts.
        let found = self.find();
        let found = self.tokens.unsaved.or_stored(self.service, found);
        let is_locked =
            |error: &_| matches!(error, StoreError::Locked(_) | StoreError::KeyringAbsent(_));
        let found = match found {
            Err(error) if !is_locked(&error) => return Err(error),
            found => found.ok(),
        };
        let mut status = Status {
            left_in_keyring: self.marker.forgotten,
            keyring: if self.tokens.wants_keyring() || self.marker.is_in_keyring() {
                self.keyring_state()
            } else {
                KeyringState::NotUsed
            },
            refreshable: true,
            ..Status::default()
        };
        match found {
            Some(Some(Stored { record, place })) => {
                status.place = Some(place);
                status.expires_at = record.expires_at;
                status.paired_at = record.paired_at;
                status.refused = record.refused;
                status.refreshable = record.refresh_token.is_some();
                status.account = record.account;
            }
            None if self.marker.store.is_some() => {
                // It was open when it was asked first, and then did not answer.
                if status.keyring == KeyringState::Ready {
                    status.keyring = KeyringState::Locked;
                }
                status.place = Some(self.keyring_place());
                status.expires_at = self.marker.expires_at();
                status.paired_at = self.marker.paired_at();
                status.refused = self.marker.refused;
                status.account.clone_from(&self.marker.account);
            }
            None | Some(None) => {}
        }
        Ok(status)
    }

    fn keyring_state(&mut self) -> KeyringState {
        match self.keyring.open() {
            Ok(()) => KeyringState::Ready,
            Err(KeyringTrouble::Locked | KeyringTrouble::Silent) => KeyringState::Locked,
            Err(why) => KeyringState::Absent(why),
        }
    }
}
