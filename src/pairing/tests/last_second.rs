//! One poll is spent in the last second of a code, whatever its life and interval (rule 4).

use proptest::prelude::*;

use super::*;

/// Polls a code to its end; returns the waits and when the last poll was sent, in milliseconds. Each answer takes as long.
fn poll_to_the_end(interval: u64, life: u64, answer: u64) -> (Vec<u64>, u64) {
    let mut table = Table::new();
    let (request, _) = table.next();
    let short = DeviceAuthorization {
        expires_in: Duration::from_secs(life),
        interval: Duration::from_secs(interval),
        ..code("AAAAA")
    };
    table.answer(&request, ActionResult::Code(Ok(short)));
    let (begun, mut waits, mut last) = (table.now, Vec::new(), table.now);
    loop {
        let since = table.now;
        let (order, _) = table.next();
        if !matches!(order.action, Action::Poll(_)) {
            let last = (last - begun).as_millis();
            return (waits, u64::try_from(last).unwrap());
        }
        last = table.now;
        waits.push(u64::try_from((last - since).as_millis()).unwrap());
        table.now += Duration::from_millis(answer);
        table.answer(&order, ActionResult::Polled(Ok(PollOutcome::Pending)));
    }
}

#[test]
fn an_approval_in_the_last_seconds_of_a_short_code_pairs() {
    let (waits, last) = poll_to_the_end(10, 33, 0);
    assert_eq!(last, 32_000, "{waits:?}");
    assert_eq!(waits.len(), 3, "{waits:?}");
}

#[test]
fn long_before_the_end_each_wait_has_its_whole_fifth() {
    let (waits, last) = poll_to_the_end(5, 900, 0);
    assert_eq!(last, 899_000);
    assert!(
        waits.iter().take(140).all(|wait| *wait == 6_000),
        "{waits:?}"
    );
}

proptest! {
    /// Of any code that lives for more than one interval, the last second is asked about, and nothing within an interval.
    #[test]
    fn the_last_second_is_asked_about(interval in 1u64..60, intervals in 1u64..40, more in 0u64..60, answer in 0u64..30) {
        let life = interval * intervals + more.min(interval - 1) + 2;
        let (waits, last) = poll_to_the_end(interval, life, answer);
        prop_assert!(waits.iter().all(|wait| *wait >= interval * 1000), "{:?}", waits);
        prop_assert!(waits.iter().all(|wait| *wait < 2 * interval * 1000 + 1000), "{:?}", waits);
        prop_assert!(last >= (life - 1) * 1000 && last < life * 1000, "{last} of {life} s: {:?}", waits);
    }
}
