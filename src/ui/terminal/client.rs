//! A client id, and the secret where the service needs one, typed in place of the page for a phone.

use std::io::{self, IsTerminal as _};

use crate::auth::{ClientCredentials, Secret, Service};
use crate::pairing::{Notice, View};
use crate::ui::presentation::Presentation;
use crate::web::phone::{InvalidText, read_client};
use crate::words::Words;

/// What has been typed of an application.
pub(super) struct ClientPrompt {
    /// Standard input is a terminal: in a pipe nothing is asked for.
    is_open: bool,
    /// The client id, while its secret is awaited.
    id: Option<String>,
    /// All of it was typed, and is being kept.
    is_sent: bool,
}

impl ClientPrompt {
    /// On standard input, if that is a terminal.
    pub(super) fn open() -> Self {
        Self::of(io::stdin().is_terminal())
    }

    pub(super) fn of(is_open: bool) -> Self {
        Self {
            is_open,
            id: None,
            is_sent: false,
        }
    }

    /// Whether a line is awaited.
    pub(super) fn awaits(&self, view: &View) -> bool {
        let asks = matches!(view, View::SettingUp(set_up) if set_up.page.is_some());
        self.is_open && !self.is_sent && asks
    }

    /// What is to be typed now.
    pub(super) fn prompt(&self, words: &Words) -> String {
        words.get(match self.id {
            None => "terminal-paste-client",
            Some(_) => "terminal-paste-secret",
        })
    }

    /// Adds what is to be typed to what is said of a view.
    pub(super) fn add(&self, view: &View, words: &Words, shown: &mut Presentation<'_>) {
        if self.awaits(view) {
            let prompt = self.prompt(words);
            shown.terminal.lines.push(prompt.clone());
            shown.terminal.paste = Some(prompt);
        }
    }

    /// Takes a line; the application, once it is complete.
    pub(super) fn take(
        &mut self,
        line: &Secret,
        service: Service,
    ) -> Result<Option<ClientCredentials>, InvalidText> {
        let (typed, needs_secret) = (line.expose(), service.description().needs_secret);
        let client = match &self.id {
            None => read_client(typed, "", false)?,
            Some(id) => read_client(id, typed, needs_secret)?,
        };
        if needs_secret && client.secret.is_none() {
            self.id = Some(client.id);
            return Ok(None);
        }
        (self.id, self.is_sent) = (None, true);
        Ok(Some(client))
    }

    /// Whether this view shows that what was typed is in the settings now.
    pub(super) fn was_kept(&mut self, view: &View) -> bool {
        let notice = match view {
            View::SettingUp(_) | View::Starting => return false,
            View::Asking { notice, .. } => notice.as_ref(),
            View::Waiting(waiting) => waiting.notice.as_ref(),
            View::AwaitingCode(consent) => consent.notice.as_ref(),
            _ => None,
        };
        self.id = None;
        std::mem::take(&mut self.is_sent) && notice != Some(&Notice::ClientNotKept)
    }
}

/// Why what was typed is none; an empty line needs no word.
pub(super) fn fault(words: &Words, service: &str, why: InvalidText) -> Option<String> {
    let id = match why {
        InvalidText::Missing => return None,
        InvalidText::Same => "phone-fault-same",
        InvalidText::CutOff | InvalidText::Strange => "phone-fault-strange",
    };
    Some(words.with(id, [("service", service.into())]))
}
