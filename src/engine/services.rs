//! The services and the applications that they are asked by; they outlive a loop that failed.

use std::sync::Arc;

use tokio::sync::watch;

use super::{ServiceSetup, Setup};
use crate::auth::{ClientCredentials, Flow, Service};
use crate::pairing::Home;
use crate::services::provider::Provider;
use crate::system::clock;
use crate::tokens::Tokens;

/// What the loop and its actions work with.
#[derive(Clone)]
pub(super) struct Services {
    pub(super) setup: Arc<Setup>,
    pub(super) all: Vec<Arc<ServiceSetup>>,
    /// Has a receiver for each token that is being refreshed: the old one may have ended, and the new one is not stored yet.
    pub(super) refreshing: Arc<watch::Sender<()>>,
}

impl Services {
    pub(super) fn new(mut setup: Setup) -> Self {
        Self {
            all: setup.services.drain(..).map(Arc::new).collect(),
            setup: Arc::new(setup),
            refreshing: Arc::default(),
        }
    }

    /// Every service as it is at first, with the flow first that worked the last time for its application.
    pub(super) fn home(&self, first: Option<Service>) -> Home {
        let plan = |served: &Arc<ServiceSetup>| (served.provider.service(), served.plan.clone());
        let plans = self.all.iter().map(plan).collect();
        let mut home = Home::new(plans, first, clock::now());
        for served in &self.all {
            self.prefer_what_worked(served.provider.service(), &mut home);
        }
        home
    }

    /// Puts the flow first that worked last for the application in use, as far as that is to be remembered.
    pub(super) fn prefer_what_worked(&self, service: Service, home: &mut Home) {
        let client_id = self
            .served(service)
            .and_then(|served| served.provider.client_id());
        let memory = self.setup.memory.as_ref();
        let worked = memory.zip(client_id);
        home.prefer(service, worked.and_then(|(memory, id)| memory.recall(id)));
    }

    /// A code came: the flow works for the application that asked.
    pub(super) fn remember(&self, provider: &Provider, flow: Flow) {
        if let (Some(memory), Some(client_id)) = (&self.setup.memory, provider.client_id()) {
            memory.remember(client_id, flow);
        }
    }

    /// From now on the service is asked by this application.
    pub(super) fn use_client(&mut self, service: Service, client: &ClientCredentials) {
        for served in &mut self.all {
            if served.provider.service().base() == service.base()
                && let Ok(provider) = served.provider.with_client(client.clone())
            {
                *served = Arc::new(ServiceSetup {
                    provider,
                    plan: served.plan.clone(),
                });
            }
        }
    }

    /// The service, or another account at one that is there: from now on that is there, too.
    pub(super) fn of_account(&mut self, service: Service) -> Option<Arc<ServiceSetup>> {
        if let Some(served) = self.served(service) {
            return Some(served.clone());
        }
        let is_of = |served: &Arc<ServiceSetup>| served.provider.service().base() == service.base();
        let last = self.all.iter().rposition(is_of)?;
        let like = &self.all[last];
        let served = Arc::new(ServiceSetup {
            provider: like.provider.with_service(service).ok()?,
            plan: like.plan.clone(),
        });
        self.all.insert(last + 1, served.clone());
        Some(served)
    }

    pub(super) fn served(&self, service: Service) -> Option<&Arc<ServiceSetup>> {
        let mut all = self.all.iter();
        all.find(|served| served.provider.service() == service)
    }
}

/// What an action works with.
#[derive(Clone)]
pub(super) struct ActionContext {
    pub(super) services: Services,
    /// The service that the action is for.
    pub(super) served: Arc<ServiceSetup>,
    /// The flow that works for its application, as far as is known.
    pub(super) flow: Option<Flow>,
}

impl ActionContext {
    pub(super) fn service(&self) -> Service {
        self.served.provider.service()
    }

    pub(super) fn provider(&self) -> &Provider {
        &self.served.provider
    }

    pub(super) fn tokens(&self) -> &Tokens {
        &self.services.setup.tokens
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use url::Url;

    use super::*;
    use crate::auth::OUT_OF_BAND;
    use crate::engine::PhonePageSettings;
    use crate::pairing::{Plan, SignInMethod, Unattended};
    use crate::services::flow_memory::FlowMemory;
    use crate::services::provider::Settings;
    use crate::tokens::StoreChoice;

    fn services(folder: &Path, client_id: Option<&str>) -> Services {
        let here = Url::parse("http://127.0.0.1:9").unwrap();
        let settings = Settings {
            client_id: client_id.map(str::to_owned),
            ..Settings::at(Service::simkl(), &here)
        };
        let served = ServiceSetup {
            provider: Provider::new(settings).unwrap(),
            plan: Plan {
                ways: vec![SignInMethod::Code, SignInMethod::Browser],
                redirect_port: Some(8765),
                flows: vec![Flow::Pin, Flow::Device],
                worked: None,
                can_be_set_up: false,
                unattended_codes: Unattended::AtMost(4),
            },
        };
        Services::new(Setup {
            services: vec![served],
            first: None,
            tokens: Tokens::new(folder.to_owned(), StoreChoice::InFile),
            memory: Some(FlowMemory::new(folder)),
            pictures: false,
            phones: PhonePageSettings::default(),
            keep_client: Box::new(|_, _| Ok(())),
        })
    }

    /// The page to which a browser would go now.
    async fn page(services: &Services) -> String {
        let flow = services.home(None).flow(Service::simkl());
        let served = services.served(Service::simkl()).unwrap();
        let sign_in = served.provider.begin(flow, OUT_OF_BAND).await.unwrap();
        assert_eq!(sign_in.flow, flow, "and so does the request for its token");
        sign_in.address.path().to_owned()
    }

    #[tokio::test]
    async fn a_browser_goes_where_the_application_in_use_has_worked() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = services(folder.path(), None);
        let given = ClientCredentials {
            id: "from-the-phone".to_owned(),
            secret: None,
        };
        first.use_client(Service::simkl(), &given);
        assert_eq!(
            page(&first).await,
            "/oauth/authorize",
            "nothing is known of it"
        );
        let provider = &first.served(Service::simkl()).unwrap().provider;
        first.remember(provider, Flow::Device);
        assert_eq!(page(&first).await, "/oauth2/authorize");

        let restarted = services(folder.path(), Some("from-the-phone"));
        assert_eq!(page(&restarted).await, "/oauth2/authorize");
        let other = services(folder.path(), Some("another"));
        assert_eq!(page(&other).await, "/oauth/authorize");
    }
}
