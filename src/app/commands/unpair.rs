//! `unpair`: forgets the pairing here, and ends it at the service where that is possible.

use std::io::Write;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::json;

use super::{CommandError, given_token, print_json, request, services, tokens};
use crate::app::settings::Config;
use crate::auth::{Service, shown};
use crate::tokens::Unpaired;

/// How long revoking at the service may take.
const REVOKE_TIMEOUT: Duration = Duration::from_secs(3);

/// The same for all; goes on where one fails, and fails with the first that did.
pub(in crate::app) fn unpair_all(config: &Config, out: &mut impl Write) -> anyhow::Result<()> {
    let all = services(config).into_iter();
    let mut done: Vec<_> = all
        .map(|service| unpair(config, service, false, out))
        .collect();
    // What is left is of services whose files are missing or wrong.
    for name in tokens(config).paired() {
        let forgotten = tokens(config).forget(&name).map_err(CommandError::from);
        let said = "deleted here. Its service has no file any more, so only you can end it there";
        let forgotten = forgotten.map_err(anyhow::Error::from);
        done.push(forgotten.and_then(|_| Ok(writeln!(out, "{name}: {said}")?)));
    }
    done.into_iter().collect()
}

pub(in crate::app) fn unpair(
    config: &Config,
    service: Service,
    json: bool,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let name = service.name();
    let Unpaired { ended, forgotten } = tokens(config).unpair(
        name,
        None,
        REVOKE_TIMEOUT,
        |token, limit| request::end(config, service, limit, token),
        |record, limit| request::refresh(config, service, limit, record),
    );
    let forgotten = forgotten.map_err(CommandError::from)?;
    let set_aside = forgotten.set_aside;
    let was_paired = forgotten.file || forgotten.keyring || forgotten.left_in_keyring;
    if json {
        let described = json!({
            "service": service.base(),
            "household_account": service.account(),
            "was_paired": was_paired || set_aside > 0,
            "revoked": ended,
            "left_in_keyring": forgotten.left_in_keyring,
            "set_aside": set_aside,
        });
        print_json(out, &described)?;
    }
    if forgotten.left_in_keyring {
        return Err(CommandError::LeftInKeyring.into());
    }
    if json {
        return Ok(());
    }
    let outcome = match (was_paired, ended) {
        (false, _) if set_aside > 0 => "had no pairing that could be read".to_owned(),
        (false, _) => "not signed in".to_owned(),
        (true, true) => "signed out".to_owned(),
        (true, false) => format!(
            "signed out. To remove this computer from your account too, go to {}",
            config
                .service(service)
                .provider
                .page(&service.description().access_page)
        ),
    };
    let damaged = match set_aside {
        0 => String::new(),
        1 => "; one damaged record that had been set aside is removed".to_owned(),
        many => format!("; {many} damaged records that had been set aside are removed"),
    };
    // Not ours to forget; one that makes no sense is no token either.
    let given = given_token(service).ok().flatten();
    let kept = given.map(|given| format!("; the token of {} stays, and is still used", given.from));
    let kept = kept.unwrap_or_default();
    let said = shown::sentence(&format!("{name}: {outcome}{damaged}{kept}"));
    writeln!(out, "{said}").context("the result could not be printed")
}
