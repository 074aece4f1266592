//! Who asks, and what every grant has in common at the token endpoint: refreshing (RFC 6749 §6) and ending (RFC 7009).
//!
//! A client that has a secret sends it in the form, where every service takes it (RFC 6749 §2.3.1). The invariant: no
//! token and no secret is anywhere but in a form.

use url::Url;

use super::http::{Http, HttpResponse, classify};
use super::json;
use crate::auth::{Rejection, RequestError, Secret, Token, Trouble};

/// An application as a service knows it.
#[derive(Clone, Debug)]
pub struct Client {
    /// Its name for the service.
    pub id: String,
    /// What proves that it is the one; `None` for a public client.
    pub secret: Option<Secret>,
}

impl Client {
    /// An application without a secret (RFC 6749 §2.1).
    #[must_use]
    pub fn public(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            secret: None,
        }
    }

    /// Adds who asks to a form.
    pub(super) fn add_credentials<'a>(&'a self, form: &mut Vec<(&'a str, &'a str)>) {
        form.push(("client_id", &self.id));
        if let Some(secret) = &self.secret {
            form.push(("client_secret", secret.expose()));
        }
    }

    /// What is not quoted if a service repeats it.
    pub(super) fn secrets<'a>(&'a self, sent: &'a str) -> Vec<&'a str> {
        let own = self.secret.as_ref().map(Secret::expose);
        own.into_iter().chain([sent]).collect()
    }

    /// Gets a new access token. It has a refresh token only if the service sent one: until then the old one stays good.
    /// `Rejected(Token)`: the grant has ended, as it has for a token that never had a refresh token.
    pub(super) async fn refresh(
        &self,
        http: &Http,
        token_endpoint: Url,
        token: &Token,
    ) -> Result<Token, RequestError> {
        let Some(refresh_token) = &token.refresh_token else {
            return Err(RequestError::Rejected(Rejection::Token));
        };
        let refresh_token = refresh_token.expose();
        let mut form = vec![
            ("grant_type", "refresh_token"),
            ("refresh_token", refresh_token),
        ];
        self.add_credentials(&mut form);
        let answer = http
            .post_form("POST token, to refresh", token_endpoint, &form)
            .await?;
        read_refresh(&answer, &self.id, &self.secrets(refresh_token))
            .map_err(|why| self.as_secret_error(why))
    }

    /// The same where the service has dealt with this client id before, on its page or with a code for a screen: it knows
    /// the id, so what a client without a secret lacks is that. Another word than RFC 6749's is not judged so: Simkl's
    /// `client_id_failed` is also said of an id that is suspended.
    pub(super) fn blame_known(&self, why: RequestError) -> RequestError {
        match self.as_secret_error(why) {
            RequestError::Rejected(Rejection::ClientId { error }) if error == "invalid_client" => {
                RequestError::Rejected(Rejection::SecretWanted { error })
            }
            why => why,
        }
    }

    /// A client with a secret that is refused may have shown a wrong one.
    pub(super) fn as_secret_error(&self, why: RequestError) -> RequestError {
        match why {
            RequestError::Rejected(Rejection::ClientId { error }) if self.secret.is_some() => {
                RequestError::Rejected(Rejection::ClientSecret { error })
            }
            why => why,
        }
    }

    /// Ends the grant behind a token, by its refresh token where it has one. `false`: the service has no way to do that.
    pub(super) async fn revoke(
        &self,
        http: &Http,
        revocation_endpoint: Url,
        token: &Token,
    ) -> Result<bool, RequestError> {
        let (secret, kind) = match &token.refresh_token {
            Some(refresh_token) => (refresh_token, "refresh_token"),
            None => (&token.access_token, "access_token"),
        };
        let mut form = vec![("token", secret.expose()), ("token_type_hint", kind)];
        self.add_credentials(&mut form);
        let answer = http
            .post_form("POST revocation", revocation_endpoint, &form)
            .await?;
        match answer.status {
            200..300 => Ok(true),
            404 | 405 | 410 => Ok(false),
            _ => Err(self.as_secret_error(rejected(&answer, &self.secrets(secret.expose())))),
        }
    }
}

/// Whether a granted scope holds less than was asked. Services divide it by spaces, a few by commas.
pub(super) fn lacks_scope(asked: &str, granted: &str) -> bool {
    let granted: Vec<&str> = granted.split([' ', ',']).collect();
    asked
        .split_whitespace()
        .any(|scope| !granted.contains(&scope))
}

/// Marks a new token that may do less than was asked, and says so.
pub(super) fn compare_scope(token: &mut Token, asked: &str) {
    if let Some(granted) = &token.scope
        && lacks_scope(asked, granted)
    {
        tracing::warn!(asked, granted, "the token may do less than was asked");
        token.lacks_scope = true;
    }
}

/// The answer to a refresh: a token, or one of RFC 6749 §5.2's words.
pub(super) fn read_refresh(
    answer: &HttpResponse,
    client_id: &str,
    secrets: &[&str],
) -> Result<Token, RequestError> {
    match json::text(&answer.body, "error") {
        Some("invalid_grant") => Err(RequestError::Rejected(Rejection::Token)),
        None if answer.is_success() => {
            json::token(&answer.body, client_id).ok_or_else(|| Trouble::Malformed.into())
        }
        _ => Err(rejected(answer, secrets)),
    }
}

pub(super) fn rejected(answer: &HttpResponse, secrets: &[&str]) -> RequestError {
    RequestError::Rejected(classify::rejection(answer, secrets))
}
