//! Tokens: of V1 one for each application, which does not end by itself; of V2 a pair for each sign-in.
//!
//! An access token of V2 lives for a week. A refresh ends it at once and makes another one; the refresh token stays, and
//! lives for 180 days from its last use. A token works only with the client id that it was issued for.

use std::time::{Duration, Instant};

use super::application::Generation;
use super::memory::Memory;
use super::mint::hex;

/// Counted from the last use.
const REFRESH_LIFETIME: Duration = Duration::from_hours(180 * 24);

/// A program's access to the account.
#[derive(Clone)]
pub(super) struct Grant {
    client_id: String,
    generation: Generation,
    pub(super) access_token: String,
    /// Whose account it opens: number and name.
    pub(super) person: (u32, String),
    /// Empty in V1.
    pub(super) refresh_token: String,
    pub(super) scope: String,
    /// When the access token was made, and the refresh token used.
    minted: Instant,
}

impl Memory {
    fn person(&self) -> (u32, String) {
        (self.options.account, self.options.name.clone())
    }

    /// The token of V1: the same one for each application and person, until the person ends it.
    pub(super) fn v1_token(&mut self, client_id: &str, now: Instant) -> String {
        let known = self
            .grants
            .iter()
            .find(|grant| grant.client_id == client_id && grant.person == self.person());
        if let Some(grant) = known {
            return grant.access_token.clone();
        }
        let token = hex(64);
        self.grants.push(Grant {
            client_id: client_id.into(),
            generation: Generation::V1,
            person: self.person(),
            access_token: token.clone(),
            refresh_token: String::new(),
            scope: "public".into(),
            minted: now,
        });
        token
    }

    /// A grant of V2. Every sign-in has its own.
    pub(super) fn v2_grant(&mut self, client_id: &str, scope: &str, now: Instant) -> Grant {
        let grant = Grant {
            client_id: client_id.into(),
            generation: Generation::V2,
            person: self.person(),
            access_token: format!("simkl_at_{}", hex(48)),
            refresh_token: format!("simkl_rt_{}", hex(48)),
            scope: scope.into(),
            minted: now,
        };
        self.grants.push(grant.clone());
        grant
    }

    /// A new access token for a refresh token; `scope` is empty for the one that was granted. The error is RFC 6749
    /// §5.2's word.
    pub(super) fn refresh(
        &mut self,
        refresh_token: &str,
        client_id: &str,
        scope: &str,
        now: Instant,
    ) -> Result<Grant, &'static str> {
        let grant = self.grants.iter_mut().find(|grant| {
            grant.generation == Generation::V2
                && grant.refresh_token == refresh_token
                && grant.client_id == client_id
                && now.saturating_duration_since(grant.minted) < REFRESH_LIFETIME
        });
        let grant = grant.ok_or("invalid_grant")?;
        let mut asked = scope.split_whitespace();
        if !asked.all(|scope| grant.may(scope)) {
            return Err("invalid_scope");
        }
        grant.access_token = format!("simkl_at_{}", hex(48));
        grant.minted = now;
        Ok(grant.clone())
    }

    /// Ends the grant of V2 that this token, of either kind, belongs to (RFC 7009).
    pub(super) fn revoke(&mut self, token: &str, client_id: &str) {
        self.grants.retain(|grant| {
            grant.generation == Generation::V1
                || grant.client_id != client_id
                || (grant.refresh_token != token && grant.access_token != token)
        });
    }

    pub(super) fn revoke_all(&mut self) {
        self.grants.clear();
    }

    /// The grant that a bearer token stands for, when it comes from this application now.
    pub(super) fn opened_by(
        &self,
        access_token: &str,
        client_id: &str,
        now: Instant,
    ) -> Option<&Grant> {
        let life = self.options.token_lifetime;
        self.grants.iter().find(|grant| {
            let ended = match grant.generation {
                Generation::V1 => false,
                Generation::V2 => now.saturating_duration_since(grant.minted) >= life,
            };
            grant.access_token == access_token && grant.client_id == client_id && !ended
        })
    }
}

impl Grant {
    /// Whether it was granted this scope.
    pub(super) fn may(&self, scope: &str) -> bool {
        self.scope
            .split_whitespace()
            .any(|granted| granted == scope)
    }

    /// Whether it may change something. V1 knows no scopes.
    pub(super) fn may_write(&self) -> bool {
        self.generation == Generation::V1 || self.may("media:write")
    }
}
