//! What the picture says: a view becomes paragraphs.

use ratatui::style::Style;

use super::picture::{Paragraph, Text};
use crate::ui::presentation::{Code, Layout, Presentation};

impl Text {
    /// What a view says, with a QR beside it or without one.
    pub(super) fn of(shown: &Presentation<'_>, note: Option<&str>, with_qr: bool) -> Self {
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
            (Layout::Steps, Code::Here(code)) => text.with_code(shown, code, with_qr),
            (Layout::Steps, Code::None) => text.with_typing(shown, with_qr),
            _ => {
                let only = match shown.terminal.open.as_str() {
                    "" => shown.status.clone(),
                    open => open.to_owned(),
                };
                text.full.extend([empty(), plain(only.clone())]);
                text.brief.push(plain(only));
            }
        }
        text
    }

    fn with_code(&mut self, shown: &Presentation<'_>, code: &str, with_qr: bool) {
        let terminal = &shown.terminal;
        let [first, second, third] = shown.steps.clone();
        self.full.extend(terminal.intro.clone().map(plain));
        self.full.extend([
            empty(),
            step("1 ", first),
            step("2 ", second),
            empty(),
            // As large as a terminal can: by itself, and bold.
            Paragraph {
                lead: "    ",
                ..bold(code.to_owned())
            },
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
        ..Paragraph::default()
    }
}

fn bold(text: String) -> Paragraph {
    Paragraph {
        style: Style::new().bold(),
        ..plain(text)
    }
}

fn empty() -> Paragraph {
    Paragraph::default()
}
