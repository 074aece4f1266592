//! Why a request failed: trouble that may pass, or an answer that only a person can change.

use std::fmt;
use std::time::{Duration, SystemTime};

/// A failed request, sorted by what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestError {
    /// It may work later: the code stays, the wait grows.
    Transient {
        /// What a person is told.
        trouble: Trouble,
        /// How long the service asks to wait (`Retry-After`): five minutes at most, but for a day's limit.
        retry_after: Option<Duration>,
    },
    /// Asking again would get the same answer.
    Rejected(Rejection),
}

impl From<Trouble> for RequestError {
    fn from(trouble: Trouble) -> Self {
        Self::Transient {
            trouble,
            retry_after: None,
        }
    }
}

impl From<Rejection> for RequestError {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}

/// Why the service cannot be used for the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No route to any network.
    Offline,
    /// The name could not be looked up.
    Dns,
    /// Refused or reset: there is a network, the service does not answer on it.
    Unreachable,
    /// No answer in time.
    Timeout,
    /// The certificate does not fit this computer's clock, and the clock is the one that is wrong.
    /// Carries what the clock says.
    Clock(SystemTime),
    /// The service's certificate has ended, if this computer's clock is right. Carries what the clock says.
    Expired(SystemTime),
    /// The connection is not to be trusted.
    Tls,
    /// The proxy that the environment names is in the way.
    Proxy(&'static Proxy, ProxyFault),
    /// Something between us and the service answered: a hotel's sign-in page, a challenge page.
    Portal,
    /// A refusal that is not in the service's own form: a proxy, a guard or a load balancer answered in its place.
    /// Carries the HTTP status.
    Foreign(u16),
    /// The service asks for patience (429).
    Busy,
    /// A daily quota is used up (429, with a word that says whose), until this time by this computer's clock if it is
    /// known.
    DailyLimit(Quota, Option<SystemTime>),
    /// The client id worked before and is refused now: the service has throttled or suspended it, for a while perhaps.
    ClientBlocked,
    /// The service has a fault of its own (5xx).
    ServiceDown,
    /// The answer made no sense: cut short, or not what the service promises.
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

impl Trouble {
    /// Whether the request may have reached the service although no answer came back.
    #[must_use]
    pub fn may_have_lost_the_answer(self) -> bool {
        match self {
            Self::Unreachable | Self::Timeout | Self::ServiceDown | Self::Malformed => true,
            Self::Offline
            | Self::Dns
            | Self::Clock(_)
            | Self::Expired(_)
            | Self::Tls
            | Self::Proxy(..)
            | Self::Portal
            | Self::Foreign(_)
            | Self::Busy
            | Self::DailyLimit(..)
            | Self::ClientBlocked => false,
        }
    }
}

/// The day of a date, `2026-11-28`, in UTC. A clock may be as wrong as it likes: what is before 1970 or after 9999 is
/// told as the nearest day that can be written.
#[must_use]
pub fn day(date: SystemTime) -> String {
    let stamp = stamp(date);
    stamp.split('T').next().unwrap_or_default().to_owned()
}

/// A date and its time, `2026-11-28T05:00:00Z`, within the same bounds.
fn stamp(date: SystemTime) -> String {
    const LAST: Duration = Duration::from_secs(253_402_300_799);
    let since = date.duration_since(SystemTime::UNIX_EPOCH);
    let date = SystemTime::UNIX_EPOCH + since.unwrap_or_default().min(LAST);
    humantime::format_rfc3339_seconds(date).to_string()
}

/// A clear "no" from the service, or from our own configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// No client id is configured: nothing was asked at all.
    NoClientId,
    /// No client secret is configured, and the service asks for one: nothing was asked at all.
    NoClientSecret,
    /// The service does not know the client id.
    ClientId {
        /// The service's own word for it, for example `invalid_client`.
        error: String,
    },
    /// The client id is wrong, or the service has throttled or suspended it; it does not say which (Simkl's 412).
    ClientBlocked {
        /// The service's own word for it, for example `client_id_failed`.
        error: String,
    },
    /// The service does not know the client id, or the secret that was shown with it is wrong; it does not say which.
    ClientSecret {
        /// The service's own word for it, for example `invalid_client`.
        error: String,
    },
    /// The service knows the client id and wants the secret of its application, of which none is configured.
    SecretWanted {
        /// The service's own word for it, for example `invalid_client`.
        error: String,
    },
    /// What is published under the issuer that the settings name does not describe that issuer, or lacks an address
    /// that is needed (RFC 8414 §3.3).
    Metadata {
        /// The issuer of the settings.
        issuer: String,
    },
    /// The token is no longer accepted: the access token on a user's call, the refresh token on a refresh.
    Token,
    /// The token is good, but was not granted what the call needs (403 `insufficient_scope`, RFC 6750 §3.1).
    Scope,
    /// The token is of Simkl's older generation, and the call needs one of the newer (403 `oauth2_token_required`).
    OldToken,
    /// The authorization code is wrong, too old, or was used before; services do not say which.
    Code,
    /// The redirect address is not one of those that are registered with the application.
    Redirect {
        /// The service's own word for it, for example `redirect_uri_mismatch`.
        error: String,
    },
    /// Something is missing in what was sent: a fault of this program, or of its settings.
    Request {
        /// The service's own words for it.
        said: String,
    },
    /// The service lives at another address now. Nothing was sent there.
    Moved {
        /// Its scheme and host, for example `https://shikimori.io`.
        to: String,
    },
    /// Any other refusal.
    Other {
        /// The HTTP status.
        status: u16,
        /// The service's own word for it; empty when it gave none.
        error: String,
    },
}

/// Whether a service's word says that it does not know the redirect address. RFC 6749 has none for it, so there are
/// several: `redirect_uri_mismatch`, `invalid_redirect_uri` (RFC 7591), `invalid_redirect`.
#[must_use]
pub fn is_about_the_redirect(error: &str) -> bool {
    error.contains("redirect")
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClientId => f.write_str("no client id is configured"),
            Self::NoClientSecret => f.write_str("no client secret is configured"),
            Self::ClientId { error } => write!(f, "the client id is not accepted ({error})"),
            Self::ClientBlocked { error } => write!(
                f,
                "the client id is wrong, or the service has throttled or suspended it ({error})"
            ),
            Self::ClientSecret { error } => {
                write!(
                    f,
                    "the client id or the client secret is not accepted ({error})"
                )
            }
            Self::SecretWanted { error } => {
                write!(f, "the application's client secret is missing ({error})")
            }
            Self::Metadata { issuer } => {
                write!(
                    f,
                    "what {issuer} publishes does not describe the issuer in the settings"
                )
            }
            Self::Token => f.write_str("the token is no longer accepted"),
            Self::Scope => {
                f.write_str("the token may not do that (insufficient_scope): pair again")
            }
            Self::OldToken => f.write_str(
                "the service wants a token of its newer sign-in (oauth2_token_required): pair again \
                 with an application for OAuth 2.0",
            ),
            Self::Code => f.write_str("the code is wrong, too old, or was used before"),
            Self::Redirect { error } => {
                write!(f, "the redirect address is not registered ({error})")
            }
            Self::Request { said } => write!(f, "the service missed something ({said})"),
            Self::Moved { to } => write!(f, "the service has moved to {to}"),
            Self::Other { status, error } if error.is_empty() => {
                write!(f, "the service answered {status}")
            }
            Self::Other { status, error } => write!(f, "the service answered {status} ({error})"),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign(status) => {
                return write!(
                    f,
                    "something else answered instead of the service ({status})"
                );
            }
            Self::Proxy(proxy, fault) => {
                let Proxy { variable, address } = proxy;
                return match fault {
                    ProxyFault::Unusable => write!(f, "{variable} holds no address of a proxy"),
                    ProxyFault::Refused => write!(
                        f,
                        "the proxy {address} ({variable}) wants another user name or password"
                    ),
                    ProxyFault::NoWay => write!(
                        f,
                        "the proxy {address} ({variable}) does not connect to the service"
                    ),
                };
            }
            Self::Offline => "there is no network",
            Self::Dns => "the service's name could not be looked up",
            Self::Unreachable => "the service does not answer",
            Self::Timeout => "the service did not answer in time",
            Self::Clock(says) => {
                return write!(f, "this computer's clock is wrong ({})", day(*says));
            }
            Self::Expired(says) => {
                return write!(
                    f,
                    "the service's certificate ended before {}, this computer's date",
                    day(*says)
                );
            }
            Self::Tls => "the connection could not be trusted",
            Self::Portal => "another page answered instead of the service",
            Self::Busy => "the service is busy",
            Self::DailyLimit(quota, until) => {
                match quota {
                    Quota::Person => f.write_str("the account's requests for today are used up")?,
                    Quota::Application => {
                        f.write_str("the application's requests for today are used up")?;
                    }
                }
                return match until {
                    Some(until) => {
                        write!(f, " (until {})", stamp(*until))
                    }
                    None => Ok(()),
                };
            }
            Self::ClientBlocked => "the client id, which worked before, is throttled or suspended",
            Self::ServiceDown => "the service has a fault",
            Self::Malformed => "the service's answer made no sense",
        })
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transient { trouble, .. } => trouble.fmt(f),
            Self::Rejected(rejection) => rejection.fmt(f),
        }
    }
}

impl std::error::Error for RequestError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_can_be_told_of_any_clock() {
        let (begin, year) = (SystemTime::UNIX_EPOCH, Duration::from_hours(24 * 365));
        assert_eq!(day(begin), "1970-01-01");
        assert_eq!(day(begin + 31 * year), "2000-12-24");
        assert_eq!(day(begin - year), "1970-01-01");
        assert_eq!(day(begin + 9000 * year), "9999-12-31");
        let told = Trouble::Expired(begin).to_string();
        assert!(told.contains("1970-01-01"), "{told}");
        for (until, stamp) in [
            (begin - year, "until 1970-01-01T00:00:00Z"),
            (begin + 9000 * year, "until 9999-12-31T23:59:59Z"),
        ] {
            let told = Trouble::DailyLimit(Quota::Person, Some(until)).to_string();
            assert!(told.contains(stamp), "{told}");
        }
    }
}
