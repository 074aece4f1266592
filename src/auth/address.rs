//! Which addresses may be asked.

use url::{Host, Url};

/// Why an address cannot be used. Carries scheme and host, nothing that may be secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnsafeAddress {
    /// Neither `https://` nor `http://` on this computer itself.
    #[error(
        "the address {0} cannot be used: it must begin with https:// (http:// is only for this computer itself)"
    )]
    NotSecure(String),
    /// A user name or a password stands in it.
    #[error("the address {0} cannot be used: it must not hold a user name or a password")]
    UserInfo(String),
}

/// Accepts `https://` anywhere, and `http://` only where it cannot leave this computer: 127.0.0.0/8, `::1` and
/// `localhost`. A user name or password in it is refused: addresses are shown, and `https://simkl.com@evil.example` is
/// not where it seems to be.
pub fn check_base(url: &Url) -> Result<(), UnsafeAddress> {
    let shown = || match url.host() {
        Some(host) => format!("{}://{host}", url.scheme()),
        None => format!("{}:", url.scheme()),
    };
    match url.scheme() {
        _ if !url.username().is_empty() || url.password().is_some() => {
            Err(UnsafeAddress::UserInfo(shown()))
        }
        "https" if url.has_host() => Ok(()),
        "http" if is_loopback(url) => Ok(()),
        _ => Err(UnsafeAddress::NotSecure(shown())),
    }
}

/// Whether an address is on this computer itself.
#[must_use]
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}
