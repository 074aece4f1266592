//! What the dates of a record say, although clocks may be wrong.

use std::time::{Duration, SystemTime};

use super::Record;

/// How far two dates may be from each other and still agree.
pub(super) const TOLERANCE: Duration = Duration::from_mins(1);

impl Record {
    /// Whether it is time to refresh: less than a tenth of the access token's life is left, or its dates make no sense.
    ///
    /// A token from the future is of unknown age: it was dated while the clock was ahead. It is due once, for refreshing
    /// dates it anew. Where the clock was known to be wrong, it may be right by now or as wrong as then, and either is
    /// reason enough; refreshing settles which ([`agreed_date`]), so that a clock that stays wrong costs one more refresh per
    /// life and not one per call.
    #[must_use]
    pub fn is_due(&self, now: SystemTime) -> bool {
        let (Some(_), Some(end)) = (&self.refresh_token, self.expires_at) else {
            return false;
        };
        let life = self
            .start()
            .map(|start| end.duration_since(start).unwrap_or_default());
        let over = |now: SystemTime| {
            let left = end.duration_since(now).unwrap_or_default();
            left.is_zero() || life.is_some_and(|life| left < life / 10)
        };
        let dates = self.dates(now);
        dates.is_empty() || dates.into_iter().any(over)
    }

    /// What date it may be when this computer's clock shows `now`: none before the token came.
    fn dates(&self, now: SystemTime) -> Vec<SystemTime> {
        let corrected = self.clock_ahead.and_then(|ahead| {
            let by = Duration::from_secs(ahead.unsigned_abs());
            if ahead > 0 {
                now.checked_sub(by)
            } else {
                now.checked_add(by)
            }
        });
        let start = self.start();
        let dates = [Some(now), corrected].into_iter().flatten();
        let is_after_start = |date: &SystemTime| {
            start.is_none_or(|start| start.duration_since(*date).unwrap_or_default() <= TOLERANCE)
        };
        dates.filter(is_after_start).collect()
    }

    /// When the access token came.
    fn start(&self) -> Option<SystemTime> {
        self.issued_at.or(self.paired_at)
    }

    /// Whether the access token lives at `now`, for certain as far as dates can tell.
    #[must_use]
    pub fn is_valid(&self, now: SystemTime) -> bool {
        let Some(end) = self.expires_at else {
            return true;
        };
        let dates = self.dates(now);
        !dates.is_empty() && dates.into_iter().all(|date| date < end)
    }
}

/// The date by which a token that arrived `now` counts its life, and by how many seconds this clock is ahead of it.
///
/// Where the two contradict each other the service is right. But a clock that is as wrong as it was the last time
/// (`before`) is likely to stay so, and its own dates fit it best.
pub(super) fn agreed_date(
    now: SystemTime,
    served: Option<SystemTime>,
    before: Option<i64>,
) -> (SystemTime, Option<i64>) {
    let Some(served) = served else {
        return (now, None);
    };
    let seconds = |time: Duration| i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    let ahead = match now.duration_since(served) {
        Ok(ahead) => seconds(ahead),
        Err(behind) => -seconds(behind.duration()),
    };
    let small = |seconds: i64| seconds.unsigned_abs() <= TOLERANCE.as_secs();
    if small(ahead) || before.is_some_and(|before| small(ahead.saturating_sub(before))) {
        (now, None)
    } else {
        (served, Some(ahead))
    }
}
