//! What is said on the plain screens and in the dialogs.

use std::time::Instant;

use super::{App, Content};
use crate::auth::{SaveError, StoreLocation, shown};
use crate::pairing::View;
use crate::ui::presentation::{Medium, Presentation, Sentences};
use crate::ui::tv::choice::Dialog;
use crate::words::store;

impl App {
    /// The title and text of a dialog that is not drawn as a message.
    pub(super) fn title_and_body(&self, dialog: Dialog) -> Option<(String, String)> {
        let words = self.words;
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
        let words = self.words;
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

    /// What the view says, or what is wrong with the settings.
    pub(super) fn presentation<'a>(&self, view: &'a View, now: Instant) -> Presentation<'a> {
        if let Content::BrokenSettings(sentence) = &self.content {
            return Presentation::message(self.words.get("config-title"), sentence.clone());
        }
        Presentation::of(view, self.words, &self.context.ui, Medium::Television, now)
    }

    /// What a dialog says that is a question or a few sentences.
    pub(super) fn dialog_message(
        &self,
        dialog: Dialog,
        view: &View,
    ) -> Option<Presentation<'static>> {
        let (words, context) = (self.words, &self.context.ui);
        let say = Sentences {
            words,
            context,
            medium: Medium::Television,
        };
        Some(match (dialog, view) {
            (Dialog::About, _) => {
                let version = ("version", env!("CARGO_PKG_VERSION").into());
                let title = words.with("about-title", [version]);
                Presentation::message(title, words.get("about-body"))
            }
            (Dialog::Unpair, _) => {
                let url = ("url", shown::address(&context.apps_page).into());
                Presentation {
                    body: say.with("unpair-body", [url]),
                    scan: Some(say.scan(&context.apps_page)),
                    ..say.message("unpair-title", "")
                }
            }
            (Dialog::TokenLocation, View::Paired { place, .. }) => match place {
                StoreLocation::File { path, .. } => {
                    let path = ("path", path.display().to_string().into());
                    let body = words.with("keep-in-file", [path]);
                    Presentation::message(words.get("keep-title"), body)
                }
                StoreLocation::Keyring | StoreLocation::Demo => {
                    say.message("keep-title", "keep-in-keyring")
                }
            },
            (Dialog::Quit, view) => self.quit_message(view),
            _ => return None,
        })
    }

    /// What would be lost.
    fn quit_message(&self, view: &View) -> Presentation<'static> {
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
        Presentation::message(self.words.get(title), self.words.get(body))
    }
}
