//! What moves on the screen. Each movement ends by itself after a fixed time; then no frame is drawn, and with reduced motion
//! none moves at all.

use egui::Context;

use super::choice::{Dialog, Screen};

/// How long each takes, in seconds: a screen comes in, the focus goes from one button to another, a button is pressed, the QR
/// is enlarged.
const SCREEN: f32 = 0.16;
pub(super) const FOCUS: f32 = 0.12;
const PRESS: f32 = 0.08;
pub(super) const ENLARGE: f32 = 0.22;
/// How far a screen comes from, in canvas pixels.
const WAY: f32 = 24.0;
/// The spinner: when it begins and ends after the screen came, and its steps in a second.
const SPINNER: (f64, f64) = (0.6, 8.0);
const SPINNER_STEPS: f64 = 12.0;
/// When what began to move, in seconds of egui's clock; `None` for what has not moved yet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Motion {
    now: f64,
    is_reduced: bool,
    /// The screen and the dialogs over it: the topmost, and how many.
    shown: Option<(Screen, Option<Dialog>, usize)>,
    screen_since: Option<f64>,
    /// From the left, because a dialog was closed.
    is_back: bool,
    /// A sign-in has just succeeded.
    success_since: Option<f64>,
    code_since: Option<f64>,
    pressed_since: Option<f64>,
}

impl Motion {
    /// Notes the time of a frame and what it shows. `succeeded` says that a new screen is that of a new sign-in.
    pub(super) fn begin_frame(
        &mut self,
        ctx: &Context,
        is_reduced: bool,
        (screen, dialog, dialogs): (Screen, Option<Dialog>, usize),
        succeeded: bool,
    ) {
        self.now = ctx.input(|input| input.time);
        self.is_reduced = is_reduced;
        // The enlarged QR has a movement of its own.
        let shown = match dialog {
            Some(Dialog::BiggerQr) => (screen, None, dialogs - 1),
            _ => (screen, dialog, dialogs),
        };
        let Some(last) = self.shown.replace(shown) else {
            return;
        };
        let is_same_dialog = last.1.map(|dialog| std::mem::discriminant(&dialog))
            == shown.1.map(|dialog| std::mem::discriminant(&dialog));
        if last.0 == shown.0 && last.2 == shown.2 && is_same_dialog {
            return;
        }
        (self.screen_since, self.pressed_since) = (Some(self.now), None);
        self.is_back = last.0 == shown.0 && shown.2 < last.2;
        if last.0 != shown.0 && succeeded {
            self.success_since = Some(self.now);
        }
    }

    /// Another code is shown.
    pub(super) fn code_changed(&mut self) {
        self.code_since = Some(self.now);
    }

    pub(super) fn pressed(&mut self) {
        self.pressed_since = Some(self.now);
    }

    /// How far a movement is that takes so many seconds, from 0 to 1; asks for the next frame until it is over.
    fn progress(&self, ctx: &Context, since: Option<f64>, delay: f32, seconds: f32) -> f32 {
        let passed = since.map_or(f32::INFINITY, |since| (self.now - since) as f32 - delay);
        if self.is_reduced || passed >= seconds {
            return 1.0;
        }
        ctx.request_repaint();
        (passed / seconds).max(0.0)
    }

    /// How visible a screen is that comes in, and how far it is from its place.
    pub(super) fn screen(&self, ctx: &Context) -> (f32, f32) {
        let rest = 1.0 - ease_out(self.progress(ctx, self.screen_since, 0.0, SCREEN));
        let way = if self.is_back { -WAY } else { WAY };
        (1.0 - rest, way * rest)
    }

    /// How large a button is that was just pressed, in parts of its size.
    pub(super) fn press(&self, ctx: &Context) -> f32 {
        if self.progress(ctx, self.pressed_since, 0.0, PRESS) < 1.0 {
            0.97
        } else {
            1.0
        }
    }

    /// The steps of a success: how large the disc is, how much of its ring is drawn and how much of its tick.
    pub(super) fn success(&self, ctx: &Context) -> [f32; 3] {
        let part = |delay, seconds| self.progress(ctx, self.success_since, delay, seconds);
        let disc = 0.85 + 0.15 * ease_out(part(0.0, 0.2));
        [disc, part(0.2, 0.25), part(0.45, 0.15)]
    }

    /// How far the tile with this index is turned to its new character: to the half the old one is seen, then the new one.
    pub(super) fn tile(&self, ctx: &Context, index: usize) -> f32 {
        self.progress(ctx, self.code_since, 0.03 * index as f32, 0.09)
    }

    /// The step of the spinner, while it turns: work that takes long is shown to go on, but not without end.
    pub(super) fn spinner(&self, ctx: &Context) -> Option<u32> {
        let passed = self.now - self.screen_since.unwrap_or(0.0);
        if self.is_reduced || passed >= SPINNER.1 {
            return None;
        }
        let step = (passed * SPINNER_STEPS).floor();
        let next = ((step + 1.0) / SPINNER_STEPS).max(SPINNER.0) - passed;
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(next.max(0.001)));
        (passed >= SPINNER.0).then_some(step as u32)
    }

    /// How long the focus takes to go on, in seconds.
    pub(super) fn time(&self, seconds: f32) -> f32 {
        if self.is_reduced { 0.0 } else { seconds }
    }
}

/// Fast at first.
pub(super) fn ease_out(part: f32) -> f32 {
    1.0 - (1.0 - part).powi(3)
}
