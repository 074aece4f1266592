//! The size of the picture: old televisions hide its edges, and only a user who looks can tell how much.

use egui::{Align, Rect, Stroke, pos2, vec2};

use super::canvas::{Canvas, TextFlow, TextStyle, style};
use super::sign::{self, Sign};
use super::theme::{BUTTON_HEIGHT, Color, Font};
use super::{message, tall};
use crate::ui::presentation::Presentation;

const SIZE: TextStyle = style(Font::Bold, 52.0, Color::Bright);

/// Draws it; returns the button that was pointed at and clicked. The choices are smaller, larger, done.
pub(super) fn draw(canvas: &Canvas<'_>, shown: &Presentation<'_>, sign: Sign) -> Option<usize> {
    canvas.hints();
    corners(canvas);
    let fill = |flow: &mut TextFlow<'_>| message::fill(canvas, flow, shown);
    sign::draw(canvas, sign);
    let (x, y) = if canvas.is_tall() {
        let bottom = tall::MESSAGE_BUTTONS - 56.0;
        canvas.fit_text(548.0, bottom, Align::Min, fill);
        (tall::LEFT, tall::MESSAGE_BUTTONS)
    } else {
        let room = Rect::from_min_max(pos2(380.0, 288.0), pos2(1560.0, 600.0));
        let below = canvas.fit_text_in(room, Align::Min, 0.0, fill);
        (380.0, (below + 48.0).max(600.0))
    };
    let width = BUTTON_HEIGHT + 32.0;
    let middle = (x + width + 134.0, y + BUTTON_HEIGHT / 2.0);
    canvas.centred(middle.0, middle.1, SIZE, 220.0, &shown.status);
    let places = [
        canvas.rect(x, y, width, BUTTON_HEIGHT),
        canvas.rect(x + width + 268.0, y, width, BUTTON_HEIGHT),
        canvas.rect(x + 2.0 * width + 332.0, y, 240.0, BUTTON_HEIGHT),
    ];
    canvas.buttons(places.into_iter())
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
