//! Codes on this screen: requesting one by the flows in turn (rule 9), beside a valid code or without one (rule 7), and
//! polling (rules 2 to 5).

use std::time::{Duration, Instant};

use super::open_here::OpenHere;
use super::pace::{self, padded};
use super::phase::ActiveCode;
use super::retry::Retry;
use super::{Notice, Pairing, Phase, SHORTEST_WAIT, Stop, Unattended};
use crate::auth::{
    DeviceAuthorization, Flow, FormOutcome, PollOutcome, Rejection, RequestError, Trouble,
};

/// A refusal beside foreign pages is shown after so many rounds: one page may have been an accident.
const ROUNDS: usize = 2;
/// How long a client id that worked before and is refused now is left alone.
const BLOCKED: Duration = Duration::from_mins(5);
/// RFC 8628 §3.5.
const SLOW_DOWN: Duration = Duration::from_secs(5);

impl Pairing {
    pub(super) fn code_answered(
        &mut self,
        flow: Flow,
        code: Result<DeviceAuthorization, RequestError>,
        now: Instant,
    ) {
        let error = match code {
            Ok(code) => {
                let notice = match &mut self.phase {
                    Phase::Waiting(_) => Some(Notice::AskedFor),
                    Phase::Asking(asking) => asking.notice.take(),
                    _ => None,
                };
                return self.show(code, notice, now);
            }
            Err(error) if self.plan.worked == Some(flow) => blocked_for_a_while(error),
            Err(error) => error,
        };
        let another_may_work = match &error {
            RequestError::Rejected(_) => true,
            RequestError::Transient { trouble, .. } => says_nothing_of_another_flow(*trouble),
        };
        let tried = match &mut self.phase {
            Phase::Asking(asking) => &mut asking.tried,
            Phase::Waiting(active) => &mut active.tried,
            _ => return,
        };
        tried.push((flow, error));
        if !another_may_work || self.plan.untried(tried).is_none() {
            let tried = std::mem::take(tried);
            self.no_code(tried, now);
        }
    }

    /// No flow gave a code: the most telling of their answers decides.
    fn no_code(&mut self, tried: Vec<(Flow, RequestError)>, now: Instant) {
        let (mut refused, mut troubles) = (Vec::new(), Vec::new());
        for (flow, error) in tried {
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
        let not_before = self.hold_off(retry_after, now);
        match &mut self.phase {
            Phase::Asking(asking) => {
                asking.retry.failed(trouble, not_before, now);
                asking.refused = if only_pages { refused } else { Vec::new() };
            }
            Phase::Waiting(active) => {
                active.replacing = false;
                let not_before = not_before.max(now + padded(active.interval));
                active.retry.failed(trouble, not_before, now);
                active.earliest = active.earliest.max(now + SHORTEST_WAIT);
                active.poll_at(active.retry.due);
            }
            _ => {}
        }
    }

    fn all_refused(&mut self, refused: Vec<(Flow, Rejection)>, now: Instant) {
        let Phase::Waiting(active) = &mut self.phase else {
            let no_client = |(_, why): &(Flow, Rejection)| why.lacks_application();
            let lacks_client = refused.iter().all(no_client);
            let stop = Stop::Rejected(refused);
            return if lacks_client && self.plan.can_be_set_up {
                self.set_up(Some(stop), now);
            } else {
                self.stop(stop);
            };
        };
        active.replacing = false;
        // What the flow of the valid code says is the reason; that the other one is refused, too, is none.
        if let Some((_, rejection)) = refused.into_iter().next() {
            active.notice = Some(Notice::NoNewCode(rejection));
        }
    }

    /// What is refused for good although another flow is still asked.
    pub(super) fn refusal(&self) -> Option<Stop> {
        match &self.phase {
            Phase::Asking(asking)
                if asking.retry.failures >= ROUNDS && !asking.refused.is_empty() =>
            {
                Some(Stop::Rejected(asking.refused.clone()))
            }
            _ => None,
        }
    }

    /// A code is there, and with it the flow that works.
    fn show(&mut self, code: DeviceAuthorization, notice: Option<Notice>, now: Instant) {
        self.plan.prefer(Some(code.flow()));
        if code.flow() == Flow::Pin {
            self.close_page(FormOutcome::SetUp);
        }
        let expires_at = now + code.expires_in;
        let interval = code.interval;
        self.phase = Phase::Waiting(Box::new(ActiveCode {
            interval,
            code,
            expires_at,
            earliest: now + interval,
            retry: Retry::at(pace::after(now, interval, expires_at)),
            notice,
            last_answer: None,
            answer_lost: false,
            replacing: false,
            tried: Vec::new(),
            open_here: OpenHere::default(),
            on_phone: false,
        }));
    }

    /// The code that the page on the phone does not show yet, where a page is open beside it (rule 21).
    pub(super) fn code_for_phone(&mut self) -> Option<Box<DeviceAuthorization>> {
        let Phase::Waiting(active) = &mut self.phase else {
            return None;
        };
        let is_new = self.receiver.is_some() && !std::mem::replace(&mut active.on_phone, true);
        is_new.then(|| Box::new(active.code.clone()))
    }

    pub(super) fn polled(&mut self, polled: Result<PollOutcome, RequestError>, now: Instant) {
        if polled.is_ok() {
            // It answers, so whatever wait it asked for is over.
            self.not_before = now;
        }
        let Phase::Waiting(active) = &mut self.phase else {
            return;
        };
        let answer_lost = active.answer_lost;
        let lost_or = |notice| {
            if answer_lost {
                Notice::AnswerLost
            } else {
                notice
            }
        };
        match polled.map_err(blocked_for_a_while) {
            Ok(outcome @ (PollOutcome::Pending | PollOutcome::SlowDown)) => {
                active.pending(outcome == PollOutcome::SlowDown, now);
            }
            Ok(PollOutcome::Authorized(token)) => self.authorized(token, now),
            Ok(PollOutcome::CodeGone(another)) => {
                self.renew(another, lost_or(Notice::CodeGone), now);
            }
            Ok(PollOutcome::Expired) => self.renew(None, lost_or(Notice::Expired), now),
            Ok(PollOutcome::Denied) => self.stop(Stop::Denied),
            Err(RequestError::Transient {
                trouble,
                retry_after,
            }) => {
                let not_before = self.hold_off(retry_after, now);
                if let Phase::Waiting(active) = &mut self.phase {
                    active.failed(trouble, not_before, now);
                }
            }
            // The code was given without complaint: no other flow would do better.
            Err(RequestError::Rejected(
                rejection @ (Rejection::ClientSecret { .. } | Rejection::SecretWanted { .. }),
            )) => self.stop(Stop::Refused(rejection)),
            Err(RequestError::Rejected(rejection)) => {
                let flow = active.code.flow();
                self.stop(Stop::Rejected(vec![(flow, rejection)]));
            }
        }
    }

    /// The code is no longer valid: another one, which may be here already, comes by itself, unless no button was pressed for
    /// long.
    pub(super) fn renew(
        &mut self,
        another: Option<Box<DeviceAuthorization>>,
        notice: Notice,
        now: Instant,
    ) {
        if let Unattended::AtMost(most) = self.plan.unattended_codes
            && self.unattended >= most
        {
            self.close_page(FormOutcome::Failed);
            return self.enter(Phase::Resting);
        }
        self.unattended = self.unattended.saturating_add(1);
        if let Some(another) = another {
            return self.show(*another, Some(notice), now);
        }
        // A round that has begun goes on: a flow that has just failed is not asked at once.
        let tried = match &mut self.phase {
            Phase::Waiting(active) => std::mem::take(&mut active.tried),
            _ => Vec::new(),
        };
        self.ask(Some(notice), now);
        if let Phase::Asking(asking) = &mut self.phase {
            asking.tried = tried;
        }
    }
}

impl ActiveCode {
    fn pending(&mut self, slow_down: bool, now: Instant) {
        if slow_down {
            self.interval += SLOW_DOWN;
        }
        self.answer_lost = false;
        self.last_answer = Some(now);
        self.earliest = now + self.interval;
        self.retry = Retry::at(pace::after(now, self.interval, self.expires_at));
        self.retry.trouble = slow_down.then_some(Trouble::Busy);
    }

    fn failed(&mut self, trouble: Trouble, not_before: Instant, now: Instant) {
        self.answer_lost |= trouble.may_have_lost_the_answer();
        self.earliest = now + self.interval;
        let not_before = not_before.max(now + padded(self.interval));
        self.retry.failed(trouble, not_before, now);
        // No `Retry-After` may cost the code: it holds for the next code, and the last poll of this one is made.
        self.poll_at(self.retry.due);
    }

    /// Polls then, but not after the code's last second, and not within the interval.
    pub(super) fn poll_at(&mut self, due: Instant) {
        self.retry.due = pace::not_after_the_last(due, self.earliest, self.expires_at);
    }
}

/// A client id that worked before is not simply wrong: throttling ends, and a suspension may. So it is asked again, slowly.
fn blocked_for_a_while(error: RequestError) -> RequestError {
    match error {
        RequestError::Rejected(Rejection::ClientBlocked { .. }) => RequestError::Transient {
            trouble: Trouble::ClientBlocked,
            retry_after: Some(BLOCKED),
        },
        error => error,
    }
}

/// Whether another flow may still work at once: something answered, nothing did, or the connection was cut, which may be
/// all that is left of this flow's address. Where there is no way to the service at all, or it asks for patience, the
/// next request would meet the same.
fn says_nothing_of_another_flow(trouble: Trouble) -> bool {
    is_foreign(trouble)
        || matches!(
            trouble,
            Trouble::Timeout | Trouble::Unreachable | Trouble::ServiceDown
        )
}

/// Whether it was not the service that spoke: it may have no such flow.
fn is_foreign(trouble: Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Portal | Trouble::Foreign(_) | Trouble::Malformed
    )
}
