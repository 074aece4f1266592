//! `pair`: pairs in the terminal.

use std::io::{self, IsTerminal as _};

use anyhow::Context as _;

use super::{CommandError, hook, tokens_telling};
use crate::app::settings::Config;
use crate::app::wiring;
use crate::auth::Service;
use crate::engine::{Engine, Setup};
use crate::ui::terminal::{self, Options};

pub(in crate::app) fn pair(
    config: &Config,
    service: Service,
    options: Options,
) -> anyhow::Result<()> {
    if options.open && service.description().flows.is_empty() {
        return Err(CommandError::NoCodeToOpen(service).into());
    }
    let _lock = wiring::only_one(config)?;
    let hook = hook(config);
    let (services, tokens) = ([service], tokens_telling(config, hook.clone()));
    let mut setup = Setup {
        pictures: false,
        ..wiring::setup(config, &services, Some(service), tokens)?
    };
    for served in &mut setup.services {
        // In a pipe a client id that is lacking is said at once: a code would have been waited for, and no page is.
        served.plan.can_be_set_up &= served.plan.flows.is_empty() || io::stdin().is_terminal();
    }
    let engine = Engine::start(setup, |_| {}).context("the engine could not start")?;
    let context = wiring::context(config, service);
    terminal::pair(engine, &hook, &context, options)?;
    Ok(())
}
