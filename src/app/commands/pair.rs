//! `pair`: pairs in the terminal.

use anyhow::Context as _;

use super::tokens;
use crate::app::settings::Config;
use crate::app::wiring;
use crate::auth::Service;
use crate::engine::hook::Hook;
use crate::engine::{Engine, Setup};
use crate::ui::terminal::{self, Options};

pub(in crate::app) fn pair(
    config: &Config,
    service: Service,
    options: Options,
) -> anyhow::Result<()> {
    let _lock = wiring::only_one(config)?;
    let hook = Hook::new(config.on_paired.clone());
    let (services, tokens) = ([service], tokens(config));
    let setup = Setup {
        pictures: false,
        ..wiring::setup(config, &services, Some(service), tokens, hook.clone())?
    };
    let engine = Engine::start(setup, |_| {}).context("the engine could not start")?;
    let context = wiring::context(config, service);
    terminal::pair(engine, &hook, &context, options)?;
    Ok(())
}
