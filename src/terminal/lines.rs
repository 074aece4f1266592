//! Plain lines, for pipes and log files: one for each change, no control codes, no seconds.

use std::time::Instant;

use super::picture;
use crate::pairing::{View, Waiting};
use crate::words::{Facts, Words, trouble};

/// What has been said.
#[derive(Default)]
pub(super) struct Lines {
    code: Option<String>,
    note: Option<String>,
    status: String,
}

impl Lines {
    /// What has to be said now.
    pub(super) fn news(
        &mut self,
        words: &Words,
        facts: &Facts,
        view: &View,
        note: Option<&str>,
        now: Instant,
    ) -> Vec<String> {
        let mut news = Vec::new();
        if note != self.note.as_deref() {
            self.note = note.map(str::to_owned);
            news.extend(self.note.clone());
        }
        if let View::Waiting(waiting) = view
            && self.code.as_deref() != Some(waiting.code.user_code.expose())
        {
            self.code = Some(waiting.code.user_code.expose().to_owned());
            news.extend(code(words, facts, waiting, now));
        }
        let status = status(words, facts, view, now);
        if status != self.status {
            news.push(status.clone());
            self.status = status;
        }
        news
    }
}

fn code(words: &Words, facts: &Facts, waiting: &Waiting, now: Instant) -> Vec<String> {
    let code = &waiting.code;
    let notice = waiting
        .notice
        .map(|notice| trouble::notice(words, notice, &facts.service));
    let left = waiting.expires_at.saturating_duration_since(now);
    let values = [
        ("code", code.user_code.expose().into()),
        ("time", trouble::time_left(words, left).into()),
    ];
    let (short, long) = (&code.verification_uri, &code.verification_uri_complete);
    let mut lines: Vec<_> = notice.into_iter().collect();
    lines.push(words.with("terminal-code", values));
    lines.push(words.with("terminal-open", [("url", short.as_str().into())]));
    if short.as_str() != long.as_str() {
        lines.push(words.with("terminal-link", [("url", long.as_str().into())]));
    }
    lines.push(words.get("terminal-beware"));
    lines
}

/// The status without anything that changes by itself.
fn status(words: &Words, facts: &Facts, view: &View, now: Instant) -> String {
    match view {
        View::Asking { trouble, .. } => trouble::steady(words, None, *trouble, &facts.service),
        View::Waiting(waiting) => {
            trouble::steady(words, Some(waiting), waiting.trouble, &facts.service)
        }
        View::Home(_)
        | View::Starting
        | View::SettingUp(_)
        | View::Consenting(_)
        | View::Exchanging { .. }
        | View::Unreadable(_)
        | View::Resting
        | View::Stopped(_)
        | View::Storing
        | View::CannotStore { .. }
        | View::Paired { .. }
        | View::Refused { .. }
        | View::Forgetting => picture::status(words, facts, view, now),
    }
}
