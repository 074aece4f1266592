//! Calls that may never return, made on a thread of their own and given up after a while.
//!
//! A thread cannot be killed: one that hangs stays. So there is one at a time, and after one was given up there is
//! a rest before the next is tried, lest a service that hangs collect threads, or a television wait for it again and again.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::system::clock;

/// Lets one call run at a time.
pub(super) struct Gate {
    state: Mutex<GateState>,
    changed: Condvar,
    rest: Duration,
}

struct GateState {
    busy: bool,
    resting_until: Option<Instant>,
}

impl GateState {
    fn resting(&self) -> bool {
        self.resting_until.is_some_and(|end| clock::now() < end)
    }
}

impl Gate {
    /// One that refuses every call for `rest` after one was given up.
    pub(super) const fn new(rest: Duration) -> Self {
        Self {
            state: Mutex::new(GateState {
                busy: false,
                resting_until: None,
            }),
            changed: Condvar::new(),
            rest,
        }
    }

    /// What `work` answers, or `None` if it did not in time, is not tried at present, or panicked.
    /// Waiting for one's turn counts.
    pub(super) fn run<T: Send + 'static>(
        &'static self,
        limit: Duration,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let end = clock::now() + limit;
        let waiting = |state: &mut GateState| state.busy && !state.resting();
        let (mut state, _) = self
            .changed
            .wait_timeout_while(self.lock(), limit, waiting)
            .unwrap_or_else(PoisonError::into_inner);
        let left = end.saturating_duration_since(clock::now());
        if state.busy || state.resting() || left.is_zero() {
            return None;
        }
        state.busy = true;
        drop(state);

        let turn = GateTurn(self);
        let (answer, answered) = mpsc::sync_channel(1);
        thread::Builder::new()
            .name("keyring".into())
            .spawn(move || {
                let _turn = turn;
                // It is no longer waited for if it took too long.
                let _ = answer.send(work());
            })
            .ok()?;
        let outcome = answered.recv_timeout(left);
        if matches!(outcome, Err(mpsc::RecvTimeoutError::Timeout)) {
            self.lock().resting_until = Some(clock::now() + self.rest);
            self.changed.notify_all();
        }
        outcome.ok()
    }

    /// Whether a call was given up a short while ago.
    pub(super) fn is_resting(&self) -> bool {
        self.lock().resting()
    }

    fn lock(&self) -> MutexGuard<'_, GateState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Gives the turn back whichever way the call ends, by a panic too.
struct GateTurn(&'static Gate);

impl Drop for GateTurn {
    fn drop(&mut self) {
        self.0.lock().busy = false;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_millis(50);
    const LONG: Duration = Duration::from_secs(20);

    #[test]
    fn a_call_that_returns_is_answered_and_so_is_the_next() {
        static GATE: Gate = Gate::new(LONG);
        assert_eq!(GATE.run(LONG, || 1), Some(1));
        assert_eq!(GATE.run(LONG, || 2), Some(2));
    }

    #[test]
    fn a_call_that_hangs_is_given_up_and_holds_the_next_ones() {
        static GATE: Gate = Gate::new(LONG);
        assert_eq!(GATE.run(SOON, || thread::sleep(2 * SOON)), None);
        thread::sleep(3 * SOON);
        let start = clock::now();
        assert_eq!(GATE.run(LONG, || ()), None, "it rests although it is free");
        assert!(clock::now() - start < LONG / 2, "and says so at once");
    }

    #[test]
    fn without_a_rest_the_next_call_only_waits_for_its_turn() {
        static GATE: Gate = Gate::new(Duration::ZERO);
        assert_eq!(GATE.run(SOON, || thread::sleep(3 * SOON)), None);
        assert_eq!(GATE.run(SOON / 10, || 1), None, "the first one still runs");
        assert_eq!(GATE.run(LONG, || 2), Some(2));
    }

    #[test]
    fn a_panic_gives_the_turn_back() {
        static GATE: Gate = Gate::new(LONG);
        assert_eq!(GATE.run(LONG, || assert_eq!(1, 2, "on purpose")), None);
        assert_eq!(GATE.run(LONG, || 3), Some(3));
    }
}
