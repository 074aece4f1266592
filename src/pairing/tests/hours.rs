//! A television that is left alone for an hour: what is asked of the service, and how often anything wakes at all.

use super::*;

const HOUR: Duration = Duration::from_hours(1);

#[derive(Debug, Default, PartialEq, Eq)]
struct Spent {
    codes: u32,
    polls: u32,
    /// How often the clock was waited for.
    waits: u32,
}

impl Table {
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
                    other => panic!("nobody asked for {other:?}"),
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
    let mut table = Table::with(Unattended::Always, vec![Flow::Pin]);
    let first = table.spend_an_hour();
    assert_eq!(first.codes, 4);
    // An interval of five seconds and a fifth of it, and one poll less where a code ends.
    assert!((4 * 149..=4 * 150).contains(&first.polls), "{first:?}");
    // Each wait ends in a poll, or where a code ends, or in the request for the next one.
    assert!(first.waits <= first.polls + 2 * first.codes, "{first:?}");
    // It does not get slower or faster with the hours.
    for _ in 0..24 {
        let later = table.spend_an_hour();
        assert_eq!(later.codes, 4);
        assert!(first.polls.abs_diff(later.polls) <= 1, "{later:?}");
    }
}

#[test]
fn an_hour_of_resting_asks_nothing_and_waits_for_nothing() {
    let mut table = Table::new();
    while table.machine.view() != View::Resting {
        table.spend_an_hour();
    }
    assert_eq!(table.spend_an_hour(), Spent::default());
    assert_eq!(table.machine.next_deadline(), None);
}
