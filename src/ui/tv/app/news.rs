//! What a screen reader says by itself: what the screen has become, once for each change.
//!
//! No text here counts seconds, or it would be said each second.

use std::time::{Duration, Instant};

use egui::Context;

use super::App;
use crate::pairing::{SignInMethod, View, Waiting};
use crate::ui::tv::choice::Dialog;
use crate::ui::tv::spell::spell;
use crate::ui::tv::{accessibility, page, paired, pairing, picture};
use crate::words::trouble;

/// What is told, each in a region of its own, so that a change of one does not repeat the others.
const REGIONS: [&str; 8] = [
    "screen",
    "place",
    "status",
    "last minute",
    "dialog",
    "size",
    "not kept",
    "no way out",
];

/// What a screen reader has been told.
#[derive(Default)]
pub(super) struct News {
    /// It knows the window.
    known: bool,
    told: [Option<String>; REGIONS.len()],
}

impl App {
    /// Tells whoever listens.
    pub(super) fn tell(&mut self, ctx: &Context, view: &View, now: Instant) {
        if !accessibility::window(ctx, &self.words) {
            self.news = News::default();
            return;
        }
        let news = [
            Some(self.headline(view)),
            self.place(view),
            self.status(view),
            self.last_minute(view, now),
            self.opened(view),
            self.size(),
            self.save_error_text(),
            self.shows_no_way_out(now)
                .then(|| self.words.get("hint-no-way-out")),
        ];
        // What stands there when a screen reader first looks is no news to it, and would not be said. Of what comes at
        // once the order would be lost: so it is one piece of news a frame.
        let mut may_tell = std::mem::replace(&mut self.news.known, true);
        let mut waits = !may_tell;
        for (told, new) in self.news.told.iter_mut().zip(news) {
            if *told != new && (may_tell || new.is_none()) {
                may_tell &= new.is_none();
                *told = new;
            } else {
                waits |= *told != new;
            }
        }
        if waits {
            ctx.request_repaint_after(Duration::from_millis(1));
        }
        for (region, told) in REGIONS.into_iter().zip(&self.news.told) {
            accessibility::say(ctx, region, told.as_deref());
        }
    }

    /// What the screen of a view is about, whatever lies over it.
    fn headline(&self, view: &View) -> String {
        let (words, context) = (&self.words, &self.context.ui);
        if let Some(message) = self.message(None, view, None) {
            return sentences([message.title, message.body]);
        }
        let service = || ("service", context.service().into());
        let beginning = |notice: &Option<_>| match notice {
            Some(notice) => trouble::notice(words, notice, context.service()),
            None => words.with("pairing-title", [service()]),
        };
        match view {
            View::Waiting(waiting) => {
                let Waiting { code, notice, .. } = &**waiting;
                let url = pairing::address(Some(code), context);
                let (open, check) = pairing::steps(words, context, &url);
                let spelling = spell(words, code.user_code.expose());
                let code = words.with("pairing-code-spoken", [("code", spelling.into())]);
                let approve = words.get("pairing-approve");
                sentences([beginning(notice), open, check, code, approve])
            }
            View::Asking { notice, .. } => beginning(notice),
            View::SettingUp(_) | View::AwaitingCode(_) => {
                let shown = page::PageContent::of(view, words, context);
                sentences(shown.map_or_else(Vec::new, |shown| shown.spoken(words, context)))
            }
            View::Home(_) => words.get("home-title"),
            View::Paired { account, .. } => paired::title(words, account.as_ref()),
            View::Resting => sentences([
                words.get("resting-title"),
                words.with("resting-body", [service()]),
            ]),
            // These have a message.
            View::Starting
            | View::Exchanging { .. }
            | View::Unreadable(_)
            | View::Stopped(_)
            | View::Storing
            | View::CannotStore { .. }
            | View::Refused { .. }
            | View::Forgetting => String::new(),
        }
    }

    /// Where the token is kept.
    fn place(&self, view: &View) -> Option<String> {
        let View::Paired { place, .. } = view else {
            return None;
        };
        Some(paired::kept(&self.words, &self.context.ui, place))
    }

    /// How it goes.
    fn status(&self, view: &View) -> Option<String> {
        let (words, context) = (&self.words, &self.context.ui);
        match view {
            View::Asking { trouble, .. } => {
                Some(trouble::steady(words, None, *trouble, context.service()))
            }
            View::Waiting(waiting) => {
                let waiting = &**waiting;
                let trouble = waiting.trouble;
                Some(trouble::steady(
                    words,
                    Some(waiting),
                    trouble,
                    context.service(),
                ))
            }
            View::Paired { .. } => {
                let remarks =
                    paired::remarks(words, context, &paired::PairedContent::of(view, context)?);
                Some(sentences(remarks.into_iter().map(|(text, _)| text)))
            }
            View::SettingUp(_) | View::AwaitingCode(_) => {
                let shown = page::PageContent::of(view, words, context)?;
                Some(shown.status().to_owned())
            }
            View::Home(_)
            | View::Starting
            | View::Exchanging { .. }
            | View::Unreadable(_)
            | View::Resting
            | View::Stopped(_)
            | View::Storing
            | View::CannotStore { .. }
            | View::Refused { .. }
            | View::Forgetting => None,
        }
    }

    /// That the code runs out soon.
    fn last_minute(&self, view: &View, now: Instant) -> Option<String> {
        let ends = match view {
            View::Waiting(waiting) => waiting.expires_at,
            View::AwaitingCode(consent) if consent.way == SignInMethod::ManualCode => {
                consent.expires_at
            }
            _ => return None,
        };
        let left = ends.saturating_duration_since(now);
        let last = trouble::whole_seconds(left) < 60;
        let time = trouble::time_left(&self.words, left);
        last.then(|| format!("{}: {time}", self.words.get("pairing-good-for")))
    }

    /// What has been opened over the screen.
    fn opened(&self, view: &View) -> Option<String> {
        let dialog = self.focus.dialog()?;
        if let Dialog::BiggerQr = dialog {
            // Its one button says it all.
            return None;
        }
        if let Dialog::Keyboard = dialog {
            let title = self.words.get("keyboard-title");
            let error = self.typed.error(&self.words).unwrap_or_default();
            return Some(sentences([title, error]));
        }
        let (title, body) = self.title_and_body(dialog).or_else(|| {
            let message = self.message(Some(dialog), view, None)?;
            Some((message.title, message.body))
        })?;
        Some(sentences([title, body]))
    }

    /// How large the picture is, where that is chosen; how much is typed, where something is.
    fn size(&self) -> Option<String> {
        if let Some(Dialog::Keyboard) = self.focus.dialog() {
            return Some(self.typed.count(&self.words));
        }
        let chosen = matches!(self.focus.dialog(), Some(Dialog::PictureSize));
        let overscan = self.context.preferences.overscan;
        chosen.then(|| picture::percent(&self.words, overscan))
    }
}

/// One text of several, each with an end.
fn sentences(parts: impl IntoIterator<Item = String>) -> String {
    let mut text = String::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if text.ends_with(|last: char| last.is_alphanumeric() || last == ')') {
            text.push('.');
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&part);
    }
    text
}
