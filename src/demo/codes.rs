//! The codes that televisions show, of both generations: made, polled, approved.
//!
//! Declining changes nothing: Simkl tells no device of it, and the code waits until it expires.

use std::time::{Duration, Instant};

use super::state::{DeviceCode, Grant, ServerState, random_consonants, random_hexadecimal};
use crate::auth::Flow;

/// RFC 8628 §3.5.
const SLOW_DOWN: Duration = Duration::from_secs(5);

impl ServerState {
    pub(super) fn make_code(
        &mut self,
        flow: Flow,
        client_id: &str,
        app_name: &str,
        scope: &str,
        now: Instant,
    ) -> DeviceCode {
        // Twice its life, so that a late poll can still be told that the code has expired.
        let kept = self.options.expires_in.saturating_mul(2);
        self.codes.retain(|code| code.is_alive(kept, now));
        let fresh = || match flow {
            Flow::Pin => random_consonants(5),
            Flow::Device => format!("{}-{}", random_consonants(4), random_consonants(4)),
        };
        let mut user_code = fresh();
        while self.codes.iter().any(|code| code.user_code == user_code) {
            user_code = fresh();
        }
        let code = DeviceCode {
            flow,
            client_id: client_id.into(),
            app_name: app_name.into(),
            poll_key: match flow {
                Flow::Pin => user_code.clone(),
                Flow::Device => random_hexadecimal(40),
            },
            user_code,
            scope: scope.into(),
            made: now,
            approved: false,
            last_poll: None,
            interval: self.options.interval,
        };
        self.codes.push(code.clone());
        code
    }

    /// One poll. The error is a word of RFC 8628 §3.5 or RFC 6749 §5.2.
    pub(super) fn poll(
        &mut self,
        flow: Flow,
        poll_key: &str,
        client_id: &str,
        now: Instant,
    ) -> Result<Grant, &'static str> {
        let is_polled = |code: &DeviceCode| {
            code.flow == flow && code.poll_key == poll_key && code.client_id == client_id
        };
        let at = self.codes.iter().position(is_polled);
        let at = at.ok_or("invalid_grant")?;
        let code = &mut self.codes[at];
        if !code.is_alive(self.options.expires_in, now) {
            return Err("expired_token");
        }
        // A poll that is refused for its haste counts as the last one all the same.
        let last_poll = code.last_poll.replace(now);
        let is_hasty =
            last_poll.is_some_and(|last| now.saturating_duration_since(last) < code.interval);
        if flow == Flow::Device && is_hasty {
            code.interval += SLOW_DOWN;
            return Err("slow_down");
        }
        if !code.approved {
            return Err("authorization_pending");
        }
        let code = self.codes.remove(at);
        Ok(self.grant(flow, client_id, &code.scope, now))
    }

    /// The waiting code that a person means.
    pub(super) fn find(&self, typed: &str, now: Instant) -> Option<&DeviceCode> {
        let typed = comparable(typed);
        let mut waiting = self.waiting(now);
        waiting.find(|code| comparable(&code.user_code) == typed)
    }

    /// The codes that a person could approve, oldest first.
    pub(super) fn waiting(&self, now: Instant) -> impl Iterator<Item = &DeviceCode> {
        let life = self.options.expires_in;
        let codes = self.codes.iter();
        codes.filter(move |code| !code.approved && code.is_alive(life, now))
    }

    /// `false`: no such code is waiting.
    pub(super) fn approve(&mut self, typed: &str, now: Instant) -> bool {
        let meant = self.find(typed, now).map(|code| code.user_code.clone());
        let mut codes = self.codes.iter_mut();
        let code = codes.find(|code| meant.as_ref() == Some(&code.user_code));
        code.map(|code| code.approved = true).is_some()
    }
}

impl DeviceCode {
    fn is_alive(&self, life: Duration, now: Instant) -> bool {
        now.saturating_duration_since(self.made) < life
    }
}

/// What people type, with what they cannot tell apart made one: case, blanks and hyphens do not matter, I and L count as 1,
/// O as 0.
fn comparable(typed: &str) -> String {
    let kept = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let upper = kept.flat_map(char::to_uppercase);
    let alike = upper.map(|c| match c {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    });
    alike.collect()
}
