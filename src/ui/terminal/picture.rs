//! The picture: a view, a size and a time become lines of text. Pure, so that a test can scan it.
//!
//! The code stands beside the QR, so that both fit 80×24, or above it where a window is narrow and high; where neither
//! fits, the QR goes first. Only what is long stands below, and goes before the QR if it can be done without. The QR names
//! both of its colours and has its quiet zone with it: it scans on dark and on bright terminals. Where half blocks cannot
//! be shown, a module is two blanks on a background, and the whole symbol twice as large.

use std::time::Instant;

use super::charset::Charset;
use super::text::{Paragraph, Text, empty, fit, wrap_all};
use crate::pairing::View;
use crate::ui::UiContext;
use crate::ui::symbol::{QUIET_ZONE, modules};
use crate::words::Words;

/// The terminal's window, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// What a QR is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Symbol {
    /// A character holds two modules, one above the other.
    HalfBlocks,
    /// Two blanks hold a module: their background is all there is to see.
    Blanks,
}

/// What a terminal can draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Canvas {
    pub(super) size: Size,
    pub(super) charset: Charset,
    /// `None` where there are no colours.
    pub(super) symbol: Option<Symbol>,
}

/// Black on white, from the part of the palette that themes leave alone.
const QR_COLOURS: &str = "\x1b[38;5;16;48;5;231m";
const DARK: &str = "\x1b[48;5;16m";
const LIGHT: &str = "\x1b[48;5;231m";
const PLAIN: &str = "\x1b[0m";
/// Between the QR and the text.
const GAP: usize = 2;
/// Text beside the QR is not narrower.
const NARROWEST: usize = 26;

/// The lines, none of them as wide as the window (a full one would wrap in some terminals), and not more than it has
/// rows. `note` is what a person should know although no view says it.
pub(super) fn picture(
    words: &Words,
    context: &UiContext,
    view: &View,
    note: Option<&str>,
    canvas: Canvas,
    now: Instant,
) -> Vec<String> {
    let size = canvas.size;
    let width = size.columns.saturating_sub(1).max(1);
    let rows = size.rows.max(1);
    let of_view = |with_qr| {
        let text = Text::of(words, context, view, note, with_qr, now);
        text.in_charset(canvas.charset)
    };
    let symbol = canvas.symbol;
    let scanned = of_view(true);
    if let Some((side, qr)) = symbol.and_then(|symbol| qr(scanned.qr.as_deref()?, symbol))
        && let Some(lines) = with_qr(&scanned, side, &qr, width, rows)
    {
        return lines;
    }
    let (text, empty) = (of_view(false), [empty()]);
    let fitting = belows(&text).find_map(|below| {
        let apart = empty.iter().filter(|_| !below.is_empty());
        fit(text.full.iter().chain(apart).chain(below), width, rows)
    });
    fitting.unwrap_or_else(|| {
        let mut lines = wrap_all(&text.brief, width);
        lines.truncate(rows);
        lines
    })
}

/// The text beside the QR, or above it; `None` where there is no room for both.
fn with_qr(
    text: &Text,
    side: usize,
    qr: &[String],
    width: usize,
    rows: usize,
) -> Option<Vec<String>> {
    for below in belows(text) {
        let below = wrap_all(below, width);
        let above = rows.saturating_sub(below.len());
        if width >= side + GAP + NARROWEST
            && qr.len() <= above
            && let Some(beside) = fit(&text.full, width - side - GAP, above)
        {
            let mut lines = side_by_side(side, qr, &beside);
            lines.extend(below);
            return Some(lines);
        }
        if width >= side
            && let Some(above) = above.checked_sub(qr.len())
            && let Some(mut lines) = fit(&text.full, width, above)
        {
            lines.extend(qr.iter().cloned());
            lines.extend(below);
            return Some(lines);
        }
    }
    None
}

/// What may stand below, the best first.
fn belows(text: &Text) -> impl Iterator<Item = &[Paragraph]> {
    let spare: Option<&[Paragraph]> = text.spare.then_some(&[]);
    [&text.below[..]].into_iter().chain(spare)
}

/// The symbol with its quiet zone: how wide it is, in characters, and its lines.
fn qr(text: &str, symbol: Symbol) -> Option<(usize, Vec<String>)> {
    let (width, dark) = modules(text)?;
    let side = width + 2 * QUIET_ZONE;
    let dark = |x: usize, y: usize| {
        let inside = |v: usize| v.checked_sub(QUIET_ZONE).filter(|v| *v < width);
        inside(x)
            .zip(inside(y))
            .is_some_and(|(x, y)| dark[y * width + x])
    };
    if symbol == Symbol::Blanks {
        let line = |y| {
            let mut line = String::new();
            for x in 0..side {
                // A colour holds until there is another one.
                if x == 0 || dark(x, y) != dark(x - 1, y) {
                    line.push_str(if dark(x, y) { DARK } else { LIGHT });
                }
                line.push_str("  ");
            }
            line + PLAIN
        };
        return Some((2 * side, (0..side).map(line).collect()));
    }
    let cell = |x, y| match (dark(x, y), dark(x, y + 1)) {
        (false, false) => ' ',
        (true, false) => '▀',
        (false, true) => '▄',
        (true, true) => '█',
    };
    let line = |y| {
        let cells: String = (0..side).map(|x| cell(x, y)).collect();
        format!("{QR_COLOURS}{cells}{PLAIN}")
    };
    Some((side, (0..side).step_by(2).map(line).collect()))
}

fn side_by_side(side: usize, qr: &[String], text: &[String]) -> Vec<String> {
    // The text stands in the middle of the QR's height.
    let above = qr.len().saturating_sub(text.len()) / 2;
    (0..qr.len().max(text.len()))
        .map(|row| {
            let text = row.checked_sub(above).and_then(|row| text.get(row));
            let text = text.filter(|text| !text.is_empty());
            match (qr.get(row), text) {
                (Some(qr), Some(text)) => format!("{qr}{:GAP$}{text}", ""),
                (Some(qr), None) => qr.clone(),
                (None, Some(text)) => format!("{:1$}{text}", "", side + GAP),
                (None, None) => String::new(),
            }
        })
        .collect()
}
