//! Keychain and Credential Manager: they open with the person's session, so nothing has to be asked first.
//! What hangs there all the same is bounded like every other call.

use crate::auth::KeyringTrouble;

#[allow(clippy::needless_pass_by_value, clippy::unnecessary_wraps)]
pub(super) fn ask(_bus: String, _user: String) -> Result<(), KeyringTrouble> {
    Ok(())
}

/// There is no bus to be without.
#[allow(clippy::unnecessary_wraps)]
pub(super) fn session_bus() -> Option<String> {
    Some(String::new())
}

/// They unlock with the session, or by themselves.
#[allow(clippy::needless_pass_by_value)]
pub(super) fn unlock(_bus: String) {}
