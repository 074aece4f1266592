//! `watch`: tells a program of every change of a sign-in, whichever process made it.

use std::io::Write;
use std::thread;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::json;

use super::{CommandError, time, tokens};
use crate::app::settings::Config;
use crate::auth::{Service, shown};
use crate::tokens::Standing;

/// How often the notes of the stores are looked at: each is one small file.
const LOOK: Duration = Duration::from_secs(1);

/// Prints one line of JSON for what is signed in, and one for each change, until standard output is closed.
pub(in crate::app) fn watch(
    config: &Config,
    service: Option<Service>,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let tokens = tokens(config);
    // A service that is named comes with its accounts, an account alone.
    let bases: Vec<_> = match service {
        Some(service) => vec![service],
        None => config.services().collect(),
    };
    let mut known: Vec<(Service, Option<Standing>)> = Vec::new();
    let add_accounts = |known: &mut Vec<(Service, Option<Standing>)>| {
        for base in bases.iter().filter(|base| base.account().is_none()) {
            for account in tokens.accounts(base.name()) {
                let is_it = |(service, _): &(Service, Option<Standing>)| {
                    service.base() == base.base() && service.account() == Some(&account)
                };
                if !known.iter().any(is_it) {
                    known.extend(base.with_account(&account).map(|service| (service, None)));
                }
            }
        }
    };
    let look = |service: &Service| tokens.standing(service.name()).map_err(CommandError::from);
    let mut print = |service: &Service, change: &str, standing: Option<&Standing>| {
        let line = json!({
            "service": service.base(),
            "household_account": service.account(),
            "change": change,
            "account": standing.and_then(|standing| standing.account.as_ref()),
            "expires_at": time(standing.and_then(|standing| standing.expires_at)),
        });
        writeln!(out, "{}", shown::json(&line.to_string()))
            .and_then(|()| out.flush())
            .context("the change could not be printed")
    };
    known.extend(bases.iter().map(|base| (*base, None)));
    add_accounts(&mut known);
    for (service, known) in &mut known {
        *known = look(service)?;
        if let Some(standing) = known {
            let is_refused = standing.refused;
            let word = if is_refused { "refused" } else { "present" };
            print(service, word, known.as_ref())?;
        }
    }
    while !is_closed() {
        thread::sleep(LOOK);
        add_accounts(&mut known);
        for (service, known) in &mut known {
            let now = match look(service) {
                Ok(now) => now,
                // It may be just being written.
                Err(error) => {
                    tracing::debug!("{error}");
                    continue;
                }
            };
            if let Some(change) = Standing::change(known.as_ref(), now.as_ref()) {
                print(service, change.word(), now.as_ref())?;
            }
            *known = now;
        }
    }
    Ok(())
}

/// Whether the program that listens has gone.
#[cfg(unix)]
fn is_closed() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let stdout = std::io::stdout();
    let mut descriptors = [PollFd::new(&stdout, PollFlags::empty())];
    let told = poll(&mut descriptors, Some(&Timespec::default()));
    told.is_ok()
        && descriptors[0]
            .revents()
            .intersects(PollFlags::ERR | PollFlags::HUP)
}

/// There is no way to ask without unsafe code: it ends at the next change.
#[cfg(not(unix))]
fn is_closed() -> bool {
    false
}
