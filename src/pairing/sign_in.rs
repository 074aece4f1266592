//! A sign-in through a page: waiting for its code, asking for the token (rules 14 to 20).

use std::time::{Duration, Instant};

use super::phase::Retry;
use super::{
    CodeSource, Consent, Notice, Pairing, Phase, PhonePage, Progress, SHORTEST_WAIT, SetUp,
    SignInMethod, SignInStarted, StartError, Stop,
};
use crate::auth::{
    AuthorizationCode, ClientCredentials, CodeState, ExchangeError, FormOutcome, Rejection,
    RequestError, SignIn, SignInEvent, Token, Trouble,
};

/// Waiting for the client id and secret.
#[derive(Debug)]
pub(super) struct SettingUp {
    /// How to sign in afterwards.
    pub(super) way: SignInMethod,
    pub(super) shown: SetUp,
    pub(super) given: Option<ClientCredentials>,
}

/// Waiting for a code.
#[derive(Debug)]
pub(super) struct AwaitingCode {
    pub(super) sign_in: SignIn,
    pub(super) shown: Consent,
}

/// Asking for the token of a code.
#[derive(Debug)]
pub(super) struct Exchanging {
    pub(super) awaiting: Box<AwaitingCode>,
    pub(super) code: AuthorizationCode,
    pub(super) expires_at: Instant,
    pub(super) retry: Retry,
    /// The answer to an exchange may have been lost, and the code with it.
    answer_lost: bool,
    /// A service that was busy has been asked again soon, which is done once for each code.
    hurried: bool,
    /// What became of the page that brought the code.
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
    /// When what is waited for, from a page or with a code, is too late.
    pub(super) fn time_ends(&self) -> Option<Instant> {
        match &self.phase {
            Phase::SettingUp(set_up) if set_up.shown.page.is_some() && set_up.given.is_none() => {
                Some(set_up.shown.expires_at)
            }
            Phase::AwaitingCode(awaiting) => Some(awaiting.shown.expires_at),
            Phase::Exchanging(exchanging) => Some(exchanging.expires_at),
            _ => None,
        }
    }

    /// A page for an application that was not opened in time leads back to the pairing that is stored, if there is one.
    pub(super) fn time_over(&mut self) {
        let (way, back) = match &self.phase {
            Phase::SettingUp(set_up) => (set_up.way, self.replaces),
            Phase::AwaitingCode(awaiting) => (awaiting.shown.way, false),
            Phase::Exchanging(exchanging) => (exchanging.awaiting.shown.way, false),
            _ => return,
        };
        self.stop(Stop::TimeOver(way));
        if back {
            self.enter(Phase::Starting);
        }
    }

    pub(super) fn set_up(&mut self, way: SignInMethod, now: Instant) {
        self.receiver = None;
        let shown = SetUp {
            page: None,
            progress: Progress::default(),
            expires_at: now,
        };
        self.enter(Phase::SettingUp(Box::new(SettingUp {
            way,
            shown,
            given: None,
        })));
    }

    pub(super) fn started(
        &mut self,
        ticket: u32,
        way: SignInMethod,
        started: Result<Box<SignInStarted>, StartError>,
        now: Instant,
    ) {
        let SignInStarted {
            sign_in,
            reception,
            expires_in,
        } = match started {
            Ok(started) => *started,
            Err(StartError::Settings(Rejection::NoClientId | Rejection::NoClientSecret))
                if self.plan.can_be_set_up =>
            {
                return self.set_up(way, now);
            }
            Err(why) => return self.stop(Stop::StartError(why)),
        };
        self.receiver = Some(ticket);
        let notice = match &mut self.phase {
            Phase::StartingSignIn { notice, .. } => notice.take(),
            _ => None,
        };
        let shown = Consent {
            way,
            address: sign_in.address.clone(),
            redirect_uri: sign_in.registered_address().to_owned(),
            reception,
            progress: Progress::default(),
            expires_at: now + expires_in,
            expires_in,
            notice,
        };
        self.enter(Phase::AwaitingCode(Box::new(AwaitingCode {
            sign_in,
            shown,
        })));
    }

    pub(super) fn asking_for_client(
        &mut self,
        ticket: u32,
        page: Result<PhonePage, StartError>,
        now: Instant,
    ) {
        match (page, &mut self.phase) {
            (Ok(page), Phase::SettingUp(set_up)) => {
                self.receiver = Some(ticket);
                set_up.shown.expires_at = now + page.expires_in;
                set_up.shown.page = Some(page);
            }
            (Err(why), _) => self.stop(Stop::StartError(why)),
            (Ok(_), _) => {}
        }
    }

    /// The page stays open, and asks for the code next; or it is done, where the code is on this screen.
    pub(super) fn kept_client(&mut self, kept: bool, now: Instant) {
        let Phase::SettingUp(set_up) = &self.phase else {
            return;
        };
        let way = set_up.way;
        self.client_not_kept = !kept;
        let notice = (!kept).then_some(Notice::ClientNotKept);
        // What was asked of the other application is not asked of this one.
        self.not_before = now;
        if self.resume(now) {
            return;
        }
        if way == SignInMethod::Code {
            self.ask(notice, now);
            self.tell = Some(FormOutcome::SetUp);
        } else {
            self.start_sign_in(way, notice);
        }
    }

    pub(super) fn start_sign_in(&mut self, way: SignInMethod, notice: Option<Notice>) {
        self.enter(Phase::StartingSignIn {
            way,
            notice,
            trouble: None,
        });
    }

    /// Sends the code once more that was valid when its application was refused; `false` if there is none, or its life is
    /// over.
    pub(super) fn resume(&mut self, now: Instant) -> bool {
        match self.unspent.take() {
            Some(mut exchanging) if now < exchanging.expires_at => {
                exchanging.page = Page::Over;
                exchanging.retry = Retry::at(self.not_before.max(now));
                self.way = exchanging.awaiting.shown.way;
                self.enter(Phase::Exchanging(exchanging));
                true
            }
            _ => false,
        }
    }

    /// Takes what happened where a code is waited for. `ticket` is that of the action that it was opened with.
    pub fn event(&mut self, ticket: u32, event: SignInEvent, now: Instant) {
        if self.receiver != Some(ticket) {
            return;
        }
        if let Some(progress) = self.progress() {
            match event {
                SignInEvent::Opened => progress.opened = true,
                SignInEvent::WrongNumber(count) => progress.wrong_numbers = count,
                _ => {}
            }
        }
        match (&mut self.phase, event) {
            (Phase::SettingUp(set_up), SignInEvent::Client(client)) => {
                // A code is good for its own application only.
                self.unspent
                    .take_if(|unspent| unspent.awaiting.sign_in.client_id != client.id);
                set_up.given = Some(client);
            }
            (Phase::AwaitingCode(_), SignInEvent::Code(code)) => self.code_came(code, now),
            // The code that is here may still be good.
            (Phase::Exchanging(exchanging), SignInEvent::Closed)
                if exchanging.page == Page::Open =>
            {
                exchanging.page = Page::Closed;
            }
            (Phase::SettingUp(_) | Phase::AwaitingCode(_), SignInEvent::Closed) => {
                self.stop(Stop::PageClosed);
            }
            (Phase::AwaitingCode(_), SignInEvent::Denied) => self.stop(Stop::NotAllowed),
            (Phase::AwaitingCode(_), SignInEvent::Refused(word)) => {
                self.stop(Stop::PageRefused(word));
            }
            (Phase::AwaitingCode(_), SignInEvent::OtherIssuer) => self.stop(Stop::OtherIssuer),
            (Phase::SettingUp(_) | Phase::AwaitingCode(_), SignInEvent::TimeOver) => {
                self.time_over();
            }
            _ => {}
        }
    }

    fn progress(&mut self) -> Option<&mut Progress> {
        match &mut self.phase {
            Phase::SettingUp(set_up) => Some(&mut set_up.shown.progress),
            Phase::AwaitingCode(awaiting) => Some(&mut awaiting.shown.progress),
            Phase::Exchanging(exchanging) => Some(&mut exchanging.awaiting.shown.progress),
            _ => None,
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
        match (awaiting.shown.way, exchanging.page) {
            (SignInMethod::ManualCode, Page::Open) => {
                if let CodeSource::Phone(_) = awaiting.shown.reception {
                    self.tell = Some(FormOutcome::Refused);
                }
                awaiting.shown.notice = Some(notice);
                self.not_before = now + SHORTEST_WAIT;
                self.enter(Phase::AwaitingCode(awaiting));
            }
            (SignInMethod::ManualCode, Page::Closed) => self.stop(Stop::PageClosed),
            (way @ SignInMethod::ManualCode, Page::Over) => self.start_sign_in(way, Some(notice)),
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
        self.retry.failed(trouble, Duration::ZERO, not_before, now);
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
