//! Dates as text, in UTC. A clock may be as wrong as it likes: what is before 1970 or after 9999 is told as the nearest date
//! that can be written.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// 9999-12-31T23:59:59Z, as time since 1970: the last second that RFC 3339 can spell.
pub(crate) const LAST_SECOND: Duration = Duration::from_secs(253_402_300_799);

/// The day of a date, `2026-11-28`.
#[must_use]
pub fn day(date: SystemTime) -> String {
    rfc3339(date).chars().take_while(|c| *c != 'T').collect()
}

/// A date and its time, `2026-11-28T05:00:00Z`.
#[must_use]
pub fn rfc3339(date: SystemTime) -> String {
    humantime::format_rfc3339_seconds(whole_seconds(date)).to_string()
}

/// Cuts a date to whole seconds, and to what RFC 3339 can spell.
pub(crate) fn whole_seconds(date: SystemTime) -> SystemTime {
    let since = date.duration_since(UNIX_EPOCH).unwrap_or_default();
    UNIX_EPOCH + Duration::from_secs(since.as_secs()).min(LAST_SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{Quota, Trouble};

    #[test]
    fn a_day_can_be_told_of_any_clock() {
        let (begin, year) = (SystemTime::UNIX_EPOCH, Duration::from_hours(24 * 365));
        assert_eq!(day(begin), "1970-01-01");
        assert_eq!(day(begin + 31 * year), "2000-12-24");
        assert_eq!(day(begin - year), "1970-01-01");
        assert_eq!(day(begin + 9000 * year), "9999-12-31");
        let told = Trouble::Expired(begin).to_string();
        assert!(told.contains("1970-01-01"), "{told}");
        for (until, stamp) in [
            (begin - year, "until 1970-01-01T00:00:00Z"),
            (begin + 9000 * year, "until 9999-12-31T23:59:59Z"),
        ] {
            let told = Trouble::DailyLimit(Quota::Person, Some(until)).to_string();
            assert!(told.contains(stamp), "{told}");
        }
    }
}
