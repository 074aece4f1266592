//! Text on a stage: as large as the user wants it, smaller where its room asks for it, and found by screen readers.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Color32, Galley, Pos2, Rect, Role, Sense, Vec2, WidgetInfo, vec2};

use super::Stage;
use super::style::{AIRY, CLOSE, Style, TextBlock, style};
use crate::ui::tv::theme::{self, Tone, Weight};

/// How much larger large words are, where nothing else is said.
const LARGER: f32 = 1.25;

/// So many stage pixels more than its room a line may take.
pub(super) const SLACK: f32 = 12.0;

impl Stage<'_> {
    /// A style as large as the user wants it.
    pub(super) fn sized(&self, style: Style) -> Style {
        let larger = if self.is_large() { LARGER } else { 1.0 };
        Style {
            size: style.size * larger,
            ..style
        }
    }

    /// Draws one line of text that begins at `x` and has its middle at `y`; smaller where it would be wider than `room`.
    pub(crate) fn left(&self, x: f32, y: f32, style: Style, room: f32, text: &str) -> Rect {
        self.line(self.at(x, y), Align2::LEFT_CENTER, style, room, text)
    }

    /// Like [`Self::left`], with its middle at `x`.
    pub(crate) fn centred(&self, x: f32, y: f32, style: Style, room: f32, text: &str) -> Rect {
        self.line(self.at(x, y), Align2::CENTER_CENTER, style, room, text)
    }

    /// Like [`Self::left`], with its end at `x`.
    pub(crate) fn right(&self, x: f32, y: f32, style: Style, room: f32, text: &str) -> Rect {
        self.line(self.at(x, y), Align2::RIGHT_CENTER, style, room, text)
    }

    fn line(&self, at: Pos2, align: Align2, style: Style, room: f32, text: &str) -> Rect {
        let style = self.sized(style);
        let galley = fitted(style, room, |style, width| self.galley(style, text, width));
        self.show(at, align, style, text, galley)
    }

    /// Like [`Self::left`], with a part in bold; in two lines where one would be too small.
    pub(crate) fn line_with(
        &self,
        x: f32,
        y: f32,
        style: Style,
        room: f32,
        text: &str,
        strong: &str,
    ) -> Rect {
        let style = self.sized(style);
        let job = |style| self.job(style, text, Some(strong));
        let mut galley = fitted(style, room, |style, width| {
            self.painter().layout_job(in_one_line(job(style), width))
        });
        if galley.elided {
            // Two lines of the smallest size stand where one of the usual does.
            let size = theme::SMALLEST_TEXT;
            let mut block = TextBlock::new(Style { size, ..style }, CLOSE, Align::LEFT, text);
            block.strong = Some(strong);
            galley = self.balanced(&block, vec2(room, 2.0 * CLOSE * size));
        }
        self.show(self.at(x, y), Align2::LEFT_CENTER, style, text, galley)
    }

    /// Like [`Self::left`], for the code: it is never dimmed, and a screen reader is told it in other words.
    pub(crate) fn code(&self, x: f32, y: f32, style: Style, room: f32, code: &str) -> Rect {
        let color = self.lit(style.tone);
        let galley = fitted(self.sized(style), room, |style, _| {
            let font = theme::font(style.weight, style.size);
            self.painter().layout_no_wrap(code.to_owned(), font, color)
        });
        let rect = Align2::LEFT_CENTER.anchor_size(self.at(x, y), galley.size());
        self.painter().galley(rect.min, galley, color);
        rect
    }

    /// One character around a place, for what a screen reader is told as a whole.
    pub(crate) fn glyph(&self, x: f32, y: f32, style: Style, character: char) {
        let (font, color) = (theme::font(style.weight, style.size), self.lit(style.tone));
        let painter = self.painter();
        painter.text(self.at(x, y), Align2::CENTER_CENTER, character, font, color);
    }

    /// Draws text in as many lines as it needs, each beginning at `x`, `room` wide at most, the first at `y`.
    pub(crate) fn text(&self, x: f32, y: f32, style: Style, room: f32, text: &str) -> Rect {
        let mut block = TextBlock::new(self.sized(style), AIRY, Align::LEFT, text);
        let galley = self.shrunk(&mut block, vec2(room, f32::INFINITY));
        self.show(self.at(x, y), Align2::LEFT_TOP, block.style, text, galley)
    }

    /// Draws a remark whose lines begin at `x` and have their middle at `y`: one line if it fits a room so wide, else
    /// a few close ones that fit its height, else smaller.
    pub(crate) fn note(&self, x: f32, y: f32, style: Style, room: Vec2, text: &str) -> Rect {
        let mut block = TextBlock::new(self.sized(style), CLOSE, Align::LEFT, text);
        self.note_block(x, y, &mut block, room)
    }

    pub(super) fn note_block(&self, x: f32, y: f32, block: &mut TextBlock<'_>, room: Vec2) -> Rect {
        let galley = self.shrunk(block, room);
        let (at, style) = (self.at(x, y), block.style);
        self.show(at, Align2::LEFT_CENTER, style, block.text, galley)
    }

    /// Draws text in as many lines as it needs, each centred, in a room so wide and high that begins at `y`; smaller
    /// where it would be higher, and cut off where even that does not help.
    pub(crate) fn paragraph(&self, x: f32, y: f32, style: Style, room: Vec2, text: &str) -> Rect {
        let mut block = TextBlock::new(self.sized(style), AIRY, Align::Center, text);
        let galley = self.shrunk(&mut block, room);
        self.show_centred(self.at(x, y), style, text, galley, self.color(style.tone))
    }

    /// Draws text in the middle of a plate for a QR, in a room so wide and high whose top is at `y`.
    pub(crate) fn on_a_plate(&self, x: f32, y: f32, room: Vec2, text: &str) {
        let style = style(Weight::SemiBold, 36.0, Tone::Ink);
        let mut block = TextBlock::new(style, CLOSE, Align::Center, text);
        let galley = self.shrunk(&mut block, room);
        let top = y + room.y / 2.0 - galley.size().y / 2.0;
        // The plate is bright in every theme.
        self.show_centred(self.at(x, top), style, text, galley, theme::MODULE);
    }

    /// Draws centred lines whose top middle is at a place.
    fn show_centred(
        &self,
        at: Pos2,
        style: Style,
        text: &str,
        galley: Arc<Galley>,
        color: Color32,
    ) -> Rect {
        let rect = Align2::CENTER_TOP.anchor_size(at, galley.size());
        self.describe(rect, role(style), text);
        self.painter()
            .galley_with_override_text_color(at, galley, color);
        rect
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
    fn job(&self, style: Style, text: &str, strong: Option<&str>) -> LayoutJob {
        let format =
            |weight, tone| TextFormat::simple(theme::font(weight, style.size), self.color(tone));
        let plain = format(style.weight, style.tone);
        let mut job = LayoutJob::default();
        let mut rest = text;
        if let Some(strong) = strong.filter(|strong| !strong.is_empty())
            && let Some((before, after)) = text.split_once(strong)
        {
            job.append(before, 0.0, plain.clone());
            job.append(strong, 0.0, format(Weight::Bold, Tone::Bright));
            rest = after;
        }
        job.append(rest, 0.0, plain);
        job
    }

    /// One line, which ends in "…" where it is wider than the room.
    pub(super) fn galley(&self, style: Style, text: &str, room: f32) -> Arc<Galley> {
        let job = in_one_line(self.job(style, text, None), room);
        self.painter().layout_job(job)
    }

    fn show(&self, at: Pos2, align: Align2, style: Style, text: &str, galley: Arc<Galley>) -> Rect {
        let rect = align.anchor_size(at, galley.size());
        self.describe(rect, role(style), text);
        self.painter()
            .galley(rect.min, galley, self.color(Tone::Text));
        rect
    }

    /// Lets a screen reader find a text or an image where it stands.
    pub(crate) fn describe(&self, rect: Rect, role: Role, text: &str) {
        // Its place on the stage, which stays while the stage itself moves.
        let place = (rect.min - self.origin).round();
        let id = ("text", place.x as i32, place.y as i32);
        self.ui
            .interact(rect, self.ui.scope_id().with(id), Sense::hover())
            .widget_info(|| WidgetInfo::labeled(role, true, text));
    }
}

fn in_one_line(mut job: LayoutJob, room: f32) -> LayoutJob {
    if room.is_finite() {
        job.wrap = TextWrapping::truncate_at_width(room);
    }
    job
}

pub(super) fn role(style: Style) -> Role {
    if style.heading {
        Role::Heading
    } else {
        Role::Label
    }
}

/// The largest size up to the style's that fits the room, but never smaller than what can be read: what does not fit
/// even then is laid out in the room.
pub(super) fn fitted(
    mut style: Style,
    room: f32,
    lay_out: impl Fn(Style, f32) -> Arc<Galley>,
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
