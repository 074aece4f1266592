//! One request to a service: a runtime and a client for it alone, made only when there is need.

use std::time::Duration;

use crate::app::settings::Config;
use crate::auth::{RequestError, Service, Token, Trouble};
use crate::services::http::SetupError;
use crate::services::provider::Provider;
use crate::system::clock;
use crate::tokens::{Record, Refreshed};

/// Gets a new token for an old one.
pub(super) fn refresh(
    config: &Config,
    service: Service,
    limit: Duration,
    old: &Record,
) -> Result<Refreshed, RequestError> {
    let provider = provider(config, service)?;
    let token = within(limit, provider.refresh(&old.token(clock::wall())))?;
    let date = provider.date();
    Ok(Refreshed { token, date })
}

/// Ends a token; see [`Provider::end`].
pub(super) fn end(
    config: &Config,
    service: Service,
    limit: Duration,
    token: &Token,
) -> Result<bool, RequestError> {
    within(limit, provider(config, service)?.end(token))
}

fn provider(config: &Config, service: Service) -> Result<Provider, RequestError> {
    config.provider(service).map_err(|error| {
        tracing::warn!("{error}");
        let trouble = match error {
            SetupError::NoCertificates => Trouble::Tls,
            SetupError::Address(_) | SetupError::Client(_) => Trouble::Offline,
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
