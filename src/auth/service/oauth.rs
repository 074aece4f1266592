//! How a service's OAuth endpoints behave.

use std::collections::BTreeMap;

use super::Reference;

/// How a service's OAuth endpoints behave.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OAuthRules {
    /// The page that asks a browser (RFC 6749 §3.1), below the pages; the other addresses are below the API.
    pub authorization_endpoint: Option<Reference>,
    /// Gives codes to devices (RFC 8628 §3.1).
    pub device_authorization_endpoint: Option<Reference>,
    /// Gives and refreshes tokens (RFC 6749 §3.2).
    pub token_endpoint: Reference,
    /// Gives the token of a device's code where that is not the token endpoint.
    pub poll_endpoint: Option<Reference>,
    /// Ends tokens (RFC 7009).
    pub revocation_endpoint: Option<Reference>,
    /// How what is asked is written.
    pub request: RequestBody,
    /// What is asked for, divided by spaces; empty asks for the service's default.
    pub scope: String,
    /// What the scope is called, unless `scope`.
    pub scope_parameter: Option<String>,
    /// What the device code is called in a poll, unless `device_code`.
    pub device_code_parameter: Option<String>,
    /// Whether a code is asked for without the client secret, which RFC 8628 §3.1 wants.
    pub code_without_secret: bool,
    /// The field of the error, unless `error`.
    pub error_field: Option<String>,
    /// What a status, or the service's own word, means in the words of RFC 8628 §3.5, as the answer to a poll.
    pub poll_errors: BTreeMap<String, PollError>,
    /// What is sent besides to refresh a token.
    pub refresh_parameters: BTreeMap<String, String>,
    /// When PKCE with S256 is used (RFC 7636).
    pub pkce: Pkce,
    /// Whether every answer to a browser names its issuer (RFC 9207).
    pub sends_iss: bool,
    /// What a failed exchange does to the code.
    pub failed_exchange: FailedExchange,
    /// How many seconds an authorization code lives; ten minutes where the service does not say (RFC 6749 §4.1.2).
    pub code_lifetime: Option<u32>,
    /// Whether a token must be used before it is revoked.
    pub uses_token_before_revoking: bool,
}

/// How what is asked is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RequestBody {
    /// As a form (RFC 6749, appendix B).
    #[default]
    Form,
    /// As a JSON object.
    Json,
}

/// Why a poll brings no token (RFC 8628 §3.5, RFC 6749 §5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words of the RFC")]
pub enum PollError {
    AuthorizationPending,
    SlowDown,
    ExpiredToken,
    AccessDenied,
    InvalidGrant,
}

/// When PKCE is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pkce {
    /// Never: the service does not know it.
    Never,
    /// In place of a client secret.
    WithoutSecret,
    /// Always, also beside a client secret.
    #[default]
    Always,
}

/// What a service does with the code of an exchange that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailedExchange {
    /// It is deleted whatever went wrong.
    #[default]
    SpendsCode,
    /// The client is judged before the code is looked at: `invalid_client` leaves the code alive, anything else deletes
    /// it.
    ChecksClientFirst,
    /// It stays until there is a token for it.
    LeavesCode,
}
