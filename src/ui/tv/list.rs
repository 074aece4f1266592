//! Screens whose choices stand below each other: what they are about on the left, the choices on the right; in portrait
//! orientation below.

use egui::{Align, Rect, pos2};

use super::canvas::{BODY, Canvas, NOTICE, Shape, TITLE, TextFlow};
use super::icon::Icon;
use super::theme::{self, BUTTON_HEIGHT, Color, ROW_GAP};
use super::{Setting, setting_lines, tall};
use crate::ui::presentation::Presentation;

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
    preview: Option<Setting>,
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
            if let Some(place) = flow.place(setting_lines::PREVIEW_HEIGHT) {
                setting_lines::preview(canvas, place.min, preview);
            }
        }
    };
    let right = canvas.right_edge();
    let left = canvas.either(ROWS, canvas.left_edge());
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
    let fitting = |is_two_lines| {
        let mut sizes = sizes.into_iter();
        sizes.find(|size| canvas.rows_fit(width, *size, is_two_lines))
    };
    match fitting(false) {
        Some(size) => (row(size, false), BUTTON_HEIGHT),
        None => (row(fitting(true).unwrap_or(sizes[1]), true), TWO_LINES),
    }
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
    let is_seen = |index: usize| (first..first + seen).contains(&index);
    let all = pitch * seen as f32 - ROW_GAP;
    // A screen reader finds the others, too, above and below what is seen.
    let place = |index: usize| {
        let (y, height) = match index {
            _ if is_seen(index) => (pitch * (index - first) as f32, height),
            _ if index < first => (0.0, 0.0),
            _ => (all, 0.0),
        };
        canvas.rect(room.left(), room.top() + y, room.width(), height)
    };
    more(canvas, room, all, [first > 0, first + seen < count]);
    canvas.each_button((0..count).map(place), |response, index| {
        is_seen(index) && canvas.whole_button(response, index, shape)
    })
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
