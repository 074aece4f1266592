//! What is to be done now, and when to ask again.

use std::time::Instant;

use super::leaving::must_end;
use super::{Action, ActionRequest, Check, Deadline, DeadlineReason, Notice, Pairing, Phase};

impl Pairing {
    /// What to do now, if anything. Each action is handed out once.
    pub fn next_action(&mut self, now: Instant) -> Option<ActionRequest> {
        let ticket = self.tickets + 1;
        let idle = self.in_flight.is_none();
        if idle {
            self.end_in_time(now);
        }
        let action = if let Some(outcome) = self.tell.take() {
            Action::NotifyPhone(outcome)
        } else if let Some(code) = self.code_for_phone() {
            Action::ShowOnPhone(code)
        } else if self.has_trouble_for_phone() {
            Action::TellTrouble
        } else if let Some(action) = idle.then(|| self.due(now)).flatten() {
            if must_end(&action) {
                self.under_way.push(ticket);
            }
            let request = ActionRequest { ticket, action };
            self.in_flight = Some(request.clone());
            request.action
        } else {
            let open_here = self.next_open_here(ticket);
            open_here.or_else(|| self.next_picture(ticket))?
        };
        self.tickets = ticket;
        Some(ActionRequest { ticket, action })
    }

    /// Ends what is too late. A code is judged only while nothing is in flight (rule 4).
    fn end_in_time(&mut self, now: Instant) {
        if self.time_ends().is_some_and(|end| now >= end) {
            self.time_over();
        }
        if let Phase::Waiting(active) = &self.phase
            && now >= active.expires_at
        {
            self.renew(None, Notice::Expired, now);
        }
    }

    /// What to do while nothing is in flight.
    fn due(&self, now: Instant) -> Option<Action> {
        Some(match &self.phase {
            Phase::Starting => Action::Load,
            Phase::Unreadable { unlock: true, .. } => Action::Unlock,
            Phase::Unreadable {
                again: Some(again), ..
            } if now >= *again => Action::Load,
            Phase::Asking(asking) if now >= asking.retry.due => {
                Action::RequestCode(self.plan.untried(&asking.tried)?)
            }
            Phase::Waiting(active) if active.replacing && now >= self.not_before => {
                Action::RequestCode(self.plan.untried(&active.tried)?)
            }
            Phase::Waiting(active) if now >= active.retry.due => {
                Action::Poll(Box::new(active.code.clone()))
            }
            Phase::StartingSignIn { .. } => Action::Begin(self.way),
            Phase::SettingUp(set_up) => match (&set_up.shown.page, &set_up.given) {
                (None, _) => Action::AskForClient(self.way),
                (_, Some(client)) => Action::KeepClient(client.clone()),
                (Some(_), None) => return None,
            },
            Phase::Exchanging(exchanging) if now >= exchanging.retry.due => {
                let sign_in = Box::new(exchanging.awaiting.sign_in.clone());
                Action::Exchange(sign_in, exchanging.code.clone())
            }
            Phase::Storing(storing) if now >= storing.retry.due => {
                Action::Store(storing.token.clone(), self.keep)
            }
            Phase::Paired(paired) => match (&paired.remember, paired.move_to) {
                (Some(account), _) => Action::Remember(account.clone()),
                (None, Some(keep)) => Action::Move(keep),
                (None, None) if paired.check == Check::Pending && now >= paired.retry.due => {
                    Action::CheckToken(paired.kept.token.clone())
                }
                (None, None) => return None,
            },
            Phase::Forgetting(paired) => Action::Forget(paired.kept.token.clone()),
            _ => return None,
        })
    }

    /// When [`Self::next_action`] is worth calling again if nothing happens before; `None` while a result is awaited
    /// and whenever only a person can change anything.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Deadline> {
        if self.in_flight.is_some() {
            return None;
        }
        let (at, reason) = match &self.phase {
            Phase::Asking(asking) => (asking.retry.due, DeadlineReason::RequestCode),
            Phase::Waiting(active) => {
                let another = (self.not_before, DeadlineReason::RequestCode);
                let another = Some(another).filter(|_| active.replacing);
                let poll = (active.retry.due, DeadlineReason::Poll);
                let end = (active.expires_at, DeadlineReason::TimeOver);
                another.into_iter().chain([poll, end]).min()?
            }
            Phase::Exchanging(exchanging) => {
                let exchange = (exchanging.retry.due, DeadlineReason::Exchange);
                exchange.min((exchanging.expires_at, DeadlineReason::TimeOver))
            }
            Phase::SettingUp(_) | Phase::AwaitingCode(_) => {
                (self.time_ends()?, DeadlineReason::TimeOver)
            }
            Phase::Storing(storing) => (storing.retry.due, DeadlineReason::Store),
            Phase::Paired(paired) if paired.check == Check::Pending => {
                (paired.retry.due, DeadlineReason::CheckToken)
            }
            Phase::Unreadable { again, .. } => ((*again)?, DeadlineReason::Load),
            _ => return None,
        };
        Some(Deadline { at, reason })
    }
}
