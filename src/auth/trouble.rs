//! Why a request failed: trouble that may pass, or an answer that only a person can change.

use std::time::{Duration, SystemTime};

use thiserror::Error;

use super::date::{day, rfc3339};

/// A failed request, sorted by what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RequestError {
    /// It may work later: the code stays, the wait grows.
    #[error("{trouble}")]
    Transient {
        /// What a person is told.
        trouble: Trouble,
        /// How long the service asks to wait (`Retry-After`): five minutes at most, but for a day's limit.
        retry_after: Option<Duration>,
    },
    /// Asking again would get the same answer.
    #[error(transparent)]
    Rejected(#[from] Rejection),
}

impl From<Trouble> for RequestError {
    fn from(trouble: Trouble) -> Self {
        Self::Transient {
            trouble,
            retry_after: None,
        }
    }
}

/// Why the service cannot be used for the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Trouble {
    /// No route to any network.
    #[error("there is no network")]
    Offline,
    /// The name could not be looked up.
    #[error("the service's name could not be looked up")]
    Dns,
    /// Refused or reset: there is a network, the service does not answer on it.
    #[error("the service does not answer")]
    Unreachable,
    /// No answer in time.
    #[error("the service did not answer in time")]
    Timeout,
    /// The certificate does not fit this computer's clock, and the clock, which says this, is the one that is wrong.
    #[error("this computer's clock is wrong ({})", day(*.0))]
    Clock(SystemTime),
    /// The service's certificate has ended, if this computer's clock, which says this, is right.
    #[error("the service's certificate ended before {}, this computer's date", day(*.0))]
    Expired(SystemTime),
    /// The connection is not to be trusted.
    #[error("the connection could not be trusted")]
    Tls,
    /// The proxy that the environment names is in the way.
    #[error("{}", proxy(.0, *.1))]
    Proxy(&'static Proxy, ProxyFault),
    /// Something between us and the service answered: a hotel's sign-in page, a challenge page.
    #[error("another page answered instead of the service")]
    Portal,
    /// A refusal that is not in the service's own form: a proxy, a guard or a load balancer answered in its place.
    /// Carries the HTTP status.
    #[error("something else answered instead of the service ({0})")]
    Foreign(u16),
    /// The service asks for patience (429).
    #[error("the service is busy")]
    Busy,
    /// A daily quota is used up (429, with a word that says whose), until this time by this computer's clock if it is
    /// known.
    #[error("{} requests for today are used up{}", whose(*.0), until(*.1))]
    DailyLimit(Quota, Option<SystemTime>),
    /// The client id worked before and is refused now: the service has throttled or suspended it, for a while perhaps.
    #[error("the client id, which worked before, is throttled or suspended")]
    ClientBlocked,
    /// The service has a fault of its own (5xx).
    #[error("the service has a fault")]
    ServiceDown,
    /// The answer made no sense: cut short, or not what the service promises.
    #[error("the service's answer made no sense")]
    Malformed,
}

/// Whose requests of a day are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quota {
    /// Those of a person, over all their applications.
    Person,
    /// Those of an application, over all its users.
    Application,
}

/// A proxy as a person may see it: without the user name and the password in its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// The environment variable that names it, for example `HTTPS_PROXY`.
    pub variable: &'static str,
    /// Its host and port; empty where the variable holds no address of a proxy.
    pub address: String,
}

/// What is wrong with a proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProxyFault {
    /// The variable holds no address of a proxy of a known kind.
    Unusable,
    /// It wants a user name and password, or others (407).
    Refused,
    /// It does not answer, or does not connect to the service.
    NoWay,
}

fn proxy(proxy: &Proxy, fault: ProxyFault) -> String {
    let Proxy { variable, address } = proxy;
    match fault {
        ProxyFault::Unusable => format!("{variable} holds no address of a proxy"),
        ProxyFault::Refused => {
            format!("the proxy {address} ({variable}) wants another user name or password")
        }
        ProxyFault::NoWay => {
            format!("the proxy {address} ({variable}) does not connect to the service")
        }
    }
}

fn whose(quota: Quota) -> &'static str {
    match quota {
        Quota::Person => "the account's",
        Quota::Application => "the application's",
    }
}

fn until(date: Option<SystemTime>) -> String {
    date.map_or_else(String::new, |date| format!(" (until {})", rfc3339(date)))
}

impl Trouble {
    /// Whether the request may have reached the service although no answer came back.
    #[must_use]
    pub fn may_have_lost_the_answer(self) -> bool {
        matches!(
            self,
            Self::Unreachable | Self::Timeout | Self::ServiceDown | Self::Malformed
        )
    }
}

/// A clear "no" from the service, or from our own configuration. `error` is the service's own word for it, for example
/// `invalid_client`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[expect(missing_docs, reason = "the fields are described with the variants")]
pub enum Rejection {
    /// No client id is configured: nothing was asked at all.
    #[error("no client id is configured")]
    NoClientId,
    /// No client secret is configured, and the service asks for one: nothing was asked at all.
    #[error("there is no client secret: none is set, or client_secret_command failed")]
    NoClientSecret,
    /// The service does not know the client id.
    #[error("the client id is not accepted ({error})")]
    ClientId { error: String },
    /// The client id is wrong, or the service has throttled or suspended it; it does not say which (Simkl's 412).
    #[error("the client id is wrong, or the service has throttled or suspended it ({error})")]
    ClientBlocked { error: String },
    /// The service does not know the client id, or the secret that was shown with it is wrong; it does not say which.
    #[error("the client id or the client secret is not accepted ({error})")]
    ClientSecret { error: String },
    /// The service knows the client id and wants the secret of its application, of which none is configured.
    #[error("the application's client secret is missing ({error})")]
    SecretWanted { error: String },
    /// What is published under the `issuer` that the settings name does not describe it, or lacks an address that is
    /// needed (RFC 8414 §3.3).
    #[error("what {issuer} publishes does not describe the issuer in the settings")]
    Metadata { issuer: String },
    /// The token is no longer accepted: the access token on a user's call, the refresh token on a refresh.
    #[error("the token is no longer accepted")]
    Token,
    /// The token is good, but was not granted what the call needs (403 `insufficient_scope`, RFC 6750 §3.1).
    #[error("the token may not do that (insufficient_scope): pair again")]
    Scope,
    /// The token is of Simkl's older generation, and the call needs one of the newer (403 `oauth2_token_required`).
    #[error(
        "the service wants a token of its newer sign-in (oauth2_token_required): pair again \
         with an application for OAuth 2.0"
    )]
    OldToken,
    /// The authorization code is wrong, too old, or was used before; services do not say which.
    #[error("the code is wrong, too old, or was used before")]
    Code,
    /// The redirect address is not one of those that are registered with the application.
    #[error("the redirect address is not registered ({error})")]
    Redirect { error: String },
    /// Something is missing in what was sent: a fault of this program, or of its settings. `said` is in the service's
    /// own words.
    #[error("the service missed something ({said})")]
    Request { said: String },
    /// The service has moved to this scheme and host, for example `https://shikimori.io`. Nothing was sent there.
    #[error("the service has moved to {to}")]
    Moved { to: String },
    /// Any other refusal, by its HTTP status; `error` is empty when the service gave no word.
    #[error("the service answered {status}{}", in_brackets(.error))]
    Other { status: u16, error: String },
}

impl Rejection {
    /// Whether nothing was asked for want of an application, or of its secret.
    #[must_use]
    pub fn lacks_application(&self) -> bool {
        matches!(self, Self::NoClientId | Self::NoClientSecret)
    }
}

fn in_brackets(word: &str) -> String {
    if word.is_empty() {
        String::new()
    } else {
        format!(" ({word})")
    }
}

/// Whether a service's word says that it does not know the redirect address. RFC 6749 has none for it, so there are
/// several: `redirect_uri_mismatch`, `invalid_redirect_uri` (RFC 7591), `invalid_redirect`.
#[must_use]
pub fn is_about_the_redirect(error: &str) -> bool {
    error.contains("redirect")
}
