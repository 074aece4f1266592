//! What an engine works with, for one service.

use couchpin::auth::Flow;
use couchpin::engine::{PhonePageSettings, ServiceSetup, Setup};
use couchpin::pairing::{Plan, SignInMethod, Unattended};
use couchpin::services::provider::{Provider, Settings};
use couchpin::tokens::Tokens;

/// A code on the screen is the only way.
pub(crate) fn by_code(unattended_codes: Unattended, flows: Vec<Flow>) -> Plan {
    Plan {
        ways: vec![SignInMethod::Code],
        flows,
        redirect_port: None,
        worked: None,
        can_be_set_up: false,
        unattended_codes,
    }
}

/// Simkl by a code, and nothing else.
pub(crate) fn simkl(settings: Settings, flows: Vec<Flow>, tokens: Tokens) -> Setup {
    let served = ServiceSetup {
        provider: Provider::new(settings).unwrap(),
        plan: by_code(Unattended::AtMost(4), flows),
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
