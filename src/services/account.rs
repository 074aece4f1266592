//! Whose account a token opens, as each service says it in its own shape.

use std::sync::LazyLock;

use serde_json::Value;
use url::Url;

use super::http::classify::{HttpResponse, rejection};
use super::json;
use crate::auth::{Account, AccountAddress, Profile, Rejection, RequestError, Trouble};

/// The fields of `OpenID` Connect (Core 1.0 §5.1).
pub(super) static OPENID: LazyLock<AccountAddress> = LazyLock::new(|| AccountAddress {
    id: "sub".to_owned(),
    name: "name".to_owned(),
    picture: "picture".to_owned(),
    ..AccountAddress::default()
});

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
    fields: &AccountAddress,
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
    let (id, name) = (read(&fields.id), read(&fields.name));
    if id.is_none() && name.is_none() {
        return Err(Trouble::Malformed.into());
    }
    Ok(Profile {
        account: Account {
            id: id.unwrap_or_default(),
            name: name.unwrap_or_default(),
        },
        picture: at(&fields.picture).and_then(|picture| json::picture(picture, site, local)),
    })
}
