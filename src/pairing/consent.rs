//! A sign-in through a page: waiting for its code, asking for the token (rules 14 to 18).

use std::time::{Duration, Instant};

use super::{
    Action, CodeSource, Notice, Pairing, Phase, PhonePage, SHORTEST_WAIT, SignInMethod,
    SignInStarted, StartError, Stop,
};
use crate::auth::{
    AuthorizationCode, ClientCredentials, CodeState, ExchangeError, FormOutcome, Rejection,
    RequestError, SignInEvent, Token, Trouble,
};

/// What happens on the page for a phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// A phone opened it.
    pub opened: bool,
    /// So many wrong numbers were typed.
    pub wrong_numbers: u8,
}

/// Waiting for the client id and secret.
#[derive(Debug)]
pub(super) struct SettingUp {
    /// How the person wants to sign in afterwards.
    pub(super) way: SignInMethod,
    /// `None` while it is being opened.
    pub(super) page: Option<PhonePage>,
    pub(super) progress: Progress,
    pub(super) expires_at: Instant,
    given: Option<ClientCredentials>,
}

/// Waiting for a code, or for its token.
#[derive(Debug)]
pub(super) struct AwaitingCode {
    pub(super) way: SignInMethod,
    pub(super) begun: Box<SignInStarted>,
    pub(super) progress: Progress,
    pub(super) expires_at: Instant,
    /// Until then a code is waited for.
    closes_at: Instant,
    /// The code, once there is one.
    pub(super) code: Option<AuthorizationCode>,
    /// The answer to an exchange may have been lost, and the code with it.
    answer_lost: bool,
    /// A service that was busy has been asked again soon, which is done once for each code.
    hurried: bool,
    /// What became of the page that brought the code, while its token was asked for.
    page: Page,
}

/// A page for a phone to which a person can go back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    /// It asks for another code, if this one is refused.
    Open,
    /// Too many wrong numbers were typed there.
    Closed,
    /// It was told that it failed; the code is sent again since its application was mended.
    Over,
}

impl Pairing {
    /// What to do about a sign-in through a page.
    pub(super) fn next_of_consent(&self, now: Instant) -> Option<Action> {
        match &self.phase {
            Phase::StartingSignIn(way) => Some(Action::Begin(*way)),
            Phase::SettingUp(set_up) => match (&set_up.page, &set_up.given) {
                (None, _) => Some(Action::AskForClient(set_up.way)),
                (_, Some(client)) => Some(Action::KeepClient(client.clone())),
                (Some(_), None) => None,
            },
            Phase::AwaitingCode(consent) => {
                let code = consent.code.clone().filter(|_| now >= self.due)?;
                let sign_in = Box::new(consent.begun.sign_in.clone());
                Some(Action::Exchange(sign_in, code))
            }
            _ => None,
        }
    }

    /// Ends what nobody came for.
    pub(super) fn end_in_time(&mut self, now: Instant) {
        let over = match &self.phase {
            Phase::SettingUp(set_up) if set_up.page.is_some() && set_up.given.is_none() => {
                (now >= set_up.expires_at).then_some(set_up.way)
            }
            Phase::AwaitingCode(consent) => (now >= consent.expires_at).then_some(consent.way),
            _ => None,
        };
        if let Some(way) = over {
            self.time_over(way, now);
        }
    }

    /// A page for an application that was not opened in time leads back to the pairing that is stored, if there is one.
    fn time_over(&mut self, way: SignInMethod, now: Instant) {
        let set_up = matches!(self.phase, Phase::SettingUp(_));
        self.stop(Stop::TimeOver(way), now);
        if set_up && self.replaces {
            self.enter(Phase::Starting, now);
        }
    }

    pub(super) fn set_up(&mut self, way: SignInMethod, now: Instant) {
        self.reception = None;
        let set_up = SettingUp {
            way,
            page: None,
            progress: Progress::default(),
            expires_at: now,
            given: None,
        };
        self.enter(Phase::SettingUp(Box::new(set_up)), now);
    }

    pub(super) fn begun(
        &mut self,
        ticket: u32,
        begun: Result<Box<SignInStarted>, StartError>,
        now: Instant,
    ) {
        let Phase::StartingSignIn(way) = self.phase else {
            return;
        };
        match begun {
            Ok(begun) => {
                self.reception = Some(ticket);
                let consenting = AwaitingCode {
                    way,
                    progress: Progress::default(),
                    expires_at: now + begun.expires_in,
                    closes_at: now + begun.expires_in,
                    code: None,
                    answer_lost: false,
                    hurried: false,
                    page: Page::Open,
                    begun,
                };
                let notice = self.notice.take();
                self.enter(Phase::AwaitingCode(Box::new(consenting)), now);
                self.notice = notice;
            }
            Err(StartError::Settings(Rejection::NoClientId | Rejection::NoClientSecret))
                if self.can_be_set_up =>
            {
                self.set_up(way, now);
            }
            Err(why) => self.stop(Stop::StartError(why), now),
        }
    }

    pub(super) fn asking_for_client(
        &mut self,
        ticket: u32,
        page: Result<PhonePage, StartError>,
        now: Instant,
    ) {
        match (page, &mut self.phase) {
            (Ok(page), Phase::SettingUp(set_up)) => {
                self.reception = Some(ticket);
                set_up.expires_at = now + page.expires_in;
                set_up.page = Some(page);
            }
            (Err(why), Phase::SettingUp(_)) => self.stop(Stop::StartError(why), now),
            _ => {}
        }
    }

    /// The page stays open, and asks for the code next; or it is done, where the code is on this screen.
    pub(super) fn kept_client(&mut self, kept: bool, now: Instant) {
        let Phase::SettingUp(set_up) = &self.phase else {
            return;
        };
        self.client_not_kept = !kept;
        let notice = (!kept).then_some(Notice::ClientNotKept);
        let way = set_up.way;
        // What was asked of the other application is not asked of this one.
        self.earliest = now;
        if self.resume(now) {
            return;
        }
        match way {
            SignInMethod::Code => {
                self.ask(notice, now);
                self.tell = Some(FormOutcome::SetUp);
            }
            way => {
                self.enter(Phase::StartingSignIn(way), now);
                self.notice = notice;
            }
        }
    }

    /// Sends the code once more that lived when its application was refused; `false` if there is none, or its life is
    /// over.
    pub(super) fn resume(&mut self, now: Instant) -> bool {
        match self.unspent.take() {
            Some(mut consent) if now < consent.expires_at => {
                consent.page = Page::Over;
                self.way = consent.way;
                self.enter(Phase::AwaitingCode(consent), now);
                self.due = self.earliest.max(now);
                true
            }
            _ => false,
        }
    }

    /// Takes what happened where a code is waited for. `ticket` is that of the order that it was opened with.
    pub fn event(&mut self, ticket: u32, event: SignInEvent, now: Instant) {
        if self.reception != Some(ticket) {
            return;
        }
        match (&mut self.phase, event) {
            (Phase::SettingUp(set_up), SignInEvent::Opened) => set_up.progress.opened = true,
            (Phase::AwaitingCode(consent), SignInEvent::Opened) => consent.progress.opened = true,
            (Phase::SettingUp(set_up), SignInEvent::WrongNumber(count)) => {
                set_up.progress.wrong_numbers = count;
            }
            (Phase::AwaitingCode(consent), SignInEvent::WrongNumber(count)) => {
                consent.progress.wrong_numbers = count;
            }
            (Phase::SettingUp(set_up), SignInEvent::Client(client)) => {
                // A code is good for its own application only.
                self.unspent
                    .take_if(|unspent| unspent.begun.sign_in.client_id != client.id);
                set_up.given = Some(client);
            }
            (Phase::AwaitingCode(_), SignInEvent::Code(code)) => self.code_came(code, now),
            // The code that is here may still be good.
            (Phase::AwaitingCode(consent), event) if consent.code.is_some() => {
                consent.page = match (event, consent.page) {
                    (SignInEvent::Closed, Page::Open) => Page::Closed,
                    (_, page) => page,
                };
            }
            (Phase::SettingUp(_) | Phase::AwaitingCode(_), SignInEvent::Closed) => {
                self.stop(Stop::PageClosed, now);
            }
            (Phase::AwaitingCode(_), SignInEvent::Denied) => self.stop(Stop::NotAllowed, now),
            (Phase::AwaitingCode(_), SignInEvent::Refused(word)) => {
                self.stop(Stop::PageRefused(word), now);
            }
            (Phase::AwaitingCode(_), SignInEvent::OtherIssuer) => self.stop(Stop::OtherIssuer, now),
            (Phase::SettingUp(set_up), SignInEvent::TimeOver) => {
                let way = set_up.way;
                self.time_over(way, now);
            }
            (Phase::AwaitingCode(consent), SignInEvent::TimeOver) => {
                let way = consent.way;
                self.stop(Stop::TimeOver(way), now);
            }
            _ => {}
        }
    }

    /// A code has come, or was typed. One at a time.
    pub(super) fn code_came(&mut self, code: AuthorizationCode, now: Instant) {
        if let Phase::AwaitingCode(consent) = &mut self.phase
            && consent.code.is_none()
        {
            consent.code = Some(code);
            consent.expires_at = now + consent.begun.sign_in.code_lifetime;
            self.notice = None;
            self.trouble = None;
            self.failures = 0;
            self.due = self.earliest.max(now);
        }
    }

    pub(super) fn exchanged(&mut self, exchanged: Result<Token, ExchangeError>, now: Instant) {
        let Phase::AwaitingCode(consent) = &mut self.phase else {
            return;
        };
        let ExchangeError { why, code } = match exchanged {
            Ok(token) => return self.authorized(token, now),
            Err(error) => error,
        };
        match (why, code) {
            (
                RequestError::Transient {
                    trouble,
                    retry_after,
                },
                CodeState::Alive | CodeState::Uncertain,
            ) => {
                consent.answer_lost |= code == CodeState::Uncertain;
                // So many requests a second: the next one may be free again.
                let hurry = trouble == Trouble::Busy
                    && self.failures == 0
                    && !std::mem::replace(&mut consent.hurried, true);
                self.failed(trouble, retry_after, Duration::ZERO, now);
                if hurry {
                    self.failures = 0;
                    self.due = self.earliest;
                }
            }
            (RequestError::Transient { trouble, .. }, CodeState::Spent) => {
                self.stop(Stop::CodeLost(trouble), now);
            }
            (RequestError::Rejected(Rejection::Code), _) => self.code_refused(now),
            (RequestError::Rejected(rejection), CodeState::Alive) if can_be_mended(&rejection) => {
                let phase = std::mem::replace(&mut self.phase, Phase::Starting);
                self.stop(Stop::Refused(rejection), now);
                if let Phase::AwaitingCode(consent) = phase {
                    self.unspent = Some(consent);
                }
            }
            (RequestError::Rejected(rejection), _) => self.stop(Stop::Refused(rejection), now),
        }
    }

    /// The code is of no use: where one is carried, another one can be.
    fn code_refused(&mut self, now: Instant) {
        let Phase::AwaitingCode(consent) = &mut self.phase else {
            return;
        };
        let notice = if consent.answer_lost {
            Notice::AnswerLost
        } else {
            Notice::CodeRefused
        };
        if consent.way != SignInMethod::ManualCode {
            return self.stop(Stop::CodeRefused, now);
        }
        match consent.page {
            Page::Open => {}
            Page::Closed => return self.stop(Stop::PageClosed, now),
            Page::Over => {
                self.enter(Phase::StartingSignIn(SignInMethod::ManualCode), now);
                self.notice = Some(notice);
                return;
            }
        }
        consent.code = None;
        consent.answer_lost = false;
        consent.hurried = false;
        consent.expires_at = consent.closes_at;
        if let CodeSource::Phone(_) = consent.begun.reception {
            self.tell = Some(FormOutcome::Refused);
        }
        self.notice = Some(notice);
        self.trouble = None;
        self.failures = 0;
        self.earliest = now + SHORTEST_WAIT;
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
