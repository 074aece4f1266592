//! `token`: a valid access token for another program, refreshed if need be.
//!
//! Nearly always that is one small file read: the network is not touched, and nothing of it is loaded, unless the token
//! is about to end or the caller was refused with it.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::json;

use super::{CommandError, given_token, print_json, request, time, tokens};
use crate::app::settings::Config;
use crate::auth::{Secret, Service};
use crate::system::clock;
use crate::tokens::{ExternalToken, FreshError, Need, REFRESH_LIMIT, Record, StoreError};

/// How long the refused token may take to arrive on standard input.
const STDIN_TIMEOUT: Duration = Duration::from_secs(2);
/// How long the service may take to end a token that is of no use any more.
const REVOKE_TIMEOUT: Duration = Duration::from_secs(1);
/// Longer than any token.
const LONGEST: u64 = 16 * 1024;

/// Prints a valid access token and a newline, or a JSON object. With `refused`, standard input has the access token
/// that the service has just refused: it is refreshed, unless another program has done that already. With `refresh` it is
/// refreshed whatever it is worth.
pub(in crate::app) fn token(
    config: &Config,
    service: Service,
    json: bool,
    [refused, refresh]: [bool; 2],
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let need = match (refused, refresh) {
        (true, _) => Need::Refused(refused_token()?),
        (_, true) => Need::Now,
        _ => Need::WhenDue,
    };
    let valid = valid(config, service, &need)?;
    if json {
        let described = json!({
            "service": service.base(),
            "household_account": service.account(),
            "access_token": valid.access_token.expose(),
            "token_type": "bearer",
            "expires_at": time(valid.expires_at),
            "scope": valid.scope,
            "client_id": Some(valid.client_id).filter(|id| !id.is_empty()),
            "account": valid.account,
        });
        return print_json(out, &described);
    }
    writeln!(out, "{}", valid.access_token.expose()).context("the token could not be printed")
}

/// The token that was given from outside, or the stored one, refreshed if need be. The client id is empty for a bare token
/// that was given, when the settings have none either.
pub(super) fn valid(
    config: &Config,
    service: Service,
    need: &Need,
) -> Result<Record, CommandError> {
    let name = service.name();
    if let Some(ExternalToken { mut record, from }) = given_token(service)? {
        let is_refused = matches!(need, Need::Refused(token) if *token == record.access_token);
        if is_refused || *need == Need::Now {
            return Err(CommandError::ExternalTokenRefused(from));
        }
        let configured = &config.service(service).provider.client_id;
        if record.client_id.is_empty()
            && let Some(id) = configured
        {
            record.client_id.clone_from(id);
        }
        return Ok(record);
    }
    let refreshed =
        tokens(config).refreshed(REFRESH_LIMIT, name, need, clock::wall(), |record, limit| {
            request::refresh(config, service, limit, record)
        });
    match refreshed {
        Ok(record) => Ok(record),
        Err(FreshError::Store(StoreError::NotPaired)) => Err(CommandError::NotPaired(service)),
        Err(FreshError::Unpaired(token)) => {
            // Refreshed while a person unpaired: nothing stores it, so it is ended.
            if let Err(error) = request::end(config, service, REVOKE_TIMEOUT, &token) {
                tracing::warn!("a token that nothing stores could not be ended: {error}");
            }
            Err(CommandError::NotPaired(service))
        }
        Err(error) => Err(error.into()),
    }
}

/// The first line of standard input: unlike an argument, no other user can see it. A caller that keeps its end open and
/// says nothing is not waited for.
fn refused_token() -> Result<Secret, CommandError> {
    if io::stdin().is_terminal() {
        return Err(CommandError::NoRefusedToken);
    }
    let (tell, told) = mpsc::sync_channel(1);
    thread::spawn(move || {
        let mut line = String::new();
        let read = io::stdin().lock().take(LONGEST).read_line(&mut line);
        // Fails where it took too long.
        let _ = tell.send(read.map(|_| Secret::new(line.trim())));
    });
    match told.recv_timeout(STDIN_TIMEOUT) {
        Ok(Ok(token)) if !token.expose().is_empty() => Ok(token),
        _ => Err(CommandError::NoRefusedToken),
    }
}
