//! Draws a view and the dialogs over it.

use std::time::Instant;

use egui::{Id, Ui};

use super::{App, Content};
use crate::pairing::View;
use crate::ui::presentation::{Layout, Presentation};
use crate::ui::tv::burn_in::BurnInProtection;
use crate::ui::tv::choice::{Choice, Dialog, Screen};
use crate::ui::tv::stage::{Stage, style};
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
        choices: &[Choice],
        now: Instant,
    ) -> Option<usize> {
        let stage = self.stage(ui, view, now);
        self.portrait.keep_only_for(view);
        let (words, context) = (self.words, &self.context.ui);
        let focused = self.focus.index();
        let dialog = self.focus.dialog();

        if dialog == Some(Dialog::BiggerQr) {
            steps::draw_bigger(ui, &stage, words, shown, &mut self.qr);
            return steps::bigger_row(&stage, choices, focused);
        }
        // Large words need the place of these.
        if dialog.is_some() || !(stage.is_large() && is_crowded(view)) {
            program_name(&stage);
            demo_banner(&stage, words, context);
        }
        let Some(dialog) = dialog else {
            return self.draw_view(ui, &stage, shown, choices, now);
        };
        match self.dialog_message(dialog, view) {
            Some(message) => self.draw_message(&stage, &message, choices, now),
            None => self.draw_dialog(ui, &stage, dialog, choices, now),
        }
    }

    /// Draws a dialog that is not a message.
    fn draw_dialog(
        &self,
        ui: &Ui,
        stage: &Stage<'_>,
        dialog: Dialog,
        choices: &[Choice],
        now: Instant,
    ) -> Option<usize> {
        let words = self.words;
        let focused = self.focus.index();
        let save_error = self.save_error_text();
        if matches!(
            dialog,
            Dialog::Keyboard | Dialog::RemoteTest | Dialog::PictureSize
        ) {
            self.hints(stage, theme::RIGHT, now);
        }
        match dialog {
            Dialog::Keyboard => keyboard::draw(ui, stage, words, &self.typed, choices, focused),
            Dialog::RemoteTest => {
                let devices = self.context.remote.devices();
                let (presses, save_error) = (&self.presses, save_error.as_deref());
                remote_test::draw(
                    stage, words, presses, &devices, save_error, choices, focused,
                )
            }
            Dialog::PictureSize => {
                let overscan = self.context.preferences.overscan;
                let save_error = save_error.as_deref();
                picture::draw(stage, words, overscan, save_error, choices, focused)
            }
            _ => {
                let (title, mut body) = self.title_and_body(dialog)?;
                if let Some(save_error) = save_error {
                    body = format!("{body}\n\n{save_error}");
                }
                // The column needs the whole height on the right.
                self.hints(stage, list::LEFT_HALF, now);
                list::draw(stage, &title, &body, choices, focused)
            }
        }
    }

    /// Draws a view without its dialogs.
    fn draw_view(
        &mut self,
        ui: &Ui,
        stage: &Stage<'_>,
        shown: &Presentation<'_>,
        choices: &[Choice],
        now: Instant,
    ) -> Option<usize> {
        let (words, context) = (self.words, &self.context.ui);
        let focused = self.focus.index();
        match shown.layout {
            Layout::Message => self.draw_message(stage, shown, choices, now),
            Layout::Services => {
                self.hints(stage, list::LEFT_HALF, now);
                list::draw(stage, &shown.title, &shown.body, choices, focused)
            }
            Layout::Paired { initial, portrait } => {
                paired::draw(stage, shown, initial, portrait, &mut self.portrait);
                let clicked = paired::row(stage, choices, focused);
                if self.shows_no_way_out(now) {
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
                if stage.is_tall() || !stage.is_large() || !demo {
                    self.hints(stage, theme::RIGHT, now);
                }
                steps::row(stage, choices, focused)
            }
        }
    }

    fn draw_message(
        &mut self,
        stage: &Stage<'_>,
        message: &Presentation<'_>,
        choices: &[Choice],
        now: Instant,
    ) -> Option<usize> {
        message::draw(stage, self.words, message, &mut self.qr);
        self.hints(stage, theme::RIGHT, now);
        message::row(stage, message, choices, self.focus.index())
    }

    /// The place to draw on, as it looks at the moment.
    fn stage<'a>(&self, ui: &'a Ui, view: &View, now: Instant) -> Stage<'a> {
        let preferences = self.context.preferences;
        let burn_in = if *view == View::Resting {
            BurnInProtection::default()
        } else {
            BurnInProtection::after(now.saturating_duration_since(self.last_input))
        };
        let place = (Screen::of(view), self.focus.dialog());
        let ring = (!preferences.reduce_motion).then(|| Id::unique(format!("{place:?}")));
        Stage::new(ui, preferences, burn_in, ring)
    }

    /// Which buttons do what, in the corner; or that Back does nothing.
    fn hints(&self, stage: &Stage<'_>, right: f32, now: Instant) {
        let words = self.words;
        let (x, y) = if stage.is_tall() {
            tall::corner(stage)
        } else {
            (right, 976.0)
        };
        if self.shows_no_way_out(now) {
            let text = style(Weight::Regular, 30.0, Tone::Accent);
            stage.right(x, y, text, 800.0, &words.get("hint-no-way-out"));
            return;
        }
        let back_leaves = !self.is_kiosk()
            || self.focus.dialog().is_some()
            || matches!(self.content, Content::BrokenSettings(_));
        let swapped = self.context.remote.with_keymap(|keymap| keymap.swapped);
        hints::draw(
            stage,
            words,
            self.input_device,
            swapped,
            back_leaves,
            (x, y),
        );
    }
}

/// Whether its words, when they are large, need the place of all others.
fn is_crowded(view: &View) -> bool {
    matches!(Screen::of(view), Screen::Pairing | Screen::Page)
}

fn program_name(stage: &Stage<'_>) {
    let (x, y) = if stage.is_tall() {
        tall::NAME
    } else {
        (theme::LEFT, 84.0)
    };
    let dot = stage.at(x + 11.0, y);
    stage
        .painter()
        .circle_filled(dot, 11.0, stage.color(Tone::Accent));
    let text = style(Weight::SemiBold, 32.0, Tone::Faint);
    stage.left(x + 38.0, y, text, 400.0, "couchpin");
}

fn demo_banner(stage: &Stage<'_>, words: &Words, context: &UiContext) {
    let Some(page) = &context.demo else { return };
    let banner = words.get("demo-banner");
    if stage.is_tall() {
        return tall::demo_banner(stage, &banner);
    }
    let accent = style(Weight::SemiBold, 28.0, Tone::Accent);
    let text = format!("{banner} · {page}");
    stage.right(theme::RIGHT, 84.0, accent, 1100.0, &text);
}
