//! What can be chosen on a screen, and what a choice does.

use super::icon::Icon;
use super::typed_code::KeyboardKey;
use super::{Ending, Setting};
use crate::pairing::{CodeSource, Intent, View};
use crate::words::Words;

/// The screens; the focus starts anew on each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    Busy,
    Home,
    /// The code, or its empty place.
    Pairing,
    /// Something is waited for that comes from a page.
    Page,
    Resting,
    Paired,
    /// An error that the user must act on.
    Error,
}

impl Screen {
    pub(super) fn of(view: &View) -> Self {
        match view {
            View::Home(_) => Self::Home,
            View::Starting | View::Exchanging { .. } | View::Storing | View::Forgetting => {
                Self::Busy
            }
            View::SettingUp(_) | View::AwaitingCode(_) => Self::Page,
            View::Asking { .. } | View::Waiting(_) => Self::Pairing,
            View::Resting => Self::Resting,
            View::Paired { .. } => Self::Paired,
            View::Unreadable(_)
            | View::Stopped(_)
            | View::CannotStore { .. }
            | View::Refused { .. } => Self::Error,
        }
    }
}

/// What lies over the screen of a view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Dialog {
    BiggerQr,
    /// What else there is.
    More,
    Keyboard,
    Unpair,
    TokenLocation,
    RemoteTest,
    /// What shall the unknown key with this code do?
    TeachKey(u16),
    PictureSize,
    Settings,
    /// What one line of them can be, and is.
    Setting(Setting),
    /// How other programs get the token.
    Recipes,
    About,
    Quit,
}

impl Dialog {
    /// Whether it can be open over a view: it may belong to a screen, and nothing lies over a dark one.
    pub(super) fn fits(self, view: &View) -> bool {
        match self {
            Self::BiggerQr => match view {
                View::Waiting(_) => true,
                View::SettingUp(set_up) => set_up.page.is_some(),
                _ => Self::Keyboard.fits(view),
            },
            Self::Keyboard => {
                matches!(view, View::AwaitingCode(consent) if consent.code_source != CodeSource::Browser)
            }
            Self::TokenLocation | Self::Recipes => matches!(view, View::Paired { .. }),
            Self::Unpair => matches!(view, View::Paired { .. } | View::Refused { .. }),
            _ => *view != View::Resting,
        }
    }
}

/// What a choice does.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Command {
    #[default]
    Nothing,
    /// Tells the engine.
    Send(Intent),
    /// Opens a dialog over what is there.
    Open(Dialog),
    Close,
    /// Changes a setting, now and for good.
    Save(Setting),
    /// Makes the picture smaller by so many percent at each edge.
    Resize(f32),
    ReadAloud,
    Type(KeyboardKey),
    /// Says that Back does nothing here.
    ShowNoWayOut,
    End(Ending),
    Approve,
}

/// A button and what it does.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    pub(super) label: String,
    pub(super) icon: Option<Icon>,
    pub(super) command: Command,
    /// It does nothing at the moment.
    pub(super) disabled: bool,
    /// It is at least as wide as these labels need, so that it does not change its size with its label.
    pub(super) room_for: Vec<String>,
    /// What it is set to; stands at its end.
    pub(super) value: Option<String>,
    /// What a screen reader reads instead of the label.
    pub(super) spoken: Option<String>,
    /// It is one of several of which one is chosen: whether it is the one.
    pub(super) checked: Option<bool>,
}

impl Choice {
    pub(super) fn new(label: String, command: Command) -> Self {
        Self {
            label,
            command,
            ..Self::default()
        }
    }

    /// A choice whose label is the message with this id.
    pub(super) fn named(words: &Words, id: &str, command: Command) -> Self {
        Self {
            icon: Icon::named(id, &command),
            ..Self::new(words.get(id), command)
        }
    }
}

/// How the choices of a screen stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ButtonLayout {
    Row,
    Column,
    /// Row by row: where the middle of each choice is across, in any unit.
    Rows(Vec<Vec<f32>>),
}

pub(super) struct Choices {
    pub(super) layout: ButtonLayout,
    pub(super) list: Vec<Choice>,
    /// Which of them has the first focus.
    pub(super) first: usize,
}

impl Choices {
    pub(super) fn new(layout: ButtonLayout, list: Vec<Choice>) -> Self {
        Self {
            layout,
            list,
            first: 0,
        }
    }

    /// Whether a choice can have the focus.
    pub(super) fn is_enabled(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|choice| !choice.disabled)
    }

    pub(super) fn command(&self, index: usize) -> Command {
        let choice = self.list.get(index).filter(|choice| !choice.disabled);
        choice.map_or(Command::Nothing, |choice| choice.command.clone())
    }
}
