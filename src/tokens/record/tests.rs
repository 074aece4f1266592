//! What a record keeps, leaves out and refuses.

use super::*;

/// The example of the documentation.
const DOCUMENTED: &str = r#"{"version":1,"service":"simkl","access_token":"canary-a","refresh_token":null,"expires_at":null,"scope":"public","client_id":"id","account":{"id":"4242","name":"Ann"},"paired_at":"2026-11-21T20:00:00Z"}"#;

fn at(text: &str) -> SystemTime {
    humantime::parse_rfc3339(text).unwrap()
}

fn token(expires_in: Option<Duration>) -> Token {
    Token {
        access_token: Secret::new("canary-a"),
        refresh_token: Some(Secret::new("canary-b")),
        expires_in,
        scope: None,
        lacks_scope: false,
        client_id: "id".into(),
    }
}

#[test]
fn the_documented_record_is_read() {
    let record = Record::parse(DOCUMENTED.as_bytes()).unwrap();
    assert_eq!(record.access_token.expose(), "canary-a");
    assert_eq!(record.account.as_ref().unwrap().name, "Ann");
    assert_eq!(record.paired_at, Some(at("2026-11-21T20:00:00Z")));
    assert_eq!(record.expires_at, None);
    let again: Value = serde_json::from_str(record.to_json().expose()).unwrap();
    assert_eq!(again, serde_json::from_str::<Value>(DOCUMENTED).unwrap());
}

#[test]
fn a_record_survives_being_written_and_read() {
    let now = at("2026-11-21T20:00:00.75Z");
    let record = Record::new("simkl", &token(Some(Duration::from_secs(90))), now, None);
    assert!(
        record
            .to_json()
            .expose()
            .contains("\"2026-11-21T20:01:30Z\"")
    );
    assert_eq!(
        Record::parse(record.to_json().expose().as_bytes()),
        Ok(record)
    );
}

#[test]
fn what_is_left_of_a_tokens_life_is_counted_from_now() {
    let start = at("2026-11-21T20:00:00Z");
    let record = Record::new("simkl", &token(Some(Duration::from_secs(90))), start, None);
    let left = |passed| record.token(start + Duration::from_secs(passed)).expires_in;
    assert_eq!(left(31), Some(Duration::from_secs(59)));
    assert_eq!(left(100), Some(Duration::ZERO));
    assert_eq!(record.token(start), token(Some(Duration::from_secs(90))));
}

#[test]
fn absurd_clocks_and_lives_do_no_harm() {
    let record = Record::new("simkl", &token(Some(Duration::MAX)), UNIX_EPOCH, None);
    assert!(record.to_json().expose().contains("9999-12-31T23:59:59Z"));
    let before = UNIX_EPOCH - Duration::from_secs(5);
    assert_eq!(rfc3339(before), "1970-01-01T00:00:00Z");
}

#[test]
fn unknown_fields_survive_a_rewrite() {
    let later = DOCUMENTED.replacen('{', r#"{"mood":{"deep":[1,"two"]},"#, 1);
    let record = Record::parse(later.as_bytes()).unwrap();
    assert!(
        record
            .to_json()
            .expose()
            .contains(r#""mood":{"deep":[1,"two"]}"#)
    );
}

#[test]
fn optional_fields_may_be_missing() {
    let short = r#"{"version":1,"service":"simkl","access_token":"a","client_id":"id"}"#;
    let record = Record::parse(short.as_bytes()).unwrap();
    assert_eq!((record.account, record.paired_at), (None, None));
}

#[test]
fn other_versions_services_and_nonsense_are_refused_without_a_secret() {
    let damaged =
        |was: &str, is: &str| Record::parse(DOCUMENTED.replace(was, is).as_bytes()).unwrap_err();
    assert_eq!(damaged(":1,", ":2,"), RecordError::Version(2));
    assert_eq!(
        damaged("\"version\":1,", ""),
        RecordError::Damaged("version")
    );
    assert_eq!(
        damaged("canary-a", ""),
        RecordError::Damaged("access_token")
    );
    assert_eq!(
        damaged("2026-11", "20xx"),
        RecordError::Damaged("paired_at")
    );
    let error = damaged("{\"id\":\"4242\",\"name\":\"Ann\"}", "\"canary-c\"");
    assert_eq!(error, RecordError::Damaged("account"));
    assert!(!format!("{error} {error:?}").contains("canary"));
    let record = Record::parse(DOCUMENTED.as_bytes()).unwrap();
    assert_eq!(
        record.of("shikimori"),
        Err(RecordError::Service("simkl".into()))
    );
}

#[test]
fn a_record_does_not_print_its_secrets() {
    let later = DOCUMENTED.replacen('{', r#"{"id_token":"canary-d","#, 1);
    let record = Record::parse(later.as_bytes()).unwrap();
    assert!(!format!("{record:?} {record:#?}").contains("canary"));
}

const DAY: Duration = Duration::from_hours(24);

/// A pairing of this moment, for ten days.
fn ten_days(start: SystemTime) -> Record {
    ten_days_dated(start, None)
}

/// The same, where the service says that it is another date.
fn ten_days_dated(start: SystemTime, served: Option<SystemTime>) -> Record {
    Record::new("simkl", &token(Some(10 * DAY)), start, served)
}

#[test]
fn a_token_is_due_when_less_than_a_tenth_of_its_life_is_left() {
    let start = at("2026-11-21T20:00:00Z");
    let record = ten_days(start);
    assert!(!record.is_due(start));
    assert!(!record.is_due(start + 9 * DAY));
    assert!(record.is_due(start + 9 * DAY + Duration::from_secs(1)));
    assert!(record.is_due(start + 99 * DAY));
    assert!(record.is_valid(start + 9 * DAY) && !record.is_valid(start + 10 * DAY));
}

#[test]
fn what_cannot_be_refreshed_or_does_not_end_is_never_due() {
    let start = at("2026-11-21T20:00:00Z");
    let mut record = ten_days(start);
    record.refresh_token = None;
    assert!(!record.is_due(start + 99 * DAY));
    let endless = Record::new("simkl", &token(None), start, None);
    assert!(!endless.is_due(start + 9999 * DAY));
    assert!(endless.is_valid(start + 9999 * DAY));
}

#[test]
fn a_refreshed_token_counts_its_life_from_the_refresh() {
    let start = at("2026-11-21T20:00:00Z");
    let mut record = ten_days(start);
    record.scope = Some("media:read".into());
    let mut new = token(Some(10 * DAY));
    new.access_token = Secret::new("canary-new");
    new.refresh_token = None;
    record.refused = true;
    record.renew(&new, start + 10 * DAY, None);
    assert!(!record.refused && !record.is_due(start + 19 * DAY));
    assert!(record.is_due(start + 20 * DAY));
    assert_eq!(record.access_token.expose(), "canary-new");
    assert_eq!(record.refresh_token.as_ref().unwrap().expose(), "canary-b");
    assert_eq!(record.scope.as_deref(), Some("media:read"));
    assert_eq!(record.paired_at, Some(start));
    let json = record.to_json();
    assert!(
        json.expose()
            .contains(r#""issued_at":"2026-12-01T20:00:00Z""#)
    );
    assert_eq!(Record::parse(json.expose().as_bytes()), Ok(record));
}

/// Refreshed at this date of this computer and of the service.
fn renewed(record: &Record, now: SystemTime, served: Option<SystemTime>) -> Record {
    let mut record = record.clone();
    record.renew(&token(Some(10 * DAY)), now, served);
    record
}

#[test]
fn a_token_from_the_future_is_due_once_and_not_known_to_live() {
    let start = at("2026-11-21T20:00:00Z");
    let record = ten_days(start + 30 * DAY);
    for now in [UNIX_EPOCH, start, start + 8 * DAY, start + 29 * DAY] {
        assert!(record.is_due(now) && !record.is_valid(now));
        let renewed = renewed(&record, now, None);
        assert!(!renewed.is_due(now) && renewed.is_valid(now));
    }
    // A clock that was put right by seconds is no reason.
    let nearly = start + 30 * DAY - Duration::from_secs(59);
    assert!(!record.is_due(nearly) && record.is_valid(nearly));
    // The service's date tells that the approval was not in the future.
    let renewed = renewed(&record, start, Some(start));
    assert_eq!(renewed.paired_at, Some(start));
}

#[test]
fn a_clock_that_jumps_does_not_make_a_token_due_again_and_again() {
    let start = at("2026-11-21T20:00:00Z");
    // Paired by a clock of 1970: once due, and then no more.
    let mut early = ten_days(UNIX_EPOCH);
    assert!(early.is_due(start));
    early.renew(&token(Some(10 * DAY)), start, None);
    assert!(!early.is_due(start + DAY));
    // An end before its beginning, and a beginning that is not written down.
    early.expires_at = Some(UNIX_EPOCH);
    assert!(early.is_due(start));
    (early.issued_at, early.paired_at) = (None, None);
    assert!(early.is_due(start));
}

#[test]
fn a_pairing_by_a_wrong_clock_has_the_dates_of_the_service() {
    let start = at("2026-11-21T20:00:00Z");
    let record = ten_days_dated(start + 30 * DAY, Some(start));
    assert_eq!(
        (record.paired_at, record.expires_at),
        (Some(start), Some(start + 10 * DAY))
    );
    let json = record.to_json();
    assert_eq!(Record::parse(json.expose().as_bytes()), Ok(record.clone()));
    // The clock is put right afterwards: as if it had never been wrong.
    assert!(!record.is_due(start + 8 * DAY) && record.is_valid(start + 9 * DAY));
    for day in [10, 20, 31, 41, 99] {
        let now = start + day * DAY;
        assert!(record.is_due(now) && !record.is_valid(now), "day {day}");
    }
    // Where both agree nothing is noted.
    let right = ten_days_dated(start, Some(start + Duration::from_secs(30)));
    assert_eq!(right, ten_days(start));
}

#[test]
fn a_clock_that_stays_wrong_costs_one_more_refresh_per_life_and_not_one_per_call() {
    let start = at("2026-11-21T20:00:00Z");
    // What this computer shows at a true date: ahead by a month, behind by a month, and since 1970.
    let ahead = |day: u32| start + (day + 30) * DAY;
    let behind = |day: u32| start + day * DAY - 30 * DAY;
    let stopped = |_| UNIX_EPOCH;
    for (clock, name) in [
        (&ahead as &dyn Fn(u32) -> SystemTime, "ahead"),
        (&behind, "behind"),
        (&stopped, "stopped"),
    ] {
        let mut record = ten_days_dated(clock(0), Some(start));
        let mut refreshes = 0;
        for day in 0..100 {
            for _ in 0..5 {
                let now = clock(day);
                if record.is_due(now) {
                    record = renewed(&record, now, Some(start + day * DAY));
                    refreshes += 1;
                }
            }
        }
        assert!(refreshes <= 22, "{name}: {refreshes}");
    }
}

#[test]
fn a_refused_record_stays_refused_until_a_new_pairing() {
    let mut record = ten_days(at("2026-11-21T20:00:00Z"));
    record.refused = true;
    let json = record.to_json();
    assert!(json.expose().contains(r#""refused":true"#));
    assert_eq!(Record::parse(json.expose().as_bytes()), Ok(record));
    assert_eq!(
        Record::parse(json.expose().replace("true", "1").as_bytes()),
        Err(RecordError::Damaged("refused"))
    );
}
