//! What is known of the services.

use super::View;
use crate::auth::{Account, Service};

/// What is shown, and of which service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The service; on the way to all of them, the last one.
    pub service: Service,
    /// What is shown.
    pub view: View,
    /// The redirect address that is to be registered for a browser on this computer; `None` while there is no such way.
    pub registered_address: Option<String>,
}

/// The status of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceStatus {
    /// The service.
    pub service: Service,
    /// Its state.
    pub state: ServiceState,
}

/// The state of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceState {
    /// The store is being asked.
    Looking,
    /// No application is configured for it.
    NotSetUp,
    /// There is no pairing.
    NotPaired,
    /// There is one.
    Paired(Option<Account>),
    /// The service no longer accepts it, or the store does not give it out.
    NeedsAttention,
}
