//! What a person writes into the settings file, line by line, exactly as it stands there; and what is said about it.

use super::{UiContext, Words};
use crate::auth::{LOOPBACK, OUT_OF_BAND, Service};

/// The redirect address on this computer, for any port.
pub(crate) const REDIRECT: &str = "http://127.0.0.1:<port>/callback";

/// What is registered as the redirect address: that of this computer's browser, else that of a page that shows a code,
/// which Simkl has not.
pub(crate) fn redirect(context: &UiContext) -> String {
    let usual = match context.provider {
        Service::Simkl => LOOPBACK,
        Service::Shikimori => OUT_OF_BAND,
    };
    let address = context.redirect_uri.clone();
    address.unwrap_or_else(|| usual.to_owned())
}

/// What the application must be for a browser on this computer, up to its redirect address, which stands below: where the
/// type is another one, that is chosen at registration and never changed, no address would help.
pub(crate) fn for_a_browser(words: &Words, context: &UiContext) -> String {
    words.get(match context.provider {
        Service::Simkl => "application-mobile",
        Service::Shikimori => "application-redirect",
    })
}

/// The application of a service.
pub(crate) fn application(context: &UiContext) -> Vec<String> {
    let mut lines = vec![
        format!("[{}]", context.provider.name()),
        "client_id = \"…\"".to_owned(),
    ];
    match context.provider {
        // The type that is recommended has none.
        Service::Simkl => {}
        Service::Shikimori => lines.push("client_secret = \"…\"".to_owned()),
    }
    lines
}

/// Where a service lives that has moved.
pub(crate) fn address(context: &UiContext, to: &str) -> Vec<String> {
    let key = match context.provider {
        Service::Simkl => "api_url",
        Service::Shikimori => "url",
    };
    vec![
        format!("[{}]", context.provider.name()),
        format!("{key} = \"{to}\""),
    ]
}

/// Where the client id came from.
pub(crate) fn source(words: &Words, context: &UiContext) -> String {
    let source = context.client_id_source.clone();
    source.unwrap_or_else(|| words.get("source-built-in"))
}
