//! What was typed instead of a code, in words, and nothing of it.

use crate::auth::{AuthorizationCode, TypedCodeError};
use crate::ui::UiContext;
use crate::words::Words;

/// Why it is no code, and what to do about it.
pub(super) fn no_code(words: &Words, context: &UiContext, error: TypedCodeError) -> String {
    let of = |count: usize| {
        let length = ("length", AuthorizationCode::LENGTH.into());
        [("count", count.into()), length]
    };
    let why = match error {
        TypedCodeError::Empty => words.get("typed-empty"),
        TypedCodeError::CutAtHyphen { length } => words.with("typed-cut", of(length)),
        TypedCodeError::TooShort { length } => words.with("typed-short", of(length)),
        TypedCodeError::TooLong { .. }
        | TypedCodeError::WrongCharacter
        | TypedCodeError::NoCodeInAddress => {
            let service = ("service", context.service().into());
            words.with("phone-fault-strange", [service])
        }
        TypedCodeError::Denied => words.get("not-allowed-title"),
    };
    words.with("terminal-typed", [("why", why.into())])
}
