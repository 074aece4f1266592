//! The device authorization grant (RFC 8628), for any service that has one.
//!
//! It takes the service's addresses, an application and a scope, and performs one request per function over
//! somebody's [`Http`]. Addresses may carry a query of their own (RFC 6749 §3.2), which is how Simkl's
//! parameters travel. The invariant: the device code goes into a form and nowhere else.

use url::Url;

use super::client::{Client, compare_scope, rejected};
use super::http::{Http, HttpResponse};
use super::json;
use crate::auth::{DeviceAuthorization, PollOutcome, RequestError, Token, Trouble};

/// What names this grant at the token endpoint (RFC 8628 §3.4).
const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// One service's device grant, for one application.
#[derive(Clone, Debug)]
pub struct DeviceGrant {
    /// Gives codes (RFC 8628 §3.1).
    pub device_authorization_endpoint: Url,
    /// Gives tokens (RFC 8628 §3.4).
    pub token_endpoint: Url,
    /// Ends a grant (RFC 7009); `None` where the service has no such thing.
    pub revocation_endpoint: Option<Url>,
    /// The application. Its secret, if it has one, goes to the token and the revocation endpoint only: a code is asked
    /// for without it, as Simkl and most services want it.
    pub client: Client,
    /// What is asked for, divided by spaces; empty asks for the service's default.
    pub scope: String,
    /// Where a code is typed. A page that the service names instead must be on the same site, or where codes come from:
    /// whoever could change an answer could otherwise lead a person to a page of theirs.
    pub page: Url,
}

impl DeviceGrant {
    /// Asks for a code (RFC 8628 §3.1, §3.2).
    pub async fn request_code(&self, http: &Http) -> Result<DeviceAuthorization, RequestError> {
        let mut form = vec![("client_id", self.client.id.as_str())];
        if !self.scope.is_empty() {
            form.push(("scope", &self.scope));
        }
        let url = self.device_authorization_endpoint.clone();
        let answer = http
            .post_form("POST device authorization", url, &form)
            .await?;
        self.read_code(&answer)
    }

    pub(super) fn read_code(
        &self,
        answer: &HttpResponse,
    ) -> Result<DeviceAuthorization, RequestError> {
        let body = &answer.body;
        // Some services say "error" under status 200.
        if !answer.is_success() || json::text(body, "error").is_some() {
            return Err(rejected(answer, &[]));
        }
        let own = [&self.page, &self.device_authorization_endpoint];
        // `verification_url` is the spelling of the drafts, still in use.
        let verification_uri = json::page(body, "verification_uri", &own)
            .or_else(|| json::page(body, "verification_url", &own))
            .unwrap_or_else(|| self.page.clone());
        let read = || {
            Some(DeviceAuthorization {
                user_code: json::user_code(body)?,
                device_code: Some(json::secret(body, "device_code")?),
                verification_uri_complete: json::page(body, "verification_uri_complete", &own)
                    .unwrap_or_else(|| verification_uri.clone()),
                verification_uri,
                expires_in: json::code_lifetime(body),
                interval: json::poll_interval(body),
            })
        };
        read().ok_or_else(|| Trouble::Malformed.into())
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
        let mut form = vec![("grant_type", GRANT_TYPE), ("device_code", device_code)];
        self.client.add_credentials(&mut form);
        let url = self.token_endpoint.clone();
        let answer = http.post_form("POST token", url, &form).await?;
        let mut secrets = self.client.secrets(device_code);
        secrets.push(authorization.user_code.expose());
        let mut outcome = read_poll(&answer, &self.client.id, &secrets)
            // It has given a code to this client id.
            .map_err(|why| self.client.blame_known(why))?;
        if let PollOutcome::Authorized(token) = &mut outcome {
            compare_scope(token, &self.scope);
        }
        Ok(outcome)
    }

    /// Gets a new access token for a refresh token (RFC 6749 §6). The new token has a refresh token only if
    /// the service sent one: until then the old one stays good. `Rejected(Token)`: the grant has ended, as it has
    /// for a token that never had a refresh token.
    pub async fn refresh(&self, http: &Http, token: &Token) -> Result<Token, RequestError> {
        self.client
            .refresh(http, self.token_endpoint.clone(), token)
            .await
    }

    /// Ends the grant behind a token (RFC 7009), by its refresh token where it has one. `false`: the
    /// service has no way to do that.
    pub async fn revoke(&self, http: &Http, token: &Token) -> Result<bool, RequestError> {
        let Some(url) = self.revocation_endpoint.clone() else {
            return Ok(false);
        };
        self.client.revoke(http, url, token).await
    }
}

pub(super) fn read_poll(
    answer: &HttpResponse,
    client_id: &str,
    secrets: &[&str],
) -> Result<PollOutcome, RequestError> {
    match json::text(&answer.body, "error") {
        Some("authorization_pending") => Ok(PollOutcome::Pending),
        Some("slow_down") => Ok(PollOutcome::SlowDown),
        Some("expired_token") => Ok(PollOutcome::Expired),
        Some("access_denied") => Ok(PollOutcome::Denied),
        Some("invalid_grant") => Ok(PollOutcome::CodeGone(None)),
        None if answer.is_success() => json::token(&answer.body, client_id)
            .map(PollOutcome::Authorized)
            .ok_or_else(|| Trouble::Malformed.into()),
        _ => Err(rejected(answer, secrets)),
    }
}

#[cfg(test)]
mod tests;
