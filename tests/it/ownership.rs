//! Files and folders of another user where a person's own should be, as one `sudo` leaves them behind.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use couchpin::auth::{Secret, Token};
use couchpin::tokens::{Record, StoreChoice, StoreError, Tokens};
use tempfile::TempDir;

/// The person: any user but root.
const PERSON: u32 = 65534;

/// The home of the person, who is paired; a refresh is due and would be asked of a port where nothing listens.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let token = Token {
            access_token: Secret::new("canary-access"),
            refresh_token: Some(Secret::new("canary-refresh")),
            expires_in: Some(Duration::from_secs(1)),
            scope: None,
            lacks_scope: false,
            client_id: "client".into(),
        };
        let long_ago = SystemTime::now() - Duration::from_hours(1);
        let tokens = Tokens::new(home.state(), StoreChoice::InFile);
        tokens
            .save(&Record::new("simkl", &token, long_ago, None))
            .unwrap();
        let mut folder = home.state();
        for file in std::fs::read_dir(&folder).unwrap() {
            chown(file.unwrap().path(), Some(PERSON), None).unwrap();
        }
        while folder.starts_with(home.0.path()) {
            chown(&folder, Some(PERSON), None).unwrap();
            folder.pop();
        }
        home
    }

    fn state(&self) -> PathBuf {
        self.0.path().join(".local/state/couchpin")
    }

    /// Makes a file root's, and closed to all other users.
    fn give_to_root(&self, name: &str) -> PathBuf {
        let path = self.state().join(name);
        if !path.exists() {
            std::fs::write(&path, "").unwrap();
        }
        chown(&path, Some(0), Some(0)).unwrap();
        let mode = if path.is_dir() { 0o700 } else { 0o600 };
        std::fs::set_permissions(&path, PermissionsExt::from_mode(mode)).unwrap();
        path
    }

    /// Runs couchpin as the person.
    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_couchpin"))
            .args(args)
            .env_clear()
            .env("HOME", self.0.path())
            .env("COUCHPIN_SIMKL_CLIENT_ID", "client")
            .env("COUCHPIN_SIMKL_API_URL", "http://127.0.0.1:9")
            .uid(PERSON)
            .gid(PERSON)
            .output()
            .unwrap()
    }
}

fn owner(path: &Path) -> u32 {
    path.symlink_metadata().unwrap().uid()
}

fn said(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
#[ignore = "needs root: run by .ci/run"]
fn lock_of_roots_in_the_persons_own_folder_is_replaced() {
    let home = Home::new();
    let lock = home.give_to_root("simkl.lock");
    let token = home.run(&["token"]);
    // It got as far as the service, which is not there.
    assert_eq!(token.status.code(), Some(6), "{}", said(&token));
    assert_eq!(owner(&lock), PERSON);
}

#[test]
#[ignore = "needs root: run by .ci/run"]
fn record_of_roots_is_named_in_one_sentence_and_can_be_forgotten() {
    let home = Home::new();
    let record = home.give_to_root("simkl.json");
    home.give_to_root("simkl.where.json");
    home.give_to_root("simkl.lock");
    let expected = format!("{} belongs to another user", record.display());
    let token = home.run(&["token"]);
    assert_eq!(token.status.code(), Some(5), "{}", said(&token));
    let sentence = said(&token).lines().last().unwrap();
    assert!(sentence.contains(&expected), "{sentence}");
    let status = home.run(&["status"]);
    assert!(String::from_utf8_lossy(&status.stdout).contains(&expected));
    let unpaired = home.run(&["unpair"]);
    assert_eq!(unpaired.status.code(), Some(0), "{}", said(&unpaired));
    assert_eq!(home.run(&["token"]).status.code(), Some(3));
}

#[test]
#[ignore = "needs root: run by .ci/run"]
fn folder_of_roots_is_named_in_one_sentence() {
    let home = Home::new();
    let folder = home.give_to_root("");
    for command in ["token", "unpair"] {
        let output = home.run(&[command]);
        assert_eq!(
            output.status.code(),
            Some(5),
            "{command}: {}",
            said(&output)
        );
        let sentence = said(&output).lines().last().unwrap();
        let expected = format!("couchpin: {} belongs to another user: ", folder.display());
        let expected = expected.replace("/ belongs", " belongs");
        assert!(sentence.starts_with(&expected), "{command}: {sentence}");
    }
}

#[test]
#[ignore = "needs root: run by .ci/run"]
fn another_users_record_is_refused_with_its_path() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("simkl.json");
    std::fs::write(&path, "{}").unwrap();
    chown(&path, Some(PERSON), None).unwrap();
    let tokens = Tokens::new(home.path().to_owned(), StoreChoice::InFile);
    let error = tokens.load("simkl").unwrap_err();
    assert!(matches!(&error, StoreError::Refused { path: named, .. } if *named == path));
    assert!(error.to_string().contains("another user"), "{error}");
}
