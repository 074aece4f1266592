//! The plain screens: a title, a few lines, a row of buttons. Asking back, results, and what a person must mend.

use std::time::Instant;

use egui::{CornerRadius, pos2, vec2};

mod stopped;

use super::UiContext;
use super::choice::Choice;
use super::qr::Qr;
use super::stage::{Stage, heading, style};
use super::tall;
use super::theme::{self, Tone, Weight};
use crate::auth::shown;
use crate::auth::{Account, StoreLocation, StoreTrouble};
use crate::pairing::{Consent, Delay};
use crate::words::{Words, settings, store, trouble};

/// A title and what stands below it.
pub(super) struct Message {
    /// One glance.
    pub title: String,
    /// One thought.
    pub body: String,
    /// Something to type, line by line, exactly as shown.
    pub verbatim: Vec<String>,
    /// An address to open on a phone; the same stands in the body, without its scheme.
    pub scan: Option<String>,
}

/// The row's top in landscape orientation.
pub(super) const ROW: f32 = 800.0;

impl Message {
    /// A title and a thought, such as what would be lost before leaving.
    pub(super) fn new(title: String, body: String) -> Self {
        Self {
            title,
            body,
            verbatim: Vec::new(),
            scan: None,
        }
    }

    /// Only a title: something that takes a moment.
    pub(super) fn brief(title: String) -> Self {
        Self::new(title, String::new())
    }

    /// Approved, being stored.
    pub(super) fn storing(words: &Words) -> Self {
        Self::new(words.get("storing-title"), words.get("storing-body"))
    }

    /// The store does not take the token.
    pub(super) fn cannot_store(words: &Words, why: &StoreTrouble) -> Self {
        let body = words.with(
            "cannot-store-body",
            [("why", store::store(words, why).into())],
        );
        Self::new(words.get("cannot-store-title"), body)
    }

    /// The store cannot be read.
    pub(super) fn unreadable(words: &Words, why: &StoreTrouble) -> Self {
        match why {
            StoreTrouble::Locked => {
                return Self::new(words.get("locked-title"), words.get("locked-body"));
            }
            StoreTrouble::KeyringAbsent(_) => {
                let why = ("why", store::store(words, why).into());
                return Self::new(words.get("absent-title"), words.with("absent-body", [why]));
            }
            StoreTrouble::Failed(_) => {}
        }
        let body = words.with(
            "unreadable-body",
            [("why", store::store(words, why).into())],
        );
        Self::new(words.get("unreadable-title"), body)
    }

    /// The stored token is no longer accepted.
    pub(super) fn refused(words: &Words, context: &UiContext, account: Option<&Account>) -> Self {
        let service = ("service", context.service().into());
        let body = match account.and_then(Account::label) {
            Some(name) => words.with("refused-body-name", [service, ("name", name.into())]),
            None => words.with("refused-body", [service]),
        };
        Self::new(
            words.with("refused-title", [("service", context.service().into())]),
            body,
        )
    }

    /// Before unpairing.
    pub(super) fn confirm_unpair(words: &Words, context: &UiContext) -> Self {
        let values = [
            ("service", context.service().into()),
            ("url", shown::address(&context.apps_page).into()),
        ];
        Self {
            scan: Some(context.apps_page.clone()),
            ..Self::new(words.get("unpair-title"), words.with("unpair-body", values))
        }
    }

    /// What this program is.
    pub(super) fn about(words: &Words) -> Self {
        let version = ("version", env!("CARGO_PKG_VERSION").into());
        Self::new(
            words.with("about-title", [version]),
            words.get("about-body"),
        )
    }

    /// Where the token is kept, before it is moved.
    pub(super) fn keeping(words: &Words, place: &StoreLocation) -> Self {
        let body = match place {
            StoreLocation::File { path, .. } => words.with(
                "keep-in-file",
                [("path", path.display().to_string().into())],
            ),
            StoreLocation::Keyring | StoreLocation::Demo => words.get("keep-in-keyring"),
        };
        Self::new(words.get("keep-title"), body)
    }

    /// The browser on this computer asks.
    pub(super) fn browser(words: &Words, context: &UiContext, consent: &Consent) -> Self {
        let values = [
            ("service", context.service().into()),
            (
                "application",
                settings::for_a_browser(words, context).into(),
            ),
        ];
        Self {
            verbatim: vec![consent.redirect_uri.clone()],
            ..Self::new(
                words.get("browser-title"),
                words.with("browser-body", values),
            )
        }
    }

    /// The code is here.
    pub(super) fn exchanging(
        words: &Words,
        context: &UiContext,
        delay: Option<Delay>,
        now: Option<Instant>,
    ) -> Self {
        let service = context.service();
        let body = match (delay, now) {
            (Some(delay), Some(now)) => trouble::delay(words, delay, service, false, now),
            (Some(_), None) => trouble::steady(words, None, delay, service),
            (None, _) => words.with("exchange-body", [("service", service.into())]),
        };
        Self::new(words.get("exchange-title"), body)
    }

    /// The settings are wrong.
    pub(super) fn broken_settings(words: &Words, sentence: &str) -> Self {
        Self::new(words.get("config-title"), sentence.to_owned())
    }

    /// Draws its buttons; returns the one that was pointed at and clicked.
    pub(super) fn row(&self, stage: &Stage<'_>, keys: &[Choice], focused: usize) -> Option<usize> {
        if stage.is_tall() {
            return tall::stack(stage, tall::message_buttons(self), keys, focused);
        }
        stage.centred_row(self.middle(), ROW, keys, focused)
    }

    /// What the words and the row are centred on.
    fn middle(&self) -> f32 {
        if self.scan.is_some() { 680.0 } else { 960.0 }
    }

    /// Draws it.
    pub(super) fn draw(&self, stage: &Stage<'_>, words: &Words, qr: &mut Qr) {
        if stage.is_tall() {
            return tall::message(stage, words, self, qr);
        }
        // What has something to type begins higher; what has something to scan leaves room for it on the right.
        let top = if self.verbatim.is_empty() {
            330.0
        } else if stage.is_large() {
            160.0
        } else {
            230.0
        };
        let middle = self.middle();
        let room = if self.scan.is_some() { 960.0 } else { 1320.0 };
        if let Some(url) = &self.scan {
            let name = words.with("pairing-qr", [("url", shown::address(url).into())]);
            qr.show(stage, words, pos2(1290.0, 270.0), 460.0, url, &name);
        }
        let title = heading(Weight::Bold, 68.0, Tone::Bright);
        stage.centred(
            middle,
            top,
            title,
            2.0 * (middle - theme::LEFT),
            &self.title,
        );
        // What has to be typed keeps its room below the words, and the row keeps its own.
        let (width, line) = (720.0, if stage.is_large() { 62.0 } else { 50.0 });
        let plate = if self.verbatim.is_empty() {
            0.0
        } else {
            line * self.verbatim.len() as f32 + 36.0
        };
        let height = ROW - 40.0 - (top + 90.0) - if plate > 0.0 { plate + 36.0 } else { 0.0 };
        let body = style(Weight::Regular, 38.0, Tone::Quiet);
        let below = stage.paragraph(middle, top + 90.0, body, vec2(room, height), &self.body);
        if self.verbatim.is_empty() {
            return;
        }
        let top = below.bottom() - stage.at(0.0, 0.0).y + 36.0;
        let plate = stage.rect(middle - width / 2.0, top, width, plate);
        stage
            .painter()
            .rect_filled(plate, CornerRadius::same(14), stage.color(Tone::Surface));
        let mono = style(Weight::Mono, 34.0, Tone::Bright);
        for (index, text) in self.verbatim.iter().enumerate() {
            let y = top + 18.0 + line * (index as f32 + 0.5);
            stage.left(middle - width / 2.0 + 36.0, y, mono, width - 72.0, text);
        }
    }
}
