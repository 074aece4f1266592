//! Which picture a view and the dialogs over it have.

use std::time::Instant;

use egui::{Id, Ui};

use super::{App, Content, NO_WAY_OUT};
use crate::pairing::{CodeSource, View};
use crate::ui::tv::choices::{self, Choices, Screen};
use crate::ui::tv::dialog::Dialog;
use crate::ui::tv::message::Message;
use crate::ui::tv::panel::BurnInProtection;
use crate::ui::tv::stage::{Key, Look, Stage, style};
use crate::ui::tv::theme::{self, Tone, Weight};
use crate::ui::tv::{
    UiContext, hints, keyboard, list, page, paired, pairing, picture, remote_test, tall,
};
use crate::words::Words;

impl App {
    /// Draws the whole screen; returns the choice that was pointed at and clicked.
    pub(super) fn draw(
        &mut self,
        ui: &Ui,
        view: &View,
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
            if let View::Waiting(waiting) = view {
                pairing::draw_bigger(ui, &stage, words, context, waiting, &mut self.qr, now);
            } else if let Some(shown) = page::PageContent::of(view, words, context) {
                page::draw_bigger(ui, &stage, words, &shown, &mut self.qr, now);
            }
            return pairing::bigger_row(&stage, &keys, focused);
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
        if let (None, View::Home(_)) = (dialog, view) {
            self.hints(&stage, list::LEFT_HALF, now);
            let (title, body) = (words.get("home-title"), words.get("home-body"));
            return list::draw(&stage, &title, &body, &keys, focused);
        }
        if let Some(message) = self.message(dialog, view, Some(now)) {
            message.draw(&stage, &self.words, &mut self.qr);
            self.hints(&stage, theme::RIGHT, now);
            return message.row(&stage, &keys, focused);
        }
        self.draw_view(ui, &stage, view, &keys, now)
    }

    /// Draws a screen with a picture of its own.
    fn draw_view(
        &mut self,
        ui: &Ui,
        stage: &Stage<'_>,
        view: &View,
        keys: &[Key],
        now: Instant,
    ) -> Option<usize> {
        let (words, context) = (&self.words, &self.household.context);
        let focused = self.focus.index();
        match view {
            View::Asking { trouble, notice } => {
                let shown = pairing::PairingContent {
                    code: None,
                    trouble: *trouble,
                    notice: notice.as_ref(),
                };
                pairing::draw(ui, stage, words, context, &shown, &mut self.qr, now);
            }
            View::Waiting(waiting) => {
                let shown = pairing::PairingContent {
                    code: Some(waiting),
                    trouble: waiting.trouble,
                    notice: waiting.notice.as_ref(),
                };
                pairing::draw(ui, stage, words, context, &shown, &mut self.qr, now);
            }
            View::Paired { .. } => {
                if let Some(shown) = paired::PairedContent::of(view, context) {
                    paired::draw(stage, words, context, &shown, &mut self.disc);
                }
                let clicked = paired::row(stage, keys, focused);
                if self.says_no_way_out(now) {
                    self.hints(stage, theme::RIGHT, now);
                } else {
                    paired::draw_end(stage, words, context);
                }
                return clicked;
            }
            View::SettingUp(_) | View::AwaitingCode(_) => {
                if let Some(shown) = page::PageContent::of(view, words, context) {
                    page::draw(ui, stage, words, context, &shown, &mut self.qr, now);
                }
            }
            View::Resting => {
                paired::draw_resting(stage, words, context);
                return None;
            }
            // These are drawn above.
            View::Home(_)
            | View::Starting
            | View::Exchanging { .. }
            | View::Unreadable(_)
            | View::Stopped(_)
            | View::Storing
            | View::CannotStore { .. }
            | View::Refused { .. }
            | View::Forgetting => {}
        }
        let crowded = stage.is_large() && is_crowded(view);
        if stage.is_tall() || !(crowded && context.demo.is_some()) {
            self.hints(stage, theme::RIGHT, now);
        }
        pairing::row(stage, keys, focused)
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
        let why = crate::ui::tv::preferences::save_error(&self.words, self.save_error?);
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
            self.household.remote.with_keymap(|keymap| keymap.swapped),
            leaves,
            corner,
        );
    }

    pub(super) fn says_no_way_out(&self, now: Instant) -> bool {
        self.no_way_out
            .is_some_and(|since| now < since + NO_WAY_OUT)
    }

    /// The plain screen that the dialog or the view wants, if it wants one. It counts seconds only where it is told `now`.
    pub(super) fn message(
        &self,
        dialog: Option<Dialog>,
        view: &View,
        now: Option<Instant>,
    ) -> Option<Message> {
        let (words, context) = (&self.words, &self.household.context);
        if let Content::BrokenSettings(sentence) = &self.face {
            return Some(Message::broken_settings(words, sentence));
        }
        match (dialog, view) {
            (Some(Dialog::About), _) => Some(Message::about(words)),
            (Some(Dialog::Unpair), _) => Some(Message::confirm_unpair(words, context)),
            (Some(Dialog::Keep), View::Paired { place, .. }) => {
                Some(Message::keeping(words, place))
            }
            (Some(Dialog::Quit), view) => {
                let body = match view {
                    View::Waiting(_) => words.get("quit-body"),
                    View::SettingUp(_) | View::AwaitingCode(_) => words.get("quit-body-page"),
                    View::Exchanging { .. } | View::Storing | View::CannotStore { .. } => {
                        words.get("quit-body-storing")
                    }
                    _ => words.get("quit-body-plain"),
                };
                let title = if choices::leads_home(view, self.home) {
                    "leave-title"
                } else {
                    "quit-title"
                };
                Some(Message::new(words.get(title), body))
            }
            (_, View::Starting) => Some(Message::brief(words.get("starting-title"))),
            (_, View::Unreadable(why)) => Some(Message::unreadable(words, why)),
            (_, View::Stopped(stop)) => Some(Message::stopped(words, context, stop)),
            (_, View::AwaitingCode(consent)) if consent.reception == CodeSource::Browser => {
                Some(Message::browser(words, context, consent))
            }
            (_, View::Exchanging { trouble }) => {
                Some(Message::exchanging(words, context, *trouble, now))
            }
            (_, View::Storing) => Some(Message::storing(words)),
            (_, View::CannotStore { why, .. }) => Some(Message::cannot_store(words, why)),
            (_, View::Refused { account }) => {
                Some(Message::refused(words, context, account.as_ref()))
            }
            (_, View::Forgetting) => Some(Message::brief(words.get("forgetting-title"))),
            (
                _,
                View::Home(_)
                | View::Asking { .. }
                | View::Waiting(_)
                | View::SettingUp(_)
                | View::AwaitingCode(_)
                | View::Resting
                | View::Paired { .. },
            ) => None,
        }
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
