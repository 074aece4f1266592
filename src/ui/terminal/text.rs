//! What the picture says: a view becomes paragraphs.

use std::time::Instant;

use super::picture::{Paragraph, Text};
use super::status::status;
use super::stop;
use crate::auth::AuthorizationCode;
use crate::auth::shown;
use crate::pairing::{CodeSource, Consent, Notice, PhonePage, SetUp, View, Waiting};
use crate::ui::symbol;
use crate::words::{UiContext, Words, trouble};

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
        let mut text = Self {
            qr: scanned(view),
            ..Self::default()
        };
        let service = context.service();
        let title = words.with("terminal-title", [("service", service.into())]);
        text.full.push(bold(title));
        let in_words = |notice: &Notice| plain(trouble::notice(words, notice, service));
        let note = note.map(|note| plain(note.to_owned()));
        match view {
            View::Asking { notice, .. } => {
                text.full.extend(notice.as_ref().map(in_words).or(note));
            }
            View::Waiting(waiting) => {
                text.full
                    .extend(waiting.notice.as_ref().map(in_words).or(note));
            }
            View::AwaitingCode(consent) => {
                text.full.extend(consent.notice.as_ref().map(in_words));
                text.full.extend(note);
            }
            _ => text.full.extend(note),
        }
        let status = status(words, context, view, now);
        match view {
            View::Waiting(waiting) => text.code(words, waiting, status, with_qr, now),
            View::AwaitingCode(consent) => match &consent.reception {
                CodeSource::Phone(page) => {
                    text.full.push(empty());
                    text.page(words, page, consent.expires_at, status, now);
                    text.full.push(plain(words.get("terminal-or-paste")));
                    let address = ("url", consent.address.as_str().into());
                    text.below
                        .push(plain(words.with("terminal-consent", [address])));
                    text.spare = true;
                }
                CodeSource::Typing(_) => {
                    text.typing(words, context, consent, with_qr, now);
                    text.brief.push(plain(status));
                }
                CodeSource::Browser => {
                    let address = ("url", consent.address.as_str().into());
                    text.only(words.with("terminal-open", [address]));
                }
            },
            View::SettingUp(set_up) => match &set_up.page {
                Some(page) => text.set_up(words, context, set_up, page, status, now),
                None => text.only(status),
            },
            _ => text.only(status),
        }
        text
    }

    fn only(&mut self, status: String) {
        self.full.extend([empty(), plain(status.clone())]);
        self.brief.push(plain(status));
    }

    fn code(
        &mut self,
        words: &Words,
        waiting: &Waiting,
        status: String,
        with_qr: bool,
        now: Instant,
    ) {
        let url = shown::address(waiting.code.verification_uri.as_str());
        let code = waiting.code.user_code.expose();
        let open = words.with("pairing-open", [("url", url.clone().into())]);
        self.full.extend([
            empty(),
            step("1 ", open),
            step("2 ", words.get("pairing-check")),
            empty(),
            large(code),
            empty(),
            step("3 ", words.get("terminal-approve")),
            empty(),
            good_for(words, waiting.expires_at, now),
            plain(status.clone()),
            empty(),
            plain(words.get("terminal-beware")),
        ]);
        // An address that is shown by its host can be copied from below, where no QR holds it.
        let whole = waiting.code.verification_uri.as_str();
        if !with_qr && url.ends_with('…') {
            let whole = words.with("terminal-open", [("url", whole.into())]);
            self.below.push(plain(whole));
            self.spare = true;
        }
        self.brief = vec![bold(code.to_owned()), plain(url), plain(status)];
    }

    /// A page for a phone.
    fn page(
        &mut self,
        words: &Words,
        page: &PhonePage,
        expires_at: Instant,
        status: String,
        now: Instant,
    ) {
        let (url, number) = (page.url.expose(), page.number.expose());
        self.full.extend([
            step("1 ", words.with("terminal-phone", [("url", url.into())])),
            step("2 ", words.get("page-number")),
            empty(),
            large(number),
            empty(),
            step("3 ", words.get("terminal-follow")),
            empty(),
            good_for(words, expires_at, now),
            plain(status.clone()),
            empty(),
            plain(words.get("terminal-network")),
        ]);
        self.brief = vec![
            bold(number.to_owned()),
            plain(url.to_owned()),
            plain(status),
        ];
    }

    /// Without a page for a phone.
    fn typing(
        &mut self,
        words: &Words,
        context: &UiContext,
        consent: &Consent,
        with_qr: bool,
        now: Instant,
    ) {
        let address = || ("url", consent.address.as_str().into());
        let open = words.with("terminal-open", [address()]);
        let shown = [
            ("service", context.service().into()),
            ("length", AuthorizationCode::LENGTH.into()),
        ];
        // An address over several lines can be copied where nothing stands before them.
        let (first, leads) = if with_qr {
            let consent = words.with("terminal-consent", [address()]);
            self.below.push(plain(consent));
            (words.get("typing-scan"), ["1 ", "2 ", "3 "])
        } else {
            (open.clone(), [""; 3])
        };
        self.full.extend([
            empty(),
            step(leads[0], first),
            step(leads[1], words.with("typing-shown", shown)),
            step(leads[2], words.get("terminal-paste")),
            empty(),
            good_for(words, consent.expires_at, now),
        ]);
        self.brief.push(plain(open));
    }

    fn set_up(
        &mut self,
        words: &Words,
        context: &UiContext,
        set_up: &SetUp,
        page: &PhonePage,
        status: String,
        now: Instant,
    ) {
        let service = ("service", context.service().into());
        self.full.extend([
            plain(words.with("no-application-title", [service])),
            empty(),
        ]);
        self.page(words, page, set_up.expires_at, status, now);
        let by_hand = stop::set_up_by_hand(words, context);
        self.below.extend(by_hand.into_iter().map(plain));
        self.spare = true;
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

fn empty() -> Paragraph {
    Paragraph::default()
}

fn good_for(words: &Words, expires_at: Instant, now: Instant) -> Paragraph {
    let time = trouble::time_left(words, expires_at.saturating_duration_since(now));
    plain(words.with("terminal-good-for", [("time", time.into())]))
}

/// What a phone scans.
fn scanned(view: &View) -> Option<String> {
    let address = match view {
        View::Waiting(waiting) => symbol::shorter_if_needed(
            waiting.code.verification_uri_complete.as_str(),
            waiting.code.verification_uri.as_str(),
        ),
        View::SettingUp(set_up) => set_up.page.as_ref()?.url.expose(),
        View::AwaitingCode(consent) => match &consent.reception {
            CodeSource::Phone(page) => page.url.expose(),
            CodeSource::Typing(_) => consent.address.as_str(),
            CodeSource::Browser => return None,
        },
        _ => return None,
    };
    Some(address.to_owned())
}
