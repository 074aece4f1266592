//! What can be chosen in each dialog.

use super::App;
use crate::auth::{Quota, StoreChoice, StoreLocation, Trouble};
use crate::input::Button;
use crate::pairing::{Intent, SignInMethod, View};
use crate::ui::tv::choice::{Choice, Choices, Command, Dialog, Layout};
use crate::ui::tv::remote_test::button_name;
use crate::ui::tv::setting_kind::{SettingKind, option_name};
use crate::ui::tv::{Ending, Setting, keyboard};

impl App {
    pub(super) fn dialog_choices(&self, dialog: Dialog, view: &View) -> Choices {
        let words = &self.words;
        let named = |(id, command)| Choice::named(words, id, command);
        let row = |items: Vec<_>| Choices::new(Layout::Row, items.into_iter().map(named).collect());
        let column = |list| Choices::new(Layout::Column, list);
        let close = |id| (id, Command::Close);
        match dialog {
            Dialog::BiggerQr => row(vec![close("button-smaller")]),
            Dialog::Keyboard => keyboard::choices(words, self.typed.capital()),
            Dialog::More => column(self.more(view).into_iter().map(named).collect()),
            Dialog::Unpair => row(vec![
                close("button-keep"),
                ("button-unpair", Command::Send(Intent::Unpair)),
            ]),
            Dialog::TokenLocation => {
                let (id, store) = match view {
                    View::Paired {
                        place: StoreLocation::Keyring,
                        ..
                    } => ("button-to-file", StoreChoice::InFile),
                    _ => ("button-to-keyring", StoreChoice::InKeyring),
                };
                let move_there = Command::Send(Intent::Move(store));
                row(vec![close("button-stay-there"), (id, move_there)])
            }
            Dialog::RemoteTest => row(self.remote_test_items()),
            Dialog::TeachKey(code) => column(
                Button::TEACHABLE
                    .map(|button| {
                        let teach = Command::Save(Setting::Teach(code, button));
                        named((button_name(button), teach))
                    })
                    .into(),
            ),
            Dialog::PictureSize => row(vec![
                ("button-smaller-picture", Command::Resize(0.5)),
                ("button-larger-picture", Command::Resize(-0.5)),
                close("button-done"),
            ]),
            Dialog::Settings => column(SettingKind::ALL.map(|kind| self.setting(kind)).into()),
            Dialog::Setting(kind) => self.options(kind),
            Dialog::About => row(vec![close("button-close")]),
            Dialog::Quit if self.leads_home(view) => row(vec![
                close("button-stay"),
                ("button-services", Command::Send(Intent::Home)),
            ]),
            Dialog::Quit => row(vec![
                close("button-stay"),
                ("button-quit", Command::End(Ending::Quit)),
            ]),
        }
    }

    fn setting(&self, kind: SettingKind) -> Choice {
        let current = kind.current(&self.context.preferences);
        Choice {
            value: Some(option_name(self.words, current)),
            ..Choice::named(
                self.words,
                kind.title(),
                Command::Open(Dialog::Setting(kind)),
            )
        }
    }

    fn options(&self, kind: SettingKind) -> Choices {
        let current = kind.current(&self.context.preferences);
        let options = kind.options();
        let first = options.iter().position(|option| *option == current);
        let option = |option| Choice {
            checked: Some(option == current),
            ..Choice::new(option_name(self.words, option), Command::Save(option))
        };
        let list = options.into_iter().map(option).collect();
        Choices {
            first: first.unwrap_or(0),
            ..Choices::new(Layout::Column, list)
        }
    }

    fn remote_test_items(&self) -> Vec<(&'static str, Command)> {
        let remote = &self.context.remote;
        let mut items = vec![("button-start-over", Command::ClearPresses)];
        if remote.devices().iter().any(|device| device.gamepad) {
            let swap = Setting::Swap(!remote.with_keymap(|keymap| keymap.swapped));
            items.push(("button-swap", Command::Save(swap)));
        }
        if remote.with_keymap(|keymap| !keymap.taught.is_empty()) {
            items.push(("button-forget-taught", Command::Save(Setting::ForgetTaught)));
        }
        items.push(("button-done", Command::Close));
        items
    }

    /// What else there is on a screen; the first is harmless.
    fn more(&self, view: &View) -> Vec<(&'static str, Command)> {
        let context = &self.context.ui;
        let is_waiting = matches!(view, View::Waiting(_));
        let is_home = matches!(view, View::Home(_));
        let is_stored = matches!(view, View::Paired { place, .. } if *place != StoreLocation::Demo);
        let may_use_browser = match view {
            View::Asking { .. } | View::Waiting(_) | View::SettingUp(_) => true,
            View::AwaitingCode(consent) => consent.way != SignInMethod::Browser,
            _ => false,
        };
        let browser = Intent::SignIn(SignInMethod::Browser);
        let all = [
            (
                self.context.voice.is_some() && is_waiting,
                "button-read",
                Command::ReadAloud,
            ),
            (true, "button-settings", Command::Open(Dialog::Settings)),
            (true, "button-remote", Command::Open(Dialog::RemoteTest)),
            (true, "button-picture", Command::Open(Dialog::PictureSize)),
            (
                is_stored,
                "button-kept",
                Command::Open(Dialog::TokenLocation),
            ),
            (
                context.can_be_set_up && gains_by_another_application(view),
                "button-set-up",
                Command::Send(Intent::SetUp),
            ),
            // A kiosk has no keyboard with which the browser could be closed again.
            (
                context.has_browser && !context.kiosk && is_waiting,
                "button-open-here",
                Command::Send(Intent::OpenHere),
            ),
            (
                context.offers_browser() && may_use_browser,
                "button-in-browser",
                Command::Send(browser),
            ),
            (
                context.services > 1 && !is_home,
                "button-services",
                Command::Send(Intent::Home),
            ),
            (true, "button-about", Command::Open(Dialog::About)),
            // Where there is a way back to all services, those are where the program is left.
            (
                !context.kiosk && (is_home || !self.home_is_shown),
                "button-quit",
                Command::Open(Dialog::Quit),
            ),
        ];
        let offered = all.into_iter().filter(|(is_offered, ..)| *is_offered);
        offered.map(|(_, id, command)| (id, command)).collect()
    }
}

/// Whether another application is of use, beside the screens that a wrong one has.
fn gains_by_another_application(view: &View) -> bool {
    match view {
        // The pairing stays until the other application has one. What is refreshed would need the secret of its own.
        View::Paired {
            place, refreshable, ..
        } => *place != StoreLocation::Demo && !refreshable,
        // A generation that is switched off need not say so: it may be silent, or look like a fault.
        View::Asking { trouble, .. } => trouble.is_some(),
        View::Waiting(waiting) => matches!(
            waiting.trouble.map(|delay| delay.trouble),
            Some(Trouble::ClientBlocked | Trouble::DailyLimit(Quota::Application, _))
        ),
        _ => false,
    }
}
