//! The same with the token in a real keyring: it stays there, and is refreshed once.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use couchpin::auth::{KeyringTrouble, StoreLocation};
use couchpin::tokens::{StoreChoice, Tokens};

use super::{BOUND, DAY, PairedHome, code, err, out};
use crate::keyring::lock_default_keyring;
use crate::support::simkl::Fault;

fn command(home: &PairedHome, args: &[&str]) -> Command {
    let bus = "DBUS_SESSION_BUS_ADDRESS";
    let mut command = home.command(args);
    command
        .env("COUCHPIN_STORE", "keyring")
        .env(bus, std::env::var_os(bus).unwrap());
    command
}

#[test]
#[ignore = "needs a Secret Service: run by .ci/run under dbus-run-session"]
fn refreshes_the_token_where_it_is_and_once() {
    let home = PairedHome::paired(8 * DAY);
    let tokens = Tokens::new(home.state(), StoreChoice::InKeyring);
    let old = home.record();
    assert_eq!(tokens.save(&old).unwrap(), StoreLocation::Keyring);
    let begun = Instant::now();
    let children: Vec<_> = (0..20)
        .map(|_| {
            let mut command = command(&home, &["token"]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    let outputs: Vec<_> = children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap())
        .collect();
    eprintln!("20 programs took {:?}", begun.elapsed());
    assert!(begun.elapsed() < BOUND);
    let kept = tokens.load("simkl").unwrap().unwrap();
    assert_eq!(kept.place, StoreLocation::Keyring);
    assert!(!home.state().join("simkl.json").exists());
    assert_ne!(kept.record.access_token, old.access_token);
    for output in outputs {
        let new = kept.record.access_token.expose();
        assert_eq!(out(&output).trim_end(), new, "{}", err(&output));
    }
    assert_eq!(home.refreshes(), 1);
    assert_eq!(
        tokens.status("simkl").unwrap().expires_at,
        kept.record.expires_at
    );
}

#[test]
#[ignore = "needs a Secret Service: run by .ci/run under dbus-run-session"]
fn shut_while_the_service_is_asked_it_leaves_the_new_token_to_the_private_file() {
    let home = PairedHome::paired(8 * DAY);
    let tokens = Tokens::new(home.state(), StoreChoice::InKeyring);
    assert_eq!(tokens.save(&home.record()).unwrap(), StoreLocation::Keyring);
    home.simkl
        .fail_next(Fault::Delay(Duration::from_millis(1500)));
    let child = command(&home, &["token"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while home.refreshes() == 0 {
        assert!(begun.elapsed() < BOUND);
        std::thread::sleep(Duration::from_millis(10));
    }
    lock_default_keyring();
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), Some(0), "{}", err(&output));
    let kept = tokens.load("simkl").unwrap().unwrap();
    let expected = StoreLocation::File {
        path: home.state().join("simkl.json"),
        why_not_keyring: Some(KeyringTrouble::Locked),
    };
    assert_eq!(kept.place, expected);
    assert_eq!(
        out(&output).trim_end(),
        kept.record.access_token.expose(),
        "and it is the one that Simkl knows"
    );
    assert_eq!(home.refreshes(), 1);
    let status = command(&home, &["status"]).output().unwrap();
    assert!(
        out(&status).contains("the keyring is locked"),
        "{}",
        out(&status)
    );
}
