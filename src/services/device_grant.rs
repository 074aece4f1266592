//! The device authorization grant (RFC 8628), for any service that has one.
//!
//! It takes the service's addresses, a client id and a scope, and performs one request per function over
//! somebody's [`Http`]. Addresses may carry a query of their own (RFC 6749 §3.2), which is how Simkl's
//! parameters travel. The invariant: the device code goes into a form and nowhere else.

use url::Url;

use super::http::{Answer, Http, verdict};
use super::wire;
use crate::authorization::{
    DeviceAuthorization, PollOutcome, Rejection, RequestError, Token, Trouble,
};

/// What names this grant at the token endpoint (RFC 8628 §3.4).
const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// One service's device grant, for one client id.
#[derive(Clone, Debug)]
pub struct DeviceGrant {
    /// Gives codes (RFC 8628 §3.1).
    pub device_authorization_endpoint: Url,
    /// Gives tokens (RFC 8628 §3.4).
    pub token_endpoint: Url,
    /// Ends a grant (RFC 7009); `None` where the service has no such thing.
    pub revocation_endpoint: Option<Url>,
    /// The application.
    pub client_id: String,
    /// What is asked for, divided by spaces; empty asks for the service's default.
    pub scope: String,
}

impl DeviceGrant {
    /// Asks for a code (RFC 8628 §3.1, §3.2).
    pub async fn request_code(&self, http: &Http) -> Result<DeviceAuthorization, RequestError> {
        let mut form = vec![("client_id", self.client_id.as_str())];
        if !self.scope.is_empty() {
            form.push(("scope", &self.scope));
        }
        let url = self.device_authorization_endpoint.clone();
        let answer = http
            .post_form("POST device authorization", url, &form)
            .await?;
        read_code(&answer)
    }

    /// Asks once whether the person has approved (RFC 8628 §3.4, §3.5). A code of another flow has no
    /// device code and is gone here.
    pub async fn poll(
        &self,
        http: &Http,
        authorization: &DeviceAuthorization,
    ) -> Result<PollOutcome, RequestError> {
        let Some(device_code) = &authorization.device_code else {
            return Ok(PollOutcome::CodeGone(None));
        };
        let device_code = device_code.expose();
        let form = [
            ("grant_type", GRANT_TYPE),
            ("device_code", device_code),
            ("client_id", &self.client_id),
        ];
        let url = self.token_endpoint.clone();
        let answer = http.post_form("POST token", url, &form).await?;
        let secrets = [device_code, authorization.user_code.expose()];
        let mut outcome = read_poll(&answer, &self.client_id, &secrets)?;
        if let PollOutcome::Authorized(token) = &mut outcome
            && let Some(granted) = &token.scope
            && lacks_scope(&self.scope, granted)
        {
            tracing::warn!(
                asked = self.scope,
                granted,
                "the token may do less than was asked"
            );
            token.lacks_scope = true;
        }
        Ok(outcome)
    }

    /// Gets a new access token for a refresh token (RFC 6749 §6). The new token has a refresh token only if
    /// the service sent one: until then the old one stays good. `Rejected(Token)`: the grant has ended, as it has
    /// for a token that never had a refresh token.
    pub async fn refresh(&self, http: &Http, token: &Token) -> Result<Token, RequestError> {
        let Some(refresh_token) = &token.refresh_token else {
            return Err(RequestError::Rejected(Rejection::Token));
        };
        let refresh_token = refresh_token.expose();
        let form = [
            ("grant_type", "refresh_token"),
            ("refresh_token", refresh_token),
            ("client_id", &self.client_id),
        ];
        let url = self.token_endpoint.clone();
        let answer = http.post_form("POST token, to refresh", url, &form).await?;
        read_refresh(&answer, &self.client_id, &[refresh_token])
    }

    /// Ends the grant behind a token (RFC 7009), by its refresh token where it has one. `false`: the
    /// service has no way to do that.
    pub async fn revoke(&self, http: &Http, token: &Token) -> Result<bool, RequestError> {
        let Some(url) = self.revocation_endpoint.clone() else {
            return Ok(false);
        };
        let (secret, kind) = match &token.refresh_token {
            Some(refresh_token) => (refresh_token, "refresh_token"),
            None => (&token.access_token, "access_token"),
        };
        let form = [
            ("token", secret.expose()),
            ("token_type_hint", kind),
            ("client_id", &self.client_id),
        ];
        let answer = http.post_form("POST revocation", url, &form).await?;
        match answer.status {
            200..300 => Ok(true),
            404 | 405 | 410 => Ok(false),
            _ => Err(rejected(&answer, &[secret.expose()])),
        }
    }
}

/// Whether a granted scope holds less than was asked. Services divide it by spaces, a few by commas.
fn lacks_scope(asked: &str, granted: &str) -> bool {
    let granted: Vec<&str> = granted.split([' ', ',']).collect();
    asked
        .split_whitespace()
        .any(|scope| !granted.contains(&scope))
}

fn read_code(answer: &Answer) -> Result<DeviceAuthorization, RequestError> {
    let body = &answer.body;
    // Some services say "error" under status 200.
    if !answer.is_success() || wire::text(body, "error").is_some() {
        return Err(rejected(answer, &[]));
    }
    let read = || {
        // `verification_url` is the spelling of the drafts, still in use.
        let verification_uri = wire::page(body, "verification_uri")
            .or_else(|| wire::page(body, "verification_url"))?;
        Some(DeviceAuthorization {
            user_code: wire::user_code(body)?,
            device_code: Some(wire::secret(body, "device_code")?),
            verification_uri_complete: wire::page(body, "verification_uri_complete")
                .unwrap_or_else(|| verification_uri.clone()),
            verification_uri,
            expires_in: wire::code_lifetime(body),
            interval: wire::poll_interval(body),
        })
    };
    read().ok_or_else(|| Trouble::Malformed.into())
}

fn read_poll(
    answer: &Answer,
    client_id: &str,
    secrets: &[&str],
) -> Result<PollOutcome, RequestError> {
    match wire::text(&answer.body, "error") {
        Some("authorization_pending") => Ok(PollOutcome::Pending),
        Some("slow_down") => Ok(PollOutcome::SlowDown),
        Some("expired_token") => Ok(PollOutcome::Expired),
        Some("access_denied") => Ok(PollOutcome::Denied),
        Some("invalid_grant") => Ok(PollOutcome::CodeGone(None)),
        None if answer.is_success() => wire::token(&answer.body, client_id)
            .map(PollOutcome::Authorized)
            .ok_or_else(|| Trouble::Malformed.into()),
        _ => Err(rejected(answer, secrets)),
    }
}

/// The answer to a refresh: a token, or one of RFC 6749 §5.2's words.
fn read_refresh(answer: &Answer, client_id: &str, secrets: &[&str]) -> Result<Token, RequestError> {
    match wire::text(&answer.body, "error") {
        Some("invalid_grant") => Err(RequestError::Rejected(Rejection::Token)),
        None if answer.is_success() => {
            wire::token(&answer.body, client_id).ok_or_else(|| Trouble::Malformed.into())
        }
        _ => Err(rejected(answer, secrets)),
    }
}

fn rejected(answer: &Answer, secrets: &[&str]) -> RequestError {
    let rejection: Rejection = verdict::rejection(answer, secrets);
    RequestError::Rejected(rejection)
}

#[cfg(test)]
mod tests;
