//! What can be chosen where the machine cannot go on by itself.

use super::choices::{IN_BROWSER, Item, MORE, NEW_CODE, QUIT, SET_UP, TRY_AGAIN};
use crate::auth::Rejection;
use crate::pairing::{Intent, SignInMethod, StartError, Stop};
use crate::ui::presentation::{lacks_application, wrong_client_id};
use crate::ui::tv::choice::Command;
use crate::ui::tv::{Ending, UiContext};

pub(super) fn stopped_items(stop: &Stop, context: &UiContext) -> Vec<Item> {
    let can_be_set_up = context.can_be_set_up;
    match stop {
        Stop::SignedOut { .. } => {
            vec![("button-done", QUIT.1), ("button-pair-again", TRY_AGAIN.1)]
        }
        Stop::Denied => vec![NEW_CODE, QUIT],
        Stop::Rejected(answers) if lacks_application(answers) => {
            let mut items = vec![("button-demo", Command::End(Ending::Demo)), MORE];
            if can_be_set_up {
                items.insert(0, ("button-by-phone", SET_UP.1));
            }
            items
        }
        Stop::Rejected(answers) if can_be_set_up && wrong_client_id(answers) => {
            vec![SET_UP, TRY_AGAIN, QUIT]
        }
        Stop::Rejected(_) if context.offers_browser() => vec![TRY_AGAIN, IN_BROWSER, QUIT],
        Stop::Refused(
            Rejection::ClientId { .. }
            | Rejection::ClientBlocked { .. }
            | Rejection::ClientSecret { .. }
            | Rejection::SecretWanted { .. },
        ) if can_be_set_up => vec![SET_UP, TRY_AGAIN, QUIT],
        Stop::Refused(Rejection::Redirect { .. }) if context.redirect_uri.is_some() => {
            vec![TRY_AGAIN, usual_method(context), QUIT]
        }
        Stop::TimeOver(SignInMethod::Browser)
        | Stop::NotAllowed
        | Stop::OtherIssuer
        | Stop::PageRefused(_)
        | Stop::CodeRefused
        | Stop::CodeLost(_)
        | Stop::StartError(StartError::PortTaken(_) | StartError::NoBrowser) => {
            vec![TRY_AGAIN, usual_method(context), QUIT]
        }
        Stop::Rejected(_)
        | Stop::TimeOver(_)
        | Stop::PageClosed
        | Stop::Refused(_)
        | Stop::StartError(_)
        | Stop::Unexpected => vec![TRY_AGAIN, QUIT],
    }
}

/// From the browser on this computer back to the usual way to sign in.
pub(super) fn usual_method(context: &UiContext) -> Item {
    let id = match context.usual {
        SignInMethod::Code => "button-by-code",
        SignInMethod::ManualCode | SignInMethod::Browser => "button-by-phone",
    };
    (id, Command::Send(Intent::SignIn(context.usual)))
}
