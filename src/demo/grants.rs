//! Tokens: of V1 one for each client id, which does not end by itself; of V2 a pair for each sign-in.
//!
//! A refresh of V2 ends the access token at once; the refresh token stays. A token works only with the client id that it
//! was issued for.

use std::time::Instant;

use super::state::{Grant, ServerState, random_hexadecimal};
use crate::auth::Flow;

/// The scopes of AUTH V2. The first is granted where none is asked for.
const SCOPES: [&str; 2] = ["media:read", "media:write"];

impl ServerState {
    pub(super) fn grant(
        &mut self,
        flow: Flow,
        client_id: &str,
        scope: &str,
        now: Instant,
    ) -> Grant {
        let is_known = |grant: &&Grant| grant.flow == Flow::Pin && grant.client_id == client_id;
        if flow == Flow::Pin
            && let Some(known) = self.grants.iter().find(is_known)
        {
            return known.clone();
        }
        let (access_token, refresh_token, scope) = match flow {
            Flow::Pin => (random_hexadecimal(64), String::new(), "public".into()),
            Flow::Device => {
                let refresh_token = format!("simkl_rt_{}", random_hexadecimal(48));
                (new_access_token(), refresh_token, granted_scope(scope))
            }
        };
        let grant = Grant {
            flow,
            client_id: client_id.into(),
            access_token,
            refresh_token,
            scope,
            since: now,
        };
        self.grants.push(grant.clone());
        grant
    }

    /// A new access token for a refresh token.
    pub(super) fn refresh(
        &mut self,
        refresh_token: &str,
        client_id: &str,
        now: Instant,
    ) -> Result<Grant, &'static str> {
        let mut grants = self.grants.iter_mut();
        let grant = grants
            .find(|grant| grant.has_refresh_token(refresh_token) && grant.client_id == client_id);
        let grant = grant.ok_or("invalid_grant")?;
        grant.access_token = new_access_token();
        grant.since = now;
        Ok(grant.clone())
    }

    /// Ends the grant of V2 that this token, of either kind, belongs to (RFC 7009).
    pub(super) fn revoke(&mut self, token: &str, client_id: &str) {
        self.grants.retain(|grant| {
            grant.flow == Flow::Pin
                || grant.client_id != client_id
                || !(grant.has_refresh_token(token) || grant.access_token == token)
        });
    }

    /// Whether a bearer token opens the account now, for this client id.
    pub(super) fn is_valid(&self, access_token: &str, client_id: &str, now: Instant) -> bool {
        let life = self.options.token_lifetime;
        self.grants.iter().any(|grant| {
            let age = now.saturating_duration_since(grant.since);
            grant.access_token == access_token
                && grant.client_id == client_id
                && (grant.flow == Flow::Pin || age < life)
        })
    }
}

impl Grant {
    fn has_refresh_token(&self, token: &str) -> bool {
        self.flow == Flow::Device && self.refresh_token == token
    }
}

fn new_access_token() -> String {
    format!("simkl_at_{}", random_hexadecimal(48))
}

/// What is granted of a requested scope: Simkl ignores words that it does not know.
pub(super) fn granted_scope(requested: &str) -> String {
    let requested: Vec<_> = requested.split_whitespace().collect();
    let known = SCOPES.into_iter().filter(|scope| requested.contains(scope));
    match known.collect::<Vec<_>>().join(" ") {
        none if none.is_empty() => SCOPES[0].to_owned(),
        granted => granted,
    }
}
