//! When the service is polled (rules 2 and 4).

use std::time::{Duration, Instant};

/// The last poll is spent this long before the code ends.
const LAST_POLL: Duration = Duration::from_secs(1);
/// So many waits before the last poll give up of their fifth what brings that poll into the last second: six waits
/// between one interval and a fifth more add up to any time from six intervals on.
const LAST_WAITS: u128 = 6;

/// A fifth more than told (rule 2).
pub(super) fn padded(interval: Duration) -> Duration {
    interval + interval / 5
}

/// When to poll after the answer that came `now`: never within the interval.
pub(super) fn after(now: Instant, interval: Duration, expires_at: Instant) -> Instant {
    let usual = padded(interval);
    let left = last(expires_at).saturating_duration_since(now);
    let waits = left.as_nanos().div_ceil(usual.as_nanos().max(1));
    if waits > LAST_WAITS {
        return now + usual;
    }
    // Where so many do not fit, fewer and longer ones do.
    let most = left.as_nanos() / interval.as_nanos().max(1);
    let waits = u32::try_from(waits.min(most)).unwrap_or(0);
    match left.checked_div(waits) {
        Some(wait) => now + wait,
        None => not_after_the_last(now + usual, now + interval, expires_at),
    }
}

/// At `due`, but not after the code's last second if the service allows asking that early.
pub(super) fn not_after_the_last(due: Instant, earliest: Instant, expires_at: Instant) -> Instant {
    let last = last(expires_at);
    if due > last { last.max(earliest) } else { due }
}

fn last(expires_at: Instant) -> Instant {
    expires_at.checked_sub(LAST_POLL).unwrap_or(expires_at)
}
