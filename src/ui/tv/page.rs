//! Waiting for a page: the one for a phone, with its QR and number; or the service's own, whose code is typed here.
//!
//! It stands like the pairing screen, in whose places the same things are.

use std::time::Instant;

use egui::{Ui, pos2, vec2};

use super::pairing::{self, BIG_PLATE, Countdown, PLATE};
use super::qr::{self, Qr};
use super::spell::spell;
use super::stage::{Stage, heading, style};
use super::theme::{self, Tone, Weight};
use super::{UiContext, accessibility, tall, tiles};
use crate::auth::AuthorizationCode;
use crate::pairing::{CodeSource, Consent, NoPhone, Notice, PhonePage, Progress, SetUp, View};
use crate::web::phone::{LONGEST, TRIES};
use crate::words::{Words, trouble};

/// What the screen shows.
pub(super) struct PageContent<'a> {
    pub(super) title: String,
    pub(super) steps: [String; 3],
    pub(super) beware: String,
    /// Where the QR leads, and what it is to those who do not see it.
    pub(super) qr: Option<(&'a str, String)>,
    pub(super) number: Number<'a>,
    pub(super) notice: Option<&'a Notice>,
    pub(super) status: Status,
    pub(super) countdown: Option<Countdown>,
}

/// The number to type on the phone.
#[derive(Clone, Copy)]
pub(super) enum Number<'a> {
    /// There is no such page.
    None,
    /// It will be there in a moment.
    Coming,
    Here(&'a str),
}

/// How it goes on the phone.
pub(super) struct Status {
    pub(super) text: String,
    /// Something is not as it should be.
    pub(super) trouble: bool,
}

impl<'a> PageContent<'a> {
    /// What a view shows, if it waits for such a page.
    pub(super) fn of(view: &'a View, words: &Words, context: &UiContext) -> Option<Self> {
        match view {
            View::SettingUp(set_up) => Some(Self::set_up(set_up, words, context)),
            View::AwaitingCode(consent) => Self::consent(consent, words, context),
            _ => None,
        }
    }

    fn set_up(set_up: &'a SetUp, words: &Words, context: &UiContext) -> Self {
        let title = words.with("set-up-title", [("service", context.service().into())]);
        let page = set_up.page.as_ref();
        let countdown = page.map(|_| Countdown {
            ends: set_up.expires_at,
            whole: LONGEST,
        });
        Self {
            countdown,
            ..Self::phone(title, page, set_up.progress, words)
        }
    }

    fn consent(consent: &'a Consent, words: &Words, context: &UiContext) -> Option<Self> {
        let service = || ("service", context.service().into());
        let title = words.with("pairing-title", [service()]);
        let shown = match &consent.reception {
            CodeSource::Phone(page) => Self::phone(title, Some(page), consent.progress, words),
            CodeSource::Typing(why) => {
                let length = ("length", AuthorizationCode::LENGTH.into());
                let beware = match why {
                    NoPhone::SwitchedOff => "typing-switched-off",
                    NoPhone::NoNetwork => "typing-no-network",
                    NoPhone::PublicAddress => "typing-public-address",
                    NoPhone::Failed => "typing-no-page",
                };
                Self {
                    title,
                    steps: [
                        words.get("typing-scan"),
                        words.with("typing-shown", [service(), length]),
                        words.get("typing-type"),
                    ],
                    beware: words.get(beware),
                    qr: Some((
                        consent.address.as_str(),
                        words.with("typing-qr", [service()]),
                    )),
                    number: Number::None,
                    notice: None,
                    // Nobody is waited for but who holds the remote.
                    status: Status {
                        text: String::new(),
                        trouble: false,
                    },
                    countdown: None,
                }
            }
            CodeSource::Browser => return None,
        };
        Some(Self {
            notice: consent.notice.as_ref(),
            countdown: Some(Countdown {
                ends: consent.expires_at,
                whole: consent.expires_in,
            }),
            ..shown
        })
    }

    fn phone(
        title: String,
        page: Option<&'a PhonePage>,
        progress: Progress,
        words: &Words,
    ) -> Self {
        Self {
            title,
            steps: ["page-scan", "page-number", "page-follow"].map(|id| words.get(id)),
            beware: words.get("page-beware"),
            qr: page.map(|page| (page.url.expose(), words.get("page-qr"))),
            number: page.map_or(Number::Coming, |page| Number::Here(page.number.expose())),
            notice: None,
            status: status(words, progress),
            countdown: None,
        }
    }

    /// What a screen reader says when the screen appears.
    pub(super) fn spoken(&self, words: &Words, context: &UiContext) -> Vec<String> {
        let begin = match self.notice {
            Some(notice) => trouble::notice(words, notice, context.service()),
            None => self.title.clone(),
        };
        let number = match self.number {
            Number::Here(number) => {
                let code = spell(words, number);
                words.with("page-spoken", [("code", code.into())])
            }
            Number::None | Number::Coming => String::new(),
        };
        let [first, second, third] = self.steps.clone();
        vec![begin, first, second, number, third]
    }

    /// How it goes.
    pub(super) fn status(&self) -> &str {
        &self.status.text
    }
}

fn status(words: &Words, progress: Progress) -> Status {
    if progress.wrong_numbers > 0 {
        let values = [
            ("count", progress.wrong_numbers.into()),
            ("most", TRIES.into()),
        ];
        let text = words.with("page-wrong", values);
        return Status {
            text,
            trouble: true,
        };
    }
    let id = if progress.opened {
        "page-opened"
    } else {
        "status-waiting"
    };
    let text = words.get(id);
    Status {
        text,
        trouble: false,
    }
}

/// Draws everything but the buttons.
pub(super) fn draw(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    context: &UiContext,
    shown: &PageContent<'_>,
    qr: &mut Qr,
    now: Instant,
) {
    if stage.is_tall() {
        return tall::page(ui, stage, words, context, shown, qr, now);
    }
    let bold = heading(Weight::Bold, 64.0, Tone::Bright);
    let (title_y, notice_y) = pairing::top(stage);
    stage.left(theme::LEFT, title_y, bold, 1020.0, &shown.title);
    if let Some(notice) = shown.notice {
        let text = trouble::notice(words, notice, context.service());
        let accent = style(Weight::SemiBold, 32.0, Tone::Accent);
        stage.left(theme::LEFT, notice_y, accent, 1020.0, &text);
    }
    // With a number, its tiles stand between the second step and the third.
    let places = match shown.number {
        Number::Here(_) | Number::Coming => [294.0, 372.0, 722.0],
        Number::None => [340.0, 460.0, 580.0],
    };
    let body = style(Weight::Regular, 40.0, Tone::Text);
    for ((step, y), digit) in shown.steps.iter().zip(places).zip(["1", "2", "3"]) {
        pairing::number(stage, digit, y);
        stage.left(204.0, y, body, 933.0, step);
    }
    match shown.number {
        Number::Here(number) => tiles::show(stage, ui, words, Some(number), tiles::PLACE),
        Number::Coming => tiles::show(stage, ui, words, Some("    "), tiles::PLACE),
        Number::None => {}
    }
    let beware = style(Weight::Regular, 30.0, Tone::Faint);
    stage.left(204.0, 779.0, beware, 933.0, &shown.beware);
    let (x, y, side) = PLATE;
    match &shown.qr {
        Some((url, name)) => qr.show(stage, words, pos2(x, y), side, url, name),
        None => qr::plate(stage, pos2(x, y), side, stage.color(Tone::Surface)),
    }
    if let Some(countdown) = &shown.countdown {
        pairing::countdown(stage, words, countdown, x, 806.0, side, now);
    }
    if shown.status.text.is_empty() {
        return;
    }
    let place = (128.0, 866.0);
    pairing::mark(stage, place, shown.status.trouble, shown.qr.is_some());
    let tone = pairing::tone(shown.status.trouble);
    let remark = style(Weight::Regular, 32.0, tone);
    stage.note(152.0, 866.0, remark, vec2(985.0, 100.0), &shown.status.text);
}

/// Draws the bigger QR, with the number beside it.
pub(super) fn draw_bigger(
    ui: &Ui,
    stage: &Stage<'_>,
    words: &Words,
    shown: &PageContent<'_>,
    qr: &mut Qr,
    now: Instant,
) {
    if stage.is_tall() {
        return tall::bigger_page(ui, stage, words, shown, qr, now);
    }
    let (x, y, side) = BIG_PLATE;
    if let Some((url, name)) = &shown.qr {
        qr.show(stage, words, pos2(x, y), side, url, name);
    }
    let (x, room) = (1133.0, theme::RIGHT - 1133.0);
    let body = style(Weight::Regular, 40.0, Tone::Text);
    let [first, second, third] = &shown.steps;
    stage.note(x, 130.0, body, vec2(room, 110.0), first);
    stage.note(x, 250.0, body, vec2(room, 110.0), second);
    let third_y = match shown.number {
        Number::Here(number) => {
            let height = if stage.is_large() { 150.0 } else { 190.0 };
            let large = style(Weight::Mono, height, Tone::Bright);
            let place = stage.code(x, 416.0, large, room, number);
            accessibility::code(ui, place, words, Some(number));
            640.0
        }
        Number::None | Number::Coming => 370.0,
    };
    stage.note(x, third_y, body, vec2(room, 110.0), third);
    if let Some(countdown) = &shown.countdown {
        pairing::countdown(stage, words, countdown, x, 806.0, room, now);
    }
}
