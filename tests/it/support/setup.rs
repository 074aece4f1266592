//! What an engine works with, for one service.

use couchpin::auth::Flow;
use couchpin::engine::{PhonePageSettings, ServiceSetup, Setup};
use couchpin::pairing::{Plan, Unattended};
use couchpin::services::provider::{Provider, Settings};
use couchpin::tokens::Tokens;

/// Simkl by a code, and nothing else.
pub(crate) fn simkl(settings: Settings, flows: Vec<Flow>, tokens: Tokens) -> Setup {
    let served = ServiceSetup {
        provider: Provider::new(settings).unwrap(),
        plan: Plan::by_code(Unattended::AtMost(4), flows),
    };
    alone(served, tokens)
}

/// This service and no other.
pub(crate) fn alone(served: ServiceSetup, tokens: Tokens) -> Setup {
    Setup {
        first: Some(served.provider.service()),
        services: vec![served],
        tokens,
        memory: None,
        pictures: true,
        phones: PhonePageSettings::default(),
        keep_client: Box::new(|_, _| Ok(())),
    }
}
