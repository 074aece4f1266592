//! Plain lines, for pipes and log files: one for each change, no control codes, no seconds.

use std::time::Instant;

use super::{status, stop};
use crate::auth::{AuthorizationCode, Secret};
use crate::pairing::{CodeSource, Consent, Notice, PhonePage, SetUp, View, Waiting};
use crate::words::{UiContext, Words, trouble};

/// What has been said.
#[derive(Default)]
pub(super) struct Lines {
    /// The code, or the address of the page.
    shown: Option<Secret>,
    notice: Option<Notice>,
    note: Option<String>,
    status: String,
}

impl Lines {
    /// What has to be said now.
    pub(super) fn news(
        &mut self,
        words: &Words,
        context: &UiContext,
        view: &View,
        note: Option<&str>,
        now: Instant,
    ) -> Vec<String> {
        let mut news = Vec::new();
        if note != self.note.as_deref() {
            self.note = note.map(str::to_owned);
            news.extend(self.note.clone());
        }
        let (shown, notice) = match view {
            View::Waiting(waiting) => (
                Some(waiting.code.user_code.expose().to_owned()),
                waiting.notice.clone(),
            ),
            View::SettingUp(set_up) => (set_up.page.as_ref().map(address), None),
            View::AwaitingCode(consent) => (Some(awaited(consent)), consent.notice.clone()),
            View::Home(_)
            | View::Starting
            | View::Unreadable(_)
            | View::Asking { .. }
            | View::Exchanging { .. }
            | View::Resting
            | View::Stopped(_)
            | View::Storing
            | View::CannotStore { .. }
            | View::Paired { .. }
            | View::Refused { .. }
            | View::Forgetting => (None, None),
        };
        if let Some(shown) = shown.map(Secret::new) {
            let is_new = self.shown.as_ref() != Some(&shown);
            if is_new || notice != self.notice {
                let notice = notice.as_ref();
                let notice = notice.map(|notice| trouble::notice(words, notice, context.service()));
                news.extend(notice);
            }
            if is_new {
                news.extend(instructions(words, context, view, now));
            }
            self.shown = Some(shown);
            self.notice = notice;
        }
        let status = status(words, context, view, now);
        if status != self.status {
            news.push(status.clone());
            self.status = status;
        }
        news
    }
}

fn address(page: &PhonePage) -> String {
    page.url.expose().to_owned()
}

/// What tells one sign-in through a page from another one.
fn awaited(consent: &Consent) -> String {
    match &consent.reception {
        // The page stays where it was while it asks for something else.
        CodeSource::Phone(page) => format!("{} {}", page.url.expose(), consent.address),
        CodeSource::Typing(_) | CodeSource::Browser => consent.address.to_string(),
    }
}

fn instructions(words: &Words, context: &UiContext, view: &View, now: Instant) -> Vec<String> {
    match view {
        View::Waiting(waiting) => code(words, waiting, now),
        View::SettingUp(set_up) => application(words, context, set_up, now),
        View::AwaitingCode(consent) => sign_in(words, context, consent, now),
        View::Home(_)
        | View::Starting
        | View::Unreadable(_)
        | View::Asking { .. }
        | View::Exchanging { .. }
        | View::Resting
        | View::Stopped(_)
        | View::Storing
        | View::CannotStore { .. }
        | View::Paired { .. }
        | View::Refused { .. }
        | View::Forgetting => Vec::new(),
    }
}

fn code(words: &Words, waiting: &Waiting, now: Instant) -> Vec<String> {
    let code = &waiting.code;
    let values = [
        ("code", code.user_code.expose().into()),
        ("time", left(words, waiting.expires_at, now).into()),
    ];
    let (short, long) = (&code.verification_uri, &code.verification_uri_complete);
    let mut lines = vec![
        words.with("terminal-code", values),
        words.with("terminal-open", [("url", short.as_str().into())]),
    ];
    if short.as_str() != long.as_str() {
        lines.push(words.with("terminal-link", [("url", long.as_str().into())]));
    }
    lines.push(words.get("terminal-beware"));
    lines
}

fn application(words: &Words, context: &UiContext, set_up: &SetUp, now: Instant) -> Vec<String> {
    let service = ("service", context.service().into());
    let mut lines = vec![words.with("no-application-title", [service])];
    if let Some(page) = &set_up.page {
        lines.extend(on_a_phone(words, page));
    }
    lines.extend(stop::set_up_by_hand(words, context));
    lines.push(good_for(words, set_up.expires_at, now));
    lines
}

fn sign_in(words: &Words, context: &UiContext, consent: &Consent, now: Instant) -> Vec<String> {
    let url = || ("url", consent.address.as_str().into());
    let mut lines = Vec::new();
    match &consent.reception {
        CodeSource::Phone(page) => {
            lines.extend(on_a_phone(words, page));
            lines.push(words.with("terminal-consent", [url()]));
            lines.push(words.get("terminal-paste"));
        }
        CodeSource::Typing(_) => {
            lines.push(words.with("terminal-open", [url()]));
            let length = AuthorizationCode::LENGTH;
            let service = ("service", context.service().into());
            lines.push(words.with("typing-shown", [service, ("length", length.into())]));
        }
        CodeSource::Browser => lines.push(words.with("terminal-open", [url()])),
    }
    lines.push(good_for(words, consent.expires_at, now));
    lines
}

fn on_a_phone(words: &Words, page: &PhonePage) -> [String; 3] {
    let (url, number) = (page.url.expose(), page.number.expose());
    [
        words.with("terminal-phone", [("url", url.into())]),
        words.with("terminal-number", [("number", number.into())]),
        words.get("terminal-network"),
    ]
}

fn good_for(words: &Words, expires_at: Instant, now: Instant) -> String {
    let time = left(words, expires_at, now);
    words.with("terminal-good-for", [("time", time.into())])
}

fn left(words: &Words, expires_at: Instant, now: Instant) -> String {
    trouble::time_left(words, expires_at.saturating_duration_since(now))
}

/// The status without anything that changes by itself.
fn status(words: &Words, context: &UiContext, view: &View, now: Instant) -> String {
    match view {
        View::Asking { trouble, .. } => trouble::steady(words, None, *trouble, context.service()),
        View::Waiting(waiting) => {
            trouble::steady(words, Some(waiting), waiting.trouble, context.service())
        }
        View::Exchanging {
            trouble: Some(delay),
        } => trouble::steady(words, None, Some(*delay), context.service()),
        View::Home(_)
        | View::Starting
        | View::SettingUp(_)
        | View::AwaitingCode(_)
        | View::Exchanging { trouble: None }
        | View::Unreadable(_)
        | View::Resting
        | View::Stopped(_)
        | View::Storing
        | View::CannotStore { .. }
        | View::Paired { .. }
        | View::Refused { .. }
        | View::Forgetting => status::status(words, context, view, now),
    }
}
