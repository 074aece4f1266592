//! Records and markers, changed at random.

use crate::tests::hostile_input::{prints_no, try_changed};
use crate::tokens::marker::Marker;
use crate::tokens::record::Record;

/// What lies in a private file or a keyring.
const RECORDS: &[&[u8]] = &[
        br#"{"version":1,"service":"simkl","access_token":"access-token-of-ann","refresh_token":"refresh-token-of-ann","expires_at":"2026-09-01T10:00:00Z","scope":"media:read","client_id":"id","account":{"id":"1","name":"Ann"},"paired_at":"2026-08-01T10:00:00Z"}"#,
        br#"{"version":1,"service":"simkl","access_token":"access-token-of-ann","client_id":"id"}"#,
        br#"{"version":2}"#,
    ];

#[test]
fn any_record_is_read_as_it_is_written_or_refused() {
    try_changed(RECORDS, 10_000, records);
}

/// What lies beside it.
const MARKERS: &[&[u8]] = &[
        br#"{"store":"keyring","account":{"id":"1","name":"Ann"},"expires_at":"2026-09-01T10:00:00Z","paired_at":"x","forgotten":true}"#,
        br#"{"store":"file","why_not_keyring":"there is no session bus","also_in_keyring":true}"#,
    ];

#[test]
fn any_marker_is_read_as_it_is_written_or_refused() {
    try_changed(MARKERS, 10_000, markers);
}

fn records(bytes: &[u8]) {
    let Ok(record) = Record::parse(bytes) else {
        return;
    };
    let secrets = [Some(&record.access_token), record.refresh_token.as_ref()];
    let beside = format!(
        "{:?} {:?} {}",
        record.account, record.scope, record.client_id
    );
    for secret in secrets.into_iter().flatten() {
        if !beside.contains(secret.expose()) && !record.service.contains(secret.expose()) {
            prints_no(secret.expose(), &record);
        }
    }
    let written = record.to_json();
    let again = Record::parse(written.expose().as_bytes());
    assert!(
        again.is_ok_and(|again| again == record),
        "it is read otherwise than it was written"
    );
}

fn markers(bytes: &[u8]) {
    let Ok(marker) = serde_json::from_slice::<Marker>(bytes) else {
        return;
    };
    let written = serde_json::to_vec(&marker).unwrap_or_default();
    let again = serde_json::from_slice::<Marker>(&written);
    assert!(
        again.is_ok_and(|again| again == marker),
        "it is read otherwise than it was written"
    );
}

#[test]
fn the_seeds_of_records_and_markers_are_read() {
    assert!(RECORDS[..2].iter().all(|seed| Record::parse(seed).is_ok()));
    let read = |seed: &&[u8]| serde_json::from_slice::<Marker>(seed).is_ok();
    assert!(MARKERS.iter().all(read));
}
