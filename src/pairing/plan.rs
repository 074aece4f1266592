//! What a machine is told about its service.

use super::SignInMethod;
use crate::auth::{Flow, LOOPBACK, RequestError, loopback};

/// How long the machine goes on without a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unattended {
    /// So many renewals since the last button press.
    AtMost(u32),
    /// For ever: for kiosks.
    Always,
}

impl Default for Unattended {
    /// About an hour.
    fn default() -> Self {
        Self::AtMost(4)
    }
}

/// How a service may be signed in to.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The ways, the usual one first; not empty.
    pub ways: Vec<SignInMethod>,
    /// The flows of [`SignInMethod::Code`], in the order in which they are tried; not empty where that is one of the ways.
    pub flows: Vec<Flow>,
    /// The port of the redirect address that is registered, for a service that compares it: what [`SignInMethod::Browser`] needs
    /// there. Simkl's V2, the generation of [`Flow::Device`], takes any port.
    pub redirect_port: Option<u16>,
    /// The flow that is known to work for the application.
    pub worked: Option<Flow>,
    /// Client id and secret can be given on the page for a phone.
    pub can_be_set_up: bool,
    /// The renewal policy.
    pub unattended_codes: Unattended,
}

impl Plan {
    /// The redirect address of a browser on this computer as it is registered for the flow that is asked first; `None`
    /// where that way is none, or needs a port that is not set.
    #[must_use]
    pub fn registered_address(&self) -> Option<String> {
        if !self.ways.contains(&SignInMethod::Browser) {
            return None;
        }
        match self.flows.first() {
            Some(Flow::Device) => Some(LOOPBACK.to_owned()),
            Some(Flow::Pin) | None => self.redirect_port.map(loopback),
        }
    }

    /// Whether there is this way, as things stand.
    pub(super) fn allows(&self, way: SignInMethod) -> bool {
        match way {
            SignInMethod::Browser => self.registered_address().is_some(),
            _ => self.ways.contains(&way),
        }
    }

    /// Lets the flow that is known to work be asked first; `None` for the usual order.
    pub(super) fn prefer(&mut self, worked: Option<Flow>) {
        self.worked = worked;
        self.flows
            .sort_by_key(|flow| (Some(*flow) != worked, *flow == Flow::Device));
    }

    /// The first flow that was not tried in a round.
    pub(super) fn untried(&self, tried: &[(Flow, RequestError)]) -> Option<Flow> {
        let mut flows = self.flows.iter().copied();
        flows.find(|flow| tried.iter().all(|(tried, _)| tried != flow))
    }
}
