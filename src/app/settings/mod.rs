//! The settings: flag, then environment, then `config.toml`, then what the packager built in.
//!
//! A value knows where it came from, so that a screen can say where to mend it. Wrong settings name the file, the line
//! and what was expected, and lose nothing: only what a person chooses on the screen is ever written (`edit`).

mod edit;
mod error;
mod file;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
mod phone_page;
mod read;
mod shikimori;
#[cfg(test)]
mod tests;
mod value;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use tracing::level_filters::LevelFilter;
use url::Url;

use file::{Always, Codes, File, Key, Meaning, Pads, Percent, Program, Swapped};
use value::{ValueSources, chosen, of_application, set};

use crate::auth::{Flow, Secret, Service, StoreChoice, SystemError};
use crate::input::Keymap;
use crate::pairing::Unattended;
use crate::services;
use crate::services::http::SetupError;
use crate::services::provider::Provider;
use crate::tokens::Preference;
use crate::ui::preferences::Preferences;

/// Which of Simkl's two flows is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Auth {
    /// The PIN flow, or the device grant where Simkl refuses this client for it.
    #[default]
    Auto,
    /// The PIN flow only.
    Pin,
    /// The device grant only.
    Device,
}

impl FromStr for Auth {
    type Err = Expected;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "auto" => Ok(Self::Auto),
            "pin" => Ok(Self::Pin),
            "device" => Ok(Self::Device),
            _ => Err(Expected::OneOf(&["auto", "pin", "device"])),
        }
    }
}

impl Auth {
    /// The flows to try, in order.
    #[must_use]
    pub fn flows(self) -> Vec<Flow> {
        match self {
            Self::Auto => vec![Flow::Pin, Flow::Device],
            Self::Pin => vec![Flow::Pin],
            Self::Device => vec![Flow::Device],
        }
    }
}

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
    pub store: Option<Preference>,
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
    /// Its secret and where that came from, if the application has one.
    pub client_secret: Option<(Secret, ValueSource)>,
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
    pub store: Preference,
    /// How long codes are renewed without a person.
    pub unattended_codes: Unattended,
    /// What runs after a pairing: a program and its arguments. Empty for nothing.
    pub on_paired: Vec<String>,
    /// Whether gamepads are read, and how.
    pub gamepad: Gamepad,
    /// What each key of a remote is.
    pub keymap: Keymap,
    /// What was chosen on the settings screen.
    pub preferences: Preferences,
}

/// How gamepads are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gamepad {
    /// A is OK, B is Back.
    #[default]
    Read,
    /// B is OK, A is Back.
    Swapped,
    /// Not at all: something else makes keys of them already.
    Ignored,
}

pub use edit::{keep, keep_client};
pub use error::{ConfigError, Expected, ValueSource};
pub use phone_page::PhonePage;
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
            client_secret: self
                .client_secret
                .as_ref()
                .map(|(secret, _)| secret.clone()),
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
        let beside = file.simkl.client_id.clone();
        let client_id = ValueSources {
            name: "simkl.client_id",
            flag: Some(("--client-id", overrides.client_id)),
            variable: "COUCHPIN_SIMKL_CLIENT_ID",
            written: (file.simkl.client_id, &path),
            built_in: option_env!("COUCHPIN_BUILTIN_SIMKL_CLIENT_ID"),
        };
        let secret = file.simkl.client_secret.map(file::SecretText::into_text);
        let client_secret = ValueSources {
            name: "simkl.client_secret",
            flag: None,
            variable: "COUCHPIN_SIMKL_CLIENT_SECRET",
            written: (secret, &path),
            built_in: None,
        };
        let api_url = ValueSources {
            name: "simkl.api_url",
            flag: Some(("--api-url", overrides.api_url)),
            variable: "COUCHPIN_SIMKL_API_URL",
            written: (file.simkl.api_url, &path),
            built_in: Service::Simkl.description().api_url,
        };
        let site_url = ValueSources {
            name: "simkl.site_url",
            flag: Some(("--site-url", overrides.site_url)),
            variable: "COUCHPIN_SIMKL_SITE_URL",
            written: (file.simkl.site_url, &path),
            built_in: Some(Service::Simkl.description().site_url),
        };
        let issuer = ValueSources {
            name: "simkl.issuer",
            flag: None,
            variable: "COUCHPIN_SIMKL_ISSUER",
            written: (file.simkl.issuer, &path),
            built_in: None,
        };
        let store = match overrides.store {
            None => chosen(environment, "store", "COUCHPIN_STORE")?.or(file.store),
            flag => flag,
        };
        let store = store.unwrap_or_default();
        let auth = match overrides.auth {
            None => chosen(environment, "simkl.auth", "COUCHPIN_SIMKL_AUTH")?.or(file.simkl.auth),
            flag => flag,
        };
        let unattended_codes = match file.unattended_codes {
            Some(Codes::AtMost(most)) => Unattended::AtMost(most),
            Some(Codes::Word(Always::Always)) => Unattended::Always,
            None => Unattended::default(),
        };
        let client_id = client_id.word(environment)?;
        let secret = client_secret.secret(environment)?;
        let used = client_id.as_ref().map(|(id, _)| id.as_str());
        Ok(Self {
            client_secret: of_application(secret, used, beside.as_deref()),
            client_id,
            redirect_port: file.simkl.redirect_port.map(|file::Port(port)| port),
            auth: auth.unwrap_or_default(),
            api_url: api_url.address(environment)?,
            site_url: site_url.address(environment)?,
            issuer: issuer.issuer(environment)?,
            phone_page: chosen(environment, "phone_page", "COUCHPIN_PHONE_PAGE")?
                .unwrap_or(file.phone_page),
            shikimori: Shikimori::combine(environment, file.shikimori, &path)?,
            store,
            unattended_codes,
            on_paired: match file.on_paired {
                Some(Program::Words(words)) => words,
                None => Vec::new(),
            },
            gamepad: match file.gamepad {
                None | Some(Pads::Read(true)) => Gamepad::Read,
                Some(Pads::Read(false)) => Gamepad::Ignored,
                Some(Pads::Word(Swapped::Swapped)) => Gamepad::Swapped,
            },
            keymap: file
                .remote
                .into_iter()
                .map(|(Key(code), Meaning(button))| (code, button))
                .collect(),
            preferences: Preferences {
                language: file.language,
                text: file.text,
                theme: file.theme,
                reduce_motion: file.reduce_motion,
                may_blank: file.may_blank,
                unattended: unattended_codes,
                store: match store {
                    Preference::Auto => StoreChoice::AsSet,
                    Preference::Keyring => StoreChoice::InKeyring,
                    Preference::File => StoreChoice::InFile,
                },
                overscan: file.overscan.map_or(0.0, |Percent(percent)| percent),
            },
            file: path,
            state_dir,
        })
    }
}

/// How much is logged, as `COUCHPIN_LOG` says.
pub fn log_level(environment: &Environment<'_>) -> Result<LevelFilter, ConfigError> {
    let level = chosen::<Level>(environment, "the level of the log", "COUCHPIN_LOG")?;
    Ok(level.map_or(LevelFilter::WARN, |Level(level)| level))
}

struct Level(LevelFilter);

impl FromStr for Level {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let expected = Expected::OneOf(&["off", "error", "warn", "info", "debug", "trace"]);
        text.parse().map(Self).map_err(|_| expected)
    }
}

/// The folder that systemd made for couchpin (`StateDirectory=couchpin`). A folder of another name belongs to the
/// program that asks: a player's service that runs `couchpin token` must find the pairing where the person made it.
fn service_folder(state_directory: Option<OsString>) -> Option<PathBuf> {
    let folders = state_directory?;
    std::env::split_paths(&folders).find(|folder| {
        folder.is_absolute() && folder.file_name().is_some_and(|name| name == "couchpin")
    })
}
