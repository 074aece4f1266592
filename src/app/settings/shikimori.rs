//! Shikimori's part of the settings. The environment beats the file; there are no flags, for a list of processes would
//! show a secret.

use std::path::Path;

use url::Url;

use super::value::{Environment, ValueSources, of_application};
use super::{ConfigError, ValueSource, file};
use crate::auth::{Secret, Service};
use crate::services;

/// The name under which people are told to register their application.
const APP_NAME: &str = "Couchpin";

/// Where Shikimori is, and who asks there.
#[derive(Clone, Debug)]
pub struct Shikimori {
    /// The application's id and where it came from.
    pub client_id: Option<(String, ValueSource)>,
    /// Its secret and where it came from.
    pub client_secret: Option<(Secret, ValueSource)>,
    /// The name under which it is registered.
    pub app_name: String,
    /// The site.
    pub url: Url,
    /// The port of the redirect address that is registered, if one is; else the page shows the code.
    pub redirect_port: Option<u16>,
}

impl Shikimori {
    pub(super) fn combine(
        environment: &Environment<'_>,
        written: file::Shikimori,
        path: &Path,
    ) -> Result<Self, ConfigError> {
        let places = |name, variable, written, built_in| ValueSources {
            name,
            flag: None,
            variable,
            written: (written, path),
            built_in,
        };
        let beside = written.client_id.clone();
        let client_id = places(
            "shikimori.client_id",
            "COUCHPIN_SHIKIMORI_CLIENT_ID",
            written.client_id,
            None,
        );
        let client_secret = places(
            "shikimori.client_secret",
            "COUCHPIN_SHIKIMORI_CLIENT_SECRET",
            written.client_secret.map(file::SecretText::into_text),
            None,
        );
        let app_name = places(
            "shikimori.app_name",
            "COUCHPIN_SHIKIMORI_APP_NAME",
            written.app_name,
            None,
        );
        let url = places(
            "shikimori.url",
            "COUCHPIN_SHIKIMORI_URL",
            written.url,
            Some(Service::Shikimori.description().site_url),
        );
        let client_id = client_id.word(environment)?;
        let secret = client_secret.secret(environment)?;
        let used = client_id.as_ref().map(|(id, _)| id.as_str());
        Ok(Self {
            client_secret: of_application(secret, used, beside.as_deref()),
            client_id,
            app_name: app_name
                .title(environment)?
                .map_or_else(|| APP_NAME.to_owned(), |(name, _)| name),
            url: url.address(environment)?,
            redirect_port: written.redirect_port.map(|file::Port(port)| port),
        })
    }

    /// What [`services`] needs of it.
    #[must_use]
    pub fn wire(&self) -> services::provider::Settings {
        services::provider::Settings {
            client_id: self.client_id.as_ref().map(|(id, _)| id.clone()),
            client_secret: self
                .client_secret
                .as_ref()
                .map(|(secret, _)| secret.clone()),
            app_name: self.app_name.clone(),
            ..services::provider::Settings::at(Service::Shikimori, &self.url)
        }
    }
}
