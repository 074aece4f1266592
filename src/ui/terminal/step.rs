//! What the terminal does by itself about a view: there are no buttons here, so what would be one is decided by how
//! the command was called, or ends it with a sentence that says what to do.

use super::stop::pair;
use super::{Failure, stop};
use crate::auth::{Account, LOOPBACK, StoreLocation, StoreTrouble, Trouble};
use crate::pairing::{Check, FailedAction, Intent, View};
use crate::words::{UiContext, Words, store, trouble};

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
    let service = || ("service", context.service().into());
    let fail = |code, sentence| Step::Fail(Failure { code, sentence });
    match view {
        // What the settings say has just failed, so the new one is kept where it can be.
        View::Unreadable(StoreTrouble::Locked | StoreTrouble::KeyringAbsent(_)) if again => {
            Step::Send(Intent::PairInFile, None)
        }
        View::Paired { fresh: false, .. } | View::Unreadable(_) if again => {
            Step::Send(Intent::PairAgain, None)
        }
        View::Home(_)
        | View::Starting
        | View::Asking { .. }
        | View::Waiting(_)
        | View::SettingUp(_)
        | View::AwaitingCode(_)
        | View::Exchanging { .. }
        | View::Storing
        | View::CannotStore { .. }
        | View::Forgetting
        | View::Paired {
            check: Check::Pending,
            ..
        } => Step::GoOn,
        View::Paired { .. } => {
            let said = last_word(view, words, context).or_else(|| already(view, words, context));
            Step::Done(said.unwrap_or_default())
        }
        View::Refused { .. } => Step::Send(
            Intent::PairAgain,
            Some(words.with("terminal-refused", [service()])),
        ),
        View::Unreadable(why) => {
            let code = match why {
                StoreTrouble::Locked => 4,
                StoreTrouble::KeyringAbsent(_) | StoreTrouble::Failed(_) => 5,
            };
            let why = store::store(words, why);
            let values = [("why", why.into()), pair(context)];
            fail(code, words.with("terminal-unreadable", values))
        }
        View::Resting => fail(3, words.with("terminal-resting", [pair(context)])),
        View::Stopped(why) => Step::Fail(stop::failure(words, context, why)),
    }
}

/// Whether the page of the code is to be opened here now: of the first one, where that is `wanted`.
pub(super) fn opens(view: &View, wanted: &mut bool) -> bool {
    matches!(view, View::Waiting(_)) && std::mem::take(wanted)
}

/// What is said of a fresh pairing, whatever else is known of it.
pub(super) fn last_word(view: &View, words: &Words, context: &UiContext) -> Option<String> {
    let View::Paired {
        account,
        place,
        fresh: true,
        lacks_scope,
        instead_of,
        failed_action,
        ..
    } = view
    else {
        return None;
    };
    let kept = ("place", kept(words, place).into());
    let name = account.as_ref().and_then(Account::label);
    let mut said = vec![match name {
        Some(name) => words.with("terminal-paired", [("name", name.into()), kept]),
        None => words.with("terminal-paired-nameless", [kept]),
    }];
    if let StoreLocation::File {
        why_not_keyring: Some(why),
        ..
    } = place
    {
        let why = store::keyring(words, *why).into();
        said.push(words.with("paired-file-why", [("why", why)]));
    }
    if let Some(FailedAction::KeepClient) = failed_action {
        said.push(words.get("paired-client-not-kept"));
    }
    if *lacks_scope {
        let service = ("service", context.service().into());
        said.push(words.with("paired-limited", [service]));
    }
    if let Some(before) = instead_of {
        let before = before.label().unwrap_or_default();
        said.push(words.with("paired-instead", [("name", before.into())]));
    }
    said.extend(ends(view, words, context));
    Some(said.join("\n"))
}

/// That the service will end this kind of sign-in, if it will.
fn ends(view: &View, words: &Words, context: &UiContext) -> Option<String> {
    view.ends_about(context.provider)?;
    let service = ("service", context.service().into());
    let said = [
        words.with("paired-ends", [service]),
        words.get("application-mobile"),
        LOOPBACK.to_owned(),
    ];
    Some(said.join("\n"))
}

/// What is said of an earlier pairing, checked or not.
pub(super) fn already(view: &View, words: &Words, context: &UiContext) -> Option<String> {
    let View::Paired {
        account,
        place,
        fresh: false,
        check,
        ..
    } = view
    else {
        return None;
    };
    let (kept, pair) = (("place", kept(words, place).into()), pair(context));
    let name = account.as_ref().and_then(Account::label);
    let mut said = vec![match name {
        Some(name) => words.with("terminal-already", [("name", name.into()), kept, pair]),
        None => words.with("terminal-already-nameless", [kept, pair]),
    }];
    let delayed = |what: Trouble| {
        let what = trouble::trouble(words, what, context.service());
        words.with("paired-delayed", [("trouble", what.into())])
    };
    said.extend(match check {
        Check::Good => None,
        Check::Pending => Some(delayed(Trouble::Timeout)),
        Check::Delayed(delay) => Some(delayed(delay.trouble)),
        Check::Refused(why) => Some(trouble::not_checked(words, why, context.service())),
    });
    said.extend(ends(view, words, context));
    Some(said.join("\n"))
}

fn kept(words: &Words, place: &StoreLocation) -> String {
    match place {
        StoreLocation::Keyring => words.get("terminal-keyring"),
        StoreLocation::File { path, .. } => path.display().to_string(),
        StoreLocation::Demo => words.get("terminal-demo"),
    }
}
