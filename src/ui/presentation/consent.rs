//! Views that wait for an authorization code: from a phone, typed here, or from the browser of this computer.

use std::time::{Duration, Instant};

use super::{Countdown, Medium, Presentation, Scan, Sentences, Terminal};
use crate::auth::{AuthorizationCode, Secret};
use crate::pairing::{Consent, NoPhone, PhonePage, SignInMethod};

impl Sentences<'_> {
    /// A page for a phone that takes the code of the service's page.
    pub(super) fn consent_on_a_phone<'p>(
        &self,
        consent: &Consent,
        page: &'p PhonePage,
        now: Instant,
    ) -> Presentation<'p> {
        let left = consent.expires_at.saturating_duration_since(now);
        let url = ("url", consent.address.as_str().into());
        let other_way = self.with("terminal-consent", [url]);
        let good_for = self.good_for(left);
        let paste = self.get("terminal-paste");
        let rest = [other_way.clone(), paste, good_for.clone()];
        let terminal = Terminal {
            paste: Some(self.get("terminal-or-paste")),
            other_way: vec![other_way],
            good_for,
            // The page stays where it was while it asks for something else.
            key: Some(Secret::new(format!(
                "{} {}",
                page.url.expose(),
                consent.address
            ))),
            lines: self.on_a_phone(page).into_iter().chain(rest).collect(),
            ..Terminal::default()
        };
        let notice = consent.notice.as_ref();
        Presentation {
            countdown: Some(until_the_end(consent, left)),
            terminal,
            ..self.phone("pairing-title", Some(page), consent.progress, notice)
        }
    }

    /// The service's page, whose code is typed here.
    pub(super) fn consent_typed<'p>(
        &self,
        consent: &Consent,
        why: NoPhone,
        now: Instant,
    ) -> Presentation<'p> {
        let left = consent.expires_at.saturating_duration_since(now);
        let length = ("length", AuthorizationCode::LENGTH.into());
        let steps = [
            self.get("typing-scan"),
            self.with("typing-shown", [length]),
            self.either("typing-type", "terminal-paste"),
        ];
        let url = || ("url", consent.address.as_str().into());
        let mut terminal = self.open_here(consent, left);
        terminal.lines.insert(1, steps[1].clone());
        terminal.other_way = vec![self.with("terminal-consent", [url()])];
        let notice = consent.notice.as_ref();
        Presentation {
            terminal,
            status: match self.medium {
                Medium::Television => String::new(),
                Medium::Terminal => steps[2].clone(),
            },
            warning: self.get(match why {
                NoPhone::SwitchedOff => "typing-switched-off",
                NoPhone::NoNetwork => "typing-no-network",
                NoPhone::PublicAddress => "typing-public-address",
                NoPhone::Failed => "typing-no-page",
            }),
            scan: Some(Scan {
                text: consent.address.to_string(),
                caption: self.get("typing-qr"),
            }),
            countdown: Some(until_the_end(consent, left)),
            ..self.page("pairing-title", steps, String::new(), notice)
        }
    }

    /// The browser on this computer asks.
    pub(super) fn consent_in_a_browser<'p>(
        &self,
        consent: &Consent,
        now: Instant,
    ) -> Presentation<'p> {
        let left = consent.expires_at.saturating_duration_since(now);
        Presentation {
            terminal: self.open_here(consent, left),
            verbatim: vec![consent.redirect_uri.clone()],
            status: self.get("status-waiting"),
            body: self.with_settings("browser-body", []),
            ..self.message("browser-title", "")
        }
    }

    /// What a terminal says of a page that is to be opened.
    fn open_here(&self, consent: &Consent, left: Duration) -> Terminal {
        let url = consent.address.as_str();
        let open = self.with("terminal-open", [("url", url.into())]);
        let good_for = self.good_for(left);
        Terminal {
            key: Some(Secret::new(url)),
            lines: vec![open.clone(), good_for.clone()],
            open,
            good_for,
            ..Terminal::default()
        }
    }
}

fn until_the_end(consent: &Consent, left: Duration) -> Countdown {
    Countdown {
        ends: consent.expires_at,
        left,
        whole: consent.expires_in,
        is_spoken: consent.way == SignInMethod::ManualCode,
    }
}
