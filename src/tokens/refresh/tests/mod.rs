//! Which token is handed out, and what stays on disk, whatever service, clock and other processes do.

mod clocks;
mod unwritable;

use std::cell::Cell;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::UNIX_EPOCH;

use super::call::SHORTEST_REQUEST;
use super::*;
use crate::auth::{Account, Rejection, Trouble};
use crate::tokens::{Lock, StoreChoice};

const DAY: Duration = Duration::from_hours(24);
const WEEK: Duration = Duration::from_hours(7 * 24);

fn start() -> SystemTime {
    UNIX_EPOCH + 20_000 * DAY
}

fn token(access: &str, refresh: Option<&str>) -> Token {
    Token {
        access_token: Secret::new(access),
        refresh_token: refresh.map(Secret::new),
        expires_in: Some(WEEK),
        scope: None,
        lacks_scope: false,
        client_id: "id".into(),
    }
}

fn paired(home: &Path) -> Tokens {
    let tokens = Tokens::new(home.join("state"), StoreChoice::InFile);
    let record = Record::new("simkl", &token("old", Some("rt")), start(), None);
    tokens.save(&record).unwrap();
    tokens
}

fn stored(tokens: &Tokens) -> Record {
    tokens.load("simkl").unwrap().unwrap().record
}

fn access(record: &Record) -> &str {
    record.access_token.expose()
}

type Answer = Result<Refreshed, RequestError>;

fn answered(access: &str, refresh: Option<&str>) -> Refreshed {
    Refreshed {
        token: token(access, refresh),
        date: None,
    }
}

fn due(tokens: &Tokens, now: SystemTime, answer: Answer) -> Result<Record, FreshError> {
    tokens.refreshed(REFRESH_LIMIT, "simkl", &Need::WhenDue, now, |_, _| answer)
}

fn refused(tokens: &Tokens, which: &str, answer: Answer) -> Result<Record, FreshError> {
    let need = Need::Refused(Secret::new(which));
    tokens.refreshed(REFRESH_LIMIT, "simkl", &need, start(), |_, _| answer)
}

/// A request that must not be made.
fn unasked(_: &Record, _: Duration) -> Answer {
    panic!("no request was to be made")
}

const ENDED: Answer = Err(RequestError::Rejected(Rejection::Token));

#[test]
fn a_token_with_life_left_is_handed_out_without_a_request_or_a_lock() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    std::fs::remove_file(home.path().join("state/simkl.lock")).unwrap();
    let record = tokens.refreshed(
        REFRESH_LIMIT,
        "simkl",
        &Need::WhenDue,
        start() + 6 * DAY,
        unasked,
    );
    assert_eq!(access(&record.unwrap()), "old");
    assert!(!home.path().join("state/simkl.lock").exists());
}

#[test]
fn a_due_token_is_replaced_on_disk_before_it_is_handed_out() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    let ann = Account {
        id: "1".into(),
        name: "Ann".into(),
    };
    tokens.set_account("simkl", &ann).unwrap();
    let record = tokens
        .refreshed(
            REFRESH_LIMIT,
            "simkl",
            &Need::WhenDue,
            start() + WEEK,
            |record, limit| {
                assert_eq!(record.refresh_token.as_ref().unwrap().expose(), "rt");
                assert!(limit >= SHORTEST_REQUEST && limit <= REFRESH_LIMIT);
                Ok(answered("new", None))
            },
        )
        .unwrap();
    assert_eq!(record, stored(&tokens));
    assert_eq!(access(&record), "new");
    assert_eq!(record.refresh_token.unwrap().expose(), "rt", "not replaced");
    assert_eq!(
        (record.account, record.paired_at),
        (Some(ann), Some(start()))
    );
    let status = tokens.status("simkl").unwrap();
    assert_eq!(status.expires_at, Some(start() + 2 * WEEK));
}

#[test]
fn a_refused_token_is_replaced_once_and_the_next_caller_gets_the_new_one() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    let record = refused(&tokens, "old", Ok(answered("new", Some("rt-2")))).unwrap();
    assert_eq!(access(&record), "new");
    assert_eq!(record.refresh_token.unwrap().expose(), "rt-2", "rotated");
    let need = Need::Refused(Secret::new("old"));
    let late = tokens
        .refreshed(REFRESH_LIMIT, "simkl", &need, start(), unasked)
        .unwrap();
    assert_eq!(access(&late), "new");
}

#[test]
fn trouble_leaves_the_old_token_while_it_lives() {
    let (dying, dead) = (start() + WEEK - DAY / 2, start() + WEEK);
    for error in [
        RequestError::from(Trouble::Dns),
        RequestError::Rejected(Rejection::ClientId {
            error: "invalid_client".into(),
        }),
    ] {
        let home = tempfile::tempdir().unwrap();
        let tokens = paired(home.path());
        let record = due(&tokens, dying, Err(error.clone())).unwrap();
        assert_eq!(access(&record), "old");
        let service = Err(FreshError::Service(error.clone()));
        assert_eq!(due(&tokens, dead, Err(error.clone())), service);
        assert_eq!(
            refused(&tokens, "old", Err(error)),
            service,
            "no use to a caller that it was refused to"
        );
        assert!(
            !stored(&tokens).refused,
            "only the end of the grant marks it"
        );
        let new = due(&tokens, dead, Ok(answered("new", None)));
        assert_eq!(access(&new.unwrap()), "new");
    }
}

#[test]
fn the_end_of_a_grant_is_written_down_and_only_a_new_pairing_helps() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    let dying = start() + WEEK - DAY / 2;
    assert_eq!(due(&tokens, dying, ENDED), Err(FreshError::Refused));
    let kept = stored(&tokens);
    assert!(kept.refused && access(&kept) == "old" && kept.refresh_token.is_some());
    assert!(tokens.status("simkl").unwrap().refused);
    for need in [Need::WhenDue, Need::Refused(Secret::new("old"))] {
        let again = tokens.refreshed(REFRESH_LIMIT, "simkl", &need, start(), unasked);
        assert_eq!(again, Err(FreshError::Refused));
    }
    tokens
        .save(&Record::new(
            "simkl",
            &token("newer", Some("rt")),
            start(),
            None,
        ))
        .unwrap();
    let record = tokens.refreshed(REFRESH_LIMIT, "simkl", &Need::WhenDue, start(), unasked);
    assert_eq!(access(&record.unwrap()), "newer");
    assert!(!tokens.status("simkl").unwrap().refused);
}

#[test]
fn a_lost_answer_is_asked_again_with_the_old_refresh_token() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    // A service that rotates: the first answer is lost, the second comes.
    let asked = Cell::new(0);
    let ask = || {
        tokens.refreshed(
            REFRESH_LIMIT,
            "simkl",
            &Need::WhenDue,
            start() + WEEK,
            |record, _| {
                assert_eq!(record.refresh_token.as_ref().unwrap().expose(), "rt");
                asked.set(asked.get() + 1);
                match asked.get() {
                    1 => Err(Trouble::Timeout.into()),
                    _ => Ok(answered("new", Some("rt-3"))),
                }
            },
        )
    };
    assert_eq!(ask(), Err(FreshError::Service(Trouble::Timeout.into())));
    let record = ask().unwrap();
    assert_eq!(
        (
            access(&record),
            record.refresh_token.as_ref().unwrap().expose()
        ),
        ("new", "rt-3")
    );
}

#[test]
fn a_process_that_lost_a_race_outside_the_lock_takes_what_the_winner_stored() {
    for answer in [ENDED, Ok(answered("loser", None))] {
        let home = tempfile::tempdir().unwrap();
        let tokens = paired(home.path());
        let record = tokens.refreshed(
            REFRESH_LIMIT,
            "simkl",
            &Need::WhenDue,
            start() + WEEK,
            |old, _| {
                // A program that knows nothing of the lock, or a person who pairs again.
                let mut won = old.clone();
                won.renew(&token("winner", Some("rt-2")), start() + WEEK, None);
                ServiceStore::new(&tokens, "simkl")
                    .unwrap()
                    .save_in_file(&won, None)
                    .unwrap();
                answer
            },
        );
        assert_eq!(access(&record.unwrap()), "winner");
        let kept = stored(&tokens);
        assert!(!kept.refused && access(&kept) == "winner");
    }
}

#[test]
fn without_a_refresh_token_a_refusal_means_pair_again_but_marks_nothing() {
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::new(home.path().to_owned(), StoreChoice::InFile);
    assert_eq!(
        tokens.refreshed(REFRESH_LIMIT, "simkl", &Need::WhenDue, start(), unasked),
        Err(FreshError::Store(StoreError::NotPaired))
    );
    let pin = Record::new("simkl", &token("pin", None), start(), None);
    tokens.save(&pin).unwrap();
    let need = Need::Refused(Secret::new("pin"));
    assert_eq!(
        tokens.refreshed(REFRESH_LIMIT, "simkl", &need, start(), unasked),
        Err(FreshError::CannotRefresh)
    );
    let later = start() + 99 * WEEK;
    assert_eq!(
        tokens.refreshed(REFRESH_LIMIT, "simkl", &Need::WhenDue, later, unasked),
        Ok(pin)
    );
}

#[test]
fn a_token_that_is_born_expired_is_asked_for_once_per_need_and_not_by_every_process() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    let asked = AtomicUsize::new(0);
    let ask = |_: &Record, _: Duration| {
        asked.fetch_add(1, Ordering::Relaxed);
        thread::sleep(Duration::from_millis(300));
        let mut answer = answered("short", None);
        answer.token.expires_in = Some(Duration::ZERO);
        Ok(answer)
    };
    let gate = std::sync::Barrier::new(8);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                gate.wait();
                let got =
                    tokens.refreshed(REFRESH_LIMIT, "simkl", &Need::WhenDue, start() + WEEK, ask);
                assert_eq!(access(&got.unwrap()), "short");
            });
        }
    });
    assert_eq!(asked.load(Ordering::Relaxed), 1);
}

#[test]
fn a_process_that_never_lets_go_of_the_lock_is_given_up() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    let path = tokens.path("simkl", "lock").unwrap();
    let _held = Lock::take(&path, clock::now()).unwrap().unwrap();
    let begun = clock::now();
    thread::scope(|scope| {
        let dead = scope.spawn(|| {
            tokens.refreshed(
                REFRESH_LIMIT,
                "simkl",
                &Need::WhenDue,
                start() + WEEK,
                unasked,
            )
        });
        let dying = start() + WEEK - DAY / 2;
        let dying = tokens.refreshed(REFRESH_LIMIT, "simkl", &Need::WhenDue, dying, unasked);
        assert_eq!(access(&dying.unwrap()), "old", "it lives");
        assert_eq!(dead.join().unwrap(), Err(FreshError::Busy));
    });
    assert!(clock::now() - begun < Duration::from_secs(20), "a hang");
    // A new pairing is stored all the same.
    let pairing = Record::new("simkl", &token("newer", Some("rt")), start(), None);
    tokens.save(&pairing).unwrap();
    assert_eq!(stored(&tokens), pairing);
}

#[test]
fn nothing_is_asked_when_the_answer_could_not_be_kept() {
    let home = tempfile::tempdir().unwrap();
    let tokens = paired(home.path());
    // No lock can be made where a folder has its name.
    let path = tokens.path("simkl", "lock").unwrap();
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    let error = tokens.refreshed(
        REFRESH_LIMIT,
        "simkl",
        &Need::WhenDue,
        start() + WEEK,
        unasked,
    );
    assert!(
        matches!(error, Err(FreshError::Store(StoreError::Io { .. }))),
        "{error:?}"
    );
}
