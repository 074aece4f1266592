//! The authorization code grant (RFC 6749 §4.1), with PKCE by S256 (RFC 7636), a client secret, or both, for any service.
//!
//! PKCE proves that the program that asks for the token is the one that began; a secret, which application asks. Which of
//! them a service wants is its own affair. One request per exchange, never a second one: what a failure leaves of the code differs between
//! services, so it is told beside the failure. The invariants: code, verifier and secret go into a form and nowhere
//! else; every sign-in has a state and a verifier of its own, from the system's source of randomness.

use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use url::Url;

use super::client::{Client, compare_scope, rejected};
use super::http::{Http, HttpResponse};
use super::json;
use crate::auth::{
    AuthorizationCode, CodeState, ExchangeError, Issuer, OUT_OF_BAND, Rejection, RequestError,
    Secret, SignIn, Token, Trouble, is_about_the_redirect,
};
use crate::system::random;

/// What a service does with the code of an exchange that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// It is deleted whatever went wrong, as Simkl's V1 does.
    SpendsTheCode,
    /// The client is judged before the code is looked at: `invalid_client` leaves the code alive, anything else deletes
    /// it, as Simkl's V2 does.
    JudgesTheClientFirst,
    /// It stays until there is a token for it, as with Doorkeeper.
    LeavesTheCode,
}

/// One service's code grant, for one application.
#[derive(Clone, Debug)]
pub struct CodeGrant {
    /// The page that asks the person (RFC 6749 §3.1). It may have a query of its own.
    pub authorization_endpoint: Url,
    /// Gives tokens (RFC 6749 §3.2).
    pub token_endpoint: Url,
    /// The application. Its secret, if it has one, goes to the token endpoint only.
    pub client: Client,
    /// Whether PKCE with S256 is used (RFC 7636).
    pub pkce: bool,
    /// The service that must answer the browser (RFC 9207).
    pub issuer: Issuer,
    /// Where the code is sent, byte for byte as it is registered; or [`OUT_OF_BAND`].
    pub redirect_uri: String,
    /// What is asked for, divided by spaces; empty asks for the service's default.
    pub scope: String,
    /// What a failure does to the code.
    pub failed: Failed,
    /// How long a code lives, from the moment it came; ten minutes are what RFC 6749 §4.1.2 recommends at most.
    pub code_lifetime: Duration,
}

/// Why no sign-in can begin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BeginError {
    /// The settings lack something.
    #[error("{0}")]
    Settings(Rejection),
    /// The service was asked where its endpoints are, and did not tell.
    #[error("{0}")]
    Discovery(RequestError),
    /// The system has no random numbers, without which no sign-in is safe.
    #[error("this computer has no source of random numbers")]
    NoRandomness,
}

impl CodeGrant {
    /// Begins a sign-in: makes the address of the page. Asks nobody.
    pub fn begin(&self) -> Result<SignIn, BeginError> {
        let verifier = self.pkce.then(random).transpose()?;
        // A page that shows its code brings nothing back that could be compared.
        let comes_back = self.redirect_uri != OUT_OF_BAND;
        let state = comes_back.then(random).transpose()?;
        let mut address = self.authorization_endpoint.clone();
        {
            let mut query = address.query_pairs_mut();
            query
                .append_pair("response_type", "code")
                .append_pair("client_id", &self.client.id)
                .append_pair("redirect_uri", &self.redirect_uri);
            if !self.scope.is_empty() {
                query.append_pair("scope", &self.scope);
            }
            if let Some(state) = &state {
                query.append_pair("state", state.expose());
            }
            if let Some(verifier) = &verifier {
                query
                    .append_pair("code_challenge", &challenge(verifier))
                    .append_pair("code_challenge_method", "S256");
            }
        }
        Ok(SignIn {
            address,
            redirect_uri: self.redirect_uri.clone(),
            state,
            verifier,
            client_id: self.client.id.clone(),
            issuer: self.issuer.clone(),
            code_lifetime: self.code_lifetime,
            flow: None,
        })
    }

    /// Asks for the token, in exactly one request (RFC 6749 §4.1.3, RFC 7636 §4.5).
    pub async fn exchange(
        &self,
        http: &Http,
        sign_in: &SignIn,
        code: &AuthorizationCode,
    ) -> Result<Token, ExchangeError> {
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code.expose()),
            ("redirect_uri", &sign_in.redirect_uri),
        ];
        self.client.add_credentials(&mut form);
        let mut secrets = self.client.secrets(code.expose());
        if let Some(verifier) = &sign_in.verifier {
            form.push(("code_verifier", verifier.expose()));
            secrets.push(verifier.expose());
        }
        let url = self.token_endpoint.clone();
        let answer = http.post_form("POST token, for a code", url, &form).await;
        let token = answer.and_then(|answer| read_token(&answer, &self.client.id, &secrets));
        match token {
            Ok(mut token) => {
                compare_scope(&mut token, &self.scope);
                Ok(token)
            }
            Err(why) => Err(ExchangeError {
                code: left_by(self.failed, &why),
                // The page has dealt with this client id.
                why: self.client.blame_known(why),
            }),
        }
    }
}

/// 32 random bytes as 43 letters: a verifier (RFC 7636 §4.1) or a state.
fn random() -> Result<Secret, BeginError> {
    let bytes = random::bytes::<32>().map_err(|_| BeginError::NoRandomness)?;
    Ok(Secret::new(BASE64_URL_SAFE_NO_PAD.encode(bytes.as_slice())))
}

/// The S256 challenge of a verifier (RFC 7636 §4.2).
fn challenge(verifier: &Secret) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.expose().as_bytes()))
}

pub(super) fn read_token(
    answer: &HttpResponse,
    client_id: &str,
    secrets: &[&str],
) -> Result<Token, RequestError> {
    match json::text(&answer.body, "error") {
        // `grant_error` is Simkl's own word for it, beside the one of RFC 6749 §5.2.
        Some("invalid_grant" | "grant_error") => Err(RequestError::Rejected(Rejection::Code)),
        Some(word) if is_about_the_redirect(word) => match rejected(answer, secrets) {
            RequestError::Rejected(Rejection::Other { error, .. }) => {
                Err(RequestError::Rejected(Rejection::Redirect { error }))
            }
            other => Err(other),
        },
        Some("invalid_request") => Err(RequestError::Rejected(Rejection::Request {
            said: json::fault(&answer.body, secrets),
        })),
        None if answer.is_success() => {
            json::token(&answer.body, client_id).ok_or_else(|| Trouble::Malformed.into())
        }
        _ => Err(rejected(answer, secrets)),
    }
}

/// What a failure leaves of the code. A service that was never reached, or answered before it looked at the code, has it
/// still.
fn left_by(failed: Failed, why: &RequestError) -> CodeState {
    match (failed, why) {
        (Failed::JudgesTheClientFirst, RequestError::Rejected(Rejection::ClientId { error }))
            if error == "invalid_client" =>
        {
            CodeState::Alive
        }
        (Failed::SpendsTheCode | Failed::JudgesTheClientFirst, _)
        | (_, RequestError::Rejected(Rejection::Code)) => CodeState::Spent,
        (_, RequestError::Transient { trouble, .. }) if trouble.may_have_lost_the_answer() => {
            CodeState::Uncertain
        }
        (_, RequestError::Transient { .. } | RequestError::Rejected(_)) => CodeState::Alive,
    }
}

#[cfg(test)]
mod tests;
