//! The orders under way, and what performs each. Every order gets an answer, even if that panics or hangs.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{AbortHandle, Id, JoinSet};

use super::code_receivers::{self, Live};
use super::{Served, Setup, check, open_here, picture};
use crate::auth::{
    ExchangeError, Flow, Keep, Place, RequestError, Service, StoreTrouble, SystemError, Token,
    Trouble,
};
use crate::pairing::{Action, Answer, CannotBegin, Kept, Order, Standing, State};
use crate::services::provider::Provider;
use crate::system::clock;
use crate::tokens::{KeyringState, Record, StoreError, Tokens};

/// No order takes longer than this; each call inside is bounded more tightly.
const LONGEST_ORDER: Duration = Duration::from_secs(25);

/// How long the service may take to end a token that is forgotten here.
const REVOKE: Duration = Duration::from_secs(5);

/// What an order works with.
#[derive(Clone)]
pub(super) struct Job {
    pub(super) setup: Arc<Setup>,
    /// The service that the order is for.
    pub(super) served: Arc<Served>,
    /// The flow that works for its application, as far as is known.
    pub(super) flow: Option<Flow>,
    /// All of them.
    pub(super) all: Vec<Arc<Served>>,
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

impl Job {
    pub(super) fn service(&self) -> Service {
        self.served.provider.service()
    }

    fn provider(&self) -> &Provider {
        &self.served.provider
    }
}

/// An order that came to its end.
pub(super) struct Done {
    pub(super) ticket: u32,
    /// The service as it was asked.
    pub(super) served: Arc<Served>,
    pub(super) answer: Answer,
    /// What was opened.
    pub(super) live: Option<Live>,
}

impl Done {
    fn with(ticket: u32, served: &Arc<Served>, answer: Answer) -> Self {
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
pub(super) struct Orders {
    tasks: JoinSet<Done>,
    /// What is answered in place of a task that panicked.
    in_place: HashMap<Id, Done>,
    /// The last task that opened something.
    opening: Option<AbortHandle>,
}

impl Orders {
    /// Starts performing an order. `open` is what is used on.
    pub(super) fn start(&mut self, order: Order, job: Job, open: Option<Live>) {
        let Order { ticket, action } = order;
        tracing::debug!(ticket, name = action.name(), "order");
        let served = job.served.clone();
        let failed = failed(&action, job.provider());
        let late = Done::with(ticket, &served, failed.clone());
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
                Done {
                    live,
                    ..Done::with(ticket, &job.served, answer)
                }
            };
            let done = tokio::time::timeout(LONGEST_ORDER, done).await;
            done.unwrap_or(late)
        });
        let failed = Done::with(ticket, &served, failed);
        self.in_place.insert(task.id(), failed);
        if opens {
            self.opening = Some(task);
        }
    }

    /// The next order that ends; never, while nothing is under way.
    pub(super) async fn next(&mut self) -> Option<Done> {
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
fn failed(action: &Action, provider: &Provider) -> Answer {
    let request = || RequestError::from(Trouble::Timeout);
    let store = || StoreTrouble::Failed(StoreError::NoAnswer);
    let cannot = || CannotBegin::Failed(SystemError::Timeout);
    match action {
        Action::Load => Answer::Loaded(Err(store())),
        Action::RequestCode(_) => Answer::Code(Err(request())),
        Action::Poll(_) => Answer::Polled(Err(request())),
        Action::Store(..) => Answer::Stored(Err(store())),
        Action::Move(_) => Answer::Moved(Err(store())),
        Action::Unlock => Answer::Unlocking,
        Action::LookUp(_) => Answer::LookedUp(Err(request())),
        Action::Remember(_) | Action::TellPhone(_) => Answer::Remembered,
        Action::Forget(_) => Answer::Forgotten(Err(store())),
        Action::Begin(_) => Answer::Begun(Err(cannot())),
        Action::AskForClient(_) => Answer::AskingForClient(Err(cannot())),
        Action::KeepClient(..) => Answer::KeptClient(false),
        Action::Exchange(..) => Answer::Exchanged(Err(ExchangeError {
            why: request(),
            code: provider.code_after_a_lost_answer(),
        })),
        Action::Look => Answer::Looked(Vec::new()),
        Action::Picture(_) => Answer::Pictured(None),
        Action::OpenHere(_) => Answer::OpenedHere(false),
    }
}

async fn perform(action: Action, job: &Job, open: Option<Live>) -> (Answer, Option<Live>) {
    let phones = job.setup.phones;
    match action {
        Action::Begin(way) => {
            let (begun, live) =
                code_receivers::begin(way, open, &job.served, job.flow, phones).await;
            (Answer::Begun(begun), live)
        }
        Action::AskForClient(way) => {
            let (page, live) = code_receivers::ask_for_client(way, &job.served, phones);
            (Answer::AskingForClient(page), live)
        }
        Action::OpenHere(code) => {
            let entrance = open_here::open(&code, phones.language).await;
            let answer = Answer::OpenedHere(entrance.is_some());
            (answer, entrance.map(Live::Entrance))
        }
        action => (answer(action, job).await, open),
    }
}

async fn answer(action: Action, job: &Job) -> Answer {
    let (setup, provider) = (&job.setup, job.provider());
    let name = job.service().name();
    match action {
        Action::Load => Answer::Loaded(
            in_store(setup, move |tokens| {
                let stored = tokens.load(name)?;
                Ok(stored.map(|stored| Kept {
                    token: stored.record.token(clock::wall()),
                    account: stored.record.account,
                    place: stored.place,
                }))
            })
            .await,
        ),
        Action::RequestCode(flow) => Answer::Code(provider.request_code(flow).await),
        Action::Poll(code) => Answer::Polled(provider.poll(&code).await),
        Action::Store(token, keep) => {
            let date = provider.date();
            let stored = in_store(setup, move |tokens| {
                let tokens = match keep {
                    Keep::InFile => &tokens.in_file(),
                    Keep::InKeyring => &tokens.in_keyring(),
                    Keep::AsSet => tokens,
                };
                tokens.save(&Record::new(name, &token, clock::wall()).dated(date))
            })
            .await;
            Answer::Stored(stored)
        }
        Action::Move(keep) => Answer::Moved(
            in_store(setup, move |tokens| match keep {
                Keep::InFile => tokens.move_to_file(name),
                Keep::AsSet | Keep::InKeyring => tokens.move_to_keyring(name),
            })
            .await,
        ),
        Action::Unlock => {
            setup.tokens.unlock();
            Answer::Unlocking
        }
        Action::LookUp(token) => check::look_up(token, job).await,
        Action::Remember(account) => {
            let remembered =
                in_store(setup, move |tokens| tokens.set_account(name, &account)).await;
            if remembered.is_err() {
                tracing::warn!("the account's name could not be written beside the token");
            }
            Answer::Remembered
        }
        Action::Forget(token) => Answer::Forgotten(forget(token, job).await),
        Action::KeepClient(client) => {
            let (setup, service) = (Arc::clone(setup), job.service());
            let keep = move || (setup.keep_client)(service, &client);
            let kept = tokio::task::spawn_blocking(keep).await;
            // A keeper that panicked has said so.
            if let Ok(Err(why)) = &kept {
                tracing::warn!("the next start will not know this application: {why}");
            }
            Answer::KeptClient(matches!(kept, Ok(Ok(()))))
        }
        Action::Exchange(sign_in, code) => {
            Answer::Exchanged(provider.exchange(&sign_in, &code).await)
        }
        Action::Look => Answer::Looked(look(job).await),
        Action::Picture(_) if !setup.pictures => Answer::Pictured(None),
        Action::Picture(address) => Answer::Pictured(picture::fetch(&address, provider).await),
        // Performed by the loop, and above.
        Action::TellPhone(_) | Action::Begin(_) | Action::AskForClient(_) | Action::OpenHere(_) => {
            Answer::Remembered
        }
    }
}

/// Forgets the pairing, after the service had its time to end it.
async fn forget(token: Token, job: &Job) -> Result<bool, StoreTrouble> {
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
async fn look(job: &Job) -> Vec<Standing> {
    let mut asked = JoinSet::new();
    for (index, served) in job.all.iter().enumerate() {
        let (served, setup) = (served.clone(), job.setup.clone());
        asked.spawn(async move {
            let service = served.provider.service();
            let status = in_store(&setup, move |tokens| tokens.status(service.name())).await;
            let state = match status {
                Err(_) => State::NeedsAttention,
                Ok(status) if status.place.is_none() => {
                    if served.provider.has_client() {
                        State::NotPaired
                    } else {
                        State::NotSetUp
                    }
                }
                Ok(status) => {
                    let shut = status.place == Some(Place::Keyring)
                        && status.keyring != KeyringState::Ready;
                    if status.refused || shut {
                        State::NeedsAttention
                    } else {
                        State::Paired(status.account)
                    }
                }
            };
            (index, Standing { service, state })
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
