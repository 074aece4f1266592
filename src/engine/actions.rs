//! The actions under way, and what performs each. Every action gets a result, even if it panics or hangs.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::{AbortHandle, JoinError, JoinSet, spawn_blocking};

use super::code_receivers::{self, OpenReceiver};
use super::services::ActionContext;
use super::{ServiceSetup, check, picture};
use crate::auth::{
    ClientCredentials, ExchangeError, RequestError, StoreChoice, StoreError, StoreLocation,
    SystemError, Token, Trouble,
};
use crate::pairing::{
    Action, ActionRequest, ActionResult, ServiceState, ServiceStatus, StartError, StoredPairing,
};
use crate::services::provider::Provider;
use crate::system::clock;
use crate::tokens::{Record, Tokens};

/// No action takes longer than this; each call inside is bounded more tightly.
const LONGEST: Duration = Duration::from_secs(25);

/// How long the service may take to end a token that is forgotten here.
const REVOKE: Duration = Duration::from_secs(5);

/// An action that came to its end.
pub(super) struct FinishedAction {
    pub(super) ticket: u32,
    /// The service as it was asked.
    pub(super) served: Arc<ServiceSetup>,
    pub(super) result: ActionResult,
    /// What was opened.
    pub(super) receiver: Option<OpenReceiver>,
}

/// The actions under way.
#[derive(Default)]
pub(super) struct RunningActions {
    pub(super) tasks: JoinSet<FinishedAction>,
    /// The last task that opened something.
    opening: Option<AbortHandle>,
}

impl RunningActions {
    /// Starts performing an action. `open` is what is used on.
    pub(super) fn start(
        &mut self,
        request: ActionRequest,
        context: ActionContext,
        open: Option<OpenReceiver>,
    ) {
        let ActionRequest { ticket, action } = request;
        tracing::debug!(ticket, name = name(&action), "action");
        let served = context.served.clone();
        let failed = failed(&action, context.provider());
        let opens = matches!(action, Action::Begin(_) | Action::AskForClient(_));
        // What that one opens is not needed any longer, and both may need the same port.
        let before = self.opening.take_if(|_| opens);
        if let Some(before) = &before {
            before.abort();
        }
        let mut attempt = JoinSet::new();
        let task = attempt.spawn(async move {
            while before.as_ref().is_some_and(|task| !task.is_finished()) {
                tokio::task::yield_now().await;
            }
            perform(action, &context, open).await
        });
        if opens {
            self.opening = Some(task);
        }
        self.tasks.spawn(async move {
            let ended = tokio::time::timeout(LONGEST, attempt.join_next()).await;
            if let Ok(Some(Err(error) | Ok(Err(error)))) = &ended
                && error.is_panic()
            {
                tracing::error!("a call failed unexpectedly");
            }
            let (result, receiver) = match ended {
                Ok(Some(Ok(Ok(performed)))) => performed,
                _ => (failed, None),
            };
            FinishedAction {
                ticket,
                served,
                result,
                receiver,
            }
        });
    }
}

/// The action's name in small words, for logs: nothing of what it holds.
fn name(action: &Action) -> String {
    let whole = format!("{action:?}");
    let mut name = String::new();
    for c in whole.chars().take_while(char::is_ascii_alphabetic) {
        if c.is_ascii_uppercase() && !name.is_empty() {
            name.push(' ');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

/// The result of an action that came to no end.
fn failed(action: &Action, provider: &Provider) -> ActionResult {
    let request = || RequestError::from(Trouble::Timeout);
    let store = || StoreError::NoAnswer;
    let cannot = || StartError::Failed(SystemError::Timeout);
    match action {
        Action::Load => ActionResult::Loaded(Err(store())),
        Action::RequestCode(_) => ActionResult::Code(Err(request())),
        Action::Poll(_) => ActionResult::Polled(Err(request())),
        Action::Store(..) => ActionResult::Stored(Err(store())),
        Action::Move(_) => ActionResult::Moved(Err(store())),
        Action::CheckToken(_) => ActionResult::TokenChecked(Err(request())),
        Action::Unlock
        | Action::Remember(_)
        | Action::NotifyPhone(_)
        | Action::ShowOnPhone(_)
        | Action::TellTrouble => ActionResult::Done,
        Action::Forget(_) => ActionResult::Forgotten(Err(store())),
        Action::Begin(_) => ActionResult::SignInStarted(Err(cannot())),
        Action::AskForClient(_) => ActionResult::AskingForClient(Err(cannot())),
        Action::KeepClient(_) => ActionResult::KeptClient(false),
        Action::Exchange(..) => ActionResult::Exchanged(Err(ExchangeError {
            why: request(),
            code: provider.code_after_a_lost_answer(),
        })),
        Action::RefreshStatus => ActionResult::StatusRefreshed(Vec::new()),
        Action::Picture(_) => ActionResult::Pictured(None),
        Action::OpenHere(_) => ActionResult::OpenedHere(false),
    }
}

/// The result, and what was opened; or why a thread for it failed.
async fn perform(
    action: Action,
    context: &ActionContext,
    open: Option<OpenReceiver>,
) -> Result<(ActionResult, Option<OpenReceiver>), JoinError> {
    let provider = context.provider();
    let setup = &context.services.setup;
    let result = match action {
        Action::Begin(way) => return Ok(code_receivers::begin(way, open, context).await),
        Action::AskForClient(way) => return Ok(code_receivers::ask_for_client(way, context)),
        Action::OpenHere(code) => {
            return Ok(code_receivers::open_here(&code, setup.phones.language).await);
        }
        Action::RequestCode(flow) => ActionResult::Code(provider.request_code(flow).await),
        Action::Poll(code) => ActionResult::Polled(provider.poll(&code).await),
        Action::Exchange(sign_in, code) => {
            ActionResult::Exchanged(provider.exchange(&sign_in, &code).await)
        }
        Action::CheckToken(token) => check::check(token, context).await,
        Action::Picture(address) if setup.pictures => {
            ActionResult::Pictured(picture::fetch(&address, provider).await)
        }
        Action::Picture(_) => ActionResult::Pictured(None),
        Action::Unlock => {
            setup.tokens.unlock();
            ActionResult::Done
        }
        Action::RefreshStatus => ActionResult::StatusRefreshed(refresh_status(context).await),
        Action::KeepClient(client) => keep_client(client, context).await,
        action => {
            let context = context.clone();
            spawn_blocking(move || use_store(action, &context)).await?
        }
    };
    Ok((result, None))
}

/// What reads or writes the stores, from a thread that may wait for them.
fn use_store(action: Action, context: &ActionContext) -> ActionResult {
    let (tokens, name) = (context.tokens(), context.service().name());
    match action {
        Action::Load => {
            let stored = tokens.load(name).map(|stored| {
                stored.map(|stored| StoredPairing {
                    token: stored.record.token(clock::wall()),
                    account: stored.record.account,
                    place: stored.place,
                })
            });
            ActionResult::Loaded(stored)
        }
        Action::Store(token, keep) => {
            let record = Record::new(name, &token, clock::wall(), context.provider().date());
            let stored = match keep {
                StoreChoice::Auto => tokens.save(&record),
                keep => tokens.preferring(keep).save(&record),
            };
            ActionResult::Stored(stored)
        }
        Action::Move(keep) => {
            let moved = match keep {
                StoreChoice::InFile => tokens.move_to_file(name),
                StoreChoice::Auto | StoreChoice::InKeyring => tokens.move_to_keyring(name),
            };
            ActionResult::Moved(moved)
        }
        Action::Remember(account) => {
            if tokens.set_account(name, &account).is_err() {
                tracing::warn!("the account's name could not be written beside the token");
            }
            ActionResult::Done
        }
        Action::Forget(token) => ActionResult::Forgotten(forget(token, context)),
        // Performed by the loop, and by `perform`.
        _ => ActionResult::Done,
    }
}

/// Forgets the pairing, after the service had its time to end it; whether nothing is left in a shut keyring.
fn forget(token: Token, context: &ActionContext) -> Result<bool, StoreError> {
    let provider = context.provider();
    let end = |token: &Token, limit| check::wait_for(provider.end(token), limit);
    let refresh = |record: &Record, limit| check::refresh(context, record, limit);
    let name = context.service().name();
    let unpaired = context
        .tokens()
        .unpair(name, Some(token), REVOKE, end, refresh);
    Ok(!unpaired.forgotten?.left_in_keyring)
}

async fn keep_client(client: ClientCredentials, context: &ActionContext) -> ActionResult {
    let (setup, service) = (Arc::clone(&context.services.setup), context.service());
    let keep = move || (setup.keep_client)(service, &client);
    let kept = spawn_blocking(keep).await;
    // A panic has been reported.
    if let Ok(Err(why)) = &kept {
        tracing::warn!("the next start will not know this application: {why}");
    }
    ActionResult::KeptClient(matches!(kept, Ok(Ok(()))))
}

/// The status of every service; all are read at once, for a keyring that does not answer takes its time of each.
async fn refresh_status(context: &ActionContext) -> Vec<ServiceStatus> {
    let reads = context.services.all.iter().map(|served| {
        let (served, tokens) = (served.clone(), context.tokens().clone());
        spawn_blocking(move || status(&served, &tokens))
    });
    let mut statuses = Vec::new();
    for read in reads.collect::<Vec<_>>() {
        statuses.extend(read.await);
    }
    statuses
}

fn status(served: &ServiceSetup, tokens: &Tokens) -> ServiceStatus {
    let service = served.provider.service();
    let state = match tokens.status(service.name()) {
        Err(_) => ServiceState::NeedsAttention,
        Ok(status) if status.place.is_none() => {
            if served.provider.has_client() {
                ServiceState::NotPaired
            } else {
                ServiceState::NotSetUp
            }
        }
        Ok(status) => {
            let shut =
                status.place == Some(StoreLocation::Keyring) && status.keyring != Some(Ok(()));
            if status.refused || shut {
                ServiceState::NeedsAttention
            } else {
                ServiceState::Paired(status.account)
            }
        }
    };
    ServiceStatus { service, state }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{DeviceAuthorization, Flow, Service, UserCode};
    use crate::services::provider::Settings;

    /// Whatever hangs or panics must not look as if it had been done.
    #[test]
    fn an_action_that_came_to_no_end_has_failed() {
        let here = url::Url::parse("http://127.0.0.1:9").unwrap();
        let provider = Provider::new(Settings::at(Service::simkl(), &here)).unwrap();
        let client = ClientCredentials::public("id");
        let failed = |action| failed(&action, &provider);
        assert!(matches!(failed(Action::Load), ActionResult::Loaded(Err(_))));
        let code = failed(Action::RequestCode(Flow::Pin));
        assert!(matches!(code, ActionResult::Code(Err(_))));
        let moved = failed(Action::Move(StoreChoice::InFile));
        assert!(matches!(moved, ActionResult::Moved(Err(_))));
        let begun = failed(Action::Begin(crate::pairing::SignInMethod::Browser));
        assert!(matches!(begun, ActionResult::SignInStarted(Err(_))));
        let kept = failed(Action::KeepClient(client));
        assert_eq!(kept, ActionResult::KeptClient(false));
        let code = DeviceAuthorization {
            user_code: UserCode::parse("ABCDE").unwrap(),
            device_code: None,
            verification_uri: here.clone(),
            verification_uri_complete: here.clone(),
            expires_in: LONGEST,
            interval: LONGEST,
        };
        let opened = failed(Action::OpenHere(Box::new(code)));
        assert_eq!(opened, ActionResult::OpenedHere(false));
    }
}
