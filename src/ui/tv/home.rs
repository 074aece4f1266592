//! All services: how things stand with each.

use super::Ending;
use super::choices::{Choice, Command, choice, named};
use super::dialog::Dialog;
use crate::auth::Account;
use crate::pairing::{Intent, ServiceState, ServiceStatus};
use crate::words::Words;

/// The services, and what else there is.
pub(super) fn choices(standings: &[ServiceStatus], words: &Words, kiosk: bool) -> Vec<Choice> {
    let services = standings.iter().map(|standing| {
        let open = Command::Wish(Intent::Open(standing.service));
        named(standing.service.label().to_owned(), open).with_value(state(words, &standing.state))
    });
    let mut list: Vec<_> = services.collect();
    list.push(choice(words, "button-more", Command::Open(Dialog::More)));
    if !kiosk {
        list.push(choice(words, "button-quit", Command::End(Ending::Quit)));
    }
    list
}

/// How things stand, as an end of a line.
pub(super) fn state(words: &Words, state: &ServiceState) -> String {
    match state {
        ServiceState::Looking => words.get("state-looking"),
        ServiceState::NotSetUp => words.get("state-not-set-up"),
        ServiceState::NotPaired => words.get("state-not-paired"),
        ServiceState::Paired(account) => match account.as_ref().and_then(Account::label) {
            Some(name) => words.with("state-paired", [("name", name.into())]),
            None => words.get("state-paired-nameless"),
        },
        ServiceState::NeedsAttention => words.get("state-attention"),
    }
}
