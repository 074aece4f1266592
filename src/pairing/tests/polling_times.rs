//! When the service is asked: over hours without a button, and in the last second of a code (rule 4).

use proptest::prelude::*;

use super::*;

const HOUR: Duration = Duration::from_hours(1);

#[derive(Debug, Default, PartialEq, Eq)]
struct Spent {
    codes: u32,
    polls: u32,
    /// How often the clock was waited for.
    waits: u32,
}

impl Harness {
    /// Lets an hour pass; every order is answered at once, every poll with "not yet".
    fn spend_an_hour(&mut self) -> Spent {
        let (end, mut spent) = (self.now + HOUR, Spent::default());
        loop {
            while let Some(order) = self.machine.next_action(self.now) {
                let answer = match order.action {
                    Action::RequestCode(_) => {
                        spent.codes += 1;
                        ActionResult::Code(Ok(code(&format!("COD{:02}", spent.codes))))
                    }
                    Action::Poll(_) => {
                        spent.polls += 1;
                        ActionResult::Polled(Ok(PollOutcome::Pending))
                    }
                    other => panic!("unexpected: {other:?}"),
                };
                self.answer(&order, answer);
            }
            let next = self
                .machine
                .next_deadline()
                .map(|next| next.at)
                .filter(|next| *next < end);
            let Some(next) = next else { break };
            assert!(next > self.now, "a deadline in the past would spin");
            (self.now, spent.waits) = (next, spent.waits + 1);
        }
        self.now = end;
        spent
    }
}

#[test]
fn an_hour_of_waiting_polls_once_an_interval_and_takes_a_code_each_quarter() {
    let mut harness = Harness::with(Unattended::Always, vec![Flow::Pin]);
    let first = harness.spend_an_hour();
    assert_eq!(first.codes, 4);
    // An interval of five seconds and a fifth of it, and one poll less where a code ends.
    assert!((4 * 149..=4 * 150).contains(&first.polls), "{first:?}");
    // Each wait ends in a poll, or where a code ends, or in the request for the next one.
    assert!(first.waits <= first.polls + 2 * first.codes, "{first:?}");
    // It does not get slower or faster with the hours.
    for _ in 0..24 {
        let later = harness.spend_an_hour();
        assert_eq!(later.codes, 4);
        assert!(first.polls.abs_diff(later.polls) <= 1, "{later:?}");
    }
}

#[test]
fn an_hour_of_resting_asks_nothing_and_waits_for_nothing() {
    let mut harness = Harness::new();
    while harness.machine.view() != View::Resting {
        harness.spend_an_hour();
    }
    assert_eq!(harness.spend_an_hour(), Spent::default());
    assert_eq!(harness.machine.next_deadline(), None);
}

/// Polls a code to its end; returns the waits and when the last poll was sent, in milliseconds. Each answer takes as long.
fn poll_to_the_end(interval: u64, life: u64, answer: u64) -> (Vec<u64>, u64) {
    let mut harness = Harness::new();
    let (request, _) = harness.next();
    let short = DeviceAuthorization {
        expires_in: Duration::from_secs(life),
        interval: Duration::from_secs(interval),
        ..code("AAAAA")
    };
    harness.answer(&request, ActionResult::Code(Ok(short)));
    let (begun, mut waits, mut last) = (harness.now, Vec::new(), harness.now);
    loop {
        let since = harness.now;
        let (order, _) = harness.next();
        if !matches!(order.action, Action::Poll(_)) {
            let last = (last - begun).as_millis();
            return (waits, u64::try_from(last).unwrap());
        }
        last = harness.now;
        waits.push(u64::try_from((last - since).as_millis()).unwrap());
        harness.now += Duration::from_millis(answer);
        harness.answer(&order, ActionResult::Polled(Ok(PollOutcome::Pending)));
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
