//! Codes that televisions show, of both generations: made, polled, approved.
//!
//! A code is alive while it is younger than `expires_in`; the person's approval waits in it until the television asks. A
//! "No" changes nothing: Simkl tells no device of it, the code goes on waiting until it expires.

use std::time::{Duration, Instant};

use super::application::{Application, Generation};
use super::grants::Grant;
use super::memory::{Memory, granted};
use super::mint::{hex, letters};

/// How long a poll takes to claim a code that was approved. Another poll in that time finds it pending.
const CLAIM: Duration = Duration::from_millis(500);
/// RFC 8628 §3.5.
const SLOW_DOWN: Duration = Duration::from_secs(5);

/// A code that was given to a television.
#[derive(Clone)]
pub(super) struct ShownCode {
    pub(super) user_code: String,
    /// The poll key of the device grant; the PIN flow has only a placeholder here.
    pub(super) device_code: String,
    client_id: String,
    generation: Generation,
    /// What the program calls itself; only for the page.
    pub(super) app_name: String,
    scope: String,
    made: Instant,
    state: CodeStatus,
    last_poll: Option<Instant>,
    interval: Duration,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CodeStatus {
    Waiting,
    Approved,
    /// A poll has claimed the token; only in the device grant.
    Claimed(Instant),
}

/// What a poll of the PIN flow finds.
pub(super) enum PinPoll {
    Pending,
    Token(String),
    Gone,
}

impl Memory {
    /// Makes a code for an application, of its generation.
    pub(super) fn make_code(
        &mut self,
        app: &Application,
        app_name: &str,
        scope: &str,
        now: Instant,
    ) -> ShownCode {
        // Twice its life, so that a late poll can still be told that the code has expired.
        let keep = self.options.expires_in.saturating_mul(2);
        self.codes
            .retain(|code| now.saturating_duration_since(code.made) < keep);
        let user_code = loop {
            let fresh = match app.generation {
                Generation::V1 => letters(5),
                Generation::V2 => format!("{}-{}", letters(4), letters(4)),
            };
            if !self.codes.iter().any(|code| code.user_code == fresh) {
                break fresh;
            }
        };
        let code = ShownCode {
            user_code,
            device_code: hex(40),
            client_id: app.client_id.clone(),
            generation: app.generation,
            app_name: app_name.into(),
            scope: granted(scope),
            made: now,
            state: CodeStatus::Waiting,
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
            code.generation == Generation::V1
                && code.user_code == user_code
                && code.client_id == client_id
                && code.alive(life, now)
        }) else {
            return PinPoll::Gone;
        };
        if self.codes[at].state != CodeStatus::Approved {
            return PinPoll::Pending;
        }
        self.codes.remove(at);
        PinPoll::Token(self.v1_token(client_id, now))
    }

    /// One poll of the device grant; the error is RFC 8628 §3.5's or RFC 6749 §5.2's word.
    pub(super) fn poll_device(
        &mut self,
        device_code: &str,
        client_id: &str,
        now: Instant,
    ) -> Result<Grant, &'static str> {
        let life = self.options.expires_in;
        let found = self.codes.iter_mut().find(|code| {
            code.generation == Generation::V2
                && code.device_code == device_code
                && code.client_id == client_id
        });
        let Some(code) = found else {
            return Err("invalid_grant");
        };
        if let CodeStatus::Claimed(since) = code.state {
            let claiming = now.saturating_duration_since(since) < CLAIM;
            return Err(if claiming {
                "authorization_pending"
            } else {
                "invalid_grant"
            });
        }
        if !code.alive(life, now) {
            return Err("expired_token");
        }
        // A poll that is refused for its haste counts as the last one all the same.
        let too_soon = code
            .last_poll
            .replace(now)
            .is_some_and(|last| now.saturating_duration_since(last) < code.interval);
        if too_soon {
            code.interval += SLOW_DOWN;
            return Err("slow_down");
        }
        if code.state == CodeStatus::Waiting {
            return Err("authorization_pending");
        }
        code.state = CodeStatus::Claimed(now);
        let scope = code.scope.clone();
        Ok(self.v2_grant(client_id, &scope, now))
    }

    /// The waiting code that a person means.
    pub(super) fn find(&self, typed: &str, now: Instant) -> Option<&ShownCode> {
        let typed = plain(typed);
        let mut waiting = self.waiting_codes(now);
        waiting.find(|code| plain(&code.user_code) == typed)
    }

    /// The codes that a person could approve, oldest first.
    pub(super) fn waiting(&self, now: Instant) -> Vec<String> {
        let waiting = self.waiting_codes(now);
        waiting.map(|code| code.user_code.clone()).collect()
    }

    fn waiting_codes(&self, now: Instant) -> impl Iterator<Item = &ShownCode> {
        let life = self.options.expires_in;
        let waits =
            move |code: &&ShownCode| code.state == CodeStatus::Waiting && code.alive(life, now);
        self.codes.iter().filter(waits)
    }

    pub(super) fn approve(&mut self, typed: &str, now: Instant) -> bool {
        let Some(meant) = self.find(typed, now).map(|code| code.user_code.clone()) else {
            return false;
        };
        for code in self.codes.iter_mut().filter(|c| c.user_code == meant) {
            code.state = CodeStatus::Approved;
        }
        true
    }
}

impl ShownCode {
    fn alive(&self, life: Duration, now: Instant) -> bool {
        now.saturating_duration_since(self.made) < life
    }
}

/// What people type, without what they add or leave out, and with what they cannot tell apart made one: case, blanks and
/// hyphens do not matter, I and L count as 1, O as 0.
fn plain(typed: &str) -> String {
    let kept = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let upper = kept.flat_map(char::to_uppercase);
    let alike = upper.map(|c| match c {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    });
    alike.collect()
}
