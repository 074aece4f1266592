//! The engine: the only loop. It owns the machine, performs its orders, fires its deadlines and publishes its view.
//!
//! It runs on a thread of its own from before the window until after it, so an approval never waits for a frame: the
//! television may be off, the window hidden, the compositor stalled. It leaves without joining a stuck call.

mod check;
mod picture;

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, mpsc as std_mpsc};
use std::thread;
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::task::{Id, JoinSet};

use crate::authorization::{Flow, Keep, RequestError, StoreTrouble, Trouble};
use crate::clock;
use crate::hook::Hook;
use crate::pairing::{Action, Answer, Intent, Kept, Order, Pairing, Unattended, View};
use crate::services::flow_memory::FlowMemory;
use crate::services::simkl::Simkl;
use crate::tokens::{Record, StoreError, Tokens};

/// The name of the only service so far, in stores and on the command line.
pub const SIMKL: &str = "simkl";
/// No order takes longer than this; each call inside is bounded more tightly.
const LONGEST_ORDER: Duration = Duration::from_secs(25);
/// A sleeping computer wakes with a timer that did not count; so no nap is longer than this.
const LONGEST_NAP: Duration = Duration::from_secs(10);
/// How long leaving waits for a token that is being stored.
const FAREWELL: Duration = Duration::from_secs(7);

/// What an engine works with.
pub struct Setup {
    /// The service.
    pub simkl: Simkl,
    /// The stores.
    pub tokens: Tokens,
    /// The flows to try, in order, unless the memory knows better.
    pub flows: Vec<Flow>,
    /// Which flow worked last; `None` when a flow is forced.
    pub memory: Option<FlowMemory>,
    /// The renewal policy.
    pub unattended_codes: Unattended,
    /// What runs after a pairing.
    pub on_paired: Hook,
    /// Whether the face shows pictures; else none is fetched.
    pub pictures: bool,
}

/// A running engine.
pub struct Engine {
    wishes: mpsc::UnboundedSender<Intent>,
    views: watch::Receiver<View>,
    ended: std_mpsc::Receiver<()>,
}

impl Engine {
    /// Starts the thread. `wake` is called with every new view, from that thread; it must not take long.
    pub fn start(setup: Setup, wake: impl Fn(&View) + Send + 'static) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (wishes, inbox) = mpsc::unbounded_channel();
        let (publish, views) = watch::channel(View::Starting);
        let (end, ended) = std_mpsc::channel();
        thread::Builder::new()
            .name("engine".to_owned())
            .spawn(move || {
                runtime.block_on(run(setup, inbox, &publish, &wake));
                // A look-up of a name or a keyring may hang for ever; nobody waits for it.
                runtime.shutdown_background();
                drop(end);
            })?;
        Ok(Self {
            wishes,
            views,
            ended,
        })
    }

    /// The newest view.
    #[must_use]
    pub fn view(&self) -> View {
        self.views.borrow().clone()
    }

    /// The newest view again and again, for faces that wait for it.
    #[must_use]
    pub fn views(&self) -> watch::Receiver<View> {
        self.views.clone()
    }

    /// Passes a person's wish on.
    pub fn wish(&self, intent: Intent) {
        // The engine outlives every face; if it has ended all the same, there is nobody to tell.
        let _ = self.wishes.send(intent);
    }

    /// The same, for a face that lives elsewhere.
    pub fn wisher(&self) -> impl Fn(Intent) + 'static {
        let wishes = self.wishes.downgrade();
        move |intent| {
            if let Some(wishes) = wishes.upgrade() {
                let _ = wishes.send(intent);
            }
        }
    }

    /// Ends the engine: at once, or as soon as a token that is being stored is safe.
    pub fn leave(self) {
        drop(self.wishes);
        let _ = self.ended.recv_timeout(FAREWELL);
    }
}

async fn run(
    mut setup: Setup,
    mut inbox: mpsc::UnboundedReceiver<Intent>,
    publish: &watch::Sender<View>,
    wake: &impl Fn(&View),
) {
    let mut flows = setup.flows.clone();
    if let Some(memory) = &setup.memory
        && let Some(worked) = memory.recall()
    {
        flows.sort_by_key(|flow| *flow != worked);
    }
    let mut machine = Pairing::new(setup.unattended_codes, flows, clock::now());
    let memory = setup.memory.take();
    let setup = Arc::new(setup);
    let mut orders = Orders::default();
    let mut leaving = false;
    loop {
        while let Some(order) = machine.next_order(clock::now()) {
            orders.start(order, setup.clone());
        }
        let view = machine.view();
        if publish.send_if_modified(|shown| {
            let changed = *shown != view;
            *shown = view;
            changed
        }) {
            tracing::debug!(view = publish.borrow().name(), "view");
            wake(&publish.borrow());
        }
        if leaving && !machine.is_storing() {
            return;
        }
        let nap = machine.next_deadline().map(|deadline| {
            deadline
                .saturating_duration_since(clock::now())
                .min(LONGEST_NAP)
        });
        tokio::select! {
            Some((ticket, answer)) = orders.next() => {
                if let (Answer::Code(Ok(code)), Some(memory)) = (&answer, &memory) {
                    memory.remember(code.flow());
                }
                if let Answer::Stored(Ok(_)) = &answer {
                    setup.on_paired.run(SIMKL);
                }
                machine.answer(ticket, answer, clock::now());
            }
            intent = inbox.recv(), if !leaving => match intent {
                Some(intent) => machine.wish(intent, clock::now()),
                None => leaving = true,
            },
            () = tokio::time::sleep(nap.unwrap_or(Duration::MAX)), if nap.is_some() => {}
        }
    }
}

/// The orders under way. Each gets an answer, even if what performs it panics or hangs.
#[derive(Default)]
struct Orders {
    tasks: JoinSet<(u32, Answer)>,
    /// What is answered in place of a task that panicked.
    in_place: HashMap<Id, (u32, Answer)>,
}

impl Orders {
    fn start(&mut self, order: Order, setup: Arc<Setup>) {
        let Order { ticket, action } = order;
        tracing::debug!(ticket, name = action.name(), "order");
        let failed = failed(&action);
        let late = failed.clone();
        let task = self.tasks.spawn(async move {
            let answer = tokio::time::timeout(LONGEST_ORDER, perform(action, setup)).await;
            (ticket, answer.unwrap_or(late))
        });
        self.in_place.insert(task.id(), (ticket, failed));
    }

    /// The next answer; never, while nothing is under way.
    async fn next(&mut self) -> Option<(u32, Answer)> {
        match self.tasks.join_next_with_id().await {
            Some(Ok((id, answer))) => {
                self.in_place.remove(&id);
                Some(answer)
            }
            Some(Err(error)) => {
                tracing::error!("a call failed unexpectedly");
                self.in_place.remove(&error.id())
            }
            None => None,
        }
    }
}

/// The answer to an action that came to no end.
fn failed(action: &Action) -> Answer {
    let request = || RequestError::from(Trouble::Timeout);
    let store = || StoreTrouble::Failed("the store did not answer".to_owned());
    match action {
        Action::Load => Answer::Loaded(Err(store())),
        Action::RequestCode(_) => Answer::Code(Err(request())),
        Action::Poll(_) => Answer::Polled(Err(request())),
        Action::Store(..) => Answer::Stored(Err(store())),
        Action::Move(_) => Answer::Moved(Err(store())),
        Action::Unlock => Answer::Unlocking,
        Action::LookUp(_) => Answer::LookedUp(Err(request())),
        Action::Remember(_) => Answer::Remembered,
        Action::Forget(_) => Answer::Forgotten(Err(store())),
        Action::Picture(_) => Answer::Pictured(None),
    }
}

async fn perform(action: Action, setup: Arc<Setup>) -> Answer {
    let simkl = &setup.simkl;
    match action {
        Action::Load => Answer::Loaded(
            in_store(&setup, |tokens| {
                let stored = tokens.load(SIMKL)?;
                Ok(stored.map(|stored| Kept {
                    token: stored.record.token(clock::wall()),
                    account: stored.record.account,
                    place: stored.place,
                }))
            })
            .await,
        ),
        Action::RequestCode(flow) => Answer::Code(simkl.request_code(flow).await),
        Action::Poll(code) => Answer::Polled(simkl.poll(&code).await),
        Action::Store(token, keep) => Answer::Stored(
            in_store(&setup, move |tokens| {
                let tokens = match keep {
                    Keep::InFile => &tokens.in_file(),
                    Keep::InKeyring => &tokens.in_keyring(),
                    Keep::AsSet => tokens,
                };
                tokens.save(&Record::new(SIMKL, &token, clock::wall()))
            })
            .await,
        ),
        Action::Move(keep) => Answer::Moved(
            in_store(&setup, move |tokens| match keep {
                Keep::InFile => tokens.move_to_file(SIMKL),
                Keep::AsSet | Keep::InKeyring => tokens.move_to_keyring(SIMKL),
            })
            .await,
        ),
        Action::Unlock => {
            setup.tokens.unlock();
            Answer::Unlocking
        }
        Action::LookUp(token) => check::look_up(token, &setup).await,
        Action::Remember(account) => {
            let remembered =
                in_store(&setup, move |tokens| tokens.set_account(SIMKL, &account)).await;
            if remembered.is_err() {
                tracing::warn!("the account's name could not be written beside the token");
            }
            Answer::Remembered
        }
        Action::Forget(token) => {
            // Another process may have refreshed it since.
            let stored = in_store(&setup, |tokens| tokens.load(SIMKL)).await;
            let token = match stored {
                Ok(Some(stored)) => stored.record.token(clock::wall()),
                Ok(None) | Err(_) => token,
            };
            // What the service does about it must not keep the token here.
            if simkl.revoke(&token).await.is_err() {
                tracing::warn!("the token could not be revoked at the service");
            }
            let forgotten = in_store(&setup, |tokens| tokens.forget(SIMKL)).await;
            Answer::Forgotten(forgotten.map(|forgotten| !forgotten.left_in_keyring))
        }
        Action::Picture(_) if !setup.pictures => Answer::Pictured(None),
        Action::Picture(address) => Answer::Pictured(picture::fetch(&address, simkl).await),
    }
}

/// Runs a call on the stores off the loop's thread.
async fn in_store<T: Send + 'static>(
    setup: &Arc<Setup>,
    call: impl FnOnce(&Tokens) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreTrouble> {
    let tokens = setup.tokens.clone();
    match tokio::task::spawn_blocking(move || call(&tokens)).await {
        Ok(result) => result.map_err(StoreTrouble::from),
        Err(_) => Err(StoreTrouble::Failed(
            "the store failed unexpectedly".to_owned(),
        )),
    }
}
