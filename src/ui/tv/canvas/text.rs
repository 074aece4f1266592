//! Text on a canvas: as large as the user wants it, smaller where its room asks for it, and found by screen readers.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Galley, Pos2, Rect, Role, Sense, Vec2, WidgetInfo, pos2, vec2};

use super::Canvas;
use super::style::{CLOSE, TextBlock, TextStyle, style};
use crate::ui::tv::theme::{self, Color, Font};
use crate::words::Language;

/// How much larger large words are, where nothing else is said.
const LARGER: f32 = 1.25;

/// So many canvas pixels more than its room a line may take.
pub(super) const SLACK: f32 = 12.0;

impl Canvas<'_> {
    /// A style as large as the user wants it. The system's fonts for Chinese and Japanese come in one weight, beside which bold
    /// Latin letters would look strange: so a title has that weight, and is a little larger.
    pub(crate) fn sized(&self, mut style: TextStyle) -> TextStyle {
        let is_single_weight = matches!(
            self.words.language(),
            Language::Chinese | Language::Japanese
        );
        if style.heading && is_single_weight {
            // Their lines are higher, so that a large title has less room.
            style.font = Font::Regular;
            style.size *= if self.is_large() { 1.125 } else { 68.0 / 64.0 };
        } else if self.is_large() {
            style.size *= LARGER;
        }
        style
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
        let galley = self.fitted_line(style, room, text);
        self.show(at, anchor, style, text, galley)
    }

    /// One line, as large as the user wants it and as the room allows.
    pub(crate) fn fitted_line(&self, style: TextStyle, room: f32, text: &str) -> Arc<Galley> {
        fitted(self.sized(style), room, |style, room| {
            self.one_line(style, text, "", room)
        })
    }

    /// How much smaller all of these lines must be for each to fit a room: by a tenth at most, for one that is longer shrinks alone.
    pub(crate) fn fit_of(&self, style: TextStyle, room: f32, lines: &[String]) -> f32 {
        let style = self.sized(style);
        let widths = lines.iter();
        let widths = widths.map(|line| self.one_line(style, line, "", f32::INFINITY).size().x);
        (room / widths.fold(1.0, f32::max)).clamp(0.9, 1.0)
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

    /// Draws a remark whose lines begin at `x` and have their middle at `y`: one line if it fits a room so wide, else
    /// a few close ones that fit its height, else smaller.
    pub(crate) fn note(&self, x: f32, y: f32, style: TextStyle, room: Vec2, text: &str) {
        self.note_with((x, y), style, room, text, "");
    }

    /// The same with a part in bold.
    pub(crate) fn note_with(
        &self,
        (x, y): (f32, f32),
        style: TextStyle,
        room: Vec2,
        text: &str,
        strong: &str,
    ) {
        let mut block = TextBlock::new(self.sized(style), CLOSE, Align::LEFT, text);
        block.strong = strong;
        let galley = self.shrunk(&mut block, room);
        let at = self.at(x, y);
        self.show(at, Align2::LEFT_CENTER, block.style, text, galley);
    }

    /// How large such a remark is, and whether it has more than one line.
    pub(crate) fn note_size(&self, style: TextStyle, room: Vec2, text: &str) -> (Vec2, bool) {
        let mut block = TextBlock::new(self.sized(style), CLOSE, Align::LEFT, text);
        let galley = self.shrunk(&mut block, room);
        (galley.size(), galley.rows.len() > 1)
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
