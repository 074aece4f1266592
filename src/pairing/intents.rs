//! What a person wants, and what that changes.

use std::time::{Duration, Instant};

use super::{Intent, Notice, Pairing, Phase, SignInMethod, StartError, Stop};
use crate::auth::{FormOutcome, Quota, StoreChoice, Trouble};

/// *New code* works once in this time.
const NEW_CODE_EVERY: Duration = Duration::from_secs(5);

impl Pairing {
    /// Takes what a person wants. Every intent also says that a person is here.
    pub fn apply(&mut self, intent: Intent, now: Instant) {
        self.unattended = 0;
        match intent {
            Intent::Renew(unattended) => self.plan.unattended_codes = unattended,
            Intent::KeepNext(keep) => (self.keep, self.keep_later) = (keep, keep),
            Intent::SignIn(way) => return self.sign_in(way, now),
            Intent::Typed(code) => {
                if self.way == SignInMethod::ManualCode {
                    self.code_came(code, now);
                }
                return;
            }
            Intent::Client(client) => return self.client_typed(client),
            Intent::SetUp => {
                let is_free = self.outlives_its_application() || self.is_between();
                if self.plan.can_be_set_up && (is_free || self.is_stuck()) {
                    if self.is_stuck() {
                        self.close_page(FormOutcome::Failed);
                    }
                    self.leave_pairing(now);
                    self.set_up(None, now);
                }
                return;
            }
            _ => {}
        }
        if matches!(self.phase, Phase::Resting) {
            self.ask(None, now);
            return;
        }
        match (intent, &mut self.phase) {
            (Intent::NewCode, _) => self.new_code(now),
            (Intent::OpenHere, _) => self.open_here(),
            (Intent::TryNow, _) => self.try_now(now),
            (
                Intent::PairAgain,
                Phase::Paired(_) | Phase::Refused(_) | Phase::Unreadable { .. },
            ) => {
                self.leave_pairing(now);
                self.ask(None, now);
            }
            (Intent::Unpair, _) => self.unpair(now),
            (Intent::Move(keep), Phase::Paired(paired)) => {
                paired.move_to = Some(keep);
                paired.failed_action = None;
            }
            (Intent::Unlock, Phase::Unreadable { unlock, .. }) => *unlock = true,
            (Intent::PairInFile, Phase::Unreadable { .. }) => {
                self.keep = StoreChoice::InFile;
                self.in_flight = None;
                self.ask(None, now);
            }
            _ => {}
        }
    }

    /// Polls, asks, stores or checks now, as far as the service allows.
    fn try_now(&mut self, now: Instant) {
        let not_before = self.not_before.max(now);
        match &mut self.phase {
            Phase::Unreadable { again, .. } => *again = Some(now),
            Phase::Stopped(_) => self.try_again(now),
            Phase::Waiting(active) => {
                active.retry.failures = 0;
                active.poll_at(not_before.max(active.earliest));
            }
            Phase::Asking(asking) => asking.retry.hurry(not_before),
            Phase::Paired(paired) => paired.retry.hurry(not_before),
            Phase::Exchanging(exchanging) => exchanging.retry.hurry(not_before),
            // Another browser, another page.
            Phase::AwaitingCode(_) => self.ask(None, now),
            Phase::Storing(storing) => storing.retry.due = now,
            _ => {}
        }
    }

    /// Tries again what could not go on by itself.
    fn try_again(&mut self, now: Instant) {
        match &self.phase {
            // Where a code on this screen is the usual way, such a page was for another application only.
            Phase::Stopped(Stop::PageClosed | Stop::StartError(StartError::NoPhone(_)))
                if self.replaces && self.way == SignInMethod::Code =>
            {
                self.enter(Phase::Starting);
            }
            _ => {
                if !self.resume(now) {
                    self.ask(None, now);
                }
            }
        }
    }

    fn new_code(&mut self, now: Instant) {
        let last = self.last_new_code;
        if last.is_some_and(|last| now < last + NEW_CODE_EVERY) {
            return;
        }
        match &mut self.phase {
            Phase::Waiting(active) if !active.replacing => {
                active.replacing = true;
                active.tried.clear();
            }
            Phase::Stopped(_) => self.ask(Some(Notice::AskedFor), now),
            _ => return,
        }
        self.last_new_code = Some(now);
    }

    /// A new pairing begins beside the stored one, which stays until there is a token: whose it is will be compared.
    fn leave_pairing(&mut self, now: Instant) {
        self.in_flight = None;
        if let Phase::Paired(paired) | Phase::Refused(paired) = &self.phase {
            self.before.clone_from(&paired.kept.account);
            self.replaces = true;
            self.leave_quota(now);
        }
    }

    /// A quota of the person counts what is asked with their token. A code is asked for without one, and the next account
    /// has a quota of its own.
    fn leave_quota(&mut self, now: Instant) {
        if let Some(Trouble::DailyLimit(Quota::Person, _)) = self.phase.trouble() {
            self.not_before = now;
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

    /// The service cannot be asked for the token of a code: perhaps the application is a wrong one. A token that comes all the
    /// same is stored.
    fn is_stuck(&self) -> bool {
        matches!(&self.phase, Phase::Exchanging(exchanging) if exchanging.retry.trouble.is_some())
    }

    /// Nothing is paired, and nothing that was given is on its way.
    fn is_between(&self) -> bool {
        matches!(
            self.phase,
            Phase::Asking(_)
                | Phase::Waiting(_)
                | Phase::StartingSignIn { .. }
                | Phase::SettingUp(_)
                | Phase::AwaitingCode(_)
                | Phase::Resting
                | Phase::Stopped(_)
        )
    }

    fn sign_in(&mut self, way: SignInMethod, now: Instant) {
        if self.plan.allows(way) && self.is_between() {
            self.way = way;
            self.in_flight = None;
            if matches!(self.phase, Phase::Asking(_) | Phase::Waiting(_)) {
                self.close_page(FormOutcome::SetUp);
            }
            self.receiver = None;
            self.ask(None, now);
        }
    }

    fn unpair(&mut self, now: Instant) {
        if let Phase::Paired(_) = self.phase {
            self.leave_quota(now);
        }
        match std::mem::replace(&mut self.phase, Phase::Starting) {
            Phase::Paired(paired) | Phase::Refused(paired) => {
                self.in_flight = None;
                self.before = None;
                self.enter(Phase::Forgetting(paired));
            }
            other => self.phase = other,
        }
    }
}
