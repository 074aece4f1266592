//! What the steps show in both orientations.

use std::time::Duration;

use egui::{Rect, Vec2, pos2, vec2};

use crate::ui::presentation::{PlateSubject, Presentation, StepState, time_left, whole_seconds};
use crate::ui::tv::canvas::{Canvas, TextStyle, style};
use crate::ui::tv::icon::Icon;
use crate::ui::tv::theme::{Color, Font, LEFT};
use crate::ui::tv::{qr, sign, tall};

pub(super) const STEP: TextStyle = style(Font::Regular, 40.0, Color::Text);
/// The address in large text: Inter's capitals are 0.727 of its size, and large text adds a quarter. So they are 74 px
/// high, as the code's own.
pub(super) const LARGE_ADDRESS: TextStyle = style(Font::Bold, 82.0, Color::Bright);
pub(super) const WARNING: TextStyle = style(Font::Regular, 30.0, Color::Faint);
pub(super) const TROUBLE: TextStyle = style(Font::Regular, 32.0, Color::Warning);
const STATUS: TextStyle = style(Font::Regular, 32.0, Color::Quiet);

/// The pill with the status: its middle and height in landscape orientation, and the height with two lines, which end where one
/// does nearly.
const PILL: (f32, f32) = (868.0, 60.0);
const TWO_LINES: f32 = 82.0;
/// From the pill's end to its sign, and from there to the text.
const SIGN: (f32, f32) = (30.0, 28.0);

/// A step by how far it is.
pub(super) fn style_of(state: StepState) -> TextStyle {
    let color = match state {
        StepState::Waiting => Color::Text,
        StepState::Current => Color::Bright,
        StepState::Done => Color::Faint,
    };
    TextStyle { color, ..STEP }
}

/// In which steps the countdown goes: each is a whole picture.
pub(in crate::ui::tv) const COUNTDOWN_STEP: Duration = Duration::from_secs(5);

/// When the bar has the colour of news.
const ENDS_SOON: Duration = Duration::from_mins(2);

/// How long something is good, with a bar that becomes shorter.
pub(super) fn countdown(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    (x, y): (f32, f32),
    width: f32,
) {
    let Some(countdown) = &shown.countdown else {
        return;
    };
    let label = style(Font::Regular, 32.0, Color::Quiet);
    let label_text = canvas.words.get(countdown.label);
    let step = COUNTDOWN_STEP.as_secs();
    let seconds = whole_seconds(countdown.left).next_multiple_of(step);
    let left = Duration::from_secs(seconds);
    let time_text = time_left(canvas.words, left, canvas.burn_in.dim);
    // Where there is little room across, the time stands below its label.
    let bar_y = if canvas.is_tall() && width <= tall::NARROW {
        let time = style(Font::Bold, 44.0, Color::Bright);
        canvas.note(x, y + 34.0, label, vec2(width, 76.0), &label_text);
        canvas.note(x, y + 108.0, time, vec2(width, 72.0), &time_text);
        y + 156.0
    } else {
        let time = style(Font::Bold, 34.0, Color::Bright);
        canvas.icon(x + 16.0, y, Icon::Timer, 34.0, Color::Quiet);
        canvas.left(x + 48.0, y, label, width * 0.6 - 48.0, &label_text);
        canvas.right(x + width, y, time, width * 0.5, &time_text);
        y + 42.0
    };
    let bar = canvas.rect(x, bar_y, width, 6.0);
    canvas.fill(bar, 3, Color::Raised);
    let part = countdown.left.as_secs_f32() / countdown.whole.as_secs_f32().max(1.0);
    let filled = vec2(width * part.clamp(0.0, 1.0), 6.0);
    let color = if countdown.left < ENDS_SOON {
        Color::Accent
    } else {
        Color::Faint
    };
    canvas.fill(Rect::from_min_size(bar.min, filled), 3, color);
}

/// The QR on its plate; or what stands there while there is nothing to scan, or while a phone has the page.
pub(super) fn plate(canvas: &Canvas<'_>, (x, y, width): (f32, f32, f32), shown: &Presentation<'_>) {
    let Some(on_plate) = &shown.on_plate else {
        return qr::draw(canvas, pos2(x, y), width, shown.scan.as_ref());
    };
    qr::draw(canvas, pos2(x, y), width, None);
    let (icon, color, size) = match on_plate.subject {
        PlateSubject::Phone => (Icon::Smartphone, Color::Good, width * 0.35),
        PlateSubject::Demo => (Icon::Play, Color::Quiet, width * 0.2),
        PlateSubject::Busy => (Icon::Hourglass, Color::Faint, width * 0.2),
        PlateSubject::Trouble(trouble) => (sign::of_trouble(trouble), Color::Warning, width * 0.22),
    };
    canvas.icon(x + width / 2.0, y + width * 0.33, icon, size, color);
    let bold = style(Font::SemiBold, 40.0, Color::Bright);
    let regular = style(Font::Regular, 32.0, Color::Quiet);
    let room = Rect::from_min_max(
        pos2(x + 32.0, y + width * 0.58),
        pos2(x + width - 32.0, y + width - 24.0),
    );
    canvas.fit_text_in(room, egui::Align::Center, 0.0, |flow| {
        flow.close(bold, &on_plate.title);
        flow.gap(16.0);
        flow.close(regular, &on_plate.body);
    });
}

/// How it goes, on a pill in landscape orientation: news in the colour of news, trouble with a sign of another shape. Returns
/// where the room above it ends.
pub(super) fn status(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    width: f32,
    is_narrow: bool,
) -> f32 {
    let Some((text, ..)) = status_text(shown, is_narrow) else {
        return f32::INFINITY;
    };
    let room = vec2(width - 2.0 * SIGN.0 - SIGN.1, f32::INFINITY);
    let (size, is_long) = canvas.note_size(STATUS, vec2(room.x, TWO_LINES), text);
    let (y, height) = if is_long {
        // It begins higher; the row below stays.
        let height = TWO_LINES.max(size.y + 6.0);
        (PILL.0 + 30.0 - height / 2.0, height)
    } else {
        PILL
    };
    let whole = size.x + 2.0 * SIGN.0 + SIGN.1;
    let pill = canvas.rect(LEFT, y - height / 2.0, whole, height);
    let is_news = !shown.has_trouble && shown.notice.is_some();
    let ground = if is_news {
        Color::AccentTile
    } else {
        Color::Surface
    };
    canvas.fill(pill, 30, ground);
    status_line(
        canvas,
        shown,
        (LEFT + SIGN.0, y),
        vec2(room.x, height),
        is_narrow,
    );
    y - height / 2.0
}

/// The sign and the text of the status, from a place on.
pub(super) fn status_line(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    (x, y): (f32, f32),
    room: Vec2,
    is_narrow: bool,
) {
    let Some((text, icon, color)) = status_text(shown, is_narrow) else {
        return;
    };
    if let Some(icon) = icon {
        canvas.icon(x, y, icon, 34.0, color);
    } else {
        let mark = canvas.at(x, y);
        canvas
            .painter()
            .circle_filled(mark, 9.0, canvas.color(color));
    }
    canvas.note(x + SIGN.1, y, STATUS, room, text);
}

/// What is said, behind which sign, and in which colour that is; nothing where the plate says it. Where there is little room, no
/// seconds are counted.
fn status_text<'a>(
    shown: &'a Presentation<'_>,
    is_narrow: bool,
) -> Option<(&'a str, Option<Icon>, Color)> {
    let subject = shown.on_plate.as_ref().map(|on_plate| on_plate.subject);
    let is_on_plate = matches!(subject, Some(PlateSubject::Busy | PlateSubject::Trouble(_)));
    let text = match &shown.notice {
        Some(notice) if !shown.has_trouble => {
            return Some((notice, Some(Icon::Info), Color::Accent));
        }
        _ if is_on_plate => return None,
        _ if is_narrow => shown.steady_status.as_str(),
        _ => shown.status.as_str(),
    };
    if text.is_empty() {
        None
    } else if shown.has_trouble {
        Some((text, Some(Icon::Warning), Color::Warning))
    } else {
        Some((text, None, Color::Good))
    }
}
