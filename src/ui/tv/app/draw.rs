//! Draws a view and the dialogs over it.

use std::time::Instant;

use egui::{Id, Ui, vec2};

use super::{App, Content};
use crate::pairing::View;
use crate::ui::presentation::{Layout, Presentation};
use crate::ui::tv::burn_in::BurnInProtection;
use crate::ui::tv::canvas::{Canvas, Hints, style};
use crate::ui::tv::choice::{Choice, Dialog, Screen};
use crate::ui::tv::theme::{Color, Font};
use crate::ui::tv::{
    UiContext, keyboard, list, message, paired, picture, remote_test, steps, tall,
};

impl App {
    /// Draws the whole screen, a view or what is `opened` over it; returns the choice that was pointed at and clicked.
    pub(super) fn draw(
        &mut self,
        ui: &Ui,
        view: &View,
        shown: &Presentation<'_>,
        opened: Option<&Presentation<'_>>,
        choices: &[Choice],
        now: Instant,
    ) -> Option<usize> {
        let canvas = self.canvas(ui, view, choices, now);
        let is_tall = canvas.is_tall();
        let portrait = match shown.layout {
            Layout::Paired { portrait, .. } => portrait,
            _ => None,
        };
        if portrait.is_none() {
            // Its owner has left.
            self.portrait = None;
        }
        let dialog = self.focus.dialog();
        if dialog == Some(Dialog::BiggerQr) {
            return if is_tall {
                steps::tall::draw_bigger(&canvas, shown)
            } else {
                steps::draw_bigger(&canvas, shown)
            };
        }
        let context = &self.context.ui;
        // Large words need the place of these.
        let is_crowded = matches!(Screen::of(view), Screen::Pairing | Screen::Page);
        if opened.is_some() || !(canvas.is_large() && is_crowded) {
            program_name(&canvas);
            demo_banner(&canvas, context);
        }
        let shown = opened.unwrap_or(shown);
        match dialog {
            Some(Dialog::Keyboard) => return keyboard::draw(&canvas, shown, &self.typed),
            Some(Dialog::RemoteTest) => {
                let devices = self.context.remote.devices();
                return remote_test::draw(&canvas, shown, &self.presses, &devices);
            }
            Some(Dialog::PictureSize) => return picture::draw(&canvas, shown),
            _ => {}
        }
        let is_demo = context.demo.is_some();
        match shown.layout {
            Layout::Message => message::draw(&canvas, shown),
            Layout::List => list::draw(&canvas, shown),
            Layout::Paired { initial, .. } => {
                let cache = &mut self.portrait;
                paired::draw(&canvas, shown, initial, portrait, cache, context)
            }
            Layout::Resting => {
                paired::draw_resting(&canvas, shown);
                None
            }
            Layout::Steps if is_tall => steps::tall::draw(&canvas, shown, is_demo),
            Layout::Steps => steps::draw(&canvas, shown, is_demo),
        }
    }

    /// The place to draw on, as it looks at the moment.
    fn canvas<'a>(
        &self,
        ui: &'a Ui,
        view: &View,
        choices: &'a [Choice],
        now: Instant,
    ) -> Canvas<'a> {
        let preferences = self.context.preferences;
        let burn_in = if *view == View::Resting {
            BurnInProtection::default()
        } else {
            BurnInProtection::after(now.saturating_duration_since(self.last_input))
        };
        let mut canvas = Canvas::new(ui, self.words, preferences, burn_in);
        (canvas.choices, canvas.focused) = (choices, self.focus.index());
        let place = (Screen::of(view), self.focus.dialog());
        canvas.ring = (!preferences.reduce_motion).then(|| Id::unique(format!("{place:?}")));
        canvas.hints = Hints {
            device: self.input_device,
            swapped: self.context.remote.with_keymap(|keymap| keymap.swapped),
            back_leaves: !self.is_kiosk()
                || self.focus.dialog().is_some()
                || matches!(self.content, Content::BrokenSettings(_)),
            no_way_out: self.shows_no_way_out(now),
        };
        canvas
    }
}

fn program_name(canvas: &Canvas<'_>) {
    let (x, y) = (
        canvas.left_edge(),
        if canvas.is_tall() { tall::NAME } else { 84.0 },
    );
    let dot = canvas.at(x + 11.0, y);
    let color = canvas.color(Color::Accent);
    canvas.painter().circle_filled(dot, 11.0, color);
    let text = style(Font::SemiBold, 32.0, Color::Faint);
    canvas.left(x + 38.0, y, text, 400.0, "couchpin");
}

fn demo_banner(canvas: &Canvas<'_>, context: &UiContext) {
    let Some(page) = &context.demo else { return };
    let banner = canvas.words.get("demo-banner");
    let accent = style(Font::SemiBold, 28.0, Color::Accent);
    if canvas.is_tall() {
        let room = vec2(canvas.width(), 48.0);
        canvas.note(tall::LEFT, tall::NAME + 56.0, accent, room, &banner);
    } else {
        let text = format!("{banner} · {page}");
        canvas.right(canvas.right_edge(), 84.0, accent, 1100.0, &text);
    }
}
