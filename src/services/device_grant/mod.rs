//! The device authorization grant (RFC 8628).

use std::time::Duration;

use url::Url;

use super::http::classify::{HttpResponse, rejection};
use super::json;
use super::oauth_client::{OAuthClient, read_token};
use crate::auth::{
    DeviceAuthorization, Flow, PollOutcome, RequestError, Secret, Trouble, UserCode,
};

/// What names this grant at the token endpoint (RFC 8628 §3.4).
const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:device_code";

impl OAuthClient<'_> {
    /// Asks for a code (RFC 8628 §3.1, §3.2). `Rejected(Metadata)`: the service does not publish where.
    pub async fn request_code(&self) -> Result<DeviceAuthorization, RequestError> {
        let mut form = Vec::new();
        if self.rules.code_without_secret {
            form.push(("client_id", self.credentials.id.as_str()));
        } else {
            self.add_credentials(&mut form);
        }
        if !self.rules.scope.is_empty() {
            let name = self.rules.scope_parameter.as_deref().unwrap_or("scope");
            form.push((name, &self.rules.scope));
        }
        let endpoint = self.server.device_authorization_endpoint.as_ref();
        let endpoint = endpoint.ok_or_else(|| self.server.lacks_endpoint())?;
        let url = endpoint.clone();
        let answer = self.post("POST device authorization", url, &form, false);
        let answer = answer.await?;
        let page = &self.verification_page;
        let own = self.credentials.secret.as_ref().map(Secret::expose);
        let secrets: Vec<_> = own.into_iter().collect();
        read_code(&answer, Flow::Device, page, endpoint, &secrets).map_err(|why| {
            if self.rules.code_without_secret {
                why
            } else {
                self.client_error(why, false)
            }
        })
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
        let name = self.rules.device_code_parameter.as_deref();
        let name = name.unwrap_or("device_code");
        let mut form = vec![("grant_type", GRANT_TYPE), (name, device_code)];
        self.add_credentials(&mut form);
        let url = self.server.poll_endpoint.as_ref();
        let url = url.unwrap_or(&self.server.token_endpoint).clone();
        let answer = self.post("POST token", url, &form, true).await?;
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

/// A code for a screen and what belongs to it (RFC 8628 §3.2), of either flow. `page` is where it is typed, unless the answer
/// names another page of the service's own: on the same site, or where the `endpoint` is. `secrets` are not quoted.
pub(super) fn read_code(
    answer: &HttpResponse,
    flow: Flow,
    page: &Url,
    endpoint: &Url,
    secrets: &[&str],
) -> Result<DeviceAuthorization, RequestError> {
    let body = &answer.body;
    // Some services say "error" under status 200.
    let is_error = flow == Flow::Device && json::text(body, "error").is_some();
    if !answer.is_success() || is_error {
        return Err(rejection(answer, secrets).into());
    }
    let own = [page, endpoint];
    let read = || {
        // `verification_url` is the spelling of the drafts, still in use.
        let verification_uri = ["verification_uri", "verification_url"]
            .into_iter()
            .find_map(|field| json::page(body, field, &own))
            .unwrap_or_else(|| page.clone());
        let user_code = UserCode::parse(json::text(body, "user_code")?)?;
        let (device_code, complete) = match flow {
            // The `device_code` is a placeholder, which opens nothing. Simkl's own plug-ins put this address into their QR
            // codes.
            Flow::Pin => {
                let complete = json::under(&verification_uri, [user_code.expose()]);
                (None, Some(complete))
            }
            Flow::Device => {
                let complete = json::page(body, "verification_uri_complete", &own);
                (Some(json::secret(body, "device_code")?), complete)
            }
        };
        Some(DeviceAuthorization {
            user_code,
            device_code,
            verification_uri_complete: complete.unwrap_or_else(|| verification_uri.clone()),
            verification_uri,
            // RFC 8628 leaves it to the service; Simkl's 15 minutes where it is silent.
            expires_in: json::seconds(body, "expires_in")
                .unwrap_or(Duration::from_mins(15))
                .clamp(Duration::from_secs(30), Duration::from_hours(1)),
            // Five seconds where the service is silent (RFC 8628 §3.2).
            interval: json::seconds(body, "interval")
                .unwrap_or(Duration::from_secs(5))
                .clamp(Duration::from_secs(1), Duration::from_mins(1)),
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
