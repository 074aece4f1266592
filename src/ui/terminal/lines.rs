//! Plain lines, for pipes and log files: one for each change, no control codes, no seconds.

use std::time::Instant;

use crate::auth::Secret;
use crate::pairing::View;
use crate::ui::UiContext;
use crate::ui::presentation::{Medium, Presentation};
use crate::words::Words;

/// What has been said.
#[derive(Default)]
pub(super) struct Lines {
    /// The code, or the address of the page.
    key: Option<Secret>,
    notice: Option<String>,
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
        let shown = Presentation::of(view, words, context, Medium::Terminal, now);
        let mut news = Vec::new();
        if note != self.note.as_deref() {
            self.note = note.map(str::to_owned);
            news.extend(self.note.clone());
        }
        if shown.terminal.key.is_some() {
            let is_new = self.key != shown.terminal.key;
            if is_new || shown.notice != self.notice {
                news.extend(shown.notice.clone());
            }
            if is_new {
                news.extend(shown.terminal.lines);
            }
            self.key = shown.terminal.key;
            self.notice = shown.notice;
        }
        if shown.steady_status != self.status {
            news.push(shown.steady_status.clone());
            self.status = shown.steady_status;
        }
        news
    }
}
