//! `--if-needed`: whether the screen is needed at all.

use super::{CommandError, exit_code, given_token, services, token, tokens};
use crate::app::settings::Config;
use crate::auth::Service;
use crate::system::clock;
use crate::tokens::Need;

/// Whether a person has to sign in: to this service, or to any that has an application. A token that is about to end is
/// refreshed, and that is the only request. Trouble is no reason for a screen: it is for whatever needs the token.
pub(in crate::app) fn is_needed(
    config: &Config,
    service: Option<Service>,
) -> Result<bool, CommandError> {
    let has_client = |service: &Service| config.service(*service).client_id_source.is_some();
    let services: Vec<_> = match service {
        Some(service) => vec![service],
        None => services(config).into_iter().filter(has_client).collect(),
    };
    let tokens = tokens(config);
    let mut needed = services.is_empty();
    for service in services {
        if given_token(service)?.is_some() {
            continue;
        }
        needed |= match tokens.standing(service.name())? {
            None => true,
            Some(standing) if standing.refused => true,
            Some(standing) if standing.expires_at.is_none_or(|end| end > clock::wall()) => false,
            Some(_) => {
                let valid = token::valid(config, service, &Need::WhenDue);
                valid.is_err_and(|why| exit_code(&why.into()) == 3)
            }
        };
    }
    Ok(needed)
}
