//! Draws a view and the dialogs over it.

use std::time::Instant;

use egui::{Id, Rect, Ui, vec2};

use super::{App, Content};
use crate::pairing::View;
use crate::ui::presentation::{Layout, Presentation};
use crate::ui::tv::burn_in::{BurnInProtection, wander};
use crate::ui::tv::canvas::{BackHint, Canvas, Hints, style};
use crate::ui::tv::choice::{Choice, Dialog, Screen};
use crate::ui::tv::setting_lines::{has_preview, options};
use crate::ui::tv::sign::Sign;
use crate::ui::tv::theme::{self, Color, Font};
use crate::ui::tv::{
    Setting, UiContext, home, keyboard, list, message, paired, picture, remote_test, steps, tall,
};

impl App {
    /// Draws the whole screen, a view or what is `opened` over it; returns the choice that was pointed at and clicked.
    pub(super) fn draw(
        &mut self,
        ui: &Ui,
        view: &View,
        shown: &Presentation<'_>,
        opened: Option<&Presentation<'_>>,
        choices: (&[Choice], usize),
        now: Instant,
    ) -> Option<usize> {
        let mut canvas = self.canvas(ui, view, choices, now);
        canvas.ground();
        let portrait = match shown.layout {
            Layout::Paired { portrait, .. } => portrait,
            _ => None,
        };
        if portrait.is_none() {
            // Its owner has left.
            self.portrait = None;
        }
        let dialog = self.focus.dialog();
        let is_enlarged = dialog == Some(Dialog::BiggerQr);
        let context = &self.context.ui;
        let is_steps = matches!(shown.layout, Layout::Steps) && (opened.is_none() || is_enlarged);
        self.draw_frame(&canvas, view, opened.is_none(), is_steps);
        canvas.come_in();
        if is_steps {
            return if canvas.is_tall() && is_enlarged {
                steps::tall::draw_bigger(&canvas, shown)
            } else if canvas.is_tall() {
                steps::tall::draw(&canvas, shown, context.demo.is_some())
            } else {
                steps::draw(&canvas, shown, is_enlarged)
            };
        }
        let shown = opened.unwrap_or(shown);
        if let Some(dialog) = dialog {
            return self.draw_dialog(&canvas, shown, dialog);
        }
        match (&shown.layout, view) {
            (Layout::Message, _) if matches!(self.content, Content::BrokenSettings(_)) => {
                message::draw(&canvas, shown, Sign::BROKEN_SETTINGS)
            }
            (Layout::Message, _) => message::draw(&canvas, shown, Sign::of(view)),
            (Layout::List, View::Home(services)) => home::draw(&canvas, shown, services),
            (Layout::List, _) => list::draw(&canvas, shown, None),
            (Layout::Paired { initial, .. }, _) => {
                let cache = &mut self.portrait;
                paired::draw(&canvas, shown, *initial, portrait, cache)
            }
            (Layout::Resting | Layout::Steps, _) => {
                let idle = now.saturating_duration_since(self.last_input);
                paired::draw_resting(&canvas, shown, wander(idle));
                None
            }
        }
    }

    /// Draws what is around a screen, where that leaves it its place.
    fn draw_frame(&self, canvas: &Canvas<'_>, view: &View, is_view: bool, is_steps: bool) {
        let is_enlarged = self.focus.dialog() == Some(Dialog::BiggerQr);
        // Large words need the place, and nothing stays where it is while the screen rests.
        let is_crowded = is_steps && canvas.is_tall() && (canvas.is_large() || is_enlarged);
        if is_crowded || *view == View::Resting {
            return;
        }
        let step = match view {
            View::SettingUp(_) => Some(1),
            View::Asking { .. } | View::Waiting(_) | View::AwaitingCode(_)
                if self.is_set_up_now =>
            {
                Some(2)
            }
            _ => None,
        };
        let step = step.filter(|_| is_view);
        frame(canvas, &self.context.ui, step, is_enlarged);
    }

    fn draw_dialog(
        &self,
        canvas: &Canvas<'_>,
        shown: &Presentation<'_>,
        dialog: Dialog,
    ) -> Option<usize> {
        match dialog {
            Dialog::Keyboard => keyboard::draw(canvas, shown, &self.typed),
            Dialog::RemoteTest => {
                let devices = self.context.remote.devices();
                remote_test::draw(canvas, shown, &self.presses, &devices);
                None
            }
            Dialog::PictureSize => picture::draw(canvas, shown, Sign::of_dialog(dialog)),
            _ if matches!(shown.layout, Layout::List) => {
                list::draw(canvas, shown, self.preview(dialog, canvas.focused))
            }
            _ => message::draw(canvas, shown, Sign::of_dialog(dialog)),
        }
    }

    /// What shows how the setting looks on which the focus is.
    fn preview(&self, dialog: Dialog, focused: usize) -> Option<Setting> {
        let lines = match dialog {
            Dialog::Settings => self.setting_lines(),
            Dialog::Setting(line @ (Setting::Theme(_) | Setting::Text(_))) => options(line),
            _ => return None,
        };
        let setting = lines.get(focused).copied();
        setting.filter(|setting| has_preview(*setting))
    }

    /// The place to draw on, as it looks at the moment.
    fn canvas<'a>(
        &self,
        ui: &'a Ui,
        view: &View,
        (choices, focused): (&'a [Choice], usize),
        now: Instant,
    ) -> Canvas<'a> {
        let preferences = self.context.preferences;
        let idle = now.saturating_duration_since(self.last_input);
        let mut canvas = Canvas::new(ui, self.words, preferences, BurnInProtection::after(idle));
        if *view == View::Resting {
            canvas.brightness = paired::RESTING;
        }
        (canvas.choices, canvas.focused) = (choices, focused);
        let place = (Screen::of(view), self.focus.dialog());
        canvas.screen = Id::unique(format!("{place:?}"));
        canvas.motion = self.motion;
        canvas.hints = Hints {
            device: self.input_device,
            swapped: self.context.remote.with_keymap(|keymap| keymap.swapped),
            back: self.back_hint(view),
            types: self.focus.dialog() == Some(Dialog::Keyboard),
            no_way_out: self.shows_no_way_out(now),
        };
        canvas
    }

    /// What Back does, in one word.
    fn back_hint(&self, view: &View) -> BackHint {
        match self.focus.dialog() {
            Some(Dialog::BiggerQr) => BackHint::Shrink,
            Some(Dialog::RemoteTest) => BackHint::Twice,
            Some(Dialog::Unpair | Dialog::TokenLocation | Dialog::Quit) => BackHint::Cancel,
            Some(_) => BackHint::Back,
            None if matches!(self.content, Content::BrokenSettings(_)) => BackHint::Exit,
            None if self.leads_home(view) => BackHint::Back,
            None if self.is_kiosk() => BackHint::Off,
            None => BackHint::Exit,
        }
    }
}

/// What is on every screen: the program's mark and name, which step of two this is, and that this is a demo, unless a plate is
/// in that place.
fn frame(canvas: &Canvas<'_>, context: &UiContext, step: Option<usize>, is_enlarged: bool) {
    let x = canvas.left_edge();
    let y = canvas.either(theme::NAME_Y, tall::NAME);
    mark(canvas, (x, y - 20.0));
    let text = style(Font::SemiBold, 30.0, Color::Faint);
    let name = canvas.left(x + 54.0, y, text, 400.0, "Couchpin");
    if let Some(step) = step {
        let values = [("step", step.into()), ("count", 2.into())];
        let step = format!("·  {}", canvas.words.with("set-up-step", values));
        let text = style(Font::Regular, 30.0, Color::Faint);
        canvas.left(x + 54.0 + name.width() + 20.0, y, text, 500.0, &step);
    }
    if context.demo.is_some() && !is_enlarged {
        let banner = canvas.words.get("demo-banner");
        let text = style(Font::SemiBold, 28.0, Color::Quiet);
        let right = canvas.right_edge() - 24.0;
        let room = canvas.width() - 400.0;
        let galley = canvas.fitted_line(text, room, &banner);
        let pill = Rect::from_min_max(
            canvas.at(right - galley.size().x - 24.0, y - 24.0),
            canvas.at(right + 24.0, y + 24.0),
        );
        canvas.fill(pill, 24, Color::Surface);
        canvas.right(right, y, text, room, &banner);
    }
}

/// The program's icon, 40 pixels large: a light above a couch.
fn mark(canvas: &Canvas<'_>, (x, y): (f32, f32)) {
    let tile = canvas.rect(x, y, 40.0, 40.0);
    canvas.fill(tile, 9, Color::Surface);
    let light = tile.min + vec2(20.0, 16.3);
    let painter = canvas.painter();
    painter.circle_filled(light, 8.2, canvas.color(Color::Accent));
    let couch = Rect::from_min_max(tile.min + vec2(6.9, 28.1), tile.min + vec2(33.3, 32.0));
    painter.rect_filled(couch, 2, canvas.color(Color::Bright));
}
