//! A sign-in through a page: what happens until its code is here (rules 14 and 16 to 20).

use std::time::Instant;

use super::phase::{AwaitingCode, Page, SettingUp};
use super::{
    CodeSource, Consent, Notice, Pairing, Phase, PhonePage, Progress, SetUp, SignInMethod,
    SignInStarted, StartError, Stop,
};
use crate::auth::{ClientCredentials, FormOutcome, Rejection, SignInEvent};

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
        let back = self.replaces && matches!(self.phase, Phase::SettingUp(_));
        self.stop(Stop::TimeOver(self.way));
        if back {
            self.enter(Phase::Starting);
        }
    }

    /// Asks for an application. Where no page can be served for that, it stops: `without_page`, or for the page's sake.
    pub(super) fn set_up(&mut self, without_page: Option<Stop>, now: Instant) {
        self.receiver = None;
        let shown = SetUp {
            page: None,
            progress: Progress::default(),
            expires_at: now,
        };
        self.enter(Phase::SettingUp(Box::new(SettingUp {
            shown,
            given: None,
            without_page,
        })));
    }

    pub(super) fn started(
        &mut self,
        ticket: u32,
        started: Result<Box<SignInStarted>, StartError>,
        now: Instant,
    ) {
        let SignInStarted {
            sign_in,
            code_source,
            expires_in,
        } = match started {
            Ok(started) => *started,
            Err(StartError::Settings(Rejection::NoClientId | Rejection::NoClientSecret))
                if self.plan.can_be_set_up =>
            {
                return self.set_up(None, now);
            }
            Err(why) => return self.stop(Stop::StartError(why)),
        };
        self.receiver = Some(ticket);
        let notice = match &mut self.phase {
            Phase::StartingSignIn { notice, .. } => notice.take(),
            _ => None,
        };
        let is_known = matches!(
            &code_source,
            CodeSource::Phone(page) if self.known_page.as_ref() == Some(&page.url)
        );
        let shown = Consent {
            way: self.way,
            address: sign_in.address.clone(),
            redirect_uri: sign_in.registered_address().to_owned(),
            code_source,
            progress: Progress {
                opened: is_known,
                number_typed: is_known,
                ..Progress::default()
            },
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
            (Err(why), Phase::SettingUp(set_up)) => {
                let without_page = set_up.without_page.take();
                self.stop(without_page.unwrap_or(Stop::StartError(why)));
            }
            (Err(why), _) => self.stop(Stop::StartError(why)),
            (Ok(_), _) => {}
        }
    }

    /// The page stays open: it asks for the code next, or goes on to the one on this screen. Where a browser on this computer
    /// goes on, the page is done.
    pub(super) fn kept_client(&mut self, kept: bool, now: Instant) {
        if !matches!(self.phase, Phase::SettingUp(_)) {
            return;
        }
        self.client_not_kept = !kept;
        let notice = (!kept).then_some(Notice::ClientNotKept);
        // What was asked of the other application is not asked of this one.
        self.not_before = now;
        if self.resume(now) {
            return;
        }
        if self.way == SignInMethod::Browser {
            self.close_page(FormOutcome::SetUp);
        }
        self.ask(notice, now);
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
                // Neither comes without the number.
                SignInEvent::Client(_) | SignInEvent::Code(_) => progress.number_typed = true,
                _ => {}
            }
        }
        match (&mut self.phase, event) {
            (Phase::SettingUp(set_up), SignInEvent::Client(client)) => {
                self.known_page = set_up.shown.page.as_ref().map(|page| page.url.clone());
                self.client_came(client);
            }
            // The page is over for the phone: what is left is this screen.
            (Phase::Asking(_) | Phase::Waiting(_), SignInEvent::TimeOver) => self.receiver = None,
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

    fn client_came(&mut self, client: ClientCredentials) {
        if let Phase::SettingUp(set_up) = &mut self.phase {
            // A code is good for its own application only.
            self.unspent
                .take_if(|unspent| unspent.awaiting.sign_in.client_id != client.id);
            set_up.given = Some(client);
        }
    }

    /// What is typed counts like what a phone sends. The page is done: it would go on asking for the same.
    pub(super) fn client_typed(&mut self, client: ClientCredentials) {
        if let Phase::SettingUp(set_up) = &self.phase
            && set_up.shown.page.is_some()
            && set_up.given.is_none()
        {
            self.receiver = None;
            self.client_came(client);
        }
    }

    /// Whether a phone waits for a service that cannot be reached, and does not know yet.
    pub(super) fn has_trouble_for_phone(&mut self) -> bool {
        let waits = match &self.phase {
            Phase::Asking(_) => true,
            Phase::Exchanging(exchanging) => {
                matches!(exchanging.awaiting.shown.code_source, CodeSource::Phone(_))
            }
            _ => false,
        };
        let has_trouble = waits && self.receiver.is_some() && self.phase.trouble().is_some();
        let told = std::mem::replace(&mut self.told_trouble, has_trouble);
        has_trouble && !told
    }

    fn progress(&mut self) -> Option<&mut Progress> {
        match &mut self.phase {
            Phase::SettingUp(set_up) => Some(&mut set_up.shown.progress),
            Phase::AwaitingCode(awaiting) => Some(&mut awaiting.shown.progress),
            Phase::Exchanging(exchanging) => Some(&mut exchanging.awaiting.shown.progress),
            _ => None,
        }
    }
}
