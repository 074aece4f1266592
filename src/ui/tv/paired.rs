//! Paired: whose, where the token is kept, and how to end it. Also the resting screen.

use egui::{Align, Stroke};

use super::UiContext;
use super::canvas::{Canvas, TextStyle, heading, style};
use super::portrait::{self, PortraitCache};
use super::tall;
use super::theme::{self, Color, Font};
use crate::auth::portrait::Portrait;
use crate::auth::shown;
use crate::ui::presentation::{Presentation, Remark};

/// The buttons' top in landscape and in portrait orientation.
const ROW: f32 = 764.0;
const TALL_ROW: f32 = 1160.0;

const TITLE: TextStyle = heading(Font::Bold, 72.0, Color::Bright);
const KEPT: TextStyle = style(Font::Regular, 36.0, Color::Quiet);
const END: TextStyle = style(Font::Regular, 32.0, Color::Faint);
const RESTING_TITLE: TextStyle = heading(Font::SemiBold, 60.0, Color::Quiet);
const RESTING_BODY: TextStyle = style(Font::Regular, 36.0, Color::Faint);

/// Draws it; returns the button that was pointed at and clicked. `initial` stands in the place of the portrait where
/// there is none.
pub(super) fn draw(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    initial: Option<char>,
    portrait: Option<&Portrait>,
    cache: &mut PortraitCache,
    context: &UiContext,
) -> Option<usize> {
    let disc_y = if canvas.is_tall() { 400.0 } else { 280.0 };
    let place = (canvas.middle(), disc_y);
    portrait::draw(canvas, place, portrait, cache);
    match (portrait, initial) {
        (Some(_), _) => {}
        (None, Some(initial)) => {
            let text = style(Font::Bold, 108.0, Color::Bright);
            let (x, y) = place;
            canvas.centred(x, y, text, 200.0, &initial.to_uppercase().to_string());
        }
        (None, None) => check_mark(canvas, place),
    }
    if canvas.is_tall() {
        canvas.fit_text(560.0, TALL_ROW - 48.0, Align::Center, |flow| {
            flow.close(TITLE, &shown.title);
            flow.gap(16.0);
            flow.text(KEPT, &shown.body);
            for remark in &shown.remarks {
                flow.gap(8.0);
                flow.text(style_of(remark), &remark.text);
            }
        });
    } else {
        canvas.centred(960.0, 470.0, TITLE, 1688.0, &shown.title);
        canvas.centred(960.0, 568.0, KEPT, 1688.0, &shown.body);
        for (remark, y) in shown.remarks.iter().zip([628.0, 678.0]) {
            canvas.centred(960.0, y, style_of(remark), 1688.0, &remark.text);
        }
    }
    let clicked = canvas.centred_buttons(canvas.middle(), ROW, TALL_ROW);
    if canvas.hints.no_way_out {
        canvas.hints(theme::RIGHT);
    } else {
        draw_end(canvas, context);
    }
    clicked
}

fn style_of(remark: &Remark) -> TextStyle {
    let color = if remark.is_important {
        Color::Accent
    } else {
        Color::Faint
    };
    style(Font::Regular, 32.0, color)
}

/// Draws where the access can be ended, in the place of the hints.
fn draw_end(canvas: &Canvas<'_>, context: &UiContext) {
    let url = shown::address(&context.apps_page);
    let end = canvas.words.with("paired-end", [("url", url.into())]);
    if canvas.is_tall() {
        let top = tall::BOTTOM - 130.0;
        canvas.fit_text(top, tall::BOTTOM, Align::Center, |flow| {
            flow.text(END, &end);
        });
    } else {
        canvas.centred(960.0, 976.0, END, 1688.0, &end);
    }
}

/// Draws the resting screen: dim and still.
pub(super) fn draw_resting(canvas: &Canvas<'_>, shown: &Presentation<'_>) {
    if canvas.is_tall() {
        canvas.fit_text(840.0, 1300.0, Align::Center, |flow| {
            flow.close(RESTING_TITLE, &shown.title);
            flow.gap(8.0);
            flow.text(RESTING_BODY, &shown.body);
        });
    } else {
        canvas.centred(960.0, 475.0, RESTING_TITLE, 1688.0, &shown.title);
        canvas.centred(960.0, 562.0, RESTING_BODY, 1688.0, &shown.body);
    }
}

/// A tick, where there is not even a name.
fn check_mark(canvas: &Canvas<'_>, (x, y): (f32, f32)) {
    let points = [(-48.0, 4.0), (-14.0, 38.0), (50.0, -34.0)];
    let points = points.map(|(right, down)| canvas.at(x + right, y + down));
    let stroke = Stroke::new(16.0, canvas.color(Color::Bright));
    canvas.painter().line(points.to_vec(), stroke);
}
