//! What a terminal is told to draw, changed at random.

use std::time::Duration;

use ratatui::layout::Size;
use url::Url;

use crate::auth::shown::sentence;
use crate::auth::{Account, DeviceAuthorization, Rejection, StoreLocation, UserCode};
use crate::pairing::{Check, View, Waiting};
use crate::system::clock;
use crate::tests::hostile_input::{is_fit_to_be_shown, try_changed};
use crate::ui::UiContext;
use crate::ui::presentation::{Medium, Presentation};
use crate::ui::terminal::charset::{Charset, Symbol};
use crate::ui::terminal::picture::{Canvas, Text, picture};
use crate::words::{Language, Words};

/// Columns, rows and what can be drawn; then a text that stands for a name, a note, a path and a part of an address.
const PICTURE: &[&[u8]] = &[
    b"\x50\x18\x00Ann",
    b"\x14\x06\x01/home/ann/.local/state/couchpin/simkl.json",
    "\u{28}\u{0c}\u{02}\u{1b}]0;x\u{7}\u{202e}nnA \u{3042}".as_bytes(),
];

#[test]
fn any_text_stays_in_the_terminals_window() {
    try_changed(PICTURE, 200, draw);
}

fn draw(bytes: &[u8]) {
    let [columns, rows, kind, text @ ..] = bytes else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let canvas = Canvas {
        size: Size::new(u16::from(*columns), u16::from(*rows)),
        charset: [Charset::Utf8, Charset::Ascii][usize::from(kind % 2)],
        symbol: [None, Some(Symbol::HalfBlocks), Some(Symbol::Blanks)][usize::from(kind % 3)],
    };
    let words = Words::of(Language::English);
    let context = UiContext {
        config_file: text.clone().into_owned(),
        ..UiContext::default()
    };
    let now = clock::now();
    for view in views(&text) {
        let note = sentence(&text);
        let shown = Presentation::of(&view, words, &context, Medium::Terminal, now);
        let text = |with_qr| Text::of(&shown, Some(&note), with_qr);
        let lines = picture(text, canvas);
        assert!(
            lines.len() <= usize::from(*rows).max(1),
            "{} lines",
            lines.len()
        );
        for line in &lines {
            is_fit_to_be_shown(&line.to_string());
            let most = usize::from(*columns).saturating_sub(1).max(1);
            // A wide character needs two columns.
            assert!(line.width() <= most.max(2), "{line:?}");
        }
    }
}

fn views(text: &str) -> Vec<View> {
    let account = Account {
        id: String::new(),
        name: text.to_owned(),
    };
    let mut views = vec![View::Paired {
        account: Some(account),
        place: StoreLocation::File {
            path: text.into(),
            why_not_keyring: None,
        },
        fresh: true,
        check: Check::Refused(Rejection::Moved {
            to: text.to_owned(),
        }),
        lacks_scope: true,
        failed_action: None,
        instead_of: None,
        refreshable: true,
        portrait: None,
    }];
    let page = Url::parse("https://simkl.com").and_then(|site| site.join(&format!("/{text}")));
    if let (Ok(page), Some(user_code)) = (page, UserCode::parse("K7RQ4")) {
        let now = clock::now();
        let code = DeviceAuthorization {
            user_code,
            device_code: None,
            verification_uri: page.clone(),
            verification_uri_complete: page,
            expires_in: Duration::from_mins(15),
            interval: Duration::from_secs(5),
        };
        views.push(View::Waiting(Box::new(Waiting {
            expires_at: now + code.expires_in,
            code,
            last_answer: Some(now),
            trouble: None,
            notice: None,
            replacing: false,
            on_phone: false,
        })));
    }
    views
}
