//! Simkl: its PIN flow ("AUTH V1"), its device grant ("AUTH V2"), and whose account a token belongs to.
//!
//! The two flows differ in one thing that shapes everything: in the PIN flow the code on the screen is the
//! poll key and no refusal is ever told; the device grant is RFC 8628 as written and lives in
//! [`super::device_grant`]. The invariants: every call to Simkl's API carries `client_id`, `app-name` and `app-version`
//! (Simkl's "Required parameters"), and the one that fetches a picture from anywhere carries nothing; one request per
//! function.

mod browser;

use std::time::SystemTime;

use serde_json::Value;
use url::Url;

use super::device_grant::DeviceGrant;
use super::http::{Answer, Http, SetupError, check_base, verdict};
use super::wire;
use crate::authorization::{
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
    /// Its secret, if it has one: only the sign-in through a browser shows it.
    pub client_secret: Option<Secret>,
    /// The programs' door, `https://api.simkl.com`.
    pub api_url: Url,
    /// The people's door, `https://simkl.com`.
    pub site_url: Url,
}

impl Settings {
    /// Where a code is typed.
    fn pin_page(&self) -> Url {
        wire::under(&self.site_url, ["pin"])
    }
}

/// Simkl, as one application sees it.
#[derive(Debug)]
pub struct Simkl {
    settings: Settings,
    http: Http,
}

impl Simkl {
    /// Checks the addresses and starts the client. An empty client id counts as none.
    pub fn new(mut settings: Settings) -> Result<Self, SetupError> {
        check_base(&settings.site_url)?;
        let http = Http::new(&[&settings.api_url])?;
        settings.client_id = settings
            .client_id
            .map(|id| id.trim().to_owned())
            .filter(|id| !id.is_empty());
        settings.client_secret = settings
            .client_secret
            .filter(|secret| !secret.expose().is_empty());
        Ok(Self { settings, http })
    }

    /// What this was made of, but for the application.
    pub(super) fn settings_with(&self, client: ClientCredentials) -> Settings {
        Settings {
            client_id: Some(client.id),
            client_secret: client.secret,
            ..self.settings.clone()
        }
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
            Flow::Device => self.device_grant(client_id).request_code(&self.http).await,
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
                let grant = self.device_grant(client_id);
                grant.poll(&self.http, authorization).await
            }
        }
    }

    /// Whose account a token opens, and where their picture is. 401 is `Rejected(Token)`. The token's own client id is sent: it may
    /// be older than the one in the settings.
    pub async fn account(&self, token: &Token) -> Result<Profile, RequestError> {
        let bearer = &token.access_token;
        if !wire::fits_a_header(bearer.expose()) {
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
        self.device_grant(&token.client_id)
            .revoke(&self.http, token)
            .await
    }

    /// Gets a new access token, which ends the old one at once: one refresher at a time. Simkl keeps the refresh
    /// token. `Rejected(Token)`: the grant has ended, as it has for a token of the PIN flow.
    pub async fn refresh(&self, token: &Token) -> Result<Token, RequestError> {
        self.device_grant(&token.client_id)
            .refresh(&self.http, token)
            .await
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
        let mut url = wire::under(&self.settings.api_url, path.iter().copied());
        url.query_pairs_mut()
            .append_pair("client_id", client_id)
            .append_pair("app-name", "couchpin")
            .append_pair("app-version", env!("CARGO_PKG_VERSION"));
        url
    }

    fn device_grant(&self, client_id: &str) -> DeviceGrant {
        DeviceGrant {
            device_authorization_endpoint: self.url(&["oauth2", "device"], client_id),
            token_endpoint: self.url(&["oauth2", "token"], client_id),
            revocation_endpoint: Some(self.url(&["oauth2", "revoke"], client_id)),
            client_id: client_id.to_owned(),
            scope: SCOPE.to_owned(),
            page: self.settings.pin_page(),
        }
    }
}

/// The answer to `GET /oauth/pin`.
pub(super) fn read_code(
    answer: &Answer,
    settings: &Settings,
) -> Result<DeviceAuthorization, RequestError> {
    if !answer.is_success() {
        return Err(RequestError::Rejected(verdict::rejection(answer, &[])));
    }
    pin_code(&answer.body, settings).ok_or_else(|| Trouble::Malformed.into())
}

/// A PIN and what belongs to it. Its `device_code` is a placeholder, which opens nothing.
fn pin_code(body: &Value, settings: &Settings) -> Option<DeviceAuthorization> {
    let user_code = wire::user_code(body)?;
    let own = [&settings.site_url, &settings.api_url];
    let verification_uri = wire::page(body, "verification_uri", &own)
        .or_else(|| wire::page(body, "verification_url", &own))
        .unwrap_or_else(|| settings.pin_page());
    Some(DeviceAuthorization {
        // Simkl's own plug-ins put this address into their QR codes.
        verification_uri_complete: wire::under(&verification_uri, [user_code.expose()]),
        user_code,
        device_code: None,
        verification_uri,
        expires_in: wire::code_lifetime(body),
        interval: wire::poll_interval(body),
    })
}

/// The answer to `GET /oauth/pin/{code}`. `result` says "OK" both for a token and for a code that has just
/// been made because the polled one is gone: so what the answer holds decides, and `result` only in the end.
pub(super) fn read_poll(
    answer: &Answer,
    client_id: &str,
    polled: &UserCode,
    settings: &Settings,
) -> Result<PollOutcome, RequestError> {
    let body = &answer.body;
    if !answer.is_success() {
        let rejection = verdict::rejection(answer, &[polled.expose()]);
        return Err(RequestError::Rejected(rejection));
    }
    if wire::text(body, "access_token").is_some() {
        return wire::token(body, client_id)
            .map(PollOutcome::Authorized)
            .ok_or_else(|| Trouble::Malformed.into());
    }
    if body.get("device_code").is_some() {
        return Ok(PollOutcome::CodeGone(
            pin_code(body, settings).map(Box::new),
        ));
    }
    match wire::text(body, "result") {
        // Simkl's older reference. Its words are no promise, but the worst that can come of it is patience.
        Some("KO") if wire::text(body, "message").is_some_and(is_slow_down) => {
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
    answer: &Answer,
    token: &str,
    site: &Url,
    local: bool,
) -> Result<Profile, RequestError> {
    if !answer.is_success() {
        return Err(RequestError::Rejected(
            match verdict::rejection(answer, &[token]) {
                Rejection::Other { status: 401, .. } => Rejection::Token,
                other => other,
            },
        ));
    }
    let read = |pointer| answer.body.pointer(pointer).and_then(wire::label);
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
                .and_then(|avatar| wire::picture(avatar, site, local)),
        }),
    }
}
