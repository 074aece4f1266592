//! What the picture says: a view becomes paragraphs, and paragraphs become lines of a width.

use std::time::Instant;

use super::charset::Charset;
use crate::pairing::View;
use crate::ui::UiContext;
use crate::ui::presentation::{Code, Layout, Medium, Presentation};
use crate::words::Words;

const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// A line before it is wrapped.
pub(super) struct Paragraph {
    /// What stands before it; its other lines begin below its text.
    lead: &'static str,
    text: String,
    bold: bool,
}

/// Everything but the QR.
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

impl Text {
    /// What a view says, with a QR beside it or without one.
    pub(super) fn of(
        words: &Words,
        context: &UiContext,
        view: &View,
        note: Option<&str>,
        with_qr: bool,
        now: Instant,
    ) -> Self {
        let shown = Presentation::of(view, words, context, Medium::Terminal, now);
        let mut text = Self {
            full: vec![bold(shown.terminal.title.clone())],
            qr: shown.scan.as_ref().map(|scan| scan.text.clone()),
            ..Self::default()
        };
        let note = note.map(|note| plain(note.to_owned()));
        let notice = shown.notice.clone().map(plain);
        if shown.address.is_empty() {
            text.full.extend(notice);
            text.full.extend(note);
        } else {
            text.full.extend(notice.or(note));
        }
        match (&shown.layout, shown.code) {
            (Layout::Steps, Code::Here(code)) => text.with_code(&shown, code, with_qr),
            (Layout::Steps, Code::None) => text.with_typing(&shown, with_qr),
            _ => {
                let only = match shown.terminal.open.as_str() {
                    "" => shown.status,
                    open => open.to_owned(),
                };
                text.full.extend([empty(), plain(only.clone())]);
                text.brief.push(plain(only));
            }
        }
        text
    }

    /// The same with the characters that can be shown.
    pub(super) fn in_charset(mut self, charset: Charset) -> Self {
        for paragraph in [&mut self.full, &mut self.below, &mut self.brief]
            .into_iter()
            .flatten()
        {
            paragraph.text = charset.fit(&paragraph.text).into_owned();
        }
        self
    }

    fn with_code(&mut self, shown: &Presentation<'_>, code: &str, with_qr: bool) {
        let terminal = &shown.terminal;
        let [first, second, third] = shown.steps.clone();
        if let Some(intro) = terminal.intro.clone() {
            self.full.extend([plain(intro)]);
        }
        self.full.extend([
            empty(),
            step("1 ", first),
            step("2 ", second),
            empty(),
            large(code),
            empty(),
            step("3 ", third),
            empty(),
            plain(terminal.good_for.clone()),
            plain(shown.status.clone()),
            empty(),
            plain(shown.warning.clone()),
        ]);
        self.full.extend(terminal.paste.clone().map(plain));
        self.below
            .extend(terminal.other_way.iter().cloned().map(plain));
        // An address that is shown by its host can be copied from below, where no QR holds it.
        if !with_qr && shown.address.ends_with('…') {
            self.below.push(plain(terminal.open.clone()));
        }
        self.spare = !self.below.is_empty();
        let address = match &shown.scan {
            Some(page) if shown.address.is_empty() => page.text.clone(),
            _ => shown.address.clone(),
        };
        self.brief = vec![
            bold(code.to_owned()),
            plain(address),
            plain(shown.status.clone()),
        ];
    }

    /// The steps of a page whose code is typed here.
    fn with_typing(&mut self, shown: &Presentation<'_>, with_qr: bool) {
        let terminal = &shown.terminal;
        let [scan, second, third] = shown.steps.clone();
        // An address over several lines can be copied where nothing stands before them.
        let (first, leads) = if with_qr {
            self.below
                .extend(terminal.other_way.iter().cloned().map(plain));
            (scan, ["1 ", "2 ", "3 "])
        } else {
            (terminal.open.clone(), [""; 3])
        };
        self.full.extend([
            empty(),
            step(leads[0], first),
            step(leads[1], second),
            step(leads[2], third),
            empty(),
            plain(terminal.good_for.clone()),
        ]);
        self.brief = vec![plain(terminal.open.clone()), plain(shown.status.clone())];
    }
}

fn plain(text: String) -> Paragraph {
    step("", text)
}

fn step(lead: &'static str, text: String) -> Paragraph {
    Paragraph {
        lead,
        text,
        bold: false,
    }
}

fn bold(text: String) -> Paragraph {
    Paragraph {
        bold: true,
        ..plain(text)
    }
}

/// As large as a terminal can: by itself, and bold.
fn large(text: &str) -> Paragraph {
    Paragraph {
        lead: "    ",
        ..bold(text.to_owned())
    }
}

pub(super) fn empty() -> Paragraph {
    plain(String::new())
}

/// All of it within a width and a height, if need be without the empty lines.
pub(super) fn fit<'a>(
    paragraphs: impl IntoIterator<Item = &'a Paragraph>,
    width: usize,
    rows: usize,
) -> Option<Vec<String>> {
    let airy = wrap_all(paragraphs, width);
    if airy.len() <= rows {
        return Some(airy);
    }
    let dense: Vec<_> = airy.into_iter().filter(|line| !line.is_empty()).collect();
    (dense.len() <= rows).then_some(dense)
}

/// Their lines.
pub(super) fn wrap_all<'a>(
    paragraphs: impl IntoIterator<Item = &'a Paragraph>,
    width: usize,
) -> Vec<String> {
    paragraphs
        .into_iter()
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
            // A word that is wider than the room begins where it saves a line.
            let here = (line + 1 + word.len()).div_ceil(room);
            if line > 0 && here > word.len().div_ceil(room) {
                lines.push(String::new());
            } else if line > 0 {
                word.insert(0, ' ');
            }
            for letter in word {
                // It goes on in the next line.
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
