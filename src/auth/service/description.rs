//! What a service's file says.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::de::{Deserialize, Deserializer, Error as _};
use url::Url;

use super::reference::{base, optional_base};
use super::{OAuthRules, Reference};
use crate::auth::{Flow, Secret};

/// What a service is and can do, as its file says it. An address is whole, or goes on from the pages or the API. The keys
/// of OAuth are those of RFC 8414.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of the file"
)]
pub struct ServiceDescription {
    /// The file that says so; `None` for a built-in service.
    #[serde(skip)]
    pub file: Option<PathBuf>,
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
    #[serde(default, deserialize_with = "word")]
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

/// Where a service says whose account a token opens. The fields are paths, with dots between the names.
#[derive(Debug, Default, serde::Deserialize)]
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

fn label<'de, D: Deserializer<'de>>(written: D) -> Result<String, D::Error> {
    let text = String::deserialize(written)?;
    let is_good = !text.trim().is_empty() && text.chars().count() <= 30;
    let is_good = is_good && !text.chars().any(char::is_control);
    let expected = || D::Error::custom("expected a name of at most 30 characters");
    is_good.then_some(text).ok_or_else(expected)
}

/// What can stand in a form or a header. What is no text is not quoted: it may be a secret.
fn word<'de, D: Deserializer<'de>>(written: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(written).ok();
    let word = text.filter(|text| text.bytes().all(|b| b.is_ascii_graphic()));
    let expected = "expected letters and digits without blanks, in quotes";
    word.map(Some).ok_or_else(|| D::Error::custom(expected))
}

fn secret<'de, D: Deserializer<'de>>(written: D) -> Result<Option<Secret>, D::Error> {
    Ok(word(written)?.map(Secret::new))
}

fn device_only() -> Vec<Flow> {
    vec![Flow::Device]
}
