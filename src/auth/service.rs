//! The services that couchpin signs in to, and what they know it by.

use super::Secret;

/// What a service knows a program by (RFC 6749 §2.3): an application's id, and the secret of one that has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientCredentials {
    /// The client id.
    pub id: String,
    /// The client secret.
    pub secret: Option<Secret>,
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

impl Service {
    /// Every service there is.
    pub const ALL: [Self; 2] = [Self::Simkl, Self::Shikimori];

    /// What it is called in stores, in JSON and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Simkl => "simkl",
            Self::Shikimori => "shikimori",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Simkl => "Simkl",
            Self::Shikimori => "Shikimori",
        }
    }

    /// The month around which the service ends the sign-ins that a token is of, as `2027-04`. Those of Simkl's older
    /// generation ("AUTH V1"), whose tokens are the only ones of its that cannot be refreshed, are all that is known of.
    #[must_use]
    pub fn ends_about(self, refreshable: bool) -> Option<&'static str> {
        (self == Self::Simkl && !refreshable).then_some("2027-04")
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
