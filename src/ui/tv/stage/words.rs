//! Words on a stage: as large as the person wants them, smaller where their room asks for it, and each with its place
//! for ears.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Galley, Id, Pos2, Rect, Role, Sense, Vec2, WidgetInfo, vec2};

use super::Stage;
use crate::ui::tv::theme::{self, Tone, Weight};

/// How much larger large words are, where nothing else is said.
const LARGER: f32 = 1.25;

/// From line to line, in parts of the size: of what is read, and of a remark that has little room.
pub(super) const AIRY: f32 = 1.45;
pub(super) const CLOSE: f32 = 1.2;

/// So many stage pixels more than its room a line may take.
pub(super) const SLACK: f32 = 12.0;

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui::tv) struct Style {
    /// Its weight.
    pub weight: Weight,
    /// Its size in stage pixels.
    pub size: f32,
    /// Its colour.
    pub tone: Tone,
    /// It says what the screen is about, which a screen reader is told.
    pub heading: bool,
}

/// Shorthand for a [`Style`].
#[must_use]
pub(in crate::ui::tv) const fn style(weight: Weight, size: f32, tone: Tone) -> Style {
    Style {
        weight,
        size,
        tone,
        heading: false,
    }
}

/// Shorthand for the [`Style`] of a title.
#[must_use]
pub(in crate::ui::tv) const fn heading(weight: Weight, size: f32, tone: Tone) -> Style {
    Style {
        heading: true,
        ..style(weight, size, tone)
    }
}

impl Stage<'_> {
    /// A style as large as the person wants it.
    pub(super) fn sized(&self, style: Style) -> Style {
        let larger = if self.is_large() { LARGER } else { 1.0 };
        Style {
            size: style.size * larger,
            ..style
        }
    }

    /// Draws one line of text that begins at `x` and has its middle at `y`; smaller where it would be wider than `room`.
    pub(in crate::ui::tv) fn left(
        &self,
        x: f32,
        y: f32,
        style: Style,
        room: f32,
        text: &str,
    ) -> Rect {
        self.line(self.at(x, y), Align2::LEFT_CENTER, style, room, text)
    }

    /// Like [`Self::left`], with its middle at `x`.
    pub(in crate::ui::tv) fn centred(
        &self,
        x: f32,
        y: f32,
        style: Style,
        room: f32,
        text: &str,
    ) -> Rect {
        self.line(self.at(x, y), Align2::CENTER_CENTER, style, room, text)
    }

    /// Like [`Self::left`], with its end at `x`.
    pub(in crate::ui::tv) fn right(
        &self,
        x: f32,
        y: f32,
        style: Style,
        room: f32,
        text: &str,
    ) -> Rect {
        self.line(self.at(x, y), Align2::RIGHT_CENTER, style, room, text)
    }

    /// Like [`Self::left`], for the code: it is never dimmed, and a screen reader is told it in other words.
    pub(in crate::ui::tv) fn code(
        &self,
        x: f32,
        y: f32,
        style: Style,
        room: f32,
        code: &str,
    ) -> Rect {
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
    pub(in crate::ui::tv) fn glyph(&self, x: f32, y: f32, style: Style, character: char) {
        let (font, color) = (theme::font(style.weight, style.size), self.lit(style.tone));
        let painter = self.painter();
        painter.text(self.at(x, y), Align2::CENTER_CENTER, character, font, color);
    }

    fn line(&self, at: Pos2, align: Align2, style: Style, room: f32, text: &str) -> Rect {
        let style = self.sized(style);
        let galley = fitted(style, room, |style, width| self.galley(style, text, width));
        self.show(at, align, style, text, galley)
    }

    /// Draws text in as many lines as it needs, each beginning at `x`, `room` wide at most, the first at `y`. The lines
    /// are about equally long: no word is left alone on the last one.
    pub(in crate::ui::tv) fn text(
        &self,
        x: f32,
        y: f32,
        style: Style,
        room: f32,
        text: &str,
    ) -> Rect {
        let room = vec2(room, f32::INFINITY);
        let (style, galley) = self.lines(self.sized(style), AIRY, Align::LEFT, room, text);
        self.show(self.at(x, y), Align2::LEFT_TOP, style, text, galley)
    }

    /// Draws a remark whose lines begin at `x` and have their middle at `y`: one line if it fits a room so wide, else
    /// a few close ones that fit its height, else smaller.
    pub(in crate::ui::tv) fn note(
        &self,
        x: f32,
        y: f32,
        style: Style,
        room: Vec2,
        text: &str,
    ) -> Rect {
        self.note_as_sized(x, y, self.sized(style), room, text)
    }

    /// The same in a size that follows what the person wants already.
    pub(super) fn note_as_sized(
        &self,
        x: f32,
        y: f32,
        sized: Style,
        room: Vec2,
        text: &str,
    ) -> Rect {
        let (style, galley) = self.lines(sized, CLOSE, Align::LEFT, room, text);
        self.show(self.at(x, y), Align2::LEFT_CENTER, style, text, galley)
    }

    /// Draws text in as many lines as it needs, each centred, in a room so wide and high that begins at `y`; smaller
    /// where it would be higher, and cut off where even that does not help. The lines are about equally long.
    pub(in crate::ui::tv) fn paragraph(
        &self,
        x: f32,
        y: f32,
        style: Style,
        room: Vec2,
        text: &str,
    ) -> Rect {
        let (style, galley) = self.lines(self.sized(style), AIRY, Align::Center, room, text);
        let corner = self.at(x, y) - vec2(galley.size().x / 2.0, 0.0);
        let rect = Rect::from_min_size(corner, galley.size());
        self.describe(rect, role(style), text);
        self.painter()
            .galley(self.at(x, y), galley, self.color(style.tone));
        rect
    }

    /// Draws text in the middle of a plate for a QR, in a room so wide and high whose top is at `y`.
    pub(in crate::ui::tv) fn on_a_plate(&self, x: f32, y: f32, room: Vec2, text: &str) {
        let style = style(Weight::SemiBold, 36.0, Tone::Ink);
        let (_, galley) = self.lines(style, CLOSE, Align::Center, room, text);
        let middle = y + room.y / 2.0 - galley.size().y / 2.0;
        let corner = self.at(x, middle);
        let rect = Rect::from_min_size(corner - vec2(galley.size().x / 2.0, 0.0), galley.size());
        self.describe(rect, Role::Label, text);
        // The plate is bright in every theme.
        self.painter()
            .galley_with_override_text_color(corner, galley, theme::MODULE);
    }

    /// Lays text out in lines that are about equally long, and smaller where they do not fit the room's height.
    fn lines(
        &self,
        mut style: Style,
        apart: f32,
        align: Align,
        room: Vec2,
        text: &str,
    ) -> (Style, Arc<Galley>) {
        while self.set(style, apart, align, room, text, None).elided
            && style.size > theme::SMALLEST_TEXT
        {
            style.size = (style.size - 2.0).max(theme::SMALLEST_TEXT);
        }
        let galley = self.balanced(style, apart, align, room, text, None);
        (style, galley)
    }

    /// Lays text out in lines that are about equally long: no word is left alone on the last one.
    pub(super) fn balanced(
        &self,
        style: Style,
        apart: f32,
        align: Align,
        room: Vec2,
        text: &str,
        strong: Option<&str>,
    ) -> Arc<Galley> {
        let set = |width| self.set(style, apart, align, vec2(width, room.y), text, strong);
        let mut galley = set(room.x);
        let mut narrower = room.x;
        while galley.rows.len() > 1 && narrower > room.x * 0.5 {
            narrower -= room.x * 0.03;
            let candidate = set(narrower);
            if candidate.rows.len() > galley.rows.len() || candidate.elided {
                break;
            }
            galley = candidate;
        }
        galley
    }

    /// Lays text out in lines so wide, as many as are as high as the room; `strong` is set in bold.
    pub(super) fn set(
        &self,
        style: Style,
        apart: f32,
        align: Align,
        room: Vec2,
        text: &str,
        strong: Option<&str>,
    ) -> Arc<Galley> {
        let mut job = self.job(style, text, strong);
        job.wrap.max_width = room.x;
        job.halign = align;
        let line = style.size * apart;
        job.wrap.max_rows = (room.y / line).floor().max(1.0) as usize;
        for section in &mut job.sections {
            section.format.line_height = Some(line);
        }
        self.painter().layout_job(job)
    }

    /// Text in which `strong` is set in bold.
    fn job(&self, style: Style, text: &str, strong: Option<&str>) -> LayoutJob {
        let format = |weight, color| TextFormat::simple(theme::font(weight, style.size), color);
        let plain = format(style.weight, self.color(style.tone));
        let mut job = LayoutJob::default();
        let parts = strong.and_then(|strong| Some((text.split_once(strong)?, strong)));
        if let Some(((before, after), strong)) = parts.filter(|(_, strong)| !strong.is_empty()) {
            job.append(before, 0.0, plain.clone());
            job.append(strong, 0.0, format(Weight::Bold, self.color(Tone::Bright)));
            job.append(after, 0.0, plain);
        } else {
            job.append(text, 0.0, plain);
        }
        job
    }

    /// Draws one line in which `strong` is set in bold.
    pub(in crate::ui::tv) fn line_with(
        &self,
        x: f32,
        y: f32,
        style: Style,
        room: f32,
        text: &str,
        strong: &str,
    ) -> Rect {
        let style = self.sized(style);
        let galley = fitted(style, room, |style, width| {
            self.painter()
                .layout_job(in_one_line(self.job(style, text, Some(strong)), width))
        });
        let galley = if galley.elided {
            // Two lines of the smallest size stand where one of the usual does.
            let size = theme::SMALLEST_TEXT;
            let room = vec2(room, 2.0 * CLOSE * size);
            let style = Style { size, ..style };
            self.balanced(style, CLOSE, Align::LEFT, room, text, Some(strong))
        } else {
            galley
        };
        self.show(self.at(x, y), Align2::LEFT_CENTER, style, text, galley)
    }

    fn show(&self, at: Pos2, align: Align2, style: Style, text: &str, galley: Arc<Galley>) -> Rect {
        let rect = align.anchor_size(at, galley.size());
        self.describe(rect, role(style), text);
        self.painter()
            .galley(rect.min, galley, self.color(Tone::Text));
        rect
    }

    /// Lets a screen reader find a text or an image where it stands.
    pub(in crate::ui::tv) fn describe(&self, rect: Rect, role: Role, text: &str) {
        // Its place on the stage, which stays while the stage itself moves.
        let place = rect.min - self.origin;
        let id: Id =
            self.ui
                .scope_id()
                .with(("text", place.x.round() as i32, place.y.round() as i32));
        self.ui
            .interact(rect, id, Sense::hover())
            .widget_info(|| WidgetInfo::labeled(role, true, text));
    }

    /// One line, which ends in "…" where it is wider than the room.
    pub(super) fn galley(&self, style: Style, text: &str, room: f32) -> Arc<Galley> {
        self.painter()
            .layout_job(in_one_line(self.job(style, text, None), room))
    }
}

/// The text in one line, which ends in "…" where it is wider than the room.
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
    style.size = (style.size * room / galley.size().x)
        .floor()
        .max(theme::SMALLEST_TEXT);
    let galley = lay_out(style, f32::INFINITY);
    // The advances of glyphs are rounded to pixels, which may make a line wider by a few.
    if galley.size().x <= room + SLACK {
        return galley;
    }
    lay_out(style, room)
}
