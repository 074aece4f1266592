//! The proxy that the environment names, and whose fault it is if no service is reached.
//!
//! `reqwest` reads the same variables, but leaves a proxy out that it cannot use, and its errors do not name the proxy.
//! So the variables are read here, once. All services are `https://` (or on this computer, and then no proxy is asked),
//! hence no `HTTP_PROXY`. Where no variable is set, `reqwest` reads the settings of macOS and Windows. The invariant: user
//! name and password of a proxy are in `client` and nowhere else.

use std::error::Error;
use std::fmt;
use std::sync::LazyLock;

use hyper_util::client::proxy::matcher::Matcher;
use url::Url;

use super::classify::{causes, tls_cause};
use crate::auth::{Proxy, ProxyFault, Trouble};

/// The first that is set and not empty is the one that counts.
const VARIABLES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
/// What a proxy says that wants another name or password, or any: `Proxy-Authenticate` (407) and SOCKS 5 (RFC 1929).
/// The crates do not export the types of these errors.
const REFUSALS: [&str; 4] = [
    "proxy authorization required",
    "server does not support user/pass authentication",
    "server implements authentication incorrectly",
    "credentials not accepted",
];

/// The proxy of this process, whose environment does not change, if one is named.
pub(super) static OF_THIS_PROCESS: LazyLock<Option<ProxyFromEnvironment>> =
    LazyLock::new(|| ProxyFromEnvironment::read(|name| std::env::var(name).ok()));

/// What the environment says of a proxy.
pub(super) struct ProxyFromEnvironment {
    proxy: Proxy,
    /// What the client is given; `None`: it cannot be used.
    client: Option<reqwest::Proxy>,
    /// Tells which addresses it is for.
    covered: Matcher,
    /// Services' names are looked up here, and only their addresses are told to the proxy.
    looks_up_here: bool,
}

impl ProxyFromEnvironment {
    pub(super) fn read(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let value = |name: &str| {
            let value = variable(name)?.trim().to_owned();
            (!value.is_empty()).then_some(value)
        };
        let (variable, mut url) = VARIABLES
            .into_iter()
            .find_map(|name| Some((name, value(name)?)))?;
        // As GNOME writes it, without a version.
        if let Some(rest) = url.strip_prefix("socks://") {
            url = format!("socks5h://{rest}");
        }
        let exceptions = value("NO_PROXY").or_else(|| value("no_proxy"));
        let exceptions = exceptions.unwrap_or_default();
        let any = "https://couchpin.invalid/".parse().ok()?;
        let used = Matcher::builder().all(url.clone()).build().intercept(&any);
        let address = used.and_then(|used| Some(used.uri().authority()?.to_string()));
        let client = reqwest::Proxy::https(&url)
            .ok()
            .filter(|_| address.is_some());
        let no_proxy = reqwest::NoProxy::from_string(&exceptions);
        Some(Self {
            client: client.map(|client| client.no_proxy(no_proxy)),
            proxy: Proxy {
                variable,
                address: address.unwrap_or_default(),
            },
            covered: Matcher::builder()
                .all("http://couchpin.invalid")
                .no(exceptions)
                .build(),
            looks_up_here: url.starts_with("socks5://") || url.starts_with("socks4://"),
        })
    }

    /// Has a client use it.
    pub(super) fn apply(&self, builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
        let builder = builder.no_proxy();
        match &self.client {
            Some(client) => builder.proxy(client.clone()),
            None => builder,
        }
    }

    /// Whether requests for this address go through it.
    pub(super) fn is_for(&self, url: &Url) -> bool {
        let uri = url.as_str().parse();
        uri.is_ok_and(|uri| self.covered.intercept(&uri).is_some())
    }

    /// That it cannot be used, which is known before anything is asked. Nothing is sent past a proxy that is named.
    pub(super) fn unusable(&'static self) -> Option<Trouble> {
        let unusable = Trouble::Proxy(&self.proxy, ProxyFault::Unusable);
        self.client.is_none().then_some(unusable)
    }

    /// What is wrong with it if a request through it failed with this; `None` where it did its part.
    pub(super) fn trouble_with(&'static self, error: &reqwest::Error) -> Option<Trouble> {
        if !error.is_connect()
            || tls_cause(error).is_some()
            || (self.looks_up_here && error.is_dns())
        {
            return None;
        }
        let fault = if is_refusal(error) {
            ProxyFault::Refused
        } else {
            ProxyFault::NoWay
        };
        Some(Trouble::Proxy(&self.proxy, fault))
    }
}

fn is_refusal(error: &(dyn Error + 'static)) -> bool {
    causes(error).any(|cause| {
        let said = cause.to_string();
        REFUSALS.iter().any(|refusal| said.ends_with(refusal))
    })
}

impl fmt::Debug for ProxyFromEnvironment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.proxy.fmt(f)
    }
}

#[cfg(test)]
mod tests;
