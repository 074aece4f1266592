//! The services that couchpin signs in to. Each is described by a file ([`ServiceDescription`]): the built-in ones are in
//! `assets/services`, a household's own in its settings folder.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;
use std::time::Duration;

use serde::de::{Deserialize, Deserializer, Error as _};
use url::Url;

use super::{Flow, Secret, check_base};

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

/// A service: copies are cheap, and compared by the name.
#[derive(Clone, Copy)]
pub struct Service(&'static NamedService);

struct NamedService {
    name: String,
    description: ServiceDescription,
}

/// Whether an environment variable holds something secret of a service: no program that couchpin starts gets it.
#[must_use]
pub fn is_secret_variable(name: &str) -> bool {
    let is_own = name.starts_with("COUCHPIN_");
    is_own && (name.ends_with("_ACCESS_TOKEN") || name.ends_with("_CLIENT_SECRET"))
}

/// What a service is and can do, as its file says it. An address is whole, or goes on from the pages or the API. The keys
/// of OAuth are those of RFC 8414.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of the file"
)]
pub struct ServiceDescription {
    /// What people call it.
    #[serde(rename = "name", deserialize_with = "label")]
    pub label: String,
    /// Its pages, unless the settings name others.
    #[serde(deserialize_with = "base")]
    pub site_url: Url,
    /// Its API, unless the settings name another; `None` where it is beside the pages.
    #[serde(default, deserialize_with = "optional_base")]
    pub api_url: Option<Url>,
    /// The issuer under which its endpoints are published (RFC 8414, `OpenID` Connect Discovery 1.0).
    #[serde(default)]
    pub issuer: Option<Reference>,
    /// Where a code is typed, unless its answer says so.
    #[serde(default)]
    pub verification_page: Reference,
    /// Where a person ends this computer's access.
    #[serde(default)]
    pub access_page: Reference,
    /// Where an application is registered, or where a button leads there.
    #[serde(default)]
    pub registration_page: Reference,
    /// There are several types of applications, as Simkl has them; the right one is named.
    #[serde(default)]
    pub application_types: bool,
    /// The redirect address with which an application is registered that shows codes.
    #[serde(default)]
    pub redirect_uri: Option<String>,
    /// The application of a household's own file; settings go before it.
    #[serde(default)]
    pub client_id: Option<String>,
    /// Its secret.
    #[serde(default, deserialize_with = "secret")]
    pub client_secret: Option<Secret>,
    /// The flows that show a code on this screen, in the order in which they are tried. Without one, the service's page
    /// shows a code that is entered here.
    #[serde(default = "device_only")]
    pub flows: Vec<Flow>,
    /// Whether every application has a secret, without which nothing can be asked.
    #[serde(default)]
    pub needs_secret: bool,
    /// Whether every address carries the client id and this program's name and version (Simkl, "Required parameters").
    #[serde(default)]
    pub identifies_in_query: bool,
    /// Whether calls carry the application's name, and a redirect to another site says that the service has moved.
    #[serde(default)]
    pub app_name_in_user_agent: bool,
    /// The month around which sign-ins without a refresh token end, as `2027-04`.
    #[serde(default)]
    pub sign_ins_without_refresh_end: Option<String>,
    /// Its OAuth endpoints; the older generation where there are two.
    #[serde(default)]
    pub oauth: OAuthRules,
    /// The OAuth endpoints of the generation of [`Flow::Device`].
    #[serde(default)]
    pub device_oauth: Option<OAuthRules>,
    /// Whose account a token opens.
    #[serde(default)]
    pub account: Option<AccountAddress>,
}

/// How a service's OAuth endpoints behave.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OAuthRules {
    /// The page that asks a browser (RFC 6749 §3.1), below the pages; the other addresses are below the API.
    pub authorization_endpoint: Option<Reference>,
    /// Gives codes to devices (RFC 8628 §3.1).
    pub device_authorization_endpoint: Option<Reference>,
    /// Gives and refreshes tokens (RFC 6749 §3.2).
    pub token_endpoint: Reference,
    /// Gives the token of a device's code where that is not the token endpoint.
    pub poll_endpoint: Option<Reference>,
    /// Ends tokens (RFC 7009).
    pub revocation_endpoint: Option<Reference>,
    /// How what is asked is written.
    pub request: RequestBody,
    /// What is asked for, divided by spaces; empty asks for the service's default.
    pub scope: String,
    /// What the scope is called, unless `scope`.
    pub scope_parameter: Option<String>,
    /// What the device code is called in a poll, unless `device_code`.
    pub device_code_parameter: Option<String>,
    /// The field of the error, unless `error`.
    pub error_field: Option<String>,
    /// What a status, or the service's own word, means in the words of RFC 8628 §3.5, as the answer to a poll.
    pub poll_errors: BTreeMap<String, PollError>,
    /// What is sent besides to refresh a token.
    pub refresh_parameters: BTreeMap<String, String>,
    /// When PKCE with S256 is used (RFC 7636).
    pub pkce: Pkce,
    /// Whether every answer to a browser names its issuer (RFC 9207).
    pub sends_iss: bool,
    /// What a failed exchange does to the code.
    pub failed_exchange: FailedExchange,
    /// How long an authorization code lives.
    #[serde(deserialize_with = "seconds")]
    pub code_lifetime: CodeLifetime,
    /// Whether a token must be used before it is revoked.
    pub uses_token_before_revoking: bool,
}

/// How long an authorization code lives; ten minutes where the service does not say (RFC 6749 §4.1.2).
#[derive(Clone, Copy, Debug)]
pub struct CodeLifetime(pub Duration);

impl Default for CodeLifetime {
    fn default() -> Self {
        Self(Duration::from_mins(10))
    }
}

/// How what is asked is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RequestBody {
    /// As a form (RFC 6749, appendix B).
    #[default]
    Form,
    /// As a JSON object.
    Json,
}

/// Why a poll brings no token (RFC 8628 §3.5, RFC 6749 §5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words of the RFC")]
pub enum PollError {
    AuthorizationPending,
    SlowDown,
    ExpiredToken,
    AccessDenied,
    InvalidGrant,
}

impl PollError {
    /// As the RFC spells it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::AuthorizationPending => "authorization_pending",
            Self::SlowDown => "slow_down",
            Self::ExpiredToken => "expired_token",
            Self::AccessDenied => "access_denied",
            Self::InvalidGrant => "invalid_grant",
        }
    }
}

/// Where a service says whose account a token opens. The fields are paths, with dots between the names.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountAddress {
    /// The address, below the API.
    pub address: Reference,
    /// The account's id.
    #[serde(default)]
    pub id: String,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The address of its picture.
    #[serde(default)]
    pub picture: String,
    /// Whether `null` under 200 is the answer to a caller without a good token.
    #[serde(default)]
    pub null_is_refusal: bool,
    /// What is sent besides; `{client_id}` is the application's.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
}

/// When PKCE is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pkce {
    /// Never: the service does not know it.
    Never,
    /// In place of a client secret.
    WithoutSecret,
    /// Always, also beside a client secret.
    #[default]
    Always,
}

/// What a service does with the code of an exchange that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailedExchange {
    /// It is deleted whatever went wrong.
    #[default]
    SpendsCode,
    /// The client is judged before the code is looked at: `invalid_client` leaves the code alive, anything else deletes
    /// it.
    ChecksClientFirst,
    /// It stays until there is a token for it.
    LeavesCode,
}

/// An address, whole or the rest of one. A whole one is safe to be asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference(String);

impl Reference {
    /// The address itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address, below `base` unless it is whole.
    #[must_use]
    pub fn below(&self, base: &Url) -> Url {
        if let Some(whole) = self.whole() {
            return whole;
        }
        let mut folder = base.clone();
        if !self.0.is_empty() && !folder.path().ends_with('/') {
            folder.set_path(&format!("{}/", folder.path()));
        }
        folder.join(&self.0).unwrap_or(folder)
    }

    /// The address, if it is whole.
    #[must_use]
    pub fn whole(&self) -> Option<Url> {
        self.0.contains("://").then(|| Url::parse(&self.0).ok())?
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(written: D) -> Result<Self, D::Error> {
        let text = String::deserialize(written)?;
        if text.contains("://") {
            safe(&text)?;
        } else if text.starts_with('/') || text.contains([':', '\\', '?', '#']) {
            return Err(D::Error::custom(
                "expected an address, or the rest of one without a slash before it",
            ));
        }
        Ok(Self(text))
    }
}

fn safe<E: serde::de::Error>(text: &str) -> Result<Url, E> {
    let expected = "expected an address that begins with https://";
    let url = Url::parse(text).map_err(|_| E::custom(expected))?;
    check_base(&url).map_err(E::custom)?;
    Ok(url)
}

fn base<'de, D: Deserializer<'de>>(written: D) -> Result<Url, D::Error> {
    safe(&String::deserialize(written)?)
}

fn optional_base<'de, D: Deserializer<'de>>(written: D) -> Result<Option<Url>, D::Error> {
    base(written).map(Some)
}

fn label<'de, D: Deserializer<'de>>(written: D) -> Result<String, D::Error> {
    let text = String::deserialize(written)?;
    let is_good = !text.trim().is_empty() && text.chars().count() <= 30;
    let is_good = is_good && !text.chars().any(char::is_control);
    let expected = || D::Error::custom("expected a name of at most 30 characters");
    is_good.then_some(text).ok_or_else(expected)
}

fn secret<'de, D: Deserializer<'de>>(written: D) -> Result<Option<Secret>, D::Error> {
    // The parser's own message would quote what is no text.
    let text = String::deserialize(written);
    let text = text.map_err(|_| D::Error::custom("expected the secret in quotes"))?;
    Ok(Some(Secret::new(text)))
}

fn seconds<'de, D: Deserializer<'de>>(written: D) -> Result<CodeLifetime, D::Error> {
    u32::deserialize(written).map(|seconds| CodeLifetime(Duration::from_secs(seconds.into())))
}

fn device_only() -> Vec<Flow> {
    vec![Flow::Device]
}

static BUILT_IN: LazyLock<[Service; 4]> = LazyLock::new(|| {
    [
        ("simkl", include_str!("../../assets/services/simkl.toml")),
        (
            "shikimori",
            include_str!("../../assets/services/shikimori.toml"),
        ),
        ("trakt", include_str!("../../assets/services/trakt.toml")),
        (
            "mdblist",
            include_str!("../../assets/services/mdblist.toml"),
        ),
    ]
    .map(|(name, text)| {
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
        let name = name.to_owned();
        Self(Box::leak(Box::new(NamedService { name, description })))
    }

    /// Everything that is known of it.
    #[must_use]
    pub fn description(self) -> &'static ServiceDescription {
        &self.0.description
    }

    /// What it is called in stores, in JSON and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        &self.0.name
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        &self.0.description.label
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

impl Hash for Service {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

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

    #[test]
    fn an_address_goes_on_from_its_base_or_stands_alone() {
        let below = |reference: &str, base| {
            let base = Url::parse(base).unwrap();
            Reference(reference.to_owned()).below(&base).to_string()
        };
        assert_eq!(
            below("oauth/token", "https://a.example"),
            "https://a.example/oauth/token"
        );
        assert_eq!(
            below("oauth/token/", "https://a.example/x"),
            "https://a.example/x/oauth/token/"
        );
        assert_eq!(below("", "https://a.example/x"), "https://a.example/x");
        assert_eq!(
            below("https://b.example/y", "https://a.example"),
            "https://b.example/y"
        );
    }
}
