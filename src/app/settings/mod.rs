//! The settings: flag, then environment, then `config.toml`, then what the packager built in.
//!
//! A value knows where it came from, so that a screen can say where to mend it. Wrong settings name the file, the line
//! and what was expected, and lose nothing: only what a person chooses on the screen is ever written (`edit`).

mod choices;
mod edit;
mod error;
mod file;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
mod read;
mod shikimori;
#[cfg(test)]
mod tests;
mod value;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use tracing::level_filters::LevelFilter;
use url::Url;

use file::{File, KeyCode, Parsed};
use value::{
    API_URL, AUTH, CLIENT_ID, CLIENT_SECRET, ISSUER, LOG, PHONE_PAGE, SITE_URL, STORE, Values,
    chosen, set,
};

use crate::auth::{Secret, Service, StoreChoice, SystemError};
use crate::input::{Button, Keymap};
use crate::services;
use crate::services::http::SetupError;
use crate::services::provider::Provider;
use crate::ui::preferences::Preferences;

/// What the command line may set. The variables of the environment are read beside it, not by clap: one that is empty is
/// not set, and one that is wrong is named, on a television too.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Settings (each beats config.toml)")]
#[allow(clippy::doc_markdown, reason = "help shows them as they stand")]
pub struct Overrides {
    /// The settings file to read instead of the usual one [env: COUCHPIN_CONFIG]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Simkl's client id [env: COUCHPIN_SIMKL_CLIENT_ID]
    ///
    /// Register an application at simkl.com/settings/developer, of the type Mobile, desktop & browser apps, with the redirect address http://127.0.0.1/callback. The type can never be changed: TV, devices & command line does for codes alone, and Server apps & services needs its secret, too.
    #[arg(long, global = true, value_name = "ID")]
    pub client_id: Option<String>,
    /// How Simkl signs this device in [env: COUCHPIN_SIMKL_AUTH]
    #[arg(long, global = true, value_enum)]
    pub auth: Option<Auth>,
    /// Where tokens are kept: auto, keyring or file [env: COUCHPIN_STORE]
    #[arg(long, global = true, value_name = "STORE")]
    pub store: Option<StoreChoice>,
    /// Simkl's API [env: COUCHPIN_SIMKL_API_URL]
    #[arg(long, global = true, value_name = "URL")]
    pub api_url: Option<String>,
    /// Simkl's pages [env: COUCHPIN_SIMKL_SITE_URL]
    #[arg(long, global = true, value_name = "URL")]
    pub site_url: Option<String>,
}

/// The settings, complete and checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// The settings file that was or would be read.
    pub file: PathBuf,
    /// The folder of everything that is kept.
    pub state_dir: PathBuf,
    /// Simkl's client id and where it came from.
    pub client_id: Option<(String, ValueSource)>,
    /// Its secret, if the application has one.
    pub client_secret: Option<Secret>,
    /// The port of the redirect address that is registered at Simkl, for the sign-in through a browser of V1.
    pub redirect_port: Option<u16>,
    /// Which flow.
    pub auth: Auth,
    /// Simkl's API.
    pub api_url: Url,
    /// Simkl's pages.
    pub site_url: Url,
    /// The issuer under which V2's endpoints are published; `None` for the documented ones.
    pub issuer: Option<String>,
    /// Shikimori.
    pub shikimori: Shikimori,
    /// Whether a page is served to a phone, and where it listens.
    pub phone_page: PhonePage,
    /// Where tokens are kept.
    pub store: StoreChoice,
    /// What runs after a pairing: a program and its arguments. Empty for nothing.
    pub on_paired: Vec<String>,
    /// Whether gamepads are read, and how.
    pub gamepad: Gamepad,
    /// What each key of a remote is.
    pub keymap: Keymap,
    /// What was chosen on the settings screen.
    pub preferences: Preferences,
}

pub use choices::{Auth, Gamepad, PhonePage};
pub use edit::{keep, keep_client};
pub use error::{ConfigError, Expected, ValueSource};
pub use read::Exposure;
pub use shikimori::Shikimori;
pub use value::Environment;

impl Config {
    /// Reads and checks everything, what the environment says included.
    pub fn load(overrides: Overrides) -> Result<Self, ConfigError> {
        let environment = |name: &str| std::env::var_os(name);
        log_level(&environment)?;
        let home = directories::ProjectDirs::from("", "", "couchpin").ok_or(ConfigError::NoHome)?;
        let state_dir = service_folder(std::env::var_os("STATE_DIRECTORY")).unwrap_or_else(|| {
            let usual = home.state_dir();
            usual.unwrap_or_else(|| home.data_local_dir()).to_owned()
        });
        let flag = overrides.config.clone();
        let named = flag
            .map(|path| (path, ValueSource::Flag("--config")))
            .or_else(|| {
                let path = set(&environment, "COUCHPIN_CONFIG")?;
                Some((path.into(), ValueSource::Variable("COUCHPIN_CONFIG")))
            });
        let (path, named_by) = match named {
            Some((path, source)) => (path, Some(source)),
            None => (home.config_dir().join("config.toml"), None),
        };
        let file = match read::read(&path) {
            Ok(Some(written)) => written.parse(&path)?,
            Ok(None) if named_by.is_none() => File::default(),
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
        Self::combine(overrides, &environment, file, path, state_dir)
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
        )
    }

    /// What [`services`] needs of them for Simkl.
    #[must_use]
    pub fn simkl(&self) -> services::provider::Settings {
        services::provider::Settings {
            client_id: self.client_id.as_ref().map(|(id, _)| id.clone()),
            client_secret: self.client_secret.clone(),
            api_url: self.api_url.clone(),
            issuer: self.issuer.clone(),
            ..services::provider::Settings::at(Service::Simkl, &self.site_url)
        }
    }

    /// A service, as these settings know it.
    pub fn provider(&self, service: Service) -> Result<Provider, SetupError> {
        Provider::new(match service {
            Service::Simkl => self.simkl(),
            Service::Shikimori => self.shikimori.wire(),
        })
    }

    fn combine(
        overrides: Overrides,
        environment: &Environment<'_>,
        file: File,
        path: PathBuf,
        state_dir: PathBuf,
    ) -> Result<Self, ConfigError> {
        let values = Values {
            environment,
            path: &path.clone(),
        };
        let (simkl, described) = (file.simkl, Service::Simkl.description());
        let (client_id, client_secret) = values.application(
            [&CLIENT_ID, &CLIENT_SECRET],
            overrides.client_id,
            simkl.client_id,
            simkl.client_secret,
        )?;
        let store = match overrides.store {
            None => chosen(environment, &STORE, str::parse)?.or(file.store),
            flag => flag,
        };
        let store = store.unwrap_or_default();
        let preferences = Preferences {
            language: file.language,
            text: file.text,
            theme: file.theme,
            reduce_motion: file.reduce_motion,
            may_blank: file.may_blank,
            unattended: file.unattended_codes,
            store,
            overscan: file.overscan,
        };
        let auth = match overrides.auth {
            None => chosen(environment, &AUTH, str::parse)?.or(simkl.auth),
            flag => flag,
        };
        Ok(Self {
            client_secret,
            client_id,
            redirect_port: simkl.redirect_port,
            auth: auth.unwrap_or_default(),
            api_url: values.address(
                &API_URL,
                overrides.api_url,
                simkl.api_url,
                described.api_url,
            )?,
            site_url: values.address(
                &SITE_URL,
                overrides.site_url,
                simkl.site_url,
                Some(described.site_url),
            )?,
            issuer: values
                .text(&ISSUER, None, simkl.issuer)?
                .map(|(issuer, _)| issuer),
            phone_page: chosen(environment, &PHONE_PAGE, str::parse)?.unwrap_or(file.phone_page),
            shikimori: Shikimori::combine(values, file.shikimori)?,
            store,
            on_paired: file.on_paired.unwrap_or_default(),
            gamepad: file.gamepad,
            keymap: keymap(file.remote),
            preferences,
            file: path,
            state_dir,
        })
    }
}

fn keymap(keys: BTreeMap<Parsed<KeyCode>, Parsed<Button>>) -> Keymap {
    keys.into_iter()
        .map(|(Parsed(KeyCode(code)), Parsed(button))| (code, button))
        .collect()
}

/// How much is logged, as `COUCHPIN_LOG` says.
pub fn log_level(environment: &Environment<'_>) -> Result<LevelFilter, ConfigError> {
    let levels = Expected::OneOf(&["off", "error", "warn", "info", "debug", "trace"]);
    let level = chosen(environment, &LOG, |word| word.parse().map_err(|_| levels))?;
    Ok(level.unwrap_or(LevelFilter::WARN))
}

/// The folder that systemd made for couchpin (`StateDirectory=couchpin`). A folder of another name belongs to the
/// program that asks: a player's service that runs `couchpin token` must find the pairing where the person made it.
fn service_folder(state_directory: Option<OsString>) -> Option<PathBuf> {
    let folders = state_directory?;
    std::env::split_paths(&folders).find(|folder| {
        folder.is_absolute() && folder.file_name().is_some_and(|name| name == "couchpin")
    })
}
