//! What a screen reader says by itself: what the screen has become, once for each change.
//!
//! No text here counts seconds, or it would be said each second.

use std::time::{Duration, Instant};

use egui::Context;

use super::App;
use crate::ui::presentation::{Presentation, joined, time_left, whole_seconds};
use crate::ui::tv::accessibility;

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
pub(super) struct Announced {
    /// It knows the window.
    known: bool,
    told: [Option<String>; REGIONS.len()],
}

impl App {
    /// Tells a screen reader what a view says, and what is `opened` over it.
    pub(super) fn announce(
        &mut self,
        ctx: &Context,
        shown: &Presentation<'_>,
        opened: Option<&Presentation<'_>>,
        now: Instant,
    ) {
        if !accessibility::window(ctx, self.words) {
            self.announced = Announced::default();
            return;
        }
        let news = [
            Some(shown.spoken.clone()),
            shown.spoken_location(),
            shown.spoken_status(),
            self.last_minute(shown),
            opened.map(|opened| joined([opened.title.clone(), opened.body.clone()])),
            opened.map(|opened| opened.status.clone()),
            self.save_error_text(),
            self.shows_no_way_out(now)
                .then(|| self.words.get("hint-no-way-out")),
        ]
        // An empty text would be said, too.
        .map(|text: Option<String>| text.filter(|text| !text.is_empty()));
        // What stands there when a screen reader first looks is no news to it, and would not be said. Of what comes at
        // once the order would be lost: so it is one piece of news a frame.
        let mut may_tell = std::mem::replace(&mut self.announced.known, true);
        let mut waits = !may_tell;
        for (told, new) in self.announced.told.iter_mut().zip(news) {
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
        for (region, told) in REGIONS.into_iter().zip(&self.announced.told) {
            if let Some(text) = told {
                accessibility::say(ctx, region, text);
            }
        }
    }

    /// That the code runs out soon.
    fn last_minute(&self, shown: &Presentation<'_>) -> Option<String> {
        let countdown = shown.countdown.as_ref()?;
        let last = countdown.is_spoken && whole_seconds(countdown.left) < 60;
        let time = time_left(self.words, countdown.left, false);
        last.then(|| format!("{}: {time}", self.words.get(countdown.label)))
    }
}
