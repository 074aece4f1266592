//! What only Simkl has: its PIN flow ("AUTH V1"). Its device grant ("AUTH V2") is RFC 8628.
//!
//! In the PIN flow the code on the screen is the poll key, and no refusal is ever told.

use super::http::classify::{HttpResponse, rejection};
use super::settings::Settings;
use super::{device_grant, json};
use crate::auth::{DeviceAuthorization, Flow, PollOutcome, RequestError, Trouble, UserCode};

#[cfg(test)]
mod tests;

/// The answer to `GET /oauth/pin`.
pub(super) fn read_code(
    answer: &HttpResponse,
    settings: &Settings,
) -> Result<DeviceAuthorization, RequestError> {
    let page = settings.pin_page(&settings.site_url);
    device_grant::read_code(answer, Flow::Pin, &page, &settings.api_url, &[])
}

/// The answer to `GET /oauth/pin/{code}`. `result` says "OK" both for a token and for a code that has just
/// been made because the polled one is gone: so what the answer holds decides, and `result` only in the end.
pub(super) fn read_poll(
    answer: &HttpResponse,
    client_id: &str,
    polled: &UserCode,
    settings: &Settings,
) -> Result<PollOutcome, RequestError> {
    let body = &answer.body;
    if !answer.is_success() {
        return Err(rejection(answer, &[polled.expose()]).into());
    }
    if json::text(body, "access_token").is_some() {
        let token = json::token(body, client_id).ok_or(Trouble::Malformed)?;
        return Ok(PollOutcome::Authorized(token));
    }
    if body.get("device_code").is_some() {
        let new = read_code(answer, settings).ok();
        return Ok(PollOutcome::CodeGone(new.map(Box::new)));
    }
    match json::text(body, "result") {
        // Simkl's older reference. Its words are no promise, but the worst that can come of it is patience.
        Some("KO") => {
            let said = json::text(body, "message").unwrap_or_default();
            Ok(if said.trim().eq_ignore_ascii_case("slow down") {
                PollOutcome::SlowDown
            } else {
                PollOutcome::Pending
            })
        }
        _ => Err(Trouble::Malformed.into()),
    }
}
