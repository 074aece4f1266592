//! What becomes of a token where no keyring can be used. With a keyring: `tests/it/keyring.rs`.

mod hostile_input;
pub(super) mod keyring;

use std::fs;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use self::keyring::TestKeyring;
use super::marker::Marker;
use super::*;
use crate::auth::{KeyringTrouble, Secret, Token};

/// Tokens that cannot reach the keyring of the user that runs the tests.
fn tokens(folder: &Path, preference: StoreChoice) -> Tokens {
    Tokens {
        keyring: Arc::new(SystemKeyring(|| None)),
        ..Tokens::new(folder.join("state"), preference)
    }
}

fn record() -> Record {
    let token = Token {
        access_token: Secret::new("canary"),
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

/// Makes the marker say that the pairing is in the keyring.
fn mark_as_in_keyring(tokens: &Tokens) {
    let note = tokens.folder.join("simkl.where.json");
    Marker::in_keyring(&record()).write(&note).unwrap();
}

#[test]
fn without_a_keyring_a_fresh_token_goes_to_the_file_and_says_why() {
    for preference in [StoreChoice::Auto, StoreChoice::InKeyring] {
        let home = tempfile::tempdir().unwrap();
        let tokens = tokens(home.path(), preference);
        let place = StoreLocation::File {
            path: home.path().join("state/simkl.json"),
            why_not_keyring: Some(KeyringTrouble::NoBus),
        };
        assert_eq!(tokens.load("simkl"), Ok(None));
        assert_eq!(tokens.save(&record()), Ok(place.clone()));
        let record = record();
        assert_eq!(tokens.load("simkl"), Ok(Some(Stored { record, place })));
    }
}

#[test]
fn why_it_is_not_the_keyring_is_a_word_in_the_marker_and_an_earlier_markers_clause_is_still_read() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::Auto);
    tokens.save(&record()).unwrap();
    let note = home.path().join("state/simkl.where.json");
    let json = fs::read_to_string(&note).unwrap();
    let written = r#""why_not_keyring":"no-bus""#;
    assert!(json.contains(written), "{json}");
    let words = KeyringTrouble::ALL.map(|trouble| serde_json::to_value(trouble).unwrap());
    assert_eq!(
        serde_json::Value::from(words.to_vec()),
        serde_json::json!([
            "locked",
            "silent",
            "slow",
            "no-bus",
            "bus-failed",
            "no-service",
            "not-started",
            "no-default",
            "several-items",
            "not-kept",
            "too-long",
            "failed"
        ])
    );
    for (earlier, trouble) in [
        ("there is no session bus", KeyringTrouble::NoBus),
        (
            "the session bus cannot be reached",
            KeyringTrouble::BusFailed,
        ),
        ("the keyring is locked", KeyringTrouble::Locked),
        ("whatever the crate said", KeyringTrouble::Failed),
    ] {
        let earlier = format!("\"why_not_keyring\":\"{earlier}\"");
        fs::write(&note, json.replace(written, &earlier)).unwrap();
        let why = StoreLocation::File {
            path: home.path().join("state/simkl.json"),
            why_not_keyring: Some(trouble),
        };
        assert_eq!(tokens.load("simkl").unwrap().unwrap().place, why);
    }
}

#[test]
fn any_name_of_an_account_comes_back_from_every_store_and_what_was_stored_before_is_still_read() {
    let home = tempfile::tempdir().unwrap();
    let keyring = Arc::new(TestKeyring::default());
    let in_keyring =
        Tokens::new(home.path().join("state"), StoreChoice::Auto).with_keyring(keyring.clone());
    let in_file = tokens(&home.path().join("file"), StoreChoice::InFile);
    let names = [
        r"¯\_(ツ)_/¯".to_owned(),
        r"DOMAIN\nina".to_owned(),
        "\"Ann\"\n\tO'Hara".to_owned(),
        "נינה \u{202e}ניסן\u{202c}".to_owned(),
        r"\".repeat(10_000),
        "あ".repeat(10_000),
    ];
    for name in names {
        let mut record = record();
        record.account = Some(Account {
            id: "4242".into(),
            name,
        });
        for tokens in [&in_keyring, &in_file] {
            tokens.save(&record).unwrap();
            assert_eq!(tokens.load("simkl").unwrap().unwrap().record, record);
            assert_eq!(tokens.status("simkl").unwrap().account, record.account);
        }
        let item = keyring.item("simkl").unwrap();
        assert!(!item.contains(['\\', '\n']));
        keyring.put("simkl", Some(record.to_json().expose()));
        assert_eq!(in_keyring.load("simkl").unwrap().unwrap().record, record);
    }
}

#[test]
fn a_file_that_was_asked_for_needs_no_reason() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::InFile);
    let place = tokens.save(&record()).unwrap();
    assert!(matches!(
        place,
        StoreLocation::File {
            why_not_keyring: None,
            ..
        }
    ));
}

#[test]
fn a_demo_says_so() {
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::demo(home.path().to_owned());
    assert_eq!(tokens.save(&record()), Ok(StoreLocation::Demo));
    assert_eq!(
        tokens.load("simkl").unwrap().unwrap().place,
        StoreLocation::Demo
    );
    assert_eq!(
        tokens.status("simkl").unwrap().place,
        Some(StoreLocation::Demo)
    );
}

#[test]
fn the_account_is_added_where_the_token_is() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::Auto);
    assert_eq!(
        tokens.set_account("simkl", &ann()),
        Err(StoreError::NotPaired)
    );
    let place = tokens.save(&record()).unwrap();
    tokens.set_account("simkl", &ann()).unwrap();
    let stored = tokens.load("simkl").unwrap().unwrap();
    assert_eq!((stored.place, stored.record.account), (place, Some(ann())));
}

#[test]
fn status_knows_account_and_place_without_a_secret() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::Auto);
    assert_eq!(tokens.status("simkl").unwrap().place, None);
    let place = tokens.save(&record()).unwrap();
    tokens.set_account("simkl", &ann()).unwrap();
    let status = tokens.status("simkl").unwrap();
    let paired_at = Some(UNIX_EPOCH + Duration::from_secs(99));
    assert_eq!(
        (status.place.clone(), status.paired_at),
        (Some(place), paired_at)
    );
    assert_eq!(status.account, Some(ann()));
    assert_eq!(status.keyring, Some(Err(KeyringTrouble::NoBus)));
    let note = fs::read_to_string(home.path().join("state/simkl.where.json")).unwrap();
    assert!(!format!("{note}{status:?}").contains("canary"));
}

#[test]
fn a_file_that_another_program_put_there_is_found_without_a_marker() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::InFile);
    tokens.save(&record()).unwrap();
    for marker in [None, Some("nonsense")] {
        let note = home.path().join("state/simkl.where.json");
        match marker {
            None => fs::remove_file(&note).unwrap(),
            Some(text) => fs::write(&note, text).unwrap(),
        }
        assert_eq!(tokens.load("simkl").unwrap().unwrap().record, record());
        assert!(tokens.status("simkl").unwrap().place.is_some());
    }
}

#[test]
fn forgetting_removes_file_and_marker_and_can_be_repeated() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::Auto);
    tokens.save(&record()).unwrap();
    assert!(tokens.forget("simkl").unwrap().file);
    assert_eq!(tokens.forget("simkl"), Ok(Forgotten::default()));
    assert_eq!(tokens.load("simkl"), Ok(None));
    let left = fs::read_dir(home.path().join("state")).unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["simkl.lock"]);
}

#[test]
fn forgetting_takes_what_was_set_aside_and_half_written_and_nothing_of_another_service() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::InFile);
    tokens.save(&record()).unwrap();
    let path = |name: &str| home.path().join("state").join(name);
    let gone = [
        "simkl.json.bad",
        "simkl.json.bad.2",
        ".couchpin-simkl.json-x1",
        ".couchpin-simkl.where.json-x2",
    ];
    let stays = [
        "shikimori.json.bad",
        ".couchpin-shikimori.json-x3",
        ".couchpin-simkl-two.json-x4",
        "simkl.json.badly",
    ];
    for name in gone.iter().chain(&stays) {
        fs::write(path(name), "canary").unwrap();
    }
    let forgotten = tokens.forget("simkl").unwrap();
    assert_eq!((forgotten.file, forgotten.set_aside), (true, 2));
    for name in gone {
        assert!(!path(name).exists(), "{name}");
    }
    for name in stays {
        assert!(path(name).exists(), "{name}");
    }
    assert_eq!(tokens.forget("simkl"), Ok(Forgotten::default()));
}

#[test]
fn paired_in_a_keyring_out_of_reach_is_not_never_paired() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::InFile);
    mark_as_in_keyring(&tokens);
    let error = tokens.load("simkl").unwrap_err();
    assert!(matches!(error, StoreError::KeyringAbsent(_)), "{error}");
    assert_eq!(
        tokens.status("simkl").unwrap().place,
        Some(StoreLocation::Keyring)
    );
    // What cannot be removed yet is reported, reported again, and never used.
    for _ in 0..2 {
        assert!(tokens.forget("simkl").unwrap().left_in_keyring);
        assert_eq!(tokens.load("simkl"), Ok(None));
        let status = tokens.status("simkl").unwrap();
        assert_eq!((status.place, status.left_in_keyring), (None, true));
    }
    // A new pairing is not taken for the forgotten one.
    tokens.save(&record()).unwrap();
    assert_eq!(tokens.load("simkl").unwrap().unwrap().record, record());
    assert!(!tokens.status("simkl").unwrap().left_in_keyring);
}

#[test]
fn a_record_too_long_for_the_keyring_goes_to_the_file_and_says_why() {
    let home = tempfile::tempdir().unwrap();
    let keyring = Arc::new(TestKeyring::default());
    let tokens = tokens(home.path(), StoreChoice::Auto).with_keyring(keyring.clone());
    assert_eq!(tokens.save(&record()), Ok(StoreLocation::Keyring));
    // The account's name makes it longer.
    keyring.limit(keyring.item("simkl").unwrap().len());
    tokens.set_account("simkl", &ann()).unwrap();
    let Stored { record, place } = tokens.load("simkl").unwrap().unwrap();
    assert_eq!(record.account, Some(ann()));
    let in_file = StoreLocation::File {
        path: home.path().join("state/simkl.json"),
        why_not_keyring: Some(KeyringTrouble::TooLong),
    };
    assert_eq!((place, keyring.item("simkl")), (in_file.clone(), None));
    assert_eq!(tokens.save(&record), Ok(in_file));
    let why = KeyringTrouble::TooLong;
    let refused = tokens.move_to_keyring("simkl");
    assert_eq!(refused, Err(StoreError::NotMoved(why)));
}

#[test]
fn a_copy_left_in_the_keyring_is_remembered_until_it_is_gone() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::Auto);
    mark_as_in_keyring(&tokens);
    tokens.save(&record()).unwrap();
    tokens.set_account("simkl", &ann()).unwrap();
    assert!(
        tokens.load("simkl").unwrap().is_some(),
        "the file counts now"
    );
    let forgotten = tokens.forget("simkl").unwrap();
    assert!(
        forgotten.file && forgotten.left_in_keyring,
        "the copy is still there"
    );
    assert_eq!(tokens.load("simkl"), Ok(None), "what could be forgotten is");
    assert_eq!(tokens.status("simkl").unwrap().place, None);
}

#[test]
fn a_damaged_record_is_kept_aside_and_one_may_pair_again() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::InFile);
    tokens.save(&record()).unwrap();
    let path = home.path().join("state/simkl.json");
    fs::write(&path, "{\"version\":1,\"acc").unwrap();
    let kept = home.path().join("state/simkl.json.bad");
    let error = StoreError::Damaged(kept.clone());
    assert_eq!(tokens.load("simkl"), Err(error));
    assert_eq!(tokens.load("simkl"), Ok(None));
    tokens.save(&record()).unwrap();
    assert_eq!(fs::read_to_string(kept).unwrap(), "{\"version\":1,\"acc");
}

#[test]
fn a_file_too_large_for_a_record_is_set_aside_beside_an_earlier_one() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::InFile);
    tokens.save(&record()).unwrap();
    for name in ["state/simkl.json.bad", "state/simkl.json.bad.2"] {
        fs::write(
            home.path().join("state/simkl.json"),
            vec![b' '; 64 * 1024 + 1],
        )
        .unwrap();
        let kept = home.path().join(name);
        assert_eq!(tokens.load("simkl"), Err(StoreError::Damaged(kept)));
    }
}

#[test]
fn paired_means_that_the_record_is_there_whatever_the_marker_says() {
    let home = tempfile::tempdir().unwrap();
    let keyring = Arc::new(TestKeyring::default());
    let tokens =
        Tokens::new(home.path().join("state"), StoreChoice::Auto).with_keyring(keyring.clone());
    assert_eq!(tokens.save(&record()), Ok(StoreLocation::Keyring));
    keyring.put("simkl", None);
    assert_eq!(tokens.load("simkl"), Ok(None));
    assert_eq!(tokens.status("simkl").unwrap().place, None);
    // Shut, nothing can be seen: then the marker is believed.
    keyring.lock(true);
    let status = tokens.status("simkl").unwrap();
    assert_eq!(
        (status.place, status.keyring),
        (
            Some(StoreLocation::Keyring),
            Some(Err(KeyringTrouble::Locked))
        )
    );
    assert!(matches!(tokens.load("simkl"), Err(StoreError::Locked(_))));

    // A damaged file is no pairing either; loading sets it aside, asking for the status does not.
    tokens.save(&record()).unwrap();
    let path = home.path().join("state/simkl.json");
    fs::write(&path, "{").unwrap();
    for _ in 0..2 {
        assert!(matches!(
            tokens.status("simkl"),
            Err(StoreError::Record { .. })
        ));
    }
    assert!(matches!(tokens.load("simkl"), Err(StoreError::Damaged(_))));
    assert_eq!(tokens.status("simkl").unwrap().place, None);
}

#[test]
fn status_tells_of_a_refreshed_record_that_no_store_took_yet() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::InFile);
    tokens.save(&record()).unwrap();
    let stored = tokens.load("simkl").unwrap().unwrap();
    let mut renewed = record();
    renewed.access_token = Secret::new("canary-renewed");
    renewed.expires_at = Some(UNIX_EPOCH + Duration::from_secs(4711));
    tokens.unsaved.add(renewed.clone(), stored);
    assert_eq!(tokens.load("simkl").unwrap().unwrap().record, renewed);
    let status = tokens.status("simkl").unwrap();
    assert_eq!(status.expires_at, renewed.expires_at);
}

#[test]
fn a_newer_record_and_another_services_record_stay_as_they_are() {
    let home = tempfile::tempdir().unwrap();
    let tokens = tokens(home.path(), StoreChoice::InFile);
    let path = home.path().join("state/simkl.json");
    let ours = record().to_json();
    for (was, is) in [
        ("\"version\":1", "\"version\":2"),
        ("\"simkl\"", "\"shikimori\""),
    ] {
        let text = ours.expose().replace(was, is);
        file::write(&path, text.as_bytes()).unwrap();
        for error in [
            tokens.load("simkl").unwrap_err(),
            tokens.set_account("simkl", &ann()).unwrap_err(),
        ] {
            assert!(matches!(error, StoreError::Record { .. }), "{error}");
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn a_folder_that_cannot_be_used_is_one_clear_sentence() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("state"), "a file in the way").unwrap();
    let error = tokens(home.path(), StoreChoice::Auto).save(&record());
    let said = error.unwrap_err().to_string();
    assert!(said.contains("simkl.json could not be written"), "{said}");
    assert!(!said.contains("canary"));
}

#[test]
fn a_service_name_cannot_leave_the_folder() {
    let home = tempfile::tempdir().unwrap();
    for name in ["", "../simkl", "a/b", "simkl.where"] {
        let answer = tokens(home.path(), StoreChoice::InFile).load(name);
        assert_eq!(answer, Err(StoreError::ServiceName));
    }
}
