//! One service as the commands know it, and one request to it: a runtime and a client for it alone, made only when there
//! is need.

use std::time::Duration;

use crate::authorization::{RequestError, Token, Trouble};
use crate::cli::Service;
use crate::config::Config;
use crate::engine::SIMKL;
use crate::services::http::SetupError;
use crate::services::shikimori::Shikimori;
use crate::services::simkl::Simkl;

impl Service {
    /// Every service there is.
    pub(super) const ALL: [Self; 2] = [Self::Simkl, Self::Shikimori];

    /// What it is called in stores, in JSON and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Simkl => SIMKL,
            Self::Shikimori => "shikimori",
        }
    }

    /// Its application in the settings.
    pub(super) fn client_id(self, config: &Config) -> Option<String> {
        let client_id = match self {
            Self::Simkl => &config.client_id,
            Self::Shikimori => &config.shikimori.client_id,
        };
        client_id.as_ref().map(|(id, _)| id.clone())
    }

    /// Where a person ends this computer's access.
    pub(super) fn apps_page(self, config: &Config) -> String {
        match self {
            Self::Simkl => super::apps_page(config),
            Self::Shikimori => config.shikimori.url.to_string(),
        }
    }

    /// Gets a new token for an old one.
    pub(super) fn refresh(
        self,
        config: &Config,
        limit: Duration,
        old: &Token,
    ) -> Result<Token, RequestError> {
        match self {
            Self::Simkl => {
                let simkl = started(Simkl::new(config.simkl()))?;
                within(limit, simkl.refresh(old))
            }
            Self::Shikimori => {
                let shikimori = started(Shikimori::new(config.shikimori.wire()))?;
                within(limit, shikimori.refresh(old))
            }
        }
    }

    /// Ends a token. `false`: the service has no way to do that.
    pub(super) fn end(
        self,
        config: &Config,
        limit: Duration,
        token: &Token,
    ) -> Result<bool, RequestError> {
        // Nothing is made ready for a service that has no way to do it.
        if token.refresh_token.is_none() {
            return Ok(false);
        }
        match self {
            Self::Simkl => {
                let simkl = started(Simkl::new(config.simkl()))?;
                within(limit, simkl.revoke(token))
            }
            Self::Shikimori => {
                let shikimori = started(Shikimori::new(config.shikimori.wire()))?;
                within(limit, shikimori.sign_out(token))
            }
        }
    }
}

fn started<T>(client: Result<T, SetupError>) -> Result<T, RequestError> {
    client.map_err(|error| {
        tracing::warn!("{error}");
        let trouble = match error {
            SetupError::NoCertificates => Trouble::Tls,
            SetupError::NotSecure(_) | SetupError::Client(_) => Trouble::Offline,
        };
        trouble.into()
    })
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
