//! The pairing machine: from nothing to a stored token, and what happens on the way.
//!
//! It is pure (sans-IO): [`Pairing::handle`] takes what happened, [`Pairing::next_order`] says what to do, and
//! [`Pairing::next_deadline`] when to ask again. It never sleeps, reads a clock, or knows HTTP, a store or a screen.
//! The rules, each pinned by a test in `pairing/tests.rs`:
//!
//! 1. One order at a time, but for rules 12 and 13. An answer to an older order is dropped, unless it carries a token.
//! 2. The first poll waits one interval; each wait counts from the last answer and is a fifth longer than the
//!    interval (5 s become 6 s), because clocks and the network jitter. `slow_down` adds 5 s for good (RFC 8628 §3.5).
//! 3. Trouble (no network, 5xx, 429 …) backs off 5, 10, 20, 40, 60 s and never takes a living code away.
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
//!     says that it is elsewhere now. It is asked for beside the one order of rule 1, so nothing ever waits for it, and it
//!     is dropped if the pairing has ended meanwhile. Where none comes, that is all.
//! 13. The page of a living code is opened in a browser of this computer as often as a person wants. That, too, is done
//!     beside the one order of rule 1, so polling neither waits for it nor is waited for. What came of it is told beside
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
mod answers;
mod codes;
mod consent;
mod home;
mod leaving;
mod open_here;
mod pace;
mod phase;
mod picture;
mod plan;
#[cfg(test)]
mod tests;
mod view;
mod wishes;

use std::time::{Duration, Instant};

pub use actions::{
    Action, ActionRequest, ActionResult, CodeSource, Intent, NoPhone, PhonePage, SignInMethod,
    SignInStarted, StartError, StoredPairing,
};
pub use consent::Progress;
pub use home::{Home, Scene, ServiceState, ServiceStatus};
pub use plan::{Plan, Unattended};
pub use view::{Check, Consent, Delay, FailedAction, Notice, SetUp, Stop, View, Waiting};

use self::consent::AwaitingCode;
use self::phase::{ActiveCode, Paired, Phase, TokenCheck};
use crate::auth::{
    Account, Flow, FormOutcome, PollOutcome, Rejection, RequestError, StoreChoice, Token, Trouble,
};

/// The waits after one, two, … failures in a row.
const BACK_OFF: [u64; 5] = [5, 10, 20, 40, 60];
/// Whatever a person presses, a service that just failed is left alone for so long.
const SHORTEST_WAIT: Duration = Duration::from_secs(1);
/// How often a shut keyring is looked at.
const LOOK_AGAIN: Duration = Duration::from_secs(3);

/// The machine.
#[derive(Debug)]
pub struct Pairing {
    unattended_codes: Unattended,
    ways: Vec<SignInMethod>,
    /// The way that is gone.
    way: SignInMethod,
    can_be_set_up: bool,
    /// In the order in which they are tried.
    flows: Vec<Flow>,
    redirect_port: Option<u16>,
    /// The flows that gave no code in this round, and what each said (rule 9).
    tried: Vec<(Flow, RequestError)>,
    /// What the last round's flows refused, where nothing but foreign pages answered the others.
    refused: Vec<(Flow, Rejection)>,
    /// The flow that is known to work for the application.
    worked: Option<Flow>,
    /// Whose the pairing was that is being replaced.
    before: Option<Account>,
    /// The store holds a pairing, in whose place another one is made.
    replaces: bool,
    phase: Phase,
    /// The ticket of the order whose answer is awaited.
    in_flight: Option<u32>,
    /// The tickets of all orders that must not be cut short, those among them whose answer the phase no longer awaits.
    under_way: Vec<u32>,
    /// Tokens that came while another one was being stored: they are stored next.
    late: Vec<Token>,
    tickets: u32,
    /// Before this, the service must not be asked for anything.
    earliest: Instant,
    /// At this, it is asked.
    due: Instant,
    /// Failures in a row.
    failures: usize,
    trouble: Option<Trouble>,
    notice: Option<Notice>,
    /// Renewals since the last button press.
    unattended: u32,
    last_new_code: Option<Instant>,
    /// Where the next token is to be kept, and all that come after it.
    keep: StoreChoice,
    keep_later: StoreChoice,
    /// The ticket of the order by which something was opened that waits for a code.
    reception: Option<u32>,
    /// What the phone has yet to be told.
    tell: Option<FormOutcome>,
    /// A sign-in whose code lives, while its application is mended (rule 19).
    unspent: Option<Box<AwaitingCode>>,
    /// The application in use could not be written into the settings.
    client_not_kept: bool,
}

impl Pairing {
    /// A machine that begins by reading the store.
    #[must_use]
    pub fn new(plan: Plan, now: Instant) -> Self {
        Self {
            unattended_codes: plan.unattended_codes,
            way: plan.ways.first().copied().unwrap_or(SignInMethod::Code),
            ways: plan.ways,
            can_be_set_up: plan.can_be_set_up,
            flows: plan.flows,
            redirect_port: plan.redirect_port,
            tried: Vec::new(),
            refused: Vec::new(),
            worked: plan.worked,
            before: None,
            replaces: false,
            phase: Phase::Starting,
            in_flight: None,
            under_way: Vec::new(),
            late: Vec::new(),
            tickets: 0,
            earliest: now,
            due: now,
            failures: 0,
            trouble: None,
            notice: None,
            unattended: 0,
            last_new_code: None,
            keep: StoreChoice::AsSet,
            keep_later: StoreChoice::AsSet,
            reception: None,
            tell: None,
            unspent: None,
            client_not_kept: false,
        }
    }

    /// What to do now, if anything. Each order is given once.
    pub fn next_order(&mut self, now: Instant) -> Option<ActionRequest> {
        if self.in_flight.is_none() {
            self.end_in_time(now);
        }
        if let Some(told) = self.tell.take() {
            let (ticket, action) = (self.new_ticket(), Action::NotifyPhone(told));
            return Some(ActionRequest { ticket, action });
        }
        if self.in_flight.is_none()
            && let Some(action) = self.next_action(now)
        {
            let ticket = self.new_ticket();
            self.in_flight = Some(ticket);
            if leaving::must_end(&action) {
                self.under_way.push(ticket);
            }
            return Some(ActionRequest { ticket, action });
        }
        self.next_open_here().or_else(|| self.next_picture())
    }

    fn new_ticket(&mut self) -> u32 {
        self.tickets += 1;
        self.tickets
    }

    /// What to do while nothing is in flight.
    fn next_action(&mut self, now: Instant) -> Option<Action> {
        if let Phase::Waiting(live) = &self.phase
            && now >= live.expires_at
        {
            self.renew(Notice::Expired, now);
        }
        let due = now >= self.due;
        Some(match &self.phase {
            Phase::Starting => Action::Load,
            Phase::Unreadable { unlock: true, .. } => Action::Unlock,
            Phase::Unreadable {
                again: Some(again), ..
            } if now >= *again => Action::Load,
            Phase::Asking if due => Action::RequestCode(self.flow()?),
            Phase::Waiting(live) if live.replacing && now >= self.earliest => {
                Action::RequestCode(self.flow()?)
            }
            Phase::Waiting(live) if due => Action::Poll(Box::new(live.code.clone())),
            Phase::Storing { token, .. } if due => Action::Store(token.clone(), self.keep),
            Phase::Paired(paired) => match (&paired.remember, paired.move_to) {
                (Some(account), _) => Action::Remember(account.clone()),
                (None, Some(keep)) => Action::Move(keep),
                (None, None) if due && paired.check == TokenCheck::Wanted => {
                    Action::CheckToken(paired.kept.token.clone())
                }
                (None, None) => return None,
            },
            Phase::Forgetting(paired) => Action::Forget(paired.kept.token.clone()),
            Phase::StartingSignIn(_) | Phase::SettingUp(_) | Phase::AwaitingCode(_) => {
                return self.next_of_consent(now);
            }
            Phase::Asking
            | Phase::Waiting(_)
            | Phase::Storing { .. }
            | Phase::Unreadable { .. }
            | Phase::Resting
            | Phase::Stopped(_)
            | Phase::Refused(_) => return None,
        })
    }

    /// When [`Self::next_order`] is worth asking again if nothing happens before; `None` while an answer is awaited
    /// and whenever only a person can change anything.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Instant> {
        if self.in_flight.is_some() {
            return None;
        }
        match &self.phase {
            Phase::Waiting(live) if live.replacing => {
                Some(self.due.min(self.earliest).min(live.expires_at))
            }
            Phase::Waiting(live) => Some(self.due.min(live.expires_at)),
            Phase::Asking | Phase::Storing { .. } | Phase::StartingSignIn(_) => Some(self.due),
            Phase::SettingUp(set_up) => Some(set_up.expires_at),
            Phase::AwaitingCode(consent) if consent.code.is_some() => {
                Some(self.due.min(consent.expires_at))
            }
            Phase::AwaitingCode(consent) => Some(consent.expires_at),
            Phase::Paired(paired) if paired.check == TokenCheck::Wanted => Some(self.due),
            Phase::Unreadable { again, .. } => *again,
            Phase::Starting
            | Phase::Paired(_)
            | Phase::Forgetting(_)
            | Phase::Resting
            | Phase::Stopped(_)
            | Phase::Refused(_) => None,
        }
    }

    /// Takes the answer to an order.
    pub fn answer(&mut self, ticket: u32, answer: ActionResult, now: Instant) {
        match answer {
            ActionResult::Pictured(portrait) => return self.pictured(ticket, portrait),
            ActionResult::OpenedHere(opened) => return self.opened_here(ticket, opened),
            _ => {}
        }
        self.under_way.retain(|under_way| *under_way != ticket);
        if self.in_flight != Some(ticket) {
            if let ActionResult::Polled(Ok(PollOutcome::Authorized(token)))
            | ActionResult::Exchanged(Ok(token))
            | ActionResult::Unsaved(token, _) = answer
            {
                self.late.push(token);
                self.store_late(now);
            }
            return;
        }
        self.in_flight = None;
        match answer {
            ActionResult::Loaded(loaded) => self.loaded(loaded, now),
            ActionResult::Code(code) => self.code_answered(code, now),
            ActionResult::Polled(polled) => self.polled(polled, now),
            ActionResult::Stored(stored) => self.stored(stored, now),
            ActionResult::Moved(moved) => self.moved(moved),
            ActionResult::Unlocking => {
                if let Phase::Unreadable { unlock, .. } = &mut self.phase {
                    *unlock = false;
                }
            }
            ActionResult::TokenChecked(profile) => self.looked_up(profile, now),
            ActionResult::Renewed(token, profile) => {
                if let Phase::Paired(paired) = &mut self.phase {
                    paired.kept.token = token;
                }
                self.looked_up(profile, now);
            }
            ActionResult::Unsaved(token, why) => self.unsaved(token, why, now),
            ActionResult::Remembered => {
                if let Phase::Paired(paired) = &mut self.phase {
                    paired.remember = None;
                }
            }
            ActionResult::Forgotten(forgotten) => self.forgotten(forgotten, now),
            ActionResult::SignInStarted(begun) => self.begun(ticket, begun, now),
            ActionResult::AskingForClient(page) => self.asking_for_client(ticket, page, now),
            ActionResult::KeptClient(kept) => self.kept_client(kept, now),
            ActionResult::Exchanged(exchanged) => self.exchanged(exchanged, now),
            // Taken above, and by whoever has several services.
            ActionResult::Pictured(_)
            | ActionResult::OpenedHere(_)
            | ActionResult::StatusRefreshed(_) => {}
        }
        self.store_late(now);
    }

    /// The ticket of the order by which something was opened that waits for a code, as long as it is waited for.
    #[must_use]
    pub fn reception(&self) -> Option<u32> {
        self.reception
    }

    /// Turns to another phase. Trouble and its back-off belong to the one that is left.
    fn enter(&mut self, phase: Phase, now: Instant) {
        if !matches!(phase, Phase::Stopped(_) | Phase::SettingUp(_)) {
            self.unspent = None;
        }
        self.phase = phase;
        self.trouble = None;
        self.failures = 0;
        self.notice = None;
        self.due = now;
    }

    fn ask(&mut self, notice: Option<Notice>, now: Instant) {
        let phase = match self.way {
            SignInMethod::Code => Phase::Asking,
            way => Phase::StartingSignIn(way),
        };
        let trouble = self.trouble;
        self.enter(phase, now);
        self.reception = None;
        self.notice = notice;
        self.tried.clear();
        self.refused.clear();
        self.due = self.earliest.max(now);
        // What the service asked for (`Retry-After`) holds for the next question too, and a person sees why it waits.
        if self.due > now + SHORTEST_WAIT {
            self.trouble = trouble;
        }
    }

    /// The code is dead: another one comes by itself, unless nobody has been here for long.
    fn renew(&mut self, notice: Notice, now: Instant) {
        if self.may_renew() {
            // A round that has begun goes on: a flow that has just failed is not asked at once.
            let tried = std::mem::take(&mut self.tried);
            self.ask(Some(notice), now);
            self.tried = tried;
        } else {
            self.rest(now);
        }
    }

    /// Counts one renewal, or says that it would be one too many.
    fn may_renew(&mut self) -> bool {
        match self.unattended_codes {
            Unattended::AtMost(most) if self.unattended >= most => false,
            Unattended::AtMost(_) | Unattended::Always => {
                self.unattended = self.unattended.saturating_add(1);
                true
            }
        }
    }

    fn rest(&mut self, now: Instant) {
        self.enter(Phase::Resting, now);
    }

    fn stop(&mut self, stop: Stop, now: Instant) {
        if self.reception.take().is_some() {
            self.tell = Some(FormOutcome::Failed);
        }
        self.enter(Phase::Stopped(stop), now);
    }

    /// Notes a failure and when to try again: after the back-off, the `Retry-After` and `at_least`, whichever is longest.
    fn failed(
        &mut self,
        trouble: Trouble,
        retry_after: Option<Duration>,
        at_least: Duration,
        now: Instant,
    ) {
        let back_off = self.back_off();
        self.trouble = Some(trouble);
        let pause = retry_after.unwrap_or_default().max(SHORTEST_WAIT);
        // What the service asked for before is not cut short.
        self.earliest = self.earliest.max(now + pause);
        self.due = self.earliest.max(now + back_off.max(at_least));
    }

    /// Counts one more failure in a row and returns the wait that it earns.
    fn back_off(&mut self) -> Duration {
        let step = self.failures.min(BACK_OFF.len() - 1);
        self.failures += 1;
        Duration::from_secs(BACK_OFF[step])
    }
}
