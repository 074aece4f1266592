//! What each answer changes.

use std::time::{Duration, Instant};

use super::codes::blocked_for_a_while;
use super::pace::{self, padded};
use super::{
    FailedAction, LOOK_AGAIN, Notice, Paired, Pairing, Phase, Stop, StoredPairing, TokenCheck,
};
use crate::auth::{
    FormOutcome, PollOutcome, Profile, Rejection, RequestError, StoreLocation, StoreTrouble, Token,
    Trouble,
};

/// RFC 8628 §3.5.
const SLOW_DOWN: Duration = Duration::from_secs(5);

impl Pairing {
    pub(super) fn loaded(
        &mut self,
        loaded: Result<Option<StoredPairing>, StoreTrouble>,
        now: Instant,
    ) {
        self.replaces = false;
        match loaded {
            Ok(Some(kept)) => {
                let paired = Paired::new(kept, false, TokenCheck::Wanted);
                self.enter(Phase::Paired(Box::new(paired)), now);
            }
            Ok(None) => self.ask(None, now),
            Err(why) => {
                let shut = matches!(why, StoreTrouble::Locked | StoreTrouble::KeyringAbsent(_));
                let again = shut.then_some(now + LOOK_AGAIN);
                // Asked for while the store was being read.
                let unlock = matches!(self.phase, Phase::Unreadable { unlock: true, .. });
                self.enter(Phase::Unreadable { why, again, unlock }, now);
            }
        }
    }

    pub(super) fn polled(&mut self, polled: Result<PollOutcome, RequestError>, now: Instant) {
        let Phase::Waiting(live) = &mut self.phase else {
            return;
        };
        if polled.is_ok() {
            // It answers, so whatever wait it asked for is over.
            self.earliest = now;
        }
        match polled.map_err(blocked_for_a_while) {
            Ok(outcome @ (PollOutcome::Pending | PollOutcome::SlowDown)) => {
                live.answer_lost = false;
                live.last_answer = Some(now);
                self.failures = 0;
                self.trouble = None;
                if outcome == PollOutcome::SlowDown {
                    live.interval += SLOW_DOWN;
                    self.trouble = Some(Trouble::Busy);
                }
                live.earliest = now + live.interval;
                self.due = pace::after(now, live.interval, live.expires_at);
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
                        self.show(*another, Some(notice), now);
                    }
                    Some(_) => self.rest(now),
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
            Ok(PollOutcome::Denied) => self.stop(Stop::Denied, now),
            Err(RequestError::Transient {
                trouble,
                retry_after,
            }) => {
                live.answer_lost |= trouble.may_have_lost_the_answer();
                live.earliest = now + live.interval;
                let (interval, earliest, expires_at) =
                    (live.interval, live.earliest, live.expires_at);
                self.failed(trouble, retry_after, padded(interval), now);
                // No `Retry-After` may cost the code: it holds for the next code, and the last poll of this one is made.
                self.due = pace::not_after_the_last(self.due, earliest, expires_at);
            }
            // The code was given without complaint: no other flow would do better.
            Err(RequestError::Rejected(
                rejection @ (Rejection::ClientSecret { .. } | Rejection::SecretWanted { .. }),
            )) => self.stop(Stop::Refused(rejection), now),
            Err(RequestError::Rejected(rejection)) => {
                let flow = live.code.flow();
                self.stop(Stop::Rejected(vec![(flow, rejection)]), now);
            }
        }
    }

    pub(super) fn authorized(&mut self, token: Token, now: Instant) {
        // Another way than the usual one was meant for this sign-in: no browser opens by itself later.
        if let Some(usual) = self.ways.first() {
            self.way = *usual;
        }
        let storing = Phase::Storing {
            token,
            failed: None,
        };
        self.enter(storing, now);
    }

    pub(super) fn stored(&mut self, stored: Result<StoreLocation, StoreTrouble>, now: Instant) {
        let phase = std::mem::replace(&mut self.phase, Phase::Starting);
        let Phase::Storing { token, .. } = phase else {
            self.phase = phase;
            return;
        };
        match stored {
            Ok(place) => {
                self.replaces = false;
                let kept = StoredPairing {
                    token,
                    account: None,
                    place,
                };
                let mut paired = Paired::new(kept, true, TokenCheck::Wanted);
                paired.failed_action = self.client_not_kept.then_some(FailedAction::KeepClient);
                self.enter(Phase::Paired(Box::new(paired)), now);
                if self.reception.take().is_some() {
                    self.tell = Some(FormOutcome::Done);
                }
                self.keep = self.keep_later;
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
            let storing = Phase::Storing {
                token,
                failed: Some(why),
            };
            self.enter(storing, now);
            self.due = now + self.back_off();
        }
    }

    pub(super) fn moved(&mut self, moved: Result<StoreLocation, StoreTrouble>) {
        let Phase::Paired(paired) = &mut self.phase else {
            return;
        };
        paired.move_to = None;
        match moved {
            Ok(place) => paired.kept.place = place,
            Err(why) => paired.failed_action = Some(FailedAction::Move(why)),
        }
    }

    pub(super) fn looked_up(&mut self, profile: Result<Profile, RequestError>, now: Instant) {
        let Phase::Paired(paired) = &mut self.phase else {
            return;
        };
        match profile {
            Ok(Profile { account, picture }) => {
                paired.check = TokenCheck::Good;
                paired.picture.is_at(picture);
                self.failures = 0;
                self.trouble = None;
                if let Some(before) = self.before.take()
                    && paired.fresh
                    && account.is_another_than(&before)
                {
                    paired.instead_of = Some(before);
                }
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
                let refused = Phase::Refused(paired.kept.clone());
                self.enter(refused, now);
            }
            // A name that cannot be looked up never fails a pairing.
            Err(RequestError::Rejected(rejection)) => {
                paired.check = TokenCheck::Refused(rejection);
                self.failures = 0;
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
                paired.failed_action = Some(FailedAction::Forget(why));
                // What the service knows of the token may have ended with the attempt.
                paired.check = TokenCheck::Wanted;
                self.enter(Phase::Paired(paired), now);
            }
        }
    }
}
