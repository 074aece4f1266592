//! What can be chosen in each dialog.

use super::App;
use super::choices::{ASK_TO_QUIT, HOME, IN_BROWSER, Item, QUIT, SET_UP};
use crate::auth::{Quota, Service, StoreChoice, StoreLocation, Trouble};
use crate::input::Button;
use crate::pairing::{Intent, ServiceState, ServiceStatus, SignInMethod, View};
use crate::ui::tv::choice::{ButtonLayout, Choice, Choices, Command, Dialog};
use crate::ui::tv::icon::Icon;
use crate::ui::tv::remote_test::button_name;
use crate::ui::tv::setting_lines::{self, option_name};
use crate::ui::tv::{Ending, MOST_OVERSCAN, Setting, keyboard};

/// By how much the picture's size changes, in percent at each edge.
pub(super) const STEP: f32 = 0.5;

impl App {
    pub(super) fn dialog_choices(&self, dialog: Dialog, view: &View) -> Choices {
        let words = &self.words;
        let named = |(id, command)| Choice::named(words, id, command);
        let row =
            |items: Vec<_>| Choices::new(ButtonLayout::Row, items.into_iter().map(named).collect());
        let column = |list| Choices::new(ButtonLayout::Column, list);
        let close = |id| (id, Command::Close);
        match dialog {
            Dialog::BiggerQr => row(vec![close("button-smaller")]),
            Dialog::Keyboard => keyboard::choices(words, &self.typed, self.is_tall),
            Dialog::More => column(self.more_choices(view)),
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
            // All buttons are tested, so none does anything.
            Dialog::RemoteTest => row(Vec::new()),
            Dialog::TeachKey(code) => {
                let teach = |button| Command::Save(Setting::Teach(code, button));
                let choice = |button| Choice::new(button_name(words, button), teach(button));
                column(Button::TEACHABLE.map(choice).into())
            }
            Dialog::PictureSize => self.picture_sizes(),
            Dialog::Settings => column(self.settings()),
            Dialog::Setting(Setting::ForgetTaught) => row(vec![
                close("choice-keep-taught"),
                ("choice-forget-taught", Command::Save(Setting::ForgetTaught)),
            ]),
            Dialog::Setting(current) => {
                let options = setting_lines::options(current);
                let first = options.iter().position(|option| *option == current);
                let option = |option| Choice {
                    checked: Some(option == current),
                    ..self.option(option)
                };
                Choices {
                    first: first.unwrap_or(0),
                    ..column(options.into_iter().map(option).collect())
                }
            }
            Dialog::About | Dialog::Recipes => row(vec![close("button-close")]),
            Dialog::Quit => {
                let leave = if self.leads_home(view) { HOME } else { QUIT };
                row(vec![close("button-stay"), leave])
            }
        }
    }

    fn more_choices(&self, view: &View) -> Vec<Choice> {
        let rows = self.more(view).into_iter();
        let named = |(id, command)| Choice::named(self.words, id, command);
        let mut rows: Vec<_> = rows.map(named).collect();
        // Behind what is about the screen; the first row is a harmless one.
        let place = rows.len().min(3);
        rows.splice(place..place, self.new_accounts(view));
        rows
    }

    /// For each service that is signed in to: one more account, by the next number.
    fn new_accounts(&self, view: &View) -> Vec<Choice> {
        let View::Home(statuses) = view else {
            return Vec::new();
        };
        let paired = statuses.iter().filter(|status| {
            let is_first = status.service.account().is_none();
            is_first && matches!(status.state, ServiceState::Paired(_))
        });
        let add = |first: &ServiceStatus| {
            let is_taken = |account: &Service| statuses.iter().any(|it| it.service == *account);
            let mut numbers =
                (2..=99).filter_map(|n: u8| first.service.with_account(&n.to_string()));
            let next = numbers.find(|account| !is_taken(account))?;
            let service = ("service", first.service.label().into());
            let label = self.words.with("button-add-person", [service]);
            Some(Choice {
                icon: Some(Icon::Plus),
                ..Choice::new(label, Command::Send(Intent::Open(next)))
            })
        };
        paired.filter_map(add).collect()
    }

    /// An option of a setting; a language without letters by its English name.
    fn option(&self, option: Setting) -> Choice {
        let save = Command::Save(option);
        let mut without_letters = self.without_letters.iter().flatten();
        match option {
            Setting::Language(Some(language)) if without_letters.any(|it| *it == language) => {
                Choice {
                    value: Some(self.words.get("choice-needs-font")),
                    ..Choice::new(language.english_name().to_owned(), save)
                }
            }
            _ => Choice::new(option_name(self.words, option), save),
        }
    }

    fn settings(&self) -> Vec<Choice> {
        let line = |line: &Setting| {
            let open = Command::Open(Dialog::Setting(*line));
            let value = match line {
                Setting::ForgetTaught => self.taught().to_string(),
                _ => option_name(self.words, *line),
            };
            Choice {
                value: Some(value),
                ..Choice::named(self.words, setting_lines::title(*line), open)
            }
        };
        self.setting_lines().iter().map(line).collect()
    }

    /// The lines of the settings, as they are set: those of gamepads and taught buttons where there are some.
    pub(super) fn setting_lines(&self) -> Vec<Setting> {
        let remote = &self.context.remote;
        let mut lines: Vec<_> = setting_lines::lines(&self.context.preferences).into();
        let swapped = remote.with_keymap(|keymap| keymap.swapped);
        if swapped || remote.devices().iter().any(|device| device.gamepad) {
            lines.push(Setting::Swap(swapped));
        }
        if self.taught() > 0 {
            lines.push(Setting::ForgetTaught);
        }
        lines
    }

    fn taught(&self) -> usize {
        self.context
            .remote
            .with_keymap(|keymap| keymap.taught.len())
    }

    /// Smaller, larger, done; left and right do the first two, too.
    fn picture_sizes(&self) -> Choices {
        let overscan = self.context.preferences.overscan;
        let resize = |id, step: f32, is_possible: bool| Choice {
            disabled: !is_possible,
            label: String::new(),
            spoken: Some(self.words.get(id)),
            ..Choice::named(self.words, id, Command::Resize(step))
        };
        Choices {
            first: 2,
            ..Choices::new(
                ButtonLayout::Row,
                vec![
                    resize("button-smaller-picture", STEP, overscan < MOST_OVERSCAN),
                    resize("button-larger-picture", -STEP, overscan > 0.0),
                    Choice::named(self.words, "button-done", Command::Close),
                ],
            )
        }
    }

    /// What else there is on a screen; the first is harmless.
    fn more(&self, view: &View) -> Vec<Item> {
        let context = &self.context.ui;
        let open = |id, dialog| (id, Command::Open(dialog));
        let open_here = ("button-open-here", Command::Send(Intent::OpenHere));
        let is_waiting = matches!(view, View::Waiting(_));
        let is_home = matches!(view, View::Home(_));
        let is_paired = matches!(view, View::Paired { .. });
        let is_stored = matches!(view, View::Paired { place, .. } if *place != StoreLocation::Demo);
        let can_be_read = self.context.voice.is_some() && is_waiting;
        let is_setting_up = matches!(view, View::SettingUp(_));
        let gains_by_set_up = context.can_be_set_up && gains_by_another_application(view);
        // A kiosk has no keyboard with which the browser could be closed again.
        let may_open_here = context.has_browser && !context.kiosk && is_waiting;
        let may_use_browser = context.offers_browser()
            && match view {
                View::Asking { .. } | View::Waiting(_) | View::SettingUp(_) => true,
                View::AwaitingCode(consent) => consent.way != SignInMethod::Browser,
                _ => false,
            };
        // Where there is a way back to all services, those are where the program is left.
        let may_quit = !context.kiosk && (is_home || !self.home_is_shown);
        let all = [
            (can_be_read, ("button-read", Command::ReadAloud)),
            (true, open("button-settings", Dialog::Settings)),
            (true, open("button-remote", Dialog::RemoteTest)),
            (true, open("button-picture", Dialog::PictureSize)),
            (is_setting_up, ("button-demo", Command::End(Ending::Demo))),
            (is_paired, open("button-recipes", Dialog::Recipes)),
            (is_stored, open("button-kept", Dialog::TokenLocation)),
            (gains_by_set_up, SET_UP),
            (may_open_here, open_here),
            (may_use_browser, IN_BROWSER),
            (context.services > 1 && !is_home, HOME),
            (true, open("button-about", Dialog::About)),
            (may_quit, ASK_TO_QUIT),
        ];
        let offered = all.into_iter().filter(|(is_offered, _)| *is_offered);
        offered.map(|(_, item)| item).collect()
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
