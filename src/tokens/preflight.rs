//! Is the Secret Service there, and open? Asked in a way that can neither prompt nor hang.
//!
//! The `keyring` crate prompts by itself as soon as something is locked, and waits for the answer without limit;
//! on a television no password can be typed. So these few calls of the Secret Service specification come first,
//! none of which shows a dialog, and the crate is left alone unless all is open.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use zbus::blocking::{Connection, Proxy, connection};
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue, Type};

use super::bounded::Gate;
use super::keyring::ITEM_SERVICE;
use crate::auth::KeyringTrouble;
pub(super) use crate::system::session_bus::address as session_bus;

/// For all questions together; a service that takes longer to say "open" will not store anything in time either.
const CHECK_LIMIT: Duration = Duration::from_secs(2);

const SECRETS: &str = "org.freedesktop.secrets";

/// What is called: a name on the bus, a path and an interface; and what a refusal means.
type Target<'a> = (&'a str, &'a str, &'a str, KeyringTrouble);

const BUS: Target = (
    "org.freedesktop.DBus",
    "/org/freedesktop/DBus",
    "org.freedesktop.DBus",
    KeyringTrouble::BusFailed,
);

const SERVICE: Target = (
    SECRETS,
    "/org/freedesktop/secrets",
    "org.freedesktop.Secret.Service",
    KeyringTrouble::NotStarted,
);

/// Whether the default keyring and our item for a service can be used; asked on a thread of its own, for connecting to a
/// stopped bus has no time limit.
pub(super) fn check(address: String, user: String) -> Result<(), KeyringTrouble> {
    // No rest: the questions are harmless, and the screen repeats them to see the keyring open.
    static GATE: Gate = Gate::new(Duration::ZERO);
    GATE.run(CHECK_LIMIT, move || ask(&address, &user))
        .unwrap_or(Err(KeyringTrouble::Silent))
}

/// Shows the service's own prompt to unlock the default keyring, on a thread that stays until the person has answered:
/// the service takes the prompt away when its caller is gone. A second call while one is open does nothing.
pub(super) fn unlock(address: String) {
    static OPEN: AtomicBool = AtomicBool::new(false);
    if OPEN.swap(true, Ordering::AcqRel) {
        return;
    }
    let prompt = move || {
        if let Err(trouble) = prompt(&address) {
            tracing::warn!("the keyring could not be asked to unlock: {trouble}");
        }
        OPEN.store(false, Ordering::Release);
    };
    if thread::Builder::new()
        .name("unlock".into())
        .spawn(prompt)
        .is_err()
    {
        OPEN.store(false, Ordering::Release);
    }
}

fn prompt(address: &str) -> Result<(), KeyringTrouble> {
    let bus = connect(address)?;
    let default: OwnedObjectPath = call(&bus, SERVICE, "ReadAlias", &("default",))?;
    let (_, prompt): (Vec<OwnedObjectPath>, OwnedObjectPath) =
        call(&bus, SERVICE, "Unlock", &(vec![default],))?;
    if prompt.as_str() == "/" {
        return Ok(());
    }
    let interface = "org.freedesktop.Secret.Prompt";
    let failed = |error| trouble(&error, KeyringTrouble::Failed);
    let prompt = Proxy::new(&bus, SECRETS, prompt, interface).map_err(failed)?;
    let mut completed = prompt.receive_signal("Completed").map_err(failed)?;
    prompt.call::<_, _, ()>("Prompt", &("",)).map_err(failed)?;
    // Answered or dismissed; a service that goes away ends it too.
    completed.next();
    Ok(())
}

fn connect(address: &str) -> Result<Connection, KeyringTrouble> {
    connection::Builder::address(address)
        .and_then(|builder| builder.method_timeout(CHECK_LIMIT).build())
        .map_err(|error| trouble(&error, KeyringTrouble::BusFailed))
}

fn ask(address: &str, user: &str) -> Result<(), KeyringTrouble> {
    let bus = connect(address)?;
    let there: bool = call(&bus, BUS, "NameHasOwner", &(SECRETS,))?;
    if !there {
        let startable: Vec<String> = call(&bus, BUS, "ListActivatableNames", &())?;
        if !startable.iter().any(|name| name == SECRETS) {
            return Err(KeyringTrouble::NoService);
        }
    }

    let default: OwnedObjectPath = call(&bus, SERVICE, "ReadAlias", &("default",))?;
    if default.as_str() == "/" {
        return Err(KeyringTrouble::NoDefault);
    }
    let property = ("org.freedesktop.Secret.Collection", "Locked");
    let properties = (
        SECRETS,
        default.as_str(),
        "org.freedesktop.DBus.Properties",
        KeyringTrouble::NoDefault,
    );
    let locked: OwnedValue = call(&bus, properties, "Get", &property)?;
    if bool::try_from(locked).unwrap_or(true) {
        open_without_prompt(&bus, &[default])?;
    }

    // The crate unlocks whatever matches, so a match in some other, locked keyring would prompt as well.
    let wanted = HashMap::from([("service", ITEM_SERVICE), ("username", user)]);
    let (_, locked): (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) =
        call(&bus, SERVICE, "SearchItems", &(wanted,))?;
    open_without_prompt(&bus, &locked)
}

/// Opens what opens without a password. After a log-in without a password, a keyring whose password is empty says
/// "locked" until it is asked to open.
///
/// `Unlock` itself shows nothing: what needs a person it answers with the path of a prompt, which only the prompt's own
/// method `Prompt` shows (Secret Service specification, "Unlock"). It is not dismissed either: the service drops it with
/// the connection, and GNOME's aborts when an unlock that was not prompted for is dismissed
/// (`gkd-secret-unlock.c:perform_next_unlock: assertion failed: (!self->current)`).
fn open_without_prompt(bus: &Connection, locked: &[OwnedObjectPath]) -> Result<(), KeyringTrouble> {
    if locked.is_empty() {
        return Ok(());
    }
    let (opened, prompt): (Vec<OwnedObjectPath>, OwnedObjectPath) =
        call(bus, SERVICE, "Unlock", &(locked,))?;
    if prompt.as_str() == "/" && locked.iter().all(|path| opened.contains(path)) {
        return Ok(());
    }
    Err(KeyringTrouble::Locked)
}

fn call<T: DeserializeOwned + Type>(
    bus: &Connection,
    (name, path, interface, refused): Target,
    method: &str,
    body: &(impl Serialize + DynamicType),
) -> Result<T, KeyringTrouble> {
    bus.call_method(Some(name), path, Some(interface), method, body)
        .and_then(|answer| answer.body().deserialize::<T>())
        .map_err(|error| trouble(&error, refused))
}

fn trouble(error: &zbus::Error, otherwise: KeyringTrouble) -> KeyringTrouble {
    match error {
        zbus::Error::InputOutput(io) if io.kind() == ErrorKind::TimedOut => KeyringTrouble::Silent,
        zbus::Error::MethodError(name, _, _) if name.ends_with(".NoReply") => {
            KeyringTrouble::Silent
        }
        _ => {
            tracing::debug!(%error, "the keyring's preflight failed");
            otherwise
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::clock;

    #[test]
    fn a_bus_that_is_not_there_means_no_keyring() {
        let error = ask("unix:path=/nonexistent/bus", "simkl").unwrap_err();
        assert_eq!(error, KeyringTrouble::BusFailed);
    }

    #[test]
    fn a_bus_that_accepts_and_says_nothing_is_given_up() {
        let home = tempfile::tempdir().unwrap();
        let socket = home.path().join("bus");
        let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let start = clock::now();
        let answer = check(format!("unix:path={}", socket.display()), "simkl".into());
        assert_eq!(answer, Err(KeyringTrouble::Silent));
        assert!(clock::now() - start < CHECK_LIMIT + Duration::from_secs(1));
    }
}
