//! The check of a stored token: whose is it, and does it still work? One that can be refreshed is refreshed on the way.
//!
//! Before the question if it is due by its life, and once after a refusal; so "pair again" is only said when nothing
//! else helps. The store decides which token is the current one: another process may have refreshed it since.

use std::fmt::Display;
use std::time::Duration;

use tokio::runtime::Handle;

use super::ActionContext;
use crate::auth::{Rejection, RequestError, StoreTrouble, Token, Trouble};
use crate::pairing::ActionResult;
use crate::system::clock;
use crate::tokens::{FreshError, Need, Record, Refreshed, StoreError};

/// How long the service may take to end a token that is of no use any more.
const ENDING: Duration = Duration::from_secs(3);

/// Asks whose token it is; the answer carries the token too, if that is another one now.
pub(super) async fn look_up(token: Token, job: &ActionContext) -> ActionResult {
    let refused = Err(RequestError::Rejected(Rejection::Token));
    if token.refresh_token.is_none() {
        return ActionResult::TokenChecked(job.served.provider.account(&token).await);
    }
    let date = || job.served.provider.date();
    let due = date().map_or(Need::WhenDue, Need::DueBy);
    let asked_before = due != Need::WhenDue;
    let mut current = match fresh(job, due).await {
        Ok(current) => current,
        Err(NoFreshToken::NotKept(newer, why)) => return ActionResult::Unsaved(*newer, why),
        Err(NoFreshToken::Failed(RequestError::Rejected(Rejection::Token))) => {
            return ActionResult::TokenChecked(refused);
        }
        // Whatever the store and the clock say, the service may still like it.
        Err(NoFreshToken::Failed(_)) => token.clone(),
    };
    let mut profile = job.served.provider.account(&current).await;
    if profile == refused {
        match fresh(job, Need::Refused(current.access_token.clone())).await {
            Ok(newer) => {
                profile = job.served.provider.account(&newer).await;
                current = newer;
            }
            Err(NoFreshToken::NotKept(newer, why)) => return ActionResult::Unsaved(*newer, why),
            Err(NoFreshToken::Failed(why)) => profile = Err(why),
        }
    } else if let Some(date) = date().filter(|_| !asked_before) {
        // The first that is heard of the service's date: what was dated by a clock that was ahead is dated anew.
        match fresh(job, Need::DueBy(date)).await {
            Ok(newer) => current = newer,
            Err(NoFreshToken::NotKept(newer, why)) => return ActionResult::Unsaved(*newer, why),
            // The service has just said what it thinks of the token.
            Err(NoFreshToken::Failed(_)) => {}
        }
    }
    if current.access_token == token.access_token {
        ActionResult::TokenChecked(profile)
    } else {
        ActionResult::Renewed(current, profile)
    }
}

/// Why there is no stored token that can be used.
enum NoFreshToken {
    /// It was not refreshed.
    Failed(RequestError),
    /// It is this one by now, and no store takes it.
    NotKept(Box<Token>, StoreTrouble),
}

/// The stored token, refreshed if there is need; or why it could not be had, in the words of a request.
async fn fresh(job: &ActionContext, need: Need) -> Result<Token, NoFreshToken> {
    let runtime = Handle::current();
    let job = job.clone();
    let call = move || {
        let now = clock::wall();
        let (tokens, name) = (&job.setup.tokens, job.service().name());
        let mut refreshing = None;
        let refreshed = tokens.refreshed(name, &need, now, |record, limit| {
            // From here until the new token is stored or ended, it is not a moment to leave.
            refreshing = Some(job.refreshes.begin());
            refresh(&job, &runtime, record, limit)
        });
        match refreshed {
            Ok(record) => Ok(record.token(now)),
            Err(FreshError::SaveError(why)) => Err(match tokens.load(name) {
                Ok(Some(held)) => {
                    NoFreshToken::NotKept(Box::new(held.record.token(now)), why.into())
                }
                Ok(None) | Err(_) => NoFreshToken::Failed(later(&why)),
            }),
            Err(FreshError::Unpaired(token)) => {
                // No store has it, and it is no longer wanted: the person unpaired meanwhile.
                let asked =
                    async { tokio::time::timeout(ENDING, job.served.provider.end(&token)).await };
                if !matches!(runtime.block_on(asked), Ok(Ok(_))) {
                    tracing::warn!("a token that nothing stores could not be ended");
                }
                Err(NoFreshToken::Failed(RequestError::Rejected(
                    Rejection::Token,
                )))
            }
            Err(FreshError::Service(error)) => Err(NoFreshToken::Failed(error)),
            Err(
                FreshError::Refused
                | FreshError::CannotRefresh
                | FreshError::Store(StoreError::NotPaired),
            ) => Err(NoFreshToken::Failed(RequestError::Rejected(
                Rejection::Token,
            ))),
            Err(why @ (FreshError::Busy | FreshError::NoRoom(_) | FreshError::Store(_))) => {
                Err(NoFreshToken::Failed(later(&why)))
            }
        }
    };
    let joined = tokio::task::spawn_blocking(call).await;
    joined.unwrap_or_else(|why| Err(NoFreshToken::Failed(later(&why))))
}

/// One refresh request, from a thread that may wait for it.
pub(super) fn refresh(
    job: &ActionContext,
    runtime: &Handle,
    record: &Record,
    limit: Duration,
) -> Result<Refreshed, RequestError> {
    let provider = &job.served.provider;
    let old = record.token(clock::wall());
    let asked = async { tokio::time::timeout(limit, provider.refresh(&old)).await };
    let answer = runtime.block_on(asked);
    let token = answer.unwrap_or_else(|_| Err(Trouble::Timeout.into()))?;
    let date = provider.date();
    Ok(Refreshed { token, date })
}

/// Our own trouble, tried again like a service that does not answer: it may well be over by then.
fn later(why: &dyn Display) -> RequestError {
    tracing::warn!("{why}");
    Trouble::Timeout.into()
}
