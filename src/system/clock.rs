//! The only place that reads clocks: [`now`] never jumps and counts suspended time too, so that a code is as old after a
//! night's suspend as the service thinks; [`wall`] is the date, which may be wrong (a Raspberry Pi has no clock battery).

#[cfg(target_os = "linux")]
use std::time::Duration;
use std::time::{Instant, SystemTime};

/// Monotonic time (`CLOCK_BOOTTIME` on Linux).
#[must_use]
pub fn now() -> Instant {
    #[cfg(target_os = "linux")]
    {
        use std::sync::LazyLock;
        static START: LazyLock<(Instant, Duration)> =
            LazyLock::new(|| (Instant::now(), since_boot()));
        START.0 + since_boot().saturating_sub(START.1)
    }
    #[cfg(not(target_os = "linux"))]
    Instant::now()
}

/// The date and time of day as this computer believes it.
#[must_use]
pub fn wall() -> SystemTime {
    SystemTime::now()
}

/// The time of day, `06:00`, in this computer's time zone, and in UTC where that is not known.
#[must_use]
pub fn time_of_day(date: SystemTime) -> String {
    let date = jiff::Timestamp::try_from(date).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let here = date.to_zoned_datetime(jiff::tz::TimeZone::system());
    format!("{:02}:{:02}", here.hour(), here.minute())
}

#[cfg(target_os = "linux")]
fn since_boot() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    Duration::try_from(time).unwrap_or_default()
}
