//! The check of a stored token: whose is it, and does it still work? One that can be refreshed is refreshed on the way.
//!
//! Before the question if it is due by its life, and once after a refusal; so "pair again" is only said when nothing
//! else helps. The store decides which token is the current one: another process may have refreshed it since.

use super::Job;
use crate::authorization::{Rejection, RequestError, Token, Trouble};
use crate::clock;
use crate::pairing::Answer;
use crate::tokens::{FreshError, Need, StoreError};
use std::fmt::Display;

/// Asks whose token it is; the answer carries the token too, if that is another one now.
pub(super) async fn look_up(token: Token, job: &Job) -> Answer {
    let refused = Err(RequestError::Rejected(Rejection::Token));
    if token.refresh_token.is_none() {
        return Answer::LookedUp(job.served.provider.account(&token).await);
    }
    let mut current = match fresh(job, Need::WhenDue).await {
        Ok(current) => current,
        Err(RequestError::Rejected(Rejection::Token)) => return Answer::LookedUp(refused),
        // Whatever the store and the clock say, the service may still like it.
        Err(_) => token.clone(),
    };
    let mut profile = job.served.provider.account(&current).await;
    if profile == refused {
        match fresh(job, Need::Refused(current.access_token.clone())).await {
            Ok(newer) => {
                profile = job.served.provider.account(&newer).await;
                current = newer;
            }
            Err(why) => profile = Err(why),
        }
    }
    if current.access_token == token.access_token {
        Answer::LookedUp(profile)
    } else {
        Answer::Renewed(current, profile)
    }
}

/// The stored token, refreshed if there is need; or why it could not be had, in the words of a request.
async fn fresh(job: &Job, need: Need) -> Result<Token, RequestError> {
    let runtime = tokio::runtime::Handle::current();
    let job = job.clone();
    let call = move || {
        let now = clock::wall();
        let mut refreshing = None;
        let refreshed =
            job.setup
                .tokens
                .refreshed(job.service().name(), &need, now, |record, limit| {
                    // From here until the new token is stored, it is not a moment to leave.
                    refreshing = Some(job.refreshes.begin());
                    let old = record.token(now);
                    let asked = async {
                        tokio::time::timeout(limit, job.served.provider.refresh(&old)).await
                    };
                    runtime
                        .block_on(asked)
                        .unwrap_or_else(|_| Err(Trouble::Timeout.into()))
                });
        drop(refreshing);
        refreshed.map(|record| record.token(now))
    };
    match tokio::task::spawn_blocking(call).await {
        Ok(Ok(token)) => Ok(token),
        Ok(Err(FreshError::Service(error))) => Err(error),
        Ok(Err(
            FreshError::Refused
            | FreshError::CannotRefresh
            | FreshError::Store(StoreError::NotPaired),
        )) => Err(RequestError::Rejected(Rejection::Token)),
        Ok(Err(why @ (FreshError::Busy | FreshError::Store(_)))) => Err(later(&why)),
        Err(why) => Err(later(&why)),
    }
}

/// Our own trouble, tried again like a service that does not answer: it may well be over by then.
fn later(why: &dyn Display) -> RequestError {
    tracing::warn!("{why}");
    Trouble::Timeout.into()
}
