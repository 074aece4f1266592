//! One service as the commands know it, and one request to it: a runtime and a client for it alone, made only when there
//! is need.

use std::time::Duration;

use crate::app::settings::Config;
use crate::auth::{RequestError, Service, Token, Trouble};
use crate::services::http::SetupError;
use crate::services::provider::Provider;
use crate::tokens::Refreshed;

impl Service {
    /// Its application in the settings.
    pub(super) fn client_id(self, config: &Config) -> Option<String> {
        let client_id = match self {
            Self::Simkl => &config.client_id,
            Self::Shikimori => &config.shikimori.client_id,
        };
        client_id.as_ref().map(|(id, _)| id.clone())
    }

    /// Where a person ends this computer's access.
    pub(crate) fn apps_page(self, config: &Config) -> String {
        match self {
            Self::Simkl => format!("{}settings/connected-apps", config.site_url),
            Self::Shikimori => config.shikimori.url.to_string(),
        }
    }

    /// Gets a new token for an old one.
    pub(super) fn refresh(
        self,
        config: &Config,
        limit: Duration,
        old: &Token,
    ) -> Result<Refreshed, RequestError> {
        let provider = self.provider(config)?;
        let token = within(limit, provider.refresh(old))?;
        let date = provider.date();
        Ok(Refreshed { token, date })
    }

    /// Ends a token; see [`Provider::end`].
    pub(super) fn end(
        self,
        config: &Config,
        limit: Duration,
        token: &Token,
    ) -> Result<bool, RequestError> {
        let provider = self.provider(config)?;
        within(limit, provider.end(token))
    }

    fn provider(self, config: &Config) -> Result<Provider, RequestError> {
        config.provider(self).map_err(|error| {
            tracing::warn!("{error}");
            let trouble = match error {
                SetupError::NoCertificates => Trouble::Tls,
                SetupError::NotSecure(_) | SetupError::UserInfo(_) | SetupError::Client(_) => {
                    Trouble::Offline
                }
            };
            trouble.into()
        })
    }
}

/// Performs a request, for no longer than `limit`.
fn within<T>(
    limit: Duration,
    request: impl Future<Output = Result<T, RequestError>>,
) -> Result<T, RequestError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| {
            tracing::warn!("the network could not be used: {error}");
            Trouble::Offline
        })?;
    let answer = runtime.block_on(async { tokio::time::timeout(limit, request).await });
    // A stuck look-up of a name must not keep the command.
    runtime.shutdown_background();
    answer.unwrap_or_else(|_| Err(Trouble::Timeout.into()))
}
