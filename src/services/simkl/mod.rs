//! Simkl: its PIN flow ("AUTH V1"), its device grant ("AUTH V2"), and whose account a token belongs to.
//!
//! The two flows differ in one thing that shapes everything: in the PIN flow the code on the screen is the
//! poll key and no refusal is ever told; the device grant is RFC 8628 as written and lives in
//! [`super::device_grant`]. The invariants: every call to Simkl's API carries `client_id`, `app-name` and `app-version`
//! (Simkl's "Required parameters"), and the one that fetches a picture from anywhere carries nothing; one request per
//! function, but where an issuer is set: the first call of V2 asks where its endpoints are before.

mod browser;

use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;
use tokio::sync::OnceCell;
use url::Url;

use super::client::Client;
use super::device_grant::DeviceGrant;
use super::discovery::{Metadata, discover, issuer_address};
use super::http::{Http, HttpResponse, SetupError, check_base, classify};
use super::json;
use crate::auth::{
    Account, ClientCredentials, DeviceAuthorization, Flow, PictureAddress, PollOutcome, Profile,
    Rejection, RequestError, Secret, Token, Trouble, UserCode,
};

#[cfg(test)]
mod tests;

/// What is asked for in the device grant. Simkl answers a scope it does not know with a read-only token.
pub const SCOPE: &str = "media:read media:write";
/// The longest picture that is read. Simkl's own are a tenth of it.
const PICTURE_LIMIT: usize = 512 * 1024;

/// Where Simkl is, and who asks.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The application's id; without one nothing is asked at all.
    pub client_id: Option<String>,
    /// Its secret, if it has one: shown wherever a token is asked for, renewed or ended, but in the PIN flow.
    pub client_secret: Option<Secret>,
    /// The programs' door, `https://api.simkl.com`.
    pub api_url: Url,
    /// The people's door, `https://simkl.com`.
    pub site_url: Url,
    /// The issuer under which V2's endpoints are published (RFC 8414); without one they are where Simkl documents them.
    pub issuer: Option<String>,
}

impl Settings {
    /// Where a code is typed.
    fn pin_page(&self) -> Url {
        json::under(&self.site_url, ["pin"])
    }
}

/// Simkl, as one application sees it.
#[derive(Debug)]
pub struct Simkl {
    settings: Settings,
    http: Http,
    /// V2's endpoints, as they are published under the issuer of the settings: asked for once in a run.
    published: Arc<OnceCell<Metadata>>,
}

impl Simkl {
    /// Checks the addresses and starts the client. An empty client id counts as none.
    pub fn new(mut settings: Settings) -> Result<Self, SetupError> {
        check_base(&settings.site_url)?;
        let issuer = settings.issuer.as_deref().and_then(issuer_address);
        let bases: Vec<_> = [&settings.api_url].into_iter().chain(&issuer).collect();
        let http = Http::new(&bases)?;
        settings.client_id = settings
            .client_id
            .map(|id| id.trim().to_owned())
            .filter(|id| !id.is_empty());
        settings.client_secret = settings
            .client_secret
            .filter(|secret| !secret.expose().is_empty());
        let published = Arc::default();
        Ok(Self {
            settings,
            http,
            published,
        })
    }

    /// The same Simkl for another application.
    pub(super) fn with_client(&self, client: ClientCredentials) -> Result<Self, SetupError> {
        let settings = Settings {
            client_id: Some(client.id),
            client_secret: client.secret,
            ..self.settings.clone()
        };
        Ok(Self {
            published: self.published.clone(),
            ..Self::new(settings)?
        })
    }

    /// The client id, if there is one.
    pub(super) fn known_client_id(&self) -> Option<&str> {
        self.settings.client_id.as_deref()
    }

    /// Asks for a code. Without a client id: `Rejected(NoClientId)`, and no request.
    pub async fn request_code(&self, flow: Flow) -> Result<DeviceAuthorization, RequestError> {
        let client_id = self.client_id()?;
        match flow {
            Flow::Pin => {
                let url = self.url(&["oauth", "pin"], client_id);
                let answer = self.http.get("GET /oauth/pin", url, None).await?;
                read_code(&answer, &self.settings)
            }
            Flow::Device => {
                let grant = self.device_grant(self.client(client_id)).await?;
                grant.request_code(&self.http).await
            }
        }
    }

    /// Asks once whether the person has approved.
    pub async fn poll(
        &self,
        authorization: &DeviceAuthorization,
    ) -> Result<PollOutcome, RequestError> {
        let client_id = self.client_id()?;
        match authorization.flow() {
            Flow::Pin => {
                let code = &authorization.user_code;
                let url = self.url(&["oauth", "pin", code.expose()], client_id);
                let answer = self.http.get("GET /oauth/pin/{code}", url, None).await?;
                read_poll(&answer, client_id, code, &self.settings)
            }
            Flow::Device => {
                let grant = self.device_grant(self.client(client_id)).await?;
                grant.poll(&self.http, authorization).await
            }
        }
    }

    /// Whose account a token opens, and where their picture is. 401 is `Rejected(Token)`. The token's own client id is sent: it may
    /// be older than the one in the settings.
    pub async fn account(&self, token: &Token) -> Result<Profile, RequestError> {
        let bearer = &token.access_token;
        if !json::fits_a_header(bearer.expose()) {
            return Err(RequestError::Rejected(Rejection::Token));
        }
        let url = self.url(&["users", "settings"], &token.client_id);
        let answer = self
            .http
            .get("GET /users/settings", url, Some(bearer))
            .await?;
        let local = self.settings.api_url.scheme() == "http";
        read_account(&answer, bearer.expose(), &self.settings.site_url, local)
    }

    /// The bytes of a person's picture, whatever they are. Simkl keeps pictures on a host of its own or leaves them
    /// where the person signed up, so this one call says nothing of the token, the application or the person.
    pub async fn picture(&self, address: &PictureAddress) -> Result<Vec<u8>, RequestError> {
        let accept = "image/webp, image/png, image/jpeg";
        self.http
            .download(address.url().clone(), accept, PICTURE_LIMIT)
            .await
    }

    /// Ends the token at Simkl. `false`: Simkl has no way for tokens of the PIN flow, and nothing was asked;
    /// the person ends them on the site, under "Connected apps".
    pub async fn revoke(&self, token: &Token) -> Result<bool, RequestError> {
        if token.refresh_token.is_none() {
            return Ok(false);
        }
        let grant = self.device_grant(self.client(&token.client_id)).await?;
        grant.revoke(&self.http, token).await
    }

    /// Gets a new access token, which ends the old one at once: one refresher at a time. Simkl keeps the refresh
    /// token. `Rejected(Token)`: the grant has ended, as it has for a token of the PIN flow.
    pub async fn refresh(&self, token: &Token) -> Result<Token, RequestError> {
        if token.refresh_token.is_none() {
            return Err(RequestError::Rejected(Rejection::Token));
        }
        let grant = self.device_grant(self.client(&token.client_id)).await?;
        grant.refresh(&self.http, token).await
    }

    /// The date as the service last told it, if it did.
    pub fn date(&self) -> Option<SystemTime> {
        self.http.date()
    }

    fn client_id(&self) -> Result<&str, RequestError> {
        let client_id = self.settings.client_id.as_deref();
        client_id.ok_or(RequestError::Rejected(Rejection::NoClientId))
    }

    /// An address of the API with the parameters that every call carries.
    fn url(&self, path: &[&str], client_id: &str) -> Url {
        let url = json::under(&self.settings.api_url, path.iter().copied());
        introduced(url, Some(client_id))
    }

    /// The application of this id: the secret belongs to the one in the settings, not to an older one.
    fn client(&self, id: &str) -> Client {
        let is_present = self.settings.client_id.as_deref() == Some(id);
        let secret = self.settings.client_secret.clone();
        Client {
            id: id.to_owned(),
            secret: secret.filter(|_| is_present),
        }
    }

    async fn device_grant(&self, client: Client) -> Result<DeviceGrant, RequestError> {
        let id = &client.id;
        let scope = SCOPE.to_owned();
        let Some((metadata, issuer)) = self.metadata().await? else {
            return Ok(DeviceGrant {
                device_authorization_endpoint: self.url(&["oauth2", "device"], id),
                token_endpoint: self.url(&["oauth2", "token"], id),
                revocation_endpoint: Some(self.url(&["oauth2", "revoke"], id)),
                client,
                scope,
                page: self.settings.pin_page(),
            });
        };
        let device = metadata.device_authorization_endpoint.clone();
        let device = device.ok_or_else(|| lacking(metadata))?;
        let revocation = metadata.revocation_endpoint.clone();
        Ok(DeviceGrant {
            device_authorization_endpoint: introduced(device, Some(id)),
            token_endpoint: introduced(metadata.token_endpoint.clone(), Some(id)),
            revocation_endpoint: revocation.map(|url| introduced(url, Some(id))),
            client,
            scope,
            page: json::under(&issuer, ["pin"]),
        })
    }

    /// What is published under the issuer of the settings, and where that is; `None` without one, and then nothing is
    /// asked. A failure is not kept: the next call asks again.
    async fn metadata(&self) -> Result<Option<(&Metadata, Url)>, RequestError> {
        let Some(identifier) = self.settings.issuer.as_deref() else {
            return Ok(None);
        };
        let ask = || discover(&self.http, identifier);
        let metadata = self.published.get_or_try_init(ask).await?;
        let address = issuer_address(identifier).ok_or_else(|| lacking(metadata))?;
        Ok(Some((metadata, address)))
    }
}

/// An address that is needed is not published.
fn lacking(metadata: &Metadata) -> RequestError {
    let issuer = metadata.issuer.identifier.clone();
    RequestError::Rejected(Rejection::Metadata { issuer })
}

/// Adds what Simkl wants to know of every caller: who the application is, where its id is not there otherwise, and which
/// program.
fn introduced(mut url: Url, client_id: Option<&str>) -> Url {
    {
        let mut query = url.query_pairs_mut();
        if let Some(client_id) = client_id {
            query.append_pair("client_id", client_id);
        }
        query
            .append_pair("app-name", "couchpin")
            .append_pair("app-version", env!("CARGO_PKG_VERSION"));
    }
    url
}

/// The answer to `GET /oauth/pin`.
pub(super) fn read_code(
    answer: &HttpResponse,
    settings: &Settings,
) -> Result<DeviceAuthorization, RequestError> {
    if !answer.is_success() {
        return Err(RequestError::Rejected(classify::rejection(answer, &[])));
    }
    pin_code(&answer.body, settings).ok_or_else(|| Trouble::Malformed.into())
}

/// A PIN and what belongs to it. Its `device_code` is a placeholder, which opens nothing.
fn pin_code(body: &Value, settings: &Settings) -> Option<DeviceAuthorization> {
    let user_code = json::user_code(body)?;
    let own = [&settings.site_url, &settings.api_url];
    let verification_uri = json::page(body, "verification_uri", &own)
        .or_else(|| json::page(body, "verification_url", &own))
        .unwrap_or_else(|| settings.pin_page());
    Some(DeviceAuthorization {
        // Simkl's own plug-ins put this address into their QR codes.
        verification_uri_complete: json::under(&verification_uri, [user_code.expose()]),
        user_code,
        device_code: None,
        verification_uri,
        expires_in: json::code_lifetime(body),
        interval: json::poll_interval(body),
    })
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
        let rejection = classify::rejection(answer, &[polled.expose()]);
        return Err(RequestError::Rejected(rejection));
    }
    if json::text(body, "access_token").is_some() {
        return json::token(body, client_id)
            .map(PollOutcome::Authorized)
            .ok_or_else(|| Trouble::Malformed.into());
    }
    if body.get("device_code").is_some() {
        return Ok(PollOutcome::CodeGone(
            pin_code(body, settings).map(Box::new),
        ));
    }
    match json::text(body, "result") {
        // Simkl's older reference. Its words are no promise, but the worst that can come of it is patience.
        Some("KO") if json::text(body, "message").is_some_and(is_slow_down) => {
            Ok(PollOutcome::SlowDown)
        }
        Some("KO") => Ok(PollOutcome::Pending),
        _ => Err(Trouble::Malformed.into()),
    }
}

fn is_slow_down(message: &str) -> bool {
    message.trim().eq_ignore_ascii_case("slow down")
}

/// The answer to `/users/settings`: `{user: {name, avatar, …}, account: {id, …}}`, each of which may be missing.
pub(super) fn read_account(
    answer: &HttpResponse,
    token: &str,
    site: &Url,
    local: bool,
) -> Result<Profile, RequestError> {
    if !answer.is_success() {
        return Err(RequestError::Rejected(
            match classify::rejection(answer, &[token]) {
                Rejection::Other { status: 401, .. } => Rejection::Token,
                other => other,
            },
        ));
    }
    let read = |pointer| answer.body.pointer(pointer).and_then(json::label);
    match (read("/account/id"), read("/user/name")) {
        (None, None) => Err(Trouble::Malformed.into()),
        (id, name) => Ok(Profile {
            account: Account {
                id: id.unwrap_or_default(),
                name: name.unwrap_or_default(),
            },
            picture: answer
                .body
                .pointer("/user/avatar")
                .and_then(|avatar| json::picture(avatar, site, local)),
        }),
    }
}
