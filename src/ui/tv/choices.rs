//! What can be chosen on each screen, and what Back does.
//!
//! The first choice has the first focus, so it is always the harmless one. A kiosk has no way out: what would leave is
//! not there.

use super::dialog::Dialog;
use super::focus::Line;
use super::keyboard::{self, Stroke};
use super::stage::Key;
use super::{Ending, Setting, UiContext, home};
use crate::auth::{LOOPBACK, Rejection, StoreTrouble};
use crate::pairing::{CodeSource, Intent, SignInMethod, StartError, Stop, View};
use crate::ui::presentation::{lacks_client_id, wrong_client_id};
use crate::words::Words;

/// The screens; the focus starts anew on each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    /// Something that takes a moment.
    Moment,
    /// All services.
    Home,
    /// The code, or its empty place.
    Pairing,
    /// Something is waited for that comes from a page.
    Page,
    /// Nobody is here.
    Resting,
    /// The result.
    Paired,
    /// Something a person must mend.
    Mend,
}

impl Screen {
    /// The screen of a view.
    pub(super) fn of(view: &View) -> Self {
        match view {
            View::Home(_) => Self::Home,
            View::Starting | View::Exchanging { .. } | View::Storing | View::Forgetting => {
                Self::Moment
            }
            View::SettingUp(_) | View::AwaitingCode(_) => Self::Page,
            View::Asking { .. } | View::Waiting(_) => Self::Pairing,
            View::Resting => Self::Resting,
            View::Paired { .. } => Self::Paired,
            View::Unreadable(_)
            | View::Stopped(_)
            | View::CannotStore { .. }
            | View::Refused { .. } => Self::Mend,
        }
    }
}

/// What a choice does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Command {
    /// Nothing at the moment.
    Nothing,
    /// Tells the engine.
    Wish(Intent),
    /// Opens a dialog over what is there.
    Open(Dialog),
    /// Closes the topmost dialog.
    Close,
    /// Empties the list of the remote test.
    StartOver,
    /// Changes a setting, now and for good.
    Keep(Setting),
    /// Makes the picture smaller by so many percent at each edge.
    Resize(f32),
    /// Reads the code aloud.
    Read,
    /// Does this on the keyboard on the screen.
    Type(Stroke),
    /// Says that Back does nothing here.
    NoWayOut,
    /// Ends the screen.
    End(Ending),
    /// Plays the phone in the demo.
    Approve,
}

/// A button and what it does.
pub(super) struct Choice {
    pub(super) key: Key,
    pub(super) command: Command,
}

/// A row or column of choices.
pub(super) struct Choices {
    pub(super) line: Line,
    pub(super) list: Vec<Choice>,
    /// Which of them has the first focus.
    pub(super) first: usize,
}

impl Choices {
    pub(super) fn new(line: Line, list: Vec<Choice>) -> Self {
        let first = 0;
        Self { line, list, first }
    }

    /// With the first focus elsewhere.
    pub(super) fn starting_at(self, first: usize) -> Self {
        Self { first, ..self }
    }

    /// As they stand on a screen in portrait orientation: what is a row elsewhere is a column there.
    pub(super) fn stacked(self) -> Self {
        let line = match self.line {
            Line::Row | Line::Column => Line::Column,
            Line::Grid(_) => Line::Grid(keyboard::TALL_COLUMNS),
        };
        Self { line, ..self }
    }

    /// What stands on the buttons.
    pub(super) fn keys(&self) -> Vec<Key> {
        self.list.iter().map(|choice| choice.key.clone()).collect()
    }

    /// What the choice at a place does.
    pub(super) fn command(&self, index: usize) -> Command {
        let choice = self.list.get(index);
        choice.map_or(Command::Nothing, |choice| choice.command.clone())
    }
}

/// The choices of a view. `home`: there is a way back to all services.
pub(super) fn of(view: &View, words: &Words, context: &UiContext, home: bool) -> Choices {
    if let View::Home(standings) = view {
        return Choices::new(Line::Column, home::choices(standings, words, context.kiosk));
    }
    let home = leads_home(view, home);
    let mut list = row(view, words, context);
    if home {
        for choice in &mut list {
            if choice.command == Command::End(Ending::Quit) {
                choice.command = Command::Wish(Intent::Home);
                if choice.key.label == words.get("button-quit") {
                    choice.key.label = words.get("button-services");
                }
            }
        }
    }
    if context.kiosk {
        let leaves = |choice: &Choice| {
            choice.command == Command::End(Ending::Quit)
                || (choice.command == Command::Open(Dialog::Quit) && !home)
        };
        list.retain(|choice| !leaves(choice));
        // Every screen but the dark one has something to focus; on a result it is the harmless choice.
        let more = |choice: &Choice| choice.command == Command::Open(Dialog::More);
        let result = matches!(view, View::Paired { .. });
        if *view != View::Resting && (list.is_empty() || result) {
            list.retain(|choice| !more(choice));
            list.insert(0, choice(words, "button-more", Command::Open(Dialog::More)));
        }
    }
    Choices::new(Line::Row, list)
}

fn row(view: &View, words: &Words, context: &UiContext) -> Vec<Choice> {
    let choice = |id, command| choice(words, id, command);
    let again = || choice("button-again", Command::Wish(Intent::TryNow));
    let pair_again = || choice("button-pair-again", Command::Wish(Intent::PairAgain));
    let in_file = || choice("button-pair-in-file", Command::Wish(Intent::PairInFile));
    let unpair = |id| choice(id, Command::Open(Dialog::Unpair));
    let leave = |id| choice(id, Command::End(Ending::Quit));
    let ask_to_leave = || choice("button-quit", Command::Open(Dialog::Quit));
    let more = || choice("button-more", Command::Open(Dialog::More));
    let bigger = || choice("button-bigger", Command::Open(Dialog::BiggerQr));
    let type_code = || choice("button-type", Command::Open(Dialog::Keyboard));
    let demo = context.demo.is_some();
    match view {
        View::Asking { trouble, .. } => pairing_row(words, false, trouble.is_some(), demo),
        View::Waiting(waiting) => pairing_row(words, true, waiting.trouble.is_some(), demo),
        View::SettingUp(set_up) => vec![bigger().enabled_if(set_up.page.is_some()), more()],
        View::AwaitingCode(consent) => match consent.reception {
            CodeSource::Phone(_) => vec![bigger(), type_code(), more()],
            CodeSource::Typing(_) => vec![type_code(), bigger(), more()],
            CodeSource::Browser => vec![
                choice("button-open-again", Command::Wish(Intent::TryNow)),
                other_way(words, context),
                more(),
            ],
        },
        // Chosen by `of`.
        View::Home(_) | View::Resting => Vec::new(),
        View::Paired { fresh: true, .. } => vec![leave("button-done"), unpair("button-not-you")],
        View::Paired { .. } => vec![
            leave("button-done"),
            pair_again(),
            unpair("button-unpair"),
            more(),
        ],
        View::Refused { .. } => vec![pair_again(), unpair("button-unpair"), leave("button-quit")],
        View::CannotStore { .. } | View::Exchanging { trouble: Some(_) } => {
            vec![again(), ask_to_leave()]
        }
        View::Unreadable(StoreTrouble::Locked) => {
            vec![
                choice("button-unlock", Command::Wish(Intent::Unlock)),
                in_file(),
                leave("button-later"),
            ]
        }
        View::Unreadable(StoreTrouble::KeyringAbsent(_)) => {
            vec![again(), in_file(), leave("button-later")]
        }
        View::Unreadable(StoreTrouble::Failed(_)) => {
            vec![again(), pair_again(), leave("button-quit")]
        }
        View::Stopped(stop) => stopped(words, context, stop),
        View::Starting | View::Storing | View::Forgetting | View::Exchanging { trouble: None } => {
            vec![ask_to_leave()]
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

/// What can be chosen when the machine cannot go on by itself.
fn stopped(words: &Words, context: &UiContext, stop: &Stop) -> Vec<Choice> {
    let choice = |id, command| choice(words, id, command);
    let again = || choice("button-again", Command::Wish(Intent::TryNow));
    let leave = || choice("button-quit", Command::End(Ending::Quit));
    match stop {
        Stop::Denied => vec![
            choice("button-new", Command::Wish(Intent::NewCode)),
            leave(),
        ],
        Stop::Rejected(answers) if lacks_client_id(answers) => {
            let mut list = vec![
                choice("button-demo", Command::End(Ending::Demo)),
                choice("button-more", Command::Open(Dialog::More)),
            ];
            if context.can_be_set_up {
                list.insert(0, choice("button-by-phone", Command::Wish(Intent::SetUp)));
            }
            list
        }
        Stop::Rejected(answers) if context.can_be_set_up && wrong_client_id(answers) => {
            let set_up = choice("button-set-up", Command::Wish(Intent::SetUp));
            vec![again(), set_up, leave()]
        }
        Stop::Rejected(_) if context.offers_browser() => {
            let browser = Command::Wish(Intent::SignIn(SignInMethod::Browser));
            vec![again(), choice("button-in-browser", browser), leave()]
        }
        Stop::Refused(
            Rejection::ClientId { .. }
            | Rejection::ClientBlocked { .. }
            | Rejection::ClientSecret { .. }
            | Rejection::SecretWanted { .. },
        ) if context.can_be_set_up => {
            let set_up = choice("button-set-up", Command::Wish(Intent::SetUp));
            vec![set_up, again(), leave()]
        }
        Stop::Refused(Rejection::Redirect { .. }) if context.redirect_uri.is_some() => {
            vec![again(), other_way(words, context), leave()]
        }
        Stop::TimeOver(SignInMethod::Browser)
        | Stop::NotAllowed
        | Stop::OtherIssuer
        | Stop::PageRefused(_)
        | Stop::CodeRefused
        | Stop::CodeLost(_)
        | Stop::StartError(StartError::PortTaken(_) | StartError::NoBrowser) => {
            vec![again(), other_way(words, context), leave()]
        }
        Stop::Rejected(_)
        | Stop::TimeOver(_)
        | Stop::PageClosed
        | Stop::Refused(_)
        | Stop::StartError(_)
        | Stop::Unexpected => vec![again(), leave()],
    }
}

/// From the browser on this computer back to what is usual.
fn other_way(words: &Words, context: &UiContext) -> Choice {
    let id = match context.usual {
        SignInMethod::Code => "button-by-code",
        SignInMethod::ManualCode | SignInMethod::Browser => "button-by-phone",
    };
    choice(words, id, Command::Wish(Intent::SignIn(context.usual)))
}

/// Whether a person can turn back to all services from a view, if there is a way back at all. What is not stored yet is
/// not left behind.
pub(super) fn leads_home(view: &View, home: bool) -> bool {
    let holds = matches!(
        view,
        View::Home(_) | View::Exchanging { .. } | View::Storing | View::CannotStore { .. }
    );
    home && !holds
}

/// The choice where nothing else can be done. On a kiosk whatever keeps it running starts it again.
pub(super) fn only_quit(words: &Words, kiosk: bool) -> Choices {
    let id = if kiosk {
        "button-start-again"
    } else {
        "button-quit"
    };
    let quit = choice(words, id, Command::End(Ending::Quit));
    Choices::new(Line::Row, vec![quit])
}

/// What Back does on the screen of a view: it leaves a result, and asks before it leaves anything that goes on. `home`:
/// there is a way back to all services.
pub(super) fn back(view: &View, kiosk: bool, home: bool) -> Command {
    let home = leads_home(view, home);
    if kiosk && !home {
        return Command::NoWayOut;
    }
    match view {
        View::Home(_) => Command::End(Ending::Quit),
        View::Paired { .. } | View::Refused { .. } | View::Stopped(_) | View::Unreadable(_) => {
            if home {
                Command::Wish(Intent::Home)
            } else {
                Command::End(Ending::Quit)
            }
        }
        View::Starting
        | View::Asking { .. }
        | View::Waiting(_)
        | View::SettingUp(_)
        | View::AwaitingCode(_)
        | View::Exchanging { .. }
        | View::Resting
        | View::Storing
        | View::CannotStore { .. }
        | View::Forgetting => Command::Open(Dialog::Quit),
    }
}

/// The pairing screen's row keeps its places, whether there is a code or trouble or not.
fn pairing_row(words: &Words, code: bool, trouble: bool, demo: bool) -> Vec<Choice> {
    let choice = |id, command| choice(words, id, command);
    let mut first = if trouble {
        choice("button-check", Command::Wish(Intent::TryNow))
    } else {
        choice("button-bigger", Command::Open(Dialog::BiggerQr)).enabled_if(code)
    };
    first.key.room_for = vec![words.get("button-check"), words.get("button-bigger")];
    let mut row = vec![
        first,
        choice("button-new", Command::Wish(Intent::NewCode)).enabled_if(code),
        choice("button-more", Command::Open(Dialog::More)),
    ];
    if demo {
        row.push(choice("button-approve", Command::Approve).enabled_if(code));
    }
    row
}

/// A choice that can be made.
pub(super) fn choice(words: &Words, id: &str, command: Command) -> Choice {
    named(words.get(id), command)
}

/// The same, by its name.
pub(super) fn named(label: String, command: Command) -> Choice {
    let key = Key {
        label,
        enabled: true,
        room_for: Vec::new(),
        value: None,
        checked: None,
        spoken: None,
    };
    Choice { key, command }
}

impl Choice {
    /// What it is set to stands at its end.
    pub(super) fn with_value(mut self, value: String) -> Self {
        self.key.value = Some(value);
        self
    }

    /// One of several is chosen; this is the one, or not.
    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.key.checked = Some(checked);
        self
    }

    /// What is read of it, where that is not what stands on it.
    pub(super) fn spoken(mut self, spoken: String) -> Self {
        self.key.spoken = Some(spoken);
        self
    }

    fn enabled_if(mut self, condition: bool) -> Self {
        if !condition {
            self.key.enabled = false;
            self.command = Command::Nothing;
        }
        self
    }
}
