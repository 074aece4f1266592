//! The engine: owns the machine, performs its actions, fires its deadlines and publishes its view.
//!
//! It runs on a thread of its own from before the window until after it, so an approval never waits for a frame: the
//! television may be off, the window hidden, the compositor stalled. It leaves as soon as no token is on its way, without
//! joining a stuck call. Where a fault ends its work, the view says so, and it begins anew (`supervise`).

mod actions;
mod check;
mod code_receivers;
mod event_loop;
pub mod hook;
mod picture;
mod services;
mod supervise;

use std::io;
use std::sync::mpsc as std_mpsc;
use std::thread;
use std::time::Duration;

use tokio::sync::{mpsc, watch};

use crate::auth::{ClientCredentials, SaveError, Service};
use crate::pairing::{Intent, Plan, Scene, View};
use crate::services::flow_memory::FlowMemory;
use crate::services::http;
use crate::services::provider::Provider;
use crate::tokens::{self, Tokens};

pub use code_receivers::PhonePageSettings;
use event_loop::Publisher;

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
    /// Whether the screen shows pictures; else none is fetched.
    pub pictures: bool,
    /// Where pages for a phone may be opened.
    pub phones: PhonePageSettings,
    /// Keeps an application for the next start.
    pub keep_client: ClientKeeper,
}

/// Writes an application into the settings.
pub type ClientKeeper =
    Box<dyn Fn(Service, &ClientCredentials) -> Result<(), SaveError> + Send + Sync>;

/// One service, and what is needed to sign in to it.
pub struct ServiceSetup {
    /// The service.
    pub provider: Provider,
    /// How it may be signed in to.
    pub plan: Plan,
}

/// A running engine.
pub struct Engine {
    intents: mpsc::UnboundedSender<Intent>,
    scenes: watch::Receiver<Scene>,
    ended: std_mpsc::Receiver<()>,
}

impl Engine {
    /// Starts the thread. `wake` is called with every new view, from that thread; it must not take long.
    pub fn start(setup: Setup, wake: impl Fn(&View) + Send + 'static) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (intents, inbox) = mpsc::unbounded_channel();
        let first = setup.services.first();
        let first = first.map_or_else(Service::default, |first| first.provider.service());
        let service = setup.first.unwrap_or(first);
        let (publish, scenes) = watch::channel(Scene {
            service,
            view: View::Starting,
            registered_address: None,
        });
        let publisher = Publisher {
            scenes: publish,
            wake,
        };
        let (end, ended) = std_mpsc::channel();
        thread::Builder::new()
            .name("engine".to_owned())
            .spawn(move || {
                supervise::supervise(runtime, setup, inbox, &publisher);
                drop(end);
            })?;
        Ok(Self {
            intents,
            scenes,
            ended,
        })
    }

    /// The newest view.
    #[must_use]
    pub fn view(&self) -> View {
        self.scenes.borrow().view.clone()
    }

    /// The newest view and its service again and again.
    #[must_use]
    pub fn scenes(&self) -> watch::Receiver<Scene> {
        self.scenes.clone()
    }

    /// Passes on what a person wants.
    pub fn send(&self, intent: Intent) {
        // The engine is there until it is left; if a fault has ended it all the same, nothing can be done.
        let _ = self.intents.send(intent);
    }

    /// The same, for a thread that may outlive the engine.
    pub fn intent_sender(&self) -> impl Fn(Intent) + 'static {
        let intents = self.intents.downgrade();
        move |intent| {
            if let Some(intents) = intents.upgrade() {
                // As above.
                let _ = intents.send(intent);
            }
        }
    }

    /// Ends the engine: at once, or as soon as a token that is on its way is safe, for which it waits [`FAREWELL`] at most.
    pub fn leave(self) {
        drop(self.intents);
        if self.ended.recv_timeout(FAREWELL) == Err(std_mpsc::RecvTimeoutError::Timeout) {
            tracing::warn!("something was still on its way when couchpin ended");
        }
    }
}
