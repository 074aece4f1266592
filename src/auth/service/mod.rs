//! The services that couchpin signs in to. Each is described by a file ([`ServiceDescription`]): the built-in ones are in
//! `assets/services`, a household's own in its settings folder.

mod description;
mod oauth;
mod reference;

use std::fmt;
use std::sync::LazyLock;

pub use self::description::{AccountAddress, ServiceDescription};
pub use self::oauth::{FailedExchange, OAuthRules, Pkce, PollError, RequestBody};
pub use self::reference::Reference;
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

/// A service, or one of a household's further accounts at it: copies are cheap, and compared by the name.
#[derive(Clone, Copy)]
pub struct Service(&'static NamedService);

struct NamedService {
    /// As stores and their files call it: `simkl`, or `simkl@kids` for another account than the first.
    name: String,
    label: String,
    base: &'static str,
    account: Option<String>,
    description: &'static ServiceDescription,
}

/// What stands between a service and its account in the names of files and of a keyring's items.
pub const ACCOUNT: char = '@';

/// The service that a name in stores is of, and the household's name of the account, unless it is the first.
#[must_use]
pub fn service_and_account(name: &str) -> (&str, Option<&str>) {
    let split = name.split_once(ACCOUNT);
    split.map_or((name, None), |(service, account)| (service, Some(account)))
}

/// Whether an environment variable holds something secret of a service: no program that couchpin starts gets it.
#[must_use]
pub fn is_secret_variable(name: &str) -> bool {
    let is_own = name.starts_with("COUCHPIN_");
    is_own && (name.ends_with("_ACCESS_TOKEN") || name.ends_with("_CLIENT_SECRET"))
}

macro_rules! files {
    ($($name:literal),*) => {
        [$(($name, include_str!(concat!("../../../assets/services/", $name, ".toml")))),*]
    };
}

static BUILT_IN: LazyLock<[Service; 4]> = LazyLock::new(|| {
    files!("simkl", "shikimori", "trakt", "mdblist").map(|(name, text)| {
        #[expect(clippy::expect_used, reason = "a test reads them")]
        let description = toml::from_str(text).expect("a built-in service is described well");
        Service::described(name, description)
    })
});

impl Service {
    /// Simkl.
    #[must_use]
    pub fn simkl() -> Self {
        BUILT_IN[0]
    }

    /// Shikimori.
    #[must_use]
    pub fn shikimori() -> Self {
        BUILT_IN[1]
    }

    /// The services that need no file.
    #[must_use]
    pub fn built_in() -> [Self; 4] {
        *BUILT_IN
    }

    /// A service that a file describes. It lives as long as the process, so a name is described once.
    #[must_use]
    pub fn described(name: &str, description: ServiceDescription) -> Self {
        let description: &'static ServiceDescription = Box::leak(Box::new(description));
        Self(Box::leak(Box::new(NamedService {
            name: name.to_owned(),
            label: description.label.clone(),
            base: name.to_owned().leak(),
            account: None,
            description,
        })))
    }

    /// Another account at this service, as the household calls it; `None` for what cannot be a part of a file's name. It lives
    /// as long as the process.
    #[must_use]
    pub fn with_account(self, account: &str) -> Option<Self> {
        let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let is_good = (1..=20).contains(&account.len()) && account.bytes().all(is_plain);
        let NamedService {
            base, description, ..
        } = *self.0;
        let named = || NamedService {
            name: format!("{base}{ACCOUNT}{account}"),
            label: format!("{} · {account}", description.label),
            base,
            account: Some(account.to_owned()),
            description,
        };
        is_good.then(|| Self(Box::leak(Box::new(named()))))
    }

    /// What the household calls this account; `None` for the first one.
    #[must_use]
    pub fn account(self) -> Option<&'static str> {
        self.0.account.as_deref()
    }

    /// The service without an account, as the settings and the command line call it.
    #[must_use]
    pub fn base(self) -> &'static str {
        self.0.base
    }

    /// Everything that is known of it.
    #[must_use]
    pub fn description(self) -> &'static ServiceDescription {
        self.0.description
    }

    /// What it is called in stores, with its account.
    #[must_use]
    pub fn name(self) -> &'static str {
        &self.0.name
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        &self.0.label
    }

    /// What names it on the command line, behind a command: `option` stands before the name, which the usual service needs
    /// not.
    #[must_use]
    pub fn arguments(self, option: &str) -> String {
        let is_usual = self.base() == Self::default().name();
        let name = (!is_usual).then(|| format!(" {option}{}", self.base()));
        let account = self
            .account()
            .map(|account| format!(" --account {account}"));
        [name, account].into_iter().flatten().collect()
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
        let ends = self.description().sign_ins_without_refresh_end.as_deref();
        ends.filter(|_| !refreshable)
    }
}

impl Default for Service {
    fn default() -> Self {
        Self::simkl()
    }
}

impl PartialEq for Service {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Service {}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_services_are_described_well() {
        let names = Service::built_in().map(Service::name);
        assert_eq!(names, ["simkl", "shikimori", "trakt", "mdblist"]);
        let simkl = Service::simkl();
        assert_eq!(simkl.oauth(None).token_endpoint.as_str(), "oauth/token");
        assert_eq!(
            simkl.oauth(Some(Flow::Device)).scope,
            "media:read media:write"
        );
    }

    #[test]
    fn every_services_secrets_are_known_as_such() {
        for secret in [
            "COUCHPIN_SIMKL_ACCESS_TOKEN",
            "COUCHPIN_HOME_SERVER_CLIENT_SECRET",
        ] {
            assert!(is_secret_variable(secret));
        }
        assert!(!is_secret_variable("COUCHPIN_SIMKL_CLIENT_ID"));
        assert!(!is_secret_variable("SIMKL_ACCESS_TOKEN"), "exec sets it");
    }
}
