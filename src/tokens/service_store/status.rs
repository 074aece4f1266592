//! What is known of a pairing without changing or showing anything of it.

use std::time::SystemTime;

use super::ServiceStore;
use crate::auth::{Account, KeyringTrouble, StoreLocation};
use crate::tokens::{Standing, StoreError, Stored, Tokens};

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
    /// Whether the keyring can be used at this moment. `None`: it was not asked, for tokens go to the private file, and none
    /// is in the keyring.
    pub keyring: Option<Result<(), KeyringTrouble>>,
}

impl Tokens {
    /// What [`Self::load`] would find, without changing anything; of a shut keyring, what the marker says. An error is what
    /// that fails with, unless the keyring is shut.
    pub fn status(&self, service: &str) -> Result<Status, StoreError> {
        let mut store = ServiceStore::new(self, service)?;
        // What the service made of it since, and no store took yet, counts.
        let found = store.find();
        let found = self.unsaved.or_stored(service, found);
        let is_locked =
            |error: &_| matches!(error, StoreError::Locked(_) | StoreError::KeyringAbsent(_));
        let found = match found {
            Err(error) if !is_locked(&error) => return Err(error),
            found => found.ok(),
        };
        let uses_keyring = self.wants_keyring() || store.marker.is_in_keyring();
        let mut keyring = uses_keyring.then(|| store.keyring.open());
        let mut refreshable = true;
        let (place, standing) = match found {
            Some(Some(Stored { record, place })) => {
                refreshable = record.refresh_token.is_some();
                (Some(place), Standing::from(&record))
            }
            None if store.marker.store.is_some() => {
                // It was open when it was asked first, and then did not answer.
                if keyring == Some(Ok(())) {
                    keyring = Some(Err(KeyringTrouble::Silent));
                }
                (Some(store.keyring_place()), store.marker.standing.clone())
            }
            None | Some(None) => (None, Standing::default()),
        };
        Ok(Status {
            place,
            account: standing.account,
            expires_at: standing.expires_at,
            paired_at: standing.paired_at,
            refused: standing.refused,
            refreshable,
            left_in_keyring: store.marker.forgotten,
            keyring,
        })
    }
}
