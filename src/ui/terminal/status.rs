//! What goes on, in one line.

use std::time::Instant;

use crate::pairing::{CodeSource, Progress, View};
use crate::web::phone::TRIES;
use crate::words::{UiContext, Words, store, trouble};

/// One quiet line that tells the truth.
pub(super) fn status(words: &Words, context: &UiContext, view: &View, now: Instant) -> String {
    let service = || ("service", context.service().into());
    match view {
        View::Home(_) | View::Starting | View::Unreadable(_) | View::Resting | View::Stopped(_) => {
            words.get("starting-title")
        }
        View::SettingUp(set_up) if set_up.page.is_none() => words.get("starting-title"),
        View::SettingUp(set_up) => progress(words, set_up.progress),
        View::AwaitingCode(consent) => match consent.reception {
            CodeSource::Phone(_) => progress(words, consent.progress),
            CodeSource::Typing(_) => words.get("terminal-paste"),
            CodeSource::Browser => words.get("status-waiting"),
        },
        View::Exchanging { trouble: None } => words.with("exchange-body", [service()]),
        View::Exchanging {
            trouble: Some(delay),
        } => trouble::delay(words, *delay, context.service(), false, now),
        View::Refused { .. } => words.with("refused-title", [service()]),
        View::Asking { trouble, .. } => {
            trouble::status(words, None, *trouble, context.service(), now)
        }
        View::Waiting(waiting) => trouble::status(
            words,
            Some(waiting),
            waiting.trouble,
            context.service(),
            now,
        ),
        View::Storing => words.get("terminal-storing"),
        View::CannotStore { why, .. } => {
            let why = store::store(words, why);
            words.with("terminal-cannot-store", [("why", why.into())])
        }
        View::Paired { .. } => words.with("terminal-checking", [service()]),
        View::Forgetting => words.get("forgetting-title"),
    }
}

/// How it goes on the page for a phone.
fn progress(words: &Words, progress: Progress) -> String {
    match progress {
        Progress {
            wrong_numbers: 0,
            opened: false,
        } => words.get("status-waiting"),
        Progress {
            wrong_numbers: 0,
            opened: true,
        } => words.get("page-opened"),
        Progress { wrong_numbers, .. } => {
            let values = [("count", wrong_numbers.into()), ("most", TRIES.into())];
            words.with("page-wrong", values)
        }
    }
}
