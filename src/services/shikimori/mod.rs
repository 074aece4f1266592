//! Shikimori: a Rails site whose sign-in is the Doorkeeper engine, and whose host moves now and then.
//!
//! It has the code grant and refreshing, both with a client secret, and no proof by S256. Its page shows the code to be
//! carried by hand, unless a redirect address is registered. A failed exchange leaves the code alive. Refreshing rotates:
//! the old pair lives until the new access token is first used, so a new pair is stored before that. The invariants:
//! every call says the application's registered name, without which an address can be banned; nothing follows a
//! redirect; one request per function, but for [`Shikimori::sign_out`].

use std::time::{Duration, SystemTime};

use serde_json::Value;
use url::Url;

use super::client::Client;
use super::code_grant::{BeginError, CodeGrant, Failed};
use super::http::{Http, HttpResponse, SetupError, classify};
use super::json;
use crate::auth::{
    Account, AuthorizationCode, CodeState, ExchangeError, Issuer, Rejection, RequestError, Secret,
    SignIn, Token, Trouble,
};

#[cfg(test)]
mod tests;

/// What is asked for: the lists of what somebody watched.
pub const SCOPE: &str = "user_rates";
/// How long a code lives.
const CODE_LIFETIME: Duration = Duration::from_mins(30);

/// Where Shikimori is, and who asks.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The application's id; without one nothing is asked at all.
    pub client_id: Option<String>,
    /// Its secret; without one nothing is asked either.
    pub client_secret: Option<Secret>,
    /// The name under which the application is registered: the `User-Agent` of every call.
    pub app_name: String,
    /// The site, `https://shikimori.io`.
    pub url: Url,
}

/// Shikimori, as one application sees it.
#[derive(Debug)]
pub struct Shikimori {
    settings: Settings,
    http: Http,
}

impl Shikimori {
    /// Checks the address and starts the client. An empty client id or secret counts as none.
    pub fn new(mut settings: Settings) -> Result<Self, SetupError> {
        let http = Http::for_site(&settings.url, &settings.app_name)?;
        settings.client_id = settings
            .client_id
            .map(|id| id.trim().to_owned())
            .filter(|id| !id.is_empty());
        settings.client_secret = settings
            .client_secret
            .filter(|secret| !secret.expose().is_empty());
        Ok(Self { settings, http })
    }

    /// Begins a sign-in. `redirect_uri` is a registered address on this computer, or
    /// [`crate::auth::OUT_OF_BAND`] for a page that shows the code. Asks nobody.
    pub fn begin(&self, redirect_uri: &str) -> Result<SignIn, BeginError> {
        let client = self.client(None).map_err(BeginError::Settings)?;
        self.grant(client, redirect_uri).begin()
    }

    /// Asks once for the token of a code.
    pub async fn exchange(
        &self,
        sign_in: &SignIn,
        code: &AuthorizationCode,
    ) -> Result<Token, ExchangeError> {
        let client = self.client(None).map_err(|rejection| ExchangeError {
            why: RequestError::Rejected(rejection),
            code: CodeState::Alive,
        })?;
        let grant = self.grant(client, &sign_in.redirect_uri);
        grant.exchange(&self.http, sign_in, code).await
    }

    /// Gets a new pair of tokens. The old pair works until the new access token is first used: store it before that.
    /// `Rejected(Token)`: the refresh token is used up or revoked.
    pub async fn refresh(&self, token: &Token) -> Result<Token, RequestError> {
        let client = self.client(Some(token)).map_err(RequestError::Rejected)?;
        let url = self.url(&["oauth", "token"]);
        client.refresh(&self.http, url, token).await
    }

    /// Whose account a token opens. `Rejected(Token)` also where Shikimori answers like to a stranger, with `null`.
    pub async fn account(&self, token: &Token) -> Result<Account, RequestError> {
        let bearer = &token.access_token;
        if !json::fits_a_header(bearer.expose()) {
            return Err(RequestError::Rejected(Rejection::Token));
        }
        let url = self.url(&["api", "users", "whoami"]);
        let answer = self
            .http
            .get("GET /api/users/whoami", url, Some(bearer))
            .await?;
        read_account(&answer, bearer.expose())
    }

    /// Ends a sign-in. `false`: Shikimori does not offer it; `Rejected(Token)`: it does so for a living token only.
    ///
    /// Doorkeeper says "ended" of a token without life and leaves it alone, and a pair that was refreshed lives on until
    /// the new access token is used. So the token is used first: two requests.
    pub async fn sign_out(&self, token: &Token) -> Result<bool, RequestError> {
        if let Err(refused @ RequestError::Rejected(Rejection::Token)) = self.account(token).await {
            return Err(refused);
        }
        let client = self.client(Some(token)).map_err(RequestError::Rejected)?;
        let url = self.url(&["oauth", "revoke"]);
        client.revoke(&self.http, url, token).await
    }

    /// The date as the service last told it, if it did.
    pub fn date(&self) -> Option<SystemTime> {
        self.http.date()
    }

    /// Who asks: the application of a token, which may be older than the one in the settings, or the one in the settings.
    fn client(&self, of: Option<&Token>) -> Result<Client, Rejection> {
        let id = of.map(|token| token.client_id.clone());
        let id = id.or_else(|| self.settings.client_id.clone());
        let secret = self.settings.client_secret.clone();
        Ok(Client {
            id: id.ok_or(Rejection::NoClientId)?,
            secret: Some(secret.ok_or(Rejection::NoClientSecret)?),
        })
    }

    fn url(&self, path: &[&str]) -> Url {
        json::under(&self.settings.url, path.iter().copied())
    }

    fn grant(&self, client: Client, redirect_uri: &str) -> CodeGrant {
        CodeGrant {
            authorization_endpoint: self.url(&["oauth", "authorize"]),
            token_endpoint: self.url(&["oauth", "token"]),
            client,
            // Its Doorkeeper knows nothing of it.
            pkce: false,
            issuer: Issuer {
                identifier: json::issuer(&self.settings.url),
                sends_iss: false,
            },
            redirect_uri: redirect_uri.to_owned(),
            scope: SCOPE.to_owned(),
            failed: Failed::LeavesTheCode,
            code_lifetime: CODE_LIFETIME,
        }
    }
}

/// The answer to `whoami`: `{id, nickname, …}`. `null` under 200 is what a stranger gets.
pub(super) fn read_account(answer: &HttpResponse, token: &str) -> Result<Account, RequestError> {
    if answer.status == 401 || (answer.is_success() && answer.body == Value::Null) {
        return Err(RequestError::Rejected(Rejection::Token));
    }
    if !answer.is_success() {
        let rejection = classify::rejection(answer, &[token]);
        return Err(RequestError::Rejected(rejection));
    }
    let read = |field| answer.body.get(field).and_then(json::label);
    let id = read("id").ok_or(Trouble::Malformed)?;
    Ok(Account {
        id,
        name: read("nickname").unwrap_or_default(),
    })
}
