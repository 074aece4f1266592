//! Where a service is, and which application asks: what the settings of couchpin say of it.

use url::Url;

use super::discovery::{ServerMetadata, issuer_address};
use super::json;
use crate::auth::{
    ClientCredentials, Issuer, OAuthRules, Reference, Rejection, Secret, Service,
    ServiceDescription,
};

/// A service and an application.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which service it is.
    pub service: Service,
    /// The application's id; without one nothing is asked at all.
    pub client_id: Option<String>,
    /// Its secret, if it has one.
    pub client_secret: Option<Secret>,
    /// A program that tells the secret, and its arguments, where the secret itself is not set; empty for none.
    pub secret_command: Vec<String>,
    /// The name under which it is registered: the `User-Agent` of every call where the API is beside the pages.
    pub app_name: String,
    /// The API.
    pub api_url: Url,
    /// The pages.
    pub site_url: Url,
    /// The issuer under which the endpoints of [`Flow::Device`](crate::auth::Flow) are published (RFC 8414); without one
    /// they are where they are documented.
    pub issuer: Option<String>,
}

impl Settings {
    /// A service that has its API and its pages at one address, and no application.
    #[must_use]
    pub fn at(service: Service, url: &Url) -> Self {
        Self {
            service,
            client_id: None,
            client_secret: None,
            secret_command: Vec::new(),
            app_name: "Couchpin".to_owned(),
            api_url: url.clone(),
            site_url: url.clone(),
            issuer: None,
        }
    }

    pub(super) fn description(&self) -> &'static ServiceDescription {
        self.service.description()
    }

    pub(super) fn client_id(&self) -> Result<&str, Rejection> {
        self.client_id.as_deref().ok_or(Rejection::NoClientId)
    }

    /// The application of this id, which may be older than the one in the settings; `secret` is that of the settings.
    pub(super) fn credentials(
        &self,
        client_id: &str,
        secret: Option<Secret>,
    ) -> Result<ClientCredentials, Rejection> {
        let secret = if self.description().needs_secret {
            Some(secret.ok_or(Rejection::NoClientSecret)?)
        } else {
            secret.filter(|_| self.client_id() == Ok(client_id))
        };
        let id = client_id.to_owned();
        Ok(ClientCredentials { id, secret })
    }

    /// A page of the service.
    #[must_use]
    pub fn page(&self, page: &Reference) -> Url {
        page.below(&self.site_url)
    }

    /// The page below a site on which a code is typed.
    pub(super) fn pin_page(&self, site: &Url) -> Url {
        self.description().verification_page.below(site)
    }

    /// An address of the API.
    pub(super) fn api(&self, path: &[&str], client_id: &str) -> Url {
        self.identified(json::under(&self.api_url, path.iter().copied()), client_id)
    }

    /// An address, with the application and this program in it for a service that wants both.
    pub(super) fn identified(&self, mut url: Url, client_id: &str) -> Url {
        self.identify(&mut url, Some(client_id));
        url
    }

    /// The addresses that may be asked, wherever they come from.
    pub(super) fn bases(&self) -> Vec<Url> {
        let issuer = self.issuer.as_deref().and_then(issuer_address);
        let description = self.description();
        let rules = [Some(&description.oauth), description.device_oauth.as_ref()];
        let endpoints = rules.into_iter().flatten().flat_map(|rules| {
            let mut server = self.documented(rules);
            server.asked().map(|url| url.clone()).collect::<Vec<_>>()
        });
        let own = [self.api_url.clone()];
        own.into_iter().chain(issuer).chain(endpoints).collect()
    }

    /// The OAuth endpoints where they are documented.
    pub(super) fn documented(&self, rules: &OAuthRules) -> ServerMetadata {
        let at = |endpoint: &Option<Reference>, base| {
            endpoint.as_ref().map(|endpoint| endpoint.below(base))
        };
        ServerMetadata {
            issuer: Issuer {
                // As an issuer identifier is spelt: without a slash at its end.
                identifier: self.site_url.as_str().trim_end_matches('/').to_owned(),
                sends_iss: rules.sends_iss,
            },
            authorization_endpoint: at(&rules.authorization_endpoint, &self.site_url),
            token_endpoint: rules.token_endpoint.below(&self.api_url),
            device_authorization_endpoint: at(&rules.device_authorization_endpoint, &self.api_url),
            poll_endpoint: at(&rules.poll_endpoint, &self.api_url),
            revocation_endpoint: at(&rules.revocation_endpoint, &self.api_url),
            userinfo_endpoint: None,
        }
    }

    /// Adds the application and this program to every endpoint, for a service that wants both.
    pub(super) fn identify_at(&self, server: &mut ServerMetadata, client_id: &str) {
        if let Some(page) = &mut server.authorization_endpoint {
            // A sign-in adds the client id.
            self.identify(page, None);
        }
        for endpoint in server.asked() {
            self.identify(endpoint, Some(client_id));
        }
    }

    fn identify(&self, url: &mut Url, client_id: Option<&str>) {
        if !self.description().identifies_in_query {
            return;
        }
        let mut query = url.query_pairs_mut();
        if let Some(client_id) = client_id {
            query.append_pair("client_id", client_id);
        }
        query
            .append_pair("app-name", "couchpin")
            .append_pair("app-version", env!("CARGO_PKG_VERSION"));
    }
}
