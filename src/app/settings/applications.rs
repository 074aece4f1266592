//! Where each service is, and as which application it is asked.

use super::error::{ConfigError, ValueSource};
use super::file::{self, Application};
use super::value::{
    API_URL, CLIENT_ID, CLIENT_SECRET, ISSUER, SHIKIMORI_APP_NAME, SHIKIMORI_CLIENT_ID,
    SHIKIMORI_SECRET, SHIKIMORI_URL, SITE_URL, Values, of_service,
};
use crate::auth::{Secret, Service};
use crate::services::provider::Settings;

/// Where a service is, and as which application it is asked.
#[derive(Clone, Debug)]
pub struct ServiceSettings {
    /// What is needed to ask it.
    pub provider: Settings,
    /// Where the client id came from, if there is one.
    pub client_id_source: Option<ValueSource>,
    /// The port of the redirect address that is registered: for Simkl's V1, and for Shikimori unless its page is to show
    /// the code.
    pub redirect_port: Option<u16>,
}

pub(super) fn simkl(
    values: &Values<'_>,
    client_id: Option<String>,
    [api_url, site_url]: [Option<String>; 2],
    written: file::Simkl,
) -> Result<ServiceSettings, ConfigError> {
    let described = Service::simkl().description();
    let site = &described.site_url;
    let api = described.api_url.as_ref().unwrap_or(site);
    let site_url = values.address(&SITE_URL, site_url, written.site_url, site.as_str())?;
    let issuer = values.text(&ISSUER, None, written.issuer)?;
    let settings = Settings {
        api_url: values.address(&API_URL, api_url, written.api_url, api.as_str())?,
        issuer: issuer.map(|(issuer, _)| issuer),
        ..Settings::at(Service::simkl(), &site_url)
    };
    let keys = [&CLIENT_ID, &CLIENT_SECRET];
    let application = Application {
        client_id: written.client_id,
        client_secret: written.client_secret,
        client_secret_command: written.client_secret_command,
    };
    Ok(ServiceSettings {
        redirect_port: written.redirect_port,
        ..values.application(settings, keys, client_id, application)?
    })
}

pub(super) fn shikimori(
    values: &Values<'_>,
    written: file::Shikimori,
) -> Result<ServiceSettings, ConfigError> {
    let site = &Service::shikimori().description().site_url;
    let site_url = values.address(&SHIKIMORI_URL, None, written.url, site.as_str())?;
    let mut settings = Settings::at(Service::shikimori(), &site_url);
    if let Some((name, _)) = values.text(&SHIKIMORI_APP_NAME, None, written.app_name)? {
        settings.app_name = name;
    }
    let keys = [&SHIKIMORI_CLIENT_ID, &SHIKIMORI_SECRET];
    let application = Application {
        client_id: written.client_id,
        client_secret: written.client_secret,
        client_secret_command: written.client_secret_command,
    };
    Ok(ServiceSettings {
        redirect_port: written.redirect_port,
        ..values.application(settings, keys, None, application)?
    })
}

/// A service that is as its file says, but for the application.
pub(super) fn described(
    values: &Values<'_>,
    service: Service,
    written: Application,
) -> Result<ServiceSettings, ConfigError> {
    let described = service.description();
    let mut settings = Settings::at(service, &described.site_url);
    if let Some(api_url) = &described.api_url {
        settings.api_url.clone_from(api_url);
    }
    settings.issuer = described
        .issuer
        .as_ref()
        .map(|issuer| issuer.as_str().to_owned());
    let secret = described.client_secret.as_ref().map(Secret::expose);
    let keys = [
        of_service(service, "client_id", described.client_id.as_deref()),
        of_service(service, "client_secret", secret),
    ];
    let mut settings = values.application(settings, keys.each_ref(), None, written)?;
    if settings.client_id_source == Some(ValueSource::BuiltIn) {
        let file = format!("services/{}.toml", service.name());
        settings.client_id_source = Some(ValueSource::File(values.path.with_file_name(file)));
    }
    Ok(settings)
}
