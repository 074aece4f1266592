//! One request to Simkl from a command: a runtime and a client for it alone, made only when there is need.

use std::time::Duration;

use crate::authorization::{RequestError, Trouble};
use crate::config::Config;
use crate::services::http::SetupError;
use crate::services::simkl::Simkl;

/// Asks Simkl, for no longer than `limit`.
pub(super) fn ask<T>(
    config: &Config,
    limit: Duration,
    request: impl AsyncFnOnce(&Simkl) -> Result<T, RequestError>,
) -> Result<T, RequestError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| {
            tracing::warn!("the network could not be used: {error}");
            Trouble::Offline
        })?;
    let simkl = Simkl::new(config.simkl()).map_err(|error| {
        tracing::warn!("{error}");
        match error {
            SetupError::NoCertificates => Trouble::Tls,
            SetupError::NotSecure(_) | SetupError::Client(_) => Trouble::Offline,
        }
    })?;
    let answer = runtime.block_on(async { tokio::time::timeout(limit, request(&simkl)).await });
    // A stuck look-up of a name must not keep the command.
    runtime.shutdown_background();
    answer.unwrap_or_else(|_| Err(Trouble::Timeout.into()))
}
