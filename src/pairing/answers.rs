//! What each answer changes.

use std::time::{Duration, Instant};

use super::{
    Kept, LOOK_AGAIN, Live, LookUp, Notice, Paired, Pairing, Phase, Stop, Told, Undone, padded,
};
use crate::authorization::{
    DeviceAuthorization, Place, PollOutcome, Profile, Rejection, RequestError, StoreTrouble, Token,
    Trouble,
};

/// RFC 8628 §3.5.
const SLOW_DOWN: Duration = Duration::from_secs(5);
/// The last poll is spent this long before the code dies.
const LAST_POLL: Duration = Duration::from_secs(1);

impl Pairing {
    pub(super) fn loaded(&mut self, loaded: Result<Option<Kept>, StoreTrouble>, now: Instant) {
        match loaded {
            Ok(Some(kept)) => {
                self.phase = Phase::Paired(Box::new(Paired::new(kept, false, LookUp::Wanted)));
                self.due = now;
            }
            Ok(None) => self.ask(None, now),
            Err(why) => {
                let shut = matches!(why, StoreTrouble::Locked | StoreTrouble::KeyringAbsent(_));
                let again = shut.then_some(now + LOOK_AGAIN);
                // Asked for while the store was being read.
                let unlock = matches!(self.phase, Phase::Unreadable { unlock: true, .. });
                self.phase = Phase::Unreadable { why, again, unlock };
            }
        }
    }

    pub(super) fn code_answered(
        &mut self,
        code: Result<DeviceAuthorization, RequestError>,
        now: Instant,
    ) {
        match code {
            Ok(code) => {
                if let Phase::Waiting(_) = self.phase {
                    self.notice = Some(Notice::AskedFor);
                }
                self.show(code, now);
            }
            Err(RequestError::Transient {
                trouble,
                retry_after,
            }) => {
                self.failed(trouble, retry_after, Duration::ZERO, now);
                if let Phase::Waiting(live) = &mut self.phase {
                    live.replacing = false;
                    self.due = self.due.max(now + padded(live.interval));
                }
            }
            Err(RequestError::Rejected(rejection)) => {
                if let Some(flow) = self.flow() {
                    self.refused.push((flow, rejection));
                }
                if self.flow().is_none() {
                    let refused = std::mem::take(&mut self.refused);
                    self.stop(Stop::Rejected(refused));
                }
            }
        }
    }

    fn show(&mut self, code: DeviceAuthorization, now: Instant) {
        // The flow that works is the one to ask next time.
        let flow = code.flow();
        self.flows.sort_by_key(|known| *known != flow);
        self.refused.clear();
        self.failures = 0;
        self.trouble = None;
        let expires_at = now + code.expires_in;
        self.earliest = now + code.interval;
        self.due = poll_time(now + padded(code.interval), self.earliest, expires_at);
        self.phase = Phase::Waiting(Box::new(Live {
            interval: code.interval,
            code,
            expires_at,
            last_answer: None,
            answer_lost: false,
            replacing: false,
        }));
    }

    pub(super) fn polled(&mut self, polled: Result<PollOutcome, RequestError>, now: Instant) {
        let Phase::Waiting(live) = &mut self.phase else {
            return;
        };
        match polled {
            Ok(outcome @ (PollOutcome::Pending | PollOutcome::SlowDown)) => {
                live.answer_lost = false;
                live.last_answer = Some(now);
                self.failures = 0;
                self.trouble = None;
                if outcome == PollOutcome::SlowDown {
                    live.interval += SLOW_DOWN;
                    self.trouble = Some(Trouble::Busy);
                }
                self.earliest = now + live.interval;
                self.due = poll_time(now + padded(live.interval), self.earliest, live.expires_at);
            }
            Ok(PollOutcome::Authorized(token)) => self.authorized(token, now),
            Ok(PollOutcome::CodeGone(another)) => {
                let notice = if live.answer_lost {
                    Notice::AnswerLost
                } else {
                    Notice::CodeGone
                };
                match another {
                    Some(another) if self.may_renew() => {
                        self.notice = Some(notice);
                        self.show(*another, now);
                    }
                    Some(_) => self.rest(),
                    None => self.renew(notice, now),
                }
            }
            Ok(PollOutcome::Expired) => {
                let notice = if live.answer_lost {
                    Notice::AnswerLost
                } else {
                    Notice::Expired
                };
                self.renew(notice, now);
            }
            Ok(PollOutcome::Denied) => self.stop(Stop::Denied),
            Err(RequestError::Transient {
                trouble,
                retry_after,
            }) => {
                live.answer_lost |= trouble.may_have_lost_the_answer();
                let (interval, expires_at) = (live.interval, live.expires_at);
                self.failed(trouble, retry_after, padded(interval), now);
                self.earliest = self.earliest.max(now + interval);
                self.due = poll_time(self.due, self.earliest, expires_at);
            }
            Err(RequestError::Rejected(rejection)) => {
                let flow = live.code.flow();
                self.stop(Stop::Rejected(vec![(flow, rejection)]));
            }
        }
    }

    pub(super) fn authorized(&mut self, token: Token, now: Instant) {
        // Another way than the usual one was meant for this sign-in: no browser opens by itself later.
        if let Some(usual) = self.ways.first() {
            self.way = *usual;
        }
        self.phase = Phase::Storing {
            token,
            failed: None,
        };
        self.trouble = None;
        self.notice = None;
        self.failures = 0;
        self.due = now;
    }

    pub(super) fn stored(&mut self, stored: Result<Place, StoreTrouble>, now: Instant) {
        let phase = std::mem::replace(&mut self.phase, Phase::Starting);
        let Phase::Storing { token, .. } = phase else {
            self.phase = phase;
            return;
        };
        match stored {
            Ok(place) => {
                let kept = Kept {
                    token,
                    account: None,
                    place,
                };
                self.phase = Phase::Paired(Box::new(Paired::new(kept, true, LookUp::Wanted)));
                self.failures = 0;
                if self.reception.take().is_some() {
                    self.tell = Some(Told::Done);
                }
                self.keep = self.keep_later;
                self.due = now;
            }
            Err(why) => {
                self.due = now + self.back_off();
                self.phase = Phase::Storing {
                    token,
                    failed: Some(why),
                };
            }
        }
    }

    /// The service replaced the stored token, and no store takes the new one: it is tried again like any other.
    pub(super) fn unsaved(&mut self, token: Token, why: StoreTrouble, now: Instant) {
        if let Phase::Paired(_) = self.phase {
            self.due = now + self.back_off();
            self.phase = Phase::Storing {
                token,
                failed: Some(why),
            };
        }
    }

    pub(super) fn moved(&mut self, moved: Result<Place, StoreTrouble>) {
        let Phase::Paired(paired) = &mut self.phase else {
            return;
        };
        paired.move_to = None;
        match moved {
            Ok(place) => paired.kept.place = place,
            Err(why) => paired.undone = Some(Undone::Move(why)),
        }
    }

    pub(super) fn looked_up(&mut self, profile: Result<Profile, RequestError>, now: Instant) {
        let Phase::Paired(paired) = &mut self.phase else {
            return;
        };
        match profile {
            Ok(Profile { account, picture }) => {
                paired.check = LookUp::Good;
                paired.picture.is_at(picture);
                self.failures = 0;
                self.trouble = None;
                if paired.kept.account.as_ref() != Some(&account) {
                    paired.remember = Some(account.clone());
                    paired.kept.account = Some(account);
                }
            }
            Err(RequestError::Transient {
                trouble,
                retry_after,
            }) => {
                self.failed(trouble, retry_after, Duration::ZERO, now);
            }
            Err(RequestError::Rejected(Rejection::Token)) if !paired.fresh => {
                self.phase = Phase::Refused(paired.kept.clone());
                self.trouble = None;
            }
            // A name that cannot be looked up never fails a pairing.
            Err(RequestError::Rejected(rejection)) => {
                paired.check = match rejection {
                    Rejection::Moved { to } => LookUp::Moved(to),
                    _ => LookUp::GivenUp,
                };
                self.trouble = None;
            }
        }
    }

    pub(super) fn forgotten(&mut self, forgotten: Result<bool, StoreTrouble>, now: Instant) {
        let phase = std::mem::replace(&mut self.phase, Phase::Starting);
        let Phase::Forgetting(mut paired) = phase else {
            self.phase = phase;
            return;
        };
        match forgotten {
            Ok(true) => self.ask(Some(Notice::Unpaired), now),
            Ok(false) => self.ask(Some(Notice::LeftInKeyring), now),
            Err(why) => {
                paired.undone = Some(Undone::Forget(why));
                // What the service knows of the token may have ended with the attempt.
                paired.check = LookUp::Wanted;
                self.due = now;
                self.phase = Phase::Paired(paired);
            }
        }
    }
}

/// When to poll: at `due`, but not after the code's last second if the service allows asking that early (rule 4).
fn poll_time(due: Instant, earliest: Instant, expires_at: Instant) -> Instant {
    let last = expires_at.checked_sub(LAST_POLL).unwrap_or(expires_at);
    if due > last { last.max(earliest) } else { due }
}
