//! One application at a service's OAuth endpoints, and what every grant has in common at the token endpoint: refreshing
//! (RFC 6749 §6) and revoking (RFC 7009).
//!
//! A client that has a secret sends it in the form (RFC 6749 §2.3.1). The invariant: tokens, codes and secrets are in
//! forms and nowhere else.

use url::Url;

use super::discovery::ServerMetadata;
use super::http::Http;
use super::http::classify::{HttpResponse, rejection};
use super::json;
use crate::auth::{ClientCredentials, OAuthRules, Rejection, RequestError, Secret, Token, Trouble};

/// An application at a service's OAuth endpoints. Every function performs one request at most.
#[derive(Clone, Debug)]
pub struct OAuthClient<'a> {
    /// Performs the requests.
    pub http: &'a Http,
    /// The endpoints. They may have a query of their own (RFC 6749 §3.1, §3.2).
    pub server: ServerMetadata,
    /// How they behave.
    pub rules: OAuthRules,
    /// The application. Its secret, if it has one, goes to the token and the revocation endpoint only: a code for a
    /// screen is asked for without it, as Simkl and many services want it, unless the rules say otherwise.
    pub credentials: ClientCredentials,
    /// Where a code is typed. A page that the service names instead must be on the same site, or where codes come from:
    /// an attacker who can change an answer could otherwise lead the user to another page.
    pub verification_page: Url,
}

impl OAuthClient<'_> {
    /// One request to an endpoint; see [`Http::post`].
    pub(super) async fn post(
        &self,
        name: &'static str,
        url: Url,
        fields: &[(&str, &str)],
        is_poll: bool,
    ) -> Result<HttpResponse, RequestError> {
        self.http
            .post(name, url, fields, &self.rules, is_poll)
            .await
    }

    /// Adds the application to a form.
    pub(super) fn add_credentials<'a>(&'a self, form: &mut Vec<(&'a str, &'a str)>) {
        form.push(("client_id", &self.credentials.id));
        if let Some(secret) = &self.credentials.secret {
            form.push(("client_secret", secret.expose()));
        }
    }

    /// What is not quoted if a service repeats it.
    pub(super) fn secrets<'a>(&'a self, sent: &'a str) -> Vec<&'a str> {
        let own = self.credentials.secret.as_ref().map(Secret::expose);
        own.into_iter().chain([sent]).collect()
    }

    /// Gets a new access token. It has a refresh token only if the service sent one: until then the old one stays good.
    /// `Rejected(Token)`: the grant has ended, as it has for a token that never had a refresh token.
    pub async fn refresh(&self, token: &Token) -> Result<Token, RequestError> {
        let refresh_token = token.refresh_token.as_ref().ok_or(Rejection::Token)?;
        let refresh_token = refresh_token.expose();
        let mut form = vec![
            ("grant_type", "refresh_token"),
            ("refresh_token", refresh_token),
        ];
        self.add_credentials(&mut form);
        let url = self.server.token_endpoint.clone();
        for (name, value) in &self.rules.refresh_parameters {
            form.push((name, value));
        }
        let answer = self.post("POST token, to refresh", url, &form, false);
        read_refresh(
            &answer.await?,
            &self.credentials.id,
            &self.secrets(refresh_token),
        )
        .map_err(|why| self.client_error(why, false))
    }

    /// Ends the grant behind a token, by its refresh token where it has one. `false`: the service has no way to do that.
    pub async fn revoke(&self, token: &Token) -> Result<bool, RequestError> {
        let Some(url) = self.server.revocation_endpoint.clone() else {
            return Ok(false);
        };
        let (secret, kind) = match &token.refresh_token {
            Some(refresh_token) => (refresh_token.expose(), "refresh_token"),
            None => (token.access_token.expose(), "access_token"),
        };
        let mut form = vec![("token", secret), ("token_type_hint", kind)];
        self.add_credentials(&mut form);
        let answer = self.post("POST revocation", url, &form, false).await?;
        match answer.status {
            200..300 => Ok(true),
            404 | 405 | 410 => Ok(false),
            _ => {
                let refused = rejection(&answer, &self.secrets(secret));
                Err(self.client_error(refused.into(), false))
            }
        }
    }

    /// Names the secret where a refusal of the client may be about it: a wrong one was sent, or none. The latter holds
    /// only where the service has dealt with this client id before (`known`), on its page or with a code for a screen, and
    /// only for RFC 6749's word: Simkl's `client_id_failed` is also said of an id that is suspended.
    pub(super) fn client_error(&self, why: RequestError, known: bool) -> RequestError {
        let RequestError::Rejected(Rejection::ClientId { error }) = why else {
            return why;
        };
        RequestError::Rejected(if self.credentials.secret.is_some() {
            Rejection::ClientSecret { error }
        } else if known && error == "invalid_client" {
            Rejection::SecretWanted { error }
        } else {
            Rejection::ClientId { error }
        })
    }

    /// Marks a new token that may do less than was asked.
    pub(super) fn compare_scope(&self, token: &mut Token) {
        let asked = self.rules.scope.as_str();
        if let Some(granted) = &token.scope
            && lacks_scope(asked, granted)
        {
            tracing::warn!(asked, granted, "the token may do less than was asked");
            token.lacks_scope = true;
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

pub(super) fn read_refresh(
    answer: &HttpResponse,
    client_id: &str,
    secrets: &[&str],
) -> Result<Token, RequestError> {
    match json::text(&answer.body, "error") {
        Some("invalid_grant") => Err(Rejection::Token.into()),
        _ => read_token(answer, client_id, secrets),
    }
}

/// A token, or an error that has no meaning of its own for the request.
pub(super) fn read_token(
    answer: &HttpResponse,
    client_id: &str,
    secrets: &[&str],
) -> Result<Token, RequestError> {
    // Some services say "error" under status 200.
    if !answer.is_success() || json::text(&answer.body, "error").is_some() {
        return Err(rejection(answer, secrets).into());
    }
    json::token(&answer.body, client_id).ok_or_else(|| Trouble::Malformed.into())
}
