//! What the terminal does by itself about a view: there are no buttons here, so what would be one is decided by how
//! the command was called, or ends it with a sentence that says what to do.

use super::Failure;
use crate::auth::StoreError;
use crate::pairing::{Check, Intent, View};
use crate::system::clock;
use crate::ui::UiContext;
use crate::ui::presentation::{End, Medium, Presentation, Terminal};
use crate::words::Words;

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Waiting goes on.
    GoOn,
    /// The engine is told something, and the person why.
    Send(Intent, Option<String>),
    /// The end: there is a pairing.
    Done(String),
    /// The end: there is none.
    Fail(Failure),
}

/// The step that a new view asks for.
pub(super) fn step(view: &View, again: bool, words: &Words, context: &UiContext) -> Step {
    let Terminal { intro, end, .. } = terminal(view, words, context);
    match (view, end) {
        // What the settings say has just failed, so the new one is kept where it can be.
        (View::Unreadable(StoreError::Locked(_) | StoreError::KeyringAbsent(_)), _) if again => {
            Step::Send(Intent::PairInFile, None)
        }
        (View::Paired { fresh: false, .. } | View::Unreadable(_), _) if again => {
            Step::Send(Intent::PairAgain, None)
        }
        (View::Refused { .. }, _) => Step::Send(Intent::PairAgain, intro),
        (
            View::Paired {
                check: Check::Pending,
                ..
            },
            _,
        )
        | (_, None) => Step::GoOn,
        (_, Some(End { code: 0, sentence })) => Step::Done(sentence),
        (_, Some(End { code, sentence })) => Step::Fail(Failure { code, sentence }),
    }
}

fn terminal(view: &View, words: &Words, context: &UiContext) -> Terminal {
    Presentation::of(view, words, context, Medium::Terminal, clock::now()).terminal
}

/// Whether the page of the code is to be opened here now: of the first one, where that is `wanted`.
pub(super) fn opens(view: &View, wanted: &mut bool) -> bool {
    matches!(view, View::Waiting(_)) && std::mem::take(wanted)
}

/// What is said of a fresh pairing, whatever else is known of it.
pub(super) fn last_word(view: &View, words: &Words, context: &UiContext) -> Option<String> {
    matches!(view, View::Paired { fresh: true, .. }).then_some(())?;
    Some(terminal(view, words, context).end?.sentence)
}

/// What is said of an earlier pairing, checked or not.
pub(super) fn already(view: &View, words: &Words, context: &UiContext) -> Option<String> {
    matches!(view, View::Paired { fresh: false, .. }).then_some(())?;
    Some(terminal(view, words, context).end?.sentence)
}

/// What is said after a signal that ended it before there was a pairing.
pub(super) fn not_paired(view: &View, words: &Words, context: &UiContext) -> String {
    terminal(view, words, context).interrupted
}
