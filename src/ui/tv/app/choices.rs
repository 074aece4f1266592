//! What can be chosen on the screen of each view, and what Back does there.
//!
//! The first choice has the first focus, so it is always the harmless one. In a kiosk, choices that would leave are not
//! there. What mends the matter comes first, then another way, then the rest.

use std::time::{Duration, Instant};

use super::App;
use super::stop_choices::{stopped_items, usual_method};
use crate::auth::{Account, LOOPBACK, StoreError};
use crate::pairing::{CodeSource, Intent, ServiceState, ServiceStatus, SignInMethod, View};
use crate::ui::tv::choice::{ButtonLayout, Choice, Choices, Command, Dialog, Screen};
use crate::ui::tv::{Content, Ending, UiContext, home};
use crate::words::Words;

/// A choice by the message that names it.
pub(super) type Item = (&'static str, Command);

/// How long a screen that waits by itself offers nothing: there is nothing to decide.
pub(super) const PATIENCE: Duration = Duration::from_secs(3);

pub(super) const TRY_AGAIN: Item = ("button-again", Command::Send(Intent::TryNow));
const PAIR_AGAIN: Item = ("button-pair-again", Command::Send(Intent::PairAgain));
const PAIR_IN_FILE: Item = ("button-pair-in-file", Command::Send(Intent::PairInFile));
pub(super) const NEW_CODE: Item = ("button-new", Command::Send(Intent::NewCode));
pub(super) const SET_UP: Item = ("button-set-up", Command::Send(Intent::SetUp));
const BIGGER_QR: Item = ("button-bigger", Command::Open(Dialog::BiggerQr));
const SHOW_QR: Item = ("button-show-qr", Command::Open(Dialog::BiggerQr));
const TYPE_CODE: Item = ("button-type", Command::Open(Dialog::Keyboard));
const UNPAIR: Item = ("button-unpair", Command::Open(Dialog::Unpair));
pub(super) const ASK_TO_QUIT: Item = ("button-quit", Command::Open(Dialog::Quit));
pub(super) const MORE: Item = ("button-more", Command::Open(Dialog::More));
pub(super) const QUIT: Item = ("button-quit", Command::End(Ending::Quit));
pub(super) const HOME: Item = ("button-services", Command::Send(Intent::Home));
pub(super) const IN_BROWSER: Item = (
    "button-in-browser",
    Command::Send(Intent::SignIn(SignInMethod::Browser)),
);

impl App {
    pub(super) fn choices(&self, view: &View, now: Instant) -> Choices {
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
            (Content::Engine(_), None) => self.view_choices(view, now),
        };
        let stays = matches!(choices.layout, ButtonLayout::Rows(_))
            || self.focus.dialog() == Some(Dialog::PictureSize);
        if self.is_tall && !stays {
            choices.layout = ButtonLayout::Column;
        }
        choices
    }

    fn view_choices(&self, view: &View, now: Instant) -> Choices {
        let (words, is_kiosk) = (&self.words, self.is_kiosk());
        if let View::Home(services) = view {
            return self.home_choices(services);
        }
        if Screen::of(view) == Screen::Busy && now < self.screen_changed + PATIENCE {
            return Choices::new(ButtonLayout::Row, Vec::new());
        }
        let mut items = items(view, &self.context.ui);
        self.offer_another_set_up(view, &mut items);
        let leads_home = self.leads_home(view);
        if leads_home {
            for item in &mut items {
                if *item == QUIT {
                    *item = HOME;
                } else if item.1 == QUIT.1 {
                    item.1 = HOME.1;
                }
            }
        }
        if is_kiosk {
            items.retain(|(_, command)| {
                *command != QUIT.1 && (leads_home || *command != ASK_TO_QUIT.1)
            });
            // Every screen but the dark one has something to focus; on a result it is the harmless choice.
            let is_result = matches!(view, View::Paired { .. });
            let may_be_empty = *view == View::Resting || Screen::of(view) == Screen::Busy;
            if !may_be_empty && (items.is_empty() || is_result) {
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
        if let (Some(first), Some(others)) = (list.first_mut(), others_in_the_first_place(view)) {
            first.room_for = others.map(|id| words.get(id)).into();
        }
        Choices::new(ButtonLayout::Row, list)
    }

    /// Perhaps what was set up just now is a wrong application.
    fn offer_another_set_up(&self, view: &View, items: &mut [Item]) {
        let is_in_trouble = matches!(
            view,
            View::Asking {
                trouble: Some(_),
                ..
            }
        );
        if self.is_set_up_now && is_in_trouble && self.context.ui.can_be_set_up {
            for item in items.iter_mut().filter(|item| **item == NEW_CODE) {
                *item = SET_UP;
            }
        }
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
            list.push(Choice::named(words, ASK_TO_QUIT.0, ASK_TO_QUIT.1));
        }
        let others = list.len() - services.len();
        let layout = home::layout(services.len(), others, self.is_tall);
        Choices::new(layout, list)
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
            View::Paired { .. } | View::Refused { .. } | View::Stopped(_) | View::Unreadable(_)
        );
        match (is_result, leads_home) {
            (true, true) => HOME.1,
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
        View::Asking {
            trouble, on_phone, ..
        } => pairing_items(trouble.is_some(), *on_phone, context),
        View::Waiting(waiting) => {
            pairing_items(waiting.trouble.is_some(), waiting.on_phone, context)
        }
        View::SettingUp(set_up) => vec![qr(set_up.progress.opened), MORE],
        View::AwaitingCode(consent) => match consent.code_source {
            CodeSource::Phone(_) => vec![qr(consent.progress.opened), TYPE_CODE, MORE],
            CodeSource::Typing(_) => vec![TYPE_CODE, BIGGER_QR, MORE],
            CodeSource::Browser => {
                let open_again = ("button-open-again", Command::Send(Intent::TryNow));
                vec![open_again, usual_method(context), MORE]
            }
        },
        // While it is stored, all that could be left is a token.
        View::Home(_) | View::Resting | View::Storing => Vec::new(),
        View::Paired { fresh: true, .. } => {
            vec![("button-done", QUIT.1), ("button-not-you", UNPAIR.1), MORE]
        }
        View::Paired { .. } => vec![("button-done", QUIT.1), PAIR_AGAIN, UNPAIR, MORE],
        View::Refused { .. } => vec![PAIR_AGAIN, UNPAIR, QUIT],
        View::Exchanging { trouble: Some(_) } if context.can_be_set_up => {
            vec![TRY_AGAIN, SET_UP, ASK_TO_QUIT]
        }
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
        View::Starting | View::Forgetting | View::Exchanging { trouble: None } => {
            vec![("button-stay", ASK_TO_QUIT.1)]
        }
    }
}

/// What else the first button of a row may be, for which it keeps the room: the row keeps its places, whether there is
/// trouble or not.
fn others_in_the_first_place(view: &View) -> Option<[&'static str; 2]> {
    let on_phone = match view {
        View::Asking { on_phone, .. } => *on_phone,
        View::Waiting(waiting) => waiting.on_phone,
        _ => return None,
    };
    Some(["button-check", qr(on_phone).0])
}

/// The QR, larger; or back again where a phone has scanned it, and something else stands in its place.
fn qr(is_scanned: bool) -> Item {
    if is_scanned { SHOW_QR } else { BIGGER_QR }
}

fn pairing_items(trouble: bool, on_phone: bool, context: &UiContext) -> Vec<Item> {
    let first = if trouble {
        ("button-check", Command::Send(Intent::TryNow))
    } else {
        qr(on_phone)
    };
    let mut items = vec![first, NEW_CODE, MORE];
    if context.demo.is_some() {
        let approve = ("button-approve", Command::Approve);
        if context.is_local_demo() {
            // There is no QR to enlarge.
            items[0] = approve;
        } else {
            items.insert(0, approve);
        }
    }
    items
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
