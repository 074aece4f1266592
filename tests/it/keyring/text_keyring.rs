//! A keyring whose password is empty, as on a computer that logs in by itself: GNOME keeps it in a text file, which says
//! "locked" after each log-in until it is asked to open, and which loses backslashes.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use couchpin::auth::{Account, StoreLocation};
use couchpin::tokens::{Record, StoreChoice, Tokens};
use serde_json::Value;
use zbus::blocking::Connection;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};

use super::{BOUND, SECRETS, SERVICE, call, record, within};
use crate::support::Home;

/// The keyring service, started as a log-in without a password starts it.
struct Daemon(Child);

impl Daemon {
    fn start() -> Self {
        let daemon = Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--components=secrets"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let daemon = Self(daemon);
        wait_for_owner(true);
        daemon
    }

    fn stop(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
        wait_for_owner(false);
    }
}

/// Waits until the keyring's name on the bus has an owner, or none.
fn wait_for_owner(there: bool) {
    let bus = Connection::session().unwrap();
    let proxy = zbus::blocking::fdo::DBusProxy::new(&bus).unwrap();
    let end = Instant::now() + Duration::from_secs(10);
    while proxy.name_has_owner(SECRETS.0.try_into().unwrap()).unwrap() != there {
        assert!(
            Instant::now() < end,
            "the keyring service did not come or go"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn says_it_is_locked() -> bool {
    let bus = Connection::session().unwrap();
    let default: OwnedObjectPath = call(&bus, SERVICE, "ReadAlias", &("default",));
    let properties = Some("org.freedesktop.DBus.Properties");
    let asked = ("org.freedesktop.Secret.Collection", "Locked");
    let answer = bus.call_method(Some(SECRETS.0), &default, properties, "Get", &asked);
    let locked: OwnedValue = answer.unwrap().body().deserialize().unwrap();
    locked.try_into().unwrap()
}

/// A record with a name that a text file has trouble with, each of a service of its own.
fn records() -> [Record; 5] {
    [
        ("simkl", r"¯\_(ツ)_/¯".to_owned()),
        ("shikimori", r"DOMAIN\nina".to_owned()),
        ("quotes", "\"Ann\"\n\tO'Hara".to_owned()),
        ("hebrew", "נינה \u{202e}ניסן\u{202c}".to_owned()),
        ("long", "あ".repeat(10_000)),
    ]
    .map(|(service, name)| {
        let mut record = record(&format!("canary-{service}"));
        service.clone_into(&mut record.service);
        record.account = Some(Account {
            id: "4242".into(),
            name,
        });
        record
    })
}

/// What another program sees of the item of a service.
fn item(service: &str) -> String {
    let output = Command::new("secret-tool")
        .args(["lookup", "service", "couchpin", "username", service])
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[ignore = "needs a Secret Service: run by .ci/run under dbus-run-session"]
fn text_keyring_opens_without_a_prompt_and_gives_any_account_back() {
    let keyrings = PathBuf::from(std::env::var_os("XDG_DATA_HOME").unwrap()).join("keyrings");
    std::fs::create_dir_all(&keyrings).unwrap();
    let file = keyrings.join("Default_keyring.keyring");
    let empty = "[keyring]\ndisplay-name=Default keyring\nctime=1\nmtime=1\nlock-on-idle=false\nlock-after=false\n";
    std::fs::write(&file, empty).unwrap();
    std::fs::write(keyrings.join("default"), "Default_keyring").unwrap();

    let daemon = Daemon::start();
    assert!(says_it_is_locked(), "or the scene is another");
    let home = Home::asking("http://127.0.0.1:9").with_session_bus();
    let folder = home.token_file().parent().unwrap().to_owned();
    let tokens = Tokens::new(folder, StoreChoice::Auto);
    for record in records() {
        let saved = within(BOUND, "save", || tokens.save(&record));
        assert_eq!(saved, Ok(StoreLocation::Keyring));
        let read = within(BOUND, "load", || tokens.load(&record.service));
        assert_eq!(read.unwrap().unwrap().record, record);
    }
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("[keyring]"), "it is kept as text");
    let kept = records().map(|record| item(&record.service));
    daemon.stop();

    let daemon = Daemon::start();
    assert!(says_it_is_locked(), "a restart shuts it");
    // The prompter of this scene never answers: whatever prompted would hang. The program is a new process, for the
    // keyring crate holds on to the service that it met first.
    for record in records().into_iter().take(2) {
        let token = within(BOUND, "token", || {
            home.run(&["token", &record.service, "--json"])
        });
        assert_eq!(token.code, Some(0), "{token:?}");
        let token: Value = serde_json::from_str(&token.out).unwrap();
        assert_eq!(token["access_token"], record.access_token.expose());
        assert_eq!(token["account"]["name"], record.account.unwrap().name);
    }
    assert_eq!(records().map(|record| item(&record.service)), kept);
    daemon.stop();
}
