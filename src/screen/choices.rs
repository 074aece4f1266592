//! What can be chosen on each screen, and what Back does.
//!
//! The first choice has the first focus, so it is always the harmless one. At most three stand in a row.

use super::stage::Key;
use super::words::Words;
use super::{Ending, message};
use crate::authorization::{Keep, Place, StoreTrouble};
use crate::pairing::{Intent, Stop, View};

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

/// What lies over the screen that the view wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialog {
    /// The QR as large as the television.
    BiggerQr,
    /// Unpair?
    Unpair,
    /// Where is the token kept?
    Keep,
    /// Leave?
    Quit,
}

impl Dialog {
    /// Whether it can stay open over a view: it belongs to a screen, and an approval must be seen.
    pub(super) fn fits(self, view: &View) -> bool {
        match self {
            Self::BiggerQr => matches!(view, View::Waiting(_)),
            Self::Keep => matches!(view, View::Paired { .. }),
            Self::Unpair => matches!(view, View::Paired { .. } | View::Refused { .. }),
            Self::Quit => !matches!(view, View::Paired { fresh: true, .. }),
        }
    }
}

/// What a choice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// Nothing at the moment.
    Nothing,
    /// Tells the engine.
    Wish(Intent),
    /// Opens a dialog.
    Open(Dialog),
    /// Closes the dialog.
    Close,
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

/// The choices of a view, or of the dialog over it.
pub(super) fn row(view: &View, dialog: Option<Dialog>, words: &Words, demo: bool) -> Vec<Choice> {
    let choice = |id, command| choice(words, id, command);
    let again = || choice("button-again", Command::Wish(Intent::TryNow));
    let new = || choice("button-new", Command::Wish(Intent::NewCode));
    let pair_again = || choice("button-pair-again", Command::Wish(Intent::PairAgain));
    let in_file = || choice("button-pair-in-file", Command::Wish(Intent::PairInFile));
    let unpair = |id| choice(id, Command::Open(Dialog::Unpair));
    let leave = |id| choice(id, Command::End(Ending::Quit));
    let ask_to_leave = || choice("button-quit", Command::Open(Dialog::Quit));
    let close = |id| choice(id, Command::Close);
    match dialog {
        Some(Dialog::BiggerQr) => return vec![close("button-smaller")],
        Some(Dialog::Unpair) => {
            return vec![
                close("button-keep"),
                choice("button-unpair", Command::Wish(Intent::Unpair)),
            ];
        }
        Some(Dialog::Keep) => {
            let to_file = || choice("button-to-file", Command::Wish(Intent::Move(Keep::InFile)));
            let to_keyring = || {
                choice(
                    "button-to-keyring",
                    Command::Wish(Intent::Move(Keep::InKeyring)),
                )
            };
            let in_keyring = matches!(
                view,
                View::Paired {
                    place: Place::Keyring,
                    ..
                }
            );
            return vec![
                close("button-stay-there"),
                if in_keyring { to_file() } else { to_keyring() },
            ];
        }
        Some(Dialog::Quit) => return vec![close("button-stay"), leave("button-quit")],
        None => {}
    }
    match view {
        View::Asking { trouble, .. } => pairing_row(words, false, trouble.is_some(), demo),
        View::Waiting(waiting) => pairing_row(words, true, waiting.trouble.is_some(), demo),
        View::Resting => Vec::new(),
        View::Paired { fresh: true, .. } => vec![leave("button-done"), unpair("button-not-you")],
        View::Paired {
            place: Place::Demo, ..
        } => {
            vec![leave("button-done"), pair_again(), unpair("button-unpair")]
        }
        View::Paired { .. } => vec![
            leave("button-done"),
            pair_again(),
            unpair("button-unpair"),
            choice("button-more", Command::Open(Dialog::Keep)),
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
        View::Stopped(Stop::Rejected(answers)) if message::lacks_client_id(answers) => {
            vec![
                choice("button-demo", Command::End(Ending::Demo)),
                leave("button-quit"),
            ]
        }
        View::Stopped(Stop::Rejected(_)) => vec![again(), leave("button-quit")],
        View::Starting | View::Storing | View::Forgetting => vec![ask_to_leave()],
    }
}

/// The choice where nothing else can be done.
pub(super) fn only_quit(words: &Words) -> Vec<Choice> {
    vec![choice(words, "button-quit", Command::End(Ending::Quit))]
}

/// What Back does: it closes a dialog, leaves a result, and asks before it leaves anything that goes on.
pub(super) fn back(view: &View, dialog: Option<Dialog>) -> Command {
    match (dialog, view) {
        (Some(_), _) => Command::Close,
        (
            None,
            View::Paired { .. } | View::Refused { .. } | View::Stopped(_) | View::Unreadable(_),
        ) => Command::End(Ending::Quit),
        (
            None,
            View::Starting
            | View::Asking { .. }
            | View::Waiting(_)
            | View::Resting
            | View::Storing
            | View::CannotStore { .. }
            | View::Forgetting,
        ) => Command::Open(Dialog::Quit),
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
        choice("button-quit", Command::Open(Dialog::Quit)),
    ];
    if demo {
        row.push(choice("button-approve", Command::Approve).enabled_if(code));
    }
    row
}

fn choice(words: &Words, id: &str, command: Command) -> Choice {
    let key = Key {
        label: words.get(id),
        enabled: true,
        room_for: Vec::new(),
    };
    Choice { key, command }
}

impl Choice {
    fn enabled_if(mut self, condition: bool) -> Self {
        if !condition {
            self.key.enabled = false;
            self.command = Command::Nothing;
        }
        self
    }
}
