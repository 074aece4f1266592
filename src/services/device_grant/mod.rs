//! The device authorization grant (RFC 8628).

use url::Url;

use super::http::classify::{HttpResponse, rejection};
use super::json;
use super::oauth_client::{OAuthClient, read_token};
use crate::auth::{DeviceAuthorization, PollOutcome, RequestError, Trouble};

/// What names this grant at the token endpoint (RFC 8628 §3.4).
const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:device_code";

impl OAuthClient<'_> {
    /// Asks for a code (RFC 8628 §3.1, §3.2). `Rejected(Metadata)`: the service does not publish where.
    pub async fn request_code(&self) -> Result<DeviceAuthorization, RequestError> {
        let mut form = vec![("client_id", self.credentials.id.as_str())];
        if !self.rules.scope.is_empty() {
            form.push(("scope", self.rules.scope));
        }
        let endpoint = self.server.device_authorization_endpoint.as_ref();
        let endpoint = endpoint.ok_or_else(|| self.server.lacks_endpoint())?;
        let url = endpoint.clone();
        let answer = self.http.post_form("POST device authorization", url, &form);
        read_code(&answer.await?, &self.verification_page, endpoint)
    }

    /// Asks once whether the person has approved (RFC 8628 §3.4, §3.5). A code of another flow has no
    /// device code and is gone here.
    pub async fn poll(
        &self,
        authorization: &DeviceAuthorization,
    ) -> Result<PollOutcome, RequestError> {
        let Some(device_code) = &authorization.device_code else {
            return Ok(PollOutcome::CodeGone(None));
        };
        let device_code = device_code.expose();
        let mut form = vec![("grant_type", GRANT_TYPE), ("device_code", device_code)];
        self.add_credentials(&mut form);
        let url = self.server.token_endpoint.clone();
        let answer = self.http.post_form("POST token", url, &form).await?;
        let mut secrets = self.secrets(device_code);
        secrets.push(authorization.user_code.expose());
        let mut outcome = read_poll(&answer, &self.credentials.id, &secrets)
            // It has given a code to this client id.
            .map_err(|why| self.client_error(why, true))?;
        if let PollOutcome::Authorized(token) = &mut outcome {
            self.compare_scope(token);
        }
        Ok(outcome)
    }
}

pub(super) fn read_code(
    answer: &HttpResponse,
    page: &Url,
    endpoint: &Url,
) -> Result<DeviceAuthorization, RequestError> {
    let body = &answer.body;
    // Some services say "error" under status 200.
    if !answer.is_success() || json::text(body, "error").is_some() {
        return Err(rejection(answer, &[]).into());
    }
    let own = [page, endpoint];
    let read = || {
        let code = json::device_authorization(body, page, &own)?;
        let complete = json::page(body, "verification_uri_complete", &own);
        Some(DeviceAuthorization {
            device_code: Some(json::secret(body, "device_code")?),
            verification_uri_complete: complete.unwrap_or(code.verification_uri_complete),
            ..code
        })
    };
    read().ok_or_else(|| Trouble::Malformed.into())
}

pub(super) fn read_poll(
    answer: &HttpResponse,
    client_id: &str,
    secrets: &[&str],
) -> Result<PollOutcome, RequestError> {
    Ok(match json::text(&answer.body, "error") {
        Some("authorization_pending") => PollOutcome::Pending,
        Some("slow_down") => PollOutcome::SlowDown,
        Some("expired_token") => PollOutcome::Expired,
        Some("access_denied") => PollOutcome::Denied,
        Some("invalid_grant") => PollOutcome::CodeGone(None),
        _ => PollOutcome::Authorized(read_token(answer, client_id, secrets)?),
    })
}

#[cfg(test)]
mod tests;
