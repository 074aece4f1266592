//! Sign-ins through a browser, of both generations: what the page was opened for, and the code that came of it.
//!
//! A code is used up by whatever exchange fails. Only V2 looks at the application first, and a code outlives its refusal.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use url::Url;

use super::application::{Application, ApplicationKind, Generation};
use super::memory::{Memory, granted};
use super::mint::hex;

/// How long a page may stay open.
const PAGE_LIFE: Duration = Duration::from_mins(15);
/// How long a code lives.
const CODE_LIFE: Duration = Duration::from_mins(10);

/// What an authorization request asks for (RFC 6749 §4.1.1, RFC 7636 §4.3). What is missing is empty.
#[derive(Clone, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) response_type: String,
    pub(super) client_id: String,
    pub(super) redirect_uri: String,
    pub(super) scope: String,
    pub(super) state: String,
    pub(super) code_challenge: String,
    pub(super) code_challenge_method: String,
    #[serde(rename = "app-name")]
    pub(super) app_name: String,
}

/// A sign-in that is under way: as a page that waits for the person's answer, or as a code that came of it.
#[derive(Clone)]
pub(super) struct SignIn {
    /// What the page's buttons send, or the code.
    pub(super) key: String,
    generation: Generation,
    asked: Asked,
    since: Instant,
}

/// Where the browser goes after the person's answer.
pub(super) enum Answered {
    /// Back to the application.
    Back(Url),
    /// Nowhere: V1 tells no application of a "No".
    Stays,
}

/// Why no page is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoPage {
    /// The person is told, and the browser stays: where it should go is not known.
    Told(&'static str),
    /// The browser goes back with an error (RFC 6749 §4.1.2.1).
    Back(Url),
}

impl Memory {
    /// Opens the page that asks the person.
    pub(super) fn open_page(
        &mut self,
        generation: Generation,
        asked: Asked,
        now: Instant,
    ) -> Result<SignIn, NoPage> {
        let app = self.application_at(generation, &asked.client_id);
        let app =
            app.map_err(|_| NoPage::Told("This client id is not one of this sign-in page."))?;
        if app.kind == ApplicationKind::Device {
            let why = "An application for TVs, devices and command lines signs in by a code, not through a browser.";
            return Err(NoPage::Told(why));
        }
        if !app.may_return_to(&asked.redirect_uri, !self.takes_any_id()) {
            return Err(NoPage::Told(
                "The redirect address is not the registered one.",
            ));
        }
        if generation == Generation::V2 {
            let error = if asked.response_type != "code" {
                Some("unsupported_response_type")
            } else if asked.code_challenge.is_empty() || asked.code_challenge_method != "S256" {
                Some("invalid_request")
            } else {
                None
            };
            if let Some(error) = error {
                return Err(NoPage::Back(self.back(
                    generation,
                    &asked,
                    ("error", error),
                )?));
            }
        }
        self.pages.retain(|page| page.is_younger(PAGE_LIFE, now));
        let page = SignIn {
            key: hex(32),
            generation,
            asked,
            since: now,
        };
        self.pages.push(page.clone());
        Ok(page)
    }

    /// The person allows it. `None`: no such page is open.
    pub(super) fn allow(&mut self, key: &str, now: Instant) -> Option<Answered> {
        let page = self.take_page(key, now)?;
        let code = hex(40);
        let back = self.back(page.generation, &page.asked, ("code", &code));
        self.browser_codes.push(SignIn {
            key: code,
            since: now,
            ..page
        });
        back.ok().map(Answered::Back)
    }

    /// The person does not. `None`: no such page is open.
    pub(super) fn deny(&mut self, key: &str, now: Instant) -> Option<Answered> {
        let page = self.take_page(key, now)?;
        if page.generation == Generation::V1 {
            return Some(Answered::Stays);
        }
        let error = ("error", "access_denied");
        let back = self.back(page.generation, &page.asked, error);
        back.ok().map(Answered::Back)
    }

    fn take_page(&mut self, key: &str, now: Instant) -> Option<SignIn> {
        let open = |page: &SignIn| page.key == key && page.is_younger(PAGE_LIFE, now);
        let at = self.pages.iter().position(open)?;
        Some(self.pages.remove(at))
    }

    /// The redirect address with an answer. V2 says whose it is (RFC 9207).
    fn back(
        &self,
        generation: Generation,
        asked: &Asked,
        (key, value): (&str, &str),
    ) -> Result<Url, NoPage> {
        let mut back = Url::parse(&asked.redirect_uri)
            .map_err(|_| NoPage::Told("The redirect address is not the registered one."))?;
        let mut query = back.query_pairs_mut();
        query.append_pair(key, value);
        if !asked.state.is_empty() {
            query.append_pair("state", &asked.state);
        }
        if generation == Generation::V2 {
            query.append_pair("iss", &self.issuer);
        }
        drop(query);
        Ok(back)
    }

    /// Takes a code for its token, once: after this it is gone, whatever came of it. Gives the scope that goes with it.
    pub(super) fn redeem(
        &mut self,
        app: &Application,
        shown: &CodeExchange<'_>,
        now: Instant,
    ) -> Option<String> {
        let mut codes = self.browser_codes.iter();
        let at = codes.position(|issued| issued.key == shown.code)?;
        let issued = self.browser_codes.remove(at);
        let asked = &issued.asked;
        let fits = issued.generation == app.generation
            && asked.client_id == app.client_id
            && asked.redirect_uri == shown.redirect_uri
            && issued.is_younger(CODE_LIFE, now)
            && app.proves_the_code(asked, shown);
        fits.then(|| granted(&asked.scope))
    }
}

impl SignIn {
    /// What the program calls itself.
    pub(super) fn app_name(&self) -> &str {
        &self.asked.app_name
    }

    fn is_younger(&self, life: Duration, now: Instant) -> bool {
        now.saturating_duration_since(self.since) < life
    }
}

/// What comes with a request for the token of a code.
pub(super) struct CodeExchange<'a> {
    pub(super) code: &'a str,
    pub(super) redirect_uri: &'a str,
    pub(super) verifier: &'a str,
    pub(super) secret: Option<&'a str>,
}

impl Application {
    /// Whether the one who asks for the token is the one who opened the page. V2 asks for the verifier of every kind. V1
    /// takes it where the page had a challenge, and else the secret; it passes over a method that it does not know, so
    /// that a public application finds out only here.
    fn proves_the_code(&self, asked: &Asked, shown: &CodeExchange<'_>) -> bool {
        let hashed = BASE64_URL_SAFE_NO_PAD.encode(digest(&SHA256, shown.verifier.as_bytes()));
        let verified = !shown.verifier.is_empty() && hashed == asked.code_challenge;
        match self.generation {
            Generation::V2 => verified,
            Generation::V1 => {
                let method = asked.code_challenge_method.as_str();
                let challenged = !asked.code_challenge.is_empty() && matches!(method, "" | "S256");
                if challenged {
                    verified
                } else {
                    matches!(self.kind, ApplicationKind::Server { .. })
                        && self.is_proved_by(shown.secret)
                }
            }
        }
    }
}
