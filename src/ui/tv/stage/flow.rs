//! Text blocks below each other in a room of a fixed size, for screens in portrait orientation: what is long takes more
//! lines, and all words become smaller together where they would be higher than the room.

use egui::{Align, Rect, Vec2, pos2, vec2};

use super::style::{AIRY, CLOSE, TextBlock};
use super::text::{SLACK, role};
use super::{Stage, Style, style};
use crate::ui::tv::theme::{self, Tone, Weight};

/// The smallest that words become, in parts of their size; none is smaller than [`theme::SMALLEST_TEXT`].
const LEAST: f32 = 0.6;
/// By how much they become smaller from one try to the next.
const STEP: f32 = 0.05;
/// Room that is left over makes each gap larger by up to this.
const SPREAD: f32 = 36.0;
/// A step's number: the diameter of its disc, and where its text begins.
const NUMBER: f32 = 60.0;
const BESIDE_NUMBER: f32 = 84.0;

/// Where the next text block stands, while a room is filled from its top.
pub(in crate::ui::tv) struct Flow<'a> {
    stage: &'a Stage<'a>,
    room: Rect,
    align: Align,
    y: f32,
    /// How much smaller than usual the words are.
    scale: f32,
    spread: f32,
    gaps: f32,
    /// Of the text blocks so far.
    heights: Vec<f32>,
    /// The text block that ends in "…" because not all of them fit, and how high it may be.
    cut: Option<(usize, f32)>,
    paints: bool,
}

/// Fills a room, in stage pixels, with what `fill` puts into it one below the other; returns where that ends. `fill` is
/// called several times, and must do the same each time.
pub(in crate::ui::tv) fn fitted_flow(
    stage: &Stage<'_>,
    room: Rect,
    align: Align,
    mut fill: impl FnMut(&mut Flow<'_>),
) -> f32 {
    let mut flow = Flow {
        stage,
        room,
        align,
        y: room.top(),
        scale: 1.0,
        spread: 0.0,
        gaps: 0.0,
        heights: Vec::new(),
        cut: None,
        paints: false,
    };
    loop {
        flow.restart();
        fill(&mut flow);
        if flow.y <= room.bottom() {
            break;
        }
        if flow.scale < LEAST + STEP {
            // The highest one gives way.
            let heights = flow.heights.iter().copied().enumerate();
            let highest = heights.max_by(|(_, one), (_, other)| one.total_cmp(other));
            let excess = flow.y - room.bottom();
            flow.cut = highest.map(|(index, height)| (index, height - excess));
            break;
        }
        flow.scale -= STEP;
    }
    let left = (room.bottom() - flow.y).max(0.0);
    flow.spread = (left / flow.gaps.max(1.0)).min(SPREAD);
    flow.paints = true;
    flow.restart();
    fill(&mut flow);
    flow.y
}

impl Flow<'_> {
    fn restart(&mut self) {
        (self.y, self.gaps) = (self.room.top(), 0.0);
        self.heights.clear();
    }

    /// Room between what stands above and below.
    pub(crate) fn gap(&mut self, height: f32) {
        self.gaps += 1.0;
        self.y += height + self.spread;
    }

    /// Something of its own, so high; tells where it begins if it is to be drawn now.
    pub(crate) fn place(&mut self, height: f32) -> Option<f32> {
        let top = self.y;
        self.y += height;
        self.paints.then_some(top)
    }

    /// What is read at leisure.
    pub(crate) fn text(&mut self, style: Style, text: &str) {
        let block = self.block(style, AIRY, text);
        self.add(&block, self.room.left(), self.room.width());
    }

    /// A title or a remark, whose lines are close.
    pub(crate) fn close(&mut self, style: Style, text: &str) {
        self.close_with(style, text, "");
    }

    /// What is read at a glance, in which `strong` is bold.
    pub(crate) fn close_with(&mut self, style: Style, text: &str, strong: &str) {
        let mut block = self.block(style, CLOSE, text);
        block.strong = Some(strong);
        self.add(&block, self.room.left(), self.room.width());
    }

    /// A remark that may come and go: it has the room of so many lines in any case.
    pub(crate) fn remark(&mut self, style: Style, lines: f32, text: Option<&str>) {
        let sized = self.sized(style);
        let height = (lines * CLOSE * sized.size).ceil();
        if let (Some(top), Some(text)) = (self.place(height), text) {
            let room = vec2(self.room.width(), height);
            let mut block = TextBlock::new(sized, CLOSE, Align::LEFT, text);
            let (x, middle) = (self.room.left(), top + height / 2.0);
            self.stage.note_block(x, middle, &mut block, room);
        }
    }

    /// A numbered step, in which `strong` is bold.
    pub(crate) fn step(&mut self, digit: &str, style: Style, text: &str, strong: &str) {
        let top = self.y;
        let width = self.room.width() - BESIDE_NUMBER;
        let mut block = self.block(style, CLOSE, text);
        block.strong = Some(strong);
        let room = vec2(width, f32::INFINITY);
        let height = self.stage.wrapped(&block, room).size().y;
        let whole = height.max(NUMBER);
        self.number(digit, top + whole / 2.0);
        self.y = top + (whole - height) / 2.0;
        self.add(&block, self.room.left() + BESIDE_NUMBER, width);
        self.y = top + whole;
    }

    /// One line beside a step's number: smaller where it is too wide, for it cannot be broken.
    pub(crate) fn step_in_one_line(&mut self, digit: &str, style: Style, text: &str) {
        let height = self.stage.sized(style).size * CLOSE;
        if let Some(top) = self.place(height) {
            let middle = top + height / 2.0;
            self.number(digit, middle);
            let width = self.room.width() - BESIDE_NUMBER - SLACK;
            let left = self.room.left() + BESIDE_NUMBER;
            self.stage.left(left, middle, style, width, text);
        }
    }

    fn number(&self, digit: &str, y: f32) {
        if !self.paints {
            return;
        }
        let (stage, x) = (self.stage, self.room.left() + NUMBER / 2.0);
        let color = stage.color(Tone::Raised);
        stage
            .painter()
            .circle_filled(stage.at(x, y), NUMBER / 2.0, color);
        let text = style(Weight::SemiBold, 32.0, Tone::Bright);
        stage.centred(x, y, text, NUMBER, digit);
    }

    fn sized(&self, style: Style) -> Style {
        let sized = self.stage.sized(style);
        let least = theme::SMALLEST_TEXT.min(sized.size);
        Style {
            size: (sized.size * self.scale).max(least),
            ..sized
        }
    }

    fn block<'t>(&self, style: Style, line_height: f32, text: &'t str) -> TextBlock<'t> {
        TextBlock::new(self.sized(style), line_height, self.align, text)
    }

    fn add(&mut self, block: &TextBlock<'_>, x: f32, width: f32) {
        if block.text.is_empty() {
            return;
        }
        let cut = self.cut.filter(|(cut, _)| *cut == self.heights.len());
        let height = cut.map_or(f32::INFINITY, |(_, height)| height);
        let room = vec2(width, height);
        let height = if self.paints {
            self.draw(block, x, room)
        } else {
            self.stage.wrapped(block, room).size().y
        };
        self.heights.push(height);
        self.y += height;
    }

    /// Draws a text block; returns its height.
    fn draw(&self, block: &TextBlock<'_>, x: f32, room: Vec2) -> f32 {
        let stage = self.stage;
        let galley = stage.balanced(block, room);
        let size = galley.size();
        let (at, left) = match self.align {
            Align::Center => {
                let middle = x + room.x / 2.0;
                (middle, middle - size.x / 2.0)
            }
            Align::Min | Align::Max => (x, x),
        };
        let rect = Rect::from_min_size(stage.at(left, self.y), size);
        stage.describe(rect, role(block.style), block.text);
        let pos = pos2(stage.at(at, 0.0).x, rect.top());
        let color = stage.color(block.style.tone);
        stage.painter().galley(pos, galley, color);
        size.y
    }
}
