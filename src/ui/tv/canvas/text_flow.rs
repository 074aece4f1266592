//! Text blocks below each other in a room of a fixed size, for screens in portrait orientation: what is long takes more
//! lines, and all words become smaller together where they would be higher than the room.

use egui::{Align, Align2, Rect, vec2};

use super::Canvas;
use super::style::{AIRY, CLOSE, TextBlock, TextStyle, style};
use super::text::SLACK;
use crate::ui::presentation::StepState;
use crate::ui::tv::icon::Icon;
use crate::ui::tv::theme::{self, Color, Font};

/// The smallest that words become, in parts of their size; none is smaller than [`theme::SMALLEST_TEXT`].
const LEAST: f32 = 0.6;
/// By how much they become smaller from one try to the next.
const STEP: f32 = 0.05;
/// Room that is left over makes each gap larger by up to this.
const SPREAD: f32 = 36.0;
/// A step's number: the radius of its disc, and where its text begins.
const NUMBER_RADIUS: f32 = 30.0;
const BESIDE_NUMBER: f32 = 84.0;

/// Where the next text block stands, while a room is filled from its top.
pub(in crate::ui::tv) struct TextFlow<'a> {
    canvas: &'a Canvas<'a>,
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

impl Canvas<'_> {
    /// Fills the safe area between two heights with what `fill` puts into it one below the other; returns where that
    /// ends. `fill` is called several times, and must do the same each time.
    pub(crate) fn fit_text(
        &self,
        top: f32,
        bottom: f32,
        align: Align,
        fill: impl FnMut(&mut TextFlow<'_>),
    ) -> f32 {
        let room = Rect::from_x_y_ranges(self.left_edge()..=self.right_edge(), top..=bottom);
        self.fit_text_in(room, align, SPREAD, fill)
    }

    /// The same in a room of its own, where what is left over makes each gap larger by up to `spread`.
    pub(crate) fn fit_text_in(
        &self,
        room: Rect,
        align: Align,
        spread: f32,
        mut fill: impl FnMut(&mut TextFlow<'_>),
    ) -> f32 {
        let bottom = room.bottom();
        let mut flow = TextFlow::new(self, room, align);
        loop {
            flow.restart();
            fill(&mut flow);
            if flow.y <= bottom {
                break;
            }
            if flow.scale < LEAST + STEP {
                // The highest one gives way.
                let heights = flow.heights.iter().copied().enumerate();
                let highest = heights.max_by(|(_, one), (_, other)| one.total_cmp(other));
                let excess = flow.y - bottom;
                flow.cut = highest.map(|(index, height)| (index, height - excess));
                break;
            }
            flow.scale -= STEP;
        }
        let left = (bottom - flow.y).max(0.0);
        flow.spread = (left / flow.gaps.max(1.0)).min(spread);
        flow.paints = true;
        flow.restart();
        fill(&mut flow);
        flow.y
    }

    /// How high what `fill` puts into a room is in its usual size.
    pub(crate) fn height_of(&self, room: Rect, fill: impl FnOnce(&mut TextFlow<'_>)) -> f32 {
        let mut flow = TextFlow::new(self, room, Align::Min);
        fill(&mut flow);
        flow.y - room.top()
    }

    /// The number of a step in its disc, or that it is done.
    pub(crate) fn step_number(&self, x: f32, y: f32, index: usize, state: StepState) {
        let (disc, ink) = match state {
            StepState::Waiting => (Color::Raised, Color::Bright),
            StepState::Current => (Color::Bright, Color::Ink),
            StepState::Done => (Color::Good, Color::Background),
        };
        let disc = self.color(disc);
        self.painter()
            .circle_filled(self.at(x, y), NUMBER_RADIUS, disc);
        if state == StepState::Done {
            return self.icon(x, y, Icon::Check, 36.0, ink);
        }
        let text = style(Font::SemiBold, 32.0, ink);
        let digit = (index + 1).to_string();
        self.centred(x, y, text, 2.0 * NUMBER_RADIUS, &digit);
    }
}

impl<'a> TextFlow<'a> {
    fn new(canvas: &'a Canvas<'a>, room: Rect, align: Align) -> Self {
        Self {
            canvas,
            room,
            align,
            y: room.top(),
            scale: 1.0,
            spread: 0.0,
            gaps: 0.0,
            heights: Vec::new(),
            cut: None,
            paints: false,
        }
    }

    fn restart(&mut self) {
        (self.y, self.gaps) = (self.room.top(), 0.0);
        self.heights.clear();
    }

    /// Room between what stands above and below.
    pub(crate) fn gap(&mut self, height: f32) {
        self.gaps += 1.0;
        self.y += height + self.spread;
    }

    /// Something of its own, so high; tells where on the canvas if it is to be drawn now.
    pub(crate) fn place(&mut self, height: f32) -> Option<Rect> {
        let top = self.y;
        self.y += height;
        let place = self.room.with_min_y(top).with_max_y(self.y);
        self.paints.then_some(place)
    }

    /// What is read at leisure.
    pub(crate) fn text(&mut self, style: TextStyle, text: &str) {
        self.add(&self.block(style, AIRY, text), 0.0);
    }

    /// A title or a remark, whose lines are close.
    pub(crate) fn close(&mut self, style: TextStyle, text: &str) {
        self.close_with(style, text, "");
    }

    /// What is read at a glance, in which `strong` is bold.
    pub(crate) fn close_with(&mut self, style: TextStyle, text: &str, strong: &str) {
        let block = self.block(style, CLOSE, text);
        self.add(&TextBlock { strong, ..block }, 0.0);
    }

    /// A numbered step, in which `strong` is bold.
    pub(crate) fn step(
        &mut self,
        (index, state): (usize, StepState),
        style: TextStyle,
        text: &str,
        strong: &str,
    ) {
        let top = self.y;
        let mut block = self.block(style, CLOSE, text);
        block.strong = strong;
        let room = vec2(self.room.width() - BESIDE_NUMBER, f32::INFINITY);
        let height = self.canvas.wrapped(&block, room).size().y;
        let whole = height.max(2.0 * NUMBER_RADIUS);
        self.number(index, state, top + whole / 2.0);
        self.y = top + (whole - height) / 2.0;
        self.add(&block, BESIDE_NUMBER);
        self.y = top + whole;
    }

    /// One line beside a step's number: smaller where it is too wide, for it cannot be broken.
    pub(crate) fn step_in_one_line(&mut self, index: usize, style: TextStyle, text: &str) {
        let height = self.canvas.sized(style).size * CLOSE;
        if let Some(place) = self.place(height) {
            let middle = place.center().y;
            self.number(index, StepState::Waiting, middle);
            let width = place.width() - BESIDE_NUMBER - SLACK;
            let left = place.left() + BESIDE_NUMBER;
            self.canvas.left(left, middle, style, width, text);
        }
    }

    fn number(&self, index: usize, state: StepState, y: f32) {
        if self.paints {
            let x = self.room.left() + NUMBER_RADIUS;
            self.canvas.step_number(x, y, index, state);
        }
    }

    fn block<'t>(&self, style: TextStyle, line_height: f32, text: &'t str) -> TextBlock<'t> {
        let mut style = self.canvas.sized(style);
        let least = theme::SMALLEST_TEXT.min(style.size);
        style.size = (style.size * self.scale).max(least);
        TextBlock::new(style, line_height, self.align, text)
    }

    /// Adds a text block, so far from the room's left edge.
    fn add(&mut self, block: &TextBlock<'_>, indent: f32) {
        if block.text.is_empty() {
            return;
        }
        let cut = self.cut.filter(|(cut, _)| *cut == self.heights.len());
        let height = cut.map_or(f32::INFINITY, |(_, height)| height);
        let room = vec2(self.room.width() - indent, height);
        let canvas = self.canvas;
        let galley = if self.paints {
            canvas.balanced(block, room)
        } else {
            canvas.wrapped(block, room)
        };
        let height = galley.size().y;
        if self.paints {
            let left = self.room.left() + indent;
            let (x, anchor) = match self.align {
                Align::Center => (left + room.x / 2.0, Align2::CENTER_TOP),
                Align::Min | Align::Max => (left, Align2::LEFT_TOP),
            };
            let at = canvas.at(x, self.y);
            canvas.show(at, anchor, block.style, block.text, galley);
        }
        self.heights.push(height);
        self.y += height;
    }
}
