//! Screens whose choices stand below each other: what they are about on the left, the choices on the right; in portrait
//! orientation below.

use egui::{Align, Rect, pos2};

use super::canvas::{Canvas, Shape, TextFlow, TextStyle, heading, style};
use super::icon::Icon;
use super::setting_lines::{self, Preview};
use super::tall;
use super::theme::{self, BUTTON_HEIGHT, Color, Font, ROW_GAP};
use crate::ui::presentation::Presentation;

const TITLE: TextStyle = heading(Font::Bold, 64.0, Color::Bright);
const BODY: TextStyle = style(Font::Regular, 36.0, Color::Quiet);
const NOTICE: TextStyle = style(Font::Regular, 32.0, Color::Accent);
/// Where the words end across, and where the rows begin.
const LEFT_END: f32 = 780.0;
const ROWS: f32 = 860.0;
const TOP: f32 = 232.0;
const BOTTOM: f32 = 932.0;
/// A row whose value stands below its label.
const TWO_LINES: f32 = 112.0;
/// How much is seen of a row that is scrolled away, and how bright.
const SLIVER: (f32, f32) = (10.0, 0.5);

/// Draws it; returns the button that was pointed at and clicked.
pub(super) fn draw(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    preview: Option<Preview>,
) -> Option<usize> {
    canvas.hints();
    let fill = |flow: &mut TextFlow<'_>| {
        flow.close(TITLE, &shown.title);
        flow.gap(24.0);
        // What the row is about that has the focus, where rows explain themselves.
        flow.text(
            BODY,
            if shown.status.is_empty() {
                &shown.body
            } else {
                &shown.status
            },
        );
        if let Some(notice) = &shown.notice {
            flow.gap(24.0);
            flow.text(NOTICE, notice);
        }
        if let Some(preview) = preview {
            flow.gap(32.0);
            if let Some(top) = flow.place(setting_lines::PREVIEW_HEIGHT) {
                setting_lines::preview(canvas, (canvas.left_edge(), top), preview);
            }
        }
    };
    let (left, right) = if canvas.is_tall() {
        (canvas.left_edge(), canvas.right_edge())
    } else {
        (ROWS, canvas.right_edge())
    };
    let (shape, height) = row_shape(canvas, right - left);
    if !canvas.is_tall() {
        // The title's capitals are as high as the first row's edge.
        let room = Rect::from_min_max(pos2(theme::LEFT, TOP - 14.0), pos2(LEFT_END, BOTTOM));
        canvas.fit_text_in(room, Align::Min, 0.0, fill);
        let room = Rect::from_min_max(pos2(left, TOP), pos2(right, BOTTOM));
        return rows(canvas, room, shape, height);
    }
    let whole = canvas.column_height(height, ROW_GAP);
    let words = tall::ABOVE_HINTS - whole.min(7.0 * (height + ROW_GAP)) - 48.0;
    let below = canvas.fit_text(tall::BELOW_BANNER, words.max(700.0), Align::Min, fill) + 48.0;
    let room = Rect::from_min_max(pos2(left, below), pos2(right, tall::ABOVE_HINTS));
    rows(canvas, room, shape, height)
}

/// One size for all rows: as large as usual, or smaller where one of them is too long, or with values below the labels.
fn row_shape(canvas: &Canvas<'_>, width: f32) -> (Shape, f32) {
    let sizes = if canvas.is_large() {
        [45.0, 40.0]
    } else {
        [36.0, 32.0]
    };
    let row = |size, is_two_lines| Shape::Row { size, is_two_lines };
    for size in sizes {
        if canvas.rows_fit(width, size, false) {
            return (row(size, false), BUTTON_HEIGHT);
        }
    }
    let fits = sizes
        .into_iter()
        .find(|size| canvas.rows_fit(width, *size, true));
    (row(fits.unwrap_or(sizes[1]), true), TWO_LINES)
}

/// Draws as many rows as there is room for, with the focus among them.
fn rows(canvas: &Canvas<'_>, room: Rect, shape: Shape, height: f32) -> Option<usize> {
    let count = canvas.choices.len();
    let pitch = height + ROW_GAP;
    let seen = (((room.height() + ROW_GAP) / pitch).floor() as usize)
        .min(count)
        .max(1);
    let first = canvas
        .focused
        .saturating_sub(seen / 2)
        .min(count - seen.min(count));
    let rect = |index: usize| {
        let y = room.top() + pitch * (index as f32 - first as f32);
        canvas.rect(room.left(), y, room.width(), height)
    };
    // A screen reader finds the others, too, above and below what is seen.
    let described = |index: usize| match index {
        _ if index < first => canvas.rect(room.left(), room.top(), room.width(), 0.0),
        _ if index >= first + seen => canvas.rect(
            room.left(),
            room.top() + pitch * seen as f32 - ROW_GAP,
            room.width(),
            0.0,
        ),
        _ => rect(index),
    };
    let responses = canvas.describe_buttons((0..count).map(described));
    more(
        canvas,
        room,
        pitch * seen as f32 - ROW_GAP,
        [first > 0, first + seen < count],
    );
    let mut clicked = None;
    let others = (first..first + seen).filter(|index| *index != canvas.focused);
    for index in others
        .chain([canvas.focused])
        .filter(|index| *index < count)
    {
        if canvas.whole_button(&responses[index], index, shape) {
            clicked = Some(index);
        }
    }
    clicked
}

/// That there are more rows above or below.
fn more(canvas: &Canvas<'_>, room: Rect, height: f32, [above, below]: [bool; 2]) {
    let (thick, brightness) = SLIVER;
    let dim = canvas.dimmed(brightness);
    let x = room.left() + 24.0;
    let sliver = |y| {
        let place = dim.rect(x, y, room.width() - 48.0, thick);
        dim.fill(place, 5, Color::Surface);
    };
    let chevron = |y, icon| canvas.icon(room.center().x, y, icon, 28.0, Color::Faint);
    if above {
        sliver(room.top() - ROW_GAP - thick + 4.0);
        chevron(room.top() - 32.0, Icon::ChevronUp);
    }
    if below {
        sliver(room.top() + height + ROW_GAP - 4.0);
        if canvas.is_tall() {
            chevron(room.top() + height + 32.0, Icon::ChevronDown);
        }
    }
}
