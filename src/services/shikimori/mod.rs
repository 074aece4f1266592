//! What only Shikimori has: the shape of its accounts.

use serde_json::Value;

use super::http::classify::{HttpResponse, rejection};
use super::json;
use crate::auth::{Account, Profile, Rejection, RequestError, Trouble};

#[cfg(test)]
mod tests;

/// The answer to `whoami`: `{id, nickname, …}`. `null` under 200 is what a caller without a good token gets.
pub(super) fn read_account(answer: &HttpResponse, token: &str) -> Result<Profile, RequestError> {
    if answer.status == 401 || (answer.is_success() && answer.body == Value::Null) {
        return Err(Rejection::Token.into());
    }
    if !answer.is_success() {
        return Err(rejection(answer, &[token]).into());
    }
    let read = |field| answer.body.get(field).and_then(json::label);
    let account = Account {
        id: read("id").ok_or(Trouble::Malformed)?,
        name: read("nickname").unwrap_or_default(),
    };
    let picture = None;
    Ok(Profile { account, picture })
}
