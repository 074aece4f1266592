//! The orders under way, and what performs each. Every order gets an answer, even if that panics or hangs.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{AbortHandle, Id, JoinSet};

use super::code_receivers::{self, OpenReceiver};
use super::{ServiceSetup, Setup, check, open_here, picture};
use crate::auth::{
    ExchangeError, Flow, RequestError, Service, StoreChoice, StoreLocation, StoreTrouble,
    SystemError, Token, Trouble,
};
use crate::pairing::{
    Action, ActionRequest, ActionResult, ServiceState, ServiceStatus, StartError, StoredPairing,
};
use crate::services::provider::Provider;
use crate::system::clock;
use crate::tokens::{KeyringState, Preference, Record, StoreError, Tokens};

/// No order takes longer than this; each call inside is bounded more tightly.
const LONGEST_ORDER: Duration = Duration::from_secs(25);

/// How long the service may take to end a token that is forgotten here.
const REVOKE: Duration = Duration::from_secs(5);

/// What an order works with.
#[derive(Clone)]
pub(super) struct ActionContext {
    pub(super) setup: Arc<Setup>,
    /// The service that the order is for.
    pub(super) served: Arc<ServiceSetup>,
    /// The flow that works for its application, as far as is known.
    pub(super) flow: Option<Flow>,
    /// All of them.
    pub(super) all: Vec<Arc<ServiceSetup>>,
    pub(super) refreshes: Refreshes,
}

/// How many tokens are being refreshed: the old one may have ended, and the new one is not stored yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Refreshes(Arc<watch::Sender<usize>>);

impl Refreshes {
    /// Counts one more until the value is dropped.
    pub(super) fn begin(&self) -> Refreshing {
        self.0.send_modify(|count| *count += 1);
        Refreshing(self.clone())
    }

    /// The count, for who waits for it.
    pub(super) fn count(&self) -> watch::Receiver<usize> {
        self.0.subscribe()
    }
}

/// One refresh that is under way.
pub(super) struct Refreshing(Refreshes);

impl Drop for Refreshing {
    fn drop(&mut self) {
        self.0
            .0
            .send_modify(|count| *count = count.saturating_sub(1));
    }
}

impl ActionContext {
    pub(super) fn service(&self) -> Service {
        self.served.provider.service()
    }

    fn provider(&self) -> &Provider {
        &self.served.provider
    }
}

/// An order that came to its end.
pub(super) struct FinishedAction {
    pub(super) ticket: u32,
    /// The service as it was asked.
    pub(super) served: Arc<ServiceSetup>,
    pub(super) answer: ActionResult,
    /// What was opened.
    pub(super) live: Option<OpenReceiver>,
}

impl FinishedAction {
    fn with(ticket: u32, served: &Arc<ServiceSetup>, answer: ActionResult) -> Self {
        Self {
            ticket,
            served: served.clone(),
            answer,
            live: None,
        }
    }
}

/// The orders under way.
#[derive(Default)]
pub(super) struct RunningActions {
    tasks: JoinSet<FinishedAction>,
    /// What is answered in place of a task that panicked.
    in_place: HashMap<Id, FinishedAction>,
    /// The last task that opened something.
    opening: Option<AbortHandle>,
}

impl RunningActions {
    /// Starts performing an order. `open` is what is used on.
    pub(super) fn start(
        &mut self,
        order: ActionRequest,
        job: ActionContext,
        open: Option<OpenReceiver>,
    ) {
        let ActionRequest { ticket, action } = order;
        tracing::debug!(ticket, name = action.name(), "order");
        let served = job.served.clone();
        let failed = failed(&action, job.provider());
        let late = FinishedAction::with(ticket, &served, failed.clone());
        let opens = matches!(action, Action::Begin(_) | Action::AskForClient(_));
        // Nobody waits for that one any longer, and both may need the same port.
        let before = self.opening.take_if(|_| opens);
        if let Some(before) = &before {
            before.abort();
        }
        let task = self.tasks.spawn(async move {
            let done = async {
                while before.as_ref().is_some_and(|task| !task.is_finished()) {
                    tokio::task::yield_now().await;
                }
                let (answer, live) = perform(action, &job, open).await;
                FinishedAction {
                    live,
                    ..FinishedAction::with(ticket, &job.served, answer)
                }
            };
            let done = tokio::time::timeout(LONGEST_ORDER, done).await;
            done.unwrap_or(late)
        });
        let failed = FinishedAction::with(ticket, &served, failed);
        self.in_place.insert(task.id(), failed);
        if opens {
            self.opening = Some(task);
        }
    }

    /// The next order that ends; never, while nothing is under way.
    pub(super) async fn next(&mut self) -> Option<FinishedAction> {
        match self.tasks.join_next_with_id().await {
            Some(Ok((id, done))) => {
                self.in_place.remove(&id);
                Some(done)
            }
            Some(Err(error)) => {
                if error.is_panic() {
                    tracing::error!("a call failed unexpectedly");
                }
                self.in_place.remove(&error.id())
            }
            None => None,
        }
    }
}

/// The answer to an action that came to no end.
fn failed(action: &Action, provider: &Provider) -> ActionResult {
    let request = || RequestError::from(Trouble::Timeout);
    let store = || StoreTrouble::Failed(StoreError::NoAnswer);
    let cannot = || StartError::Failed(SystemError::Timeout);
    match action {
        Action::Load => ActionResult::Loaded(Err(store())),
        Action::RequestCode(_) => ActionResult::Code(Err(request())),
        Action::Poll(_) => ActionResult::Polled(Err(request())),
        Action::Store(..) => ActionResult::Stored(Err(store())),
        Action::Move(_) => ActionResult::Moved(Err(store())),
        Action::Unlock => ActionResult::Unlocking,
        Action::CheckToken(_) => ActionResult::TokenChecked(Err(request())),
        Action::Remember(_) | Action::NotifyPhone(_) => ActionResult::Remembered,
        Action::Forget(_) => ActionResult::Forgotten(Err(store())),
        Action::Begin(_) => ActionResult::SignInStarted(Err(cannot())),
        Action::AskForClient(_) => ActionResult::AskingForClient(Err(cannot())),
        Action::KeepClient(..) => ActionResult::KeptClient(false),
        Action::Exchange(..) => ActionResult::Exchanged(Err(ExchangeError {
            why: request(),
            code: provider.code_after_a_lost_answer(),
        })),
        Action::RefreshStatus => ActionResult::StatusRefreshed(Vec::new()),
        Action::Picture(_) => ActionResult::Pictured(None),
        Action::OpenHere(_) => ActionResult::OpenedHere(false),
    }
}

async fn perform(
    action: Action,
    job: &ActionContext,
    open: Option<OpenReceiver>,
) -> (ActionResult, Option<OpenReceiver>) {
    let phones = job.setup.phones;
    match action {
        Action::Begin(way) => {
            let (begun, live) =
                code_receivers::begin(way, open, &job.served, job.flow, phones).await;
            (ActionResult::SignInStarted(begun), live)
        }
        Action::AskForClient(way) => {
            let (page, live) = code_receivers::ask_for_client(way, &job.served, phones);
            (ActionResult::AskingForClient(page), live)
        }
        Action::OpenHere(code) => {
            let entrance = open_here::open(&code, phones.language).await;
            let answer = ActionResult::OpenedHere(entrance.is_some());
            (answer, entrance.map(OpenReceiver::Entrance))
        }
        action => (answer(action, job).await, open),
    }
}

async fn answer(action: Action, job: &ActionContext) -> ActionResult {
    let (setup, provider) = (&job.setup, job.provider());
    let name = job.service().name();
    match action {
        Action::Load => ActionResult::Loaded(
            in_store(setup, move |tokens| {
                let stored = tokens.load(name)?;
                Ok(stored.map(|stored| StoredPairing {
                    token: stored.record.token(clock::wall()),
                    account: stored.record.account,
                    place: stored.place,
                }))
            })
            .await,
        ),
        Action::RequestCode(flow) => ActionResult::Code(provider.request_code(flow).await),
        Action::Poll(code) => ActionResult::Polled(provider.poll(&code).await),
        Action::Store(token, keep) => {
            let date = provider.date();
            let stored = in_store(setup, move |tokens| {
                let tokens = match keep {
                    StoreChoice::InFile => &tokens.preferring(Preference::File),
                    StoreChoice::InKeyring => &tokens.preferring(Preference::Auto),
                    StoreChoice::AsSet => tokens,
                };
                tokens.save(&Record::new(name, &token, clock::wall()).dated(date))
            })
            .await;
            ActionResult::Stored(stored)
        }
        Action::Move(keep) => ActionResult::Moved(
            in_store(setup, move |tokens| match keep {
                StoreChoice::InFile => tokens.move_to_file(name),
                StoreChoice::AsSet | StoreChoice::InKeyring => tokens.move_to_keyring(name),
            })
            .await,
        ),
        Action::Unlock => {
            setup.tokens.unlock();
            ActionResult::Unlocking
        }
        Action::CheckToken(token) => check::look_up(token, job).await,
        Action::Remember(account) => {
            let remembered =
                in_store(setup, move |tokens| tokens.set_account(name, &account)).await;
            if remembered.is_err() {
                tracing::warn!("the account's name could not be written beside the token");
            }
            ActionResult::Remembered
        }
        Action::Forget(token) => ActionResult::Forgotten(forget(token, job).await),
        Action::KeepClient(client) => {
            let (setup, service) = (Arc::clone(setup), job.service());
            let keep = move || (setup.keep_client)(service, &client);
            let kept = tokio::task::spawn_blocking(keep).await;
            // A keeper that panicked has said so.
            if let Ok(Err(why)) = &kept {
                tracing::warn!("the next start will not know this application: {why}");
            }
            ActionResult::KeptClient(matches!(kept, Ok(Ok(()))))
        }
        Action::Exchange(sign_in, code) => {
            ActionResult::Exchanged(provider.exchange(&sign_in, &code).await)
        }
        Action::RefreshStatus => ActionResult::StatusRefreshed(refresh_status(job).await),
        Action::Picture(_) if !setup.pictures => ActionResult::Pictured(None),
        Action::Picture(address) => {
            ActionResult::Pictured(picture::fetch(&address, provider).await)
        }
        // Performed by the loop, and above.
        Action::NotifyPhone(_)
        | Action::Begin(_)
        | Action::AskForClient(_)
        | Action::OpenHere(_) => ActionResult::Remembered,
    }
}

/// Forgets the pairing, after the service had its time to end it.
async fn forget(token: Token, job: &ActionContext) -> Result<bool, StoreTrouble> {
    let (job, runtime) = (job.clone(), tokio::runtime::Handle::current());
    let call = move || {
        let provider = job.provider();
        let end = |token: &Token, limit| {
            let asked = async { tokio::time::timeout(limit, provider.end(token)).await };
            let answer = runtime.block_on(asked);
            answer.unwrap_or_else(|_| Err(Trouble::Timeout.into()))
        };
        let refresh = |record: &Record, limit| check::refresh(&job, &runtime, record, limit);
        let (tokens, name) = (&job.setup.tokens, job.service().name());
        tokens
            .unpair(name, Some(token), REVOKE, end, refresh)
            .forgotten
    };
    match tokio::task::spawn_blocking(call).await {
        Ok(forgotten) => Ok(!forgotten?.left_in_keyring),
        Err(_) => Err(StoreError::NoAnswer.into()),
    }
}

/// How things stand with every service; all are asked at once, for a keyring that does not answer takes its time of each.
async fn refresh_status(job: &ActionContext) -> Vec<ServiceStatus> {
    let mut asked = JoinSet::new();
    for (index, served) in job.all.iter().enumerate() {
        let (served, setup) = (served.clone(), job.setup.clone());
        asked.spawn(async move {
            let service = served.provider.service();
            let status = in_store(&setup, move |tokens| tokens.status(service.name())).await;
            let state = match status {
                Err(_) => ServiceState::NeedsAttention,
                Ok(status) if status.place.is_none() => {
                    if served.provider.has_client() {
                        ServiceState::NotPaired
                    } else {
                        ServiceState::NotSetUp
                    }
                }
                Ok(status) => {
                    let shut = status.place == Some(StoreLocation::Keyring)
                        && status.keyring != KeyringState::Ready;
                    if status.refused || shut {
                        ServiceState::NeedsAttention
                    } else {
                        ServiceState::Paired(status.account)
                    }
                }
            };
            (index, ServiceStatus { service, state })
        });
    }
    let mut standings = asked.join_all().await;
    standings.sort_by_key(|(index, _)| *index);
    standings
        .into_iter()
        .map(|(_, standing)| standing)
        .collect()
}

/// Runs a call on the stores off the loop's thread.
async fn in_store<T: Send + 'static>(
    setup: &Arc<Setup>,
    call: impl FnOnce(&Tokens) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreTrouble> {
    let tokens = setup.tokens.clone();
    match tokio::task::spawn_blocking(move || call(&tokens)).await {
        Ok(result) => result.map_err(StoreTrouble::from),
        Err(_) => Err(StoreTrouble::Failed(StoreError::NoAnswer)),
    }
}
