//! What a person's wishes change.

use std::time::{Duration, Instant};

use super::plan::registered_address;
use super::{
    Intent, Notice, Paired, Pairing, Phase, SignInMethod, StartError, Stop, TokenCheck, pace,
};
use crate::auth::{Quota, Rejection, StoreChoice, Trouble};

/// *New code* works once in this time.
const NEW_CODE_EVERY: Duration = Duration::from_secs(5);

impl Pairing {
    /// Takes a person's wish. Every wish also says that somebody is here.
    pub fn wish(&mut self, intent: Intent, now: Instant) {
        self.unattended = 0;
        match intent {
            Intent::Renew(unattended) => self.unattended_codes = unattended,
            Intent::KeepNext(keep) => (self.keep, self.keep_later) = (keep, keep),
            Intent::SignIn(way) => return self.sign_in(way, now),
            Intent::Typed(code) => {
                if self.way == SignInMethod::ManualCode {
                    self.code_came(code, now);
                }
                return;
            }
            Intent::SetUp => {
                if self.can_be_set_up && (self.outlives_its_application() || self.is_between()) {
                    self.leave_pairing(now);
                    self.in_flight = None;
                    self.set_up(self.way, now);
                }
                return;
            }
            _ => {}
        }
        if matches!(self.phase, Phase::Resting) {
            self.ask(None, now);
            return;
        }
        match intent {
            // Taken above, and by whoever has several services.
            Intent::Touched
            | Intent::Renew(_)
            | Intent::KeepNext(_)
            | Intent::SignIn(_)
            | Intent::Typed(_)
            | Intent::SetUp
            | Intent::Open(_)
            | Intent::Home => {}
            Intent::NewCode => self.new_code(now),
            Intent::OpenHere => self.open_here(),
            Intent::TryNow => match &mut self.phase {
                Phase::Unreadable { again, .. } => *again = Some(now),
                Phase::Stopped(_) => self.try_again(now),
                Phase::Waiting(live) => {
                    self.failures = 0;
                    let due = self.earliest.max(live.earliest).max(now);
                    self.due = pace::not_after_the_last(due, live.earliest, live.expires_at);
                }
                Phase::Asking | Phase::Paired(_) => {
                    // A person who tries is no reason to try less often by ourselves.
                    self.failures = 0;
                    self.due = self.earliest.max(now);
                }
                Phase::AwaitingCode(consent) if consent.code.is_some() => {
                    self.failures = 0;
                    self.due = self.earliest.max(now);
                }
                // Another browser, another page.
                Phase::AwaitingCode(_) => {
                    self.in_flight = None;
                    self.ask(None, now);
                }
                Phase::Storing { .. } => self.due = now,
                Phase::StartingSignIn(_)
                | Phase::SettingUp(_)
                | Phase::Starting
                | Phase::Resting
                | Phase::Refused(_)
                | Phase::Forgetting(_) => {}
            },
            Intent::PairAgain => {
                if matches!(
                    self.phase,
                    Phase::Paired(_) | Phase::Refused(_) | Phase::Unreadable { .. }
                ) {
                    self.leave_pairing(now);
                    self.in_flight = None;
                    self.ask(None, now);
                }
            }
            Intent::Unpair => self.unpair(now),
            Intent::Move(keep) => {
                if let Phase::Paired(paired) = &mut self.phase {
                    paired.move_to = Some(keep);
                    paired.failed_action = None;
                }
            }
            Intent::Unlock => {
                if let Phase::Unreadable { unlock, .. } = &mut self.phase {
                    *unlock = true;
                }
            }
            Intent::PairInFile => {
                if let Phase::Unreadable { .. } = self.phase {
                    self.keep = StoreChoice::InFile;
                    self.in_flight = None;
                    self.ask(None, now);
                }
            }
        }
    }

    /// A person tries again what could not go on by itself.
    fn try_again(&mut self, now: Instant) {
        match &self.phase {
            // Where a code on this screen is the usual way, such a page was for another application only.
            Phase::Stopped(Stop::PageClosed | Stop::StartError(StartError::NoPhone(_)))
                if self.replaces && self.way == SignInMethod::Code =>
            {
                self.enter(Phase::Starting, now);
            }
            _ => {
                if !self.resume(now) {
                    self.ask(None, now);
                }
            }
        }
    }

    fn new_code(&mut self, now: Instant) {
        if self
            .last_new_code
            .is_some_and(|last| now < last + NEW_CODE_EVERY)
        {
            return;
        }
        match &mut self.phase {
            Phase::Waiting(live) if !live.replacing => {
                live.replacing = true;
                self.tried.clear();
            }
            Phase::Stopped(_) => self.ask(Some(Notice::AskedFor), now),
            Phase::Starting
            | Phase::Unreadable { .. }
            | Phase::Asking
            | Phase::Waiting(_)
            | Phase::Resting
            | Phase::StartingSignIn(_)
            | Phase::SettingUp(_)
            | Phase::AwaitingCode(_)
            | Phase::Storing { .. }
            | Phase::Paired(_)
            | Phase::Refused(_)
            | Phase::Forgetting(_) => return,
        }
        self.last_new_code = Some(now);
    }

    /// A new pairing begins beside the stored one, which stays until there is a token: whose it is will be compared.
    fn leave_pairing(&mut self, now: Instant) {
        self.before = match &self.phase {
            Phase::Paired(paired) => paired.kept.account.clone(),
            Phase::Refused(kept) => kept.account.clone(),
            _ => return,
        };
        self.replaces = true;
        self.leave_quota(now);
    }

    /// A quota of the person counts what is asked with their token. A code is asked for without one, and the next account
    /// has a quota of its own.
    fn leave_quota(&mut self, now: Instant) {
        if let Some(Trouble::DailyLimit(Quota::Person, _)) = self.trouble {
            self.earliest = now;
        }
    }

    /// A stored pairing that goes on when the settings hold another application: what can be refreshed may need the
    /// secret of its own. One that is refused is of no use any more.
    fn outlives_its_application(&self) -> bool {
        match &self.phase {
            Phase::Paired(paired) => paired.kept.token.refresh_token.is_none(),
            Phase::Refused(_) => true,
            _ => false,
        }
    }

    /// Nothing is paired, and nothing that was given is on its way.
    fn is_between(&self) -> bool {
        match &self.phase {
            Phase::Asking
            | Phase::Waiting(_)
            | Phase::StartingSignIn(_)
            | Phase::SettingUp(_)
            | Phase::Resting
            | Phase::Stopped(_) => true,
            Phase::AwaitingCode(consent) => consent.code.is_none(),
            Phase::Starting
            | Phase::Unreadable { .. }
            | Phase::Storing { .. }
            | Phase::Paired(_)
            | Phase::Refused(_)
            | Phase::Forgetting(_) => false,
        }
    }

    fn sign_in(&mut self, way: SignInMethod, now: Instant) {
        if self.can_sign_in(way) && self.is_between() {
            self.way = way;
            self.in_flight = None;
            self.ask(None, now);
        }
    }

    /// Whether there is this way, as things stand.
    fn can_sign_in(&self, way: SignInMethod) -> bool {
        let flow = self.flows.first().copied();
        let possible =
            way != SignInMethod::Browser || registered_address(flow, self.redirect_port).is_some();
        possible && self.ways.contains(&way)
    }

    fn unpair(&mut self, now: Instant) {
        let phase = std::mem::replace(&mut self.phase, Phase::Starting);
        let paired = match phase {
            Phase::Paired(paired) => paired,
            Phase::Refused(kept) => Box::new(Paired::new(
                kept,
                false,
                TokenCheck::Refused(Rejection::Token),
            )),
            other => {
                self.phase = other;
                return;
            }
        };
        self.in_flight = None;
        self.before = None;
        self.leave_quota(now);
        self.enter(Phase::Forgetting(paired), now);
    }
}
