//! A service, as one application sees it: everything that the engine and the commands ask of it.

use std::io;
use std::sync::Arc;
use std::time::SystemTime;

use tokio::sync::OnceCell;

use super::account;
use super::code_grant::{BeginError, code_state_after};
use super::discovery::{ServerMetadata, discover, issuer_address};
use super::http::Http;
use super::http::address::{SetupError, check_base};
use super::oauth_client::OAuthClient;
pub use super::settings::Settings;
use super::{json, simkl};
use crate::auth::{
    AuthorizationCode, ClientCredentials, CodeState, DeviceAuthorization, ExchangeError, Flow,
    PictureAddress, PollOutcome, Profile, Rejection, RequestError, Secret, Service, SignIn, Token,
    Trouble,
};
use crate::system::child;

/// A service, as one application sees it.
#[derive(Debug)]
pub struct Provider {
    settings: Settings,
    http: Http,
    /// What is published under the issuer of the settings: asked for once in a run.
    published: Arc<OnceCell<ServerMetadata>>,
    /// What the command of the settings told: run once, when the secret is first needed.
    told_secret: OnceCell<Secret>,
}

impl Provider {
    /// Checks the addresses and starts the client. An empty client id or secret counts as none.
    pub fn new(mut settings: Settings) -> Result<Self, SetupError> {
        check_base(&settings.site_url)?;
        let http = if settings.description().app_name_in_user_agent {
            Http::for_site(&settings.site_url, &settings.app_name)?
        } else {
            Http::new(&settings.bases().iter().collect::<Vec<_>>())?
        };
        let id = settings.client_id.map(|id| id.trim().to_owned());
        settings.client_id = id.filter(|id| !id.is_empty());
        let secret = settings.client_secret;
        settings.client_secret = secret.filter(|secret| !secret.expose().is_empty());
        Ok(Self {
            settings,
            http,
            published: Arc::default(),
            told_secret: OnceCell::new(),
        })
    }

    /// The same service with another application.
    pub fn with_client(&self, client: ClientCredentials) -> Result<Self, SetupError> {
        let settings = Settings {
            client_id: Some(client.id),
            client_secret: client.secret,
            secret_command: Vec::new(),
            ..self.settings.clone()
        };
        self.with(settings)
    }

    /// The same application for another account at the service.
    pub fn with_service(&self, service: Service) -> Result<Self, SetupError> {
        self.with(Settings {
            service,
            ..self.settings.clone()
        })
    }

    fn with(&self, settings: Settings) -> Result<Self, SetupError> {
        Ok(Self {
            published: self.published.clone(),
            ..Self::new(settings)?
        })
    }

    /// Where it is, and which application asks.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Which it is.
    #[must_use]
    pub fn service(&self) -> Service {
        self.settings.service
    }

    /// The application, if there is one.
    #[must_use]
    pub fn client_id(&self) -> Option<&str> {
        self.settings.client_id.as_deref()
    }

    /// Whether it has what it takes to ask for anything.
    #[must_use]
    pub fn has_client(&self) -> bool {
        let settings = &self.settings;
        let has_secret = settings.client_secret.is_some() || !settings.secret_command.is_empty();
        self.client_id().is_some() && (has_secret || !settings.description().needs_secret)
    }

    /// What is left of a code when nothing is known of its exchange.
    #[must_use]
    pub fn code_after_a_lost_answer(&self) -> CodeState {
        let failed = self.settings.description().oauth.failed_exchange;
        code_state_after(failed, &Trouble::Timeout.into())
    }

    /// The date as the service last told it, if it did: this computer's clock may be wrong.
    #[must_use]
    pub fn date(&self) -> Option<SystemTime> {
        self.http.date()
    }

    /// Asks for a code to be shown. Without a client id: `Rejected(NoClientId)`, and no request.
    pub async fn request_code(&self, flow: Flow) -> Result<DeviceAuthorization, RequestError> {
        let client_id = self.settings.client_id()?;
        match flow {
            Flow::Pin => {
                let url = self.settings.api(&["oauth", "pin"], client_id);
                let answer = self.http.get("GET /oauth/pin", url, None, &[]).await?;
                simkl::read_code(&answer, &self.settings)
            }
            Flow::Device => {
                let client = self.oauth(Some(flow), client_id);
                client.await?.request_code().await
            }
        }
    }

    /// Asks once whether the person has approved.
    pub async fn poll(&self, code: &DeviceAuthorization) -> Result<PollOutcome, RequestError> {
        let client_id = self.settings.client_id()?;
        match code.flow() {
            Flow::Pin => {
                let path = ["oauth", "pin", code.user_code.expose()];
                let url = self.settings.api(&path, client_id);
                let answer = self.http.get("GET /oauth/pin/{code}", url, None, &[]);
                let answer = answer.await?;
                simkl::read_poll(&answer, client_id, &code.user_code, &self.settings)
            }
            Flow::Device => {
                let client = self.oauth(Some(Flow::Device), client_id);
                client.await?.poll(code).await
            }
        }
    }

    /// Begins a sign-in through a page, that of the generation that `flow` belongs to. It comes back to `redirect_uri`: byte
    /// for byte as it is registered, or in Simkl's V2 with any port. Asks for no more than where the endpoints are.
    pub async fn begin(
        &self,
        flow: Option<Flow>,
        redirect_uri: &str,
    ) -> Result<SignIn, BeginError> {
        let flow = flow.or(self.settings.description().flows.first().copied());
        let client_id = self.settings.client_id().map_err(RequestError::from)?;
        let sign_in = self.oauth(flow, client_id).await?.begin(redirect_uri)?;
        Ok(SignIn { flow, ..sign_in })
    }

    /// Asks once for the token of a code, at the endpoints where its sign-in began.
    pub async fn exchange(
        &self,
        sign_in: &SignIn,
        code: &AuthorizationCode,
    ) -> Result<Token, ExchangeError> {
        let client = self.oauth(sign_in.flow, &sign_in.client_id).await;
        let client = client.map_err(|why| ExchangeError {
            why,
            code: CodeState::Alive,
        })?;
        client.exchange(sign_in, code).await
    }

    /// Whose account a token opens, and where their picture is. 401 is `Rejected(Token)`. The token's own client id is
    /// sent: it may be older than the one in the settings.
    pub async fn account(&self, token: &Token) -> Result<Profile, RequestError> {
        let bearer = &token.access_token;
        if !json::fits_a_header(bearer.expose()) {
            return Err(Rejection::Token.into());
        }
        let settings = &self.settings;
        let described = settings.description().account.as_ref();
        let url = if let Some(account) = described {
            account.address.below(&settings.api_url)
        } else {
            let published = self.oauth(Some(Flow::Device), &token.client_id).await?;
            let Some(url) = published.server.userinfo_endpoint else {
                // Nothing tells, so nothing is shown.
                return Ok(Profile::default());
            };
            url
        };
        let account = described.unwrap_or(&account::OPENID);
        let headers = account::headers(account, &token.client_id);
        let url = settings.identified(url, &token.client_id);
        let answer = self.http.get("GET account", url, Some(bearer), &headers);
        let local = settings.api_url.scheme() == "http";
        account::read(
            &answer.await?,
            account,
            bearer.expose(),
            &settings.site_url,
            local,
        )
    }

    /// The bytes of a person's picture, whatever they are. It may be on any host, so the request says nothing of the token,
    /// the application or the person.
    pub async fn picture(&self, address: &PictureAddress) -> Result<Vec<u8>, RequestError> {
        self.http.picture(address.url().clone()).await
    }

    /// Gets a new token for an old one, which Simkl ends at once, and Shikimori when the new one is first used: one
    /// refresher at a time, which stores before it uses. `Rejected(Token)`: the grant has ended, or the token never had one.
    pub async fn refresh(&self, token: &Token) -> Result<Token, RequestError> {
        let client = self.oauth(Some(Flow::Device), &token.client_id);
        client.await?.refresh(token).await
    }

    /// Ends a token. `false`: the service has no way to do that, as Simkl has none for a token of its PIN flow, which a
    /// person ends on the site. `Rejected(Token)`: only for a token that is still accepted.
    pub async fn end(&self, token: &Token) -> Result<bool, RequestError> {
        // A token of an older generation cannot be refreshed, and has that generation's endpoints.
        let flow = token.refresh_token.as_ref().map(|_| Flow::Device);
        let flow = flow.or(self.settings.issuer.as_ref().map(|_| Flow::Device));
        let rules = self.service().oauth(flow);
        if rules.uses_token_before_revoking
            && let Err(refused @ RequestError::Rejected(Rejection::Token)) =
                self.account(token).await
        {
            return Err(refused);
        }
        self.oauth(flow, &token.client_id)
            .await?
            .revoke(token)
            .await
    }

    async fn secret(&self) -> Result<Option<Secret>, RequestError> {
        let settings = &self.settings;
        if settings.client_secret.is_some() || settings.secret_command.is_empty() {
            return Ok(settings.client_secret.clone());
        }
        let told = self.told_secret.get_or_try_init(async || {
            let command = settings.secret_command.clone();
            let told = tokio::task::spawn_blocking(move || child::first_line(&command));
            let told = told
                .await
                .unwrap_or_else(|_| Err(io::ErrorKind::Other.into()));
            told.map_err(|error| {
                tracing::warn!("client_secret_command failed: {error}");
                Rejection::NoClientSecret
            })
        });
        Ok(Some(told.await?.clone()))
    }

    /// The endpoints of the generation that `flow` belongs to, if there are two, for an application; that of
    /// [`Flow::Device`] is the one that refreshes and ends tokens. What is published under an issuer is
    /// asked for before its first use; a failure is not kept.
    async fn oauth(
        &self,
        flow: Option<Flow>,
        client_id: &str,
    ) -> Result<OAuthClient<'_>, RequestError> {
        let settings = &self.settings;
        let credentials = settings.credentials(client_id, self.secret().await?)?;
        let rules = settings.service.oauth(flow);
        let issuer = settings.issuer.as_deref();
        let (mut server, site) = match issuer.filter(|_| flow == Some(Flow::Device)) {
            None => (settings.documented(rules), settings.site_url.clone()),
            Some(issuer) => {
                let ask = || discover(&self.http, issuer);
                let server = self.published.get_or_try_init(ask).await?;
                let site = issuer_address(issuer).ok_or_else(|| server.lacks_endpoint())?;
                (server.clone(), site)
            }
        };
        settings.identify_at(&mut server, client_id);
        Ok(OAuthClient {
            http: &self.http,
            server,
            rules: rules.clone(),
            credentials,
            verification_page: settings.pin_page(&site),
        })
    }
}
