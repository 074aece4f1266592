//! Shikimori's part of the settings.

use url::Url;

use super::value::{
    SHIKIMORI_APP_NAME, SHIKIMORI_CLIENT_ID, SHIKIMORI_SECRET, SHIKIMORI_URL, Values,
};
use super::{ConfigError, ValueSource, file};
use crate::auth::{Secret, Service};
use crate::services;

/// The name under which people are told to register their application.
const APP_NAME: &str = "Couchpin";

/// Where Shikimori is, and as which application it is asked.
#[derive(Clone, Debug)]
pub struct Shikimori {
    /// The application's id and where it came from.
    pub client_id: Option<(String, ValueSource)>,
    /// Its secret, if the application has one.
    pub client_secret: Option<Secret>,
    /// The name under which it is registered.
    pub app_name: String,
    /// The site.
    pub url: Url,
    /// The port of the redirect address that is registered, if one is; else the page shows the code.
    pub redirect_port: Option<u16>,
}

impl Shikimori {
    pub(super) fn combine(
        values: Values<'_>,
        written: file::Shikimori,
    ) -> Result<Self, ConfigError> {
        let (client_id, client_secret) = values.application(
            [&SHIKIMORI_CLIENT_ID, &SHIKIMORI_SECRET],
            None,
            written.client_id,
            written.client_secret,
        )?;
        let site_url = Service::Shikimori.description().site_url;
        let app_name = values.text(&SHIKIMORI_APP_NAME, None, written.app_name)?;
        Ok(Self {
            client_secret,
            client_id,
            app_name: app_name.map_or_else(|| APP_NAME.to_owned(), |(name, _)| name),
            url: values.address(&SHIKIMORI_URL, None, written.url, Some(site_url))?,
            redirect_port: written.redirect_port,
        })
    }

    /// What [`services`] needs of it.
    #[must_use]
    pub fn wire(&self) -> services::provider::Settings {
        services::provider::Settings {
            client_id: self.client_id.as_ref().map(|(id, _)| id.clone()),
            client_secret: self.client_secret.clone(),
            app_name: self.app_name.clone(),
            ..services::provider::Settings::at(Service::Shikimori, &self.url)
        }
    }
}
