//! Words below each other in a room of a fixed size, for screens in portrait orientation: what is long takes more
//! lines, and all words become smaller together where they would be higher than the room.

use egui::{Align, Galley, Rect, pos2, vec2};

use super::words::{AIRY, CLOSE, SLACK, role};
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

/// Where the next words stand, while a room is filled from its top.
pub(in crate::ui::tv) struct Flow<'a> {
    stage: &'a Stage<'a>,
    room: Rect,
    align: Align,
    y: f32,
    smaller: f32,
    spread: f32,
    gaps: f32,
    /// How high each text is.
    texts: Vec<f32>,
    /// The text that ends in "…" because not all of them fit, and how high it may be.
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
        smaller: 1.0,
        spread: 0.0,
        gaps: 0.0,
        texts: Vec::new(),
        cut: None,
        paints: false,
    };
    loop {
        (flow.y, flow.gaps) = (room.top(), 0.0);
        flow.texts.clear();
        fill(&mut flow);
        if flow.y <= room.bottom() {
            break;
        }
        if flow.smaller < LEAST + STEP {
            flow.cut = flow.longest(flow.y - room.bottom());
            break;
        }
        flow.smaller -= STEP;
    }
    let left = (room.bottom() - flow.y).max(0.0);
    flow.spread = (left / flow.gaps.max(1.0)).min(SPREAD);
    (flow.y, flow.paints) = (room.top(), true);
    flow.texts.clear();
    fill(&mut flow);
    flow.y
}

impl Flow<'_> {
    /// The highest text, and how high it may be where all of them are too high by so much.
    fn longest(&self, excess: f32) -> Option<(usize, f32)> {
        let texts = self.texts.iter().copied().enumerate();
        let highest = texts.max_by(|(_, one), (_, other)| one.total_cmp(other));
        highest.map(|(index, height)| (index, height - excess))
    }

    /// Room between what stands above and below.
    pub(in crate::ui::tv) fn gap(&mut self, height: f32) {
        self.gaps += 1.0;
        self.y += height + self.spread;
    }

    /// Something of its own, so high; tells where it begins if it is to be drawn now.
    pub(in crate::ui::tv) fn place(&mut self, height: f32) -> Option<f32> {
        let top = self.y;
        self.y += height;
        self.paints.then_some(top)
    }

    /// What is read at leisure.
    pub(in crate::ui::tv) fn text(&mut self, style: Style, text: &str) {
        self.words(style, AIRY, self.room.left(), self.room.width(), text, None);
    }

    /// A title or a remark, whose lines are close.
    pub(in crate::ui::tv) fn close(&mut self, style: Style, text: &str) {
        self.words(
            style,
            CLOSE,
            self.room.left(),
            self.room.width(),
            text,
            None,
        );
    }

    /// What is read at a glance, in which `strong` is bold.
    pub(in crate::ui::tv) fn close_with(&mut self, style: Style, text: &str, strong: &str) {
        let (left, width) = (self.room.left(), self.room.width());
        self.words(style, CLOSE, left, width, text, Some(strong));
    }

    /// A remark that may come and go: it has the room of so many lines in any case.
    pub(in crate::ui::tv) fn remark(&mut self, style: Style, lines: f32, text: Option<&str>) {
        let sized = self.sized(style);
        let top = self.y;
        let height = (lines * CLOSE * sized.size).ceil();
        if let Some(text) = text
            && self.paints
        {
            let room = vec2(self.room.width(), height);
            let middle = top + height / 2.0;
            self.stage
                .note_as_sized(self.room.left(), middle, sized, room, text);
        }
        self.y = top + height;
    }

    /// A numbered step, in which `strong` is bold.
    pub(in crate::ui::tv) fn step(&mut self, digit: &str, style: Style, text: &str, strong: &str) {
        let (left, top) = (self.room.left(), self.y);
        let width = self.room.width() - BESIDE_NUMBER;
        let height = self.height(style, CLOSE, width, text, Some(strong));
        let whole = height.max(NUMBER);
        if self.paints {
            let middle = top + whole / 2.0;
            self.number(digit, left + NUMBER / 2.0, middle);
        }
        self.y = top + (whole - height) / 2.0;
        self.words(
            style,
            CLOSE,
            left + BESIDE_NUMBER,
            width,
            text,
            Some(strong),
        );
        self.y = top + whole;
    }

    /// One line beside a step's number: smaller where it is too wide, for it cannot be broken.
    pub(in crate::ui::tv) fn step_in_one_line(&mut self, digit: &str, style: Style, text: &str) {
        let (left, top) = (self.room.left(), self.y);
        let height = self.stage.sized(style).size * CLOSE;
        self.y += height;
        if self.paints {
            let middle = top + height / 2.0;
            self.number(digit, left + NUMBER / 2.0, middle);
            let width = self.room.width() - BESIDE_NUMBER - SLACK;
            self.stage
                .left(left + BESIDE_NUMBER, middle, style, width, text);
        }
    }

    fn number(&self, digit: &str, x: f32, y: f32) {
        let disc = self.stage.at(x, y);
        let color = self.stage.color(Tone::Raised);
        self.stage
            .painter()
            .circle_filled(disc, NUMBER / 2.0, color);
        let text = style(Weight::SemiBold, 32.0, Tone::Bright);
        self.stage.centred(x, y, text, NUMBER, digit);
    }

    fn sized(&self, style: Style) -> Style {
        let sized = self.stage.sized(style);
        let least = theme::SMALLEST_TEXT.min(sized.size);
        Style {
            size: (sized.size * self.smaller).max(least),
            ..sized
        }
    }

    fn height(
        &self,
        style: Style,
        apart: f32,
        width: f32,
        text: &str,
        strong: Option<&str>,
    ) -> f32 {
        let style = self.sized(style);
        let room = vec2(width, f32::INFINITY);
        let galley = self
            .stage
            .set(style, apart, Align::LEFT, room, text, strong);
        Galley::size(&galley).y
    }

    fn words(
        &mut self,
        style: Style,
        apart: f32,
        x: f32,
        width: f32,
        text: &str,
        strong: Option<&str>,
    ) {
        if text.is_empty() {
            return;
        }
        let style = self.sized(style);
        let index = self.texts.len();
        if !self.paints {
            let room = vec2(width, f32::INFINITY);
            let galley = self
                .stage
                .set(style, apart, Align::LEFT, room, text, strong);
            self.texts.push(galley.size().y);
            self.y += galley.size().y;
            return;
        }
        let cut = self.cut.filter(|(cut, _)| *cut == index);
        let room = vec2(width, cut.map_or(f32::INFINITY, |(_, height)| height));
        let stage = self.stage;
        let galley = stage.balanced(style, apart, self.align, room, text, strong);
        let size = galley.size();
        let (at, left) = match self.align {
            Align::Center => {
                let middle = x + width / 2.0;
                (middle, middle - size.x / 2.0)
            }
            Align::Min | Align::Max => (x, x),
        };
        let rect = Rect::from_min_size(stage.at(left, self.y), size);
        stage.describe(rect, role(style), text);
        let color = stage.color(style.tone);
        let pos = pos2(stage.at(at, 0.0).x, rect.top());
        stage.painter().galley(pos, galley, color);
        self.texts.push(size.y);
        self.y += size.y;
    }
}
