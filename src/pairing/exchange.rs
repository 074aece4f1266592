//! A sign-in through a page: asking for the token of its code (rules 15, 16 and 19).

use std::time::Instant;

use super::phase::{Exchanging, Page};
use super::retry::Retry;
use super::{CodeSource, Notice, Pairing, Phase, SHORTEST_WAIT, SignInMethod, Stop};
use crate::auth::{
    AuthorizationCode, CodeState, ExchangeError, FormOutcome, Rejection, RequestError, Token,
    Trouble,
};

impl Pairing {
    /// Sends the code once more that was valid when its application was refused; `false` if there is none, or its life is
    /// over.
    pub(super) fn resume(&mut self, now: Instant) -> bool {
        match self.unspent.take() {
            Some(mut exchanging) if now < exchanging.expires_at => {
                exchanging.page = Page::Over;
                exchanging.retry = Retry::at(self.not_before.max(now));
                self.enter(Phase::Exchanging(exchanging));
                true
            }
            _ => false,
        }
    }

    /// A code has come, or was typed. One at a time.
    pub(super) fn code_came(&mut self, code: AuthorizationCode, now: Instant) {
        let mut awaiting = match std::mem::replace(&mut self.phase, Phase::Starting) {
            Phase::AwaitingCode(awaiting) => awaiting,
            other => {
                self.phase = other;
                return;
            }
        };
        awaiting.shown.notice = None;
        self.enter(Phase::Exchanging(Box::new(Exchanging {
            expires_at: now + awaiting.sign_in.code_lifetime,
            awaiting,
            code,
            retry: Retry::at(self.not_before.max(now)),
            answer_lost: false,
            hurried: false,
            page: Page::Open,
        })));
    }

    pub(super) fn exchanged(&mut self, exchanged: Result<Token, ExchangeError>, now: Instant) {
        let ExchangeError { why, code } = match exchanged {
            Ok(token) => return self.authorized(token, now),
            Err(error) => error,
        };
        match (why, code) {
            (RequestError::Transient { trouble, .. }, CodeState::Spent) => {
                self.stop(Stop::CodeLost(trouble));
            }
            (
                RequestError::Transient {
                    trouble,
                    retry_after,
                },
                _,
            ) => {
                let not_before = self.hold_off(retry_after, now);
                if let Phase::Exchanging(exchanging) = &mut self.phase {
                    exchanging.answer_lost |= code == CodeState::Uncertain;
                    exchanging.failed(trouble, not_before, now);
                }
            }
            (RequestError::Rejected(Rejection::Code), _) => self.code_refused(now),
            (RequestError::Rejected(rejection), CodeState::Alive) if can_be_mended(&rejection) => {
                let phase = std::mem::replace(&mut self.phase, Phase::Starting);
                self.stop(Stop::Refused(rejection));
                if let Phase::Exchanging(exchanging) = phase {
                    self.unspent = Some(exchanging);
                }
            }
            (RequestError::Rejected(rejection), _) => self.stop(Stop::Refused(rejection)),
        }
    }

    /// The code is of no use: where one is carried, another one can be.
    fn code_refused(&mut self, now: Instant) {
        let Phase::Exchanging(exchanging) = std::mem::replace(&mut self.phase, Phase::Starting)
        else {
            return;
        };
        let notice = if exchanging.answer_lost {
            Notice::AnswerLost
        } else {
            Notice::CodeRefused
        };
        let mut awaiting = exchanging.awaiting;
        match (self.way, exchanging.page) {
            (SignInMethod::ManualCode, Page::Open) => {
                if let CodeSource::Phone(_) = awaiting.shown.code_source {
                    self.tell = Some(FormOutcome::Refused);
                }
                awaiting.shown.notice = Some(notice);
                self.not_before = now + SHORTEST_WAIT;
                self.enter(Phase::AwaitingCode(awaiting));
            }
            (SignInMethod::ManualCode, Page::Closed) => self.stop(Stop::PageClosed),
            (SignInMethod::ManualCode, Page::Over) => self.enter(Phase::StartingSignIn {
                notice: Some(notice),
                trouble: None,
            }),
            _ => self.stop(Stop::CodeRefused),
        }
    }
}

impl Exchanging {
    fn failed(&mut self, trouble: Trouble, not_before: Instant, now: Instant) {
        // So many requests a second: the next one may be free again.
        let hurry = trouble == Trouble::Busy
            && self.retry.failures == 0
            && !std::mem::replace(&mut self.hurried, true);
        self.retry.failed(trouble, not_before, now);
        if hurry {
            self.retry.hurry(not_before);
        }
    }
}

/// Whether another secret, or application, may be all that is lacking.
fn can_be_mended(rejection: &Rejection) -> bool {
    matches!(
        rejection,
        Rejection::ClientId { .. }
            | Rejection::ClientSecret { .. }
            | Rejection::SecretWanted { .. }
            | Rejection::NoClientSecret
    )
}
