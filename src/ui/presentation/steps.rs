//! Views with three numbered steps: a code to compare, a page for a phone, or the service's page whose code is typed.

use std::time::{Duration, Instant};

use super::spell::spell;
use super::{
    Code, Countdown, Layout, Medium, OnPlate, PlateSubject, Presentation, Scan, Sentences,
    StepState, Terminal, joined, time_left,
};
use crate::auth::{DeviceAuthorization, Secret, shown};
use crate::pairing::{Delay, Notice, PhonePage, Progress, SetUp, Waiting};
use crate::ui::symbol;
use crate::web::phone::{LONGEST, TRIES};

impl Sentences<'_> {
    /// A code, or its empty place.
    pub(super) fn code<'p>(
        &self,
        waiting: Option<&'p Waiting>,
        trouble: Option<Delay>,
        notice: Option<&Notice>,
        now: Instant,
    ) -> Presentation<'p> {
        let address = shown::address(match (&self.context.demo, waiting) {
            (Some(demo), _) => demo,
            (None, Some(waiting)) => waiting.code.verification_uri.as_str(),
            (None, None) => &self.context.pin_page,
        });
        let url = || ("url", address.as_str().into());
        let is_local_demo = self.context.is_local_demo();
        let [open, check] = match self.medium {
            _ if is_local_demo => ["pairing-open-here", "pairing-check-here"],
            Medium::Television => ["pairing-open", "pairing-check"],
            // It has half of 80 columns.
            Medium::Terminal => ["pairing-open-short", "pairing-check"],
        };
        let steps = [
            self.with(open, [url()]),
            self.get(check),
            self.either("pairing-approve", "terminal-approve"),
        ];
        let shown = Presentation {
            steps_beside_qr: [
                self.with("pairing-open-short", [url()]),
                self.get("pairing-check"),
                steps[2].clone(),
            ],
            code: Code::Coming(None),
            warning: self.either("pairing-beware", "terminal-beware"),
            status: self.status(waiting, trouble, now),
            steady_status: self.steady(waiting, trouble),
            has_trouble: trouble.is_some(),
            next_try: trouble.map(|delay| delay.next_try),
            on_plate: self.on_plate(waiting.is_some(), is_local_demo, trouble, now),
            ..self.page("pairing-title", steps, self.spelt(waiting), notice)
        };
        let Some(Waiting {
            code, expires_at, ..
        }) = waiting
        else {
            let spoken = shown.notice.clone();
            return Presentation {
                spoken: spoken.unwrap_or_else(|| shown.title.clone()),
                address,
                ..shown
            };
        };
        let label = "pairing-good-for";
        let countdown = Countdown::new(label, *expires_at, code.expires_in, true, now);
        let [complete, plain] = [&code.verification_uri_complete, &code.verification_uri]
            .map(|url| self.context.for_a_phone(url));
        Presentation {
            code: Code::Here(code.user_code.expose()),
            scan: Some(Scan {
                text: symbol::shorter_if_needed(complete.as_str(), plain.as_str()).to_owned(),
                caption: self.with("pairing-qr", [url()]),
            }),
            terminal: self.code_in_a_terminal(code, &countdown),
            countdown: Some(countdown),
            address,
            ..shown
        }
    }

    /// The code, spelt.
    fn spelt(&self, waiting: Option<&Waiting>) -> String {
        waiting.map_or_else(String::new, |waiting| {
            let spelt = spell(self.words, waiting.code.user_code.expose());
            self.with("pairing-code-spoken", [("code", spelt.into())])
        })
    }

    /// What stands in the place of the QR of a code.
    fn on_plate(
        &self,
        is_there: bool,
        is_local_demo: bool,
        trouble: Option<Delay>,
        now: Instant,
    ) -> Option<OnPlate> {
        let (subject, title, body) = match trouble {
            // No phone reaches this computer.
            _ if is_there && is_local_demo => {
                (PlateSubject::Demo, self.get("demo-play"), String::new())
            }
            _ if is_there => return None,
            None => (PlateSubject::Busy, self.get("status-asking"), String::new()),
            Some(delay) => {
                let what = self.trouble(delay.trouble);
                (
                    PlateSubject::Trouble(delay.trouble),
                    what,
                    self.retry(delay, now),
                )
            }
        };
        Some(OnPlate {
            subject,
            title,
            body,
        })
    }

    fn code_in_a_terminal(&self, code: &DeviceAuthorization, countdown: &Countdown) -> Terminal {
        let [short, long] = [&code.verification_uri, &code.verification_uri_complete];
        let open = self.with("terminal-open", [("url", short.as_str().into())]);
        let link =
            (short != long).then(|| self.with("terminal-link", [("url", long.as_str().into())]));
        let code = code.user_code.expose();
        let time = ("time", time_left(self.words, countdown.left, false).into());
        let mut lines = vec![
            self.with("terminal-code", [("code", code.into()), time]),
            open.clone(),
        ];
        lines.extend(link);
        lines.push(self.get("terminal-beware"));
        Terminal {
            open,
            lines,
            ..self.terminal(code.to_owned(), countdown.left, [])
        }
    }

    /// What a terminal says that counts down: after these lines how long it is good.
    pub(super) fn terminal(
        &self,
        key: String,
        left: Duration,
        lines: impl IntoIterator<Item = String>,
    ) -> Terminal {
        let time = ("time", time_left(self.words, left, false).into());
        let good_for = self.with("terminal-good-for", [time]);
        Terminal {
            key: Some(Secret::new(key)),
            lines: lines.into_iter().chain([good_for.clone()]).collect(),
            good_for,
            ..Terminal::default()
        }
    }

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
            let [open, redirect] = [
                self.with("terminal-consent", [url]),
                self.get("application-mobile"),
            ];
            vec![open, redirect, self.context.registered_redirect()]
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
        let scan = page.map(|page| page.url.expose());
        let first = match self.medium {
            Medium::Television => self.get("page-scan"),
            Medium::Terminal => {
                self.with("terminal-phone", [("url", scan.unwrap_or_default().into())])
            }
        };
        let is_open = progress.opened && self.medium == Medium::Television;
        let steps = [
            if is_open {
                self.get("page-connected")
            } else {
                first
            },
            self.either("page-follow", "terminal-follow"),
            self.get("page-number"),
        ];
        let on_plate = is_open.then(|| OnPlate {
            subject: PlateSubject::Phone,
            title: self.get("page-connected-title"),
            body: self.get("page-connected-body"),
        });
        Presentation {
            step_states: if is_open {
                [StepState::Done, StepState::Current, StepState::Waiting]
            } else {
                [StepState::Waiting; 3]
            },
            is_code_last: true,
            on_plate,
            code: number.map_or(Code::Coming(Some(4)), Code::Here),
            warning: self.either("page-beware", "terminal-network"),
            scan: scan.map(|url| Scan {
                text: url.to_owned(),
                caption: self.get("page-qr"),
            }),
            status: self.progress(progress),
            has_trouble: progress.wrong_numbers > 0,
            ..self.page(title, steps, spoken.unwrap_or_default(), notice)
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

    pub(super) fn page<'p>(
        &self,
        title: &str,
        steps: [String; 3],
        code: String,
        notice: Option<&Notice>,
    ) -> Presentation<'p> {
        let title = self.get(title);
        let notice = notice.map(|notice| self.notice(notice));
        let begin = notice.clone().unwrap_or_else(|| title.clone());
        let [first, second, third] = steps.clone();
        Presentation {
            layout: Layout::Steps,
            notice,
            spoken: joined([begin, first, second, code, third]),
            steps_beside_qr: steps.clone(),
            steps,
            ..Presentation::message(title, String::new())
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
