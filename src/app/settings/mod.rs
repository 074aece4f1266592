//! The settings: flag, then environment, then `config.toml`, then what the packager built in.
//!
//! A value knows where it came from, so that a screen can say where to mend it. Wrong settings name the file, the line
//! and what was expected, and lose nothing: only what a person chooses on the screen is ever written (`edit`).

mod applications;
mod choices;
mod document;
mod edit;
mod error;
mod file;
mod folders;
mod read;
mod services;
#[cfg(test)]
mod tests;
mod unknown;
mod value;

use std::collections::BTreeMap;
use std::mem;
use std::path::{Path, PathBuf};

use tracing::level_filters::LevelFilter;
use url::Url;

use applications::Flags;
use file::{File, KeyCode, Parsed};
use folders::Folders;
use services::Described;
use value::{AUTH, LOG, PHONE_PAGE, STORE, Values, chosen, set};

use crate::auth::{Service, StoreChoice, SystemError};
use crate::input::{Button, Keymap};
use crate::services::http::SetupError;
use crate::services::provider::{Provider, Settings};
use crate::ui::preferences::Preferences;

/// What the command line may set. The variables of the environment are read beside it, not by clap: one that is empty is
/// not set, and one that is wrong is named, on a television too.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Settings (override the settings file)")]
#[allow(clippy::doc_markdown, reason = "help shows them as they stand")]
pub struct Overrides {
    /// Settings file [env: COUCHPIN_CONFIG]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Simkl client ID [env: COUCHPIN_SIMKL_CLIENT_ID]
    ///
    /// Create an application at simkl.com/settings/developer. Choose the type Mobile, desktop & browser apps, and the redirect URI http://127.0.0.1/callback. The type cannot be changed later. TV, devices & command line works for codes only. Server apps & services also needs its secret.
    #[arg(long, global = true, value_name = "ID")]
    pub client_id: Option<String>,
    /// Simkl sign-in method [env: COUCHPIN_SIMKL_AUTH]
    #[arg(long, global = true, value_enum, hide_short_help = true)]
    pub auth: Option<Auth>,
    /// Where tokens are stored: auto, keyring or file [env: COUCHPIN_STORE]
    #[arg(long, global = true, value_name = "STORE")]
    pub store: Option<StoreChoice>,
    /// Simkl's API [env: COUCHPIN_SIMKL_API_URL]
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    pub api_url: Option<String>,
    /// Simkl's website [env: COUCHPIN_SIMKL_SITE_URL]
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    pub site_url: Option<String>,
}

/// The settings, complete and checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// The settings file that was or would be read.
    pub file: PathBuf,
    /// The folder of everything that is kept.
    pub state_dir: PathBuf,
    /// Which of Simkl's flows.
    pub auth: Auth,
    /// Every service, in the order in which they are shown; Simkl is the first.
    pub applications: Vec<ServiceSettings>,
    /// What is wrong with the files of services that cannot be used, by the services' names.
    pub broken_services: BTreeMap<String, ConfigError>,
    /// Whether a page is served to a phone, and where it listens.
    pub phone_page: PhonePage,
    /// Where tokens are kept.
    pub store: StoreChoice,
    /// What runs after each change of a pairing: a program and its arguments. Empty for nothing.
    pub on_change: Vec<String>,
    /// The same, after a pairing only.
    pub on_paired: Vec<String>,
    /// Whether gamepads are read, and how.
    pub gamepad: Gamepad,
    /// What each key of a remote is.
    pub keymap: Keymap,
    /// What was chosen on the settings screen.
    pub preferences: Preferences,
}

pub use applications::ServiceSettings;
pub use choices::{Auth, Gamepad, PhonePage};
pub use edit::{save_client, save_setting};
pub use error::{ConfigError, Expected, ValueSource};
pub use read::{END_WRITING, Exposure};
pub use value::Environment;

impl Config {
    /// Reads and checks everything, what the environment says included.
    pub fn load(overrides: Overrides) -> Result<Self, ConfigError> {
        let environment = |name: &str| std::env::var_os(name);
        log_level(&environment)?;
        let folders = Folders::find()?;
        let flag = overrides.config.clone();
        let named = flag
            .map(|path| (path, ValueSource::Flag("--config")))
            .or_else(|| {
                let path = set(&environment, "COUCHPIN_CONFIG")?;
                Some((path.into(), ValueSource::Variable("COUCHPIN_CONFIG")))
            });
        let (path, named_by) = match named {
            Some((path, source)) => (path, Some(source)),
            None => (folders.config.join("config.toml"), None),
        };
        // A file that is named stands alone.
        let system = read::system_file().filter(|_| named_by.is_none());
        let services = services::described([&path].into_iter().chain(&system));
        let known = Service::built_in().map(Service::name).into_iter();
        let known: Vec<_> = known.chain(services.keys().map(String::as_str)).collect();
        let layered = |own: Option<&_>| read::layered(own, &path, system.as_deref(), &known);
        let file = match read::read(&path) {
            Ok(Some(written)) => layered(Some(&written))?,
            Ok(None) if named_by.is_none() => layered(None)?,
            // No settings at all, as one says it for many a program.
            Err(SystemError::NotAFile) if path == Path::new("/dev/null") => File::default(),
            failed => {
                let why = failed.err().unwrap_or(SystemError::Missing);
                return Err(ConfigError::Unreadable {
                    path,
                    named_by,
                    why,
                });
            }
        };
        let file = File {
            store: file.store.or(folders.store),
            ..file
        };
        Self::combine(overrides, &environment, file, path, folders.state, services)
    }

    /// The settings of a demo: nothing of the person's own, and a folder that does not last.
    pub fn demo(client_id: &str, simkl: &Url, folder: PathBuf) -> Result<Self, ConfigError> {
        let overrides = Overrides {
            client_id: Some(client_id.to_owned()),
            api_url: Some(simkl.to_string()),
            site_url: Some(simkl.to_string()),
            ..Overrides::default()
        };
        Self::combine(
            overrides,
            &|_| None,
            File::default(),
            folder.join("config.toml"),
            folder,
            Described::new(),
        )
    }

    /// What they say of a service.
    #[must_use]
    pub fn service(&self, service: Service) -> &ServiceSettings {
        let name = service.base();
        let mut all = self.applications.iter();
        let found = all.find(|settings| settings.provider.service.name() == name);
        found.unwrap_or(&self.applications[0])
    }

    /// Every service, in the order in which they are shown.
    pub fn services(&self) -> impl Iterator<Item = Service> {
        self.applications
            .iter()
            .map(|settings| settings.provider.service)
    }

    /// The service of this name, or another account at it than the first.
    pub fn find(&self, name: &str, account: Option<&str>) -> Result<Service, ConfigError> {
        if let Some(error) = self.broken_services.get(name) {
            return Err(error.clone());
        }
        let found = self.services().find(|service| service.name() == name);
        let found = found.ok_or_else(|| ConfigError::NoService {
            name: name.to_owned(),
            known: self.services().map(Service::name).collect(),
        })?;
        let of_account = account.map(|account| found.with_account(account));
        of_account
            .unwrap_or(Some(found))
            .ok_or(ConfigError::AccountName)
    }

    /// A service, as these settings know it.
    pub fn provider(&self, service: Service) -> Result<Provider, SetupError> {
        let settings = self.service(service).provider.clone();
        Provider::new(Settings {
            service,
            ..settings
        })
    }

    fn combine(
        overrides: Overrides,
        environment: &Environment<'_>,
        file: File,
        path: PathBuf,
        state_dir: PathBuf,
        services: Described,
    ) -> Result<Self, ConfigError> {
        let values = &Values {
            environment,
            path: &path.clone(),
            system_path: &read::system_file().unwrap_or_default(),
            of_system: &file.of_system,
        };
        let store = match overrides.store {
            None => chosen(environment, &STORE, str::parse)?.or(file.store),
            flag => flag,
        };
        let store = store.unwrap_or_default();
        let mut written = file.applications;
        let simkl = written.get(Service::simkl().name());
        let auth = match overrides.auth {
            None => chosen(environment, &AUTH, str::parse)?.or(simkl.and_then(|simkl| simkl.auth)),
            flag => flag,
        };
        // The first service is Simkl.
        let mut flags = Flags {
            client_id: overrides.client_id,
            api_url: overrides.api_url,
            site_url: overrides.site_url,
        };
        let (mut applications, mut broken_services) = (Vec::new(), BTreeMap::new());
        let built_in = Service::built_in().into_iter();
        let built_in = built_in.map(|service| (service.name().to_owned(), Ok(service)));
        for (name, service) in built_in.chain(services) {
            let written = written.remove(&name).unwrap_or_default();
            match service {
                Ok(service) => {
                    applications.push(values.service(service, mem::take(&mut flags), written)?);
                }
                Err(error) => drop(broken_services.insert(name, error)),
            }
        }
        Ok(Self {
            applications,
            broken_services,
            auth: auth.unwrap_or_default(),
            phone_page: chosen(environment, &PHONE_PAGE, str::parse)?.unwrap_or(file.phone_page),
            store,
            on_change: file.on_change.unwrap_or_default(),
            on_paired: file.on_paired.unwrap_or_default(),
            gamepad: file.gamepad,
            keymap: keymap(file.remote, file.gamepad == Gamepad::Swapped),
            preferences: Preferences {
                language: file.language,
                text: file.text,
                theme: file.theme,
                reduce_motion: file.reduce_motion,
                sounds: file.sounds,
                may_blank: file.may_blank,
                unattended: file.unattended_codes,
                store,
                overscan: file.overscan,
            },
            file: path,
            state_dir,
        })
    }
}

fn keymap(keys: BTreeMap<Parsed<KeyCode>, Parsed<Button>>, swapped: bool) -> Keymap {
    let taught = keys
        .into_iter()
        .map(|(Parsed(KeyCode(code)), Parsed(button))| (code, button))
        .collect();
    Keymap { taught, swapped }
}

/// How much is logged, as `COUCHPIN_LOG` says.
pub fn log_level(environment: &Environment<'_>) -> Result<LevelFilter, ConfigError> {
    let levels = Expected::OneOf(&["off", "error", "warn", "info", "debug", "trace"]);
    let level = chosen(environment, &LOG, |word| word.parse().map_err(|_| levels))?;
    Ok(level.unwrap_or(LevelFilter::WARN))
}
