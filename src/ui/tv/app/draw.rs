//! Which picture a view and the dialogs over it have.

use std::time::Instant;

use egui::{Id, Ui};

use super::{App, Content, NO_WAY_OUT};
use crate::auth::{StoreLocation, shown};
use crate::pairing::View;
use crate::ui::presentation::{Layout, Medium, Presentation, Sentences};
use crate::ui::tv::choices::{self, Choices, Screen};
use crate::ui::tv::dialog::Dialog;
use crate::ui::tv::panel::BurnInProtection;
use crate::ui::tv::stage::{Key, Look, Stage, style};
use crate::ui::tv::theme::{self, Tone, Weight};
use crate::ui::tv::{
    UiContext, hints, keyboard, list, message, paired, picture, remote_test, steps, tall,
};
use crate::words::Words;

impl App {
    /// Draws the whole screen; returns the choice that was pointed at and clicked.
    pub(super) fn draw(
        &mut self,
        ui: &Ui,
        view: &View,
        shown: &Presentation<'_>,
        choices: &Choices,
        now: Instant,
    ) -> Option<usize> {
        let stage = Stage::new(ui, self.look(view, now));
        self.disc.keep_only_for(view);
        let (words, context) = (&self.words, &self.household.context);
        let keys = choices.keys();
        let focused = self.focus.index();
        let dialog = self.dialogs.last().copied();

        if dialog == Some(Dialog::BiggerQr) {
            steps::draw_bigger(ui, &stage, words, shown, &mut self.qr);
            return steps::bigger_row(&stage, &keys, focused);
        }
        // Large words need the place of these.
        let crowded = stage.is_large() && dialog.is_none() && is_crowded(view);
        if !crowded {
            name_mark(&stage);
            if context.demo.is_some() {
                demo_banner(&stage, words, context);
            }
        }
        match dialog {
            Some(Dialog::Keyboard) => {
                self.hints(&stage, theme::RIGHT, now);
                return keyboard::draw(ui, &stage, words, &self.typed, &keys, focused);
            }
            Some(dialog @ (Dialog::Remote | Dialog::Picture)) => {
                self.hints(&stage, theme::RIGHT, now);
                return self.draw_dialog(&stage, dialog, &keys);
            }
            Some(
                dialog @ (Dialog::More | Dialog::Teach(_) | Dialog::Settings | Dialog::Choose(_)),
            ) => {
                // The column needs the whole height on the right.
                self.hints(&stage, list::LEFT_HALF, now);
                return self.draw_dialog(&stage, dialog, &keys);
            }
            Some(
                Dialog::BiggerQr | Dialog::Unpair | Dialog::Keep | Dialog::About | Dialog::Quit,
            )
            | None => {}
        }
        if let Some(message) = dialog.and_then(|dialog| self.dialog_message(dialog, view)) {
            return self.draw_message(&stage, &message, &keys, now);
        }
        self.draw_view(ui, &stage, shown, &keys, now)
    }

    /// Draws a screen without its dialogs.
    fn draw_view(
        &mut self,
        ui: &Ui,
        stage: &Stage<'_>,
        shown: &Presentation<'_>,
        keys: &[Key],
        now: Instant,
    ) -> Option<usize> {
        let (words, context) = (self.words, &self.household.context);
        let focused = self.focus.index();
        match shown.layout {
            Layout::Message => self.draw_message(stage, shown, keys, now),
            Layout::Services => {
                self.hints(stage, list::LEFT_HALF, now);
                list::draw(stage, &shown.title, &shown.body, keys, focused)
            }
            Layout::Paired { initial, portrait } => {
                paired::draw(stage, shown, initial, portrait, &mut self.disc);
                let clicked = paired::row(stage, keys, focused);
                if self.says_no_way_out(now) {
                    self.hints(stage, theme::RIGHT, now);
                } else {
                    paired::draw_end(stage, words, context);
                }
                clicked
            }
            Layout::Resting => {
                paired::draw_resting(stage, shown);
                None
            }
            Layout::Steps => {
                let demo = context.demo.is_some();
                steps::draw(ui, stage, words, shown, demo, &mut self.qr);
                if stage.is_tall() || !(stage.is_large() && demo) {
                    self.hints(stage, theme::RIGHT, now);
                }
                steps::row(stage, keys, focused)
            }
        }
    }

    fn draw_message(
        &mut self,
        stage: &Stage<'_>,
        message: &Presentation<'_>,
        keys: &[Key],
        now: Instant,
    ) -> Option<usize> {
        message::draw(stage, self.words, message, &mut self.qr);
        self.hints(stage, theme::RIGHT, now);
        message::row(stage, message, keys, self.focus.index())
    }

    /// How everything looks at the moment.
    fn look(&self, view: &View, now: Instant) -> Look {
        let chosen = &self.household.preferences;
        let idle = now.saturating_duration_since(self.touched);
        let place = (Screen::of(view), self.dialogs.last());
        Look {
            theme: chosen.theme,
            text: chosen.text,
            overscan: chosen.overscan,
            care: if *view == View::Resting {
                BurnInProtection::default()
            } else {
                BurnInProtection::after(idle)
            },
            glides_on: (!chosen.reduce_motion).then(|| Id::unique(format!("{place:?}"))),
        }
    }

    /// Draws a dialog that has a picture of its own.
    fn draw_dialog(&self, stage: &Stage<'_>, dialog: Dialog, keys: &[Key]) -> Option<usize> {
        let words = &self.words;
        let focused = self.focus.index();
        let save_error = self.says_not_kept();
        match dialog {
            Dialog::More | Dialog::Settings | Dialog::Choose(_) | Dialog::Teach(_) => {
                let (title, mut body) = self.about(dialog)?;
                if let Some(save_error) = save_error {
                    body = format!("{body}\n\n{save_error}");
                }
                list::draw(stage, &title, &body, keys, focused)
            }
            Dialog::Remote => {
                let devices = self.household.remote.devices();
                let (seen, save_error) = (&self.seen, save_error.as_deref());
                remote_test::draw(stage, words, seen, &devices, save_error, keys, focused)
            }
            Dialog::Picture => {
                let overscan = self.household.preferences.overscan;
                picture::draw(stage, words, overscan, save_error.as_deref(), keys, focused)
            }
            Dialog::BiggerQr
            | Dialog::Keyboard
            | Dialog::Unpair
            | Dialog::Keep
            | Dialog::About
            | Dialog::Quit => None,
        }
    }

    /// What a dialog that has a picture of its own is about: its title and a thought.
    pub(super) fn about(&self, dialog: Dialog) -> Option<(String, String)> {
        let words = &self.words;
        let named = |title, body| Some((words.get(title), words.get(body)));
        match dialog {
            Dialog::More => named("more-title", "more-body"),
            Dialog::Settings => named("settings-title", "settings-body"),
            Dialog::Choose(subject) => Some((subject.name(words), subject.about(words))),
            Dialog::Teach(code) => {
                let title = words.with("teach-title", [("code", code.into())]);
                Some((title, words.get("teach-body")))
            }
            Dialog::Remote => named("remote-title", "remote-body"),
            Dialog::Picture => named("picture-title", "picture-body"),
            Dialog::BiggerQr
            | Dialog::Keyboard
            | Dialog::Unpair
            | Dialog::Keep
            | Dialog::About
            | Dialog::Quit => None,
        }
    }

    /// Why a setting could not be kept, where one could not.
    pub(super) fn says_not_kept(&self) -> Option<String> {
        let why = crate::ui::tv::preferences::save_error(self.words, self.save_error?);
        Some(self.words.with("not-kept", [("why", why.into())]))
    }

    /// Which buttons do what, in the corner; or that Back does nothing.
    fn hints(&self, stage: &Stage<'_>, right: f32, now: Instant) {
        let words = &self.words;
        let corner = if stage.is_tall() {
            tall::corner(stage)
        } else {
            (right, 976.0)
        };
        if self.says_no_way_out(now) {
            let text = style(Weight::Regular, 30.0, Tone::Accent);
            let nothing = words.get("hint-no-way-out");
            stage.right(corner.0, corner.1, text, 800.0, &nothing);
            return;
        }
        let leaves = !(self.kiosk() && self.dialogs.is_empty())
            || matches!(self.face, Content::BrokenSettings(_));
        hints::draw(
            stage,
            words,
            self.hand,
            self.household.remote.swapped(),
            leaves,
            corner,
        );
    }

    pub(super) fn says_no_way_out(&self, now: Instant) -> bool {
        self.no_way_out
            .is_some_and(|since| now < since + NO_WAY_OUT)
    }

    /// What the view says, or what is wrong with the settings.
    pub(super) fn presentation<'a>(&self, view: &'a View, now: Instant) -> Presentation<'a> {
        if let Content::BrokenSettings(sentence) = &self.face {
            return Presentation::message(self.words.get("config-title"), sentence.clone());
        }
        let context = &self.household.context;
        Presentation::of(view, self.words, context, Medium::Television, now)
    }

    /// What a dialog says that is a question or a few sentences.
    pub(super) fn dialog_message(
        &self,
        dialog: Dialog,
        view: &View,
    ) -> Option<Presentation<'static>> {
        let (words, context) = (self.words, &self.household.context);
        let say = Sentences {
            words,
            context,
            medium: Medium::Television,
        };
        let message = match (dialog, view) {
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
            (Dialog::Keep, View::Paired { place, .. }) => match place {
                StoreLocation::File { path, .. } => {
                    let path = ("path", path.display().to_string().into());
                    let body = words.with("keep-in-file", [path]);
                    Presentation::message(words.get("keep-title"), body)
                }
                StoreLocation::Keyring | StoreLocation::Demo => {
                    say.message("keep-title", "keep-in-keyring")
                }
            },
            (Dialog::Quit, view) => {
                let title = if choices::leads_home(view, self.home) {
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
                say.message(title, body)
            }
            _ => return None,
        };
        Some(message)
    }
}

/// Whether its words, when they are large, need the place of all others.
fn is_crowded(view: &View) -> bool {
    matches!(Screen::of(view), Screen::Pairing | Screen::Page)
}

fn name_mark(stage: &Stage<'_>) {
    let (x, y) = if stage.is_tall() {
        tall::NAME
    } else {
        (theme::LEFT, 84.0)
    };
    stage
        .painter()
        .circle_filled(stage.at(x + 11.0, y), 11.0, stage.color(Tone::Accent));
    let text = style(Weight::SemiBold, 32.0, Tone::Faint);
    stage.left(x + 38.0, y, text, 400.0, "couchpin");
}

fn demo_banner(stage: &Stage<'_>, words: &Words, context: &UiContext) {
    if stage.is_tall() {
        return tall::demo_banner(stage, &words.get("demo-banner"));
    }
    let page = context.demo.as_deref().unwrap_or_default();
    let text = format!("{} · {page}", words.get("demo-banner"));
    let quiet = style(Weight::SemiBold, 28.0, Tone::Accent);
    stage.right(theme::RIGHT, 84.0, quiet, 1100.0, &text);
}
