//! What is said on the plain screens and in the dialogs.

use std::time::Instant;

use super::{App, Content};
use crate::auth::SaveError;
use crate::pairing::{CodeSource, View};
use crate::ui::tv::choice::Dialog;
use crate::ui::tv::message::Message;
use crate::words::store;

impl App {
    /// The title and text of a dialog that is not drawn as a message.
    pub(super) fn title_and_body(&self, dialog: Dialog) -> Option<(String, String)> {
        let words = &self.words;
        let [title, body] = match dialog {
            Dialog::More => ["more-title", "more-body"],
            Dialog::Settings => ["settings-title", "settings-body"],
            Dialog::Setting(kind) => kind.title_and_body(),
            Dialog::TeachKey(code) => {
                let title = words.with("teach-title", [("code", code.into())]);
                return Some((title, words.get("teach-body")));
            }
            Dialog::RemoteTest => ["remote-title", "remote-body"],
            Dialog::PictureSize => ["picture-title", "picture-body"],
            Dialog::BiggerQr
            | Dialog::Keyboard
            | Dialog::Unpair
            | Dialog::TokenLocation
            | Dialog::About
            | Dialog::Quit => return None,
        };
        Some((words.get(title), words.get(body)))
    }

    /// Why a setting could not be saved, where one could not.
    pub(super) fn save_error_text(&self) -> Option<String> {
        let words = &self.words;
        let why = match self.save_error? {
            SaveError::System(error) => store::system(words, error),
            SaveError::Busy => words.get("not-kept-busy"),
            SaveError::NotToml => words.get("not-kept-mistake"),
            SaveError::NotATable(name) => words.with("not-kept-table", [("name", name.into())]),
            SaveError::NotAWord => words.get("expected-word"),
            // Of a client id only, which has a sentence of its own.
            SaveError::Overridden(name) => name.to_owned(),
            SaveError::Exposed => words.get("not-kept-exposed"),
        };
        Some(words.with("not-kept", [("why", why.into())]))
    }

    /// The message that the dialog or the view is drawn as, if it is one. It counts seconds only where `now` is given.
    pub(super) fn message(
        &self,
        dialog: Option<Dialog>,
        view: &View,
        now: Option<Instant>,
    ) -> Option<Message> {
        let (words, context) = (&self.words, &self.context.ui);
        if let Content::BrokenSettings(sentence) = &self.content {
            return Some(Message::broken_settings(words, sentence));
        }
        Some(match (dialog, view) {
            (Some(Dialog::About), _) => Message::about(words),
            (Some(Dialog::Unpair), _) => Message::confirm_unpair(words, context),
            (Some(Dialog::TokenLocation), View::Paired { place, .. }) => {
                Message::keeping(words, place)
            }
            (Some(Dialog::Quit), view) => self.quit_message(view),
            (Some(_), _) => return None,
            (_, View::Starting) => Message::brief(words.get("starting-title")),
            (_, View::Unreadable(why)) => Message::unreadable(words, why),
            (_, View::Stopped(stop)) => Message::stopped(words, context, stop),
            (_, View::AwaitingCode(consent)) if consent.reception == CodeSource::Browser => {
                Message::browser(words, context, consent)
            }
            (_, View::Exchanging { trouble }) => Message::exchanging(words, context, *trouble, now),
            (_, View::Storing) => Message::storing(words),
            (_, View::CannotStore { why, .. }) => Message::cannot_store(words, why),
            (_, View::Refused { account }) => Message::refused(words, context, account.as_ref()),
            (_, View::Forgetting) => Message::brief(words.get("forgetting-title")),
            (
                _,
                View::Home(_)
                | View::Asking { .. }
                | View::Waiting(_)
                | View::SettingUp(_)
                | View::AwaitingCode(_)
                | View::Resting
                | View::Paired { .. },
            ) => return None,
        })
    }

    /// What would be lost.
    fn quit_message(&self, view: &View) -> Message {
        let title = if self.leads_home(view) {
            "leave-title"
        } else {
            "quit-title"
        };
        let body = match view {
            View::Waiting(_) => "quit-body",
            View::SettingUp(_) | View::AwaitingCode(_) => "quit-body-page",
            View::Exchanging { .. } | View::Storing | View::CannotStore { .. } => {
                "quit-body-storing"
            }
            _ => "quit-body-plain",
        };
        Message::new(self.words.get(title), self.words.get(body))
    }
}
