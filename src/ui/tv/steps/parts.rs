//! What the steps show in both orientations.

use egui::{CornerRadius, Pos2, Rect, Shape, Stroke, Ui, Vec2, vec2};

use crate::ui::presentation::{Code, Countdown, Presentation, Scan, time_left};
use crate::ui::tv::qr::{self, Qr};
use crate::ui::tv::stage::{Stage, Style, style};
use crate::ui::tv::theme::{Tone, Weight};
use crate::ui::tv::{tall, tiles};
use crate::words::Words;

pub(super) const STEP: Style = style(Weight::Regular, 40.0, Tone::Text);
/// The address in large text: Inter's capitals are 0.727 of its size, and large text adds a quarter. So they are 74 px
/// high, as the code's own.
pub(super) const LARGE_ADDRESS: Style = style(Weight::Bold, 82.0, Tone::Bright);
pub(super) const WARNING: Style = style(Weight::Regular, 30.0, Tone::Faint);
pub(super) const NOTICE: Style = style(Weight::SemiBold, 32.0, Tone::Accent);
pub(super) const TROUBLE: Style = style(Weight::Regular, 32.0, Tone::Accent);

/// The code's tiles, empty while it is not there.
pub(super) fn code_tiles(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    code: Code<'_>,
    place: tiles::Place,
) {
    match code {
        Code::None => {}
        Code::Coming(None) => tiles::show(stage, ui, words, None, place),
        Code::Coming(Some(length)) => {
            tiles::show(stage, ui, words, Some(&" ".repeat(length)), place);
        }
        Code::Here(code) => tiles::show(stage, ui, words, Some(code), place),
    }
}

/// The QR, or its empty plate.
pub(super) fn symbol(
    stage: &Stage<'_>,
    words: &Words,
    qr: &mut Qr,
    scan: Option<&Scan>,
    corner: Pos2,
    side: f32,
) {
    match scan {
        Some(scan) => qr.show(stage, words, corner, side, scan),
        None => qr::plate(stage, corner, side, stage.color(Tone::Surface)),
    }
}

/// How long something is good, with a bar that becomes shorter.
pub(super) fn countdown(
    stage: &Stage<'_>,
    words: &Words,
    countdown: &Countdown,
    (x, y): (f32, f32),
    width: f32,
) {
    let label = style(Weight::Regular, 32.0, Tone::Quiet);
    let (label_text, time_text) = (
        words.get("pairing-good-for"),
        time_left(words, countdown.left),
    );
    // Where there is little room across, the time stands below its label.
    let bar_y = if stage.is_tall() && width <= tall::WIDEST {
        let time = style(Weight::Bold, 44.0, Tone::Bright);
        stage.note(x, y + 20.0, label, vec2(width, 44.0), &label_text);
        stage.note(x, y + 76.0, time, vec2(width, 72.0), &time_text);
        y + 124.0
    } else {
        let time = style(Weight::Bold, 34.0, Tone::Bright);
        stage.left(x, y, label, width * 0.6, &label_text);
        stage.right(x + width, y, time, width * 0.5, &time_text);
        y + 40.0
    };
    let (bar, round) = (stage.rect(x, bar_y, width, 8.0), CornerRadius::same(4));
    let painter = stage.painter();
    painter.rect_filled(bar, round, stage.color(Tone::Raised));
    let part = countdown.left.as_secs_f32() / countdown.whole.as_secs_f32().max(1.0);
    let filled = Rect::from_min_size(bar.min, vec2(width * part.clamp(0.0, 1.0), 8.0));
    painter.rect_filled(filled, round, stage.color(Tone::Accent));
}

/// How it goes, behind a mark, which has another shape in trouble, not only another colour.
pub(super) fn status(stage: &Stage<'_>, shown: &Presentation<'_>, (x, y): (f32, f32), room: Vec2) {
    if shown.status.is_empty() {
        return;
    }
    let (painter, mark) = (stage.painter(), stage.at(x, y));
    let text = if shown.has_trouble {
        let corners = [(0.0, -13.0), (13.0, 0.0), (0.0, 13.0), (-13.0, 0.0)];
        let corners = corners.map(|(x, y)| mark + vec2(x, y)).to_vec();
        let color = stage.color(Tone::Accent);
        painter.add(Shape::convex_polygon(corners, color, Stroke::NONE));
        TROUBLE
    } else {
        // There is something to wait for, or there is not yet.
        let tone = if shown.scan.is_some() {
            Tone::Good
        } else {
            Tone::Faint
        };
        painter.circle_filled(mark, 10.0, stage.color(tone));
        style(Weight::Regular, 32.0, Tone::Quiet)
    };
    stage.note(x + 24.0, y, text, room, &shown.status);
}
