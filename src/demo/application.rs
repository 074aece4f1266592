//! Applications as they are registered at Simkl: of one generation, of one kind, with one redirect address.
//!
//! Ids are sealed: an id of one generation opens nothing at the endpoints of the other, and its kind never changes.

use url::{Host, Url};

use crate::auth::{Flow, Secret};

/// The generation of Simkl's sign-in that an application was registered for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Generation {
    /// "AUTH V1": the PIN flow and `/oauth/authorize`.
    V1,
    /// "AUTH V2": RFC 8628 and RFC 6749 under `/oauth2/`.
    V2,
}

impl From<Flow> for Generation {
    fn from(flow: Flow) -> Self {
        match flow {
            Flow::Pin => Self::V1,
            Flow::Device => Self::V2,
        }
    }
}

impl Generation {
    /// The generation that an endpoint belongs to; `None` for those of both.
    pub(super) fn of_path(path: &str) -> Option<Self> {
        if path.starts_with("/oauth2/") {
            Some(Self::V2)
        } else if path.starts_with("/oauth/") {
            Some(Self::V1)
        } else {
            None
        }
    }
}

/// The kind of an application, chosen when it is registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApplicationKind {
    /// "Mobile, desktop & browser apps": by code and through a browser, without a secret.
    Browser,
    /// "TV, devices & command line": by code only, without a secret.
    Device,
    /// "Server apps & services": by code and through a browser, with a secret.
    Server {
        /// What it must show wherever it asks for a token or ends one.
        secret: Secret,
    },
}

/// An application that the stand-in knows.
#[derive(Clone, Debug)]
pub struct Application {
    /// Its public name for the service.
    pub client_id: String,
    /// Where its id works.
    pub generation: Generation,
    /// What it may do.
    pub kind: ApplicationKind,
    /// Where a browser is sent back to. `None` is none for a registered application, and any loopback address for one
    /// that a stand-in without registered applications takes as it comes.
    pub redirect_uri: Option<String>,
}

impl Application {
    /// Whether a request for a token comes from this application: only a kind with a secret must prove it.
    pub(super) fn is_proved_by(&self, secret: Option<&str>) -> bool {
        match &self.kind {
            ApplicationKind::Browser | ApplicationKind::Device => true,
            ApplicationKind::Server { secret: own } => {
                secret.is_some_and(|secret| own.expose() == secret)
            }
        }
    }

    /// Whether a browser may be sent to this address after a sign-in.
    pub(super) fn may_return_to(&self, given: &str, registered_ones_only: bool) -> bool {
        match (&self.redirect_uri, &self.kind) {
            (_, ApplicationKind::Device) => false,
            (None, _) => {
                !registered_ones_only && Url::parse(given).is_ok_and(|url| is_loopback(&url))
            }
            (Some(registered), _) => match self.generation {
                Generation::V1 => registered == given,
                Generation::V2 => registered == given || differ_by_port(registered, given),
            },
        }
    }
}

/// Whether two addresses on loopback are the same but for the port (RFC 8252 §7.3).
fn differ_by_port(one: &str, other: &str) -> bool {
    let (Ok(mut one), Ok(mut other)) = (Url::parse(one), Url::parse(other)) else {
        return false;
    };
    let loopback = is_loopback(&one) && is_loopback(&other);
    loopback && one.set_port(None).is_ok() && other.set_port(None).is_ok() && one == other
}

fn is_loopback(url: &Url) -> bool {
    url.scheme() == "http"
        && match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
}
