//! What can be chosen on the screen of each view, and what Back does there.
//!
//! The first choice has the first focus, so it is always the harmless one. In a kiosk, choices that would leave are not
//! there.

use super::App;
use crate::auth::{Account, LOOPBACK, Rejection, StoreError};
use crate::pairing::{
    CodeSource, Intent, ServiceState, ServiceStatus, SignInMethod, StartError, Stop, View,
};
use crate::ui::presentation::{lacks_client_id, wrong_client_id};
use crate::ui::tv::choice::{ButtonLayout, Choice, Choices, Command, Dialog};
use crate::ui::tv::{Content, Ending, UiContext, keyboard};
use crate::words::Words;

/// A choice by the message that names it.
pub(super) type Item = (&'static str, Command);

const TRY_AGAIN: Item = ("button-again", Command::Send(Intent::TryNow));
const PAIR_AGAIN: Item = ("button-pair-again", Command::Send(Intent::PairAgain));
const PAIR_IN_FILE: Item = ("button-pair-in-file", Command::Send(Intent::PairInFile));
const NEW_CODE: Item = ("button-new", Command::Send(Intent::NewCode));
pub(super) const SET_UP: Item = ("button-set-up", Command::Send(Intent::SetUp));
const BIGGER_QR: Item = ("button-bigger", Command::Open(Dialog::BiggerQr));
const TYPE_CODE: Item = ("button-type", Command::Open(Dialog::Keyboard));
const UNPAIR: Item = ("button-unpair", Command::Open(Dialog::Unpair));
pub(super) const ASK_TO_QUIT: Item = ("button-quit", Command::Open(Dialog::Quit));
const MORE: Item = ("button-more", Command::Open(Dialog::More));
const QUIT: Item = ("button-quit", Command::End(Ending::Quit));
pub(super) const IN_BROWSER: Item = (
    "button-in-browser",
    Command::Send(Intent::SignIn(SignInMethod::Browser)),
);

impl App {
    pub(super) fn choices(&self, view: &View) -> Choices {
        let mut choices = match (&self.content, self.focus.dialog()) {
            (Content::BrokenSettings(_), _) => {
                // Whatever keeps a kiosk running starts it again.
                let id = if self.is_kiosk() {
                    "button-start-again"
                } else {
                    "button-quit"
                };
                let quit = Choice::named(self.words, id, QUIT.1);
                Choices::new(ButtonLayout::Row, vec![quit])
            }
            (Content::Engine(_), Some(dialog)) => self.dialog_choices(dialog, view),
            (Content::Engine(_), None) => self.view_choices(view),
        };
        if self.is_tall {
            choices.layout = match choices.layout {
                ButtonLayout::Row | ButtonLayout::Column => ButtonLayout::Column,
                ButtonLayout::Grid(_) => ButtonLayout::Grid(keyboard::TALL_COLUMNS),
            };
        }
        choices
    }

    fn view_choices(&self, view: &View) -> Choices {
        let (words, is_kiosk) = (&self.words, self.is_kiosk());
        if let View::Home(services) = view {
            return self.home_choices(services);
        }
        let mut items = items(view, &self.context.ui);
        let leads_home = self.leads_home(view);
        if leads_home {
            for item in &mut items {
                if *item == QUIT {
                    item.0 = "button-services";
                }
                if item.1 == QUIT.1 {
                    item.1 = Command::Send(Intent::Home);
                }
            }
        }
        if is_kiosk {
            items.retain(|(_, command)| {
                *command != QUIT.1 && (leads_home || *command != ASK_TO_QUIT.1)
            });
            // Every screen but the dark one has something to focus; on a result it is the harmless choice.
            let is_result = matches!(view, View::Paired { .. });
            if *view != View::Resting && (items.is_empty() || is_result) {
                items.retain(|item| *item != MORE);
                items.insert(0, MORE);
            }
        }
        let is_asking = matches!(view, View::Asking { .. });
        let to_choice = |(id, command): Item| {
            let disabled = match command {
                Command::Open(dialog) => !dialog.fits(view),
                Command::Send(Intent::NewCode) | Command::Approve => is_asking,
                _ => false,
            };
            Choice {
                disabled,
                ..Choice::named(words, id, command)
            }
        };
        let mut list: Vec<_> = items.into_iter().map(to_choice).collect();
        if let (View::Asking { .. } | View::Waiting(_), Some(first)) = (view, list.first_mut()) {
            // The row keeps its places, whether there is trouble or not.
            first.room_for = ["button-check", "button-bigger"]
                .map(|id| words.get(id))
                .into();
        }
        Choices::new(ButtonLayout::Row, list)
    }

    fn home_choices(&self, services: &[ServiceStatus]) -> Choices {
        let words = &self.words;
        let service = |status: &ServiceStatus| Choice {
            value: Some(state(words, &status.state)),
            ..Choice::new(
                status.service.label().to_owned(),
                Command::Send(Intent::Open(status.service)),
            )
        };
        let mut list: Vec<_> = services.iter().map(service).collect();
        list.push(Choice::named(words, MORE.0, MORE.1));
        if !self.is_kiosk() {
            list.push(Choice::named(words, QUIT.0, QUIT.1));
        }
        Choices::new(ButtonLayout::Column, list)
    }

    /// Whether there is a way back to all services from a view. What is not stored yet is not left behind.
    pub(super) fn leads_home(&self, view: &View) -> bool {
        let stays = matches!(
            view,
            View::Home(_) | View::Exchanging { .. } | View::Storing | View::CannotStore { .. }
        );
        self.home_is_shown && !stays
    }

    /// What Back does: it closes a dialog, leaves a result, and asks before it leaves anything that goes on.
    pub(super) fn back(&self, view: &View) -> Command {
        let leads_home = self.leads_home(view);
        if matches!(self.content, Content::BrokenSettings(_)) {
            return QUIT.1;
        }
        if self.focus.dialog().is_some() {
            return Command::Close;
        }
        if self.is_kiosk() && !leads_home {
            return Command::ShowNoWayOut;
        }
        let is_result = matches!(
            view,
            View::Home(_)
                | View::Paired { .. }
                | View::Refused { .. }
                | View::Stopped(_)
                | View::Unreadable(_)
        );
        match (is_result, leads_home) {
            (true, true) => Command::Send(Intent::Home),
            (true, false) => QUIT.1,
            (false, _) => ASK_TO_QUIT.1,
        }
    }
}

impl UiContext {
    /// Whether the sign-in in a browser on this computer is offered: a port in the settings asks for it. Where none is
    /// needed, there must be a browser, and a keyboard with which it can be closed again: a kiosk has none.
    pub(super) fn offers_browser(&self) -> bool {
        match self.redirect_uri.as_deref() {
            None => false,
            Some(LOOPBACK) => self.has_browser && !self.kiosk,
            Some(_) => true,
        }
    }
}

fn items(view: &View, context: &UiContext) -> Vec<Item> {
    match view {
        View::Asking { trouble, .. } => pairing_items(trouble.is_some(), context),
        View::Waiting(waiting) => pairing_items(waiting.trouble.is_some(), context),
        View::SettingUp(_) => vec![BIGGER_QR, MORE],
        View::AwaitingCode(consent) => match consent.code_source {
            CodeSource::Phone(_) => vec![BIGGER_QR, TYPE_CODE, MORE],
            CodeSource::Typing(_) => vec![TYPE_CODE, BIGGER_QR, MORE],
            CodeSource::Browser => {
                let open_again = ("button-open-again", Command::Send(Intent::TryNow));
                vec![open_again, usual_method(context), MORE]
            }
        },
        View::Home(_) | View::Resting => Vec::new(),
        View::Paired { fresh: true, .. } => {
            vec![("button-done", QUIT.1), ("button-not-you", UNPAIR.1)]
        }
        View::Paired { .. } => vec![("button-done", QUIT.1), PAIR_AGAIN, UNPAIR, MORE],
        View::Refused { .. } => vec![PAIR_AGAIN, UNPAIR, QUIT],
        View::CannotStore { .. } | View::Exchanging { trouble: Some(_) } => {
            vec![TRY_AGAIN, ASK_TO_QUIT]
        }
        View::Unreadable(StoreError::Locked(_)) => {
            let unlock = ("button-unlock", Command::Send(Intent::Unlock));
            vec![unlock, PAIR_IN_FILE, ("button-later", QUIT.1)]
        }
        View::Unreadable(StoreError::KeyringAbsent(_)) => {
            vec![TRY_AGAIN, PAIR_IN_FILE, ("button-later", QUIT.1)]
        }
        View::Unreadable(_) => vec![TRY_AGAIN, PAIR_AGAIN, QUIT],
        View::Stopped(stop) => stopped_items(stop, context),
        View::Starting | View::Storing | View::Forgetting | View::Exchanging { trouble: None } => {
            vec![ASK_TO_QUIT]
        }
    }
}

fn pairing_items(trouble: bool, context: &UiContext) -> Vec<Item> {
    let first = if trouble {
        ("button-check", Command::Send(Intent::TryNow))
    } else {
        BIGGER_QR
    };
    let mut items = vec![first, NEW_CODE, MORE];
    if context.demo.is_some() {
        items.push(("button-approve", Command::Approve));
    }
    items
}

fn stopped_items(stop: &Stop, context: &UiContext) -> Vec<Item> {
    let can_be_set_up = context.can_be_set_up;
    match stop {
        Stop::Denied => vec![NEW_CODE, QUIT],
        Stop::Rejected(answers) if lacks_client_id(answers) => {
            let mut items = vec![("button-demo", Command::End(Ending::Demo)), MORE];
            if can_be_set_up {
                items.insert(0, ("button-by-phone", SET_UP.1));
            }
            items
        }
        Stop::Rejected(answers) if can_be_set_up && wrong_client_id(answers) => {
            vec![TRY_AGAIN, SET_UP, QUIT]
        }
        Stop::Rejected(_) if context.offers_browser() => vec![TRY_AGAIN, IN_BROWSER, QUIT],
        Stop::Refused(
            Rejection::ClientId { .. }
            | Rejection::ClientBlocked { .. }
            | Rejection::ClientSecret { .. }
            | Rejection::SecretWanted { .. },
        ) if can_be_set_up => vec![SET_UP, TRY_AGAIN, QUIT],
        Stop::Refused(Rejection::Redirect { .. }) if context.redirect_uri.is_some() => {
            vec![TRY_AGAIN, usual_method(context), QUIT]
        }
        Stop::TimeOver(SignInMethod::Browser)
        | Stop::NotAllowed
        | Stop::OtherIssuer
        | Stop::PageRefused(_)
        | Stop::CodeRefused
        | Stop::CodeLost(_)
        | Stop::StartError(StartError::PortTaken(_) | StartError::NoBrowser) => {
            vec![TRY_AGAIN, usual_method(context), QUIT]
        }
        Stop::Rejected(_)
        | Stop::TimeOver(_)
        | Stop::PageClosed
        | Stop::Refused(_)
        | Stop::StartError(_)
        | Stop::Unexpected => vec![TRY_AGAIN, QUIT],
    }
}

/// From the browser on this computer back to the usual way to sign in.
fn usual_method(context: &UiContext) -> Item {
    let id = match context.usual {
        SignInMethod::Code => "button-by-code",
        SignInMethod::ManualCode | SignInMethod::Browser => "button-by-phone",
    };
    (id, Command::Send(Intent::SignIn(context.usual)))
}

fn state(words: &Words, state: &ServiceState) -> String {
    match state {
        ServiceState::Looking => words.get("state-looking"),
        ServiceState::NotSetUp => words.get("state-not-set-up"),
        ServiceState::NotPaired => words.get("state-not-paired"),
        ServiceState::Paired(account) => match account.as_ref().and_then(Account::label) {
            Some(name) => words.with("state-paired", [("name", name.into())]),
            None => words.get("state-paired-nameless"),
        },
        ServiceState::NeedsAttention => words.get("state-attention"),
    }
}
