//! Any service: what the machine's orders and the commands ask of it, whichever it is.

use std::time::SystemTime;

use super::code_grant::BeginError;
use super::http::SetupError;
use super::shikimori::{self, Shikimori};
use super::simkl::{self, Simkl};
use crate::auth::{
    AuthorizationCode, ClientCredentials, CodeState, DeviceAuthorization, ExchangeError, Flow,
    PictureAddress, PollOutcome, Profile, Rejection, RequestError, Service, SignIn, Token,
};

/// A service, as one application sees it.
#[derive(Debug)]
pub enum Provider {
    /// Simkl.
    Simkl(Simkl),
    /// Shikimori, and the settings that it was made of.
    Shikimori(Shikimori, shikimori::Settings),
}

impl Provider {
    /// Simkl; see [`Simkl::new`].
    pub fn simkl(settings: simkl::Settings) -> Result<Self, SetupError> {
        Ok(Self::Simkl(Simkl::new(settings)?))
    }

    /// Shikimori; see [`Shikimori::new`].
    pub fn shikimori(settings: shikimori::Settings) -> Result<Self, SetupError> {
        Ok(Self::Shikimori(Shikimori::new(settings.clone())?, settings))
    }

    /// Which it is.
    #[must_use]
    pub fn service(&self) -> Service {
        match self {
            Self::Simkl(..) => Service::Simkl,
            Self::Shikimori(..) => Service::Shikimori,
        }
    }

    /// The same service with another application; `None` where that cannot be.
    #[must_use]
    pub fn with_client(&self, client: ClientCredentials) -> Option<Self> {
        let made = match self {
            Self::Simkl(simkl) => simkl.with_client(client).map(Self::Simkl),
            Self::Shikimori(_, settings) => Self::shikimori(shikimori::Settings {
                client_id: Some(client.id),
                client_secret: Some(client.secret?),
                ..settings.clone()
            }),
        };
        made.ok()
    }

    /// The application, if there is one.
    #[must_use]
    pub fn client_id(&self) -> Option<&str> {
        match self {
            Self::Simkl(simkl) => simkl.known_client_id(),
            Self::Shikimori(_, settings) => settings.client_id.as_deref(),
        }
    }

    /// Whether it has what it takes to ask for anything.
    #[must_use]
    pub fn has_client(&self) -> bool {
        match self {
            Self::Simkl(simkl) => simkl.known_client_id().is_some(),
            Self::Shikimori(_, settings) => {
                settings.client_id.is_some() && settings.client_secret.is_some()
            }
        }
    }

    /// What is left of a code when nothing is known of its exchange.
    #[must_use]
    pub fn code_after_a_lost_answer(&self) -> CodeState {
        match self {
            Self::Simkl(..) => CodeState::Spent,
            Self::Shikimori(..) => CodeState::Uncertain,
        }
    }

    /// Asks for a code to be shown; see [`Simkl::request_code`]. Only Simkl has such.
    pub async fn request_code(&self, flow: Flow) -> Result<DeviceAuthorization, RequestError> {
        match self {
            Self::Simkl(simkl) => simkl.request_code(flow).await,
            Self::Shikimori(..) => Err(RequestError::Rejected(NO_CODES)),
        }
    }

    /// Asks once whether the person has approved.
    pub async fn poll(&self, code: &DeviceAuthorization) -> Result<PollOutcome, RequestError> {
        match self {
            Self::Simkl(simkl) => simkl.poll(code).await,
            Self::Shikimori(..) => Err(RequestError::Rejected(NO_CODES)),
        }
    }

    /// Begins a sign-in through a page; asks at most where that is. Simkl's page is that of the generation that `flow`
    /// belongs to.
    pub async fn begin(
        &self,
        flow: Option<Flow>,
        redirect_uri: &str,
    ) -> Result<SignIn, BeginError> {
        match self {
            Self::Simkl(simkl) => simkl.begin(flow.unwrap_or(Flow::Pin), redirect_uri).await,
            Self::Shikimori(shikimori, _) => shikimori.begin(redirect_uri),
        }
    }

    /// Asks once for the token of a code.
    pub async fn exchange(
        &self,
        sign_in: &SignIn,
        code: &AuthorizationCode,
    ) -> Result<Token, ExchangeError> {
        match self {
            Self::Simkl(simkl) => simkl.exchange(sign_in, code).await,
            Self::Shikimori(shikimori, _) => shikimori.exchange(sign_in, code).await,
        }
    }

    /// Whose account a token opens.
    pub async fn account(&self, token: &Token) -> Result<Profile, RequestError> {
        match self {
            Self::Simkl(simkl) => simkl.account(token).await,
            Self::Shikimori(shikimori, _) => {
                let account = shikimori.account(token).await?;
                let picture = None;
                Ok(Profile { account, picture })
            }
        }
    }

    /// The bytes of a person's picture.
    pub async fn picture(&self, address: &PictureAddress) -> Result<Vec<u8>, RequestError> {
        match self {
            Self::Simkl(simkl) => simkl.picture(address).await,
            Self::Shikimori(..) => Err(RequestError::Rejected(NO_CODES)),
        }
    }

    /// Gets a new token for an old one.
    pub async fn refresh(&self, token: &Token) -> Result<Token, RequestError> {
        match self {
            Self::Simkl(simkl) => simkl.refresh(token).await,
            Self::Shikimori(shikimori, _) => shikimori.refresh(token).await,
        }
    }

    /// The date as the service last told it, if it did: this computer's clock may be wrong.
    #[must_use]
    pub fn date(&self) -> Option<SystemTime> {
        match self {
            Self::Simkl(simkl) => simkl.date(),
            Self::Shikimori(shikimori, _) => shikimori.date(),
        }
    }

    /// Ends a token. `false`: the service has no way to do that; `Rejected(Token)`: only for a token that lives.
    pub async fn end(&self, token: &Token) -> Result<bool, RequestError> {
        match self {
            Self::Simkl(simkl) => simkl.revoke(token).await,
            Self::Shikimori(shikimori, _) => shikimori.sign_out(token).await,
        }
    }
}

/// The answer to what a service does not have; nothing asks it.
const NO_CODES: Rejection = Rejection::Other {
    status: 404,
    error: String::new(),
};
