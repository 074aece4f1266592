//! What the settings make of the services: how each is signed in to, and what the user interfaces show of it.

mod faults;

use anyhow::bail;

use crate::app::settings::{self, Auth, Config, PhonePage, ValueSource};
use crate::auth::{Flow, SaveError, Service};
use crate::engine::{PhonePageSettings, ServiceSetup, Setup};
use crate::pairing::{Plan, SignInMethod};
use crate::services::flow_memory::FlowMemory;
use crate::services::http::SetupError;
use crate::system::clock;
use crate::tokens::{Lock, Tokens};
use crate::ui::UiContext;
use crate::web::redirect;
use crate::words::Language;

pub use faults::{no_connections, wrong_settings};

/// The service that is open from the beginning: the one that was asked for, or the only one with an application; `None`
/// is for a choice between several.
#[must_use]
pub fn first_service(
    config: &Config,
    services: &[Service],
    asked_for: Option<Service>,
) -> Option<Service> {
    let has_client = |service: &Service| config.service(*service).client_id_source.is_some();
    let mut with_client = services.iter().copied().filter(has_client);
    match (asked_for, with_client.next(), with_client.next()) {
        (None, Some(_), Some(_)) => None,
        (asked_for, only, _) => asked_for.or(only).or(Some(Service::default())),
    }
}

/// A service, and how these settings let it be signed in to.
pub fn service_setup(config: &Config, service: Service) -> Result<ServiceSetup, SetupError> {
    Ok(ServiceSetup {
        provider: config.provider(service)?,
        plan: plan(config, service),
    })
}

/// How these settings let a service be signed in to.
fn plan(config: &Config, service: Service) -> Plan {
    let description = service.description();
    let mut flows = description.flows.clone();
    if flows.contains(&Flow::Pin) {
        flows = config.auth.flows();
    }
    let mut ways = vec![usual_method(service)];
    // Whether there is a port for a browser depends on the flow that works.
    if description.oauth.authorization_endpoint.is_some() {
        ways.push(SignInMethod::Browser);
    }
    Plan {
        ways,
        flows,
        redirect_port: config.service(service).redirect_port,
        worked: None,
        can_be_set_up: can_be_set_up(config),
        unattended_codes: config.preferences.unattended,
    }
}

/// What every user interface's engine works with.
pub fn setup(
    config: &Config,
    services: &[Service],
    first: Option<Service>,
    tokens: Tokens,
) -> Result<Setup, SetupError> {
    let of = |service: &Service| service_setup(config, *service);
    let kept = config.clone();
    Ok(Setup {
        services: services.iter().map(of).collect::<Result<_, _>>()?,
        first,
        tokens,
        // Where the settings name a flow, none is remembered.
        memory: (config.auth == Auth::Auto).then(|| FlowMemory::new(&config.state_dir)),
        pictures: true,
        phones: PhonePageSettings {
            switched_off: config.phone_page == PhonePage::Off,
            address: match config.phone_page {
                PhonePage::At(address) => Some(address),
                PhonePage::On | PhonePage::Off => None,
            },
            language: language(config),
        },
        keep_client: Box::new(move |service, client| {
            settings::save_client(&kept.file, service, client)?;
            wins_over_the_file(&kept, service)
                .map_or(Ok(()), |name| Err(SaveError::Overridden(name)))
        }),
    })
}

/// The option or variable that names a service's client id, and beats what is written into the file.
fn wins_over_the_file(config: &Config, service: Service) -> Option<&'static str> {
    match config.service(service).client_id_source {
        Some(ValueSource::Flag(name) | ValueSource::Variable(name)) => Some(name),
        Some(ValueSource::File(_) | ValueSource::BuiltIn) | None => None,
    }
}

/// Two screens would poll twice and show two codes. The lock goes with the process, however it ends.
pub fn only_one(config: &Config) -> anyhow::Result<Option<Lock>> {
    match Lock::take(&config.state_dir.join("screen.lock"), clock::now()) {
        Ok(None) => {
            bail!("couchpin is already running: use its screen or terminal, or end it first")
        }
        Ok(lock) => Ok(lock),
        Err(error) => {
            tracing::warn!("{error}; another screen would not be noticed");
            Ok(None)
        }
    }
}

/// What the user interfaces show of a service.
#[must_use]
pub fn context(config: &Config, service: Service) -> UiContext {
    let (settings, description) = (config.service(service), service.description());
    let page = |page| settings.provider.page(page).into();
    // What has just been given on the page for a phone is kept in the file.
    let config_file = config.file.display().to_string();
    let client_id_source = match &settings.client_id_source {
        None => Some(config_file.clone()),
        Some(ValueSource::BuiltIn) => None,
        Some(source) => Some(source.to_string()),
    };
    UiContext {
        provider: service,
        services: config.services().count(),
        usual: usual_method(service),
        redirect_uri: plan(config, service).registered_address(),
        has_browser: redirect::has_browser(),
        can_be_set_up: can_be_set_up(config),
        pin_page: page(&description.verification_page),
        apps_page: page(&description.access_page),
        developer_page: page(&description.registration_page),
        client_id_source,
        config_file,
        demo: None,
        kiosk: false,
        language: language(config),
    }
}

fn usual_method(service: Service) -> SignInMethod {
    if service.description().flows.is_empty() {
        SignInMethod::ManualCode
    } else {
        SignInMethod::Code
    }
}

fn can_be_set_up(config: &Config) -> bool {
    config.phone_page != PhonePage::Off
}

fn language(config: &Config) -> Language {
    let chosen = config.preferences.language;
    chosen.unwrap_or_else(Language::of_system)
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;
    use crate::auth::LOOPBACK;

    #[test]
    fn without_a_port_a_browser_is_offered_where_the_settings_choose_the_newer_flow() {
        let here = Url::parse("http://127.0.0.1:9").unwrap();
        let mut config = Config::demo("id", &here, "/nowhere".into()).unwrap();
        let address = |config: &Config| context(config, Service::simkl()).redirect_uri;
        assert_eq!(address(&config), None, "nothing is known of it yet");
        config.auth = Auth::Device;
        assert_eq!(address(&config).as_deref(), Some(LOOPBACK));
        config.auth = Auth::Pin;
        config.applications[0].redirect_port = Some(8765);
        let fixed = address(&config);
        assert_eq!(fixed.as_deref(), Some("http://127.0.0.1:8765/callback"));
        assert_eq!(context(&config, Service::shikimori()).redirect_uri, None);
    }

    #[test]
    fn an_application_from_the_phone_that_an_option_or_a_variable_beats_is_not_kept() {
        let here = Url::parse("http://127.0.0.1:9").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::demo("id", &here, folder.path().to_owned()).unwrap();
        config.file = folder.path().join("config.toml");
        let given = crate::auth::ClientCredentials::public("from-the-phone");
        let keep = |config: &Config| {
            let tokens = Tokens::demo(folder.path().to_owned());
            let services = [Service::simkl()];
            let setup = setup(config, &services, None, tokens).unwrap();
            let kept = (setup.keep_client)(Service::simkl(), &given);
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
            config.applications[0].client_id_source = Some(source);
            assert_eq!(keep(&config), kept);
        }
    }
}
