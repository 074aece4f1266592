//! The check of a stored token: whose is it, and does it still work? One that can be refreshed is refreshed on the way.
//!
//! Before the question if it is due by its life, and once after a refusal; so "pair again" is only said when nothing
//! else helps. The store decides which token is the current one: another process may have refreshed it since.

use std::fmt::Display;
use std::time::Duration;

use tokio::runtime::Handle;

use super::services::ActionContext;
use crate::auth::{Rejection, RequestError, StoreError, Token, Trouble};
use crate::pairing::ActionResult;
use crate::system::clock;
use crate::tokens::{FreshError, Need, REFRESH_LIMIT, Record, Refreshed};

/// How long the service may take to end a token that is of no use any more.
const ENDING: Duration = Duration::from_secs(3);

const REFUSED: RequestError = RequestError::Rejected(Rejection::Token);

/// The stored token is this one by now, and no store takes it.
type Unsaved = (Box<Token>, StoreError);
/// The stored token; or why it could not be had, in the words of a request.
type Fresh = Result<Result<Token, RequestError>, Unsaved>;

/// Asks whose token it is; the result carries the token too, if that is another one now.
pub(super) async fn check(token: Token, context: &ActionContext) -> ActionResult {
    let checked = if token.refresh_token.is_none() {
        Ok(ActionResult::TokenChecked(
            context.provider().account(&token).await,
        ))
    } else {
        check_refreshed(token, context).await
    };
    checked.unwrap_or_else(|(newer, why)| ActionResult::Unsaved(*newer, why))
}

async fn check_refreshed(token: Token, context: &ActionContext) -> Result<ActionResult, Unsaved> {
    let provider = context.provider();
    let date = || provider.date();
    let due = date().map_or(Need::WhenDue, Need::DueBy);
    let asked_before = due != Need::WhenDue;
    let mut current = match fresh(context, due).await? {
        Ok(current) => current,
        Err(REFUSED) => return Ok(ActionResult::TokenChecked(Err(REFUSED))),
        // Whatever the store and the clock say, the service may still like it.
        Err(_) => token.clone(),
    };
    let mut profile = provider.account(&current).await;
    if profile == Err(REFUSED) {
        match fresh(context, Need::Refused(current.access_token.clone())).await? {
            Ok(newer) => {
                profile = provider.account(&newer).await;
                current = newer;
            }
            Err(why) => profile = Err(why),
        }
    } else if let Some(date) = date().filter(|_| !asked_before) {
        // The first that is heard of the service's date: what was dated by a clock that was ahead is dated anew. Where
        // that fails, the service has just said what it thinks of the token.
        if let Ok(newer) = fresh(context, Need::DueBy(date)).await? {
            current = newer;
        }
    }
    Ok(if current.access_token == token.access_token {
        ActionResult::TokenChecked(profile)
    } else {
        ActionResult::Renewed(current, profile)
    })
}

/// The stored token, refreshed if there is need.
async fn fresh(context: &ActionContext, need: Need) -> Fresh {
    let context = context.clone();
    let call = move || fresh_blocking(&context, &need);
    let joined = tokio::task::spawn_blocking(call).await;
    joined.unwrap_or_else(|why| Ok(Err(later(&why))))
}

fn fresh_blocking(context: &ActionContext, need: &Need) -> Fresh {
    let now = clock::wall();
    let (tokens, name) = (context.tokens(), context.service().name());
    let mut refreshing = None;
    let refreshed = tokens.refreshed(REFRESH_LIMIT, name, need, now, |record, limit| {
        // From here until the new token is stored or ended, it is not a moment to leave.
        refreshing = Some(context.services.refreshing.subscribe());
        refresh(context, record, limit)
    });
    let why = match refreshed {
        Ok(record) => return Ok(Ok(record.token(now))),
        Err(why) => why,
    };
    Ok(Err(match why {
        FreshError::SaveError(why) => match tokens.load(name) {
            Ok(Some(held)) => return Err((Box::new(held.record.token(now)), why)),
            Ok(None) | Err(_) => later(&why),
        },
        FreshError::Unpaired(token) => {
            // No store has it, and it is no longer wanted: the person unpaired meanwhile.
            if wait_for(context.provider().end(&token), ENDING).is_err() {
                tracing::warn!("a token that nothing stores could not be ended");
            }
            REFUSED
        }
        FreshError::Service(error) => error,
        FreshError::Refused
        | FreshError::CannotRefresh
        | FreshError::NoRefreshToken
        | FreshError::Store(StoreError::NotPaired) => REFUSED,
        FreshError::Busy | FreshError::NoRoom(_) | FreshError::Store(_) => later(&why),
    }))
}

/// One refresh request, from a thread that may wait for it.
pub(super) fn refresh(
    context: &ActionContext,
    record: &Record,
    limit: Duration,
) -> Result<Refreshed, RequestError> {
    let provider = context.provider();
    let old = record.token(clock::wall());
    let token = wait_for(provider.refresh(&old), limit)?;
    let date = provider.date();
    Ok(Refreshed { token, date })
}

/// Waits for an answer of the service, in a thread of the runtime's that may wait for it.
pub(super) fn wait_for<T>(
    answer: impl Future<Output = Result<T, RequestError>>,
    limit: Duration,
) -> Result<T, RequestError> {
    let answer = async { tokio::time::timeout(limit, answer).await };
    let answer = Handle::current().block_on(answer);
    answer.unwrap_or_else(|_| Err(Trouble::Timeout.into()))
}

/// Our own trouble, tried again like a service that does not answer: it may well be over by then.
fn later(why: &dyn Display) -> RequestError {
    tracing::warn!("{why}");
    Trouble::Timeout.into()
}
