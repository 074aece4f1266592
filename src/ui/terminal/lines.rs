//! Plain lines, for pipes and log files: one for each change, no control codes, no seconds.

use crate::auth::Secret;
use crate::ui::presentation::Presentation;

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
    pub(super) fn news(&mut self, shown: &Presentation<'_>, note: Option<&str>) -> Vec<String> {
        let key = &shown.terminal.key;
        let mut news = Vec::new();
        if note != self.note.as_deref() {
            self.note = note.map(str::to_owned);
            news.extend(self.note.clone());
        }
        if key.is_some() {
            let is_new = self.key != *key;
            if is_new || shown.notice != self.notice {
                news.extend(shown.notice.clone());
            }
            if is_new {
                news.extend(shown.terminal.lines.clone());
            }
            self.key.clone_from(key);
            self.notice.clone_from(&shown.notice);
        }
        if shown.steady_status != self.status {
            news.push(shown.steady_status.clone());
            self.status.clone_from(&shown.steady_status);
        }
        news
    }
}
