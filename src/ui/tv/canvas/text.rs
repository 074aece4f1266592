//! Text on a canvas: as large as the user wants it, smaller where its room asks for it, and found by screen readers.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Galley, Pos2, Rect, Role, Sense, Vec2, WidgetInfo, pos2, vec2};

use super::Canvas;
use super::style::{AIRY, CLOSE, TextBlock, TextStyle, style};
use crate::ui::tv::accessibility;
use crate::ui::tv::theme::{self, Color, Font};

/// How much larger large words are, where nothing else is said.
const LARGER: f32 = 1.25;

/// So many canvas pixels more than its room a line may take.
pub(super) const SLACK: f32 = 12.0;

impl Canvas<'_> {
    /// A style as large as the user wants it.
    pub(super) fn sized(&self, style: TextStyle) -> TextStyle {
        let larger = if self.is_large() { LARGER } else { 1.0 };
        TextStyle {
            size: style.size * larger,
            ..style
        }
    }

    /// Draws one line of text that begins at `x` and has its middle at `y`; smaller where it would be wider than `room`.
    pub(crate) fn left(&self, x: f32, y: f32, style: TextStyle, room: f32, text: &str) -> Rect {
        self.line(self.at(x, y), Align2::LEFT_CENTER, style, room, text)
    }

    /// Like [`Self::left`], with its middle at `x`.
    pub(crate) fn centred(&self, x: f32, y: f32, style: TextStyle, room: f32, text: &str) -> Rect {
        self.line(self.at(x, y), Align2::CENTER_CENTER, style, room, text)
    }

    /// Like [`Self::left`], with its end at `x`.
    pub(crate) fn right(&self, x: f32, y: f32, style: TextStyle, room: f32, text: &str) -> Rect {
        self.line(self.at(x, y), Align2::RIGHT_CENTER, style, room, text)
    }

    fn line(&self, at: Pos2, anchor: Align2, style: TextStyle, room: f32, text: &str) -> Rect {
        let style = self.sized(style);
        let galley = fitted(style, room, |style, room| {
            self.one_line(style, text, "", room)
        });
        self.show(at, anchor, style, text, galley)
    }

    /// Like [`Self::left`], with a part in bold; in two lines where one would be too small.
    pub(crate) fn left_with(
        &self,
        (x, y): (f32, f32),
        style: TextStyle,
        room: f32,
        text: &str,
        strong: &str,
    ) {
        let style = self.sized(style);
        let mut galley = fitted(style, room, |style, room| {
            self.one_line(style, text, strong, room)
        });
        if galley.elided {
            // Two lines of the smallest size stand where one of the usual does.
            let size = theme::SMALLEST_TEXT;
            let mut block = TextBlock::new(TextStyle { size, ..style }, CLOSE, Align::LEFT, text);
            block.strong = strong;
            galley = self.balanced(&block, vec2(room, 2.0 * CLOSE * size));
        }
        self.show(self.at(x, y), Align2::LEFT_CENTER, style, text, galley);
    }

    /// Like [`Self::left`], for the code in capitals so large: it is never dimmed.
    pub(crate) fn code(&self, x: f32, y: f32, size: f32, room: f32, code: &str) {
        let color = self.undimmed(Color::Bright);
        let style = self.sized(style(Font::Mono, size, Color::Bright));
        let galley = fitted(style, room, |style, _| {
            let font = style.font.id(style.size);
            self.painter().layout_no_wrap(code.to_owned(), font, color)
        });
        let rect = Align2::LEFT_CENTER.anchor_size(self.at(x, y), galley.size());
        self.painter().galley(rect.min, galley, color);
        accessibility::code(self.ui, rect, self.words, Some(code));
    }

    /// Draws text in as many lines as it needs, each beginning at `x`, `room` wide at most, the first at `y`; returns
    /// where it ends.
    pub(crate) fn text(&self, x: f32, y: f32, style: TextStyle, room: f32, text: &str) -> f32 {
        let block = TextBlock::new(self.sized(style), AIRY, Align::LEFT, text);
        self.block((x, y), Align2::LEFT_TOP, block, vec2(room, f32::INFINITY))
    }

    /// Draws a remark whose lines begin at `x` and have their middle at `y`: one line if it fits a room so wide, else
    /// a few close ones that fit its height, else smaller.
    pub(crate) fn note(&self, x: f32, y: f32, style: TextStyle, room: Vec2, text: &str) {
        let block = TextBlock::new(self.sized(style), CLOSE, Align::LEFT, text);
        self.block((x, y), Align2::LEFT_CENTER, block, room);
    }

    /// Draws text in as many lines as it needs, each centred, in a room so wide and high that begins at `y`; smaller
    /// where it would be higher, and cut off where even that does not help. Returns where it ends.
    pub(crate) fn paragraph(
        &self,
        x: f32,
        y: f32,
        style: TextStyle,
        room: Vec2,
        text: &str,
    ) -> f32 {
        let block = TextBlock::new(self.sized(style), AIRY, Align::Center, text);
        self.block((x, y), Align2::CENTER_TOP, block, room)
    }

    /// Draws a text block, smaller where it does not fit its room; returns where it ends.
    pub(super) fn block(
        &self,
        (x, y): (f32, f32),
        anchor: Align2,
        mut block: TextBlock<'_>,
        room: Vec2,
    ) -> f32 {
        let galley = self.shrunk(&mut block, room);
        let rect = self.show(self.at(x, y), anchor, block.style, block.text, galley);
        rect.bottom() - self.origin.y
    }

    /// Draws text around a place on the plate for a QR, in a room so wide and high.
    pub(crate) fn on_a_plate(&self, x: f32, y: f32, room: Vec2, text: &str) {
        let style = style(Font::SemiBold, 36.0, Color::Ink);
        let mut block = TextBlock::new(style, CLOSE, Align::Center, text);
        let galley = self.shrunk(&mut block, room);
        let middle = self.at(x, y);
        let rect = Align2::CENTER_CENTER.anchor_size(middle, galley.size());
        self.describe(rect, Role::Label, text);
        // The plate is bright in every theme.
        self.painter().galley_with_override_text_color(
            pos2(middle.x, rect.top()),
            galley,
            theme::MODULE,
        );
    }

    /// Lays text out in lines that are about equally long, and smaller where they do not fit the room's height.
    fn shrunk(&self, block: &mut TextBlock<'_>, room: Vec2) -> Arc<Galley> {
        let smallest = theme::SMALLEST_TEXT;
        while self.wrapped(block, room).elided && block.style.size > smallest {
            block.style.size = (block.style.size - 2.0).max(smallest);
        }
        self.balanced(block, room)
    }

    /// Lays text out in lines that are about equally long: no word is left alone on the last one.
    pub(super) fn balanced(&self, block: &TextBlock<'_>, room: Vec2) -> Arc<Galley> {
        let mut galley = self.wrapped(block, room);
        let mut narrower = room.x;
        while galley.rows.len() > 1 && narrower > room.x * 0.5 {
            narrower -= room.x * 0.03;
            let candidate = self.wrapped(block, vec2(narrower, room.y));
            if candidate.rows.len() > galley.rows.len() || candidate.elided {
                break;
            }
            galley = candidate;
        }
        galley
    }

    /// Lays text out in lines as wide as the room, as many as are as high as the room.
    pub(super) fn wrapped(&self, block: &TextBlock<'_>, room: Vec2) -> Arc<Galley> {
        let mut job = self.job(block.style, block.text, block.strong);
        job.wrap.max_width = room.x;
        job.halign = block.align;
        let line = block.style.size * block.line_height;
        job.wrap.max_rows = (room.y / line).floor().max(1.0) as usize;
        for section in &mut job.sections {
            section.format.line_height = Some(line);
        }
        self.painter().layout_job(job)
    }

    /// Text in which `strong` is set in bold.
    fn job(&self, style: TextStyle, text: &str, strong: &str) -> LayoutJob {
        let format = |font: Font, color| TextFormat::simple(font.id(style.size), self.color(color));
        let plain = format(style.font, style.color);
        let mut job = LayoutJob::default();
        let mut rest = text;
        if !strong.is_empty()
            && let Some((before, after)) = text.split_once(strong)
        {
            job.append(before, 0.0, plain.clone());
            job.append(strong, 0.0, format(Font::Bold, Color::Bright));
            rest = after;
        }
        job.append(rest, 0.0, plain);
        job
    }

    /// One line, which ends in "…" where it is wider than the room.
    pub(super) fn one_line(
        &self,
        style: TextStyle,
        text: &str,
        strong: &str,
        room: f32,
    ) -> Arc<Galley> {
        let mut job = self.job(style, text, strong);
        if room.is_finite() {
            job.wrap = TextWrapping::truncate_at_width(room);
        }
        self.painter().layout_job(job)
    }

    /// Draws text that is laid out, and tells a screen reader of it.
    pub(super) fn show(
        &self,
        at: Pos2,
        anchor: Align2,
        style: TextStyle,
        text: &str,
        galley: Arc<Galley>,
    ) -> Rect {
        let rect = anchor.anchor_size(at, galley.size());
        let role = if style.heading {
            Role::Heading
        } else {
            Role::Label
        };
        self.describe(rect, role, text);
        // Lines that are centred stand around their galley's place.
        let x = match galley.job.halign {
            Align::Center => at.x,
            Align::Min | Align::Max => rect.left(),
        };
        let color = self.color(Color::Text);
        self.painter().galley(pos2(x, rect.top()), galley, color);
        rect
    }

    /// Lets a screen reader find a text or an image where it stands.
    pub(crate) fn describe(&self, rect: Rect, role: Role, text: &str) {
        // Its place on the canvas, which stays while the canvas itself moves.
        let place = (rect.min - self.origin).round();
        let id = ("text", place.x as i32, place.y as i32);
        self.ui
            .interact(rect, self.ui.scope_id().with(id), Sense::hover())
            .widget_info(|| WidgetInfo::labeled(role, true, text));
    }
}

/// The largest size up to the style's that fits the room, but never smaller than what can be read: what does not fit
/// even then is laid out in the room.
pub(super) fn fitted(
    mut style: TextStyle,
    room: f32,
    lay_out: impl Fn(TextStyle, f32) -> Arc<Galley>,
) -> Arc<Galley> {
    let galley = lay_out(style, f32::INFINITY);
    if galley.size().x <= room {
        return galley;
    }
    let size = (style.size * room / galley.size().x).floor();
    style.size = size.max(theme::SMALLEST_TEXT);
    let galley = lay_out(style, f32::INFINITY);
    // The advances of glyphs are rounded to pixels, which may make a line wider by a few.
    if galley.size().x <= room + SLACK {
        return galley;
    }
    lay_out(style, room)
}
