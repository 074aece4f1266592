//! What the stand-in remembers: codes and grants, without any HTTP.
//!
//! Time is a parameter. A code is alive while it is younger than `expires_in`; the person's verdict waits in it
//! until the television asks. Codes and tokens are secrets here too: nothing in this file can be printed.

use std::time::{Duration, Instant};

use super::Options;
use super::mint::{hex, letters};
use crate::authorization::Flow;

/// The scopes of Simkl's device grant; the first is what one gets without asking.
const SCOPES: [&str; 2] = ["media:read", "media:write"];

pub(super) struct Memory {
    pub(super) options: Options,
    codes: Vec<Waiting>,
    grants: Vec<Grant>,
}

/// A code that was given to a television.
#[derive(Clone)]
pub(super) struct Waiting {
    pub(super) user_code: String,
    /// The poll key of the device grant; Simkl's PIN flow has only a placeholder here.
    pub(super) device_code: String,
    pub(super) client_id: String,
    /// What the program calls itself; only for the page.
    pub(super) app_name: String,
    scope: String,
    made: Instant,
    verdict: Verdict,
    last_poll: Option<Instant>,
    interval: Duration,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    None,
    Approved,
    Declined,
}

/// A program's access to the account.
#[derive(Clone)]
pub(super) struct Grant {
    client_id: String,
    pub(super) access_token: String,
    pub(super) refresh_token: String,
    pub(super) scope: String,
    minted: Instant,
}

/// What a poll of the PIN flow finds.
pub(super) enum PinPoll {
    Pending,
    Token(String),
    Gone,
}

impl Memory {
    pub(super) fn new(options: Options) -> Self {
        Self {
            options,
            codes: Vec::new(),
            grants: Vec::new(),
        }
    }

    /// Whether Simkl knows the program.
    pub(super) fn knows(&self, client_id: &str) -> bool {
        match &self.options.client_id {
            Some(known) => known == client_id,
            None => !client_id.is_empty(),
        }
    }

    /// The page that people are sent to, without a trailing slash.
    pub(super) fn verification_uri(&self) -> &str {
        let uri = self.options.verification_uri.as_deref();
        uri.unwrap_or_default().trim_end_matches('/')
    }

    /// Makes a code for a program.
    pub(super) fn make_code(
        &mut self,
        client_id: &str,
        app_name: &str,
        scope: &str,
        now: Instant,
    ) -> Waiting {
        // Twice its life, so that a late poll can still be told that the code has expired.
        let keep = self.options.expires_in.saturating_mul(2);
        self.codes
            .retain(|code| now.saturating_duration_since(code.made) < keep);
        let user_code = loop {
            let fresh = match self.options.flow {
                Flow::Pin => letters(5),
                Flow::Device => format!("{}-{}", letters(4), letters(4)),
            };
            if !self.codes.iter().any(|code| code.user_code == fresh) {
                break fresh;
            }
        };
        let asked: Vec<_> = scope.split_whitespace().collect();
        let granted: Vec<_> = SCOPES.into_iter().filter(|s| asked.contains(s)).collect();
        let code = Waiting {
            user_code,
            device_code: hex(40),
            client_id: client_id.into(),
            app_name: app_name.into(),
            scope: if granted.is_empty() {
                SCOPES[0].into()
            } else {
                granted.join(" ")
            },
            made: now,
            verdict: Verdict::None,
            last_poll: None,
            interval: self.options.interval,
        };
        self.codes.push(code.clone());
        code
    }

    /// One poll of the PIN flow. The code must be spelt as it was given.
    pub(super) fn poll_pin(&mut self, user_code: &str, client_id: &str, now: Instant) -> PinPoll {
        let life = self.options.expires_in;
        let Some(at) = self.codes.iter().position(|code| {
            code.user_code == user_code && code.client_id == client_id && code.alive(life, now)
        }) else {
            return PinPoll::Gone;
        };
        if self.codes[at].verdict != Verdict::Approved {
            return PinPoll::Pending;
        }
        self.codes.remove(at);
        // Simkl gives one program and one person the same token each time, until the person revokes it.
        if let Some(grant) = self.grants.iter().find(|g| g.client_id == client_id) {
            return PinPoll::Token(grant.access_token.clone());
        }
        let token = hex(64);
        self.grants.push(Grant {
            client_id: client_id.into(),
            access_token: token.clone(),
            refresh_token: String::new(),
            scope: "public".into(),
            minted: now,
        });
        PinPoll::Token(token)
    }

    /// One poll of the device grant; the error is RFC 8628 §3.5's or RFC 6749 §5.2's word.
    pub(super) fn poll_device(
        &mut self,
        device_code: &str,
        client_id: &str,
        now: Instant,
    ) -> Result<Grant, &'static str> {
        let life = self.options.expires_in;
        let found = self
            .codes
            .iter_mut()
            .enumerate()
            .find(|(_, code)| code.device_code == device_code && code.client_id == client_id);
        let Some((at, code)) = found else {
            return Err("invalid_grant");
        };
        if !code.alive(life, now) {
            return Err("expired_token");
        }
        let too_soon = code
            .last_poll
            .is_some_and(|last| now.saturating_duration_since(last) < code.interval);
        code.last_poll = Some(now);
        if too_soon {
            code.interval += Duration::from_secs(5);
            return Err("slow_down");
        }
        match code.verdict {
            Verdict::None => return Err("authorization_pending"),
            Verdict::Declined => return Err("access_denied"),
            Verdict::Approved => {}
        }
        let code = self.codes.remove(at);
        let grant = Grant {
            client_id: code.client_id,
            access_token: format!("simkl_at_{}", hex(48)),
            refresh_token: format!("simkl_rt_{}", hex(48)),
            scope: code.scope,
            minted: now,
        };
        self.grants.push(grant.clone());
        Ok(grant)
    }

    /// A new access token for a refresh token. The previous access token dies at once; the refresh token stays.
    pub(super) fn refresh(
        &mut self,
        refresh_token: &str,
        client_id: &str,
        now: Instant,
    ) -> Option<Grant> {
        let grant = self.grants.iter_mut().find(|grant| {
            !refresh_token.is_empty()
                && grant.refresh_token == refresh_token
                && grant.client_id == client_id
        })?;
        grant.access_token = format!("simkl_at_{}", hex(48));
        grant.minted = now;
        Some(grant.clone())
    }

    /// Ends the grant that this token, of either kind, belongs to (RFC 7009).
    pub(super) fn revoke(&mut self, token: &str) {
        // A PIN token has no refresh token: an empty one must not fit it.
        if !token.is_empty() {
            self.grants
                .retain(|grant| grant.refresh_token != token && grant.access_token != token);
        }
    }

    pub(super) fn revoke_all(&mut self) {
        self.grants.clear();
    }

    /// Whether this bearer token opens the account now.
    pub(super) fn accepts(&self, access_token: &str, now: Instant) -> bool {
        self.grants.iter().any(|grant| {
            let ended = match self.options.flow {
                Flow::Pin => false,
                Flow::Device => {
                    now.saturating_duration_since(grant.minted) >= self.options.token_lifetime
                }
            };
            grant.access_token == access_token && !ended
        })
    }

    /// The waiting code that a person means: case, blanks and hyphens do not matter.
    pub(super) fn find(&self, typed: &str, now: Instant) -> Option<&Waiting> {
        let typed = plain(typed);
        let life = self.options.expires_in;
        self.codes.iter().find(|code| {
            plain(&code.user_code) == typed
                && code.verdict == Verdict::None
                && code.alive(life, now)
        })
    }

    pub(super) fn waiting(&self, now: Instant) -> Vec<String> {
        let life = self.options.expires_in;
        self.codes
            .iter()
            .filter(|code| code.verdict == Verdict::None && code.alive(life, now))
            .map(|code| code.user_code.clone())
            .collect()
    }

    pub(super) fn approve(&mut self, typed: &str, now: Instant) -> bool {
        self.judge(typed, Verdict::Approved, now)
    }

    pub(super) fn decline(&mut self, typed: &str, now: Instant) -> bool {
        // Simkl's PIN flow signals no denial: "No" leaves the code pending.
        let verdict = match self.options.flow {
            Flow::Pin => Verdict::None,
            Flow::Device => Verdict::Declined,
        };
        self.judge(typed, verdict, now)
    }

    fn judge(&mut self, typed: &str, verdict: Verdict, now: Instant) -> bool {
        let Some(meant) = self.find(typed, now).map(|code| code.user_code.clone()) else {
            return false;
        };
        for code in self.codes.iter_mut().filter(|c| c.user_code == meant) {
            code.verdict = verdict;
        }
        true
    }
}

impl Waiting {
    fn alive(&self, life: Duration, now: Instant) -> bool {
        now.saturating_duration_since(self.made) < life
    }
}

/// What people type, without what they add or leave out.
fn plain(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .flat_map(char::to_uppercase)
        .collect()
}
