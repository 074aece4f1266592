//! Simkl's sign-in through a browser: its page is on the people's door, its tokens are on the programs'.
//!
//! V1: an application with a secret shows it, one without uses PKCE; a code is used up by whatever is sent with it. V2:
//! PKCE always, also beside a secret; any port of this computer; each answer to the browser names its issuer; and
//! `invalid_client` leaves the code alive. Its endpoints may be published ([`crate::services::discovery`]).

use std::time::Duration;

use super::{SCOPE, Simkl, introduced, lacking};
use crate::auth::{
    AuthorizationCode, CodeState, ExchangeError, Flow, Issuer, Rejection, RequestError, SignIn,
    Token,
};
use crate::services::code_grant::{BeginError, CodeGrant, Failed};
use crate::services::json;

/// How long a code lives.
const CODE_LIFETIME: Duration = Duration::from_mins(10);

impl Simkl {
    /// Begins a sign-in through a browser, which comes back to `redirect_uri`: in V1 byte for byte as it is registered, in
    /// V2 with any port. The doors are those of the generation that `flow` belongs to. Asks for no more than where V2's
    /// endpoints are, if the settings name an issuer.
    pub async fn begin(&self, flow: Flow, redirect_uri: &str) -> Result<SignIn, BeginError> {
        let id = self.settings.client_id.as_deref();
        let id = id.ok_or(BeginError::Settings(Rejection::NoClientId))?;
        let grant = self.code_grant(id, flow, redirect_uri).await;
        Ok(SignIn {
            flow: Some(flow),
            ..grant.map_err(BeginError::Discovery)?.begin()?
        })
    }

    /// Asks once for the token of a code, at the doors where its sign-in began.
    pub async fn exchange(
        &self,
        sign_in: &SignIn,
        code: &AuthorizationCode,
    ) -> Result<Token, ExchangeError> {
        let flow = sign_in.flow.unwrap_or(Flow::Pin);
        let grant = self
            .code_grant(&sign_in.client_id, flow, &sign_in.redirect_uri)
            .await;
        let grant = grant.map_err(|why| ExchangeError {
            why,
            code: CodeState::Alive,
        })?;
        grant.exchange(&self.http, sign_in, code).await
    }

    async fn code_grant(
        &self,
        id: &str,
        flow: Flow,
        redirect_uri: &str,
    ) -> Result<CodeGrant, RequestError> {
        let client = self.client(id);
        let redirect_uri = redirect_uri.to_owned();
        let site = &self.settings.site_url;
        let room = match flow {
            Flow::Pin => "oauth",
            Flow::Device => "oauth2",
        };
        let documented = CodeGrant {
            authorization_endpoint: introduced(json::under(site, [room, "authorize"]), None),
            token_endpoint: self.url(&[room, "token"], id),
            pkce: flow == Flow::Device || client.secret.is_none(),
            client,
            issuer: Issuer {
                identifier: json::issuer(site),
                sends_iss: flow == Flow::Device,
            },
            redirect_uri,
            scope: match flow {
                Flow::Pin => String::new(),
                Flow::Device => SCOPE.to_owned(),
            },
            failed: match flow {
                Flow::Pin => Failed::SpendsTheCode,
                Flow::Device => Failed::JudgesTheClientFirst,
            },
            code_lifetime: CODE_LIFETIME,
        };
        if flow == Flow::Pin {
            return Ok(documented);
        }
        let Some((metadata, _)) = self.metadata().await? else {
            return Ok(documented);
        };
        let page = metadata.authorization_endpoint.clone();
        let page = page.ok_or_else(|| lacking(metadata))?;
        Ok(CodeGrant {
            authorization_endpoint: introduced(page, None),
            token_endpoint: introduced(metadata.token_endpoint.clone(), Some(id)),
            issuer: metadata.issuer.clone(),
            ..documented
        })
    }
}

#[cfg(test)]
mod tests;
