//! The same on a disk that is full to the last byte, as it comes before a token needs its next room.

use std::io::Write as _;

use super::*;
use crate::disk::Tiny;

/// A record from a week ago that ends in so long, or ended before now.
fn record(home: &PairedHome, ends: SystemTime) -> Record {
    let mut record = home.record();
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
fn is_alive(home: &PairedHome, token: &str) -> bool {
    let mut known = home.record().token(SystemTime::now());
    known.access_token = couchpin::auth::Secret::new(token);
    let client = home.client();
    now(client.account(&known)).is_ok()
}

#[test]
#[ignore = "needs root: run by .ci/run"]
fn a_living_token_on_a_full_disk_is_not_refreshed_and_stays_alive() {
    let home = PairedHome::paired(Duration::ZERO);
    let dying = record(&home, SystemTime::now() + Duration::from_hours(1));
    let state = home.state();
    let _disk = Tiny::at(&state, 64);
    home.tokens().save(&dying).unwrap();
    let ballast = fill(&state);
    for args in [&["token"][..], &["token"], &["token"]] {
        let output = home.run(args);
        assert_eq!(code(&output), Some(0), "{}", err(&output));
        assert!(is_alive(&home, out(&output).trim_end()));
    }
    assert_eq!(home.refreshes(), 0, "nothing was burnt");

    std::fs::remove_file(ballast).unwrap();
    let output = home.run(&["token"]);
    assert_eq!(out(&output).trim_end(), home.access());
    assert!(is_alive(&home, &home.access()));
    assert_eq!(home.refreshes(), 1);
}

#[test]
#[ignore = "needs root: run by .ci/run"]
fn a_dead_token_on_a_full_disk_exits_5_without_a_request_until_there_is_room() {
    let home = PairedHome::paired(Duration::ZERO);
    let dead = record(&home, SystemTime::now() - Duration::from_mins(1));
    let state = home.state();
    let _disk = Tiny::at(&state, 64);
    home.tokens().save(&dead).unwrap();
    let ballast = fill(&state);
    for args in [&["token"][..], &["token"], &["exec", "--", "true"]] {
        let output = home.run(args);
        assert_eq!((code(&output), out(&output)), (Some(5), ""));
        assert!(
            last_line(&output).contains("could not be stored"),
            "{}",
            err(&output)
        );
    }
    assert_eq!(home.refreshes(), 0);

    std::fs::remove_file(ballast).unwrap();
    let output = home.run(&["token"]);
    assert_eq!(code(&output), Some(0), "{}", err(&output));
    assert!(is_alive(&home, out(&output).trim_end()));
    assert_eq!(home.refreshes(), 1);
}
