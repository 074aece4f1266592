//! A token on its way into the store, and the one that is there (rules 8 and 11).

use std::time::Instant;

use super::phase::{Paired, Storing};
use super::retry::Retry;
use super::{Check, FailedAction, LOOK_AGAIN, Pairing, Phase, Stop, StoredPairing};
use crate::auth::{
    FormOutcome, Profile, Rejection, RequestError, StoreError, StoreLocation, Token,
};

impl Pairing {
    pub(super) fn loaded(
        &mut self,
        loaded: Result<Option<StoredPairing>, StoreError>,
        now: Instant,
    ) {
        self.replaces = false;
        match loaded {
            Ok(Some(kept)) => self.enter(Phase::Paired(Paired::new(kept, false, now))),
            Ok(None) => self.ask(None, now),
            Err(why) => {
                let shut = matches!(why, StoreError::Locked(_) | StoreError::KeyringAbsent(_));
                let again = shut.then_some(now + LOOK_AGAIN);
                // Asked for while the store was being read.
                let unlock = matches!(self.phase, Phase::Unreadable { unlock: true, .. });
                self.enter(Phase::Unreadable { why, again, unlock });
            }
        }
    }

    pub(super) fn authorized(&mut self, token: Token, now: Instant) {
        // Another way than the usual one was meant for this sign-in: no browser opens by itself later.
        if let Some(usual) = self.plan.ways.first() {
            self.way = *usual;
        }
        self.store(token, now);
    }

    fn store(&mut self, token: Token, now: Instant) {
        self.enter(Phase::Storing(Storing {
            token,
            failed: None,
            retry: Retry::at(now),
        }));
    }

    pub(super) fn stored(
        &mut self,
        token: Token,
        stored: Result<StoreLocation, StoreError>,
        now: Instant,
    ) {
        let place = match stored {
            Ok(place) => place,
            Err(why) => return self.not_stored(why, now),
        };
        self.replaces = false;
        let kept = StoredPairing {
            token,
            account: None,
            place,
        };
        let mut paired = Paired::new(kept, true, now);
        paired.failed_action = self.client_not_kept.then_some(FailedAction::KeepClient);
        self.enter(Phase::Paired(paired));
        self.close_page(FormOutcome::Done);
        self.keep = self.keep_later;
    }

    fn not_stored(&mut self, why: StoreError, now: Instant) {
        if let Phase::Storing(storing) = &mut self.phase {
            storing.retry.due = now + storing.retry.back_off();
            storing.failed = Some(why);
        }
    }

    /// The service replaced the stored token, and no store takes the new one: it is tried again like any other.
    pub(super) fn unsaved(&mut self, token: Token, why: StoreError, now: Instant) {
        self.store(token, now);
        self.not_stored(why, now);
    }

    /// What the service says of the stored token, or of the one that has taken its place.
    pub(super) fn checked(
        &mut self,
        renewed: Option<Token>,
        profile: Result<Profile, RequestError>,
        now: Instant,
    ) {
        let not_before = match &profile {
            Err(RequestError::Transient { retry_after, .. }) => self.hold_off(*retry_after, now),
            _ => now,
        };
        let Phase::Paired(paired) = &mut self.phase else {
            return;
        };
        if let Some(token) = renewed {
            paired.kept.token = token;
        }
        match profile {
            Ok(Profile { account, picture }) => {
                paired.check = Check::Good;
                paired.retry = Retry::at(now);
                paired.picture.is_at(picture);
                if let Some(before) = self.before.take()
                    && paired.fresh
                    && account.is_another_than(&before)
                {
                    paired.instead_of = Some(before);
                }
                if paired.kept.account.as_ref() != Some(&account) {
                    paired.remember = Some(account.clone());
                    paired.kept.account = Some(account);
                }
            }
            Err(RequestError::Transient { trouble, .. }) => {
                paired.retry.failed(trouble, not_before, now);
            }
            Err(RequestError::Rejected(Rejection::Token)) if !paired.fresh => self.refused(now),
            // A name that cannot be looked up never fails a pairing.
            Err(RequestError::Rejected(rejection)) => {
                paired.check = Check::Refused(rejection);
                paired.retry = Retry::at(now);
            }
        }
    }

    fn refused(&mut self, now: Instant) {
        if let Phase::Paired(paired) = std::mem::replace(&mut self.phase, Phase::Starting) {
            self.enter(Phase::Refused(Paired::new(paired.kept, false, now)));
        }
    }

    pub(super) fn forgotten(&mut self, forgotten: Result<bool, StoreError>, now: Instant) {
        let why = match forgotten {
            Ok(is_complete) => {
                let is_left_in_keyring = !is_complete;
                return self.stop(Stop::SignedOut { is_left_in_keyring });
            }
            Err(why) => why,
        };
        if let Phase::Forgetting(mut paired) = std::mem::replace(&mut self.phase, Phase::Starting) {
            paired.failed_action = Some(FailedAction::Forget(why));
            // What the service knows of the token may have ended with the attempt.
            paired.check = Check::Pending;
            paired.retry = Retry::at(now);
            self.enter(Phase::Paired(paired));
        }
    }

    pub(super) fn moved(&mut self, moved: Result<StoreLocation, StoreError>) {
        if let Phase::Paired(paired) = &mut self.phase {
            paired.move_to = None;
            match moved {
                Ok(place) => paired.kept.place = place,
                Err(why) => paired.failed_action = Some(FailedAction::Move(why)),
            }
        }
    }

    /// What was wanted in this phase, beside what else there is to do, has been tried.
    pub(super) fn done(&mut self) {
        match &mut self.phase {
            Phase::Paired(paired) => paired.remember = None,
            Phase::Unreadable { unlock, .. } => *unlock = false,
            _ => {}
        }
    }
}
