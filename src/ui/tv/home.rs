//! All services as cards: what each is, whose account is signed in there, and below them what else there is.

use egui::{Align2, Color32, Rect, pos2, vec2};

use super::canvas::{BODY, Canvas, Drawn, Shape, TITLE, TextStyle, style};
use super::choice::{ButtonLayout, Choice};
use super::icon::Icon;
use super::tall;
use super::theme::{self, BUTTON_GAP, BUTTON_HEIGHT, Color, Font};
use crate::pairing::{ServiceState, ServiceStatus};
use crate::ui::presentation::Presentation;

const NAME: TextStyle = style(Font::SemiBold, 40.0, Color::Bright);
const STATE: TextStyle = style(Font::Regular, 32.0, Color::Quiet);

/// A card, and how far it is from the next.
const CARD: egui::Vec2 = vec2(460.0, 280.0);
const GAP: f32 = 36.0;
/// The top of the cards in landscape and in portrait orientation.
const TOP: f32 = 312.0;
const TALL_TOP: f32 = 420.0;
/// The initial on its tile, and the account's disc.
const TILE: f32 = 64.0;
const DISC: f32 = 96.0;
const PADDING: f32 = 36.0;
/// Colours for services, which have no marks of their own here.
const TILES: [Color32; 4] = [
    Color32::from_rgb(0x2F, 0x5D, 0x8C),
    Color32::from_rgb(0x7A, 0x3E, 0x5C),
    Color32::from_rgb(0x2E, 0x6B, 0x55),
    Color32::from_rgb(0x6B, 0x54, 0x2A),
];

/// How many cards stand beside each other, and how wide each is: three of full width, or four that are a little narrower.
fn columns(width: f32, cards: usize) -> (usize, f32) {
    let full = (((width + GAP) / (CARD.x + GAP)).floor() as usize).max(1);
    if cards <= full {
        return (full, CARD.x);
    }
    let columns = full + 1;
    (columns, (width + GAP) / columns as f32 - GAP)
}

/// Where the choices stand: so many cards, and then the rest in a row.
pub(super) fn layout(cards: usize, others: usize, is_tall: bool) -> ButtonLayout {
    let (columns, below) = if is_tall {
        (1, 1)
    } else {
        (columns(theme::RIGHT - theme::LEFT, cards).0, others)
    };
    let middles = |count: usize| (0..count).map(|column| column as f32).collect();
    let rows = |count: usize, columns: usize| {
        let firsts = (0..count).step_by(columns);
        firsts.map(move |first| middles(columns.min(count - first)))
    };
    ButtonLayout::Rows(rows(cards, columns).chain(rows(others, below)).collect())
}

/// Draws it; returns the button that was pointed at and clicked.
pub(super) fn draw(
    canvas: &Canvas<'_>,
    shown: &Presentation<'_>,
    services: &[ServiceStatus],
) -> Option<usize> {
    canvas.hints();
    let (left, is_tall) = (canvas.left_edge(), canvas.is_tall());
    let (columns, size, top) = if is_tall {
        (1, vec2(canvas.width(), 220.0), TALL_TOP)
    } else {
        let (columns, width) = columns(canvas.width(), services.len());
        (columns, vec2(width, CARD.y), TOP)
    };
    let title_y = canvas.either(theme::TITLE_Y, 280.0);
    canvas.left(left, title_y, TITLE, canvas.width(), &shown.title);
    canvas.left(left, title_y + 74.0, BODY, canvas.width(), &shown.body);
    let room = canvas.either(theme::BUTTONS_Y - 24.0 - top, 1060.0);
    let seen = ((room + GAP) / (size.y + GAP)).floor().max(1.0) as usize;
    let row = canvas.focused.min(services.len().saturating_sub(1)) / columns;
    let first_row = (row + 1).saturating_sub(seen);
    let is_seen = |index: usize| (first_row..first_row + seen).contains(&(index / columns));
    let place = |index: usize| {
        // A screen reader finds those that are scrolled away at the edge.
        if !is_seen(index) {
            return Rect::from_min_size(canvas.at(left, top), vec2(0.0, 0.0));
        }
        let (row, column) = (index / columns - first_row, index % columns);
        let corner = vec2(size.x + GAP, size.y + GAP) * vec2(column as f32, row as f32);
        canvas.rect(left + corner.x, top + corner.y, size.x, size.y)
    };
    let cards = (0..services.len()).map(place);
    let all = cards.chain(others(canvas, services.len()));
    canvas.each_button(all, |response, index| match services.get(index) {
        Some(status) if is_seen(index) => {
            let drawn = canvas.button(response, index, Shape::Card);
            card(canvas, &drawn, &canvas.choices[index], status);
            drawn.clicked
        }
        Some(_) => false,
        None => canvas.whole_button(response, index, Shape::Button),
    })
}

/// Where the buttons below the cards are.
fn others(canvas: &Canvas<'_>, first: usize) -> Vec<Rect> {
    let mut left = canvas.left_edge();
    let count = canvas.choices.len() - first;
    let place = |index: usize| {
        if canvas.is_tall() {
            let below = (count - (index - first)) as f32;
            let y = tall::ABOVE_HINTS - (BUTTON_HEIGHT + tall::GAP) * below;
            return canvas.rect(left, y, canvas.width(), BUTTON_HEIGHT);
        }
        let width = canvas.button_width(&canvas.choices[index]);
        let rect = canvas.rect(left, theme::BUTTONS_Y, width, BUTTON_HEIGHT);
        left += width + BUTTON_GAP;
        rect
    };
    (first..canvas.choices.len()).map(place).collect()
}

/// What stands on a card: the service with its initial, the account, and how it stands.
fn card(canvas: &Canvas<'_>, drawn: &Drawn, choice: &Choice, status: &ServiceStatus) {
    let (rect, painter) = (drawn.rect.shrink(PADDING), canvas.painter());
    let name = &choice.label;
    let first = match name.as_str() {
        // As the site itself writes it.
        "Shikimori" => 'Ш',
        _ => name.chars().next().unwrap_or(' '),
    };
    let tile = Rect::from_min_size(rect.min, vec2(TILE, TILE));
    let ground = TILES[first as usize % TILES.len()];
    painter.rect_filled(tile, 16, ground.gamma_multiply(canvas.brightness));
    let white = theme::PLATE.gamma_multiply(canvas.brightness);
    let font = Font::Bold.id(38.0);
    painter.text(tile.center(), Align2::CENTER_CENTER, first, font, white);
    if let ServiceState::Paired(Some(account)) = &status.state {
        let disc = pos2(rect.right() - DISC / 2.0, rect.top() + DISC / 2.0);
        painter.circle_filled(disc, DISC / 2.0, canvas.color(Color::Disc));
        let initial = account.label().and_then(|label| label.chars().next());
        let initial = initial.unwrap_or(' ').to_uppercase().to_string();
        let bright = canvas.color(Color::Bright);
        painter.text(
            disc,
            Align2::CENTER_CENTER,
            initial,
            Font::Bold.id(46.0),
            bright,
        );
    }
    let state = choice.value.as_deref().unwrap_or_default();
    let line = |y, style, x: f32, text: &str| {
        let galley = canvas.fitted_line(style, rect.right() - x, text);
        let corner = pos2(x, y - galley.size().y / 2.0);
        painter.galley_with_override_text_color(corner, galley, drawn.ink);
    };
    line(rect.bottom() - 76.0, NAME, rect.left(), name);
    let y = rect.bottom() - 18.0;
    let dot = pos2(rect.left() + 10.0, y);
    match status.state {
        ServiceState::Paired(_) => canvas.icon_at(dot, Icon::Check, 30.0, drawn.ink),
        ServiceState::NeedsAttention => canvas.icon_at(dot, Icon::Warning, 28.0, drawn.ink),
        _ => {
            painter.circle_stroke(dot, 8.0, egui::Stroke::new(3.0, drawn.ink));
        }
    }
    line(y, STATE, rect.left() + 34.0, state);
}
