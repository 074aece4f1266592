//! What other programs get: `couchpin token shikimori`, `exec`, `status` and `unpair` with a real Doorkeeper.

use std::time::{Duration, SystemTime};

use couchpin::auth::{Rejection, RequestError, Token};
use couchpin::tokens::Record;
use serde_json::Value;

use crate::support::{Done, Doorkeeper, Home, now};

const DAY: Duration = Duration::from_hours(24);

/// A paired home and its Shikimori.
struct Fixture {
    doorkeeper: Doorkeeper,
    home: Home,
    /// The token of the sign-in.
    first: Token,
}

impl Fixture {
    /// Paired so long ago by both clocks.
    fn paired(ago: Duration) -> Self {
        let doorkeeper = Doorkeeper::start();
        let home = Home::asking_shikimori(doorkeeper.url.as_str());
        let first = doorkeeper.token();
        doorkeeper.age(ago);
        let record = Record::new("shikimori", &first, SystemTime::now() - ago, None);
        home.tokens().save(&record).unwrap();
        Self {
            doorkeeper,
            home,
            first,
        }
    }

    /// Runs a command, whose log holds no secret.
    fn run(&self, args: &[&str]) -> Done {
        let done = self.home.run(args);
        self.doorkeeper.assert_no_secret_in(&done.err);
        done
    }

    fn record(&self) -> Record {
        self.home
            .tokens()
            .load("shikimori")
            .unwrap()
            .unwrap()
            .record
    }

    fn stored(&self) -> Token {
        self.record().token(SystemTime::now())
    }

    /// Whether Shikimori knows who holds this.
    fn opens(&self, token: &Token) -> bool {
        now(self.doorkeeper.client().account(token)).is_ok()
    }

    /// Whether this can still be refreshed.
    fn can_refresh(&self, token: &Token) -> bool {
        match now(self.doorkeeper.client().refresh(token)) {
            Ok(_) => true,
            Err(RequestError::Rejected(Rejection::Token)) => false,
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_day_later_the_token_is_refreshed_once_and_the_new_pair_is_kept() {
    let fixture = Fixture::paired(DAY);
    assert!(!fixture.opens(&fixture.first), "its day is over");
    let done = fixture.run(&["token", "shikimori"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    let second = fixture.stored();
    assert_eq!(done.out.trim_end(), second.access_token.expose());
    assert_ne!(
        second.refresh_token, fixture.first.refresh_token,
        "it rotates"
    );
    assert!(fixture.opens(&second));
    assert!(
        !fixture.can_refresh(&fixture.first),
        "ended by the first use of the new one"
    );
    let again = fixture.run(&["token", "shikimori", "--json"]);
    let told: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(told["service"], "shikimori");
    assert_eq!(told["client_id"], "living-room");
    assert_eq!(told["access_token"], second.access_token.expose());
    let script = "echo $SHIKIMORI_ACCESS_TOKEN $SHIKIMORI_CLIENT_ID";
    let ran = fixture.run(&["exec", "shikimori", "--", "sh", "-c", script]);
    let expected = format!("{} living-room\n", second.access_token.expose());
    assert_eq!(ran.out, expected);
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_refresh_whose_answer_was_lost_is_asked_again_with_the_old_refresh_token() {
    let fixture = Fixture::paired(DAY);
    fixture.doorkeeper.fault("lost");
    let lost = fixture.run(&["token", "shikimori"]);
    assert_eq!(
        (lost.code, lost.out.as_str()),
        (Some(6), ""),
        "{}",
        lost.err
    );
    assert_eq!(fixture.record().refresh_token, fixture.first.refresh_token);
    let next = fixture.run(&["token", "shikimori"]);
    assert_eq!(next.code, Some(0), "{}", next.err);
    assert_eq!(fixture.doorkeeper.refreshes(), 2);
    assert!(fixture.opens(&fixture.stored()));
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn programs_that_ask_at_the_same_time_get_one_new_token() {
    let fixture = Fixture::paired(DAY);
    let children: Vec<_> = (0..6)
        .map(|_| {
            fixture
                .home
                .couchpin(&["token", "shikimori"])
                .spawn()
                .unwrap()
        })
        .collect();
    let outputs = children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap());
    let said: Vec<_> = outputs
        .map(|output| String::from_utf8(output.stdout).unwrap())
        .collect();
    let stored = format!("{}\n", fixture.stored().access_token.expose());
    assert_eq!(said, vec![stored; 6]);
    assert_eq!(fixture.doorkeeper.refreshes(), 1);
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn access_that_the_person_ended_is_told_and_the_tokens_are_kept() {
    let fixture = Fixture::paired(DAY);
    fixture.doorkeeper.revoke();
    for _ in 0..2 {
        let done = fixture.run(&["token", "shikimori"]);
        assert_eq!(done.code, Some(3), "{}", done.err);
        assert!(done.sentence().contains("pair again"), "{}", done.err);
    }
    assert_eq!(fixture.doorkeeper.refreshes(), 1, "it is written down");
    assert_eq!(fixture.record().refresh_token, fixture.first.refresh_token);
    let status = fixture.run(&["status", "--json"]);
    let told: Value = serde_json::from_str(&status.out).unwrap();
    let [simkl, shikimori, ..] = &told["services"].as_array().unwrap()[..] else {
        panic!("{told}");
    };
    assert_eq!(
        (&simkl["paired"], &simkl["service"]),
        (&false.into(), &"simkl".into())
    );
    assert_eq!(shikimori["refused"], true);
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_wrong_secret_is_a_matter_of_settings_and_marks_nothing() {
    let fixture = Fixture::paired(DAY);
    let mut command = fixture.home.couchpin(&["token", "shikimori"]);
    let output = command
        .env("COUCHPIN_SHIKIMORI_CLIENT_SECRET", "another")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!fixture.record().refused);
    let done = fixture.run(&["token", "shikimori"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn signing_out_ends_every_token_there_and_here_even_when_the_day_is_over() {
    for ago in [Duration::ZERO, DAY] {
        let fixture = Fixture::paired(ago);
        let done = fixture.run(&["unpair", "shikimori", "--json"]);
        let told: Value = serde_json::from_str(&done.out).unwrap();
        assert_eq!(
            (&told["revoked"], &told["was_paired"]),
            (&true.into(), &true.into())
        );
        assert_eq!(fixture.run(&["token", "shikimori"]).code, Some(3));
        assert!(!fixture.opens(&fixture.first));
        assert!(!fixture.can_refresh(&fixture.first), "{ago:?}");
        assert!(fixture.home.tokens().load("shikimori").unwrap().is_none());
    }
}
