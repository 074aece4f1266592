//! What a screen reader says by itself: what the screen has become, once for each change.
//!
//! No text here counts seconds, or it would be said each second.

use std::time::{Duration, Instant};

use egui::Context;

use super::App;
use crate::pairing::View;
use crate::ui::presentation::{Presentation, joined, time_left, whole_seconds};
use crate::ui::tv::choice::Dialog;
use crate::ui::tv::{accessibility, picture};

/// What is told, each in a region of its own, so that a change of one does not repeat the others.
const REGIONS: [&str; 8] = [
    "screen",
    "place",
    "status",
    "last minute",
    "dialog",
    "size",
    "not kept",
    "no way out",
];

/// What a screen reader has been told.
#[derive(Default)]
pub(super) struct News {
    /// It knows the window.
    known: bool,
    told: [Option<String>; REGIONS.len()],
}

impl App {
    /// Tells whoever listens.
    pub(super) fn tell(
        &mut self,
        ctx: &Context,
        view: &View,
        shown: &Presentation<'_>,
        now: Instant,
    ) {
        if !accessibility::window(ctx, self.words) {
            self.news = News::default();
            return;
        }
        let news = [
            Some(shown.spoken.clone()),
            shown.spoken_location().map(str::to_owned),
            shown.spoken_status(),
            self.last_minute(shown),
            self.opened(view),
            self.size(),
            self.save_error_text(),
            self.shows_no_way_out(now)
                .then(|| self.words.get("hint-no-way-out")),
        ];
        // What stands there when a screen reader first looks is no news to it, and would not be said. Of what comes at
        // once the order would be lost: so it is one piece of news a frame.
        let mut may_tell = std::mem::replace(&mut self.news.known, true);
        let mut waits = !may_tell;
        for (told, new) in self.news.told.iter_mut().zip(news) {
            if *told != new && (may_tell || new.is_none()) {
                may_tell &= new.is_none();
                *told = new;
            } else {
                waits |= *told != new;
            }
        }
        if waits {
            ctx.request_repaint_after(Duration::from_millis(1));
        }
        for (region, told) in REGIONS.into_iter().zip(&self.news.told) {
            accessibility::say(ctx, region, told.as_deref());
        }
    }

    /// That the code runs out soon.
    fn last_minute(&self, shown: &Presentation<'_>) -> Option<String> {
        let countdown = shown.countdown.as_ref()?;
        let last = countdown.is_spoken && whole_seconds(countdown.left) < 60;
        let time = time_left(self.words, countdown.left);
        last.then(|| format!("{}: {time}", self.words.get("pairing-good-for")))
    }

    /// What has been opened over the screen.
    fn opened(&self, view: &View) -> Option<String> {
        let dialog = self.focus.dialog()?;
        if let Dialog::BiggerQr = dialog {
            // Its one button says it all.
            return None;
        }
        if let Dialog::Keyboard = dialog {
            let title = self.words.get("keyboard-title");
            let error = self.typed.error(self.words).unwrap_or_default();
            return Some(joined([title, error]));
        }
        let (title, body) = self.title_and_body(dialog).or_else(|| {
            let message = self.dialog_message(dialog, view)?;
            Some((message.title, message.body))
        })?;
        Some(joined([title, body]))
    }

    /// How large the picture is, where that is chosen; how much is typed, where something is.
    fn size(&self) -> Option<String> {
        if let Some(Dialog::Keyboard) = self.focus.dialog() {
            return Some(self.typed.count(self.words));
        }
        let chosen = matches!(self.focus.dialog(), Some(Dialog::PictureSize));
        let overscan = self.context.preferences.overscan;
        chosen.then(|| picture::percent(self.words, overscan))
    }
}
