//! What the user interface knows of a service besides the engine's view.

use crate::auth::{LOOPBACK, OUT_OF_BAND, Service};

/// The redirect address on this computer, for any port.
pub(super) const REDIRECT: &str = "http://127.0.0.1:<port>/callback";

pub use crate::words::UiContext;

impl UiContext {
    /// What is registered as the redirect address: that of this computer's browser, else that of a page that shows a
    /// code, which Simkl has not.
    pub(super) fn registered_redirect(&self) -> String {
        let usual = match self.provider {
            Service::Simkl => LOOPBACK,
            Service::Shikimori => OUT_OF_BAND,
        };
        let address = self.redirect_uri.clone();
        address.unwrap_or_else(|| usual.to_owned())
    }

    /// The lines of the settings file that name an application of the service.
    pub(super) fn application_settings(&self) -> Vec<String> {
        let mut lines = vec![
            format!("[{}]", self.provider.name()),
            "client_id = \"…\"".to_owned(),
        ];
        match self.provider {
            // The type that is recommended has none.
            Service::Simkl => {}
            Service::Shikimori => lines.push("client_secret = \"…\"".to_owned()),
        }
        lines
    }

    /// The lines of the settings file for a service that has moved.
    pub(super) fn address_settings(&self, to: &str) -> Vec<String> {
        let key = match self.provider {
            Service::Simkl => "api_url",
            Service::Shikimori => "url",
        };
        vec![
            format!("[{}]", self.provider.name()),
            format!("{key} = \"{to}\""),
        ]
    }
}
