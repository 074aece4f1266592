//! The authorization code grant (RFC 6749 §4.1), with PKCE by S256 (RFC 7636), a client secret, or both.
//!
//! One request per exchange, never a second one: what a failure leaves of the code differs between services, so it is
//! told beside the failure. The invariant: every sign-in has a state and a verifier of its own, from the system's source
//! of randomness.

use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};

use super::http::classify::{HttpResponse, rejection};
use super::json;
use super::oauth_client::{OAuthClient, read_token};
use crate::auth::{
    AuthorizationCode, CodeState, ExchangeError, FailedExchange, OUT_OF_BAND, Pkce, Rejection,
    RequestError, Secret, SignIn, Token, is_about_the_redirect,
};
use crate::system::random::{self, NoRandomness};

/// Why no sign-in can begin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BeginError {
    /// The settings lack something, or the service did not tell where its endpoints are.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The system has no random numbers, without which no sign-in is safe.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

impl OAuthClient<'_> {
    /// Begins a sign-in: makes the address of the page, which sends the code to `redirect_uri`, byte for byte as it is
    /// registered, or shows it ([`OUT_OF_BAND`]). Performs no request.
    pub fn begin(&self, redirect_uri: &str) -> Result<SignIn, BeginError> {
        let pkce = match self.rules.pkce {
            Pkce::Never => false,
            Pkce::WithoutSecret => self.credentials.secret.is_none(),
            Pkce::Always => true,
        };
        let verifier = pkce.then(random).transpose()?;
        // A page that shows its code brings nothing back that could be compared.
        let comes_back = redirect_uri != OUT_OF_BAND;
        let state = comes_back.then(random).transpose()?;
        let address = self.server.authorization_endpoint.clone();
        let mut address = address.ok_or_else(|| self.server.lacks_endpoint())?;
        {
            let mut query = address.query_pairs_mut();
            query
                .append_pair("response_type", "code")
                .append_pair("client_id", &self.credentials.id)
                .append_pair("redirect_uri", redirect_uri);
            if !self.rules.scope.is_empty() {
                query.append_pair("scope", &self.rules.scope);
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
        let code_lifetime = self.rules.code_lifetime.unwrap_or(10 * 60);
        Ok(SignIn {
            address,
            redirect_uri: redirect_uri.to_owned(),
            state,
            verifier,
            client_id: self.credentials.id.clone(),
            issuer: self.server.issuer.clone(),
            code_lifetime: Duration::from_secs(code_lifetime.into()),
            flow: None,
        })
    }

    /// Asks for the token, in exactly one request (RFC 6749 §4.1.3, RFC 7636 §4.5).
    pub async fn exchange(
        &self,
        sign_in: &SignIn,
        code: &AuthorizationCode,
    ) -> Result<Token, ExchangeError> {
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code.expose()),
            ("redirect_uri", &sign_in.redirect_uri),
        ];
        self.add_credentials(&mut form);
        let mut secrets = self.secrets(code.expose());
        if let Some(verifier) = &sign_in.verifier {
            form.push(("code_verifier", verifier.expose()));
            secrets.push(verifier.expose());
        }
        let url = self.server.token_endpoint.clone();
        let answer = self.post("POST token, for a code", url, &form, false);
        let token = answer
            .await
            .and_then(|answer| read_exchange(&answer, &self.credentials.id, &secrets));
        let mut token = token.map_err(|why| ExchangeError {
            code: code_state_after(self.rules.failed_exchange, &why),
            // The page has dealt with this client id.
            why: self.client_error(why, true),
        })?;
        self.compare_scope(&mut token);
        Ok(token)
    }
}

/// 32 random bytes as 43 letters: a verifier (RFC 7636 §4.1) or a state.
fn random() -> Result<Secret, NoRandomness> {
    let bytes = random::bytes::<32>()?;
    Ok(Secret::new(BASE64_URL_SAFE_NO_PAD.encode(bytes.as_slice())))
}

/// The S256 challenge of a verifier (RFC 7636 §4.2).
fn challenge(verifier: &Secret) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.expose().as_bytes()))
}

pub(super) fn read_exchange(
    answer: &HttpResponse,
    client_id: &str,
    secrets: &[&str],
) -> Result<Token, RequestError> {
    let refused = match json::text(&answer.body, "error") {
        // `grant_error` is Simkl's own word for it, beside the one of RFC 6749 §5.2.
        Some("invalid_grant" | "grant_error") => Rejection::Code,
        Some(word) if is_about_the_redirect(word) => match rejection(answer, secrets) {
            Rejection::Other { error, .. } => Rejection::Redirect { error },
            other => other,
        },
        Some("invalid_request") => Rejection::Request {
            said: json::fault(&answer.body, secrets),
        },
        _ => return read_token(answer, client_id, secrets),
    };
    Err(refused.into())
}

/// What a failure leaves of the code. A service that was never reached, or answered before it looked at the code, has it
/// still.
pub(super) fn code_state_after(failed: FailedExchange, why: &RequestError) -> CodeState {
    match (failed, why) {
        (
            FailedExchange::ChecksClientFirst,
            RequestError::Rejected(Rejection::ClientId { error }),
        ) if error == "invalid_client" => CodeState::Alive,
        (FailedExchange::SpendsCode | FailedExchange::ChecksClientFirst, _)
        | (_, RequestError::Rejected(Rejection::Code)) => CodeState::Spent,
        (_, RequestError::Transient { trouble, .. }) if trouble.may_have_lost_the_answer() => {
            CodeState::Uncertain
        }
        (_, RequestError::Transient { .. } | RequestError::Rejected(_)) => CodeState::Alive,
    }
}

#[cfg(test)]
mod tests;
