//! Keychain and Credential Manager open with the person's session, so nothing can be locked. What hangs there all the same
//! is bounded like every other call.

use std::time::Duration;

use keyring::{Entry, Error};
use secrecy::zeroize::Zeroizing;

use super::bounded::Gate;
use super::keyring::ITEM_SERVICE;
use crate::auth::KeyringTrouble;

/// A program without a person's session, such as one that was started over the network, has no Credential Manager.
/// Reading there tells, without a prompt; the Keychain may prompt, so that is left alone.
pub(super) fn check(_bus: String, user: String) -> Result<(), KeyringTrouble> {
    static GATE: Gate = Gate::new(Duration::ZERO);
    if cfg!(not(windows)) {
        return Ok(());
    }
    let read = move || {
        let entry = Entry::new(ITEM_SERVICE, &user)?;
        entry.get_secret().map(Zeroizing::new)
    };
    match GATE.run(Duration::from_secs(2), read) {
        None => Err(KeyringTrouble::Silent),
        Some(Err(Error::NoStorageAccess(_))) => Err(KeyringTrouble::NoService),
        Some(_) => Ok(()),
    }
}

/// There is no bus to be without.
#[allow(clippy::unnecessary_wraps)]
pub(super) fn session_bus() -> Option<String> {
    Some(String::new())
}

pub(super) fn unlock(_bus: String) {}
