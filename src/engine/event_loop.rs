//! The only loop: performs the machine's actions, fires its deadlines and publishes its view.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, watch};

use super::actions::{FinishedAction, RunningActions};
use super::code_receivers::OpenReceiver;
use super::services::{ActionContext, Services};
use crate::auth::{OLD_SIMKL_ENDS, Service, SignInEvent};
use crate::pairing::{Action, ActionRequest, ActionResult, Home, Intent, Scene, View};
use crate::system::clock;

/// A sleeping computer wakes with a timer that did not count; so no sleep is longer than this.
const LONGEST_SLEEP: Duration = Duration::from_secs(10);

/// Where the view goes.
pub(super) struct Publisher<W> {
    pub(super) scenes: watch::Sender<Scene>,
    pub(super) wake: W,
}

impl<W: Fn(&View)> Publisher<W> {
    /// Shows a scene, unless it is shown already.
    pub(super) fn show(&self, scene: Scene) {
        if self.scenes.send_if_modified(|shown| {
            let changed = *shown != scene;
            *shown = scene;
            changed
        }) {
            let Scene { service, view, .. } = &*self.scenes.borrow();
            tracing::debug!(view = view.name(), service = service.name(), "view");
            (self.wake)(view);
        }
    }
}

struct EventLoop<'a> {
    services: &'a mut Services,
    home: Home,
    actions: RunningActions,
    /// What was opened, by the tickets of the actions that did.
    receivers: Vec<(u32, OpenReceiver)>,
}

/// Runs until the screen is gone and nothing is on its way.
pub(super) async fn run<W: Fn(&View)>(
    services: &mut Services,
    first: Option<Service>,
    inbox: &mut mpsc::UnboundedReceiver<Intent>,
    publisher: &Publisher<W>,
) {
    let refreshing = services.refreshing.clone();
    let mut this = EventLoop {
        home: services.home(first),
        services,
        actions: RunningActions::default(),
        receivers: Vec::new(),
    };
    let mut leaving = false;
    // Once is enough for the journal.
    let mut warned = false;
    loop {
        this.start_actions();
        let scene = this.home.scene();
        if !warned && scene.view.ends_about(scene.service).is_some() {
            warned = true;
            tracing::warn!("{OLD_SIMKL_ENDS}");
        }
        publisher.show(scene);
        if leaving && !this.home.is_storing() && refreshing.is_closed() {
            return;
        }
        let deadline = this.home.next_deadline();
        let sleep = deadline.map_or(Duration::MAX, |deadline| {
            let left = deadline.at.saturating_duration_since(clock::now());
            left.min(LONGEST_SLEEP)
        });
        tokio::select! {
            Some(Ok(finished)) = this.actions.tasks.join_next() => this.finished(finished),
            (ticket, event) = next_event(&mut this.receivers) => {
                this.home.event(ticket, event, clock::now());
            }
            intent = inbox.recv(), if !leaving => if let Some(intent) = intent {
                this.home.apply(intent, clock::now());
            } else {
                leaving = true;
                this.home.end(clock::now());
            },
            () = refreshing.closed(), if leaving && !refreshing.is_closed() => {}
            () = tokio::time::sleep(sleep), if deadline.is_some() => {
                let due = deadline.filter(|deadline| deadline.at <= clock::now());
                if let Some(deadline) = due {
                    tracing::debug!(reason = ?deadline.reason, "deadline");
                }
            }
        }
    }
}

impl EventLoop<'_> {
    fn start_actions(&mut self) {
        while let Some((service, request)) = self.home.next_action(clock::now()) {
            match &request.action {
                Action::NotifyPhone(_) | Action::ShowOnPhone(_) | Action::TellTrouble => {
                    self.receivers
                        .retain(|(_, receiver)| receiver.tell(&request.action));
                    continue;
                }
                Action::KeepClient(client) => {
                    self.services.use_client(service, client);
                    self.services.prefer_what_worked(service, &mut self.home);
                }
                _ => {}
            }
            let open = self.reused(&request);
            let Some(served) = self.services.of_account(service) else {
                tracing::error!(service = service.name(), "there is no such service");
                continue;
            };
            let context = ActionContext {
                services: self.services.clone(),
                served,
                flow: self.home.flow(service),
            };
            self.actions.start(request, context, open);
        }
        self.close_unneeded();
    }

    /// What is open already and goes on with the next sign-in. All else ends before, for its port may be needed.
    fn reused(&mut self, request: &ActionRequest) -> Option<OpenReceiver> {
        if !matches!(request.action, Action::Begin(_)) {
            return None;
        }
        self.close_unneeded();
        self.receivers.pop().map(|(_, receiver)| receiver)
    }

    fn close_unneeded(&mut self) {
        self.receivers
            .retain(|(ticket, _)| self.home.needs(*ticket));
    }

    fn finished(&mut self, finished: FinishedAction) {
        let FinishedAction {
            ticket,
            served,
            result,
            receiver,
        } = finished;
        let service = served.provider.service();
        if let ActionResult::Code(Ok(code)) = &result {
            self.services.remember(&served.provider, code.flow());
        }
        let code = matches!(result, ActionResult::Code(_));
        self.home.answer(ticket, service, result, clock::now());
        // What works for another application than the present one says nothing.
        if code
            && let Some(present) = self.services.served(service)
            && !Arc::ptr_eq(present, &served)
        {
            self.services.prefer_what_worked(service, &mut self.home);
        }
        if let Some(receiver) = receiver
            && self.home.needs(ticket)
        {
            self.close_unneeded();
            self.receivers.push((ticket, receiver));
        }
    }
}

/// The next thing that happens where a code is waited for; never, where nothing is open.
async fn next_event(receivers: &mut [(u32, OpenReceiver)]) -> (u32, SignInEvent) {
    let mut receivers = receivers.iter_mut();
    match receivers.find(|(_, receiver)| receiver.has_events()) {
        Some((ticket, receiver)) => (*ticket, receiver.event().await),
        None => std::future::pending().await,
    }
}
