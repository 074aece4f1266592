//! The same on a disk that is full to the last byte, as it comes before a token needs its next room.

use std::io::Write as _;

use super::*;
use crate::disk::Tiny;

/// A record from a week ago that ends in so long, or ended before now.
fn record(house: &House, ends: SystemTime) -> Record {
    let mut record = house.record();
    record.paired_at = Some(SystemTime::now() - 7 * DAY);
    record.expires_at = Some(ends);
    record
}

/// Fills the disk to its last byte, and answers the file that does.
fn fill(folder: &Path) -> PathBuf {
    let path = folder.join("ballast");
    let mut ballast = std::fs::File::create(&path).unwrap();
    while ballast.write(&[b'x'; 512]).is_ok_and(|written| written > 0) {}
    while ballast.write(b"x").is_ok_and(|written| written > 0) {}
    path
}

/// Whether Simkl knows this token.
fn is_alive(house: &House, token: &str) -> bool {
    let mut known = house.record().token(SystemTime::now());
    known.access_token = couchpin::auth::Secret::new(token);
    let client = house.client();
    now(client.account(&known)).is_ok()
}

#[test]
#[ignore = "needs root: run by .ci/run"]
fn a_living_token_on_a_full_disk_is_not_refreshed_and_stays_alive() {
    let house = House::paired(Duration::ZERO);
    let dying = record(&house, SystemTime::now() + Duration::from_hours(1));
    let state = house.state();
    let _disk = Tiny::at(&state, 64);
    house.tokens().save(&dying).unwrap();
    let ballast = fill(&state);
    for args in [&["token"][..], &["token"], &["token"]] {
        let output = house.run(args);
        assert_eq!(code(&output), Some(0), "{}", err(&output));
        assert!(is_alive(&house, out(&output).trim_end()));
    }
    assert_eq!(house.refreshes(), 0, "nothing was burnt");

    std::fs::remove_file(ballast).unwrap();
    let output = house.run(&["token"]);
    assert_eq!(out(&output).trim_end(), house.access());
    assert!(is_alive(&house, &house.access()));
    assert_eq!(house.refreshes(), 1);
}

#[test]
#[ignore = "needs root: run by .ci/run"]
fn a_dead_token_on_a_full_disk_exits_5_without_a_request_until_there_is_room() {
    let house = House::paired(Duration::ZERO);
    let dead = record(&house, SystemTime::now() - Duration::from_mins(1));
    let state = house.state();
    let _disk = Tiny::at(&state, 64);
    house.tokens().save(&dead).unwrap();
    let ballast = fill(&state);
    for args in [&["token"][..], &["token"], &["exec", "--", "true"]] {
        let output = house.run(args);
        assert_eq!((code(&output), out(&output)), (Some(5), ""));
        assert!(
            last_line(&output).contains("could not be stored"),
            "{}",
            err(&output)
        );
    }
    assert_eq!(house.refreshes(), 0);

    std::fs::remove_file(ballast).unwrap();
    let output = house.run(&["token"]);
    assert_eq!(code(&output), Some(0), "{}", err(&output));
    assert!(is_alive(&house, out(&output).trim_end()));
    assert_eq!(house.refreshes(), 1);
}
