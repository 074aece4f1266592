//! The services that couchpin signs in to, and everything that is known of each: [`Service::description`].

use std::time::Duration;

use super::{Flow, Secret};

/// What a service knows a program by (RFC 6749 §2.3): an application's id, and the secret of one that has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientCredentials {
    /// The client id.
    pub id: String,
    /// The client secret.
    pub secret: Option<Secret>,
}

impl ClientCredentials {
    /// An application without a secret (RFC 6749 §2.1).
    #[must_use]
    pub fn public(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            secret: None,
        }
    }
}

/// What is said in English, in the journal and by `status`, of a sign-in that [`Service::ends_about`] knows an end of.
pub const OLD_SIMKL_ENDS: &str = "Simkl ends this kind of sign-in around April 2027: register a new application \
                                  (Mobile, desktop & browser apps), set its client id, and pair again";

/// A service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Service {
    /// Simkl
    #[default]
    Simkl,
    /// Shikimori
    Shikimori,
}

/// The environment variables that hold something secret: no program that couchpin starts gets them.
pub const SECRET_VARIABLES: [&str; 4] = [
    "COUCHPIN_SIMKL_ACCESS_TOKEN",
    "COUCHPIN_SIMKL_CLIENT_SECRET",
    "COUCHPIN_SHIKIMORI_ACCESS_TOKEN",
    "COUCHPIN_SHIKIMORI_CLIENT_SECRET",
];

/// What a service is and can do. Pages are paths below the site.
#[derive(Debug)]
pub struct ServiceDescription {
    /// What it is called in stores, in JSON and on the command line.
    pub name: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// Its pages, unless the settings name others.
    pub site_url: &'static str,
    /// Its API, unless the settings name another; `None` where it is beside the pages.
    pub api_url: Option<&'static str>,
    /// Where a code is typed; empty for a service without such codes.
    pub pin_page: &'static str,
    /// Where a person ends this computer's access.
    pub apps_page: &'static str,
    /// Where an application is registered, or where a button leads there.
    pub developer_page: &'static str,
    /// The flows that show a code on this screen, in the order in which they are tried. Without one, the service's page
    /// shows a code that is entered here.
    pub flows: &'static [Flow],
    /// Whether every application has a secret, without which nothing can be asked.
    pub needs_secret: bool,
    /// Whether every address carries the client id and this program's name and version (Simkl, "Required parameters").
    pub identifies_in_query: bool,
    /// The month around which sign-ins without a refresh token end, as `2027-04`.
    pub old_sign_in_ends: Option<&'static str>,
    /// Its OAuth endpoints; the older generation where there are two.
    pub oauth: OAuthRules,
    /// The OAuth endpoints of the generation of [`Flow::Device`].
    pub device_oauth: Option<OAuthRules>,
}

/// How a service's OAuth endpoints behave.
#[derive(Clone, Copy, Debug)]
pub struct OAuthRules {
    /// The folder of the endpoints, below the site and the API.
    pub folder: &'static str,
    /// What is asked for, divided by spaces; empty asks for the service's default.
    pub scope: &'static str,
    /// When PKCE with S256 is used (RFC 7636).
    pub pkce: Pkce,
    /// Whether every answer to a browser names its issuer (RFC 9207).
    pub sends_iss: bool,
    /// What a failed exchange does to the code.
    pub failed_exchange: FailedExchange,
    /// How long an authorization code lives.
    pub code_lifetime: Duration,
}

/// When PKCE is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pkce {
    /// Never: the service does not know it.
    Never,
    /// In place of a client secret.
    WithoutSecret,
    /// Always, also beside a client secret.
    Always,
}

/// What a service does with the code of an exchange that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailedExchange {
    /// It is deleted whatever went wrong.
    SpendsCode,
    /// The client is judged before the code is looked at: `invalid_client` leaves the code alive, anything else deletes
    /// it.
    ChecksClientFirst,
    /// It stays until there is a token for it.
    LeavesCode,
}

static SIMKL: ServiceDescription = ServiceDescription {
    name: "simkl",
    label: "Simkl",
    site_url: "https://simkl.com",
    api_url: Some("https://api.simkl.com"),
    pin_page: "pin",
    apps_page: "settings/connected-apps",
    developer_page: "settings/developer",
    flows: &[Flow::Pin, Flow::Device],
    needs_secret: false,
    identifies_in_query: true,
    old_sign_in_ends: Some("2027-04"),
    // "AUTH V1"
    oauth: OAuthRules {
        folder: "oauth",
        scope: "",
        pkce: Pkce::WithoutSecret,
        sends_iss: false,
        failed_exchange: FailedExchange::SpendsCode,
        code_lifetime: Duration::from_mins(10),
    },
    // "AUTH V2". A scope that Simkl does not know is answered with a read-only token.
    device_oauth: Some(OAuthRules {
        folder: "oauth2",
        scope: "media:read media:write",
        pkce: Pkce::Always,
        sends_iss: true,
        failed_exchange: FailedExchange::ChecksClientFirst,
        code_lifetime: Duration::from_mins(10),
    }),
};

/// A Rails site whose sign-in is the Doorkeeper engine.
static SHIKIMORI: ServiceDescription = ServiceDescription {
    name: "shikimori",
    label: "Shikimori",
    site_url: "https://shikimori.io",
    api_url: None,
    pin_page: "",
    apps_page: "",
    // The form itself opens only from here: the site's own link to it names the owner of the application.
    developer_page: "oauth/applications",
    flows: &[],
    needs_secret: true,
    identifies_in_query: false,
    old_sign_in_ends: None,
    oauth: OAuthRules {
        folder: "oauth",
        scope: "user_rates",
        pkce: Pkce::Never,
        sends_iss: false,
        failed_exchange: FailedExchange::LeavesCode,
        code_lifetime: Duration::from_mins(30),
    },
    device_oauth: None,
};

impl Service {
    /// Every service there is.
    pub const ALL: [Self; 2] = [Self::Simkl, Self::Shikimori];

    /// Everything that is known of it.
    #[must_use]
    pub fn description(self) -> &'static ServiceDescription {
        match self {
            Self::Simkl => &SIMKL,
            Self::Shikimori => &SHIKIMORI,
        }
    }

    /// What it is called in stores, in JSON and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.description().name
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.description().label
    }

    /// The OAuth endpoints of the generation that a flow belongs to.
    #[must_use]
    pub fn oauth(self, flow: Option<Flow>) -> &'static OAuthRules {
        let description = self.description();
        let newer = description.device_oauth.as_ref();
        let newer = newer.filter(|_| flow == Some(Flow::Device));
        newer.unwrap_or(&description.oauth)
    }

    /// The month around which the service ends the sign-ins that a token is of, as `2027-04`. A token of Simkl's older
    /// generation is known by that it cannot be refreshed.
    #[must_use]
    pub fn ends_about(self, refreshable: bool) -> Option<&'static str> {
        let ends = self.description().old_sign_in_ends;
        ends.filter(|_| !refreshable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_services_secrets_are_known_as_such() {
        let named = Service::ALL.into_iter().flat_map(|service| {
            let prefix = service.name().to_uppercase();
            ["ACCESS_TOKEN", "CLIENT_SECRET"].map(|name| format!("COUCHPIN_{prefix}_{name}"))
        });
        assert_eq!(named.collect::<Vec<_>>(), SECRET_VARIABLES);
    }
}
