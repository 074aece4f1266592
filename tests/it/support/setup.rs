//! What an engine works with, for one service.

use couchpin::auth::Flow;
use couchpin::engine::hook::Hook;
use couchpin::engine::{Named, PhonePageSettings, Registration, ServiceSetup, Setup};
use couchpin::pairing::{Plan, Unattended};
use couchpin::services::provider::{Provider, Settings};
use couchpin::tokens::Tokens;
use url::Url;

/// Simkl by a code, and nothing else.
pub(crate) fn simkl(settings: Settings, flows: Vec<Flow>, tokens: Tokens) -> Setup {
    let served = ServiceSetup {
        provider: Provider::new(settings).unwrap(),
        plan: Plan::by_code(Unattended::AtMost(4), flows),
        registration: None,
    };
    alone(served, tokens)
}

/// How an application is registered on this page.
pub(crate) fn registration(page: &str) -> Registration {
    Registration {
        page: Url::parse(page).unwrap(),
        named: Some(Named {
            name: "Couchpin".to_owned(),
            scope: "user_rates".to_owned(),
        }),
    }
}

/// This service and no other.
pub(crate) fn alone(served: ServiceSetup, tokens: Tokens) -> Setup {
    Setup {
        first: Some(served.provider.service()),
        services: vec![served],
        tokens,
        memory: None,
        on_paired: Hook::default(),
        pictures: true,
        phones: PhonePageSettings::default(),
        keep_client: Box::new(|_, _| Ok(())),
    }
}
