//! What the user interface knows of a service besides the engine's view.

use url::Url;

use crate::auth::{LOOPBACK, OUT_OF_BAND, Service};
use crate::pairing::SignInMethod;
use crate::words::Language;

/// What the user interface knows of a service besides the engine's view.
#[derive(Clone, Debug, Default)]
pub struct UiContext {
    /// The service.
    pub provider: Service,
    /// How many services there are to turn to.
    pub services: usize,
    /// How the service is usually signed in to.
    pub usual: SignInMethod,
    /// The redirect address that is registered for a browser on this computer, where one can be used as things stand.
    pub redirect_uri: Option<String>,
    /// A browser can be opened on this computer.
    pub has_browser: bool,
    /// The client id and secret can be given on the page for a phone.
    pub can_be_set_up: bool,
    /// The address to type before a code has told a better one.
    pub pin_page: String,
    /// Where the user ends this television's access.
    pub apps_page: String,
    /// Where an application is registered.
    pub developer_page: String,
    /// The settings file.
    pub config_file: String,
    /// Where the client id came from, as the user would say it; `None` when it was built in.
    pub client_id_source: Option<String>,
    /// The demo's own pairing page; `None` when this is no demo.
    pub demo: Option<String>,
    /// The program fills this computer: the remote has no way out of it.
    pub kiosk: bool,
    /// The language of it all.
    pub language: Language,
}

impl UiContext {
    /// The service's name as users know it.
    pub(crate) fn service(&self) -> &'static str {
        self.provider.label()
    }

    /// Whether this is a demo whose page no phone can open.
    pub(crate) fn is_local_demo(&self) -> bool {
        let page = self.demo.as_deref();
        page.is_some_and(|page| page.starts_with("http://127.0.0.1:"))
    }

    /// An address as a phone opens it: the demo's pages are in the network under another one.
    pub(super) fn for_a_phone(&self, url: &Url) -> Url {
        let demo = self.demo.as_deref();
        let Some(mut there) = demo.and_then(|page| Url::parse(page).ok()) else {
            return url.clone();
        };
        there.set_path(url.path());
        there.set_query(url.query());
        there
    }

    /// What is registered as the redirect address: that of this computer's browser, else that of a page that shows a
    /// code, which Simkl has not.
    pub(super) fn registered_redirect(&self) -> String {
        let described = self.provider.description().redirect_uri.as_deref();
        let usual = described.unwrap_or(if self.shows_codes() {
            LOOPBACK
        } else {
            OUT_OF_BAND
        });
        let address = self.redirect_uri.clone();
        address.unwrap_or_else(|| usual.to_owned())
    }

    /// Whether the service has codes that are shown on this screen.
    pub(super) fn shows_codes(&self) -> bool {
        !self.provider.description().flows.is_empty()
    }

    /// Whether the right one of several types of applications is to be named, as at Simkl.
    pub(super) fn has_application_types(&self) -> bool {
        self.provider.description().application_types
    }

    /// The command that begins anew.
    pub(super) fn pair_command(&self) -> String {
        format!("couchpin pair{}", self.provider.arguments("--service "))
    }

    /// The lines of the settings file that name an application of the service.
    pub(super) fn application_settings(&self) -> Vec<String> {
        let mut lines = vec![
            format!("[{}]", self.provider.base()),
            "client_id = \"…\"".to_owned(),
        ];
        if self.provider.description().needs_secret {
            lines.push("client_secret = \"…\"".to_owned());
        }
        lines
    }

    /// The lines of the settings file for a service that has moved.
    pub(super) fn address_settings(&self, to: &str) -> Vec<String> {
        let has_api_url = self.provider.description().api_url.is_some();
        let key = if has_api_url { "api_url" } else { "url" };
        vec![
            format!("[{}]", self.provider.base()),
            format!("{key} = \"{to}\""),
        ]
    }
}
