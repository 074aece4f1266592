//! Where a service is, and which application asks: what the settings of couchpin say of it.

use url::Url;

use super::discovery::ServerMetadata;
use super::json;
use crate::auth::{
    ClientCredentials, Issuer, OAuthRules, Rejection, Secret, Service, ServiceDescription,
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

    /// The application of this id, which may be older than the one in the settings.
    pub(super) fn credentials(&self, client_id: &str) -> Result<ClientCredentials, Rejection> {
        let secret = self.client_secret.clone();
        let secret = if self.description().needs_secret {
            Some(secret.ok_or(Rejection::NoClientSecret)?)
        } else {
            secret.filter(|_| self.client_id() == Ok(client_id))
        };
        let id = client_id.to_owned();
        Ok(ClientCredentials { id, secret })
    }

    /// A page of the service, by its path.
    #[must_use]
    pub fn page(&self, path: &str) -> Url {
        let segments = path.split('/').filter(|segment| !segment.is_empty());
        json::under(&self.site_url, segments)
    }

    /// The page below a site on which a code is typed.
    pub(super) fn pin_page(&self, site: &Url) -> Url {
        json::under(site, [self.description().pin_page])
    }

    /// An address of the API.
    pub(super) fn api(&self, path: &[&str], client_id: &str) -> Url {
        let mut url = json::under(&self.api_url, path.iter().copied());
        self.identify(&mut url, Some(client_id));
        url
    }

    /// The OAuth endpoints where they are documented.
    pub(super) fn documented(&self, rules: &OAuthRules) -> ServerMetadata {
        let endpoint = |base, name| json::under(base, [rules.folder, name]);
        ServerMetadata {
            issuer: Issuer {
                // As an issuer identifier is spelt: without a slash at its end.
                identifier: self.site_url.as_str().trim_end_matches('/').to_owned(),
                sends_iss: rules.sends_iss,
            },
            authorization_endpoint: Some(endpoint(&self.site_url, "authorize")),
            token_endpoint: endpoint(&self.api_url, "token"),
            device_authorization_endpoint: Some(endpoint(&self.api_url, "device")),
            revocation_endpoint: Some(endpoint(&self.api_url, "revoke")),
        }
    }

    /// Adds the application and this program to every endpoint, for a service that wants both.
    pub(super) fn identify_at(&self, server: &mut ServerMetadata, client_id: &str) {
        if let Some(page) = &mut server.authorization_endpoint {
            // A sign-in adds the client id.
            self.identify(page, None);
        }
        let device = server.device_authorization_endpoint.as_mut();
        let others = device.into_iter().chain(&mut server.revocation_endpoint);
        for endpoint in others.chain([&mut server.token_endpoint]) {
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
