//! Whose account a token opens, as each service says it in its own shape.

use serde_json::Value;
use url::Url;

use super::http::classify::{HttpResponse, rejection};
use super::json;
use crate::auth::{Account, AccountAddress, Profile, Rejection, RequestError, Trouble};

/// Where the id, the name and the picture are: paths, with dots between the names.
pub(super) struct Fields<'a> {
    id: &'a str,
    name: &'a str,
    picture: &'a str,
    null_is_refusal: bool,
}

/// Those of `OpenID` Connect (Core 1.0 §5.1).
pub(super) const OPENID: Fields<'static> = Fields {
    id: "sub",
    name: "name",
    picture: "picture",
    null_is_refusal: false,
};

impl<'a> From<&'a AccountAddress> for Fields<'a> {
    fn from(account: &'a AccountAddress) -> Self {
        Self {
            id: &account.id,
            name: &account.name,
            picture: &account.picture,
            null_is_refusal: account.null_is_refusal,
        }
    }
}

/// What is sent besides, with the application in it.
pub(super) fn headers<'a>(account: &'a AccountAddress, client_id: &str) -> Vec<(&'a str, String)> {
    let of = |(name, value): (&'a String, &String)| {
        (name.as_str(), value.replace("{client_id}", client_id))
    };
    account.headers.iter().map(of).collect()
}

/// The answer, in which each field may be missing, but not both the id and the name. `local`: the service is on this
/// computer.
pub(super) fn read(
    answer: &HttpResponse,
    fields: &Fields<'_>,
    token: &str,
    site: &Url,
    local: bool,
) -> Result<Profile, RequestError> {
    if fields.null_is_refusal && answer.is_success() && answer.body == Value::Null {
        return Err(Rejection::Token.into());
    }
    if !answer.is_success() {
        return Err(match rejection(answer, &[token]) {
            Rejection::Other { status: 401, .. } => Rejection::Token.into(),
            other => other.into(),
        });
    }
    let at = |path: &str| {
        let pointer = format!("/{}", path.replace('.', "/"));
        answer.body.pointer(&pointer)
    };
    let read = |path: &str| at(path).and_then(json::label);
    let (id, name) = (read(fields.id), read(fields.name));
    if id.is_none() && name.is_none() {
        return Err(Trouble::Malformed.into());
    }
    Ok(Profile {
        account: Account {
            id: id.unwrap_or_default(),
            name: name.unwrap_or_default(),
        },
        picture: at(fields.picture).and_then(|picture| json::picture(picture, site, local)),
    })
}
