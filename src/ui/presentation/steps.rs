//! Views with three numbered steps, and the one with a code to compare.

use std::time::{Duration, Instant};

use super::spell::spell;
use super::{
    Code, Countdown, Layout, Medium, OnPlate, PlateSubject, Presentation, Scan, Sentences,
    Terminal, joined, time_left,
};
use crate::auth::{DeviceAuthorization, Secret, shown};
use crate::pairing::{Delay, Notice, Waiting};
use crate::ui::symbol;

/// What is left to do on the phone that set the application up: to approve a code.
const PAIRING: [&str; 2] = ["pairing-continue", "pairing-compare"];

impl Sentences<'_> {
    /// A code, or its empty place; and what is to be told of it, and whether the phone that set the application up shows it.
    pub(super) fn code<'p>(
        &self,
        waiting: Option<&'p Waiting>,
        trouble: Option<Delay>,
        (notice, on_phone): (Option<&Notice>, bool),
        now: Instant,
    ) -> Presentation<'p> {
        let address = shown::address(match (&self.context.demo, waiting) {
            (Some(demo), _) => demo,
            (None, Some(waiting)) => waiting.code.verification_uri.as_str(),
            (None, None) => &self.context.pin_page,
        });
        let is_connected = on_phone && self.medium == Medium::Television;
        let [steps, steps_beside_qr] = self.steps_with(&address);
        let shown = if is_connected {
            self.connected("pairing-title", PAIRING, self.spelt(waiting), notice)
        } else {
            self.page("pairing-title", steps, self.spelt(waiting), notice)
        };
        let on_plate = self.on_plate(waiting.is_some(), trouble, now);
        let shown = Presentation {
            code: Code::Coming(None),
            warning: self.either("pairing-beware", "terminal-beware"),
            status: self.status(waiting, trouble, now),
            steady_status: self.steady(waiting, trouble),
            has_trouble: trouble.is_some(),
            next_try: trouble.map(|delay| delay.next_try),
            steps_beside_qr,
            on_plate: on_plate.or(shown.on_plate),
            // Nothing is typed on a phone that is connected.
            address: if is_connected || is_untypeable(&address) {
                String::new()
            } else {
                address
            },
            ..shown
        };
        let Some(waiting) = waiting else {
            let spoken = shown.notice.clone();
            return Presentation {
                spoken: spoken.unwrap_or_else(|| shown.title.clone()),
                ..shown
            };
        };
        self.with_code(waiting, shown, now)
    }

    /// The same with the code that is there.
    fn with_code<'p>(
        &self,
        waiting: &'p Waiting,
        shown: Presentation<'p>,
        now: Instant,
    ) -> Presentation<'p> {
        let (code, ends) = (&waiting.code, waiting.expires_at);
        let countdown = Countdown::new("pairing-good-for", ends, code.expires_in, true, now);
        let [complete, plain] = [&code.verification_uri_complete, &code.verification_uri]
            .map(|url| self.context.for_a_phone(url));
        let url = shown::address(self.context.demo.as_deref().unwrap_or(plain.as_str()));
        Presentation {
            code: Code::Here(code.user_code.expose()),
            scan: Some(Scan {
                text: symbol::shorter_if_needed(complete.as_str(), plain.as_str()).to_owned(),
                caption: self.with("pairing-qr", [("url", url.into())]),
            }),
            terminal: self.code_in_a_terminal(code, &countdown),
            countdown: Some(countdown),
            ..shown
        }
    }

    /// The steps with the address to type, and those beside the enlarged QR.
    fn steps_with(&self, address: &str) -> [[String; 3]; 2] {
        let url = || ("url", address.into());
        let [open, check] = match self.medium {
            _ if self.context.is_local_demo() => ["pairing-open-here", "pairing-check-here"],
            Medium::Television if is_untypeable(address) => ["page-scan", "pairing-check"],
            Medium::Television => ["pairing-open", "pairing-check"],
            // It has half of 80 columns.
            Medium::Terminal => ["pairing-open-short", "pairing-check"],
        };
        let approve = self.either("pairing-approve", "terminal-approve");
        let steps = [self.with(open, [url()]), self.get(check), approve.clone()];
        let open_beside_qr = if is_untypeable(address) {
            "page-scan"
        } else {
            "pairing-open-short"
        };
        let beside_qr = [
            self.with(open_beside_qr, [url()]),
            self.get("pairing-check"),
            approve,
        ];
        [steps, beside_qr]
    }

    /// The code, spelt.
    fn spelt(&self, waiting: Option<&Waiting>) -> String {
        waiting.map_or_else(String::new, |waiting| {
            let spelt = spell(self.words, waiting.code.user_code.expose());
            self.with("pairing-code-spoken", [("code", spelt.into())])
        })
    }

    /// What stands in the place of the QR of a code.
    fn on_plate(&self, is_there: bool, trouble: Option<Delay>, now: Instant) -> Option<OnPlate> {
        let (subject, title, body) = match trouble {
            // No phone reaches this computer.
            _ if is_there && self.context.is_local_demo() => {
                (PlateSubject::Demo, self.get("demo-play"), String::new())
            }
            _ if is_there => return None,
            None => (PlateSubject::Busy, self.get("status-asking"), String::new()),
            Some(delay) => {
                let subject = PlateSubject::Trouble(delay.trouble);
                (subject, self.trouble(delay.trouble), self.retry(delay, now))
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
}

/// Whether it is an address of IPv6, which is not to be typed with a phone's keyboard: only the QR is of use.
fn is_untypeable(address: &str) -> bool {
    address.starts_with('[')
}
