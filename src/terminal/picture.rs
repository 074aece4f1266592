//! The picture: a view, a size and a time become lines of text. Pure, so that a test can scan it.
//!
//! The code stands beside the QR, never below it, so that both fit 80×24; where they do not, the QR goes first. The QR
//! names both of its colours and has its quiet zone with it: it scans on dark and on bright terminals.

use std::time::Instant;

use crate::pairing::{View, Waiting};
use crate::symbol::{QUIET_ZONE, modules};
use crate::words::{Facts, Words, trouble};

/// The terminal's window, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// Black on white, from the part of the palette that themes leave alone.
const QR_COLOURS: &str = "\x1b[38;5;16;48;5;231m";
const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";
/// Between the QR and the text.
const GAP: usize = 2;
/// Text beside the QR is not narrower.
const NARROWEST: usize = 26;

/// The lines, none of them as wide as the window (a full one would wrap in some terminals), and not more than it has
/// rows. `note` is what a person should know although no view says it.
pub(super) fn picture(
    words: &Words,
    facts: &Facts,
    view: &View,
    note: Option<&str>,
    size: Size,
    now: Instant,
) -> Vec<String> {
    let width = size.columns.saturating_sub(1).max(1);
    let rows = size.rows.max(1);
    let text = Text::of(words, facts, view, note, now);
    let beside = match view {
        View::Waiting(waiting) => qr(waiting.code.verification_uri_complete.as_str()),
        _ => None,
    };
    if let Some((side, qr)) = beside
        && qr.len() <= rows
        && width >= side + GAP + NARROWEST
        && let Some(text) = text.fit(width - side - GAP, rows)
    {
        return side_by_side(side, &qr, &text);
    }
    text.fit(width, rows).unwrap_or_else(|| {
        let mut lines = wrap_all(&text.brief, width);
        lines.truncate(rows);
        lines
    })
}

/// One quiet line that tells the truth.
pub(super) fn status(words: &Words, facts: &Facts, view: &View, now: Instant) -> String {
    let service = || ("service", facts.service.as_str().into());
    match view {
        View::Home(_) | View::Starting | View::Unreadable(_) | View::Resting | View::Stopped(_) => {
            words.get("starting-title")
        }
        View::SettingUp(_) | View::Consenting(_) => words.get("status-waiting"),
        View::Exchanging { trouble: None } => words.with("exchange-body", [service()]),
        View::Exchanging {
            trouble: Some(delay),
        } => trouble::delay(words, *delay, &facts.service, false, now),
        View::Refused { .. } => words.with("refused-title", [service()]),
        View::Asking { trouble, .. } => trouble::status(words, None, *trouble, &facts.service, now),
        View::Waiting(waiting) => {
            trouble::status(words, Some(waiting), waiting.trouble, &facts.service, now)
        }
        View::Storing => words.get("terminal-storing"),
        View::CannotStore { why, .. } => {
            let why = trouble::store(words, why);
            words.with("terminal-cannot-store", [("why", why.into())])
        }
        View::Paired { .. } => words.with("terminal-checking", [service()]),
        View::Forgetting => words.get("forgetting-title"),
    }
}

/// A line before it is wrapped.
struct Paragraph {
    /// What stands before it; its other lines begin below its text.
    lead: &'static str,
    text: String,
    bold: bool,
}

/// Everything but the QR, and the least of it.
struct Text {
    full: Vec<Paragraph>,
    brief: Vec<Paragraph>,
}

impl Text {
    fn of(words: &Words, facts: &Facts, view: &View, note: Option<&str>, now: Instant) -> Self {
        let plain = |text| Paragraph {
            lead: "",
            text,
            bold: false,
        };
        let bold = |text| Paragraph {
            bold: true,
            ..plain(text)
        };
        let empty = || plain(String::new());
        let service = facts.service.as_str();
        let status = status(words, facts, view, now);
        let mut full = vec![bold(
            words.with("terminal-title", [("service", service.into())]),
        )];
        let notice = match view {
            View::Asking { notice, .. } => *notice,
            View::Waiting(waiting) => waiting.notice,
            _ => None,
        };
        let notice = notice.map(|notice| trouble::notice(words, notice, service));
        full.extend(notice.or_else(|| note.map(str::to_owned)).map(plain));
        full.push(empty());
        let mut brief = Vec::new();
        if let View::Waiting(waiting) = view {
            let Waiting {
                code, expires_at, ..
            } = &**waiting;
            let url = trouble::address(code.verification_uri.as_str());
            let left = expires_at.saturating_duration_since(now);
            let time = trouble::time_left(words, left);
            let step = |lead, text| Paragraph {
                lead,
                ..plain(text)
            };
            brief.push(bold(code.user_code.expose().to_owned()));
            brief.push(plain(url.clone()));
            let open = words.with("pairing-open", [("url", url.into())]);
            full.push(step("1 ", open));
            full.push(step("2 ", words.get("pairing-check")));
            full.push(empty());
            full.push(Paragraph {
                lead: "    ",
                ..bold(code.user_code.expose().to_owned())
            });
            full.push(empty());
            full.push(step("3 ", words.get("terminal-approve")));
            full.push(empty());
            full.push(plain(
                words.with("terminal-good-for", [("time", time.into())]),
            ));
            full.push(plain(status.clone()));
            full.push(empty());
            full.push(plain(words.get("terminal-beware")));
        } else {
            full.push(plain(status.clone()));
        }
        brief.push(plain(status));
        Self { full, brief }
    }

    /// All of it within a width and a height, if need be without the empty lines.
    fn fit(&self, width: usize, rows: usize) -> Option<Vec<String>> {
        let airy = wrap_all(&self.full, width);
        if airy.len() <= rows {
            return Some(airy);
        }
        let dense: Vec<_> = airy.into_iter().filter(|line| !line.is_empty()).collect();
        (dense.len() <= rows).then_some(dense)
    }
}

fn wrap_all(paragraphs: &[Paragraph], width: usize) -> Vec<String> {
    paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.wrap(width))
        .collect()
}

impl Paragraph {
    fn wrap(&self, width: usize) -> Vec<String> {
        let indent = self.lead.len().min(width.saturating_sub(1));
        let room = width - indent;
        let mut lines = vec![String::new()];
        for word in self.text.split_whitespace() {
            let mut word: Vec<_> = word.chars().collect();
            let line = lines.last().map_or(0, |line| line.chars().count());
            if line > 0 && line + 1 + word.len() > room {
                lines.push(String::new());
            } else if line > 0 {
                word.insert(0, ' ');
            }
            for letter in word {
                // A word that is wider than the room goes on in the next line.
                if lines.last().is_none_or(|line| line.chars().count() == room) {
                    lines.push(String::new());
                }
                if let Some(line) = lines.last_mut() {
                    line.push(letter);
                }
            }
        }
        let dress = |(index, line): (usize, String)| {
            let lead = if index == 0 { self.lead } else { "" };
            match (line.is_empty(), self.bold) {
                (true, _) => line,
                (false, true) => format!("{lead:indent$.indent$}{BOLD}{line}{PLAIN}"),
                (false, false) => format!("{lead:indent$.indent$}{line}"),
            }
        };
        lines.into_iter().enumerate().map(dress).collect()
    }
}

/// The symbol with its quiet zone, two modules a character: how wide it is, and its lines.
fn qr(text: &str) -> Option<(usize, Vec<String>)> {
    let (width, dark) = modules(text)?;
    let side = width + 2 * QUIET_ZONE;
    let dark = |x: usize, y: usize| {
        let inside = |v: usize| v.checked_sub(QUIET_ZONE).filter(|v| *v < width);
        inside(x)
            .zip(inside(y))
            .is_some_and(|(x, y)| dark[y * width + x])
    };
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
