//! How a service says what is wrong, where that is not as RFC 6749 and RFC 8628 have it.

use std::collections::BTreeMap;

use serde_json::json;

use super::classify::HttpResponse;
use crate::auth::{OAuthRules, PollError};
use crate::services::json::text;

/// How a service says what is wrong.
#[derive(Default)]
pub(super) struct Dialect<'a> {
    /// The field that says so, unless it is `error`.
    pub(super) error_field: Option<&'a str>,
    /// What its statuses and words mean.
    errors: Option<&'a BTreeMap<String, PollError>>,
}

impl<'a> Dialect<'a> {
    /// That of a service's endpoints. The errors of a poll have words of their own.
    pub(super) fn of(rules: &'a OAuthRules, is_poll: bool) -> Self {
        Self {
            error_field: rules.error_field.as_deref(),
            errors: is_poll.then_some(&rules.poll_errors),
        }
    }

    /// What a status means by itself. A page for people is a proxy's or a captive portal's under any status.
    pub(super) fn by_status(&self, status: u16, html: bool) -> Option<HttpResponse> {
        let error = self.meaning(&status.to_string()).filter(|_| !html)?;
        let body = json!({ "error": error });
        Some(HttpResponse { status, body })
    }

    /// The answer with its error in the words of the RFC.
    pub(super) fn translated(&self, mut answer: HttpResponse) -> HttpResponse {
        if let Some(error) = text(&answer.body, "error").and_then(|own| self.meaning(own)) {
            answer.body["error"] = json!(error);
        }
        answer
    }

    fn meaning(&self, own: &str) -> Option<PollError> {
        self.errors?.get(own).copied()
    }
}
