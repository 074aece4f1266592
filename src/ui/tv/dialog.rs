//! What may lie over the screen that the view wants, and what can be chosen there.

use super::choices::{self, Choice, Choices, Command, choice, named};
use super::focus::Line;
use super::keyboard::{self, Typed};
use super::preferences::{self, Subject};
use super::{Ending, Setting, UiContext};
use crate::auth::{Quota, StoreChoice, StoreLocation, Trouble};
use crate::input::Button;
use crate::pairing::{CodeSource, Intent, SignInMethod, View};
use crate::ui::preferences::Preferences;
use crate::words::Words;

/// What lies over the screen that the view wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialog {
    /// The QR as large as the television.
    BiggerQr,
    /// What else there is.
    More,
    /// Type a code.
    Keyboard,
    /// Unpair?
    Unpair,
    /// Where is the token kept?
    Keep,
    /// What does each button do?
    Remote,
    /// What shall the unknown key with this code do?
    Teach(u16),
    /// How large is the picture?
    Picture,
    /// What can be chosen for good.
    Settings,
    /// What one setting can be.
    Choose(Subject),
    /// What is this program?
    About,
    /// Leave?
    Quit,
}

/// What a dialog's choices depend on.
#[derive(Clone, Debug)]
pub(super) struct DialogContext<'a> {
    /// What is known of the service and the household.
    pub(super) context: &'a UiContext,
    /// Some key was taught.
    pub(super) taught: bool,
    /// Whether OK and Back of gamepads would change places or change back; `None` without a gamepad.
    pub(super) swap_to: Option<bool>,
    /// What was chosen.
    pub(super) preferences: Preferences,
    /// This machine can speak.
    pub(super) voice: bool,
    /// All services are where Back leads.
    pub(super) home: bool,
    /// What was typed on the keyboard on the screen.
    pub(super) typed: Typed,
}

impl Dialog {
    /// Whether it can stay open over a view: it may belong to a screen, and nothing lies over a dark one.
    pub(super) fn fits(self, view: &View) -> bool {
        match self {
            Self::BiggerQr => match view {
                View::Waiting(_) => true,
                View::SettingUp(set_up) => set_up.page.is_some(),
                View::AwaitingCode(consent) => consent.reception != CodeSource::Browser,
                _ => false,
            },
            Self::Keyboard => match view {
                View::AwaitingCode(consent) => consent.reception != CodeSource::Browser,
                _ => false,
            },
            Self::Keep => matches!(view, View::Paired { .. }),
            Self::Unpair => matches!(view, View::Paired { .. } | View::Refused { .. }),
            Self::More
            | Self::Remote
            | Self::Teach(_)
            | Self::Picture
            | Self::Settings
            | Self::Choose(_)
            | Self::About
            | Self::Quit => *view != View::Resting,
        }
    }

    /// What can be chosen.
    pub(super) fn choices(self, view: &View, words: &Words, room: &DialogContext<'_>) -> Choices {
        let choice = |id, command| choice(words, id, command);
        let close = |id| choice(id, Command::Close);
        let row = |list| Choices::new(Line::Row, list);
        match self {
            Self::BiggerQr => row(vec![close("button-smaller")]),
            Self::Keyboard => keyboard::choices(words, room.typed.capital()),
            Self::More => Choices::new(Line::Column, more(view, words, room)),
            Self::Unpair => row(vec![
                close("button-keep"),
                choice("button-unpair", Command::Wish(Intent::Unpair)),
            ]),
            Self::Keep => {
                let (id, keep) = match view {
                    View::Paired {
                        place: StoreLocation::Keyring,
                        ..
                    } => ("button-to-file", StoreChoice::InFile),
                    _ => ("button-to-keyring", StoreChoice::InKeyring),
                };
                row(vec![
                    close("button-stay-there"),
                    choice(id, Command::Wish(Intent::Move(keep))),
                ])
            }
            Self::Remote => {
                let mut list = vec![choice("button-start-over", Command::StartOver)];
                if let Some(swapped) = room.swap_to {
                    let swap = Command::Keep(Setting::Swap(swapped));
                    list.push(choice("button-swap", swap));
                }
                if room.taught {
                    let forget = Command::Keep(Setting::ForgetTaught);
                    list.push(choice("button-forget-taught", forget));
                }
                list.push(close("button-done"));
                row(list)
            }
            Self::Teach(code) => {
                let teach = |button: Button| {
                    let command = Command::Keep(Setting::Teach(code, button));
                    choice(name_of(button), command)
                };
                Choices::new(Line::Column, Button::TEACHABLE.map(teach).into())
            }
            Self::Picture => row(vec![
                choice("button-smaller-picture", Command::Resize(0.5)),
                choice("button-larger-picture", Command::Resize(-0.5)),
                close("button-done"),
            ]),
            Self::Settings => {
                let list = Subject::ALL.map(|subject| {
                    let command = Command::Open(Self::Choose(subject));
                    let chosen = subject.chosen(&room.preferences);
                    named(subject.name(words), command)
                        .with_value(preferences::name_of(words, chosen))
                });
                Choices::new(Line::Column, list.into())
            }
            Self::Choose(subject) => {
                let chosen = subject.chosen(&room.preferences);
                let options = subject.options();
                let first = options.iter().position(|option| *option == chosen);
                let list = options.into_iter().map(|option| {
                    let name = preferences::name_of(words, option);
                    named(name, Command::Keep(option)).checked(option == chosen)
                });
                Choices::new(Line::Column, list.collect()).starting_at(first.unwrap_or(0))
            }
            Self::About => row(vec![close("button-close")]),
            Self::Quit if choices::leads_home(view, room.home) => row(vec![
                close("button-stay"),
                choice("button-services", Command::Wish(Intent::Home)),
            ]),
            Self::Quit => row(vec![
                close("button-stay"),
                choice("button-quit", Command::End(Ending::Quit)),
            ]),
        }
    }
}

/// What else there is on a screen; the first is harmless.
fn more(view: &View, words: &Words, room: &DialogContext<'_>) -> Vec<Choice> {
    let open = |id, dialog| choice(words, id, Command::Open(dialog));
    let mut list = vec![
        open("button-settings", Dialog::Settings),
        open("button-remote", Dialog::Remote),
        open("button-picture", Dialog::Picture),
    ];
    if let View::Paired { place, .. } = view
        && *place != StoreLocation::Demo
    {
        list.push(open("button-kept", Dialog::Keep));
    }
    if room.context.can_be_set_up && gains_by_another_application(view) {
        list.push(choice(words, "button-set-up", Command::Wish(Intent::SetUp)));
    }
    if room.voice && matches!(view, View::Waiting(_)) {
        list.insert(0, choice(words, "button-read", Command::Read));
    }
    // A kiosk has no keyboard with which the browser could be closed again.
    let browser_may_open = room.context.has_browser && !room.context.kiosk;
    if browser_may_open && matches!(view, View::Waiting(_)) {
        let open_here = Command::Wish(Intent::OpenHere);
        list.push(choice(words, "button-open-here", open_here));
    }
    let in_between = match view {
        View::Asking { .. } | View::Waiting(_) | View::SettingUp(_) => true,
        View::AwaitingCode(consent) => consent.way != SignInMethod::Browser,
        _ => false,
    };
    if room.context.offers_browser() && in_between {
        let browser = Command::Wish(Intent::SignIn(SignInMethod::Browser));
        list.push(choice(words, "button-in-browser", browser));
    }
    let at_home = matches!(view, View::Home(_));
    if room.context.services > 1 && !at_home {
        let home = Command::Wish(Intent::Home);
        list.push(choice(words, "button-services", home));
    }
    list.push(open("button-about", Dialog::About));
    // Where there is a way back to all services, those are where the program is left.
    if !room.context.kiosk && (at_home || !room.home) {
        list.push(open("button-quit", Dialog::Quit));
    }
    list
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

/// The message that names a button.
pub(super) fn name_of(button: Button) -> &'static str {
    match button {
        Button::Up => "name-up",
        Button::Down => "name-down",
        Button::Left => "name-left",
        Button::Right => "name-right",
        Button::Ok => "name-ok",
        Button::Back => "name-back",
        Button::Menu => "name-menu",
        Button::Info => "name-info",
        Button::PlayPause => "name-play-pause",
        Button::PageUp => "name-page-up",
        Button::PageDown => "name-page-down",
        Button::Digit(_) => "name-digit",
        Button::Red => "name-red",
        Button::Green => "name-green",
        Button::Yellow => "name-yellow",
        Button::Blue => "name-blue",
        Button::Other => "name-other",
        Button::Unknown => "name-unknown",
    }
}
