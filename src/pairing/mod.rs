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
//!     A code that its service burns is sent once, whatever happened. Meanwhile another application can be given.
//! 16. A code that was carried and is refused is asked for once more, on the same page. What a browser brought is not.
//! 17. Where there is no application yet, it is asked for first, on the same page. Where a code on this screen is the usual
//!     way and no page can be served, what is said of that is that the application is lacking.
//! 18. What happens on a page that is no longer waited for is dropped. The phone is told how it went, once it has.
//! 19. A code that is still valid although the service refused the application, for a wrong or missing secret, is kept while a
//!     person mends that. It is sent again for the same client id, or when they try again; for another one, and once its
//!     life is over, the sign-in begins anew.
//! 20. An answer of another service than the one that was asked ends the sign-in, and nothing of it is used (RFC 9207).
//! 21. The page that took the application goes on to each code on this screen, until the sign-in ends. A code of the PIN
//!     flow is not shown there: the page is not encrypted, and by that code alone the token is asked for.
//!     The view tells that a phone waits there, and, where the page asks for a code next, that the number was typed.

mod actions;
mod codes;
mod due;
mod exchange;
mod home;
mod intents;
mod leaving;
mod open_here;
mod pace;
mod phase;
mod picture;
mod plan;
mod retry;
mod seen;
mod sign_in;
mod status;
mod stored;
#[cfg(test)]
mod tests;
mod view;

use std::time::{Duration, Instant};

pub use actions::{
    Action, ActionRequest, ActionResult, CodeSource, Deadline, DeadlineReason, Intent, NoPhone,
    PhonePage, SignInMethod, SignInStarted, StartError, StoredPairing,
};
pub use home::Home;
pub use plan::{Plan, Unattended};
pub use status::{Scene, ServiceState, ServiceStatus};
pub use view::{Check, Consent, Delay, FailedAction, Notice, Progress, SetUp, Stop, View, Waiting};

use self::phase::{Asking, Exchanging, Phase};
use self::retry::Retry;
use crate::auth::{Account, FormOutcome, PollOutcome, Secret, StoreChoice, Token};

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
    /// The address of the page on which a phone sent the client id and secret: that phone needs no number there.
    known_page: Option<Secret>,
    /// What the phone has yet to be told.
    tell: Option<FormOutcome>,
    /// The phone knows that the service cannot be reached.
    told_trouble: bool,
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
            keep: StoreChoice::Auto,
            keep_later: StoreChoice::Auto,
            receiver: None,
            known_page: None,
            tell: None,
            told_trouble: false,
            unspent: None,
            client_not_kept: false,
        }
    }

    /// Takes the result of an action.
    pub fn answer(&mut self, ticket: u32, result: ActionResult, now: Instant) {
        self.under_way.retain(|under_way| *under_way != ticket);
        let request = self.in_flight.take_if(|request| request.ticket == ticket);
        match (request.map(|request| request.action), result) {
            (_, ActionResult::Pictured(portrait)) => self.pictured(ticket, portrait),
            (_, ActionResult::OpenedHere(opened)) => self.opened_here(ticket, opened),
            (Some(Action::Load), ActionResult::Loaded(loaded)) => self.loaded(loaded, now),
            (Some(Action::RequestCode(flow)), ActionResult::Code(code)) => {
                self.code_answered(flow, code, now);
            }
            (Some(Action::Poll(_)), ActionResult::Polled(polled)) => self.polled(polled, now),
            (Some(Action::Store(token, _)), ActionResult::Stored(stored)) => {
                self.stored(token, stored, now);
            }
            (Some(Action::CheckToken(_)), ActionResult::TokenChecked(profile)) => {
                self.checked(None, profile, now);
            }
            (Some(Action::CheckToken(_)), ActionResult::Renewed(token, profile)) => {
                self.checked(Some(token), profile, now);
            }
            (Some(Action::CheckToken(_)), ActionResult::Unsaved(token, why)) => {
                self.unsaved(token, why, now);
            }
            (Some(Action::Move(_)), ActionResult::Moved(moved)) => self.moved(moved),
            (Some(Action::Remember(_) | Action::Unlock), ActionResult::Done) => self.done(),
            (Some(Action::Forget(_)), ActionResult::Forgotten(forgotten)) => {
                self.forgotten(forgotten, now);
            }
            (Some(Action::Begin(_)), ActionResult::SignInStarted(started)) => {
                self.started(ticket, started, now);
            }
            (Some(Action::AskForClient(_)), ActionResult::AskingForClient(page)) => {
                self.asking_for_client(ticket, page, now);
            }
            (Some(Action::KeepClient(_)), ActionResult::KeptClient(kept)) => {
                self.kept_client(kept, now);
            }
            (Some(Action::Exchange(..)), ActionResult::Exchanged(exchanged)) => {
                self.exchanged(exchanged, now);
            }
            // A result that is not awaited counts only if it carries a token.
            (
                _,
                ActionResult::Polled(Ok(PollOutcome::Authorized(token)))
                | ActionResult::Exchanged(Ok(token))
                | ActionResult::Unsaved(token, _),
            ) => self.late.push(token),
            _ => {}
        }
        self.store_late(now);
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
        // The page that took the application stays beside the codes on this screen.
        if !matches!(
            self.phase,
            Phase::SettingUp(_) | Phase::Asking(_) | Phase::Waiting(_)
        ) {
            self.receiver = None;
        }
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
            _ => Phase::StartingSignIn { notice, trouble },
        });
    }

    fn stop(&mut self, stop: Stop) {
        self.close_page(FormOutcome::Failed);
        self.enter(Phase::Stopped(stop));
    }

    /// What is open for a code is needed no longer, and a phone there is told how it went.
    fn close_page(&mut self, outcome: FormOutcome) {
        if self.receiver.take().is_some() {
            self.tell = Some(outcome);
        }
    }

    /// Notes what the service asked for, without cutting short what it asked for before.
    fn hold_off(&mut self, retry_after: Option<Duration>, now: Instant) -> Instant {
        let pause = retry_after.unwrap_or_default().max(SHORTEST_WAIT);
        self.not_before = self.not_before.max(now + pause);
        self.not_before
    }
}
