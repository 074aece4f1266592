//! Paired: whose account, what that is good for, and where the token is kept. Also the resting screen.

use egui::{Align, Shape as Drawing, Stroke, Vec2, pos2, vec2};

use super::canvas::{Canvas, TextStyle, heading, style};
use super::icon::Icon;
use super::portrait::{self, PortraitCache};
use super::tall;
use super::theme::{self, Color, Font};
use crate::auth::portrait::Portrait;
use crate::ui::presentation::{Presentation, Remark};

/// The buttons' top in landscape and in portrait orientation.
const ROW: f32 = 700.0;
const TALL_ROW: f32 = 1160.0;
/// The middle of the disc, and the tick at its lower right: how far from that and how large.
const DISC_Y: f32 = 276.0;
const TALL_DISC_Y: f32 = 400.0;
const TICK: (f32, f32) = (96.0, 48.0);

const TITLE: TextStyle = heading(Font::Bold, 72.0, Color::Bright);
const READY: TextStyle = style(Font::Regular, 36.0, Color::Quiet);
const STORED: TextStyle = style(Font::Regular, 30.0, Color::Faint);
const RESTING_TITLE: TextStyle = heading(Font::SemiBold, 56.0, Color::Bright);
const RESTING_BODY: TextStyle = style(Font::Regular, 36.0, Color::Bright);
/// How bright the resting screen is: nothing may be burnt into a panel.
pub(super) const RESTING: f32 = 0.35;

/// Draws it; returns the button that was pointed at and clicked. `initial` stands in the place of the portrait where
/// there is none.
pub(super) fn draw(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    initial: Option<char>,
    portrait: Option<&Portrait>,
    cache: &mut PortraitCache,
) -> Option<usize> {
    let disc_y = canvas.either(DISC_Y, TALL_DISC_Y);
    disc(canvas, (canvas.middle(), disc_y), initial, portrait, cache);
    if canvas.is_tall() {
        canvas.fit_text(580.0, TALL_ROW - 48.0, Align::Center, |flow| {
            flow.close(TITLE, &shown.title);
            flow.gap(16.0);
            flow.text(READY, &shown.body);
            for remark in &shown.remarks {
                flow.gap(8.0);
                flow.text(style_of(remark), &remark.text);
            }
        });
    } else {
        canvas.centred(960.0, 510.0, TITLE, 1688.0, &shown.title);
        canvas.centred(960.0, 594.0, READY, 1688.0, &shown.body);
        // Below the buttons, where the eye is last.
        for (remark, y) in shown.remarks.iter().zip([834.0, 884.0]) {
            canvas.centred(960.0, y, style_of(remark), 1688.0, &remark.text);
        }
    }
    stored(canvas, &shown.details);
    let left = canvas.middle() - canvas.row_width() / 2.0;
    canvas.row(left, canvas.either(ROW, TALL_ROW))
}

/// The account's picture, its first letter, or a figure without a face; and a tick, for it has succeeded.
fn disc(
    canvas: &Canvas<'_>,
    (x, y): (f32, f32),
    initial: Option<char>,
    portrait: Option<&Portrait>,
    cache: &mut PortraitCache,
) {
    let [size, ring, tick] = canvas.motion.success(canvas.ui.ctx());
    let radius = portrait::RADIUS * size;
    portrait::draw(canvas, (x, y), radius, portrait, cache);
    if portrait.is_none() {
        match initial {
            Some(initial) => {
                let text = style(Font::Bold, 124.0, Color::Bright);
                let room = 2.0 * radius - 40.0;
                canvas.centred(x, y, text, room, &initial.to_uppercase().to_string());
            }
            None => canvas.icon(x, y, Icon::ShieldCheck, 120.0, Color::Bright),
        }
    }
    if ring < 1.0 {
        arc(canvas, (x, y), radius + 8.0, ring);
    }
    let (place, tick_radius) = TICK;
    let (x, y) = (x + place, y + place);
    if tick > 0.0 {
        let middle = canvas.at(x, y);
        let painter = canvas.painter();
        painter.circle_filled(middle, tick_radius + 8.0, canvas.color(Color::Background));
        painter.circle_filled(middle, tick_radius, canvas.color(Color::Good));
        // Drawn from its left end to its right one.
        let points =
            [vec2(-22.0, 1.0), vec2(-6.0, 17.0), vec2(24.0, -15.0)].map(|way| middle + way);
        let corner = points[1];
        let part = |from: f32, to: f32| ((tick - from) / (to - from)).clamp(0.0, 1.0);
        let first = points[0].lerp(corner, part(0.0, 0.4));
        let last = corner.lerp(points[2], part(0.4, 1.0));
        let stroke = Stroke::new(8.0, canvas.color(Color::Background));
        painter.add(Drawing::line(vec![points[0], first, last], stroke));
    }
}

/// A part of a ring, from the top clockwise.
fn arc(canvas: &Canvas<'_>, (x, y): (f32, f32), radius: f32, part: f32) {
    let steps = (64.0 * part).ceil() as u32;
    let point = |step: u32| {
        let angle = std::f32::consts::TAU * part * step as f32 / steps as f32;
        canvas.at(x, y) + Vec2::new(angle.sin(), -angle.cos()) * radius
    };
    if steps > 0 {
        let stroke = Stroke::new(8.0, canvas.color(Color::Good));
        let points = (0..=steps).map(point).collect();
        canvas.painter().add(Drawing::line(points, stroke));
    }
}

fn style_of(remark: &Remark) -> TextStyle {
    let color = if remark.is_important {
        Color::Accent
    } else {
        Color::Faint
    };
    style(Font::Regular, 32.0, color)
}

/// Where the token is kept and the access can be ended, beside the hints.
fn stored(canvas: &Canvas<'_>, text: &str) {
    let (left, begin) = (canvas.left_edge(), canvas.hints());
    if text.is_empty() {
        return;
    }
    let y = canvas.either(theme::HINTS_Y, tall::BOTTOM - 124.0);
    let end = canvas.either(begin - 48.0, canvas.right_edge());
    canvas.icon(left + 17.0, y, Icon::ShieldCheck, 34.0, Color::Faint);
    let room = vec2(end - left - 52.0, 84.0);
    canvas.note(left + 52.0, y, STORED, room, text);
}

/// Draws the resting screen: dim, and elsewhere from one minute to the next.
pub(super) fn draw_resting(canvas: &Canvas<'_>, shown: &Presentation<'_>, place: Vec2) {
    // Across there is a tenth of the width left over at either side.
    let room = vec2(canvas.width() * 0.1, canvas.size.y * 0.28);
    let middle = canvas.size / 2.0 + place * room;
    let room = vec2(canvas.width() * 0.8, 400.0);
    let room = egui::Rect::from_center_size(pos2(middle.x, middle.y), room);
    canvas.fit_text_in(room, Align::Center, 0.0, |flow| {
        flow.gap(90.0);
        flow.close(RESTING_TITLE, &shown.title);
        flow.gap(12.0);
        flow.text(RESTING_BODY, &shown.body);
    });
}
