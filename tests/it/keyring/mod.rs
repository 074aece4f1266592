//! The stores against a real Secret Service. `.ci/keyring-tests` sets each scene up in a bus session of its own
//! and runs one test in it.
// The stand-ins below answer calls whose shape the specification gives, used or not.
#![allow(clippy::unused_self, clippy::used_underscore_binding)]

mod text_keyring;
mod whole_program;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, UNIX_EPOCH};

use couchpin::auth::{Account, KeyringTrouble, Secret, StoreLocation, Token};
use couchpin::tokens::{Forgotten, Record, StoreChoice, StoreError, Tokens};
use serde::Serialize;
use zbus::blocking::Connection;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue, Type, Value};

/// What every call must end in.
const BOUND: Duration = Duration::from_secs(5);

fn record(access_token: &str) -> Record {
    let token = Token {
        access_token: Secret::new(access_token),
        refresh_token: None,
        expires_in: None,
        scope: Some("public".into()),
        lacks_scope: false,
        client_id: "id".into(),
    };
    Record::new("simkl", &token, UNIX_EPOCH + Duration::from_secs(99), None)
}

fn ann() -> Account {
    Account {
        id: "4242".into(),
        name: "Ann".into(),
    }
}

/// Does something, says how long it took, and fails if that was too long.
fn within<T>(bound: Duration, what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    let took = start.elapsed();
    println!("{what}: {took:?}");
    assert!(took < bound, "{what} took {took:?}");
    done
}

/// What another program sees of the item.
fn secret_tool() -> String {
    let output = Command::new("secret-tool")
        .args(["lookup", "service", "couchpin", "username", "simkl"])
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn token_in(tokens: &Tokens) -> String {
    let stored = tokens.load("simkl").unwrap().unwrap();
    stored.record.access_token.expose().to_owned()
}

const SECRETS: (&str, &str) = ("org.freedesktop.secrets", "/org/freedesktop/secrets");

/// One call of the keyring service.
fn call<T>(
    bus: &Connection,
    interface: &str,
    method: &str,
    body: &(impl Serialize + DynamicType),
) -> T
where
    T: serde::de::DeserializeOwned + Type,
{
    let answer = bus.call_method(Some(SECRETS.0), SECRETS.1, Some(interface), method, body);
    answer.unwrap().body().deserialize().unwrap()
}

const SERVICE: &str = "org.freedesktop.Secret.Service";

pub(crate) fn lock_default_keyring() {
    let bus = Connection::session().unwrap();
    let default: OwnedObjectPath = call(&bus, SERVICE, "ReadAlias", &("default",));
    let _: (Vec<OwnedObjectPath>, OwnedObjectPath) = call(&bus, SERVICE, "Lock", &(vec![default],));
}

/// What a desktop does when its person types the password: GNOME's keyring has a call for it that shows no prompt.
fn unlock_from_outside() {
    let bus = Connection::session().unwrap();
    let default: OwnedObjectPath = call(&bus, SERVICE, "ReadAlias", &("default",));
    let (_, session): (OwnedValue, OwnedObjectPath) =
        call(&bus, SERVICE, "OpenSession", &("plain", Value::from("")));
    let password = (
        session,
        Vec::<u8>::new(),
        b"living room".to_vec(),
        "text/plain",
    );
    let internal = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface";
    call::<()>(
        &bus,
        internal,
        "UnlockWithMasterPassword",
        &(default, password),
    );
}

fn file_of(folder: &Path) -> PathBuf {
    folder.join("simkl.json")
}

#[test]
#[ignore = "needs a Secret Service: run by .ci/run under dbus-run-session"]
fn unlocked_keyring_holds_the_token_for_other_programs_too() {
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::new(home.path().to_owned(), StoreChoice::Auto);
    assert_eq!(
        within(BOUND, "load nothing", || tokens.load("simkl")),
        Ok(None)
    );

    // A token that an earlier, keyringless day left in the file goes once the keyring has the new one.
    let earlier = Tokens::new(home.path().to_owned(), StoreChoice::InFile);
    earlier.save(&record("canary-0")).unwrap();
    assert_eq!(
        within(BOUND, "save", || tokens.save(&record("canary-1"))),
        Ok(StoreLocation::Keyring)
    );
    assert!(!file_of(home.path()).exists());
    assert_eq!(secret_tool(), record("canary-1").to_json().expose());
    assert_eq!(token_in(&tokens), "canary-1");

    tokens.save(&record("canary-2")).unwrap();
    assert_eq!(token_in(&tokens), "canary-2");
    within(BOUND, "set_account", || tokens.set_account("simkl", &ann())).unwrap();
    assert!(secret_tool().contains("\"Ann\""));
    let status = tokens.status("simkl").unwrap();
    assert_eq!(
        (status.place, status.account, status.keyring),
        (Some(StoreLocation::Keyring), Some(ann()), Some(Ok(())))
    );

    // Without its marker the token is still found.
    std::fs::remove_file(home.path().join("simkl.where.json")).unwrap();
    assert_eq!(token_in(&tokens), "canary-2");
    assert_eq!(tokens.status("simkl").unwrap().account, Some(ann()));
    tokens.set_account("simkl", &ann()).unwrap();

    // The keyring is emptied behind its back: with an open one, paired means that the item is there.
    let kept = tokens.load("simkl").unwrap().unwrap().record;
    let cleared = Command::new("secret-tool")
        .args(["clear", "service", "couchpin"])
        .status();
    assert!(cleared.unwrap().success());
    assert_eq!(tokens.status("simkl").unwrap().place, None);
    assert_eq!(tokens.load("simkl"), Ok(None));
    tokens.save(&kept).unwrap();

    // A file is asked for: the next token goes there, and none stays in the keyring.
    earlier.save(&record("canary-3")).unwrap();
    assert_eq!(secret_tool(), "");
    assert_eq!(token_in(&tokens), "canary-3");
    tokens.save(&record("canary-4")).unwrap();

    let gone = within(BOUND, "forget", || tokens.forget("simkl")).unwrap();
    assert_eq!((gone.keyring, gone.file), (true, false));
    assert_eq!(tokens.forget("simkl"), Ok(Forgotten::default()));
    assert_eq!(
        (tokens.load("simkl"), secret_tool()),
        (Ok(None), String::new())
    );
    let left = std::fs::read_dir(home.path()).unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["simkl.lock"]);
}

#[test]
#[ignore = "needs a Secret Service: run by .ci/run under dbus-run-session"]
fn contract_is_kept_by_a_real_keyring() {
    let home = tempfile::tempdir().unwrap();
    let tokens = || Tokens::new(home.path().to_owned(), StoreChoice::Auto);
    let place = crate::contract::holds_for(tokens);
    assert_eq!(place, StoreLocation::Keyring);
    assert_eq!(secret_tool(), "", "nothing is left behind");
}

#[test]
#[ignore = "needs a Secret Service: run by .ci/run under dbus-run-session"]
fn locked_keyring_is_told_apart_and_never_asked_to_open() {
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::new(home.path().to_owned(), StoreChoice::Auto);
    assert_eq!(tokens.save(&record("canary-1")), Ok(StoreLocation::Keyring));
    lock_default_keyring();

    let locked = |error: &StoreError| matches!(error, StoreError::Locked(_));
    let quick = Duration::from_secs(1);
    let error = within(quick, "load, locked", || tokens.load("simkl")).unwrap_err();
    assert!(locked(&error), "{error}");
    assert!(locked(&tokens.set_account("simkl", &ann()).unwrap_err()));
    let status = within(quick, "status, locked", || tokens.status("simkl")).unwrap();
    assert_eq!(
        (status.place, status.keyring),
        (
            Some(StoreLocation::Keyring),
            Some(Err(KeyringTrouble::Locked))
        )
    );

    let place = within(quick, "save, locked", || tokens.save(&record("canary-2"))).unwrap();
    let expected = StoreLocation::File {
        path: file_of(home.path()),
        why_not_keyring: Some(KeyringTrouble::Locked),
    };
    assert_eq!(place, expected);
    assert_eq!(token_in(&tokens), "canary-2");
    let moved = within(quick, "move, locked", || tokens.move_to_keyring("simkl"));
    assert!(matches!(moved, Err(StoreError::NotMoved(_))), "{moved:?}");
    assert_eq!(token_in(&tokens), "canary-2", "it stays where it is");

    // The copy in the keyring cannot be removed yet; it is not used again, and goes when the keyring opens.
    let forgotten = tokens.forget("simkl").unwrap();
    assert_eq!((forgotten.file, forgotten.left_in_keyring), (true, true));
    assert_eq!(tokens.load("simkl"), Ok(None));
    assert!(tokens.status("simkl").unwrap().left_in_keyring);
    unlock_from_outside();
    assert!(secret_tool().contains("canary-1"));
    assert_eq!(tokens.load("simkl"), Ok(None));
    assert_eq!(secret_tool(), "");
    assert!(!tokens.status("simkl").unwrap().left_in_keyring);

    // A token moves between the stores when that is asked, and is never in both.
    let file = Tokens::new(home.path().to_owned(), StoreChoice::InFile);
    file.save(&record("canary-3")).unwrap();
    assert_eq!(tokens.move_to_keyring("simkl"), Ok(StoreLocation::Keyring));
    assert!(!file_of(home.path()).exists() && secret_tool().contains("canary-3"));
    let place = tokens.move_to_file("simkl").unwrap();
    assert!(
        matches!(
            place,
            StoreLocation::File {
                why_not_keyring: None,
                ..
            }
        ),
        "{place:?}"
    );
    assert_eq!(
        (token_in(&tokens), secret_tool()),
        ("canary-3".to_owned(), String::new())
    );
}

#[test]
#[ignore = "needs a Secret Service: run by .ci/run under dbus-run-session"]
fn prompt_that_is_never_answered_delays_no_call() {
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::new(home.path().to_owned(), StoreChoice::Auto);
    assert_eq!(tokens.save(&record("canary-1")), Ok(StoreLocation::Keyring));
    lock_default_keyring();
    let quick = Duration::from_secs(1);
    // The prompter of this scene never answers.
    for _ in 0..3 {
        within(quick, "unlock", || tokens.unlock());
        std::thread::sleep(Duration::from_millis(300));
        let error = within(quick, "load, prompting", || tokens.load("simkl")).unwrap_err();
        assert!(matches!(error, StoreError::Locked(_)), "{error}");
    }
    unlock_from_outside();
    assert_eq!(token_in(&tokens), "canary-1");
}

#[test]
#[ignore = "needs a Secret Service: run by .ci/run under dbus-run-session"]
fn black_hole_of_a_service_does_not_hold_the_token_up() {
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::new(home.path().to_owned(), StoreChoice::Auto);
    assert_eq!(
        within(BOUND, "load nothing", || tokens.load("simkl")),
        Ok(None)
    );
    let quick = Duration::from_secs(3);
    let place = within(quick, "save", || tokens.save(&record("canary-1"))).unwrap();
    let expected = StoreLocation::File {
        path: file_of(home.path()),
        why_not_keyring: Some(KeyringTrouble::Silent),
    };
    assert_eq!(place, expected);
    within(quick, "set_account", || tokens.set_account("simkl", &ann())).unwrap();
    assert_eq!(token_in(&tokens), "canary-1");
    let status = within(quick, "status", || tokens.status("simkl")).unwrap();
    assert_eq!(status.keyring, Some(Err(KeyringTrouble::Silent)));
    within(BOUND, "forget", || tokens.forget("simkl")).unwrap();
}

/// A service that answers every harmless question with "open" and then never opens a session.
struct HalfDead;

#[zbus::interface(name = "org.freedesktop.Secret.Service")]
impl HalfDead {
    fn read_alias(&self, _name: &str) -> OwnedObjectPath {
        OwnedObjectPath::try_from("/org/freedesktop/secrets/collection/x").unwrap()
    }

    fn search_items(
        &self,
        _attributes: HashMap<String, String>,
    ) -> (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) {
        (Vec::new(), Vec::new())
    }

    async fn open_session(
        &self,
        _algorithm: &str,
        _input: Value<'_>,
    ) -> (OwnedValue, OwnedObjectPath) {
        std::future::pending().await
    }
}

struct OpenCollection;

#[zbus::interface(name = "org.freedesktop.Secret.Collection")]
impl OpenCollection {
    #[zbus(property)]
    fn locked(&self) -> bool {
        false
    }
}

#[test]
#[ignore = "needs a bus of its own: run by .ci/run under dbus-run-session"]
fn half_dead_service_is_given_up_and_left_in_peace() {
    let _service = zbus::blocking::connection::Builder::session()
        .and_then(|bus| bus.name("org.freedesktop.secrets"))
        .and_then(|bus| bus.serve_at("/org/freedesktop/secrets", HalfDead))
        .and_then(|bus| bus.serve_at("/org/freedesktop/secrets/collection/x", OpenCollection))
        .and_then(zbus::blocking::connection::Builder::build)
        .unwrap();
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::new(home.path().to_owned(), StoreChoice::Auto);
    let place = within(BOUND, "save", || tokens.save(&record("canary-1"))).unwrap();
    let expected = StoreLocation::File {
        path: file_of(home.path()),
        why_not_keyring: Some(KeyringTrouble::Silent),
    };
    assert_eq!(place, expected);
    assert_eq!(token_in(&tokens), "canary-1");
    // For a minute it is not waited for again.
    let quick = Duration::from_millis(500);
    within(quick, "save again", || tokens.save(&record("canary-2"))).unwrap();
    let status = within(quick, "status", || tokens.status("simkl")).unwrap();
    assert_eq!(status.keyring, Some(Err(KeyringTrouble::Silent)));
    // The call that was given up may have stored a copy after all, so nothing is claimed to be gone.
    let forgotten = within(quick, "forget", || tokens.forget("simkl")).unwrap();
    assert!(forgotten.left_in_keyring);
    assert_eq!(tokens.load("simkl"), Ok(None));
}

#[test]
#[ignore = "needs a session without a bus: run by .ci/run"]
fn no_bus_means_the_file_at_once() {
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::new(home.path().to_owned(), StoreChoice::Auto);
    let quick = Duration::from_secs(1);
    let place = within(quick, "save", || tokens.save(&record("canary-1"))).unwrap();
    let expected = StoreLocation::File {
        path: file_of(home.path()),
        why_not_keyring: Some(KeyringTrouble::NoBus),
    };
    assert_eq!(place, expected);
    assert_eq!(token_in(&tokens), "canary-1");
}
