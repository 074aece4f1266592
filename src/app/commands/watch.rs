//! `watch`: tells a program of every change of a sign-in, whichever process made it.

use std::collections::BTreeMap;
use std::io::Write;
use std::thread;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::json;

use super::{CommandError, time, tokens};
use crate::app::settings::Config;
use crate::auth::{Service, service_and_account, shown};
use crate::tokens::{Change, Standing};

/// How often the notes of the stores are looked at: each is one small file.
const LOOK: Duration = Duration::from_secs(1);

/// Prints one line of JSON for what is signed in, and one for each change, until standard output is closed.
pub(in crate::app) fn watch(
    config: &Config,
    service: Option<Service>,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let tokens = tokens(config);
    let services: Vec<_> = match service {
        Some(service) => vec![service.name()],
        None => config.services().map(Service::name).collect(),
    };
    // A service comes with its accounts, an account alone.
    let is_watched = |name: &String| {
        let (service, _) = service_and_account(name);
        services.contains(&service) || services.contains(&name.as_str())
    };
    let mut print = |name: &str, change: &str, standing: Option<&Standing>| {
        let (service, account) = service_and_account(name);
        let line = json!({
            "service": service,
            "household_account": account,
            "change": change,
            "account": standing.and_then(|standing| standing.account.as_ref()),
            "expires_at": time(standing.and_then(|standing| standing.expires_at)),
        });
        writeln!(out, "{}", shown::json(&line.to_string()))
            .and_then(|()| out.flush())
            .context("the change could not be printed")
    };
    let mut known: BTreeMap<String, Standing> = BTreeMap::new();
    let mut is_first = true;
    loop {
        let mut names = tokens.paired();
        names.extend(known.keys().cloned());
        names.extend(services.iter().map(|name| (*name).to_owned()));
        for name in names.into_iter().filter(is_watched) {
            let now = match tokens.standing(&name) {
                // It may be just being written.
                Err(error) if !is_first => {
                    tracing::debug!("{error}");
                    continue;
                }
                now => now.map_err(CommandError::from)?,
            };
            let change = match &now {
                Some(now) if is_first && !now.refused => Some("present"),
                now => Standing::change(known.get(&name), now.as_ref()).map(Change::word),
            };
            if let Some(change) = change {
                print(&name, change, now.as_ref())?;
            }
            match now {
                Some(now) => drop(known.insert(name, now)),
                None => drop(known.remove(&name)),
            }
        }
        if is_closed() {
            return Ok(());
        }
        is_first = false;
        thread::sleep(LOOK);
    }
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
