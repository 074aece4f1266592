//! The engine: the only loop. It owns the machine, performs its orders, fires its deadlines and publishes its view.
//!
//! It runs on a thread of its own from before the window until after it, so an approval never waits for a frame: the
//! television may be off, the window hidden, the compositor stalled. It leaves as soon as no token is on its way, without
//! joining a stuck call. Where a fault ends its work, the view says so, and it begins anew (`supervise`).

mod check;
mod code_receivers;
pub mod hook;
mod open_here;
mod picture;
mod supervise;
mod work;

use std::io;
use std::sync::{Arc, mpsc as std_mpsc};
use std::thread;
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use url::Url;

use crate::auth::{ClientCredentials, Flow, OLD_SIMKL_ENDS, SaveError, Service};
use crate::engine::hook::Hook;
use crate::pairing::{Action, ActionRequest, ActionResult, Event, Home, Intent, Plan, Scene, View};
use crate::services::flow_memory::FlowMemory;
use crate::services::http;
use crate::services::provider::Provider;
use crate::system::clock;
use crate::tokens::{self, Tokens};

use code_receivers::OpenReceiver;
pub use code_receivers::PhonePageSettings;
use work::{ActionContext, FinishedAction, Refreshes, RunningActions};

/// A sleeping computer wakes with a timer that did not count; so no nap is longer than this.
const LONGEST_NAP: Duration = Duration::from_secs(10);
/// How long leaving waits for a token that is on its way: the answer to a request, and two visits to the stores (one that
/// fails, and one more).
pub const FAREWELL: Duration =
    Duration::from_secs(http::WHOLE.as_secs() + 2 * tokens::LONGEST.as_secs() + 5);

/// What an engine works with.
pub struct Setup {
    /// The services, in the order in which they are shown; not empty.
    pub services: Vec<ServiceSetup>,
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
    pub phones: PhonePageSettings,
    /// Keeps an application for the next start.
    pub keep_client: ClientKeeper,
}

/// See [`Setup::keep_client`].
pub type ClientKeeper =
    Box<dyn Fn(Service, &ClientCredentials) -> Result<(), SaveError> + Send + Sync>;

/// One service, and what is needed to sign in to it.
pub struct ServiceSetup {
    /// The service.
    pub provider: Provider,
    /// How it may be signed in to.
    pub plan: Plan,
    /// How an application is registered, if its client id and secret can be given on the page for a phone.
    pub registration: Option<Registration>,
}

/// How an application is registered.
#[derive(Clone, Debug)]
pub struct Registration {
    /// The page where that is done.
    pub page: Url,
    /// What it must be called and allowed to do; `None` for one of Simkl, which has a type instead.
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
            registered_address: None,
        });
        let face = Published { publish, wake };
        let (end, ended) = std_mpsc::channel();
        thread::Builder::new()
            .name("engine".to_owned())
            .spawn(move || {
                supervise::supervise(runtime, setup, inbox, &face);
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
    pub fn intent_sender(&self) -> impl Fn(Intent) + 'static {
        let wishes = self.wishes.downgrade();
        move |intent| {
            if let Some(wishes) = wishes.upgrade() {
                let _ = wishes.send(intent);
            }
        }
    }

    /// Ends the engine: at once, or as soon as a token that is on its way is safe, for which it waits [`FAREWELL`] at most.
    pub fn leave(self) {
        drop(self.wishes);
        if self.ended.recv_timeout(FAREWELL) == Err(std_mpsc::RecvTimeoutError::Timeout) {
            tracing::warn!("something was still on its way when couchpin ended");
        }
    }
}

/// The service that is shown first.
fn first_of(setup: &Setup) -> Service {
    let served = setup.services.first();
    let first = served.map_or_else(Service::default, |served| served.provider.service());
    setup.first.unwrap_or(first)
}

/// Where the view goes.
struct Published<W> {
    publish: watch::Sender<Scene>,
    wake: W,
}

impl<W: Fn(&View)> Published<W> {
    /// Shows a scene, unless it is shown already.
    fn show(&self, scene: Scene) {
        let publish = &self.publish;
        if publish.send_if_modified(|shown| {
            let changed = *shown != scene;
            *shown = scene;
            changed
        }) {
            let service = publish.borrow().service.name();
            tracing::debug!(view = publish.borrow().view.name(), service, "view");
            (self.wake)(&publish.borrow().view);
        }
    }
}

/// What the loop works with; it outlives a loop that failed.
struct Services {
    setup: Arc<Setup>,
    all: Vec<Arc<ServiceSetup>>,
    /// The service that is open from the beginning.
    first: Option<Service>,
}

impl Services {
    fn new(mut setup: Setup) -> Self {
        Self {
            all: setup.services.drain(..).map(Arc::new).collect(),
            first: setup.first,
            setup: Arc::new(setup),
        }
    }

    /// Every service as it is at first, with the flow first that worked the last time for its application.
    fn home(&self) -> Home {
        let plan = |served: &Arc<ServiceSetup>| (served.provider.service(), served.plan.clone());
        let plans = self.all.iter().map(plan).collect();
        let mut home = Home::new(plans, self.first, clock::now());
        for served in &self.all {
            home.prefer(served.provider.service(), self.worked(&served.provider));
        }
        home
    }

    /// The flow that worked last for an application, as far as that is to be remembered.
    fn worked(&self, provider: &Provider) -> Option<Flow> {
        let memory = self.setup.memory.as_ref()?;
        memory.recall(provider.client_id()?)
    }

    /// A code came: the flow works for the application that asked.
    fn remember(&self, provider: &Provider, flow: Flow) {
        if let (Some(memory), Some(client_id)) = (&self.setup.memory, provider.client_id()) {
            memory.remember(client_id, flow);
        }
    }

    /// From now on the service is asked by this application.
    fn use_client(&mut self, service: Service, client: &ClientCredentials) {
        for served in &mut self.all {
            if served.provider.service() == service
                && let Ok(provider) = served.provider.with_client(client.clone())
            {
                *served = Arc::new(ServiceSetup {
                    provider,
                    plan: served.plan.clone(),
                    registration: served.registration.clone(),
                });
            }
        }
    }

    fn served(&self, service: Service) -> Option<&Arc<ServiceSetup>> {
        let mut all = self.all.iter();
        all.find(|served| served.provider.service() == service)
    }
}

/// The loop. It ends when the face is gone and nothing is on its way.
async fn run<W: Fn(&View)>(
    services: &mut Services,
    inbox: &mut mpsc::UnboundedReceiver<Intent>,
    face: &Published<W>,
) {
    let mut home = services.home();
    let mut orders = RunningActions::default();
    let refreshes = Refreshes::default();
    let mut refreshing = refreshes.count();
    let mut open: Option<(u32, OpenReceiver)> = None;
    let mut opening_here: Option<(u32, OpenReceiver)> = None;
    let mut leaving = false;
    // Once is enough for the journal.
    let mut warned = false;
    loop {
        while let Some((service, ActionRequest { ticket, action })) = home.next_order(clock::now())
        {
            let live = match &action {
                Action::NotifyPhone(told) => {
                    open = open.and_then(|(ticket, live)| Some((ticket, live.tell(*told)?)));
                    continue;
                }
                Action::KeepClient(client) => {
                    services.use_client(service, client);
                    if let Some(served) = services.served(service) {
                        home.prefer(service, services.worked(&served.provider));
                    }
                    None
                }
                // What is no longer waited for ends first: its port may be needed.
                Action::Begin(_) => open
                    .take()
                    .and_then(|(opened, live)| (home.reception() == Some(opened)).then_some(live)),
                _ => None,
            };
            let Some(served) = services.served(service).cloned() else {
                tracing::error!(service = service.name(), "there is no such service");
                continue;
            };
            let job = ActionContext {
                setup: services.setup.clone(),
                served,
                flow: home.flow(service),
                all: services.all.clone(),
                refreshes: refreshes.clone(),
            };
            orders.start(ActionRequest { ticket, action }, job, live);
        }
        // What is no longer waited for ends, and so does the way to the page of a code that is gone.
        open = open.filter(|(ticket, _)| home.reception() == Some(*ticket));
        opening_here = opening_here.filter(|(ticket, _)| home.opening_here() == Some(*ticket));
        let scene = home.scene();
        if !warned && scene.view.ends_about(scene.service).is_some() {
            warned = true;
            tracing::warn!("{OLD_SIMKL_ENDS}");
        }
        face.show(scene);
        if leaving && !home.is_storing() && *refreshing.borrow_and_update() == 0 {
            return;
        }
        let nap = home.next_deadline().map(|deadline| {
            deadline
                .saturating_duration_since(clock::now())
                .min(LONGEST_NAP)
        });
        tokio::select! {
            Some(FinishedAction { ticket, served, answer, live }) = orders.next() => {
                let service = served.provider.service();
                if let ActionResult::Code(Ok(code)) = &answer {
                    services.remember(&served.provider, code.flow());
                }
                if let ActionResult::Stored(Ok(_)) = &answer {
                    services.setup.on_paired.run(service.name());
                }
                let code = matches!(answer, ActionResult::Code(_));
                home.answer(ticket, service, answer, clock::now());
                // What works for another application than the present one says nothing.
                if let Some(present) = services.served(service)
                    && code && !Arc::ptr_eq(present, &served)
                {
                    home.prefer(service, services.worked(&present.provider));
                }
                // One that nobody waits for any longer must not take the place of one that somebody does.
                if let Some(live) = live {
                    if home.reception() == Some(ticket) {
                        open = Some((ticket, live));
                    } else if home.opening_here() == Some(ticket) {
                        opening_here = Some((ticket, live));
                    }
                }
            }
            (ticket, event) = event(&mut open) => home.event(ticket, event, clock::now()),
            intent = inbox.recv(), if !leaving => if let Some(intent) = intent {
                home.wish(intent, clock::now());
            } else {
                leaving = true;
                home.end(clock::now());
            },
            _ = refreshing.changed(), if leaving => {}
            () = tokio::time::sleep(nap.unwrap_or(Duration::MAX)), if nap.is_some() => {}
        }
    }
}

/// The next thing that happens where a code is waited for; never, where nothing is open.
async fn event(open: &mut Option<(u32, OpenReceiver)>) -> (u32, Event) {
    match open {
        Some((ticket, live)) => (*ticket, live.event().await),
        None => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::auth::OUT_OF_BAND;
    use crate::pairing::{SignInMethod, Unattended};
    use crate::services::provider::Settings;
    use crate::tokens::Preference;

    fn services(folder: &Path, client_id: Option<&str>) -> Services {
        let here = Url::parse("http://127.0.0.1:9").unwrap();
        let settings = Settings {
            client_id: client_id.map(str::to_owned),
            ..Settings::at(Service::Simkl, &here)
        };
        let served = ServiceSetup {
            provider: Provider::new(settings).unwrap(),
            plan: Plan {
                ways: vec![SignInMethod::Code, SignInMethod::Browser],
                redirect_port: Some(8765),
                ..Plan::by_code(Unattended::AtMost(4), vec![Flow::Pin, Flow::Device])
            },
            registration: None,
        };
        Services::new(Setup {
            services: vec![served],
            first: None,
            tokens: Tokens::new(folder.to_owned(), Preference::File),
            memory: Some(FlowMemory::new(folder)),
            on_paired: Hook::default(),
            pictures: false,
            phones: PhonePageSettings::default(),
            keep_client: Box::new(|_, _| Ok(())),
        })
    }

    /// The page to which a browser would go now.
    async fn page(services: &Services) -> String {
        let flow = services.home().flow(Service::Simkl);
        let served = services.served(Service::Simkl).unwrap();
        let sign_in = served.provider.begin(flow, OUT_OF_BAND).await.unwrap();
        assert_eq!(sign_in.flow, flow, "and so does the request for its token");
        sign_in.address.path().to_owned()
    }

    #[tokio::test]
    async fn a_browser_goes_where_the_application_in_use_has_worked() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = services(folder.path(), None);
        let given = ClientCredentials::public("from-the-phone");
        first.use_client(Service::Simkl, &given);
        assert_eq!(
            page(&first).await,
            "/oauth/authorize",
            "nothing is known of it"
        );
        let provider = &first.served(Service::Simkl).unwrap().provider;
        first.remember(provider, Flow::Device);
        assert_eq!(page(&first).await, "/oauth2/authorize");

        let restarted = services(folder.path(), Some("from-the-phone"));
        assert_eq!(page(&restarted).await, "/oauth2/authorize");
        let other = services(folder.path(), Some("another"));
        assert_eq!(page(&other).await, "/oauth/authorize");
    }
}
