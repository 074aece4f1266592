//! When the next frame is due: only when something that can be seen changes.

use std::time::{Duration, Instant};

use egui::{Context, CursorIcon};

use super::choices::PATIENCE;
use super::{App, NO_WAY_OUT};
use crate::pairing::{Intent, View};
use crate::ui::presentation::Presentation;
use crate::ui::tv::burn_in::BurnInProtection;
use crate::ui::tv::choice::Screen;
use crate::ui::tv::steps::COUNTDOWN_STEP;

/// How long the pointer stays after it was moved.
const POINTER: Duration = Duration::from_secs(2);

impl App {
    /// A pointer that moves, and a touch that wakes.
    pub(super) fn watch_pointer(&mut self, ctx: &Context, view: &View, now: Instant) {
        let (moved, touched) =
            ctx.input(|input| (input.pointer.is_moving(), input.pointer.any_pressed()));
        if moved || touched {
            self.last_pointer = Some(now);
            self.last_input = now;
        }
        if touched && *view == View::Resting {
            self.send(Intent::Touched);
        }
    }

    /// Asks for the next frame: once a step while something counts, once a minute after a while without a press, else not
    /// at all.
    pub(super) fn request_next_frame(
        &self,
        ctx: &Context,
        view: &View,
        shown: &Presentation<'_>,
        now: Instant,
    ) {
        let idle = now.saturating_duration_since(self.last_input);
        let step = if BurnInProtection::after(idle).dim {
            Duration::from_mins(1)
        } else {
            shown
                .next_try
                .map_or(COUNTDOWN_STEP, |_| Duration::from_secs(1))
        };
        let countdown_ends = shown.countdown.as_ref().map(|countdown| countdown.ends);
        if let Some(end) = countdown_ends.or(shown.next_try) {
            // Just after the shown second or minute changes.
            let left = end.saturating_duration_since(now);
            let part = Duration::from_nanos((left.as_nanos() % step.as_nanos()) as u64);
            ctx.request_repaint_after(
                part.max(Duration::from_millis(20)) + Duration::from_millis(5),
            );
        }
        let busy = now.saturating_duration_since(self.screen_changed);
        if Screen::of(view) == Screen::Busy && busy < PATIENCE {
            ctx.request_repaint_after(PATIENCE.saturating_sub(busy));
        }
        ctx.request_repaint_after(BurnInProtection::next(idle));
        let left = |since: Option<Instant>, stays: Duration| {
            let left = (since? + stays).saturating_duration_since(now);
            (!left.is_zero()).then_some(left)
        };
        if let Some(left) = left(self.no_way_out, NO_WAY_OUT) {
            ctx.request_repaint_after(left);
        }
        match left(self.last_pointer, POINTER) {
            Some(left) => ctx.request_repaint_after(left),
            None => ctx.set_cursor_icon(CursorIcon::None),
        }
    }
}
