//! What every store promises, whatever it is made of. The file keeps it here, a real keyring in `keyring.rs`.

use std::collections::HashMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, UNIX_EPOCH};

use couchpin::auth::{Account, KeyringTrouble, Secret, StoreLocation, Token};
use couchpin::tokens::{Item, Keyring, Record, StoreChoice, StoreError, Tokens};

/// A record whose parts belong together: the number is in both tokens and in the padding.
fn record(number: usize) -> Record {
    let token = Token {
        access_token: Secret::new(format!("access-{number}-{}", "x".repeat(number % 3000))),
        refresh_token: Some(Secret::new(format!("refresh-{number}"))),
        expires_in: Some(Duration::from_hours(168)),
        scope: Some("media:read media:write".into()),
        lacks_scope: false,
        client_id: "client".into(),
    };
    Record::new(
        "simkl",
        &token,
        UNIX_EPOCH + Duration::from_secs(1_000_000),
        None,
    )
}

fn account() -> Account {
    Account {
        id: "4242".into(),
        name: "Ann \u{1F600}".into(),
    }
}

fn held(tokens: &Tokens) -> Option<Record> {
    tokens.load("simkl").unwrap().map(|stored| stored.record)
}

/// Runs the promises against stores that `reopen` opens, as a new process would. Returns where the records were.
pub(crate) fn holds_for(reopen: impl Fn() -> Tokens) -> StoreLocation {
    let tokens = reopen();
    assert_eq!(held(&tokens), None, "a new store is empty");
    assert_eq!(
        tokens.set_account("simkl", &account()),
        Err(StoreError::NotPaired)
    );

    let place = tokens.save(&record(1)).unwrap();
    assert_eq!(held(&tokens), Some(record(1)), "what is saved is loaded");
    assert_eq!(held(&reopen()), Some(record(1)), "also by another process");
    assert_eq!(tokens.load("simkl").unwrap().unwrap().place, place);

    assert_eq!(reopen().save(&record(2)), Ok(place.clone()));
    assert_eq!(
        held(&tokens),
        Some(record(2)),
        "a newer record takes its place"
    );

    tokens.set_account("simkl", &account()).unwrap();
    let named = held(&reopen()).unwrap();
    assert_eq!(named.account, Some(account()));
    assert_eq!(
        named.refresh_token,
        record(2).refresh_token,
        "and nothing else changes"
    );
    let status = reopen().status("simkl").unwrap();
    assert_eq!(
        (status.place, status.account),
        (Some(place.clone()), Some(account()))
    );

    two_writers(&reopen);

    let forgotten = tokens.forget("simkl").unwrap();
    assert!(forgotten.file || forgotten.keyring);
    assert_eq!(held(&reopen()), None, "forgotten is forgotten");
    let again = reopen().forget("simkl").unwrap();
    assert!(
        !again.file && !again.keyring && !again.left_in_keyring,
        "and may be forgotten twice"
    );
    assert_eq!(
        reopen().save(&record(3)),
        Ok(place.clone()),
        "a new pairing is welcome"
    );
    assert_eq!(held(&tokens), Some(record(3)));
    tokens.forget("simkl").unwrap();
    place
}

/// Two that write at once leave one of their records, whole.
fn two_writers(reopen: &impl Fn() -> Tokens) {
    let (one, other) = (reopen(), reopen());
    std::thread::scope(|scope| {
        for (tokens, start) in [(&one, 100), (&other, 200)] {
            scope.spawn(move || {
                (start..start + 20).for_each(|n| drop(tokens.save(&record(n)).unwrap()));
            });
        }
    });
    let left = held(&reopen()).unwrap();
    assert!(left == record(119) || left == record(219), "{left:?}");
}

#[test]
fn the_contract_is_kept_by_the_file() {
    let home = tempfile::tempdir().unwrap();
    let place = holds_for(|| Tokens::new(home.path().join("state"), StoreChoice::InFile));
    assert!(matches!(place, StoreLocation::File { .. }));
}

/// A keyring in memory that can be locked.
#[derive(Debug, Default)]
struct TestKeyring {
    locked: AtomicBool,
    items: Mutex<HashMap<String, Item>>,
}

impl Keyring for TestKeyring {
    fn open(&self, _: &str) -> Result<(), KeyringTrouble> {
        if self.locked.load(Ordering::Relaxed) {
            return Err(KeyringTrouble::Locked);
        }
        Ok(())
    }

    fn get(&self, name: &str, _: Instant) -> Result<Option<Item>, KeyringTrouble> {
        Ok(self.items.lock().unwrap().get(name).cloned())
    }

    fn set(&self, name: &str, secret: &Secret, _: Instant) -> Result<(), KeyringTrouble> {
        let item = secret.expose().as_bytes().to_vec().into();
        self.items.lock().unwrap().insert(name.to_owned(), item);
        Ok(())
    }

    fn delete(&self, name: &str, _: Instant) -> Result<bool, KeyringTrouble> {
        Ok(self.items.lock().unwrap().remove(name).is_some())
    }
}

fn with_keyring(home: &Path, keyring: &Arc<TestKeyring>) -> Tokens {
    Tokens::new(home.join("state"), StoreChoice::Auto).with_keyring(keyring.clone())
}

#[test]
fn the_contract_is_kept_by_a_keyring_in_memory() {
    let home = tempfile::tempdir().unwrap();
    let keyring = Arc::default();
    let open = || with_keyring(home.path(), &keyring);
    assert_eq!(holds_for(open), StoreLocation::Keyring);
}

#[test]
fn the_contract_is_kept_by_the_file_while_the_keyring_is_locked() {
    let home = tempfile::tempdir().unwrap();
    let keyring = Arc::new(TestKeyring::default());
    keyring.locked.store(true, Ordering::Relaxed);
    let open = || with_keyring(home.path(), &keyring);
    let StoreLocation::File {
        why_not_keyring, ..
    } = holds_for(open)
    else {
        panic!()
    };
    assert_eq!(why_not_keyring, Some(KeyringTrouble::Locked));
}

#[test]
fn the_contract_is_kept_by_the_demo_without_a_secret_on_disk() {
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::demo(home.path().to_owned());
    assert_eq!(holds_for(|| tokens.clone()), StoreLocation::Demo);
    tokens.save(&record(1)).unwrap();
    for entry in std::fs::read_dir(home.path()).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(
            !text.contains("access-1") && !text.contains("refresh-1"),
            "{text}"
        );
    }
}

#[test]
fn a_locked_keyring_says_so_and_opens_where_it_was() {
    let home = tempfile::tempdir().unwrap();
    let keyring = Arc::new(TestKeyring::default());
    let lock = |locked| keyring.locked.store(locked, Ordering::Relaxed);
    let tokens = with_keyring(home.path(), &keyring);
    tokens.save(&record(1)).unwrap();
    lock(true);
    assert!(matches!(tokens.load("simkl"), Err(StoreError::Locked(_))));
    lock(false);
    assert_eq!(held(&tokens), Some(record(1)));
    lock(true);
    assert!(tokens.forget("simkl").unwrap().left_in_keyring);
    lock(false);
    assert_eq!(
        held(&tokens),
        None,
        "what was forgotten while it was locked does not come back"
    );
}

const WRITER: &str = "COUCHPIN_TEST_WRITER";

#[test]
#[ignore = "started by the test below, which kills it"]
fn writes_until_it_is_killed() {
    let folder = std::env::var_os(WRITER).expect("the test below names a folder");
    let tokens = Tokens::new(folder.into(), StoreChoice::InFile);
    for number in 0.. {
        tokens.save(&record(number)).unwrap();
    }
}

#[test]
fn a_save_cut_off_at_any_moment_leaves_the_old_record_or_the_new_one() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("state");
    let tokens = Tokens::new(folder.clone(), StoreChoice::InFile);
    tokens.save(&record(0)).unwrap();
    let mut newest = 0;
    for round in 0..500_u64 {
        let mut writer = Killed(writer(&folder));
        // Let it save something, then cut it off a little later each time.
        while number(&tokens) == Some(newest) {
            let ended = writer.0.try_wait().unwrap();
            assert!(ended.is_none(), "{ended:?}");
            std::thread::sleep(Duration::from_micros(200));
        }
        std::thread::sleep(Duration::from_micros(round * 37 % 2_000));
        writer.0.kill().unwrap();
        writer.0.wait().unwrap();
        newest = number(&tokens).expect("a record is there, whole");
    }
    tokens.save(&record(7)).unwrap();
    assert_eq!(held(&tokens), Some(record(7)));
    // The half-written files of those that were cut off hold tokens, too.
    tokens.forget("simkl").unwrap();
    let left = std::fs::read_dir(&folder).unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["simkl.lock"]);
}

/// The number of the record that is stored; checks that its parts belong together.
fn number(tokens: &Tokens) -> Option<usize> {
    let stored = held(tokens)?;
    let number: usize = stored
        .access_token
        .expose()
        .split('-')
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(stored, record(number), "the record is whole");
    Some(number)
}

fn writer(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            "contract::writes_until_it_is_killed",
        ])
        .env(WRITER, folder)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// A process that ends with its owner.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
