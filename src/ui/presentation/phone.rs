//! Views with a page for a phone, which asks for the client id and secret, or for a code.

use std::time::Instant;

use super::spell::spell;
use super::{
    Code, Countdown, Medium, OnPlate, PlateSubject, Presentation, Scan, Sentences, StepState,
    Terminal,
};
use crate::pairing::{Notice, PhonePage, Progress, SetUp, Waiting};
use crate::web::phone::{LONGEST, TRIES};

/// What is left to do on a phone on which the number was typed: to bring a code.
const CONSENT: [&str; 2] = ["page-allow", "page-paste"];

impl Sentences<'_> {
    /// A page for a phone that asks for the client id and secret.
    pub(super) fn set_up<'p>(&self, set_up: &'p SetUp, now: Instant) -> Presentation<'p> {
        let page = set_up.page.as_ref();
        let mut shown = self.phone("set-up-title", page, set_up.progress, None);
        let Some(page) = page else {
            shown.status = self.either("status-waiting", "starting-title");
            return shown;
        };
        let label = "page-good-for";
        let countdown = Countdown::new(label, set_up.expires_at, LONGEST, false, now);
        let intro = self.get("no-application-title");
        let by_hand = if self.context.has_application_types() {
            let url = ("url", self.context.developer_page.as_str().into());
            vec![
                self.with("terminal-consent", [url]),
                self.get("application-mobile"),
                self.context.registered_redirect(),
            ]
        } else {
            self.application_by_hand("terminal-set-up")
        };
        let lines = [intro.clone()].into_iter().chain(self.on_a_phone(page));
        let lines = lines.chain(by_hand.iter().cloned());
        shown.terminal = Terminal {
            intro: Some(intro),
            other_way: by_hand.clone(),
            ..self.terminal(page.url.expose().to_owned(), countdown.left, lines)
        };
        shown.countdown = Some(countdown);
        shown
    }

    pub(super) fn phone<'p>(
        &self,
        title: &str,
        page: Option<&'p PhonePage>,
        progress: Progress,
        notice: Option<&Notice>,
    ) -> Presentation<'p> {
        let number = page.map(|page| page.number.expose());
        let spoken = number.map(|number| {
            let spelt = ("code", spell(self.words, number).into());
            self.with("page-spoken", [spelt])
        });
        let mut spoken = spoken.unwrap_or_default();
        let scan = page.map(|page| page.url.expose());
        let first = match self.medium {
            Medium::Television => self.get("page-scan"),
            Medium::Terminal => {
                self.with("terminal-phone", [("url", scan.unwrap_or_default().into())])
            }
        };
        let is_open = progress.opened && self.medium == Medium::Television;
        let is_number_typed = is_open && progress.number_typed;
        let steps = [
            first,
            self.either("page-follow", "terminal-follow"),
            self.get("page-number"),
        ];
        let mut warning = self.either("page-beware", "terminal-network");
        let mut rest = ["page-follow", "page-number"];
        if is_number_typed {
            // It has come through already.
            spoken.clear();
            warning.clear();
            rest = CONSENT;
        }
        let shown = if is_open {
            self.connected(title, rest, spoken, notice)
        } else {
            self.page(title, steps.clone(), spoken, notice)
        };
        Presentation {
            steps_beside_qr: steps,
            is_code_last: true,
            is_code_beside_qr: is_number_typed,
            code: number.map_or(Code::Coming(Some(4)), Code::Here),
            warning,
            scan: scan.map(|url| Scan {
                text: url.to_owned(),
                caption: self.get("page-qr"),
            }),
            status: self.progress(progress),
            has_trouble: progress.wrong_numbers > 0,
            ..shown
        }
    }

    /// Steps of which the first is done: a phone is connected. What is to be done there, by the names of the messages.
    pub(super) fn connected<'p>(
        &self,
        title: &str,
        [now, then]: [&str; 2],
        code: String,
        notice: Option<&Notice>,
    ) -> Presentation<'p> {
        let steps = ["page-connected", now, then].map(|id| self.get(id));
        Presentation {
            step_states: [StepState::Done, StepState::Current, StepState::Waiting],
            // What stands in the place of a QR that was scanned.
            on_plate: Some(OnPlate {
                subject: PlateSubject::Phone,
                title: self.get("page-connected-title"),
                body: self.get("page-connected-body"),
            }),
            ..self.page(title, steps, code, notice)
        }
    }

    /// The first lines about a page for a phone.
    pub(super) fn on_a_phone(&self, page: &PhonePage) -> [String; 3] {
        let (url, number) = (page.url.expose(), page.number.expose());
        [
            self.with("terminal-phone", [("url", url.into())]),
            self.with("terminal-number", [("number", number.into())]),
            self.get("terminal-network"),
        ]
    }

    /// What a code waits for, by the name of the message: a phone, or only what is done on it.
    pub(super) fn waits_for(&self, waiting: &Waiting) -> &'static str {
        if waiting.on_phone && self.medium == Medium::Television {
            "status-approval"
        } else {
            "status-waiting"
        }
    }

    /// How it goes on the page for a phone.
    fn progress(&self, progress: Progress) -> String {
        if progress.wrong_numbers > 0 {
            let count = ("count", progress.wrong_numbers.into());
            return self.with("page-wrong", [count, ("most", TRIES.into())]);
        }
        self.get(if progress.opened {
            "page-opened"
        } else {
            "status-waiting"
        })
    }
}
