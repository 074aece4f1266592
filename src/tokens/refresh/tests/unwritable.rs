//! Stores that cannot be written: before the service is asked, while it is asked, and slow ones.

use std::fs;
use std::sync::Arc;

use super::*;
use crate::auth::{KeyringTrouble, StoreLocation};
use crate::tokens::tests::keyring::TestKeyring;

/// In the last tenth of the token's life.
fn dying() -> SystemTime {
    start() + WEEK - DAY / 2
}

fn in_keyring(home: &Path) -> (Tokens, Arc<TestKeyring>) {
    let keyring = Arc::new(TestKeyring::default());
    let tokens = Tokens::new(home.join("state"), StoreChoice::Auto).with_keyring(keyring.clone());
    let record = Record::new("simkl", &token("old", Some("rt")), start(), None);
    assert_eq!(tokens.save(&record), Ok(StoreLocation::Keyring));
    (tokens, keyring)
}

fn when_due(
    tokens: &Tokens,
    now: SystemTime,
    ask: impl FnOnce(&Record, Duration) -> Answer,
) -> Result<Record, FreshError> {
    tokens.refreshed(REFRESH_LIMIT, "simkl", &Need::WhenDue, now, ask)
}

/// Takes the record's name for a folder, so that nothing can be renamed to it.
fn block(home: &Path) {
    let path = home.join("state/simkl.json");
    let _ = fs::rename(&path, path.with_extension("aside"));
    fs::create_dir(&path).unwrap();
}

fn unblock(home: &Path) {
    let path = home.join("state/simkl.json");
    fs::remove_dir(&path).unwrap();
    let _ = fs::rename(path.with_extension("aside"), &path);
}

#[test]
fn a_refresh_that_cannot_be_written_is_not_asked_for() {
    for make in [paired, |home: &Path| in_keyring(home).0] {
        let home = tempfile::tempdir().unwrap();
        let tokens = make(home.path());
        // No room can be made under a name that a folder has.
        let room = home.path().join("state/simkl.next.json");
        fs::create_dir_all(room.join("full")).unwrap();
        for _ in 0..3 {
            let dead = when_due(&tokens, start() + WEEK, unasked);
            assert!(matches!(dead, Err(FreshError::NoRoom(_))), "{dead:?}");
        }
        fs::remove_dir_all(&room).unwrap();
        let new = when_due(&tokens, start() + WEEK, |_, _| {
            assert!(room.metadata().unwrap().len() > 4096, "reserved before");
            Ok(answered("new", None))
        });
        assert_eq!(access(&new.unwrap()), "new");
        assert!(!room.exists(), "and given back after");
    }
}

#[test]
fn a_refused_or_lost_refresh_gives_its_room_back() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    let room = home.path().join("state/simkl.next.json");
    let old = when_due(&tokens, dying(), |_, _| {
        assert!(room.exists());
        Err(Trouble::Timeout.into())
    });
    assert_eq!(access(&old.unwrap()), "old");
    assert!(!room.exists());
    assert_eq!(due(&tokens, dying(), ENDED), Err(FreshError::Refused));
    assert!(!room.exists());
}

#[test]
fn a_token_that_was_refused_is_not_given_to_others_until_it_is_refreshed() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    let trouble = || Err(Trouble::Timeout.into());
    assert_eq!(
        refused(&tokens, "old", trouble()),
        Err(FreshError::Service(Trouble::Timeout.into()))
    );
    let alive = due(&tokens, start(), trouble());
    assert_eq!(alive, Err(FreshError::Service(Trouble::Timeout.into())));
    let new = due(&tokens, start(), Ok(answered("new", None)));
    assert_eq!(access(&new.unwrap()), "new");
    assert_eq!(access(&when_due(&tokens, start(), unasked).unwrap()), "new");
}

#[test]
fn a_new_token_that_no_store_takes_is_held_and_the_old_one_is_never_good_again() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    let kept = when_due(&tokens, dying(), |_, _| {
        block(home.path());
        Ok(answered("new", Some("rt-2")))
    });
    assert!(matches!(kept, Err(FreshError::SaveError(_))), "{kept:?}");
    let again = when_due(&tokens, dying(), unasked);
    assert!(matches!(again, Err(FreshError::SaveError(_))), "{again:?}");
    assert_eq!(access(&stored(&tokens.clone())), "new", "in memory");

    unblock(home.path());
    let new = when_due(&tokens, dying(), unasked).unwrap();
    assert_eq!((access(&new), new.paired_at), ("new", Some(start())));
    let elsewhere = Tokens::new(home.path().join("state"), StoreChoice::InFile);
    assert_eq!(stored(&elsewhere), new);
}

#[test]
fn a_held_token_is_what_is_stored_next_and_is_given_up_for_a_newer_pairing() {
    let home = tempfile::tempdir().unwrap();
    let hold = |tokens: &Tokens| {
        let kept = when_due(tokens, dying(), |_, _| {
            block(home.path());
            Ok(answered("new", Some("rt-2")))
        });
        assert!(matches!(kept, Err(FreshError::SaveError(_))), "{kept:?}");
        unblock(home.path());
    };
    // Another process of the same person, which knows nothing of it.
    let elsewhere = Tokens::new(home.path().join("state"), StoreChoice::InFile);
    let tokens = paired(home.path());
    hold(&tokens);
    tokens
        .save(&Record::new(
            "simkl",
            &token("new", Some("rt-2")),
            dying(),
            None,
        ))
        .unwrap();
    assert_eq!(
        stored(&elsewhere).paired_at,
        Some(start()),
        "all that is known of it"
    );

    let tokens = paired(home.path());
    hold(&tokens);
    elsewhere
        .save(&Record::new(
            "simkl",
            &token("newer", Some("rt")),
            dying(),
            None,
        ))
        .unwrap();
    assert_eq!(
        access(&when_due(&tokens, dying(), unasked).unwrap()),
        "newer"
    );
    assert_eq!(access(&stored(&tokens)), "newer");

    let tokens = paired(home.path());
    hold(&tokens);
    tokens.forget("simkl").unwrap();
    assert_eq!(tokens.load("simkl"), Ok(None));
}

#[test]
fn the_next_process_does_not_take_the_old_token_for_good_either() {
    let home = tempfile::tempdir().unwrap();
    let kept = when_due(&paired(home.path()), dying(), |_, _| {
        block(home.path());
        Ok(answered("new", Some("rt-2")))
    });
    assert!(matches!(kept, Err(FreshError::SaveError(_))), "{kept:?}");
    unblock(home.path());
    // It was written, but for its name.
    let next = Tokens::new(home.path().join("state"), StoreChoice::InFile);
    assert_eq!(access(&when_due(&next, start(), unasked).unwrap()), "new");
    assert_eq!(access(&stored(&next)), "new");

    // It was not written at all: the process ended between request and answer.
    let room = home.path().join("state/simkl.next.json");
    fs::write(&room, "   ").unwrap();
    let offline = when_due(&next, start(), |_, _| Err(Trouble::Dns.into()));
    assert_eq!(offline, Err(FreshError::Service(Trouble::Dns.into())));
    assert!(room.exists(), "nothing is known yet");
    let newer = when_due(&next, start(), |_, _| Ok(answered("newer", None)));
    assert_eq!(access(&newer.unwrap()), "newer");
    assert!(!room.exists());
    assert_eq!(access(&when_due(&next, start(), unasked).unwrap()), "newer");
}

#[test]
fn a_keyring_that_is_shut_while_the_service_is_asked_sends_the_new_token_to_the_file() {
    let home = tempfile::tempdir().unwrap();
    let (tokens, keyring) = in_keyring(home.path());
    let new = when_due(&tokens, dying(), |_, _| {
        keyring.lock(true);
        Ok(answered("new", Some("rt-2")))
    });
    assert_eq!(access(&new.unwrap()), "new");
    let place = StoreLocation::File {
        path: home.path().join("state/simkl.json"),
        why_not_keyring: Some(KeyringTrouble::Locked),
    };
    for locked in [true, false] {
        keyring.lock(locked);
        let found = tokens.load("simkl").unwrap().unwrap();
        assert_eq!((access(&found.record), found.place), ("new", place.clone()));
        assert_eq!(tokens.status("simkl").unwrap().place, Some(place.clone()));
    }
}

#[test]
fn with_keyring_shut_and_disk_full_the_new_token_is_held_until_either_opens() {
    for opens in ["keyring", "disk"] {
        let home = tempfile::tempdir().unwrap();
        let (tokens, keyring) = in_keyring(home.path());
        let kept = when_due(&tokens, dying(), |_, _| {
            keyring.lock(true);
            block(home.path());
            Ok(answered("new", Some("rt-2")))
        });
        assert!(matches!(kept, Err(FreshError::SaveError(_))), "{kept:?}");
        let still = when_due(&tokens, dying(), unasked);
        assert!(matches!(still, Err(FreshError::SaveError(_))), "{still:?}");
        match opens {
            "keyring" => keyring.lock(false),
            _ => unblock(home.path()),
        }
        let new = when_due(&tokens, dying(), unasked);
        assert_eq!(access(&new.unwrap()), "new", "{opens}");
        keyring.lock(false);
        assert_eq!(access(&stored(&tokens)), "new", "{opens}");
    }
}

#[test]
#[cfg_attr(windows, ignore = "an open file keeps its name there")]
fn a_full_disk_sends_a_refreshed_token_to_an_open_keyring() {
    let home = tempfile::tempdir().unwrap();
    let (tokens, _) = in_keyring(home.path());
    let file = tokens.preferring(StoreChoice::InFile);
    file.save(&Record::new(
        "simkl",
        &token("old", Some("rt")),
        start(),
        None,
    ))
    .unwrap();
    let new = when_due(&tokens, dying(), |_, _| {
        let state = home.path().join("state");
        let room = state.join("simkl.next.json");
        // Gone with its folder's entry, so that it cannot be renamed.
        fs::remove_file(room).unwrap();
        Ok(answered("new", Some("rt-2")))
    });
    assert_eq!(access(&new.unwrap()), "new");
    let found = tokens.load("simkl").unwrap().unwrap();
    assert_eq!(
        (access(&found.record), found.place),
        ("new", StoreLocation::Keyring)
    );
}

#[test]
fn what_is_forgotten_meanwhile_does_not_come_back_and_is_handed_over_to_be_ended() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    let gone = when_due(&tokens, dying(), |_, _| {
        // The refresh holds the lock: forgetting waits for it, and goes on without it once its time is over.
        tokens.forget("simkl").unwrap();
        Ok(answered("new", Some("rt-2")))
    });
    let new = Box::new(token("new", Some("rt-2")));
    assert_eq!(gone, Err(FreshError::Unpaired(new)));
    assert_eq!(tokens.load("simkl"), Ok(None));
    assert!(!home.path().join("state/simkl.next.json").exists());
}

#[test]
fn a_refused_refresh_is_final_even_if_that_cannot_be_written_down() {
    let home = tempfile::tempdir().unwrap();
    let (tokens, keyring) = in_keyring(home.path());
    let refused = when_due(&tokens, dying(), |_, _| {
        keyring.lock(true);
        ENDED
    });
    assert_eq!(refused, Err(FreshError::Refused));
}

#[test]
fn a_slow_keyring_gets_its_refresh_within_the_promise_and_without_being_called_busy() {
    let home = tempfile::tempdir().unwrap();
    let (tokens, keyring) = in_keyring(home.path());
    keyring.slow_down(Duration::from_millis(1500));
    let begun = clock::now();
    let new = when_due(&tokens, start() + WEEK, |_, limit| {
        assert!(limit >= SHORTEST_REQUEST);
        Ok(answered("new", Some("rt-2")))
    });
    assert_eq!(access(&new.unwrap()), "new");
    assert!(clock::now() - begun < Duration::from_secs(5));
    assert_eq!(
        tokens.load("simkl").unwrap().unwrap().place,
        StoreLocation::Keyring
    );
}

#[test]
fn a_keyring_too_slow_to_take_the_new_token_leaves_it_to_the_file() {
    let home = tempfile::tempdir().unwrap();
    let (tokens, keyring) = in_keyring(home.path());
    let begun = clock::now();
    let new = when_due(&tokens, start() + WEEK, |_, _| {
        keyring.slow_down(Duration::from_mins(1));
        Ok(answered("new", Some("rt-2")))
    });
    assert_eq!(access(&new.unwrap()), "new");
    assert!(clock::now() - begun < Duration::from_secs(5));
    let found = tokens.load("simkl").unwrap().unwrap();
    assert!(
        matches!(found.place, StoreLocation::File { .. }),
        "{found:?}"
    );
}

#[test]
fn a_keyring_that_leaves_no_time_for_a_request_is_what_is_said_to_be_slow() {
    let home = tempfile::tempdir().unwrap();
    let (tokens, keyring) = in_keyring(home.path());
    keyring.slow_down(Duration::from_secs(3));
    let said = when_due(&tokens, start() + WEEK, unasked).unwrap_err();
    assert_eq!(said, FreshError::Store(KeyringTrouble::Slow.into()));
}
