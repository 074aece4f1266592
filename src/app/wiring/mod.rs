//! What the settings make of the services: how each is signed in to, and what the faces tell about it.

mod faults;

use anyhow::bail;

use crate::app::settings::{self, Auth, Config, PhonePage, ValueSource};
use crate::auth::{SaveError, Service};
use crate::engine::hook::Hook;
use crate::engine::{Named, PhonePageSettings, Registration, ServiceSetup, Setup};
use crate::pairing::{Plan, SignInMethod};
use crate::services::flow_memory::FlowMemory;
use crate::services::http::SetupError;
use crate::services::shikimori;
use crate::system::clock;
use crate::tokens::{Lock, Tokens};
use crate::web::redirect;
use crate::words::{Language, UiContext};

pub use faults::{no_connections, wrong_settings};

/// The service that is open from the beginning: the one that was asked for, or the only one with an application; `None`
/// is for a choice between several.
#[must_use]
pub fn first(config: &Config, asked_for: Option<Service>) -> Option<Service> {
    let several = config.client_id.is_some() && config.shikimori.client_id.is_some();
    match asked_for {
        None if several => None,
        None if config.shikimori.client_id.is_some() => Some(Service::Shikimori),
        None => Some(Service::Simkl),
        asked_for => asked_for,
    }
}

/// Where a page may be opened for a phone.
#[must_use]
pub fn phones(config: &Config) -> PhonePageSettings {
    PhonePageSettings {
        switched_off: config.phone_page == PhonePage::Off,
        address: match config.phone_page {
            PhonePage::At(address) => Some(address),
            PhonePage::On | PhonePage::Off => None,
        },
        language: language(config),
    }
}

/// Which of Simkl's flows worked last for which application; `None` when the settings name one.
#[must_use]
pub fn memory(config: &Config) -> Option<FlowMemory> {
    (config.auth == Auth::Auto).then(|| FlowMemory::new(&config.state_dir))
}

/// A service, and how these settings let it be signed in to.
pub fn served(config: &Config, service: Service) -> Result<ServiceSetup, SetupError> {
    let provider = config.provider(service)?;
    Ok(ServiceSetup {
        provider,
        plan: plan(config, service),
        registration: Some(Registration {
            page: registration(config, service),
            named: match service {
                Service::Simkl => None,
                Service::Shikimori => Some(Named {
                    name: config.shikimori.app_name.clone(),
                    scope: shikimori::SCOPE.to_owned(),
                }),
            },
        }),
    })
}

/// How these settings let a service be signed in to.
fn plan(config: &Config, service: Service) -> Plan {
    let (flows, redirect_port) = match service {
        Service::Simkl => (config.auth.flows(), config.redirect_port),
        Service::Shikimori => (Vec::new(), config.shikimori.redirect_port),
    };
    Plan {
        // Whether there is a port for a browser depends on the flow that works.
        ways: vec![usual(service), SignInMethod::Browser],
        flows,
        redirect_port,
        worked: None,
        can_be_set_up: can_be_set_up(config),
        unattended_codes: config.preferences.unattended,
    }
}

/// What every face's engine works with.
pub fn setup(
    config: &Config,
    services: &[Service],
    first: Option<Service>,
    tokens: Tokens,
    on_paired: Hook,
) -> Result<Setup, SetupError> {
    let of = |service: &Service| served(config, *service);
    let file = config.file.clone();
    let winner = |service: &Service| Some((*service, wins_over_the_file(config, *service)?));
    let winners: Vec<_> = services.iter().filter_map(winner).collect();
    Ok(Setup {
        services: services.iter().map(of).collect::<Result<_, _>>()?,
        first,
        tokens,
        memory: memory(config),
        on_paired,
        pictures: true,
        phones: phones(config),
        keep_client: Box::new(move |service, client| {
            settings::keep_client(&file, service, client)?;
            match winners.iter().find(|(of, _)| *of == service) {
                Some((_, name)) => Err(SaveError::Overridden(name)),
                None => Ok(()),
            }
        }),
    })
}

/// The option or variable that names a service's client id, and beats what is written into the file.
fn wins_over_the_file(config: &Config, service: Service) -> Option<&'static str> {
    let client_id = match service {
        Service::Simkl => &config.client_id,
        Service::Shikimori => &config.shikimori.client_id,
    };
    match client_id {
        Some((_, ValueSource::Flag(name) | ValueSource::Variable(name))) => Some(name),
        Some((_, ValueSource::File(_) | ValueSource::BuiltIn)) | None => None,
    }
}

/// Two screens would poll twice and show two codes. The lock goes with the process, however it ends.
pub fn only_one(config: &Config) -> anyhow::Result<Option<Lock>> {
    match Lock::take(&config.state_dir.join("screen.lock"), clock::now()) {
        Ok(None) => {
            bail!("couchpin is already running: use its screen or terminal, or end it first")
        }
        Ok(alone) => Ok(alone),
        Err(error) => {
            tracing::warn!("{error}; another screen would not be noticed");
            Ok(None)
        }
    }
}

/// What the faces tell about a service.
#[must_use]
pub fn context(config: &Config, service: Service) -> UiContext {
    let (pin_page, client_id) = match service {
        Service::Simkl => (format!("{}pin", config.site_url), &config.client_id),
        Service::Shikimori => (
            config.shikimori.url.to_string(),
            &config.shikimori.client_id,
        ),
    };
    // What has just been given on the page for a phone is kept in the file.
    let config_file = config.file.display().to_string();
    let client_id_source = match client_id {
        None => Some(config_file.clone()),
        Some((_, ValueSource::BuiltIn)) => None,
        Some((_, source)) => Some(source.to_string()),
    };
    UiContext {
        provider: service,
        services: Service::ALL.len(),
        usual: usual(service),
        redirect_uri: plan(config, service).registered_address(),
        has_browser: redirect::has_browser(),
        can_be_set_up: can_be_set_up(config),
        pin_page,
        apps_page: service.apps_page(config),
        developer_page: registration(config, service).to_string(),
        client_id_source,
        config_file,
        demo: None,
        kiosk: false,
        language: language(config),
    }
}

fn usual(service: Service) -> SignInMethod {
    match service {
        Service::Simkl => SignInMethod::Code,
        Service::Shikimori => SignInMethod::ManualCode,
    }
}

fn can_be_set_up(config: &Config) -> bool {
    config.phone_page != PhonePage::Off
}

/// Where an application is registered.
fn registration(config: &Config, service: Service) -> url::Url {
    let (site, path) = match service {
        Service::Simkl => (&config.site_url, "/settings/developer"),
        Service::Shikimori => (&config.shikimori.url, "/oauth/applications/new"),
    };
    let mut page = site.clone();
    page.set_path(path);
    page
}

fn language(config: &Config) -> Language {
    let chosen = config.preferences.language;
    chosen.unwrap_or_else(Language::of_system)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::LOOPBACK;

    #[test]
    fn without_a_port_a_browser_is_offered_where_the_settings_choose_the_newer_flow() {
        let here = url::Url::parse("http://127.0.0.1:9").unwrap();
        let mut config = Config::demo("id", &here, "/nowhere".into()).unwrap();
        let address = |config: &Config| context(config, Service::Simkl).redirect_uri;
        assert_eq!(address(&config), None, "nothing is known of it yet");
        config.auth = Auth::Device;
        assert_eq!(address(&config).as_deref(), Some(LOOPBACK));
        config.auth = Auth::Pin;
        config.redirect_port = Some(8765);
        let fixed = address(&config);
        assert_eq!(fixed.as_deref(), Some("http://127.0.0.1:8765/callback"));
        assert_eq!(context(&config, Service::Shikimori).redirect_uri, None);
    }

    #[test]
    fn an_application_from_the_phone_that_an_option_or_a_variable_beats_is_not_kept() {
        let here = url::Url::parse("http://127.0.0.1:9").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::demo("id", &here, folder.path().to_owned()).unwrap();
        config.file = folder.path().join("config.toml");
        let given = crate::auth::ClientCredentials {
            id: "from-the-phone".to_owned(),
            secret: None,
        };
        let keep = |config: &Config| {
            let tokens = Tokens::demo(folder.path().to_owned());
            let services = [Service::Simkl];
            let setup = setup(config, &services, None, tokens, Hook::default()).unwrap();
            let kept = (setup.keep_client)(Service::Simkl, &given);
            let text = std::fs::read_to_string(&config.file).unwrap();
            assert!(text.contains("from-the-phone"), "{text}");
            kept
        };
        let variable = "COUCHPIN_SIMKL_CLIENT_ID";
        for (source, kept) in [
            (ValueSource::BuiltIn, Ok(())),
            (ValueSource::File(config.file.clone()), Ok(())),
            (
                ValueSource::Variable(variable),
                Err(SaveError::Overridden(variable)),
            ),
            (
                ValueSource::Flag("--client-id"),
                Err(SaveError::Overridden("--client-id")),
            ),
        ] {
            config.client_id = Some(("id".to_owned(), source));
            assert_eq!(keep(&config), kept);
        }
    }
}
