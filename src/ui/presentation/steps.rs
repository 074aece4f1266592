//! Views with three numbered steps: a code to compare, a page for a phone, or the service's page whose code is typed.

use std::time::{Duration, Instant};

use super::spell::spell;
use super::{
    Code, Countdown, Layout, Medium, Presentation, Scan, Sentences, Terminal, joined, time_left,
};
use crate::auth::{Secret, shown};
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
        let address = shown::address(waiting.map_or(self.context.pin_page.as_str(), |waiting| {
            waiting.code.verification_uri.as_str()
        }));
        let url = || ("url", address.as_str().into());
        let [open, check] = if self.context.demo.is_some() {
            ["pairing-open-here", "pairing-check-here"]
        } else {
            ["pairing-open", "pairing-check"]
        };
        let steps = [
            self.with(open, [url()]),
            self.get(check),
            self.either("pairing-approve", "terminal-approve"),
        ];
        let title = self.get("pairing-title");
        let notice = notice.map(|notice| self.notice(notice));
        let begin = notice.clone().unwrap_or_else(|| title.clone());
        let shown = Presentation {
            layout: Layout::Steps,
            notice,
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
            ..Presentation::message(title, String::new())
        };
        let Some(waiting) = waiting else {
            return Presentation {
                spoken: begin,
                steps,
                address,
                ..shown
            };
        };
        let code = waiting.code.user_code.expose();
        let spelt = [("code", spell(self.words, code).into())];
        let spelt = self.with("pairing-code-spoken", spelt);
        let [open, check, approve] = steps.clone();
        let spoken = joined([begin, open, check, spelt, approve]);
        Presentation {
            code: Code::Here(code),
            scan: Some(self.code_scan(waiting, &address)),
            countdown: Some(code_ends(waiting, now)),
            spoken,
            steps,
            address,
            terminal: self.code_in_a_terminal(waiting, now),
            ..shown
        }
    }

    fn code_scan(&self, waiting: &Waiting, address: &str) -> Scan {
        let code = &waiting.code;
        let [complete, plain] = [&code.verification_uri_complete, &code.verification_uri];
        Scan {
            text: symbol::shorter_if_needed(complete.as_str(), plain.as_str()).to_owned(),
            caption: self.with("pairing-qr", [("url", address.into())]),
        }
    }

    fn code_in_a_terminal(&self, waiting: &Waiting, now: Instant) -> Terminal {
        let code = waiting.code.user_code.expose();
        let left = waiting.expires_at.saturating_duration_since(now);
        let time = time_left(self.words, left);
        let (short, long) = (
            waiting.code.verification_uri.as_str(),
            waiting.code.verification_uri_complete.as_str(),
        );
        let open = self.with("terminal-open", [("url", short.into())]);
        let link = (short != long).then(|| self.with("terminal-link", [("url", long.into())]));
        let values = [("code", code.into()), ("time", time.as_str().into())];
        let mut lines = vec![self.with("terminal-code", values), open.clone()];
        lines.extend(link);
        lines.push(self.get("terminal-beware"));
        Terminal {
            open,
            good_for: self.with("terminal-good-for", [("time", time.into())]),
            key: Some(Secret::new(code)),
            lines,
            ..Terminal::default()
        }
    }

    /// A page for a phone that asks for the client id and secret.
    pub(super) fn set_up<'p>(&self, set_up: &'p SetUp, now: Instant) -> Presentation<'p> {
        let page = set_up.page.as_ref();
        let left = set_up.expires_at.saturating_duration_since(now);
        let mut shown = self.phone("set-up-title", page, set_up.progress, None);
        let Some(page) = page else {
            shown.status = self.either("status-waiting", "starting-title");
            return shown;
        };
        shown.countdown = Some(Countdown {
            ends: set_up.expires_at,
            left,
            whole: LONGEST,
            is_spoken: false,
        });
        let intro = self.get("no-application-title");
        let by_hand = self.application_by_hand("terminal-set-up");
        let good_for = self.good_for(left);
        let lines = [intro.clone()].into_iter().chain(self.on_a_phone(page));
        let lines = lines.chain(by_hand.clone()).chain([good_for.clone()]);
        shown.terminal = Terminal {
            intro: Some(intro),
            other_way: by_hand,
            good_for,
            key: Some(page.url.clone()),
            lines: lines.collect(),
            ..Terminal::default()
        };
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
        let steps = [
            first,
            self.get("page-number"),
            self.either("page-follow", "terminal-follow"),
        ];
        Presentation {
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

    pub(super) fn good_for(&self, left: Duration) -> String {
        let time = time_left(self.words, left);
        self.with("terminal-good-for", [("time", time.into())])
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

fn code_ends(waiting: &Waiting, now: Instant) -> Countdown {
    Countdown {
        ends: waiting.expires_at,
        left: waiting.expires_at.saturating_duration_since(now),
        whole: waiting.code.expires_in,
        is_spoken: true,
    }
}
