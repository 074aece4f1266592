//! The engine: the only loop. It owns the machine, performs its orders, fires its deadlines and publishes its view.
//!
//! It runs on a thread of its own from before the window until after it, so an approval never waits for a frame: the
//! television may be off, the window hidden, the compositor stalled. It leaves without joining a stuck call.

mod check;
mod picture;
mod reception;
mod work;

use std::io;
use std::sync::{Arc, mpsc as std_mpsc};
use std::thread;
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use url::Url;

use crate::authorization::{ClientCredentials, NotKept, Service};
use crate::clock;
use crate::hook::Hook;
use crate::pairing::{Action, Answer, Event, Home, Intent, Order, Plan, Scene, View};
use crate::services::flow_memory::FlowMemory;
use crate::services::provider::Provider;
use crate::tokens::Tokens;

use reception::Live;
pub use reception::Phones;
use work::{Done, Job, Orders};

/// A sleeping computer wakes with a timer that did not count; so no nap is longer than this.
const LONGEST_NAP: Duration = Duration::from_secs(10);
/// How long leaving waits for a token that is being stored.
const FAREWELL: Duration = Duration::from_secs(7);

/// What an engine works with.
pub struct Setup {
    /// The services, in the order in which they are shown; not empty.
    pub services: Vec<Served>,
    /// The one that is open from the beginning; `None` for all of them.
    pub first: Option<Service>,
    /// The stores.
    pub tokens: Tokens,
    /// Which of Simkl's flows worked last; `None` when a flow is forced.
    pub memory: Option<FlowMemory>,
    /// What runs after a pairing.
    pub on_paired: Hook,
    /// Whether the face shows pictures; else none is fetched.
    pub pictures: bool,
    /// Where pages for a phone may be opened.
    pub phones: Phones,
    /// Keeps an application for the next start.
    pub keep_client: ClientKeeper,
}

/// See [`Setup::keep_client`].
pub type ClientKeeper =
    Box<dyn Fn(Service, &ClientCredentials) -> Result<(), NotKept> + Send + Sync>;

/// One service, and what is needed to sign in to it.
pub struct Served {
    /// The service.
    pub provider: Provider,
    /// How it may be signed in to.
    pub plan: Plan,
    /// The port of the registered redirect address, for a browser on this computer.
    pub redirect_port: Option<u16>,
    /// How an application is registered, if its client id and secret can be given on the page for a phone.
    pub registration: Option<Registration>,
}

/// How an application is registered.
#[derive(Clone, Debug)]
pub struct Registration {
    /// The page where that is done.
    pub page: Url,
    /// What it must be called and allowed to do; `None` for one for televisions, which has only an id.
    pub named: Option<Named>,
}

/// See [`Registration`].
#[derive(Clone, Debug)]
pub struct Named {
    /// What it must be called.
    pub name: String,
    /// What it must be allowed to do.
    pub scope: String,
}

/// A running engine.
pub struct Engine {
    wishes: mpsc::UnboundedSender<Intent>,
    scenes: watch::Receiver<Scene>,
    ended: std_mpsc::Receiver<()>,
}

impl Engine {
    /// Starts the thread. `wake` is called with every new view, from that thread; it must not take long.
    pub fn start(setup: Setup, wake: impl Fn(&View) + Send + 'static) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (wishes, inbox) = mpsc::unbounded_channel();
        let service = first_of(&setup);
        let (publish, scenes) = watch::channel(Scene {
            service,
            view: View::Starting,
        });
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
            scenes,
            ended,
        })
    }

    /// The newest view.
    #[must_use]
    pub fn view(&self) -> View {
        self.scenes.borrow().view.clone()
    }

    /// The newest view and its service again and again, for faces that wait for it.
    #[must_use]
    pub fn scenes(&self) -> watch::Receiver<Scene> {
        self.scenes.clone()
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

/// The service that is shown first.
fn first_of(setup: &Setup) -> Service {
    let served = setup.services.first();
    let first = served.map_or_else(Service::default, |served| served.provider.service());
    setup.first.unwrap_or(first)
}

async fn run(
    mut setup: Setup,
    mut inbox: mpsc::UnboundedReceiver<Intent>,
    publish: &watch::Sender<Scene>,
    wake: &impl Fn(&View),
) {
    let memory = setup.memory.take();
    if let Some(worked) = memory.as_ref().and_then(FlowMemory::recall) {
        for served in &mut setup.services {
            served.plan.flows.sort_by_key(|flow| *flow != worked);
        }
    }
    let mut services: Vec<_> = setup.services.drain(..).map(Arc::new).collect();
    let plan = |served: &Arc<Served>| (served.provider.service(), served.plan.clone());
    let plans = services.iter().map(plan).collect();
    let mut home = Home::new(plans, setup.first, clock::now());
    let setup = Arc::new(setup);
    let mut orders = Orders::default();
    let mut open: Option<(u32, Live)> = None;
    let mut leaving = false;
    loop {
        while let Some(Order { ticket, action }) = home.next_order(clock::now()) {
            let service = home.service();
            let live = match &action {
                Action::TellPhone(told) => {
                    open = open.and_then(|(ticket, live)| Some((ticket, live.tell(*told)?)));
                    continue;
                }
                Action::KeepClient(client) => {
                    keep_client(&mut services, service, client);
                    None
                }
                // What is no longer waited for ends first: its port may be needed.
                Action::Begin(_) => open
                    .take()
                    .and_then(|(opened, live)| (home.reception() == Some(opened)).then_some(live)),
                _ => None,
            };
            let served = services
                .iter()
                .find(|one| one.provider.service() == service);
            let Some(served) = served.cloned() else {
                return;
            };
            let job = Job {
                setup: setup.clone(),
                served,
                all: services.clone(),
            };
            orders.start(Order { ticket, action }, job, live);
        }
        // Nobody waits there any longer.
        open = open.filter(|(ticket, _)| home.reception() == Some(*ticket));
        let scene = home.scene();
        if publish.send_if_modified(|shown| {
            let changed = *shown != scene;
            *shown = scene;
            changed
        }) {
            let service = home.service().name();
            tracing::debug!(view = publish.borrow().view.name(), service, "view");
            wake(&publish.borrow().view);
        }
        if leaving && !home.is_storing() {
            return;
        }
        let nap = home.next_deadline().map(|deadline| {
            deadline
                .saturating_duration_since(clock::now())
                .min(LONGEST_NAP)
        });
        tokio::select! {
            Some(Done { ticket, service, answer, live }) = orders.next() => {
                if let (Answer::Code(Ok(code)), Some(memory)) = (&answer, &memory) {
                    memory.remember(code.flow());
                }
                if let Answer::Stored(Ok(_)) = &answer {
                    setup.on_paired.run(service.name());
                }
                home.answer(ticket, service, answer, clock::now());
                // One that nobody waits for any longer must not take the place of one that somebody does.
                if let Some(live) = live
                    && home.reception() == Some(ticket)
                {
                    open = Some((ticket, live));
                }
            }
            (ticket, event) = event(&mut open) => home.event(ticket, event, clock::now()),
            intent = inbox.recv(), if !leaving => match intent {
                Some(intent) => home.wish(intent, clock::now()),
                None => leaving = true,
            },
            () = tokio::time::sleep(nap.unwrap_or(Duration::MAX)), if nap.is_some() => {}
        }
    }
}

/// The next thing that happens where a code is waited for; never, where nothing is open.
async fn event(open: &mut Option<(u32, Live)>) -> (u32, Event) {
    match open {
        Some((ticket, live)) => (*ticket, live.event().await),
        None => std::future::pending().await,
    }
}

/// From now on the service is asked by this application.
fn keep_client(services: &mut [Arc<Served>], service: Service, client: &ClientCredentials) {
    for served in services {
        if served.provider.service() == service
            && let Some(provider) = served.provider.with_client(client.clone())
        {
            *served = Arc::new(Served {
                provider,
                plan: served.plan.clone(),
                redirect_port: served.redirect_port,
                registration: served.registration.clone(),
            });
        }
    }
}
