//! Simkl's sign-in through a browser: its page is on the people's door, its tokens are on the programs'.
//!
//! An application with a secret shows it, one without proves itself by S256. A code is used up by whatever is sent with
//! it: after any failure, only a new sign-in helps.

use super::{SCOPE, Simkl};
use crate::authorization::{
    AuthorizationCode, CodeState, ExchangeError, Flow, Rejection, RequestError, SignIn, Token,
};
use crate::services::client::Client;
use crate::services::code_grant::{BeginError, CodeGrant, Failed};
use crate::services::wire;

impl Simkl {
    /// Begins a sign-in through a browser, which comes back to `redirect_uri`, byte for byte as it is registered. The
    /// doors are those of the generation that `flow` belongs to. Asks nobody.
    pub fn begin(&self, flow: Flow, redirect_uri: &str) -> Result<SignIn, BeginError> {
        let grant = self.code_grant(flow, redirect_uri);
        Ok(SignIn {
            flow: Some(flow),
            ..grant.map_err(BeginError::Settings)?.begin()?
        })
    }

    /// Asks once for the token of a code, at the doors where its sign-in began.
    pub async fn exchange(
        &self,
        sign_in: &SignIn,
        code: &AuthorizationCode,
    ) -> Result<Token, ExchangeError> {
        let flow = sign_in.flow.unwrap_or(Flow::Pin);
        let grant = self.code_grant(flow, &sign_in.redirect_uri);
        let grant = grant.map_err(|rejection| ExchangeError {
            why: RequestError::Rejected(rejection),
            code: CodeState::Alive,
        })?;
        grant.exchange(&self.http, sign_in, code).await
    }

    fn code_grant(&self, flow: Flow, redirect_uri: &str) -> Result<CodeGrant, Rejection> {
        let id = self.settings.client_id.as_deref();
        let id = id.ok_or(Rejection::NoClientId)?;
        let (room, scope) = match flow {
            Flow::Pin => ("oauth", ""),
            Flow::Device => ("oauth2", SCOPE),
        };
        let mut page = wire::under(&self.settings.site_url, [room, "authorize"]);
        page.query_pairs_mut()
            .append_pair("app-name", "couchpin")
            .append_pair("app-version", env!("CARGO_PKG_VERSION"));
        Ok(CodeGrant {
            authorization_endpoint: page,
            token_endpoint: self.url(&[room, "token"], id),
            client: Client {
                id: id.to_owned(),
                secret: self.settings.client_secret.clone(),
            },
            redirect_uri: redirect_uri.to_owned(),
            scope: scope.to_owned(),
            failed: Failed::SpendsTheCode,
        })
    }
}

#[cfg(test)]
mod tests;
