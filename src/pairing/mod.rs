//! The pairing machine: from nothing to a stored token, and what happens on the way.
//!
//! It is pure (sans-IO). [`Pairing::apply`], [`Pairing::event`] and [`Pairing::answer`] take what happened; after each,
//! [`Pairing::next_action`] is called until it has nothing more to do, and then [`Pairing::next_deadline`] tells when to
//! call it again. It never sleeps, reads a clock, or knows HTTP, a store or a screen.
//! The rules, each pinned by a test in `pairing/tests`:
//!
//! 1. One action at a time, but for rules 12 and 13. An answer to an older action is dropped, unless it carries a token.
//! 2. The first poll waits one interval; each wait counts from the last answer and is a fifth longer than the
//!    interval (5 s become 6 s), because clocks and the network jitter. `slow_down` adds 5 s for good (RFC 8628 §3.5).
//! 3. Trouble (no network, 5xx, 429 …) backs off 5, 10, 20, 40, 60 s and never takes a valid code away.
//!    A `Retry-After` is honoured, but for the last poll of a code (rule 4). The first good answer forgets the trouble; a
//!    person's own try starts the back-off anew. A client id that worked before and is refused now (412) is such trouble.
//!    Trouble belongs to the phase that met it: the next phase starts without it. No wait goes on for another application,
//!    and a quota of the person, which counts what is asked with their token, is no reason to wait with a code.
//! 4. A code is judged expired only while nothing is in flight, and one poll is spent in its last second: an approval at
//!    the last moment still pairs. The last waits of a code give up as much of their fifth (rule 2) as that takes.
//! 5. A code that is gone after an answer was lost means "approved, but the answer was lost": one more code.
//! 6. At most `unattended_codes` codes are renewed since the last button press; then the machine rests, and costs nothing.
//! 7. *New code* keeps the old code until the new one is there, and works once in 5 s. Where it is refused, the old code
//!    stays, and the person is told why there is no other.
//! 8. A token is stored before anything else. A failed save keeps it, and tries again. A token that comes while another
//!    one is being stored is stored after it.
//! 9. A flow that is refused, or answered by something else in the service's place, is followed by the next one
//!    (`auth = "auto"`) before any waiting. When all are refused, all answers are shown; where one met trouble, all are
//!    asked again after the back-off. A refusal beside a page that is not the service's is shown the second time.
//! 10. A store that cannot be read because its keyring is shut is looked at again every 3 s, so that the machine goes
//!     on by itself once the keyring opens. Only *Unlock* may prompt.
//! 11. A stored token is checked at launch. Trouble does not unpair; only a clear "no longer accepted" does, and even
//!     then the old token is kept until a new one is stored. A token that the check found refreshed takes the old one's place.
//!     A new pairing in its place that turns out to be of another account says so. Another application is taken meanwhile
//!     only where the stored token is good without its own.
//! 12. The person's picture is asked for once, when the token is stored and the account is known; again only if the account
//!     says that it is elsewhere now. It is asked for beside the one action of rule 1, so nothing ever waits for it, and it
//!     is dropped if the pairing has ended meanwhile. Where none comes, that is all.
//! 13. The page of a valid code is opened in a browser of this computer as often as a person wants. That, too, is done
//!     beside the one action of rule 1, so polling neither waits for it nor is waited for. What came of it is told beside
//!     that code, and dropped once there is another.
//!
//! And for a sign-in through a page, whose code comes from a browser on this computer, from a phone, or is typed:
//!
//! 14. A code is waited for as long as the page or the browser is: half an hour, five minutes. Then a person must want it.
//! 15. Trouble while its token is asked for: the same code is sent again if it may still live, else the sign-in is over.
//!     A code that its service burns is sent once, whatever happened.
//! 16. A code that was carried and is refused is asked for once more, on the same page. What a browser brought is not.
//! 17. Where there is no application yet, it is asked for first, on the same page; where a code on this screen is the
//!     usual way, only if a person wants that.
//! 18. What happens on a page that is no longer waited for is dropped. The phone is told how it went, once it has.
//! 19. A code that lives although the service refused the application, for a wrong or missing secret, is kept while a
//!     person mends that. It is sent again for the same client id, or when they try again; for another one, and once its
//!     life is over, the sign-in begins anew.
//! 20. An answer of another service than the one that was asked ends the sign-in, and nothing of it is used (RFC 9207).

mod actions;
mod codes;
mod home;
mod intents;
mod leaving;
mod open_here;
mod pace;
mod phase;
mod picture;
mod plan;
mod sign_in;
mod stored;
#[cfg(test)]
mod tests;
mod view;

use std::time::{Duration, Instant};

pub use actions::{
    Action, ActionRequest, ActionResult, CodeSource, Deadline, DeadlineReason, Intent, NoPhone,
    PhonePage, SignInMethod, SignInStarted, StartError, StoredPairing,
};
pub use home::{Home, Scene, ServiceState, ServiceStatus};
pub use plan::{Plan, Unattended};
pub use view::{Check, Consent, Delay, FailedAction, Notice, Progress, SetUp, Stop, View, Waiting};

use self::phase::{Asking, Phase, Retry};
use self::sign_in::Exchanging;
use crate::auth::{Account, FormOutcome, PollOutcome, StoreChoice, Token};

/// Whatever a person presses, a service that just failed is left alone for so long.
const SHORTEST_WAIT: Duration = Duration::from_secs(1);
/// How often a shut keyring is looked at.
const LOOK_AGAIN: Duration = Duration::from_secs(3);

/// The machine.
#[derive(Debug)]
pub struct Pairing {
    plan: Plan,
    /// The way of this sign-in.
    way: SignInMethod,
    /// Whose the pairing was that is being replaced.
    before: Option<Account>,
    /// The store holds a pairing, in whose place another one is made.
    replaces: bool,
    phase: Phase,
    /// The action whose result is awaited.
    in_flight: Option<ActionRequest>,
    /// The tickets of all actions that must not be cut short, those among them whose result the phase no longer awaits.
    under_way: Vec<u32>,
    /// Tokens that came while another one was being stored: they are stored next.
    late: Vec<Token>,
    tickets: u32,
    /// Before this, the service must not be asked for anything (`Retry-After`).
    not_before: Instant,
    /// Renewals since the last button press.
    unattended: u32,
    last_new_code: Option<Instant>,
    /// Where the next token is to be kept, and all that come after it.
    keep: StoreChoice,
    keep_later: StoreChoice,
    /// The ticket of the action by which something was opened that waits for a code.
    receiver: Option<u32>,
    /// What the phone has yet to be told.
    tell: Option<FormOutcome>,
    /// A code that is still valid, while its application is mended (rule 19).
    unspent: Option<Box<Exchanging>>,
    /// The application in use could not be written into the settings.
    client_not_kept: bool,
}

impl Pairing {
    /// A machine that begins by reading the store.
    #[must_use]
    pub fn new(plan: Plan, now: Instant) -> Self {
        Self {
            way: plan.ways.first().copied().unwrap_or(SignInMethod::Code),
            plan,
            before: None,
            replaces: false,
            phase: Phase::Starting,
            in_flight: None,
            under_way: Vec::new(),
            late: Vec::new(),
            tickets: 0,
            not_before: now,
            unattended: 0,
            last_new_code: None,
            keep: StoreChoice::AsSet,
            keep_later: StoreChoice::AsSet,
            receiver: None,
            tell: None,
            unspent: None,
            client_not_kept: false,
        }
    }

    /// What to do now, if anything. Each action is handed out once.
    pub fn next_action(&mut self, now: Instant) -> Option<ActionRequest> {
        let ticket = self.tickets + 1;
        let idle = self.in_flight.is_none();
        if idle {
            self.end_in_time(now);
        }
        let action = if let Some(outcome) = self.tell.take() {
            Action::NotifyPhone(outcome)
        } else if let Some(action) = idle.then(|| self.due(now)).flatten() {
            if leaving::must_end(&action) {
                self.under_way.push(ticket);
            }
            let in_flight = action.clone();
            self.in_flight = Some(ActionRequest {
                ticket,
                action: in_flight,
            });
            action
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
            self.renew(Notice::Expired, now);
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
            Phase::StartingSignIn { way, .. } => Action::Begin(*way),
            Phase::SettingUp(set_up) => match (&set_up.shown.page, &set_up.given) {
                (None, _) => Action::AskForClient(set_up.way),
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

    /// Takes the result of an action.
    pub fn answer(&mut self, ticket: u32, result: ActionResult, now: Instant) {
        match result {
            ActionResult::Pictured(portrait) => return self.pictured(ticket, portrait),
            ActionResult::OpenedHere(opened) => return self.opened_here(ticket, opened),
            _ => {}
        }
        self.under_way.retain(|under_way| *under_way != ticket);
        match self.in_flight.take_if(|request| request.ticket == ticket) {
            Some(request) => self.answered(request, result, now),
            None => self.keep_token(result),
        }
        self.store_late(now);
    }

    fn answered(&mut self, request: ActionRequest, result: ActionResult, now: Instant) {
        let ticket = request.ticket;
        match (request.action, result) {
            (Action::Load, ActionResult::Loaded(loaded)) => self.loaded(loaded, now),
            (Action::RequestCode(flow), ActionResult::Code(code)) => {
                self.code_answered(flow, code, now);
            }
            (Action::Poll(_), ActionResult::Polled(polled)) => self.polled(polled, now),
            (Action::Store(token, _), ActionResult::Stored(stored)) => {
                self.stored(token, stored, now);
            }
            (Action::CheckToken(_), ActionResult::TokenChecked(profile)) => {
                self.checked(profile, now);
            }
            (Action::CheckToken(_), ActionResult::Renewed(token, profile)) => {
                if let Phase::Paired(paired) = &mut self.phase {
                    paired.kept.token = token;
                }
                self.checked(profile, now);
            }
            (Action::CheckToken(_), ActionResult::Unsaved(token, why)) => {
                self.unsaved(token, why, now);
            }
            (Action::Forget(_), ActionResult::Forgotten(forgotten)) => {
                self.forgotten(forgotten, now);
            }
            (Action::Begin(way), ActionResult::SignInStarted(started)) => {
                self.started(ticket, way, started, now);
            }
            (Action::AskForClient(_), ActionResult::AskingForClient(page)) => {
                self.asking_for_client(ticket, page, now);
            }
            (Action::KeepClient(_), ActionResult::KeptClient(kept)) => self.kept_client(kept, now),
            (Action::Exchange(..), ActionResult::Exchanged(exchanged)) => {
                self.exchanged(exchanged, now);
            }
            (action, result) => match (&mut self.phase, action, result) {
                (Phase::Paired(paired), Action::Move(_), ActionResult::Moved(moved)) => {
                    paired.moved(moved);
                }
                (Phase::Paired(paired), Action::Remember(_), ActionResult::Done) => {
                    paired.remember = None;
                }
                (Phase::Unreadable { unlock, .. }, Action::Unlock, ActionResult::Done) => {
                    *unlock = false;
                }
                (_, _, result) => self.keep_token(result),
            },
        }
    }

    /// A result that is not awaited counts only if it carries a token.
    fn keep_token(&mut self, result: ActionResult) {
        if let ActionResult::Polled(Ok(PollOutcome::Authorized(token)))
        | ActionResult::Exchanged(Ok(token))
        | ActionResult::Unsaved(token, _) = result
        {
            self.late.push(token);
        }
    }

    /// Turns to another phase.
    fn enter(&mut self, phase: Phase) {
        if !matches!(phase, Phase::Stopped(_) | Phase::SettingUp(_)) {
            self.unspent = None;
        }
        self.phase = phase;
    }

    fn ask(&mut self, notice: Option<Notice>, now: Instant) {
        let due = self.not_before.max(now);
        // What the service asked for (`Retry-After`) holds for the next question too, and a person sees why it waits.
        let waits = due > now + SHORTEST_WAIT;
        let trouble = self.phase.trouble().filter(|_| waits);
        self.receiver = None;
        self.enter(match self.way {
            SignInMethod::Code => Phase::Asking(Asking {
                retry: Retry {
                    trouble,
                    ..Retry::at(due)
                },
                notice,
                tried: Vec::new(),
                refused: Vec::new(),
            }),
            way => Phase::StartingSignIn {
                way,
                notice,
                trouble,
            },
        });
    }

    /// Counts one renewal, or says that it would be one too many.
    fn may_renew(&mut self) -> bool {
        match self.plan.unattended_codes {
            Unattended::AtMost(most) if self.unattended >= most => false,
            _ => {
                self.unattended = self.unattended.saturating_add(1);
                true
            }
        }
    }

    fn stop(&mut self, stop: Stop) {
        if self.receiver.take().is_some() {
            self.tell = Some(FormOutcome::Failed);
        }
        self.enter(Phase::Stopped(stop));
    }

    /// Notes what the service asked for, without cutting short what it asked for before.
    fn hold_off(&mut self, retry_after: Option<Duration>, now: Instant) -> Instant {
        let pause = retry_after.unwrap_or_default().max(SHORTEST_WAIT);
        self.not_before = self.not_before.max(now + pause);
        self.not_before
    }
}
