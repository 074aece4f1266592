//! Where each service is, and as which application it is asked.

use super::error::{ConfigError, ValueSource};
use super::file::Application;
use super::value::{Values, of_service};
use crate::auth::{Reference, Secret, Service};
use crate::services::provider::Settings;

/// Where a service is, and as which application it is asked.
#[derive(Clone, Debug)]
pub struct ServiceSettings {
    /// What is needed to ask it.
    pub provider: Settings,
    /// Where the client id came from, if there is one.
    pub client_id_source: Option<ValueSource>,
    /// The port of the redirect address that is registered: for Simkl's V1, and for a service whose own page shows the code,
    /// unless it is to do that.
    pub redirect_port: Option<u16>,
}

/// What the command line says of a service.
#[derive(Default)]
pub(super) struct Flags {
    pub(super) client_id: Option<String>,
    pub(super) api_url: Option<String>,
    pub(super) site_url: Option<String>,
}

impl Values<'_> {
    /// What all sources together say of a service. Settings go before its own file.
    pub(super) fn service(
        &self,
        service: Service,
        flags: Flags,
        written: Application,
    ) -> Result<ServiceSettings, ConfigError> {
        let described = service.description();
        let key = |key| of_service(service, key, None);
        // Where the API is beside the pages, one address is enough.
        let site = if described.api_url.is_some() {
            "site_url"
        } else {
            "url"
        };
        let written_site = written.url.clone().or(written.site_url.clone());
        let usual = &described.site_url;
        let site_url = self.address(&key(site), flags.site_url, written_site, usual)?;
        let usual = described.api_url.as_ref().unwrap_or(&site_url);
        let written_api = written.api_url.clone();
        let api_url = self.address(&key("api_url"), flags.api_url, written_api, usual)?;
        let issuer = self.text(&key("issuer"), None, written.issuer.clone())?;
        let usual = described.issuer.as_ref().map(Reference::as_str);
        let mut settings = Settings {
            api_url,
            issuer: issuer
                .map(|(issuer, _)| issuer)
                .or(usual.map(str::to_owned)),
            ..Settings::at(service, &site_url)
        };
        if let Some((name, _)) = self.text(&key("app_name"), None, written.app_name.clone())? {
            settings.app_name = name;
        }
        self.application(settings, flags.client_id, written)
    }

    /// Adds the application: its id, and its secret unless that stands in a file beside another id. A secret that is set goes
    /// before a program that tells it.
    fn application(
        &self,
        mut settings: Settings,
        flag: Option<String>,
        written: Application,
    ) -> Result<ServiceSettings, ConfigError> {
        let service = settings.service;
        let described = service.description();
        let simkls = option_env!("COUCHPIN_BUILTIN_SIMKL_CLIENT_ID");
        let simkls = simkls.filter(|_| service == Service::simkl());
        let usual = simkls.or(described.client_id.as_deref());
        let id_key = of_service(service, "client_id", usual);
        let usual = described.client_secret.as_ref().map(Secret::expose);
        let secret_key = of_service(service, "client_secret", usual);
        let beside = written.client_id.clone().filter(|id| !id.is_empty());
        let (client_id, mut client_id_source) =
            self.text(&id_key, flag, written.client_id)?.unzip();
        let is_another = beside.is_some() && beside != client_id;
        let is_built_in = client_id_source == Some(ValueSource::BuiltIn);
        let secret = written.client_secret;
        let secret = secret.map(|secret| secret.expose().to_owned());
        let secret = match self.text(&secret_key, None, secret)? {
            Some((_, ValueSource::File(_))) if is_another => None,
            Some((_, ValueSource::BuiltIn)) if !is_built_in => None,
            secret => secret.map(|(text, _)| Secret::new(text)),
        };
        let command = written.client_secret_command.filter(|_| !is_another);
        settings.secret_command = command.filter(|_| secret.is_none()).unwrap_or_default();
        settings.client_id = client_id;
        settings.client_secret = secret;
        if let Some(own) = described.file.as_ref().filter(|_| is_built_in) {
            client_id_source = Some(ValueSource::File(own.clone()));
        }
        Ok(ServiceSettings {
            provider: settings,
            client_id_source,
            redirect_port: written.redirect_port,
        })
    }
}
