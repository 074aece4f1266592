//! Keychain and Credential Manager open with the person's session, so nothing has to be asked first. What hangs there all
//! the same is bounded like every other call.
#![allow(clippy::needless_pass_by_value, clippy::unnecessary_wraps)]

use crate::auth::KeyringTrouble;

pub(super) fn check(_bus: String, _user: String) -> Result<(), KeyringTrouble> {
    Ok(())
}

/// There is no bus to be without.
pub(super) fn session_bus() -> Option<String> {
    Some(String::new())
}

pub(super) fn unlock(_bus: String) {}
