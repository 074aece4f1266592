//! What can be chosen on each screen, and what Back does.
//!
//! The first choice has the first focus, so it is always the harmless one. A kiosk has no way out: what would leave is
//! not there.

use super::dialog::Dialog;
use super::focus::Line;
use super::stage::Key;
use super::{Ending, Setting};
use crate::authorization::StoreTrouble;
use crate::pairing::{Intent, Stop, View};
use crate::words::{Words, trouble};

/// The screens; the focus starts anew on each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    /// Something that takes a moment.
    Moment,
    /// The code, or its empty place.
    Pairing,
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
            View::Starting | View::Storing | View::Forgetting => Self::Moment,
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
#[derive(Clone, Copy, Debug, PartialEq)]
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

    /// What stands on the buttons.
    pub(super) fn keys(&self) -> Vec<Key> {
        self.list.iter().map(|choice| choice.key.clone()).collect()
    }

    /// What the choice at a place does.
    pub(super) fn command(&self, index: usize) -> Command {
        let choice = self.list.get(index);
        choice.map_or(Command::Nothing, |choice| choice.command)
    }
}

/// The choices of a view.
pub(super) fn of(view: &View, words: &Words, demo: bool, kiosk: bool) -> Choices {
    let mut list = row(view, words, demo);
    if kiosk {
        let leaves = |choice: &Choice| {
            matches!(
                choice.command,
                Command::End(Ending::Quit) | Command::Open(Dialog::Quit)
            )
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

fn row(view: &View, words: &Words, demo: bool) -> Vec<Choice> {
    let choice = |id, command| choice(words, id, command);
    let again = || choice("button-again", Command::Wish(Intent::TryNow));
    let new = || choice("button-new", Command::Wish(Intent::NewCode));
    let pair_again = || choice("button-pair-again", Command::Wish(Intent::PairAgain));
    let in_file = || choice("button-pair-in-file", Command::Wish(Intent::PairInFile));
    let unpair = |id| choice(id, Command::Open(Dialog::Unpair));
    let leave = |id| choice(id, Command::End(Ending::Quit));
    let ask_to_leave = || choice("button-quit", Command::Open(Dialog::Quit));
    let more = || choice("button-more", Command::Open(Dialog::More));
    match view {
        View::Asking { trouble, .. } => pairing_row(words, false, trouble.is_some(), demo),
        View::Waiting(waiting) => pairing_row(words, true, waiting.trouble.is_some(), demo),
        View::Resting => Vec::new(),
        View::Paired { fresh: true, .. } => vec![leave("button-done"), unpair("button-not-you")],
        View::Paired { .. } => vec![
            leave("button-done"),
            pair_again(),
            unpair("button-unpair"),
            more(),
        ],
        View::Refused { .. } => vec![pair_again(), unpair("button-unpair"), leave("button-quit")],
        View::CannotStore { .. } => vec![again(), ask_to_leave()],
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
        View::Stopped(Stop::Denied) => vec![new(), leave("button-quit")],
        View::Stopped(Stop::Rejected(answers)) if trouble::lacks_client_id(answers) => {
            vec![
                choice("button-demo", Command::End(Ending::Demo)),
                leave("button-quit"),
            ]
        }
        View::Stopped(Stop::Rejected(_)) => vec![again(), leave("button-quit")],
        View::Starting | View::Storing | View::Forgetting => vec![ask_to_leave()],
    }
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

/// What Back does on the screen of a view: it leaves a result, and asks before it leaves anything that goes on.
pub(super) fn back(view: &View, kiosk: bool) -> Command {
    if kiosk {
        return Command::NoWayOut;
    }
    match view {
        View::Paired { .. } | View::Refused { .. } | View::Stopped(_) | View::Unreadable(_) => {
            Command::End(Ending::Quit)
        }
        View::Starting
        | View::Asking { .. }
        | View::Waiting(_)
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

    fn enabled_if(mut self, condition: bool) -> Self {
        if !condition {
            self.key.enabled = false;
            self.command = Command::Nothing;
        }
        self
    }
}
