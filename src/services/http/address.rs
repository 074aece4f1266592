//! Why no request can be made.

use crate::auth::UnsafeAddress;
pub use crate::auth::check_base;

/// Why no request can be made at all: for the person who set the computer up.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// A service cannot be asked there.
    #[error(transparent)]
    Address(#[from] UnsafeAddress),
    /// The system's certificate store is empty or missing.
    #[error(
        "this computer has no CA certificates, so no service can be trusted: install the package ca-certificates"
    )]
    NoCertificates,
    /// Anything else that keeps the client from starting.
    #[error("the HTTP client could not be started")]
    Client(#[source] reqwest::Error),
}
