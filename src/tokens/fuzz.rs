//! Records and markers, as bytes: see [`crate::fuzz`].

use super::marker::Marker;
use super::record::Record;
use crate::fuzz::{Target, prints_no};

/// What lies in a private file or a keyring.
pub(crate) const RECORDS: Target = Target {
    name: "records",
    run: records,
    seeds: &[
        br#"{"version":1,"service":"simkl","access_token":"access-token-of-ann","refresh_token":"refresh-token-of-ann","expires_at":"2026-09-01T10:00:00Z","scope":"media:read","client_id":"id","account":{"id":"1","name":"Ann"},"paired_at":"2026-08-01T10:00:00Z"}"#,
        br#"{"version":1,"service":"simkl","access_token":"access-token-of-ann","client_id":"id"}"#,
        br#"{"version":2}"#,
    ],
    tries: 10_000,
};

/// What lies beside it.
pub(crate) const MARKERS: Target = Target {
    name: "markers",
    run: markers,
    seeds: &[
        br#"{"store":"keyring","account":{"id":"1","name":"Ann"},"expires_at":"2026-09-01T10:00:00Z","paired_at":"x","forgotten":true}"#,
        br#"{"store":"file","why_not_keyring":"there is no session bus","also_in_keyring":true}"#,
    ],
    tries: 10_000,
};

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
    let _ = (marker.expires_at(), marker.paired_at());
    let written = serde_json::to_vec(&marker).unwrap_or_default();
    let again = serde_json::from_slice::<Marker>(&written);
    assert!(
        again.is_ok_and(|again| again == marker),
        "it is read otherwise than it was written"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seeds_of_records_and_markers_are_read() {
        assert!(
            RECORDS.seeds[..2]
                .iter()
                .all(|seed| Record::parse(seed).is_ok())
        );
        let read = |seed: &&[u8]| serde_json::from_slice::<Marker>(seed).is_ok();
        assert!(MARKERS.seeds.iter().all(read));
    }
}
