//! Views that wait for an authorization code: from a phone, typed here, or from the browser of this computer.

use std::time::{Duration, Instant};

use super::{Countdown, Medium, Presentation, Scan, Sentences, Terminal};
use crate::auth::AuthorizationCode;
use crate::pairing::{Consent, NoPhone, PhonePage, SignInMethod};

impl Sentences<'_> {
    /// A page for a phone that takes the code of the service's page.
    pub(super) fn consent_on_a_phone<'p>(
        &self,
        consent: &Consent,
        page: &'p PhonePage,
        now: Instant,
    ) -> Presentation<'p> {
        let countdown = until_the_end(consent, now);
        let url = ("url", consent.address.as_str().into());
        let other_way = self.with("terminal-consent", [url]);
        // The page stays where it was while it asks for something else.
        let key = format!("{} {}", page.url.expose(), consent.address);
        let rest = [other_way.clone(), self.get("terminal-paste")];
        let lines = self.on_a_phone(page).into_iter().chain(rest);
        let terminal = Terminal {
            paste: Some(self.get("terminal-or-paste")),
            other_way: vec![other_way],
            ..self.terminal(key, countdown.left, lines)
        };
        let notice = consent.notice.as_ref();
        Presentation {
            countdown: Some(countdown),
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
        let length = ("length", AuthorizationCode::LENGTH.into());
        let steps = [
            self.get("typing-scan"),
            self.with("typing-shown", [length]),
            self.either("typing-type", "terminal-paste"),
        ];
        let countdown = until_the_end(consent, now);
        let url = ("url", consent.address.as_str().into());
        let notice = consent.notice.as_ref();
        Presentation {
            terminal: Terminal {
                other_way: vec![self.with("terminal-consent", [url])],
                ..self.open_here(consent, countdown.left, Some(steps[1].clone()))
            },
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
            countdown: Some(countdown),
            ..self.page("pairing-title", steps, String::new(), notice)
        }
    }

    /// The browser on this computer asks.
    pub(super) fn consent_in_a_browser<'p>(
        &self,
        consent: &Consent,
        now: Instant,
    ) -> Presentation<'p> {
        let left = until_the_end(consent, now).left;
        Presentation {
            terminal: self.open_here(consent, left, None),
            verbatim: vec![consent.redirect_uri.clone()],
            status: self.get("status-waiting"),
            body: self.with_settings("browser-body", []),
            ..self.message("browser-title", "")
        }
    }

    /// What a terminal says of a page that is to be opened, and then what is to be done there.
    fn open_here(&self, consent: &Consent, left: Duration, then: Option<String>) -> Terminal {
        let url = consent.address.as_str();
        let open = self.with("terminal-open", [("url", url.into())]);
        let lines = [open.clone()].into_iter().chain(then);
        Terminal {
            open,
            ..self.terminal(url.to_owned(), left, lines)
        }
    }
}

fn until_the_end(consent: &Consent, now: Instant) -> Countdown {
    let is_spoken = consent.way == SignInMethod::ManualCode;
    let (ends, whole) = (consent.expires_at, consent.expires_in);
    Countdown::new("page-good-for", ends, whole, is_spoken, now)
}
