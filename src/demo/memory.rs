//! What the stand-in remembers, without any HTTP: applications here, codes for televisions in `codes`, sign-ins through
//! a browser in `sign_ins`, tokens in `grants`.
//!
//! Time is a parameter. Codes and tokens are secrets here too: nothing in these files can be printed.

use super::Options;
use super::application::{Application, ApplicationKind, Generation};
use super::codes::ShownCode;
use super::grants::Grant;
use super::sign_ins::SignIn;

/// The scopes of AUTH V2; the first is what one gets without asking.
pub(super) const SCOPES: [&str; 2] = ["media:read", "media:write"];

pub(super) struct Memory {
    pub(super) options: Options,
    /// The origin of the stand-in, without a trailing slash (RFC 8414 §2).
    pub(super) issuer: String,
    pub(super) codes: Vec<ShownCode>,
    /// Pages of a sign-in through a browser that are open.
    pub(super) pages: Vec<SignIn>,
    /// The codes that browsers carry.
    pub(super) browser_codes: Vec<SignIn>,
    pub(super) grants: Vec<Grant>,
}

/// Why an application may not use an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotServed {
    /// It is not registered.
    Unknown,
    /// It was registered for the other generation.
    OtherGeneration,
}

impl Memory {
    pub(super) fn new(options: Options, issuer: String) -> Self {
        Self {
            options,
            issuer,
            codes: Vec::new(),
            pages: Vec::new(),
            browser_codes: Vec::new(),
            grants: Vec::new(),
        }
    }

    /// The application behind an id. Where none is registered, any id is one of the usual generation.
    pub(super) fn application(&self, client_id: &str) -> Option<Application> {
        if self.takes_any_id() {
            return (!client_id.is_empty()).then(|| Application {
                client_id: client_id.to_owned(),
                generation: self.options.flow.into(),
                kind: ApplicationKind::Browser,
                redirect_uri: None,
            });
        }
        let mut registered = self.options.applications.iter();
        registered.find(|app| app.client_id == client_id).cloned()
    }

    /// The application behind an id, at the endpoints of a generation.
    pub(super) fn application_at(
        &self,
        generation: Generation,
        client_id: &str,
    ) -> Result<Application, NotServed> {
        match self.application(client_id) {
            None => Err(NotServed::Unknown),
            Some(app) if app.generation != generation => Err(NotServed::OtherGeneration),
            Some(app) => Ok(app),
        }
    }

    /// Whether no application is registered, so that every id is taken.
    pub(super) fn takes_any_id(&self) -> bool {
        self.options.applications.is_empty()
    }

    /// The page that people are sent to, without a trailing slash.
    pub(super) fn verification_uri(&self) -> &str {
        let uri = self.options.verification_uri.as_deref();
        uri.unwrap_or_default().trim_end_matches('/')
    }
}

/// What is granted of the scope that was asked for: an unknown word is passed over without a complaint, and a
/// request for nothing grants reading.
pub(super) fn granted(asked: &str) -> String {
    let asked: Vec<_> = asked.split_whitespace().collect();
    let granted: Vec<_> = SCOPES.into_iter().filter(|s| asked.contains(s)).collect();
    if granted.is_empty() {
        SCOPES[0].to_owned()
    } else {
        granted.join(" ")
    }
}
