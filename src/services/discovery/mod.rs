//! Authorization server metadata (RFC 8414, and `OpenID` Connect Discovery 1.0): where a service's endpoints are, told by
//! the service itself.
//!
//! The issuer comes from the settings, the rest from what is published under it. The invariants: the metadata counts only
//! if it names that very issuer (RFC 8414 §3.3), and no address in it is taken that leads over an open wire or to
//! another port of this computer.

use serde_json::Value;
use url::Url;

use super::http::{Http, HttpResponse, check_base, classify};
use super::json;
use crate::auth::{Issuer, Rejection, RequestError, Trouble};

/// Where OAuth servers publish it (RFC 8414 §3).
const OAUTH: &str = "oauth-authorization-server";
/// Where `OpenID` providers do (`OpenID` Connect Discovery 1.0 §4).
const OPENID: &str = "openid-configuration";
/// The longest address that is believed.
const ADDRESS: usize = 2048;

/// What a service says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadata {
    /// Who it is, and whether it says so in its answers to a browser.
    pub issuer: Issuer,
    /// The page that asks the person (RFC 6749 §3.1).
    pub authorization_endpoint: Option<Url>,
    /// Gives tokens (RFC 6749 §3.2).
    pub token_endpoint: Url,
    /// Gives codes to devices (RFC 8628 §4).
    pub device_authorization_endpoint: Option<Url>,
    /// Ends grants (RFC 7009).
    pub revocation_endpoint: Option<Url>,
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
pub async fn discover(http: &Http, identifier: &str) -> Result<Metadata, RequestError> {
    let rejected = || {
        RequestError::Rejected(Rejection::Metadata {
            issuer: identifier.to_owned(),
        })
    };
    let issuer = issuer_address(identifier).ok_or_else(rejected)?;
    let mut answer = ask(http, oauth_address(&issuer)).await;
    // A page for people may be a service's 404 as well as a hotel's.
    if is_absent(&answer) || answer.as_ref().err() == Some(&Trouble::Portal.into()) {
        answer = ask(http, openid_address(&issuer)).await;
    }
    if is_absent(&answer) {
        return Err(rejected());
    }
    read(&answer?, identifier, &issuer)
}

async fn ask(http: &Http, url: Url) -> Result<HttpResponse, RequestError> {
    http.get("GET authorization server metadata", url, None)
        .await
}

/// The path of the issuer comes behind the well-known one (RFC 8414 §3.1).
fn oauth_address(issuer: &Url) -> Url {
    let path = issuer.path().trim_end_matches('/');
    let mut url = issuer.clone();
    url.set_path(&format!("/.well-known/{OAUTH}{path}"));
    url
}

/// The path of the issuer comes before the well-known one (`OpenID` Connect Discovery 1.0 §4.1).
fn openid_address(issuer: &Url) -> Url {
    let path = issuer.path().trim_end_matches('/');
    let mut url = issuer.clone();
    url.set_path(&format!("{path}/.well-known/{OPENID}"));
    url
}

/// Whether the answer means that nothing is there.
fn is_absent(answer: &Result<HttpResponse, RequestError>) -> bool {
    match answer {
        Ok(answer) => matches!(answer.status, 404 | 405 | 410),
        Err(RequestError::Transient { trouble, .. }) => {
            matches!(trouble, Trouble::Foreign(404 | 405 | 410))
        }
        Err(RequestError::Rejected(_)) => false,
    }
}

/// The answer, which must name this very issuer and have a token endpoint.
pub(super) fn read(
    answer: &HttpResponse,
    identifier: &str,
    issuer: &Url,
) -> Result<Metadata, RequestError> {
    if !answer.is_success() {
        return Err(RequestError::Rejected(classify::rejection(answer, &[])));
    }
    understood(&answer.body, identifier, issuer).map_err(|Unfit| {
        RequestError::Rejected(Rejection::Metadata {
            issuer: identifier.to_owned(),
        })
    })
}

/// What is no metadata of this issuer.
struct Unfit;

fn understood(body: &Value, identifier: &str, issuer: &Url) -> Result<Metadata, Unfit> {
    if json::text(body, "issuer") != Some(identifier) {
        return Err(Unfit);
    }
    let endpoint = |field| endpoint(body, field, issuer);
    let announced = body.get("authorization_response_iss_parameter_supported");
    Ok(Metadata {
        issuer: Issuer {
            identifier: identifier.to_owned(),
            sends_iss: announced.and_then(Value::as_bool) == Some(true),
        },
        authorization_endpoint: endpoint("authorization_endpoint")?,
        token_endpoint: endpoint("token_endpoint")?.ok_or(Unfit)?,
        device_authorization_endpoint: endpoint("device_authorization_endpoint")?,
        revocation_endpoint: endpoint("revocation_endpoint")?,
    })
}

/// An address, which may be missing, but not be one that cannot be used: `https://` anywhere, `http://` only at the very
/// host and port of an issuer on this computer. It may have a query, but no fragment (RFC 6749 §3.1).
fn endpoint(body: &Value, field: &str, issuer: &Url) -> Result<Option<Url>, Unfit> {
    let Some(value) = body.get(field).filter(|value| !value.is_null()) else {
        return Ok(None);
    };
    let text = value.as_str().filter(|text| text.len() <= ADDRESS);
    let url = Url::parse(text.ok_or(Unfit)?).map_err(|_| Unfit)?;
    let safe = url.scheme() == "https" || url.origin() == issuer.origin();
    if check_base(&url).is_ok() && url.fragment().is_none() && safe {
        Ok(Some(url))
    } else {
        Err(Unfit)
    }
}

#[cfg(test)]
mod tests;
