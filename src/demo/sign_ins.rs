//! Sign-ins through a browser, of both generations: the page that asks the person, and the code that comes of it.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use url::{Host, Url};

use super::state::{AuthorizationRequest, Fields, Grant, ServerState, SignIn, random_hexadecimal};
use crate::auth::Flow;

/// How long a page may stay open.
const PAGE_LIFE: Duration = Duration::from_mins(15);
const CODE_LIFE: Duration = Duration::from_mins(10);

/// What a browser gets next.
pub(super) enum BrowserAnswer {
    /// The page that asks the person; its buttons send the key.
    Question { key: String, app_name: String },
    /// Back to the program with a code or an error (RFC 6749 §4.1.2).
    Redirect(Url),
    /// V1 tells no program of a "No".
    NotAllowed,
    /// The person is told why there is no sign-in.
    NoSignIn(&'static str),
}

impl ServerState {
    pub(super) fn open_page(
        &mut self,
        flow: Flow,
        request: AuthorizationRequest,
        now: Instant,
    ) -> BrowserAnswer {
        if !self.serves(flow, &request.client_id) {
            return BrowserAnswer::NoSignIn("This client id is not one of this sign-in page.");
        }
        if !is_on_loopback(&request.redirect_uri) {
            return BrowserAnswer::NoSignIn("The redirect address is not the registered one.");
        }
        // V2 insists on PKCE.
        let has_challenge =
            !request.code_challenge.is_empty() && request.code_challenge_method == "S256";
        if flow == Flow::Device && !(has_challenge && request.response_type == "code") {
            return self.redirect(flow, &request, ("error", "invalid_request"));
        }
        self.sign_ins.retain(|sign_in| sign_in.is_alive(now));
        let (key, app_name) = (random_hexadecimal(32), request.app_name.clone());
        self.sign_ins.push(SignIn {
            flow,
            request,
            key: key.clone(),
            allowed: false,
            since: now,
        });
        BrowserAnswer::Question { key, app_name }
    }

    /// The person has pressed a button of the page.
    pub(super) fn answer_page(&mut self, key: &str, allowed: bool, now: Instant) -> BrowserAnswer {
        let Some(page) = self.take_sign_in(key, false, now) else {
            let why = "This page was answered before, or its time ran out.";
            return BrowserAnswer::NoSignIn(why);
        };
        if !allowed {
            return match page.flow {
                Flow::Pin => BrowserAnswer::NotAllowed,
                Flow::Device => self.redirect(page.flow, &page.request, ("error", "access_denied")),
            };
        }
        let code = random_hexadecimal(40);
        let answer = self.redirect(page.flow, &page.request, ("code", &code));
        self.sign_ins.push(SignIn {
            key: code,
            allowed: true,
            since: now,
            ..page
        });
        answer
    }

    /// The redirect address with an answer. V2 says whose it is (RFC 9207).
    fn redirect(
        &self,
        flow: Flow,
        request: &AuthorizationRequest,
        (key, value): (&str, &str),
    ) -> BrowserAnswer {
        let Ok(mut address) = Url::parse(&request.redirect_uri) else {
            return BrowserAnswer::NoSignIn("The redirect address is not the registered one.");
        };
        let mut query = address.query_pairs_mut();
        query.append_pair(key, value);
        if !request.state.is_empty() {
            query.append_pair("state", &request.state);
        }
        if flow == Flow::Device {
            query.append_pair("iss", &self.origin);
        }
        drop(query);
        BrowserAnswer::Redirect(address)
    }

    /// Exchanges a code for a token, once: after this it is gone, whatever came of it.
    pub(super) fn exchange(
        &mut self,
        flow: Flow,
        fields: &Fields,
        now: Instant,
    ) -> Result<Grant, &'static str> {
        let sign_in = self.take_sign_in(&fields.code, true, now);
        let sign_in = sign_in.ok_or("invalid_grant")?;
        let request = &sign_in.request;
        let hashed =
            BASE64_URL_SAFE_NO_PAD.encode(digest(&SHA256, fields.code_verifier.as_bytes()));
        let fits = sign_in.flow == flow
            && request.client_id == fields.client_id
            && request.redirect_uri == fields.redirect_uri
            && (request.code_challenge.is_empty() || request.code_challenge == hashed);
        if !fits {
            return Err("invalid_grant");
        }
        Ok(self.grant(flow, &fields.client_id, &request.scope, now))
    }

    fn take_sign_in(&mut self, key: &str, allowed: bool, now: Instant) -> Option<SignIn> {
        let is_meant = |sign_in: &SignIn| {
            sign_in.key == key && sign_in.allowed == allowed && sign_in.is_alive(now)
        };
        let at = self.sign_ins.iter().position(is_meant)?;
        Some(self.sign_ins.remove(at))
    }
}

impl SignIn {
    fn is_alive(&self, now: Instant) -> bool {
        let life = if self.allowed { CODE_LIFE } else { PAGE_LIFE };
        now.saturating_duration_since(self.since) < life
    }
}

fn is_on_loopback(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| {
        url.scheme() == "http"
            && match url.host() {
                Some(Host::Domain(name)) => name == "localhost",
                Some(Host::Ipv4(address)) => address.is_loopback(),
                Some(Host::Ipv6(address)) => address.is_loopback(),
                None => false,
            }
    })
}
