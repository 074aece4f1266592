//! The picture: paragraphs, a QR and a window become lines. Pure, so that a test can scan it.
//!
//! The code stands beside the QR, so that both fit 80×24, or above it where a window is narrow and high; where neither
//! fits, the QR goes first. Only what is long stands below, and goes before the QR if it can be done without. The QR names
//! both of its colours and has its quiet zone with it: it scans on dark and on bright terminals. Where half blocks cannot
//! be shown, a module is two blanks on a background, and the whole symbol twice as large.

use qrcode::render::unicode::Dense1x2;
use ratatui::layout::Size;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use textwrap::{Options, WrapAlgorithm};

use super::charset::{Charset, Symbol};
use crate::ui::symbol;

/// A paragraph before it is wrapped.
#[derive(Default)]
pub(super) struct Paragraph {
    /// What stands before it; its other lines begin below its text.
    pub(super) lead: &'static str,
    pub(super) text: String,
    pub(super) style: Style,
}

/// What is to be shown.
#[derive(Default)]
pub(super) struct Text {
    /// What stands beside the QR.
    pub(super) full: Vec<Paragraph>,
    /// What stands below both, because it is long.
    pub(super) below: Vec<Paragraph>,
    /// What stands below can be done without.
    pub(super) spare: bool,
    /// The least of it.
    pub(super) brief: Vec<Paragraph>,
    /// What a phone scans.
    pub(super) qr: Option<String>,
}

/// What a terminal can draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Canvas {
    pub(super) size: Size,
    pub(super) charset: Charset,
    /// `None` where there are no colours.
    pub(super) symbol: Option<Symbol>,
}

type Lines = Vec<Line<'static>>;

/// The part of the palette that themes leave alone.
const BLACK: Color = Color::Indexed(16);
const WHITE: Color = Color::Indexed(231);
/// Between the QR and the text.
const GAP: usize = 2;
/// Text beside the QR is not narrower.
const NARROWEST: usize = 26;

/// The lines, none of them as wide as the window (a full one would wrap in some terminals), and not more than it has
/// rows. `text` is what is said with a QR and without one.
pub(super) fn picture(text: impl Fn(bool) -> Text, canvas: Canvas) -> Lines {
    let width = usize::from(canvas.size.width).saturating_sub(1).max(1);
    let rows = usize::from(canvas.size.height).max(1);
    let text = |with_qr| text(with_qr).in_charset(canvas.charset);
    let scanned = text(true);
    let qr = scanned.qr.as_deref().zip(canvas.symbol);
    if let Some(qr) = qr.and_then(|(address, symbol)| qr_lines(address, symbol))
        && let Some(lines) = with_qr(&scanned, &qr, width, rows)
    {
        return lines;
    }
    let text = text(false);
    let apart = [Paragraph::default()];
    let fitting = belows(&text).find_map(|below| {
        let apart = apart.iter().filter(|_| !below.is_empty());
        fit(text.full.iter().chain(apart).chain(below), width, rows)
    });
    fitting.unwrap_or_else(|| {
        let mut lines = wrap_all(&text.brief, width);
        lines.truncate(rows);
        lines
    })
}

/// The text beside the QR, or above it; `None` where there is no room for both.
fn with_qr(text: &Text, qr: &Lines, width: usize, rows: usize) -> Option<Lines> {
    let side = qr.first()?.width();
    belows(text).find_map(|below| {
        let below = wrap_all(below, width);
        let rows = rows.checked_sub(below.len())?;
        let room = width.checked_sub(side + GAP);
        let room = room.filter(|room| *room >= NARROWEST && qr.len() <= rows);
        let beside = room.and_then(|room| fit(&text.full, room, rows));
        let mut lines = match beside {
            Some(beside) => side_by_side(qr, beside),
            None if side <= width => {
                let mut lines = fit(&text.full, width, rows.checked_sub(qr.len())?)?;
                lines.extend(qr.iter().cloned());
                lines
            }
            None => return None,
        };
        lines.extend(below);
        Some(lines)
    })
}

/// The text stands in the middle of the QR's height.
fn side_by_side(qr: &Lines, text: Lines) -> Lines {
    let side = qr.first().map_or(0, Line::width);
    let rows = qr.len().max(text.len());
    let above = qr.len().saturating_sub(text.len()) / 2;
    let mut text = vec![Line::default(); above].into_iter().chain(text);
    let mut qr = qr.iter().cloned();
    let mut line = |_| {
        let mut line = qr.next().unwrap_or_else(|| " ".repeat(side).into());
        line.push_span(" ".repeat(GAP));
        line.spans.extend(text.next().unwrap_or_default());
        line
    };
    (0..rows).map(&mut line).collect()
}

/// What may stand below, the best first.
fn belows(text: &Text) -> impl Iterator<Item = &[Paragraph]> {
    let spare: Option<&[Paragraph]> = text.spare.then_some(&[]);
    [&text.below[..]].into_iter().chain(spare)
}

/// The symbol with its quiet zone.
fn qr_lines(address: &str, symbol: Symbol) -> Option<Lines> {
    let code = symbol::code(address)?;
    let lines = match symbol {
        Symbol::HalfBlocks => {
            let style = Style::new().fg(BLACK).bg(WHITE);
            let image = code.render::<Dense1x2>().build();
            let line = |line: &str| Line::from(Span::styled(line.to_owned(), style));
            image.lines().map(line).collect()
        }
        Symbol::Blanks => {
            let mut image = code.render::<char>();
            let image = image.dark_color('#').light_color(' ');
            let module = |module| {
                let colour = if module == '#' { BLACK } else { WHITE };
                Span::styled("  ", Style::new().bg(colour))
            };
            let line = |line: &str| line.chars().map(module).collect();
            image
                .module_dimensions(1, 1)
                .build()
                .lines()
                .map(line)
                .collect()
        }
    };
    Some(lines)
}

/// All of it within a width and a height, if need be without the empty lines.
fn fit<'a>(
    paragraphs: impl IntoIterator<Item = &'a Paragraph>,
    width: usize,
    rows: usize,
) -> Option<Lines> {
    let mut lines = wrap_all(paragraphs, width);
    if lines.len() > rows {
        lines.retain(|line| line.width() > 0);
    }
    (lines.len() <= rows).then_some(lines)
}

fn wrap_all<'a>(paragraphs: impl IntoIterator<Item = &'a Paragraph>, width: usize) -> Lines {
    let lines = paragraphs
        .into_iter()
        .map(|paragraph| paragraph.wrap(width));
    lines.flatten().collect()
}

impl Paragraph {
    /// Its lines, broken where Unicode allows it (UAX #14).
    pub(super) fn wrap(&self, width: usize) -> Lines {
        let lead = &self.lead[..self.lead.len().min(width.saturating_sub(1))];
        let below_lead = " ".repeat(lead.len());
        let options = Options::new(width)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            .initial_indent(lead)
            .subsequent_indent(&below_lead);
        let lines = textwrap::wrap(&self.text, options).into_iter();
        lines
            .map(|line| Span::styled(line.into_owned(), self.style).into())
            .collect()
    }
}

impl Text {
    /// The same with the characters that can be shown.
    fn in_charset(mut self, charset: Charset) -> Self {
        let all = [&mut self.full, &mut self.below, &mut self.brief];
        for paragraph in all.into_iter().flatten() {
            paragraph.text = charset.fit(&paragraph.text).into_owned();
        }
        self
    }
}
