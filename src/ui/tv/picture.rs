//! The size of the picture: old televisions hide its edges, and only a user who looks can tell how much.

use egui::{Align, Stroke, vec2};

use super::canvas::{Canvas, TextStyle, heading, style};
use super::message::ROW;
use super::tall;
use super::theme::{self, Color, Font};
use crate::ui::presentation::Presentation;

const TITLE: TextStyle = heading(Font::Bold, 68.0, Color::Bright);
const BODY: TextStyle = style(Font::Regular, 38.0, Color::Quiet);
const SIZE: TextStyle = style(Font::Bold, 56.0, Color::Bright);
const NOTICE: TextStyle = style(Font::Regular, 32.0, Color::Accent);

/// Draws it; returns the button that was pointed at and clicked.
pub(super) fn draw(canvas: &Canvas<'_>, shown: &Presentation<'_>) -> Option<usize> {
    canvas.hints(theme::RIGHT);
    corners(canvas);
    if canvas.is_tall() {
        let bottom = tall::MESSAGE_BUTTONS - 56.0;
        canvas.fit_text(420.0, bottom, Align::Center, |flow| {
            flow.close(TITLE, &shown.title);
            flow.gap(20.0);
            flow.text(BODY, &shown.body);
            flow.gap(20.0);
            flow.close(SIZE, &shown.status);
            if let Some(notice) = &shown.notice {
                flow.gap(16.0);
                flow.text(NOTICE, notice);
            }
        });
    } else {
        canvas.centred(960.0, 330.0, TITLE, 1400.0, &shown.title);
        let below = canvas.paragraph(960.0, 420.0, BODY, vec2(1320.0, 260.0), &shown.body);
        canvas.centred(960.0, below + 76.0, SIZE, 600.0, &shown.status);
        if let Some(notice) = &shown.notice {
            canvas.centred(960.0, below + 142.0, NOTICE, 1688.0, notice);
        }
    }
    canvas.centred_buttons(960.0, ROW, tall::MESSAGE_BUTTONS)
}

/// A bracket in each corner of the picture, with its outer edges on the picture's.
fn corners(canvas: &Canvas<'_>) {
    const LENGTH: f32 = 110.0;
    const WIDTH: f32 = 12.0;
    let stroke = Stroke::new(WIDTH, canvas.color(Color::Accent));
    let inside = WIDTH / 2.0;
    for (x, along) in [(inside, LENGTH), (canvas.size.x - inside, -LENGTH)] {
        for (y, down) in [(inside, LENGTH), (canvas.size.y - inside, -LENGTH)] {
            let corner = canvas.at(x, y);
            let line = vec![corner + vec2(along, 0.0), corner, corner + vec2(0.0, down)];
            canvas.painter().line(line, stroke);
        }
    }
}
