//! What is said on the plain screens and in the dialogs.

use std::time::Instant;

use super::{App, Content};
use crate::auth::{SaveError, Service, StoreLocation};
use crate::pairing::View;
use crate::ui::presentation::{Layout, Medium, Presentation, Sentences, joined};
use crate::ui::tv::choice::Dialog;
use crate::ui::tv::{Setting, setting_lines};
use crate::words::store;

impl App {
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

    /// What a dialog says.
    pub(super) fn dialog_presentation(
        &self,
        dialog: Dialog,
        view: &View,
        focused: usize,
    ) -> Presentation<'static> {
        let (words, context) = (self.words, &self.context.ui);
        let say = Sentences {
            words,
            context,
            medium: Medium::Television,
        };
        // One where settings are changed.
        let list = |title: String, body| Presentation {
            layout: Layout::List,
            notice: self.save_error_text(),
            ..Presentation::message(title, words.get(body))
        };
        match dialog {
            // It shows the view's own.
            Dialog::BiggerQr => Presentation::default(),
            Dialog::More => list(words.get("more-title"), "more-body"),
            Dialog::Keyboard => Presentation {
                status: self.typed.count(words),
                body: self.typed.error(words).unwrap_or_default(),
                ..say.message("keyboard-title", "")
            },
            Dialog::Unpair => Presentation {
                body: say.with("unpair-body", [say.apps_page()]),
                scan: Some(say.scan(&context.apps_page)),
                ..say.message("unpair-title", "")
            },
            Dialog::Recipes => Presentation {
                verbatim: recipes(context.provider),
                ..say.message("recipes-title", "recipes-body")
            },
            Dialog::TokenLocation => location(&say, view),
            Dialog::RemoteTest => list(words.get("remote-title"), "remote-body"),
            Dialog::TeachKey(code) => {
                let title = words.with("teach-title", [("code", code.into())]);
                list(title, "teach-body")
            }
            Dialog::PictureSize => Presentation {
                status: self.picture_size(),
                ..list(words.get("picture-title"), "picture-body")
            },
            Dialog::Settings => Presentation {
                status: self.about_setting(focused),
                ..list(words.get("settings-title"), "settings-body")
            },
            Dialog::Setting(Setting::ForgetTaught) => {
                say.message("settings-taught", "settings-taught-about")
            }
            Dialog::Setting(line) => {
                let id = setting_lines::title(line);
                list(words.get(id), &format!("{id}-about"))
            }
            Dialog::About => {
                let version = ("version", env!("CARGO_PKG_VERSION").into());
                let title = words.with("about-title", [version]);
                Presentation::message(title, words.get("about-body"))
            }
            Dialog::Quit => self.quit_message(view),
        }
    }

    /// What the line of the settings is about that has the focus.
    fn about_setting(&self, focused: usize) -> String {
        let lines = self.setting_lines();
        let about = |line: &Setting| format!("{}-about", setting_lines::title(*line));
        let id = lines.get(focused).map(about);
        id.map_or_else(String::new, |id| self.words.get(&id))
    }

    /// How much of the television the picture fills.
    fn picture_size(&self) -> String {
        let size = 100.0 - 2.0 * self.context.preferences.overscan;
        self.words.with("picture-percent", [("size", size.into())])
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

/// Where the token is kept.
fn location(say: &Sentences<'_>, view: &View) -> Presentation<'static> {
    match view {
        View::Paired {
            place: place @ StoreLocation::File { path, .. },
            ..
        } => {
            let why = say.in_a_file(place).unwrap_or_default();
            Presentation {
                body: joined([say.get("keep-in-file"), why]),
                details: path.display().to_string(),
                ..say.message("keep-title", "")
            }
        }
        _ => say.message("keep-title", "keep-in-keyring"),
    }
}

/// The commands that give a service's token to other programs.
fn recipes(service: Service) -> Vec<String> {
    let name = service.arguments("");
    vec![
        format!("couchpin token{name}"),
        format!("couchpin exec{name} -- mpv …"),
    ]
}
