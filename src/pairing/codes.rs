//! Asking for a code: the flows in turn (rule 9), beside a living code or without one (rule 7).

use std::time::{Duration, Instant};

use super::open_here::OpenHere;
use super::pace::{self, padded};
use super::{ActiveCode, Notice, Pairing, Phase, SHORTEST_WAIT, Stop};
use crate::auth::{DeviceAuthorization, Flow, Rejection, RequestError, Trouble};

/// A refusal beside foreign pages is shown after so many rounds: one page may have been an accident.
const ROUNDS: usize = 2;
/// How long a client id that worked before and is refused now is left alone.
const BLOCKED: Duration = Duration::from_mins(5);

impl Pairing {
    /// The first flow that was not tried in this round.
    pub(super) fn flow(&self) -> Option<Flow> {
        self.flows
            .iter()
            .copied()
            .find(|flow| self.tried.iter().all(|(tried, _)| tried != flow))
    }

    /// Lets the flow that is known to work be asked first; `None` for the usual order.
    pub(super) fn prefer(&mut self, worked: Option<Flow>) {
        self.worked = worked;
        prefer(&mut self.flows, worked);
    }

    pub(super) fn code_answered(
        &mut self,
        code: Result<DeviceAuthorization, RequestError>,
        now: Instant,
    ) {
        let error = match code {
            Ok(code) => {
                let replaces = matches!(self.phase, Phase::Waiting(_));
                let notice = replaces.then_some(Notice::AskedFor);
                let notice = notice.or_else(|| self.notice.take());
                return self.show(code, notice, now);
            }
            Err(error) if self.worked.is_some() && self.flow() == self.worked => {
                blocked_for_a_while(error)
            }
            Err(error) => error,
        };
        let another_may_work = match &error {
            RequestError::Rejected(_) => true,
            RequestError::Transient { trouble, .. } => says_nothing_of_another_flow(*trouble),
        };
        if let Some(flow) = self.flow() {
            self.tried.push((flow, error));
        }
        if !another_may_work || self.flow().is_none() {
            self.no_code(now);
        }
    }

    /// No flow gave a code: the most telling of their answers decides.
    fn no_code(&mut self, now: Instant) {
        let (mut refused, mut troubles) = (Vec::new(), Vec::new());
        for (flow, error) in std::mem::take(&mut self.tried) {
            match error {
                RequestError::Rejected(rejection) => refused.push((flow, rejection)),
                RequestError::Transient {
                    trouble,
                    retry_after,
                } => troubles.push((trouble, retry_after)),
            }
        }
        let told = troubles.iter().find(|(trouble, _)| !is_foreign(*trouble));
        let Some((trouble, _)) = told.or(troubles.first()).copied() else {
            return self.all_refused(refused, now);
        };
        let only_pages = told.is_none();
        let retry_after = troubles.iter().filter_map(|(_, wait)| *wait).max();
        self.failed(trouble, retry_after, Duration::ZERO, now);
        if let Phase::Waiting(live) = &mut self.phase {
            live.replacing = false;
            self.due = self.due.max(now + padded(live.interval));
            let earliest = live.earliest.max(now + SHORTEST_WAIT);
            self.due = pace::not_after_the_last(self.due, earliest, live.expires_at);
        }
        self.refused = if only_pages { refused } else { Vec::new() };
    }

    fn all_refused(&mut self, refused: Vec<(Flow, Rejection)>, now: Instant) {
        let Phase::Waiting(live) = &mut self.phase else {
            return self.stop(Stop::Rejected(refused), now);
        };
        live.replacing = false;
        // What the flow of the living code says is the reason; that the other one is refused, too, is none.
        if let Some((_, rejection)) = refused.into_iter().next() {
            self.notice = Some(Notice::NoNewCode(rejection));
        }
    }

    /// What is refused for good although another flow is still asked.
    pub(super) fn refusal(&self) -> Option<Stop> {
        let known = self.failures >= ROUNDS && !self.refused.is_empty();
        known.then(|| Stop::Rejected(self.refused.clone()))
    }

    /// A code is there, and with it the flow that works.
    pub(super) fn show(&mut self, code: DeviceAuthorization, notice: Option<Notice>, now: Instant) {
        self.prefer(Some(code.flow()));
        self.tried.clear();
        self.refused.clear();
        let expires_at = now + code.expires_in;
        let interval = code.interval;
        let live = ActiveCode {
            interval,
            code,
            expires_at,
            earliest: now + interval,
            last_answer: None,
            answer_lost: false,
            replacing: false,
            open_here: OpenHere::default(),
        };
        self.enter(Phase::Waiting(Box::new(live)), now);
        self.notice = notice;
        self.due = pace::after(now, interval, expires_at);
    }
}

/// A client id that worked before is not simply wrong: throttling ends, and a suspension may. So it is asked again, slowly.
pub(super) fn blocked_for_a_while(error: RequestError) -> RequestError {
    match error {
        RequestError::Rejected(Rejection::ClientBlocked { .. }) => RequestError::Transient {
            trouble: Trouble::ClientBlocked,
            retry_after: Some(BLOCKED),
        },
        error => error,
    }
}

/// Sorts the flows in the order in which they are asked.
pub(super) fn prefer(flows: &mut [Flow], worked: Option<Flow>) {
    let usual = |flow: Flow| match flow {
        Flow::Pin => 0,
        Flow::Device => 1,
    };
    flows.sort_by_key(|flow| (Some(*flow) != worked, usual(*flow)));
}

/// Whether another flow may still work at once: something answered, nothing did, or the connection was cut, which may be
/// all that is left of this flow's address. Where there is no way to the service at all, or it asks for patience, the
/// next request would meet the same.
fn says_nothing_of_another_flow(trouble: Trouble) -> bool {
    match trouble {
        Trouble::Timeout
        | Trouble::Unreachable
        | Trouble::ServiceDown
        | Trouble::Portal
        | Trouble::Foreign(_)
        | Trouble::Malformed => true,
        Trouble::Offline
        | Trouble::Dns
        | Trouble::Clock(_)
        | Trouble::Expired(_)
        | Trouble::Tls
        | Trouble::Proxy(..)
        | Trouble::Busy
        | Trouble::DailyLimit(..)
        | Trouble::ClientBlocked => false,
    }
}

/// Whether it was not the service that spoke: it may have no such flow.
fn is_foreign(trouble: Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Portal | Trouble::Foreign(_) | Trouble::Malformed
    )
}
