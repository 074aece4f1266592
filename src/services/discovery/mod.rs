//! Authorization server metadata (RFC 8414, and `OpenID` Connect Discovery 1.0): where a service's endpoints are, as the
//! service itself publishes it.
//!
//! The issuer comes from the settings. The invariants: metadata count only if they name that very issuer (RFC 8414 §3.3),
//! and no address in them is taken that leads over an open wire or to another port of this computer.

use serde_json::Value;
use url::Url;

use super::http::Http;
use super::http::address::check_base;
use super::http::classify::{HttpResponse, rejection};
use super::json;
use crate::auth::{Issuer, Rejection, RequestError, Trouble};

/// The longest address that is believed.
const LONGEST_ADDRESS: usize = 2048;

/// A service's OAuth endpoints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerMetadata {
    /// Who it is, and whether it says so in its answers to a browser.
    pub issuer: Issuer,
    /// The page that asks the person (RFC 6749 §3.1).
    pub authorization_endpoint: Option<Url>,
    /// Gives tokens (RFC 6749 §3.2).
    pub token_endpoint: Url,
    /// Gives codes to devices (RFC 8628 §4).
    pub device_authorization_endpoint: Option<Url>,
    /// Gives the token of a device's code, where that is not the token endpoint.
    pub poll_endpoint: Option<Url>,
    /// Ends grants (RFC 7009).
    pub revocation_endpoint: Option<Url>,
    /// Says whose account a token opens (`OpenID` Connect Core 1.0 §5.3).
    pub userinfo_endpoint: Option<Url>,
}

impl ServerMetadata {
    /// The endpoints that this program asks; a browser asks the other one.
    pub(super) fn asked(&mut self) -> impl Iterator<Item = &mut Url> {
        let optional = [
            &mut self.device_authorization_endpoint,
            &mut self.poll_endpoint,
            &mut self.revocation_endpoint,
        ];
        let optional = optional.into_iter().flatten();
        optional.chain([&mut self.token_endpoint])
    }

    /// An endpoint that is needed is not published.
    pub(super) fn lacks_endpoint(&self) -> RequestError {
        no_metadata_of(&self.issuer.identifier)
    }
}

/// What is published is no metadata of this issuer, or not enough.
fn no_metadata_of(issuer: &str) -> RequestError {
    let issuer = issuer.to_owned();
    Rejection::Metadata { issuer }.into()
}

/// The address behind an issuer identifier; `None` for what cannot be one: it is `https://` (`http://` on this computer
/// only), without a query or a fragment (RFC 8414 §2).
#[must_use]
pub fn issuer_address(identifier: &str) -> Option<Url> {
    let url = Url::parse(identifier).ok()?;
    let printable = identifier.bytes().all(|b| b.is_ascii_graphic());
    let plain = printable && url.query().is_none() && url.fragment().is_none();
    (plain && check_base(&url).is_ok()).then_some(url)
}

/// Asks a service about itself: one request, and a second one where nothing is at the first address.
/// `Rejected(Metadata)`: what is there does not describe this issuer.
pub async fn discover(http: &Http, identifier: &str) -> Result<ServerMetadata, RequestError> {
    let issuer = issuer_address(identifier).ok_or_else(|| no_metadata_of(identifier))?;
    let [oauth, openid] = metadata_addresses(&issuer);
    let ask = |url| http.get("GET authorization server metadata", url, None, &[]);
    let mut answer = ask(oauth).await;
    // A page for people may be a service's 404 as well as a captive portal.
    if is_absent(&answer) || answer.as_ref().err() == Some(&Trouble::Portal.into()) {
        answer = ask(openid).await;
    }
    if is_absent(&answer) {
        return Err(no_metadata_of(identifier));
    }
    read(&answer?, identifier, &issuer)
}

/// Where OAuth servers publish them (RFC 8414 §3.1: before the issuer's own path), and where `OpenID` providers do
/// (`OpenID` Connect Discovery 1.0 §4.1: behind it).
fn metadata_addresses(issuer: &Url) -> [Url; 2] {
    let path = issuer.path().trim_end_matches('/');
    [
        format!("/.well-known/oauth-authorization-server{path}"),
        format!("{path}/.well-known/openid-configuration"),
    ]
    .map(|path| {
        let mut url = issuer.clone();
        url.set_path(&path);
        url
    })
}

/// Whether the answer means that nothing is there.
fn is_absent(answer: &Result<HttpResponse, RequestError>) -> bool {
    let status = match answer {
        Ok(answer) => answer.status,
        Err(RequestError::Transient {
            trouble: Trouble::Foreign(status),
            ..
        }) => *status,
        Err(_) => return false,
    };
    matches!(status, 404 | 405 | 410)
}

/// The answer, which must name this very issuer and have a token endpoint.
pub(super) fn read(
    answer: &HttpResponse,
    identifier: &str,
    issuer: &Url,
) -> Result<ServerMetadata, RequestError> {
    if !answer.is_success() {
        return Err(rejection(answer, &[]).into());
    }
    metadata_in(&answer.body, identifier, issuer).ok_or_else(|| no_metadata_of(identifier))
}

fn metadata_in(body: &Value, identifier: &str, issuer: &Url) -> Option<ServerMetadata> {
    if json::text(body, "issuer") != Some(identifier) {
        return None;
    }
    let endpoint = |field| endpoint(body, field, issuer);
    let announced = body.get("authorization_response_iss_parameter_supported");
    Some(ServerMetadata {
        issuer: Issuer {
            identifier: identifier.to_owned(),
            sends_iss: announced.and_then(Value::as_bool) == Some(true),
        },
        authorization_endpoint: endpoint("authorization_endpoint")?,
        token_endpoint: endpoint("token_endpoint")??,
        device_authorization_endpoint: endpoint("device_authorization_endpoint")?,
        poll_endpoint: None,
        revocation_endpoint: endpoint("revocation_endpoint")?,
        userinfo_endpoint: endpoint("userinfo_endpoint")?,
    })
}

/// An address, which may be missing (`Some(None)`), but not be one that cannot be used (`None`): `https://` anywhere,
/// `http://` only at the very host and port of an issuer on this computer. It may have a query, but no fragment
/// (RFC 6749 §3.1).
#[expect(clippy::option_option, reason = "missing is not the same as unfit")]
fn endpoint(body: &Value, field: &str, issuer: &Url) -> Option<Option<Url>> {
    let Some(value) = body.get(field).filter(|value| !value.is_null()) else {
        return Some(None);
    };
    let text = value.as_str().filter(|text| text.len() <= LONGEST_ADDRESS);
    let url = Url::parse(text?).ok()?;
    let safe = url.scheme() == "https" || url.origin() == issuer.origin();
    let usable = check_base(&url).is_ok() && url.fragment().is_none() && safe;
    usable.then_some(Some(url))
}

#[cfg(test)]
mod tests;
